"""How text becomes terms."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.analysis import add_terms, bigrams, content_words, ngrams, normalise, stop_words, words


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("ＡＩ训练师", "ai训练师"),
        ("  三级\n\t多少钱  ", "三级 多少钱"),
        ("９：３０－１１：００", "9:30-11:00"),
        ("WWW.OSTA.ORG.CN", "www.osta.org.cn"),
        ("訓練師報名", "训练师报名"),
        ("", ""),
    ],
)
def test_one_form_for_every_way_of_typing(typed: str, folded: str) -> None:
    assert normalise(typed) == folded


@settings(deadline=None)
@given(st.text(max_size=60))
def test_a_form_is_a_form_already(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


def test_words_are_without_punctuation_and_keep_figures_whole() -> None:
    found = words("电话：021-62037717，9:00开门。")
    assert "021-62037717" in found
    assert "9:00" in found
    assert not {"：", "，", "。", ":"} & set(found)


def test_long_words_bring_their_parts_for_search() -> None:
    assert {"人工智能", "人工", "智能"} <= set(words("人工智能"))


def test_a_name_once_taught_stays_whole() -> None:
    assert "冰雕匠师" not in words("我想考冰雕匠师")
    add_terms(["冰雕匠师"])
    assert "冰雕匠师" in words("我想考冰雕匠师")


def test_words_of_asking_do_not_count() -> None:
    assert content_words("请问怎么缴费啊谢谢") == ["缴费"]
    assert content_words("请问可以吗") == []


def test_every_stop_word_is_in_the_form_that_is_compared() -> None:
    assert {word for word in stop_words() if normalise(word) != word} == set()


@pytest.mark.parametrize(
    ("text", "grams"),
    [
        ("准考证", ["准考", "考证"]),
        ("证", ["证"]),
        ("AI训练", ["ai", "训练"]),
        ("考试，成绩", ["考试", "成绩"]),
        ("4-04-05-05", ["4-04-05-05"]),
        ("！？", []),
    ],
)
def test_bigrams_do_not_reach_across_a_break(text: str, grams: list[str]) -> None:
    assert bigrams(text) == grams


def test_the_embedding_sees_single_characters_too() -> None:
    assert ngrams("准考证a1") == ["准", "考", "证", "准考", "考证", "a1"]
