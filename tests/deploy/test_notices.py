"""The operator's tasks hand over what was typed after `make`, and say what is missing."""

import pytest
from stand_ins import write_program

from deploy.local import notices
from deploy.local.console import Problem

ECHO = 'printf "%s\\n" "$@" > var/calls\n'
VARIABLES = ("FILE", "JSON", "OUT", "AGAINST", "DRAFT", "BY", "REASON", "YES", "ACCEPT_QUESTIONS", "ID", "TO")


@pytest.fixture
def called(tree, monkeypatch):
    """Run a task with these variables and return what `python -m knowledge` was called with."""
    monkeypatch.setattr(notices, "ensure", lambda *_: None)
    write_program(tree.app_python, ECHO, "/bin/sh")

    def run(task, **variables):
        for name in VARIABLES:
            monkeypatch.delenv(name, raising=False)
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        assert task(tree) == 0
        return (tree.var / "calls").read_text().splitlines()[2:]

    return run


def test_a_file_is_read_in_and_compared(called):
    arguments = called(notices.ingest, FILE="新 通知.pdf", JSON="out.json", AGAINST="saia-2026-ai-trainer")
    assert arguments == ["ingest", "新 通知.pdf", "--json=out.json", "--against=saia-2026-ai-trainer"]


def test_a_draft_is_published_by_somebody(called):
    assert called(notices.publish, DRAFT="drafts/a", BY="王") == ["publish", "drafts/a", "--by=王"]
    arguments = called(notices.publish, DRAFT="drafts/a", BY="王", REASON="新 年", YES="1", ACCEPT_QUESTIONS="1")
    assert arguments[3:] == ["--reason=新 年", "--yes", "--accept-questions"]


def test_the_other_tasks(called):
    assert called(notices.check_notices) == ["check"]
    assert called(notices.list_editions) == ["editions"]
    assert called(notices.rollback, BY="王", TO="0") == ["rollback", "--by=王", "--to=0"]
    withdrawal = called(notices.withdraw, ID="a", BY="王", REASON="错")
    assert withdrawal == ["withdraw", "a", "--by=王", "--reason=错"]
    assert called(notices.list_affected, ID="a") == ["affected", "a"]


@pytest.mark.parametrize(
    ("task", "missing"),
    [
        (notices.ingest, "FILE"),
        (notices.publish, "DRAFT"),
        (notices.rollback, "BY"),
        (notices.list_affected, "ID"),
    ],
)
def test_what_is_missing_is_named_with_an_example(called, task, missing):
    with pytest.raises(Problem, match=rf"{missing} is missing: make .*缺少 {missing}"):
        called(task)
