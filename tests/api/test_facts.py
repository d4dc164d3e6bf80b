"""The fact endpoints over HTTP, against the words of the notices."""

from __future__ import annotations

import httpx2
import pytest

pytestmark = pytest.mark.processes


def test_fees_of_an_organisation_by_its_everyday_name(client: httpx2.Client) -> None:
    found = client.get("/v1/fees", params={"organisation": "技师协会", "as_of": "2026-06-01"}).json()["fees"]
    totals = {(one["occupation"]["name"], one["level"]): one["total"] for one in found}
    assert totals == {
        ("企业人力资源管理师", 4): 350,
        ("企业人力资源管理师", 3): 400,
        ("职业培训师", 3): 400,
    }
    assert all(one["retake"]["basis"] == "per_module" and one["currency"] == "CNY" for one in found)


def test_a_retake_fee_that_is_not_stated_is_not_taken_from_another_notice(client: httpx2.Client) -> None:
    found = client.get("/v1/fees", params={"organisation": "上海交大", "as_of": "2025-06-01"}).json()["fees"]
    assert len(found) == 4
    assert {one["retake"]["basis"] for one in found} == {"not_stated"}
    assert all(one["retake"]["components"] == [] for one in found)


def test_a_past_years_fee_carries_its_status(client: httpx2.Client) -> None:
    found = client.get("/v1/fees", params={"organisation": "sjtu", "as_of": "2026-06-01"}).json()["fees"]
    assert {one["status"] for one in found} == {"past_year"}
    assert {c["status"] for one in found for c in one["citations"]} == {"past_year"}


@pytest.mark.parametrize(
    ("moment", "is_open", "next_opening"),
    [
        ("2026-11-23T09:29:00+08:00", False, "2026-11-23T09:30:00+08:00"),
        ("2026-11-23T09:30:00+08:00", True, None),
        ("2026-11-23T11:30:00+08:00", False, "2026-11-23T13:30:00+08:00"),
        ("2026-11-23T16:00:00+08:00", False, "2026-11-24T09:30:00+08:00"),
        ("2026-11-21T10:00:00+08:00", False, "2026-11-23T09:30:00+08:00"),
        ("2026-11-23T01:30:00Z", True, None),
    ],
)
def test_an_office_is_open_when_its_notice_says(
    client: httpx2.Client, moment: str, is_open: bool, next_opening: str | None
) -> None:
    found = client.get("/v1/contacts", params={"organisation": "技师协会", "as_of": moment}).json()["contacts"]
    assert [(one["open_now"], one["next_opening"]) for one in found] == [(is_open, next_opening)]


def test_the_directory_finds_everyday_names(client: httpx2.Client) -> None:
    found = client.get("/v1/directory", params={"occupation": "月嫂"}).json()["entries"]
    assert [one["organisation"]["name"] for one in found] == ["上海市家庭服务业行业协会"]
    assert found[0]["levels"] == [5, 4, 3]


def test_the_directory_by_code_and_level(client: httpx2.Client) -> None:
    found = client.get("/v1/directory", params={"code": "4-10-01-05", "level": 1}).json()["entries"]
    assert [one["organisation"]["name"] for one in found] == ["上海市养老服务和老龄产业协会"]


def test_a_notice_is_not_yet_in_force_before_it_was_published(client: httpx2.Client) -> None:
    found = client.get("/v1/notices", params={"as_of": "2026-03-18"}).json()["notices"]
    status = {one["id"]: one["status"] for one in found}
    assert status["shhrss-2026-ai-promoter"] == "upcoming"
    assert status["shta-2026-hr"] == "current"
    assert status["sjtu-2025-ai-trainer"] == "past_year"


@pytest.mark.parametrize("path", ["附件1·3（2）", "附件1·3(2)", "附件1 3（2）"])
def test_a_clause_is_found_as_a_person_would_write_it(client: httpx2.Client, path: str) -> None:
    found = client.get(f"/v1/notices/saia-2026-ai-trainer/clauses/{path}").json()
    assert found["clause"] == "附件1·3（2）"
    assert "四级/中级工" in found["text"]
    assert found["citations"][0]["quote"] in found["text"]


def test_search_shows_what_was_rejected_and_why(client: httpx2.Client) -> None:
    found = client.get("/v1/search", params={"q": "考试中使用智能手表怎么处理", "limit": 5}).json()
    first = found["results"][0]
    assert "智能手表" in first["text"]
    assert first["accepted"]
    assert {"score", "confidence", "parts", "citations"} <= first.keys()


def test_search_by_year_stays_in_that_year(client: httpx2.Client) -> None:
    found = client.get("/v1/search", params={"q": "补考有效期", "year": 2025}).json()["results"]
    assert {one["citations"][0]["year"] for one in found} == {2025}


def test_everything_is_ready_and_documented(client: httpx2.Client) -> None:
    assert client.get("/healthz").status_code == 200
    ready = client.get("/readyz")
    assert ready.status_code == 200
    assert all(ready.json()["checks"].values())
    paths = client.get("/openapi.json").json()["paths"]
    assert {"/v1/chat", "/v1/fees", "/v1/contacts", "/v1/directory", "/v1/search", "/v1/notices"} <= paths.keys()
