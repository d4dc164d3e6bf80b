"""Retakes: how long passed papers count, until which day, and what ends that early."""

from __future__ import annotations

from knowledge.retakes.notices import Applying, applying
from knowledge.retakes.provisions import Provision, provisions
from knowledge.retakes.terms import Silent, Term, silent_notices, terms
from knowledge.retakes.validity import CLOSE, NoticeValidity, RetakeValidity, retake_validity
from knowledge.retakes.windows import RetakeWindow

__all__ = [
    "CLOSE",
    "Applying",
    "NoticeValidity",
    "Provision",
    "RetakeValidity",
    "RetakeWindow",
    "Silent",
    "Term",
    "applying",
    "provisions",
    "retake_validity",
    "silent_notices",
    "terms",
]
