"""The applicant's own situation, read from what they say."""

from __future__ import annotations

from bot.actions.situation.merging import begun_alike, merged
from bot.actions.situation.model import HeldCertificate, HeldTitle, Loose, Situation, Stretch
from bot.actions.situation.reading import read_situation
from bot.actions.situation.spans import Roughly, Span

__all__ = [
    "HeldCertificate",
    "HeldTitle",
    "Loose",
    "Roughly",
    "Situation",
    "Span",
    "Stretch",
    "begun_alike",
    "merged",
    "read_situation",
]
