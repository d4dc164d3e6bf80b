"""The folder of a notice that waits to be published: notice.md, source.*, facts/*.yml, questions.yml, lexicon/*.yml."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter

from knowledge.editions.errors import RefusedError
from knowledge.errors import KnowledgeError
from knowledge.models import Strict
from knowledge.notice_format import read_notice

QUESTIONS = "questions.yml"
NO_RULE = "没有规定"
IN_WORDS = "见原文"
_KEPT = ("notice.md", "source.*", "facts/*.yml", QUESTIONS)


class DraftQuestion(Strict):
    """What was not understood, and what a person answered; `answer` is None as long as nobody has.

    With a `topic`, the answer `NO_RULE` says that the notice, read at `clauses`, does not state it, and `IN_WORDS`
    that it does in the quoted words.
    """

    clause: str | None
    quote: str | None
    question: str
    topic: str | None = None
    clauses: tuple[str, ...] = ()
    answer: Any = None

    def decides(self, answer: str) -> bool:
        """Whether a person decided on the topic with this answer."""
        return self.topic is not None and str(self.answer).strip() == answer

    @property
    def is_open(self) -> bool:
        """Whether it still waits for an answer."""
        return self.answer is None or not str(self.answer).strip()

    def __str__(self) -> str:
        where = f"{self.clause}：" if self.clause else ""
        return f"{where}{self.question}" + (f"（原文：{self.quote}）" if self.quote else "")


def draft_id(draft: Path) -> str:
    """The id of the draft's notice. Raises RefusedError for a folder that is no draft, KnowledgeError."""
    missing = [name for name in ("notice.md", "facts/*.yml") if not list(draft.glob(name))]
    if missing:
        raise RefusedError(
            f"{draft} 不是完整的草稿，缺少 {'、'.join(missing)}：草稿文件夹由 make ingest FILE=… OUT=… 写出，"
            "或参照 knowledge/notices 里的任一份通知。"
        )
    return read_notice(draft / "notice.md").id


def open_questions(draft: Path) -> list[DraftQuestion]:
    """The questions that nobody has answered yet. Raises KnowledgeError for a malformed file."""
    return [one for one in _questions(draft) if one.is_open]


def _questions(draft: Path) -> list[DraftQuestion]:
    file = draft / QUESTIONS
    if not file.is_file():
        return []
    try:
        raw = yaml.safe_load(file.read_text(encoding="utf-8")) or []
        return TypeAdapter(list[DraftQuestion]).validate_python(raw)
    except (yaml.YAMLError, ValueError) as error:
        raise KnowledgeError(f"{file}: {error}") from error


def copy_draft(draft: Path, target: Path) -> None:
    """Put the draft's notice in place of whatever the target folder held."""
    shutil.rmtree(target, ignore_errors=True)
    for pattern in _KEPT:
        for file in sorted(draft.glob(pattern)):
            copy = target / file.relative_to(draft)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, copy)
    asked = _questions(draft)
    unsaid = [{"topic": q.topic, "read": list(q.clauses)} for q in asked if q.decides(NO_RULE)]
    _file_decided(target / "facts" / "not_stated.yml", unsaid)
    quoted = [
        {"topic": q.topic, "sources": [{"clause": q.clause, "quote": q.quote}]}
        for q in asked
        if q.decides(IN_WORDS)
    ]
    _file_decided(target / "facts" / "as_text.yml", quoted)


def _file_decided(file: Path, decided: list[dict[str, Any]]) -> None:
    """Add what a person decided to the fact file, each topic once."""
    if not decided:
        return
    entries = yaml.safe_load(file.read_text(encoding="utf-8")) or [] if file.is_file() else []
    known = {entry["topic"] for entry in entries}
    entries += [one for one in decided if one["topic"] not in known]
    file.write_text(yaml.safe_dump(entries, allow_unicode=True, sort_keys=False, width=10_000), encoding="utf-8")


def stamp(file: Path, day: date) -> None:
    """Write into the front matter of a `notice.md` that a person compared its facts with it on that day."""
    _, head, body = file.read_text(encoding="utf-8").split("---\n", 2)
    lines = [line for line in head.splitlines() if not line.startswith("verified_on:")]
    file.write_text("---\n" + "\n".join([*lines, f"verified_on: {day}"]) + "\n---\n" + body, encoding="utf-8")
