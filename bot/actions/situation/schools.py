"""The words for schools, and what looks like one and is not: 本科目, 其中专业, 最高职称."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.eligibility.applicant import SchoolKind

_MENTION = r"(?:毕业|学历|文凭|文化|水平|程度|念|读|上完|肄业|在读|应届|生|没毕业)"
_SELF_TAUGHT = r"(?:自考|成人|成考|函授|夜大|电大|国开|网络教育|非全日制|全日制|统招|在职)?的?"
_NOT_SCHOOL = r"(?!学校?的?(?:老师|教师)|院校|老师|教师|城|路)"
_OF_COLLEGE = r"(?:高级技工学校|高级技校|技师学院|技工院校|技工学校|技校)?的?"
SCHOOLS: tuple[tuple[SchoolKind, str], ...] = (
    ("technician_preparatory_class", rf"{_OF_COLLEGE}预备技师班?"),
    ("technician_class", rf"{_OF_COLLEGE}技师班"),
    ("technical_senior_class", rf"{_OF_COLLEGE}高级工班"),
    ("technical", rf"{_OF_COLLEGE}(?:中级|初级)工班|技校|技工学校|中技(?!能|术)"),
    ("senior_technical", r"高级技工学校|高级技校"),
    ("technician_college", r"技师学院"),
    ("secondary_vocational", r"(?<!其)中专(?!业|家|门|题|项)|(?<!在)职高(?!级|管)|职业高中|中职(?!称|位|务|责|业)|职业中专|中等专业学校|中等职业学校|(?<!高)职校|卫校|幼师学校"),
    ("higher_vocational", r"(?<![最提更升较副正])高职(?:大专|专科)?(?!称|位|务|业(?!学))|高等职业(?:技术)?(?:学校|学院|院校)|职业技术学院"),
    ("junior_college", rf"{_SELF_TAUGHT}(?:(?<![三两几])大专(?!业|家|门|题)|专科(?!目|医|门|升))"),
    ("doctor", r"博士(?!后|站)"),
    ("master", rf"{_SELF_TAUGHT}(?:硕士(?:研究生)?|(?<!考)研究生)"),
    ("bachelor", rf"{_SELF_TAUGHT}(?:(?<![基课])本科(?!目|室)|学士)|专升本|大学(?=毕业|本科|学历|文凭|在读|应届|刚毕业|生(?!补|就|活|创|村)|[一二三四]年级)"),
    ("senior_high", rf"(?<!职业)普高|(?<!职业)(?<![最提更初])高中(?={_MENTION}|的?(?:$|[,。;?!~])|的(?=[一二三四五]级)|[能可也还]|以后|之后|都?没)"),
    ("junior_high", rf"初中(?={_MENTION}|的?(?:$|[,。;?!~])|的(?=[一二三四五]级)|[能可也还]|以后|之后|都?没)"),
)  # fmt: skip
SCHOOL = re.compile("|".join(f"(?P<{kind}>(?:{pattern}){_NOT_SCHOOL})" for kind, pattern in SCHOOLS))
# The year of study names the kind of school, too.
YEAR = re.compile(
    r"(?P<university>(?<![最较更扩])大[一二三四](?!直|共|起|致|点|些|岁|个|轮|月|项|类|步|科|专|层|块|统|件|城)|大学[一二三四]年级)"
    r"|(?P<graduate>研[一二三](?!究))|(?P<high>(?<![最提更升较初])高[一二三](?!直|共|起|个|倍|项|层|级|点|些|档))|(?P<middle>初[一二三](?!直|级|个|步))"
)
# 高职三年级: the year of a school that is named before it.
YEAR_OF_SCHOOL = re.compile(r"(?:学校|学院)?的?(?:读|念|上|是|在|现在|目前|今年)*(?P<year>[一二三四])年级")
LAST_YEARS = {"university": "四", "graduate": "三", "high": "三", "middle": "三"}
YEAR_KINDS: dict[str, SchoolKind] = {
    "university": "bachelor",
    "graduate": "master",
    "high": "senior_high",
    "middle": "junior_high",
}
# Years of study of these schools are called 大一 to 大三.
THREE_YEARS: frozenset[SchoolKind] = frozenset({"junior_college", "higher_vocational"})
# The last year where it is called so; a secondary school can go on into a college.
LAST_OF_SCHOOL: dict[SchoolKind, str] = {"junior_college": "三", "higher_vocational": "三", "bachelor": "四"}
# Whoever is called so is still at school; a 本科生 may have left it.
PUPILS: frozenset[SchoolKind] = frozenset({"senior_high", "junior_high", "master", "doctor"})


@dataclass(frozen=True)
class School:
    """A school that was named at `start:end`; `year`: 大四 and the like."""

    kind: SchoolKind
    start: int
    end: int
    year: re.Match[str] | None = None
