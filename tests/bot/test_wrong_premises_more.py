"""What is beside the point of a wrong premise, and words of asking that name another topic than they seem to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.actions.names.places import place_asked
from bot.actions.names.understanding import entities_of, mentioned
from bot.actions.topic_choice import choose_topic
from bot.actions.turn import Memory, Turn
from knowledge.validity import parse_as_of

if TYPE_CHECKING:
    from knowledge.library import Library
    from tests.bot.conftest import Ask

NOW = parse_as_of("2026-06-01")


def turn(library: Library, text: str, intent: str, memory: Memory | None = None) -> Turn:
    return Turn(text, intent, NOW, mentioned(library, text, entities_of(library, text), NOW), memory or Memory())


def test_whether_a_window_is_open_at_noon_is_no_question_of_applying_there(ask: Ask) -> None:
    reply = ask("听说技师协会窗口中午连着办的，十二点半去可以不", "ask_office_hours").reply
    assert "11：30" in reply.messages[0].text or "11:30" in reply.messages[0].text


def test_a_room_that_is_remembered_wrongly_is_put_right(ask: Ask) -> None:
    reply = ask("行业协会训练师的证书要自己去拿，是505室吧", "ask_certificate").reply
    assert reply.status == "answered"
    assert reply.messages[0].text.startswith("不是")
    assert "515室" in reply.messages[0].text


@pytest.mark.parametrize("text", ["我订了去青岛的机票，8月考试是几号", "下周飞成都出差，协会周五上班吗"])
def test_where_somebody_travels_is_no_place_asked_about(library: Library, text: str) -> None:
    assert place_asked(text, entities_of(library, text)) is None


@pytest.mark.parametrize(("text", "place"), [("去杭州考训练师多少钱", "杭州"), ("去南京的考试怎么报名", "南京")])
def test_where_somebody_goes_to_be_examined_is(library: Library, text: str, place: str) -> None:
    assert place_asked(text, entities_of(library, text)) == place


@pytest.mark.parametrize(
    ("text", "intent", "topic"),
    [
        ("你能不能给我打个电话讲", "ask_phone", "ask_human"),
        ("训练师补考一门只要八十", "ask_retake", "ask_retake_fee"),
        ("人力资源考试是坐在电脑前考还是拿笔写", "ask_exam_date", "ask_exam_form"),
        ("25年目录里开拖拉机的证能考吗", "ask_catalogue", "ask_catalogue"),
        ("修电梯六年了没证，目录上修电梯的证谁家管", "ask_catalogue", "ask_catalogue"),
        ("人力二月就报名了吗，小程序里点不进去", "ask_application_window", "ask_application_window"),
    ],
)
def test_words_that_name_another_topic(library: Library, text: str, intent: str, topic: str) -> None:
    assert choose_topic(turn(library, text, intent)) == topic


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("协会的电话给我一个", "ask_phone"),
        ("有个号码打给我说是技师协会的", "ask_phone"),
        ("补考要两年内考完吗", "ask_retake"),
    ],
)
def test_words_that_only_look_like_it(library: Library, text: str, intent: str) -> None:
    assert choose_topic(turn(library, text, intent)) == intent


def test_where_else_results_might_be_looked_up_goes_on_about_results(library: Library) -> None:
    memory = Memory(topic="ask_results")
    assert choose_topic(turn(library, "支付宝里搜得到吗", "ask_payment", memory)) == "ask_results"
    assert choose_topic(turn(library, "补考费怎么交", "ask_payment", memory)) == "ask_payment"


def test_a_claimed_price_of_tens_is_judged(ask: Ask) -> None:
    reply = ask("听说人工智能行业协会训练师三级理论补考只要八十元", "ask_retake_fee").reply
    assert reply.messages[0].text.startswith("不是")
    assert "100元" in reply.messages[0].text


def test_a_body_with_a_line_for_complaints_and_no_notice_is_told_by_those_who_print_it(ask: Ask) -> None:
    reply = ask("鉴定中心的监督电话给我", "ask_supervision").reply
    assert reply.status == "answered"
    assert "400-820-9278" in reply.messages[0].text


def test_the_share_of_contests_is_told_to_who_remembers_the_paper(ask: Ask) -> None:
    reply = ask("记得文件里各区靠技能比武拿证的不能超过一半，是几成", "ask_promoter").reply
    assert "30%" in reply.messages[0].text


def test_books_laid_on_the_seat_are_what_may_not_be_brought(ask: Ask) -> None:
    reply = ask("把复习书带到座位上，是不是两门全部作废，HR的", "ask_discipline").reply
    assert reply.status == "answered"
    assert "取消当次该科目成绩" in reply.messages[0].text


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("不是问考试费！我问培训班学费，HR四级上一期课要几千", "ask_fee"),
        ("成绩出来后卷子能看吗", "ask_results"),
        ("一个人一年能报几个工种", "ask_application_window"),
        ("怀孕去考试，有没有特殊照顾的座位", "ask_discipline"),
    ],
)
def test_what_no_notice_states_is_told_as_such(ask: Ask, text: str, intent: str) -> None:
    assert ask(text, intent).reply.status == "not_stated"


@pytest.mark.parametrize("text", ["技能比武排名前百分之多少给推介官证", "比武成绩排前几成有推介官证"])
def test_the_rank_that_earns_a_certificate_is_no_share_of_contests(ask: Ask, text: str) -> None:
    assert "50%" in ask(text, "ask_promoter").reply.messages[0].text
