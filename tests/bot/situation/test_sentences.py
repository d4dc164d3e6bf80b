"""Sentences as people write them, each with the facts that it states: all of them are read, and no others."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.actions.situation import HeldCertificate, HeldTitle, Situation, Span
from knowledge.eligibility import Education
from knowledge.timespan import months_after

Read = Callable[..., Situation]
TODAY = date(2026, 6, 1)
SENTENCES = yaml.safe_load((Path(__file__).parent / "sentences.yml").read_text(encoding="utf-8"))
KEYS = {"say", "age", "birth", "work", "from", "under", "about", "unbroken", "held", "titles", "schools"}


@pytest.mark.parametrize("sentence", [pytest.param(one, id=one["say"]) for one in SENTENCES])
def test_what_is_stated_is_read_and_nothing_else(read: Read, sentence: dict[str, Any]) -> None:
    assert sentence.keys() <= KEYS
    told = read(sentence["say"])
    assert told.age == sentence.get("age")
    assert told.birth == (days(sentence["birth"]) if "birth" in sentence else None)
    assert told.work_years == pytest.approx(years(sentence))
    roughly(sentence, told)
    assert told.unbroken == sentence.get("unbroken")
    assert dateless(told.certificates) == entries(sentence, "held", certificate)
    assert dateless(told.titles) == entries(sentence, "titles", title)
    assert told.education == entries(sentence, "schools", school)
    for key, found in (("held", told.certificates), ("titles", told.titles)):
        for wanted, one in zip(stated(sentence, key), found or (), strict=True):
            obtained(wanted, one.issued)


def years(sentence: dict[str, Any]) -> float | None:
    """A bound alone (快五年, 大概三年) is no number of years; of a range the least is sure."""
    told = sentence.get("work", sentence.get("from"))
    if isinstance(told, str):
        return int(told.removesuffix(" m")) / 12
    return told


def roughly(sentence: dict[str, Any], told: Situation) -> None:
    """快五年 is under five years, 大概三年 may be more or less than three."""
    bounds = told.work_roughly
    told_so = any(key in sentence for key in ("from", "under", "about"))
    assert (bounds is not None) >= told_so
    if bounds is None or not told_so:  # a start in some year or month has bounds, too
        return
    assert bounds.said in sentence["say"]
    if "about" in sentence:
        assert bounds.least < sentence["about"] < bounds.most
    else:
        assert bounds.least == pytest.approx(sentence["from"]) if "from" in sentence else True
        assert sentence["under"] - 1 <= bounds.most < sentence["under"]


def stated(sentence: dict[str, Any], key: str) -> list[dict[str, Any]]:
    return [] if sentence.get(key, "none") == "none" else sentence[key]


def entries(sentence: dict[str, Any], key: str, made: Callable[[dict[str, Any]], Any]) -> tuple[Any, ...] | None:
    return tuple(made(one) for one in stated(sentence, key)) if key in sentence else None


def certificate(one: dict[str, Any]) -> HeldCertificate:
    return HeldCertificate(
        level=one["level"],
        occupation=one.get("occupation"),
        relation=one.get("relation", "same_or_related"),
        work_years_since=one.get("since"),
    )


def title(one: dict[str, Any]) -> HeldTitle:
    return HeldTitle(grade=one["grade"], relevant=one.get("relevant"), work_years_since=one.get("since"))


def school(one: dict[str, Any]) -> Education:
    return Education.model_validate({"major": "unknown", "status": "graduated"} | one)


def dateless(found: tuple[Any, ...] | None) -> tuple[Any, ...] | None:
    return None if found is None else tuple(one.model_copy(update={"issued": None}) for one in found)


def obtained(wanted: dict[str, Any], issued: Span | None) -> None:
    if "got_about" in wanted:
        assert issued is not None
        assert issued.start < wanted["got_about"] < issued.end
    else:
        assert issued == (days(wanted["got"]) if "got" in wanted else None)


def days(words: Any) -> Span:
    """All days of a year or a month, up to today; `N y` is N years ago and not yet N + 1."""
    if isinstance(words, list):
        return Span(start=date.fromisoformat(words[0]), end=date.fromisoformat(words[1]))
    if isinstance(words, str) and words.endswith(" y"):
        whole = int(words.removesuffix(" y"))
        return Span(
            start=months_after(TODAY, -12 * (whole + 1)) + timedelta(days=1), end=months_after(TODAY, -12 * whole)
        )
    parts = [int(one) for one in str(words).split("-")]
    first = date(*parts, *[1] * (3 - len(parts)))
    last = date(parts[0], 12, 31) if len(parts) == 1 else first
    if len(parts) == 2:
        last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    return Span(start=first, end=min(last, TODAY))
