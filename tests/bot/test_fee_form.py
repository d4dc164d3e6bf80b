"""The form for sums of fees as people go through it. Fees: 二（四） of the trainer's notice, 附件2 of 技师协会's."""

from __future__ import annotations

import pytest

from bot.actions.turn import INFORM
from tests.bot.conftest import Ask
from tests.bot.test_retake_form import talk, text_of, titles

FEE, PRICE = "ask_fee", "ask_retake_fee"
UNSURE = [FEE, "search", INFORM, "out_of_scope", "ask_catalogue"]
LEVEL_OPEN = ("我们4个人考训练师一共多少钱", FEE)
SUMMED = ("训练师三级3个人一共多少钱", FEE)


def test_the_level_is_asked_with_those_that_are_charged_for(ask: Ask) -> None:
    asked = talk(ask, ("4个人考人力一共多少钱", FEE))
    assert asked.memory.form is not None
    assert asked.memory.form.asked == "sum_level"
    assert titles(asked) == ["四级", "三级", "不清楚", "为什么问这个", "不算了"]


@pytest.mark.parametrize("intent", UNSURE)
@pytest.mark.parametrize(
    ("reply", "total"),
    [("三级", "2000元"), ("都考五级", "1200元"), ("一个四级三个三级", "1900元"), ("6个人，考四级的", "2400元")],
)
def test_one_reply_may_tell_several_things(reply: str, total: str, intent: str, ask: Ask) -> None:
    done = talk(ask, LEVEL_OPEN, (reply, intent))
    assert total in text_of(done)
    assert text_of(done).startswith("我了解到的情况：人工智能训练师")
    assert done.memory.form is None
    assert titles(done) == ["修改人数", "修改等级", "修改职业"]


@pytest.mark.parametrize("order", [("5个", "三级"), ("三级", "5"), ("三级", "就5个人")])
def test_what_is_asked_may_be_told_in_any_order(order: tuple[str, str], ask: Ask) -> None:
    done = talk(ask, ("我们几个人考训练师，一共多少钱", FEE), *((one, "search") for one in order))
    assert "500元 × 5人 = 2500元" in text_of(done)


@pytest.mark.parametrize("intent", UNSURE)
@pytest.mark.parametrize(
    ("words", "working"),
    [
        ("不对，是四级", "400元 × 3人 = 1200元"),
        ("说错了，是5个人", "500元 × 5人 = 2500元"),
        ("不是三级，是五级", "300元 × 3人 = 900元"),
        ("我记错了，是补考操作", "400元 × 3人 = 1200元"),
    ],
)
def test_a_sum_is_put_right_after_the_conclusion(words: str, working: str, intent: str, ask: Ask) -> None:
    done = talk(ask, SUMMED, (words, intent))
    assert working in text_of(done)
    assert text_of(done).startswith("我了解到的情况")


def test_a_sum_is_put_right_after_another_question(ask: Ask) -> None:
    done = talk(ask, SUMMED, ("电话多少", "ask_phone"), ("不对，是4个人", "search"))
    assert "500元 × 4人 = 2000元" in text_of(done)


@pytest.mark.parametrize(("reply", "total"), [("操作", "800元"), ("只补理论", "200元"), ("两门都要补", "1000元")])
def test_which_modules_are_taken_again_is_asked_where_they_differ(reply: str, total: str, ask: Ask) -> None:
    asked = ("训练师三级两个人补考一共多少钱", PRICE)
    open_ = talk(ask, asked)
    assert open_.memory.form is not None
    assert open_.memory.form.asked == "modules"
    assert total in text_of(talk(ask, asked, (reply, "search")))


def test_which_module_is_not_asked_where_all_cost_the_same(ask: Ask) -> None:
    done = talk(ask, ("人力三级两个人补考一门总共多少钱", PRICE))
    assert done.memory.form is None
    assert "200元 × 2人 = 400元" in text_of(done)


def test_a_retake_beside_first_attempts_leaves_them_as_they_are(ask: Ask) -> None:
    """400 × 2 for the first attempts, 300 for the practical paper taken again."""
    done = talk(ask, ("训练师四级2个人一共多少", FEE), ("还有一个补考", "ask_retake"), ("操作", "search"))
    assert "400元 × 2人 = 800元" in text_of(done)
    assert "合计1100元" in text_of(done)


@pytest.mark.parametrize("between", [("电话多少", "ask_phone"), ("什么时候报名", "ask_application_window")])
def test_another_question_in_between_leads_back(between: tuple[str, str], ask: Ask) -> None:
    assert "回到刚才的问题：考几级" in text_of(talk(ask, LEVEL_OPEN, between))
    assert "1600元" in text_of(talk(ask, LEVEL_OPEN, between, ("四级", INFORM)))


