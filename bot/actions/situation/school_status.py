"""Whether a school was finished, is in its last year or goes on: 毕业, 大四, 高职三年级, 27年6月毕业, 2028届."""

from __future__ import annotations

import re
from typing import Literal

from bot.actions.situation.heard import Heard
from bot.actions.situation.schools import LAST_OF_SCHOOL, LAST_YEARS, PUPILS, THREE_YEARS, YEAR_OF_SCHOOL, School

Status = Literal["graduated", "final_year", "enrolled"]
_SCHOOL_YEAR_BEGINS, _SCHOOL_YEAR_ENDS = 9, 6
_DROPPED = re.compile(r"没(?:再|有再)?[读念上]了|不[读念上]了|没读完|没念完|没上完|(?<!还)没毕业|肄业|辍学|退学")
# Of whoever is in the last year it says nothing: 明年毕业，毕业证还没到手.
_NO_DIPLOMA = re.compile(r"毕业证书?(?:还|也|都)*没|没(?:有|拿到?)毕业证")
_FINAL = re.compile(
    r"应届|最后一[年学]|毕业班|[快要]毕业(?!证)|马上毕业|即将毕业|马上要毕业|就要毕业|快要毕业|实习期"
)
_ENROLLED = re.compile(
    r"在读|在校|还没毕业|未毕业|尚未毕业|就读|正在[读上念]|还在[读上念]|[读上念]着|[一二三]年级|后年毕业|读书呢"
)
_READING = re.compile(
    r"(?:在|现在|今年|目前|儿子|女儿|孩子|妹妹|弟弟)(?:读|念|上)(?:的是|的|了)?(?:全日制)?$|^(?:我|他|她)?(?:读|念)(?:全日制)?$|在[^,]{2,10}(?:学校|学院|大学)(?:读|念|上)$"
)
DONE = re.compile(r"毕业(?!证还|班|[生论设照季院学])|往届|毕业生|读完|念完|上完|毕业证(?!还|没)")
# 27年6月毕业, 2028届: the year in which the school ends.
_ENDS = re.compile(
    r"(?<![0-9])(?:20)?(?P<year>[0-9]{2})(?:年(?:(?P<month>[0-9]{1,2})月份?)?(?:[0-9]{1,2}[日号])?(?:夏天|夏季|暑假|上半年|年中)?(?:才|就|将|要|会)*毕业|届)"
)
_NEXT_YEAR, _THIS_YEAR = (
    re.compile(r"明年(?:[0-9一二三四五六七]+月份?)?(?:就|才|要)?毕业"),
    re.compile(r"今年(?:[0-9一二三四五六七]+月份?)?(?:就|才|要|刚|夏天)?毕业"),
)
STATUS_ALONE = re.compile(
    r"(?:不对|我|现在|目前|那|其实|应该|就|是|还|个|的|也|都|已经?|早就?|刚刚?|才|今年|明年|马上|即将|快要?|要到?|得到|等到|在|如果|要是)*"
    r"(?:应届(?:毕业)?生?|往届生?|毕业班|最后一(?:学?年|个?学期)(?:在读|还?没毕业|了)*|在读(?:还没毕业)?|(?:20)?[0-9]{2}(?:年(?:[0-9]{1,2}月份?)?(?:夏天|夏季|暑假|上半年)?(?:才|就|要)*毕业|届)|在校生?|还没毕业|没毕业呢|未毕业|尚未毕业|毕业(?:了|生|的)?(?:[0-9一二两三四五六七八九十]+年)?(?:多|了|呢|的)*|学生|读书)(?:的|了|呢|哦|啊|吧)*"
)
_DIPLOMA = re.compile(
    r"(?:我|的)*毕业证书?(?:要|得|是|需要)*(?:等到|等|到)?(?P<when>[今明后]年(?:[0-9一二三四五六七]+月份?)?)(?:才|就|能|可以|会)*(?:有|拿到?|发|下来|到手)(?:的|了|呢|啊)*"
)
_AT_SCHOOL = re.compile(r"(?:里|这边)?(?:读书|念书|上学|上课|求学)(?!时|期间|那会|的时候)")
_PUPIL = re.compile(r"(?:的|班|在校|在读)*(?:学生|同学)")
_NOT_YET = re.compile(
    r"(?:明年|后年|[等熬]到|下个?学[年期]|开学|马上|即将|快要?|暑假[之以]?后|下半年|(?:9|九)月份?)(?:就|才|要|升|是|上|读|到|我|该|应该)*$"
)


