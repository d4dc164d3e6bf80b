"""A second reading of 附件1（附录5）, made apart from knowledge/eligibility: one small function for each condition.

It is the oracle of test_eligibility_properties.py. A reader checks each function against the sentence above it; what
the sentence leaves open is read as the contract's `POST /v1/eligibility` says. It knows nothing of the project's code.
"""

from __future__ import annotations

import calendar
import math
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple

Request = dict[str, Any]


class Reading(NamedTuple):
    """What one condition, or one part of it, comes to: met, not_met or unknown; what is missing; since or from when."""

    outcome: str
    missing: frozenset[str] = frozenset()
    earliest_date: date | None = None


Held = Callable[[Request, str], Reading]
NO = Reading("not_met")


def unknown(missing: str) -> Reading:
    return Reading("unknown", frozenset([missing]))


def yes(day: date) -> Reading:
    return Reading("met", frozenset(), day)


def from_day(start: date, day: date) -> Reading:
    """Met from a day on."""
    return Reading("met" if start <= day else "not_met", frozenset(), start)


def every(*parts: Reading) -> Reading:
    """All are asked for: one that fails decides, then one that is not known; from the day of the last one."""
    dates = [part.earliest_date for part in parts if part.earliest_date]
    earliest = max(dates) if len(dates) == len(parts) else None
    return Reading(*decided(parts, ("not_met", "unknown", "met")), earliest)


def one_of(candidates: list[Reading]) -> Reading:
    """One is enough: one that holds decides, then one that is not known; none at all is no; from the first day."""
    earliest = min((each.earliest_date for each in candidates if each.earliest_date), default=None)
    return Reading(*decided([*candidates, NO], ("met", "unknown", "not_met")), earliest)


def decided(readings: Sequence[Reading], stronger_first: tuple[str, ...]) -> tuple[str, frozenset[str]]:
    """The strongest outcome, and what is missing where that is unknown."""
    outcome = next(each for each in stronger_first if each in {reading.outcome for reading in readings})
    missing = frozenset().union(*(reading.missing for reading in readings))
    return outcome, missing if outcome == "unknown" else frozenset()


