"""Places, examinations, bodies and occupations from outside are told from what a person only comes from or has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.actions.names.examinations import affair_asked, examination_asked
from bot.actions.names.places import place_asked
from bot.actions.names.strangers import strange_occupation, strange_organisation
from bot.actions.names.understanding import entities_of
from bot.actions.turn import Memory

if TYPE_CHECKING:
    from knowledge.library import Library
    from tests.bot.conftest import Ask


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("在杭州考训练师三级多少钱", "杭州"),
        ("苏州的人工智能训练师收费", "苏州"),
        ("我是上海人，在苏州考训练师要多少钱", "苏州"),
        ("其他城市的收费标准是多少", "其他城市"),
        ("那外省呢", "外省"),
    ],
)
def test_a_place_where_the_examination_is_taken_is_asked_about(library: Library, text: str, place: str) -> None:
    assert place_asked(text, entities_of(library, text)) == place


@pytest.mark.parametrize(
    "text",
    [
        "苏州人能在上海考训练师吗",
        "我在苏州工作，想考训练师三级",
        "我从杭州过来考训练师",
        "老家安徽，训练师四级要什么条件",
        "外地户口能考训练师吗",
        "我人在外地，怎么报名",
        "证书能寄到杭州吗",
        "住在南京西路，去哪里报名",
        "有江苏考的四级证书，能报三级吗",
    ],
)
def test_where_a_person_comes_from_is_no_other_place(library: Library, text: str) -> None:
    assert place_asked(text, entities_of(library, text)) is None


def test_who_lives_elsewhere_is_told_that_the_answer_is_shanghais(ask: Ask) -> None:
    reply = ask("我在苏州工作，人工智能训练师三级多少钱", "ask_fee").reply
    assert reply.status == "answered"
    assert "上海" in reply.messages[0].text.splitlines()[0]
    assert "500" in reply.messages[0].text


def test_shanghai_named_after_another_place_is_asked_the_same(ask: Ask) -> None:
    elsewhere = ask("北京人工智能训练师三级报名费多少", "ask_fee")
    assert elsewhere.reply.status == "out_of_scope"
    assert "500" not in elsewhere.reply.messages[0].text
    assert "500" in ask("上海呢", "inform", elsewhere.memory).reply.messages[0].text


@pytest.mark.parametrize(
    "text",
    [
        "执业兽医资格证报名条件",
        "四六级没过可以补考吗",
        "国考报名截止了吗",
        "二级造价师什么时候考",
        "ACCA考试多少钱",
        "摩托车驾照要考几门",
    ],
)
def test_other_examinations_are_known_by_their_family(library: Library, text: str) -> None:
    assert examination_asked(text, entities_of(library, text))


@pytest.mark.parametrize(
    "text",
    [
        "我有教师资格证，能报职业培训师三级吗",
        "大学英语专业毕业能报训练师四级吗",
        "自考本科毕业能报训练师四级吗",
        "集中考试是几月，训练师的",
        "训练师最高考到几级",
        "取得职业资格证书后做了五年训练师",
    ],
)
def test_what_is_held_is_no_other_examination(library: Library, text: str) -> None:
    assert examination_asked(text, entities_of(library, text)) is None


def test_an_affair_beside_an_application_is_not_declined(library: Library) -> None:
    assert affair_asked("没交社保能报名吗", entities_of(library, "没交社保能报名吗")) is None
    assert affair_asked("社保断缴有什么影响", entities_of(library, "社保断缴有什么影响")) == "社保"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("区块链应用操作员有哪些机构评价", "区块链应用操作员"),
        ("民宿管家哪个机构考", "民宿管家"),
        ("潜水员多少钱", "潜水员"),
        ("想考护理员", None),
        ("我是公司的行政管理员", None),
        ("这个管理员考什么", None),
    ],
)
def test_an_occupation_is_strange_by_its_whole_name(text: str, name: str | None) -> None:
    assert strange_occupation(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("上海市魔术协会的电话", "上海市魔术协会"),
        ("华东政法大学多少钱", "华东政法大学"),
        ("我在腾讯公司上班", None),
        ("读的是华东政法大学法律专业", None),
        ("我们公司可以团体报名吗", None),
        ("哪个协会能考", None),
        ("跟另一家协会比费用差多少", None),
    ],
)
def test_a_body_is_strange_unless_it_is_the_persons_own(text: str, name: str | None) -> None:
    assert strange_organisation(text) == name


def test_a_strange_body_is_no_ground_for_a_fee(ask: Ask) -> None:
    reply = ask("上海未来机器人研究院人工智能训练师三级收费", "ask_fee", Memory()).reply
    assert reply.status == "not_stated"
    assert "500" not in reply.messages[0].text
