"""`publish`: a confirmed draft becomes part of the knowledge in force."""

from __future__ import annotations

import argparse
from pathlib import Path

from knowledge.commands.common import Commands, add_person
from knowledge.editions.publishing import Preview, preview, publish
from knowledge.editions.store import EditionStore


def add(commands: Commands) -> None:
    """`publish FOLDER --by NAME [--reason TEXT] [--accept-questions] [--yes]`."""
    parser = commands.add_parser("publish", help="发布一份草稿：核对、确认，立即生效")
    parser.add_argument("folder", type=Path, metavar="草稿文件夹")
    add_person(parser, reason_required=False)
    parser.add_argument("--accept-questions", action="store_true", help="有未回答的问题也发布")
    parser.add_argument("--yes", action="store_true", help="不再询问")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    store = EditionStore.from_environment()
    seen = preview(store, options.folder)
    print("\n".join(_told(seen)))
    if seen.questions and not options.accept_questions:
        print(
            "没有发布：请先在草稿的 questions.yml 里填写 answer，或加 --accept-questions（make：ACCEPT_QUESTIONS=1）。"
        )
        return 1
    if not options.yes and not confirmed():
        print("没有发布。")
        return 1
    done = publish(
        store,
        options.folder,
        options.by,
        options.reason,
        accept_questions=options.accept_questions,
        base=seen.base,
    )
    print(f"已发布：版本 {done.record.number}。运行中的服务会自动换用；回退：python -m knowledge rollback --by …")
    return 0


def _told(seen: Preview) -> list[str]:
    lines = [f"现行版本 {seen.base}，发布后的改动：", *seen.summary]
    if seen.questions:
        lines += [f"未回答的问题 {len(seen.questions)} 个：", *(f"- {one}" for one in seen.questions)]
    return lines


def confirmed() -> bool:
    """Ask the person at the terminal; no answer is a no."""
    try:
        return input("确认发布？输入 yes：").strip().lower() == "yes"
    except EOFError:
        return False
