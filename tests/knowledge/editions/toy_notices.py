"""A toy association's notices, and what is answered from them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from knowledge.editions import EditionStore, open_edition
from knowledge.fees import fees
from knowledge.subject import Subject
from knowledge.validity import parse_as_of

NOTICE = """---
id: {id}
title: {issuer}关于{year}年考试的通知
issuer: {issuer}
document_number: null
published_on: null
year: {year}
in_force_from: {year}-01-01
in_force_until: {year}-12-31
kind: programme
subject: 考试
replaces: null
url: null
verified_on: null
---

## 标题

{issuer}关于{year}年考试的通知

## 正文

各有关单位：

一、收费标准

{occupation}三级考试费{fee}元，合计{fee}元。
"""
FEES = """
- occupation: {occupation}
  level: 3
  components: [{{name: 考试费, amount: {fee}}}]
  total: {total}
  retake: {{basis: not_stated}}
  sources: [{{clause: 一, quote: '{occupation}三级考试费{fee}元，合计{fee}元。'}}]
"""
TEXT_ONLY = "- {reason: title, clauses: [标题]}\n- {reason: preamble, clauses: [引言]}\n"

Draft = Callable[..., Path]


def write_notice(
    folder: Path,
    year: int,
    fee: int,
    total: int | None = None,
    issuer: str = "上海烘焙协会",
    occupation: str = "烘焙师",
) -> Path:
    words = {"id": folder.name, "year": year, "fee": fee, "issuer": issuer, "occupation": occupation}
    (folder / "facts").mkdir(parents=True)
    text = NOTICE.format(**words)
    (folder / "notice.md").write_text(text, encoding="utf-8")
    (folder / "source.txt").write_text(text.split("---\n", 2)[2], encoding="utf-8")
    (folder / "facts" / "fees.yml").write_text(FEES.format(**words, total=total or fee), encoding="utf-8")
    (folder / "facts" / "text_only.yml").write_text(TEXT_ONLY, encoding="utf-8")
    return folder


def fee_on(store: EditionStore, day: str) -> list[tuple[int, float, str]]:
    """Year, total and status of every fee that is answered with on a day."""
    library = open_edition(store).library
    return [(one.year, one.total, one.status) for one in fees(library, Subject(), parse_as_of(day))]
