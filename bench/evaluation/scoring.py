"""One turn's reply against what is expected of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import opencc

from bench.evaluation.data import Turn
from knowledge.clause_path import is_under
from knowledge.figures import figures, unsupported

Citation = Mapping[str, Any]
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_KINDS = (
    ("web address", re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/.*)?|https?:.*")),
    ("code", re.compile(r"\d-\d{2}-\d{2}-\w{2}")),
    ("telephone", re.compile(r"\d{3,4}-\d{7,8}|\d{7,12}|\d{3}-\d{3}-\d{4}")),
    ("day", re.compile(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日|\d{4}-\d{2}-\d{2}")),
    ("time", re.compile(r"\d{1,2}:\d{2}")),
    ("share", re.compile(r"\d+(?:\.\d+)?%")),
    ("year", re.compile(r"20\d{2}年?")),
)
_AMOUNT = r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百千]+)"
_MONEY = frozenset(["fee", "retake_fee", "payment"])


@dataclass(frozen=True)
class Reply:
    """What came back for a message. `topics` are those that the dialogue engine settled on; None: not looked at."""

    status: str
    messages: tuple[Mapping[str, Any], ...] = ()
    topics: tuple[str, ...] | None = None
    ms: float = 0.0

    @property
    def text(self) -> str:
        """Everything that is said."""
        return "\n".join(str(one["text"]) for one in self.messages)

    @property
    def citations(self) -> list[Citation]:
        """The citations of all messages."""
        return [citation for one in self.messages for citation in one["citations"]]


@dataclass(frozen=True)
class Verdict:
    """A judged turn. `missed` says in words what is not as expected; empty: right."""

    turn: Turn
    reply: Reply
    missed: tuple[str, ...]
    wrong_figure: bool
    unsourced: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Whether everything is as expected, and every figure has a source."""
        return not self.missed and not self.unsourced


def score(turn: Turn, reply: Reply) -> Verdict:
    """Judge the reply to a turn."""
    return Verdict(
        turn=turn,
        reply=reply,
        missed=tuple(_missed(turn, reply)),
        wrong_figure=_has_wrong_figure(turn, reply),
        unsourced=tuple(_unsourced(turn, reply)),
    )


def score_both(first: Turn, second: Turn, reply: Reply) -> Verdict:
    """Judge the reply to two questions in one message: right where both expectations hold.

    A figure that one question must not get may be what the other asks for, and where the statuses differ the reply
    has one for both, or says that a part stayed open.
    """
    allowed = (*first.status, *second.status)
    if set(first.status) != set(second.status):
        allowed += ("partial",)
    verdicts = [score(_beside(one, other, allowed), reply) for one, other in ((first, second), (second, first))]
    return Verdict(
        turn=verdicts[0].turn,
        reply=reply,
        missed=tuple(dict.fromkeys(missed for one in verdicts for missed in one.missed)),
        wrong_figure=any(one.wrong_figure for one in verdicts),
        unsourced=verdicts[0].unsourced,
    )


def _beside(one: Turn, other: Turn, allowed: tuple[str, ...]) -> Turn:
    not_figures = tuple(figure for figure in one.not_figures if figure not in other.figures)
    return one.model_copy(update={"status": allowed, "not_figures": not_figures})


def plain(text: str) -> str:
    """NFKC without white space and without the commas that part thousands: the form in which figures are compared."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", _THOUSANDS.sub("", text)))


def stands(figure: str, text: str) -> bool:
    """Whether the figure stands in the text, not as a part of a longer number."""
    wanted = plain(figure)
    before = r"(?<![\d.])" if wanted[0].isdigit() else ""
    after = r"(?!\d|\.\d)" if wanted[-1].isdigit() else ""
    return re.search(f"{before}{re.escape(wanted)}{after}", plain(text)) is not None


def is_cited(turn: Turn, citation: Citation) -> bool:
    """Whether one citation meets all that is expected of a source."""
    return (
        turn.notice in (None, citation["notice_id"])
        and (turn.clause is None or is_under(turn.clause, str(citation["clause"])))
        and turn.cited_status in (None, citation["status"])
    )


def kind_of(figure: str) -> str | None:
    """What sort of figure it is: day, time, telephone …; None for plain numbers and for words."""
    wanted = plain(figure).lower()
    return next((kind for kind, form in _KINDS if form.fullmatch(wanted)), None)


def unit_of(figure: str, topics: Sequence[str]) -> str | None:
    """What a number counts: 课时 of 40课时; a bare number is a sum of money where that is asked for."""
    if re.fullmatch(r"\d+(?:\.\d+)?", plain(figure)):
        return "元" if _MONEY.intersection(topics) else None
    match = re.fullmatch(rf"{_AMOUNT}(\D{{1,3}})", plain(figure))
    return match.group(1) if match else None


def _missed(turn: Turn, reply: Reply) -> Iterator[str]:
    if turn.status and reply.status not in turn.status:
        yield f"status {reply.status}, not {'/'.join(turn.status)}"
    yield from (f"figure {one} missing" for one in turn.figures if not stands(one, reply.text))
    yield from (f"figure {one} printed" for one in turn.not_figures if stands(one, reply.text))
    sourced = turn.notice or turn.clause or turn.cited_status
    if sourced and not any(is_cited(turn, one) for one in reply.citations):
        parts = (turn.notice, turn.clause, turn.cited_status)
        yield f"no citation of {' '.join(one for one in parts if one)}"


def _has_wrong_figure(turn: Turn, reply: Reply) -> bool:
    """A figure that must not be there; or an answer that prints others of the same sort in place of those expected."""
    if any(stands(one, reply.text) for one in turn.not_figures):
        return True
    missing = [one for one in turn.figures if not stands(one, reply.text)]
    if not missing or reply.status != "answered":
        return False
    return any(_others(one, turn, reply.text) for one in missing)


def _others(missing: str, turn: Turn, text: str) -> set[str]:
    """The figures of the same sort or unit as a missing one that are printed, expected by none and not typed."""
    kind, unit = kind_of(missing), unit_of(missing, turn.topics)
    if kind and unit != "元":  # 2000 may be a sum or a year
        printed = {one.text for one in figures(text) if kind_of(one.text) == kind}
    elif unit:
        printed = set(re.findall(rf"(?<![\d.]){_AMOUNT}{re.escape(unit)}", plain(text)))
    else:
        return set()
    known = (*turn.figures, turn.say)
    return {one for one in printed if not any(stands(one.removesuffix(unit or ""), it) for it in known)}


def _unsourced(turn: Turn, reply: Reply) -> Iterator[str]:
    """The figures that stand in no quote, in nothing worked out, and not in the person's words (三級 names 三级)."""
    said = [turn.say, str(_to_simplified().convert(turn.say))]
    for one in reply.messages:
        sources = [str(citation["quote"]) for citation in one["citations"]]
        sources += [str(part) for computed in one["computed"] for part in computed.values()]
        yield from (figure.text for figure in unsupported(str(one["text"]), [*sources, *said]))


@cache
def _to_simplified() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")
