"""The contract's draft of an ingested notice. A value that the notice does not state is None, never worked out."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from knowledge.facts import Component, Kind
from knowledge.models import Level, Source, Strict

Confidence = Annotated[float, Field(ge=0, le=1)]


class DraftNotice(Strict):
    """What the notice says of itself. `replaces` is the id of the notice that it replaces, where it says so."""

    title: str
    issuer: str | None
    document_number: str | None
    year: int | None
    published_on: date | None
    replaces: str | None


class DraftOccupation(Strict):
    """An occupation as printed; the code only where the notice prints it."""

    code: str | None
    name: str


class DraftRetake(Strict):
    """What a retake costs, in yuan; `per_module` prices one module each."""

    basis: Literal["per_module", "not_stated"]
    components: tuple[Component, ...] = ()


class DraftFee(Strict):
    """The fee of one occupation and level, in yuan; `total` only where the notice prints one.

    `level` is None for a special ability (专项职业能力), which has none.
    """

    occupation: DraftOccupation | None
    level: Level | None
    components: tuple[Component, ...]
    total: float | None
    retake: DraftRetake
    citations: tuple[Source, ...]
    confidence: Confidence


class DraftPeriod(Strict):
    """From the first to the last day, both inclusive; None where the notice leaves it open. `text` is verbatim."""

    start: date | None
    end: date | None
    text: str


class DraftTicket(Strict):
    """From when admission tickets can be printed."""

    from_: date | None = Field(alias="from")
    text: str


class DraftWindow(Strict):
    """One row of a timetable. `occupation` is None where it holds for all that the notice offers."""

    occupation: str | None
    levels: tuple[Level, ...]
    application: DraftPeriod
    payment: DraftPeriod | None
    admission_ticket: DraftTicket | None
    assessment: DraftPeriod
    citations: tuple[Source, ...]
    confidence: Confidence


class DraftPhone(Strict):
    """A telephone number and what it is for."""

    purpose: str
    number: str
    owner: str | None = None
    hours: str | None = None


class DraftWebsite(Strict):
    """A web address and what for."""

    purpose: str
    url: str


class DraftHours(Strict):
    """Opening hours in the notice's words."""

    text: str


class DraftContact(Strict):
    """One office: where, when, how to reach it; `occupations` where it serves some only."""

    organisation: str | None
    addresses: tuple[str, ...]
    phones: tuple[DraftPhone, ...]
    websites: tuple[DraftWebsite, ...]
    hours: DraftHours | None
    occupations: tuple[str, ...] | None
    citations: tuple[Source, ...]
    confidence: Confidence


class DraftOrganisation(Strict):
    """An organisation as printed."""

    name: str


class DraftCatalogueEntry(Strict):
    """Who may assess what at which levels."""

    organisation: DraftOrganisation
    registration_number: str | None
    occupation: DraftOccupation
    levels: tuple[Level, ...]
    kind: Kind
    citations: tuple[Source, ...]
    confidence: Confidence


class DraftRule(Strict):
    """A passage that answers a topic (the topics of `rules.yml`)."""

    topic: str
    clause: str
    quote: str


class Change(Strict):
    """One difference from an earlier notice in the applicant's terms; None where one side has nothing."""

    field: str
    old: str | None
    new: str | None
    clause: str | None


class Question(Strict):
    """What was not understood, for a person to decide."""

    clause: str
    quote: str
    question: str


class Draft(Strict):
    """Everything that was understood of a file."""

    notice: DraftNotice
    fees: tuple[DraftFee, ...] = ()
    windows: tuple[DraftWindow, ...] = ()
    contacts: tuple[DraftContact, ...] = ()
    catalogue: tuple[DraftCatalogueEntry, ...] = ()
    rules: tuple[DraftRule, ...] = ()
    changes: tuple[Change, ...] = ()
    questions: tuple[Question, ...] = ()
