"""What the notice is about, how long it is in force, what it replaces and what it is called here."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.ingest.structure.restore import restore
from knowledge.ingest.structure.subject import subject_of
from knowledge.library import Library
from tests.knowledge.ingest.structure.paper import TITLE, notice, word

SUBJECTS = {
    "上海市钟表行业协会关于开展2027年上海市钟表维修工项目社会化职业技能等级认定有关操作事项的通知": "社会化职业技能等级认定操作事项",
    "上海市人工智能行业协会关于2028年上海市人工智能训练师等项目社会化职业技能等级认定有关操作事项的通知": "社会化职业技能等级认定操作事项",
    "上海市养老服务和老龄产业协会关于开展2026年度养老护理员职业技能等级认定工作的通知": "职业技能等级认定工作",
    "上海市人力资源和社会保障局关于开展2026年上海市社会化职业技能评价有关事项的通知": "社会化职业技能评价有关事项",
    "上海市人力资源和社会保障局关于开展2027年度人工智能推介官培训认证工作的通知": "人工智能推介官培训认证工作",
}


@pytest.mark.parametrize(("title", "subject"), SUBJECTS.items())
def test_the_subject_is_the_same_from_year_to_year(title: str, subject: str, library: Library) -> None:
    assert subject_of(title, library.lexicon) == subject


def test_next_years_notice_supersedes_this_years(library: Library) -> None:
    known = [one.notice.front for one in library.holdings]
    earlier = library.notice("shta-2026-hr").front
    restored = restore(word(f"{earlier.title.replace('2026', '2027')}\n各有关单位："), library.lexicon, known)
    later = restored.notice.front
    assert (later.issuer, later.subject, later.kind) == (earlier.issuer, earlier.subject, "organisation")
    assert later.id == "shta-2027-hr"


def test_an_unknown_issuers_notice_is_called_after_its_title(library: Library) -> None:
    printed = word(
        "上海市某某行业协会关于开展2026年某某师项目社会化职业技能等级认定有关操作事项的通知\n各有关单位："
    )
    first, again = (restore(printed, library.lexicon).notice.front for _ in range(2))
    assert first.id == again.id
    assert first.id.startswith("notice-2026-")
    assert first.issuer == "上海市某某行业协会"


def test_two_notices_of_one_issuer_and_occupation_have_two_ids(library: Library) -> None:
    first = restore(notice("一、申报条件"), library.lexicon).notice.front
    other = word(TITLE.replace("有关操作事项", "补充事项") + "\n各有关单位：")
    second = restore(other, library.lexicon, [first]).notice.front
    assert second.id != first.id


def test_an_authoritys_list_of_organisations_is_a_catalogue(library: Library) -> None:
    printed = word("""
    上海市人力资源和社会保障局关于开展2026年上海市社会化职业技能评价有关事项的通知
    各有关单位：
    附件
    编号 | 评价机构名称 | 序号 | 职业（工种） | 等级
    1 | 上海市钟表行业协会 | 1 | 钟表维修工 | 5、4
    2 | 上海市广告协会 | 1 | 广告设计师 | 3
    """)
    assert restore(printed, library.lexicon).notice.front.kind == "catalogue"


def test_an_authoritys_notice_without_such_a_list_is_a_programme(library: Library) -> None:
    printed = word("上海市人力资源和社会保障局关于开展2026年度技能培训工作的通知\n各有关单位：")
    assert restore(printed, library.lexicon).notice.front.kind == "programme"


def test_a_notice_is_in_force_from_its_signature_to_the_end_of_its_year(library: Library) -> None:
    front = restore(notice("特此通知。\n上海市钟表行业协会\n2027年1月5日"), library.lexicon).notice.front
    assert (front.in_force_from, front.in_force_until) == (date(2027, 1, 5), date(2027, 12, 31))


def test_a_notice_is_in_force_as_long_as_it_says(library: Library) -> None:
    text = "本通知自2027年2月1日起施行，有效期至2030年1月31日。\n上海市钟表行业协会\n2027年1月5日"
    front = restore(notice(text), library.lexicon).notice.front
    assert (front.in_force_from, front.in_force_until) == (date(2027, 2, 1), date(2030, 1, 31))


def test_a_notice_without_any_date_holds_from_new_year_and_is_asked_about(library: Library) -> None:
    restored = restore(notice("特此通知。"), library.lexicon)
    assert restored.front.published_on is None
    assert restored.notice.front.in_force_from == date(2027, 1, 1)
    assert any("没有写明发布和施行日期" in one.question for one in restored.questions)


REPEALED = "《关于2025年上海市社会化职业技能评价有关事项的通知》（沪人社职〔2024〕458号）同时废止。"


def test_a_notice_replaces_the_one_that_it_repeals(library: Library) -> None:
    known = [one.notice.front for one in library.holdings]
    restored = restore(notice(REPEALED), library.lexicon, known)
    assert restored.front.replaces == "沪人社职〔2024〕458号"
    assert restored.notice.front.replaces == "shhrss-2025-catalogue"


def test_a_repealed_notice_that_nobody_knows_is_named_by_its_number_and_asked_about(library: Library) -> None:
    restored = restore(notice(REPEALED), library.lexicon)
    assert restored.front.replaces == "沪人社职〔2024〕458号"
    assert restored.notice.front.replaces is None
    assert any("不在已有的通知里" in one.question for one in restored.questions)


def test_a_notice_that_only_refers_to_another_replaces_nothing(library: Library) -> None:
    restored = restore(notice("根据有关通知（沪人社职〔2024〕458号）精神，通知如下："), library.lexicon)
    assert restored.front.replaces is None
