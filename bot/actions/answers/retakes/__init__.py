"""Retakes: how long passed papers count, what a retake costs, and when the next one is."""
