"""Going on with a case: what if, what another has and the speaker lacks, a major, a title, two people in one message."""

from __future__ import annotations

from datetime import date

import pytest

from bot.actions.respond import Outcome
from bot.actions.situation.people import told_aside, whose_turn
from bot.actions.turn import ELIGIBILITY, INFORM, OWN
from tests.bot.conftest import Ask

AT = "2026-11-21"


@pytest.fixture(scope="module")
def graduate(ask: Ask) -> Outcome:
    """A college graduate with a certificate of level five since June 2026, who asks for level four."""
    return ask("我大专毕业，训练师五级证今年6月拿的，能报人工智能训练师四级吗", ELIGIBILITY, at=AT)


@pytest.mark.parametrize(
    ("text", "major"),
    [
        ("如果我专业算相关呢", "same_or_related"),
        ("要是专业对口的话呢", "same_or_related"),
        ("专业不对口的话呢", "other"),
    ],
)
def test_a_case_put_is_judged_as_if_it_were_told(text: str, major: str, graduate: Outcome, ask: Ask) -> None:
    found = ask(text, "search", graduate.memory, at=AT)
    assert found.memory.topic == ELIGIBILITY
    assert [one.major for one in found.memory.situation.education or ()] == [major]


def test_a_case_put_replaces_the_day_that_was_told(graduate: Outcome, ask: Ask) -> None:
    found = ask("要是证书是2023年12月20日发的呢", "search", graduate.memory, at=AT)
    (paper,) = found.memory.situation.certificates or ()
    assert paper.issued is not None
    assert paper.issued.start == date(2023, 12, 20)


def test_a_plan_is_no_case(graduate: Outcome, ask: Ask) -> None:
    found = ask("要是先考五级呢", ELIGIBILITY, graduate.memory, at=AT)
    assert found.memory.situation == graduate.memory.situation


def test_what_only_the_other_has_is_not_the_speakers(ask: Ask) -> None:
    mine = ask("我大专毕业，没做过，能报人工智能训练师四级吗", ELIGIBILITY, at=AT)
    found = ask("他有五级证，我没有", INFORM, mine.memory, at=AT)
    assert not found.memory.situation.certificates
    assert found.memory.situation.lacks == (5,)


@pytest.mark.parametrize("text", ["学电子商务的", "我专业学的是电子商务"])
def test_a_major_leaves_the_occupation_of_the_talk(text: str, graduate: Outcome, ask: Ask) -> None:
    assert ask(text, INFORM, graduate.memory, at=AT).memory.occupation == "人工智能训练师"


def test_the_name_of_a_title_that_was_told_is_no_other_examination(ask: Ask) -> None:
    told = ask("我有中级职称，能报企业人力资源管理师三级吗", ELIGIBILITY, at=AT)
    found = ask("经济师，2024年评的", "out_of_scope", told.memory, at=AT)
    assert found.reply.status != "out_of_scope"
    (title,) = found.memory.situation.titles or ()
    assert title.issued is not None
    assert title.issued.start.year == 2024


def test_two_people_in_one_message_keep_their_own_facts(ask: Ask) -> None:
    both = ask("我自己高中毕业做了6年，我朋友大专毕业没做过，我们两个考训练师四级行不行", ELIGIBILITY, at=AT)
    assert both.memory.whose == OWN
    assert both.memory.situation.work_years == 6
    friend = ask("那我朋友要考五级吗", ELIGIBILITY, both.memory, at=AT)
    assert friend.memory.situation.work_years == 0


@pytest.mark.parametrize(
    ("text", "person", "of"),
    [
        ("我做了6年，我朋友没做过，我们两个考四级行不行", "朋友", OWN),
        ("我老婆有十年经验，我没有，我想考三级", "老婆", OWN),
        ("我儿子16岁，我45岁，他能考吗", OWN, "儿子"),
    ],
)
def test_who_is_told_of_beside_the_one_who_asks(text: str, person: str, of: str) -> None:
    aside = told_aside(text)
    assert aside is not None
    assert (aside.person, aside.of) == (person, of)
    assert whose_turn(text) == ("self" if of == OWN else of)


@pytest.mark.parametrize("text", ["我朋友做了十年，他能考三级吗", "我做了六年，能报四级吗"])
def test_nobody_is_told_of_aside(text: str) -> None:
    assert told_aside(text) is None
