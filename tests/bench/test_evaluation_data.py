"""Loading: what is malformed is refused with file and id; what people write in several ways comes out as one."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.evaluation.data import DataError, Item, chosen, load_development, load_items

QUESTION = """
- id: a-1
  category: fees
  say: 三级多少钱
  status: [answered]
  topics: [fee]
"""


def loaded(folder: Path, questions: str, conversations: str = "") -> list[Item]:
    for name, text in (("questions", questions), ("conversations", conversations)):
        (folder / name).mkdir(exist_ok=True)
        (folder / name / "a.yml").write_text(text, encoding="utf-8")
    return load_items(folder / "questions", folder / "conversations")


def test_a_question_is_a_conversation_of_one_turn(tmp_path: Path) -> None:
    (item,) = loaded(tmp_path, QUESTION + "  figures: [500]\n  entities: {level: [3], occupation: 茶艺师}\n")
    assert item.is_question
    assert item.as_of == "2026-11-21T10:00:00+08:00"
    assert item.turns[0].figures == ("500",)
    assert item.turns[0].entities.level == ("3",)
    assert item.turns[0].entities.occupation == ("茶艺师",)


@pytest.mark.parametrize(
    ("as_of", "instant"),
    [
        ("2026-06-01", "2026-06-01T10:00:00+08:00"),
        ("'2026-06-01'", "2026-06-01T10:00:00+08:00"),
        ("2026-06-01T18:30:00+08:00", "2026-06-01T18:30:00+08:00"),
        ("'2026-06-01T18:30:00+08:00'", "2026-06-01T18:30:00+08:00"),
    ],
)
def test_a_day_means_ten_in_the_morning(tmp_path: Path, as_of: str, instant: str) -> None:
    (item,) = loaded(tmp_path, f"{QUESTION}  as_of: {as_of}\n")
    assert item.as_of == instant


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        (QUESTION.replace("say:", "says:"), "a.yml: a-1: turns.0.says"),
        (QUESTION.replace("fees", "fee"), "category 'fee' is none of fees"),
        (QUESTION.replace("[answered]", "[right]"), "a.yml: a-1: turns.0.status.0"),
        (QUESTION.replace("[answered]", "[]"), "status must name something"),
        (QUESTION.replace("  topics: [fee]\n", ""), "['topics'] missing"),
        (QUESTION.replace("[fee]", "[fees]"), "turns.0.topics.0"),
        (QUESTION.replace("三级多少钱", "多" * 501), "at most 500 characters"),
        (QUESTION + QUESTION, "id a-1 occurs 2 times"),
        (QUESTION.replace("id: a-1", "title: x"), "a.yml: x: 'id' is missing"),
        (QUESTION + "  notice: saia-2027\n", "there is no notice 'saia-2027'"),
        (QUESTION + "  figures: ['5']\n  not_figures: ['5']\n", "['5'] are in figures and in not_figures"),
        (QUESTION + "  as_of: 2026-06-01T10:00:00\n", "has no offset"),
        ("- 三级多少钱\n", "a.yml: 三级多少钱"),
    ],
)
def test_what_is_malformed_is_refused_by_file_and_id(tmp_path: Path, broken: str, told: str) -> None:
    with pytest.raises(DataError) as error:
        loaded(tmp_path, broken)
    assert told in str(error.value)


def test_every_problem_is_told_at_once(tmp_path: Path) -> None:
    broken = QUESTION.replace("fees", "x") + QUESTION.replace("a-1", "a-2").replace("fees", "y")
    with pytest.raises(DataError, match=r"a-1: category 'x'[^\n]+\n.*a-2: category 'y'"):
        loaded(tmp_path, broken)


def test_a_conversation_has_several_turns(tmp_path: Path) -> None:
    turn = "{say: 三级多少钱, status: [answered], topics: [fee]}"
    talk = f"- id: a-talk\n  category: fees\n  turns: [{turn}, {turn}]\n"
    (item,) = loaded(tmp_path, "", talk)
    assert not item.is_question
    with pytest.raises(DataError, match="at least two turns"):
        loaded(tmp_path, "", talk.replace(f"{turn}, ", ""))


def test_items_are_chosen_by_the_beginning_of_their_id_and_by_category(tmp_path: Path) -> None:
    more = QUESTION.replace("a-1", "b-1") + QUESTION.replace("a-1", "b-2").replace("fees", "hours")
    items = loaded(tmp_path, QUESTION + more)
    assert [one.id for one in chosen(items, "b", None)] == ["b-1", "b-2"]
    assert [one.id for one in chosen(items, "b", "fees")] == ["b-1"]
    assert chosen(items, None, None) == items


def test_the_development_conversations_are_read_as_the_tests_read_them() -> None:
    items = load_development()
    assert len(items) > 200
    assert len({one.id for one in items}) == len(items)
    assert all(len(one.as_of) in (10, 25) for one in items)
