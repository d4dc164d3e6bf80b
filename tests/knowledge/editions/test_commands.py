"""What an operator types and reads."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from toy_notices import Draft

from knowledge.__main__ import main
from knowledge.commands.check import table
from knowledge.editions import EditionStore, open_edition
from knowledge.editions.summary import KIND_NAMES
from knowledge.facts import NoticeFacts


@pytest.fixture
def run(store: EditionStore, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Run a command over the toy knowledge; returns its status and all that it printed."""
    monkeypatch.setattr(EditionStore, "from_environment", classmethod(lambda cls: store))

    def command(*arguments: object, typed: str = "") -> tuple[int, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        status = main([str(one) for one in arguments])
        output = capsys.readouterr()
        return status, output.out + output.err

    return command


def test_check_counts_clauses_and_facts_and_is_content(run) -> None:
    status, said = run("check")
    assert status == 0
    assert "版本 0" in said
    # 标题, 引言, 一; one fee and two declarations.
    assert "baking-2026     3     3  收费 1  只有原文 2" in said
    assert "核对通过" in said


def test_check_names_every_problem(run, store: EditionStore) -> None:
    fees = store.root / "notices" / "baking-2026" / "facts" / "fees.yml"
    fees.write_text(fees.read_text(encoding="utf-8").replace("total: 400", "total: 500"), encoding="utf-8")
    status, said = run("check")
    assert status == 1
    assert "knowledge/notices/baking-2026/facts/fees.yml" in said


def test_publishing_shows_the_change_and_asks(run, store: EditionStore, draft: Draft) -> None:
    folder = draft("baking-2027", 2027, 450)
    status, said = run("publish", folder, "--by", "王", typed="no\n")
    assert (status, store.current()) == (1, 0)
    assert "新增通知 baking-2027" in said
    assert "确认发布？输入 yes" in said
    status, said = run("publish", folder, "--by", "王", typed="yes\n")
    assert (status, store.current()) == (0, 1)
    assert "已发布：版本 1" in said


def test_nobody_at_the_terminal_is_no_consent(run, store: EditionStore, draft: Draft) -> None:
    assert run("publish", draft("baking-2027", 2027, 450), "--by", "王")[0] == 1
    assert store.current() == 0


def test_open_questions_are_shown_and_nothing_is_published(run, store: EditionStore, draft: Draft) -> None:
    folder = draft("baking-2027", 2027, 450)
    question = "- {clause: 一, quote: 合计450元, question: 补考怎么收费？, answer: null}\n"
    (folder / "questions.yml").write_text(question, encoding="utf-8")
    status, said = run("publish", folder, "--by", "王", "--yes")
    assert (status, store.current()) == (1, 0)
    assert "补考怎么收费" in said
    assert run("publish", folder, "--by", "王", "--yes", "--accept-questions")[0] == 0


def test_the_history_says_who_did_what(run, draft: Draft) -> None:
    run("publish", draft("baking-2027", 2027, 450), "--by", "王", "--reason", "新年", "--yes")
    assert run("withdraw", "baking-2026", "--by", "李", "--reason", "发错了")[0] == 0
    assert "已从版本 2 回到版本 1" in run("rollback", "--by", "赵")[1]
    said = run("editions")[1]
    assert "▶ 版本 1  依据版本 0  新增 baking-2027" in said
    assert "王：新年" in said
    assert "撤回 baking-2026" in said
    assert "回退  2 → 1" in said
    assert "赵" in said


def test_a_refusal_is_a_sentence_and_no_traceback(run, tmp_path: Path) -> None:
    status, said = run("publish", tmp_path / "nothing", "--by", "王", "--yes")
    assert status == 1
    assert "不是完整的草稿" in said
    assert "Traceback" not in said


def test_every_kind_of_fact_has_a_name_for_operators(store: EditionStore) -> None:
    assert set(NoticeFacts.model_fields) - set(KIND_NAMES) == set()
    assert len(table(open_edition(store).library)) == 2
