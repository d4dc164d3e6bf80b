"""May somebody apply, for which level, and from when: 附录5 read for one applicant on one day."""

from __future__ import annotations

from knowledge.eligibility.applicant import Applicant, Certificate, Education, Title
from knowledge.eligibility.eligibility import (
    ConditionVerdict,
    Eligibility,
    LevelVerdict,
    eligibility,
    judge,
)
from knowledge.eligibility.history import History, Period, Told, Worker
from knowledge.eligibility.notes import Note
from knowledge.eligibility.ways import Way

__all__ = [
    "Applicant",
    "Certificate",
    "ConditionVerdict",
    "Education",
    "Eligibility",
    "History",
    "LevelVerdict",
    "Note",
    "Period",
    "Title",
    "Told",
    "Way",
    "Worker",
    "eligibility",
    "judge",
]
