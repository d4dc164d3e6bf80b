"""`affected`: stored answers that cite what a notice no longer says."""

from __future__ import annotations

import argparse
import os
import sys

from knowledge.commands.common import Commands
from knowledge.editions.overlay import open_edition
from knowledge.editions.store import EditionStore


def add(commands: Commands) -> None:
    """`affected ID [--database URL]`."""
    parser = commands.add_parser("affected", help="列出引用了已变更条款的以往答复")
    parser.add_argument("notice_id", metavar="通知编号")
    parser.add_argument(
        "--database", default=None, metavar="URL", help="默认：DATABASE_URL，或 WENKAO_VAR 里的 SQLite"
    )
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from sqlalchemy.exc import SQLAlchemyError

    from knowledge.provenance import affected, affected_text  # its database drivers are needed here alone

    store = EditionStore.from_environment()
    url = options.database or os.environ.get("DATABASE_URL") or f"sqlite+aiosqlite:///{store.var / 'wenkao.db'}"
    try:
        answers = affected(url, open_edition(store).library, options.notice_id)
    except SQLAlchemyError as error:
        print(f"数据库没有应答（{error}）：请检查 DATABASE_URL 后重试。", file=sys.stderr)
        return 1
    print(affected_text(answers))
    return 0
