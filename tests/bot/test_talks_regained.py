"""Rumours of too few people, sittings named by a bare month, answers offered, and the programme's places and years."""

from __future__ import annotations

from datetime import date

import pytest

from bot.actions.desk import Desk
from bot.actions.follow_ups import follow_up
from bot.actions.form.words import gives_up
from bot.actions.names.understanding import entities_of
from bot.actions.several.questions import questions_in
from bot.actions.turn import Memory, Turn
from knowledge.validity import parse_as_of
from retrieval.normalising.fillers import without_fillers
from tests.bot.conftest import Ask
from tests.bot.replies import cited, said

AT = "2026-11-21"
TRAINER, HR, PROMOTER = "人工智能训练师", "企业人力资源管理师", "人工智能推介官"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("训练师要满一百人才开,凑不够就退款是吗", "不取消，顺延到下个月"),
        ("听说企业人力资源管理师报名人数不够会取消考试并退费", "不取消，集中安排考试"),
    ],
)
def test_too_few_people_put_a_sitting_off(ask: Ask, text: str, words: str) -> None:
    assert words in said(ask(text, "ask_payment", None, AT))


def test_whether_money_comes_back_is_asked_still(ask: Ask) -> None:
    outcome = ask("训练师报名人数不够开不了考,钱退不退", "ask_payment", None, AT)
    assert outcome.reply.status == "not_stated"


def test_a_bare_month_is_the_sitting_talked_of_next(ask: Ask) -> None:
    memory = Memory(topic="ask_exam_date", occupation=HR, day=date(2026, 4, 1))
    after = ask("十一月的呢", "inform", memory, AT).memory
    assert "10月1日-10月12日" in said(ask("那批几号交钱", "ask_payment", after, AT))


@pytest.mark.parametrize("text", ["算了,还是训练师吧", "那算了,换企业人力资源管理师"])
def test_going_back_to_another_gives_nothing_up(text: str) -> None:
    assert not gives_up(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("推介官证谁盖章?是不是区人社局", 1),
        ("原来还有这种工种?茶艺师谁考啊", 1),
        ("训练师四级多少钱?推介官证谁盖章", 2),
        ("人力三级多少钱?在哪报名", 2),
    ],
)
def test_an_offered_answer_and_wonder_are_no_questions(desk: Desk, text: str, number: int) -> None:
    assert len(questions_in(text, lambda one: entities_of(desk.library, one))) == number


@pytest.mark.parametrize(("text", "left"), [("机考嘛,多久出分", "机考,多久出分"), ("能考嘛,三级", "能考吗,三级")])
def test_a_topic_is_no_question(text: str, left: str) -> None:
    assert without_fillers(text) == left


@pytest.mark.parametrize("text", ["人直接过去就行了吧", "现在直接上门可以吗", "直接去办公室就能办吗"])
def test_simply_coming_is_asked_of_applying(text: str) -> None:
    turn = Turn(text, "ask_eligibility", parse_as_of(AT), memory=Memory(topic="ask_address", occupation=TRAINER))
    assert follow_up(turn, "ask_eligibility") == "ask_how_to_apply"


def test_what_a_subsidy_pays(ask: Ask) -> None:
    memory = Memory(topic="ask_subsidy", occupation=TRAINER, level=3)
    assert ask("能补几百块", "ask_fee", memory, AT).reply.status == "not_stated"


def test_the_highest_level_is_that_of_the_house_named(ask: Ask) -> None:
    memory = Memory(topic="ask_discipline", occupation=TRAINER)
    outcome = ask("行业协会开的最高那级一共多少钱,跟3800比比", "ask_fee", memory, AT)
    assert ("saia-2026-ai-trainer", "二（四）") in cited(outcome)
    assert "合计500元" in said(outcome)
    assert "三级" in said(outcome)


@pytest.mark.parametrize(
    ("place", "words"), [(20, "第20名原则上可以拿到"), (21, "第21名不在里面")]
)  # half of 40 are 20
def test_a_place_in_the_contest(ask: Ask, place: int, words: str) -> None:
    outcome = ask(f"推介官比武40个人,我第{place}名,有证吗", "ask_promoter", None, AT)
    assert words in said(outcome)
    assert ("shhrss-2026-ai-promoter", "四（二）") in cited(outcome)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("去年过的信息技术水平考试二级,推介官能发吗", "partial"),
        ("2025年考的水平考试人工智能三级能给推介官高级吗", "partial"),
        ("今年水平考试人工智能三级过了,能给推介官高级吗", "answered"),
        ("推介官的班徐汇几号开", "not_stated"),
        ("推介官补贴标准按什么来", "partial"),
    ],
)
def test_what_the_programme_leaves_open(ask: Ask, text: str, status: str) -> None:
    assert ask(text, "ask_promoter", None, AT).reply.status == status


def test_a_first_grade_leads_to_the_basic_certificate(ask: Ask) -> None:
    text = said(ask("市里计算机等级考试人工智能一级过了,推介官给的是高级,对吗", "ask_promoter", None, AT))
    assert "基础" in text
    assert "职业技能评价" not in text
