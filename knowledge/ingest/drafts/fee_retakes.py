"""What a notice says of retakes apart from the table of a fee: in running text, or in a table of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from knowledge.facts import Component
from knowledge.ingest.drafts.confidence import CONTEXT, DOUBTFUL, LOOSE
from knowledge.ingest.drafts.fee_assembly import FeeDraft, home_of
from knowledge.ingest.drafts.fee_headings import EXAMINED
from knowledge.ingest.drafts.models import Question
from knowledge.ingest.drafts.offers import Offers
from knowledge.ingest.drafts.prices import Gap
from knowledge.ingest.drafts.retakes import RetakeRule
from knowledge.ingest.drafts.tables import above
from knowledge.lexicon.matching import fold
from knowledge.models import Notice

_REVIEW = re.compile(r"评审|答辩")
_PARTS = (
    ("review", _REVIEW),
    ("theory", re.compile(r"理论|知识|笔试")),
    ("practice", re.compile(r"操作|实操|实作|实践|技能")),
)
_MAX_HEADING = 40


def headed_occupations(notice: Notice, offers: Offers) -> Mapping[str, tuple[str, ...]]:
    """For each clause the occupation that a heading above it names, where that is one."""
    found: dict[str, tuple[str, ...]] = {}
    for clause in notice.clauses.values():
        short = (
            one for one in above(clause, notice) if len(one.text) <= _MAX_HEADING and one.text[-1:] not in "。；"
        )
        names = next((names for one in short if (names := offers.named_in(one.text))), [])
        if len(names) == 1:
            found[clause.path] = tuple(names)
    return found


def join_tables(drafts: list[FeeDraft], apart: Iterable[FeeDraft], offers: Offers) -> list[Question]:
    """Give every fee the retakes of a table that prices nothing else; a question where they belong to no fee."""
    questions: list[Question] = []
    tables = list(apart)
    for one in tables:
        targets = [
            fee for fee in drafts if fee.level == one.level and _same(one.occupation, fee.occupation, offers)
        ]
        for fee in targets:
            _join(fee, one)
        if not targets:
            source = one.sources[0]
            question = f"{one.occupation or ''}{one.level_name}的补考收费找不到对应的考试收费，请确认。"
            questions.append(Question(clause=source.clause, quote=source.quote, question=question))
    for fee in drafts:
        if not fee.per_module and any(_same(one.occupation, fee.occupation, offers) for one in tables):
            fee.doubt("补考收费表没有列出这个等级，请确认。")
    return questions


def _join(fee: FeeDraft, apart: FeeDraft) -> None:
    amounts = [sorted(one.amount for one in draft.retake) for draft in (fee, apart)]
    fee.sources += apart.sources
    if fee.per_module and amounts[0] != amounts[1]:
        fee.doubt("两处印的补考收费不同，以哪一处为准？", apart.sources[0])
    elif not fee.per_module:
        fee.retake, fee.per_module = _taken(fee, apart.retake), True
        fee.confidence = min(fee.confidence, apart.confidence, CONTEXT)


def apply_rules(draft: FeeDraft, rules: list[RetakeRule], drafts: list[FeeDraft], offers: Offers) -> None:
    """Add what the running text says of retakes, where no table does.

    That a notice does not state it may only be said for certain where it nowhere speaks of it.
    """
    stated = [one for one in rules if one.kind != "mentioned" and _reaches(one, draft, drafts, offers)]
    fitting = [one for one in stated if draft.level in one.levels] or [one for one in stated if not one.levels]
    if draft.per_module:
        _compare(draft, fitting)
    elif fitting:
        _apply(draft, fitting)
    elif rules:
        draft.doubt("原文提到补考收费，但没有读出这个职业、等级的金额，请确认。", rules[0].passage.source())


def _compare(draft: FeeDraft, rules: list[RetakeRule]) -> None:
    """A table and a sentence that price retakes must agree, unless the sentence prices a part that the table lacks."""
    printed = {one.amount for one in draft.retake}
    for rule in rules:
        if rule.kind != "priced" or printed & {one.amount for one in rule.components}:
            continue
        parts = {_part_of(one.name) for one in rule.components}
        if None in parts or parts & {_part_of(one.name) for one in draft.retake}:
            draft.doubt("表格和正文印的补考收费不同，以哪一处为准？", rule.passage.source())
        else:
            _add_parts(draft, rule)


def _add_parts(draft: FeeDraft, rule: RetakeRule) -> None:
    """Retakes of parts that the table leaves out, where they are examined."""
    examined = {_part_of(one.name) for one in draft.components}
    more = [one for one in rule.components if _part_of(one.name) in examined]
    if more:
        draft.retake = [*draft.retake, *more]
        draft.sources.append(rule.passage.source())
        draft.confidence = min(draft.confidence, CONTEXT if rule.usual else DOUBTFUL)


def _part_of(name: str) -> str | None:
    """Which part of the examination a component is: review, theory, practice; None where its name says none."""
    return next((part for part, words in _PARTS if words.search(name)), None)


def _reaches(rule: RetakeRule, draft: FeeDraft, drafts: list[FeeDraft], offers: Offers) -> bool:
    """A rule holds for the occupations that it names; in an annex with prices, for the prices of that annex only."""
    if rule.occupations and not any(_same(name, draft.occupation, offers) for name in rule.occupations):
        return False
    home = home_of(rule.passage.clause)
    return not home or home in draft.homes or not any(home in one.homes for one in drafts)


def concerns(gap: Gap, draft: FeeDraft, offers: Offers) -> bool:
    """Whether a cell that was not understood belongs to a fee."""
    in_home = home_of(gap.passage.clause) in draft.homes
    named = any(_same(name, draft.occupation, offers) for name in gap.occupations or (None,))
    return in_home and named and (not gap.levels or draft.level in gap.levels)


def _same(name: str | None, occupation: str | None, offers: Offers) -> bool:
    """Whether a retake's occupation (None: not named) is that of a fee, or the general name of it."""
    if name is None or occupation is None or fold(name) == fold(occupation):
        return True
    general = {fold(one.name) for one in offers.matching(name)}
    special = {fold(occupation), *(fold(one.name) for one in offers.matching(occupation))}
    return bool(general & special)


