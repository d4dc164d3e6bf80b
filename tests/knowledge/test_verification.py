"""Knowledge with an error in it is refused, and the message leads to the very fact."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from knowledge.errors import KnowledgeError

if TYPE_CHECKING:
    from tests.knowledge.conftest import Tree

SAIA, SJTU, SHTA = "saia-2026-ai-trainer", "sjtu-2025-ai-trainer", "shta-2026-hr"
CATALOGUE = "shhrss-2025-catalogue"
ROW_5 = "{name: 操作技能考试, amount: 200}\n  total: 300"
NO_RETAKE = "basis: not_stated\n    components: []"
ONE_RETAKE = "basis: not_stated\n    components: [{name: 理论知识考试费, amount: 100}]"
NEW_FEE = """
- occupation: 职业培训师
  level: 3
  components: [{name: 评价服务费, amount: 400}]
  total: 400
  retake: {basis: not_stated, components: []}
  sources: [{clause: 附件3, quote: '三级\\高级 400元 200元/模块'}]
"""


def complaint(tree: Tree) -> str:
    """What loading says of the planted tree."""
    with pytest.raises(KnowledgeError) as refused:
        tree.load()
    return str(refused.value)


@pytest.mark.parametrize("notice_id", [SAIA, SJTU, SHTA, CATALOGUE, "shhrss-2026-ai-promoter"])
def test_an_untouched_copy_is_accepted(notice_id: str, tree: Tree) -> None:
    tree.add(notice_id)
    assert tree.load().notice(notice_id)


FACTS = [
    pytest.param(SAIA, "fees", ROW_5, ROW_5.replace("200", "250"), "人工智能训练师 5: 250 stands", id="digit"),
    pytest.param(
        SAIA,
        "fees",
        "quote: '五级/初级 100 200 300'",
        "quote: '五级/初级 100 300'",
        "人工智能训练师 5",
        id="words",
    ),
    pytest.param(
        SHTA,
        "fees",
        "- clause: 附件2\n      quote: '四级",
        "- clause: 附件3\n      quote: '四级",
        "企业人力资源管理师 4: clause 附件3 does not hold the quote '四级",
        id="a quote from another clause",
    ),
    pytest.param(
        SAIA,
        "rules",
        "clause: 二（二）\n      quote: '申报方式包括",
        "clause: 二（九）\n      quote: '申报方式包括",
        "application_method: the notice has no clause 二（九）",
        id="a clause that the notice has not",
    ),
    pytest.param(
        SJTU, "fees", "total: 550", "total: 500", "信息安全管理员） 3: the components add up to 550", id="total"
    ),
    pytest.param(
        SJTU, "fees", NO_RETAKE, ONE_RETAKE, "人工智能训练师 4: a retake that is not_stated", id="retake"
    ),
    pytest.param(
        SAIA,
        "fees",
        "occupation: 人工智能训练师",
        "occupation: 潜水员",
        "潜水员 5: unknown occupation",
        id="trade",
    ),
    pytest.param(
        SAIA,
        "catalogue",
        "organisation: 上海市人工智能行业协会",
        "organisation: 上海市机器人协会",
        "上海市机器人协会 人工智能训练师: unknown organisation",
        id="an organisation that nobody knows",
    ),
    pytest.param(SHTA, "fees", "amount: 175", "amount: 75", "企业人力资源管理师 4: 75 stands", id="retake amount"),
    pytest.param(
        SAIA, "contacts", "number: 021-62037717", "number: 021-62037711", "'021-62037711' stands in no", id="phone"
    ),
    pytest.param(SAIA, "contacts", "number: 021-62037717", "number: 021-6203771", "021-6203771", id="short phone"),
    pytest.param(
        SAIA,
        "contacts",
        '"http://ww.sh-aia.com"',
        '"http://www.sh-aia.com"',
        "'http://www.sh-aia.com' stands in no quote",
        id="an address on the web set right by hand",
    ),
    pytest.param(
        SJTU,
        "contacts",
        'documents, url: "https://gjzs.sjtu.edu.cn/skill"',
        'documents, url: "https://gjzs.sjtu.edu.cn/sk"',
        "https://gjzs.sjtu.edu.cn/sk",
        id="half an address on the web",
    ),
    pytest.param(
        SHTA, "contacts", "838号A栋", "838号B栋", "上海市技师协会: '上海市技师协会相关业务受理窗口", id="address"
    ),
    pytest.param(SHTA, "contacts", 'closes: "16:00"', 'closes: "16:30"', "16:30 stands in no quote", id="hours"),
    pytest.param(
        SAIA,
        "contacts",
        'opens: "09:00", closes: "11:30"',
        'opens: "11:30", closes: "09:00"',
        "上海市人工智能行业协会: opens 11:30 after it closes 09:00",
        id="opens after it closes",
    ),
    pytest.param(
        CATALOGUE, "catalogue", "code: 6-18-01-01", "code: 6-18-01-02", "车工: 6-18-01-02 stands in no", id="code"
    ),
    pytest.param(
        CATALOGUE,
        "catalogue",
        "registration_number: S000031100001",
        "registration_number: S000031100002",
        "上海航天技术研究院 车工: S000031100002 stands in no quote",
        id="a registration number",
    ),
    pytest.param(
        CATALOGUE,
        "catalogue",
        "occupation: 机修钳工\n  levels: [5, 4, 3, 2, 1]",
        "occupation: 机修钳工\n  levels: []",
        "机修钳工: a skill level has levels",
        id="a skill level without levels",
    ),
    pytest.param(
        CATALOGUE,
        "catalogue",
        "occupation: 中央空调系统运行操作员\n  levels: [5, 4, 3, 2]",
        "occupation: 中央空调系统运行操作员\n  levels: [5, 4, 3, 2, 1]",
        "中央空调系统运行操作员: no quote names level 1",
        id="a level that the row does not print",
    ),
    pytest.param(
        SHTA, "catalogue", "levels: [3]", "levels: [4, 3]", "职业培训师: no quote names level 4", id="level"
    ),
]


@pytest.mark.parametrize(("notice_id", "file", "old", "new", "said"), FACTS)
def test_a_fact_that_its_notice_does_not_bear_out_is_refused(
    notice_id: str, file: str, old: str, new: str, said: str, tree: Tree
) -> None:
    tree.add(notice_id)
    tree.change(f"notices/{notice_id}/facts/{file}.yml", old, new)
    message = complaint(tree)
    assert re.search(rf"notices/{notice_id}/facts/{file}\.yml:\d+: \[", message)
    assert said in message


def test_a_second_fee_for_the_same_level_is_refused(tree: Tree) -> None:
    file = tree.add(SHTA) / "facts" / "fees.yml"
    file.write_text(file.read_text(encoding="utf-8") + NEW_FEE, encoding="utf-8")
    assert re.search(
        rf"{SHTA}/facts/fees\.yml:48: .* 职业培训师 3: a second fee for the same level", complaint(tree)
    )


def test_every_problem_is_told_at_once(tree: Tree) -> None:
    tree.add(SAIA)
    tree.change(f"notices/{SAIA}/facts/fees.yml", "total: 300", "total: 310")
    tree.change(f"notices/{SAIA}/facts/contacts.yml", "number: 021-58388009", "number: 021-58388000")
    lines = complaint(tree).splitlines()
    assert any("fees.yml:3: [二（四）] 人工智能训练师 5" in line for line in lines)
    assert any("contacts.yml:3: [六（一）] 上海市人工智能行业协会" in line for line in lines)


MALFORMED = [
    pytest.param("facts/fees.yml", "level: 5", "level: 6", "fees.0.level", id="a sixth level"),
    pytest.param(
        "facts/fees.yml", "amount: 100", "amount: -100", "fees.0.components.0.amount", id="a negative fee"
    ),
    pytest.param("facts/fees.yml", "total: 300", "sum: 300", "fees.0.total", id="a field misspelt"),
    pytest.param(
        "facts/contacts.yml", 'opens: "09:00"', 'opens: "9:00"', "contacts.0.hours.weekly.0.opens", id="time"
    ),
    pytest.param("notice.md", "| 2月 | 3月底前 |", "| 2月 |", "notice.md:", id="a row with a cell missing"),
    pytest.param("notice.md", "|---|---|\n", "", "no header and `|---|` line", id="a table without heading"),
    pytest.param(
        "notice.md", "（二）申报方式", "（一）申报方式", "clause 二（一） appears twice", id="a clause twice"
    ),
    pytest.param("notice.md", "\n## 标题\n", "\n", "text before the first part", id="text before the first part"),
    pytest.param("notice.md", "year: 2026", "year: 二零二六", "unreadable front matter", id="a year in words"),
    pytest.param(
        "notice.md", "document_number: null\n", "", "document_number", id="a line of the front matter lost"
    ),
    pytest.param(
        "notice.md", f"id: {SAIA}", "id: saia", "called like the notice's id", id="a folder of another name"
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "said"), MALFORMED)
def test_a_malformed_file_is_refused_by_its_name(file: str, old: str, new: str, said: str, tree: Tree) -> None:
    tree.add(SAIA)
    tree.change(f"notices/{SAIA}/{file}", old, new)
    message = complaint(tree)
    assert f"notices/{SAIA}" in message
    assert said in message


def test_the_message_on_a_notice_names_the_line(tree: Tree) -> None:
    file = tree.add(SAIA) / "notice.md"
    tree.change(f"notices/{SAIA}/notice.md", "（二）申报方式", "（一）申报方式")
    lines = file.read_text(encoding="utf-8").splitlines()
    second = [i for i, line in enumerate(lines, start=1) if line.startswith("（一）申报")][1]
    assert f"notice.md:{second}: clause 二（一）" in complaint(tree)


def test_a_notice_without_front_matter_is_refused(tree: Tree) -> None:
    file = tree.add(SAIA) / "notice.md"
    file.write_text(file.read_text(encoding="utf-8").split("---\n", 2)[2], encoding="utf-8")
    assert f"{SAIA}/notice.md: unreadable front matter" in complaint(tree)


def test_a_file_of_facts_of_no_known_kind_is_refused(tree: Tree) -> None:
    folder = tree.add(SAIA) / "facts"
    (folder / "fees.yml").rename(folder / "fee.yml")
    message = complaint(tree)
    assert f"{SAIA}/facts/fee.yml: unknown kind; allowed: fees, contacts" in message


def test_a_period_that_ends_before_it_begins_is_refused(tree: Tree) -> None:
    tree.add(SAIA)
    tree.change(f"notices/{SAIA}/notice.md", "in_force_until: 2026-12-31", "in_force_until: 2025-12-31")
    message = complaint(tree)
    assert SAIA in message
    assert "in_force_from lies after in_force_until" in message


def test_an_issuer_that_the_lexicon_does_not_know_is_refused(tree: Tree) -> None:
    tree.add(SAIA)
    tree.change(f"notices/{SAIA}/notice.md", "issuer: 上海市人工智能行业协会", "issuer: 上海市机器人学会")
    message = complaint(tree)
    assert SAIA in message
    assert "unknown organisation '上海市机器人学会'" in message
    assert "organisations.yml" in message


def test_a_notice_that_replaces_one_that_does_not_exist_is_refused(tree: Tree) -> None:
    tree.add(SAIA)
    tree.change(f"notices/{SAIA}/notice.md", "replaces: null", "replaces: saia-2025-ai-trainer")
    message = complaint(tree)
    assert SAIA in message
    assert "saia-2025-ai-trainer" in message


def test_two_notices_of_one_issuer_and_subject_for_the_same_days_are_refused(tree: Tree) -> None:
    """Neither replaces the other, so both would be in force (design: two periods must not overlap)."""
    tree.add(SAIA)
    tree.add(SAIA, as_id="saia-2026-second")
    assert "saia-2026-second" in complaint(tree)


def test_a_footnote_mark_without_its_note_is_refused(tree: Tree) -> None:
    """The notes are part of the rule: a condition must not lose one silently."""
    tree.add(SAIA)
    tree.change(f"notices/{SAIA}/notice.md", "[^6]: ", "[^9]: ")
    message = complaint(tree)
    assert SAIA in message


def test_an_alias_that_names_two_things_is_refused(tree: Tree) -> None:
    tree.add(SAIA)
    file = tree.root / "lexicon" / "organisations.yml"
    rival = "- {id: rival, name: 上海市算法协会, aliases: [AI协会]}\n"
    file.write_text(file.read_text(encoding="utf-8") + rival, encoding="utf-8")
    message = complaint(tree)
    assert "lexicon: 'AI协会' names both" in message
    assert "上海市算法协会" in message
    assert "上海市人工智能行业协会" in message


def test_a_malformed_lexicon_is_refused(tree: Tree) -> None:
    tree.add(SAIA)
    tree.change("lexicon/occupations.yml", "code: 3-02-02-01", "code: 3-2-2-1")
    message = complaint(tree)
    assert "lexicon" in message
    assert "3-2-2-1" in message


def test_knowledge_without_any_notice_is_refused(tree: Tree) -> None:
    assert "no notice found" in complaint(tree)
