"""Find organisations, occupations and levels in a sentence: longest known name first, levels by rule.

Standard library only and valid on Python 3.10, because the dialogue engine's process imports it too: the
conversation, the search box and the fall-back then all read a sentence the same way.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

CODE = re.compile(r"(?<![\d-])\d-\d{2}-\d{2}-(?:\d{2}|z\d)(?![\d-])")
_LEVEL_DIGITS = {
    c: n for n, cs in {5: "5五伍", 4: "4四肆", 3: "3三叁", 2: "2二贰两", 1: "1一壹"}.items() for c in cs
}
_LEVEL_WORDS = {
    "高级技师": 1,
    "技师": 2,
    "高级工": 3,
    "中级工": 4,
    "初级工": 5,
    "高级": 3,
    "中级": 4,
    "初级": 5,
}
_LATIN = re.compile(r"[a-z0-9]")
_D = "12345一二三四五壹贰叁肆伍"
# 三年级 and 国二级 are no levels; in 四、三级 and 三四级 every digit is one.
_LIST = r"[、,和跟与及或/到至\-]"
_LEVEL = re.compile(
    rf"(?<![\d第国高下低])(?<!上(?=一))([{_D}](?:{_LIST}[{_D}]|(?<!\d)[{_D}](?<!\d)){{0,4}})\s*级(?!别|联|建)"
)
_WORD = re.compile(
    r"高级技师|(?<!高级)(?<!预备)技师(?!学院|班|协会|工作室|预备)"
    r"|(?:高|中|初)级(?:工(?!班|程)|(?!技师|技工|职称|中学|教师|工程|专业|工班|经济|会计|人才|宏|软))"
)


def fold(text: str) -> str:
    """One form for look-ups: NFKC, lower case, no white space but one space between Latin words."""
    folded = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text).lower()).strip()
    return re.sub(r"(?<![a-z0-9]) | (?![a-z0-9])", "", folded)


@dataclass(frozen=True)
class Alias:
    """A way to write a name; `value` is the official name.

    `kind` is organisation or occupation, or examination, place, other_organisation or other_occupation for what lies
    outside the notices.
    """

    kind: str
    value: str
    alias: str


@dataclass(frozen=True)
class Mention:
    """A name found in a text: `text[start:end]` of the text that was given. Levels are `5` … `1`."""

    kind: str
    value: str
    start: int
    end: int


class Matcher:
    """Finds names in text. Built once from the lexicon's aliases."""

    def __init__(self, aliases: Iterable[Alias]) -> None:
        self._by_alias = {fold(one.alias): one for one in aliases}
        # By their first character: most characters of a sentence begin no name, and cost nothing then.
        self._names = {
            first: re.compile("|".join(_bounded(name, self._by_alias[name].kind) for name in names))
            for first, names in _by_first_character(self._by_alias).items()
        }

    def find(self, text: str) -> list[Mention]:
        """All mentions in order of appearance; none overlap."""
        folded, offsets = _fold_with_offsets(text)
        found = [
            *self._names_in(folded),
            *(("code", m.group().upper(), m.start(), m.end()) for m in CODE.finditer(folded)),
        ]
        taken = {i for _, _, start, end in found for i in range(start, end)}
        for value, start, end in level_mentions(folded):
            if taken.isdisjoint(range(start, end)):
                found.append(("level", str(value), start, end))
        found.sort(key=lambda one: one[2])
        return [Mention(kind, value, offsets[start], offsets[end - 1] + 1) for kind, value, start, end in found]

    def _names_in(self, folded: str) -> Iterator[tuple[str, str, int, int]]:
        at = 0
        while at < len(folded):
            names = self._names.get(folded[at])
            match = names.match(folded, at) if names else None
            if match:
                alias = self._by_alias[match.group()]
                yield alias.kind, alias.value, match.start(), match.end()
            at = match.end() if match else at + 1


def _by_first_character(names: Iterable[str]) -> dict[str, list[str]]:
    """The names that begin with each character, the longest first."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=len, reverse=True):
        if name:
            found[name[0]].append(name)
    return found


def _bounded(name: str, kind: str) -> str:
    """Guard a name against longer words that contain it.

    Latin letters and digits end at a word's end, 电工 is not in 电工程, a major is no occupation, and whoever comes
    from a place, or goes to a road called after it, does not ask about that place.
    """
    before = r"(?<![a-z0-9])" if re.match(r"[a-z0-9]", name) else ""
    after = r"(?![a-z0-9])" if re.search(r"[a-z0-9]$", name) else "(?![^的有要是没不限对看]{0,4}专业)"
    if kind == "examination":
        before += "(?<![最提更])"  # 最高考到几级
        after += "(?!到|几)"
        after += "(?!的?(?:文凭|学历|毕业|本科|大专))"
    if name.endswith("证"):
        after += "(?!书)"
    if kind == "place":
        before = "(?<![上中])"  # 上海南站, 中山东一路
        after = "(?!人(?!工)|户口|户籍|籍|来|大学|学院|[东南西北中]?[一二三]?路|生源|同胞|居民|身份)"
    if name.endswith("餐"):
        after += "(?![厅馆饮具])"
    if name.endswith("工"):
        after += "(?![程业具艺])"
    return f"{before}{re.escape(name)}{after}"


def level_mentions(folded: str) -> list[tuple[int, int, int]]:
    """Levels in a folded text, as (level, start, end)."""
    found = [
        (_LEVEL_DIGITS[c], m.start(1) + i, m.start(1) + i + 1 if i + 1 < len(m.group(1)) else m.end())
        for m in _LEVEL.finditer(folded)
        for i, c in enumerate(m.group(1))
        if c in _LEVEL_DIGITS
    ]
    return found + [(_LEVEL_WORDS[m.group()], m.start(), m.end()) for m in _WORD.finditer(folded)]


def _fold_with_offsets(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the place in `text` that it comes from."""
    folded: list[str] = []
    offsets: list[int] = []
    gap = False
    for i, char in enumerate(text):
        for one in unicodedata.normalize("NFKC", char).lower():
            if one.isspace():
                gap = True
                continue
            if gap and folded and _LATIN.match(folded[-1]) and _LATIN.match(one):
                folded.append(" ")
                offsets.append(i)
            folded.append(one)
            offsets.append(i)
            gap = False
    return "".join(folded), offsets
