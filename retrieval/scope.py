"""Which notices a search looks in: of a large corpus those alone that the question can mean."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property, lru_cache

from knowledge.library import Library
from knowledge.validity import SHANGHAI, day_of
from retrieval.corpus import Entry
from retrieval.query import Query
from retrieval.settings import RetrievalSettings

_KEPT = 256  # choices: of a large corpus each takes milliseconds, and many searches choose alike


@dataclass(frozen=True)
class Named:
    """What a question names that tells whose notices it means."""

    region: str
    organisation: str | None
    occupation: str | None


class Scope:
    """Chooses among the notices of an index."""

    def __init__(self, library: Library, entries: Sequence[Entry], settings: RetrievalSettings) -> None:
        self._library, self._entries, self._settings = library, entries, settings
        self._small = sum(one.passages for one in entries) <= settings.narrow_from
        self._regions = frozenset(one.region for one in entries)
        self._chosen = lru_cache(_KEPT)(self._choose)

    def notices(
        self, query: Query, as_of: datetime, notices: frozenset[str] | None, year: int | None
    ) -> frozenset[str] | None:
        """The notices to look in; None: all.

        `notices`, `year` and the region narrow in any corpus, what else the question names and validity in a large one.
        """
        if notices is None and year is None and self._small and len(self._regions) == 1:
            return None
        named = Named(query.region or self._settings.region, query.organisation, query.occupation)
        return self._chosen(named, self._since(day_of(as_of)), notices, year)

    def _choose(self, named: Named, day: date, notices: frozenset[str] | None, year: int | None) -> frozenset[str]:
        entries = [
            one
            for one in self._entries
            if (notices is None or one.notice_id in notices) and (year is None or one.year == year)
        ]
        entries = [one for one in entries if _is_of(one.region, named.region)] or entries
        if sum(one.passages for one in entries) > self._settings.narrow_from:
            entries = [one for one in entries if _is_about(one, named)] or entries
            if year is None:
                entries = self._latest(entries, day)
        return frozenset(one.notice_id for one in entries)

    def _latest(self, entries: Iterable[Entry], day: date) -> list[Entry]:
        """Of each issuer the notices in force or to come; of one that has none, those of its last year."""
        moment = datetime.combine(day, time(), SHANGHAI)
        by_issuer: dict[tuple[str, str], list[Entry]] = {}
        for one in entries:
            by_issuer.setdefault((one.organisation, one.kind), []).append(one)
        kept = []
        for own in by_issuer.values():
            valid = [one for one in own if self._is_valid(one, moment)]
            last = max(one.year for one in own)
            kept += valid or [one for one in own if one.year == last]
        return kept

    def _is_valid(self, one: Entry, moment: datetime) -> bool:
        front = self._library.notice(one.notice_id).front
        return self._library.status(front, moment) in ("current", "upcoming")

    def _since(self, day: date) -> date:
        """Since when the same notices are in force as on that day."""
        at = bisect_right(self._changes, day)
        return self._changes[at - 1] if at else date.min + timedelta(days=1)

    @cached_property
    def _changes(self) -> list[date]:
        """The days on which a notice comes into force or is in force no longer."""
        fronts = [one.notice.front for one in self._library.holdings]
        ends = {one.in_force_until + timedelta(days=1) for one in fronts}
        return sorted({one.in_force_from for one in fronts} | ends)


def _is_of(region: str, named: str) -> bool:
    """Whether it is the region that is named, by its whole name (上海市) or without its rank (上海)."""
    return region.startswith(named) or named.startswith(region)


def _is_about(one: Entry, named: Named) -> bool:
    """Whether a notice is of the organisation and about the occupation that are named, or of an authority."""
    if named.organisation and one.kind == "organisation" and one.organisation != named.organisation:
        return False
    return not (named.occupation and one.occupations) or named.occupation in one.occupations
