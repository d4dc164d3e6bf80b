"""Where and how to reach an office."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from knowledge.facts.common import Fact
from knowledge.models import Strict

TIME = r"^([01]\d|2[0-3]):[0-5]\d$"


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


class ContactFact(Fact):
    """One office: where, when, how to reach it. `appointment` is None where the notice does not say."""

    organisation: str
    occupations: tuple[str, ...] | None
    addresses: tuple[str, ...]
    appointment: bool | None
    hours: Hours | None
    phones: tuple[Phone, ...]
    websites: tuple[Website, ...]
