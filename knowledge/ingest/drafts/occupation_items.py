"""Occupations with their levels in running text: 企业人力资源管理师：四、三级。 养老护理员（五级、四级）、育婴员（四级）."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from knowledge.ingest.drafts.occupation_names import looks_like_name, split_names
from knowledge.lexicon.lexicon import Lexicon
from knowledge.models import Level
from knowledge.wording.levels import LevelSpan, level_spans
from knowledge.wording.numerals import squeezed
from knowledge.wording.plain import plain, trimmed, unnumbered

# What may stand before a name in its sentence.
_LEAD = re.compile(
    r"^(?:[^、]*(?:项目|职业|工种|范围|目录|认定|评价)(?:\([^()]*\))?(?:名称)?(?:主要|分别|暂|仅|均)?(?:为|是|有|包括|包含|如下|涉及|设有)"
    r"|[^、]*(?:开展|组织|实施|承担|承接|包括|包含|符合|负责|涉及|参加|推出|开设|新增)(?:的|了)?"
    r"|[^、]*\d{4}年(?:度)?(?:上海市|本市)?|(?:分别)?(?:为|和|及|与|以及|其中|对|以|即))"
)
_CODE = re.compile(r"[\[(【]?(?:职业)?(?:编码|代码)?[:：]?\s*(\d-\d{2}-\d{2}-(?:\d{2}|[Zz]\d))\s*[\])】]?")
_TOGETHER = re.compile(r"等?[两二三四五六七八九十\d]+个?(?:职业|工种|项目)(?:\(工种\)|（工种）)?的?$")
# 焊工，具体为：
_BELOW = re.compile(
    r"[\s,:]*(?:其中|具体|以下|下列|职业方向|方向|工种|为|包括|包含|分为|下设|设有|分|含|有|如下|的|:)*[\s:]*$"
)
_RIGHT = re.compile(r"^[\s)]*([^\s、,;。()：:]{2,16}?(?:师|员|工)(?:\([^()]+\))?)(?=[\s认评考、,;。和及]|职业|$)")


@dataclass(frozen=True)
class Item:
    """One occupation with its levels at `text[start:end]`. Not `understood`: for which names the levels hold is open."""

    name: str
    levels: tuple[Level, ...]
    code: str | None
    start: int
    end: int
    understood: bool = True


def items_in(text: str, lexicon: Lexicon) -> list[Item]:
    """Every occupation of a text that stands with its levels, in order; levels without a name are left out."""
    codes = {match.start(): match.group(1).upper() for match in _CODE.finditer(plain(text))}
    bare = _without_codes(text)
    parents = _parents(text, lexicon)
    found: list[Item] = []
    left = 0
    for span in level_spans(bare):
        code = next((codes[place] for place in sorted(codes) if left <= place <= span.end + 1), None)
        items = _items(bare, left, span, lexicon)
        above = next((one for one in reversed(parents) if one.start <= span.start < one.end), None)
        for item in items:
            own = replace(item, code=code)
            found.append(below(own, above.name, above.code) if above else own)
        left = max([span.end, *(item.end for item in items)])
    return found


def below(item: Item, parent: str, code: str | None) -> Item:
    """The item as a specialisation of an occupation that stands above it: 焊工（电焊工）."""
    if item.name.startswith(parent):
        return item
    return replace(item, name=f"{parent}（{item.name}）", code=item.code or code)


def alone(text: str, lexicon: Lexicon) -> tuple[str, str | None] | None:
    """The occupation, with its code, of a line or of words before a colon that say nothing else; None for others."""
    code = _CODE.search(plain(text))
    bare = _without_codes(text)
    words = _without_lead(bare[: len(_BELOW.sub("", plain(bare)))])
    named = looks_like_name(words, lexicon) and "、" not in words
    return (words, code.group(1).upper() if code else None) if named else None


def _parents(text: str, lexicon: Lexicon) -> list[Item]:
    """Occupations before a colon, with the stretch of text behind it in which names of specialisations stand."""
    folded, bare = plain(text), _without_codes(text)
    spans = level_spans(bare)
    found: list[Item] = []
    for match in re.finditer(":", folded):
        start = max(folded.rfind(mark, 0, match.start()) for mark in "。;:\n") + 1
        named = alone(text[start : match.start()], lexicon)
        span = next((one for one in spans if one.start >= match.end()), None)
        if named and span and _items(bare, match.end(), span, lexicon):
            end = folded.find("。", match.end())
            found.append(Item(named[0], (), named[1], match.end(), len(text) if end < 0 else end))
    return found


def _without_codes(text: str) -> str:
    """The text with blanks in place of codes and their brackets."""
    blank = _CODE.sub(lambda match: " " * len(match.group()), plain(text))
    return "".join(old if new != " " else " " for old, new in zip(text, blank, strict=True))


def names_in(text: str, lexicon: Lexicon) -> list[str]:
    """The occupations of a text that is nothing but their list (after a label such as 评价职业：)."""
    body = text[plain(text).rfind(":") + 1 :]
    body = body[len(body) - len(unnumbered(body)) :]
    names = [trimmed(name, 0, len(name), " 。.;,") for name in split_names(_CODE.sub("", body))]
    return names if names and all(looks_like_name(name, lexicon) for name in names) else []


def _items(text: str, left: int, span: LevelSpan, lexicon: Lexicon) -> list[Item]:
    start = left + _start(plain(text)[left : span.start])
    chunk = _without_lead(text[start : span.start].rstrip(" ：:（(，,、-—\t/"))
    names = split_names(chunk)
    good = [name for name in names if looks_like_name(name, lexicon)]
    if good:
        # 甲、乙（四级）: whether 甲 has the same levels is not said; after a colon (甲、乙：四级) it is.
        before = plain(text[start : span.start]).rstrip()
        shared = before.endswith(":") or bool(_TOGETHER.search(before))
        return [
            Item(name, span.levels, None, start, span.end, span.understood and (shared or name == names[-1]))
            for name in good
        ]
    right = _RIGHT.match(plain(text[span.end :]))
    if not squeezed(chunk) and right and looks_like_name(right.group(1), lexicon):
        end = span.end + right.end(1)
        return [Item(text[span.end + right.start(1) : end], span.levels, None, span.start, end, span.understood)]
    return []


def _start(before: str) -> int:
    """Where the words that belong to the levels begin: after the last full stop, or colon with a name behind it."""
    trailing = len(before.rstrip(" :(,、-/"))
    ends = [match.end() for match in re.finditer(r"[。;:!]", before[:trailing])]
    return max(ends, default=0)


def _without_lead(chunk: str) -> str:
    """The names alone: without number, closing brackets and the words of the sentence."""
    chunk = chunk[len(chunk) - len(unnumbered(chunk)) :] if unnumbered(chunk) else chunk
    chunk = chunk.lstrip(" ）),，、;；。\t“")
    while match := _LEAD.match(plain(chunk)):
        chunk = chunk[match.end() :].lstrip(" ：:、“")
    chunk = _TOGETHER.sub("", chunk)
    return re.sub(r"(?:职业|工种|项目|等级|的|”|职业技能等级)+$", "", chunk).rstrip(" ：:（(”")
