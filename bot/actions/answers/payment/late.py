"""Whether a fee came in time: the day on which the person says it arrived, held against the printed days of payment."""

from __future__ import annotations

import re
from datetime import date

from bot.actions.desk import Desk
from bot.actions.reply import Computed, Reply, single
from bot.actions.turn import Turn
from bot.actions.wording import notice_of, unique
from knowledge.applying import own_notices
from knowledge.models import Citation
from knowledge.schedule import Window, windows
from knowledge.subject import Subject
from knowledge.wording.numerals import chinese_number
from knowledge.wording.plain import plain

_LATE = re.compile(r"晚了|晚吗|[交缴付转到算]晚|按时|准时|及时|逾期|超期|过期|超时|迟|作数|算不算|来得?及|赶上")
_ONLY_THEN = re.compile(r"才[^，。,]{0,3}(?:收到|到账|入账|进账)")
_NUMBER = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
_MONTH = re.compile(rf"(?<!\d)(?P<month>{_NUMBER})月")
_DAY = rf"(?:(?<!\d)(?P<month>{_NUMBER})月)?(?<!\d)(?P<day>{_NUMBER})[号日]"
_FIRST = r"(?:[^，。,;；？?\d]{0,8}?)"
# What counts is when the money came; when it was sent is told only where nothing is said of that.
_ARRIVED = re.compile(rf"{_DAY}{_FIRST}(?:到的?账|到(?:了|的)|收到|入账|进账)")
_SENT = re.compile(rf"{_DAY}{_FIRST}(?:[交缴付转汇打](?:的|了|出|过|费|钱|款|账|上|完|进))")


def answer_late_payment(desk: Desk, turn: Turn, subject: Subject) -> Reply | None:
    """Yes or no with the row that decides; None where no day is told, or the notices print no days of payment."""
    text = plain(turn.text)
    told = _ARRIVED.search(text) or _SENT.search(text)
    before = _month_before(turn)
    arrived = before and _ONLY_THEN.search(text)
    if told is None or not (_LATE.search(text) or arrived):
        return None
    found = [one for one in windows(desk.library, subject, turn.as_of) if one.payment and one.payment.end]
    row, month = _row(found, told, text, before)
    if row is None or row.payment is None or row.payment.end is None:
        return None
    day = _date(row.payment.end.year, month or row.payment.end.month, _number(told["day"]))
    if day is None:
        return None
    start, end = row.payment.start or row.payment.end, row.payment.end
    said = Computed(text=f"{day.month}月{day.day}日", explanation="您说的那天")
    verdict = "没有晚" if start <= day <= end else "晚了" if day > end else "还没到缴费的日期"
    notice = notice_of(row.organisation.name, row.year, row.notice_status, turn.as_of)
    lines = [f"{verdict}：按{notice}，{row.assessment.text}考的，缴费日期是{row.payment.text}，{said.text}"]
    lines[0] += "在这段时间里。" if start <= day <= end else "不在这段时间里。"
    citations = list(row.citations)
    for fact, cited in _counted_as_paid(desk, turn, subject, row):
        lines.append(f"缴费完成时间以{fact}为准。")
        citations += cited
    title = desk.library.cite_title(row.notice_id, turn.as_of)
    return single("answered", "\n".join(lines), citations=unique([*citations, title]), computed=(said,))


def _month_before(turn: Turn) -> int | None:
    """The month of the day on which the person said before that they paid: 27号才收到, after 7月25号转的."""
    before = plain(turn.memory.asked or "") if turn.memory.topic == "ask_payment" else ""
    told = _ARRIVED.search(before) or _SENT.search(before)
    return _number(told["month"]) if told and told["month"] else None


def _row(
    found: list[Window], told: re.Match[str], text: str, before: int | None
) -> tuple[Window | None, int | None]:
    """The row of the month that is named with the day, or before it; the row whose days hold the day comes first."""
    months = [_number(one["month"]) for one in _MONTH.finditer(text)]
    month = _number(told["month"]) if told["month"] else next(iter(months), before)
    rows = [one for one in found if month is None or _is_of(one, month)]
    held = [one for one in rows if _holds(one, month, _number(told["day"]))]
    chosen = (held or rows)[:1] if len({one.payment.text for one in held or rows if one.payment}) == 1 else []
    return (chosen[0], month) if chosen else (None, month)


def _is_of(row: Window, month: int) -> bool:
    days = [row.payment.start, row.payment.end] if row.payment else []
    return any(one is not None and one.month == month for one in days)


def _holds(row: Window, month: int | None, number: int) -> bool:
    if row.payment is None or row.payment.end is None:
        return False
    day = _date(row.payment.end.year, month or row.payment.end.month, number)
    return day is not None and (row.payment.start or row.payment.end) <= day <= row.payment.end


def _counted_as_paid(desk: Desk, turn: Turn, subject: Subject, row: Window) -> list[tuple[str, list[Citation]]]:
    holdings = [one for _, one in own_notices(desk.library, subject, turn.as_of)]
    return [
        (fact.paid_when, list(desk.library.cite_all(row.notice_id, fact.sources, turn.as_of)))
        for one in holdings
        if one.notice.front.id == row.notice_id
        for fact in one.facts.payments
        if fact.paid_when
    ]


def _number(text: str) -> int:
    return int(text) if text.isdigit() else chinese_number(text)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
