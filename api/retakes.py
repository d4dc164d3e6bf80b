"""How long a passed paper counts: the same function that the conversation answers from."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BeforeValidator, WithJsonSchema

from api.answers import KeptRoute
from api.parameters import AsOf, Name, subject
from api.problems import Problem
from api.state import Shared
from knowledge.retakes import RetakeValidity, retake_validity
from knowledge.validity import day_of, now, parse_day

router = APIRouter(prefix="/v1", tags=["retakes"], route_class=KeptRoute)
Day = Annotated[
    date | None,
    BeforeValidator(parse_day),
    WithJsonSchema({"type": "string", "format": "date"}),
    Query(description="通过日期"),
]
Level = Annotated[int, Query(ge=1, le=5, description="5 五级 … 1 一级")]


@router.get("/retake-validity")
def read_retake_validity(
    state: Shared,
    level: Level,
    passed_on: Day = None,
    organisation: Name = None,
    occupation: Name = None,
    as_of: AsOf = None,
) -> RetakeValidity:
    """Until when a paper of the level counts and whether it does at `as_of`; null what no notice in force states."""
    library, moment = state.desk.library, as_of or now()
    wanted = subject(library.lexicon, organisation, occupation, level)
    if passed_on and passed_on > day_of(moment):
        detail = "通过日期不能晚于查询的日期"
        pointer = "#/query/passed_on"
        raise Problem(422, f"{pointer}：{detail}", errors=[{"pointer": pointer, "detail": detail}])
    return retake_validity(library, wanted, passed_on, moment)
