"""Changing the knowledge while it is in use: publish, withdraw, roll back.

Each makes a complete edition beside the others, verifies it, and moves the pointer in one step. Whatever is refused
or interrupted leaves the edition in force as it was.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import yaml

from knowledge.editions.draft import DraftQuestion, copy_draft, draft_id, open_questions, stamp
from knowledge.editions.errors import RefusedError
from knowledge.editions.models import Change, EditionRecord, Move, Withdrawal
from knowledge.editions.names import merge_additions, read_additions, write_additions
from knowledge.editions.overlay import WITHDRAWN, fingerprint, load_overlaid, notice_folders, withdrawals
from knowledge.editions.store import EditionStore
from knowledge.editions.summary import changes_between, summary_lines
from knowledge.errors import KnowledgeError
from knowledge.library import Library
from knowledge.validity import now
from knowledge.verification import verify


@dataclass(frozen=True)
class Preview:
    """What publishing would do. `base` is the edition that it would change; nothing was written."""

    base: int
    changes: tuple[Change, ...]
    summary: tuple[str, ...]
    questions: tuple[DraftQuestion, ...]


@dataclass(frozen=True)
class Published:
    """A new edition, in force, and what it changed."""

    record: EditionRecord
    summary: tuple[str, ...]


def preview(store: EditionStore, draft: Path) -> Preview:
    """Check a draft and say what publishing it would change.

    Raises:
        RefusedError: the draft or the knowledge with it is not in order; lists every problem.
        KnowledgeError: a file is malformed.
    """
    with store.locked():
        base = store.current()
        with store.copy_of(base) as scratch:
            _put(scratch, draft)
            changes, summary = _checked(store, base, scratch, draft)
    return Preview(base, changes, summary, tuple(open_questions(draft)))


def publish(
    store: EditionStore,
    draft: Path,
    by: str,
    reason: str | None = None,
    *,
    accept_questions: bool = False,
    base: int | None = None,
) -> Published:
    """Put a draft's notice in force, in place of one of the same id. Earlier years stay as they are.

    Args:
        store: the editions.
        draft: a folder with notice.md, source.*, facts/*.yml.
        by: name or initials of the person who decides.
        reason: why, for the journal.
        accept_questions: publish although questions of the draft have no answer.
        base: the edition that the person saw in the preview; refused where another one is in force by now.

    Raises:
        RefusedError: not in order; nothing was published.
        KnowledgeError: a file is malformed; nothing was published.
    """
    person = _named(by)
    if (questions := open_questions(draft)) and not accept_questions:
        raise RefusedError(
            f"草稿还有 {len(questions)} 个问题没有回答：在 {draft / 'questions.yml'} 里填写 answer，"
            "或加 --accept-questions 照样发布。",
            [f"- {one}" for one in questions],
        )
    with store.locked():
        current = store.current()
        if base is not None and base != current:
            raise RefusedError(f"您看过改动之后，别人又发布了版本 {current}：请重新核对后再发布。")
        with store.copy_of(current) as scratch:
            _put(scratch, draft)
            changes, summary = _checked(store, current, scratch, draft)
            stamp(scratch / "notices" / draft_id(draft) / "notice.md", now().date())
            return Published(_in_force(store, scratch, changes, "publish", person, reason), summary)


def withdraw(store: EditionStore, notice_id: str, by: str, reason: str) -> Published:
    """Show a notice no longer at all, at no date: for what should not have been published.

    Raises:
        RefusedError: no such notice, no reason, or other notices need it; nothing was changed.
        KnowledgeError: a file is malformed; nothing was changed.
    """
    person = _named(by)
    if not reason.strip():
        raise RefusedError("撤回通知要写明原因：--reason …")
    with store.locked():
        current = store.current()
        known = notice_folders(store.root, store.overlay(current))
        if notice_id not in known:
            raise RefusedError(f"没有通知 {notice_id}；现有：{'、'.join(known)}。")
        with store.copy_of(current) as scratch:
            shutil.rmtree(scratch / "notices" / notice_id, ignore_errors=True)
            entry = Withdrawal(id=notice_id, reason=reason.strip(), on=now().date(), by=person)
            _write_withdrawals(scratch, (*withdrawals(scratch), entry))
            changes, summary = _checked(store, current, scratch)
            return Published(_in_force(store, scratch, changes, "withdraw", person, reason), summary)


def rollback(store: EditionStore, by: str, reason: str | None = None, to: int | None = None) -> Move:
    """Put an earlier edition in force again: `to`, or the one that the present one was made from.

    Raises:
        RefusedError: there is no such edition, or it is not in order with this version of the program.
    """
    person = _named(by)
    with store.locked():
        current = store.current()
        wanted = _base_of(store, current) if to is None else to
        if wanted == current:
            raise RefusedError(f"现在用的就是版本 {current}。")
        _verified(load_overlaid(store.root, store.overlay(wanted)))
        move = Move(number=wanted, was=current, action="rollback", at=_at(), by=person, reason=reason)
        store.point(move)
    return move


def _base_of(store: EditionStore, number: int) -> int:
    record = store.record(number)
    if record is None:
        raise RefusedError("现在用的是随程序提供的版本 0，没有更早的版本。")
    return record.base


def _put(scratch: Path, draft: Path) -> None:
    notice_id = draft_id(draft)
    copy_draft(draft, scratch / "notices" / notice_id)
    names = merge_additions(read_additions(scratch / "lexicon"), read_additions(draft / "lexicon"))
    write_additions(names, scratch / "lexicon")
    _write_withdrawals(scratch, tuple(one for one in withdrawals(scratch) if one.id != notice_id))


def _write_withdrawals(scratch: Path, entries: tuple[Withdrawal, ...]) -> None:
    file = scratch / WITHDRAWN
    file.unlink(missing_ok=True)
    if entries:
        plain = [one.model_dump(mode="json") for one in entries]
        file.write_text(yaml.safe_dump(plain, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _checked(
    store: EditionStore, base: int, scratch: Path, draft: Path | None = None
) -> tuple[tuple[Change, ...], tuple[str, ...]]:
    """The changes from the base and their summary. Raises RefusedError with every problem of the whole."""
    after = load_overlaid(store.root, scratch)
    _verified(after, draft)
    overlay = store.overlay(base)
    if fingerprint(store.root, overlay) == fingerprint(store.root, scratch):
        raise RefusedError("没有变化：现行版本里的这份通知与草稿完全相同。")
    before = _readable(store, overlay)
    changes = changes_between(before, after)
    return changes, summary_lines(before, after, changes)


def _readable(store: EditionStore, overlay: Path | None) -> Library | None:
    """None where a newer program cannot read the present edition any more: publishing is how that is mended."""
    try:
        return load_overlaid(store.root, overlay)
    except KnowledgeError:
        return None


def _verified(library: Library, draft: Path | None = None) -> None:
    own = draft_id(draft) if draft else None
    problems = []
    for problem in verify(library):
        told = str(problem)
        if draft and problem.notice_id == own:
            told = told.replace(f"knowledge/notices/{own}", str(draft), 1)
        problems.append(told)
    if problems:
        raise RefusedError(f"核对发现 {len(problems)} 个问题，没有发布；请更正后重试：", problems)


def _in_force(
    store: EditionStore,
    scratch: Path,
    changes: tuple[Change, ...],
    action: str,
    by: str,
    reason: str | None,
) -> EditionRecord:
    base, at = store.current(), _at()
    record = EditionRecord(number=store.next_number(), at=at, by=by, reason=reason, base=base, changes=changes)
    store.add(scratch, record)
    move = {"number": record.number, "was": base, "action": action, "at": at, "by": by, "reason": reason}
    store.point(Move.model_validate(move))
    return record


def _at() -> datetime:
    return now().replace(microsecond=0)


def _named(by: str) -> str:
    if not by.strip():
        raise RefusedError("要写明由谁确认：--by 姓名或缩写。")
    return by.strip()
