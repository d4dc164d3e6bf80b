"""What the notices say differently is found by checks, listed once, and shown on the page that readers see."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from knowledge.commands.differences import listing
from knowledge.differences import find_differences, listed_differences
from knowledge.library import ROOT, Library, load_library

if TYPE_CHECKING:
    from tests.knowledge.conftest import Tree

SAIA, SJTU, SHTA = "saia-2026-ai-trainer", "sjtu-2025-ai-trainer", "shta-2026-hr"
CATALOGUE = "shhrss-2025-catalogue"

# Read from the published notices by eye: the check, what it is about, the notices.
EXPECTED = {
    ("annex_missing", "附件3", frozenset({SAIA})),
    ("owner_name", "上海人工智能行业协会", frozenset({SAIA})),
    ("website", "ww.sh-aia.com", frozenset({SAIA})),
    ("brackets", "二（三）2", frozenset({SAIA})),
    ("retake_levels", "2、1", frozenset({SAIA})),
    ("retake_levels", "2、1", frozenset({SJTU})),
    ("payment_dates", "缴费日期", frozenset({SJTU})),
    ("numbering", "二（四）", frozenset({SJTU})),
    ("levels", "上海交通大学 人工智能训练师", frozenset({SJTU, CATALOGUE})),
    ("levels", "上海市技师协会 企业人力资源管理师", frozenset({SHTA, CATALOGUE})),
    ("levels", "上海市技师协会 职业培训师", frozenset({SHTA, CATALOGUE})),
    ("phone_owner", "400-820-9278", frozenset({SAIA, SJTU})),
    ("phone_owner", "400-820-9278", frozenset({SAIA, SHTA})),
    ("window_levels", "职业培训师", frozenset({SHTA})),
    ("ticket_rule", "group", frozenset({SHTA})),
    ("ticket_rule", "individual", frozenset({SHTA})),
    ("numbering", "二（三）", frozenset({SHTA})),
    ("title_name", "企业人力资源管理师", frozenset({SHTA})),
}


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(ROOT)


def test_the_checks_find_what_a_reader_finds(library: Library) -> None:
    assert {(one.check, one.key, one.notices) for one in find_differences(library)} == EXPECTED


def test_every_difference_names_both_sides_and_a_reason(library: Library) -> None:
    listed = list(listed_differences(library))
    assert len(listed) >= 20
    for holding, fact in listed:
        assert all(
            (place.notice or holding.notice.id) in {one.notice.id for one in library.holdings}
            for place in fact.places
        )
        assert fact.about.endswith("。")
        assert fact.reason.endswith("。")


def test_the_page_on_differences_is_up_to_date(library: Library) -> None:
    """`python -m knowledge differences` prints what belongs below the page's first paragraph."""
    page = (ROOT.parent / "docs" / "differences.md").read_text(encoding="utf-8")
    assert page.split("\n## ", 1)[1].strip() == "\n".join(listing(library)).split("## ", 1)[1].strip()


def test_one_hotline_with_two_hours_is_found(tree: Tree) -> None:
    tree.add(SAIA)
    tree.add(SJTU)
    contacts = f"notices/{SJTU}/facts/contacts.yml"
    text = (tree.root / contacts).read_text(encoding="utf-8")
    at = text.index("number: 400-820-9278")
    (tree.root / contacts).write_text(
        text[:at] + text[at:].replace('opens: "09:30"', 'opens: "09:00"', 1), encoding="utf-8"
    )
    found = {one.check for one in find_differences(load_library(tree.root))}
    assert "phone_hours" in found


def test_two_codes_for_one_occupation_are_found(tree: Tree) -> None:
    tree.add(SJTU)
    tree.add(CATALOGUE)
    tree.change(f"notices/{SJTU}/facts/catalogue.yml", "code: 4-04-05-05", "code: 4-04-05-06")
    assert "code" in {one.check for one in find_differences(load_library(tree.root))}


def test_an_occupation_that_only_the_catalogue_lists_is_found(tree: Tree) -> None:
    tree.add(SHTA)
    tree.add(CATALOGUE)
    file = tree.root / "notices" / SHTA / "facts" / "catalogue.yml"
    text = file.read_text(encoding="utf-8")
    second = text.index("\n- organisation", text.index("- organisation") + 1)
    file.write_text(text[:second] + "\n", encoding="utf-8")
    found = {(one.check, one.key) for one in find_differences(load_library(tree.root))}
    assert ("offer", "上海市技师协会 职业培训师") in found
