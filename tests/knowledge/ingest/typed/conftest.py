"""A notice of a fictional organisation, written line by line in the test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.ingest.typed.draft import TypedDraft, draft_typed
from knowledge.library import Library
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
Draft = Callable[[str], TypedDraft]


@pytest.fixture
def draft(library: Library, tmp_path: Path) -> Draft:
    def drafted(body: str) -> TypedDraft:
        file = tmp_path / "notice.md"
        file.write_text(HEAD + "\n\n".join(body.strip().splitlines()) + "\n", encoding="utf-8")
        return draft_typed(read_notice(file), library.lexicon)

    return drafted
