"""The schools that the person finished or attends: 大专毕业, 大四, 技校高级工班在读, and whether of this field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bot.actions.situation.heard import END, Clause, Heard
from bot.actions.situation.school_status import DONE, STATUS_ALONE, status_of
from bot.actions.situation.schools import SCHOOL, THREE_YEARS, YEAR, YEAR_KINDS, School
from knowledge.eligibility import Education
from knowledge.eligibility.applicant import SchoolKind

Major = Literal["same_or_related", "other", "unknown"]
_NOT_BEFORE = re.compile(
    r"需要|要求|必须|(?:要有?|得|要是)$|想(?!问|知道|咨询|请教|了解|用|起)[^,]{0,3}$|打算|准备|计划|(?:没有?|不是|未|无)(?:读过?|上过?|念过?|考上)?[^,]{0,3}$|最低|至少|起码|是不是|是否"
    r"|(?:升|报|考上?|考取|招|收)$|如果|还是|你们|我们(?:学校)?(?:这里)?是?$|咱们$|我[校院]|非$|不到$|规定|区别|(?:招|培)[^,]{0,3}$|哪些|什么"
)
_NOT_AFTER = re.compile(
    r"(?:学历|毕业)?(?:[及或]?以[上下]|或以上|和以上|及更高|起|没有$|有用|有什么|没读完|没念完|没上完|没毕业|肄业|辍学|退学|[和与跟或][^,]*区别|还是|的?老师|的?教师|学校的?(?:老师|教师)|怎么考|怎么报|能加|的?(?:需要什么|要什么|要多久|招生|申请|入学|报名|考试|电话|地址|在哪|哪))"
)
_CHOICE = re.compile(
    r"还是|区别|分别|或者?|不同学历|哪种|哪个学历|对学历|学历要求|相当于|是不是必须|算不算|能不能算|(?<!打)算[^,]{0,8}[吗么嘛伐]"
)
_NONE = re.compile(
    rf"没(?:有)?(?:上过|读过|念过)(?:什么|啥)?(?:学|书)|(?<!有)(?:没有?|无|没得|没什么|没啥)(?:任何)?(?:学历|文凭)(?={END[3:-1]}|[能可想也行吗伐没])|(?:只|就|才)?(?:上|读|念)(?:过|到|了|完)小学|小学(?:毕业|文化|学历|没毕业|水平|文凭)"
)
_RELATED = re.compile(
    r"(?P<other>(?<!是)不是[^,不专]{1,6}(?<!什么)专业|(?:专业)?(?<![是算对搭])不(?:是|太|怎么|算)*(?:很|完全)?(?:(?:什么)?(?:对口|相关|对应|搭|匹配|沾边)|(?:本|这个|同)专业)|没对口|非(?:相关|本|对口)专业|专业[^,]{0,8}(?:(?<!有)没有?(?:什么|啥|任何)?(?:关系|关联)|无关|(?<!搭)不搭)|跨专业|(?:别的|其[他它]|不同的?|无关的?|另外的?)专业|专业(?:不一样|不同|无关|没关系)|无关专业|(?:没有?(?:什么|啥)?关系|不搭界|不沾边)的?专业|[跟和与][^,]{1,6}(?:(?<!有)没有?(?:什么|啥)?关系|无关|(?<!搭)不搭界))"
    r"|(?P<same_or_related>对口|相关的?专业|专业(?:也|都|是|也是|算|算是|也算)?(?:相关|相同|一样|对应)|本专业|同专业|同一个?专业|相同专业)"
)
_ASKED = re.compile(r"(?:需要|要求|必须|一定要|是不是|是否|算不算|对不对|要|哪些|什么|限)[^,]{0,5}$")
# 对口吗, 算相关专业不, 对口不对口
_ASKED_AFTER = re.compile(
    r"(?:的?专业|的|了)*(?:(?:吗|么|嘛|伐|哇|不|否|没有?)(?=$|[,。;?!~])|不(?:对口|相关|对应|匹配|搭))"
)
_NOT_ASSESSED = re.compile(r"(?:没有?|未|不是|没能)(?:经过?|做过?|通过|参加过?|搞过?|进行过?|被)*(?:评估|论证)")
_ASSESSED = re.compile(r"(?:经过?|通过|做过)(?:了)?(?:评估|论证)|评估(?:论证)?过|评估论证")
# 我记错了，是大专没毕业
_TAKEN_BACK = re.compile(
    rf"(?:{SCHOOL.pattern})[^,]{{0,4}}(?<!还)(?:没毕业|没读完|没念完|没上完|没拿到?毕业证|肄业|辍学|退学)"
)
_NONE_ASKED = re.compile(r"要求|限制|老师|有没有")
_MARK = re.compile("[\ue000-\uf8ff]")
_STATUS_ONLY = re.compile(
    r"(?:我|现在|目前|是|还|个|的)*(?:没毕业|在读|在校|应届生?|应届毕业生|刚毕业|[明今]年(?:[0-9一二三四五六七]+月份?)?(?:就|要)?毕业|快毕业了?)"
)
_WITH_CLASSES = ("technical", "senior_technical", "technician_college")
_CLASSES = ("technical_senior_class", "technician_preparatory_class", "technician_class")
_CLASS_WITHIN = 6  # characters
# 在技师学院念书，五年一贯的那种高级工班
_SAME_SCHOOL = re.compile(r"(?:里|这边)?(?:读书|念书|上学|求学),(?!后来|又|再)[^,]{0,12}")
# A clause with one of these speaks of something else than the school before it.
_MAJOR = re.compile(r"专业|对口|^(?:我)?(?:学|读)的")
_OWN_SUBJECT = re.compile(r"职称|工程师|证")


def find_schools(heard: Heard) -> list[School]:
    """The schools that are the person's own, in order of appearance; of a school and its class, the class."""
    found = [school for clause in heard.clauses if not clause.supposed for school in _in_clause(clause)]
    found = [one for index, one in enumerate(found) if not _has_class(heard, one, found[index + 1 :])]
    return heard.not_taken_back(found, [one.start for one in found])


