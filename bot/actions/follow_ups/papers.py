"""Questions about a notice itself, and what to bring, which the classifier takes for something else."""

from __future__ import annotations

import re

from bot.actions.answers.catalogue.words import asks_validity
from bot.actions.answers.papers import TOPIC, asks_of_paper
from bot.actions.turn import Turn

_NOT_FROM = ("ask_results", "ask_certificate", "ask_certificate_loss", "ask_retake", "ask_subsidy")


# 带什么, without where to: of what is talked about. In the examination's day it is no misconduct either.
_BRING = re.compile(
    r"(?:那|去|到时候?|过去|现场|我|还|都|要|需要|得|该|用|[,，])*(?:带|准备|拿)(?:些|点|上|好)?(?:什么|啥|哪些|哪几样)(?:材料|证件|东西|资料|手续)?(?:去|来|过去|给(?:他们|你们))?(?:才(?:不会|不|能|行|够)[^，。]{0,5})?[呢呀啊的？?]*$"
)
_BRING_TO = {
    "ask_certificate": "ask_certificate",
    "ask_certificate_loss": "ask_certificate_loss",
    "ask_exam_date": "ask_exam_date",
    "ask_admission_ticket": "ask_exam_date",
    "ask_office_hours": "ask_how_to_apply",
    "ask_address": "ask_how_to_apply",
    "ask_how_to_apply": "ask_how_to_apply",
    "ask_application_window": "ask_how_to_apply",
    "ask_payment": "ask_how_to_apply",
}
_TAKEN_FOR_BRINGING = (
    "ask_discipline",
    "search",
    "out_of_scope",
    "inform",
    "ask_how_to_apply",
    "ask_office_hours",
)


def follow_up(turn: Turn, topic: str) -> str | None:
    """The topic of a notice's number, issue and validity; of what to bring, what it is brought to."""
    if topic in _TAKEN_FOR_BRINGING and _BRING.match(turn.text):
        return _BRING_TO.get(str(turn.memory.topic))
    if topic in _NOT_FROM or not asks_of_paper(turn.text) or asks_validity(turn.text):
        return None
    return TOPIC
