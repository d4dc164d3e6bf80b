"""Sums in fee answers: the right total with its working, nothing summed that is not priced, organisations compared."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.actions.desk import Desk
from bot.actions.names.understanding import entities_of, mentioned
from bot.actions.respond import Outcome, respond
from bot.actions.turn import INFORM, Turn
from knowledge.facts import FeeFact
from knowledge.figures import figures, unsupported
from knowledge.library import Holding, Library
from knowledge.validity import parse_as_of
from tests.bot.replies import said

if TYPE_CHECKING:
    from tests.bot.conftest import Ask

SAIA, SJTU = "saia-2026-ai-trainer", "sjtu-2025-ai-trainer"


def computed(outcome: Outcome) -> dict[str, str]:
    return {one.text: one.explanation for one in outcome.reply.messages[0].computed}


@pytest.mark.parametrize(
    ("text", "intent", "workings", "total"),
    [
        ("我们公司5个人要考人工智能训练师四级，一共要交多少钱", "ask_fee", ["400元 × 5人 = 2000元"], "2000元"),
        ("3个人报人力资源管理师三级总共要交多少", "ask_fee", ["400元 × 3人 = 1200元"], "1200元"),
        ("企业人力资源管理师四级7个人", "ask_fee", ["350元 × 7人 = 2450元"], "2450元"),
        (
            "人工智能训练师5个人四级、3个人三级，一共多少钱",
            "ask_fee",
            ["400元 × 5人 = 2000元", "500元 × 3人 = 1500元", "2000元 + 1500元 = 3500元"],
            "3500元",
        ),
        (
            "人工智能训练师两个三级一个四级",
            "ask_fee",
            ["500元 × 2人 = 1000元", "1000元 + 400元 = 1400元"],
            "1400元",
        ),
        ("我想人工智能训练师四级和三级都考，加起来多少钱", "ask_fee", ["400元 + 500元 = 900元"], "900元"),
        ("人工智能训练师一个人考四级和三级", "ask_fee", ["400元 + 500元 = 900元"], "900元"),
        ("三个人考职业培训师", "ask_fee", ["400元 × 3人 = 1200元"], "1200元"),
        ("人工智能训练师四级理论补考加三级正考", "ask_retake_fee", ["100元 + 500元 = 600元"], "600元"),
        ("人工智能训练师三级补考两门", "ask_retake_fee", ["100元 + 400元 = 500元"], "500元"),
        ("人工智能训练师五级理论和实操都要补考一共多少", "ask_retake_fee", ["100元 + 200元 = 300元"], "300元"),
        ("人力资源管理师三级两个模块都没过，补考总共多少", "ask_retake_fee", ["200元 × 2个模块 = 400元"], "400元"),
        ("单位三个人都要补HR四级的一个模块，总共多少", "ask_retake_fee", ["175元 × 3人 = 525元"], "525元"),
        ("2个人补考人工智能训练师四级实操", "ask_retake_fee", ["300元 × 2人 = 600元"], "600元"),
    ],
)
def test_a_sum_is_told_with_its_working(text: str, intent: str, workings: list[str], total: str, ask: Ask) -> None:
    outcome = ask(text, intent)
    assert outcome.reply.status == "answered"
    assert total in said(outcome)
    assert list(computed(outcome).values()) == workings


@pytest.mark.parametrize(
    "text",
    [
        "人工智能训练师5个人四级、3个人三级，一共多少钱",
        "四级理论补考加三级正考，人工智能训练师",
        "人工智能训练师十个人考三级",
        "人工智能训练师三级三个人补考理论和实操",
    ],
)
def test_every_figure_of_a_sum_is_cited_typed_or_computed(text: str, ask: Ask) -> None:
    (message,) = ask(text, "ask_fee").reply.messages
    sources = [one.quote for one in message.citations] + [text]
    sources += [part for one in message.computed for part in (one.text, one.explanation)]
    assert unsupported(message.text, sources) == []
    assert message.computed
    assert all(figures(one.text)[0] in figures(message.text) for one in message.computed)


def test_the_card_holds_the_sum_and_its_parts(ask: Ask) -> None:
    card = ask("人工智能训练师5个人四级、3个人三级，一共多少钱", "ask_fee").reply.messages[0].card
    assert card
    assert card.type == "fee"
    assert [one["level"] for one in card.data["fees"]] == [4, 3]
    assert card.data["sum"] == {
        "parts": [{"text": "四级 400元 × 5人", "amount": 2000}, {"text": "三级 500元 × 3人", "amount": 1500}],
        "total": 3500,
        "currency": "CNY",
    }


@pytest.mark.parametrize(
    "text",
    [
        "人工智能训练师三级多少钱",
        "人工智能训练师四级和三级各多少钱",
        "人工智能训练师三级一共多少钱",
        "听说人工智能训练师三级只要300对吧",
        "听两个同事说人工智能训练师三级300对吧",
        "人工智能训练师三级每个人多少钱",
        "一个人考人工智能训练师三级多少钱",
        "人工智能训练师三级报名不足30人怎么办，多少钱",
        "两个人考人工智能训练师三级理论多少钱",
    ],
)
def test_where_no_sum_is_asked_for_none_is_made_up(text: str, ask: Ask) -> None:
    outcome = ask(text, "ask_fee")
    assert outcome.reply.status == "answered"
    assert "500元" in said(outcome)
    assert computed(outcome) == {}
    assert "sum" not in outcome.reply.messages[0].card.data


def test_modules_that_are_only_compared_are_not_summed(ask: Ask) -> None:
    outcome = ask("人工智能训练师高级补理论跟补操作，补考收费不同吧", "ask_retake_fee")
    assert "理论知识考试100元、操作技能考试400元" in said(outcome)
    assert computed(outcome) == {}


@pytest.mark.parametrize(
    ("text", "asked_back"),
    [
        ("十几个人考人工智能训练师三级一共多少", "准确有几个人"),
        ("5个人考人工智能训练师四级和三级一共多少", "准确有几个人"),
        ("三个人考人工智能训练师一共多少", "几个人考几级"),
        ("三个人补考人工智能训练师三级", "补考哪几个模块"),
    ],
)
def test_what_is_missing_for_a_sum_is_asked_and_the_fees_are_told(text: str, asked_back: str, ask: Ask) -> None:
    outcome = ask(text, "ask_fee")
    assert asked_back in said(outcome)
    assert "500元" in said(outcome) or "400元" in said(outcome)
    assert computed(outcome) == {}


def test_what_the_notice_does_not_price_leaves_no_total(ask: Ask) -> None:
    outcome = ask("人工智能行业协会训练师3个人二级，2个人三级一共多少", "ask_fee")
    assert outcome.reply.status == "partial"
    assert "二级的收费通知没有写明" in said(outcome)
    assert "这还不是总数" in said(outcome)
    assert computed(outcome) == {"1000": "500元 × 2人 = 1000元"}
    assert outcome.reply.messages[0].card.data["sum"]["total"] is None


def test_a_retake_that_is_not_priced_is_left_out_of_the_sum_and_said_so(ask: Ask) -> None:
    outcome = ask("上海交大人工智能训练师四级理论补考加三级正考多少钱", "ask_retake_fee", at="2025-06-01")
    assert outcome.reply.status == "partial"
    assert "四级补考理论的费用通知没有写明" in said(outcome)
    assert "500元" in said(outcome)
    assert "补考理论100元" not in said(outcome)
    assert outcome.reply.messages[0].card.data["sum"]["total"] is None


def test_a_sum_of_a_past_year_stands_under_that_years_notice(ask: Ask) -> None:
    text = said(ask("上海交大信息安全管理员三级两个人一共多少", "ask_fee"))
    assert "去年的通知" in text
    assert "550元 × 2人 = 1100元" in text


def test_people_named_in_a_follow_up_are_summed_at_the_level_before(ask: Ask) -> None:
    first = ask("人工智能行业协会的训练师四级多少钱", "ask_fee")
    then = ask("5个人呢", INFORM, first.memory)
    assert computed(then) == {"2000": "400元 × 5人 = 2000元"}


def test_a_fee_tells_what_the_notice_in_force_says_about_paying(ask: Ask) -> None:
    outcome = ask("企业人力资源管理师三级多少钱", "ask_fee")
    assert "资格审核通过后，在规定的缴费日期内缴费" in said(outcome)
    assert "指定银行账户收到的时间为准" in said(outcome)
    assert ("shta-2026-hr", "二（四）") in {
        (one.notice_id, one.clause) for one in outcome.reply.messages[0].citations
    }


@pytest.mark.parametrize(
    ("text", "unsaid"),
    [("人工智能行业协会训练师三级多少钱，怎么缴费", True), ("人工智能行业协会训练师三级多少钱", False)],
)
def test_silence_on_paying_is_told_only_to_who_asks(text: str, unsaid: bool, ask: Ask) -> None:
    assert ("没有写明缴费日期、缴费方式和收款账户" in said(ask(text, "ask_fee"))) is unsaid


def test_who_compares_with_a_past_year_is_told_that_it_cannot_be(ask: Ask) -> None:
    outcome = ask("人工智能行业协会和上海交大的训练师三级哪个便宜", "ask_fee")
    assert {one.notice_id for one in outcome.reply.messages[0].citations} == {SAIA, SJTU}
    assert "去年的通知" in said(outcome)
    assert "没有收录上海交通大学现行的收费，不能直接比" in said(outcome)
    assert "都是" not in said(outcome)


def both_in_force(desk: Desk, dearer: float = 0) -> Desk:
    """The university's notice holds in 2026 too, its level three at a price that is `dearer`."""

    def changed(fee: FeeFact) -> FeeFact:
        more = dearer if fee.level == 3 and fee.total else 0
        return fee.model_copy(update={"total": (fee.total or 0) + more})

    def prolonged(one: Holding) -> Holding:
        if one.notice.id != SJTU:
            return one
        until = {"in_force_until": parse_as_of("2026-12-31").date()}
        notice = one.notice.model_copy(update={"front": one.notice.front.model_copy(update=until)})
        facts = one.facts.model_copy(update={"fees": tuple(changed(fee) for fee in one.facts.fees)})
        return replace(one, notice=notice, facts=facts)

    return replace(desk, library=Library([prolonged(one) for one in desk.library.holdings], desk.library.lexicon))


