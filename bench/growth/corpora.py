"""Corpora of any size from the five notices: the notices unchanged, then copies for other cities, organisations, years.

A copy is made when it is read, from its number alone: a million passages never lie in memory, and every run has the
same. A larger corpus begins with the notices of a smaller one.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import chain, islice
from pathlib import Path

from bench.growth.cities import CITIES
from bench.growth.wording import HOME, Wording
from knowledge.facts import NoticeFacts
from knowledge.library import Holding, Library
from knowledge.models import FrontMatter, Notice
from retrieval.corpus import Corpus, Entry, corpus_of
from retrieval.passages import Passage

SIZES = (1_000, 10_000, 100_000, 1_000_000)
SEED = 20260101
_NEWEST, _OLDEST = 2026, 2018
_ENDINGS = ("协会", "学会", "联合会", "学校", "学院", "大学", "中心")
_SCHOOLS = ("理工大学", "师范大学", "开放大学", "职业技术学院", "技师学院", "职业培训学校")
_AUTHORITIES = ("人力资源和社会保障局", "职业技能鉴定中心", "就业促进中心", "教育考试院")
_EVERY = 6  # of so many issuers elsewhere one is an authority
_SHORTEST = 3  # shorter names of occupations stand within other words


@dataclass(frozen=True)
class Copy:
    """Which notice is copied, and whose and of which year the copy is; without a city it is the issuer's own."""

    number: int
    template: str
    city: str | None
    issuer: str
    year: int

    @property
    def notice_id(self) -> str:
        """The copy's id."""
        return f"growth-{self.number:06d}-{self.year}"


