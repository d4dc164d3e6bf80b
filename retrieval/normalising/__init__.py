"""What was meant behind what was typed or dictated: traditional characters, emoji, fillers, pinyin and slips put right."""

from __future__ import annotations

from retrieval.normalising.normaliser import Normalised, Normaliser

__all__ = ["Normalised", "Normaliser"]
