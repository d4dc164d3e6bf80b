"""Fragments that lean on the talk so far: an earlier subject, the level of the last question, a sum, a year, a site."""

from __future__ import annotations

import pytest

from bot.actions.turn import INFORM, Memory
from tests.bot.conftest import Ask

AT = "2026-11-21"
TRAINER, CARE, HR = "人工智能训练师", "养老护理员", "企业人力资源管理师"
SAIA, SJTU = "上海市人工智能行业协会", "上海交通大学"


def text_of(ask: Ask, text: str, intent: str, memory: Memory) -> str:
    return "\n".join(one.text for one in ask(text, intent, memory, AT).reply.messages)


@pytest.mark.parametrize(
    ("text", "occupation"),
    [
        ("回到咖啡，多大可以考", "咖啡师"),
        ("刚才说的茶艺，有几级", "茶艺师"),
        ("还是说回美甲，最小几岁", "美甲师"),
        ("前面那个养老护理，几级起考", CARE),
    ],
)
def test_a_piece_of_a_name_goes_back_to_it(text: str, occupation: str, ask: Ask) -> None:
    memory = Memory(SAIA, TRAINER, 5, topic="ask_fee")
    assert ask(text, "ask_eligibility", memory, AT).memory.occupation == occupation


@pytest.mark.parametrize("text", ["刚才说的四级，多大可以考", "前面那个，多大可以考", "回到家再说，多大可以考"])
def test_what_names_nothing_stays_with_what_is_talked_of(text: str, ask: Ask) -> None:
    memory = Memory(SAIA, TRAINER, 5, topic="ask_fee")
    assert ask(text, "ask_eligibility", memory, AT).memory.occupation == TRAINER


@pytest.mark.parametrize("text", ["行业协会没有？", "行业协会有没有", "那行业协会呢"])
def test_another_organisation_is_asked_for_the_same_level(text: str, ask: Ask) -> None:
    """The association's notice lists 5级, 4级, 3级; the catalogue lists 二级 for the university alone."""
    memory = Memory(occupation=TRAINER, level=2, topic="ask_catalogue")
    told = text_of(ask, text, INFORM, memory)
    assert f"{SAIA}的{TRAINER}没有二级" in told
    assert SJTU in told


def test_whether_at_all_is_of_the_level_talked_of(ask: Ask) -> None:
    memory = Memory(SJTU, TRAINER, 2, topic="ask_catalogue")
    assert SAIA not in text_of(ask, "所以到底能不能考", "ask_catalogue", memory)


def test_what_else_they_examine_is_of_no_level(ask: Ask) -> None:
    memory = Memory(SJTU, TRAINER, 2, topic="ask_catalogue")
    assert "网络与信息安全管理员" in text_of(ask, "他们还考什么", "ask_catalogue", memory)


@pytest.mark.parametrize("text", ["我同事说一千多，对吗", "有人拿了1500", "听说两千"])
@pytest.mark.parametrize("intent", ["ask_fee", INFORM, "search"])
def test_a_sum_heard_in_a_talk_on_subsidies_is_one_of_them(text: str, intent: str, ask: Ask) -> None:
    memory = Memory(occupation=HR, level=4, topic="ask_subsidy")
    told = ask(text, intent, memory, AT)
    assert told.memory.topic == "ask_subsidy"
    assert "350" not in told.reply.messages[0].text


@pytest.mark.parametrize("text", ["那考试报名费多少", "考一次要350吗", "补考交多少钱"])
def test_what_the_examination_costs_is_no_subsidy(text: str, ask: Ask) -> None:
    memory = Memory(occupation=HR, level=4, topic="ask_subsidy")
    assert ask(text, "ask_fee", memory, AT).memory.topic != "ask_subsidy"


@pytest.mark.parametrize("text", ["明年涨不涨", "明年会涨价吗", "明年还是这个价吗"])
def test_whether_it_rises_next_year_is_not_known(text: str, ask: Ask) -> None:
    told = ask(text, "out_of_scope", Memory(SAIA, TRAINER, 4, topic="ask_fee"), AT)
    assert told.reply.status == "not_stated"
    assert "400" not in told.reply.messages[0].text


