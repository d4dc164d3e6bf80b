"""The parts that conditions are made of, each read for one applicant on one day. Sentences are what a person is told."""

from __future__ import annotations

from datetime import date

from knowledge.eligibility.applicant import Applicant, Certificate, Education, Obtained, Title
from knowledge.eligibility.finding import Finding, all_of, any_of, dated, never, unknown
from knowledge.eligibility.history import History, Told, Worker
from knowledge.eligibility.schools import KINDS, STANDINGS, class_assumed
from knowledge.facts import CertificateNeeded, EducationNeeded, TitleNeeded
from knowledge.models import LEVEL_NAMES
from knowledge.timespan import months_after, months_missing, spoken_date, spoken_gap, years_after

GRADES = {"junior": "初级职称", "intermediate": "中级职称", "senior": "高级职称"}
_FIELD = "本职业或相关职业"
_GOES_ON = f"还没到的日期按您会继续从事{_FIELD}推算"
_TAKEN_UP = f"您说的工作已经结束，还没到的日期按您今天起又从事{_FIELD}推算"
_SINCE_THEN = f"按您取得证书或职称以后一直从事{_FIELD}、中间没有断过推算"


def age(applicant: Applicant, least: int, as_of: date) -> Finding:
    """Whether the applicant is at least so many years old."""
    if applicant.birth_date is not None:
        day = years_after(applicant.birth_date, least)
        gap = f"{spoken_date(day)}满{least}周岁，还差{spoken_gap(as_of, day)}" if day > as_of else ""
        return dated(day, as_of, f"已满{least}周岁", gap)
    if applicant.age is None:
        return unknown(f"需要知道您的出生日期，看是否满{least}周岁", "birth_date")
    if applicant.age >= least:
        return Finding("met", (f"已满{least}周岁",), earliest=as_of)
    return never(f"还没有满{least}周岁，告诉我出生日期就能算出哪天满")


def work(applicant: Applicant, need: int, as_of: date) -> Finding:
    """Whether the years of work in all are enough."""
    if isinstance(applicant, Worker):
        return _worked_by_days(applicant.history, need, as_of, f"累计从事{_FIELD}")
    if applicant.work_years is None:
        return unknown(f"需要知道您累计从事{_FIELD}多少年", "work_years")
    return _worked(applicant.work_years, need, as_of, f"累计从事{_FIELD}")


def working(applicant: Applicant) -> Finding:
    """Whether the applicant works in the field, however short."""
    if isinstance(applicant, Worker):
        if applicant.history.goes_on:
            return Finding("met", (f"从事{_FIELD}",), earliest=date.min)
        return never(f"现在没有从事{_FIELD}")
    if applicant.work_years is None:
        return unknown(f"需要知道您是否在从事{_FIELD}", "work_years")
    if applicant.work_years > 0:
        return Finding("met", (f"从事{_FIELD}",), earliest=date.min)
    return never(f"没有从事过{_FIELD}")


def intending() -> Finding:
    """拟从事 is what applying means; it is said to be assumed."""
    wish = f"拟从事{_FIELD}"
    return Finding("met", (wish,), earliest=date.min, assumed=(f"按您打算从事{_FIELD}计算",))


def certificate(applicant: Applicant, need: CertificateNeeded, as_of: date) -> Finding:
    """Whether a certificate of that level is held, and for long enough."""
    name = f"{_FIELD}{LEVEL_NAMES[need.level]}证书"
    if isinstance(applicant, Told) and need.level in applicant.lacks:
        return never(f"没有{name}")
    if applicant.certificates is None:
        return unknown(f"需要知道您有没有{name}", "certificates")
    fitting = [
        _certificate(one, f"certificates[{index}]", need, applicant, as_of)
        for index, one in enumerate(applicant.certificates)
        if one.level == need.level and one.relation == "same_or_related"
    ]
    return any_of(fitting) if fitting else never(f"没有{name}")


def title(applicant: Applicant, need: TitleNeeded, as_of: date) -> Finding:
    """Whether a title of that grade is held, in the field, for long enough."""
    name = f"符合专业对应关系的{GRADES[need.grade]}"
    if applicant.titles is None:
        return unknown(f"需要知道您有没有{name}", "titles")
    fitting = [
        _title(one, f"titles[{index}]", need, applicant, as_of)
        for index, one in enumerate(applicant.titles)
        if one.grade == need.grade and one.relevant is not False
    ]
    return any_of(fitting) if fitting else never(f"没有{name}")


def education(applicant: Applicant, need: EducationNeeded, as_of: date) -> Finding:
    """Whether a school of that group counts: finished, or attended as the clause says, in the field where it asks."""
    name = _school_name(need)
    if applicant.education is None:
        return unknown(f"需要知道您是不是{name}", "education")
    fitting = [
        _school(one, f"education[{index}]", need, as_of)
        for index, one in enumerate(applicant.education)
        if one.kind in KINDS[need.schools] and one.status in STANDINGS[need.standing]
    ]
    return any_of(fitting) if fitting else never(f"不是{name}")


def _certificate(
    one: Certificate, path: str, need: CertificateNeeded, applicant: Applicant, as_of: date
) -> Finding:
    name = f"{LEVEL_NAMES[need.level]}证书"
    held = _held(one, as_of, name)
    if need.held_years is not None:
        return all_of([held, _held_for(one, path, need.held_years, as_of, name)])
    if need.worked_years is not None:
        return all_of([held, _worked_since(one, path, need.worked_years, applicant, as_of, name)])
    return held


