"""Draft facts read from a notice: each with its quote and a confidence, and a question instead of a guess."""
