"""How answers say levels, money, years and validity. Plain spoken Chinese, no figure of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from knowledge.models import LEVEL_NAMES, Citation, NoticeStatus


def levels(values: Iterable[int]) -> str:
    """五级、四级、三级."""
    return "、".join(LEVEL_NAMES[value] for value in values)


def yuan(amount: float) -> str:
    """500元."""
    return f"{amount:g}元"


def joined(names: Iterable[str]) -> str:
    """Names with the Chinese enumeration comma, each once."""
    return "、".join(dict.fromkeys(names))


def notice_of(name: str, year: int, status: NoticeStatus, as_of: datetime) -> str:
    """Name an organisation's notice with its year and, unless it is in force, what it is worth now."""
    return f"{name}{year}年的通知{validity(year, status, as_of)}"


def validity(year: int, status: NoticeStatus, as_of: datetime) -> str:
    """What a reader must know of a notice that is not in force; empty for one that is."""
    if status == "current":
        return ""
    if status == "upcoming":
        return "（尚未生效）"
    if status == "superseded":
        return "（已被新的通知取代）"
    return "（这是去年的通知，不是今年的）" if as_of.year - year == 1 else "（已过期，不是今年的）"


def year_word(year: int, as_of: datetime) -> str:
    """去年, 今年, 明年; the figure for years further away, which an answer must have a source for."""
    return {2: "前年", 1: "去年", 0: "今年", -1: "明年"}.get(as_of.year - year, f"{year}年")


def not_in_force(name: str, year: int, status: NoticeStatus) -> str:
    """Why nothing of an organisation is told: its notice is not in force yet, or no longer. No full stop."""
    if status == "upcoming":
        return f"{name}{year}年的通知尚未生效"
    return f"{name}只收录到往年的通知，不能当作今年的"


def left_out(others: Iterable[tuple[str, int, NoticeStatus]], as_of: datetime) -> str:
    """On a line of its own, whose notices are not told of and how to see them; empty where there are none."""
    said = [
        f"{not_in_force(*one)}；想看可以问“{one[0]}{year_word(one[1], as_of)}的”。"
        for one in dict.fromkeys(others)
    ]
    return f"\n另外，{''.join(said)}" if said else ""


def unique(citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """Citations without repetition, in order."""
    return tuple({(one.notice_id, one.clause, one.quote): one for one in citations}.values())
