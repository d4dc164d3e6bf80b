"""Of several sources of one fact, the one that a reader of a certain topic wants to see."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from knowledge.facts import AsTextFact, Fact
from knowledge.models import Source

# What stands in the wanted quote, for the topics that share a fact with others. The kinds of fact differ.
_WORDS: dict[str, Callable[[Any], Iterable[str]]] = {
    "appointment": lambda _: ("预约",),
    "materials": lambda fact: fact.materials,
    "retake_fee": lambda _: ("补考",),
    "payment_window": lambda fact: (fact.payment.text,),
    "ticket_date": lambda fact: (fact.admission_ticket.text,),
    "address": lambda fact: fact.addresses,
    "hours": lambda fact: fact.hours.text.splitlines(),
    "enquiry_phone": lambda fact: _numbers(fact, "enquiry"),
    "supervision_phone": lambda fact: _numbers(fact, "supervision"),
}


def source_of(topic: str, fact: Fact) -> Source:
    """The source whose quote has the topic's words; where the topic has none of its own, the first."""
    if isinstance(fact, AsTextFact):
        return fact.sources[0]
    words = [_bare(word) for word in _WORDS[topic](fact)] if topic in _WORDS else []
    return next((one for one in fact.sources if any(word in _bare(one.quote) for word in words)), fact.sources[0])


def _numbers(fact: Any, purpose: str) -> list[str]:
    return [phone.number for phone in fact.phones if phone.purpose == purpose]


def _bare(text: str) -> str:
    """Without what notices put between the parts of a number: (021)6241 8668 is 02162418668."""
    return re.sub(r"[\s()（）—-]", "", text)
