"""Training programmes with certificates of their own (推介官)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from knowledge.facts.common import Fact, LessonHours, Percent, Stated, Verbatim

Tier = Literal["basic", "advanced"]
TenThousands = Annotated[int, Stated("万"), Field(gt=0)]


class TrainingFact(Fact):
    """One kind of training, or (`name` None) what holds for all of them."""

    name: Verbatim | None
    tier: Tier | None
    lesson_hours: LessonHours | None
    online_at_most_percent: Percent | None
    who: Verbatim | None
    providers: Verbatim | None


class PathFact(Fact):
    """A way to a certificate: who gets which tier, who states it, whose seal it bears."""

    tier: Tier
    route: Literal["training", "assessment", "university_examination", "contest"]
    who: Verbatim
    best_percent: Percent | None
    supervised_by: Verbatim | None
    seal: Verbatim | None


class QuotaFact(Fact):
    """A target or a cap of the programme; exactly one of the amounts is given."""

    what: Verbatim
    ten_thousand_people: TenThousands | None
    at_most_percent: Percent | None
