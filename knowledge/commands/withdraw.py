"""`withdraw`: a notice that should not have been published is shown no longer."""

from __future__ import annotations

import argparse

from knowledge.commands.common import Commands, add_person
from knowledge.editions.publishing import withdraw
from knowledge.editions.store import EditionStore


def add(commands: Commands) -> None:
    """`withdraw ID --by NAME --reason TEXT`."""
    parser = commands.add_parser("withdraw", help="撤回一份通知：任何日期都不再显示")
    parser.add_argument("notice_id", metavar="通知编号")
    add_person(parser, reason_required=True)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    done = withdraw(EditionStore.from_environment(), options.notice_id, options.by, options.reason)
    print("\n".join(done.summary))
    print(f"已撤回：版本 {done.record.number}。")
    return 0
