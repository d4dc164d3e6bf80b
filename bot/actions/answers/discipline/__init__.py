"""Misconduct: what counts as such and what follows from it."""