def later(start: date, years: int = 0, months: int = 0) -> date:
    """The same day of a later month, or its last day: 29 February falls back to the 28th."""
    year, month = divmod((start.year + years) * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def worked(have: float, need: int, day: date) -> Reading:
    """`have` years of work against `need`; what is short is made up in whole months.

    A twelfth of a year written to three decimals (1.583) means that month (19 of them), not a little less.
    """
    if have >= need:
        return yes(day)
    short = (need - have) * 12
    months = round(short) if abs(short - round(short)) < 0.007 else math.ceil(short)
    return Reading("not_met", frozenset(), later(day, months=max(1, months)))


def of_the_past(entry: Request, day: date) -> Reading:
    """What is issued later is not held yet."""
    return from_day(date.fromisoformat(entry["issued_on"]), day) if entry.get("issued_on") else yes(day)


def age_16(a: Request, day: date) -> Reading:
    if a.get("birth_date"):
        return from_day(later(date.fromisoformat(a["birth_date"]), years=16), day)
    if a.get("age") is not None:
        return yes(day) if a["age"] >= 16 else NO
    return unknown("birth_date")


def work_in_all(a: Request, need: int, day: date) -> Reading:
    return unknown("work_years") if a.get("work_years") is None else worked(a["work_years"], need, day)


def work_since(a: Request, entry: Request, name: str, need: int, day: date) -> Reading:
    """Work after the certificate or title was obtained: as told, or since its date for who has worked on and on."""
    if entry.get("work_years_since") is not None:
        return worked(entry["work_years_since"], need, day)
    if not a.get("continuous", True):
        return unknown(f"{name}.work_years_since")
    if not entry.get("issued_on"):
        return unknown(f"{name}.issued_on")
    return from_day(later(date.fromisoformat(entry["issued_on"]), years=need), day)


def certificate(a: Request, level: int, day: date, work: int | None = None, held: Held | None = None) -> Reading:
    """取得本职业或相关职业某级证书, perhaps with years of work after it, or something asked of the certificate itself."""
    if a.get("certificates") is None:
        return unknown("certificates")
    readings = []
    for i, one in enumerate(a["certificates"]):
        if one["level"] != level or one["relation"] != "same_or_related":
            continue
        parts = [of_the_past(one, day)]
        if work is not None:
            parts.append(work_since(a, one, f"certificates[{i}]", work, day))
        if held is not None:
            parts.append(held(one, f"certificates[{i}]"))
        readings.append(every(*parts))
    return one_of(readings)


def title(a: Request, grade: str, work: int, day: date) -> Reading:
    """取得符合专业对应关系的某级职称后，累计从事本职业或相关职业工作满若干年."""
    if a.get("titles") is None:
        return unknown("titles")
    readings = []
    for i, one in enumerate(a["titles"]):
        if one["grade"] != grade or one.get("relevant") is False:
            continue
        fits = yes(day) if one.get("relevant") else unknown(f"titles[{i}].relevant")
        readings.append(every(fits, of_the_past(one, day), work_since(a, one, f"titles[{i}]", work, day)))
    return one_of(readings)


def schooling(a: Request, kinds: str, status: str, day: date, asked: str = "major") -> Reading:
    """A school of one of these kinds with this status; its major and its assessment where the clause asks for them."""
    if a.get("education") is None:
        return unknown("education")
    readings = []
    for i, one in enumerate(a["education"]):
        if one["kind"] not in kinds.split() or one["status"] not in status.split():
            continue
        parts = [yes(day)]
        if "major" in asked:
            known = {"same_or_related": yes(day), "other": NO, "unknown": unknown(f"education[{i}].major")}
            parts.append(known[one["major"]])
        if "assessed" in asked:
            answers = {True: yes(day), False: NO, None: unknown(f"education[{i}].assessed")}
            parts.append(answers[one.get("assessed")])
        readings.append(every(*parts))
    return one_of(readings)


HIGHER = "higher_vocational junior_college bachelor master doctor"
TECHNICIAN_CLASSES = "technician_preparatory_class technician_class"
SENIOR_CLASSES_UP = f"technical_senior_class senior_technical technician_college {TECHNICIAN_CLASSES}"
VOCATIONAL_UP = f"secondary_vocational technical {SENIOR_CLASSES_UP} {HIGHER}"
INCLUDING_FINAL_YEAR = "graduated final_year"


def condition_1_1(a: Request, day: date) -> Reading:
    """年满16周岁，拟从事本职业或相关职业工作。"""
    return age_16(a, day)


def condition_1_2(a: Request, day: date) -> Reading:
    """年满16周岁，从事本职业或相关职业工作。"""
    if a.get("work_years") is None:
        return every(age_16(a, day), unknown("work_years"))
    return every(age_16(a, day), yes(day) if a["work_years"] > 0 else NO)


def condition_2_1(a: Request, day: date) -> Reading:
    """累计从事本职业或相关职业工作满5年。"""
    return work_in_all(a, 5, day)


def condition_2_2(a: Request, day: date) -> Reading:
    """取得本职业或相关职业五级/初级工职业资格（职业技能等级）证书后，累计从事本职业或相关职业工作满3年。"""
    return certificate(a, 5, day, work=3)


def condition_2_3(a: Request, day: date) -> Reading:
    """取得本专业或相关专业的技工院校或中等及以上职业院校、专科及以上普通高等学校毕业证书（含在读应届毕业生）。"""
    return schooling(a, VOCATIONAL_UP, INCLUDING_FINAL_YEAR, day)


def condition_3_1(a: Request, day: date) -> Reading:
    """累计从事本职业或相关职业工作满10年。"""
    return work_in_all(a, 10, day)


def condition_3_2(a: Request, day: date) -> Reading:
    """取得本职业或相关职业四级/中级工职业资格（职业技能等级）证书后，累计从事本职业或相关职业工作满4年。"""
    return certificate(a, 4, day, work=4)


def condition_3_3(a: Request, day: date) -> Reading:
    """取得符合专业对应关系的初级职称（专业技术人员职业资格）后，累计从事本职业或相关职业工作满1年。"""
    return title(a, "junior", 1, day)


def condition_3_4(a: Request, day: date) -> Reading:
    """取得本专业或相关专业的技工院校高级工班及以上毕业证书（含在读应届毕业生）。"""
    return schooling(a, SENIOR_CLASSES_UP, INCLUDING_FINAL_YEAR, day)


def condition_3_5(a: Request, day: date) -> Reading:
    """取得本职业或相关职业四级/中级工…证书，并取得高等职业学校、专科及以上…相关专业毕业证书（含在读应届毕业生）。"""
    return every(certificate(a, 4, day), schooling(a, HIGHER, INCLUDING_FINAL_YEAR, day))


def condition_3_6(a: Request, day: date) -> Reading:
    """取得经评估论证的高等职业学校、专科及以上普通高等学校本专业或相关专业的毕业证书（含在读应届毕业生）。"""
    return schooling(a, HIGHER, INCLUDING_FINAL_YEAR, day, asked="major, assessed")


def condition_4_1(a: Request, day: date) -> Reading:
    """取得本职业或相关职业三级/高级工职业资格（职业技能等级）证书后，累计从事本职业或相关职业工作满5年。"""
    return certificate(a, 3, day, work=5)


def condition_4_2(a: Request, day: date) -> Reading:
    """取得…初级职称…后，累计从事…工作满5年，并在取得…三级/高级工…证书后，从事本职业或相关职业工作满1年。"""
    return every(title(a, "junior", 5, day), certificate(a, 3, day, work=1))


def condition_4_3(a: Request, day: date) -> Reading:
    """取得符合专业对应关系的中级职称（专业技术人员职业资格）后，累计从事本职业或相关职业工作满1年。"""
    return title(a, "intermediate", 1, day)


def condition_4_4(a: Request, day: date) -> Reading:
    """取得…三级/高级工…证书的高级技工学校、技师学院毕业生，累计从事本职业或相关职业工作满2年。"""
    schools = f"senior_technical technician_college {TECHNICIAN_CLASSES}"
    graduate = schooling(a, schools, "graduated", day, asked="")
    return every(certificate(a, 3, day), graduate, work_in_all(a, 2, day))


def condition_4_5(a: Request, day: date) -> Reading:
    """取得…三级/高级工…证书满2年的技师学院预备技师班、技师班学生。"""

    def two_years(one: Request, name: str) -> Reading:
        if one.get("issued_on"):
            return from_day(later(date.fromisoformat(one["issued_on"]), years=2), day)
        if one.get("work_years_since") is None:
            return unknown(f"{name}.issued_on")
        # Two years of work since are two years at least; fewer say nothing of today, but work goes on.
        since = worked(one["work_years_since"], 2, day)
        return since if since.outcome == "met" else Reading(*unknown(f"{name}.issued_on")[:2], since.earliest_date)

    student = schooling(a, TECHNICIAN_CLASSES, "enrolled final_year", day, asked="")
    return every(certificate(a, 3, day, held=two_years), student)


def condition_5_1(a: Request, day: date) -> Reading:
    """取得本职业或相关职业二级/技师职业资格（职业技能等级）证书后，累计从事本职业或相关职业工作满5年。"""
    return certificate(a, 2, day, work=5)


def condition_5_2(a: Request, day: date) -> Reading:
    """取得…中级职称后，累计从事…工作满5年，并在取得…二级/技师…证书后，从事本职业或相关职业工作满1年。"""
    return every(title(a, "intermediate", 5, day), certificate(a, 2, day, work=1))


def condition_5_3(a: Request, day: date) -> Reading:
    """取得符合专业对应关系的高级职称（专业技术人员职业资格）后，累计从事本职业或相关职业工作满1年。"""
    return title(a, "senior", 1, day)


THOSE_OF_LEVEL: dict[int, list[Callable[[Request, date], Reading]]] = {
    5: [condition_1_1, condition_1_2],
    4: [condition_2_1, condition_2_2, condition_2_3],
    3: [condition_3_1, condition_3_2, condition_3_3, condition_3_4, condition_3_5, condition_3_6],
    2: [condition_4_1, condition_4_2, condition_4_3, condition_4_4, condition_4_5],
    1: [condition_5_1, condition_5_2, condition_5_3],
}


def read_level(a: Request, level: int, day: date) -> dict[str, Any]:
    """具备以下条件之一者，可申报; and whoever applies is 16 (二（一）)."""
    readings = [condition(a, day) for condition in THOSE_OF_LEVEL[level]]
    age, found = age_16(a, day), {each.outcome for each in readings}
    dates = [each.earliest_date for each in readings if each.earliest_date is not None]
    missing: frozenset[str] = frozenset()
    if age.outcome == "not_met" or found == {"not_met"}:
        outcome = "not_eligible"
    elif age.outcome == "met" and "met" in found:
        outcome = "eligible"
    else:
        outcome = "needs_information"
        # One condition is enough: where one waits for nothing but the age, nothing else can change the answer.
        waits = any(each.outcome != "not_met" and each.missing <= age.missing for each in readings)
        missing = age.missing if waits else age.missing.union(*(each.missing for each in readings))
    earliest = max(age.earliest_date, min(dates)) if age.earliest_date is not None and dates else None
    conditions = {f"附件1·{6 - level}（{number}）": each for number, each in enumerate(readings, start=1)}
    return {"outcome": outcome, "missing": missing, "earliest_date": earliest, "conditions": conditions}


def read(applicant: Request, as_of: date) -> dict[int, dict[str, Any]]:
    """Read all five levels for a request as the contract gives it, dates as text."""
    return {level: read_level(applicant, level, as_of) for level in THOSE_OF_LEVEL}
