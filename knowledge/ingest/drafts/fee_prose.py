"""Prices in running text: 五级300元/人，四级400元/人（理论100元、实操300元）; 理论知识100元，操作技能300元，合计400元."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from knowledge.ingest.drafts.confidence import CONTEXT, DOUBTFUL
from knowledge.ingest.drafts.fee_headings import FEE_WORD, Part
from knowledge.ingest.drafts.offers import Offers
from knowledge.ingest.drafts.prices import Price, Prices
from knowledge.ingest.drafts.tables import Passage
from knowledge.models import Level
from knowledge.wording.levels import level_spans
from knowledge.wording.money import AmountSpan, amounts_in
from knowledge.wording.plain import plain, unnumbered

_ABOUT = re.compile(r"收费|费用|考务费|考核费|评价费|认定费|考试费|鉴定费|服务费|缴费|交费|元/人|收取")
_OTHER_MONEY = re.compile(
    r"材料费|耗材|补贴|奖励|罚|快递|邮寄|工本|补办|退费|退还|培训费|培训班|教材|资料费|住宿|交通|餐|停车|押金|注册资[金本]|保险|证书费|制证|体检|场地"
)
_RETAKE = re.compile(r"补考|补评|重考|补测")
# What this notice's prices are not: those of another year.
PAST = re.compile(r"不再执行|停止执行|废止|当年|往年|去年|上一?年度?|调整前|原收费标准")
# What a price includes or not (含材料费) says nothing of the next price.
_ASIDE = re.compile(r"\([^()]*\)|^[^()]*\)|(?:不|已|均)?(?:包?含|包括)[^,;。()]*(?=[,;])")
# 880元/人（含理论100元: the amount before is the sum of what follows.
_SUM_OF = re.compile(r"^[^,;。(\d]{0,6}[(,]?\s*(?:含|其中|包括|包含|分别为)[^\d]{0,12}$")
_PART = re.compile(
    r"(?:理论知识|理论|操作技能|实际操作|技能操作|技能考核|技能|实操|操作|综合评审|评审|论文答辩|答辩)(?:考试|考核|评价|测试|部分|科目)?(?:费用?)?"
)
_EXAMINATION = re.compile(rf"(?:考核|评价|认定|考试|鉴定|考务)(?:服务)?费|{_PART.pattern}")
_TOTAL = re.compile(r"[合总共]计|总价|总费用|总额|一共|共(?=\s*[\d¥￥])")


@dataclass(frozen=True)
class _State:
    """Whom the next amount concerns, as far as the text has said."""

    occupations: tuple[str | None, ...] = (None,)
    levels: tuple[Level, ...] = ()
    understood: bool = True
    other_money: bool = False


def read_prose(passages: list[Passage], context: list[Passage], offers: Offers, scope: int) -> Prices:
    """Prices of the running text of one clause; occupations and levels hold on until others are named.

    Only a clause that is about fees, by its own words or those of the line above it, is read.
    """
    prices = Prices()
    state = _State()
    word = next((m.group() for one in (*passages, *context[:1]) if (m := FEE_WORD.search(one.text))), "")
    fee_clause = any(_ABOUT.search(one.text) for one in (*passages, *context[:1]))
    for passage in passages:
        state = _opened(passage, state, offers)
        for sentence in _sentences(passage.text):
            examined = _before_retake(sentence)
            if fee_clause and amounts_in(examined) and PAST.search(sentence):
                prices.ask(passage, "这里的收费是否已不执行，或属于其他年度？未录入，请确认。")
            elif fee_clause and amounts_in(examined):
                state = _read(examined, passage, replace(state, other_money=False), (offers, prices, scope))
    prices.found = [replace(one, name=one.name or word) for one in prices.found]
    return prices


def _sentences(text: str) -> list[str]:
    return [one for one in re.split(r"(?<=[。；;\n])", text) if one]


def _before_retake(sentence: str) -> str:
    """The part of a sentence that prices the examination, before it comes to retakes."""
    match = _RETAKE.search(sentence)
    if match is None:
        return sentence
    marks = [plain(sentence).rfind(mark, 0, match.start()) for mark in ",;(:、"]
    return sentence[: max(marks)] if max(marks) >= 0 else ""


def _opened(passage: Passage, state: _State, offers: Offers) -> _State:
    """A line without amounts that names an occupation or levels heads the lines after it (（一）养老护理员)."""
    if amounts_in(passage.text):
        return state
    names = offers.named_in(passage.text)
    spans = level_spans(passage.text)
    short = len(unnumbered(passage.text)) <= 40
    if len(names) == 1 and short:
        state = _State((names[0],))
    if len(spans) == 1 and short:
        state = replace(state, levels=spans[0].levels, understood=spans[0].understood)
    return state


def _read(sentence: str, passage: Passage, state: _State, into: tuple[Offers, Prices, int]) -> _State:
    offers, prices, scope = into
    amounts = amounts_in(sentence)
    left = 0
    for i, one in enumerate(amounts):
        before = sentence[left : one.start]
        left = one.end
        state = _moved(before, state, offers)
        if state.other_money or one.amount.value is None:
            continue
        after = sentence[one.end : amounts[i + 1].start if i + 1 < len(amounts) else None]
        if not state.understood or not one.amount.usual:
            prices.ask(passage, f"“{sentence[one.start : one.end]}”适用的等级或单位没有读懂，请确认。")
        if state.understood:
            price = _price(before, one, passage, state, scope)
            if _SUM_OF.match(plain(after)) and _PART.search(after):
                price = replace(price, part="total", name="")
            prices.found += [replace(price, occupation=name) for name in state.occupations]
    return state


def _moved(before: str, state: _State, offers: Offers) -> _State:
    names = offers.named_in(before)
    spans = level_spans(before)
    if names:
        state = _State(_together(names, before), other_money=state.other_money)
    if spans:
        last = spans[-1]
        state = replace(state, levels=last.levels, understood=last.understood)
    other = bool(_OTHER_MONEY.search(_ASIDE.sub("", plain(before)))) or (
        state.other_money and not _EXAMINATION.search(before)
    )
    return replace(state, other_money=other)


def _together(names: list[str], text: str) -> tuple[str, ...]:
    """The last of the names, with those that stand with it in one list (美容师、美发师)."""
    kept = names[-1:]
    for name in reversed(names[:-1]):
        start, end = text.find(name), text.find(kept[0])
        between = text[start + len(name) : end] if 0 <= start < end else "?"
        if not re.fullmatch(r"[\s、,和及与/]+", plain(between)):
            break
        kept.insert(0, name)
    return tuple(kept)


def _price(before: str, one: AmountSpan, passage: Passage, state: _State, scope: int) -> Price:
    part, name = _part(before)
    return Price(
        occupation=None,
        levels=state.levels,
        part=part,
        name=name,
        amount=one.amount.value or 0,
        per=one.amount.per,
        sources=(passage.source(),),
        scope=scope,
        confidence=CONTEXT if one.amount.usual else DOUBTFUL,
    )


def amounts_of_cell(cell: str) -> list[tuple[Part, str, AmountSpan]]:
    """The amounts of a cell with several (400元（理论100元，实操300元）), each with its part and name as printed."""
    left, found = 0, list[tuple[Part, str, AmountSpan]]()
    for one in amounts_in(cell):
        found.append((*_part(cell[left : one.start]), one))
        left = one.end
    return found


def _part(before: str) -> tuple[Part, str]:
    """What the words before an amount say of it; no name where they say nothing."""
    parts = [match.group() for match in _PART.finditer(before)]
    named = [match.group() for match in FEE_WORD.finditer(before)]
    if _TOTAL.search(plain(before)):
        return "total", ""
    return "component", (parts or named or [""])[-1]
