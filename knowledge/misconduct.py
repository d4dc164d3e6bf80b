"""Misconduct, everything that follows from it, and finding the notice's words for what a person describes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

from knowledge.applying import own_notices
from knowledge.facts import Bar, DisciplineFact
from knowledge.library import Holding, Library
from knowledge.models import Citation, NoticeStatus, OrganisationRef, Strict
from knowledge.subject import Subject

_WORDS = Path(__file__).parent / "misconduct_words.yml"
LEAST_SHARED = 4
"""Characters in a row that a question and a conduct must share to be about the same (冒名顶替)."""
_IN_GENERAL = re.compile(
    r"作弊|舞弊|违纪|违规|违反|纪律|禁考|考场规则|须知|替考|代考|抄袭|造假|伪造|处罚|处理|处分|取消.{0,3}成绩"
)
_NAMED = re.compile(r"作弊|舞弊|违纪|违规|替考|代考|抄袭|造假|伪造|假学历")
# Words of every clause or question: sharing them shows nothing.
_COMMON = re.compile(
    r"参加评价|违反考场规则|考场规则|参评人员|评价过程|职业技能|有关内容|考试过程|取消.{0,4}成绩|的行为|评价内容|经提醒拒不改正的?|[（(]?或考位[）)]?|不符合"
)


class Misconduct(Strict):
    """One conduct in the notice's words with all that follows from it."""

    conduct: str
    cancels: Literal["subject", "all_subjects", "qualification_and_results"] | None
    bars: tuple[Bar, ...]
    certificate_void: bool
    fee_kept: bool
    referred_to_authorities: bool
    citations: list[Citation]

    @property
    def consequences(self) -> tuple[object, ...]:
        """What follows, to compare and group by."""
        return (self.cancels, self.bars, self.certificate_void, self.fee_kept, self.referred_to_authorities)


class Discipline(Strict):
    """The rules of one notice. `afterwards`: what holds when misconduct is found after certificates were issued."""

    notice_id: str
    organisation: OrganisationRef
    status: NoticeStatus
    year: int
    cases: tuple[Misconduct, ...]
    afterwards: tuple[Citation, ...]


@dataclass(frozen=True)
class Described:
    """A conduct as people describe it, and the words of the notices' conducts that mean it."""

    label: str
    said: re.Pattern[str]
    holds: tuple[tuple[str, ...], ...]

    def means(self, conduct: str) -> bool:
        """Whether a notice's conduct is this one."""
        return any(all(word in conduct for word in group) for group in self.holds)


def discipline(library: Library, subject: Subject, as_of: datetime) -> list[Discipline]:
    """The rules of the notices that apply to the subject, those in force first; empty where none has any."""
    own = own_notices(library, subject, as_of)
    return [_discipline(library, holding, as_of) for _, holding in own if holding.facts.discipline]


def described(text: str) -> list[Described]:
    """Conducts that the text describes in everyday words."""
    return [one for one in _known() if one.said.search(text)]


def matching(cases: Sequence[Misconduct], text: str) -> list[Misconduct]:
    """The conducts that the text describes, in everyday words or in the notice's own."""
    found = described(text)
    return [
        one
        for one in cases
        if any(each.means(one.conduct) for each in found) or shared_words(one.conduct, text) >= LEAST_SHARED
    ]


def is_misconduct(text: str) -> bool:
    """Whether the text calls something misconduct."""
    return _NAMED.search(text) is not None


def asks_in_general(text: str) -> bool:
    """Whether the text asks what misconduct leads to, whichever it is."""
    return _IN_GENERAL.search(text) is not None


def unlisted(cases: Sequence[Misconduct], text: str) -> list[str]:
    """What the text describes and no conduct of the notice is: not stated."""
    return [one.label for one in described(text) if not any(one.means(case.conduct) for case in cases)]


def label_of(case: Misconduct) -> str | None:
    """The short everyday name of a conduct; None for one without."""
    return next((one.label for one in _known() if one.means(case.conduct)), None)


def barred_until(bar: Bar, found_on: date) -> date | None:
    """The last day of the bar for misconduct of that day.

    None for a bar of whole years: the notices do not state the day from which those count.
    """
    return date(found_on.year, 12, 31) if bar.years is None else None


def shared_words(left: str, right: str) -> int:
    """How many characters in a row both texts have, words that stand everywhere left out."""
    first, second = _COMMON.sub("、", left), _COMMON.sub("，", right)
    match = SequenceMatcher(None, first, second, autojunk=False).find_longest_match()
    return len(re.sub(r"\W", "", first[match.a : match.a + match.size]))


def _discipline(library: Library, holding: Holding, as_of: datetime) -> Discipline:
    front = holding.notice.front
    return Discipline(
        notice_id=front.id,
        organisation=library.issuer(front),
        status=library.status(front, as_of),
        year=front.year,
        cases=tuple(_case(library, front.id, fact, as_of) for fact in holding.facts.discipline),
        afterwards=tuple(_afterwards(library, holding, as_of)),
    )


def _case(library: Library, notice_id: str, fact: DisciplineFact, as_of: datetime) -> Misconduct:
    return Misconduct(
        **{name: getattr(fact, name) for name in DisciplineFact.model_fields if name != "sources"},
        citations=library.cite_all(notice_id, fact.sources, as_of),
    )


def _afterwards(library: Library, holding: Holding, as_of: datetime) -> list[Citation]:
    """Passages on discipline that are no conduct of the list and speak of certificates already issued."""
    rules = [source for rule in holding.facts.rules if rule.topic == "discipline" for source in rule.sources]
    later = [source for source in rules if "已颁发证书" in source.quote]
    return library.cite_all(holding.notice.id, tuple(later), as_of)


@cache
def _known() -> tuple[Described, ...]:
    raw: list[dict[str, Any]] = yaml.safe_load(_WORDS.read_text(encoding="utf-8"))
    return tuple(
        Described(one["label"], re.compile(one["said"]), tuple(tuple(group) for group in one["holds"]))
        for one in raw
    )
