"""What is charged side by side, by several organisations, for several occupations or levels: only like is compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.actions.desk import Desk
from bot.actions.reply import Computed
from bot.actions.turn import Turn
from bot.actions.wording import joined
from knowledge.fee_sums import money
from knowledge.fees import Fee, fees
from knowledge.models import LEVEL_NAMES
from knowledge.subject import Subject

COMPARES_FIGURES = re.compile(
    r"便宜|(?<!昂)贵(?![司单协校处院方机公])|相差|差(?:多少|几|价|额|别|距|多大)|价差|划算|省(?:多少|几|钱)|[多少高低](?:花|交|付|收|出)?(?:多少|几[块百十])"
)
_WITH = re.compile("[跟和与比]|还是|哪[家个边]")
COMPARES = re.compile(rf"{COMPARES_FIGURES.pattern}|比|一样|相同|同价")


@dataclass(frozen=True)
class Comparison:
    """Sentences, with how their figures were worked out."""

    lines: tuple[str, ...] = ()
    computed: tuple[Computed, ...] = ()


def named_organisations(desk: Desk, turn: Turn) -> frozenset[str]:
    """The organisations of a question that names more than one, or compares one with what was told; else none."""
    found = desk.library.lexicon.matcher.find(turn.text)
    names = frozenset(one.value for one in found if one.kind == "organisation")
    things = {one.value for one in found if one.kind in ("occupation", "level")}
    several = len({one.value for one in found if one.kind == "level"}) > 1 or len(things) > 2
    if len(names) == 1 and not several and _WITH.search(turn.text) and COMPARES.search(turn.text):
        names |= {turn.memory.organisation} if turn.memory.organisation else _all(desk, turn)
    return names if len(names) > 1 else frozenset()


def _all(desk: Desk, turn: Turn) -> frozenset[str]:
    return frozenset(one.organisation.name for one in fees(desk.library, Subject(), turn.as_of))


# 苏州的比上海便宜不: not by how much our own fees differ.
_WITH_A_PLACE = re.compile(r"[比跟和](?:你们)?(?:上海|这边|本地|我们这)(?![市]?[^，。,]{2,14}(?:协会|大学|学院))")


def compare(found: Sequence[Fee], turn: Turn, named: bool) -> Comparison:
    """One sentence for each occupation and level that several organisations in force charge for.

    Where somebody `named` organisations of which one has no notice in force, it is said that this cannot be compared.
    Two occupations or levels are set against each other where a question asks by how much they differ.
    """
    sentences = list(_sentences([one for one in found if one.status == "current"]))
    stale = joined(one.organisation.name for one in found if one.status != "current")
    lines = [text for text, _ in sentences]
    if named and stale and any(one.status == "current" for one in found):
        lines.append(f"没有收录{stale}现行的收费，不能直接比谁便宜。")
    elif COMPARES.search(turn.text) and not _WITH_A_PLACE.search(turn.text):
        difference = _difference(found)
        lines += difference.lines
        sentences += [("", list(difference.computed))]
    return Comparison(tuple(lines), tuple(how for _, each in sentences for how in each))


def _difference(found: Sequence[Fee]) -> Comparison:
    """Two fees for different things, both in force or of one notice; others are not of the same time."""
    priced = [one for one in found if one.total is not None]
    if len(priced) != 2 or _what(priced[0]) == _what(priced[1]):
        return Comparison()
    low, high = sorted(priced, key=lambda one: one.total or 0)
    notices = {one.citations[0].notice_id for one in priced}
    if len(notices) > 1 and any(one.status != "current" for one in priced):
        return Comparison(("两份通知不是同一时期的，不能直接比谁便宜。",))
    occupations = len({one.occupation.name for one in priced}) > 1
    low_name, high_name = (
        f"{one.occupation.name if occupations else ''}{LEVEL_NAMES[one.level]}" for one in (low, high)
    )
    if low.total == high.total:
        return Comparison((f"{high_name}和{low_name}都是{money(Decimal(str(low.total)))}元，一样多。",))
    gap, how = _gap(Decimal(str(low.total)), Decimal(str(high.total)))
    return Comparison((f"{low_name}比{high_name}便宜{gap}元。",), (how,))


def _what(fee: Fee) -> tuple[str, int]:
    return fee.occupation.name, fee.level


def _gap(low: Decimal, high: Decimal) -> tuple[str, Computed]:
    gap = money(high - low)
    return gap, Computed(text=gap, explanation=f"{money(high)}元 - {money(low)}元 = {gap}元")


def _sentences(current: Sequence[Fee]) -> Iterator[tuple[str, list[Computed]]]:
    groups: dict[tuple[str, int], list[Fee]] = {}
    for one in current:
        groups.setdefault((one.occupation.name, one.level), []).append(one)
    for (_, level), group in sorted(groups.items(), key=lambda item: (item[0][0], -item[0][1])):
        if len(group) > 1 and all(one.total is not None for one in group):
            yield _sentence(LEVEL_NAMES[level], group)


def _sentence(level: str, group: Sequence[Fee]) -> tuple[str, list[Computed]]:
    priced = sorted(((Decimal(str(one.total)), one.organisation.name) for one in group), key=lambda one: one[0])
    (low, cheapest), (high, dearest) = priced[0], priced[-1]
    if low == high:
        return f"{level}{'两家' if len(group) == 2 else '这几家'}都是{money(low)}元。", []
    if len(group) > 2:
        lowest = joined(name for amount, name in priced if amount == low)
        return f"{level}最便宜的是{lowest}，{money(low)}元。", []
    gap, how = _gap(low, high)
    return f"{level}{cheapest}比{dearest}便宜{gap}元。", [how]
