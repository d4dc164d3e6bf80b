"""One error planted in a copy of all five notices: `check` catches it and names file, line and clause."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import pytest

from knowledge.library import ROOT, load_library
from knowledge.verification import verify

if TYPE_CHECKING:
    from tests.knowledge.conftest import Tree

SAIA, SJTU, SHTA = "saia-2026-ai-trainer", "sjtu-2025-ai-trainer", "shta-2026-hr"
PROMOTER, CATALOGUE = "shhrss-2026-ai-promoter", "shhrss-2025-catalogue"
NOTICES = (SAIA, SJTU, SHTA, PROMOTER, CATALOGUE)
APRIL = "application: {start: 2026-02-23, end: 2026-03-22, text: '2月23日-3月22日'}"
APRIL_AGAIN = """
- occupations: null
  levels: [3]
  application: {start: 2026-02-23, end: 2026-03-22, text: '2月23日-3月22日'}
  payment: null
  admission_ticket: null
  assessment: {start: 2026-04-25, end: 2026-04-26, text: '4月25、26日'}
  sources:
    - clause: 二（三）（1）
      quote: '4月 四、三 2月23日-3月22日 3月23日-3月29日 4月20日 4月25、26日'
"""


class Plant(NamedTuple):
    """What is replaced where, and what must be said: the file, the clause, words of the message."""

    notice: str
    file: str
    old: str
    new: str
    clause: str
    said: str


PLANTS = {
    "a changed digit in a fee": Plant(
        SAIA,
        "facts/fees.yml",
        "amount: 400}\n  total: 500",
        "amount: 450}\n  total: 550",
        "二（四）",
        "450 stands in no",
    ),
    "a changed digit in the notice itself": Plant(
        SHTA, "notice.md", "| 三级\\高级 | 400元 |", "| 三级\\高级 | 480元 |", "", "does not stand in source.txt"
    ),
    "a quote from another clause": Plant(
        SAIA, "facts/retakes.yml", "clause: 四（四）", "clause: 四（三）", "四（三）", "it stands in 四（四）"
    ),
    "a wrong total": Plant(SJTU, "facts/fees.yml", "total: 550", "total: 500", "二（四）2", "add up to 550"),
    "a row of the catalogue at a level that it does not print": Plant(
        CATALOGUE,
        "facts/catalogue.yml",
        "occupation: 工业机器人系统运维员\n  levels: [4, 3]",
        "occupation: 工业机器人系统运维员\n  levels: [4, 3, 2]",
        "附件·一",
        "no quote names level 2",
    ),
    "an organisation's level that its catalogue does not know": Plant(
        SHTA,
        "facts/catalogue.yml",
        "levels: [4, 3]",
        "levels: [3]",
        "二（三）（1）",
        "unlisted difference window_levels",
    ),
    "a date one day off": Plant(
        SHTA, "facts/windows.yml", "start: 2026-02-23", "start: 2026-02-24", "二（三）（1）", "reads as 2026-02-23"
    ),
    "the wrong year": Plant(
        SJTU, "facts/windows.yml", "start: 2025-01-01", "start: 2026-01-01", "二（三）1", "reads as 2025-01-01"
    ),
    "overlapping windows": Plant(
        SHTA,
        "facts/windows.yml",
        "\n- occupations: null",
        APRIL_AGAIN + "\n- occupations: null",
        "二（三）（1）",
        "overlaps",
    ),
    "windows out of order": Plant(
        SHTA,
        "facts/windows.yml",
        "payment: {start: 2026-03-23, end: 2026-03-29, text: '3月23日-3月29日'}",
        "payment: {start: 2026-02-23, end: 2026-03-22, text: '2月23日-3月22日'}",
        "二（三）（1）",
        "payment begins 2026-02-23, before application ends 2026-03-22",
    ),
    "another validity": Plant(
        SAIA, "facts/retakes.yml", "valid_years: 2", "valid_years: 4", "四（一）", "valid_years: 4年 stands in no"
    ),
    "a longer bar": Plant(
        SHTA, "facts/discipline.yml", "years: 5", "years: 6", "附件4·四·1", "years: 6年 stands in no quote"
    ),
    "one digit of an account": Plant(
        SJTU, "facts/payments.yml", "439059226890", "439059226899", "二（四）", "'439059226899' stands in no quote"
    ),
    "another share of the contest": Plant(
        PROMOTER, "facts/quotas.yml", "at_most_percent: 30", "at_most_percent: 35", "五（一）", "35% stands in no"
    ),
    "a clause that nothing covers": Plant(
        SAIA, "facts/text_only.yml", "'六（五）'", "'六'", "六（五）", "no fact rests on this clause"
    ),
    "a topic that nobody decided": Plant(
        SAIA,
        "facts/not_stated.yml",
        "- topic: certificate_loss\n  searched: ['遗失', '补办', '补发', '补证']",
        "",
        "",
        "nothing on certificate_loss (证书遗失补办)",
    ),
    "a silence that is none": Plant(
        SAIA, "facts/not_stated.yml", "['遗失', '补办', '补发', '补证']", "['领取']", "", "does contain '领取'"
    ),
    "a difference that nobody listed": Plant(
        SAIA,
        "facts/differences.yml",
        "- check: annex_missing\n  key: 附件3",
        "- check: reading\n  key: 附件3",
        "七",
        "annex_missing",
    ),
    "a difference that is none": Plant(
        SHTA,
        "facts/differences.yml",
        "key: 二（三）",
        "key: 二（四）",
        "",
        "numbering '二（四）' is no longer found",
    ),
    "an unknown topic": Plant(
        SAIA, "facts/not_stated.yml", "topic: paid_when", "topic: paid_where", "", "unknown topic; allowed: "
    ),
    "a condition with a year too few": Plant(
        SAIA,
        "facts/conditions.yml",
        "certificate: {level: 5, worked_years: 3}",
        "certificate: {level: 5, worked_years: 2}",
        "附件1·2（2）",
        "worked_years: 2年",
    ),
    "a condition on the wrong certificate": Plant(
        SHTA,
        "facts/conditions.yml",
        "certificate: {level: 4, worked_years: 4}",
        "certificate: {level: 3, worked_years: 4}",
        "附件1·3（2）",
        "certificate.level",
    ),
    "a condition on the wrong grade of title": Plant(
        SJTU,
        "facts/conditions.yml",
        "title: {grade: intermediate, worked_years: 1}",
        "title: {grade: senior, worked_years: 1}",
        "附件1·4（3）",
        "title.grade",
    ),
    "a condition under another level": Plant(
        SAIA,
        "facts/conditions.yml",
        "- level: 3\n  worked_years: 10",
        "- level: 4\n  worked_years: 10",
        "附件1·3（1）",
        "level 4",
    ),
    "a condition that forgets the assessed programme": Plant(
        SHTA,
        "facts/conditions.yml",
        "\n    assessed: true",
        "",
        "附件1·3（6）",
        "education.assessed",
    ),
    "an item of a level without condition": Plant(
        SAIA,
        "facts/conditions.yml",
        "- level: 3\n  worked_years: 10\n  sources:\n    - clause: 附件1·3（1）\n      quote: '(1)累计从事本职业或相关职业工作满10年。'\n",
        "",
        "附件1·3（1）",
        "no condition rests on this item",
    ),
}


@pytest.fixture
def all_notices(tree: Tree) -> Tree:
    for notice_id in NOTICES:
        tree.add(notice_id)
    return tree


@pytest.mark.parametrize("plant", PLANTS.values(), ids=PLANTS)
def test_a_planted_error_is_caught_where_it_stands(plant: Plant, all_notices: Tree) -> None:
    file = f"notices/{plant.notice}/{plant.file}"
    all_notices.change(file, plant.old, plant.new)
    told = [str(problem) for problem in verify(load_library(all_notices.root))]
    at = [one for one in told if plant.said in one]
    assert at, told
    assert all(f"knowledge/notices/{plant.notice}/" in one for one in at)
    assert not plant.clause or any(f"[{plant.clause}]" in one for one in at)


@pytest.mark.parametrize("name", ["a changed digit in a fee", "a wrong total", "a date one day off"])
def test_the_line_of_the_fact_is_named(name: str, all_notices: Tree) -> None:
    plant = PLANTS[name]
    file = f"notices/{plant.notice}/{plant.file}"
    text = (all_notices.root / file).read_text(encoding="utf-8")
    entry = text[: text.index(plant.old)].rindex("\n- ") + 1
    line = text[:entry].count("\n") + 1
    all_notices.change(file, plant.old, plant.new)
    told = [str(problem) for problem in verify(load_library(all_notices.root))]
    assert any(re.search(rf"{re.escape(plant.file)}:{line}: ", one) and plant.said in one for one in told)


def test_a_missing_page_is_told_with_the_words_it_began_with(all_notices: Tree) -> None:
    file = all_notices.root / "notices" / SJTU / "notice.md"
    text = file.read_text(encoding="utf-8")
    start, end = text.index("三、关于成绩及证书信息查询"), text.index("七、有关情况说明")
    file.write_text(text[:start] + text[end:], encoding="utf-8")
    told = [str(problem) for problem in verify(load_library(all_notices.root))]
    lost = [one for one in told if "are missing in notice.md" in one]
    assert lost
    assert f"{SJTU}/notice.md" in lost[0]
    assert "关于成绩及证书信息查询" in lost[0]


def test_the_knowledge_as_shipped_is_clean() -> None:
    assert [str(problem) for problem in verify(load_library(ROOT))] == []
