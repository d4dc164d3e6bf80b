"""A clause is called what a person with the paper in hand would call it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from knowledge.clause_path import canonical, is_under
from knowledge.errors import UnknownNoticeError
from knowledge.library import Library

CONDITIONS = {1: 2, 2: 3, 3: 6, 4: 5, 5: 3}  # annex 1: the five levels from the lowest, and their items
OFFENCES = {"一": 0, "二": 4, "三": 5, "四": 7}  # the annex on discipline

SAIA = """
    引言 一 二 二（一） 二（二） 二（三） 二（三）1 二（三）2 二（四） 二（五） 三 四 四（一） 四（二） 四（三） 四（四） 五
    六 六（一） 六（二） 六（三） 六（四） 六（五） 六（五）1 六（五）2 六（五）3 七
"""
SJTU = """
    引言 一 二 二（一） 二（二） 二（三） 二（三）1 二（三）2 二（三）3 二（三）4 二（四） 二（四）2 二（五） 二（五）1 二（五）2 三
    四 四（一） 四（二） 四（三） 四（四） 五 五（一） 五（二） 五（三） 六 六（一） 六（二） 六（三） 六（四） 六（五） 六（五）1
    六（五）2 六（五）3 七
"""
SHTA = """
    引言 一 二 二（一） 二（二） 二（二）1 二（二）2 二（三） 二（三）（1） 二（四） 二（五） 三 四 四·1 四·2 四·3 四·4 五
    六 六（一） 六（二） 六（三） 六（四） 六（五） 六（五）1 六（五）2 六（五）3 七 七·1 七·2 七·3 八
"""
PROMOTER = """
    引言 一 二 二（一） 二（一）1 二（一）2 二（一）3 二（一）3（1） 二（一）3（2） 二（一）3（3） 二（一）3（4）
    二（二） 二（二）1 二（二）2 二（二）3 三 三（一） 三（一）1 三（一）2 三（二） 三（二）1 三（二）2
    四 四（一） 四（二） 四（三） 五 五（一） 五（二） 五（三） 五（四）
"""
CATALOGUE = """
    引言 一 二 二（一） 二（二） 二（三） 三 四 五 五（一） 五（二） 五（三） 五（四） 五（五） 五（六） 六
