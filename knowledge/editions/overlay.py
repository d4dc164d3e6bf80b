"""Reading an edition: the shipped notices and names with what was published and withdrawn over them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import TypeAdapter

from knowledge.editions.models import Withdrawal
from knowledge.editions.names import FILES, read_additions, with_additions
from knowledge.editions.store import EditionStore
from knowledge.errors import KnowledgeError
from knowledge.lexicon.lexicon import Lexicon, load_lexicon
from knowledge.library import Library, assemble_library
from knowledge.verification import verify

WITHDRAWN = "withdrawn.yml"


@dataclass(frozen=True)
class Edition:
    """The whole of the knowledge at one time. `fingerprint` is the SHA-256 of all its files."""

    number: int
    fingerprint: str
    library: Library


def open_edition(store: EditionStore, number: int | None = None) -> Edition:
    """The edition in force, or that of a number, verified.

    Raises:
        KnowledgeError: something is malformed, or facts that the notices do not bear out; lists every problem.
    """
    wanted = store.current() if number is None else number
    overlay = store.overlay(wanted)
    library = load_overlaid(store.root, overlay)
    if problems := [str(problem) for problem in verify(library)]:
        if wanted:
            problems.append(
                f"以上问题出在版本 {wanted}：更正后重新发布，或用 python -m knowledge rollback 回到较早的版本。"
            )
        raise KnowledgeError("\n".join(problems))
    return Edition(wanted, fingerprint(store.root, overlay), library)


def current_library(var: Path | None = None) -> Library:
    """The verified library of the edition in force in `var` (WENKAO_VAR where not given). Raises KnowledgeError."""
    store = EditionStore(var) if var else EditionStore.from_environment()
    return open_edition(store).library


def load_overlaid(root: Path, overlay: Path | None) -> Library:
    """The shipped knowledge under an overlay, not verified. Raises KnowledgeError."""
    folders = notice_folders(root, overlay)
    if not folders:
        raise KnowledgeError(f"{root / 'notices'}：没有任何通知，至少要有一份。")
    return assemble_library(_lexicon(root, overlay), folders.values())


def notice_folders(root: Path, overlay: Path | None) -> dict[str, Path]:
    """The folder of each notice by id: a published one goes before a shipped one, a withdrawn one is left out."""
    roots = (root, overlay) if overlay else (root,)
    folders = {file.parent.name: file.parent for one in roots for file in sorted(one.glob("notices/*/notice.md"))}
    for one in withdrawals(overlay):
        folders.pop(one.id, None)
    return folders


def withdrawals(overlay: Path | None) -> tuple[Withdrawal, ...]:
    """The notices that the overlay withdraws. Raises KnowledgeError."""
    file = overlay / WITHDRAWN if overlay else None
    if file is None or not file.is_file():
        return ()
    try:
        raw = yaml.safe_load(file.read_text(encoding="utf-8"))
        return TypeAdapter(tuple[Withdrawal, ...]).validate_python(raw)
    except (yaml.YAMLError, ValueError) as error:
        raise KnowledgeError(f"{file}: {error}") from error


def fingerprint(root: Path, overlay: Path | None) -> str:
    """SHA-256 over the names and contents of all files that make up the knowledge, in a fixed order."""
    files = {
        f"notices/{notice_id}/{path.relative_to(folder)}": path
        for notice_id, folder in notice_folders(root, overlay).items()
        for path in folder.rglob("*")
        if path.is_file()
    }
    files |= {f"lexicon/{path.name}": path for path in (root / "lexicon").glob("*.yml")}
    if overlay:
        files |= {f"added/{name}": path for name in FILES if (path := overlay / "lexicon" / name).is_file()}
    return _digest(sorted(files.items()))


def _digest(files: Iterable[tuple[str, Path]]) -> str:
    total = hashlib.sha256()
    for name, path in files:
        total.update(f"{name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()


def _lexicon(root: Path, overlay: Path | None) -> Lexicon:
    lexicon = load_lexicon(root / "lexicon")
    return with_additions(lexicon, read_additions(overlay / "lexicon")) if overlay else lexicon