@dataclass(frozen=True)
class Growth:
    """All copies of the notices of a library, and the corpora that are made of them."""

    library: Library
    real: Corpus = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "real", corpus_of(self.library))

    def corpus(self, size: int) -> Corpus:
        """The real notices and as many copies as make exactly `size` passages; the last copy is cut short."""
        entries = list(self.real.entries)
        missing = size - sum(one.passages for one in entries)
        copies: dict[str, Copy] = {}
        for copy in self.copies():
            if missing <= 0:
                break
            made = self._entry(copy, missing)
            entries.append(made)
            copies[made.notice_id] = copy
            missing -= made.passages
        lengths = {one.notice_id: one.passages for one in entries}

        def read(notice_id: str) -> Sequence[Passage]:
            if notice_id not in copies:
                return self.real.read(notice_id)
            return self.passages(copies[notice_id])[: lengths[notice_id]]

        return Corpus(tuple(entries), read, self.real.names)

    def library_of(self, corpus: Corpus) -> Library:
        """What search asks about the notices of a corpus: the copies have front matter and nothing else."""
        copies = {one.notice_id: one for one in islice(self.copies(), len(corpus.entries))}
        holdings = list(self.library.holdings)
        for entry in corpus.entries:
            if entry.notice_id in copies:
                notice = Notice(front=self.front(copies[entry.notice_id]), clauses={}, footnotes={})
                holdings.append(Holding(notice, NoticeFacts(), Path()))
        return Library(holdings, self.library.lexicon)

    def copies(self) -> Iterator[Copy]:
        """All copies: those of the local organisations and those from elsewhere in turn, then the others."""
        here, elsewhere = self._here(), self._elsewhere()
        mixed = chain.from_iterable(zip(here, elsewhere, strict=False))
        for number, (template, city, issuer, year) in enumerate(chain(mixed, elsewhere)):
            yield Copy(number, template, city, issuer, year)

    def passages(self, copy: Copy) -> list[Passage]:
        """The passages of a copy."""
        wording = self._wording(copy)
        known: dict[str, str] = {}

        def other(text: str) -> str:
            if text not in known:
                known[text] = wording(text)
            return known[text]

        front = self.front(copy)
        return [
            one.model_copy(
                update={
                    "notice_id": front.id,
                    "text": other(one.text),
                    "quote": other(one.quote),
                    "origins": tuple(map(other, one.origins)),
                    "context": other(one.context),
                    "organisation": front.issuer,
                    "occupations": tuple(wording.names.get(name, name) for name in one.occupations),
                    "year": front.year,
                }
            )
            for one in self.real.read(copy.template)
        ]

    def front(self, copy: Copy) -> FrontMatter:
        """The front matter of a copy."""
        front, wording = self._fronts[copy.template], self._wording(copy)

        def moved(day: date) -> date:
            return day.replace(year=day.year + wording.years)

        return front.model_copy(
            update={
                "id": copy.notice_id,
                "title": wording(front.title),
                "issuer": copy.issuer,
                "region": front.region if copy.city is None else f"{copy.city}市",
                "document_number": front.document_number and wording(front.document_number),
                "published_on": front.published_on and moved(front.published_on),
                "year": copy.year,
                "in_force_from": moved(front.in_force_from),
                "in_force_until": moved(front.in_force_until),
            }
        )

    def _entry(self, copy: Copy, most: int) -> Entry:
        entry, names = self._entries[copy.template], self._wording(copy).names
        return entry.model_copy(
            update={
                "notice_id": copy.notice_id,
                "organisation": copy.issuer,
                "region": entry.region if copy.city is None else f"{copy.city}市",
                "year": copy.year,
                "occupations": tuple(dict.fromkeys(names.get(name, name) for name in entry.occupations)),
                "passages": min(most, entry.passages),
            }
        )

    @cached_property
    def _entries(self) -> Mapping[str, Entry]:
        return {one.notice_id: one for one in self.real.entries}

    @cached_property
    def _fronts(self) -> Mapping[str, FrontMatter]:
        return {one.notice.id: one.notice.front for one in self.library.holdings}

    @cached_property
    def _occupations(self) -> Mapping[str, str]:
        """The occupations that the notices list, with their codes."""
        facts = (row for one in self.library.holdings for row in one.facts.catalogue)
        return {row.occupation: row.code for row in facts if row.code and len(row.occupation) >= _SHORTEST}

    def _here(self) -> Iterator[tuple[str, None, str, int]]:
        """Older years of the organisations' own notices."""
        for age in range(1, _NEWEST - _OLDEST + 1):
            for front in self._fronts.values():
                if front.kind == "organisation":
                    yield front.id, None, front.issuer, front.year - age

    def _elsewhere(self) -> Iterator[tuple[str, str, str, int]]:
        """Every year of issuers of other cities, drawn once and for all."""
        chance = random.Random(SEED)
        templates = {kind: [one.id for one in self._fronts.values() if one.kind == kind] for kind in _KINDS}
        others = [(city, f"{city}{name}") for city in CITIES for name in self._issuers()]
        authorities = [
            (city, f"{city}市{_AUTHORITIES[0]}", one)
            for city in CITIES
            for kind in _KINDS[1:]
            for one in templates[kind]
        ]
        chance.shuffle(others)
        chance.shuffle(authorities)
        for at, (city, issuer) in enumerate(others):
            template = chance.choice(templates["organisation"])
            if at % _EVERY == _EVERY - 1 and authorities:
                city, issuer, template = authorities.pop()
            for year in range(_NEWEST, _OLDEST - 1, -1):
                yield template, city, issuer, year

    def _issuers(self) -> list[str]:
        """What organisations of a city are called, without the city."""
        local = [one.name for one in self.library.lexicon.organisations]
        names = [name.removeprefix(HOME) for name in local if name.startswith(HOME) and name.endswith(_ENDINGS)]
        return [*(name for name in names if not name.endswith(_AUTHORITIES)), *_SCHOOLS]

    def _wording(self, copy: Copy) -> Wording:
        front, chance = self._fronts[copy.template], random.Random(f"{SEED} {copy.number}")
        return Wording(
            seed=copy.number,
            names=self._names(copy, front),
            years=copy.year - front.year,
            months=chance.randrange(1, 12),
            days=chance.randrange(1, 28),
            fifths=chance.choice([3, 4, 6, 7, 8, 9, 10]),
            host=None if copy.city is None else f"www.n{copy.number}.org.cn",
        )

    def _names(self, copy: Copy, front: FrontMatter) -> dict[str, str]:
        """An issuer's occupations are the same in every year."""
        if copy.city is None:
            return {}
        names = {f"{HOME}市": f"{copy.city}市", HOME: copy.city, "沪": copy.city[0]}
        short = front.issuer.replace(f"{HOME}市", HOME)
        names |= {short: copy.issuer, front.issuer: copy.issuer}
        known = list(self._occupations)
        own = self._entries[copy.template].occupations
        start = random.Random(f"{SEED} {copy.issuer}").randrange(len(known))
        for at, name in enumerate(one for one in own if len(one) >= _SHORTEST):
            other = known[(known.index(name) if name in known else at) - start]
            names[name] = other
            if name in self._occupations:
                names.setdefault(self._occupations[name], self._occupations[other])
            if name.endswith("管理师"):
                names.setdefault(name[:-1], other)  # titles call it by its field
        return names


_KINDS = ("organisation", "catalogue", "programme")
