"""Counting: toy verdicts with the figures worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest

from bench.evaluation.data import Item, Turn
from bench.evaluation.metrics import Counts, Judged, Rate, count, measure, paired_drop, total
from bench.evaluation.scoring import Reply, score
from bench.evaluation.topics import topics_of
from bench.evaluation.understanding import Understanding
from knowledge.library import Library


def judged(expected: str, got: str, category: str = "fees", turns: int = 1) -> Judged:
    turn = Turn.model_validate({"say": "三级多少钱", "status": [expected]})
    answer = Reply(got, ({"text": "好", "citations": [], "computed": []},))
    item = Item(id=f"{expected}-{got}", category=category, turns=(turn,) * turns)
    return Judged(item, (score(turn, answer),) * turns)


def test_wilsons_interval_is_the_textbooks() -> None:
    low, high = Rate(hits=81, of=263).interval
    assert (round(low, 4), round(high, 4)) == (0.2553, 0.3662)


@pytest.mark.parametrize(("hits", "of"), [(0, 0), (0, 5), (5, 5)])
def test_an_interval_stays_between_nothing_and_all(hits: int, of: int) -> None:
    one = Rate(hits=hits, of=of)
    low, high = one.interval
    assert 0 <= low <= one.share <= high <= 1
    assert high - low > 0


def test_f1_is_the_harmonic_mean_of_precision_and_recall() -> None:
    one = Counts(found=6, spurious=2, missed=4)
    assert (one.precision, one.recall) == (0.75, 0.6)
    assert one.f1 == pytest.approx(2 * 0.75 * 0.6 / 1.35)
    assert Counts().f1 == 1


def test_several_topics_of_a_message_count_each() -> None:
    assert count([({"fee", "contact"}, {"fee", "hours"}), (set(), set())]) == Counts(found=1, spurious=1, missed=1)
    assert total([Counts(found=1), Counts(missed=2)]) == Counts(found=1, missed=2)


def test_a_drop_is_paired() -> None:
    before, after = [True] * 8 + [False] * 2, [True] * 6 + [False] * 3 + [True]
    points, half = paired_drop(before, after)
    assert points == pytest.approx(10)  # two lost, one won
    assert half == pytest.approx(100 * 1.959964 * (3 - 1 / 10) ** 0.5 / 10)


def test_questions_conversations_and_statuses_are_counted(library: Library) -> None:
    many = [
        judged("answered", "answered"),
        judged("answered", "clarification"),
        judged("answered", "no_answer"),
        judged("out_of_scope", "no_answer", category="outside"),
        judged("not_stated", "answered", category="outside"),
        judged("answered", "answered", category="multi", turns=3),
    ]
    found = measure(many, Understanding(library))
    assert found.questions == Rate(hits=1, of=5)
    assert found.conversations == Rate(hits=1, of=1)
    assert found.turns == Rate(hits=4, of=8)
    assert found.categories["outside"] == Rate(hits=0, of=2)
    assert found.statuses["answered"] == {"answered": 4, "clarification": 1, "no_answer": 1}
    assert found.clarifications == found.needless_clarifications == Rate(hits=1, of=8)
    assert found.outside_refused == Rate(hits=1, of=2)
    assert found.real_refused == Rate(hits=1, of=6)


def test_topics_are_counted_where_the_engine_was_asked(library: Library) -> None:
    turn = Turn(say="三级多少钱，电话多少", status=("answered",), topics=("fee", "contact", "other"))
    item = Item(id="x", category="multi", turns=(turn,))
    message = ({"text": "好", "citations": [], "computed": []},)
    asked = Judged(item, (score(turn, Reply("answered", message, ("fee", "hours"))),))
    not_asked = Judged(item, (score(turn, Reply("answered", message)),))
    found = measure([asked, not_asked], Understanding(library))
    assert found.topics == {"contact": Counts(missed=1), "fee": Counts(found=1), "hours": Counts(spurious=1)}


def test_names_count_by_kind_and_in_the_lexicons_spelling(library: Library) -> None:
    named = {"occupation": "人工智能训练师", "organisation": "上海市人工智能行业协会", "level": [3]}
    turn = Turn.model_validate({"say": "上海交大的AI训练师三级和四级", "status": ["answered"], "entities": named})
    item = Item(id="x", category="fees", turns=(turn,))
    message = ({"text": "好", "citations": [], "computed": []},)
    found = measure([Judged(item, (score(turn, Reply("answered", message)),))], Understanding(library))
    assert found.entities["occupation"] == Counts(found=1)
    assert found.entities["organisation"] == Counts(spurious=1, missed=1)
    assert found.entities["level"] == Counts(found=1, spurious=1)


def test_slots_are_right_or_wrong_one_by_one(library: Library) -> None:
    told = {"age": 28, "work_years": 4}
    turn = Turn.model_validate({"say": "我今年28岁，做了3年", "status": ["answered"], "slots": told})
    item = Item(id="x", category="eligibility", turns=(turn,))
    assert dict(Understanding(library).slots(item, turn)) == {"age": True, "work_years": False}


def user(intent: str) -> dict[str, Any]:
    return {"event": "user", "parse_data": {"intent": {"name": intent}}}


def said(status: str) -> dict[str, Any]:
    return {"event": "bot", "data": {"custom": {"status": status}}}


def kept(topic: str) -> dict[str, Any]:
    return {"event": "slot", "name": "topic", "value": topic}


@pytest.mark.parametrize(
    ("events", "topics"),
    [
        ([user("ask_fee"), said("answered"), kept("ask_fee")], ("fee",)),
        ([user("ask_catalogue"), said("answered"), kept("ask_fee")], ("fee",)),  # its words decided otherwise
        ([user("inform"), said("answered"), kept("ask_phone")], ("contact",)),
        ([user("ask_fee"), said("no_answer"), kept("ask_phone")], ("fee",)),
        ([user("nlu_fallback"), said("no_answer"), kept("search")], ()),
        ([user("ask_fee"), said("out_of_scope"), kept("ask_fee")], ("outside",)),
        ([user("greet"), said("chitchat"), kept("ask_fee")], ("smalltalk",)),
        (
            [
                user("ask_fee"),
                said("answered"),
                kept("ask_fee"),
                user("inform"),
                said("answered"),
                kept("ask_phone"),
            ],
            ("fee", "contact"),
        ),
    ],
)
def test_topics_are_read_from_what_the_engine_did(events: list[dict[str, Any]], topics: tuple[str, ...]) -> None:
    assert topics_of(events) == topics
