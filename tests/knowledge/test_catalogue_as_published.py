"""Every row of the published catalogue against the directory, read here anew."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from knowledge.directory import DirectoryEntry, directory
from knowledge.lexicon.matching import fold
from knowledge.library import Library
from knowledge.subject import Subject, resolve_subject
from knowledge.validity import SHANGHAI

IN_2025 = datetime(2025, 6, 2, 12, tzinfo=SHANGHAI)
IN_2026 = datetime(2026, 6, 1, 12, tzinfo=SHANGHAI)
SAIA, SJTU, CATALOGUE = "saia-2026-ai-trainer", "sjtu-2025-ai-trainer", "shhrss-2025-catalogue"


@dataclass(frozen=True)
class Row:
    """A row of the published catalogue with its organisation carried down."""

    organisation: str
    registration: str
    code: str
    occupation: str
    levels: tuple[int, ...]
    kind: str


def published_rows(text: str) -> list[Row]:
    found: list[Row] = []
    organisation = registration = ""
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) != 7 or cells[0] == "编号":
            continue
        if cells[0]:
            organisation, registration = cells[1:3]
        ability = cells[6] == "专项职业能力"
        levels = () if ability else tuple(int(one) for one in cells[6].split("、"))
        kind = "special_ability" if ability else "skill_level"
        found.append(Row(fold(organisation), registration, cells[4], fold(cells[5]), levels, kind))
    return found


def printed(entry: DirectoryEntry) -> Row:
    """An entry of the directory in the form of the published row."""
    return Row(
        fold(entry.organisation.name),
        entry.registration_number or "",
        entry.occupation.code or "",
        fold(entry.occupation.name),
        entry.levels,
        entry.kind,
    )


def of_catalogue(entries: list[DirectoryEntry]) -> list[DirectoryEntry]:
    return [entry for entry in entries if any(one.notice_id == CATALOGUE for one in entry.citations)]


def test_the_published_catalogue_is_read_whole(published: Callable[[str], str]) -> None:
    """A check of this reading itself: the organisations are numbered 1 to 55, and 1 in the second table."""
    text = published(CATALOGUE)
    numbers = [int(one) for one in re.findall(r"^(\d+)\t", text, flags=re.MULTILINE)]
    assert numbers == [*range(1, 56), 1]
    rows = published_rows(text)
    assert len(rows) == len(re.findall(r"\t(?:\d-\d\d-\d\d-\w\d)\t", text))
    assert len({row.organisation for row in rows}) == 56


def test_every_organisation_assesses_what_the_catalogue_prints_and_nothing_else(
    library: Library, published: Callable[[str], str]
) -> None:
    rows = published_rows(published(CATALOGUE))
    for name in dict.fromkeys(row.organisation for row in rows):
        entries = directory(library, resolve_subject(library.lexicon, organisation=name), IN_2025)
        assert {printed(one) for one in of_catalogue(entries)} == {r for r in rows if r.organisation == name}, name


def test_every_occupation_is_assessed_by_those_that_the_catalogue_prints(
    library: Library, published: Callable[[str], str]
) -> None:
    rows = published_rows(published(CATALOGUE))
    for name in dict.fromkeys(row.occupation for row in rows):
        entries = directory(library, resolve_subject(library.lexicon, occupation=name), IN_2025)
        exact = [one for one in of_catalogue(entries) if fold(one.occupation.name) == name]
        assert {printed(one) for one in exact} == {row for row in rows if row.occupation == name}, name


def test_every_code_leads_to_the_rows_that_print_it(library: Library, published: Callable[[str], str]) -> None:
    rows = published_rows(published(CATALOGUE))
    for code in dict.fromkeys(row.code for row in rows):
        entries = of_catalogue(directory(library, Subject(), IN_2025, code=code))
        assert {printed(one) for one in entries} == {row for row in rows if row.code == code}, code


def test_the_directory_has_as_many_rows_as_the_catalogue(
    library: Library, published: Callable[[str], str]
) -> None:
    entries = of_catalogue(directory(library, Subject(), IN_2025))
    assert len(entries) == len(published_rows(published(CATALOGUE)))


def test_every_row_is_cited_word_for_word(library: Library, published: Callable[[str], str]) -> None:
    lines = {re.sub(r"\s", "", line) for line in published(CATALOGUE).splitlines()}
    for entry in of_catalogue(directory(library, Subject(), IN_2025)):
        first = next(one for one in entry.citations if one.notice_id == CATALOGUE)
        assert re.sub(r"\s", "", first.quote) in lines
        assert entry.occupation.code in first.quote


def test_a_base_name_covers_its_specialisations_and_not_the_other_way_round(library: Library) -> None:
    """The catalogue prints 车工 for level 5 and its two specialisations for the higher levels."""

    def offered(name: str) -> set[str]:
        entries = directory(library, resolve_subject(library.lexicon, occupation=name), IN_2025)
        return {fold(one.occupation.name) for one in entries}

    assert offered("车工") == {"车工", "车工(普通车工)", "车工(数控车工)"}
    assert offered("数控车工") == {"车工(数控车工)"}


def test_where_two_notices_differ_both_are_kept(library: Library) -> None:
    """The catalogue gives Jiao Tong University four levels of 人工智能训练师, its own notice two."""
    subject = resolve_subject(library.lexicon, organisation="上海交通大学", occupation="人工智能训练师")
    entries = directory(library, subject, IN_2025)
    assert {entry.levels: entry.citations[0].notice_id for entry in entries} == {
        (4, 3, 2, 1): CATALOGUE,
        (4, 3): SJTU,
    }


def test_where_two_notices_agree_one_entry_cites_both(library: Library) -> None:
    subject = resolve_subject(library.lexicon, organisation="上海市人工智能行业协会")
    (entry,) = directory(library, subject, IN_2026)
    assert entry.status == "current"
    assert entry.registration_number == "S000031300040"
    assert {one.notice_id for one in entry.citations} == {SAIA, CATALOGUE}
