"""Topics that no fact states: asked about once, with the sentence that matters; silent ones are declared."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.facts import NoticeFacts
from knowledge.ingest.assembly.completion import silences, unasked, without_value
from knowledge.ingest.typed.draft import draft_typed
from knowledge.library import Library
from tests.knowledge.ingest.lock_notice import lock_notice


@pytest.fixture
def asked(library: Library, tmp_path: Path):
    """Of a notice's body: topics declared silent, sentences quoted by topic, and the doubts that stay beside them."""

    def ask(body: str):
        notice = lock_notice(body, tmp_path)
        typed = draft_typed(notice, library.lexicon)
        facts = NoticeFacts(**typed.facts)
        silent, undecided = silences(notice, facts, library, typed.asked)
        quoted = {one.topic: one.question.quote for one in undecided}
        return {one.topic for one in silent}, quoted, [one.quote for one in unasked(typed.asked, undecided)]

    return ask


def test_a_sentence_that_was_not_understood_is_asked_about_once(asked) -> None:
    _, quoted, doubts = asked("一、证书领取\n证书可到协会领取，或选择快递到付。")
    assert quoted["certificate_collection"] == "证书可到协会领取，或选择快递到付。"
    assert doubts == []


def test_a_heading_is_not_quoted_where_text_stands_below_it(asked) -> None:
    _, quoted, _ = asked("一、证书发放\n考生自行登录网站下载。")
    assert quoted["certificate_collection"] == "考生自行登录网站下载。"


def test_an_address_for_mail_is_no_electronic_certificate(asked) -> None:
    silent, quoted, _ = asked("一、联系\n电子邮箱：lock@example.org")
    assert "certificate_form" in silent
    assert "certificate_form" not in quoted


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        ("单位人事部门汇总名单后报送协会。", "group_application"),
        ("考生登录认定平台注册。", "individual_application"),
        ("审核通过后在线缴费。", "payment_method"),
        ("可凭电子证书申领证书副本。", "certificate_collection"),
    ],
)
def test_what_is_said_in_other_words_is_never_declared_silent(asked, sentence: str, topic: str) -> None:
    silent, quoted, _ = asked(f"一、事项\n{sentence}")
    assert topic not in silent
    assert quoted[topic] == sentence


def test_a_clause_with_nothing_but_a_mail_address_is_not_asked_about(library: Library, tmp_path: Path) -> None:
    notice = lock_notice(
        "一、联系\n（一）电子信箱：lock@example.org\n（二）进入考点须佩戴口罩并出示当日有效的访客登记。", tmp_path
    )
    empty: dict[str, list[object]] = {kind: [] for kind in NoticeFacts.model_fields}
    _, (question,) = without_value(notice, empty)
    assert "一（二）" in question.question
    assert "一（一）" not in question.question
