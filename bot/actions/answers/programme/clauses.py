"""The sentences of a programme's notice ranked by what a question speaks of.

A question is a set of concepts, and so is every part of a sentence between two commas. Each thing that is asked about
counts where it stands: most beside the other things asked about, less elsewhere in the sentence, least in the headings above;
what stands nowhere counts against the sentence. A rare thing counts more than a common one.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.actions.answers.programme.concepts import CONCEPTS, Concept
from knowledge.kept import kept
from knowledge.library import Library
from knowledge.models import Clause, Source

_SENTENCE = re.compile(r"[^。；]+[。；]?")
_STATES = re.compile(r"[。；]$")
_HEADING = 40  # characters up to which a clause's first line may be its heading
_WHO = re.compile(r"谁|(?:哪|什么|啥)(?:一?[个家级里]|些)?(?:级|层)?的?(?:单位|部门|机构|地方)?|归")
_BODY = re.compile(r"部门|局|中心|机构|考试院|单位")
_IN_SENTENCE, _IN_HEADING, _NOWHERE, _OTHER_PART, _SAYS_WHO = 0.75, 0.6, -0.7, -0.6, 0.4
_SURE = 0.62  # of the score that a sentence with everything asked about would have
_AS_GOOD = 0.02  # up to this much below the best, a sentence says it as well


@dataclass(frozen=True)
class _Sentence:
    """A sentence with the concepts of each of its parts, of the whole, and of the headings above."""

    source: Source
    parts: tuple[frozenset[Concept], ...]
    whole: frozenset[Concept]
    above: frozenset[Concept]


def best_sentences(library: Library, notice_id: str, text: str) -> tuple[Source, ...]:
    """What answers the question, at most two sentences; none where no sentence has most of what is asked about.

    Only a question with a concept that decides is ranked: the rest is answered by the typed facts.
    """
    asked = frozenset(one for one in CONCEPTS if one.said.search(text))
    if not any(one.decides for one in asked):
        return ()
    asks_who = bool(_WHO.search(text))
    sentences = _sentences(library, notice_id)
    weights = _weights(sentences)
    full = sum(weights[one] for one in asked)
    rated = [(_score(one, asked, weights, asks_who=asks_who), one) for one in sentences]
    best = max((score for score, _ in rated), default=0.0)
    if (len(asked) < 2 and not asks_who) or best < _SURE * full:
        return ()
    return tuple(one.source for score, one in rated if score >= best - _AS_GOOD)[:2]


def _score(one: _Sentence, asked: frozenset[Concept], weights: dict[Concept, float], *, asks_who: bool) -> float:
    return max(_score_of_part(one, part, asked, weights) for part in one.parts) + (
        _SAYS_WHO if asks_who and _BODY.search(one.source.quote) else 0.0
    )


def _score_of_part(
    one: _Sentence, part: frozenset[Concept], asked: frozenset[Concept], weights: dict[Concept, float]
) -> float:
    other_parts = [concept for concept in (one.whole | one.above) - asked if concept.part]
    return sum(weights[concept] * _place(one, part, concept) for concept in asked) + _OTHER_PART * len(other_parts)


def _place(one: _Sentence, part: frozenset[Concept], concept: Concept) -> float:
    if concept in part:
        return 1.0
    if concept in one.whole:
        return _IN_SENTENCE
    return _IN_HEADING if concept in one.above else _NOWHERE


def _weights(sentences: tuple[_Sentence, ...]) -> dict[Concept, float]:
    """How much a concept tells sentences apart."""
    total = len(sentences)
    return {
        one: math.log(1 + total / (1 + sum(one in sentence.whole for sentence in sentences))) for one in CONCEPTS
    }


@kept(4)
def _sentences(library: Library, notice_id: str) -> tuple[_Sentence, ...]:
    return tuple(_read(library, notice_id))


def _read(library: Library, notice_id: str) -> Iterator[_Sentence]:
    for path, clause in library.notice(notice_id).clauses.items():
        above = _concepts("".join(_headings(library, clause)))
        for line in clause.lines:
            for quote in (found.strip() for found in _SENTENCE.findall(line.text)):
                if _STATES.search(quote):
                    parts = tuple(_concepts(part) for part in quote.split("，"))
                    yield _Sentence(Source(clause=path, quote=quote), parts, _concepts(quote), above)


def _headings(library: Library, clause: Clause) -> Iterator[str]:
    for one in (clause, *library.lead(clause)):
        if one.lines and len(one.lines[0].text) < _HEADING:
            yield one.lines[0].text


def _concepts(text: str) -> frozenset[Concept]:
    return frozenset(one for one in CONCEPTS if one.written and one.written.search(text))
