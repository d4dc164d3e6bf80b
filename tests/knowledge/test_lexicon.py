"""A name resolves to its owner, or the error says what it might have been."""

from __future__ import annotations

import pytest

from knowledge.errors import KnowledgeError, UnknownNameError
from knowledge.lexicon.lexicon import Lexicon, Occupation, Organisation, Specialisation
from knowledge.lexicon.matching import fold
from knowledge.library import Library


def small(*organisations: Organisation) -> Lexicon:
    welder = Occupation(
        code="6-18-02-04",
        name="焊工",
        aliases=("焊接工",),
        specialisations=(Specialisation(name="焊工（电焊工）", aliases=("电焊",)),),
    )
    return Lexicon(organisations, (welder,), {"place": ("北京",)})


@pytest.mark.parametrize("typed", ["sjtu", "SJTU", " sjtu ", "上海交通大学", "交大", "上海 交大"])
def test_an_organisation_is_found_by_id_name_and_alias(typed: str, library: Library) -> None:
    assert library.lexicon.organisation(typed).name == "上海交通大学"


@pytest.mark.parametrize(
    "typed", ["4-04-05-05", "４-04-05-05", "人工智能训练师", "AI训练师", "ai trainer", "人工智能訓練師"]
)
def test_an_occupation_is_found_by_code_name_and_alias(typed: str, library: Library) -> None:
    one = library.lexicon.occupation(typed)
    assert (one.code, one.name) == ("4-04-05-05", "人工智能训练师")


def test_a_name_within_a_phrase_is_enough_where_it_is_the_only_one(library: Library) -> None:
    assert library.lexicon.organisation("请问交大在哪").name == "上海交通大学"


def test_two_names_in_one_field_are_not_guessed_between(library: Library) -> None:
    with pytest.raises(UnknownNameError):
        library.lexicon.organisation("交大和技师协会")


@pytest.mark.parametrize(
    ("kind", "typed", "near"),
    [
        ("occupation", "养老护里员", "养老护理员"),
        ("occupation", "茶一师", "茶艺师"),
        ("occupation", "人工智能训联师", "人工智能训练师"),
        ("organisation", "上海市茶页学会", "上海市茶叶学会"),
        ("organisation", "上海交痛大学", "上海交通大学"),
    ],
)
def test_an_unknown_name_brings_the_nearest_known_ones(kind: str, typed: str, near: str, library: Library) -> None:
    with pytest.raises(UnknownNameError) as unknown:
        getattr(library.lexicon, kind)(typed)
    assert (unknown.value.kind, unknown.value.name) == (kind, typed)
    assert near in unknown.value.nearest
    assert len(unknown.value.nearest) <= 3


def test_a_name_near_to_nothing_brings_no_suggestion(library: Library) -> None:
    assert library.lexicon.nearest("occupation", "qwxzj") == ()


def test_an_occupation_without_printed_code_has_none(library: Library) -> None:
    assert library.lexicon.occupation("推介官").code is None


def test_a_code_of_no_notice_is_unknown(library: Library) -> None:
    assert library.lexicon.knows_code("4-04-05-Z1")
    assert not library.lexicon.knows_code("9-99-99-99")
    with pytest.raises(UnknownNameError):
        library.lexicon.occupation("9-99-99-99")


def test_brackets_of_either_width_lead_to_one_official_name(library: Library) -> None:
    narrow, wide = "车工(普通车工)", "车工（普通车工）"
    assert library.lexicon.occupation(narrow) == library.lexicon.occupation(wide)
    assert library.lexicon.official("occupation", narrow) == library.lexicon.official("occupation", wide)


def test_a_specialisation_knows_its_base_name() -> None:
    lexicon = small()
    assert lexicon.is_specialisation("焊工（电焊工）")
    assert not lexicon.is_specialisation("焊工")
    assert lexicon.base_name("焊工（电焊工）") == "焊工"
    assert lexicon.occupation("电焊").name == "焊工（电焊工）"
    assert lexicon.occupation("6-18-02-04").name == "焊工"


def test_an_alias_of_two_organisations_is_refused() -> None:
    with pytest.raises(KnowledgeError, match="'船厂' names both 江南造船 and 上海船厂"):
        small(
            Organisation(id="jiangnan", name="江南造船", aliases=("船厂",)),
            Organisation(id="shipyard", name="上海船厂", aliases=("船厂",)),
        )


def test_an_organisation_and_an_occupation_may_not_share_a_name() -> None:
    """A sentence is read once for both: whichever came last would hide the other."""
    with pytest.raises(KnowledgeError, match="焊接工"):
        small(Organisation(id="welders", name="焊工协会", aliases=("焊接工",)))


def test_no_name_of_the_lexicon_belongs_to_two_kinds(library: Library) -> None:
    kinds: dict[str, set[str]] = {}
    for alias in library.lexicon.aliases():
        kinds.setdefault(fold(alias.alias), set()).add(alias.kind)
    assert {name: found for name, found in kinds.items() if len(found) > 1} == {}


def test_every_name_of_the_notices_is_in_the_lexicon(library: Library) -> None:
    for holding in library.holdings:
        assert library.issuer(holding.notice.front).name == holding.notice.front.issuer
        for fact in holding.facts.catalogue:
            assert library.lexicon.occupation(fact.occupation).name == fact.occupation
            assert library.lexicon.organisation(fact.organisation).name == fact.organisation


def test_organisation_ids_are_unique(library: Library) -> None:
    ids = [one.id for one in library.lexicon.organisations]
    assert len(ids) == len(set(ids))
    codes = [one.code for one in library.lexicon.occupations if one.code]
    assert len(codes) == len(set(codes))
