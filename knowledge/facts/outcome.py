"""Results, certificates and retakes."""

from __future__ import annotations

from typing import Literal

from knowledge.facts.common import Fact, MonthCount, Verbatim, WorkingDays, Years
from knowledge.facts.procedure import Way
from knowledge.models import Level


class EnquiryFact(Fact):
    """Where results or certificates are looked up, and after how many working days at the latest, usually.

    `after_working_days` is for `20个工作日后`: not before then.
    """

    what: tuple[Literal["results", "certificate"], ...]
    case: Verbatim | None
    within_working_days: WorkingDays | None
    after_working_days: WorkingDays | None = None
    channel: Verbatim | None
    path: Verbatim | None
    url: Verbatim | None


class CertificateFact(Fact):
    """Who issues certificates, in which form, who collects them where, and what to do when one is lost."""

    about: Literal["issue", "form", "collection", "loss"]
    way: Way | None
    issuer: Verbatim | None
    forms: tuple[Literal["electronic", "paper"], ...]
    collected_by: Verbatim | None
    collected_at: Verbatim | None
    courier_paid_by_applicant: bool | None
    bring: tuple[Verbatim, ...]


class RetakeFact(Fact):
    """One rule on retakes. `levels` and one of `valid_years` and `valid_months` belong to `validity` alone.

    A validity without levels holds for all that the notice offers: its words name none.

    allowed: who failed some papers may retake them; expired: after the period all papers again; reapplied: a new
    application for the same level forfeits it; mode_change: a changed mode follows the published plan;
    competition: who failed in a competition has none.
    """

    rule: Literal["allowed", "validity", "expired", "reapplied", "mode_change", "competition"]
    levels: tuple[Level, ...]
    valid_years: Years | None
    valid_months: MonthCount | None = None
