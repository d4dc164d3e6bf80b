"""「现在开门吗」「国庆开不开」「下周一上班吗」: the answer for that moment comes first, with what was worked out.

上海市技师协会: 工作日：上午9:30-11:30 下午13:30-16:00(节假日除外). 上海市人工智能行业协会: 法定工作日上午：9:00-11:30,
下午：13:00-17:30. Holidays as in tests/knowledge/test_openness.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.actions.answers.offices.openness import asked, say_openness
from bot.actions.desk import Desk
from bot.actions.reply import Answer
from bot.actions.respond import respond
from bot.actions.turn import Memory, Mentioned, Turn
from knowledge.facts import Hours, Opening
from knowledge.figures import unsupported
from knowledge.holidays import festival_of
from knowledge.library import Library
from knowledge.validity import parse_as_of

if TYPE_CHECKING:
    from tests.bot.conftest import Ask

SATURDAY = "2026-11-21T10:00:00"
MONDAY = "2026-11-23T10:00:00"


def sourced(message: Answer, typed: str) -> bool:
    sources = [one.quote for one in message.citations]
    sources += [part for one in message.computed for part in (one.text, one.explanation)]
    return unsupported(message.text, [*sources, typed]) == []


@pytest.mark.parametrize(
    ("text", "at", "parts"),
    [
        ("现在开门吗", MONDAY, ("正在受理时间内", "11:30")),
        ("现在开门吗", "2026-11-23T12:00:00", ("中午休息", "今天13:30")),
        ("现在开门吗", "2026-11-23T08:00:00", ("还没开始受理", "今天9:30")),
        ("现在开门吗", "2026-11-23T16:00:00", ("不在受理时间内", "11月24日（周二）9:30")),
        ("现在开门吗", SATURDAY, ("不在受理时间内", "周末", "11月23日（周一）9:30")),
        ("现在开门吗", "2026-10-03T10:00:00", ("国庆节假期", "10月8日（周四）9:30")),
        ("今天几点关门", MONDAY, ("今天（11月23日，周一）", "9:30-11:30、13:30-16:00")),
        ("今天能去办吗", "2026-11-23T17:00:00", ("已经结束受理", "11月24日（周二）9:30")),
        ("今天有人上班吗", "2026-10-03", ("国庆节假期，不受理", "10月8日（周四）9:30")),
        ("明天上班吗", SATURDAY, ("明天（11月22日，周日）是周末，不受理", "11月23日（周一）9:30")),
        ("下周一开吗", SATURDAY, ("下周一（11月23日，周一）", "9:30-11:30、13:30-16:00")),
        ("周六能去吗", "2026-10-05", ("10月10日", "国庆节调休上班", "13:30-16:00")),
        ("周末去可以吗", SATURDAY, ("11月21日（周六）至11月22日（周日）", "不受理", "11月23日（周一）9:30")),
        ("周末去可以吗", "2026-09-16", ("受理的是9月20日（周日）", "其余日子不受理")),
        (
            "国庆开不开",
            "2026-09-16",
            ("10月1日（周四）至10月7日（周三）", "10月8日（周四）9:30", "10月10日（周六）"),
        ),
        ("9月20日上班吗", "2026-09-16", ("虽是周末", "国庆节调休上班")),
        ("10月8日上班吗", "2026-09-16", ("10月8日（周四）受理时间是9:30-11:30、13:30-16:00",)),
        ("补班的星期日你们开工吗", "2026-09-16", ("照常受理", "9月20日（周日）", "10月10日（周六）")),
        ("中午有人吗", SATURDAY, ("中午11:30到13:30休息",)),
        ("几点之前到", SATURDAY, ("受理到16:00为止",)),
        ("晚上有没有人", SATURDAY, ("受理到16:00为止",)),
        ("下周一下午五点有人吗", SATURDAY, ("17:00已经结束受理",)),
        ("十二点半过去行吗", SATURDAY, ("工作日12:30是中午休息时间",)),
    ],
)
def test_the_first_line_answers_for_the_moment_asked_about(
    text: str, at: str, parts: tuple[str, ...], ask: Ask
) -> None:
    message = ask(f"技师协会{text}", "ask_office_hours", at=at).reply.messages[0]
    first, printed = message.text.split("\n")[:2]
    assert [part for part in parts if part not in first] == []
    assert "工作日：上午9:30-11:30 下午13:30-16:00(节假日除外)" in printed
    assert sourced(message, text)
    assert ("shta-2026-hr", "六（二）") in {(one.notice_id, one.clause) for one in message.citations}


@pytest.mark.parametrize(
    ("text", "at", "name"),
    [
        ("元旦能去办吗", "2039-11-21", "2040年元旦"),
        ("明天上班吗", "2039-12-31", "2040年1月1日"),
        ("国庆10月8号上班吗", "2039-11-21", "2040年10月8日"),
    ],
)
def test_what_a_year_without_published_holidays_brings_is_not_guessed(
    text: str, at: str, name: str, desk: Desk
) -> None:
    hours = Hours(text="工作日9:30-16:00", weekly=(Opening(days="working_days", opens="09:30", closes="16:00"),))
    moment = parse_as_of(at)
    said = say_openness(hours, asked(text, moment), moment)
    assert said is not None
    assert "年的放假安排" in said.text
    assert "按普通周一到周五推算不了" in said.text
    assert name in said.text
    assert not any(one.open_now for _, one in said.openness)


def test_on_the_last_known_day_next_years_holidays_are_said_not_to_be_held() -> None:
    last = max(year for year in range(2026, 2100) if festival_of("国庆节", year).days)
    hours = Hours(text="工作日9:30-16:00", weekly=(Opening(days="working_days", opens="09:30", closes="16:00"),))
    moment = parse_as_of(f"{last}-12-31T23:00:00")
    now = say_openness(hours, asked("现在开门吗", moment), moment)
    tomorrow = say_openness(hours, asked("明天上班吗", moment), moment)
    assert now is not None
    assert "不在受理时间内" in now.text
    assert f"{last + 1}年的放假安排，这里还没有收录" in now.text
    assert tomorrow is not None
    assert tomorrow.text.startswith(f"这里还没有收录{last + 1}年的放假安排，按普通周一到周五推算不了")


def test_an_old_notices_hours_are_reckoned_under_its_year(ask: Ask) -> None:
    message = ask("交大的人工智能训练师下周一开吗", "ask_office_hours", at=SATURDAY).reply.messages[0]
    first = message.text.split("\n")[0]
    assert first.startswith("照上海交通大学2025年的通知（这是去年的通知，不是今年的）")
    assert "9:30-11:00、13:30-16:30" in first


def test_a_past_years_office_is_left_out_where_nobody_names_it(ask: Ask) -> None:
    message = ask("人工智能训练师下周一开吗", "ask_office_hours", at=SATURDAY).reply.messages[0]
    assert "9:00-11:30、13:00-17:30" in message.text
    assert "上海交通大学" not in message.text
    assert {one.notice_id for one in message.citations} == {"saia-2026-ai-trainer"}


def test_an_address_comes_with_the_openness_of_offices_in_force(ask: Ask) -> None:
    message = ask("人工智能训练师明天去哪里报名", "ask_address", at=SATURDAY).reply.messages[0]
    assert message.text.startswith("明天（11月22日，周日）是周末，不受理")
    assert message.text.count("不受理。要到") == 1


def test_an_old_notices_address_is_said_to_be_last_years(ask: Ask) -> None:
    message = ask("交大明天去哪报名", "ask_address", at=MONDAY).reply.messages[0]
    assert all("去年" in line for line in message.text.split("\n") if line)
    assert "法华镇路535号主楼216室" in message.text


def test_the_card_carries_the_openness_of_the_moment(ask: Ask) -> None:
    card = ask("技师协会国庆10月3日开吗", "ask_office_hours", at="2026-09-16").reply.messages[0].card
    assert card is not None
    (told,) = card.data["openness"]
    assert (told["open_now"], told["reason"], told["holiday"]) == (False, "holiday", "国庆节")
    assert told["moment"].startswith("2026-10-03")
    assert told["next_opening"].startswith("2026-10-08T09:30")
    assert card.data["contacts"][0]["openness"]["reason"] == "before_opening"  # at as_of: a Wednesday at midnight


def test_without_a_moment_the_hours_stand_alone(ask: Ask) -> None:
    message = ask("技师协会几点上班", "ask_office_hours").reply.messages[0]
    assert message.text.startswith("按上海市技师协会2026年的通知")
    assert message.computed == ()


@pytest.mark.parametrize(
    ("text", "intent", "times"),
    [
        ("技师协会地址", "ask_address", 1),
        ("技师协会要预约吗", "ask_office_hours", 1),
        ("技师协会几点上班", "ask_office_hours", 0),
        ("人工智能行业协会地址", "ask_address", 0),
        ("技师协会个人怎么报名，要预约吗", "ask_how_to_apply", 1),
    ],
)
def test_silence_on_appointments_is_told_once_where_it_matters(
    text: str, intent: str, times: int, ask: Ask
) -> None:
    said = ask(text, intent).reply.messages[0].text
    assert len([line for line in said.split("\n") if "没有写明" in line and "预约" in line]) == times


def test_lines_for_complaints_have_their_own_hours(ask: Ask) -> None:
    """At 11:15 the association's line is served until 11:30, the city's is not any more since 11:00."""
    message = ask(
        "人工智能行业协会投诉电话现在有人接吗", "ask_supervision", at="2026-11-23T11:15:00"
    ).reply.messages[0]
    own, city = message.text.split("\n")[:2]
    assert "021-58388009" in own
    assert "到11:30为止" in own
    assert "400-820-9278" in city
    assert "13:30" in city


def test_after_the_line_for_complaints_who_picks_up_when_is_about_that_line(ask: Ask) -> None:
    memory = Memory("上海市人工智能行业协会", None, None, None, "ask_supervision")
    said = ask("几点有人接", "ask_office_hours", memory).reply.messages[0].text
    assert "工作日上午9:30-11:00,下午13:30-16:30" in said
    assert "400-820-9278" in said


def test_two_offices_of_one_organisation_are_told_by_occupation(desk: Desk) -> None:
    holding = desk.library.holding("shta-2026-hr")
    office = holding.facts.contacts[0]
    offices = (
        office.model_copy(update={"occupations": ("企业人力资源管理师",)}),
        office.model_copy(update={"occupations": ("职业培训师",)}),
    )
    facts = holding.facts.model_copy(update={"contacts": offices})
    other = type(holding)(**{**vars(holding), "facts": facts})
    library = Library([other], desk.library.lexicon)
    turn = Turn("地址", "ask_address", parse_as_of(MONDAY), Mentioned(organisation="上海市技师协会"))
    said = respond(Desk(library, desk.searcher), turn).reply.messages[0].text
    assert "（受理企业人力资源管理师）" in said
    assert "（受理职业培训师）" in said
