"""Which topic a message is about, where its words or the talk so far decide better than the classifier."""

from __future__ import annotations

import re

from bot.actions.turn import INFORM, Turn

_RETAKE = re.compile(
    r"补考|补缴?考|重考|再考|重新考|二次考|没过|没通过|没合格|不合格|不及格|挂了|挂科|没考过|补一门|补\S?门"
)
_FIRST = re.compile(r"正考|正常考|首次|第一次|头一次|新报")
_RIGHTS = re.compile(r"几次|有效|几年|多久|什么时候|怎么|保留|作废|条件|能不能|可以|还能|资格|模式")
_FEES = ("ask_fee", "ask_retake_fee")


def choose_topic(turn: Turn) -> str | None:
    """Return the topic's intent; None where nothing is asked and nothing was asked before."""
    topic, before = turn.intent, turn.memory.topic
    if topic in _FEES:
        if before == "ask_subsidy" and not re.search(r"报名费|考试费|考务费|服务费|收费|学费", turn.text):
            return before
        return "ask_retake_fee" if _RETAKE.search(turn.text) else "ask_fee"
    if before in _FEES and topic in (INFORM, "ask_retake"):
        return _fee_follow_up(turn) or (before if topic == INFORM else topic)
    return before if topic == INFORM else topic


def _fee_follow_up(turn: Turn) -> str | None:
    """After a fee, 「补考呢」 asks for the retake's fee and 「那正常考呢」 for the first attempt's."""
    if _FIRST.search(turn.text):
        return "ask_fee"
    if _RETAKE.search(turn.text) and not _RIGHTS.search(turn.text):
        return "ask_retake_fee"
    return None
