"""What a library works out once belongs to it alone."""

from __future__ import annotations

from datetime import date

from knowledge.kept import kept
from knowledge.library import Library
from knowledge.models import Source
from knowledge.validity import parse_as_of

calls: list[date] = []


@kept(2)
def years(library: Library, day: date) -> list[int]:
    calls.append(day)
    return [one.notice.front.year for one in library.holdings if one.notice.front.in_force_until < day]


def test_another_library_has_results_of_its_own(library: Library) -> None:
    empty = Library([], library.lexicon)
    assert years(library, date(2027, 1, 1)) != []
    assert years(empty, date(2027, 1, 1)) == []


def test_only_the_last_results_are_kept(library: Library) -> None:
    own = Library(library.holdings, library.lexicon)
    calls.clear()
    first, second, third = (date(2026, 1, day) for day in (1, 2, 3))
    for day in (first, first, second, third, first):
        years(own, day)
    assert calls == [first, second, third, first]


def test_a_citation_says_what_its_notice_is_worth_on_the_day_asked_for(library: Library) -> None:
    fact = library.holding("shta-2026-hr").facts.fees[0]
    source = Source.model_validate(fact.sources[0].model_dump())
    worth = [
        library.cite("shta-2026-hr", source, parse_as_of(day)).status
        for day in ("2026-12-31", "2027-01-01", "2026-12-31")
    ]
    assert worth == ["current", "past_year", "current"]


def test_changing_the_list_of_notices_changes_it_for_nobody_else(library: Library) -> None:
    moment = parse_as_of("2026-06-01")
    library.by_status(moment).clear()
    assert len(library.by_status(moment)) == len(library.holdings)
