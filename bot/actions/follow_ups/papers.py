"""Questions about a notice itself, which the classifier takes for changes or for the catalogue."""

from __future__ import annotations

from bot.actions.answers.catalogue_words import asks_validity
from bot.actions.answers.papers import TOPIC, asks_of_paper
from bot.actions.turn import Turn

_NOT_FROM = ("ask_results", "ask_certificate", "ask_certificate_loss", "ask_retake", "ask_subsidy")


def follow_up(turn: Turn, topic: str) -> str | None:
    """The topic of a notice's number, issue and validity."""
    if topic in _NOT_FROM or not asks_of_paper(turn.text) or asks_validity(turn.text):
        return None
    return TOPIC
