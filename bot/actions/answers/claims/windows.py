"""What is claimed of the timetable: that application is over, how often a year or whether every month one can sit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.actions.answers.claims.premise_words import number_of
from bot.actions.answers.schedule.question import CLOSES_ON, PAY_TERM
from bot.actions.desk import Desk
from bot.actions.reply import Reply
from bot.actions.turn import Turn
from knowledge.schedule import Window, windows
from knowledge.subject import Subject

_TOPICS = ("ask_application_window", "ask_exam_date")
_PAYMENT = "ask_payment"
_MONTHS = 11  # a timetable with so many rows is one of every month
_OVER = re.compile(
    r"(?:截止|结束|关闭?|停止?|报不了|没得报|报满|过期?|(?<=[\u4e00-\u9fff])完)了|不能报|来不及|赶不上"
)
_HALF = re.compile(r"[一二三四五六七八九十]{1,2}月|上半年|下半年|这[次批]|上[次批]")
_MONTH = re.compile(r"(?<!\d)(\d{1,2})月")
_MONTHLY = re.compile(r"每个?月|月月|按月|逐月")
_TIMES = re.compile(r"(?:一|每|全|整)?年.{0,8}?(?P<n>\d{1,2}|[一二两三四五六七八九十]{1,2})(?:次|趟|回|场|批)")
_SAME_MONTH = re.compile(
    r"当月.{0,8}当月|当月.{0,10}(?:就能?|可以|直接)?考|(?:报名?|申报).{0,8}(?:当月|同一个?月)"
)
_IN_MONTH = re.compile(
    r"(?<!\d)(?P<month>\d{1,2})月(?:份|底|初|中旬)?(?:就|还|都|也|有|没有|一场|一次|不|停|安排|再|开始|要|会|才|的时候)*(?:考(?!完|过|的)|评价|认定)"
)
_NONE = re.compile(r"(?:不|没有?|停|取消)(?:再|安排|开)?(?:考|评价|认定)")
YEARLY = re.compile(rf"(?P<times>{_TIMES.pattern})|(?:{_MONTHLY.pattern}).{{0,8}}(?:考|报|开)|{_IN_MONTH.pattern}")


def window_verdict(desk: Desk, turn: Turn, subject: Subject, topic: str, reply: Reply) -> str:
    """对，报名已经截止了。 Empty where nothing of the kind is claimed, or several organisations differ."""
    if topic not in (*_TOPICS, _PAYMENT):
        return ""
    known = [one for one in windows(desk.library, subject, turn.as_of) if one.notice_status == "current"]
    if not known or len({one.notice_id for one in known}) > 1:
        return ""
    if topic == _PAYMENT:
        dated = PAY_TERM.search(turn.text) and any(one.payment for one in known)
        return "通知不是这样写的，要在规定的缴费日期内缴。" if dated else ""
    return (
        _often(turn.text, known)
        or _in_month(turn.text, known)
        or _same_month(turn.text, known)
        or _over(turn.text, known)
    )


def _often(text: str, known: Sequence[Window]) -> str:
    sittings = len({(one.assessment.text, one.application.text) for one in known})
    if _MONTHLY.search(text):
        return "对，每个月都有。" if sittings >= _MONTHS else "不是每个月都有，时间表里只有下面几次。"
    match = _TIMES.search(text)
    claimed = number_of(match["n"]) if match else None
    if claimed is None:
        return ""
    right = claimed == sittings
    return "对。" if right else "不是，每个月都有。" if sittings >= _MONTHS else "不是这样，时间表里是下面几次。"


def _same_month(text: str, known: Sequence[Window]) -> str:
    if not _SAME_MONTH.search(text):
        return ""
    pairs = [(one.application.end, one.assessment.end) for one in known]
    later = [a is not None and b is not None and (a.year, a.month) < (b.year, b.month) for a, b in pairs]
    # The last row of a year may name its own month (12月底前或…): most rows decide.
    return "不是，一般是申报以后的次月才考。" if sum(later) >= len(later) - 1 and later else ""


def _over(text: str, known: Sequence[Window]) -> str:
    if closing := CLOSES_ON.search(text):
        return _closes(closing, known)
    if not _OVER.search(text) or _HALF.search(text):
        return ""
    if months := {int(one) for one in _MONTH.findall(text)}:
        known = [one for one in known if one.application.end and one.application.end.month in months]
    if not known:
        return ""
    if any(one.status == "open" for one in known):
        return "不是，现在还能报。"
    return "对，报名已经截止了。" if all(one.status == "closed" for one in known) else "不是，后面还有报名。"


def _closes(closing: re.Match[str], known: Sequence[Window]) -> str:
    """A day on which application is said to end, against the windows that are open or to come, else all."""
    ends = [one.application.end for one in known if one.status != "closed"] or [
        one.application.end for one in known
    ]
    month = int(closing["month"]) if closing["month"] else None
    right = any(one and one.day == int(closing["day"]) and month in (None, one.month) for one in ends)
    said = closing.group()[: closing.end("day") + 1 - closing.start()]  # in the person's own words
    return "对。" if right else f"不是{said}截止。"


def _in_month(text: str, known: Sequence[Window]) -> str:
    """That one sits in a month, or does not."""
    match = _IN_MONTH.search(text)
    if match is None:
        return ""
    months = {one.assessment.end.month for one in known if one.assessment.end}
    held, denied = int(match["month"]) in months, bool(_NONE.search(text))
    head = "对" if held != denied else "不是"
    return f"{head}，{match['month']}月{'有' if held else '没有'}考试。"
