"""Fees that a message claims: an amount, that there is none, that it is the same, half, or more than another's."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.actions.answers.claims.words import claims
from bot.actions.desk import Desk
from bot.actions.turn import Turn
from knowledge.fee_sums import EACH_MODULE
from knowledge.fees import Fee, fees
from knowledge.subject import Subject

_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_AMOUNT = re.compile(
    r"(?<![\d.\-/路弄])(?P<digits>\d{2,5})(?![\d%年月日号岁级点分个人小路弄室天课:：-])"
    r"|(?P<lead>[一二两三四五六七八九\d])(?P<unit>[百千十])(?P<next>[一二三四五六七八九])?[十百]?(?![多几人分年天岁个号课节次道题小月级点周名家门期])"
)
_CLAIMS_SUM = re.compile(r"讲|[涨降]|只要|才|不是|是不是|[吗么伐]")
# The amount is of something else than the fee of one person: a difference, a sum, a course.
_OF_ELSE = re.compile(r"够|差|便宜|贵|一共|总共|合计|加起来|[个位名俩]人|省|退|培训费|押金|罚|补贴|包过")
_RETAKE = re.compile(r"补考|重考")
_PAPER = re.compile(r"[一每单][科门项]|模块")
_PAPERS = re.compile(r"(?P<n>[两二三四2-4])个?(?:[科门项]|模块)")
_FREE = re.compile(
    r"免费|免单|不(?:用|要|收|需要?|必)(?:再|另|另外|任何)*(?:交|付|收|出|花|掏)?(?:钱|费)|不另?收(?![^，。,]{0,3}[人户生])|白考|零元"
)
_SAME = re.compile(
    r"一个价|统一价|同价|价[钱格位]?(?:都|也)?(?:是)?一样|一样(?:的)?(?:价|钱|贵|多|收费|便宜)|都(?:是)?一样|收费.{0,4}一样"
)
_HALF = re.compile(r"半价|一半|对半|打?五折")
_PARTS = {"理论": "理论", "操作": "操作", "实操": "操作", "技能": "操作", "实践": "操作"}
_PART = re.compile("|".join(_PARTS))
_BEYOND = re.compile(
    r"(?P<one>[一二三四五]级).{0,6}比(?P<other>[一二三四五]级).{0,4}(?P<more>贵|便宜)|(?P<lone>[一二三四五]级).{0,4}最(?P<most>贵|便宜)"
)
_LEVELS = {"五级": 5, "四级": 4, "三级": 3, "二级": 2, "一级": 1}


def fee_verdict(desk: Desk, turn: Turn, subject: Subject, retake: bool) -> str:
    """对，是400元。 / 不是300元。 Empty where nothing is claimed, or the notices in force leave it open."""
    if subject.occupation is None and subject.organisation is None:
        return ""
    retake = retake or bool(_RETAKE.search(turn.text))
    known = fees(desk.library, replace(subject, level=None), turn.as_of)
    known = [one for one in known if one.status == "current"]
    rows = [one for one in known if subject.level in (None, one.level)]
    if not rows or (retake and any(one.retake.basis == "not_stated" for one in rows)):
        return ""
    judges: tuple[Callable[[str, list[Fee], list[Fee], bool], str], ...] = (_beyond, _half, _free, _same, _sum)
    return next((said for judge in judges if (said := judge(turn.text, rows, known, retake))), "")


def _sum(text: str, rows: list[Fee], known: list[Fee], retake: bool) -> str:
    """The claimed amount, of the one part that is named or of the whole."""
    claim = next((one for one in _AMOUNT.finditer(text)), None)
    if claim is None or not (claims(text) or _CLAIMS_SUM.search(text)) or _OF_ELSE.search(text):
        return ""
    amount, said = _amount(claim), claim.group()
    before = text[: claim.start()]
    if retake and (count := _papers_before(before)) > 1:
        # Another sum may be of one of them alone, so that it is left to the answer's own working.
        return _right(said) if {_together(one, count) for one in rows} == {amount} else ""
    part = _part_before(before)
    wanted = {value for one in rows for value in _charged(one, retake, part)}
    if len({one.occupation.name for one in rows}) > 1 and len(wanted) > 1:
        return ""
    if wanted == {amount}:
        return _right(said)
    one_part = (
        part is None and _PAPER.search(text) and any(amount == c.amount for one in rows for c in one.components)
    )
    if not wanted or amount in wanted or one_part:
        return ""
    return f"不是{said}元。" if said.isdigit() else "不是这个价。"


def _right(said: str) -> str:
    return f"对，是{said}元。" if said.isdigit() else "对。"


def _papers_before(text: str) -> int:
    """How many papers the amount is said to be of: counted (两门) or named one by one; 两门没过，一门… is of one."""
    counted = _PAPERS.search(text)
    if counted and _PAPER.search(text, counted.end()):
        return 1
    if counted:
        return int(counted["n"]) if counted["n"].isdigit() else _DIGITS[counted["n"]]
    return len({_PARTS[one] for one in _PART.findall(text)})


def _together(fee: Fee, count: int) -> float | None:
    """What so many papers cost together to take again, where that is one sum."""
    parts = fee.retake.components
    if len(parts) == 1 and parts[0].name.endswith(EACH_MODULE):
        return parts[0].amount * count
    return sum(one.amount for one in parts) if len(parts) == count else None


def _part_before(text: str) -> str | None:
    """The one paper that is named last before the amount, where no other is."""
    named = [_PARTS[one] for one in _PART.findall(text)]
    return named[-1] if len(set(named)) == 1 else None


def _charged(fee: Fee, retake: bool, part: str | None) -> list[float]:
    components = fee.retake.components if retake else fee.components
    if part:
        return [one.amount for one in components if part in one.name]
    if retake:
        return [one.amount for one in components]
    return [fee.total] if fee.total is not None else []


def _free(text: str, rows: list[Fee], known: list[Fee], retake: bool) -> str:
    priced = all(any(value > 0 for value in _charged(one, retake, None)) for one in rows)
    return "不是，要收费。" if priced and claims(text) and _FREE.search(text) else ""


def _same(text: str, rows: list[Fee], known: list[Fee], retake: bool) -> str:
    """That both papers, or all levels, cost the same."""
    if not claims(text) or not _SAME.search(text) or len({one.occupation.name for one in known}) > 1:
        return ""
    if len({_PARTS[one] for one in _PART.findall(text)}) > 1:
        alike = all(len({part.amount for part in one.components}) == 1 for one in rows)
        return "对，理论和操作一样。" if alike else "不是，理论和操作收费不一样。"
    if retake or len(known) < 2 or len({one.organisation.name for one in known}) > 1:
        return ""
    return "对，各等级收费一样。" if len({one.total for one in known}) == 1 else "不是，各等级收费不一样。"


def _half(text: str, rows: list[Fee], known: list[Fee], retake: bool) -> str:
    if not retake or not claims(text) or not _HALF.search(text):
        return ""
    halves = [all(2 * part.amount == one.total for part in one.retake.components) for one in rows]
    firsts = [[c.amount for c in one.components] == [c.amount for c in one.retake.components] for one in rows]
    if all(halves):
        return "对，补考按模块收，是评价服务费的半价。"
    return "不是半价。" if all(firsts) else ""


def _beyond(text: str, rows: list[Fee], known: list[Fee], retake: bool) -> str:
    """That one level costs more or less than another, or most of all."""
    match = _BEYOND.search(text)
    totals = {one.level: one.total for one in known if one.total is not None}
    if match is None or not claims(text) or len(totals) < len(known) or retake:
        return ""
    cheaper = "便宜" in (match["more"], match["most"])
    own = totals.get(_LEVELS[match["one"] or match["lone"]])
    others = _others(match, totals)
    if own is None or not others:
        return ""
    right = all(own < one for one in others) if cheaper else all(own > one for one in others)
    return "对。" if right else "不是这样。"


def _others(match: re.Match[str], totals: dict[int, float]) -> Sequence[float]:
    if match["other"]:
        return [totals[_LEVELS[match["other"]]]] if _LEVELS[match["other"]] in totals else []
    return [value for level, value in totals.items() if level != _LEVELS[match["lone"]]]


def _amount(claim: re.Match[str]) -> int:
    if claim["digits"]:
        return int(claim["digits"])
    lead = int(claim["lead"]) if claim["lead"].isdigit() else _DIGITS[claim["lead"]]
    unit = _UNITS[claim["unit"]]
    return unit * lead + unit // 10 * _DIGITS.get(claim["next"] or "零", 0)
