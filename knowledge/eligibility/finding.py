"""What was found of one part of a condition, and how parts and candidates combine (Kleene's three values)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

Outcome = Literal["met", "not_met", "unknown"]
_LAST = date.max


@dataclass(frozen=True)
class Finding:
    """`earliest`: first day on which the part is met by what is known, if the applicant goes on working.

    `missing` names inputs, only where unknown. `said` and `assumed` are sentences without full stop.
    """

    outcome: Outcome
    said: tuple[str, ...]
    missing: tuple[str, ...] = ()
    earliest: date | None = None
    assumed: tuple[str, ...] = ()


def dated(earliest: date, as_of: date, met: str, not_yet: str, assumed: tuple[str, ...] = ()) -> Finding:
    """Met from a day on."""
    if earliest <= as_of:
        return Finding("met", (met,), earliest=earliest, assumed=assumed)
    return Finding("not_met", (not_yet,), earliest=earliest, assumed=assumed)


def never(said: str) -> Finding:
    """Not met, and time alone does not bring it."""
    return Finding("not_met", (said,))


def unknown(said: str, *missing: str, by: date | None = None) -> Finding:
    """Could be met: the missing inputs decide; it is met by that day at the latest, where there is one."""
    return Finding("unknown", (said,), missing, earliest=by)


def all_of(parts: Sequence[Finding]) -> Finding:
    """Every part is needed: one that is not met decides (nobody is asked for the rest then), then one unknown."""
    if len(parts) == 1:
        return parts[0]
    outcome = _first(("not_met", "unknown"), parts) or "met"
    days = [one.earliest for one in parts if one.earliest is not None]
    return Finding(
        outcome,
        said=tuple(said for one in parts if outcome != "not_met" or one.outcome != "unknown" for said in one.said),
        missing=missing_of(parts) if outcome == "unknown" else (),
        earliest=max(days) if len(days) == len(parts) else None,
        assumed=tuple(dict.fromkeys(said for one in parts for said in one.assumed)),
    )


def any_of(candidates: Sequence[Finding]) -> Finding:
    """One candidate is enough; what is said is said of the one that comes nearest. At least one candidate."""
    if len(candidates) == 1:
        return candidates[0]
    outcome = _first(("met", "unknown"), candidates) or "not_met"
    decisive = [one for one in candidates if one.outcome == outcome]
    nearest = min(decisive, key=lambda one: one.earliest or _LAST)
    days = [one.earliest for one in candidates if one.earliest is not None]
    return Finding(
        outcome,
        said=nearest.said,
        missing=missing_of(decisive) if outcome == "unknown" else (),
        earliest=min(days, default=None),
        assumed=nearest.assumed,
    )


def missing_of(findings: Iterable[Finding]) -> tuple[str, ...]:
    """Every missing input once, in order."""
    return tuple(dict.fromkeys(name for one in findings for name in one.missing))


def _first(outcomes: tuple[Outcome, ...], findings: Sequence[Finding]) -> Outcome | None:
    found = [one.outcome for one in findings]
    return next((wanted for wanted in outcomes if wanted in found), None)
