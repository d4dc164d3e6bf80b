"""May somebody apply: POST /v1/eligibility."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import AfterValidator, Field

from api.answers import json_response
from api.parameters import AsOf, printable, subject
from api.problems import Problem
from api.state import Shared
from knowledge.eligibility import Applicant, Eligibility, eligibility
from knowledge.eligibility.applicant import StrictLevel
from knowledge.models import LEVELS
from knowledge.validity import now

router = APIRouter(prefix="/v1", tags=["facts"])
_Name = Annotated[str, Field(min_length=1, max_length=100), AfterValidator(printable)]


class EligibilityRequest(Applicant):
    """What is known of the applicant, what is applied for and for when; absent is not known, `[]` is none."""

    as_of: AsOf = None
    occupation: _Name | None = None
    organisation: _Name | None = None
    levels: Annotated[tuple[StrictLevel, ...], Field(min_length=1, max_length=20)] = LEVELS

    @property
    def moment(self) -> datetime:
        """The moment that is asked for."""
        return self.as_of or now()

    @property
    def applicant(self) -> Applicant:
        """The applicant alone; a field that was not given stays not given."""
        return Applicant.model_validate(
            {name: getattr(self, name) for name in self.model_fields_set & Applicant.model_fields.keys()}
        )


@router.post("/eligibility", response_model=Eligibility)
async def judge_eligibility(state: Shared, request: EligibilityRequest) -> Response:
    """Judge every level asked for, condition by condition, with what is missing and from when."""
    library = state.desk.library
    wanted = subject(library.lexicon, request.organisation, request.occupation)
    found = eligibility(library, request.applicant, wanted, request.moment, request.levels)
    if found is None:
        raise Problem(404, "收录的通知里没有申报条件。")
    return json_response(found)
