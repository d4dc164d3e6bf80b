"""Put the prices of one occupation and level together to one fee."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from knowledge.facts import Component
from knowledge.ingest.drafts.confidence import DOUBTFUL
from knowledge.ingest.drafts.fee_headings import EXAMINED, GENERIC
from knowledge.ingest.drafts.fee_places import Placed
from knowledge.ingest.drafts.models import DraftFee, DraftRetake, Question
from knowledge.ingest.drafts.offers import Offers
from knowledge.ingest.drafts.retakes import per_module_name
from knowledge.models import LEVEL_NAMES, Level, Source


@dataclass
class FeeDraft:
    """The fee of one occupation and level while it is put together."""

    occupation: str | None
    level: Level | None
    components: list[Component] = field(default_factory=list)
    total: float | None = None
    retake: list[Component] = field(default_factory=list)
    per_module: bool = False
    sources: list[Source] = field(default_factory=list)
    confidence: float = 1.0
    questions: list[Question] = field(default_factory=list)
    # The body, or the annexes, that print the examination's prices.
    homes: set[str] = field(default_factory=set)

    @property
    def level_name(self) -> str:
        """The level in words, empty where it has none."""
        return LEVEL_NAMES[self.level] if self.level else ""

    def doubt(self, question: str, source: Source | None = None) -> None:
        """Lower the confidence and ask, about this fee or about a passage that concerns several."""
        self.confidence = min(self.confidence, DOUBTFUL)
        subject = "" if source else f"{self.occupation or '（职业未写明）'}{self.level_name}："
        at = source or self.sources[0]
        self.questions.append(Question(clause=at.clause, quote=at.quote, question=subject + question))

    def finished(self, offers: Offers) -> DraftFee:
        """The draft."""
        return DraftFee(
            occupation=offers.occupation(self.occupation) if self.occupation else None,
            level=self.level,
            components=tuple(self.components),
            total=self.total,
            retake=DraftRetake(
                basis="per_module" if self.per_module else "not_stated", components=tuple(self.retake)
            ),
            citations=tuple(dict.fromkeys(self.sources)),
            confidence=self.confidence,
        )


def home_of(clause: str) -> str:
    """The annex of a clause; empty for the body."""
    part = clause.split("·")[0]
    return part if part.startswith("附件") else ""


def examination(placed: list[Placed]) -> FeeDraft:
    """The fee of one table or clause, without the rules on retakes.

    A price without other parts is the whole price, so that it is also the total, unless a column of totals stands
    beside it. A general price (收费标准 400) beside 理论知识 100 and 操作技能 300 is the total. A printed total that is
    not the sum stays as printed.
    """
    first = placed[0]
    draft = FeeDraft(first.occupation, first.level)
    for one in placed:
        draft.sources += one.sources
        draft.confidence = min(draft.confidence, one.confidence)
    draft.homes = {home_of(source.clause) for one in placed for source in one.price.sources}
    examined = any(one.price.part != "retake" for one in placed)
    if first.occupation is None and examined:
        draft.doubt("收费属于哪个职业？原文没有写明。", draft.sources[0])
    if any(one.level_open for one in placed):
        draft.doubt("收费没有写明等级，是否各等级相同？", draft.sources[0])
    parts = [one.price for one in placed if one.price.part == "component"]
    specific = [one for one in parts if not GENERIC.match(one.name or "费")]
    whole = [one for one in parts if one not in specific]
    totals = [one.price.amount for one in placed if one.price.part == "total"]
    broken_down = any(EXAMINED.search(one.name) for one in specific)
    if broken_down and whole and not totals:
        parts, totals = specific, [one.amount for one in whole]
    draft.components = [Component(name=one.name or "收费", amount=one.amount) for one in parts]
    _add_total(draft, totals, with_total=any(one.price.with_total for one in placed))
    retakes = [one.price for one in placed if one.price.part == "retake"]
    draft.retake = [Component(name=per_module_name(one.name, one.per), amount=one.amount) for one in retakes]
    draft.per_module = bool(retakes)
    return draft


def _add_total(draft: FeeDraft, totals: list[float], with_total: bool) -> None:
    if len(set(totals)) > 1:
        draft.doubt(f"印有不同的合计（{'、'.join(f'{one:g}' for one in totals)}元），以哪一个为准？")
        return
    draft.total = totals[0] if totals else None
    if not totals and not with_total and len(draft.components) == 1:
        draft.total = draft.components[0].amount
    if len({one.name for one in draft.components}) < len(draft.components):
        draft.doubt("同一项目出现多个金额，以哪一个为准？")
    worked_out = sum(one.amount for one in draft.components)
    if draft.total is not None and draft.components and not math.isclose(draft.total, worked_out):
        draft.doubt(f"印的合计{draft.total:g}元与各项之和{worked_out:g}元不一致，以哪一个为准？")


def add_other(draft: FeeDraft, other: FeeDraft) -> None:
    """The same occupation and level in a second place: what it adds, or a question where it contradicts."""
    draft.sources += other.sources
    draft.homes |= other.homes
    if other.retake and not draft.retake:
        draft.confidence = min(draft.confidence, other.confidence)
    draft.retake = draft.retake or other.retake
    draft.per_module = draft.per_module or other.per_module
    if not draft.components and draft.total is None:
        draft.components, draft.total = other.components, other.total
        draft.confidence = min(draft.confidence, other.confidence)
    elif other.components or other.total is not None:
        amounts = [sorted(one.amount for one in fee.components) for fee in (draft, other)]
        if draft.total != other.total or amounts[0] != amounts[1]:
            draft.doubt("两处印的收费不同，以哪一处为准？")
