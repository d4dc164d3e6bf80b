"""`python -m knowledge COMMAND`: what an operator does with notices; `--help` lists the commands."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from knowledge.commands import affected, check, differences, history, ingest, publish, withdraw
from knowledge.errors import KnowledgeError, UnknownNoticeError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns 0, 1 where something has to be mended, 2 for a wrong call."""
    parser = argparse.ArgumentParser(prog="python -m knowledge", description="通知的核对、入库、发布与回退。")
    commands = parser.add_subparsers(dest="command", required=True, metavar="命令")
    for command in (check, differences, ingest, publish, withdraw, history, affected):
        command.add(commands)
    options = parser.parse_args(arguments)
    try:
        return int(options.run(options))
    except (KnowledgeError, UnknownNoticeError) as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
