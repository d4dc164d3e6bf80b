"""Footnotes and endnotes of a Word file under the numbers that Word shows."""

from __future__ import annotations

from knowledge.ingest.readers.marks import mark_of, written
from knowledge.ingest.readers.word.package import Element, W, value


class NoteNumbers:
    """Counts the references in reading order; a section may start anew or at a number of its own."""

    def __init__(self, settings: Element | None, sections: list[Element]) -> None:
        self.starts = [_start(section, settings) for section in sections] or [1]
        self.restarts = [_restarts(section, settings) for section in sections] or [False]
        self.section = 0
        self.next = self.starts[0]
        self.names: dict[tuple[str, str], str] = {}

    def end_section(self) -> None:
        """Called behind the paragraph that closes a section."""
        self.section = min(self.section + 1, len(self.starts) - 1)
        if self.restarts[self.section]:
            self.next = self.starts[self.section]

    def reference(self, reference: Element, own_sign: str | None) -> str:
        """The mark of a reference, as `[^5]`; an endnote's is `[^尾1]`."""
        kind = "尾" if reference.tag == W + "endnoteReference" else ""
        key = (kind, reference.get(W + "id", ""))
        if key not in self.names:
            self.names[key] = self._unused(kind, own_sign)
        return written(self.names[key])

    def _unused(self, kind: str, own_sign: str | None) -> str:
        if own_sign:
            name = mark_of(own_sign) or "custom"
        elif kind:
            name = f"尾{1 + sum(other == kind for other, _ in self.names)}"
        else:
            name = str(self.next)
            self.next += 1
        used = [one for one in self.names.values() if one == name or one.startswith(f"{name}_")]
        return f"{name}_{len(used) + 1}" if used else name


def _start(section: Element, settings: Element | None) -> int:
    own = value(section, "footnotePr", "numStart") or value(settings, "footnotePr", "numStart")
    return int(own) if own else 1


def _restarts(section: Element, settings: Element | None) -> bool:
    return (
        value(section, "footnotePr", "numRestart") or value(settings, "footnotePr", "numRestart")
    ) == "eachSect"
