"""Fees and sums of fees, for one person or many, compared or brought together."""