"""


def annex_of_conditions() -> Iterator[str]:
    yield "附件1"
    for level, items in CONDITIONS.items():
        yield f"附件1·{level}"
        yield from (f"附件1·{level}（{item}）" for item in range(1, items + 1))


def annex_of_offences(annex: str) -> Iterator[str]:
    yield annex
    for clause, items in OFFENCES.items():
        yield f"{annex}·{clause}"
        yield from (f"{annex}·{clause}·{item}" for item in range(1, items + 1))


PATHS = {
    "saia-2026-ai-trainer": [
        *("标题 " + SAIA + " 附件清单").split(),
        *annex_of_conditions(),
        *annex_of_offences("附件2"),
    ],
    "sjtu-2025-ai-trainer": [
        *("标题 " + SJTU + " 附件清单").split(),
        *annex_of_conditions(),
        *annex_of_offences("附件2"),
    ],
    "shta-2026-hr": [
        *("标题 文号 " + SHTA + " 附件清单").split(),
        *annex_of_conditions(),
        *("附件2", "附件3"),
        *annex_of_offences("附件4"),
        "落款",
    ],
    "shhrss-2026-ai-promoter": [*("标题 文号 " + PROMOTER + " 落款").split()],
    "shhrss-2025-catalogue": [
        *("标题 文号 " + CATALOGUE + " 附件清单 落款 附件 附件·一 附件·二 附件·注 附件·注·2").split()
    ],
}


@pytest.mark.parametrize("notice_id", PATHS)
def test_a_notice_has_the_clauses_that_it_prints_in_their_order(notice_id: str, library: Library) -> None:
    assert list(library.notice(notice_id).clauses) == PATHS[notice_id]


@pytest.mark.parametrize(
    ("notice_id", "path", "beginning"),
    [
        ("saia-2026-ai-trainer", "二（三）1", "1、为进一步规范考务计划的规范性及时效性"),
        ("saia-2026-ai-trainer", "二（四）", "(四)申报缴费"),
        ("saia-2026-ai-trainer", "六（五）3", "3、考核指导手册网址"),
        ("saia-2026-ai-trainer", "附件1·3（2）", "(2)取得本职业或相关职业四级/中级工职业资格"),
        ("saia-2026-ai-trainer", "附件2·四·4", "4、由他人冒名顶替参加评价"),
        ("sjtu-2025-ai-trainer", "二（三）3", "3.若当月申请评价认定申报人数不足30人"),
        ("sjtu-2025-ai-trainer", "二（四）2", "2.考务费收费标准为"),
        ("sjtu-2025-ai-trainer", "五（三）", "(三)证书遗失补办"),
        ("sjtu-2025-ai-trainer", "附件1·4（4）", "(4)取得本职业或相关职业三级/高级工"),
        ("shta-2026-hr", "二（三）（1）", "(1)“理论知识”和“操作技能”采用机考方式"),
        ("shta-2026-hr", "四·2", "2、如参评人员在成绩有效期内重新进行了"),
        ("shta-2026-hr", "七·1", "1、参加等级认定的参评人员"),
        ("shta-2026-hr", "附件4·三·1", "1、在评价过程中使用规定以外的带拍照"),
        ("shhrss-2026-ai-promoter", "二（一）3（2）", "（2）培训对象为：法定劳动年龄段内"),
        ("shhrss-2026-ai-promoter", "三（二）1", "1.认证对象"),
        ("shhrss-2026-ai-promoter", "五（四）", "(四)在本通知发文之日前已开班"),
        ("shhrss-2025-catalogue", "五（六）", "（六）相关社会培训评价组织应妥善做好"),
        ("shhrss-2025-catalogue", "附件·二", "二、专项职业能力考核"),
    ],
)
def test_the_clause_begins_with_its_own_number(
    notice_id: str, path: str, beginning: str, library: Library
) -> None:
    assert library.clause(notice_id, path).lines[0].text.startswith(beginning)


@pytest.mark.parametrize(
    ("notice_id", "path", "above"),
    [
        ("saia-2026-ai-trainer", "二", []),
        ("saia-2026-ai-trainer", "二（三）1", ["二（三）", "二"]),
        ("saia-2026-ai-trainer", "附件1·3（2）", ["附件1·3", "附件1"]),
        ("saia-2026-ai-trainer", "附件2·四·4", ["附件2·四", "附件2"]),
        ("shta-2026-hr", "二（三）（1）", ["二（三）", "二"]),
        ("shta-2026-hr", "四·2", ["四"]),
        ("shhrss-2026-ai-promoter", "二（一）3（2）", ["二（一）3", "二（一）", "二"]),
        ("shhrss-2025-catalogue", "附件·一", ["附件"]),
    ],
)
def test_a_clause_hangs_below_those_that_introduce_it(
    notice_id: str, path: str, above: list[str], library: Library
) -> None:
    clause = library.clause(notice_id, path)
    lead = list(library.lead(clause))
    assert [one.path for one in lead] == above
    for child, parent in zip([clause, *lead], lead, strict=False):
        assert child.path in parent.children


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("二(三)2", "二（三）2"),
        ("二（三）2.", "二（三）2"),
        ("第二（三）2条", "二（三）2"),
        (" 附件1.3(2) ", "附件1·3（2）"),
        ("附件１·３（２）", "附件1·3（2）"),
        ("附件2、四、4", "附件2·四·4"),
    ],
)
def test_a_path_is_found_however_it_is_typed(typed: str, path: str, library: Library) -> None:
    assert library.clause("saia-2026-ai-trainer", typed).path == path


@pytest.mark.parametrize("notice_id", PATHS)
def test_no_two_clauses_are_the_same_for_a_person_who_types(notice_id: str) -> None:
    assert len({canonical(path) for path in PATHS[notice_id]}) == len(PATHS[notice_id])


def test_a_clause_that_the_notice_has_not_is_refused_by_name(library: Library) -> None:
    with pytest.raises(UnknownNoticeError, match=r"saia-2026-ai-trainer has no clause 九（一）"):
        library.clause("saia-2026-ai-trainer", "九（一）")
    with pytest.raises(UnknownNoticeError, match=r"no notice saia-2027.*saia-2026-ai-trainer"):
        library.clause("saia-2027", "一")


def test_a_clause_holds_those_below_it_and_not_those_with_a_longer_number() -> None:
    assert is_under("附件1·1", "附件1·1（2）")
    assert is_under("附件1", "附件1·3")
    assert is_under("二(四)", "二（四）")
    assert not is_under("附件1·1", "附件1·10")
