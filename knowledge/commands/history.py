"""`editions` and `rollback`: what was in force when, and going back to it."""

from __future__ import annotations

import argparse

from knowledge.commands.common import Commands, add_person, dated
from knowledge.editions.models import EditionRecord
from knowledge.editions.publishing import rollback
from knowledge.editions.store import EditionStore

_ACTIONS = {"publish": "发布", "withdraw": "撤回", "rollback": "回退"}
_CHANGES = {"added": "新增", "replaced": "替换", "withdrawn": "撤回"}


def add(commands: Commands) -> None:
    """`editions`, and `rollback [--to N] --by NAME [--reason TEXT]`."""
    listing = commands.add_parser("editions", help="列出各个版本和每次变更")
    listing.set_defaults(run=_list)
    back = commands.add_parser("rollback", help="回到较早的版本，立即生效")
    back.add_argument(
        "--to", type=int, default=None, metavar="版本号", help="默认：现行版本所依据的那个；0 是随程序提供的"
    )
    add_person(back, reason_required=False)
    back.set_defaults(run=_rollback)


def _list(_: argparse.Namespace) -> int:
    store = EditionStore.from_environment()
    current, moves = store.current(), store.moves()
    print(f"{_mark(0, current)} 版本 0  随程序提供的通知")
    for record in store.records():
        never = "" if any(one.number == record.number for one in moves) else "（从未生效）"
        print(f"{_mark(record.number, current)} 版本 {record.number}  {_told(record)}{never}")
    print("变更记录：" if moves else "还没有发布过。")
    for one in moves:
        print(f"  {_ACTIONS[one.action]}  {one.was} → {one.number}  {dated(one)}")
    return 0


def _mark(number: int, current: int) -> str:
    return "▶" if number == current else " "


def _told(record: EditionRecord) -> str:
    changes = "，".join(f"{_CHANGES[one.action]} {one.notice_id}" for one in record.changes)
    return f"依据版本 {record.base}  {changes}  {dated(record)}"


def _rollback(options: argparse.Namespace) -> int:
    move = rollback(EditionStore.from_environment(), options.by, options.reason, options.to)
    print(f"已从版本 {move.was} 回到版本 {move.number}。运行中的服务会自动换用。")
    return 0
