"""Application windows on the days around their ends, and what is worked out of a ticket rule."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from knowledge.facts import Period
from knowledge.library import Holding, Library
from knowledge.schedule import Window, find_window, printed_first_day, schedule, windows
from knowledge.schedule.days import application_status
from knowledge.subject import Subject, resolve_subject
from knowledge.validity import parse_as_of

SHTA, SAIA, SJTU = "shta-2026-hr", "saia-2026-ai-trainer", "sjtu-2025-ai-trainer"
HR, COACH, TRAINER = "企业人力资源管理师", "职业培训师", "人工智能训练师"


def rows(library: Library, at: str, organisation: str, occupation: str, **more: Any) -> list[Window]:
    subject = resolve_subject(library.lexicon, organisation, occupation, **more)
    return windows(library, subject, parse_as_of(at))


def with_assessment(library: Library, notice_id: str, period: Period) -> Library:
    """The library, but the notice's first row prints this period for the assessment."""
    holding = library.holding(notice_id)
    first, *others = holding.facts.windows
    facts = holding.facts.model_copy(
        update={"windows": (first.model_copy(update={"assessment": period}), *others)}
    )
    changed = replace(holding, facts=facts)
    return Library([changed if one is holding else one for one in library.holdings], library.lexicon)


@pytest.mark.parametrize(
    ("at", "status", "left"),
    [
        ("2026-06-28", "upcoming", None),
        ("2026-06-28T23:59:00+08:00", "upcoming", None),
        ("2026-06-29", "open", 20),
        ("2026-07-18", "open", 1),
        ("2026-07-19", "open", 0),
        ("2026-07-19T15:59:00Z", "open", 0),
        ("2026-07-19T16:00:00Z", "closed", None),
        ("2026-07-20", "closed", None),
    ],
)
def test_both_end_days_of_an_application_count_in_shanghai(
    library: Library, at: str, status: str, left: int | None
) -> None:
    window = rows(library, at, "shta", HR)[1]
    assert window.application.text == "6月29日-7月19日"
    assert (window.status, window.days_left) == (status, left)


@pytest.mark.parametrize(
    ("at", "status", "left"),
    [
        ("2025-12-31", "upcoming", None),
        ("2026-01-01", "open", 30),
        ("2026-01-31", "open", 0),
        ("2026-02-01", "closed", None),
    ],
)
def test_an_open_start_counts_from_the_day_the_notice_is_in_force(
    library: Library, at: str, status: str, left: int | None
) -> None:
    window = rows(library, at, "saia", TRAINER)[0]
    assert window.application.text == "1月底前"
    assert (window.status, window.days_left) == (status, left)


def test_the_year_ends_between_two_days(library: Library) -> None:
    last = rows(library, "2025-12-31", "sjtu", TRAINER)[-1]
    assert (last.application.text, last.status, last.days_left) == ("11月16日-12月31日", "open", 0)
    later = rows(library, "2026-01-01", "sjtu", TRAINER)[-1]
    assert (later.status, later.notice_status) == ("closed", "past_year")
    assert {one.status for one in later.citations} == {"past_year"}


@pytest.mark.parametrize(
    ("text", "status"), [("另行通知", "upcoming"), ("全年安排另行通知", "upcoming"), ("常年受理", "open")]
)
def test_nothing_is_called_open_that_no_notice_opens(library: Library, text: str, status: str) -> None:
    front = library.notice(SHTA).front
    period = Period(start=None, end=None, text=text)
    assert application_status(period, front, date(2026, 6, 1)) == status
    assert application_status(period, front, date(2027, 1, 1)) == "closed"


@pytest.mark.parametrize(
    ("at", "text"),
    [
        ("2026-02-01", "2月23日-3月22日"),  # the notice is not in force yet
        ("2026-07-01", "6月29日-7月19日"),
        ("2026-07-20", "9月10日-9月30日"),
        ("2026-10-01", None),
        ("2027-01-01", None),
    ],
)
def test_next_is_the_open_window_else_the_next_one_else_none(library: Library, at: str, text: str | None) -> None:
    found = schedule(library, resolve_subject(library.lexicon, "shta", HR), parse_as_of(at))
    assert (found.next.application.text if found.next else None) == text
    assert len(found.windows) == 3


