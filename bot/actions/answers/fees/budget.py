"""For how many people an amount is enough: 预算两千块够几个人考三级."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from bot.actions.answers.fees.comparison import Comparison
from bot.actions.reply import Computed
from knowledge.fee_sums import money
from knowledge.fees import Fee
from knowledge.models import LEVEL_NAMES
from knowledge.wording.numerals import NUMERAL, chinese_number

_HAN = rf"[{NUMERAL}百千万]"
_AMOUNT = re.compile(rf"(?P<amount>\d{{2,7}}|{_HAN}{{2,7}})(?:块钱?|元钱?|人民币)?")
_HOW_MANY = re.compile(
    r"(?:够|能|可以|供)[^，。,]{0,6}(?:几|多少)[个名位]?(?:人|考生|员工|同事|学员|同学|(?=考|报))"
)
_ENOUGH = re.compile(r"够(?:吗|么|嘛|不够|不|用吗|了吗|[?？]|$)")
_NO_AMOUNT = re.compile(r"[个名位人年月日号天级岁]")
_LEAST = Decimal(100)  # yuan; what is less counts people or months


def asks_how_many(text: str) -> bool:
    """Whether it asks for how many people an amount that it names is enough."""
    asked = _HOW_MANY.search(text)
    return asked is not None and _AMOUNT.search(text[: asked.start()]) is not None


def whether_enough(total: Decimal, text: str) -> Comparison:
    """预算3000够吗: whether an amount that is named covers what was worked out; nothing where it is not asked."""
    asked = _ENOUGH.search(text)
    named = (
        [one for one in _AMOUNT.finditer(text[: asked.start()]) if not _NO_AMOUNT.match(text, one.end())]
        if asked
        else []
    )
    if not named or asks_how_many(text):
        return Comparison()
    said = named[-1]["amount"]
    amount = Decimal(said) if said.isdigit() else Decimal(chinese_number(said))
    if amount < _LEAST:
        return Comparison()
    more, less = max(total, amount), min(total, amount)
    gap = money(more - less)
    how = Computed(text=gap, explanation=f"{money(more)}元 - {money(less)}元 = {gap}元")
    if total > amount:
        return Comparison((f"{money(amount)}元不够，还差{gap}元。",), (how,))
    return Comparison((f"{money(amount)}元够了{f'，还剩{gap}元' if more > less else '，正好'}。",), (how,))


def enough_for(found: Sequence[Fee], text: str) -> Comparison:
    """The sentence, with its working, of each fee that is charged in whole; nothing where it is not asked for."""
    asked = _HOW_MANY.search(text)
    named = list(_AMOUNT.finditer(text[: asked.start()])) if asked else []
    if not named:
        return Comparison()
    said = named[-1]["amount"]
    amount = Decimal(said) if said.isdigit() else Decimal(chinese_number(said))
    lines, computed = [], []
    for fee in (one for one in found if one.total):
        each = Decimal(str(fee.total))
        people = int(amount // each)
        spent = money(each * people)
        lines.append(f"{LEVEL_NAMES[fee.level]}按每人{money(each)}元算，够{people}个人考。")
        why = f"{money(each)}元 × {people}人 = {spent}元，不超过{money(amount)}元"
        computed.append(Computed(text=f"{people}个人", explanation=why))
    return Comparison(tuple(lines), tuple(computed))
