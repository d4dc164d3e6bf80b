"""An edition against the one before: what an applicant must know, each difference once, none missed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.ingest.changes import changes
from knowledge.ingest.drafts.catalogue import draft_catalogue
from knowledge.ingest.drafts.contacts import draft_contacts
from knowledge.ingest.drafts.fees import draft_fees
from knowledge.ingest.drafts.models import Change, Draft, DraftNotice
from knowledge.ingest.drafts.windows import draft_windows
from knowledge.library import Library
from knowledge.models import Notice
from knowledge.notice_format import read_notice
from tests.knowledge.ingest.edition_2027 import SAIA, edited, edition_2027, next_year, published


def read(text: str, folder: Path) -> Notice:
    file = folder / "notice.md"
    file.write_text(text, encoding="utf-8")
    return read_notice(file)


def draft_of(notice: Notice, library: Library) -> Draft:
    front = notice.front
    return Draft(
        notice=DraftNotice(
            title=front.title,
            issuer=front.issuer,
            document_number=None,
            year=front.year,
            published_on=None,
            replaces=None,
        ),
        fees=draft_fees(notice, library.lexicon).facts,
        windows=draft_windows(notice, library.lexicon).facts,
        contacts=draft_contacts(notice, library.lexicon).facts,
        catalogue=draft_catalogue(notice, library.lexicon).facts,
    )


@pytest.fixture
def compare(library: Library, tmp_path: Path):
    def against(text: str, old: str | None = None) -> tuple[Change, ...]:
        before, after = read(old or published(), tmp_path), read(text, tmp_path)
        return changes(draft_of(before, library), draft_of(after, library), before, after)

    return against


def short(found: tuple[Change, ...]) -> list[tuple[str, str | None, str | None, str | None]]:
    return [(one.field, one.old, one.new, one.clause) for one in found]


def test_the_same_notice_has_not_changed(compare) -> None:
    assert compare(published()) == ()


def test_a_year_that_rolls_over_is_no_change(compare) -> None:
    assert compare(next_year(published())) == ()


def test_eight_edits_are_the_whole_difference(compare) -> None:
    assert short(compare(edition_2027())) == [
        ("人工智能训练师三级考试费（操作技能考试）", "400元", "450元", "二（四）"),
        ("人工智能训练师三级合计", "500元", "550元", "二（四）"),
        (
            "补考费",
            "说明:补考费用与正考费用一致,按照补考的模块收费。",
            "说明:补考费用为每个模块150元。",
            "二（四）",
        ),
        ("申报时间（5月评价）", "4月", "4月10日前", "二（三）1"),
        (
            "业务受理地址",
            "上海市浦东新区中科路1750号T1栋模力社区515室",
            "上海市浦东新区中科路1750号T1栋模力社区601室",
            "六（一）",
        ),
        ("咨询电话", "021-62037717", "021-62037799", "六（三）"),
        ("成绩有效期（五级、四级、三级）", "两年", "三年", "四（一）"),
        ("新增条款 四（五）", None, "（五）考生因突发疾病未能参加评价的，凭医院证明可申请延期一次。", "四（五）"),
        ("删除条款 四（四）", "（四）参加本市职业技能竞赛成绩不合格者，不能进行补考。", None, "四（四）"),
    ]


def test_the_way_back_names_the_same_fields_with_the_sides_exchanged(compare) -> None:
    text = edited(published(), "phone", "validity", "window")
    there, back = compare(text), compare(published(), old=text)
    assert [(one.field, one.new, one.old) for one in back] == [(one.field, one.old, one.new) for one in there]


def test_a_clause_that_only_moved_to_another_number_has_not_changed(compare) -> None:
    moved = published().replace(
        "四、关于补考申报的相关事项",
        "四、其他说明\n\n请考生合理安排时间，提前到达考点。\n\n五、关于补考申报的相关事项",
    )
    for old, new in (("七、有关", "八、有关"), ("六、关于", "七、关于"), ("五、关于证书", "六、关于证书")):
        moved = moved.replace(old, new)
    found = compare(moved)
    assert [(one.field, one.clause) for one in found] == [("新增条款 四", "四")]


def test_white_space_and_width_are_no_change(compare) -> None:
    text = published().replace("（四）参加本市职业技能竞赛", "(四) 参加本市 职业技能竞赛")
    assert compare(text) == ()


def test_a_reworded_clause_shows_both_wordings(compare) -> None:
    text = published().replace("证书由本人至业务受理点领取。", "证书由本人凭身份证至业务受理点领取。")
    (change,) = compare(text)
    assert change.field == "条款修改 五"
    assert change.old == "个人领取：凡个人申报考试的考生，证书由本人至业务受理点领取。"
    assert change.new == "个人领取：凡个人申报考试的考生，证书由本人凭身份证至业务受理点领取。"


def test_a_value_and_a_sentence_of_the_same_clause_are_both_reported(compare) -> None:
    text = edited(published(), "validity").replace("如部分科目成绩不合格", "如有任一科目成绩不合格")
    assert [one.field for one in compare(text)] == ["成绩有效期（五级、四级、三级）", "条款修改 四（一）"]


def test_a_new_level_is_named(compare) -> None:
    text = published().replace("人工智能训练师3级。", "人工智能训练师3级；\n\n人工智能训练师2级。")
    found = compare(text)
    assert ("新增职业等级：人工智能训练师二级", None, "二级", "一") in short(found)


def test_an_address_that_changed_in_one_place_only_leaves_the_other_alone(compare) -> None:
    found = compare(edited(published(), "address"))
    assert [(one.field, one.clause) for one in found] == [("业务受理地址", "六（一）")]


def test_a_window_that_is_dropped_is_named(compare) -> None:
    found = compare(published().replace("| 7月 | 8月底前 |\n", ""))
    assert short(found) == [("取消批次（8月评价）", "申报7月，评价8月底前", None, "二（三）1")]


def test_dates_that_moved_by_just_one_year_are_no_change_and_others_are(compare) -> None:
    old = published().replace("证书由本人至业务受理点领取。", "证书自2026年12月1日起由本人领取。")
    same = next_year(published()).replace("证书由本人至业务受理点领取。", "证书自2027年12月1日起由本人领取。")
    other = next_year(published()).replace("证书由本人至业务受理点领取。", "证书自2028年12月1日起由本人领取。")
    assert compare(same, old=old) == ()
    assert [one.field for one in compare(other, old=old)] == ["条款修改 五"]


def test_a_new_level_in_a_row_of_a_table_is_one_change(compare) -> None:
    old = published("shhrss-2025-catalogue")
    row = "4-04-05-03 | 呼叫中心服务员 | 5、4、3 |\n| 54 |"
    assert row in old
    found = compare(old.replace(row, row.replace("5、4、3", "5、4、3、2")), old=old)
    assert short(found) == [("新增职业等级：上海市算力网络协会呼叫中心服务员二级", None, "二级", "附件·一")]


def test_a_fee_and_its_retake_in_an_annex_are_named_by_occupation(compare) -> None:
    old = published("shta-2026-hr")
    new = old.replace("| 四级\\中级 | 350元 |  | 175元/模块 |", "| 四级\\中级 | 360元 |  | 180元/模块 |")
    found = compare(new, old=old)
    assert [(one.old, one.new, one.clause) for one in found if "合计" not in one.field] == [
        ("350元", "360元", "附件2"),
        ("评价服务费（每模块）175元", "评价服务费（每模块）180元", "附件2"),
    ]
    assert all(one.field.startswith("企业人力资源管理师四级") for one in found)


BODY = (
    "六（二）",
    "四（二）",
    "二（一）",
    "三",
    "附件2·三·1",
    "附件1·2（2）",
    "二（三）2",
    "五",
    "六（四）",
    "二（四）",
)
LETTERS = "的不可须应免退三二考试费电话甲乙丙0123456789"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    path=st.sampled_from(BODY),
    place=st.floats(min_value=0, max_value=1, exclude_max=True),
    word=st.text(alphabet=LETTERS, min_size=0, max_size=4),
    cut=st.integers(min_value=0, max_value=6),
)
def test_whatever_is_edited_some_change_names_its_clause(
    path: str, place: float, word: str, cut: int, library: Library
) -> None:
    old = library.notice(SAIA)
    clause = old.clauses[path]
    line = max(clause.lines, key=lambda one: len(one.text))
    bare = re.match(r"^(?:[一二三四五六七]、|[（(].{1,2}[）)]|\d[.、])?", line.text)
    start = bare.end() if bare else 0
    at = start + int(place * (len(line.text) - start))
    text = line.text[:at] + word + line.text[at + cut :]
    if re.sub(r"\s", "", text) == re.sub(r"\s", "", line.text):
        return
    lines = tuple(one.model_copy(update={"text": text}) if one is line else one for one in clause.lines)
    new = old.model_copy(update={"clauses": {**old.clauses, path: clause.model_copy(update={"lines": lines})}})
    found = changes(draft_of(old, library), draft_of(new, library), old, new)
    assert path in {one.clause for one in found}, (line.text, text)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_clause_is_dropped_or_added_some_change_names_it(data: st.DataObject, library: Library) -> None:
    whole = library.notice(SAIA)
    path = data.draw(st.sampled_from([one.path for one in whole.clauses.values() if not one.children]))
    kept = {key: clause for key, clause in whole.clauses.items() if key != path}
    less = whole.model_copy(update={"clauses": kept})
    whole_draft, less_draft = draft_of(whole, library), draft_of(whole, library)
    assert path in {one.clause for one in changes(whole_draft, less_draft, whole, less)}
    assert path in {one.clause for one in changes(less_draft, whole_draft, less, whole)}
