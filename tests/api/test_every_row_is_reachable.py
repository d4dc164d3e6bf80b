"""Every fee, window, contact, row of the catalogue, validity and item of the published notices, over HTTP.

What is expected is read from the notices' text by tests/published, never from the facts that the service answers from.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import httpx2
import pytest

from tests.published import contacts, fees, rules
from tests.published.offers import Offer, directory
from tests.published.text import ORGANISATIONS, bare, body, clause, issuer_and_year, plain, tables
from tests.published.timetable import Row, Span, timetable

LEVELS = (5, 4, 3, 2, 1)
PRICES, OFFERS = fees.prices(), directory()
each_notice = pytest.mark.parametrize("notice_id", ORGANISATIONS)


def issuer(notice_id: str) -> str:
    return issuer_and_year(notice_id)[0]


def in_its_year(notice_id: str) -> str:
    return f"{issuer_and_year(notice_id)[1]}-06-03"


def read(client: httpx2.Client, path: str, **params: Any) -> dict[str, Any]:
    response = client.get(path, params=params)
    assert response.status_code == 200, response.text
    found: dict[str, Any] = response.json()
    return found


def of_issuer(client: httpx2.Client, path: str, notice_id: str, **params: Any) -> dict[str, Any]:
    return read(client, path, organisation=issuer(notice_id), as_of=in_its_year(notice_id), **params)


def test_the_reading_finds_a_price_in_every_row_of_every_fee_table() -> None:
    """A check of the reading itself: each table that has a heading 合计 or 补考收费, and no cell of 元 beside them."""
    rows = [row for i in ORGANISATIONS for one in tables(i) if fees.is_of_fees(one) for row in one.rows]
    assert len(PRICES) == len({one[:3] for one in PRICES}) == len(rows)
    others = [one for i in ORGANISATIONS for one in tables(i) if not fees.is_of_fees(one)]
    assert not any("元" in cell for one in others for row in one.rows for cell in row)


def priced(fee: dict[str, Any]) -> fees.Price:
    def parts(of: dict[str, Any]) -> tuple[tuple[str, int], ...]:
        return tuple((one["name"], one["amount"]) for one in of["components"])

    names = (fee["organisation"]["name"], plain(fee["occupation"]["name"]), fee["level"])
    return fees.Price(*names, parts(fee), fee["total"], parts(fee["retake"]))


@pytest.mark.parametrize("price", PRICES, ids=lambda one: "·".join(map(str, one[:3])))
def test_a_price_is_found_by_its_organisation_occupation_and_level(
    price: fees.Price, alone: httpx2.Client
) -> None:
    (notice_id,) = (one for one in ORGANISATIONS if issuer(one) == price.organisation)
    found = of_issuer(alone, "/v1/fees", notice_id, occupation=price.occupation, level=price.level)["fees"]
    assert [priced(one) for one in found] == [price]
    assert found[0]["retake"]["basis"] == ("per_module" if price.retake else "not_stated")
    assert (found[0]["status"], found[0]["currency"]) == ("current", "CNY")


@pytest.mark.parametrize("year", [2025, 2026])
def test_no_price_is_missing_or_invented(year: int, alone: httpx2.Client) -> None:
    found = read(alone, "/v1/fees", as_of=f"{year}-06-03")["fees"]
    assert sorted(map(priced, found)) == sorted(PRICES)


def row(window: dict[str, Any]) -> Row:
    def span(name: str, start: str = "start", end: str = "end") -> Span | None:
        return (
            Span(window[name][start], window[name][end], window[name]["text"])
            if window[name] is not None
            else None
        )

    applied, assessed = span("application"), span("assessment")
    assert applied
    assert assessed
    names = (plain(window["occupation"]["name"]), tuple(window["levels"]))
    return Row(*names, applied, span("payment"), span("admission_ticket", "from", "from"), assessed)


@each_notice
def test_every_row_of_the_timetable_appears_once(notice_id: str, alone: httpx2.Client) -> None:
    found = of_issuer(alone, "/v1/schedule", notice_id)["windows"]
    assert [row(one) for one in found] == timetable(notice_id)
    assert {one["organisation"]["name"] for one in found} == {issuer(notice_id)}


def test_no_window_is_missing_or_invented(alone: httpx2.Client) -> None:
    found = read(alone, "/v1/schedule", as_of="2026-06-03")["windows"]
    assert {one["notice_id"] for one in found} == set(ORGANISATIONS)
    assert len(found) == len({one["id"] for one in found}) == sum(len(timetable(one)) for one in ORGANISATIONS)


@each_notice
def test_every_row_is_found_by_its_occupation_and_level(notice_id: str, alone: httpx2.Client) -> None:
    printed = timetable(notice_id)
    for occupation in dict.fromkeys(one.occupation for one in printed):
        for level in LEVELS:
            found = of_issuer(alone, "/v1/schedule", notice_id, occupation=occupation, level=level)["windows"]
            expected = [one for one in printed if one.occupation == occupation and level in one.levels]
            assert [row(one) for one in found] == expected, (occupation, level)


@each_notice
def test_every_row_has_a_calendar_file_of_its_application(notice_id: str, alone: httpx2.Client) -> None:
    windows = of_issuer(alone, "/v1/schedule", notice_id)["windows"]
    for window, printed in zip(windows, timetable(notice_id), strict=True):
        answer = alone.get(f"/v1/schedule/{window['id']}.ics")
        assert answer.status_code == 200
        first = next(one for one in (printed.application.start, printed.application.end) if one)
        assert f"DTSTART;VALUE=DATE:{first.replace('-', '')}" in answer.text, printed


@each_notice
def test_the_office_is_the_one_of_clause_six(notice_id: str, alone: httpx2.Client) -> None:
    (office,) = of_issuer(alone, "/v1/contacts", notice_id)["contacts"]
    assert office["addresses"] == [contacts.address(notice_id)]
    assert bare(office["hours"]["text"]) == contacts.hours(notice_id)
    assert stretches(office["hours"]) == contacts.stretches(contacts.hours(notice_id))


def stretches(hours: dict[str, Any] | None) -> contacts.Stretches:
    return [(one["opens"], one["closes"]) for one in hours["weekly"]] if hours else []


@each_notice
def test_every_telephone_number_has_its_purpose_and_hours(notice_id: str, alone: httpx2.Client) -> None:
    (office,) = of_issuer(alone, "/v1/contacts", notice_id)["contacts"]
    found = [contacts.Phone(one["purpose"], one["number"], stretches(one["hours"])) for one in office["phones"]]
    assert sorted(found) == sorted(contacts.phones(notice_id))
    for phone in office["phones"]:
        assert phone["owner"] in body(notice_id)
        assert not phone["hours"] or bare(phone["hours"]["text"]) in bare(clause(notice_id, "六"))


@each_notice
def test_every_web_address_is_there_and_those_of_clause_six_by_purpose(
    notice_id: str, alone: httpx2.Client
) -> None:
    (office,) = of_issuer(alone, "/v1/contacts", notice_id)["contacts"]
    assert {one["url"] for one in office["websites"]} == contacts.web_addresses(notice_id)
    by_purpose = {one["purpose"]: one["url"] for one in office["websites"]}
    lookups = [by_purpose[purpose] for purpose in ("standards", "documents", "guidance")]
    assert lookups == contacts.lookup_addresses(notice_id)


def test_no_office_is_invented(alone: httpx2.Client) -> None:
    found = read(alone, "/v1/contacts", as_of="2026-06-03")["contacts"]
    assert sorted(one["organisation"]["name"] for one in found) == sorted(map(issuer, ORGANISATIONS))


def listed(found: dict[str, Any]) -> list[Offer]:
    return sorted(
        Offer(
            plain(one["organisation"]["name"]),
            one["occupation"]["code"],
            plain(one["occupation"]["name"]),
            tuple(one["levels"]),
            one["kind"],
        )
        for one in found["entries"]
    )


@pytest.mark.parametrize("as_of", ["2025-06-03", "2026-06-03"])
def test_the_directory_is_what_the_catalogue_and_the_notices_print(as_of: str, alone: httpx2.Client) -> None:
    assert listed(read(alone, "/v1/directory", as_of=as_of)) == sorted(OFFERS)


def test_every_organisation_has_its_rows_and_no_others(alone: httpx2.Client) -> None:
    for name in {one.organisation for one in OFFERS}:
        expected = sorted(one for one in OFFERS if one.organisation == name)
        assert listed(read(alone, "/v1/directory", organisation=name)) == expected


def test_every_code_has_its_rows_and_no_others(alone: httpx2.Client) -> None:
    for code in {one.code for one in OFFERS}:
        expected = sorted(one for one in OFFERS if one.code == code)
        assert listed(read(alone, "/v1/directory", code=code)) == expected


@pytest.mark.parametrize("level", LEVELS)
def test_every_level_has_its_rows_and_no_others(level: int, alone: httpx2.Client) -> None:
    expected = sorted(one for one in OFFERS if level in one.levels)
    assert listed(read(alone, "/v1/directory", level=level)) == expected


@pytest.mark.parametrize("level", LEVELS)
@each_notice
def test_a_passed_paper_counts_for_the_years_of_clause_four(
    notice_id: str, level: int, alone: httpx2.Client
) -> None:
    years, today = rules.validity(notice_id).get(level), date.fromisoformat(in_its_year(notice_id))
    passed = today.replace(year=today.year - (years or 2))
    found = of_issuer(alone, "/v1/retake-validity", notice_id, level=level, passed_on=passed)
    told = (found["valid_years"], found["expires_on"], found["valid"])
    assert told == ((years, today.isoformat(), True) if years else (None, None, None))
    late = of_issuer(alone, "/v1/retake-validity", notice_id, level=level, passed_on=passed.replace(day=2))
    assert late["valid"] is (False if years else None)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("year", [2025, 2026])
def test_without_an_organisation_everybody_in_force_is_told(year: int, level: int, alone: httpx2.Client) -> None:
    found = read(alone, "/v1/retake-validity", level=level, as_of=f"{year}-06-03")
    in_force = [one for one in ORGANISATIONS if issuer_and_year(one)[1] == year]
    expected = {issuer(one): rules.validity(one).get(level) for one in in_force}
    told = {one["organisation"]["name"]: one["valid_years"] for one in found["notices"]}
    silent = {one["organisation"]["name"]: None for one in found["not_stated_by"]}
    assert told | silent == expected


@each_notice
def test_the_conditions_are_the_nineteen_items_of_the_annex_in_its_order(
    notice_id: str, alone: httpx2.Client
) -> None:
    body = {"organisation": issuer(notice_id), "as_of": in_its_year(notice_id)}
    judged = alone.post("/v1/eligibility", json=body).json()
    assert items(judged) == rules.items(notice_id)
    assert len(items(judged)) == 19


def test_nothing_known_of_an_applicant_still_lists_every_item(alone: httpx2.Client) -> None:
    judged = alone.post("/v1/eligibility", json={}).json()
    assert [one["level"] for one in judged["levels"]] == list(LEVELS)
    assert {one["outcome"] for one in judged["levels"]} == {"needs_information"}
    assert items(judged) == rules.items(judged["notice_id"])


def items(judged: dict[str, Any]) -> list[rules.Item]:
    """Of the response; each condition cites its own line alone."""
    return [
        rules.Item(level["level"], one["clause"], quote)
        for level in judged["levels"]
        for one in level["conditions"]
        for quote in [cited["quote"] for cited in one["citations"]]
    ]
