"""Editions: an edition is the whole of the knowledge at one time.

Edition 0 is what is shipped with the program. Every published or withdrawn notice makes a further edition, which
lies as an overlay over the shipped notices; an edition is never changed afterwards, and one pointer names the one
that is in force.
"""

from __future__ import annotations

from knowledge.editions.overlay import Edition, current_library, open_edition
from knowledge.editions.store import EditionStore

__all__ = ["Edition", "EditionStore", "current_library", "open_edition"]
