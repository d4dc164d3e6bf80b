"""`check`: every fact against its notice, and how much there is of each."""

from __future__ import annotations

import argparse
import sys

from knowledge.commands.common import Commands
from knowledge.editions.overlay import load_overlaid
from knowledge.editions.store import EditionStore
from knowledge.editions.summary import kind_name
from knowledge.facts import NoticeFacts
from knowledge.library import Library
from knowledge.verification import verify


def add(commands: Commands) -> None:
    """`check`, without arguments."""
    parser = commands.add_parser("check", help="核对现行版本：每条事实是否有原文依据")
    parser.set_defaults(run=_run)


def _run(_: argparse.Namespace) -> int:
    store = EditionStore.from_environment()
    number = store.current()
    library = load_overlaid(store.root, store.overlay(number))
    print(f"版本 {number}")
    print("\n".join(table(library)))
    problems = list(verify(library))
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"发现 {len(problems)} 个问题，请按提示更正。" if problems else "核对通过：没有问题。")
    return 1 if problems else 0


def table(library: Library) -> list[str]:
    """One line for each notice: its clauses, its facts, and the facts by kind."""
    width = max(len(one.notice.id) for one in library.holdings)
    lines = [f"{'通知':<{width - 2}}  条款  事实"]
    for holding in library.holdings:
        counts = {kind: len(getattr(holding.facts, kind)) for kind in NoticeFacts.model_fields}
        kinds = "  ".join(f"{kind_name(kind)} {number}" for kind, number in counts.items() if number)
        head = f"{holding.notice.id:<{width}}  {len(holding.notice.clauses):>4}  {sum(counts.values()):>4}"
        lines.append(f"{head}  {kinds}")
    return lines
