"""Random applicants for the properties of eligibility: requests as the contract gives them, dates as text.

Days and numbers crowd around the thresholds of the clauses, because that is where a rule goes wrong. An optional field
is absent, null or given; a list is absent, null, empty or has one to three entries. Every field is one draw from a list
that stands here (a day as years and days before the day of the request), which is what keeps thousands of them quick.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from hypothesis import strategies as st

Request = dict[str, Any]
Draw = Callable[[st.SearchStrategy[Any]], Any]


class Ago(NamedTuple):
    """A day told by how long before the request it is; a negative number of days before it is after it."""

    years: int
    days: int

    def on(self, day: date) -> date:
        leap_day_lost = (day.month, day.day) == (2, 29) and (day.year - self.years) % 4 != 0
        return date(day.year - self.years, day.month, 28 if leap_day_lost else day.day) - timedelta(days=self.days)


class Absent:
    """A field that the request does not have."""


THRESHOLDS = (0, 1, 2, 3, 4, 5, 10)  # the years that the clauses ask for
AROUND = (2, 1, 0, -1, -2)  # days
LEAP_DAYS = [date(year, 2, 29) for year in (2012, 2016, 2020, 2024)]
EDGES = [date(2024, 2, 28), date(2024, 2, 29), date(2025, 2, 28), date(2025, 3, 1), date(2026, 1, 31)]

ISSUED = [
    *(Ago(years, off) for years in THRESHOLDS for off in AROUND),
    *LEAP_DAYS,
    *(Ago(0, off) for off in range(-400, 6000, 160)),
]
BORN = [
    *(Ago(16, off) for off in AROUND),
    date(2008, 2, 29),
    date(2012, 2, 29),
    *(Ago(12, off) for off in range(0, 15000, 700)),
]
TWELFTHS = [
    months / 12
    for months in (*range(0, 145, 7), *(12 * years + more for years in THRESHOLDS for more in (0, 1, 11)))
]
NUMBERS = [
    *TWELFTHS,
    *(round(years, 3) for years in TWELFTHS),
    *(halves / 2 for halves in range(25)),
    *(tenths / 10 for tenths in range(0, 120, 7)),
    *range(13),
]
KINDS = ["junior_high", "senior_high", "secondary_vocational", "technical", "technical_senior_class"]
KINDS += ["senior_technical", "technician_college", "technician_preparatory_class", "technician_class"]
KINDS += ["higher_vocational", "junior_college", "bachelor", "master", "doctor"]

days = st.one_of(st.sampled_from(EDGES), st.dates(date(2025, 1, 1), date(2028, 12, 31)))
numbers = st.sampled_from(NUMBERS)


def optional(values: Sequence[Any]) -> st.SearchStrategy[Any]:
    """Given three times in five or so, else null or absent."""
    unsaid = max(1, len(values) // 3)
    return st.sampled_from([*values, *[None] * unsaid, *[Absent] * unsaid])


def entries(years: Sequence[float]) -> dict[str, st.SearchStrategy[Any]]:
    """Certificates, titles and schools, one strategy each."""
    dated = {
        "issued_on": optional(ISSUED),
        "work_years_since": st.sampled_from([*years, *[Absent, None] * len(years)]),
    }
    certificate = {
        "level": st.sampled_from([5, 4, 3, 3, 2, 2, 2, 1]),
        "relation": st.sampled_from(["same_or_related", "same_or_related", "same_or_related", "other"]),
        **dated,
    }
    title = {
        "grade": st.sampled_from(["junior", "intermediate", "intermediate", "senior"]),
        "relevant": optional([True, True, True, False]),
        **dated,
    }
    school = {
        "kind": st.sampled_from(KINDS),
        "major": st.sampled_from(["same_or_related", "same_or_related", "other", "unknown"]),
        "status": st.sampled_from(["graduated", "final_year", "enrolled"]),
        "assessed": optional([True, False]),
    }
    named = {"certificates": certificate, "titles": title, "education": school}
    return {name: st.fixed_dictionaries(fields) for name, fields in named.items()}


def seasoned() -> dict[str, st.SearchStrategy[Any]]:
    """What the clauses ask for in two kinds at once, each held for about the years that they ask for."""
    held = st.sampled_from([Ago(years, off) for years in THRESHOLDS for off in (1, 0, -1)])

    def of(**fixed: Any) -> st.SearchStrategy[Any]:
        return st.fixed_dictionaries({name: st.just(value) for name, value in fixed.items()} | {"issued_on": held})

    certificates = [of(level=level, relation="same_or_related") for level in (4, 3, 2)]
    titles = [of(grade=grade, relevant=True) for grade in ("junior", "intermediate")]
    return {
        "certificates": st.tuples(*certificates).map(list),
        "titles": st.one_of(titles).map(lambda one: [one]),
    }


def people(years: Sequence[float]) -> st.SearchStrategy[Request]:
    """Anybody, before the days are placed and the absent fields dropped."""
    born = st.sampled_from(
        [*({"birth_date": each} for each in BORN), *({"birth_date": each, "age": None} for each in BORN)]
    )
    other = st.sampled_from(
        [*({"age": each} for each in (14, 15, 16, 17, 40)), {}, {"age": None, "birth_date": None}]
    )
    fields = {"work_years": optional(years), "continuous": st.sampled_from([Absent, True, False])}
    for name, entry in entries(years).items():
        several = st.lists(entry, min_size=1, max_size=3)
        others = [seasoned()[name]] if name in seasoned() else []
        fields[name] = st.one_of(several, several, several, *others, st.sampled_from([None, Absent, []]))
    return st.tuples(st.one_of(born, other), st.fixed_dictionaries(fields)).map(lambda both: both[0] | both[1])


def placed(value: Any, day: date) -> Any:
    """What was drawn, as a request of that day."""
    if isinstance(value, dict):
        return {name: placed(each, day) for name, each in value.items() if each is not Absent}
    if isinstance(value, list):
        return [placed(each, day) for each in value]
    if isinstance(value, Ago):
        return value.on(day).isoformat()
    return value.isoformat() if isinstance(value, date) else value


def applicants_on_a_day(years: Sequence[float] = NUMBERS) -> st.SearchStrategy[tuple[Request, date]]:
    """Any applicant, and the day of the request; `years` are the numbers of years of work to draw from."""
    return st.tuples(people(years), days).map(lambda drawn: (placed(drawn[0], drawn[1]), drawn[1]))


ANYBODY, ENTRIES = applicants_on_a_day(), entries(NUMBERS)


def learn_dates(draw: Draw, entry: Request, continuous: bool, day: date) -> None:
    """Fill in what an entry does not say, so that it contradicts nothing that it does say.

    A date and a number of years state one thing in two ways. Whoever said 3 years did not get the certificate
    yesterday, and whoever gave the date and works on has told the years: neither was unknown. Nor does anybody hold
    a certificate of next week.
    """
    since, on = entry.get("work_years_since"), entry.get("issued_on")
    if on is None and draw(st.booleans()):
        latest = day if since is None else Ago(int(since) + 1, 0).on(day)
        on = entry["issued_on"] = draw(st.sampled_from([one for one in placed(ISSUED, day) if one <= str(latest)]))
    if since is None and not (on and continuous) and draw(st.booleans()):
        entry["work_years_since"] = draw(numbers)


def learn_details(draw: Draw, request: Request, day: date) -> None:
    for one in [*(request.get("certificates") or []), *(request.get("titles") or [])]:
        learn_dates(draw, one, request.get("continuous", True), day)
    for one in request.get("titles") or []:
        if one.get("relevant") is None:
            one["relevant"] = draw(st.sampled_from([None, True, False]))
    for one in request.get("education") or []:
        if one["major"] == "unknown":
            one["major"] = draw(st.sampled_from(["same_or_related", "other", "unknown"]))
        if one.get("assessed") is None:
            one["assessed"] = draw(st.sampled_from([None, True, False]))


@st.composite
def applicants_who_tell_more(draw: Draw) -> tuple[Request, Request, date]:
    """An applicant, and the same one after any of the unknown fields were filled in with any value."""
    before, day = draw(ANYBODY)
    after = copy.deepcopy(before)
    learn_details(draw, after, day)
    for name, entry in ENTRIES.items():
        if after.get(name) is None and draw(st.booleans()):
            after[name] = placed(draw(st.lists(entry, max_size=2)), day)
    if after.get("work_years") is None and draw(st.booleans()):
        after["work_years"] = draw(numbers)
    if after.get("birth_date") is None and after.get("age") is None and draw(st.booleans()):
        after["birth_date"] = placed(draw(st.sampled_from(BORN)), day)
    return before, after, day


@st.composite
def applicants_who_work_on(draw: Draw) -> tuple[Request, Request, date]:
    """An applicant, and the same one with more years wherever years are given."""
    before, day = draw(ANYBODY)
    after = copy.deepcopy(before)
    more = draw(st.sampled_from([1 / 12, 0.5, 1, 3, 10]))
    for one in [after, *(after.get("certificates") or []), *(after.get("titles") or [])]:
        for name in ("work_years", "work_years_since"):
            if one.get(name) is not None:
                one[name] += more
    return before, after, day
