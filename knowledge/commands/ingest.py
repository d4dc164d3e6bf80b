"""`ingest`: a published file becomes a draft; nothing is published."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from knowledge.commands.common import Commands
from knowledge.editions.overlay import current_library


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
