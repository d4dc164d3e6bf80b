"""Every fee, telephone, address and hour against the published text, read here anew."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

import pytest

from knowledge.contacts import Contact, contacts
from knowledge.fees import Fee, fees
from knowledge.lexicon.matching import fold
from knowledge.library import ROOT, Library, read_facts
from knowledge.subject import Subject, resolve_subject
from knowledge.validity import SHANGHAI

IN_2025 = datetime(2025, 6, 2, 12, tzinfo=SHANGHAI)
IN_2026 = datetime(2026, 6, 1, 12, tzinfo=SHANGHAI)
SAIA, SJTU, SHTA = "saia-2026-ai-trainer", "sjtu-2025-ai-trainer", "shta-2026-hr"
CATALOGUE = "shhrss-2025-catalogue"
ISSUERS = {SAIA: "上海市人工智能行业协会", SJTU: "上海交通大学", SHTA: "上海市技师协会"}
LEVELS = {"初级": 5, "中级": 4, "高级": 3}
URL = re.compile(r"(?:https?://)?[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[A-Za-z0-9./]*)?")


def own_fees(library: Library, notice_id: str) -> list[Fee]:
    at = IN_2025 if notice_id == SJTU else IN_2026
    return fees(library, resolve_subject(library.lexicon, organisation=ISSUERS[notice_id]), at)


def in_short(fee: Fee) -> tuple[str, int, tuple[float, ...], float, tuple[float, ...]]:
    parts, again = (tuple(one.amount for one in each.components) for each in (fee, fee.retake))
    return (fold(fee.occupation.name), fee.level, parts, fee.total, again)


def test_the_fees_of_saia_are_the_rows_of_its_table(library: Library, published: Callable[[str], str]) -> None:
    """A retake costs what the module costs (补考费用与正考费用一致)."""
    table = re.findall(r"级/(初级|中级|高级)\t(\d+)\t(\d+)\t(\d+)", published(SAIA))
    expected = [
        ("人工智能训练师", LEVELS[name], (int(theory), int(skill)), int(total), (int(theory), int(skill)))
        for name, theory, skill, total in table
    ]
    assert len(expected) == 3
    assert sorted(map(in_short, own_fees(library, SAIA))) == sorted(expected)


def test_the_fees_of_sjtu_are_the_rows_of_its_table_and_retakes_are_not_priced(
    library: Library, published: Callable[[str], str]
) -> None:
    table = re.findall(r"^\d\t(.+)\t(中级|高级)（.级）\t(\d+)\t(\d+)\t/\t(\d+)$", published(SJTU), re.MULTILINE)
    expected = [
        (fold(name), LEVELS[level], (int(theory), int(skill)), int(total), ())
        for name, level, theory, skill, total in table
    ]
    assert len(expected) == 4
    assert sorted(map(in_short, own_fees(library, SJTU))) == sorted(expected)
    assert {fee.retake.basis for fee in own_fees(library, SJTU)} == {"not_stated"}


def test_the_fees_of_shta_are_the_rows_of_its_two_annexes(
    library: Library, published: Callable[[str], str]
) -> None:
    _, hr, rest = re.split(r"^附件 [23]:$", published(SHTA), flags=re.MULTILINE)
    trainer = rest.split("附件 4:")[0]
    row = re.compile(r"级\\(中级|高级)\t(\d+) 元\t\t(\d+) 元/模块")
    expected = [
        (name, LEVELS[level], (int(fee),), int(fee), (int(retake),))
        for name, part in (("企业人力资源管理师", hr), ("职业培训师", trainer))
        for level, fee, retake in row.findall(part)
    ]
    assert len(expected) == 3
    assert sorted(map(in_short, own_fees(library, SHTA))) == sorted(expected)


@pytest.mark.parametrize("notice_id", ISSUERS)
def test_every_fee_cites_the_very_row(notice_id: str, library: Library) -> None:
    for fee in own_fees(library, notice_id):
        row = next(one.quote for one in fee.citations if re.search(r"^[\d三四五]", one.quote))
        figures = [f"{one.amount:g}" for one in (*fee.components, *fee.retake.components)] + [f"{fee.total:g}"]
        assert all(re.search(rf"(?<!\d){figure}(?!\d)", row) for figure in figures), row


def test_only_the_three_organisations_that_published_fees_have_any(library: Library) -> None:
    assert {one.organisation.name for one in fees(library, Subject(), IN_2026)} == set(ISSUERS.values())


def own_contact(library: Library, notice_id: str) -> Contact:
    (one,) = contacts(library, resolve_subject(library.lexicon, organisation=ISSUERS[notice_id]), IN_2026)
    return one


def digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def numbers(contact: Contact, purpose: str) -> list[str]:
    return [digits(phone.number) for phone in contact.phones if phone.purpose == purpose]


@pytest.mark.parametrize(
    ("notice_id", "enquiry", "supervision"),
    [
        (SAIA, r"业务咨询电话\s+(\S+)", r"监督电话[：:]\s*([\d-]+)"),
        (SJTU, r"业务咨询电话:\s*([\d-]+)", r"(?:监督电话:|;)\s*(\d[\d-]{8,})"),
        (SHTA, r"业务咨询电话：(（\d+）\d+)", r"监督电话：(（?[\d-]+）?\d+)"),
    ],
)
def test_the_telephone_numbers_are_those_printed(
    notice_id: str, enquiry: str, supervision: str, library: Library, published: Callable[[str], str]
) -> None:
    contact, text = own_contact(library, notice_id), published(notice_id)
    asked = [digits(one) for one in re.findall(enquiry, text)]
    complained = [digits(one) for one in re.findall(supervision, text)]
    assert len(asked) == 1
    assert len(complained) == (3 if notice_id == SJTU else 2)
    assert numbers(contact, "enquiry") == asked
    assert sorted(numbers(contact, "supervision")) == sorted(complained)


@pytest.mark.parametrize("notice_id", ISSUERS)
def test_every_telephone_number_of_the_text_belongs_to_someone(
    notice_id: str, library: Library, published: Callable[[str], str]
) -> None:
    """021 and 400 numbers in every spelling that the notices use."""
    spelt = re.findall(r"(?:（021）|021-)\d{8}|400-\d{3}-\d{4}", published(notice_id))
    contact = own_contact(library, notice_id)
    assert {digits(one) for one in spelt} == {digits(phone.number) for phone in contact.phones}


@pytest.mark.parametrize(
    ("notice_id", "pattern"),
    [
        (SAIA, r"业务受理地址\s+(.+)"),
        (SJTU, r"业务受理地址:\s*(.+)"),
        (SHTA, r"受理地址：(.+)"),
    ],
)
def test_the_address_is_the_one_printed(
    notice_id: str, pattern: str, library: Library, published: Callable[[str], str]
) -> None:
    (address,) = own_contact(library, notice_id).addresses
    found = re.search(pattern, published(notice_id))
    assert found
    assert re.sub(r"\s", "", found.group(1)) == re.sub(r"\s", "", address)


@pytest.mark.parametrize(
    ("notice_id", "pattern"),
    [
        (SAIA, r"业务受理时间\s+(法定工作日.+\n\n.+)"),
        (SJTU, r"业务受理时间:\s*(.+)"),
        (SHTA, r"业务受理时间：\s+(.+)"),
    ],
)
def test_the_hours_are_those_printed_for_every_working_day(
    notice_id: str, pattern: str, library: Library, published: Callable[[str], str]
) -> None:
    found = re.search(pattern, published(notice_id))
    assert found
    stretches = re.findall(r"(\d+:\d\d)-(\d+:\d\d)", found.group(1))
    hours = own_contact(library, notice_id).hours
    assert hours
    assert [(one.opens.lstrip("0"), one.closes.lstrip("0")) for one in hours.weekly] == stretches
    assert re.sub(r"\s", "", hours.text) == re.sub(r"\s", "", found.group(1))


def test_the_centres_line_has_hours_of_its_own(library: Library) -> None:
    """All three notices print them behind the number 400-820-9278."""
    for notice_id in ISSUERS:
        (phone,) = (one for one in own_contact(library, notice_id).phones if digits(one.number) == "4008209278")
        assert phone.hours
        stretches = [(one.opens, one.closes) for one in phone.hours.weekly]
        assert stretches == [("09:30", "11:00"), ("13:30", "16:30")]


def test_only_saia_asks_for_an_appointment(library: Library) -> None:
    assert own_contact(library, SAIA).appointment is True
    assert own_contact(library, SJTU).appointment is None
    assert own_contact(library, SHTA).appointment is None


@pytest.mark.parametrize("notice_id", ISSUERS)
def test_the_web_addresses_are_all_those_printed(
    notice_id: str, library: Library, published: Callable[[str], str]
) -> None:
    spelt = {one for one in URL.findall(published(notice_id)) if not re.fullmatch(r"[\d.-]+", one)}
    assert {site.url for site in own_contact(library, notice_id).websites} == spelt


def test_the_catalogue_and_the_programme_give_no_office(library: Library) -> None:
    assert {one.organisation.name for one in contacts(library, Subject(), IN_2026)} == set(ISSUERS.values())


@pytest.mark.parametrize("notice_id", [*ISSUERS, CATALOGUE, "shhrss-2026-ai-promoter"])
def test_the_fact_files_of_every_notice_load_and_are_not_empty(notice_id: str) -> None:
    folder = ROOT / "notices" / notice_id / "facts"
    facts = read_facts(folder)
    assert {file.stem for file in folder.iterdir()} == {
        kind for kind in type(facts).model_fields if getattr(facts, kind)
    }


def test_every_rule_is_about_a_topic_that_someone_may_ask_for(library: Library) -> None:
    """A topic misspelt is an answer lost."""
    topics = {
        *(
            "projects",
            "eligibility",
            "application_method",
            "application_place",
            "materials",
            "schedule",
            "payment",
        ),
        *("admission_ticket", "results", "certificate", "certificate_loss", "retake", "retake_fee", "exam_form"),
        *("discipline", "changes", "subsidy", "supervision", "where_to_ask"),
        *("promoter_training", "promoter_who", "promoter_certificate_basic", "promoter_certificate_advanced"),
        *("promoter_quota", "promoter_standard"),
    }
    used = {(one.notice.id, rule.topic) for one in library.holdings for rule in one.facts.rules}
    assert {pair for pair in used if pair[1] not in topics} == set()
