"""Tables stay tables: merged cells keep their value, headings of several rows become one column name."""

from __future__ import annotations

import pytest

from knowledge.library import Library
from knowledge.models import Line


def rows(library: Library, notice_id: str, path: str) -> list[Line]:
    return [line for line in library.clause(notice_id, path).lines if line.kind == "row"]


def headings(library: Library, notice_id: str, path: str) -> list[str]:
    return [line.text for line in library.clause(notice_id, path).lines if line.kind == "header"]


def test_the_windows_of_saia_stand_under_a_heading_of_two_rows(library: Library) -> None:
    assert headings(library, "saia-2026-ai-trainer", "二（三）1") == ["申报及评价时间计划表", "申报时间 评价时间"]
    found = rows(library, "saia-2026-ai-trainer", "二（三）1")
    assert len(found) == 12
    assert found[0].text == "1月底前 2月底前"
    assert found[-1].text == "12月 12月底前或根据次年公告排考"
    assert [column.split()[-1] for column in found[0].columns] == ["申报时间", "评价时间"]


def test_the_windows_of_sjtu_run_over_the_page_to_next_january(library: Library) -> None:
    found = rows(library, "sjtu-2025-ai-trainer", "二（三）1")
    assert [line.values[1] for line in found] == [*(f"{month}月" for month in range(3, 13)), "明年1月"]
    assert found[0].values[0] == "1月1日-2月15日"
    assert found[-1].text == "11月16日-12月31日 明年1月"


def test_the_merged_organisation_of_sjtu_counts_for_both_its_rows(library: Library) -> None:
    first, second = rows(library, "sjtu-2025-ai-trainer", "一")
    assert second.text == "2 4-04-04-02 网络与信息安全管理员（信息安全管理员） 4、3"
    assert second.values[0] == "上海交通大学"
    assert second.origins == (first.text,)
    assert first.origins == ()


def test_the_fees_of_sjtu_stand_under_a_heading_of_three_rows(library: Library) -> None:
    found = rows(library, "sjtu-2025-ai-trainer", "二（四）2")
    assert found[0].columns == (
        "序号",
        "职业(工种)",
        "等级",
        "评价科目 理论知识 考试费",
        "评价科目 操作技能 考试费",
        "评价科目 综合评审 考试费",
        "合计",
    )
    assert [line.values[0] for line in found] == ["1", "2", "3", "4"]
    assert found[3].values[-3:] == ("450", "/", "550")


@pytest.mark.parametrize(("annex", "levels"), [("附件2", 2), ("附件3", 1)])
def test_the_retake_fee_of_shta_stands_in_its_own_column(annex: str, levels: int, library: Library) -> None:
    found = rows(library, "shta-2026-hr", annex)
    assert len(found) == levels
    for line in found:
        named = dict(zip(line.columns, line.values, strict=True))
        assert named["补考收费 评价服务费"].endswith("元/模块")
        assert named["综合评审"] == named["补考收费 综合评审"] == ""


def test_an_organisation_of_the_catalogue_counts_for_all_its_rows(library: Library) -> None:
    found = rows(library, "shhrss-2025-catalogue", "附件·一")
    ninth = next(line for line in found if line.text.startswith("9 6-18-01-08 电切削工 "))
    assert ninth.values[:3] == ("1", "上海航天技术研究院", "S000031100001")
    assert ninth.origins == ("1 上海航天技术研究院 S000031100001 1 6-18-01-01 车工 5",)
    assert len(headings(library, "shhrss-2025-catalogue", "附件·一")) == 1


def test_the_two_tables_of_the_catalogue_are_told_apart(library: Library) -> None:
    skills = {line.table for line in rows(library, "shhrss-2025-catalogue", "附件·一")}
    abilities = {line.table for line in rows(library, "shhrss-2025-catalogue", "附件·二")}
    assert len(skills) == len(abilities) == 1
    assert skills.isdisjoint(abilities)
