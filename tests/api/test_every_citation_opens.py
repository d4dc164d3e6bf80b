"""Whatever a fact endpoint cites stands in the notice's published text, and opens there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, unquote, urlsplit

import httpx2
import pytest

from tests.published.text import ORGANISATIONS, issuer_and_year, visible_lines

Citation = dict[str, Any]


def citations(found: Any) -> Iterator[Citation]:
    """Wherever they stand in a response."""
    if isinstance(found, dict):
        yield from found.get("citations", [])
    for inner in found.values() if isinstance(found, dict) else found if isinstance(found, list) else []:
        yield from citations(inner)


def responses(client: httpx2.Client) -> Iterator[httpx2.Response]:
    yield client.get("/v1/directory")
    yield client.post("/v1/eligibility", json={})
    for notice_id in ORGANISATIONS:
        name, year = issuer_and_year(notice_id)
        asked: dict[str, Any] = {"organisation": name, "as_of": f"{year}-06-03"}
        for path in ("fees", "schedule", "contacts"):
            yield client.get(f"/v1/{path}", params=asked)
        yield client.post("/v1/eligibility", json=asked)
        for level in (5, 4, 3, 2, 1):
            yield client.get("/v1/retake-validity", params={**asked, "level": level})


@pytest.fixture(scope="module")
def cited(alone: httpx2.Client) -> list[Citation]:
    """Each once."""
    found: dict[tuple[str, ...], Citation] = {}
    for response in responses(alone):
        assert response.status_code == 200, response.text
        of_response = list(citations(response.json()))
        assert of_response, response.url
        found |= {(one["notice_id"], one["clause"], one["quote"]): one for one in of_response}
    return list(found.values())


def test_every_quote_stands_in_one_line_of_the_notice(cited: list[Citation]) -> None:
    lines = {notice_id: visible_lines(notice_id) for notice_id in {one["notice_id"] for one in cited}}
    assert [one for one in cited if not any(one["quote"] in line for line in lines[one["notice_id"]])] == []


def test_every_quote_stands_in_the_clause_that_is_named(cited: list[Citation], alone: httpx2.Client) -> None:
    """Or in a footnote that the clause marks."""
    notes = {
        notice_id: alone.get(f"/v1/notices/{notice_id}").json()["footnotes"]
        for notice_id in {one["notice_id"] for one in cited}
    }
    for one in cited:
        answer = alone.get(f"/v1/notices/{one['notice_id']}/clauses/{quote(one['clause'])}")
        assert answer.status_code == 200, one
        marks = [mark for line in answer.json()["lines"] for mark in line["footnotes"]]
        texts = [answer.json()["text"], *(notes[one["notice_id"]][mark] for mark in marks)]
        assert any(one["quote"] in text for text in texts), one


def test_every_address_opens_the_notice_at_the_line_of_the_quote(
    cited: list[Citation], alone: httpx2.Client
) -> None:
    for address in {urlsplit(one["url"])._replace(fragment="").geturl() for one in cited}:
        assert alone.get(address).status_code == 200
    for one in cited:
        where, _, number = unquote(urlsplit(one["url"]).fragment).partition("~")
        assert where == one["clause"]
        lines = alone.get(f"/v1/notices/{one['notice_id']}/clauses/{quote(where)}").json()["lines"]
        assert not number or one["quote"] in lines[int(number)]["text"], one


def test_every_citation_names_its_issuer_and_year(cited: list[Citation]) -> None:
    assert all((one["issuer"], one["year"]) == issuer_and_year(one["notice_id"]) for one in cited)