def _has_class(heard: Heard, school: School, following: list[School]) -> bool:
    """Whether the next words name the class that was attended there (技师学院读预备技师班)."""
    between = heard.text[school.end : following[0].start] if following else ""
    near = len(between) <= _CLASS_WITHIN or _SAME_SCHOOL.fullmatch(between)
    close = following[:1] if near else []
    return school.kind in _WITH_CLASSES and any(
        one.kind in _CLASSES or heard.text[one.start : one.end].endswith("工班") for one in close
    )


def read_education(heard: Heard, schools: list[School]) -> tuple[Education, ...] | None:
    """One entry a kind of school, the last word on each; an empty tuple where the person has none of them."""
    schools = _with_years(schools)
    found: dict[SchoolKind, Education] = {}
    for index, school in enumerate(schools):
        nearby = _Nearby.of(heard, schools, index)
        status = status_of(nearby.before, nearby.after, school, heard)
        if status is not None:
            found[school.kind] = Education(
                kind=school.kind, major=nearby.major(), status=status, assessed=nearby.assessed()
            )
    if found:
        return _first_degree_done(found)
    if heard.corrects and any(_TAKEN_BACK.search(one.text) and not one.supposed for one in heard.clauses):
        return ()
    none = any(
        _NONE.search(one.text) and not one.supposed and not _NONE_ASKED.search(one.text) for one in heard.clauses
    )
    return () if none else None


def _first_degree_done(found: dict[SchoolKind, Education]) -> tuple[Education, ...]:
    """Of whoever tells of a master's course, too, what is said of still attending is not of the first degree."""
    if "bachelor" in found and {"master", "doctor"} & set(found):
        found["bachelor"] = found["bachelor"].model_copy(update={"status": "graduated"})
    return tuple(found.values())


def _in_clause(clause: Clause) -> Iterator[School]:
    if _CHOICE.search(clause.text):
        return
    for pattern in (SCHOOL, YEAR):
        for match in pattern.finditer(clause.text if pattern is SCHOOL else clause.marked):
            before, after = clause.text[: match.start()], clause.text[match.end() :]
            if not _NOT_BEFORE.search(before) and not _NOT_AFTER.match(after):
                name = match.lastgroup or ""
                start, end = clause.start + match.start(), clause.start + match.end()
                year = match if pattern is YEAR else None
                if pattern is SCHOOL and match.group() != "专升本" and _MARK.match(clause.marked, match.start()):
                    continue  # the name of an organisation, or another examination
                yield School(YEAR_KINDS[name] if year else _kind(match), start, end, year)


