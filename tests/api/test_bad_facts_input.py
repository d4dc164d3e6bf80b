"""Whatever is sent to the fact endpoints, a Chinese problem document comes back that points at the field."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import httpx2
import pytest

ELIGIBILITY, SCHEDULE, VALIDITY = "/v1/eligibility", "/v1/schedule", "/v1/retake-validity"
NOT_TEXT = [5, 1.5, True, [], ["三级"], {}, {"name": "车工"}]
NOT_A_DATE = [
    "",
    " ",
    "gestern",
    "2000-02-31",
    "2001-02-29",
    "2000-13-01",
    "2000-00-10",
    "01/02/2000",
    "2000年1月1日",
]
NOT_A_DAY = [*NOT_A_DATE, True, [], {}, ["2000-01-01"], "1899-12-31", "2101-01-01", "0001-01-01", "9999-12-31"]
NOT_YEARS = ["三年", "3", True, [], {}, -1, -0.001, 80.5, 10**30, [None]]
NOT_A_LEVEL = [0, 6, -3, 3.5, "三级", "3", None, [], {}, 10**30]
NOT_A_CHOICE = ["", "others", "本科", 1, True, None, [], {}]
NOT_A_LIST = ["三级", 5, True, {}, {"level": 3}]
NOT_AN_OBJECT: list[Any] = [None, "三级", 5, True, [], [[]]]
NOT_A_NAME = [*NOT_TEXT, "", "长" * 101, "车\u0000工", "车\u001b[31m工", "车\u200b\u0007工"]
NOT_A_MOMENT = [
    "",
    "gestern",
    "2026-02-31",
    "2026-13-45",
    "1999-12-31",
    "2101-01-01",
    "2026-01-01T25:00",
    True,
    [],
]
NOT_A_MOMENT += [20260601, "20260601", "2026-W01-1", "2026-06-01 10:00"]

CERTIFICATE = {"level": 4, "relation": "other"}
TITLE = {"grade": "junior"}
SCHOOL = {"kind": "bachelor", "major": "other", "status": "graduated"}

FIELDS: list[tuple[str, list[Any]]] = [
    ("as_of", NOT_A_MOMENT),
    ("birth_date", NOT_A_DAY),
    ("age", ["十六", "16", -1, 130.5, True, [], {}]),
    ("work_years", NOT_YEARS),
    ("continuous", ["大概", 2, [], {}, 0.5]),
    ("occupation", NOT_A_NAME),
    ("organisation", NOT_A_NAME),
    ("levels", [*NOT_A_LIST, None, [], [3] * 21]),
    ("certificates", [*NOT_A_LIST, [CERTIFICATE] * 21]),
    ("titles", [*NOT_A_LIST, [TITLE] * 21]),
    ("education", [*NOT_A_LIST, [SCHOOL] * 21]),
]
ENTRIES: list[tuple[str, dict[str, Any], str, list[Any]]] = [
    ("certificates", CERTIFICATE, "level", NOT_A_LEVEL),
    ("certificates", CERTIFICATE, "relation", NOT_A_CHOICE),
    ("certificates", CERTIFICATE, "issued_on", NOT_A_DAY),
    ("certificates", CERTIFICATE, "work_years_since", NOT_YEARS),
    ("titles", TITLE, "grade", NOT_A_CHOICE),
    ("titles", TITLE, "relevant", ["大概", 2, [], {}]),
    ("titles", TITLE, "issued_on", NOT_A_DAY),
    ("education", SCHOOL, "kind", NOT_A_CHOICE),
    ("education", SCHOOL, "major", NOT_A_CHOICE),
    ("education", SCHOOL, "status", NOT_A_CHOICE),
    ("education", SCHOOL, "assessed", ["大概", 2, [], {}]),
]


def bodies() -> Iterator[tuple[str, dict[str, Any]]]:
    """Each with the pointer at what is wrong in it."""
    for field, values in FIELDS:
        yield from ((f"#/{field}", {field: value}) for value in values)
    for field, entry, inner, values in ENTRIES:
        for value in values:
            yield f"#/{field}/1/{inner}", {field: [entry, {**entry, inner: value}]}
    for field, entry in (("certificates", CERTIFICATE), ("titles", TITLE), ("education", SCHOOL)):
        yield from ((f"#/{field}/0", {field: [value]}) for value in NOT_AN_OBJECT)
        yield f"#/{field}/0/admin", {field: [{**entry, "admin": True}]}
        for left_out in entry:
            yield f"#/{field}/0/{left_out}", {field: [{k: v for k, v in entry.items() if k != left_out}]}
    yield from ((f"#/levels/{i}", {"levels": [*[3] * i, value]}) for i, value in enumerate(NOT_A_LEVEL))
    yield "#/applicant", {"applicant": {"age": 16}}
    yield "#/a~1b~0c", {"a/b~c": None}
    yield "#", {"birth_date": "2000-01-01", "age": 26}


def is_problem(response: httpx2.Response, status: int) -> dict[str, Any]:
    assert response.status_code == status, response.text[:500]
    assert response.headers["content-type"] == "application/problem+json"
    problem: dict[str, Any] = response.json()
    assert (problem["type"], problem["status"]) == ("about:blank", status)
    for said in (problem["title"], problem["detail"], *(one["detail"] for one in problem.get("errors", []))):
        assert re.search(r"[\u4e00-\u9fff]", said), said
        assert not re.search(r"[A-Za-z]+ [a-z]+ [a-z]+", said), f"an English sentence: {said}"
    return problem


def pointed_at(problem: dict[str, Any]) -> list[str]:
    return [one["pointer"] for one in problem["errors"]]


BODIES = list(bodies())


@pytest.mark.parametrize(("pointer", "body"), BODIES, ids=[f"{i}{one[0]}" for i, one in enumerate(BODIES)])
def test_an_applicant_that_cannot_be_is_refused_with_its_place(
    pointer: str, body: dict[str, Any], alone: httpx2.Client
) -> None:
    assert pointed_at(is_problem(alone.post(ELIGIBILITY, json=body), 422)) == [pointer]


TAKEN_FOR_SOMETHING = [
    ("#/birth_date", {"birth_date": 0}),  # 1970-01-01
    ("#/birth_date", {"birth_date": 946_684_800}),
    ("#/birth_date", {"birth_date": "86400"}),
    ("#/birth_date", {"birth_date": "2000-01-01T00:00:00"}),
    ("#/certificates/0/issued_on", {"certificates": [{**CERTIFICATE, "issued_on": 0}]}),
    ("#/titles/0/issued_on", {"titles": [{**TITLE, "issued_on": "86400"}]}),
    ("#/levels/0", {"levels": [True]}),  # level 1
    ("#/certificates/0/level", {"certificates": [{**CERTIFICATE, "level": True}]}),
    ("#/continuous", {"continuous": "no"}),
    ("#/titles/0/relevant", {"titles": [{**TITLE, "relevant": 1}]}),
]


@pytest.mark.parametrize(("pointer", "body"), TAKEN_FOR_SOMETHING)
def test_what_is_of_another_type_is_not_taken_for_a_date_a_level_or_a_truth(
    pointer: str, body: dict[str, Any], alone: httpx2.Client
) -> None:
    assert pointed_at(is_problem(alone.post(ELIGIBILITY, json=body), 422)) == [pointer]


def test_every_wrong_field_is_pointed_at(alone: httpx2.Client) -> None:
    body = {"age": -1, "work_years": "三年", "levels": [7], "certificates": [{"relation": None}]}
    found = pointed_at(is_problem(alone.post(ELIGIBILITY, json=body), 422))
    wrong = {"#/age", "#/work_years", "#/levels/0", "#/certificates/0/level", "#/certificates/0/relation"}
    assert sorted(found) == sorted(wrong)


RAW = {
    "nothing": (b"", 422),
    "null": (b"null", 422),
    "a list": (b"[]", 422),
    "a text": ('"三级"'.encode(), 422),
    "a number": (b"5", 422),
    "NaN for years": (b'{"work_years": NaN}', 422),
    "infinite years": (b'{"work_years": Infinity}', 422),
    "years beyond any number": (b'{"work_years": 1e999}', 422),
    "NaN for an age": (b'{"age": NaN}', 422),
    "NaN for a level": (b'{"levels": [NaN]}', 422),
    "NaN for a list": (b'{"certificates": NaN}', 422),
    "a lone surrogate for a name": (b'{"occupation": "\\ud800"}', 422),
    "a lone surrogate for a choice": (b'{"titles": [{"grade": "\\udfff"}]}', 422),
    "a lone surrogate for a date": (b'{"birth_date": "\\ud800"}', 422),
    "a lone surrogate for a moment": (b'{"as_of": "\\ud800"}', 422),
    "a lone surrogate for a field": (b'{"\\ud800": 1}', 422),
    "half a body": (b'{"age": 1', 400),
    "no JSON": ("年满16周岁".encode(), 400),
    "not UTF-8": (b"\xff\xfe{}", 400),
    "a number of 5000 digits": (b'{"age": ' + b"9" * 5000 + b"}", 400),
    "30,000 brackets": (b"[" * 30_000, 400),
    "over the limit": (b'{"levels": [' + b"3," * 50_000 + b"3]}", 413),
}


@pytest.mark.parametrize("title", RAW)
def test_a_body_of_another_kind_is_refused(title: str, alone: httpx2.Client) -> None:
    content, status = RAW[title]
    is_problem(alone.post(ELIGIBILITY, content=content, headers={"content-type": "application/json"}), status)


def test_a_form_is_no_json(alone: httpx2.Client) -> None:
    assert pointed_at(is_problem(alone.post(ELIGIBILITY, data={"age": "16"}), 422)) == ["#"]


def test_many_unknown_fields_are_refused(alone: httpx2.Client) -> None:
    body = {f"x{number}": number for number in range(2000)}
    assert len(is_problem(alone.post(ELIGIBILITY, json=body), 422)["errors"]) == 20


@pytest.mark.parametrize("field", ["organisation", "occupation"])
@pytest.mark.parametrize(
    "name", ["火星协会", "潜水员", " ", "。。。", "' OR 1=1 --", "../../etc", "<b>x</b>", "𠮷", "😀"]
)
def test_an_unknown_name_is_not_found_anywhere(field: str, name: str, alone: httpx2.Client) -> None:
    assert "nearest" in is_problem(alone.post(ELIGIBILITY, json={field: name}), 404)
    for path in (SCHEDULE, VALIDITY):
        assert "nearest" in is_problem(alone.get(path, params={"level": 3, field: name}), 404)


TEXT_LEVELS = ["", "0", "6", "-3", "三级", "3.5", "NaN", "null", "[3]", "9" * 30, "9" * 5000, "三", "3,4"]
TEXT_NAMES = ["", "长" * 101, "车\u0000工", "车\u001b工"]
TEXT_MOMENTS = [*NOT_A_DATE, "1999-12-31", "2101-01-01", "2026-01-01T25:00", "20260601", "2026-W01-1", "-1"]
QUERIES = [
    (path, field, value)
    for path in (SCHEDULE, VALIDITY)
    for field, values in (
        ("level", TEXT_LEVELS),
        ("organisation", TEXT_NAMES),
        ("occupation", TEXT_NAMES),
        ("as_of", TEXT_MOMENTS),
    )
    for value in values
] + [
    (VALIDITY, "passed_on", value)
    for value in [*NOT_A_DATE, "9999-12-31", "2026-06-02", "20240101", "2024-W01-1", "2024-01-01T00:00:00", "０"]
]


@pytest.mark.parametrize(("path", "field", "value"), QUERIES)
def test_a_query_that_cannot_be_is_refused_with_its_place(
    path: str, field: str, value: str, alone: httpx2.Client
) -> None:
    params = {"level": "3", "as_of": "2026-06-01", field: value}
    assert pointed_at(is_problem(alone.get(path, params=params), 422)) == [f"#/query/{field}"]


def test_a_validity_without_a_level_says_what_is_missing(alone: httpx2.Client) -> None:
    assert pointed_at(is_problem(alone.get(VALIDITY), 422)) == ["#/query/level"]


WINDOWS = {
    "shta-2026-hr-99-00000000": 404,
    "shta-2026-hr": 404,
    "0": 404,
    "-1": 404,
    "null": 404,
    "三级": 404,
    "%F0%9F%98%80": 404,
    "%FF": 404,
    "a%2Fb": 404,
    "..%2f..%2fetc%2fpasswd": 404,
    "%20": 404,
    "%22%3Bx": 404,
    "x" * 100: 404,
    "x" * 101: 422,
    "%00": 422,
    "%0D%0AX-A%3A1": 404,
    "%1b": 422,
}


@pytest.mark.parametrize("window", WINDOWS)
def test_a_window_that_nobody_published_has_no_calendar_file(window: str, alone: httpx2.Client) -> None:
    is_problem(alone.get(f"{SCHEDULE}/{window}.ics"), WINDOWS[window])


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", ELIGIBILITY), ("DELETE", ELIGIBILITY), ("POST", SCHEDULE), ("PUT", VALIDITY), ("PATCH", SCHEDULE)],
)
def test_another_method_is_refused(method: str, path: str, alone: httpx2.Client) -> None:
    is_problem(alone.request(method, path), 405)


def test_what_is_refused_is_never_repeated_as_it_came(alone: httpx2.Client) -> None:
    """A caller's markup or secret in a bad value does not come back in the problem."""
    body = {"birth_date": "<script>x</script>", "age": "13800138000"}
    answer = alone.post(ELIGIBILITY, content=json.dumps(body), headers={"content-type": "application/json"})
    is_problem(answer, 422)
    assert "script" not in answer.text
    assert "13800138000" not in answer.text