def asked_of(desk: Desk, text: str) -> Outcome:
    moment = parse_as_of("2026-06-01")
    named = mentioned(desk.library, text, entities_of(desk.library, text), moment)
    return respond(desk, Turn(text, "ask_fee", moment, named))


def test_two_in_force_that_charge_the_same_are_said_to(desk: Desk) -> None:
    outcome = asked_of(both_in_force(desk), "人工智能训练师三级哪家便宜")
    assert "三级两家都是500元。" in said(outcome)
    assert computed(outcome) == {}


def test_of_two_in_force_the_cheaper_is_named_with_the_difference(desk: Desk) -> None:
    outcome = asked_of(both_in_force(desk, dearer=50), "人工智能训练师三级哪家便宜")
    assert "三级上海市人工智能行业协会比上海交通大学便宜50元。" in said(outcome)
    assert computed(outcome) == {"50": "550元 - 500元 = 50元"}


def test_the_sum_of_each_organisation_in_force_stands_under_its_own_fee(desk: Desk) -> None:
    outcome = asked_of(both_in_force(desk, dearer=50), "两个人考人工智能训练师三级一共多少钱")
    assert computed(outcome)["1000"] == "500元 × 2人 = 1000元"
    assert computed(outcome)["1100"] == "550元 × 2人 = 1100元"
    assert "sum" not in outcome.reply.messages[0].card.data