def test_of_two_open_windows_the_one_that_ends_first_is_next(library: Library) -> None:
    """On 1 July 2026 技师协会 takes applications until the 19th, 人工智能行业协会 until the 31st."""
    found = schedule(library, Subject(), parse_as_of("2026-07-01")).next
    assert found is not None
    assert found.notice_id == SHTA


def test_a_past_years_window_is_shown_but_never_next(library: Library) -> None:
    found = schedule(library, resolve_subject(library.lexicon, "sjtu"), parse_as_of("2026-06-01"))
    assert {one.notice_status for one in found.windows} == {"past_year"}
    assert len(found.windows) == 11 * 2
    assert found.next is None


def test_a_superseded_notice_gives_way_to_the_new_one(library: Library) -> None:
    old = library.holding(SHTA)
    front = old.notice.front.model_copy(
        update={
            "id": "shta-2026-new",
            "replaces": SHTA,
            "in_force_from": date(2026, 6, 1),
        }
    )
    clauses = {path: one.model_copy(update={"notice_id": front.id}) for path, one in old.notice.clauses.items()}
    newer = Holding(old.notice.model_copy(update={"front": front, "clauses": clauses}), old.facts, old.folder)
    both = Library([*library.holdings, newer], library.lexicon)
    found = schedule(both, resolve_subject(library.lexicon, "shta", HR), parse_as_of("2026-07-01"))
    assert {(one.notice_id, one.notice_status) for one in found.windows} == {
        (SHTA, "superseded"),
        ("shta-2026-new", "current"),
    }
    assert found.next is not None
    assert found.next.notice_id == "shta-2026-new"


def test_a_shared_timetable_opens_no_level_that_an_occupation_lacks(library: Library) -> None:
    assert {one.levels for one in rows(library, "2026-07-01", "shta", COACH)} == {(3,)}
    assert rows(library, "2026-07-01", "shta", COACH, level=4) == []
    assert {one.levels for one in rows(library, "2026-07-01", "shta", HR, level=4)} == {(4, 3)}


def test_each_window_has_an_id_of_its_own_that_time_does_not_change(library: Library) -> None:
    early, late = (windows(library, Subject(), parse_as_of(at)) for at in ("2025-03-01", "2026-11-21"))
    assert len({one.id for one in early}) == len(early) == 12 + 22 + 6
    assert {one.id for one in early} == {one.id for one in late}
    assert all(re.fullmatch(r"[a-z0-9-]+", one.id) for one in early)
    wanted = find_window(library, early[0].id, parse_as_of("2026-11-21"))
    assert wanted is not None
    assert wanted.id == early[0].id
    assert find_window(library, "no-such-window", parse_as_of("2026-11-21")) is None


def test_the_json_has_the_fields_of_the_contract(library: Library) -> None:
    window = rows(library, "2026-07-01", "shta", HR)[1].model_dump(mode="json", by_alias=True)
    assert window["application"] == {"start": "2026-06-29", "end": "2026-07-19", "text": "6月29日-7月19日"}
    assert window["payment"] == {"start": "2026-07-20", "end": "2026-07-26", "text": "7月20日-7月26日"}
    assert window["admission_ticket"] == {"from": "2026-08-17", "text": "8月17日"}
    assert window["assessment"] == {"start": "2026-08-22", "end": "2026-08-23", "text": "8月22、23日"}
    assert window["citations"][0]["clause"] == "二（三）（1）"


