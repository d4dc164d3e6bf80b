"""What each notice says about its certificates (clauses 一 and 五)."""

from __future__ import annotations

import pytest

from knowledge.certificates import Certificates, certificates
from knowledge.library import Library
from knowledge.subject import resolve_subject
from knowledge.validity import parse_as_of

NOW = parse_as_of("2026-11-21")
SAIA, SHTA, SJTU = "上海市人工智能行业协会", "上海市技师协会", "上海交通大学"


def of(library: Library, organisation: str) -> Certificates:
    (found,) = certificates(library, resolve_subject(library.lexicon, organisation), NOW)
    return found


@pytest.mark.parametrize("organisation", [SAIA, SHTA, SJTU])
def test_the_organisation_issues_its_certificates_itself(organisation: str, library: Library) -> None:
    (rule,) = of(library, organisation).about("issue")
    assert rule.issuer == organisation
    assert {one.clause for one in rule.citations} == {"一"}


def test_paper_of_the_technicians_association_is_sent_at_the_applicants_cost(library: Library) -> None:
    (alone,) = of(library, SHTA).about("collection", "individual")
    assert alone.courier_paid_by_applicant is True
    (group,) = of(library, SHTA).about("collection", "group")
    assert (group.collected_by, group.courier_paid_by_applicant) == ("申报单位", None)


def test_electronic_is_the_rule_and_paper_the_choice_of_individuals(library: Library) -> None:
    found = of(library, SHTA)
    assert [one.forms for one in found.about("form", "group")] == [("electronic",)]
    assert [one.forms for one in found.about("form", "individual")] == [("electronic",), ("electronic", "paper")]


def test_silences_are_kept(library: Library) -> None:
    assert set(of(library, SAIA).not_stated) == {"certificate_form", "certificate_loss"}
    assert set(of(library, SHTA).not_stated) == {"certificate_loss"}
    assert set(of(library, SJTU).not_stated) == {"certificate_form"}


def test_a_lost_certificate_takes_the_identity_card_to_the_office(library: Library) -> None:
    (loss,) = of(library, SJTU).about("loss")
    assert (loss.bring, loss.collected_at) == (("身份证",), "本机构业务窗口")
    assert [one.clause for one in loss.citations] == ["五（三）"]
    assert of(library, SJTU).status == "past_year"
