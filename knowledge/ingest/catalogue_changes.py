"""Occupations and levels that came or went, and how long results are kept."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.ingest.drafts.models import DraftCatalogueEntry
from knowledge.ingest.fact_changes import FactChange, fact_change, level_name
from knowledge.lexicon.matching import fold, level_mentions
from knowledge.models import Notice, Source
from knowledge.wording.plain import plain

_Entries = tuple[DraftCatalogueEntry, ...]
_Key = tuple[str, str, int]
_Offers = dict[_Key, DraftCatalogueEntry]
_VALID = re.compile(
    r"(?P<levels>[^,;。:]{0,30}?)(?:成绩|补考)?有效期(?:限)?(?:均|各)?(?:为|是|:)?(?P<years>[一二两三四五六七八九十\d]+)(?:个)?年"
)


def catalogue_changes(old: _Entries, new: _Entries) -> Iterator[FactChange]:
    """Level by level; a special ability, which has none, as a whole."""
    before, after = _offers(old), _offers(new)
    for key in dict.fromkeys((*after, *before)):
        if key in before and key in after:
            yield from _code(before[key], after[key])
            continue
        entry = after.get(key) or before[key]
        level = level_name(key[2]) if key[2] else None
        what = "职业等级" if level else "评价项目"
        name = f"{_of_others(entry, old + new)}{entry.occupation.name}{level or ''}"
        value = level or entry.occupation.name
        words = (entry.occupation.name, *([level, str(key[2])] if level else []), *_lists(key, before, after))
        if key in after:
            yield fact_change(f"新增{what}：{name}", None, value, (), entry.citations, words)
        else:
            yield fact_change(f"取消{what}：{name}", value, None, entry.citations, (), words)


def _offers(entries: _Entries) -> _Offers:
    return {
        (fold(one.organisation.name), fold(one.occupation.name), level): one
        for one in entries
        for level in (one.levels or (0,))
    }


def _lists(key: _Key, *offers: _Offers) -> list[str]:
    """All levels of the occupation in one list, as rows (`4、3`) and sentences (四、三级) print them."""
    levels = [sorted((level for *of, level in one if level and of == [*key[:2]]), reverse=True) for one in offers]
    names = ["、".join(level_name(level)[0] for level in one) for one in levels]
    return ["、".join(map(str, one)) for one in levels if one] + [f"{one}级" for one in names if one]


def _of_others(entry: DraftCatalogueEntry, entries: _Entries) -> str:
    """The organisation, where the notices list several."""
    several = len({fold(one.organisation.name) for one in entries}) > 1
    return entry.organisation.name if several else ""


def _code(old: DraftCatalogueEntry, new: DraftCatalogueEntry) -> Iterator[FactChange]:
    if old.occupation.code != new.occupation.code and old.levels[:1] == new.levels[:1]:
        field = f"职业编码：{new.occupation.name}"
        yield fact_change(field, old.occupation.code, new.occupation.code, old.citations, new.citations)


def validity_changes(old: Notice, new: Notice) -> Iterator[FactChange]:
    """How many years results count for a retake, levels with the same change together."""
    before, after = _validity(old), _validity(new)
    groups: dict[tuple[str | None, str | None], list[int]] = {}
    for level in sorted({*before, *after}, reverse=True):
        a, b = before.get(level), after.get(level)
        if (a and a[0]) != (b and b[0]):
            groups.setdefault((a and a[0], b and b[0]), []).append(level)
    for (was, now), levels in groups.items():
        field = "成绩有效期" + (f"（{'、'.join(map(level_name, levels))}）" if levels != [0] else "")
        lines = [tuple(found[level][1] for level in levels if level in found) for found in (before, after)]
        yield fact_change(field, was, now, lines[0], lines[1], [one for one in (was, now) if one])


def _validity(notice: Notice) -> dict[int, tuple[str, Source]]:
    """Years as printed and their line, by level; level 0 where none is named."""
    found: dict[int, tuple[str, Source]] = {}
    for path, clause in notice.clauses.items():
        for line in clause.lines:
            for match in _VALID.finditer(plain(line.text)):
                levels = [level for level, _, _ in level_mentions(fold(match.group("levels")))]
                for level in levels or [0]:
                    found.setdefault(level, (f"{match.group('years')}年", Source(clause=path, quote=line.text)))
    return found
