"""Which topic a message is about, where its words or the talk so far decide better than the classifier."""

from __future__ import annotations

import re

from bot.actions.turn import INFORM, Turn

_RETAKE = re.compile(
    r"补考|补缴?考|重考|再考|重新考|二次考|没过|没通过|没合格|不合格|不及格|挂了|挂科|没考过|补一门|补\S?门"
)
_FIRST = re.compile(r"正考|正常考|首次|第一次|头一次|新报")
_RIGHTS = re.compile(r"几次|有效|几年|多久|什么时候|怎么|保留|作废|条件|能不能|可以|还能|资格|模式")
_SITUATION = re.compile(
    r"干了?|做了?|工作|从事|毕业|大专|本科|中专|高中|初中|学历|经验|岁|\d年|[一二三四五六七八九十两半]年"
)
_MAY_I = re.compile(r"(?:能|可以|可不可以|够|行).{0,14}(?:考|报)")
_AMOUNT_DOUBTED = re.compile(r"\d{2,4}(?:元|块)?钱?(?:对|吗|吧|是不是|没错)")
_PRICE = re.compile(r"收费|多少钱|费用|报名费|考试费|考务费|价格|多少元|啥价|几块钱|几百块")
_MISCONDUCT = re.compile(r"作弊|舞弊|抄袭|替考|代考|违纪|违规")
_MORE_ON_SUBSIDY = re.compile(r"补|给|领|拿|多少")
_FEES = ("ask_fee", "ask_retake_fee")


def choose_topic(turn: Turn) -> str | None:
    """Return the topic's intent; None where nothing is asked and nothing was asked before."""
    topic, before = turn.intent, turn.memory.topic
    if topic in ("search", INFORM) and (_AMOUNT_DOUBTED.search(turn.text) or _PRICE.search(turn.text)):
        topic = "ask_fee"
    if topic == "search" and _MISCONDUCT.search(turn.text):
        return "ask_discipline"
    if topic == "ask_catalogue" and _SITUATION.search(turn.text) and _MAY_I.search(turn.text):
        return "ask_eligibility"
    if before == "ask_subsidy" and topic in (*_FEES, INFORM, "search") and _still_on_subsidy(turn):
        return before
    if topic in _FEES:
        return "ask_retake_fee" if _RETAKE.search(turn.text) else "ask_fee"
    if before in _FEES and topic in (INFORM, "search", "ask_retake"):
        return _fee_follow_up(turn) or (before if topic == INFORM else topic)
    return before if topic == INFORM else topic


def _still_on_subsidy(turn: Turn) -> bool:
    return bool(_MORE_ON_SUBSIDY.search(turn.text)) and not re.search(
        r"报名费|考试费|考务费|服务费|收费|学费", turn.text
    )


def _fee_follow_up(turn: Turn) -> str | None:
    """After a fee, 「补考呢」 asks for the retake's fee and 「那正常考呢」 for the first attempt's."""
    if _FIRST.search(turn.text):
        return "ask_fee"
    if _RETAKE.search(turn.text) and not _RIGHTS.search(turn.text):
        return "ask_retake_fee"
    return None
