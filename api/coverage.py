"""What is held of whom, and what the notices leave unsaid."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query

from api.parameters import AsOf, Name, subject
from api.state import Shared
from knowledge.coverage import Coverage, coverage
from knowledge.validity import now

router = APIRouter(prefix="/v1", tags=["notices"])
Year = Annotated[int | None, Query(ge=2000, le=2100, description="通知的年份")]


@router.get("/coverage")
def read_coverage(
    state: Shared, organisation: Name = None, occupation: Name = None, year: Year = None, as_of: AsOf = None
) -> Coverage:
    """For each organisation, occupation and level: which topics its notice states, and where.

    A topic that is missing from a row's `topics` is unknown: the organisation's own notice is not held.
    """
    wanted = replace(subject(state.desk.library.lexicon, organisation, occupation), year=year)
    return coverage(state.desk.library, as_of or now(), wanted)