def _title(one: Title, path: str, need: TitleNeeded, applicant: Applicant, as_of: date) -> Finding:
    name = GRADES[need.grade]
    parts = [_held(one, as_of, name), _worked_since(one, path, need.worked_years, applicant, as_of, name)]
    if one.relevant is None:
        parts.append(unknown(f"需要知道这个{name}的专业和所报职业是否对应", f"{path}.relevant"))
    return all_of(parts)


def _school(one: Education, path: str, need: EducationNeeded, as_of: date) -> Finding:
    name = _school_name(need)
    if need.of_this_field and one.major == "other":
        return never("所学专业不是本专业或相关专业")
    if need.assessed and one.assessed is False:
        return never("所学专业没有经过评估论证")
    assumed = ("按您读的是高级工班或以上计算",) if class_assumed(need.schools, one) else ()
    parts = [Finding("met", (f"是{name}",), earliest=as_of, assumed=assumed)]
    if need.of_this_field and one.major == "unknown":
        parts.append(unknown("需要知道所学专业是不是本专业或相关专业", f"{path}.major"))
    if need.assessed and one.assessed is None:
        parts.append(unknown("需要知道所学专业是否经过评估论证", f"{path}.assessed"))
    return all_of(parts)


def _school_name(need: EducationNeeded) -> str:
    assessed = "经评估论证的" if need.assessed else ""
    field = "本专业或相关专业的" if need.of_this_field else ""
    who = {"graduate_or_final_year": "毕业生（含在读应届）", "graduate": "毕业生", "student": "在读学生"}
    return f"{assessed}“{need.words}”{field}{who[need.standing]}"


def _held(one: Obtained, as_of: date, name: str) -> Finding:
    if one.issued_on is None:
        return Finding("met", (f"有{name}",), earliest=date.min)
    gap = spoken_gap(as_of, one.issued_on) if one.issued_on > as_of else ""
    return dated(one.issued_on, as_of, f"有{name}", f"{spoken_date(one.issued_on)}才取得{name}，还差{gap}")


def _held_for(one: Obtained, path: str, years: int, as_of: date, name: str) -> Finding:
    """Calendar years since the certificate, whatever the work; years worked since are at least as many."""
    if one.issued_on is not None:
        day = years_after(one.issued_on, years)
        return dated(day, as_of, f"{name}已满{years}年", _not_yet(f"{name}要满{years}年", day, as_of))
    asked = f"需要知道{name}是哪天取得的"
    if one.work_years_since is None:
        return unknown(asked, f"{path}.issued_on")
    if one.work_years_since >= years:
        return Finding("met", (f"{name}已满{years}年",), earliest=as_of)
    return unknown(asked, f"{path}.issued_on", by=months_after(as_of, months_missing(one.work_years_since, years)))


def _worked_since(one: Obtained, path: str, need: int, applicant: Applicant, as_of: date, name: str) -> Finding:
    what = f"取得{name}后从事{_FIELD}"
    if one.work_years_since is not None:
        return _worked(one.work_years_since, need, as_of, what)
    if one.issued_on is not None and (after := _history_since(applicant, one.issued_on)):
        return _worked_by_days(after, need, as_of, what)
    if not applicant.continuous:
        return unknown(f"需要知道您{what}多少年", f"{path}.work_years_since")
    if one.issued_on is None:
        return unknown(f"需要知道{name}是哪天取得的", f"{path}.issued_on")
    day = years_after(one.issued_on, need)
    unbroken = () if "continuous" in applicant.model_fields_set else (_SINCE_THEN,)
    assumed = (*unbroken, _GOES_ON) if day > as_of else unbroken
    return dated(day, as_of, f"{what}已满{need}年", _not_yet(f"{what}要满{need}年", day, as_of), assumed)


def _worked(have: float, need: int, as_of: date, what: str) -> Finding:
    if have >= need:
        return Finding("met", (f"{what}已满{need}年",), earliest=as_of)
    day = months_after(as_of, months_missing(have, need))
    return Finding("not_met", (_not_yet(f"{what}要满{need}年", day, as_of),), earliest=day, assumed=(_GOES_ON,))


def _history_since(applicant: Applicant, day: date) -> History | None:
    """The work after that day where its days tell more than that the person goes on since then."""
    if not isinstance(applicant, Worker):
        return None
    history = applicant.history
    told = "continuous" in applicant.model_fields_set and applicant.continuous
    lasting = len(history.periods) == 1 and (told or history.periods[0].start <= day)
    return None if history.goes_on and lasting else history.since(day)


def _worked_by_days(history: History, need: int, as_of: date, what: str) -> Finding:
    day = history.full_on(need, as_of)
    if day <= as_of:
        return Finding("met", (f"{what}已满{need}年",), earliest=day)
    goes_on = _GOES_ON if history.goes_on else _TAKEN_UP
    return Finding("not_met", (_not_yet(f"{what}要满{need}年", day, as_of),), earliest=day, assumed=(goes_on,))


def _not_yet(what: str, day: date, as_of: date) -> str:
    return f"{what}，还差{spoken_gap(as_of, day)}，{spoken_date(day)}满" if day > as_of else ""
