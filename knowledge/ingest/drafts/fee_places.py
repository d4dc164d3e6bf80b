"""Whom a price concerns: occupation and level, from where it stands, its captions, or what the notice offers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.ingest.drafts.confidence import CLEAR, CONTEXT, DOUBTFUL, LOOSE
from knowledge.ingest.drafts.offers import Offers
from knowledge.ingest.drafts.prices import Price
from knowledge.ingest.drafts.tables import Passage
from knowledge.models import Level, Source
from knowledge.wording.levels import level_spans

_ALL_LEVELS = re.compile(r"各(?:个)?(?:职业)?(?:技能)?等级|所有等级|全部等级|各级别|不分等级|各级均|每个?等级")
_ALL_OCCUPATIONS = re.compile(
    r"(?:各|所有|全部|上述|以上|每个?)(?:个)?(?:(?:评价|认定)?(?:职业|工种)|(?:评价|认定)项目)|不分(?:职业|工种)"
)
_PRICES = re.compile(r"费|收取|价")


@dataclass(frozen=True)
class Placed:
    """A price of one occupation (None: not to be found) and level (None: it has none), with what says so."""

    occupation: str | None
    level: Level | None
    price: Price
    sources: tuple[Source, ...]
    confidence: float
    level_open: bool = False


def place(price: Price, context: list[Passage], offers: Offers) -> list[Placed]:
    """The price once per occupation and level.

    A price that names no level holds for all that are offered, with doubt unless the notice says so (各等级) or
    offers one; empty where nothing is offered. A special ability has a price without level. A retake that names no occupation is of every occupation of its level.
    """
    names, of_names, sure_names = _occupations(price, context, offers)
    placed: list[Placed] = []
    shared = price.occupation is None and len(names) > 1
    for name in names:
        levels, of_levels, sure_levels = _levels(price, name, context, offers)
        offered = offers.levels([name]) if shared and name else ()
        levels = tuple(level for level in levels if not offered or level in offered)
        sources = tuple(dict.fromkeys([*price.sources, *of_names, *of_levels]))
        sure = min(price.confidence, sure_names, sure_levels)
        if not levels and offers.is_special(name):
            placed.append(Placed(name, None, price, sources, min(price.confidence, sure_names)))
        placed += [Placed(name, level, price, sources, sure, sure_levels == DOUBTFUL) for level in levels]
    return placed


def _occupations(
    price: Price, context: list[Passage], offers: Offers
) -> tuple[list[str | None], list[Source], float]:
    if price.occupation is not None:
        return [price.occupation], [], CLEAR
    names, passage = offers.introduced_by(context)
    if passage:
        return [*names], [passage.source()], CLEAR if len(names) == 1 else CONTEXT
    if offers.only:
        return [offers.only.name], [offers.only.source], CLEAR
    words = " ".join([*(source.quote for source in price.sources), *(one.text for one in context[:4])])
    if price.part != "retake" and _ALL_OCCUPATIONS.search(words):
        return [one.name for one in offers.all] or [None], [], LOOSE
    return [None], [], CONTEXT if price.part == "retake" else DOUBTFUL


def _levels(
    price: Price, name: str | None, context: list[Passage], offers: Offers
) -> tuple[tuple[Level, ...], list[Source], float]:
    if price.levels:
        return price.levels, [], CLEAR
    words = " ".join(source.quote for source in price.sources)
    offered = offers.levels([name] if name else [])
    if _ALL_LEVELS.search(words):
        return offered, [], LOOSE
    if price.part == "retake":
        return offered, [], CONTEXT
    for passage in context[:4]:
        spans = level_spans(passage.text)
        if len(spans) == 1 and spans[0].understood and _PRICES.search(passage.text):
            return spans[0].levels, [passage.source()], CONTEXT
        if _ALL_LEVELS.search(passage.text):
            return offered, [passage.source()], LOOSE
    if len(offered) == 1:
        matching = offers.matching(name) if name else []
        return offered, [matching[0].source] if matching else [], CONTEXT
    return offered, [], DOUBTFUL
