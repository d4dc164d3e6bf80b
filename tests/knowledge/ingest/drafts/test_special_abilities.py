"""A notice on special abilities (专项职业能力): fees and windows without levels become no facts, but one question each."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.ingest.assembly.drafted_facts import doubts, fee_facts, window_facts
from knowledge.ingest.drafts.catalogue import draft_catalogue
from knowledge.ingest.drafts.fees import draft_fees
from knowledge.ingest.drafts.models import Draft, DraftNotice
from knowledge.ingest.drafts.windows import draft_windows
from knowledge.ingest.fee_changes import fee_changes
from knowledge.library import Library
from tests.knowledge.ingest.drafts.snippets import notice_of

_BODY = """一、专项职业能力项目

| 序号 | 专项职业能力名称 |
|---|---|
| 1 | 插花制作 |
| 2 | 烘焙点心 |

二、安排

| 项目 | 报名时间 | 考核时间 |
|---|---|---|
| 插花制作 | 3月2日至3月20日 | 4月18日 |
| 烘焙点心 | 5月6日至5月20日 | 6月13日 |

三、收费

| 项目 | 理论（元） | 实操（元） | 合计（元） |
|---|---|---|---|
| 插花制作 | 50 | {price} | {total} |
| 烘焙点心 | - | 180 | 180 |
"""


def _draft(library: Library, folder: Path, price: int = 150) -> Draft:
    notice = notice_of({"body": _BODY.format(price=price, total=price + 50)}, folder)
    lexicon = library.lexicon
    return Draft(
        notice=DraftNotice(
            title="通知", issuer="协会", document_number=None, year=2026, published_on=None, replaces=None
        ),
        fees=draft_fees(notice, lexicon).facts,
        windows=draft_windows(notice, lexicon).facts,
        catalogue=draft_catalogue(notice, lexicon).facts,
    )


@pytest.fixture
def draft(library: Library, tmp_path: Path) -> Draft:
    return _draft(library, tmp_path)


def test_fees_and_windows_are_drafted_without_level(draft: Draft) -> None:
    assert [(one.occupation and one.occupation.name, one.level, one.total) for one in draft.fees] == [
        ("插花制作", None, 200),
        ("烘焙点心", None, 180),
    ]
    assert [(one.occupation, one.levels) for one in draft.windows] == [("插花制作", ()), ("烘焙点心", ())]
    assert all(one.confidence >= 0.9 for one in (*draft.fees, *draft.windows))


def test_none_becomes_a_fact(draft: Draft, library: Library) -> None:
    assert fee_facts(draft, library.lexicon) == []
    assert window_facts(draft, library.lexicon) == []


def test_each_table_is_asked_about_once(draft: Draft) -> None:
    asked = [(one.clause, one.quote, one.question) for one in doubts(draft)]
    assert asked == [
        ("三", "插花制作 50 150 200", "专项职业能力的收费没有等级，暂不能发布为收费事实，按原文答复"),
        (
            "二",
            "插花制作 3月2日至3月20日 4月18日",
            "专项职业能力的时间安排没有等级，暂不能发布为时间事实，按原文答复",
        ),
    ]


def test_a_change_of_a_fee_without_level_names_the_ability(library: Library, tmp_path: Path) -> None:
    old, new = _draft(library, tmp_path), _draft(library, tmp_path, price=160)
    changes = [one.change for one in fee_changes(old.fees, new.fees)]
    assert [(one.field, one.old, one.new) for one in changes] == [
        ("插花制作考试费（实操）", "150元", "160元"),
        ("插花制作合计", "200元", "210元"),
    ]
