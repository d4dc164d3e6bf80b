"""Where results are looked up, and by which day, as clause 三 of each notice says."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.enquiries import due_days, enquiries
from knowledge.library import Library
from knowledge.subject import Subject, resolve_subject
from knowledge.validity import parse_as_of

NOW = parse_as_of("2026-11-21")


def subject(library: Library, **names: str) -> Subject:
    return resolve_subject(library.lexicon, **names)


@pytest.mark.parametrize(
    ("organisation", "status"),
    [("上海市人工智能行业协会", "current"), ("上海市技师协会", "current"), ("上海交通大学", "past_year")],
)
def test_results_are_looked_up_within_20_or_30_working_days(
    organisation: str, status: str, library: Library
) -> None:
    (found,) = enquiries(library, subject(library, organisation=organisation), NOW, "results")
    assert found.status == status
    first, second, third = found.ways
    assert (first.within_working_days, first.case, first.search) == (20, None, "职业技能证书查询")
    assert (second.within_working_days, second.case) == (30, "涉及阅卷及工件检测的项目")
    assert (third.what, third.url) == (("certificate",), "www.osta.org.cn")
    assert {citation.clause for way in found.ways for citation in way.citations} == {"三"}


def test_an_occupation_takes_what_is_in_force(library: Library) -> None:
    found = enquiries(library, subject(library, occupation="人工智能训练师"), NOW, "results")
    assert [one.notice_id for one in found] == ["saia-2026-ai-trainer"]


def test_the_catalogue_tells_of_certificates_but_not_of_results(library: Library) -> None:
    tea = subject(library, occupation="茶艺师")
    assert enquiries(library, tea, NOW, "results") == []
    assert [one.notice_id for one in enquiries(library, tea, NOW, "certificate")] == ["shhrss-2025-catalogue"]


def test_both_cases_are_due_on_days_of_their_own(library: Library) -> None:
    (found,) = enquiries(library, subject(library, organisation="上海市技师协会"), NOW, "results")
    usual, marked = due_days(found, date(2026, 11, 7))
    assert (usual.case, usual.day, usual.latest) == (None, date(2026, 12, 4), True)
    assert (marked.case, marked.day) == ("涉及阅卷及工件检测的项目", date(2026, 12, 18))


def test_a_day_in_a_year_without_published_holidays_is_open(library: Library) -> None:
    (found,) = enquiries(library, subject(library, organisation="上海市技师协会"), NOW, "results")
    assert [one.day for one in due_days(found, date(2035, 12, 19))] == [None, None]
