"""Why nothing was published."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.errors import KnowledgeError


class RefusedError(KnowledgeError):
    """The edition in force stays; `details` are one sentence for each thing to mend, in Chinese."""

    def __init__(self, message: str, details: Sequence[str] = ()) -> None:
        self.details = tuple(details)
        super().__init__("\n".join([message, *self.details]))
