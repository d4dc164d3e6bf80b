"""The last gate before a reply leaves: every figure stands in a citation, in `computed`, or was typed."""

from __future__ import annotations

import logging

from bot.actions.reply import Answer, Reply, single
from knowledge.figures import Figure, unsupported

logger = logging.getLogger(__name__)
WITHHELD = "这个回答里有数字没有找到出处，为避免误导，已经扣下并记录。请换个问法，或直接查看通知原文。"


class UnsupportedFigureError(AssertionError):
    """A reply prints a figure that has no source."""


def missing_sources(answer: Answer, typed: str) -> list[Figure]:
    """The figures of one message that have no source."""
    sources = [citation.quote for citation in answer.citations]
    sources += [part for one in answer.computed for part in (one.text, one.explanation)]
    return unsupported(answer.text, [*sources, typed])


def guard(reply: Reply, typed: str, on_failure: str) -> Reply:
    """Let the reply pass, or withhold it.

    Raises:
        UnsupportedFigureError: where `on_failure` is "raise" (tests).
    """
    wrong = [figure for answer in reply.messages for figure in missing_sources(answer, typed)]
    if not wrong:
        return reply
    printed = ", ".join(f"{figure.kind} {figure.text}" for figure in wrong)
    if on_failure == "raise":
        raise UnsupportedFigureError(f"no source for {printed} in {[one.text for one in reply.messages]}")
    logger.error("reply withheld: no source for %s", printed)
    return single("no_answer", WITHHELD)
