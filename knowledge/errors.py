"""Errors of this layer; every message names the file or the notice and clause, and what to do."""

from __future__ import annotations


class KnowledgeError(ValueError):
    """A notice, a fact or the lexicon is malformed; loading stops."""


class IngestError(ValueError):
    """A file cannot be read as a notice: missing, damaged, encrypted, without text, or not of a known format."""


class UnknownNameError(LookupError):
    """A name resolves to nothing. `kind` is organisation or occupation; `nearest` are known official names."""

    def __init__(self, kind: str, name: str, nearest: tuple[str, ...]) -> None:
        self.kind, self.name, self.nearest = kind, name, nearest
        super().__init__(f"unknown {kind} {name!r}; nearest: {', '.join(nearest) or 'none'}")


class UnknownNoticeError(LookupError):
    """No notice, or no clause of it, under that name."""