def test_a_price_in_between_does_not_lose_the_people(ask: Ask) -> None:
    between = talk(ask, LEVEL_OPEN, ("三级多少钱", FEE))
    assert "500元" in text_of(between)
    assert "2000元" in text_of(talk(ask, LEVEL_OPEN, ("三级多少钱", FEE), ("三级", INFORM)))


def test_why_is_told_with_the_fees(ask: Ask) -> None:
    why = talk(ask, LEVEL_OPEN, ("为什么问这个", "search"))
    assert all(figure in text_of(why) for figure in ("300元", "400元", "500元"))
    assert {one.clause for one in why.reply.messages[0].citations} >= {"二（四）"}
    modules = talk(ask, ("人力四级3个人补考一共要交多少", PRICE), ("为什么", "search"))
    assert "每个模块175元" in text_of(modules)


@pytest.mark.parametrize("words", ["算了", "不算了", "算了，不问了"])
def test_giving_up_ends_it(words: str, ask: Ask) -> None:
    gone = talk(ask, LEVEL_OPEN, (words, "goodbye"))
    assert (gone.reply.status, gone.memory.form) == ("cancelled", None)


def test_who_cannot_tell_the_level_gets_no_total(ask: Ask) -> None:
    done = talk(ask, LEVEL_OPEN, ("不清楚", "search"))
    assert done.memory.form is None
    assert "400元" in text_of(done)
    assert "1600" not in text_of(done)
    assert "一共：" not in text_of(done)


def test_noise_twice_brings_a_person_and_the_form_goes_on(ask: Ask) -> None:
    noise = [("哇啦哇啦", INFORM), ("咕噜咕噜", "search")]
    assert "转人工" in titles(talk(ask, LEVEL_OPEN, *noise))
    assert "2000元" in text_of(talk(ask, LEVEL_OPEN, *noise, ("三级", INFORM)))


@pytest.mark.parametrize(
    ("name", "reply", "working"),
    [
        ("修改人数", "7", "500元 × 7人 = 3500元"),
        ("修改等级", "四级", "400元 × 3人 = 1200元"),
        ("修改职业", "人力", "400元 × 3人 = 1200元"),
    ],
)
def test_what_was_told_is_changed_by_name(name: str, reply: str, working: str, ask: Ask) -> None:
    assert talk(ask, SUMMED, (name, "search")).reply.status == "clarification"
    assert working in text_of(talk(ask, SUMMED, (name, "search"), (reply, "search")))


def test_of_several_groups_all_are_told_anew(ask: Ask) -> None:
    groups = ("训练师2个四级3个三级一共多少钱", FEE)
    anew = talk(ask, groups, ("修改人数", "search"))
    assert titles(anew)[:3] == ["五级", "四级", "三级"]
    assert "2500元" in text_of(talk(ask, groups, ("修改人数", "search"), ("5个三级", "search")))


def test_the_occupation_is_asked_first_and_the_people_are_kept(ask: Ask) -> None:
    done = talk(ask, ("三个人报名一共多少钱", FEE), ("人工智能训练师", INFORM), ("四级", INFORM))
    assert "400元 × 3人 = 1200元" in text_of(done)


def test_of_several_groups_the_level_tells_which_one_has_a_retake(ask: Ask) -> None:
    """Of four at level three one takes the practical paper again: 500 × 3 + 400 + 400 × 4."""
    groups = ("训练师4个三级4个四级一共多少钱", FEE)
    assert "合计3500元" in text_of(talk(ask, groups, ("有1个三级的是补考操作的", "search")))
    assert "合计3500元" in text_of(talk(ask, groups, ("其中1个三级的补考操作", "search")))


@pytest.mark.parametrize("words", ["说错了，是6个", "不对，应该是6个人"])
def test_where_nobody_can_tell_which_group_is_put_right_it_is_asked(words: str, ask: Ask) -> None:
    """Nothing is added up from a guess: 14 × 350 + 6 × 175 once it is told."""
    groups = [("人力四级20个人一共要交多少", FEE), ("其中5个人补考一门", "search")]
    asked = talk(ask, *groups, (words, "search"))
    assert asked.reply.status == "clarification"
    told = talk(ask, *groups, (words, "search"), ("14个四级正考，6个四级补考一门", "search"))
    assert "合计5950元" in text_of(told)


@pytest.mark.parametrize("words", ["好的", "嗯嗯", "知道了", "哦哦好的"])
def test_mere_politeness_is_no_misunderstanding(words: str, ask: Ask) -> None:
    heard = talk(ask, LEVEL_OPEN, (words, "greet"))
    assert heard.reply.status == "chitchat"
    assert "考几级" in text_of(heard)
    assert heard.memory.form is not None
    assert heard.memory.form.missed == 0


@pytest.mark.parametrize("intent", UNSURE)
def test_what_is_added_after_the_conclusion_goes_on_with_it(intent: str, ask: Ask) -> None:
    done = talk(ask, SUMMED, ("再加2个四级的", intent))
    assert "合计2300元" in text_of(done)
