"""A draft's folder holds all that publishing needs; what was not understood is asked, and is no fact."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from knowledge.editions.draft import IN_WORDS, NO_RULE, copy_draft
from knowledge.editions.names import with_additions
from knowledge.errors import IngestError
from knowledge.facts import NoticeFacts
from knowledge.ingest.assembly.hours import hours_of
from knowledge.ingest.assembly.soundness import sound
from knowledge.ingest.pipeline import Ingested, ingest, write_folder
from knowledge.library import Holding, Library, read_facts
from knowledge.verification import of_fact
from tests.knowledge.ingest.edition_2027 import SAIA, edition_2027
from tests.knowledge.ingest.rendering import render_docx

# An association that nobody knows, written as such notices are; one price cannot be read. 评茶员 is known as 评茶师.
UNKNOWN = """上海市茶叶评审协会关于开展2027年上海市评茶员等项目社会化职业技能评价有关操作事项的通知

各有关单位：

现将有关操作事项通知如下：

一、职业技能评价项目及评价机构

评茶员：五级、四级。

调饮师：五级。

以上项目由上海市茶叶评审协会组织职业技能评价工作，并由上海市茶叶评审协会颁发相应职业技能等级证书。

二、申报缴费

收费标准（单位：元）：

职业\t等级\t理论知识考试\t操作技能考试\t合计
评茶员\t五级\t80\t160\t240
评茶员\t四级\t90\t210\t300
调饮师\t五级\t80\t见公告\t

缴费时间另行通知。

三、业务咨询电话

