"""Typed facts as they stand in `notices/<id>/facts/*.yml`: one value, its subject, its sources."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from knowledge.models import Level, Source, Strict

CODE = r"^\d-\d{2}-\d{2}-(\d{2}|Z\d)$"
TIME = r"^([01]\d|2[0-3]):[0-5]\d$"
Kind = Literal["skill_level", "special_ability"]


class Component(Strict):
    """One part of a fee, in yuan."""

    name: str
    amount: float = Field(gt=0)


class Retake(Strict):
    """What a retake costs; `per_module` prices one module each."""

    basis: Literal["per_module", "not_stated"]
    components: tuple[Component, ...] = ()


class FeeFact(Strict):
    """What an organisation charges for one occupation and level, in yuan."""

    occupation: str
    level: Level
    components: tuple[Component, ...] = Field(min_length=1)
    total: float
    retake: Retake
    sources: tuple[Source, ...] = Field(min_length=1)


class Opening(Strict):
    """One daily stretch, local time, on China's statutory working days."""

    days: Literal["working_days"]
    opens: str = Field(pattern=TIME)
    closes: str = Field(pattern=TIME)


class Hours(Strict):
    """Opening hours in the notice's words and as daily stretches."""

    text: str
    weekly: tuple[Opening, ...]


class Phone(Strict):
    """A telephone number, whose it is and what for."""

    purpose: Literal["enquiry", "supervision"]
    owner: str
    number: str
    hours: Hours | None


class Website(Strict):
    """A web address and what for."""

    purpose: str
    url: str


class ContactFact(Strict):
    """One office: where, when, how to reach it. `appointment` is None where the notice does not say."""

    organisation: str
    occupations: tuple[str, ...] | None
    addresses: tuple[str, ...]
    appointment: bool | None
    hours: Hours | None
    phones: tuple[Phone, ...]
    websites: tuple[Website, ...]
    sources: tuple[Source, ...] = Field(min_length=1)


class CatalogueFact(Strict):
    """An organisation may assess an occupation at these levels (none for special abilities)."""

    organisation: str
    registration_number: str | None
    code: str | None = Field(pattern=CODE)
    occupation: str
    levels: tuple[Level, ...]
    kind: Kind
    sources: tuple[Source, ...] = Field(min_length=1)


class RuleFact(Strict):
    """Passages that answer one common topic word for word, most important first."""

    topic: str
    occupations: tuple[str, ...] | None
    sources: tuple[Source, ...] = Field(min_length=1)


class NoticeFacts(Strict):
    """All facts of one notice."""

    fees: tuple[FeeFact, ...] = ()
    contacts: tuple[ContactFact, ...] = ()
    catalogue: tuple[CatalogueFact, ...] = ()
    rules: tuple[RuleFact, ...] = ()
