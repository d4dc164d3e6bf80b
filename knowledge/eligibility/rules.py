"""Which notice's conditions are read: the organisation's own, else another's that is in force and has them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time

from knowledge.facts import ConditionFact
from knowledge.figures import states
from knowledge.kept import kept
from knowledge.library import Holding, Library
from knowledge.models import NoticeStatus, Source
from knowledge.subject import Subject
from knowledge.validity import SHANGHAI, day_of

_KEPT = 256


@dataclass(frozen=True)
class Rules:
    """One notice's conditions. `own`: it is a notice of an organisation that examines what was asked for."""

    holding: Holding
    status: NoticeStatus
    own: bool

    @property
    def notice_id(self) -> str:
        """The notice that the conditions are read from."""
        return self.holding.notice.id

    @property
    def least_age(self) -> int:
        """The age that every level asks for, in years; 0 where the notice names none."""
        return max((one.least_age or 0 for one in self._general), default=0)

    @property
    def age_source(self) -> Source | None:
        """The words that ask for the least age."""
        return self._source(lambda quote: states(self.least_age, "周岁", [quote]))

    @property
    def least_education(self) -> Source | None:
        """Where the notice refers to for the least education."""
        words = next((one.least_education for one in self._general if one.least_education), None)
        return self._source(lambda quote: words is not None and words in quote)

    @property
    def _general(self) -> list[ConditionFact]:
        return [one for one in self.holding.facts.conditions if one.level is None]

    def _source(self, wanted: Callable[[str], bool]) -> Source | None:
        sources = (source for one in self._general for source in one.sources)
        return next((one for one in sources if wanted(one.quote)), None)

    def of_level(self, level: int) -> list[ConditionFact]:
        """The level's conditions, in the notice's order."""
        return [one for one in self.holding.facts.conditions if one.level == level]


def rules(library: Library, subject: Subject, as_of: datetime) -> Rules | None:
    """The rules for the subject at that moment; None where no notice has any.

    First its own notice in force, else its own that was, as what it is. The annex is the same national standard
    everywhere, so where the subject has none another organisation's is read, and the answer says whose.
    """
    return _rules_on(library, subject, day_of(as_of))


@kept(_KEPT)
def _rules_on(library: Library, subject: Subject, day: date) -> Rules | None:
    rated = library.by_status(datetime.combine(day, time(), SHANGHAI))
    known = [(s, one) for s, one in rated if one.facts.conditions]
    own = [pair for pair in known if _examines(library, pair[1], subject)]
    in_force = [[pair for pair in pairs if pair[0] == "current"] for pairs in (own, known)]
    was = [pair for pair in own if pair[0] in ("past_year", "superseded")]
    for status, holding in (*in_force[0], *was, *in_force[1], *own, *known):
        return Rules(holding, status, own=(status, holding) in own)
    return None


def _examines(library: Library, holding: Holding, subject: Subject) -> bool:
    offered = [one.occupation for one in holding.facts.catalogue]
    return (
        subject.covers_organisation(library.issuer(holding.notice.front).name)
        and subject.covers_year(holding.notice.front.year)
        and (
            subject.occupation is None or any(subject.covers_occupation(library.lexicon, name) for name in offered)
        )
    )
