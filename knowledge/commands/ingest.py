"""`ingest`: a published file becomes a draft; nothing is published."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from knowledge.commands.common import Commands
from knowledge.editions.overlay import current_library
from knowledge.ingest.drafts.models import Change

MOST = 60


def add(commands: Commands) -> None:
    """`ingest FILE [--json OUT] [--against ID] [--out FOLDER]`."""
    parser = commands.add_parser("ingest", help="读取一份通知（PDF、DOCX、HTML、文本），写出草稿")
    parser.add_argument("file", type=Path, metavar="文件")
    parser.add_argument("--json", type=Path, default=None, metavar="JSON", help="草稿写成一个 JSON 文件")
    parser.add_argument("--against", default=None, metavar="通知编号", help="与哪一份通知比较")
    parser.add_argument("--out", type=Path, default=None, metavar="文件夹", help="写成可供核对和发布的草稿文件夹")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from knowledge.ingest.pipeline import (
        ingest,
        write_folder,
    )  # its readers take a second that no other command needs

    if not options.file.is_file():
        print(f"没有这个文件：{options.file}", file=sys.stderr)
        return 1
    ingested = ingest(options.file, current_library(), options.against)
    draft = ingested.draft
    text = draft.model_dump_json(by_alias=True, indent=2) + "\n"
    if draft.changes:
        print("\n".join(changed(draft.changes)), file=sys.stderr)
    if options.out:
        write_folder(ingested, options.out)
        print(f"草稿文件夹：{options.out}", file=sys.stderr)
    if options.json:
        options.json.parent.mkdir(parents=True, exist_ok=True)
        options.json.write_text(text, encoding="utf-8")
        print(f"草稿：{options.json}；待回答的问题 {len(draft.questions)} 个。没有发布。", file=sys.stderr)
    elif not options.out:
        print(text, end="")
    return 0


def changed(changes: Iterable[Change]) -> Iterator[str]:
    """One line a change, as an applicant would put it: 三级合计：500元 → 550元（二（四））."""
    for one in changes:
        old, new = (_short(text) for text in (one.old, one.new))
        yield f"{one.field}：{old} → {new}" + (f"（{one.clause}）" if one.clause else "")


def _short(text: str | None) -> str:
    if text is None:
        return "无"
    line = " ".join(text.split())
    return line if len(line) <= MOST else f"{line[:MOST]}…"
