"""Fees added up: exact, with the working, and never over what a notice does not price."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from knowledge.facts import Component, Retake
from knowledge.fee_sums import EACH_MODULE, Attempt, Sum, add_up, money
from knowledge.fees import Fee, fees
from knowledge.library import Library
from knowledge.models import OccupationRef, OrganisationRef
from knowledge.subject import Subject, resolve_subject
from knowledge.validity import parse_as_of

AT = parse_as_of("2026-06-01")
SAIA, SJTU, SHTA = "人工智能行业协会", "上海交大", "技师协会"
TRAINER, HR = "人工智能训练师", "企业人力资源管理师"


def priced(library: Library, organisation: str, occupation: str) -> list[Fee]:
    return fees(library, resolve_subject(library.lexicon, organisation, occupation), AT)


def line(level: int | None, people: int | None = 1, **attempt: object) -> Attempt:
    return Attempt.model_validate({"subject": Subject(level=level), "people": people, **attempt})


def worked(done: Sum) -> list[tuple[str, int]]:
    return [(one.text, int(one.amount)) for one in done.parts]


def test_people_of_two_levels_are_added_with_the_working(library: Library) -> None:
    done = add_up(priced(library, SAIA, TRAINER), [line(4, 5), line(3, 3)])
    assert worked(done) == [("400元 × 5人", 2000), ("500元 × 3人", 1500)]
    assert done.total == 3500
    assert done.open == ()


@pytest.mark.parametrize(
    ("organisation", "occupation", "level", "each"),
    [
        (SAIA, TRAINER, 5, 300),
        (SAIA, TRAINER, 4, 400),
        (SAIA, TRAINER, 3, 500),
        (SHTA, HR, 4, 350),
        (SHTA, HR, 3, 400),
        (SHTA, "职业培训师", 3, 400),
        (SJTU, TRAINER, 4, 400),
        (SJTU, "信息安全管理员", 4, 500),
        (SJTU, "信息安全管理员", 3, 550),
    ],
)
def test_every_published_fee_times_three_people(
    organisation: str, occupation: str, level: int, each: int, library: Library
) -> None:
    done = add_up(priced(library, organisation, occupation), [line(level, 3)])
    assert worked(done) == [(f"{each}元 × 3人", 3 * each)]


@pytest.mark.parametrize(
    ("organisation", "occupation", "attempt", "text", "amount"),
    [
        (SAIA, TRAINER, {"modules": ("theory",)}, "100元", 100),
        (SAIA, TRAINER, {"modules": ("practice",)}, "400元", 400),
        (SAIA, TRAINER, {"modules": ("theory", "practice")}, "100元 + 400元", 500),
        (SAIA, TRAINER, {"module_count": 2}, "100元 + 400元", 500),
        (SAIA, TRAINER, {"modules": ("theory", "practice"), "people": 2}, "（100元 + 400元） × 2人", 1000),
        (SHTA, HR, {"module_count": 1}, "200元", 200),
        (SHTA, HR, {"module_count": 2}, "200元 × 2个模块", 400),
        (SHTA, HR, {"modules": ("theory",), "people": 3}, "200元 × 3人", 600),
        (SHTA, HR, {"module_count": 2, "people": 3}, "200元 × 2个模块 × 3人", 1200),
    ],
)
def test_a_retake_of_level_three_costs_its_modules(
    organisation: str, occupation: str, attempt: dict[str, object], text: str, amount: int, library: Library
) -> None:
    done = add_up(priced(library, organisation, occupation), [line(3, **{"retake": True, **attempt})])
    assert worked(done) == [(text, amount)]
    assert done.total == amount


@pytest.mark.parametrize(
    ("organisation", "occupation", "attempt", "reason"),
    [
        (SAIA, TRAINER, line(2), "no_fee"),
        (SAIA, TRAINER, line(None), "level_unknown"),
        (SAIA, TRAINER, line(3, None), "people_unknown"),
        (SAIA, TRAINER, line(3, retake=True), "modules_unknown"),
        (SAIA, TRAINER, line(3, retake=True, module_count=1), "modules_unknown"),
        (SAIA, TRAINER, line(3, retake=True, module_count=3), "too_many_modules"),
        (SAIA, TRAINER, line(3, retake=True, modules=("review",)), "module_not_priced"),
        (SHTA, HR, line(3, retake=True), "modules_unknown"),
        (SHTA, HR, line(3, retake=True, modules=("review",)), "module_not_priced"),
        (SJTU, TRAINER, line(3, retake=True, modules=("theory",)), "retake_not_stated"),
    ],
)
def test_what_is_not_known_stays_open_and_leaves_no_total(
    organisation: str, occupation: str, attempt: Attempt, reason: str, library: Library
) -> None:
    done = add_up(priced(library, organisation, occupation), [attempt, line(4)])
    assert [one.reason for one in done.open] == [reason]
    assert done.total is None
    assert done.known == (350 if organisation == SHTA else 400)


def test_nothing_asked_has_no_total(library: Library) -> None:
    assert add_up(priced(library, SAIA, TRAINER), []).total is None


def test_a_level_that_two_organisations_price_is_not_picked_from(library: Library) -> None:
    both = [*priced(library, SAIA, TRAINER), *priced(library, SJTU, TRAINER)]
    assert add_up(both, [line(3)]).open[0].reason == "several_fees"
    named = Attempt(subject=resolve_subject(library.lexicon, SAIA, TRAINER, 3), people=2)
    assert add_up(both, [named]).total == 1000


def test_a_base_name_covers_its_specialisation(library: Library) -> None:
    special = priced(library, SJTU, "信息安全管理员")
    named = Attempt(subject=resolve_subject(library.lexicon, None, "网络与信息安全管理员", 4))
    assert add_up(special, [named]).total == 500


def test_a_fee_without_printed_total_is_not_added_from_its_components() -> None:
    (fee,) = made([(3, ["100", "400"])])
    done = add_up([fee.model_copy(update={"total": None})], [line(3, 2)])
    assert [one.reason for one in done.open] == ["no_total"]
    assert done.total is None


@pytest.mark.parametrize("people", [0, -1, 10_001])
def test_people_are_one_to_ten_thousand(people: int) -> None:
    with pytest.raises(ValidationError, match="people"):
        line(3, people)


@pytest.mark.parametrize(
    ("amount", "text"),
    [("1200", "1200"), ("1200.00", "1200"), ("5000000", "5000000"), ("1200.5", "1200.5"), ("0.30", "0.3")],
)
def test_money_is_written_without_noise(amount: str, text: str) -> None:
    assert money(Decimal(amount)) == text


def made(rows: list[tuple[int, list[str]]]) -> list[Fee]:
    """Fees of one organisation, priced per module by their components."""
    names = ("理论知识考试", "操作技能考试")
    return [
        Fee(
            organisation=OrganisationRef(id="o", name="某协会"),
            occupation=OccupationRef(code=None, name="某职业"),
            level=level,
            components=(
                parts := tuple(Component(name=n, amount=float(a)) for n, a in zip(names, amounts, strict=True))
            ),
            total=float(sum(Decimal(one) for one in amounts)),
            retake=Retake(basis="per_module", components=parts),
            status="current",
            year=2026,
            citations=[],
        )
        for level, amounts in rows
    ]


PRICE = st.integers(1, 999_999).map(lambda fen: str(Decimal(fen) / 100))
FEES = st.tuples(*(st.tuples(st.just(level), st.lists(PRICE, min_size=2, max_size=2)) for level in (5, 4, 3))).map(
    lambda rows: made(list(rows))
)
MODULES = st.lists(st.sampled_from(["theory", "practice", "review"]), unique=True, max_size=3).map(tuple)
LINES = st.lists(
    st.builds(
        lambda level, people, retake, modules, count: line(
            level, people, retake=retake, modules=modules, module_count=count
        ),
        st.sampled_from([None, 5, 4, 3, 2]),
        st.none() | st.integers(1, 10_000),
        st.booleans(),
        MODULES,
        st.none() | st.integers(1, 3),
    ),
    max_size=6,
)


@given(FEES, LINES)
def test_a_total_is_exactly_the_sum_of_its_parts(prices: list[Fee], lines: list[Attempt]) -> None:
    done = add_up(prices, lines)
    assert len(done.parts) + len(done.open) == len(lines)
    assert done.known == sum(one.amount for one in done.parts)
    assert done.total == (done.known if done.parts and not done.open else None)
    assert all(one.amount == one.amount.quantize(Decimal("0.01")) for one in done.parts)


@given(FEES, LINES, st.randoms())
def test_the_order_of_the_lines_does_not_matter(prices: list[Fee], lines: list[Attempt], chance: object) -> None:
    shuffled = list(lines)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = add_up(prices, lines), add_up(prices, shuffled)
    assert (one.known, one.total) == (other.known, other.total)


@given(FEES, LINES, st.integers(0, 5))
def test_a_further_person_never_lowers_the_sum(prices: list[Fee], lines: list[Attempt], at: int) -> None:
    more = [
        one.model_copy(update={"people": one.people + 1})
        if i == at and one.people and one.people < 10_000
        else one
        for i, one in enumerate(lines)
    ]
    assert add_up(prices, more).known >= add_up(prices, lines).known


@given(FEES, st.sampled_from([5, 4, 3]), st.integers(1, 9_999), st.booleans())
def test_a_further_person_costs_what_one_costs(prices: list[Fee], level: int, people: int, retake: bool) -> None:
    attempt = {"retake": retake, "modules": ("theory",) if retake else ()}
    one, some, more = (add_up(prices, [line(level, n, **attempt)]).known for n in (1, people, people + 1))
    assert more - some == one


@given(FEES, st.sampled_from([5, 4, 3]), st.integers(1, 10_000))
def test_all_modules_again_cost_as_much_as_the_first_attempt(prices: list[Fee], level: int, people: int) -> None:
    """In a notice that prices the retake like the first attempt."""
    first = add_up(prices, [line(level, people)])
    again = add_up(prices, [line(level, people, retake=True, module_count=2)])
    assert first.total == again.total


def test_the_mark_of_a_price_per_module_is_the_facts_own(library: Library) -> None:
    names = [c.name for h in library.holdings for f in h.facts.fees for c in f.retake.components]
    assert any(name.endswith(EACH_MODULE) for name in names)
