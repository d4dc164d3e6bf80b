"""Typed facts as they stand in `notices/<id>/facts/*.yml`, one module for each group of kinds."""

from __future__ import annotations

from knowledge.facts.catalogue import CODE, CatalogueFact, Kind
from knowledge.facts.common import Fact
from knowledge.facts.conditions import CertificateNeeded, ConditionFact, EducationNeeded, TitleNeeded
from knowledge.facts.conduct import Bar, DisciplineFact, LegalBasis, SubsidyFact
from knowledge.facts.contacts import TIME, ContactFact, Hours, Opening, Phone, Website
from knowledge.facts.differences import DifferenceFact, Place
from knowledge.facts.fees import Component, FeeFact, Retake
from knowledge.facts.outcome import CertificateFact, EnquiryFact, RetakeFact
from knowledge.facts.procedure import ApplicationFact, BankAccount, PaymentFact, RefundFact
from knowledge.facts.programme import PathFact, QuotaFact, TrainingFact
from knowledge.facts.schedule import Period, PostponementFact, TicketFact, TicketPeriod, WindowFact
from knowledge.facts.statements import AsTextFact, NotStatedFact, RuleFact, TextOnlyFact
from knowledge.models import Strict

__all__ = [
    "CODE",
    "TIME",
    "ApplicationFact",
    "AsTextFact",
    "BankAccount",
    "Bar",
    "CatalogueFact",
    "CertificateFact",
    "CertificateNeeded",
    "Component",
    "ConditionFact",
    "ContactFact",
    "DifferenceFact",
    "DisciplineFact",
    "EducationNeeded",
    "EnquiryFact",
    "Fact",
    "FeeFact",
    "Hours",
    "Kind",
    "LegalBasis",
    "NotStatedFact",
    "NoticeFacts",
    "Opening",
    "PathFact",
    "PaymentFact",
    "Period",
    "Phone",
    "Place",
    "PostponementFact",
    "QuotaFact",
    "RefundFact",
    "Retake",
    "RetakeFact",
    "RuleFact",
    "SubsidyFact",
    "TextOnlyFact",
    "TicketFact",
    "TicketPeriod",
    "TitleNeeded",
    "TrainingFact",
    "Website",
    "WindowFact",
]


class NoticeFacts(Strict):
    """All facts of one notice, one field for each file."""

    fees: tuple[FeeFact, ...] = ()
    contacts: tuple[ContactFact, ...] = ()
    catalogue: tuple[CatalogueFact, ...] = ()
    conditions: tuple[ConditionFact, ...] = ()
    windows: tuple[WindowFact, ...] = ()
    postponements: tuple[PostponementFact, ...] = ()
    tickets: tuple[TicketFact, ...] = ()
    applications: tuple[ApplicationFact, ...] = ()
    payments: tuple[PaymentFact, ...] = ()
    refunds: tuple[RefundFact, ...] = ()
    enquiries: tuple[EnquiryFact, ...] = ()
    certificates: tuple[CertificateFact, ...] = ()
    retakes: tuple[RetakeFact, ...] = ()
    discipline: tuple[DisciplineFact, ...] = ()
    subsidies: tuple[SubsidyFact, ...] = ()
    training: tuple[TrainingFact, ...] = ()
    paths: tuple[PathFact, ...] = ()
    quotas: tuple[QuotaFact, ...] = ()
    rules: tuple[RuleFact, ...] = ()
    not_stated: tuple[NotStatedFact, ...] = ()
    as_text: tuple[AsTextFact, ...] = ()
    text_only: tuple[TextOnlyFact, ...] = ()
    differences: tuple[DifferenceFact, ...] = ()
