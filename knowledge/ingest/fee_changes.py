"""Fees that rose or fell, came or went, and what a retake costs."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.ingest.drafts.models import DraftFee, DraftRetake
from knowledge.ingest.fact_changes import FactChange, fact_change, level_name, yuan
from knowledge.lexicon.matching import fold
from knowledge.models import Source

_Key = tuple[str, int | None]


def fee_changes(old: tuple[DraftFee, ...], new: tuple[DraftFee, ...]) -> Iterator[FactChange]:
    """Component by component, then totals, then retakes; a fee that came or went as one change."""
    before, after = {_key(one): one for one in old}, {_key(one): one for one in new}
    for key in dict.fromkeys((*before, *after)):
        a, b = before.get(key), after.get(key)
        if a and b:
            yield from _amounts(a, b)
        else:
            yield _whole(a, b)
    yield from _retakes([(before[key], after[key]) for key in before if key in after])


def _key(fee: DraftFee) -> _Key:
    return fold(fee.occupation.name) if fee.occupation else "", fee.level


def _name(fee: DraftFee) -> str:
    return f"{fee.occupation.name if fee.occupation else ''}{level_name(fee.level) if fee.level else ''}"


def _amounts(old: DraftFee, new: DraftFee) -> Iterator[FactChange]:
    a = {one.name: one.amount for one in old.components}
    b = {one.name: one.amount for one in new.components}
    for name in dict.fromkeys((*a, *b)):
        if a.get(name) != b.get(name):
            yield _amount(f"{_name(new)}考试费（{name}）", a.get(name), b.get(name), old, new)
    if old.total != new.total:
        yield _amount(f"{_name(new)}合计", old.total, new.total, old, new)


def _amount(field: str, before: float | None, after: float | None, old: DraftFee, new: DraftFee) -> FactChange:
    texts = [yuan(one) if one is not None else None for one in (before, after)]
    return fact_change(field, texts[0], texts[1], old.citations, new.citations)


def _whole(old: DraftFee | None, new: DraftFee | None) -> FactChange:
    known = new or old
    assert known is not None
    field = f"{_name(known)}考试费"
    amounts = [one.amount for one in known.components] + ([known.total] if known.total is not None else [])
    return fact_change(
        field,
        _described(old) if old else None,
        _described(new) if new else None,
        old.citations if old else (),
        new.citations if new else (),
        [yuan(one) for one in amounts],
    )


def _described(fee: DraftFee) -> str:
    parts = "、".join(f"{one.name}{yuan(one.amount)}" for one in fee.components)
    return f"{parts}，合计{yuan(fee.total)}" if fee.total is not None else parts


def _retakes(pairs: list[tuple[DraftFee, DraftFee]]) -> Iterator[FactChange]:
    """One change where the sentence on retakes changed, else one for each level whose retake costs otherwise."""
    told: set[tuple[str, str]] = set()
    for old, new in pairs:
        if old.retake == new.retake:
            continue
        a, b = _sentences(old, new), _sentences(new, old)
        if a or b:
            texts = ("\n".join(one.quote for one in a), "\n".join(one.quote for one in b))
            if texts not in told:
                told.add(texts)
                yield fact_change("补考费", texts[0] or None, texts[1] or None, a, b)
            continue
        values = [yuan(one.amount) for one in (*old.retake.components, *new.retake.components)]
        field = f"{_name(new)}补考费"
        yield fact_change(field, _retake(old.retake), _retake(new.retake), old.citations, new.citations, values)


def _sentences(fee: DraftFee, other: DraftFee) -> list[Source]:
    """The lines on retakes that the other edition's fee does not cite."""
    known = {one.quote for one in other.citations}
    return [one for one in fee.citations if "补考" in one.quote and one.quote not in known]


def _retake(retake: DraftRetake) -> str:
    if not retake.components:
        return "未写明"
    return "、".join(f"{one.name}{yuan(one.amount)}" for one in retake.components)
