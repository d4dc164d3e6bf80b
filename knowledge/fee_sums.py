"""What several attempts cost together, with the working: how many people, at which level, first attempt or retake.

Money is `Decimal` in yuan, so a total is exactly the sum of its parts. What the notice does not price, and what
nobody said, stays open: then there is no total, only the sum of the parts that are known.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from pydantic import Field

from knowledge.facts import Component
from knowledge.fees import Fee
from knowledge.models import LEVEL_NAMES, Strict
from knowledge.subject import Subject

Module = Literal["theory", "practice", "review"]
Reason = Literal[
    "level_unknown",
    "people_unknown",
    "no_fee",
    "several_fees",
    "no_total",
    "retake_not_stated",
    "modules_unknown",
    "module_not_priced",
    "too_many_modules",
]
# These are for the person to tell; the others the notice leaves open.
TO_ASK: tuple[Reason, ...] = ("level_unknown", "people_unknown", "modules_unknown")
MOST_PEOPLE = 10_000
MOST_MODULES = 10
EACH_MODULE = "（每模块）"
"""How the facts call a retake fee that is the same for every module."""
MODULE_WORDS: dict[Module, str] = {"theory": "理论", "practice": "操作", "review": "综合评审"}
"""The word by which a component of a fee is recognised as that module's."""


class Attempt(Strict):
    """One line of a bill: so many people, one level, first attempt or retake.

    `subject` names the level (None: nobody said) and, where it matters, organisation and occupation. `people` is None
    where a number was meant and is not known. Of a retake, `modules` are those named, `module_count` how many where
    only that was said, `times` how often they are taken again.
    """

    subject: Subject
    people: int | None = Field(default=1, ge=1, le=MOST_PEOPLE)
    retake: bool = False
    modules: tuple[Module, ...] = ()
    module_count: int | None = Field(default=None, ge=1)
    times: int = Field(default=1, ge=1, le=MOST_MODULES)


class Part(Strict):
    """One line worked out: `text` is `400元 × 2人`, `amount` 800 (yuan), `label` what for."""

    label: str
    text: str
    amount: Decimal


class Open(Strict):
    """A line that cannot be worked out, and why."""

    label: str
    reason: Reason


class Sum(Strict):
    """The parts in the order of the lines. `total` is None where a line is open; `known` is the sum of the parts."""

    parts: tuple[Part, ...]
    open: tuple[Open, ...]
    total: Decimal | None
    known: Decimal


class _Unpriced(Exception):
    """The notice or the person leaves something open."""

    def __init__(self, reason: Reason) -> None:
        self.reason: Reason = reason


def add_up(fees: Sequence[Fee], lines: Sequence[Attempt]) -> Sum:
    """Add up the lines by the fees of one organisation; no line is priced by guess."""
    done = [_line(fees, one) for one in lines]
    parts = tuple(one for one in done if isinstance(one, Part))
    left = tuple(one for one in done if isinstance(one, Open))
    known = sum((one.amount for one in parts), Decimal(0))
    return Sum(parts=parts, open=left, total=known if parts and not left else None, known=known)


def money(amount: Decimal) -> str:
    """1200, or 1200.5: no trailing zeros, no exponent."""
    return f"{amount.quantize(Decimal(1)) if amount == amount.to_integral() else amount.normalize():f}"


def _line(fees: Sequence[Fee], line: Attempt) -> Part | Open:
    label = _label(line)
    try:
        price, text = _price(_fee(fees, line.subject), line)
        people = _people(line)
    except _Unpriced as unpriced:
        return Open(label=label, reason=unpriced.reason)
    times = line.times if line.retake else 1
    factors = [f"{times}次"] * (times > 1) + [f"{people}人"] * (people > 1)
    if factors:
        text = " × ".join([f"（{text}）" if " + " in text else text, *factors])
    return Part(label=label, text=text, amount=price * people * times)


def _people(line: Attempt) -> int:
    if line.people is None:
        raise _Unpriced("people_unknown")
    return line.people


def _label(line: Attempt) -> str:
    level = LEVEL_NAMES[line.subject.level] if line.subject.level else ""
    level = f"{line.subject.occupation.name}{level}" if line.subject.occupation else level
    if not line.retake:
        return level
    return f"{level}补考" + "和".join(MODULE_WORDS[one] for one in line.modules)


def _fee(fees: Sequence[Fee], subject: Subject) -> Fee:
    if subject.level is None:
        raise _Unpriced("level_unknown")
    meant = [one for one in fees if one.level == subject.level and _is_meant(one, subject)]
    if not meant:
        raise _Unpriced("no_fee")
    if len(meant) > 1:
        raise _Unpriced("several_fees")
    return meant[0]


def _is_meant(fee: Fee, subject: Subject) -> bool:
    """Organisation and occupation narrow; a name without bracket covers its specialisations."""
    asked = subject.occupation.name if subject.occupation else fee.occupation.name
    return (subject.organisation is None or subject.organisation.id == fee.organisation.id) and (
        fee.occupation.name == asked or fee.occupation.name.startswith(f"{asked}（")
    )


def _price(fee: Fee, line: Attempt) -> tuple[Decimal, str]:
    """What one person pays, and the working."""
    if line.retake:
        return _retake_price(fee, line)
    if fee.total is None:
        raise _Unpriced("no_total")
    return _decimal(fee.total), f"{money(_decimal(fee.total))}元"


def _retake_price(fee: Fee, line: Attempt) -> tuple[Decimal, str]:
    if fee.retake.basis == "not_stated":
        raise _Unpriced("retake_not_stated")
    offered = fee.retake.components
    if len(offered) == 1 and offered[0].name.endswith(EACH_MODULE):
        return _same_for_each(offered[0], line)
    chosen = _named(offered, line.modules) if line.modules else _counted(offered, line.module_count)
    amounts = [_decimal(one.amount) for one in chosen]
    return sum(amounts, Decimal(0)), " + ".join(f"{money(one)}元" for one in amounts)


def _same_for_each(component: Component, line: Attempt) -> tuple[Decimal, str]:
    if "review" in line.modules:  # a column of its own in such tables, left empty
        raise _Unpriced("module_not_priced")
    count = len(set(line.modules)) or line.module_count
    if count is None:
        raise _Unpriced("modules_unknown")
    if count > MOST_MODULES:
        raise _Unpriced("too_many_modules")
    one = _decimal(component.amount)
    return one * count, f"{money(one)}元" + (f" × {count}个模块" if count > 1 else "")


def _named(offered: Sequence[Component], modules: Sequence[Module]) -> list[Component]:
    found = []
    for module in dict.fromkeys(modules):
        priced = [one for one in offered if MODULE_WORDS[module] in one.name]
        if len(priced) != 1:
            raise _Unpriced("module_not_priced")
        found.append(priced[0])
    return found


def _counted(offered: Sequence[Component], count: int | None) -> list[Component]:
    """As many modules as there are is all of them; fewer are known only where all cost the same."""
    if count is not None and count > len(offered):
        raise _Unpriced("too_many_modules")
    if count == len(offered) or (count is not None and len({one.amount for one in offered}) == 1):
        return list(offered[:count])
    raise _Unpriced("modules_unknown")


def _decimal(amount: float) -> Decimal:
    """As printed: the shortest decimal that the number reads as."""
    return Decimal(str(amount))
