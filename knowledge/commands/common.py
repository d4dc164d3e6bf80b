"""What several commands share."""

from __future__ import annotations

import argparse
from typing import TypeAlias

from knowledge.editions.models import EditionRecord, Move
from knowledge.validity import SHANGHAI

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def add_person(parser: argparse.ArgumentParser, *, reason_required: bool) -> None:
    """The person who decides and why: kept with the edition and in the journal."""
    parser.add_argument("--by", required=True, metavar="姓名", help="由谁确认：姓名或缩写")
    parser.add_argument("--reason", required=reason_required, metavar="原因", help="为什么")


def dated(one: EditionRecord | Move) -> str:
    """When and by whom, and why where that was said."""
    reason = f"：{one.reason}" if one.reason else ""
    return f"{one.at.astimezone(SHANGHAI):%Y-%m-%d %H:%M} {one.by}{reason}"
