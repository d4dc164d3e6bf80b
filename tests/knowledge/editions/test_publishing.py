"""A draft becomes part of the knowledge in one step, or not at all."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest
import yaml
from filelock import FileLock
from toy_notices import Draft, fee_on

from knowledge.editions import EditionStore, open_edition
from knowledge.editions import store as store_module
from knowledge.editions.errors import RefusedError
from knowledge.editions.publishing import preview, publish, rollback, withdraw
from knowledge.errors import KnowledgeError

OLD_FEE, NEW_FEE = (2026, 400.0), (2027, 450.0)


def known(store: EditionStore) -> list[str]:
    return [one.notice.id for one in open_edition(store).library.holdings]


def answered(store: EditionStore, day: str) -> list[tuple[int, float]]:
    return [(year, total) for year, total, _ in fee_on(store, day)]


def test_before_anything_is_published_the_shipped_knowledge_is_in_force(store: EditionStore) -> None:
    assert store.current() == 0
    assert known(store) == ["baking-2026"]


def test_a_published_notice_holds_for_its_year_and_the_old_one_for_its_own(
    store: EditionStore, draft: Draft
) -> None:
    published = publish(store, draft("baking-2027", 2027, 450), by="王", reason="新一年的通知")
    assert (published.record.number, published.record.base, store.current()) == (1, 0, 1)
    assert answered(store, "2026-12-31") == [OLD_FEE]
    assert answered(store, "2027-01-01") == [NEW_FEE]


def test_an_edition_says_who_changed_what_and_why(store: EditionStore, draft: Draft) -> None:
    publish(store, draft("baking-2027", 2027, 450), by="王", reason="新一年的通知")
    (record,) = store.records()
    assert (record.by, record.reason) == ("王", "新一年的通知")
    assert [(one.action, one.notice_id) for one in record.changes] == [("added", "baking-2027")]
    (move,) = store.moves()
    assert (move.action, move.was, move.number, move.by) == ("publish", 0, 1, "王")


def test_the_preview_tells_the_new_fee_and_what_becomes_of_the_old_notice(
    store: EditionStore, draft: Draft
) -> None:
    seen = preview(store, draft("baking-2027", 2027, 450))
    told = "\n".join(seen.summary)
    assert "新增通知 baking-2027" in told
    assert "450" in told
    assert "2027-01-01 起 baking-2026《上海烘焙协会关于2026年考试的通知》：往年 → 已被取代" in told
    assert known(store) == ["baking-2026"], "a preview publishes nothing"


def test_a_corrected_notice_takes_the_place_of_the_shipped_one(store: EditionStore, draft: Draft) -> None:
    told = publish(store, draft("baking-2026", 2026, 410), by="王").summary
    assert known(store) == ["baking-2026"]
    assert answered(store, "2026-06-01") == [(2026, 410.0)]
    assert any("－" in line and "400" in line for line in told)
    assert any("＋" in line and "410" in line for line in told)


def test_the_shipped_folder_is_not_touched(store: EditionStore, draft: Draft) -> None:
    before = {path: path.read_bytes() for path in store.root.rglob("*") if path.is_file()}
    publish(store, draft("baking-2026", 2026, 410), by="王")
    assert {path: path.read_bytes() for path in store.root.rglob("*") if path.is_file()} == before


def test_each_edition_is_complete_and_the_earlier_one_stays_as_it_was(store: EditionStore, draft: Draft) -> None:
    publish(store, draft("baking-2027", 2027, 450), by="王")
    first = store.overlay(1)
    assert first is not None
    before = {path: path.read_bytes() for path in first.rglob("*") if path.is_file()}
    publish(store, draft("baking-2028", 2028, 480), by="李")
    assert known(store) == ["baking-2026", "baking-2027", "baking-2028"]
    assert {path: path.read_bytes() for path in first.rglob("*") if path.is_file()} == before


def test_what_a_later_version_of_the_program_ships_lies_under_the_published_notices(
    store: EditionStore, draft: Draft, tmp_path: Path
) -> None:
    publish(store, draft("baking-2027", 2027, 450), by="王")
    draft("baking-2025", 2025, 380).rename(store.root / "notices" / "baking-2025")
    assert known(store) == ["baking-2025", "baking-2026", "baking-2027"]


def test_a_fact_that_the_notice_does_not_bear_out_is_refused_with_its_file(
    store: EditionStore, draft: Draft
) -> None:
    wrong = draft("baking-2027", 2027, 450, total=500)
    with pytest.raises(RefusedError, match=r"drafts/baking-2027/facts/fees\.yml") as refusal:
        publish(store, wrong, by="王")
    assert any("500" in line for line in refusal.value.details)
    assert (store.current(), store.records()) == (0, [])


def test_a_folder_without_facts_is_no_draft(store: EditionStore, draft: Draft) -> None:
    folder = draft("baking-2027", 2027, 450)
    for file in (folder / "facts").iterdir():
        file.unlink()
    with pytest.raises(RefusedError, match=r"facts/\*\.yml"):
        publish(store, folder, by="王")


def test_a_draft_that_changes_nothing_is_refused(store: EditionStore, draft: Draft) -> None:
    with pytest.raises(RefusedError, match="没有变化"):
        publish(store, draft("baking-2026", 2026, 400), by="王")


def test_nobody_publishes_without_a_name(store: EditionStore, draft: Draft) -> None:
    with pytest.raises(RefusedError, match="--by"):
        publish(store, draft("baking-2027", 2027, 450), by=" ")


def ask(folder: Path, answer: str | None) -> None:
    question = {"clause": "一", "quote": "合计450元", "question": "补考怎么收费？", "answer": answer}
    (folder / "questions.yml").write_text(yaml.safe_dump([question], allow_unicode=True), encoding="utf-8")


def test_an_open_question_keeps_a_draft_from_being_published(store: EditionStore, draft: Draft) -> None:
    folder = draft("baking-2027", 2027, 450)
    ask(folder, answer=None)
    with pytest.raises(RefusedError, match="补考怎么收费"):
        publish(store, folder, by="王")
    assert store.current() == 0
    ask(folder, answer="通知没有写")
    assert publish(store, folder, by="王").record.number == 1


def test_an_open_question_may_be_left_open_on_purpose(store: EditionStore, draft: Draft) -> None:
    folder = draft("baking-2027", 2027, 450)
    ask(folder, answer=None)
    assert publish(store, folder, by="王", accept_questions=True).record.number == 1


def test_a_withdrawn_notice_is_shown_at_no_date(store: EditionStore, draft: Draft) -> None:
    publish(store, draft("baking-2027", 2027, 450), by="王")
    withdraw(store, "baking-2026", by="王", reason="发错了")
    assert known(store) == ["baking-2027"]
    assert answered(store, "2026-06-01") == [NEW_FEE]
    assert fee_on(store, "2026-06-01")[0][2] == "upcoming"


def test_a_withdrawn_notice_can_be_published_again(store: EditionStore, draft: Draft) -> None:
    publish(store, draft("baking-2027", 2027, 450), by="王")
    withdraw(store, "baking-2026", by="王", reason="发错了")
    publish(store, draft("baking-2026", 2026, 410), by="王")
    assert answered(store, "2026-06-01") == [(2026, 410.0)]


def test_the_last_notice_cannot_be_withdrawn(store: EditionStore) -> None:
    with pytest.raises(KnowledgeError, match="至少要有一份"):
        withdraw(store, "baking-2026", by="王", reason="发错了")
    assert known(store) == ["baking-2026"]


@pytest.mark.parametrize(
    ("notice_id", "reason", "said"), [("tea-2026", "发错了", "tea-2026"), ("baking-2026", " ", "原因")]
)
def test_a_withdrawal_names_a_notice_and_a_reason(
    store: EditionStore, notice_id: str, reason: str, said: str
) -> None:
    with pytest.raises(RefusedError, match=said):
        withdraw(store, notice_id, by="王", reason=reason)


def test_a_rollback_goes_back_one_change_at_a_time(store: EditionStore, draft: Draft) -> None:
    publish(store, draft("baking-2027", 2027, 450), by="王")
    publish(store, draft("baking-2028", 2028, 480), by="王")
    assert rollback(store, by="李").number == 1
    assert known(store) == ["baking-2026", "baking-2027"]
    assert rollback(store, by="李").number == 0
    assert known(store) == ["baking-2026"]
    with pytest.raises(RefusedError, match="没有更早的版本"):
        rollback(store, by="李")


def test_a_rollback_is_written_down_and_no_number_is_given_twice(store: EditionStore, draft: Draft) -> None:
    publish(store, draft("baking-2027", 2027, 450), by="王")
    rollback(store, by="李", reason="金额有疑问", to=0)
    assert publish(store, draft("baking-2028", 2028, 480), by="王").record.number == 2
    assert [(one.action, one.was, one.number) for one in store.moves()] == [
        ("publish", 0, 1),
        ("rollback", 1, 0),
        ("publish", 0, 2),
    ]
    assert store.moves()[1].reason == "金额有疑问"
    assert known(store) == ["baking-2026", "baking-2028"]


def test_a_rollback_to_an_edition_that_does_not_exist_is_refused(store: EditionStore) -> None:
    with pytest.raises(KnowledgeError, match="没有版本 7"):
        rollback(store, by="李", to=7)


def test_the_fingerprint_changes_with_every_edition_and_comes_back_with_a_rollback(
    store: EditionStore, draft: Draft
) -> None:
    shipped = open_edition(store).fingerprint
    publish(store, draft("baking-2027", 2027, 450), by="王")
    assert open_edition(store).fingerprint != shipped
    rollback(store, by="李")
    assert open_edition(store).fingerprint == shipped


class PowerCut(OSError):
    """What the tests put in place of a crash."""


@pytest.mark.parametrize("step", ["edition.yml", "the folder's name", "the pointer", "the journal"])
def test_a_crash_at_any_step_leaves_the_old_or_the_new_edition_in_force(
    store: EditionStore, draft: Draft, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    publish(store, draft("baking-2027", 2027, 450), by="王")
    later = draft("baking-2028", 2028, 480)
    with monkeypatch.context() as patched:
        cut_power_at(patched, step)
        with pytest.raises(PowerCut):
            publish(store, later, by="王")
    done = step == "the journal"
    assert store.current() == (2 if done else 1)
    assert known(store) == ["baking-2026", "baking-2027"] + (["baking-2028"] if done else [])
    assert [one.number for one in store.moves()] == ([1, 2] if done else [1])

    publish(store, draft("baking-2029", 2029, 500), by="王")
    assert answered(store, "2029-06-01") == [(2029, 500.0)]
    assert [one.number for one in store.moves()][-1] == store.current()
    assert not list(store.folder.glob("editions/.new-*"))


def cut_power_at(patched: pytest.MonkeyPatch, step: str) -> None:
    replace, write = os.replace, Path.write_text

    def replace_until(source: object, target: object) -> None:
        name = Path(str(target)).name
        reached = {"the folder's name": name.isdigit(), "the pointer": name == "current"}
        if reached.get(step, step == "the journal" and name == "journal.jsonl"):
            raise PowerCut
        replace(str(source), str(target))

    def write_until(self: Path, *arguments: str, **others: str) -> int:
        if step == "edition.yml" and self.name == step:
            raise PowerCut
        return write(self, *arguments, **others)

    patched.setattr(os, "replace", replace_until)
    patched.setattr(Path, "write_text", write_until)


def test_two_operators_at_once_make_two_editions_one_after_the_other(store: EditionStore, draft: Draft) -> None:
    drafts = [draft("baking-2027", 2027, 450), draft("baking-2028", 2028, 480), draft("baking-2029", 2029, 500)]
    both = [threading.Thread(target=publish, args=(store, one, "王")) for one in drafts]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()
    assert known(store) == ["baking-2026", "baking-2027", "baking-2028", "baking-2029"]
    assert [(one.was, one.number) for one in store.moves()] == [(0, 1), (1, 2), (2, 3)]


def test_whoever_waits_too_long_for_another_operator_is_told_so(
    store: EditionStore, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_module, "_LOCK_SECONDS", 0.1)
    store.folder.mkdir(parents=True)
    with FileLock(store.folder / "lock"), pytest.raises(RefusedError, match="另一位操作员"):
        publish(store, draft("baking-2027", 2027, 450), by="王")


def test_what_was_seen_in_the_preview_is_what_is_published(store: EditionStore, draft: Draft) -> None:
    mine = draft("baking-2027", 2027, 450)
    seen = preview(store, mine)
    publish(store, draft("baking-2028", 2028, 480), by="李")
    with pytest.raises(RefusedError, match="重新核对"):
        publish(store, mine, by="王", base=seen.base)


def test_a_damaged_pointer_is_named_and_nothing_else_is_served_in_its_place(
    store: EditionStore, draft: Draft
) -> None:
    publish(store, draft("baking-2027", 2027, 450), by="王")
    store.pointer.write_text("{", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"current 已损坏.*journal\.jsonl"):
        open_edition(store)
