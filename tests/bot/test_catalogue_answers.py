"""Who assesses what at which level, asked in every direction; and what to say where a name is not clear."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from bot.actions.reply import Answer
from bot.actions.respond import Outcome
from bot.actions.turn import INFORM, Memory
from knowledge.figures import unsupported

if TYPE_CHECKING:
    from tests.bot.conftest import Ask

CATALOGUE = "shhrss-2025-catalogue"
IN_FORCE = "2025-06-02"
CARE = ["养老护理员", "家政服务员(母婴护理员)", "家政服务员(家庭照护员)"]


def first(outcome: Outcome) -> Answer:
    return outcome.reply.messages[0]


def figures(outcome: Outcome) -> set[str]:
    return {one.text for one in first(outcome).computed}


def buttons(outcome: Outcome) -> list[tuple[str, dict[str, str]]]:
    """Intent and entities of each button."""
    payloads = [one.payload.removeprefix("/").partition("{") for one in first(outcome).quick_replies]
    return [(intent, json.loads("{" + entities)) for intent, _, entities in payloads]


# --- families ---


def test_a_base_name_is_told_specialisation_by_specialisation(ask: Ask) -> None:
    outcome = ask("汽车维修工哪里考", "ask_catalogue")
    text = first(outcome).text
    for name, levels in (
        ("汽车机械维修工", "五级、四级、三级、二级、一级"),
        ("汽车车身整形修复工", "五级、四级、三级、二级"),
        ("汽车车身涂装修复工", "五级、四级、三级、二级"),
        ("汽车美容装潢工", "五级、四级"),
    ):
        assert f"汽车维修工（{name}）由上海汽车集团股份有限公司（{levels}）评价" in text
    assert "4" in figures(outcome)


def test_a_specialisation_is_told_alone_with_its_siblings_in_one_line(ask: Ask) -> None:
    outcome = ask("汽车喷漆工哪里考", "ask_catalogue")
    answer, siblings = first(outcome).text.split("\n")
    assert "汽车车身涂装修复工" in answer
    assert "汽车美容装潢工" not in answer
    assert all(name in siblings for name in ("汽车机械维修工", "汽车车身整形修复工", "汽车美容装潢工"))
    assert {one["occupation"]["name"] for one in first(outcome).card.data["entries"]} == {  # type: ignore[union-attr]
        "汽车维修工（汽车车身涂装修复工）"
    }


def test_a_level_that_stands_under_the_base_name_is_pointed_to(ask: Ask) -> None:
    """The catalogue prints level 5 for 车工 and levels 4 to 1 for its specialisations."""
    outcome = ask("数控车工有五级吗", "ask_catalogue")
    assert outcome.reply.status == "answered"
    assert "车工由上海航天技术研究院（五级）评价" in first(outcome).text


def test_a_special_ability_is_said_to_have_no_level(ask: Ask) -> None:
    outcome = ask("数据标注有几级", "ask_catalogue")
    assert "专项职业能力，不是技能等级" in first(outcome).text
    assert "个等级" not in first(outcome).text


def test_the_occupation_beside_a_special_ability_is_told_without_it(ask: Ask) -> None:
    text = first(ask("4-04-05-05谁能考", "ask_catalogue")).text
    assert "人工智能训练师" in text
    assert "数据标注" not in text


def test_an_unknown_code_brings_those_beside_it(ask: Ask) -> None:
    outcome = ask("4-03-02-06是什么职业", "ask_occupation_code")
    assert outcome.reply.status == "not_stated"
    assert {entities["occupation"] for _, entities in buttons(outcome)} >= {"餐厅服务员", "茶艺师"}


# --- levels and organisations ---


def test_how_many_levels_an_occupation_has(ask: Ask) -> None:
    outcome = ask("茶艺师有几级", "ask_catalogue")
    assert "茶艺师一共有3个等级：五级、四级、三级" in first(outcome).text
    assert {"3", "2"} <= figures(outcome)  # 3 levels, 2 organisations


def test_the_highest_level_is_told_notice_by_notice_with_its_year(ask: Ask) -> None:
    lines = first(ask("人工智能训练师最高能考几级", "ask_catalogue")).text.split("\n")
    (own,) = (one for one in lines if one.startswith("据上海市人工智能行业协会2026年的通知") and "最高" in one)
    (catalogue,) = (one for one in lines if "社会保障局2025年的通知（这是去年的通知" in one and "最高" in one)
    assert "三级" in own
    assert "一级（上海交通大学）" in catalogue


def test_who_can_examine_a_level_is_counted_and_others_are_left_out(ask: Ask) -> None:
    """Of three organisations for BIM, 建工集团 only has level 4."""
    outcome = ask("哪个机构能考BIM三级", "ask_catalogue")
    assert "上海市绿色建筑协会" in first(outcome).text
    assert "上海建设管理职业技术学院" in first(outcome).text
    assert "建工集团" not in first(outcome).text
    assert figures(outcome) == {"2"}


@pytest.mark.parametrize("text", ["二级技师哪里能考", "哪些职业能考二级"])
def test_a_level_alone_lists_who_examines_what_and_counts_the_rest(text: str, ask: Ask) -> None:
    outcome = ask(text, "ask_catalogue", at=IN_FORCE)
    assert outcome.reply.status == "answered"
    entries = first(outcome).card.data["entries"]  # type: ignore[union-attr]
    assert all(2 in one["levels"] for one in entries)
    of_catalogue = [one for one in entries if any(c["notice_id"] == CATALOGUE for c in one["citations"])]
    organisations = {one["organisation"]["id"] for one in of_catalogue}
    occupations = {one["occupation"]["name"] for one in of_catalogue}
    assert {str(len(organisations)), str(len(occupations))} <= figures(outcome)
    told = [name for one in entries if (name := one["organisation"]["name"] + "：") in first(outcome).text]
    assert str(len(organisations) - len(set(told))) in figures(outcome)


def test_level_one_is_offered_by_as_many_as_the_catalogue_prints(ask: Ask) -> None:
    """Counted by hand: the rows of the catalogue that end in 1 belong to 24 organisations."""
    outcome = ask("哪些职业能考一级", "ask_catalogue", at=IN_FORCE)
    assert "24" in figures(outcome)
    assert "上海航天技术研究院：车工（普通车工）、车工（数控车工）" in first(outcome).text


def test_an_organisations_own_narrower_notice_is_told_beside_the_list(ask: Ask) -> None:
    text = first(ask("哪些职业能考二级", "ask_catalogue")).text
    assert "上海市技师协会2026年的通知给上海市技师协会职业培训师列的只有三级" in text


def test_a_level_after_an_occupation_is_about_that_occupation(ask: Ask) -> None:
    outcome = ask("哪家能考一级", "ask_catalogue", Memory(None, "焊工（电焊工）", None, None, "ask_catalogue"))
    assert "上海船厂" in first(outcome).text
    assert "电梯" not in first(outcome).text


def test_a_level_of_all_occupations_is_about_all_whatever_was_said_before(ask: Ask) -> None:
    outcome = ask("哪些职业能考一级", "ask_catalogue", Memory(None, "焊工（电焊工）", None, None, "ask_catalogue"))
    assert "上海市电梯行业协会：电梯安装维修工" in first(outcome).text


def test_how_many_organisations_there_are(ask: Ask) -> None:
    """55 numbered organisations and one for the special abilities."""
    assert "56" in figures(ask("全上海有多少家社评组织", "ask_catalogue", at=IN_FORCE))


def test_last_years_catalogue_is_called_last_years_in_a_list_too(ask: Ask) -> None:
    assert "2025年的通知（这是去年的通知" in first(ask("哪些职业能考一级", "ask_catalogue")).text
    assert "去年" not in first(ask("哪些职业能考一级", "ask_catalogue", at=IN_FORCE)).text


def test_a_year_that_no_catalogue_is_held_of_is_not_answered_from_another(ask: Ask) -> None:
    outcome = ask("前年哪些职业能考一级", "ask_catalogue")
    assert outcome.reply.status == "not_stated"
    assert "没有收录前年" in first(outcome).text
    assert first(outcome).citations == ()


def test_a_district_is_not_known(ask: Ask) -> None:
    asked = ask("徐汇有哪些机构", "ask_catalogue")
    assert asked.reply.status == "clarification"
    assert "徐汇" in first(asked).text
    told = ask("徐汇哪里能考茶艺师", "ask_catalogue")
    assert told.reply.status == "answered"
    assert "没法按“徐汇”来查" in first(told).text


def test_a_district_in_an_organisations_name_is_no_question_for_a_district(ask: Ask) -> None:
    assert "没法按" not in first(ask("浦东软件园能考什么", "ask_catalogue")).text


# --- names that are not clear ---


@pytest.mark.parametrize(
    "intent", ["ask_catalogue", "ask_fee", "ask_eligibility", "ask_exam_date", "ask_how_to_apply"]
)
def test_a_shared_word_is_asked_back_for_the_same_question(intent: str, ask: Ask) -> None:
    outcome = ask("护理员请问", intent)
    # Who examines a few is told at once; anything else has to know which is meant.
    assert outcome.reply.status == ("partial" if intent == "ask_catalogue" else "clarification")
    assert [entities["occupation"] for _, entities in buttons(outcome)] == CARE
    assert {of for of, _ in buttons(outcome)} == {intent}
    assert bool(first(outcome).citations) == (intent == "ask_catalogue")


def test_the_level_of_the_question_stays_with_the_buttons(ask: Ask) -> None:
    found = buttons(ask("护理员三级多少钱", "ask_fee"))
    assert {entities["level"] for _, entities in found} == {"3"}


def test_the_name_typed_after_the_question_is_answered(ask: Ask) -> None:
    asked = ask("护理员在哪里考", "ask_catalogue", Memory(None, "茶艺师", 3, None, "ask_fee"))
    answered = ask("养老护理员", INFORM, asked.memory)
    assert "上海中福会养老院" in first(answered).text
    assert "茶艺师" not in first(answered).text


def test_who_talks_about_one_of_them_already_is_not_asked(ask: Ask) -> None:
    outcome = ask("护理员在哪里考", "ask_catalogue", Memory(None, "养老护理员", None, None, "ask_fee"))
    assert outcome.reply.status == "answered"
    assert "上海中福会养老院" in first(outcome).text


def test_an_organisation_that_has_only_one_of_them_settles_it(ask: Ask) -> None:
    outcome = ask("中福会养老院的护理员有几级", "ask_catalogue")
    assert outcome.reply.status == "answered"
    assert "养老护理员" in first(outcome).text


def test_an_organisation_that_has_some_of_them_leaves_the_others_out(ask: Ask) -> None:
    outcome = ask("家庭服务业行业协会能考护理员吗", "ask_catalogue")
    assert [entities["occupation"] for _, entities in buttons(outcome)] == CARE[1:]


def test_a_story_that_mentions_a_shared_word_in_passing_goes_on(ask: Ask) -> None:
    """The word tells what the person does; the talk is about something else."""
    memory = Memory("上海市人工智能行业协会", "人工智能训练师", 4, None, "ask_phone")
    outcome = ask("我是做护理员工作的，平时很忙", INFORM, memory)
    assert outcome.memory.occupation == "人工智能训练师"


@pytest.mark.parametrize("intent", ["ask_catalogue", "ask_fee", "search", INFORM])
@pytest.mark.parametrize(
    "name", ["宠物美容师", "医疗护理员", "快递员", "网约配送员", "心理咨询师", "无人机驾驶员"]
)
def test_a_job_that_is_not_listed_is_said_to_be_so_and_bent_to_nothing(name: str, intent: str, ask: Ask) -> None:
    outcome = ask(f"{name}呢", intent, Memory(None, "茶艺师", None, None, "ask_fee"))
    assert outcome.reply.status == "not_stated"
    assert f"没有“{name}”" in first(outcome).text
    assert "茶艺师" not in first(outcome).text
    assert first(outcome).citations == ()


def test_near_names_are_a_question_with_buttons(ask: Ask) -> None:
    outcome = ask("我想考个茶一师", "ask_catalogue")
    assert "茶艺师" in [entities["occupation"] for _, entities in buttons(outcome)]
    assert "吗" in first(outcome).text


def test_where_nothing_is_near_nothing_is_offered(ask: Ask) -> None:
    assert buttons(ask("宇航员哪里考", "ask_catalogue")) == []


@pytest.mark.parametrize("intent", ["greet", "thank", "goodbye", "capabilities"])
def test_small_talk_is_not_asked_back(intent: str, ask: Ask) -> None:
    assert ask("护理员谢谢你好", intent).reply.status == "chitchat"


@pytest.mark.parametrize("at", [IN_FORCE, "2026-06-01", "2027-03-01"])
@pytest.mark.parametrize(
    "text",
    [
        "二级技师哪里能考",
        "有哪些机构",
        "一级四级都有哪些职业",
        "车工有几个等级",
        "汽车维修工最高几级",
        "人工智能训练师哪几家能考四级",
        "焊工二级",
        "浦东哪里考电工三级",
        "4-04-05-Z1有几级",
        "护理员三级",
    ],
)
def test_every_figure_that_is_told_or_counted_has_its_source(text: str, at: str, ask: Ask) -> None:
    for message in ask(text, "ask_catalogue", at=at).reply.messages:
        sources = [one.quote for one in message.citations]
        sources += [part for one in message.computed for part in (one.text, one.explanation)]
        assert unsupported(message.text, [*sources, text]) == []
