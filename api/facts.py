"""The fact endpoints: the same functions that the conversation answers from."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from api.answers import KeptRoute
from api.parameters import AsOf, LevelNumber, Name, subject
from api.state import Shared
from knowledge.contacts import Contact, contacts
from knowledge.directory import DirectoryEntry, directory
from knowledge.fees import Fee, fees
from knowledge.validity import now

router = APIRouter(prefix="/v1", tags=["facts"], route_class=KeptRoute)
Code = Annotated[str | None, Query(pattern=r"^\d-\d{2}-\d{2}-(\d{2}|Z\d)$", description="职业编码")]


class Fees(BaseModel):
    """Fees in yuan."""

    fees: list[Fee]


class Contacts(BaseModel):
    """Offices."""

    contacts: list[Contact]


class Directory(BaseModel):
    """Who assesses what."""

    entries: list[DirectoryEntry]


@router.get("/fees")
def read_fees(
    state: Shared,
    organisation: Name = None,
    occupation: Name = None,
    level: LevelNumber = None,
    as_of: AsOf = None,
) -> Fees:
    """What an assessment and a retake cost; `status` says whether the notice is in force."""
    wanted = subject(state.desk.library.lexicon, organisation, occupation, level)
    return Fees(fees=fees(state.desk.library, wanted, as_of or now()))


@router.get("/contacts")
def read_contacts(
    state: Shared, organisation: Name = None, occupation: Name = None, as_of: AsOf = None
) -> Contacts:
    """Where, when and how to reach an organisation."""
    wanted = subject(state.desk.library.lexicon, organisation, occupation)
    return Contacts(contacts=contacts(state.desk.library, wanted, as_of or now()))


@router.get("/directory")
def read_directory(
    state: Shared,
    organisation: Name = None,
    occupation: Name = None,
    code: Code = None,
    level: LevelNumber = None,
    as_of: AsOf = None,
) -> Directory:
    """Who assesses which occupation at which levels; a base name or a code covers its specialisations."""
    wanted = subject(state.desk.library.lexicon, organisation, occupation, level)
    return Directory(entries=directory(state.desk.library, wanted, as_of or now(), code))
