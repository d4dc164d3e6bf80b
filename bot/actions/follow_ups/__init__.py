"""What a message goes on with: one module a topic, asked in this order before the classifier's intent is believed.

Each `follow_up(turn, topic)` returns the intent that answers, or None where it sees none of its own.
"""

from __future__ import annotations

from collections.abc import Callable

from bot.actions.follow_ups import (
    applying,
    catalogue,
    certificates,
    conduct,
    dates,
    eligibility,
    exam_form,
    fees,
    hours,
    papers,
    programme,
    results,
    retakes,
    schedule,
    too,
    unsure,
)
from bot.actions.turn import Turn

FollowUp = Callable[[Turn, str], str | None]
FOLLOW_UPS: tuple[FollowUp, ...] = (
    too.same_of_another,
    conduct.penalty_of_talk,
    certificates.of_another,
    papers.follow_up,
    dates.follow_up,
    applying.follow_up,
    eligibility.follow_up,
    retakes.follow_up,
    hours.follow_up,
    exam_form.follow_up,
    results.follow_up,
    schedule.follow_up,
    fees.follow_up,
    certificates.follow_up,
    catalogue.follow_up,
    programme.follow_up,
    conduct.follow_up,
    too.follow_up,
    unsure.follow_up,
)


def follow_up(turn: Turn, topic: str) -> str | None:
    """The first topic that claims the message."""
    return next((found for one in FOLLOW_UPS if (found := one(turn, topic))), None)
