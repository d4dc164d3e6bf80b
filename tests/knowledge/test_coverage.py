"""What is held of whom: what a notice states, leaves unsaid, and what nobody can know without the notice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from knowledge.coverage import GROUPS, Coverage, CoverageRow, NoticeCoverage, coverage
from knowledge.facts import DifferenceFact, NoticeFacts
from knowledge.library import Library
from knowledge.statements import TOPICS
from knowledge.subject import resolve_subject
from knowledge.validity import parse_as_of

SAIA, SJTU, SHTA = "saia-2026-ai-trainer", "sjtu-2025-ai-trainer", "shta-2026-hr"
TRAINER = "人工智能训练师"


def held(library: Library, day: str = "2026-05-06") -> Coverage:
    return coverage(library, parse_as_of(day))


def row(found: Coverage, notice_id: str, level: int, occupation: str = TRAINER) -> CoverageRow:
    [one] = [
        one
        for one in found.rows
        if (one.notice_id, one.level, one.occupation.name) == (notice_id, level, occupation)
        and not one.catalogue_only
    ]
    return one


def notice(found: Coverage, notice_id: str) -> NoticeCoverage:
    return next(one for one in found.notices if one.notice_id == notice_id)


def with_facts(library: Library, notice_id: str, **facts: Any) -> Library:
    """The library with other facts of one notice."""
    return Library(
        [
            replace(one, facts=one.facts.model_copy(update=facts)) if one.notice.id == notice_id else one
            for one in library.holdings
        ],
        library.lexicon,
    )


def test_every_topic_of_the_statements_has_its_column_once(library: Library) -> None:
    columns = [topic for topics in GROUPS.values() for topic in topics]
    assert sorted(columns) == sorted(topic.id for topic in TOPICS)
    assert [one.id for one in held(library).topics] == columns


def test_each_level_that_a_notice_offers_is_a_row(library: Library) -> None:
    # source.txt of each: 人工智能训练师5级；4级；3级 / 企业人力资源管理师：四、三级；职业培训师：三级.
    offered = {(one.notice_id, one.occupation.name, one.level) for one in held(library).rows}
    assert {level for of, name, level in offered if of == SAIA} == {5, 4, 3}
    assert {(name, level) for of, name, level in offered if of == SHTA} == {
        ("企业人力资源管理师", 4),
        ("企业人力资源管理师", 3),
        ("职业培训师", 3),
    }


@pytest.mark.parametrize(
    ("notice_id", "level", "topic", "clause", "words"),
    [
        (SAIA, 3, "fees", "二（四）", "三级/高级 100 400 500"),
        (SAIA, 5, "fees", "二（四）", "五级/初级 100 200 300"),
        (SAIA, 4, "retake_fee", "二（四）", "补考费用与正考费用一致"),
        (SAIA, 3, "appointment", "二（二）", "需要提前预约"),
        (SAIA, 3, "address", "六（一）", "中科路1750号"),
        (SAIA, 3, "hours", "六（二）", "9:00-11:30"),
        (SAIA, 3, "enquiry_phone", "六（三）", "021-62037717"),
        (SAIA, 3, "supervision_phone", "六（四）", "021-58388009"),
        (SJTU, 4, "certificate_loss", "五（三）", "证书遗失补办"),
        (SJTU, 4, "enquiry_phone", "六（三）", "021-62933821"),
    ],
)
def test_what_is_stated_leads_to_the_very_clause(
    library: Library, notice_id: str, level: int, topic: str, clause: str, words: str
) -> None:
    found = row(held(library), notice_id, level).topics[topic]
    assert found.state == "stated"
    assert found.source is not None
    assert found.source.clause == clause
    assert words in found.source.quote
    assert found.source.url.startswith(
        f"/notices/{notice_id}?text={library.clause(notice_id, clause).digest[:12]}#"
    )


@pytest.mark.parametrize(
    ("notice_id", "topic"),
    [
        (SAIA, "individual_ticket"),  # 二（五） speaks of 团体申报考生 alone
        (SAIA, "payment_window"),
        (SJTU, "retake_fee"),
        (SJTU, "appointment"),
    ],
)
def test_what_a_person_looked_for_in_vain_is_not_stated(library: Library, notice_id: str, topic: str) -> None:
    found = row(held(library), notice_id, 3)
    assert found.state(topic) == "not_stated"
    assert found.topics[topic].source is None


def test_a_fee_of_another_level_says_nothing_of_this_one(library: Library) -> None:
    facts = library.holding(SAIA).facts
    only_five = tuple(one for one in facts.fees if one.level == 5)
    found = held(with_facts(library, SAIA, fees=only_five))
    assert [row(found, SAIA, level).state("fees") for level in (5, 4, 3)] == ["stated", "not_stated", "not_stated"]


def test_a_fee_of_another_occupation_says_nothing_of_this_one(library: Library) -> None:
    facts = library.holding(SHTA).facts
    others = tuple(one for one in facts.fees if one.occupation != "职业培训师")
    found = held(with_facts(library, SHTA, fees=others))
    assert row(found, SHTA, 3, "企业人力资源管理师").state("fees") == "stated"
    assert row(found, SHTA, 3, "职业培训师").state("fees") == "not_stated"


def test_what_neither_a_fact_nor_a_person_has_said_is_unknown(library: Library) -> None:
    found = held(with_facts(library, SAIA, certificates=(), not_stated=()))
    assert row(found, SAIA, 3).state("certificate_loss") == "unknown"


def test_of_an_organisation_that_only_the_catalogue_names_everything_else_is_unknown(library: Library) -> None:
    # shhrss-2025-catalogue/source.txt: 52 上海中福会养老院 S000031300060 1 4-10-01-05 养老护理员 5、4、3
    found = [one for one in held(library).rows if one.organisation.name == "上海中福会养老院"]
    assert [(one.level, one.year, one.catalogue_only) for one in found] == [
        (5, 2025, True),
        (4, 2025, True),
        (3, 2025, True),
    ]
    assert {one.state(topic.id) for one in found for topic in TOPICS} == {"unknown"}
    assert "养老护理员 5、4、3" in found[0].listed.quote


def test_a_special_ability_has_no_level(library: Library) -> None:
    # source.txt: 1 上海库帕思科技有限公司 S000031200057 1 4-04-05-Z1 人工智能数据标注 专项职业能力
    [one] = [one for one in held(library).rows if one.occupation.name == "人工智能数据标注"]
    assert (one.level, one.kind) == (None, "special_ability")


def test_an_own_notice_of_the_year_takes_the_place_of_the_catalogues_row(library: Library) -> None:
    found = held(library).rows
    sjtu = [one for one in found if one.organisation.name == "上海交通大学" and one.occupation.name == TRAINER]
    # Its own notice offers 4、3, the catalogue of that year 4、3、2、1.
    assert [(one.level, one.year, one.catalogue_only) for one in sjtu] == [
        (4, 2025, False),
        (3, 2025, False),
        (2, 2025, True),
        (1, 2025, True),
    ]
    # Of 2025 only the catalogue names the association; its own notice is that of 2026.
    saia = [one for one in found if one.organisation.name == "上海市人工智能行业协会"]
    assert {(one.year, one.catalogue_only) for one in saia} == {(2026, False), (2025, True)}


@pytest.mark.parametrize(
    ("day", "status", "soon"),
    [
        ("2025-12-31", "upcoming", False),
        ("2026-01-01", "current", False),
        ("2026-10-31", "current", False),  # 61 days before 2026-12-31
        ("2026-11-01", "current", True),
        ("2026-12-31", "current", True),
        ("2027-01-01", "past_year", False),
    ],
)
def test_a_notice_is_due_to_be_followed_sixty_days_before_its_end(
    library: Library, day: str, status: str, soon: bool
) -> None:
    found = held(library, day)
    one = notice(found, SAIA)
    assert (one.status, one.expiring_soon, one.expires_on) == (status, soon, date(2026, 12, 31))
    assert {(of.status, of.expiring_soon) for of in found.rows if of.notice_id == SAIA} == {(status, soon)}
    assert found.as_of == date.fromisoformat(day)


def test_a_later_notice_of_the_same_organisation_and_subject_supersedes(library: Library) -> None:
    first = library.holding(SAIA)
    front = first.notice.front.model_copy(update={"id": "later", "in_force_from": date(2026, 6, 1)})
    later = replace(first, notice=first.notice.model_copy(update={"front": front}), facts=NoticeFacts())
    grown = Library([*library.holdings, later], library.lexicon)
    assert row(held(grown, "2026-05-31"), SAIA, 3).status == "current"
    assert row(held(grown, "2026-06-01"), SAIA, 3).status == "superseded"


def test_a_notice_that_nobody_compared_with_its_facts_has_no_day_of_verification(library: Library) -> None:
    one = library.holding(SAIA)
    front = one.notice.front.model_copy(update={"verified_on": None})
    unverified = replace(one, notice=one.notice.model_copy(update={"front": front}))
    assert notice(held(Library([unverified], library.lexicon)), SAIA).verified_on is None
    assert notice(held(library), SAIA).verified_on == date(2026, 11, 21)


def test_a_notice_is_summed_up_by_its_clauses_and_facts(library: Library) -> None:
    summary = notice(held(library), SAIA)
    assert summary.facts["fees"] == 3  # 五级、四级、三级
    assert summary.facts["windows"] == 12  # one for each month
    assert summary.clauses == len(library.notice(SAIA).clauses)
    assert "subsidies" not in summary.facts


def test_a_difference_between_two_notices_counts_for_both(library: Library) -> None:
    bare = Library([replace(one, facts=NoticeFacts()) for one in library.holdings], library.lexicon)
    place = {"clause": "六（三）", "quote": "021-62037717"}
    difference = DifferenceFact.model_validate(
        {
            "check": "reading",
            "key": "phone",
            "about": "两份通知的电话不同。",
            "places": [place, {**place, "notice": SJTU, "quote": "021-62933821"}],
            "prevails": None,
            "reason": "没有公布过以哪个为准。",
        }
    )
    found = held(with_facts(bare, SAIA, differences=(difference,)))
    assert [notice(found, one).known_differences for one in (SAIA, SJTU, SHTA)] == [1, 1, 0]


def test_a_subject_narrows_rows_and_notices(library: Library) -> None:
    subject = resolve_subject(library.lexicon, "上海市技师协会", "职业培训师")
    found = coverage(library, parse_as_of("2026-05-06"), subject)
    own = [one for one in found.rows if not one.catalogue_only]
    assert [(one.notice_id, one.level) for one in own] == [(SHTA, 3)]
    assert {one.notice_id for one in found.notices} == {one.notice_id for one in found.rows}
