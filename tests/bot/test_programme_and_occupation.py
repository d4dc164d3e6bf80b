"""A talk that passes between a programme (推介官) and what leads to it: whose level, whose ability, whose sitting is meant."""

from __future__ import annotations

import pytest

from bot.actions.talk import of_those_told
from bot.actions.turn import Memory
from tests.bot.conftest import Ask
from tests.bot.replies import cited, said

AT = "2026-11-21"
SAIA, SJTU = "上海市人工智能行业协会", "上海交通大学"
TRAINER, PROGRAMME = "人工智能训练师", "人工智能推介官"
ASSESSED = Memory(
    topic="ask_promoter", occupation=PROGRAMME, level=5, said="训练师五级考过了,推介官证有没有我的份"
)
ABILITY = Memory(topic="ask_promoter", occupation=PROGRAMME, said="考了数据标注专项能换推介官吗")
STUDENT = Memory(topic="ask_promoter", occupation=PROGRAMME, said="高校信息技术水平考试过了送推介官证吗")


@pytest.mark.parametrize(("text", "total"), [("五级几块", "300元"), ("那三级的报名费呢", "500元")])
def test_a_level_after_the_programme_is_of_the_occupation(ask: Ask, text: str, total: str) -> None:
    assert f"合计{total}" in said(ask(text, "ask_fee", ASSESSED, AT))


def test_a_level_after_the_universities_examination_is_its_own(ask: Ask) -> None:
    assert TRAINER not in said(ask("二级报名费多少", "ask_fee", STUDENT, AT))


@pytest.mark.parametrize("text", ["这个专项哪家在考", "那专项是谁来考的"])
def test_the_ability_that_was_named_is_looked_up(ask: Ask, text: str) -> None:
    assert "上海库帕思科技有限公司" in said(ask(text, "ask_catalogue", ABILITY, AT))


@pytest.mark.parametrize("text", ["群里讲考出这个 推介官也会有一张对吧", "有了这个还能拿推介官吗"])
def test_what_was_talked_of_before_leads_to_the_programmes_certificate(ask: Ask, text: str) -> None:
    outcome = ask(text, "ask_promoter", Memory(topic="ask_certificate", occupation=TRAINER, level=5), AT)
    assert "高级" in said(outcome)
    assert ("shhrss-2026-ai-promoter", "三（一）1") in cited(outcome)


def test_the_sitting_told_afterwards_belongs_to_the_question(ask: Ask) -> None:
    memory = Memory(
        topic="ask_promoter", occupation=PROGRAMME, level=4, said="2024年我考过训练师四级,能换推介官的证吗"
    )
    assert "高级" in said(ask("翻出来看了 是今年4月考的 合格", "ask_results", memory, AT))


@pytest.mark.parametrize("text", ["今年全上海计划发几张", "一共发多少张证"])
def test_how_many_are_to_be_given_is_the_target(ask: Ask, text: str) -> None:
    assert "5万人" in said(ask(text, "ask_catalogue", Memory(topic="ask_promoter", occupation=PROGRAMME), AT))


@pytest.mark.parametrize("text", ["学完考过拿到的是纸的证还是手机里的", "发的是实体的还是电子的"])
def test_in_which_form_it_comes(ask: Ask, text: str) -> None:
    outcome = ask(text, "ask_certificate", Memory(topic="ask_promoter", occupation=PROGRAMME), AT)
    assert "纸质或电子证书" in said(outcome)


def test_they_are_the_house_that_the_list_named(ask: Ask) -> None:
    memory = Memory(topic="ask_payment", occupation=TRAINER, organisation=SJTU, level=3)
    outcome = ask("今年到底有谁家的通知", "search", memory, AT)
    assert SAIA in said(outcome)
    assert outcome.memory.organisation == SAIA


def test_a_house_that_the_list_has_stays(ask: Ask) -> None:
    memory = Memory(topic="ask_fee", occupation=TRAINER, organisation=SAIA)
    outcome = ask("今年有哪家能考", "ask_catalogue", memory, AT)
    assert of_those_told(memory, "ask_catalogue", outcome.reply) == memory


HELD = "训练师四级有了"
IN_TALK = Memory(topic="ask_promoter", occupation=PROGRAMME)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("我已经有人工智能训练师四级了，可以拿吗", "ask_eligibility"),
        ("我考了训练师五级", "search"),
        ("训练师有四级行吗", "ask_catalogue"),
        ("和人工智能训练师有什么区别", "ask_catalogue"),
    ],
)
def test_a_certificate_that_is_held_is_a_way_to_the_programmes(ask: Ask, text: str, intent: str) -> None:
    assert ("shhrss-2026-ai-promoter", "三（一）1") in cited(ask(text, intent, IN_TALK, AT))


def test_who_may_sit_the_occupations_examination_stays_its_own_question(ask: Ask) -> None:
    assert TRAINER in said(ask("我有训练师四级证，能直接考三级吗", "ask_eligibility", IN_TALK, AT))


@pytest.mark.parametrize("text", ["怎么换", "自动给吗", "怎么领"])
def test_how_it_is_handed_out_after_a_certificate_was_told(ask: Ask, text: str) -> None:
    told = Memory(topic="ask_promoter", occupation=PROGRAMME, said=HELD)
    assert ("shhrss-2026-ai-promoter", "三（一）2") in cited(ask(text, "search", told, AT))


def test_a_grade_at_school_is_of_the_universities_examination(ask: Ask) -> None:
    outcome = ask("我学校考了人工智能二级", "search", IN_TALK, AT)
    assert ("shhrss-2026-ai-promoter", "三（二）1") in cited(outcome)


@pytest.mark.parametrize("ability", [TRAINER, "人工智能数据标注"])
def test_what_was_passed_before_leads_to_it(ask: Ask, ability: str) -> None:
    before = Memory(topic="ask_catalogue", occupation=ability)
    for text in ("考过了有推介官吗", "是不是就有推介官了"):
        assert "40课时" not in said(ask(text, "ask_promoter", before, AT))
        assert "高级" in said(ask(text, "ask_promoter", before, AT))


def test_only_naming_an_occupation_leaves_the_talk_about_the_programme(ask: Ask) -> None:
    assert ask("不对，我想问的是训练师", "search", IN_TALK, AT).reply.status == "clarification"


@pytest.mark.parametrize("text", ["想咨询推介官", "我想考推介官", "不对，我问的是推介官"])
def test_only_naming_the_programme_tells_of_all_of_it(ask: Ask, text: str) -> None:
    assert "40课时" in said(ask(text, "inform", None, AT))
