"""Schools, finished or attended, and whether of this field."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.actions.situation import Situation

Read = Callable[..., Situation]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("本科毕业", "bachelor", "graduated"),
        ("我是大专应届生", "junior_college", "final_year"),
        ("大四", "bachelor", "final_year"),
        ("大三", "bachelor", "enrolled"),
        ("大二在读", "bachelor", "enrolled"),
        ("大专大三", "junior_college", "final_year"),
        ("大专大一", "junior_college", "enrolled"),
        ("硕士", "master", "graduated"),
        ("研究生在读", "master", "enrolled"),
        ("研三", "master", "final_year"),
        ("博士毕业", "doctor", "graduated"),
        ("高职毕业", "higher_vocational", "graduated"),
        ("高职大专毕业", "higher_vocational", "graduated"),
        ("中专", "secondary_vocational", "graduated"),
        ("我妹妹读中专", "secondary_vocational", "enrolled"),
        ("职高毕业", "secondary_vocational", "graduated"),
        ("技校出来的", "technical", "graduated"),
        ("技校高级工班", "technical_senior_class", "graduated"),
        ("技校高级工班在读", "technical_senior_class", "enrolled"),
        ("高级技工学校毕业", "senior_technical", "graduated"),
        ("技师学院毕业的", "technician_college", "graduated"),
        ("技师学院预备技师班毕业", "technician_preparatory_class", "graduated"),
        ("技师班在读", "technician_class", "enrolled"),
        ("初中毕业", "junior_high", "graduated"),
        ("高中毕业", "senior_high", "graduated"),
        ("我是高中生", "senior_high", "enrolled"),
        ("我高三", "senior_high", "final_year"),
        ("专科学历", "junior_college", "graduated"),
        ("自考本科", "bachelor", "graduated"),
        ("函授本科毕业", "bachelor", "graduated"),
        ("专升本毕业", "bachelor", "graduated"),
        ("本科刚毕业", "bachelor", "graduated"),
        ("中专毕业班", "secondary_vocational", "final_year"),
        ("高中学历能考吗", "senior_high", "graduated"),
        ("大专可以报三级吗", "junior_college", "graduated"),
        ("侬好，我大专毕业，好考几级", "junior_college", "graduated"),
        ("还没毕业，大专", "junior_college", "enrolled"),
    ],
)
def test_a_school_is_read(read: Read, text: str, kind: str, status: str) -> None:
    assert [(one.kind, one.status) for one in read(text).education or ()] == [(kind, status)]


@pytest.mark.parametrize(("at", "status"), [("2026-06-01", "enrolled"), ("2026-09-01", "final_year")])
def test_next_year_s_graduate_is_in_the_final_year_from_september(read: Read, at: str, status: str) -> None:
    assert [one.status for one in read("大专，明年毕业", at).education or ()] == [status]


@pytest.mark.parametrize(
    ("text", "major"),
    [
        ("本科相关专业", "same_or_related"),
        ("大专毕业，专业对口", "same_or_related"),
        ("本专业大专在读", "same_or_related"),
        ("大专，专业不对口", "other"),
        ("跨专业的本科", "other"),
        ("大专毕业，学的别的专业", "other"),
        ("计算机专业本科", "unknown"),
        ("本科，要相关专业吗", "unknown"),
        ("大专", "unknown"),
    ],
)
def test_the_major_is_read(read: Read, text: str, major: str) -> None:
    assert [one.major for one in read(text).education or ()] == [major]


@pytest.mark.parametrize(
    ("text", "assessed"),
    [
        ("经评估论证的大专", True),
        ("本科毕业，评估过的专业", True),
        ("大专毕业，专业没有经过评估", False),
        ("大专，什么是经评估论证", None),
        ("大专", None),
    ],
)
def test_the_assessment_of_the_programme_is_read(read: Read, text: str, assessed: bool | None) -> None:
    assert [one.assessed for one in read(text).education or ()] == [assessed]


def test_two_schools_are_two_entries(read: Read) -> None:
    told = read("中专相关专业毕业，大专别的专业在读").education or ()
    assert [(one.kind, one.major, one.status) for one in told] == [
        ("secondary_vocational", "same_or_related", "graduated"),
        ("junior_college", "other", "enrolled"),
    ]


@pytest.mark.parametrize("text", ["没上过学", "没有学历", "没有学历能考吗", "小学毕业"])
def test_no_school_of_the_kinds_that_count_is_an_empty_list(read: Read, text: str) -> None:
    assert read(text).education == ()


@pytest.mark.parametrize(
    "text",
    [
        "需要大专吗",
        "对学历有要求吗",
        "没有学历要求吗",
        "本科及以上才能考吗",
        "大专还是本科",
        "大专和本科有区别吗",
        "没有大专学历",
        "不是本科毕业能考吗",
        "高中没毕业",
        "本科毕业证还没拿到",
        "想考大专",
        "在考研究生",
        "专升本需要什么条件",
        "我是本科生",
        "我是中专老师",
        "我们学校是中专，要给50个学生报名",
        "本科目没过怎么办",
        "其中专业课怎么考",
        "最高职称是什么",
        "提高三级工资",
        "初中、高级工",
        "交大三级补考多少钱",
        "交大四级什么时候报名",
        "上海大学怎么走",
        "如果是大专呢",
        "毕业两年了",
    ],
)
def test_nothing_is_read_of_schools(read: Read, text: str) -> None:
    assert read(text).education is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("我是技师学院预备技师班的学生", "technician_preparatory_class"),
        ("我在技师学院读预备技师班", "technician_preparatory_class"),
        ("我儿子是技师学院技师班学生", "technician_class"),
        ("我是大专学生", "junior_college"),
    ],
)
def test_a_student_is_enrolled_in_the_class_and_not_a_graduate_of_the_school(
    text: str, kind: str, read: Read
) -> None:
    found = read(text).education
    assert found is not None
    assert [(one.kind, one.status) for one in found] == [(kind, "enrolled")]


def test_the_year_of_leaving_school_may_follow_the_major(read: Read) -> None:
    found = read("儿子读技师学院高级工班，人工智能技术应用专业，明年毕业", at="2026-11-21").education
    assert found is not None
    assert [one.status for one in found] == ["final_year"]
