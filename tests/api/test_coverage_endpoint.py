"""`GET /v1/coverage`: what is held, and refusals that help."""

from __future__ import annotations

from collections.abc import Iterator

import httpx2
import pytest
from gateway import gateway


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx2.Client]:
    with (
        gateway(tmp_path_factory.mktemp("var")) as url,
        httpx2.Client(base_url=url, timeout=60, trust_env=False) as one,
    ):
        yield one


def test_everything_is_listed_with_topics_in_their_groups(client: httpx2.Client) -> None:
    found = client.get("/v1/coverage", params={"as_of": "2026-05-06"}).json()
    assert found["as_of"] == "2026-05-06"
    groups = list(dict.fromkeys(one["group"] for one in found["topics"]))
    assert groups[:7] == ["申报", "时间", "费用与缴费", "准考证", "成绩与证书", "补考", "联系"]
    assert {one["issuer"] for one in found["notices"]} >= {
        "上海市人工智能行业协会",
        "上海交通大学",
        "上海市技师协会",
    }


def test_names_as_people_type_them_and_the_year_narrow_the_rows(client: httpx2.Client) -> None:
    params = {"organisation": "上海交大", "occupation": "AI训练师", "year": "2025", "as_of": "2026-05-06"}
    rows = client.get("/v1/coverage", params=params).json()["rows"]
    # Its own notice offers 人工智能训练师 4、3, the catalogue of that year 4、3、2、1.
    assert [(one["level"], one["catalogue_only"]) for one in rows] == [
        (4, False),
        (3, False),
        (2, True),
        (1, True),
    ]
    assert {one["status"] for one in rows} == {"past_year"}
    assert client.get("/v1/coverage", params={**params, "year": "2026"}).json()["rows"] == []


def test_a_stated_topic_comes_with_the_words_and_the_address_of_its_clause(client: httpx2.Client) -> None:
    params = {"organisation": "上海市人工智能行业协会", "year": "2026", "as_of": "2026-05-06"}
    rows = client.get("/v1/coverage", params=params).json()["rows"]
    fee = next(one for one in rows if one["level"] == 3)["topics"]["fees"]
    assert (fee["state"], fee["source"]["quote"]) == ("stated", "三级/高级 100 400 500")
    path = fee["source"]["url"].split("#")[0]
    assert client.get(path).status_code == 200


def test_an_unknown_name_is_told_with_those_that_are_near(client: httpx2.Client) -> None:
    refused = client.get("/v1/coverage", params={"organisation": "上海人工智能行业学会"})
    assert refused.status_code == 404
    assert refused.headers["content-type"] == "application/problem+json"
    assert "上海市人工智能行业协会" in refused.json()["nearest"]
    assert client.get("/v1/coverage", params={"occupation": "宇航员"}).status_code == 404


@pytest.mark.parametrize(
    ("name", "value"), [("year", "1899"), ("year", "今年"), ("as_of", "昨天"), ("organisation", "")]
)
def test_what_cannot_be_meant_is_refused_with_a_pointer(client: httpx2.Client, name: str, value: str) -> None:
    refused = client.get("/v1/coverage", params={name: value})
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["pointer"] == f"#/query/{name}"


def test_the_page_is_served_under_the_same_strict_policy_as_the_others(client: httpx2.Client) -> None:
    page = client.get("/coverage")
    assert page.status_code == 200
    assert "default-src 'self'" in page.headers["content-security-policy"]
