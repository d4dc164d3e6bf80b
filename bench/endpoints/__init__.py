"""The fact endpoints against bare FastAPI endpoints that send the same bytes, in one run."""

from __future__ import annotations

from bench.endpoints.measuring import measure

__all__ = ["measure"]
