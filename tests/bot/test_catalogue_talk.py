"""Going on about the catalogue: what else they examine, whether it is one house, and the catalogue itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.actions.turn import INFORM, Memory
from tests.bot.replies import cited, said

if TYPE_CHECKING:
    from tests.bot.conftest import Ask

AT = "2026-11-21"
CATALOGUE = "ask_catalogue"


@pytest.mark.parametrize("taken_for", [CATALOGUE, "search", INFORM, "out_of_scope"])
def test_what_else_the_organisation_of_the_answer_examines(taken_for: str, ask: Ask) -> None:
    memory = ask("美容师哪家能考", CATALOGUE, at=AT).memory
    text = ask("他们还考什么", taken_for, memory, AT).reply.messages[0].text
    assert all(name in text for name in ("美发师", "美甲师", "形象设计师", "保健按摩师"))


def test_many_organisations_are_asked_back(ask: Ask) -> None:
    found = ask("他们还考什么", CATALOGUE, Memory(occupation="计算机程序设计员", topic=CATALOGUE), AT).reply
    assert found.status == "clarification"
    assert "上海市软件行业协会" in {one.title for one in found.messages[0].quick_replies}


def test_what_is_left_out_by_name_does_not_narrow_the_answer(ask: Ask) -> None:
    assert "评茶师" in ask("茶叶学会除了茶艺师还能考啥", CATALOGUE, at=AT).reply.messages[0].text


def test_a_pronoun_keeps_the_organisation(ask: Ask) -> None:
    memory = Memory(organisation="上海市计算技术研究所有限公司", topic=CATALOGUE)
    found = ask("他们人工智能训练师有五级吗", CATALOGUE, memory, AT).reply
    assert found.status == "answered"  # the catalogue lists its levels, and 五级 is not among them
    assert "上海市计算技术研究所有限公司的人工智能训练师没有五级" in found.messages[0].text
    assert "上海市计算技术研究所有限公司（四级、三级）" in found.messages[0].text


def test_two_organisations_are_both_told(ask: Ask) -> None:
    text = ask("考电焊，沪东中华和江南造船有什么区别", CATALOGUE, at=AT).reply.messages[0].text
    assert "沪东中华造船（集团）有限公司评价" in text
    assert "江南造船(集团)有限责任公司评价" in text


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("美容师和美发师是同一家考吗", "美容师、美发师都能在上海美发美容行业协会考。"),
        ("美容师和电工是同一家考吗", "目录里没有哪一家同时评价美容师、电工。"),
    ],
)
def test_whether_one_house_examines_both(text: str, head: str, ask: Ask) -> None:
    outcome = ask(text, "search", at=AT)
    assert outcome.memory.topic == CATALOGUE
    assert outcome.reply.messages[0].text.startswith(head)


def test_a_pair_that_nobody_lists_is_followed_by_what_there_is(ask: Ask) -> None:
    found = ask("江南造船能考电工吗", CATALOGUE, at=AT).reply
    assert found.status == "answered"  # both are on the lists, which are closed: it is not among what they examine
    assert "江南造船(集团)有限责任公司评价焊工（电焊工）" in found.messages[0].text
    assert "电工由沪东中华造船（集团）有限公司" in found.messages[0].text


@pytest.mark.parametrize(
    ("text", "taken_for"),
    [("目录有效期到什么时候", "ask_retake"), ("技师协会的备案有效期到哪天", "ask_registration_number")],
)
def test_until_when_the_catalogue_holds_is_not_stated(text: str, taken_for: str, ask: Ask) -> None:
    found = ask(text, taken_for, at=AT).reply
    assert found.status == "partial"
    assert "动态调整" in found.messages[0].text
    assert "12月31" not in found.messages[0].text


def test_where_the_catalogue_is_kept(ask: Ask) -> None:
    found = ask("评价机构目录在哪里可以查到最新的", "search", at=AT).reply
    assert found.status == "answered"
    assert "http://rsj.sh.gov.cn" in found.messages[0].text


def test_the_catalogue_of_a_year_that_is_not_held(ask: Ask) -> None:
    whole = ask("2026年的目录出来了吗", "ask_changes", at=AT).reply
    assert whole.status == "partial"
    assert whole.messages[0].text.startswith("没有收录2026年的评价目录。")
    one = ask("2026年的评价机构目录有吗，美容师谁考", CATALOGUE, at=AT).reply
    assert one.status == "not_stated"
    assert "past_year" in {cited.status for cited in one.messages[0].citations}


def test_special_abilities_are_listed_alone(ask: Ask) -> None:
    answer = ask("专项职业能力有哪些项目", CATALOGUE, at=AT).reply.messages[0]
    assert "人工智能模型运用" in answer.text
    assert "企业人力资源管理师" not in answer.text


def test_the_numbers_of_those_who_examine_an_occupation(ask: Ask) -> None:
    memory = Memory(occupation="茶艺师", topic=CATALOGUE)
    text = ask("备案号多少", "ask_registration_number", memory, AT).reply.messages[0].text
    assert "S000031300009" in text
    assert "S000031300062" in text


@pytest.mark.parametrize(
    "text", ["有五级的吗，我想从最低的开始考", "能考一级伐", "有技师级别吗", "要是考高级技师呢，他们有吗"]
)
def test_a_level_after_who_examines_what(text: str, ask: Ask) -> None:
    memory = Memory(occupation="物流服务师", topic=CATALOGUE)
    assert ask(text, "ask_eligibility", memory, AT).memory.topic == CATALOGUE


@pytest.mark.parametrize("text", ["我能直接考三级吗", "考三级要什么条件"])
def test_a_question_for_a_verdict_stays_one(text: str, ask: Ask) -> None:
    memory = Memory(occupation="物流服务师", topic=CATALOGUE)
    assert ask(text, "ask_eligibility", memory, AT).memory.topic == "ask_eligibility"


def test_who_lacks_a_level_is_told_with_those_who_have_it(ask: Ask) -> None:
    found = ask("供应链管理师二级中侨能考吗，还是只能去别家", CATALOGUE, at=AT).reply
    text = found.messages[0].text
    assert found.status == "answered"
    assert "上海中侨职业技术大学的供应链管理师没有二级" in text
    assert "现代服务业联合会" in text.split("别的机构：")[1]


def test_the_number_is_of_the_house_that_examines_the_level_talked_of(ask: Ask) -> None:
    memory = Memory(organisation="江南造船(集团)有限责任公司", occupation="焊工", level=2, topic=CATALOGUE)
    assert "S000031100058" in ask("他们家备案号是啥", "ask_registration_number", memory, AT).reply.messages[0].text
    below = Memory(organisation="江南造船(集团)有限责任公司", occupation="焊工", level=3, topic=CATALOGUE)
    assert "S000031100050" in ask("他们家备案号是啥", "ask_registration_number", below, AT).reply.messages[0].text


@pytest.mark.parametrize("text", ["目录里有没有开挖掘机", "开挖掘机的证上海目录里有吗", "名单里有挖掘机吗"])
def test_whether_something_unknown_is_listed_is_not_answered_with_the_whole_list(text: str, ask: Ask) -> None:
    found = ask(text, CATALOGUE, at=AT).reply
    assert found.status != "answered"
    assert "由56家机构评价" not in found.messages[0].text


@pytest.mark.parametrize("text", ["目录里有哪些职业", "目录里都有哪些机构"])
def test_the_list_itself_is_still_told(text: str, ask: Ask) -> None:
    assert "56" in {one.text for one in ask(text, CATALOGUE, at=AT).reply.messages[0].computed}


def test_which_special_abilities_there_are_is_no_question_where_the_list_is_kept(ask: Ask) -> None:
    text = ask("目录里专项能力一共有哪几个", CATALOGUE, at=AT).reply.messages[0].text
    assert "人工智能数据标注" in text
    assert "人工智能模型运用" in text


@pytest.mark.parametrize(
    ("text", "name"),
    [("配眼镜的证哪里考", "眼镜定配工"), ("剪头发的证哪考", "美发师"), ("端盘子的证谁考", "餐厅服务员")],
)
def test_work_in_everyday_words_is_asked_back_by_its_name(text: str, name: str, ask: Ask) -> None:
    found = ask(text, "ask_certificate", at=AT).reply
    assert found.status == "clarification"
    assert name in found.messages[0].text


def test_skill_and_ability_are_no_may_i(ask: Ask) -> None:
    found = ask("人工智能数据标注专项能力考核是哪家公司在做", CATALOGUE, at=AT).reply
    assert "上海库帕思科技有限公司" in found.messages[0].text
    assert "年满16周岁" not in found.messages[0].text


def test_an_occupation_named_twice_is_told_once(ask: Ask) -> None:
    text = ask("开拖拉机的，农机驾驶操作员去哪考等级", CATALOGUE, at=AT).reply.messages[0].text
    assert text.count("上海市农业广播电视学校") == 1


def test_last_years_list_is_asked_whether_it_holds(ask: Ask) -> None:
    found = ask("去年的目录现在还能用吗", "ask_changes", at=AT).reply
    assert found.status == "partial"
    assert "有效期" in found.messages[0].text


@pytest.mark.parametrize(
    "text", ["不是上汽的员工也能去考吗", "外面的人可以报吗", "这家公司不对外吧", "要是他们的职工才行吗"]
)
def test_whether_a_house_examines_people_from_outside(text: str, ask: Ask) -> None:
    before = ask("汽车维修工哪里考", CATALOGUE, at=AT).memory
    outcome = ask(text, "ask_eligibility", before, AT)
    assert ("shhrss-2025-catalogue", "一") in cited(outcome)
    assert "面向社会" in said(outcome)


def test_which_occupation_is_the_better_one_is_not_judged(ask: Ask) -> None:
    reply = ask("茶艺师和评茶师哪个好考", CATALOGUE, at=AT).reply
    assert reply.status == "partial"
    assert "没有评价" in reply.messages[0].text


def test_that_it_was_asked_of_a_stranger_who_examines_it_is_kept(ask: Ask) -> None:
    before = ask("宠物美容师有吗", CATALOGUE, at=AT).memory
    assert "上海建设管理职业技术学院" in said(ask("插花呢", INFORM, before, AT))


def test_a_line_for_complaints_is_asked_for_before_its_house_is_named(ask: Ask) -> None:
    before = ask("监督电话多少", "ask_supervision", at=AT).memory
    told = said(ask("人工智能协会的", "ask_phone", replace(before, asked="监督电话多少"), AT))
    assert "021-58388009" in told
    assert "021-62037717" not in told
