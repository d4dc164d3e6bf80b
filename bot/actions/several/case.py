"""The pieces of one message that tell one person's case, or ask about it, are one question: its facts are judged together."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.actions.answers.catalogue.held import asks_whether_level
from bot.actions.clause_marks import BREAK
from bot.actions.several.clauses import SUBJECTS, Naming
from bot.actions.several.words import asked_for, asks
from bot.actions.situation.people import RELATED, whose_turn

Telling = Callable[[str], bool]
"""Whether a text tells anything of a person that a condition looks at."""

_VERDICT = frozenset(("eligibility", "levels"))
# 能报到哪一级, 最早哪年能报: asked of oneself, whatever else the words could ask for.
_ASKS_VERDICT = re.compile(
    r"[报考申够上到][^,]{0,4}(?:几|哪|什么|啥)一?个?等?级|够格|够条件|(?:最[早快]|几几年|哪[一]?年|早点|快点|快一点)[^,]{0,12}(?:[报考够]|啥时|什么时候|何时|有没有)|有没有[^,]{0,3}快一?点"
)
# 听说职业培训师有四级: whether a level is there, and not whether one may take it.
_HEARD_OF = re.compile(r"(?:听说|据说|说是?)[^,，。]{0,12}有[一二三四五1-5]级$")
# 那段算不算, 前面的作废了吗: of what was told, and not of marks or papers.
_COUNTS = re.compile(
    r"(?:前面|以前|之前|早先|当[初年]|那[几段份年些个]|这[几段份年些个]|年[头限数])[^,]{0,10}(?:算|作废|认|作数|过期)"
)

# 那我呢，我做人事八年了: whom the rest is about.
_BEGINS_OF = re.compile(rf"(?:那么?|还有|至于)?(?:我|[他她]|(?:我的?)?(?:{RELATED}))(?:自己|本人)?(?:的话|呢)?")


@dataclass(frozen=True)
class _Piece:
    text: str
    whose: str | None
    subjects: frozenset[tuple[str, str]]
    tells: bool
    asks_verdict: bool
    asks_else: bool


def of_one_case(pieces: Sequence[str], naming: Naming, tells: Telling) -> list[str]:
    """The pieces, with those in a row joined that belong to one case.

    What asks for anything else, tells of somebody else or names another occupation stays a piece of its own.
    """
    if len(pieces) < 2:
        return list(pieces)
    found: list[str] = []
    run: list[_Piece] = []
    for one in (_read(piece, naming, tells) for piece in pieces):
        if one.asks_else or (run and not _is_same_case(run, one)):
            found += _joined(run)
            run = []
        if one.asks_else:
            found.append(one.text)
        else:
            run.append(one)
    return found + _joined(run)


def _read(piece: str, naming: Naming, tells: Telling) -> _Piece:
    asking = [one for one in BREAK.split(piece) if one and asks(one)]
    verdicts = [one for one in asking if _ASKS_VERDICT.search(one) or asked_for(one) & _VERDICT]
    kinds = frozenset().union(
        *(asked_for(one) for one in asking if one not in verdicts and not _COUNTS.search(one))
    )
    return _Piece(
        piece,
        whose_turn(piece),
        frozenset((str(one["entity"]), str(one["value"])) for one in naming(piece) if one["entity"] in SUBJECTS),
        tells(piece),
        bool(verdicts),
        bool(kinds)
        or any(_HEARD_OF.search(one) for one in BREAK.split(piece))
        or any(asks_whether_level(one) for one in asking),
    )


def _is_same_case(run: Sequence[_Piece], new: _Piece) -> bool:
    whose = next((one.whose for one in reversed(run) if one.whose), "self")
    known = {one for piece in run for one in piece.subjects}
    sorts = {sort for sort, _ in known}
    other = any(sort in sorts and (sort, name) not in known for sort, name in new.subjects)
    return (new.whose or whose) == whose and not other


def _joined(run: Sequence[_Piece]) -> list[str]:
    """From the first piece that tells or asks of the case to the last, as one; the rest as they are."""
    of_case = [index for index, one in enumerate(run) if one.tells or one.asks_verdict]
    texts = [one.text for one in run]
    if not (any(one.tells for one in run) and any(one.asks_verdict for one in run)):
        return texts
    first, last = of_case[0], of_case[-1] + 1
    while first and _BEGINS_OF.fullmatch(texts[first - 1]):
        first -= 1
    return [*texts[:first], ",".join(texts[first:last]), *texts[last:]]
