"""One thing that two places say differently, as a check finds it."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.facts.differences import Check


@dataclass(frozen=True)
class Finding:
    """`key` names it within its check; `notices` are the ids concerned; `clause` is one of the first's."""

    check: Check
    key: str
    notices: frozenset[str]
    clause: str
    message: str
