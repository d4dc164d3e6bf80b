"""Misconduct, subsidies, 推介官 and what is not stated against the published text, read here anew."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from knowledge.facts import NoticeFacts
from knowledge.library import Library

Published = Callable[[str], str]
SAIA, SJTU, SHTA = "saia-2026-ai-trainer", "sjtu-2025-ai-trainer", "shta-2026-hr"
CATALOGUE, PROMOTER = "shhrss-2025-catalogue", "shhrss-2026-ai-promoter"
ORGANISATIONS = (SAIA, SJTU, SHTA)
# The extraction took some of the items for a list and put a dash before them.
ITEM = r"^(?:- )?\d、"
CANCELS_ONE, CANCELS_ALL = "取消当次该科目成绩", "取消当次全部科目成绩"
TWO_OR_FIVE = "情节轻微的，2年内不得参加评价；情节严重的，5年内不得参加评价，并依据有关法律法规移送有关部门"
# The groups of the annex on conduct: what its heading says, how many kinds of conduct it lists, what follows.
MISCONDUCT = {
    "二": (CANCELS_ONE, 4, "subject", [], False),
    "三": (CANCELS_ALL + "，且当年不得参加评价", 5, "all_subjects", [(None, "any")], False),
    "四": (CANCELS_ALL + "。" + TWO_OR_FIVE, 7, "all_subjects", [(2, "minor"), (5, "serious")], True),
}


def facts(library: Library, notice_id: str) -> NoticeFacts:
    return library.holding(notice_id).facts


def bare(text: str) -> str:
    """Without white space; half-width punctuation made full."""
    return re.sub(r"\s", "", text).translate(str.maketrans(",;:()", "，；：（）"))


def annex(text: str) -> dict[str, tuple[str, list[str]]]:
    """The annex on conduct: the heading and the items of its groups 二, 三 and 四."""
    body = text.rsplit("为规范技能人才评价违纪违规行为", 1)[1].split("评价活动结束后")[0]
    _, *pieces = re.split(r"^([二三四])、", body, flags=re.MULTILINE)
    groups = {}
    for name, group in zip(pieces[::2], pieces[1::2], strict=True):
        heading, *items = re.split(ITEM, group, flags=re.MULTILINE)
        groups[name] = (bare(heading), [bare(item).rstrip("；。") for item in items])
    return groups


@pytest.mark.parametrize("notice_id", ORGANISATIONS)
@pytest.mark.parametrize("group", MISCONDUCT)
def test_every_kind_of_misconduct_has_the_consequences_of_its_group(
    notice_id: str, group: str, library: Library, published: Published
) -> None:
    said, count, cancels, bars, referred = MISCONDUCT[group]
    heading, items = annex(published(notice_id))[group]
    assert said in heading
    assert len(items) == count
    known = {bare(one.conduct): one for one in facts(library, notice_id).discipline}
    for item in items:
        fact = known[item]
        consequences = (fact.cancels, [(bar.years, bar.case) for bar in fact.bars], fact.referred_to_authorities)
        assert consequences == (cancels, bars, referred), item
        assert (fact.certificate_void, fact.fee_kept) == (False, False), item


@pytest.mark.parametrize(("notice_id", "places"), [(SAIA, 1), (SJTU, 1), (SHTA, 2)])
def test_false_papers_cost_result_certificate_and_fee(
    notice_id: str, places: int, library: Library, published: Published
) -> None:
    """SHTA says so twice: in 七·1 and in its annex. No misconduct beyond these and the sixteen listed ones."""
    misconduct = facts(library, notice_id).discipline
    false = [one for one in misconduct if one.certificate_void]
    assert len(false) == places == len(re.findall("作无效处理", published(notice_id)))
    own = ["提供的申报材料均真实、有效，一经查实存在虚假伪造的"] * (places - 1)
    assert [one.conduct for one in false] == [*own, "不符合申报条件或申报材料虚假伪造的"]
    assert all(one.fee_kept and one.bars == () and not one.referred_to_authorities for one in false)
    assert {one.cancels for one in false} == {"qualification_and_results"}
    assert len(misconduct) == places + 4 + 5 + 7


def test_the_subsidy_rests_on_the_three_documents_printed(library: Library, published: Published) -> None:
    (subsidy,) = facts(library, CATALOGUE).subsidies
    printed = re.findall(r"《([^》]+)》（(沪人社规〔\d{4}〕\d+号)）", published(CATALOGUE))
    assert [(one.title, one.document_number) for one in subsidy.basis] == printed
    assert [number for _, number in printed] == [
        "沪人社规〔2022〕17号",
        "沪人社规〔2023〕25号",
        "沪人社规〔2024〕20号",
    ]
    assert subsidy.name == "职业技能提升补贴"


def test_the_training_of_the_promoter_is_of_three_kinds_all_basic(library: Library) -> None:
    general, *kinds = facts(library, PROMOTER).training
    assert (general.name, general.lesson_hours, general.online_at_most_percent) == (None, 40, 50)
    names = ["定向培训", "企业职工职业培训（集中服务）", "区级项目制培训"]
    assert [(one.name, one.tier) for one in kinds] == [(name, "basic") for name in names]
    trainees = "法定劳动年龄段内的本市户籍登记失业人员、灵活就业人员、其他未进行就业失业登记的人员，以及本市各类院校就读学生"
    providers = "具备相关培训项目办学资质的各类院校和职业技能培训机构"
    known = [(None, None), (None, None), (trainees, providers)]
    assert [(one.who, one.providers) for one in kinds] == known


def test_the_ways_to_a_promoter_certificate_are_the_five_printed(library: Library) -> None:
    bureau = "上海市人力资源和社会保障局"
    both = f"{bureau}、上海市教育委员会"
    paths = [
        (one.tier, one.route, one.best_percent, one.supervised_by, one.seal)
        for one in facts(library, PROMOTER).paths
    ]
    assert paths == [
        ("basic", "training", None, bureau, "各培训实施机构"),
        ("advanced", "assessment", None, bureau, "评价机构"),
        ("basic", "university_examination", None, both, "市教育考试院"),
        ("advanced", "university_examination", None, both, "市教育考试院"),
        ("basic", "contest", 50, bureau, "活动主办单位"),
    ]


def test_each_way_to_a_promoter_certificate_is_for_whom_the_notice_names(library: Library) -> None:
    assert [one.who for one in facts(library, PROMOTER).paths] == [
        "各区考核合格人员",
        "本市人工智能训练师技能等级评价、人工智能模型运用专项职业能力评价、"
        "人工智能数据标注专项职业能力评价的合格人员",
        "通过2026年“上海高等学校信息技术水平考试”人工智能科目测评的本市高等院校学生，其中，一级通过者",
        "二、三、四级通过者",
        "参加经各区人力资源社会保障部门备案的技能比武活动的选手",
    ]


def test_the_promoter_programme_aims_at_fifty_thousand_and_caps_contests(library: Library) -> None:
    amounts = [(one.ten_thousand_people, one.at_most_percent) for one in facts(library, PROMOTER).quotas]
    assert amounts == [(5, None), (None, 30)]


def test_what_a_reader_looks_for_in_vain_is_said_to_be_not_stated(library: Library, published: Published) -> None:
    missing = {i: {one.topic for one in facts(library, i).not_stated} for i in ORGANISATIONS}
    assert missing == {
        SAIA: {"payment_window", "payment_method", "paid_when", "individual_ticket", "ticket_date"}
        | {"certificate_form", "certificate_loss"},
        SJTU: {"appointment", "retake_fee", "payment_window", "ticket_date", "certificate_form"},
        SHTA: {"appointment", "payment_method", "certificate_loss"},
    }
    searched = [(i, word) for i in ORGANISATIONS for one in facts(library, i).not_stated for word in one.searched]
    assert [(i, word) for i, word in searched if word in re.sub(r"\s", "", published(i))] == []
