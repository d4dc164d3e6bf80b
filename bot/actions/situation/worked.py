"""All that a message tells of the work in the field: by its days where it names them, else by its length."""

from __future__ import annotations

from dataclasses import dataclass

from bot.actions.situation.heard import Heard
from bot.actions.situation.model import Stretch, reckoned
from bot.actions.situation.roughly import read_roughly
from bot.actions.situation.spans import Roughly
from bot.actions.situation.stretches import pieced, read_put_right, read_stretches
from bot.actions.situation.work import Told, lengths_told, paused, read_work_years

_YEAR = 12


@dataclass(frozen=True)
class Worked:
    """Years, the least where they are not exact; their bounds where there are some; the stretches, where days are told."""

    years: float | None = None
    roughly: Roughly | None = None
    stretches: tuple[Stretch, ...] | None = None


def read_work(heard: Heard) -> Worked:
    """What is told of the work."""
    if (dated := _by_days(heard)) is not None:
        return dated
    years = read_work_years(heard)
    return Worked(years, read_roughly(heard, years))


def _by_days(heard: Heard) -> Worked | None:
    stretches = () if read_put_right(heard) else read_stretches(heard)
    if not stretches:
        return None
    if stretches[0].start is None:
        return _reckoned(stretches) or Worked(stretches=stretches)
    found, totals = lengths_told(heard)
    first = heard.marked.find("\ue026")
    if len(stretches) == 1 and stretches[0].goes_on:
        pause = paused(heard)
        before = {one.months for one in found if one.place < first}
        if stretches[0].again and len(before) == 1:
            stretches = pieced(stretches, int(before.pop()))
            found = []
        elif pause is None:
            return None
        else:
            stretches = pieced(stretches, -pause)
            found = [] if pause else found
    elif totals:
        return None
    worked = _reckoned(stretches)
    if (
        worked is not None
        and len(stretches) == 1
        and stretches[0].goes_on
        and not _agree(worked, [*found, *totals])
    ):
        return None
    return worked


def _reckoned(stretches: tuple[Stretch, ...]) -> Worked | None:
    known = reckoned(stretches)
    return Worked(known["work_years"], known["work_roughly"], stretches) if known else None


def _agree(worked: Worked, told: list[Told]) -> bool:
    """六年 is six years and not yet seven: what else is told of the length is nothing else."""
    least = (worked.roughly.least if worked.roughly else worked.years or 0) * _YEAR
    most = (worked.roughly.most if worked.roughly else worked.years or 0) * _YEAR
    return all(
        one.months <= most + 1 and least < one.months + (1 if one.months % _YEAR else _YEAR) for one in told
    )
