"""Where editions lie, which one is in force, and the one lock under which that changes.

`var/knowledge/editions/<number>/` is complete by itself; `var/knowledge/current` is the pointer;
`var/knowledge/journal.jsonl` holds every move of it.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import yaml
from filelock import FileLock, Timeout
from pydantic import ValidationError

from knowledge.editions.durable import move_folder, replace_file
from knowledge.editions.errors import RefusedError
from knowledge.editions.models import EditionRecord, Move
from knowledge.errors import KnowledgeError
from knowledge.library import ROOT

_LOCK_SECONDS = 10
_SCRATCH = ".new-"


@dataclass(frozen=True)
class EditionStore:
    """The editions in `var`, over the shipped knowledge in `root`."""

    var: Path
    root: Path = ROOT

    @classmethod
    def from_environment(cls) -> EditionStore:
        """The editions in WENKAO_VAR, `var` where it is not set."""
        return cls(Path(os.environ.get("WENKAO_VAR", "var")))

    @property
    def folder(self) -> Path:
        """Everything that is written about editions."""
        return self.var / "knowledge"

    @property
    def pointer(self) -> Path:
        """The file that names the edition in force; missing as long as nothing was published."""
        return self.folder / "current"

    @property
    def journal(self) -> Path:
        """Every move of the pointer, oldest first, one JSON object a line."""
        return self.folder / "journal.jsonl"

    def current(self) -> int:
        """The number of the edition in force; 0 is the shipped knowledge alone. Raises KnowledgeError."""
        move = self.last_move()
        return move.number if move else 0

    def last_move(self) -> Move | None:
        """What the pointer says, None as long as nothing was published. Raises KnowledgeError."""
        try:
            return Move.model_validate_json(self.pointer.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        except ValueError as error:
            raise KnowledgeError(f"{self.pointer} 已损坏：请用 {self.journal} 的最后一行替换它的内容。") from error

    def overlay(self, number: int) -> Path | None:
        """The folder of an edition; None for 0. Raises KnowledgeError where there is none of that number."""
        if number == 0:
            return None
        folder = self._editions / str(number)
        if not (folder / "edition.yml").is_file():
            raise KnowledgeError(
                f"没有版本 {number}（{folder}）：python -m knowledge editions 列出已有的版本，rollback --to 可回到其中之一。"
            )
        return folder

    def records(self) -> list[EditionRecord]:
        """Every finished edition, oldest first. Raises KnowledgeError for one that cannot be read."""
        return [self._record(self._editions / str(number)) for number in self._numbers()]

    def record(self, number: int) -> EditionRecord | None:
        """What is written about an edition; None for 0. Raises KnowledgeError."""
        folder = self.overlay(number)
        return self._record(folder) if folder else None

    def next_number(self) -> int:
        """The number of the next edition: none is ever given twice."""
        return max([*self._numbers(), self.current()], default=0) + 1

    def moves(self) -> list[Move]:
        """Every move of the pointer, oldest first, also one that a crash kept out of the journal."""
        kept = self._journalled()
        last = self.last_move()
        return kept if last is None or kept[-1:] == [last] else [*kept, last]

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the lock under which the pointer moves. Raises RefusedError where another operator has it."""
        self._editions.mkdir(parents=True, exist_ok=True)
        try:
            with FileLock(self.folder / "lock", timeout=_LOCK_SECONDS):
                self._sweep()
                yield
        except Timeout as error:
            raise RefusedError("另一位操作员正在发布或撤回通知，请稍后再试。") from error

    @contextmanager
    def copy_of(self, base: int) -> Iterator[Path]:
        """A scratch copy of an edition's overlay to change and `add`; gone afterwards where it was not added."""
        self._editions.mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(dir=self._editions, prefix=_SCRATCH))
        try:
            if overlay := self.overlay(base):
                shutil.copytree(overlay, scratch, dirs_exist_ok=True)
            (scratch / "notices").mkdir(exist_ok=True)
            yield scratch
        finally:
            shutil.rmtree(scratch, ignore_errors=True)

    def add(self, scratch: Path, record: EditionRecord) -> None:
        """Make a scratch copy the edition of that number. It is not in force yet; hold the lock."""
        text = yaml.safe_dump(record.model_dump(mode="json"), allow_unicode=True, sort_keys=False)
        (scratch / "edition.yml").write_text(text, encoding="utf-8")
        scratch.chmod(0o755)  # a temporary folder is made for its owner alone
        move_folder(scratch, self._editions / str(record.number))

    def point(self, move: Move) -> None:
        """Put an edition in force, in one step; hold the lock. The journal follows, at the latest by the next move."""
        moves = self.moves()
        replace_file(self.pointer, move.model_dump_json() + "\n")
        replace_file(self.journal, "".join(one.model_dump_json() + "\n" for one in (*moves, move)))

    @property
    def _editions(self) -> Path:
        return self.folder / "editions"

    def _numbers(self) -> list[int]:
        found = self._editions.glob("*/edition.yml")
        return sorted(int(path.parent.name) for path in found if path.parent.name.isdigit())

    def _record(self, folder: Path) -> EditionRecord:
        try:
            return EditionRecord.model_validate(
                yaml.safe_load((folder / "edition.yml").read_text(encoding="utf-8"))
            )
        except (OSError, yaml.YAMLError, ValidationError) as error:
            raise KnowledgeError(f"{folder / 'edition.yml'} 无法读取：{error}") from error

    def _journalled(self) -> list[Move]:
        if not self.journal.exists():
            return []
        try:
            return [
                Move.model_validate_json(line) for line in self.journal.read_text(encoding="utf-8").splitlines()
            ]
        except ValueError as error:
            raise KnowledgeError(f"{self.journal} 已损坏：{error}") from error

    def _sweep(self) -> None:
        """Remove what an operator's process left behind when it was killed."""
        for folder in self._editions.glob(f"{_SCRATCH}*"):
            shutil.rmtree(folder, ignore_errors=True)
