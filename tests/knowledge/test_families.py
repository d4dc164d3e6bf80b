"""An occupation and its specialisations: the base name stands for all, a specialisation for itself."""

from __future__ import annotations

from datetime import datetime

import pytest

from knowledge.directory import DirectoryEntry, directory
from knowledge.families import family_of, listed
from knowledge.library import Library
from knowledge.subject import Subject, resolve_subject
from knowledge.validity import SHANGHAI

IN_2025 = datetime(2025, 6, 2, 12, tzinfo=SHANGHAI)
CAR = (
    "汽车维修工（汽车机械维修工）",
    "汽车维修工（汽车车身整形修复工）",
    "汽车维修工（汽车车身涂装修复工）",
    "汽车维修工（汽车美容装潢工）",
)


def offered(
    library: Library, occupation: str | None = None, code: str | None = None
) -> dict[str, tuple[int, ...]]:
    entries = directory(library, resolve_subject(library.lexicon, occupation=occupation), IN_2025, code)
    return {one.occupation.name: one.levels for one in entries}


def test_the_base_name_answers_with_every_specialisation_and_its_levels(library: Library) -> None:
    """Rows 1 to 4 of 上海汽车集团 in the catalogue of 2025."""
    assert offered(library, "汽车维修工") == dict(
        zip(CAR, ((5, 4, 3, 2, 1), (5, 4, 3, 2), (5, 4, 3, 2), (5, 4)), strict=True)
    )


def test_an_exact_specialisation_answers_only_for_itself(library: Library) -> None:
    assert offered(library, "汽车维修工（汽车车身涂装修复工）") == {CAR[2]: (5, 4, 3, 2)}


def test_a_code_covers_its_family(library: Library) -> None:
    assert set(offered(library, code="4-12-01-01")) == set(CAR)
    assert set(offered(library, "4-12-01-01")) == set(CAR)


def test_a_code_beside_a_specialisation_narrows_to_it(library: Library) -> None:
    assert set(offered(library, "汽车喷漆", code="4-12-01-01")) == {CAR[2]}


@pytest.mark.parametrize(("code", "kind"), [("4-04-05-05", "skill_level"), ("4-04-05-Z1", "special_ability")])
def test_codes_that_differ_in_the_last_part_are_kept_apart(code: str, kind: str, library: Library) -> None:
    entries = directory(library, Subject(), IN_2025, code)
    assert {one.kind for one in entries} == {kind}
    assert {one.occupation.code for one in entries} == {code}
    assert all(bool(one.levels) == (kind == "skill_level") for one in entries)


def test_a_specialisation_knows_its_siblings(library: Library) -> None:
    family = family_of(library.lexicon, "车工（数控车工）")
    assert family.asks_for_one
    assert family.base == "车工"
    assert family.siblings == ("车工", "车工（普通车工）")


def test_a_base_name_has_its_specialisations_as_siblings(library: Library) -> None:
    family = family_of(library.lexicon, "车工")
    assert not family.asks_for_one
    assert set(family.siblings) == {"车工（普通车工）", "车工（数控车工）"}


def test_an_occupation_without_specialisations_is_alone(library: Library) -> None:
    assert family_of(library.lexicon, "茶艺师").siblings == ()


def test_every_specialisation_of_the_notices_belongs_to_its_code(library: Library) -> None:
    lexicon = library.lexicon
    for holding in library.holdings:
        for fact in holding.facts.catalogue:
            family = family_of(lexicon, fact.occupation)
            assert fact.occupation in (family.base, *family.specialisations)
            assert lexicon.occupation(family.base).code == lexicon.occupation(fact.occupation).code


def test_only_names_with_a_row_are_listed(library: Library) -> None:
    """No row prints 汽车维修工 without its bracket."""
    entries: list[DirectoryEntry] = directory(
        library, resolve_subject(library.lexicon, occupation=CAR[0]), IN_2025
    )
    assert listed(("汽车维修工", *CAR), entries) == (CAR[0],)
