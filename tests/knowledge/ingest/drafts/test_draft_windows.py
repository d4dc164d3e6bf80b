"""Windows as a reader sees them in timetables and sentences of many kinds, and in the published notices."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from knowledge.ingest.drafts.models import DraftPeriod, DraftWindow
from knowledge.ingest.drafts.windows import draft_windows
from knowledge.library import Library
from tests.knowledge.ingest.drafts.snippets import cases, cited_verbatim, notice_of


def _days(period: DraftPeriod) -> list[date | str | None]:
    return [period.start, period.end, period.text]


def _seen(window: DraftWindow) -> dict[str, Any]:
    ticket = window.admission_ticket
    return {
        "of": window.occupation,
        "levels": list(window.levels),
        "apply": _days(window.application),
        "pay": _days(window.payment) if window.payment else None,
        "ticket": [ticket.from_, ticket.text] if ticket else None,
        "assess": _days(window.assessment),
        "sure": window.confidence >= 0.5,
    }


@pytest.mark.parametrize("case", cases("windows.yml"), ids=lambda case: case["case"])
def test_windows_of_a_fragment(case: dict[str, Any], library: Library, tmp_path: Path) -> None:
    notice = notice_of(case, tmp_path)
    drafted = draft_windows(notice, library.lexicon)
    assert [_seen(one) for one in drafted.facts] == [
        {"pay": None, "ticket": None, **one} for one in case["windows"]
    ]
    asked = "\n".join(one.question for one in drafted.questions)
    assert all(words in asked for words in case.get("asks", []))
    assert bool(drafted.questions) == ("asks" in case)
    assert cited_verbatim(notice, drafted.facts)


def test_sjtu_takes_applications_from_january_and_assesses_the_last_round_in_january_2026(
    library: Library,
) -> None:
    windows = draft_windows(library.notice("sjtu-2025-ai-trainer"), library.lexicon).facts
    assert len(windows) == 11
    assert {(one.occupation, one.levels, one.payment, one.admission_ticket) for one in windows} == {
        (None, (4, 3), None, None)
    }
    assert _days(windows[0].application) == [date(2025, 1, 1), date(2025, 2, 15), "1月1日-2月15日"]
    assert _days(windows[0].assessment) == [date(2025, 3, 1), date(2025, 3, 31), "3月"]
    assert _days(windows[-1].application) == [date(2025, 11, 16), date(2025, 12, 31), "11月16日-12月31日"]
    assert _days(windows[-1].assessment) == [date(2026, 1, 1), date(2026, 1, 31), "明年1月"]
    assert all(one.confidence >= 0.9 for one in windows)


def test_saia_leaves_the_december_round_open(library: Library) -> None:
    drafted = draft_windows(library.notice("saia-2026-ai-trainer"), library.lexicon)
    assert len(drafted.facts) == 12
    assert {(one.occupation, one.levels) for one in drafted.facts} == {("人工智能训练师", (5, 4, 3))}
    january, february, december = drafted.facts[0], drafted.facts[1], drafted.facts[-1]
    assert _days(january.application) == [None, date(2026, 1, 31), "1月底前"]
    assert _days(january.assessment) == [None, date(2026, 2, 28), "2月底前"]
    assert _days(february.application) == [date(2026, 2, 1), date(2026, 2, 28), "2月"]
    assert _days(december.assessment) == [None, None, "12月底前或根据次年公告排考"]
    assert december.confidence < 0.5
    assert [one.quote for one in drafted.questions] == ["12月 12月底前或根据次年公告排考"]


def test_shta_prints_four_dates_for_each_of_three_rounds(library: Library) -> None:
    drafted = draft_windows(library.notice("shta-2026-hr"), library.lexicon)
    assert drafted.questions == ()
    assert [_seen(one) for one in drafted.facts] == [
        {
            "of": None,
            "levels": [4, 3],
            "apply": [date(2026, 2, 23), date(2026, 3, 22), "2月23日-3月22日"],
            "pay": [date(2026, 3, 23), date(2026, 3, 29), "3月23日-3月29日"],
            "ticket": [date(2026, 4, 20), "4月20日"],
            "assess": [date(2026, 4, 25), date(2026, 4, 26), "4月25、26日"],
            "sure": True,
        },
        {
            "of": None,
            "levels": [4, 3],
            "apply": [date(2026, 6, 29), date(2026, 7, 19), "6月29日-7月19日"],
            "pay": [date(2026, 7, 20), date(2026, 7, 26), "7月20日-7月26日"],
            "ticket": [date(2026, 8, 17), "8月17日"],
            "assess": [date(2026, 8, 22), date(2026, 8, 23), "8月22、23日"],
            "sure": True,
        },
        {
            "of": None,
            "levels": [4, 3],
            "apply": [date(2026, 9, 10), date(2026, 9, 30), "9月10日-9月30日"],
            "pay": [date(2026, 10, 1), date(2026, 10, 12), "10月1日-10月12日"],
            "ticket": [date(2026, 11, 2), "11月2日"],
            "assess": [date(2026, 11, 7), date(2026, 11, 8), "11月7、8日"],
            "sure": True,
        },
    ]


@pytest.mark.parametrize("notice_id", ["shhrss-2025-catalogue", "shhrss-2026-ai-promoter"])
def test_notices_without_a_timetable_have_no_windows(library: Library, notice_id: str) -> None:
    assert draft_windows(library.notice(notice_id), library.lexicon).facts == ()
