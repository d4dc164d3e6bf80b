"""The head of a fictional association's notice, to which tests add a body line by line."""

from __future__ import annotations

from pathlib import Path

from knowledge.models import Notice
from knowledge.notice_format import read_notice

HEAD = """---
id: lock-2027
title: 上海市锁业协会关于开展2027年社会化职业技能评价的通知
issuer: 上海市锁业协会
document_number: null
published_on: null
year: 2027
in_force_from: 2027-01-01
in_force_until: 2027-12-31
kind: organisation
subject: 评价
replaces: null
url: null
---

## 标题

上海市锁业协会关于开展2027年社会化职业技能评价的通知

## 正文

"""


def lock_notice(body: str, folder: Path) -> Notice:
    """The notice with this body: a paragraph a line, rows of a table on lines that follow each other."""
    file = folder / "notice.md"
    joined = "".join(line + ("\n" if line.startswith("|") else "\n\n") for line in body.strip().splitlines())
    file.write_text(HEAD + joined, encoding="utf-8")
    return read_notice(file)
