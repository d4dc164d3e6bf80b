"""A year that was a plan, sums with names and others, fears for a passed paper, houses and sittings by their place."""

from __future__ import annotations

from datetime import date

import pytest

from bot.actions.desk import Desk
from bot.actions.follow_ups import follow_up
from bot.actions.form.words import gives_up
from bot.actions.names.understanding import entities_of
from bot.actions.people.counted import Share, people_of
from bot.actions.reply import single
from bot.actions.several.questions import of_questions, questions_in
from bot.actions.situation import read_situation
from bot.actions.talk import with_sitting
from bot.actions.turn import Memory, Turn
from knowledge.library import Library
from knowledge.validity import parse_as_of
from tests.bot.conftest import Ask
from tests.bot.replies import cited, said

AT = "2026-11-21"
TRAINER, HR = "人工智能训练师", "企业人力资源管理师"
SAIA, SHTA = "上海市人工智能行业协会", "上海市技师协会"


def test_a_year_to_come_was_of_the_question_before(ask: Ask) -> None:
    memory = Memory(topic="ask_application_window", occupation=HR, level=4, year=2027)
    outcome = ask("费用呢", "ask_fee", memory, AT)
    assert (outcome.reply.status, outcome.memory.year) == ("answered", None)
    assert ask("报名时间呢", "ask_application_window", memory, AT).reply.status == "not_stated"


def test_the_days_of_a_year_without_a_notice_are_left_open_beside_a_verdict(ask: Ask) -> None:
    memory = Memory(topic="ask_eligibility", occupation=HR, level=4)
    told = ask("我做人事满五年了，能报四级吗，明年几号报名", "ask_eligibility", memory, AT)
    assert told.reply.status == "partial"
    assert "明年的通知还没有收录" in said(told)


def test_who_changes_level_before_the_sum_is_asked_for_again(ask: Ask) -> None:
    memory = Memory(topic="ask_fee", occupation=HR, level=4, shares=(Share(4, 7), Share(3, 5)))
    outcome = ask("有两个三级的资格不够，改成四级了，重新算下", "ask_eligibility", memory, AT)
    assert "合计4350元" in said(outcome)  # 9 × 350 + 3 × 400


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("小王小李三级，老周四级补考一个模块，一共多少", [(3, 2, False), (4, 1, True)]),
        ("阿美和小丁四级，我三级，总共多少钱", [(4, 2, None), (3, 1, None)]),
        ("他还是三级，另外两个四级，合计多少", [(3, 1, None), (4, 2, None)]),
        ("老师，三级多少钱", [(3, 1, None)]),
    ],
)
def test_people_called_by_their_names_are_counted(
    library: Library, text: str, told: list[tuple[int, int, bool | None]]
) -> None:
    found = people_of(text, library.lexicon.matcher.find(text)).shares
    assert [(one.level, one.people, one.retake) for one in found] == told


def test_so_many_others_at_a_level_begin_no_question(desk: Desk) -> None:
    def number(text: str) -> int:
        return len(questions_in(text, lambda one: entities_of(desk.library, one)))

    assert number("他考三级，另外两个四级，一共多少钱") == 1
    assert number("三级多少钱？另外在哪报名") == 2


def test_what_depends_on_the_words_before_begins_no_question(desk: Desk) -> None:
    text = "四级证书拿到以后要做几年才好考三级呢"
    assert questions_in(text, lambda one: entities_of(desk.library, one)) == [text]


def test_a_paper_counts_from_the_day_whose_results_were_asked_for(ask: Ask) -> None:
    memory = Memory(topic="ask_results", occupation=HR, level=3, day=date(2026, 11, 8))
    after = ask("万一实操没过，补一次多少", "ask_retake_fee", memory, AT).memory
    assert "2028年11月8日" in said(ask("理论要是这次过了能保留到几时", "ask_retake", after, AT))


@pytest.mark.parametrize(
    ("before", "topic", "text", "expected"),
    [
        ("ask_retake", "ask_how_to_apply", "中间我再报个别的，不会把那门成绩弄没了吧", "ask_retake"),
        ("ask_certificate", "ask_how_to_apply", "报名的时候没勾纸质的", "ask_certificate"),
    ],
)
def test_goes_on_with_what_was_talked_of(before: str, topic: str, text: str, expected: str) -> None:
    turn = Turn(text, topic, parse_as_of(AT), memory=Memory(topic=before, occupation=HR))
    assert follow_up(turn, topic) == expected


