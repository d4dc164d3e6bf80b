"""What a notice says in running text of the price of a retake."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from knowledge.facts import Component
from knowledge.ingest.drafts.offers import Offers
from knowledge.ingest.drafts.tables import Passage
from knowledge.models import Level
from knowledge.wording.levels import level_spans, ordered
from knowledge.wording.money import MODULES, AmountSpan, amounts_in
from knowledge.wording.plain import plain

_ABOUT = re.compile(r"补考|补评|重考|补测")
_MONEY = re.compile(r"费|元|价|收取|缴|标准的?[\d一二三四五六七八九半]")
_SAME = re.compile(
    r"(?:与|同|和|按照?|参照|依据|根据)[^。;]{0,12}(?:正考|首考|首次|初考|初次|原|上述|以上|相应|对应|单科|单项|各科|该科)[^。;]{0,12}"
    r"(?:一致|相同|同等|标准|执行|收[费取]|缴[纳费])|(?:标准|费用?)[^。;]{0,4}(?:不变|一致|相同)"
    r"|[只仅][需须]?(?:缴|交|收)[^。;]{0,6}补考的?(?:科目|模块|项目)[^。;]{0,6}费"
    r"|按照?(?:所|需|应|其|实际)?补考的?[^。;]{0,6}(?:模块|科目|项目|内容)[^。;]{0,10}(?:收|缴|标准)"
)
_BY_MODULE = re.compile(r"模块|科目|单科|单项|各科|该科|每科|分项")
_UNREAD = re.compile(
    r"减半|半价|[一二三四五六七八九\d][折成]|\d+\s*%|分之|优惠|折扣|打折|一半|免收|免费|减免|\d倍"
)
_NAME = re.compile(
    r"(?:理论知识|理论|操作技能|实际操作|技能操作|实操|操作|综合评审|评审|论文答辩|答辩)(?:考试|考核|评价|测试)?(?:费用?)?"
)
_RETAKE_NAME = re.compile(r"(?:补考|补评|重考)(?:收费标准|收费|费用|费)?")

# 补考收费见附件3, 须重新缴纳补考费: a price of retakes is spoken of.
_MENTIONED = re.compile(
    r"(?:补考|补评|重考|补测)[^。;]{0,20}(?:费|收取|价|\d元)|(?:费用?|收费|缴费|缴纳|收取)[^。;]{0,12}(?:补考|补评|重考|补测)"
)
_FIRST = re.compile(r"正考|首考|首次|初次|初考|[含及和与、](?:补考|补评|重考|补测)(?!科目)")
_MAX_HEADING = 40

Kind = Literal["same", "priced", "unread", "mentioned"]


@dataclass(frozen=True)
class RetakeRule:
    """`same`: as the examination costs, `by_module` where the modules are said to count; `priced`: at `components`.

    `unread`: something else (half of it), for a person to work out. `mentioned`: it costs something, stated elsewhere
    or nowhere. `levels` and `occupations` empty: for all.
    """

    kind: Kind
    passage: Passage
    components: tuple[Component, ...] = ()
    levels: tuple[Level, ...] = ()
    by_module: bool = False
    usual: bool = True
    occupations: tuple[str, ...] = ()


def retake_rules(passages: list[Passage], offers: Offers, over: Mapping[str, tuple[str, ...]]) -> list[RetakeRule]:
    """Every rule on the price of a retake, in order; `over` are the occupations that a clause's headings name."""
    found: list[RetakeRule] = []
    headed, clause = tuple[str, ...](), ""
    for passage in passages:
        if passage.clause != clause:
            headed, clause = over.get(passage.clause, ()), passage.clause
        names = tuple(offers.named_in(passage.text))
        if len(names) == 1 and len(passage.text) <= _MAX_HEADING and not amounts_in(passage.text):
            headed = names
        for sentence in re.split(r"(?<=[。；;\n])", passage.text):
            if _ABOUT.search(sentence) and _MONEY.search(sentence):
                own = tuple(offers.named_in(sentence)) or headed
                found += [replace(one, occupations=own) for one in _rules(sentence, passage, offers)]
    return found


def _rules(sentence: str, passage: Passage, offers: Offers) -> list[RetakeRule]:
    tail = sentence[_start(sentence) :]
    amounts = amounts_in(tail)
    unread = [RetakeRule("unread", passage, by_module=bool(_BY_MODULE.search(sentence)))]
    if _UNREAD.search(plain(tail)):
        return unread
    if amounts and (
        _SAME.search(plain(sentence)) or "原价" in sentence or _FIRST.search(sentence[_first(sentence) :])
    ):
        return unread
    if amounts:
        several = len(offers.named_in(sentence)) > 1 and offers.named_in(tail[amounts[0].end :])
        head = sentence[_first(sentence) : _start(sentence)]
        return unread if several else [_narrowed(one, head) for one in _priced(tail, amounts, passage)]
    if _SAME.search(plain(sentence)):
        return [RetakeRule("same", passage, by_module=bool(_BY_MODULE.search(sentence)))]
    return [RetakeRule("mentioned", passage)] if _MENTIONED.search(plain(sentence)) else []


def _narrowed(rule: RetakeRule, head: str) -> RetakeRule:
    """With the level and the part that stand before the word 补考 (二级综合评审不合格的，补考260元), where it names none."""
    spans, parts = level_spans(head), list(_NAME.finditer(head))
    if not rule.levels and len(spans) == 1 and spans[0].understood:
        rule = replace(rule, levels=spans[0].levels)
    one = rule.components[0]
    if len(rule.components) == len(parts) == 1 and one.name.startswith("补"):
        rule = replace(rule, components=(Component(name=parts[0].group(), amount=one.amount),))
    return rule


def _first(sentence: str) -> int:
    """The end of the prices before the retake's."""
    match = _ABOUT.search(sentence)
    before = [one.end for one in amounts_in(sentence) if match and one.end <= match.start()]
    return before[-1] if before else 0


def _start(sentence: str) -> int:
    """Where the words on retakes begin: with the part of the examination right before them (理论补考60元)."""
    match = _ABOUT.search(sentence)
    if match is None:
        return 0
    part = next((one for one in _NAME.finditer(sentence) if one.end() == match.start()), match)
    return part.start()


def _priced(tail: str, amounts: list[AmountSpan], passage: Passage) -> list[RetakeRule]:
    """Amounts by the levels that stand before them; without levels, for all."""
    rules: list[RetakeRule] = []
    components: list[Component] = []
    levels: tuple[Level, ...] = ()
    usual, left = True, 0
    for one in amounts:
        before = tail[left : one.start]
        named = ordered(level for span in level_spans(before) for level in span.levels)
        if named and components:
            rules.append(RetakeRule("priced", passage, tuple(components), levels, usual=usual))
            components = []
        levels = named or levels
        usual = usual and one.amount.usual
        if one.amount.value:
            components.append(Component(name=_name(before, tail, one), amount=one.amount.value))
        left = one.end
    return [*rules, RetakeRule("priced", passage, tuple(components), levels, usual=usual)] if components else rules


def _name(before: str, tail: str, one: AmountSpan) -> str:
    """The part of the examination that the amount is for, else 补考费 as printed; with its unit where by module."""
    parts = list(_NAME.finditer(before))
    retakes = sorted(_RETAKE_NAME.findall(tail), key=len)
    name = parts[-1].group() if parts else retakes[-1] if retakes else "补考费"
    return per_module_name(name, one.amount.per)


def per_module_name(name: str, per: str | None) -> str:
    """评价服务费（每模块） where a retake is priced by module; the name alone where not."""
    return f"{name}（每{per}）" if per in MODULES and "每" not in name else name