021-55550123
"""


@pytest.fixture(scope="module")
def unknown(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Ingested:
    file = tmp_path_factory.mktemp("unknown") / "notice.txt"
    file.write_text(UNKNOWN, encoding="utf-8")
    return ingest(file, library)


@pytest.fixture(scope="module")
def folder(unknown: Ingested, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("folder") / "draft"
    write_folder(unknown, target)
    return target


def test_the_folder_holds_notice_source_facts_names_and_questions(folder: Path) -> None:
    written = {str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()}
    assert {"notice.md", "source.txt", "source.original.txt", "draft.json", "questions.yml"} <= written
    assert {"facts/fees.yml", "facts/contacts.yml", "facts/text_only.yml"} <= written
    assert "lexicon/organisations.yml" in written


def test_prices_that_were_read_are_facts_and_one_that_was_not_is_a_question(folder: Path) -> None:
    prices = {
        (one.occupation, one.level): (tuple(c.amount for c in one.components), one.total)
        for one in read_facts(folder / "facts").fees
    }
    assert prices[("评茶师", 5)] == ((80, 160), 240)
    assert prices[("评茶师", 4)] == ((90, 210), 300)
    assert ("调饮师", 5) not in prices
    asked = yaml.safe_load((folder / "questions.yml").read_text(encoding="utf-8"))
    assert any("见公告" in one["quote"] for one in asked)
    assert all(one["answer"] is None for one in asked)


def test_an_unknown_organisation_is_proposed_as_a_new_name(folder: Path) -> None:
    names = yaml.safe_load((folder / "lexicon" / "organisations.yml").read_text(encoding="utf-8"))
    assert [one["name"] for one in names] == ["上海市茶叶评审协会"]


def test_a_topic_whose_words_occur_is_asked_and_one_without_a_word_is_not_stated(folder: Path) -> None:
    silent = {one.topic for one in read_facts(folder / "facts").not_stated}
    asked = yaml.safe_load((folder / "questions.yml").read_text(encoding="utf-8"))
    assert "certificate_loss" in silent
    assert "payment_window" not in silent
    assert [one["clauses"] for one in asked if one.get("topic") == "payment_window"] == [["二"]]


def test_the_answer_that_there_is_no_rule_becomes_a_statement_with_the_clauses_read(
    folder: Path, tmp_path: Path
) -> None:
    file = folder / "questions.yml"
    asked = yaml.safe_load(file.read_text(encoding="utf-8"))
    for one in asked:
        one["answer"] = NO_RULE if one.get("topic") == "payment_window" else "核对过"
    file.write_text(yaml.safe_dump(asked, allow_unicode=True), encoding="utf-8")
    copy_draft(folder, tmp_path / "published")
    found = {one.topic: one.read for one in read_facts(tmp_path / "published" / "facts").not_stated}
    assert found["payment_window"] == ("二",)


def test_the_answer_that_the_words_say_it_files_the_words(folder: Path, tmp_path: Path) -> None:
    file = folder / "questions.yml"
    asked = yaml.safe_load(file.read_text(encoding="utf-8"))
    for one in asked:
        one["answer"] = IN_WORDS if one.get("topic") == "payment_window" else "核对过"
    file.write_text(yaml.safe_dump(asked, allow_unicode=True), encoding="utf-8")
    copy_draft(folder, tmp_path / "published")
    found = read_facts(tmp_path / "published" / "facts").as_text
    assert [(one.topic, one.sources[0].clause) for one in found] == [("payment_window", "二")]
    assert "缴费时间另行通知" in found[0].sources[0].quote


def test_every_fact_of_a_draft_passes_verification_by_itself(unknown: Ingested, library: Library) -> None:
    lexicon = with_additions(library.lexicon, unknown.additions)
    holding = Holding(unknown.restored.notice, unknown.facts, Path())
    whole = Library([*library.holdings, holding], lexicon)
    complaints = [
        one
        for kind in NoticeFacts.model_fields
        for fact in getattr(unknown.facts, kind)
        for one in of_fact(whole, holding, kind, fact)
    ]
    assert complaints == []


def test_a_fact_that_would_not_pass_is_asked_about(unknown: Ingested, library: Library) -> None:
    lexicon = with_additions(library.lexicon, unknown.additions)
    wrong = unknown.facts.fees[0].model_copy(update={"total": 999.0})
    found = {"fees": [wrong, *unknown.facts.fees[1:]]}
    kept, questions = sound(unknown.restored.notice, found, library, lexicon)
    assert wrong not in kept["fees"]
    assert len(kept["fees"]) == len(unknown.facts.fees) - 1
    assert any("999" in one.question for one in questions)


def test_a_folder_with_a_persons_corrections_is_never_overwritten(unknown: Ingested, folder: Path) -> None:
    with pytest.raises(FileExistsError, match="已有内容"):
        write_folder(unknown, folder)


def test_a_file_that_is_no_notice_is_refused_by_name(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "picture.pdf"
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 64)
    with pytest.raises(IngestError, match=r"picture\.pdf"):
        ingest(file, library)


def test_next_years_edition_keeps_what_recurs_and_reads_what_changed(library: Library, tmp_path: Path) -> None:
    (tmp_path / "notice.md").write_text(edition_2027(), encoding="utf-8")
    render_docx(tmp_path / "notice.md", tmp_path / "notice.docx")
    facts = ingest(tmp_path / "notice.docx", library, SAIA).facts
    before = library.holding(SAIA).facts
    assert {one.conduct for one in facts.discipline} == {one.conduct for one in before.discipline}
    assert {(one.levels, one.valid_years) for one in facts.retakes if one.rule == "validity"} == {
        ((5, 4, 3), 3),
        ((2, 1), 3),
    }
    assert "competition" not in {one.rule for one in facts.retakes}
    assert {one.topic for one in facts.not_stated} == {one.topic for one in before.not_stated}


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("工作日上午9:30-11:30，下午13:30-16:00", [("09:30", "11:30"), ("13:30", "16:00")]),
        ("法定工作日 9：00—17：00", [("09:00", "17:00")]),
        ("周一至周五 9:00-17:00", []),
        ("工作日全天", []),
        ("工作日 17:00-9:00", []),
    ],
)
def test_hours_are_daily_stretches_only_on_statutory_working_days(
    text: str, stretches: list[tuple[str, str]]
) -> None:
    hours = hours_of(text)
    assert [(one.opens, one.closes) for one in hours.weekly] == stretches
    assert hours.text == text