def test_a_sum_after_a_retake_is_of_retakes(ask: Ask) -> None:
    memory = Memory(SAIA, TRAINER, 4, topic="ask_retake_fee")
    assert ask("一共呢", "ask_fee", memory, AT).memory.topic == "ask_retake_fee"
    assert ask("四级报名一共多少钱", "ask_fee", memory, AT).memory.topic == "ask_fee"


def test_the_site_that_certificates_are_looked_up_on_is_told_alone(ask: Ask) -> None:
    memory = Memory(SJTU, TRAINER, topic="ask_certificate")
    told = text_of(ask, "用什么网站查", "ask_website", memory)
    assert "www.osta.org.cn" in told
    assert "gjzs.sjtu.edu.cn" not in told
    assert "gjzs.sjtu.edu.cn" in text_of(ask, "官网是多少", "ask_website", memory)


@pytest.mark.parametrize("text", ["你就说行还是不行", "给句准话", "能还是不能"])
@pytest.mark.parametrize("intent", ["capabilities", INFORM])
def test_who_wants_a_plain_word_is_told_the_verdict_again(text: str, intent: str, ask: Ask) -> None:
    first = ask("我做训练师6年了，三级能报吗", "ask_eligibility", None, AT)
    told = ask(text, intent, first.memory, AT)
    assert told.reply.messages[0].text.startswith("简单说：")
    assert "三级" in told.reply.messages[0].text


def test_the_clause_is_asked_for_by_its_number(ask: Ask) -> None:
    first = ask("人力三级技能竞赛成绩不合格可以补考吗", "ask_retake", None, AT)
    told = ask("依据第几条", "out_of_scope", first.memory, AT).reply
    assert told.status == "answered"
    assert "不能进行补考" in told.messages[0].text


@pytest.mark.parametrize(
    ("text", "level", "figure"),
    [
        ("一级呢，二级之后再几年", 1, "满5年"),
        ("二级要三级证后干几年", 2, "满5年"),
        ("四级到三级要隔几年", 3, "满4年"),
        ("五级拿到后几年能考四级", 4, "满3年"),
    ],
)
def test_how_long_it_takes_to_the_next_level_is_told_by_its_conditions(
    text: str, level: int, figure: str, ask: Ask
) -> None:
    """附件1: 取得三级证书后…满5年 for 二级, and so on, whatever certificate the person told of before."""
    first = ask("我有训练师三级证，二级能报吗", "ask_eligibility", None, AT)
    told = ask(text, "ask_eligibility", first.memory, AT)
    assert told.reply.status == "answered"
    assert figure in told.reply.messages[0].text
    assert told.memory.level == level


def test_who_tells_when_they_got_it_is_judged(ask: Ask) -> None:
    told = ask("我2020年5月拿的训练师四级证，考三级还要等几年", "ask_eligibility", None, AT)
    assert "我了解到的情况" in told.reply.messages[0].text


@pytest.mark.parametrize("relative", ["外孙女", "外孙", "孙女"])
def test_a_grandchild_is_another_person(relative: str, ask: Ask) -> None:
    first = ask("我63岁，茶艺师能考吗", "ask_eligibility", None, AT)
    told = ask(f"最小呢？我{relative}也感兴趣", INFORM, first.memory, AT)
    assert "63" not in told.reply.messages[0].text
    assert "16周岁" in told.reply.messages[0].text


def test_a_pronoun_goes_back_to_the_other_person(ask: Ask) -> None:
    """她的话三级行吗 is not judged by one's own twelve years."""
    first = ask("我女儿大专在读想考人力四级", "ask_eligibility", None, AT)
    own = ask("那我呢，我高中毕业做人事12年", INFORM, first.memory, AT)
    assert "12年" in own.reply.messages[0].text
    hers = ask("她的话三级行吗", "ask_eligibility", own.memory, AT)
    assert "大专在读" in hers.reply.messages[0].text
    assert "12年" not in hers.reply.messages[0].text
    again = ask("那我呢", INFORM, hers.memory, AT)
    assert "12年" in again.reply.messages[0].text


def test_a_pronoun_without_another_person_is_of_who_is_talked_of(ask: Ask) -> None:
    first = ask("我做人事12年，人力三级能报吗", "ask_eligibility", None, AT)
    assert "12年" in ask("他们说四级呢", INFORM, first.memory, AT).reply.messages[0].text