@pytest.mark.parametrize(
    ("before", "intent", "text", "words"),
    [
        ("ask_certificate", "ask_discipline", "他想编一张工作证明，被发现了几年不能考", "2年"),
        ("ask_certificate", "ask_changes", "人力三级今年是400？", "400元"),
        ("ask_catalogue", "ask_changes", "有没有网址看他们的新通知", "jnsh.org.cn"),
        ("ask_certificate", "ask_certificate", "中介讲考完要等三个多月才上网", "20个工作日"),
    ],
)
def test_what_is_asked_outweighs_the_talk(ask: Ask, before: str, intent: str, text: str, words: str) -> None:
    memory = Memory(topic=before, occupation=HR, level=3)
    assert words in said(ask(text, intent, memory, AT))


def test_when_a_level_comes_back_no_notice_tells(ask: Ask) -> None:
    memory = Memory(topic="ask_catalogue", occupation=HR)
    outcome = ask("那他们以后开不开二级", "ask_catalogue", memory, AT)
    assert (outcome.reply.status, "以后会不会开展" in said(outcome)) == ("not_stated", True)


@pytest.mark.parametrize("text", ["一级也有？", "我记得技师协会二级一级都有的"])
def test_what_is_examined_is_no_certificate(library: Library, text: str) -> None:
    assert not read_situation(library, text, parse_as_of(AT)).certificates


def test_what_counts_as_a_title_is_none_yet(library: Library) -> None:
    asked = read_situation(library, "我有教师资格证，能不能当初级职称用", parse_as_of(AT))
    assert asked.titles is None


def test_the_certificate_held_is_not_what_is_applied_for(ask: Ask) -> None:
    memory = Memory(topic="ask_catalogue", occupation=HR)
    text = "那三级我能不能报，我手里是劳动关系协调师四级证，2019年拿的，一直做到现在"
    outcome = ask(text, "ask_eligibility", memory, AT)
    assert outcome.memory.occupation == HR
    assert "shta-2026-hr" in {notice for notice, _ in cited(outcome)}


@pytest.mark.parametrize("text", ["地址也分别来一个", "两家地址都给我"])
def test_both_of_the_two_houses_in_force(ask: Ask, text: str) -> None:
    told = said(ask(text, "ask_address", Memory(topic="ask_office_hours", organisation=SAIA), AT))
    assert "广济路838号" in told
    assert "中科路1750号" in told


def test_the_other_house_where_no_occupation_is_talked_of(ask: Ask) -> None:
    memory = Memory(topic="ask_how_to_apply", organisation=SAIA)
    outcome = ask("另外一家可以当场报名吗", "ask_how_to_apply", memory, AT)
    assert outcome.memory.organisation == SHTA


def test_that_sitting_is_the_one_named_by_its_number() -> None:
    memory = Memory(topic="ask_exam_date", occupation=HR, asked="今年头一批是哪两天")
    turn = Turn("那批报名从几号到几号", "ask_application_window", parse_as_of(AT), memory=memory)
    assert with_sitting(turn, turn.text) == "头一批报名从几号到几号"


def test_money_that_came_later_is_of_the_month_in_which_it_was_sent(ask: Ask) -> None:
    memory = Memory(topic="ask_payment", occupation=HR, asked="我7月25号转账的，没超吧")
    assert said(ask("可是银行说27号他们才收到", "ask_payment", memory, AT)).startswith("晚了")


def test_the_lowest_level_of_two_occupations_is_each_ones_own(ask: Ask) -> None:
    told = said(ask(f"{HR}和{TRAINER}最低那一级各收多少", "ask_fee", None, AT))
    assert "350元" in told
    assert "300元" in told


def test_how_one_is_told_stands_in_the_notices_own_words(ask: Ask) -> None:
    memory = Memory(topic="ask_exam_date", occupation=HR, day=date(2026, 8, 1))
    assert "电话或短信" in said(ask("挪的话怎么通知我", "ask_exam_date", memory, AT))


def test_a_word_that_settles_something_is_not_answered_beside_an_answer() -> None:
    heard, told = single("chitchat", "嗯，听到了。"), single("answered", "400元。")
    assert of_questions([("那就这样", heard), ("三级多少钱", told)]) == [told]


def test_letting_it_be_gives_up() -> None:
    assert gives_up("过了呀，那算了不弄了")
    assert not gives_up("四级算了不弄了，三级多少钱")
