"""The labelled questions of search, and how well each ranking finds what answers them."""

from pathlib import Path

QUESTIONS = sorted((Path(__file__).parent / "questions").glob("*.yml"))
"""Written from the notices by people who saw neither the program nor what it is trained on."""
