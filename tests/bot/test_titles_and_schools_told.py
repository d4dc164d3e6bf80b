"""Certificates with their days, titles by their names and schools by their years, as a talk about eligibility uses them."""

from __future__ import annotations

from datetime import date

import pytest

from bot.actions.situation import Situation, read_situation
from bot.actions.situation.school_status import Status
from bot.actions.turn import ELIGIBILITY
from knowledge.facts.conditions import Grade
from knowledge.library import Library
from knowledge.validity import parse_as_of
from tests.bot.conftest import Ask
from tests.bot.eligibility_replies import cited, outcomes

NOW = "2026-11-21"
TRAINER, PERSONNEL = "人工智能训练师三级", "企业人力资源管理师三级"


def told(library: Library, text: str) -> Situation:
    return read_situation(library, text, parse_as_of(NOW))


@pytest.mark.parametrize(
    ("text", "level", "first", "last"),
    [
        ("去年教师节那天领的五级证", 5, date(2025, 9, 10), date(2025, 9, 10)),
        ("22年五一假期考出来的四级证书", 4, date(2022, 5, 1), date(2022, 5, 8)),
        ("国庆节拿到了四级证", 4, date(2026, 10, 1), date(2026, 10, 1)),
        ("2023年端午拿的四级证", 4, date(2023, 5, 27), date(2023, 6, 26)),
        ("2024年国庆前拿的四级证", 4, date(2024, 1, 1), date(2024, 12, 31)),
        ("2022年十一月拿的四级证", 4, date(2022, 11, 1), date(2022, 11, 30)),
        ("企业人力资源管理师四级，批准日期2022年3月1日", 4, date(2022, 3, 1), date(2022, 3, 1)),
        ("证书落款2021年8月9日，训练师五级", 5, date(2021, 8, 9), date(2021, 8, 9)),
        ("发证日期：2023-05-06 训练师四级证", 4, date(2023, 5, 6), date(2023, 5, 6)),
        ("我用四级证那条。证是2022年12月30号发的", 4, date(2022, 12, 30), date(2022, 12, 30)),
        ("是本2017年的老证，职业资格四级", 4, date(2017, 1, 1), date(2017, 12, 31)),
        ("训练师五级证2023年4月交大发的", 5, date(2023, 4, 1), date(2023, 4, 30)),
        ("去年拿的五级证，2025年3月8号", 5, date(2025, 3, 8), date(2025, 3, 8)),
    ],
)
def test_a_certificate_is_of_the_day_told(
    library: Library, text: str, level: int, first: date, last: date
) -> None:
    held = told(library, text).certificates
    assert held is not None
    assert [(one.level, one.issued and (one.issued.start, one.issued.end)) for one in held] == [
        (level, (first, last))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "训练师四级，2026年11月的考试怎么报名",
        "训练师四级，去年考的没过，还能报吗",
        "想考四级，2026年10月发证？",
        "四级，2025年通知发的",
        "职称中级，2019年评的",
    ],
)
def test_a_level_beside_another_day_is_not_held(library: Library, text: str) -> None:
    assert told(library, text).certificates is None


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("助理馆员，2023年6月评的", "junior"),
        ("初级人力资源管理经济师，去年拿的", "junior"),
        ("经济师（中级），2022年考的", "intermediate"),
        ("我是经济师，2021年拿的", "intermediate"),
        ("评上馆员三年了", "intermediate"),
        ("副研究馆员，2019年评的", "senior"),
    ],
)
def test_titles_go_by_their_names(library: Library, text: str, grade: Grade) -> None:
    found = told(library, text).titles
    assert found is not None
    assert [one.grade for one in found] == [grade]
    assert found[0].issued is not None


@pytest.mark.parametrize(
    "text",
    ["我是软件工程师，想考四级", "中级经济师几月份考", "高级经济师评审要发论文吗", "初级会计和中级经济师哪个难"],
)
def test_jobs_and_other_examinations_are_no_titles(library: Library, text: str) -> None:
    assert not told(library, text).titles


def test_no_work_after_the_title_is_none_and_not_all_the_time_since(library: Library) -> None:
    for text in ("助理工程师2020年评的，之后没再干过这行", "四级证2021年拿的，拿完没做过训练师"):
        situation = told(library, text)
        assert [one.work_years_since for one in (situation.titles or situation.certificates or ())] == [0]


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("高职三年级，马上要毕业了", ["final_year"]),
        ("高职二年级", ["enrolled"]),
        ("本科四年级在读", ["final_year"]),
        ("大三，明年6月就毕业", ["final_year"]),
        ("本科大三在读（2028届）", ["enrolled"]),
        ("2027届本科生", ["final_year"]),
        ("本科27年7月毕业", ["final_year"]),
        ("大专25年毕业的", ["graduated"]),
        ("技师学院高级工班，今年最后一年还没毕业", ["final_year"]),
        ("研二在读，本科毕业证是对口的专业", ["enrolled", "graduated"]),
        ("高职大三，毕业证还没到手", ["final_year"]),
        ("普高，一直在岗", ["graduated"]),
    ],
)
def test_a_school_by_its_year_and_its_end(library: Library, text: str, statuses: list[Status]) -> None:
    assert [one.status for one in told(library, text).education or ()] == statuses


@pytest.mark.parametrize(
    "text", ["大专毕业，这个专业算不算对口", "大专毕业，我这专业算相关不", "本科毕业，专业跟人力搭不搭"]
)
def test_a_major_that_is_asked_about_is_left_open(library: Library, text: str) -> None:
    assert [one.major for one in told(library, text).education or ()] == ["unknown"]


def test_who_attends_a_masters_course_has_the_first_degree(ask: Ask) -> None:
    found = ask("研一在读，没工作过，能报人工智能训练师四级吗", ELIGIBILITY, at=NOW)
    assert "附件1·2（3）" in cited(found)
    assert "如果所学专业是本专业或相关专业，现在就可以报" in found.reply.messages[0].text


def test_a_title_told_by_its_name_alone_is_no_other_examination(ask: Ask) -> None:
    found = ask(
        f"30岁，初级经济师，2025年3月8日拿的，专业对应，一直做人事，能报{PERSONNEL}吗", ELIGIBILITY, at=NOW
    )
    assert outcomes(found) == {3: "eligible"}
    assert "附件1·3（3）" in cited(found)


def test_a_bare_grade_after_a_title_is_a_title_of_the_other_person(ask: Ask) -> None:
    before = ask(f"助理工程师，2025年3月8日评的，专业对应，一直做这行，能报{TRAINER}吗", ELIGIBILITY, at=NOW)
    found = ask("我同事呢，2023年拿的中级", ELIGIBILITY, before.memory, at=NOW)
    assert "有中级职称（2023年取得）" in found.reply.messages[0].text
    assert "四级证书（2023年" not in found.reply.messages[0].text


def test_the_name_of_a_major_answers_the_question_and_is_not_asked_again(ask: Ask) -> None:
    begun = ask("本科应届，能报人工智能训练师四级吗", ELIGIBILITY, at=NOW)
    assert begun.reply.asks == "major"
    found = ask("学的是考古", "search", begun.memory, at=NOW)
    assert "附件1·2（3）" in cited(found)
    assert "通知没有写明" in found.reply.messages[0].text
    assert found.reply.asks != "major"


def test_another_occupations_certificate_is_told_to_be_one(ask: Ask) -> None:
    found = ask(f"我有电工四级证，能报{TRAINER}吗", ELIGIBILITY, at=NOW)
    assert found.reply.status in ("answered", "partial")
    assert "按其他职业的证书计算" in found.reply.messages[0].text