def status_in(heard: Heard, words: str) -> Status | None:
    """What a clause says of nothing but a school that it does not name: 是应届, 已经毕业了, 毕业证要明年7月才有."""
    diploma = _DIPLOMA.fullmatch(words)
    if diploma is None and not STATUS_ALONE.fullmatch(words):
        return None
    words = f"{diploma['when']}毕业" if diploma else words
    if _NEXT_YEAR.search(words):
        return "final_year" if heard.day.month >= _SCHOOL_YEAR_BEGINS else "enrolled"
    if re.search(r"毕业[了过]|毕业.*年|刚毕业|往届|毕业的|毕业证", words):
        return "graduated"
    if _THIS_YEAR.search(words):
        return "final_year" if heard.day.month <= _SCHOOL_YEAR_ENDS else "graduated"
    return "final_year" if _FINAL.search(words) else "enrolled"


def status_of(before: str, after: str, school: School, heard: Heard) -> Status | None:
    """Of one school, from the words before and after it; None where it was left without a diploma."""
    words = f"{before},{after}"
    if _DROPPED.search(words):
        return None
    if school.year:
        return _status_of_year(school, words, heard)
    if (year := YEAR_OF_SCHOOL.match(after)) and year["year"] == LAST_OF_SCHOOL.get(school.kind):
        return "final_year"
    if (ends := _ending(words, heard)) is not None:
        return ends
    return _status_in_words(before, after, school, heard)


def _status_in_words(before: str, after: str, school: School, heard: Heard) -> Status | None:
    words = f"{before},{after}"
    if _FINAL.search(words):
        return "final_year"
    if _NEXT_YEAR.search(words):
        return "final_year" if heard.day.month >= _SCHOOL_YEAR_BEGINS else "enrolled"
    if _NO_DIPLOMA.search(words) and not _ENROLLED.search(words):
        return None
    if _THIS_YEAR.search(words) and not re.search("毕业了|毕业的|刚毕业", words):
        return "final_year" if heard.day.month <= _SCHOOL_YEAR_ENDS else "graduated"
    if _ENROLLED.search(words) or (_READING.search(before) and not DONE.search(after)):
        return "enrolled"
    if (_PUPIL.match(after) or _AT_SCHOOL.match(after)) and not DONE.search(words):
        return "enrolled"
    if after.startswith("生") and not DONE.search(words):
        pupil = school.kind in PUPILS or heard.text[school.start : school.end] == "大学"
        return "enrolled" if pupil else None
    return "graduated"


def _ending(words: str, heard: Heard) -> Status | None:
    """From the year that the school ends in, where one is named (27年6月毕业, 2028届)."""
    match = _ENDS.search(words)
    if match is None:
        return None
    ends = (2000 + int(match["year"])) * 12 + int(match["month"] or _SCHOOL_YEAR_ENDS)
    now = heard.day.year * 12 + heard.day.month
    this = heard.day.year + (heard.day.month >= _SCHOOL_YEAR_BEGINS)
    if ends < now:
        return "graduated"
    return "final_year" if ends <= this * 12 + _SCHOOL_YEAR_BEGINS - 1 else "enrolled"


def _status_of_year(school: School, words: str, heard: Heard) -> Status:
    """The last year of the school, or the one that ends it, else a year before it."""
    said = school.year.group() if school.year else ""
    if school.year and _NOT_YET.search(school.year.string[: school.year.start()]):
        return "enrolled"  # 明年大四 is the third year now
    if (ends := _ending(words, heard)) is not None:
        return ends
    next_year = _NEXT_YEAR.search(words) and heard.day.month >= _SCHOOL_YEAR_BEGINS
    last = "三" if school.kind in THREE_YEARS else LAST_YEARS[school.year.lastgroup or ""] if school.year else ""
    return "final_year" if last in said or next_year or _FINAL.search(words) else "enrolled"
