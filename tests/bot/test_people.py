"""Who takes what: numbers of people, levels, first attempts and retakes, as people write them; and what is none."""

from __future__ import annotations

import pytest

from bot.actions.names.understanding import entities_of, mentioned
from bot.actions.people.counted import People, people_of
from knowledge.library import Library
from knowledge.validity import parse_as_of

AT = parse_as_of("2026-06-01")


def read(text: str, library: Library) -> People:
    named = mentioned(library, text, entities_of(library, text), AT)
    return people_of(text, library.lexicon.matcher.find(text), named.levels)


def who(text: str, library: Library) -> list[tuple[int | None, int | None]]:
    return [(one.level, one.people) for one in read(text, library).shares]


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("我和同事两个人都考三级", [(3, 2)]),
        ("三个人考四级", [(4, 3)]),
        ("３个人考四级", [(4, 3)]),
        ("3人四级", [(4, 3)]),
        ("三级，我们一共12个人", [(3, 12)]),
        ("我们单位十二个员工考人工智能训练师中级", [(4, 12)]),
        ("一百二十三名学员报五级", [(5, 123)]),
        ("3个人报人力资源管理师三级总共要交多少", [(3, 3)]),
        ("5个人力资源管理师三级多少钱", [(3, 5)]),
        ("10人团体报三级", [(3, 10)]),
        ("两位同事要报名人工智能训练师高级", [(3, 2)]),
        ("我俩都考三级", [(3, 2)]),
        ("我们仨考五级", [(5, 3)]),
        ("我和3个同事考三级", [(3, 4)]),
        ("我跟另外两个人一起考三级", [(3, 3)]),
        ("我和他两个人考三级", [(3, 2)]),
        ("我和老公都考四级", [(4, 2)]),
        ("我们两个人，两个都考三级", [(3, 2)]),
        ("我们五个人考人工智能训练师", [(None, 5)]),
        ("有四级证的3个人考三级", [(3, 3)]),
        ("两个三级一个四级", [(3, 2), (4, 1)]),
        ("我老婆考人力四级，我考职业培训师三级，两个人加起来多少？各是多少", [(4, 1), (3, 1)]),
        ("两个人四级三级都考，各多少", [(4, 2), (3, 2)]),
        ("两个考三级，一个考四级", [(3, 2), (4, 1)]),
        ("我们单位5个人四级、3个人三级，一共多少钱", [(4, 5), (3, 3)]),
        ("三级两个，四级一个，合计", [(3, 2), (4, 1)]),
        ("四级的3个，三级的2个，总共", [(4, 3), (3, 2)]),
        ("一共5个人，2个四级3个三级", [(4, 2), (3, 3)]),
        ("2个四级3个三级，一共5个人", [(4, 2), (3, 3)]),
        ("我们两个人，一个考四级一个考三级", [(4, 1), (3, 1)]),
        ("四级和三级各3个人", [(4, 3), (3, 3)]),
        ("两个人都考四级和三级", [(4, 2), (3, 2)]),
        ("两个人分别考四级和三级", [(4, 1), (3, 1)]),
        ("一个人考四级和三级", [(4, 1), (3, 1)]),
    ],
)
def test_people_and_their_levels(text: str, shares: list[tuple[int | None, int]], library: Library) -> None:
    found = read(text, library)
    assert [(one.level, one.people) for one in found.shares] == shares
    assert found.said


@pytest.mark.parametrize(
    "text",
    [
        "三级多少钱",
        "四、三级都考多少钱",
        "三级三百对吧",
        "三级两百五十块是真的吗",
        "2026年三级多少钱",
        "2026年5月3日考三级",
        "三个月后考三级",
        "一个月内考三级",
        "13800138000是我电话，三级多少钱",
        "两个等级一起报",
        "两个模块都没过",
        "报名人数不足30人怎么办",
        "少于三十人还开考吗",
        "满30人才开班吗",
        "30人以上团体有优惠吗",
        "第三名有奖励吗",
        "每个人多少钱",
        "一次性交清吗",
        "听两个同事说三级300对吧",
        "人工智能训练师三级多少钱",
        "4-04-05-05三级多少钱",
        "三级500元人民币吗",
        "大四学生可以报考高级工吗",
        "初三学生能考五级吗",
    ],
)
def test_levels_sums_dates_and_numbers_of_other_things_are_no_people(text: str, library: Library) -> None:
    found = read(text, library)
    assert not found.said
    assert all(one.people == 1 for one in found.shares)


