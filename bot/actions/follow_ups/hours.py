"""Going on about places and hours."""

from __future__ import annotations

import re

from bot.actions.names.contact_points import numbers
from bot.actions.turn import HOURS, INFORM, Turn
from knowledge.wording.clock import asked_clock, without_clock
from knowledge.wording.days import asked_days, asked_festivals, without_days

_UNSURE = (INFORM, "search", "out_of_scope")
_OPEN = r"放(?:不放)?假|上(?:不上)?班|营业|办公|受理|休息|值班|开(?:不)?开?门|开不开|开(?:着|吗|么|的)|关(?:不关)?门|有(?:没有)?人|还在"
_ABOUT_OPENING = re.compile(_OPEN)
_WHEN_OPEN = re.compile(
    r"(?:哪[天日]|几号|几点|什么时候|啥时候?|何时|几时).{0,4}(?:开(?![始考班票])|上班|有人|恢复|回来)"
)
_HOLIDAYS = re.compile(r"节假日|法定假|假日|长假|小长假|现在|周末")
_NUMBER_TAKEN_FOR = (
    *_UNSURE,
    "ask_human",
    "ask_office_hours",
    "ask_catalogue",
    "ask_website",
    "ask_occupation_code",
)
_OF_A_NUMBER = re.compile(r"谁|哪|电话|号码|打|接|[吗么]|真")
_CALLS = re.compile(r"打(?!印|开|卡|折)|接(?:电话|听)|[打接]得?通|过去|去[^，。]{0,3}(?:行|可以|来得及)")
_OTHER = re.compile(r"考试|开考|报名|申报|缴费|成绩|证书|准考证|补考|补贴")
_PARTICLES = re.compile(
    rf"{_OPEN}|那么?|呢|吗|么|嘛|吧|啊|呀|的话|如果|要是|换成?|改成?|到底|是不是|行不行|行|可以|能不能|能|去|来|过去|又|也|还|都|期间|上午|下午|\W"
)


def _of_an_office(turn: Turn) -> bool:
    """Whether the talk is about an office or its telephone."""
    return turn.memory.topic in (*HOURS, "ask_phone", "ask_human")


def follow_up(turn: Turn, topic: str) -> str | None:
    """A mere day or time after office hours asks for it; whether an office is open on a day is about its hours."""
    if topic in _NUMBER_TAKEN_FOR and numbers(turn.text) and _OF_A_NUMBER.search(turn.text):
        return "ask_phone"
    before = turn.memory.topic if turn.memory.topic in HOURS else None
    if _OTHER.search(turn.text):
        return None
    names_day = bool(asked_days(turn.text, turn.as_of) or asked_festivals(turn.text, turn.as_of))
    timed = names_day or asked_clock(turn.text) is not None
    if before and timed and not _PARTICLES.sub("", without_days(without_clock(turn.text))):
        return before
    if topic not in _UNSURE:
        return None
    if before and _WHEN_OPEN.search(turn.text):
        return before
    if _of_an_office(turn) and _CALLS.search(turn.text) and (timed or _HOLIDAYS.search(turn.text)):
        return "ask_office_hours"
    whose = turn.mentioned.organisation or (turn.memory.organisation if before else None)
    timed = timed or _HOLIDAYS.search(turn.text) is not None
    return "ask_office_hours" if whose and timed and _ABOUT_OPENING.search(turn.text) else None
