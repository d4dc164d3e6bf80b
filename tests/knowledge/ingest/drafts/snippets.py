"""Fragments of notices in YAML, read by the notice parser that the service itself uses."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from knowledge.models import Notice
from knowledge.notice_format import read_notice

HERE = Path(__file__).parent
HEAD = """---
id: fragment
title: {title}
issuer: {issuer}
document_number: null
published_on: null
year: {year}
in_force_from: {year}-01-01
in_force_until: {year}-12-31
kind: organisation
subject: 社会化职业技能评价操作事项
replaces: null
url: null
---

## 标题

{title}

## 正文

{body}
"""


def cases(file: str) -> list[Any]:
    """The fragments of one file, each with the values that a reader sees in it."""
    return list(yaml.safe_load((HERE / file).read_text(encoding="utf-8")))


def notice_of(case: dict[str, Any], folder: Path) -> Notice:
    """The fragment as a notice of 上海市某某行业协会 for 2026 unless it says otherwise."""
    file = folder / "notice.md"
    values = {
        "title": "上海市某某行业协会关于开展2026年社会化职业技能评价有关操作事项的通知",
        "issuer": "上海市某某行业协会",
        "year": 2026,
        **case,
    }
    file.write_text(HEAD.format(**values), encoding="utf-8")
    return read_notice(file)


def cited_verbatim(notice: Notice, facts: tuple[Any, ...]) -> bool:
    """Whether every fact has a citation and every quote stands in one line of its clause."""
    return all(
        fact.citations and all(notice.clauses[one.clause].line_of(one.quote) is not None for one in fact.citations)
        for fact in facts
    )
