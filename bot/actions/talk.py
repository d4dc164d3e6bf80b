"""What a turn leaves for the next one beyond its subject: the day talked of, and what was told of oneself."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bot.actions.answers.programme.words import names_training, standings
from bot.actions.reply import Reply
from bot.actions.turn import HOURS, Memory, Turn
from knowledge.misconduct import described, is_misconduct
from knowledge.wording.days import asked_days
from knowledge.wording.numerals import chinese_number
from knowledge.wording.spoken_days import SpokenDay, spoken_day

DISCIPLINE, PROMOTER, RESULTS = "ask_discipline", "ask_promoter", "ask_results"
CATALOGUE = "ask_catalogue"
CERTIFICATE, LOSS = "ask_certificate", "ask_certificate_loss"
_LOST = re.compile(r"丢|遗失|补办|补一?张|找不[到着]|不见")
# Topics that interrupt a talk about misconduct or a certificate without ending it.
_BESIDE_CONDUCT = (*HOURS, "ask_phone", "ask_human")
_DATE = re.compile(r"月.*[日号]|\d[-./]\d")
# Topics of a timetable, and those that a talk about one of its sittings passes through without leaving it.
_SITTINGS = ("ask_application_window", "ask_exam_date", "ask_admission_ticket", "ask_payment")
_BESIDE_A_SITTING = (*_SITTINGS, "ask_website", "ask_how_to_apply", "ask_phone")
# What becomes of the result of a day that was told: whether it was passed then is not known yet.
_OF_A_RESULT = ("ask_retake", "ask_retake_fee")
_SITTING = r"(?:场|批次?|期|轮|次(?![数日]))"
_SITTING_NAMED = re.compile(
    rf"(?P<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?:份)?(?:的)?(?:那|这|考)?(?:一)?{_SITTING}"
)
# 八月的呢, in a talk about a sitting, is of another one.
_OTHER_SITTING = re.compile(
    r"(?:那么?|还有|要是|如果|换成?|改成?|我?(?:要|想)?问的?是?|到|[,，\s])*(?P<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?(?:的|考)*(?:呢|怎么样|咋样|什么时候|啥时候?|几号|哪[几一]?天|考|评|有|吗|[?？,，\s])*"
)
_THAT_SITTING = re.compile(rf"(?:那|这|同|上述)一?{_SITTING}")
_NTH_SITTING = re.compile(r"(?:第[一二三四]|头一?|首|最后一?)(?:批|场|期|轮)")
_LONGEST = 200  # characters of a message that are kept


def remembered(turn: Turn, memory: Memory, topic: str, in_programme: bool = False) -> Memory:
    """The memory after an answer on `topic`; `in_programme`: whether the talk is about a programme (推介官)."""
    return replace(memory, topic=topic, day=_day(turn, topic), said=_said(turn, topic, in_programme))


def _day(turn: Turn, topic: str) -> date | None:
    """The day that a talk about office hours has come to, or on which the last paper was sat, in one about results."""
    if topic == RESULTS:
        sat = sat_on(turn)
        return sat.last if sat else None
    if topic in _OF_A_RESULT:
        return day_of(turn.memory, RESULTS, *_OF_A_RESULT)
    if topic in _BESIDE_A_SITTING:
        return _sitting_named(turn) or day_of(turn.memory, *_BESIDE_A_SITTING)
    if topic not in HOURS:
        return None
    before = day_of(turn.memory, *HOURS)
    days = asked_days(turn.text, turn.as_of, before)
    return days.first if days and days.first else before


def of_those_told(memory: Memory, topic: str, reply: Reply) -> Memory:
    """After a list without the house that was talked of, 他们家 is the one that it names, if it names but one."""
    card = reply.messages[0].card
    entries = card.data.get("entries", ()) if card and topic == CATALOGUE else ()
    names = {one["organisation"]["name"] for one in entries}
    if memory.organisation is None or not names or memory.organisation in names:
        return memory
    return replace(memory, organisation=names.pop() if len(names) == 1 else None)


def with_sitting(turn: Turn, text: str) -> str:
    """那场缴费几号到几号 is of the sitting that the talk about a timetable has come to: 8月那场缴费几号到几号."""
    day = day_of(turn.memory, *_BESIDE_A_SITTING)
    before = _NTH_SITTING.search(turn.memory.asked or "") if turn.memory.topic in _SITTINGS else None
    if day is None and before and turn.intent != RESULTS:  # 那批, after 今年头一批是哪两天
        return _THAT_SITTING.sub(before[0], text, count=1)
    if day is None or "月" in text or turn.intent == RESULTS:  # results are counted from a day, not from a month
        return text
    return _THAT_SITTING.sub(f"{day.month}月那场", text, count=1)


def _sitting_named(turn: Turn) -> date | None:
    """The first day of the month of the one sitting that the message names (8月那场)."""
    months = {one["month"] for one in _SITTING_NAMED.finditer(turn.text)}
    if not months and turn.memory.topic in _SITTINGS and (bare := _OTHER_SITTING.fullmatch(turn.text)):
        months = {bare["month"]}
    if len(months) != 1:
        return None
    said = months.pop()
    return date(turn.as_of.year, int(said) if said.isdigit() else chinese_number(said), 1)


def sat_on(turn: Turn) -> SpokenDay | None:
    """When the last paper was sat: by a date of the message, else by what was told before in a talk about results.

    「都两个礼拜了」 and 「今天还查不到」 put no date right that is known.
    """
    said, known = spoken_day(turn.text, turn.as_of.date()), day_of(turn.memory, RESULTS)
    if known is None or (said and _DATE.search(said.words)):
        return said
    return SpokenDay(known, known, "前面说的那天")


def day_of(memory: Memory, *topics: str) -> date | None:
    """The day that is remembered, where the talk is about one of these topics; of another it is another's."""
    return memory.day if memory.topic in topics else None


def misconduct_told(memory: Memory) -> str | None:
    """The words that named a misconduct, in a talk about one: whom to call may have been asked for in between."""
    if memory.said is None or memory.topic not in (DISCIPLINE, *_BESIDE_CONDUCT):
        return None
    named = memory.topic == DISCIPLINE or described(memory.said) or is_misconduct(memory.said)
    return memory.said if named else None


def certificate_told(memory: Memory) -> str | None:
    """CERTIFICATE or LOSS in a talk about one, also where an office and its hours were asked for in between."""
    if memory.topic in (CERTIFICATE, LOSS):
        return memory.topic
    if memory.topic not in _BESIDE_CONDUCT or memory.said is None or misconduct_told(memory):
        return None
    return LOSS if _LOST.search(memory.said) else CERTIFICATE if "证" in memory.said else None


def _said(turn: Turn, topic: str, in_programme: bool) -> str | None:
    """The words that name a misconduct, or who asks about a programme; None in every other talk."""
    if topic in (DISCIPLINE, *_BESIDE_CONDUCT) and not in_programme:
        fresh = topic == DISCIPLINE and (bool(described(turn.text)) or is_misconduct(turn.text))
        kept = misconduct_told(turn.memory)
        if topic != DISCIPLINE and certificate_told(turn.memory):
            kept = turn.memory.said
    elif topic in (CERTIFICATE, LOSS) and not in_programme:
        fresh, kept = True, None
    elif in_programme:
        fresh = bool(standings(turn.text)) or names_training(turn.text)
        kept = None if turn.memory.topic == DISCIPLINE else turn.memory.said
    else:
        return None
    return turn.text[:_LONGEST] if fresh else kept
