"""What is still to be asked of an applicant, and what was understood so far, in plain words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import TypeVar

from bot.actions.situation import HeldCertificate, HeldTitle, Situation, Span, Stretch
from knowledge.eligibility import Education
from knowledge.models import LEVEL_NAMES
from knowledge.timespan import spoken_date

HeldT = TypeVar("HeldT")
_MOST = 4
_QUESTIONS = {
    "birth_date": "出生日期（年月日）",
    "work_years": "累计从事本职业或相关职业多少年",
    "certificates": "有没有本职业或相关职业的职业资格（技能等级）证书，是几级、哪天取得的",
    "titles": "有没有专业技术职称，是初级、中级还是高级，哪天取得的",
    "education": "学历：什么学校、什么专业，毕业还是在读",
    "issued_on": "证书或职称具体是哪年哪月哪日取得的",
    "work_years_since": "取得证书或职称以后，从事本职业或相关职业多少年",
    "relevant": "职称的专业和所报职业是不是对应",
    "major": "所学专业是不是所报职业的本专业或相关专业",
    "assessed": "所学专业是不是经过评估论证",
}
_GRADES = {"junior": "初级职称", "intermediate": "中级职称", "senior": "高级职称"}
_STATUS = {"graduated": "毕业", "final_year": "应届", "enrolled": "在读"}
_MAJORS = {"same_or_related": "，本专业或相关专业", "other": "，专业不对口", "unknown": ""}
_KINDS = {
    "junior_high": "初中",
    "senior_high": "高中",
    "secondary_vocational": "中专或职高",
    "technical": "技校",
    "technical_senior_class": "技校高级工班",
    "senior_technical": "高级技工学校",
    "technician_college": "技师学院",
    "technician_preparatory_class": "技师学院预备技师班",
    "technician_class": "技师学院技师班",
    "higher_vocational": "高职",
    "junior_college": "大专",
    "bachelor": "本科",
    "master": "硕士",
    "doctor": "博士",
}


def inputs(missing: Iterable[str], skipped: Iterable[str] = ()) -> list[str]:
    """At most four inputs that are missing, each once, without those that the person cannot tell."""
    fields = (re.sub(r".*\.", "", name) for name in missing)
    return [one for one in dict.fromkeys(fields) if one not in skipped][:_MOST]


def asked(names: Iterable[str]) -> str:
    """The inputs in words: the first is what is asked, the others may be told with it."""
    first, *others = (_QUESTIONS[one] for one in names)
    more = f"（也可以一起说：{'；'.join(others)}。）" if others else ""
    return f"要判断得更准，请再告诉我：{first}。{more}"


def understood(situation: Situation) -> list[str]:
    """What was told, piece by piece."""
    found = [*_age(situation), *_work(situation)]
    found += _listed(situation.certificates, "没有职业技能证书", _certificate)
    if situation.certificates is None:
        found += [f"没有{LEVEL_NAMES[one]}证书" for one in situation.lacks or ()]
    found += _listed(situation.titles, "没有职称", _title)
    found += _listed(situation.education, "没有学历", _education)
    return found


def _age(situation: Situation) -> list[str]:
    if situation.birth is not None:
        return [f"{_span(situation.birth)}出生"]
    return [f"{situation.age}岁"] if situation.age is not None else []


def _work(situation: Situation) -> list[str]:
    found = []
    if situation.stretches and situation.work_years is not None:
        found.append(f"从业时间：{_stretches(situation)}")
    elif situation.work_roughly is not None:
        found.append(f"从业时间：{situation.work_roughly.said}")
    elif situation.work_years is not None:
        found.append(f"累计从事{_years(situation.work_years)}" if situation.work_years else "没有从业经历")
    if situation.unbroken is not None:
        found.append("中间没有断过" if situation.unbroken else "中间断过")
    return found


def _stretches(situation: Situation) -> str:
    """Every stretch by its days, and what several come to, or one that is over."""
    stretches = [one for one in situation.stretches or () if one.start or one.months]
    text = "、".join(_stretch(one) for one in stretches)
    if len(stretches) == 1 and stretches[0].goes_on:
        return text
    least, rough = situation.work_years or 0, situation.work_roughly
    exact = rough is None or rough.least == rough.most
    return f"{text}（{'累计' if exact else '累计至少'}{_years(least)}）"


def _stretch(one: Stretch) -> str:
    if one.start is None:
        months = one.months or 0
        return f"{'另有' if months > 0 else '中间断开'}{_years(abs(months) / 12)}"
    if one.months is not None:
        return f"{_span(one.start)}开始做了{_years(one.months / 12)}"
    return f"{_span(one.start)}到{_span(one.end)}" if one.end else f"{_span(one.start)}起"


def _listed(entries: tuple[HeldT, ...] | None, none: str, said: Callable[[HeldT], str]) -> list[str]:
    if entries is None:
        return []
    return [said(one) for one in entries] or [none]


def _certificate(one: HeldCertificate) -> str:
    other = "其他职业的" if one.relation == "other" else ""
    return f"有{other}{one.occupation or ''}{LEVEL_NAMES[one.level]}证书{_since(one)}"


def _title(one: HeldTitle) -> str:
    relevant = {True: "专业对应的", False: "专业不对应的", None: ""}[one.relevant]
    return f"有{relevant}{_GRADES[one.grade]}{_since(one)}"


def _education(one: Education) -> str:
    assessed = "，经过评估论证" if one.assessed else ""
    return f"{_KINDS[one.kind]}{_STATUS[one.status]}{_MAJORS[one.major]}{assessed}"


def _since(one: HeldCertificate | HeldTitle) -> str:
    parts = [f"{_span(one.issued)}取得"] if one.issued else []
    if one.work_years_since is not None:
        parts.append(f"之后从事{_years(one.work_years_since)}" if one.work_years_since else "之后没有从事过")
    return f"（{'，'.join(parts)}）" if parts else ""


def _span(span: Span) -> str:
    """The day, the month or the year where the span is just that, else both ends."""
    if span.exact:
        return spoken_date(span.start)
    first, last = span.start, span.end
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year}年" if first.year == last.year else f"{first.year}年到{last.year}年"
    whole_month = first.day == 1 and (last + timedelta(days=1)).day == 1
    if whole_month and (first.year, first.month) == (last.year, last.month):
        return f"{first.year}年{first.month}月"
    return f"{spoken_date(first)}到{spoken_date(last)}之间"


def _years(years: float) -> str:
    whole, months = divmod(round(years * 12), 12)
    return (f"{whole}年" if whole else "") + (f"{months}个月" if months else "") or "不到1个月"
