"""What one pass over one server was: requests per second, times, processor time."""

from __future__ import annotations

import statistics
from dataclasses import dataclass


@dataclass(frozen=True)
class Pass:
    """`seconds` from the first request to the last answer; `ms` of every answer; `processor_seconds` of the server."""

    seconds: float
    ms: tuple[float, ...]
    processor_seconds: float

    @property
    def rate(self) -> float:
        """Requests per second."""
        return len(self.ms) / self.seconds

    @property
    def p50(self) -> float:
        """The median answer in milliseconds."""
        return statistics.median(self.ms)

    @property
    def p95(self) -> float:
        """The answer in milliseconds that 95 of 100 do not exceed."""
        return statistics.quantiles(self.ms, n=20, method="inclusive")[-1]

    @property
    def cost(self) -> float:
        """Milliseconds of a processor for one answer, in the server alone: what others run beside does not count."""
        return self.processor_seconds * 1000 / len(self.ms)


Pair = tuple[Pass, Pass]
