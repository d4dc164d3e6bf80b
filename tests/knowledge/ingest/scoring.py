"""How well a draft agrees with the facts that a person made of the same notice, field by field."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from knowledge.ingest.drafts.models import Draft
from knowledge.lexicon.matching import fold
from knowledge.library import Holding

Field = tuple[object, ...]


@dataclass
class Score:
    """Counts of fields by kind; `wrong` are drafted fields that no fact has, with the draft's confidence."""

    right: Counter[str] = field(default_factory=Counter)
    drafted: Counter[str] = field(default_factory=Counter)
    expected: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[str, Field, float]] = field(default_factory=list)
    missing: list[tuple[str, Field]] = field(default_factory=list)

    def add(self, kind: str, drafted: list[tuple[Field, float]], expected: Iterable[Field]) -> None:
        """Compare the fields of one kind."""
        wanted, given = set(expected), {one for one, _ in drafted}
        self.right[kind] += len(wanted & given)
        self.drafted[kind] += len(given)
        self.expected[kind] += len(wanted)
        self.wrong += [(kind, one, confidence) for one, confidence in drafted if one not in wanted]
        self.missing += [(kind, one) for one in wanted - given]

    def precision(self, kind: str | None = None) -> float:
        """Share of drafted fields that are right; 1 where nothing was drafted."""
        return _ratio(self.right, self.drafted, kind)

    def recall(self, kind: str | None = None) -> float:
        """Share of expected fields that were drafted; 1 where nothing was expected."""
        return _ratio(self.right, self.expected, kind)

    def __iadd__(self, other: Score) -> Score:
        self.right += other.right
        self.drafted += other.drafted
        self.expected += other.expected
        self.wrong += other.wrong
        self.missing += other.missing
        return self


def _ratio(right: Counter[str], of: Counter[str], kind: str | None) -> float:
    counted = (right[kind], of[kind]) if kind else (right.total(), of.total())
    return counted[0] / counted[1] if counted[1] else 1.0


def score(draft: Draft, holding: Holding) -> Score:
    """Compare everything that both have."""
    result = Score()
    front, facts = holding.notice.front, holding.facts
    notice = draft.notice
    own = [("title", fold(notice.title)), ("issuer", notice.issuer), ("number", _bare(notice.document_number))]
    own += [("year", notice.year), ("published", notice.published_on)]
    true = [("title", fold(front.title)), ("issuer", front.issuer), ("number", _bare(front.document_number))]
    true += [("year", front.year), ("published", front.published_on)]
    result.add("notice", [(one, 1.0) for one in own], true)
    result.add(
        "fees",
        [(f, one.confidence) for one in draft.fees for f in _draft_fee(one)],
        (f for one in facts.fees for f in _fee(one)),
    )
    result.add(
        "windows",
        [(f, one.confidence) for one in draft.windows for f in _window(one, one.occupation)],
        (f for one in facts.windows for f in _window(one, (one.occupations or (None,))[0])),
    )
    result.add(
        "contacts",
        [(f, one.confidence) for one in draft.contacts for f in _contact(one)],
        (f for one in facts.contacts for f in _contact(one)),
    )
    result.add(
        "catalogue",
        [
            (f, one.confidence)
            for one in draft.catalogue
            for f in _row(one.organisation.name, one.occupation.name, one)
        ],
        (f for one in facts.catalogue for f in _row(one.organisation, one.occupation, one)),
    )
    result.add(
        "rules",
        [((one.topic, one.clause), 1.0) for one in draft.rules],
        {(one.topic, s.clause) for one in facts.rules for s in one.sources},
    )
    return result


def _bare(text: str | None) -> str | None:
    return re.sub(r"\s", "", fold(text)) if text else None


def _draft_fee(fee: object) -> Iterator[Field]:
    yield from _priced(fee, fold(fee.occupation.name) if fee.occupation else None)


def _fee(fee: object) -> Iterator[Field]:
    yield from _priced(fee, fold(fee.occupation))


def _priced(fee: object, name: str | None) -> Iterator[Field]:
    key = (name, fee.level)
    yield (*key, "total", fee.total)
    yield (*key, "retake", fee.retake.basis)
    yield from ((*key, "part", one.name, one.amount) for one in fee.components)
    yield from ((*key, "retake part", one.name, one.amount) for one in fee.retake.components)


def _window(window: object, occupation: str | None) -> Iterator[Field]:
    key = (window.application.text,)
    yield (*key, "levels", tuple(window.levels))
    yield (*key, "application", window.application.start, window.application.end)
    yield (*key, "assessment", window.assessment.start, window.assessment.end, window.assessment.text)
    yield (*key, "payment", (window.payment.start, window.payment.end) if window.payment else None)
    yield (*key, "ticket", window.admission_ticket.from_ if window.admission_ticket else None)


def _contact(contact: object) -> Iterator[Field]:
    yield from (("address", _bare(one)) for one in contact.addresses)
    yield from (("phone", one.number, one.purpose) for one in contact.phones)
    yield from (("website", one.url) for one in contact.websites)
    yield ("hours", _bare(contact.hours.text) if contact.hours else None)


def _row(organisation: str, occupation: str, row: object) -> Iterator[Field]:
    key = (fold(organisation), fold(occupation))
    code = row.code if hasattr(row, "code") else row.occupation.code
    yield (*key, "code", code)
    yield (*key, "levels", tuple(row.levels))
    yield (*key, "kind", row.kind)
    yield (*key, "registration", row.registration_number)
