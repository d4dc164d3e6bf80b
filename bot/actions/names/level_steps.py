"""Of several levels the one that is applied for, and the one that only leads to it: 四级证拿到以后几年能考三级."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from bot.actions.clause_marks import BREAK
from bot.actions.several.words import asks
from knowledge.models import LEVELS

Entity = Mapping[str, Any]
_PAPER = r"工?的?(?:职业|技能|等级|资格|本|这个)*(?:证书?|文凭)?"
_GOT = r"(?:已经?|都|也|刚刚?|我|就|人家|要|是)*(?:拿到?|取得|获得|考(?=[到出取过下完])|到手|下来|持有?|有|领|发|通过|过)?(?:到手|下来|到|出来?|取|过|完|了|证|的|手)*"
# 四级证拿到以后, 四级满三年, 四级之后再; 四级升三级, 四级考三级.
_LEADS = re.compile(
    rf"^{_PAPER}{_GOT}(?:[之以]?后(?!勤)|满|起|的?(?:人|基础上)|过?(?:几|多少|多久|[一二两三四五六\d])个?年|隔|,?(?:然后|之后|接着|还|那)?再(?=[^\uE000]*(?:年|多久|多长))|,?(?:要|需要|得|还要)?(?:过|做|干|工作|从事)?满?(?:几|多少)年|(?:还|都|也)?没有?[考拿])"
    rf"|^{_PAPER}(?:直接)?(?:[升晋考报跳](?:考|报|到|级|成|为)*|到|往|转)\uE000"
)
_NEXT = "\ue000"  # where the next level is named
_FROM = re.compile(r"(?:凭|靠|用|拿着?)(?:我|的|这个?)*$")
# 先考四级的话，三级还要等多久: of whoever asks how long it takes.
_FIRST_ONE = re.compile(r"先(?:去|把|要|能|得|考|报|拿|取得?|申报|个|出|下|到)*$")
_HOW_LONG = re.compile(r"(?:几|多少)个?年|多久|多长|(?:什么|啥)时候")
_LEFT_OUT = re.compile(r"(?:不(?:用|去|想|需要|必)?[考报拿]|跳过|越过|绕过|绕开|没有?(?:考|拿)?过?)(?:个|的|了)*$")
_AIMED = re.compile(r"(?:考|报|申报|申请|升|晋级?|评|冲|跳|上)(?:到|至|取|个|的|成|为|上)*$")
_ON_PAPERS = re.compile(r"补考|成绩|科目|理论|实操|没过|有效期?|清零|作废")
_WHICH = re.compile(
    r"[报考申够上到][^,，。]{0,4}(?:几|哪|什么|啥)一?个?等?级|最高(?:是|能|可以)?[报考到]*[^,，。]{0,3}几"
)
_BY_ONE = re.compile(r"[升高提晋]$")
_UPWARD = re.compile(
    r"(?:往|向)上(?:一级)?[考报升](?!(?:个|到|至)?[一二三四五1-5]级)|再?(?:升|考|报)(?:高|上)?一级|(?:升|考|报)(?:更|再)?高(?:一?级|的|点)|(?:升|考|报|申报)(?:下|上)一个?等?级|升级"
)


def steps(text: str, levels: Sequence[Entity], names: Sequence[Entity]) -> list[Entity]:
    """The levels that only lead to another one that is named; none in a talk of papers that were passed."""
    if len({one["value"] for one in levels}) < 2 or _ON_PAPERS.search(text):
        return []
    if any("start" not in one for one in (*levels, *names)):
        return []  # a button names them, without a place in any text
    leading = [one for one in levels if _leads(text, one, levels, names)]
    if not leading and any(_is_aimed_at(text, one, names) for one in levels):  # 四级证丢了还能报三级吗
        leading = [one for one in levels if _is_paper(text, one) and not _is_aimed_at(text, one, names)]
    if len(leading) == len(levels):  # 四级到三级要隔几年: both, but one goes on to the last
        leading = leading[:-1]
    left = [one for one in levels if one["value"] not in {each["value"] for each in leading}]
    return [one for one in levels if one not in left] if left else []


def asked_among(text: str, levels: Sequence[Entity]) -> list[Entity]:
    """Without those that are only told of, where it is asked which level: 同事说可以考三级, 我最高能报几级."""
    at, asking, open_ = 0, list[tuple[int, int]](), False
    for piece in re.split(f"({BREAK.pattern})", text):
        if asks(piece):
            asking.append((at, at + len(piece)))
            open_ |= _WHICH.search(piece) is not None
        at += len(piece)
    if not open_:
        return list(levels)
    return [one for one in levels if any(start <= one.get("start", 0) < end for start, end in asking)]


def is_one_step(text: str, level: Entity, levels: Sequence[Entity]) -> bool:
    """Whether 一级 is one step and no level: 五级证几年可以升一级."""
    said = text[level["start"] : level["end"]] if "start" in level else ""
    return said == "一级" and len(levels) > 1 and bool(_BY_ONE.search(text[: level["start"]]))


def next_above(text: str, level: int) -> int | None:
    """The level above the one that is named alone, where the next one is asked for without its name (再往上考)."""
    above = level - 1
    return above if _UPWARD.search(text) and above in LEVELS and not _ON_PAPERS.search(text) else None


def _is_aimed_at(text: str, one: Entity, names: Sequence[Entity]) -> bool:
    return bool(_AIMED.search(_cut(text, 0, one["start"], names)))


def _is_paper(text: str, one: Entity) -> bool:
    return bool(re.match(r"工?的?(?:职业|技能|等级|资格)*证", text[one["end"] :]))


def _leads(text: str, one: Entity, levels: Sequence[Entity], names: Sequence[Entity]) -> bool:
    before = _cut(text, 0, one["start"], names)
    following = min((each["start"] for each in levels if each["start"] > one["start"]), default=None)
    after = _cut(text, one["end"], len(text) if following is None else following, names)
    after += "" if following is None else _NEXT
    if _LEFT_OUT.search(before):
        return True
    if following is not None and _FIRST_ONE.search(before) and _HOW_LONG.search(text):
        return True
    if _is_aimed_at(text, one, names) and not _FROM.search(before):
        return bool(re.match(rf"^{_PAPER}{_GOT}[之以]?后(?!勤)", after))
    return bool(_LEADS.match(after)) or bool(_FROM.search(before))


def _cut(text: str, start: int, end: int, names: Sequence[Entity]) -> str:
    """That part of the text without the names that stand in it."""
    inside = sorted(
        (one for one in names if start <= one["start"] and one["end"] <= end), key=lambda one: -one["start"]
    )
    part = text[start:end]
    for one in inside:
        part = part[: one["start"] - start] + part[one["end"] - start :]
    return part