def _apply(draft: FeeDraft, rules: list[RetakeRule]) -> None:
    rule = next((one for one in rules if one.kind == "priced"), rules[0])
    if any(one.kind == "priced" and one.components != rule.components for one in rules):
        draft.doubt("补考收费印有不同的金额，以哪一个为准？")
    draft.sources.append(rule.passage.source())
    if rule.kind == "unread":
        draft.per_module = rule.by_module
        draft.doubt("补考收费的金额没有印出，或没有全部读懂，请确认。", rule.passage.source())
    elif rule.kind == "priced":
        draft.retake, draft.per_module = _taken(draft, rule.components), True
        draft.confidence = min(draft.confidence, CONTEXT if rule.usual else DOUBTFUL)
    else:
        _same_as_examination(draft, rule)


def _taken(draft: FeeDraft, retake: Iterable[Component]) -> list[Component]:
    """The retakes of what is examined: without a review where the examination is printed part by part without one."""
    parts = [one.name for one in draft.components]
    reviewed = any(_REVIEW.search(name) for name in parts) or not any(EXAMINED.search(name) for name in parts)
    return [one for one in retake if reviewed or not _REVIEW.search(one.name)]


def _same_as_examination(draft: FeeDraft, rule: RetakeRule) -> None:
    draft.per_module = True
    if not draft.components or (rule.by_module and len(draft.components) == 1):
        if draft.components and EXAMINED.search(draft.components[0].name):
            draft.retake = list(draft.components)
        else:
            draft.doubt("补考按模块收费，但每个模块的金额没有印出，请确认。", rule.passage.source())
        return
    draft.retake = list(draft.components)
    if not rule.by_module:
        draft.confidence = min(draft.confidence, LOOSE if len(draft.components) > 1 else CONTEXT)
