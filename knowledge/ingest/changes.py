"""How an edition differs from an earlier one, for those who apply: first values, then clauses that no value explains."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import zip_longest

from knowledge.ingest.alignment import LinePair, Pair, align, differing, folded, same
from knowledge.ingest.catalogue_changes import catalogue_changes, validity_changes
from knowledge.ingest.contact_changes import contact_changes
from knowledge.ingest.drafts.models import Change, Draft
from knowledge.ingest.fact_changes import FactChange, printed
from knowledge.ingest.fee_changes import fee_changes
from knowledge.ingest.window_changes import window_changes
from knowledge.models import Clause, Notice, Source

_LABEL = 12  # characters: what may stand beside a value without being a sentence
_NAMED = ("标题", "文号", "落款", "附件清单")


def changes(old: Draft, new: Draft, old_notice: Notice, new_notice: Notice) -> tuple[Change, ...]:
    """Every difference from the old to the new notice: fees, windows, contacts, catalogue, then clauses.

    Both drafts are made by the same code. White space, full-width forms, a clause's number and years that roll over
    with the notice are no differences. A clause is left out where the changed values at it are all that differs.
    """
    years = new_notice.front.year - old_notice.front.year
    values = [
        *fee_changes(old.fees, new.fees),
        *window_changes(old.windows, new.windows, years),
        *contact_changes(old.contacts, new.contacts),
        *catalogue_changes(old.catalogue, new.catalogue),
        *validity_changes(old_notice, new_notice),
    ]
    clauses = [change for pair in align(old_notice, new_notice) for change in _of_clause(pair, values, years)]
    footnotes = _footnotes(old_notice, new_notice, years)
    return tuple(dict.fromkeys((*(one.change for one in values), *clauses, *footnotes)))


def _of_clause(pair: Pair, values: list[FactChange], years: int) -> Iterator[Change]:
    old, new = pair.old, pair.new
    if old and new:
        lines = [one for one in differing(old, new, years) if not _explained(one, pair, values, years)]
        if lines:
            before, after = [one.old for one in lines if one.old], [one.new for one in lines if one.new]
            yield _change(_modified(old, new), "\n".join(before), "\n".join(after), new)
    elif new and not _all_explained([LinePair(None, one.text) for one in new.lines], pair, values, years):
        yield _change(f"新增条款 {new.path}", None, new.text, new)
    elif old and not _all_explained([LinePair(one.text, None) for one in old.lines], pair, values, years):
        yield _change(f"删除条款 {old.path}", old.text, None, old)


def _change(field: str, old: str | None, new: str | None, clause: Clause) -> Change:
    return Change(field=field, old=old or None, new=new or None, clause=clause.path)


def _modified(old: Clause, new: Clause) -> str:
    if new.path in _NAMED:
        return new.path
    return f"条款修改 {new.path}" + (f"（原 {old.path}）" if old.path != new.path else "")


def _all_explained(lines: list[LinePair], pair: Pair, values: list[FactChange], years: int) -> bool:
    """Whether a clause that came or went holds nothing but changed values."""
    return all(_explained(one, pair, values, years) for one in lines)


def _explained(line: LinePair, pair: Pair, values: list[FactChange], years: int) -> bool:
    """Whether the changes reported at this very clause are all that differs in the line."""
    home = pair.new or pair.old
    near = [one for one in values if home and one.change.clause == home.path and _speaks_of(one, line, pair)]
    if not near:
        return False
    if line.old is None or line.new is None:
        return any(_bears(one, line) for one in near)
    whole = any(one.change.old == line.old and one.change.new == line.new for one in near)
    words = sorted({word for one in near for word in one.values if word}, key=len, reverse=True)
    return whole or same(_masked(line.old, words), _masked(line.new, words), years)


def _speaks_of(change: FactChange, line: LinePair, pair: Pair) -> bool:
    old = line.old and pair.old and Source(clause=pair.old.path, quote=line.old) in change.old_lines
    new = line.new and pair.new and Source(clause=pair.new.path, quote=line.new) in change.new_lines
    return bool(old or new)


def _bears(change: FactChange, line: LinePair) -> bool:
    """A line that came or went is explained where it prints a value that did, and no sentence besides."""
    text = line.new or line.old or ""
    rest = _masked(text, sorted(change.values, key=len, reverse=True))
    return "□" in rest and len(re.sub(r"[\W\d]|初级|中级|高级|技师|元", "", rest)) <= _LABEL


def _masked(text: str, words: list[str]) -> str:
    # White space goes last: it is what keeps the numbers of a row apart.
    masked = unicodedata.normalize("NFKC", text)
    for word in words:
        masked = printed(unicodedata.normalize("NFKC", word)).sub("□", masked)
    return folded(masked)


def _footnotes(old: Notice, new: Notice, years: int) -> Iterator[Change]:
    """Footnotes by their text, because their marks are numbers too; what differs is compared in order."""
    before, after = list(old.footnotes.items()), list(new.footnotes.items())
    for mark, text in old.footnotes.items():
        if match := next((one for one in after if same(folded(text), folded(one[1]), years)), None):
            after.remove(match)
            before.remove((mark, text))
    for a, b in zip_longest(before, after):
        holder = _clause_of(new, b[0]) if b else _clause_of(old, a[0]) if a else None
        mark = b[0] if b else a[0] if a else ""
        yield Change(field=f"脚注 {mark}", old=a[1] if a else None, new=b[1] if b else None, clause=holder)


def _clause_of(notice: Notice, mark: str) -> str | None:
    return next(
        (path for path, clause in notice.clauses.items() if any(mark in line.footnotes for line in clause.lines)),
        None,
    )
