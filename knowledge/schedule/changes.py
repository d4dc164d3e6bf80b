"""What may move an assessment, in one sentence for each fact."""

from __future__ import annotations

from datetime import datetime

from knowledge.facts import PostponementFact, WindowFact
from knowledge.library import Holding, Library
from knowledge.schedule.models import Change


def changes(library: Library, holding: Holding, fact: WindowFact, as_of: datetime) -> tuple[Change, ...]:
    """What may move this row's assessment; not to a month in which it already is."""
    return tuple(
        Change(text=worded(one), citations=library.cite_all(holding.notice.id, one.sources, as_of))
        for one in holding.facts.postponements
        if one.month is None or one.month != _month(fact)
    )


def worded(fact: PostponementFact) -> str:
    """报名人数不足30人的，顺延到下个月考."""
    few = f"报名人数不足{fact.fewer_than}人" if fact.fewer_than else "报名人数不够开考"
    condition = few if fact.condition == "too_few" else "报名人数超出考场能容纳的范围"
    moved = f"改到{fact.month}月统一考" if fact.month else "顺延到下个月考"
    told = f"，考前{fact.told_days_before}日前会通知" if fact.told_days_before else ""
    return f"{condition}的，{moved}{told}。"


def _month(fact: WindowFact) -> int | None:
    day = fact.assessment.start or fact.assessment.end
    return day.month if day else None
