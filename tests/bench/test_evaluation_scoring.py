"""How a reply is judged: toy questions, toy replies."""

from __future__ import annotations

from typing import Any

import pytest

from bench.evaluation.data import Turn
from bench.evaluation.scoring import Reply, kind_of, score, score_both, stands, unit_of

FEE = Turn(
    say="三级多少钱",
    status=("answered",),
    figures=("500",),
    not_figures=("400",),
    notice="saia-2026-ai-trainer",
    clause="二（四）",
)


def citation(quote: str, clause: str = "二（四）", notice: str = "saia-2026-ai-trainer") -> dict[str, Any]:
    return {"notice_id": notice, "clause": clause, "quote": quote, "status": "current"}


def reply(text: str, *citations: dict[str, Any], status: str = "answered") -> Reply:
    return Reply(status, ({"text": text, "citations": list(citations), "computed": []},))


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        ("400", "收400元"),
        ("400", "收４００元"),
        ("1500", "共 1,500 元"),
        ("3月22日", "3 月 22 日报名"),
        ("62037717", "021-62037717"),
        ("8:30", "上午8：30"),
        ("协会", "人工智能协会"),
        ("2.5", "2.5。"),
    ],
)
def test_a_figure_stands_however_it_is_spaced(figure: str, text: str) -> None:
    assert stands(figure, text)


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        ("400", "收1400元"),
        ("400", "收4000元"),
        ("400", "收 1,400 元"),
        ("400", "收400.5元"),
        ("3月22日", "13月22日"),
        ("5", "0.5"),
        ("62037717", "620377178"),
    ],
)
def test_a_figure_does_not_stand_in_a_longer_number(figure: str, text: str) -> None:
    assert not stands(figure, text)


def test_a_reply_with_everything_expected_is_right() -> None:
    verdict = score(FEE, reply("三级500元。", citation("三级：500元")))
    assert verdict.right
    assert not verdict.wrong_figure
    assert verdict.unsourced == ()


@pytest.mark.parametrize(
    ("got", "missed"),
    [
        (reply("三级500元", citation("500"), status="no_answer"), "status no_answer"),
        (reply("三级的费用见通知", citation("500")), "figure 500 missing"),
        (reply("三级500元，四级400元", citation("500、400")), "figure 400 printed"),
        (reply("三级500元", citation("500", notice="sjtu-2025-ai-trainer")), "no citation"),
        (reply("三级500元", citation("500", clause="二（三）")), "no citation"),
        (reply("三级500元"), "no citation"),
    ],
)
def test_what_is_not_as_expected_is_said(got: Reply, missed: str) -> None:
    assert [one for one in score(FEE, got).missed if one.startswith(missed)]


def test_notice_and_clause_have_to_be_of_one_citation() -> None:
    halves = (citation("500", clause="二（三）"), citation("500", notice="sjtu-2025-ai-trainer"))
    assert not score(FEE, reply("三级500元", *halves)).right


def test_any_allowed_status_will_do() -> None:
    turn = Turn(say="有补贴吗", status=("not_stated", "no_answer"))
    assert score(turn, reply("通知没有写明。", status="not_stated")).right
    assert not score(turn, reply("有。", status="answered")).right


@pytest.mark.parametrize(
    ("figure", "kind"),
    [
        ("500", None),
        ("3月22日", "day"),
        ("2026年3月22日", "day"),
        ("021-62037717", "telephone"),
        ("62037717", "telephone"),
        ("8:30", "time"),
        ("50%", "share"),
        ("2026年", "year"),
        ("4-04-05-05", "code"),
        ("www.example.cn", "web address"),
        ("上海市软件行业协会", None),
    ],
)
def test_figures_are_of_sorts(figure: str, kind: str | None) -> None:
    assert kind_of(figure) == kind


@pytest.mark.parametrize(
    ("figure", "topics", "unit"),
    [
        ("40课时", (), "课时"),
        ("两年", (), "年"),
        ("500元", (), "元"),
        ("500", ("fee",), "元"),
        ("1750", ("address",), None),
        ("准考证", (), None),
    ],
)
def test_numbers_have_units(figure: str, topics: tuple[str, ...], unit: str | None) -> None:
    assert unit_of(figure, topics) == unit


def test_another_amount_in_place_of_the_expected_one_is_a_wrong_figure() -> None:
    turn = Turn(say="三级多少钱", status=("answered",), topics=("fee",), figures=("500",))
    assert score(turn, reply("收350元", citation("350元"))).wrong_figure


@pytest.mark.parametrize(
    "got",
    [
        reply("请拨打021-62037717", citation("021-62037717")),  # another sort of figure
        reply("您要考几级？收350元的是四级", citation("350元、四级"), status="clarification"),
        reply("收费见通知", citation("500元")),
        reply("(1)满10年可以申报", citation("(1)满10年")),  # another unit
    ],
)
def test_a_figure_that_is_only_missing_is_not_a_wrong_one(got: Reply) -> None:
    turn = Turn(say="三级多少钱", status=("answered",), topics=("fee",), figures=("500",))
    assert not score(turn, got).wrong_figure


def test_a_number_of_the_question_is_not_a_wrong_one() -> None:
    turn = Turn(say="听说要350元", status=("answered",), topics=("fee",), figures=("500",))
    assert not score(turn, reply("不是350元", citation("—"))).wrong_figure


def test_a_forbidden_figure_is_a_wrong_one() -> None:
    assert score(FEE, reply("三级500元，不是400元", citation("500、400"))).wrong_figure


def test_a_figure_without_quote_calculation_or_question_is_without_source() -> None:
    worked_out = {
        "text": "两人共1000元，另收7元",
        "citations": [citation("500元")],
        "computed": [{"text": "1000", "explanation": "500 元 × 2 人"}],
    }
    turn = Turn(say="两个人考三级", status=("answered",))
    assert score(turn, Reply("answered", (worked_out,))).unsourced == ("7",)


def test_a_figure_of_a_question_in_traditional_characters_has_its_source_there() -> None:
    turn = FEE.model_copy(update={"say": "兩年前考的三級，還算數嗎"})
    assert (
        score(turn, Reply("answered", ({"text": "三级，两年", "citations": [], "computed": []},))).unsourced == ()
    )


def test_two_questions_are_right_when_both_are_answered() -> None:
    phone = Turn(say="电话呢", status=("answered",), figures=("021-62037717",), not_figures=("500",))
    both = reply("三级500元；电话021-62037717", citation("三级500元 021-62037717"))
    assert score_both(FEE, phone, both).right
    assert not score_both(FEE, phone, reply("三级500元", citation("三级500元"))).right


def test_of_two_questions_one_may_stay_open_where_that_is_expected_of_it() -> None:
    parking = Turn(say="能停车吗", status=("not_stated",))
    half = reply("三级500元；停车没有写明", citation("三级500元"), status="partial")
    assert score_both(FEE, parking, half).right
    phone = Turn(say="电话呢", status=("answered",))
    assert not score_both(FEE, phone, half).right
