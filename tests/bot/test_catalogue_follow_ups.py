"""Bare questions for who examines what, alone and after an answer: the subject of the talk is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.actions.reply import Answer
from bot.actions.respond import Outcome
from bot.actions.turn import INFORM, Memory
from knowledge.figures import unsupported

if TYPE_CHECKING:
    from tests.bot.conftest import Ask

AT = "2026-11-21"
UNSURE = ("search", INFORM, "out_of_scope")
CARE, CARE_TRADE = "养老护理员", "上海市养老服务和老龄产业协会"


def first(outcome: Outcome) -> Answer:
    return outcome.reply.messages[0]


def talk(occupation: str | None = None, topic: str = "ask_catalogue", organisation: str | None = None) -> Memory:
    return Memory(organisation=organisation, occupation=occupation, topic=topic)


# --- alone ---


@pytest.mark.parametrize("intent", ["search", "ask_admission_ticket", "ask_certificate", "ask_promoter"])
@pytest.mark.parametrize("text", ["我要考证", "打算考个证书", "想考个证，不知道考啥", "请问怎么考证"])
def test_who_wants_some_certificate_is_asked_for_which_occupation(text: str, intent: str, ask: Ask) -> None:
    outcome = ask(text, intent, at=AT)
    assert outcome.reply.status == "clarification"
    assert "哪个职业" in first(outcome).text
    assert first(outcome).citations == ()


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("育婴师考级", "上海市托幼协会（五级、四级、三级）"),
        ("保育师证", "上海市托幼协会（五级、四级、三级）"),
        ("请问保育员资格考试", "上海市托幼协会（五级、四级、三级）"),
        ("电梯工证", "上海市电梯行业协会（五级、四级、三级、二级、一级）"),
        ("绿化工资格证书", "园林绿化"),
    ],
)
@pytest.mark.parametrize("intent", ["search", INFORM, "ask_promoter", "ask_certificate"])
def test_a_bare_name_with_its_examination_asks_who_examines(intent: str, text: str, whose: str, ask: Ask) -> None:
    outcome = ask(text, intent, at=AT)
    assert outcome.reply.status == "answered"
    assert whose in first(outcome).text
    assert "就业和收入" not in first(outcome).text


@pytest.mark.parametrize("text", ["我是做面点的想考证", "面点师证怎么考", "面点师要考什么证，在哪里考"])
def test_the_wish_for_the_certificate_of_an_occupation_is_answered(text: str, ask: Ask) -> None:
    outcome = ask(text, "search", at=AT)
    assert "上海市餐饮烹饪行业协会" in first(outcome).text
    assert outcome.memory.topic == "ask_catalogue"


@pytest.mark.parametrize("text", ["焊工证书怎么查", "电工证丢了", "美容师考试时间", "茶艺师考试多少钱"])
def test_a_question_with_a_matter_of_its_own_is_left_to_its_topic(text: str, ask: Ask) -> None:
    assert ask(text, "ask_certificate", at=AT).memory.topic == "ask_certificate"


def test_all_lines_of_an_occupation_are_told_to_who_describes_the_work(ask: Ask) -> None:
    text = first(ask("我修车的，在哪考证", "search", at=AT)).text
    for line in ("汽车机械维修工", "汽车车身整形修复工", "汽车车身涂装修复工", "汽车美容装潢工"):
        assert line in text


def test_a_western_kitchen_is_a_trade_and_a_western_restaurant_none(ask: Ask) -> None:
    assert ask("西餐三级在哪考", "ask_catalogue", at=AT).memory.occupation == "西式烹调师"
    assert ask("我在西餐厅上班", "ask_catalogue", at=AT).memory.occupation is None


def test_a_new_trade_is_named_in_full(ask: Ask) -> None:
    assert "“陪诊师”" in first(ask("想做陪诊师", "search", at=AT)).text


# --- going on ---


@pytest.mark.parametrize("intent", [*UNSURE, "ask_exam_form"])
@pytest.mark.parametrize("text", ["一级开不开", "有一级吗", "那一级是哪家评的", "一级由谁考"])
def test_a_bare_level_asks_who_examines_it(text: str, intent: str, ask: Ask) -> None:
    for topic in ("ask_catalogue", "ask_how_to_apply", "ask_exam_form"):
        outcome = ask(text, intent, talk(CARE, topic), at=AT)
        assert f"能考{CARE}一级的是{CARE_TRADE}。" in first(outcome).text
        assert (outcome.memory.occupation, outcome.memory.topic) == (CARE, "ask_catalogue")


@pytest.mark.parametrize("intent", UNSURE)
@pytest.mark.parametrize("text", ["那最高到几级", "最高能考到几级呀", "它最高几级"])
def test_the_highest_level_of_what_was_talked_about(text: str, intent: str, ask: Ask) -> None:
    assert "母婴护理员)最高能考到三级" in first(ask(text, intent, talk("家政服务员(母婴护理员)"), at=AT)).text


@pytest.mark.parametrize("intent", UNSURE)
@pytest.mark.parametrize("text", ["哪个机构", "由谁考", "是哪家评的", "那谁组织"])
def test_who_examines_it_is_answered_after_its_code(text: str, intent: str, ask: Ask) -> None:
    outcome = ask(text, intent, talk("咖啡师", "ask_occupation_code"), at=AT)
    assert "咖啡师由上海虹桥品汇咖啡有限公司" in first(outcome).text
    assert "职业编码" not in first(outcome).text


@pytest.mark.parametrize("text", ["有几级", "哪家", "有没有一级"])
def test_without_a_subject_a_bare_question_claims_nothing(text: str, ask: Ask) -> None:
    assert ask(text, "search", at=AT).memory.topic != "ask_fee"
    assert ask(text, "ask_exam_form", at=AT).memory.topic == "ask_exam_form"


def test_an_amount_asked_after_a_catalogue_answer_is_no_level(ask: Ask) -> None:
    assert ask("最高多少钱", "ask_fee", talk("茶艺师"), at=AT).memory.topic == "ask_fee"


# --- what was asked back ---


@pytest.mark.parametrize("intent", [*UNSURE, "ask_catalogue"])
@pytest.mark.parametrize(
    ("piece", "meant"),
    [("养老的", CARE), ("母婴", "家政服务员(母婴护理员)"), ("家庭照护的呢", "家政服务员(家庭照护员)")],
)
def test_a_piece_of_one_name_settles_the_question_asked_back(
    piece: str, meant: str, intent: str, ask: Ask
) -> None:
    asked = ask("护理员在哪里能考", "search", at=AT)
    assert asked.reply.status == "clarification"
    answered = ask(piece, intent, asked.memory, at=AT)
    assert answered.memory.occupation == meant
    assert answered.reply.status == "answered"


def test_a_word_that_means_one_trade_only_is_taken_for_it_afterwards(ask: Ask) -> None:
    asked = ask("甜品师在哪考", "ask_catalogue", at=AT)
    assert asked.reply.status == "clarification"
    assert "西式面点师最高能考到一级" in first(ask("最高几级", "search", asked.memory, at=AT)).text


def test_a_piece_that_several_names_share_settles_nothing(ask: Ask) -> None:
    asked = ask("烹调师在哪考", "ask_catalogue", at=AT)
    assert ask("西式的", "search", asked.memory, at=AT).memory.occupation is None


# --- side by side ---


@pytest.mark.parametrize("text", ["养老护理员和月嫂哪个有一级", "月嫂、养老护理员，谁能考一级"])
def test_each_of_two_occupations_is_told_and_the_one_that_has_the_level_first(text: str, ask: Ask) -> None:
    lines = first(ask(text, "ask_catalogue", at=AT)).text.splitlines()
    assert lines[0] == f"能考{CARE}一级的是{CARE_TRADE}。"
    assert any("没有机构评价家政服务员(母婴护理员)一级" in line for line in lines[1:])


@pytest.mark.parametrize("intent", ["ask_catalogue", "search"])
@pytest.mark.parametrize("text", ["茶艺师两个协会有什么不同", "茶艺师哪家好", "考茶艺师，那两家一样吗"])
def test_what_differs_between_two_organisations(text: str, intent: str, ask: Ask) -> None:
    told = first(ask(text, intent, at=AT)).text
    assert "上海市茶叶行业协会、上海市茶叶学会列的等级一样，都是五级、四级、三级" in told
    assert "没有写明" in told
    assert "我不猜测" in told


def test_organisations_that_differ_in_levels_are_not_called_the_same(ask: Ask) -> None:
    told = first(ask("养老护理员两家有什么区别", "search", at=AT)).text
    assert "等级不一样" in told
    assert "等级一样" not in told


# --- registration numbers ---


@pytest.mark.parametrize("intent", [*UNSURE, "ask_registration_number", "ask_occupation_code"])
@pytest.mark.parametrize("text", ["S000031300038是哪个单位", "备案号s000031300038对应谁", "Ｓ000031300038"])
def test_a_registration_number_is_looked_up(text: str, intent: str, ask: Ask) -> None:
    outcome = ask(text, intent, at=AT)
    assert f"S000031300038是{CARE_TRADE}的" in first(outcome).text
    assert any("S000031300038" in one.quote for one in first(outcome).citations)
    further = ask("能考什么", "search", outcome.memory, at=AT)
    assert CARE in first(further).text


def test_an_unknown_registration_number_is_said_to_be_unknown(ask: Ask) -> None:
    outcome = ask("S000088888888是哪家", "search", at=AT)
    assert outcome.reply.status == "not_stated"
    assert first(outcome).citations == ()


def test_an_organisation_named_by_its_number_is_asked_about_all_the_same(ask: Ask) -> None:
    outcome = ask("备案号S000031300015的电话", "ask_phone", at=AT)
    assert "62418668" in first(outcome).text


# --- beside the notices ---


@pytest.mark.parametrize("intent", ["ask_catalogue", "search", "ask_fee", "ask_eligibility", "out_of_scope"])
@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("有了电工证月薪多少钱", "就业和收入"),
        ("做月嫂能挣多少", "就业和收入"),
        ("物流师考出来好找工作吗", "就业和收入"),
        ("茶艺师证的含金量高吗", "含金量"),
    ],
)
def test_what_a_certificate_earns_is_not_stated(text: str, matter: str, intent: str, ask: Ask) -> None:
    outcome = ask(text, intent, at=AT)
    assert outcome.reply.status == "not_stated"
    assert matter in first(outcome).text
    assert "机构一共" not in first(outcome).text
    assert "元" not in first(outcome).text


def test_the_talk_goes_on_about_the_occupation_whose_pay_was_asked(ask: Ask) -> None:
    asked = ask("咖啡师工资高吗", "ask_catalogue", talk("茶艺师"), at=AT)
    assert "咖啡师" in first(ask("哪家考", "search", asked.memory, at=AT)).text


@pytest.mark.parametrize("text", ["焊工证补贴待遇怎么领", "绿化工资料交给谁", "低收入家庭能考吗"])
def test_words_that_only_look_like_pay_are_left_alone(text: str, ask: Ask) -> None:
    assert "就业和收入" not in first(ask(text, "search", at=AT)).text


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("养老护理员和月嫂哪个有一级", "ask_catalogue"),
        ("人工智能训练师几家有什么区别", "ask_catalogue"),
        ("S000031300038是哪个单位", "search"),
        ("茶艺师哪家好", "search"),
        ("程序员一级有吗", "search"),
    ],
)
def test_every_figure_of_these_answers_has_its_source(text: str, intent: str, ask: Ask) -> None:
    answer = first(ask(text, intent, at=AT))
    counted = [part for one in answer.computed for part in (one.text, one.explanation)]
    assert unsupported(answer.text, [*(one.quote for one in answer.citations), *counted, text]) == []
