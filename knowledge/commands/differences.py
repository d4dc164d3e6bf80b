"""`differences`: what the notices say differently, with both sides, as the page docs/differences.md shows it."""

from __future__ import annotations

import argparse

from knowledge.commands.common import Commands
from knowledge.differences import notices_of
from knowledge.editions.overlay import current_library
from knowledge.facts import DifferenceFact
from knowledge.library import Holding, Library


def add(commands: Commands) -> None:
    """`differences`, without arguments."""
    parser = commands.add_parser("differences", help="列出通知之间、通知前后不一致之处，两处原文都列出")
    parser.set_defaults(run=_run)


def _run(_: argparse.Namespace) -> int:
    print("\n".join(listing(current_library())))
    return 0


def listing(library: Library) -> list[str]:
    """The listed differences notice by notice, in Markdown."""
    lines = []
    for holding in sorted(library.holdings, key=lambda one: one.notice.id):
        if holding.facts.differences:
            front = holding.notice.front
            lines += [f"## {front.issuer}（{front.year}年，`{front.id}`）", ""]
            for fact in holding.facts.differences:
                lines += [*_entry(library, holding, fact), ""]
    return lines


def _entry(library: Library, holding: Holding, fact: DifferenceFact) -> list[str]:
    found = "由阅读发现" if fact.check == "reading" else f"由检查 `{fact.check}` 发现"
    names = "、".join(f"`{one}`" for one in sorted(notices_of(holding, fact) - {holding.notice.id}))
    lines = [f"- **{fact.about}** {fact.reason}（{found}{f'，另一份：{names}' if names else ''}）"]
    for place in fact.places:
        notice = library.notice(place.notice or holding.notice.id).front
        lines.append(f"  - {notice.issuer}{notice.year}年 {place.clause}：“{place.quote}”")
    return lines