@pytest.mark.parametrize(("text", "level"), [("那美发也有吗", 2), ("茶艺师也有吗", 2), ("那美发师呢", None)])
def test_also_asks_another_occupation_for_the_same_level(text: str, level: int | None, ask: Ask) -> None:
    memory = Memory(occupation="美容师", level=2, topic="ask_catalogue")
    for intent in (INFORM, "ask_catalogue"):
        assert ask(text, intent, memory, AT).memory.level == level


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("有人说15天", "ask_results"),
        ("我同事说要30个工作日，对吗", "ask_results"),
        ("网上说只要半个月", None),
        ("朋友说200块", None),
        ("有人说15天能拿证书", None),
    ],
)
def test_a_figure_somebody_has_heard_doubts_the_last_answer(text: str, topic: str | None, ask: Ask) -> None:
    memory = Memory(occupation=TRAINER, topic="ask_results")
    after = ask(text, "ask_office_hours", memory, AT).memory.topic
    assert after == (topic or "ask_office_hours")


def test_a_sum_somebody_has_heard_stays_with_retakes(ask: Ask) -> None:
    """附件: the retake of 三级 costs 100 and 400 by paper."""
    told = ask("我同事说200块", "ask_fee", Memory(SAIA, TRAINER, 3, topic="ask_retake_fee"), AT)
    assert told.memory.topic == "ask_retake_fee"
    assert told.reply.messages[0].text.startswith("不是200元")


def test_marks_in_a_talk_about_misconduct_are_what_becomes_of_them(ask: Ask) -> None:
    first = ask("考试带手机会怎样", "ask_discipline", None, AT)
    assert "取消当次" in ask("那成绩呢", "ask_results", first.memory, AT).reply.messages[0].text
    when = ask("成绩什么时候能查", "ask_results", first.memory, AT)
    assert when.memory.topic == "ask_results"


def test_a_piece_of_several_names_is_asked_back_with_them(ask: Ask) -> None:
    first = ask("什么时候可以报名", "ask_application_window", None, AT)
    found = ask("人工智能的", INFORM, first.memory, AT)
    assert found.reply.status == "clarification"
    assert TRAINER in {one.title for one in found.reply.messages[0].quick_replies}
    assert ask("训练师", INFORM, found.memory, AT).memory.topic == "ask_application_window"


def test_a_piece_of_one_name_answers_the_question_back(ask: Ask) -> None:
    first = ask("报名费多少", "ask_fee", None, AT)
    assert ask("咖啡", "search", first.memory, AT).memory.occupation == "咖啡师"


@pytest.mark.parametrize(
    ("text", "occupation", "level"),
    [
        ("不是美甲，美容", "美容师", None),
        ("不是美甲师，是茶艺师", "茶艺师", None),
        ("我要的不是四级，是三级", "美甲师", 3),
        ("我问的不是四级,三级", "美甲师", 3),
    ],
)
def test_what_is_denied_is_not_what_is_asked_about(
    text: str, occupation: str, level: int | None, ask: Ask
) -> None:
    after = ask(text, INFORM, Memory(occupation="美甲师", topic="ask_fee"), AT).memory
    assert (after.occupation, after.level, after.topic) == (occupation, level, "ask_fee")


def test_what_was_told_outlives_the_question_which_occupation_is_meant(ask: Ask) -> None:
    first = ask("我爸55岁没学历想考保安", "ask_eligibility", None, AT)
    assert first.reply.status == "clarification"
    his = ask("他做了十年", INFORM, first.memory, AT)
    assert "55岁" in his.reply.messages[0].text
    own = ask("那我呢25岁本科", INFORM, his.memory, AT)
    assert "55岁" not in own.reply.messages[0].text
    again = ask("他能考几级", "ask_catalogue", own.memory, AT)
    assert "55岁" in again.reply.messages[0].text
    assert "三级：可以报" in again.reply.messages[0].text


def test_which_levels_there_are_is_no_verdict_where_nothing_was_told(ask: Ask) -> None:
    first = ask("训练师申报条件是什么", "ask_eligibility", None, AT)
    assert ask("能考到几级", "ask_catalogue", first.memory, AT).memory.topic == "ask_catalogue"
