"""Search: three rankings fused, boosted by what the question is about, twins merged, confidence attached."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import cached_property, lru_cache

from knowledge.lexicon.matching import Mention
from knowledge.library import Library
from knowledge.models import Citation, NoticeStatus, Source
from knowledge.validity import SHANGHAI, day_of
from retrieval.analysis import bigrams, content_words, everyday_words, ngrams, normalise, official_words, synonyms
from retrieval.corpus import Entry
from retrieval.index import Index, Wanted, open_index
from retrieval.passages import Passage
from retrieval.settings import RetrievalSettings

_KEPT = 8_192  # passages whose n-grams need not be cut again
_KEPT_CHOICES = 256
_KEPT_DAYS = 64
_Grams = Sequence[tuple[str, float]]


@dataclass(frozen=True)
class Query:
    """A question understood: its normalised text and whom it names.

    `content` is what is left to look for, levels among it, for rows of tables name them; `asked` leaves them out.
    """

    text: str
    normalised: str
    content: str
    asked: str
    organisation: str | None = None
    occupation: str | None = None
    level: int | None = None


@dataclass(frozen=True)
class Hit:
    """A passage found. `confidence` is 0…1; `parts` says which ranking put it where (rank from 1)."""

    passage: Passage
    score: float
    confidence: float
    status: NoticeStatus
    boost: float
    parts: dict[str, int] = field(default_factory=dict)
    twins: tuple[str, ...] = ()


class Searcher:
    """Searches one opened index."""

    def __init__(self, library: Library, settings: RetrievalSettings, index: Index | None = None) -> None:
        self.library, self.settings = library, settings
        self.index = index or open_index(library, settings)
        self._grams = lru_cache(_KEPT)(lambda number: frozenset(ngrams(self.index.passages[number].indexed)))
        self._size = len(self.index.passages)
        # Of a large corpus each takes milliseconds, and many searches narrow alike.
        self._meant = lru_cache(_KEPT_CHOICES)(self._choose)
        self._in_force = lru_cache(_KEPT_DAYS)(self._now_in_force)
        self._asked = lru_cache(_KEPT_CHOICES)(self._weigh)

    def understand(self, text: str, about: str | None = None) -> Query:
        """Find the names in the question and take them out of what is searched for.

        Where the search stays within notices `about` one occupation, only that name goes: the others are content.
        """
        normalised = normalise(text)
        mentions = self.library.lexicon.matcher.find(normalised)
        if about is not None:
            mentions = [one for one in mentions if one.value == about]
        named = {one.kind: one.value for one in reversed(mentions)}
        occupation = named.get("occupation")
        if occupation is None and "code" in named and self.library.lexicon.knows_code(named["code"]):
            occupation = self.library.lexicon.occupation(named["code"]).name
        return Query(
            text=text,
            normalised=normalised,
            content=_without(normalised, [one for one in mentions if one.kind != "level"]),
            asked=_without(normalised, mentions),
            organisation=named.get("organisation"),
            occupation=occupation,
            level=int(named["level"]) if "level" in named else None,
        )

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
        within = self._within(query, as_of, notices, year)
        ranks = self.index.rank(self.wanted(query), self.settings.candidates, within, topic)
        hits = [self._hit(i, score, query, as_of, ranks) for i, score in self._fuse(ranks).items()]
        hits.sort(key=lambda hit: (-hit.score, hit.passage.notice_id, hit.passage.clause, hit.passage.line))
        return _merge_twins(hits)[:limit]

    def wanted(self, query: Query) -> Wanted:
        """What to look for, in the words of the notices too."""
        text = query.content or query.normalised
        text = " ".join([text, *official_words(text)])
        return Wanted(content_words(text), bigrams(_squeezed(text)), self.index.encoder.encode([text]))

    def _within(
        self, query: Query, as_of: datetime, notices: frozenset[str] | None, year: int | None
    ) -> frozenset[str] | None:
        """The notices to look in: of a large corpus those alone that can be meant, as far as there are any."""
        if notices is None and year is None and self._size <= self.settings.narrow_from:
            return None
        return self._meant(query.organisation, query.occupation, self._since(day_of(as_of)), notices, year)

    def _choose(
        self,
        organisation: str | None,
        occupation: str | None,
        day: date,
        notices: frozenset[str] | None,
        year: int | None,
    ) -> frozenset[str]:
        entries: Sequence[Entry] = self.index.entries
        if notices is not None or year is not None:
            entries = [
                one
                for one in entries
                if (notices is None or one.notice_id in notices) and (year is None or one.year == year)
            ]
        if sum(one.passages for one in entries) > self.settings.narrow_from:
            entries = [one for one in entries if _is_about(one, organisation, occupation)] or entries
            in_force = self._in_force(day)
            entries = [one for one in entries if one.notice_id in in_force] or entries
        return frozenset(one.notice_id for one in entries)

    def _since(self, day: date) -> date:
        """Since when the same notices are in force as on that day."""
        at = bisect_right(self._changes, day)
        return self._changes[at - 1] if at else date.min + timedelta(days=1)

    @cached_property
    def _changes(self) -> list[date]:
        """The days on which a notice comes into force or is in force no longer."""
        fronts = [one.notice.front for one in self.library.holdings]
        ends = {one.in_force_until + timedelta(days=1) for one in fronts}
        return sorted({one.in_force_from for one in fronts} | ends)

    def _now_in_force(self, day: date) -> frozenset[str]:
        moment = datetime.combine(day, time(), SHANGHAI)
        names = [one.notice_id for one in self.index.entries]
        return frozenset(one for one in names if self._status(one, moment) in ("current", "upcoming"))

    def _status(self, notice_id: str, as_of: datetime) -> NoticeStatus:
        return self.library.status(self.library.notice(notice_id).front, as_of)

    def cite(self, passage: Passage, as_of: datetime) -> Citation:
        """The passage as a citation."""
        return self.library.cite(passage.notice_id, Source(clause=passage.clause, quote=passage.quote), as_of)

    def _fuse(self, ranks: dict[str, dict[int, int]]) -> dict[int, float]:
        fused: dict[int, float] = {}
        for name, ranking in ranks.items():
            weight = self.settings.dense_weight if name == "dense" else 1.0
            for i, rank in ranking.items():
                fused[i] = fused.get(i, 0.0) + weight / (self.settings.rrf_k + rank)
        return fused

    def _hit(self, i: int, score: float, query: Query, as_of: datetime, ranks: dict[str, dict[int, int]]) -> Hit:
        passage = self.index.passages[i]
        status = self._status(passage.notice_id, as_of)
        coverage = self._coverage(query, self._grams(i))
        boost = self._boost(passage, status, query)
        return Hit(
            passage=passage,
            score=score * boost * (0.5 + coverage),
            confidence=coverage,
            status=status,
            boost=boost,
            parts={name: ranking[i] for name, ranking in ranks.items() if i in ranking},
        )

    def _boost(self, passage: Passage, status: NoticeStatus, query: Query) -> float:
        boost = self.settings.boost_status[status]
        if query.organisation and passage.kind == "organisation":
            boost *= self._fit(query.organisation == passage.organisation)
        if query.occupation and passage.occupations:
            boost *= self._fit(query.occupation in passage.occupations)
        return boost

    def _fit(self, same: bool) -> float:
        return self.settings.boost_subject if same else self.settings.boost_other_subject

    def coverage_by(self, query: Query, text: str) -> float:
        """Share of the question's content that any text speaks of, as for a passage."""
        return self._coverage(query, frozenset(ngrams(text)))

    def asked_words(self, query: Query) -> list[str]:
        """The words that carry the question: what a passage must speak of to answer it."""
        return list(dict.fromkeys([*content_words(query.asked), *everyday_words(query.asked)]))

    def _coverage(self, query: Query, spoken: frozenset[str]) -> float:
        """Share of the question's content, weighted by rarity, that the passage speaks of.

        Words of asking do not count; a word counts by those of its bigrams that the passage has, so that
        带手机 is covered by 手机 and a word that no notice knows weighs fully against the passage. An everyday word
        is covered by what the notices call it.
        """
        weights, ways = self._asked(query)
        if not weights:
            return 0.0
        covered = [max(_share(grams, spoken) for grams in each) for each in ways]
        return sum(share * weight for share, weight in zip(covered, weights, strict=False)) / sum(weights)

    def _weigh(self, query: Query) -> tuple[Sequence[float], Sequence[Sequence[_Grams]]]:
        """What each asked word weighs, and the bigrams of each way to say it with their weights."""
        terms = self.asked_words(query)
        weights = [sum(self._weight(gram) for gram in bigrams(term)) * _share_of(term) for term in terms]
        if terms and all(len(term) == 1 for term in terms):
            weights = [*weights, self._unknown]  # single characters alone prove little
        ways = [
            [[(gram, self._weight(gram)) for gram in bigrams(one)] for one in (term, *synonyms().get(term, ()))]
            for term in terms
        ]
        return weights, ways

    def _weight(self, gram: str) -> float:
        seen = self.index.frequencies.get(gram)
        return math.log(1 + self._size / seen) if seen else self._unknown

    @property
    def _unknown(self) -> float:
        return self.settings.unknown_word_weight


def _is_about(one: Entry, organisation: str | None, occupation: str | None) -> bool:
    """Whether a notice is of the organisation and about the occupation that are named, or of an authority."""
    if organisation and one.kind == "organisation" and one.organisation != organisation:
        return False
    return not (occupation and one.occupations) or occupation in one.occupations


def _share(grams: _Grams, spoken: frozenset[str]) -> float:
    total = sum(weight for _, weight in grams)
    return sum(weight for gram, weight in grams if gram in spoken) / total if total else 0.0


def _share_of(term: str) -> float:
    """A single 汉字 stands in many words and says less than a word."""
    return 0.3 if len(term) == 1 else 1.0


def _without(text: str, mentions: list[Mention]) -> str:
    for mention in reversed(mentions):
        text = f"{text[: mention.start]} {text[mention.end :]}"
    return text.strip()


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
        chosen = min(group, key=lambda hit: (-hit.boost, hit.passage.notice_id))
        twins = tuple(hit.passage.notice_id for hit in group if hit is not chosen)
        merged.append(replace(chosen, score=group[0].score, twins=twins))
    return merged
