"""Search: three rankings fused, raised by what the question is about, twins merged, confidence attached."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

import numpy as np

from knowledge.library import Library
from knowledge.models import Citation, NoticeStatus, Source
from retrieval import query as questions
from retrieval.analysis import bigrams, content_words, official_words, with_months_in_digits
from retrieval.backend import SearchableIndex, open_index
from retrieval.confidence import NO_SIGNS, Signs, confidence_for, declined_vectors
from retrieval.coverage import Coverage, asked_words
from retrieval.opened import Wanted
from retrieval.passages import Passage
from retrieval.query import Query
from retrieval.scope import Scope
from retrieval.settings import RetrievalSettings
from retrieval.static_model import Vectors


@dataclass(frozen=True)
class Hit:
    """A passage found. `confidence` is how likely it answers, 0…1; `parts` says which ranking put it where (rank from 1)."""

    passage: Passage
    score: float
    status: NoticeStatus
    bonus: float
    signs: Signs = NO_SIGNS
    confidence: float = 0.0
    parts: dict[str, int] = field(default_factory=dict)
    twins: tuple[str, ...] = ()


class Searcher:
    """Searches one opened index."""

    def __init__(
        self, library: Library, settings: RetrievalSettings, index: SearchableIndex | None = None
    ) -> None:
        self.library, self.settings = library, settings
        self.index = index or open_index(library, settings)
        self._confidence = confidence_for(settings)
        self._declined = declined_vectors(self.index.encoder, settings)
        self._scope = Scope(library, self.index.entries, settings)
        self.coverage = Coverage(self.index.frequencies, len(self.index.passages), settings.unknown_word_weight)

    def understand(self, text: str, about: str | None = None) -> Query:
        """The question with its names apart; `about`: see `retrieval.query.understand`."""
        return questions.understand(self.library, text, about)

    def search(
        self,
        query: Query,
        as_of: datetime,
        limit: int = 10,
        notices: frozenset[str] | None = None,
        year: int | None = None,
        topic: str | None = None,
    ) -> list[Hit]:
        """The best passages, best first, twins of other notices merged; notices, year and topic filter."""
        within = self._scope.notices(query, as_of, notices, year)
        found = self.index.rank(self.wanted(query), self.settings.candidates, within, topic)
        ranks = {name: {i: rank for rank, i in enumerate(each, start=1)} for name, each in found.items()}
        hits = [
            self._hit(i, score, query, as_of, {name: each[i] for name, each in ranks.items() if i in each})
            for i, score in self._fuse(found).items()
        ]
        hits.sort(key=lambda hit: (-hit.score, hit.passage.notice_id, hit.passage.clause, hit.passage.line))
        return self._judge(query, _merge_twins(hits), limit)

    def wanted(self, query: Query) -> Wanted:
        """What to look for; the words of the notices too where words are compared."""
        text, whole = (with_months_in_digits(one) for one in (query.content or query.normalised, query.normalised))
        both = " ".join([text, *official_words(text)])
        return Wanted(content_words(both), bigrams(_squeezed(both)), self._vector(text, whole))

    def _vector(self, text: str, whole: str) -> Vectors:
        """Between the question with the names and the one without: a name may say what is asked, or only where."""
        vector: Vectors = self.index.encoder.encode([text, whole]).sum(axis=0, keepdims=True)
        vector /= np.linalg.norm(vector) or 1.0
        return vector

    def _status(self, notice_id: str, as_of: datetime) -> NoticeStatus:
        return self.library.status(self.library.notice(notice_id).front, as_of)

    def cite(self, passage: Passage, as_of: datetime) -> Citation:
        """The passage as a citation."""
        return self.library.cite(passage.notice_id, Source(clause=passage.clause, quote=passage.quote), as_of)

    def _fuse(self, found: dict[str, dict[int, float]]) -> dict[int, float]:
        """By passage, its cosine and its share of the best score of each BM25 ranking, weighted.

        A passage that is not among the nearest is taken to be as near as the last of them.
        """
        cosines = found["dense"]
        least = min(cosines.values(), default=0.0)
        fused = {i: cosines.get(i, least) for one in found.values() for i in one}
        for name in ("words", "bigrams"):
            best = max(found[name].values(), default=1.0)
            for i, score in found[name].items():
                fused[i] += self.settings.lexical_weight * score / best
        return fused

    def _hit(self, i: int, score: float, query: Query, as_of: datetime, parts: dict[str, int]) -> Hit:
        passage = self.index.passages[i]
        status = self._status(passage.notice_id, as_of)
        bonus = self._bonus(passage, status, query)
        return Hit(
            passage=passage,
            score=score + bonus,
            status=status,
            bonus=bonus,
            parts=parts,
        )

    def _judge(self, query: Query, hits: list[Hit], limit: int) -> list[Hit]:
        """The first hits with the confidence that each answers."""
        text = query.content or query.normalised
        declined = float((self._declined @ self.index.encoder.encode([text])[0]).max())
        asks = bool(asked_words(query))  # a bare name asks nothing that a passage could answer
        scores = [hit.score for hit in hits[:2]]
        judged = []
        for i, hit in enumerate(hits[:limit]):
            others = scores[1:] if i == 0 else scores[:1]
            signs = Signs(hit.score - hit.bonus, hit.score - max(others, default=0.0), declined, hit.bonus)
            judged.append(replace(hit, signs=signs, confidence=self._confidence.of(signs) if asks else 0.0))
        return judged

    def _bonus(self, passage: Passage, status: NoticeStatus, query: Query) -> float:
        bonus = self.settings.status_bonus[status]
        if query.organisation and passage.kind == "organisation":
            bonus += self._fit(query.organisation == passage.organisation)
        if query.occupation and passage.occupations:
            bonus += self._fit(query.occupation in passage.occupations)
        if query.level and passage.levels:
            bonus += (
                self.settings.level_bonus if query.level in passage.levels else self.settings.other_level_bonus
            )
        return bonus

    def _fit(self, same: bool) -> float:
        return self.settings.subject_bonus if same else self.settings.other_subject_bonus


def _squeezed(text: str) -> str:
    """Only the content words, so that bigrams of asking (怎么, 多少) do not count."""
    return " ".join(content_words(text))


def _merge_twins(hits: list[Hit]) -> list[Hit]:
    """One hit for text that several notices share: the one in force, or of the named organisation, at its best rank."""
    groups: dict[str, list[Hit]] = {}
    for hit in hits:
        groups.setdefault(hit.passage.twin_key, []).append(hit)
    merged = []
    for group in groups.values():
        if len(group) == 1:
            merged += group
            continue
        chosen = min(group, key=lambda hit: (-hit.bonus, hit.passage.notice_id))
        twins = tuple(hit.passage.notice_id for hit in group if hit.passage.notice_id != chosen.passage.notice_id)
        merged.append(replace(chosen, score=group[0].score, twins=twins))
    return merged