def test_a_printed_ticket_date_prevails_over_the_rule(library: Library) -> None:
    """The timetable says 4月20日, five days before 4月25日; the rule says a week."""
    first = rows(library, "2026-03-01", "shta", HR)[0]
    assert {(one.way, one.from_, one.text, one.computed) for one in first.tickets} == {
        ("group", date(2026, 4, 20), "4月20日", None),
        ("individual", date(2026, 4, 20), "4月20日", None),
    }


@pytest.mark.parametrize("organisation", ["saia", "sjtu"])
def test_a_month_of_assessment_gives_no_ticket_date(library: Library, organisation: str) -> None:
    for window in rows(library, "2025-06-01", organisation, TRAINER):
        assert window.admission_ticket is None
        assert window.tickets
        for ticket in window.tickets:
            assert ticket.from_ is None
            assert ticket.text in {"考试前五个工作日", "考前一周"}
            assert "不知道" in str(ticket.computed)


def test_the_way_that_a_notice_does_not_state_has_no_ticket(library: Library) -> None:
    assert {one.way for one in rows(library, "2026-06-01", "saia", TRAINER)[0].tickets} == {"group"}
    assert {one.way for one in rows(library, "2025-06-01", "sjtu", TRAINER)[0].tickets} == {"group", "individual"}


@pytest.mark.parametrize(
    ("start", "text", "group", "individual"),
    [
        # Saturday: Monday to Friday before it are five.
        (date(2026, 4, 25), "2026年4月25日", date(2026, 4, 20), date(2026, 4, 18)),
        # 10 October is a make-up working Saturday, 1 to 7 October are holidays: 10, 9, 8 October, 30, 29 September.
        (date(2026, 10, 12), "2026年10月12日", date(2026, 9, 29), date(2026, 10, 5)),
    ],
)
def test_a_rule_is_counted_back_from_an_exact_day(
    library: Library, start: date, text: str, group: date, individual: date
) -> None:
    changed = with_assessment(library, SJTU, Period(start=start, end=start, text=text))
    tickets = {one.way: one for one in rows(changed, "2025-01-10", "sjtu", TRAINER)[0].tickets}
    assert (tickets["group"].from_, tickets["individual"].from_) == (group, individual)
    assert "考试前五个工作日" in str(tickets["group"].computed)
    assert "考前一周" in str(tickets["individual"].computed)


def test_working_days_of_a_year_without_published_holidays_are_not_guessed(library: Library) -> None:
    period = Period(start=date(2035, 5, 12), end=date(2035, 5, 12), text="2035年5月12日")
    tickets = {
        one.way: one
        for one in rows(with_assessment(library, SJTU, period), "2025-01-10", "sjtu", TRAINER)[0].tickets
    }
    assert tickets["group"].from_ is None
    assert "还没有收录" in str(tickets["group"].computed)
    assert tickets["individual"].from_ == date(2035, 5, 5)


@pytest.mark.parametrize(
    ("start", "text", "exact"),
    [
        (date(2026, 4, 25), "4月25、26日", True),
        (date(2026, 4, 25), "4月25日（周六）", True),
        (date(2026, 3, 1), "3月", False),
        (date(2027, 1, 1), "明年1月", False),
        (date(2026, 3, 1), "3月上旬", False),
        (date(2026, 4, 25), "4月25日左右", False),
        (None, "12月底前或根据次年公告排考", False),
    ],
)
def test_only_a_printed_day_is_an_exact_day(start: date | None, text: str, exact: bool) -> None:
    assert printed_first_day(Period(start=start, end=None, text=text), 2026) == (start if exact else None)


def test_what_may_move_an_assessment_is_cited(library: Library) -> None:
    april, _, november = rows(library, "2026-03-01", "shta", HR)
    assert [("11月" in one.text, "10日" in one.text) for one in april.changes] == [(True, True)]
    assert {one.clause for one in april.changes[0].citations} == {"二（三）（1）"}
    assert november.changes == ()
    saia = rows(library, "2026-03-01", "saia", TRAINER)[0].changes
    assert ["30人" in one.text for one in saia] == [True]
    assert {one.clause for one in saia[0].citations} == {"二（三）2"}
