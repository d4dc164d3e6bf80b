"""Facts that published notices already have for passages that recur in a new one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from knowledge.facts import Fact, NoticeFacts
from knowledge.ingest.carry_over import CARRIED_FROM, NEVER, carry_over
from knowledge.library import ROOT, Library
from knowledge.models import Notice
from knowledge.notice_format import read_notice
from knowledge.verification.marks import marks
from knowledge.verification.sources import sources

SAIA, SJTU, SHTA = "saia-2026-ai-trainer", "sjtu-2025-ai-trainer", "shta-2026-hr"
ORGANISATIONS = [SAIA, SJTU, SHTA]


def published(notice_id: str) -> str:
    return (ROOT / "notices" / notice_id / "notice.md").read_text(encoding="utf-8")


def read(text: str, folder: Path) -> Notice:
    file = folder / "notice.md"
    file.write_text(text, encoding="utf-8")
    return read_notice(file)


def next_edition(text: str) -> str:
    """The same notice a year later."""
    return text.replace("2026", "2027").replace("id: saia-2027-ai-trainer", "id: saia-2027")


def bare(fact: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fact.items() if key != CARRIED_FROM}


def own_facts(library: Library, notice_id: str, kind: str) -> list[dict[str, Any]]:
    return [one.model_dump(mode="json") for one in getattr(library.holding(notice_id).facts, kind)]


@pytest.mark.parametrize(
    "kind", ["discipline", "retakes", "enquiries", "refunds", "applications", "tickets", "rules"]
)
def test_an_edition_whose_text_stayed_keeps_every_fact_of_the_one_before(
    kind: str, library: Library, tmp_path: Path
) -> None:
    found = carry_over(read(next_edition(published(SAIA)), tmp_path), library)[kind]
    from_before = [bare(one) for one in found if one[CARRIED_FROM] == SAIA]
    wanted = own_facts(library, SAIA, kind)
    for fact in wanted:
        for source in fact["sources"]:
            source["quote"] = source["quote"].replace("2026年", "2027年")
    assert from_before == wanted


def test_what_is_carried_over_into_a_new_notice_stands_up_to_verification(
    library: Library, tmp_path: Path
) -> None:
    notice = read(next_edition(published(SAIA)), tmp_path)
    carried = {kind: [bare(one) for one in facts] for kind, facts in carry_over(notice, library).items()}
    facts = NoticeFacts.model_validate(carried)
    typed = [one for kind in carried for one in getattr(facts, kind) if isinstance(one, Fact)]
    assert len(typed) > 50
    assert [complaint for one in typed for complaint in (*marks(one), *sources(notice, one.sources))] == []


@pytest.mark.parametrize("notice_id", ORGANISATIONS)
def test_typed_facts_from_other_organisations_are_what_a_person_wrote_of_this_one(
    notice_id: str, library: Library
) -> None:
    found = carry_over(library.notice(notice_id), library)
    for kind in ("discipline", "retakes", "enquiries", "refunds", "certificates", "payments"):
        for fact in found.get(kind, []):
            assert fact[CARRIED_FROM] != notice_id
            assert bare(fact) in own_facts(library, notice_id, kind)
    assert len(found["discipline"]) == 17


@pytest.mark.parametrize("notice_id", ORGANISATIONS)
def test_every_new_quote_is_the_new_notices_own_words(notice_id: str, library: Library) -> None:
    notice = library.notice(notice_id)
    for facts in carry_over(notice, library).values():
        for fact in facts:
            for source in fact.get("sources", []):
                assert notice.clauses[source["clause"]].line_of(source["quote"]) is not None


def test_fees_dates_contacts_and_offers_are_never_carried_over(library: Library, tmp_path: Path) -> None:
    found = carry_over(read(next_edition(published(SAIA)), tmp_path), library)
    assert {"fees", "windows", "contacts", "catalogue"} <= NEVER
    assert not set(found) & NEVER


def test_a_changed_figure_takes_its_fact_away(library: Library, tmp_path: Path) -> None:
    text = next_edition(published(SAIA)).replace("一般20个工作日内", "一般25个工作日内")
    found = carry_over(read(text, tmp_path), library)
    assert 20 not in [one["within_working_days"] for one in found["enquiries"]]
    assert 30 in [one["within_working_days"] for one in found["enquiries"]]


def test_a_longer_list_is_not_the_passage_that_is_part_of_it(library: Library) -> None:
    # 四级、三级成绩有效期均为两年 (of another organisation) stands within 五级、四级、三级成绩有效期均为两年.
    found = carry_over(library.notice(SAIA), library)
    assert [4, 3] not in [one["levels"] for one in found["retakes"]]


def test_a_sentence_that_goes_on_is_not_the_one_that_ended(library: Library) -> None:
    # The group application of 上海市技师协会 goes on to name two forms, which the others' sentence does not.
    assert "applications" not in carry_over(library.notice(SHTA), library)


def test_the_edition_before_is_asked_first(library: Library, tmp_path: Path) -> None:
    found = carry_over(read(next_edition(published(SAIA)), tmp_path), library)
    assert {one[CARRIED_FROM] for one in found["discipline"]} == {SAIA}


def test_no_fact_comes_twice(library: Library, tmp_path: Path) -> None:
    for facts in carry_over(read(next_edition(published(SAIA)), tmp_path), library).values():
        plain = [bare(one) for one in facts]
        assert all(plain.count(one) == 1 for one in plain)


def test_what_was_not_stated_before_is_proposed_only_while_no_searched_word_appears(
    library: Library, tmp_path: Path
) -> None:
    text = next_edition(published(SAIA))
    kept = carry_over(read(text, tmp_path), library)["not_stated"]
    said = carry_over(read(text.replace("五、关于证书领取", "五、关于电子证书领取"), tmp_path), library)[
        "not_stated"
    ]
    assert "certificate_form" in [one["topic"] for one in kept]
    assert "certificate_form" not in [one["topic"] for one in said]


def test_another_issuer_of_the_same_words_keeps_its_own_name(library: Library, tmp_path: Path) -> None:
    text = next_edition(published(SAIA)).replace("上海市人工智能行业协会", "上海市算力网络协会")
    (issue,) = [
        one for one in carry_over(read(text, tmp_path), library)["certificates"] if one["about"] == "issue"
    ]
    assert issue["issuer"] == "上海市算力网络协会"
    assert "上海市算力网络协会颁发" in issue["sources"][0]["quote"]


def test_clauses_without_facts_are_named_by_their_new_numbers(library: Library, tmp_path: Path) -> None:
    text = next_edition(published(SAIA))
    for old, new in (("七、有关", "八、有关"), ("六、关于业务", "七、关于业务"), ("五、关于证书", "六、关于证书")):
        text = text.replace(old, new)
    text = text.replace("四、关于补考", "四、温馨提示\n\n请合理安排时间。\n\n五、关于补考", 1)
    headings = [
        path
        for one in carry_over(read(text, tmp_path), library)["text_only"]
        if one["reason"] == "heading"
        for path in one["clauses"]
    ]
    assert {"五", "七", "七（五）"} <= set(headings)
    assert "四" not in headings
