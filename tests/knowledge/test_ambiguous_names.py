"""A word that several occupations share is no name: it brings all that it may mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from knowledge.editions.names import Additions, with_additions
from knowledge.errors import KnowledgeError, UnknownNameError
from knowledge.lexicon.lexicon import Lexicon, Occupation, Specialisation
from knowledge.lexicon.matching import fold
from knowledge.library import Library
from knowledge.verification.ambiguous import ambiguous_words

if TYPE_CHECKING:
    from tests.knowledge.conftest import Tree

CARE = ("养老护理员", "家政服务员(母婴护理员)", "家政服务员(家庭照护员)")


def lexicon(**ambiguous: tuple[str, ...]) -> Lexicon:
    occupations = (
        Occupation(code="4-03-02-01", name="中式烹调师", aliases=("厨师",)),
        Occupation(
            code="4-03-02-03", name="西式烹调师", specialisations=(Specialisation(name="西式烹调师（法餐）"),)
        ),
    )
    return Lexicon((), occupations, {}, ambiguous)


def complaints(found: Lexicon) -> list[str]:
    return [str(one) for one in ambiguous_words(found)]


@pytest.mark.parametrize(
    ("word", "names"),
    [
        ("护理员", CARE),
        ("烹调师", ("中式烹调师", "西式烹调师")),
        ("电竞", ("电子竞技员", "电子竞技运营师")),
        ("工业机器人", ("工业机器人系统操作员", "工业机器人系统运维员")),
        ("数控", ("车工（数控车工）", "铣工（数控铣工）", "机床装调维修工（数控机床机械装调维修）")),
    ],
)
def test_a_shared_word_is_unknown_and_brings_all_that_it_may_mean(
    word: str, names: tuple[str, ...], library: Library
) -> None:
    with pytest.raises(UnknownNameError) as unknown:
        library.lexicon.occupation(word)
    assert unknown.value.nearest == names


def test_the_word_is_found_in_a_sentence(library: Library) -> None:
    found = library.lexicon.ambiguity("请问护理员在哪里考")
    assert found is not None
    assert (found.word, found.names) == ("护理员", CARE)


@pytest.mark.parametrize("text", ["养老护理员在哪里考", "医疗护理员", "数控车工三级", "护理专业毕业", "你好"])
def test_a_longer_name_around_the_word_is_not_asked_about(text: str, library: Library) -> None:
    assert library.lexicon.ambiguity(text) is None


def test_beside_a_clear_name_the_word_is_not_asked_about(library: Library) -> None:
    assert library.lexicon.ambiguity("护理员想考茶艺师") is None


def test_no_shared_word_is_a_name(library: Library) -> None:
    names = {fold(alias.alias) for alias in library.lexicon.aliases()}
    assert {word for word in library.lexicon.ambiguous if fold(word) in names} == set()


def test_every_shared_word_leads_to_what_the_notices_list(library: Library) -> None:
    rows = {fact.occupation for one in library.holdings for fact in one.facts.catalogue}
    families = {library.lexicon.base_name(name) for name in rows} | rows | {"人工智能推介官"}
    for word in library.lexicon.ambiguous:
        found = library.lexicon.ambiguity(word)
        assert found is not None, word
        assert set(found.names) <= families, word


def test_the_shipped_words_are_without_fault(library: Library) -> None:
    assert complaints(library.lexicon) == []


def test_a_word_that_leads_to_an_unknown_name_is_told() -> None:
    (told,) = complaints(lexicon(烹调师=("中式烹调师", "日式烹调师")))
    assert told.startswith("knowledge/lexicon/ambiguous.yml: 烹调师:")
    assert "日式烹调师" in told


def test_a_word_that_is_an_alias_is_told() -> None:
    (told,) = complaints(lexicon(厨师=("中式烹调师", "西式烹调师")))
    assert "is a name of 中式烹调师 already" in told


def test_an_alias_in_place_of_the_official_name_is_told() -> None:
    (told,) = complaints(lexicon(做菜=("厨师", "西式烹调师")))
    assert "use the official name 中式烹调师" in told


@pytest.mark.parametrize("targets", [(), ("中式烹调师", "4-03-02-01")])
def test_a_word_that_leads_nowhere_or_twice_to_the_same_is_told(targets: tuple[str, ...]) -> None:
    assert len(complaints(lexicon(做菜=targets))) == 1


def test_codes_and_names_of_specialisations_are_targets() -> None:
    assert complaints(lexicon(做菜=("4-03-02-01", "西式烹调师（法餐）"))) == []


def test_knowledge_with_a_faulty_word_is_not_loaded(tree: Tree) -> None:
    tree.add("saia-2026-ai-trainer")
    tree.change("lexicon/ambiguous.yml", "[4-14-05-07, 4-14-05-06]", "[4-14-05-77, 4-14-05-06]")
    with pytest.raises(KnowledgeError, match=r"ambiguous\.yml: 电竞: .*4-14-05-77"):
        tree.load()


def test_a_malformed_file_is_refused(tree: Tree) -> None:
    tree.add("saia-2026-ai-trainer")
    (tree.root / "lexicon" / "ambiguous.yml").write_text("电竞: 4-14-05-07\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"ambiguous\.yml"):
        tree.load()


def test_without_the_file_nothing_is_shared(tree: Tree) -> None:
    (tree.root / "lexicon" / "ambiguous.yml").unlink()
    tree.add("saia-2026-ai-trainer")
    assert tree.load().lexicon.ambiguity("护理员") is None


def test_published_names_leave_the_shared_words_alone_but_for_their_own() -> None:
    before = lexicon(做菜=("中式烹调师", "西式烹调师"), 掌勺=("中式烹调师", "西式烹调师"))
    cook = Occupation(code="4-03-02-01", name="中式烹调师", aliases=("掌勺",))
    after = with_additions(before, Additions(occupations=(cook,)))
    assert after.occupation("掌勺").name == "中式烹调师"
    assert set(after.ambiguous) == {"做菜"}
    assert complaints(after) == []


@pytest.mark.parametrize("word", ["宠物美容师", "医疗护理员", "小儿推拿师", "装配钳工", "低压电工", "感统训练师"])
def test_a_known_name_at_the_end_of_another_occupation_is_not_that_occupation(word: str, library: Library) -> None:
    assert [one.kind for one in library.lexicon.matcher.find(word) if one.kind == "occupation"] == []
    with pytest.raises(UnknownNameError):
        library.lexicon.occupation(word)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        *[(one, "婴幼儿发展引导员(育婴员)") for one in ("育婴员", "育婴师", "育婴嫂", "育婴证")],
        *[(one, "家政服务员(母婴护理员)") for one in ("月嫂", "月嫂证", "母婴护理")],
        *[(one, "家政服务员") for one in ("家政", "保姆", "家政阿姨", "家政工", "家庭服务员")],
        *[(one, "计算机程序设计员") for one in ("程序员", "码农", "程序猿", "计算机程序员")],
        *[(one, "网络与信息安全管理员") for one in ("网管", "网管员")],
        *[(one, "电工") for one in ("电工", "维修电工", "电工证")],
        *[(one, "焊工") for one in ("焊工", "焊接工", "焊工证")],
        *[(one, "美发师") for one in ("美发", "理发师", "理发师证", "理发", "发型师")],
        *[(one, "保育师") for one in ("保育员", "保育师", "保育员证")],
        *[(one, "企业人力资源管理师") for one in ("人力资源", "HR", "hr", "人力", "HR证")],
        *[(one, "物业管理师") for one in ("物业管理员", "物业管理", "物业证")],
        *[(one, "调酒师") for one in ("调酒", "调酒员", "调酒师证")],
        *[(one, "插花花艺师") for one in ("插花", "插花员", "花艺师", "插花证")],
        *[(one, "咖啡师") for one in ("咖啡师", "咖啡证", "咖啡师证")],
        *[(one, "人工智能数据标注") for one in ("数据标注", "数据标注员", "标注员")],
        *[(one, "眼镜验光师") for one in ("验光员", "眼镜验光员", "验光证")],
        *[(one, "评茶师") for one in ("评茶员", "品茶师")],
        *[(one, "室内装饰设计师") for one in ("室内装饰设计员", "室内设计师")],
    ],
)
def test_former_and_everyday_names_lead_to_their_occupation(typed: str, name: str, library: Library) -> None:
    assert library.lexicon.occupation(typed).name == name


@pytest.mark.parametrize(
    "typed", ["快递员", "外卖员", "网约配送员", "无人机", "心理咨询师", "健康管理师", "消防证", "宠物"]
)
def test_a_job_that_the_catalogue_does_not_list_is_bent_to_nothing(typed: str, library: Library) -> None:
    with pytest.raises(UnknownNameError) as unknown:
        library.lexicon.occupation(typed)
    assert unknown.value.nearest == ()


@pytest.mark.parametrize("text", ["会计证怎么考", "考会计哪里报名", "叉车证", "低压电工证"])
def test_another_examination_is_known_as_such(text: str, library: Library) -> None:
    assert [one.kind for one in library.lexicon.matcher.find(text)] == ["examination"]
