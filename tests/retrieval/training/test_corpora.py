"""What the embedding learns from: questions by clause, messages by intent, official sentences."""

from __future__ import annotations

import gzip
import random
from pathlib import Path
from typing import Any

import pytest

from retrieval.passages import Passage, passages
from retrieval.search import Searcher
from retrieval.training.corpora import (
    answering,
    pairs_of_messages,
    pairs_of_questions,
    pairs_of_sentences,
    question_groups,
    read_lines,
    without_names,
)

GROUPS = question_groups()


@pytest.fixture(scope="module")
def found(searcher: Searcher) -> list[Passage]:
    return passages(searcher.library)


@pytest.mark.parametrize("group", GROUPS, ids=lambda one: f"{one['notice']} {one['clause']} {one.get('says', '')}")
def test_a_group_of_questions_has_a_passage_that_answers_it(group: dict[str, Any], found: list[Passage]) -> None:
    assert answering(found, group)
    assert len(set(group["ask"])) == len(group["ask"]) > 1


def test_questions_are_paired_with_what_answers_them_and_with_each_other(
    searcher: Searcher, found: list[Passage]
) -> None:
    group = {"notice": "saia-2026-ai-trainer", "clause": "三", "ask": ["分数啥时候出", "在哪查人工智能训练师的分"]}
    pairs = pairs_of_questions(searcher.library, found, [group], random.Random(1))
    answers = {one.indexed for one in answering(found, group)}
    assert {one.first for one in pairs if one.second in answers} == {"分数啥时候出", "在哪查 的分"}
    assert len(pairs) == 3
    assert len({one.group for one in pairs}) == 1


def test_names_go_and_levels_stay(searcher: Searcher) -> None:
    assert without_names(searcher.library, "技师协会的職業培訓師三級多少錢") == "的 三级多少钱"


def test_messages_of_an_intent_are_paired_and_small_talk_is_not(searcher: Searcher, tmp_path: Path) -> None:
    file = tmp_path / "nlu.yml"
    file.write_text(
        "nlu:\n- intent: ask_fee\n  examples: |\n    - 多少钱\n    - 收费多少\n- intent: greet\n  examples: |\n    - 你好\n    - 在吗\n",
        encoding="utf-8",
    )
    (pair,) = pairs_of_messages(searcher.library, file, random.Random(1))
    assert {pair.first, pair.second} == {"多少钱", "收费多少"}
    assert pair.group == "ask_fee"


def test_a_sentence_is_paired_by_its_halves() -> None:
    pairs = list(pairs_of_sentences(["申报人员应当如实填写信息,并对所填信息的真实性负责。", "太短。"]))
    assert [(one.first, one.second) for one in pairs] == [("申报人员应当如实填写信息", "并对所填信息的真实性负责")]


def test_lines_are_read_plain_and_gzipped(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("一\n\n二\n", encoding="utf-8")
    with gzip.open(tmp_path / "a.txt.gz", "wt", encoding="utf-8") as file:
        file.write("一\n\n二\n")
    assert read_lines(tmp_path / "a.txt") == read_lines(tmp_path / "a.txt.gz") == ["一", "二"]
