"""Cards as the answers send them: made by the knowledge from the published notices."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from typing import Any

from playwright.sync_api import Locator

from bot.actions.answers.discipline.words import consequences
from bot.actions.answers.programme.words import path_line
from bot.actions.answers.results import described
from knowledge.contacts import contacts
from knowledge.eligibility import Applicant, eligibility
from knowledge.enquiries import enquiries
from knowledge.fees import fees
from knowledge.library import Library, load_library
from knowledge.misconduct import discipline
from knowledge.models import Strict
from knowledge.office_hours import explain
from knowledge.programme import programmes
from knowledge.retakes import retake_validity
from knowledge.schedule import schedule
from knowledge.subject import Subject
from knowledge.validity import SHANGHAI

MAY = datetime(2026, 5, 6, 10, tzinfo=SHANGHAI)
TRAINER = "人工智能训练师"
Data = dict[str, Any]


@cache
def library() -> Library:
    """The published notices."""
    return load_library()


def subject(issuer: str, occupation: str | None = None, level: int | None = None) -> Subject:
    lexicon = library().lexicon
    return Subject(lexicon.organisation(issuer), lexicon.occupation(occupation) if occupation else None, level)


def dumped(result: Strict | None) -> Data:
    assert result is not None
    return result.model_dump(mode="json", by_alias=True)


def saia(level: int | None = None) -> Subject:
    return subject("上海市人工智能行业协会", TRAINER, level)


def timetable(issuer: str = "上海市技师协会") -> Data:
    return dumped(schedule(library(), subject(issuer), MAY))


def monthly() -> Data:
    return dumped(schedule(library(), saia(3), MAY))


def verdicts() -> Data:
    """A person of 25 who has worked for three years and has nothing else; titles were not spoken of."""
    applicant = Applicant(age=25, work_years=3, certificates=(), education=())
    return dumped(eligibility(library(), applicant, saia(), MAY, (5, 4, 3)))


def validity(passed_on: date | None = date(2024, 6, 1)) -> Data:
    return dumped(retake_validity(library(), saia(3), passed_on, MAY))


def rules() -> Data:
    found = discipline(library(), saia(), MAY)[0]
    cases = [one.model_dump(mode="json") | {"text": consequences(one)} for one in found.cases]
    return dumped(found) | {"cases": cases}


def ways_to_certificates() -> tuple[Data, str]:
    found = programmes(library(), "人工智能推介官", MAY)[0]
    return dumped(found), "\n".join(map(path_line, found.paths))


def looking_up() -> tuple[Data, str]:
    found = enquiries(library(), saia(), MAY, "results")
    return {"enquiries": [dumped(one) for one in found], "due": []}, described(found[0].ways)


def bill() -> Data:
    """The contract's 400 元 × 2 人, and one person more."""
    parts = [{"text": "四级 400元 × 2人", "amount": 800.0}, {"text": "三级 500元", "amount": 500.0}]
    found = [dumped(one) for one in fees(library(), saia(3), MAY)]
    return {"fees": found, "sum": {"parts": parts, "total": 1300.0, "currency": "CNY"}}


def office(as_of: datetime) -> Data:
    """The office of the association with its hours held against a moment, as the answer sends it."""
    found = contacts(library(), saia(), as_of)
    (hours,) = [one.hours for one in found if one.hours]
    opened = dumped(explain(hours, as_of))
    line = {"organisation": found[0].organisation.name, "line": "", "moment": as_of.isoformat()}
    return {"contacts": [dumped(one) for one in found], "openness": [line | opened]}


def every() -> dict[str, tuple[Data, str]]:
    """A card of each type, by a name for it, with the text of its message."""
    return {
        "schedule": (timetable(), "如下。"),
        "schedule-monthly": (monthly(), "如下。"),
        "schedule-past": (timetable("上海交通大学"), "如下。"),
        "eligibility": (verdicts(), "如下。"),
        "retake": (validity(), "如下。"),
        "discipline": (rules(), "如下。"),
        "programme": ways_to_certificates(),
        "results": looking_up(),
        "fee": (bill(), "如下。"),
        "contact": (office(MAY), "咨询电话021-62037717，现在正在受理时间内。"),
    }


def cells(row: Locator) -> list[str]:
    """The texts of a table row's cells."""
    return [one.strip() for one in row.locator("td").all_inner_texts()]
