"""Who asks about a programme, what they ask, and how answers tell its paths."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from knowledge.facts.programme import Tier
from knowledge.programme import Hours, Path, Quota, Route, Training

Standing = Literal["student", "assessed", "unemployed", "employee", "contestant"]
TIERS: dict[Tier, str] = {"basic": "人工智能推介官（基础）", "advanced": "人工智能推介官（高级）"}
_ROUTES: dict[Route, str] = {
    "training": "培训考核",
    "assessment": "职业技能评价",
    "university_examination": "“上海高等学校信息技术水平考试”人工智能科目",
    "contest": "技能比武活动",
}
_STANDINGS: tuple[tuple[Standing, re.Pattern[str]], ...] = (
    ("assessed", re.compile(r"训练师|数据标注|模型运用|专项(?:职业)?能力")),
    ("contestant", re.compile(r"比武|岗位练兵")),
    (
        "student",
        re.compile(
            r"学生|大学|高校|在校|院校|信息技术水平|水平考试|读书|念书|在读|职校|中专|技校|高职|大[一二三四](?![^，。]{0,2}课)|研究生"
        ),
    ),
    (
        "unemployed",
        re.compile(
            r"失业|灵活就业|没(?:有|什么)?(?:正式)?(?:工作|单位|公司)|待业|下岗|自由职业|无业|不上班|外卖|骑手|跑腿|网约车|快递(?:小哥|员)|打零工|零工|临时工|摆摊|家庭主妇|全职(?:妈妈|太太|在家)|宝妈|待在家|失去工作|被裁|辞职|买断|内退"
        ),
    ),
    ("employee", re.compile(r"员工|职工|工人|厂[里子]|在职|企业|(?<!没)(?<!没有)(?:公司|单位)|(?<!不)上班")),
)
# 不是学生, 没在读书 is nobody's standing.
_NOT_SO = re.compile(
    r"(?:不是|又不是|并非|不算|没有?在)(?:个|什么)?(?:大?学生|在校生|读书|念书|在读|职工|员工|失业人员)"
)
# The firm that somebody tells of is then the one they were with.
_LOST_WORK = re.compile(r"失业|下岗|被裁|失去工作|买断|内退|(?:厂子?|公司|单位)(?:都|也|已经)?(?:倒|关|没了|破产)")
_EXAM = re.compile(
    r"信息技术水平|水平考试|(?:市里?|上海|高校|大学生?)的?[^，。,全国]{0,3}(?:信息技术|计算机)(?:应用|水平|等级)+(?:考试)?"
)
# What a standing reads like in the notice's own words for whom a training is meant.
_MEANS: dict[Standing, tuple[str, ...]] = {
    "student": ("学生",),
    "unemployed": ("失业", "灵活就业", "未进行就业"),
    "employee": ("职工",),
    "assessed": (),
    "contestant": (),
}
_LEADS: dict[Standing, tuple[Route, ...]] = {
    "student": ("university_examination",),
    "assessed": ("assessment",),
    "contestant": ("contest",),
    "unemployed": (),
    "employee": (),
}
_TRAINING = re.compile(r"区级|项目制|定向培训|企业职工|集中服务|集中培训")
_GRADE = re.compile(r"([一二三四五1-5])级")


def standings(text: str) -> list[Standing]:
    """Who the person says to be."""
    text = _NOT_SO.sub("", text)
    found = [standing for standing, words in _STANDINGS if words.search(text)]
    if names_the_exam(text) and "student" not in found:
        found.append("student")
    return [one for one in found if one != "employee" or not _LOST_WORK.search(text)]


def names_the_exam(text: str) -> bool:
    """Whether the universities' examination is named."""
    return _EXAM.search(text) is not None


def grade_of(text: str) -> int | None:
    """The grade of an examination that is named with its number."""
    if len(set(_GRADE.findall(text))) > 1:
        return None  # each of them is asked about
    match = _GRADE.search(text)
    return (
        None
        if match is None
        else "零一二三四五".find(match.group(1))
        if match.group(1) in "一二三四五"
        else int(match.group(1))
    )


def names_training(text: str) -> bool:
    """Whether one of the trainings is named by a word of its name."""
    return _TRAINING.search(text) is not None


def tiers_of(text: str) -> list[Tier]:
    """The certificates that are named: 基础, 高级."""
    words: dict[Tier, str] = {"basic": "基础", "advanced": "高级"}
    return [tier for tier, word in words.items() if word in text]


def routes_of(found: Sequence[Standing]) -> list[Route]:
    """The ways to a certificate that are meant for such a person, besides training."""
    return [route for standing in found for route in _LEADS[standing]]


def trainings_for(trainings: Sequence[Training], found: Sequence[Standing]) -> list[Training]:
    """The trainings whose own words name such a person."""
    words = [word for standing in found for word in _MEANS[standing]]
    return [one for one in trainings if any(word in f"{one.name}{one.who or ''}" for word in words)]


def training_line(one: Training) -> str:
    """What a training is, for whom, and who gives it."""
    tier = f"，培训层级为{TIERS[one.tier]}" if one.tier else ""
    who = f"，对象是{one.who}" if one.who else "，对象按相应培训的规定，通知没有逐条写"
    return f"可以参加{one.name}{tier}{who}。"


def providers_line(one: Training) -> str:
    """Who may give a training."""
    said = f"由{one.providers}实施" if one.providers else "的实施机构按相应培训的规定，通知没有逐条写"
    return f"{one.name}{said}。"


def path_line(one: Path) -> str:
    """A way with whom it is for, the certificate, and how it is signed."""
    best = f"，活动成绩排名前{one.best_percent}%的" if one.best_percent else ""
    return f"{_ROUTES[one.route]}：{one.who}{best}可获得{TIERS[one.tier]}证书。{seal_line(one)}"


def seal_line(one: Path) -> str:
    """Who supervises and whose seal the certificate bears."""
    by = f"落款“{one.supervised_by}监制”" if one.supervised_by else ""
    seal = f"加盖{one.seal}公章" if one.seal else ""
    said = "，".join(filter(None, (by, seal)))
    return f"证书{said}。" if said else ""


def seal_of_route(one: Path) -> str:
    """The seal with the way that it belongs to."""
    return f"{_ROUTES[one.route]}的{seal_line(one)}"


def hours_line(one: Hours) -> str:
    """Lessons in all and online."""
    text = f"培训总计{one.lesson_hours}课时"
    if one.online_at_most_percent:
        text += f"，线上培训课时不超过总课时的{one.online_at_most_percent}%，也就是线上最多{one.online_at_most_hours}课时"
    return f"{text}。"


def quota_line(one: Quota) -> str:
    """A target or a cap."""
    if one.ten_thousand_people:
        return f"{one.what}为{one.ten_thousand_people}万人。"
    return f"{one.what}，原则上不超过{one.at_most_percent}%。"