def _kind(match: re.Match[str]) -> SchoolKind:
    kinds: dict[str, SchoolKind] = {name: name for name in match.groupdict()}  # type: ignore[misc]
    return kinds[match.lastgroup or ""]


def _with_years(schools: list[School]) -> list[School]:
    """大三 beside a 大专 is its third year; beside a 本科 it is one school too."""
    named = [one for one in schools if not one.year]
    years = [one for one in schools if one.year]
    for year in years:
        fitting = [
            one for one in named if one.kind == year.kind or (year.kind == "bachelor" and one.kind in THREE_YEARS)
        ]
        if fitting:
            school = fitting[-1]
            named[named.index(school)] = School(school.kind, school.start, school.end, year.year)
        else:
            named.append(year)
    return sorted(named, key=lambda one: one.start)


@dataclass(frozen=True)
class _Nearby:
    """The words that belong to one school: `before` it, and `after` it up to the next."""

    before: str
    after: str
    on_major: tuple[str, ...] = ()

    @classmethod
    def of(cls, heard: Heard, schools: list[School], index: int) -> _Nearby:
        school = schools[index]
        place = heard.clause_at(school.start)
        clause = heard.clauses[place]
        start = max(clause.start, schools[index - 1].end if index else 0)
        following = heard.clauses[place + 1] if place + 1 < len(heard.clauses) else clause
        until = following.end if following.text and not _OWN_SUBJECT.search(following.text) else clause.end
        if index + 1 < len(schools):
            until = min(until, max(clause.end if schools[index + 1].start >= clause.end else 0, school.end))
            until = until if schools[index + 1].start >= clause.end else schools[index + 1].start
        before = heard.text[start : school.start]
        if place and start == clause.start and _STATUS_ONLY.fullmatch(heard.clauses[place - 1].text):
            before = heard.clauses[place - 1].text + before
        after = heard.text[school.end : until]
        if len(schools) == 1:  # 高级工班，人工智能专业，明年毕业
            further = heard.clauses[place + 2 : place + 4]
            after += "".join(
                f",{one.text}" for one in further if not one.supposed and STATUS_ALONE.fullmatch(one.text)
            )
        return cls(before, after, _on_major(heard, schools, index))

    def major(self) -> Major:
        """Whether the major is of the field, as far as it is told and not asked."""
        found = (major_in(text) for text in (self.after, self.before, *self.on_major))
        return next((one for one in found if one), "unknown")

    def assessed(self) -> bool | None:
        """Whether the programme was assessed."""
        return programme_assessed(self.before + "," + self.after)


def major_in(text: str) -> Major | None:
    """Whether a major is of the field, from words that tell it and do not ask."""
    match = _RELATED.search(text)
    if not match or _ASKED.search(text[: match.start()]) or _ASKED_AFTER.match(text[match.end() :]):
        return None
    return "other" if match["other"] else "same_or_related"


def programme_assessed(words: str) -> bool | None:
    """Whether a programme was assessed, from words that tell it and do not ask."""
    if re.search(r"什么|是不是|是否|有没有|算不算|如何|怎么", words):
        return None
    if _NOT_ASSESSED.search(words):
        return False
    return True if _ASSESSED.search(words) else None


def status_is_assumed(heard: Heard, schools: list[School]) -> bool:
    """Whether a school was named and nothing said of having finished it or not."""
    schools = _with_years(schools)
    nearby = [_Nearby.of(heard, schools, index) for index in range(len(schools))]
    words = [f"{one.before},{one.after}" for one in nearby]
    told = [
        DONE.search(text)
        or re.search("学历|文凭|学位", text)
        or status_of(one.before, one.after, school, heard) != "graduated"
        for text, one, school in zip(words, nearby, schools, strict=True)
    ]
    return bool(told) and not any(told)


def _on_major(heard: Heard, schools: list[School], index: int) -> tuple[str, ...]:
    """Clauses further away that speak of a major, where there is no other school that it could be of."""
    if len(schools) > 1:
        return ()
    place = heard.clause_at(schools[index].start)
    near = heard.clauses[max(0, place - 2) : place] + heard.clauses[place + 1 :]
    return tuple(
        one.text
        for one in near
        if not one.supposed and _MAJOR.search(one.text) and not _OWN_SUBJECT.search(one.text.replace("论证", ""))
    )
