"""May I apply: what the person told is judged, what is missing is asked, what is told later is added."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.actions.turn import INFORM, Memory
from tests.bot.eligibility_replies import cited, outcomes, sourced
from tests.bot.replies import said

if TYPE_CHECKING:
    from tests.bot.conftest import Ask

ASK = "ask_eligibility"


@pytest.mark.parametrize(
    ("text", "expected", "clause"),
    [
        ("我30岁，干了六年，能考人工智能训练师四级吗", {4: "eligible"}, "附件1·2（1）"),
        ("今年35，做这行十二年了，人工智能训练师三级能报吗", {3: "eligible"}, "附件1·3（1）"),
        ("我19岁，技校毕业，专业对口，能报人工智能训练师四级吗", {4: "eligible"}, "附件1·2（3）"),
        (
            "我25岁，2022年3月拿的四级证，一直在做，人工智能训练师三级能考吗",
            {3: "eligible"},
            "附件1·3（2）",
        ),
        ("我儿子15岁，能考人工智能训练师五级吗", {5: "not_eligible"}, "二（一）"),
        (
            "1998年5月6日出生，没有证书没有职称没有学历，干了三年，能考人工智能训练师四级吗",
            {4: "not_eligible"},
            "附件1·2（1）",
        ),
    ],
)
def test_what_the_person_tells_is_judged_by_the_clause(
    text: str, expected: dict[int, str], clause: str, ask: Ask
) -> None:
    outcome = ask(text, ASK)
    assert outcomes(outcome) == expected
    assert outcome.reply.status == "answered"
    assert clause in cited(outcome)
    assert sourced(outcome, text)


def test_two_years_short_are_told_with_the_day_and_its_working(ask: Ask) -> None:
    outcome = ask("我1998年5月6日出生，没有证书没有职称没有学历，干了三年，能考人工智能训练师四级吗", ASK)
    assert "还差2年" in said(outcome)
    assert "2028年6月1日" in said(outcome)
    assert "2028年6月1日" in {one.text for one in outcome.reply.messages[0].computed}


def test_of_who_has_worked_for_years_the_age_is_said_to_be_required_and_not_asked_for(ask: Ask) -> None:
    outcome = ask("我做数据标注六年了能考人工智能训练师四级吗", ASK)
    assert outcome.reply.status == "answered"
    assert "四级：可以报，前提是年满16周岁" in said(outcome)
    assert "出生日期" not in said(outcome)
    assert any(one.startswith("二（一）") for one in cited(outcome))  # where the notice says so


@pytest.mark.parametrize("told", ["初中毕业", "中专在读"])
def test_of_a_pupil_the_age_is_asked_for(told: str, ask: Ask) -> None:
    outcome = ask(f"我{told}，能考人工智能训练师五级吗", ASK)
    assert outcome.reply.status == "answered"
    assert "只要年龄符合，就可以报" in said(outcome)
    assert "出生日期" in said(outcome)


def test_what_was_told_leads_to_a_conclusion_and_the_rest_may_be_told_as_well(ask: Ask) -> None:
    """Two of five years: three are missing (附件1·2（1）); a certificate or diploma not spoken of might change that."""
    outcome = ask("我做数据标注两年了，能考人工智能训练师四级吗", ASK)
    assert outcome.reply.status == "answered"
    assert "按您说的这些，现在还不能报" in said(outcome)
    assert "还差3年" in said(outcome)
    assert outcome.reply.asks == "certificates"


def test_what_hangs_on_the_major_alone_is_told_for_both(ask: Ask) -> None:
    """附件1·2（3） asks for a related major; without one, two of the five years of 附件1·2（1） are there."""
    outcome = ask("我大专毕业，做数据标注两年了，能考人工智能训练师四级吗", ASK)
    assert outcome.reply.status == "answered"
    assert "如果所学专业是本专业或相关专业，现在就可以报" in said(outcome)
    assert "如果不是，按您说的这些，现在还不能报" in said(outcome)
    assert "还差3年" in said(outcome)
    assert {"附件1·2（3）", "附件1·2（1）"} <= cited(outcome)
    assert outcome.reply.asks == "major"


def test_what_hangs_on_the_major_and_a_certificate_names_both(ask: Ask) -> None:
    outcome = ask("我本科毕业，能考人工智能训练师三级吗", ASK)
    assert outcome.reply.status == "answered"
    assert (
        "如果您今天就取得四级证书，并一直从事本职业或相关职业，并且所学专业是本专业或相关专业，三级现在就可以报"
        in said(outcome)
    )
    assert "附件1·3（5）" in cited(outcome)


def test_what_is_told_later_is_added_to_what_was_told_before(ask: Ask) -> None:
    first = ask("我做数据标注六年了能考人工智能训练师四级吗", ASK)
    then = ask("我28岁", INFORM, first.memory)
    assert outcomes(then) == {4: "eligible"}
    assert "28岁，累计从事6年" in said(then)
    assert sourced(then, "我28岁")


def test_a_correction_replaces_what_was_told(ask: Ask) -> None:
    first = ask("我28岁，干了六年，能考人工智能训练师四级吗", ASK)
    then = ask("不对，是干了四年", "search", first.memory)
    assert outcomes(then) == {4: "needs_information"}
    assert "累计从事4年" in said(then)
    assert "累计从事6年" not in said(then)


def test_a_certificate_that_is_held_is_not_the_level_applied_for(ask: Ask) -> None:
    first = ask("我30岁，能考人工智能训练师三级吗", ASK)
    then = ask("有四级证，2021年3月拿的，一直在做", "ask_certificate", first.memory)
    assert then.memory.level == 3
    assert outcomes(then) == {3: "eligible"}


def test_a_year_without_day_is_decided_only_where_every_day_of_it_decides_alike(ask: Ask) -> None:
    rest = "，一直在做，没有职称没有学历，总共干了五年，人工智能训练师三级能考吗"
    decided = ask(f"我30岁，2021年拿的四级证{rest}", ASK)
    assert outcomes(decided) == {3: "eligible"}
    opened = ask(f"我30岁，2022年拿的四级证{rest}", ASK)
    assert "要看具体日期" in said(opened)
    assert "哪年哪月哪日" in said(opened)
    assert opened.reply.messages[0].card is None
    assert opened.reply.status == "clarification"


def test_who_tells_nothing_gets_the_conditions_and_is_asked(ask: Ask) -> None:
    outcome = ask("人工智能训练师三级的申报条件", ASK)
    assert {f"附件1·3（{item}）" for item in range(1, 7)} <= cited(outcome)
    assert "出生日期" in said(outcome)
    assert outcome.reply.messages[0].card is None


def test_assumptions_and_who_decides_are_told(ask: Ask) -> None:
    outcome = ask("我25岁，2021年3月1日拿的四级证，人工智能训练师三级能考吗", ASK)
    assert "中间没有断过" in said(outcome)
    assert "由评价机构按您提交的材料审核" in said(outcome)


def test_a_level_that_nobody_in_force_examines_is_told_even_where_it_could_be_applied_for(ask: Ask) -> None:
    outcome = ask("我50岁，中级职称，专业对口，2020年1月1日取得，一直在做，人工智能训练师二级能考吗", ASK)
    assert outcomes(outcome) == {2: "eligible"}
    assert "没有二级" in said(outcome)
    assert "不能当作今年的" in said(outcome)


def test_no_level_means_those_that_are_offered(ask: Ask) -> None:
    outcome = ask("我40岁，干了二十年，人力资源管理师能报几级", ASK)
    assert outcomes(outcome) == {4: "eligible", 3: "eligible"}


def test_the_situation_survives_the_slots() -> None:
    from bot.actions.rasa_actions import memory_events, memory_of
    from bot.actions.situation import HeldCertificate, Situation

    told = Situation(work_years=2.5, certificates=(HeldCertificate(level=4),), titles=())
    slots = {event["name"]: event["value"] for event in memory_events(Memory(level=3, situation=told))}

    class Tracker:
        def get_slot(self, name: str) -> object:
            return slots[name]

    assert memory_of(Tracker()) == Memory(level=3, situation=told)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "told", "left_out"),
    [
        ("人力资源管理师四级证拿到以后，要再做几年才可以考三级", "附件1·3（2）", "附件1·3（1）"),
        ("人工智能训练师二级，三级证之后要做几年", "附件1·4（1）", "附件1·4（3）"),
        ("人力三级走职称这条要求几年", "附件1·3（3）", "附件1·3（1）"),
        ("人力三级光凭年限要做几年", "附件1·3（1）", "附件1·3（2）"),
    ],
)
def test_the_way_that_is_asked_about_is_quoted_and_that_there_are_others(
    text: str, told: str, left_out: str, ask: Ask
) -> None:
    outcome = ask(text, ASK)
    assert told in cited(outcome)
    assert left_out not in cited(outcome)
    assert "还有别的申报条件" in said(outcome)


def test_who_asks_for_all_conditions_gets_all(ask: Ask) -> None:
    outcome = ask("人力三级有哪些申报条件，四级证之后几年", ASK)
    assert {f"附件1·3（{n}）" for n in range(1, 7)} <= cited(outcome)


def test_an_occupation_with_a_notice_of_last_year_alone_is_answered_from_it_as_that(ask: Ask) -> None:
    told = ask("网管干了九年零两个月，网络与信息安全管理员三级还差多少", ASK, at="2026-11-21")
    quoted = ask("网络与信息安全管理员三级的申报条件", ASK, at="2026-11-21")
    for outcome in (told, quoted):
        whose = {one.notice_id for message in outcome.reply.messages for one in message.citations}
        assert whose == {"sjtu-2025-ai-trainer"}
        assert "这是去年的通知，不是今年的" in said(outcome)
        assert "正在执行的还没有收录" in said(outcome)


def test_where_only_the_years_are_not_told_the_years_that_are_asked_for_are(ask: Ask) -> None:
    outcome = ask("人力三级，我没有证书也没有职称，能报吗", ASK)
    assert "累计从事本职业或相关职业工作满10年" in said(outcome)
