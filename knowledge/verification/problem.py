"""What is wrong, where, and what to do: written for the person who mends it, who is not a programmer."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import yaml

from knowledge.facts import DisciplineFact, WindowFact


class Complaint(NamedTuple):
    """What a check says of one fact or notice; `clause` where it concerns one clause of the notice."""

    message: str
    clause: str | None = None


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: notice, file and line (None where it cannot be told), clause, fact, message."""

    notice_id: str
    file: str
    line: int | None
    clause: str | None
    fact: str
    message: str

    def __str__(self) -> str:
        where = f"knowledge/notices/{self.notice_id}/{self.file}" + (f":{self.line}" if self.line else "")
        clause = f" [{self.clause}]" if self.clause else ""
        return f"{where}:{clause} {self.fact}: {self.message}"


def label(fact: object) -> str:
    """Call a fact by what it is about."""
    names = ("organisation", "occupation", "level", "check", "key", "topic", "rule", "about", "way")
    parts = [getattr(fact, name, None) for name in names]
    if isinstance(fact, WindowFact):
        parts.append(fact.application.text)
    if isinstance(fact, DisciplineFact):
        parts.append(fact.conduct[:20])
    return " ".join(str(part) for part in parts if part) or type(fact).__name__


def line_of_entry(file: Path, index: int) -> int | None:
    """The line on which the entry of a YAML list begins, counted from 1."""
    try:
        root = yaml.compose(file.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError):
        return None
    if not isinstance(root, yaml.SequenceNode) or index >= len(root.value):
        return None
    return int(root.value[index].start_mark.line) + 1


def line_of_text(file: Path, text: str) -> int | None:
    """The first line of a file that holds the text, counted from 1."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except OSError:
        return None
    return next((number for number, line in enumerate(lines, start=1) if text in line), None)
