"""Words that only look like a name, a level, another examination or another place."""

from __future__ import annotations

import pytest

from knowledge.library import Library


def found(library: Library, text: str) -> list[tuple[str, str]]:
    return [(one.kind, one.value) for one in library.lexicon.matcher.find(text)]


def of_kind(library: Library, text: str, kind: str) -> list[str]:
    return [value for of, value in found(library, text) if of == kind]


def outside(library: Library, text: str) -> list[str]:
    return [value for of, value in found(library, text) if of in ("examination", "place")]


@pytest.mark.parametrize(
    "text",
    [
        "技师协会",
        "上海市技师协会地址",
        "技师学院毕业",
        "预备技师班",
        "高级技工学校",
        "高级工班毕业",
        "有高级职称",
        "初级职称满1年",
        "中级工程师",
        "三年级学生",
        "大学三年级",
        "等级",
        "级别",
        "一次考两个级别",
        "第三级台阶",
        "升级",
        "国二级",
        "计算机二级",
        "英语四级",
        "中级会计",
        "取得上一级证书后几年能考",
        "想考高一级的",
        "同一级别",
    ],
)
def test_what_only_sounds_like_a_level_is_none(text: str, library: Library) -> None:
    assert of_kind(library, text, "level") == []


@pytest.mark.parametrize(
    "text",
    [
        "机电工程毕业",
        "学的是人力资源管理专业",
        "人力资源专业毕业能报吗",
        "电子商务专业",
        "园林工程",
        "threshold",
        "这几天shr",
        "人力资源和社会保障自助经办系统",
        "市人力资源社会保障局网站",
    ],
)
def test_what_only_contains_an_occupation_is_none(text: str, library: Library) -> None:
    assert of_kind(library, text, "occupation") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("教师资格证怎么报名", "教师资格证"),
        ("北京的人工智能训练师", "北京"),
        ("驾照多少钱", "驾照"),
        ("考研什么时候报名", "考研"),
        ("高考什么时候报名", "高考"),
        ("一级建造师", "一级建造师"),
        ("深圳能考吗", "深圳"),
    ],
)
def test_other_examinations_and_places_are_recognised(text: str, name: str, library: Library) -> None:
    assert outside(library, text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "最高考到几级",
        "完成考试后多久查成绩",
        "无法考试怎么办",
        "考试途中考生可以离开吗",
        "是集中考试吗",
        "提高考试成绩",
        "必须亲自考试吗",
        "这是全国考试吗",
        "提个统一建议",
    ],
)
def test_words_that_meet_by_chance_are_no_other_examination(text: str, library: Library) -> None:
    assert outside(library, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "我在南京西路",
        "住在中山东一路",
        "离陕西南路近吗",
        "四川北路有报名点吗",
        "江苏路地铁站",
        "上海南站",
        "西藏中路",
    ],
)
def test_a_street_of_shanghai_is_no_other_place(text: str, library: Library) -> None:
    assert outside(library, text) == []


@pytest.mark.parametrize("text", ["我是安徽人，能在这里考吗", "江苏户口可以报名吗", "浙江大学毕业", "刚从四川来"])
def test_where_a_person_comes_from_is_no_other_place(text: str, library: Library) -> None:
    assert outside(library, text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ok HR 怎么考", ("occupation", "企业人力资源管理师")),
        ("thanks，AI协会在哪", ("organisation", "上海市人工智能行业协会")),
        ("thanks AI协会在哪", ("organisation", "上海市人工智能行业协会")),
    ],
)
def test_white_space_ends_a_latin_word(text: str, name: tuple[str, str], library: Library) -> None:
    assert name in found(library, text)
