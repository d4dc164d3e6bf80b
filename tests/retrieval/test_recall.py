"""Questions about the real notices whose clause is known from reading them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from knowledge.validity import parse_as_of
from retrieval.search import Hit, Searcher

AT = parse_as_of("2026-06-01")
QUESTIONS: list[dict[str, str]] = yaml.safe_load(
    Path(__file__).with_name("questions.yml").read_text(encoding="utf-8")
)
FLOOR_AT_1, FLOOR_AT_3 = 0.78, 0.88
OUTSIDE = (
    "今天天气怎么样",
    "附近有什么好吃的",
    "帮我写一首诗",
    "苹果手机多少钱一台",
    "怎么去迪士尼乐园",
    "股票今天涨了没有",
    "周杰伦演唱会门票哪里买",
    "怎么减肥最快",
    "推荐一部好看的电影",
    "我家猫生病了怎么办",
    "房贷利率现在是多少",
    "明天会下雨吗",
    "足球比赛几点开始",
    "红烧肉怎么做",
    "电脑蓝屏了怎么修",
    "哪里可以租房子",
    "地铁末班车几点",
    "护照怎么办理",
    "讲个笑话听听",
    "医院怎么挂号",
    "外卖洒了怎么退款",
    "帮我订一张去三亚的机票",
    "孩子上小学要什么条件",
    "怎么学好英语口语",
    "游戏账号被封了怎么办",
    "汽车保险怎么买划算",
    "公司拖欠工资去哪里投诉",
    "结婚登记需要什么证件",
    "信用卡逾期了怎么办",
    "快递丢了找谁赔",
)


def expected_twins(searcher: Searcher, gold: dict[str, str]) -> set[str]:
    """What the clause says, as search merges it: the annexes of three notices share their words."""
    return {
        one.twin_key
        for one in searcher.index.passages
        if (one.notice_id, one.clause) == (gold["notice"], gold["clause"]) and gold.get("says", "") in one.text
    }


def rank(searcher: Searcher, gold: dict[str, str]) -> int | None:
    """The place of the clause among the hits, from 1."""
    hits = searcher.search(searcher.understand(gold["question"]), AT, limit=10)
    wanted = expected_twins(searcher, gold)
    return next((i for i, hit in enumerate(hits, start=1) if _answers(hit, gold, wanted)), None)


def _answers(hit: Hit, gold: dict[str, str], wanted: set[str]) -> bool:
    named = {hit.passage.notice_id, *hit.twins}
    return hit.passage.twin_key in wanted and gold["notice"] in named


@pytest.mark.parametrize("gold", QUESTIONS, ids=lambda one: one["question"])
def test_every_question_names_a_clause_that_is_searched(gold: dict[str, str], searcher: Searcher) -> None:
    assert expected_twins(searcher, gold)


def test_the_clause_that_answers_is_found(searcher: Searcher, record_property: pytest.RecordProperty) -> None:
    ranks = {gold["question"]: rank(searcher, gold) for gold in QUESTIONS}
    at_1 = sum(one == 1 for one in ranks.values()) / len(ranks)
    at_3 = sum(one is not None and one <= 3 for one in ranks.values()) / len(ranks)
    missed = {question: one for question, one in ranks.items() if one != 1}
    print(f"\nrecall@1 {at_1:.3f}, recall@3 {at_3:.3f} over {len(ranks)} questions; not first: {missed}")
    assert at_1 >= FLOOR_AT_1, missed
    assert at_3 >= FLOOR_AT_3, missed


def test_questions_of_another_field_stay_below_the_threshold(searcher: Searcher) -> None:
    threshold = searcher.settings.answer_confidence
    best = {text: searcher.search(searcher.understand(text), AT, limit=3) for text in OUTSIDE}
    answered = {
        text: (hit.passage.clause, round(hit.confidence, 2))
        for text, hits in best.items()
        for hit in hits
        if hit.confidence >= threshold
    }
    print(f"\n{len(answered)} of {len(OUTSIDE)} questions of other fields would be answered: {answered}")
    assert len(answered) <= len(OUTSIDE) // 10, answered


def test_the_clause_that_answers_is_given_with_confidence(searcher: Searcher) -> None:
    """Declining all would pass the test above: questions of the field must pass the threshold."""
    threshold = searcher.settings.answer_confidence
    confident = [
        gold["question"]
        for gold in QUESTIONS
        if any(
            hit.confidence >= threshold
            for hit in searcher.search(searcher.understand(gold["question"]), AT, limit=4)
        )
    ]
    print(f"\n{len(confident)} of {len(QUESTIONS)} questions of the field pass the threshold")
    assert len(confident) / len(QUESTIONS) >= 0.8