@pytest.mark.parametrize(
    "text",
    [
        "三四个人考三级",
        "十几个人考三级",
        "几个人考三级",
        "二十多个人考三级",
        "十来个人考三级",
        "我带3个徒弟考三级",
        "3-5个人考三级",
        "三到五个人考三级",
        "20000人考三级",
        "5个人考四级和三级",
        "一共6个人，2个四级3个三级",
        "三个人考三级，其中一个补考理论",
        "3个人考三级，其中1个没过要补考",
        "我们3个人报三级，2个人要发票，多少钱",
    ],
)
def test_a_number_that_nobody_can_tell_is_not_guessed(text: str, library: Library) -> None:
    found = read(text, library)
    assert found.said
    assert all(one.people is None for one in found.shares)


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("三级两个人首考，一个人补考一门，一共多少", [(2, False), (1, True)]),
        ("三个人考三级，另外两个人补考理论", [(3, False), (2, True)]),
        ("一共5个人，3个正考2个补考理论，三级", [(3, False), (2, True)]),
        ("我们6个人，四级，4个人第一次考，2个人补理论", [(4, False), (2, True)]),
    ],
)
def test_first_attempts_and_retakes_of_several_people_at_one_level(
    text: str, groups: list[tuple[int, bool]], library: Library
) -> None:
    found = read(text, library)
    assert [(one.people, one.retake) for one in found.shares] == groups
    assert found.together


@pytest.mark.parametrize(
    ("text", "attempts"),
    [
        ("四级理论补考加三级正考", [(4, True, ("theory",), None), (3, False, (), None)]),
        ("补考四级理论，正考三级", [(4, True, ("theory",), None), (3, False, (), None)]),
        ("正考三级和四级操作技能补考", [(3, False, (), None), (4, True, ("practice",), None)]),
        ("四级和三级都补考理论", [(4, True, ("theory",), None), (3, True, ("theory",), None)]),
        ("补考两门", [(None, True, (), 2)]),
        ("三级两个模块都没过，补考总共多少钱", [(3, True, (), 2)]),
        ("三级理论和实操补考一共多少", [(3, True, ("theory", "practice"), None)]),
        ("三级理论过了实操没过，补考多少钱", [(3, True, ("practice",), None)]),
        ("三级实操合格了，理论没通过，补考多少", [(3, True, ("theory",), None)]),
        ("三级综合评审补考", [(3, True, ("review",), None)]),
        ("单位三个人都要补HR三级的一个模块", [(3, True, (), 1)]),
        ("3个人补考三级理论，2个人考四级", [(3, True, ("theory",), None), (4, False, (), None)]),
        ("三级考两个人，三级补考理论两个人", [(3, False, (), None), (3, True, ("theory",), None)]),
        ("四级考完再考三级", [(4, None, (), None), (3, None, (), None)]),
        ("三级技能等级考试", [(3, None, (), None)]),
    ],
)
def test_first_attempts_and_retakes_of_modules(
    text: str, attempts: list[tuple[int | None, bool | None, tuple[str, ...], int | None]], library: Library
) -> None:
    shares = read(text, library).shares
    assert [(one.level, one.retake, one.modules, one.module_count) for one in shares] == attempts


@pytest.mark.parametrize("text", ["二级技师一共多少钱", "三级（高级工）一共多少钱", "三级一共多少，就是那个三级"])
def test_a_level_that_is_named_twice_counts_once(text: str, library: Library) -> None:
    assert len(who(text, library)) == 1


def test_the_same_level_as_retake_and_first_attempt_counts_twice(library: Library) -> None:
    assert who("三级理论补考加三级正考", library) == [(3, 1), (3, 1)]


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("四级和三级都考，加起来多少钱", True),
        ("四级三级一共多少钱", True),
        ("四级理论补考加三级正考", True),
        ("四级和三级各多少钱", False),
        ("四级和三级分别多少钱", False),
        ("四级和三级一共各多少", False),
        ("四级和三级加起来多少，各是多少也说一下", True),
    ],
)
def test_whether_one_sum_is_asked_for(text: str, together: bool, library: Library) -> None:
    assert read(text, library).together is together
