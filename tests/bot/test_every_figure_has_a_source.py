"""Sweeps: whatever is asked about whomever, each figure stands in a citation or was typed; old is called old."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from itertools import product

import pytest
import yaml

from bot.actions.answers import papers
from bot.actions.choices import SAY
from bot.actions.desk import Desk
from bot.actions.names.understanding import entities_of, mentioned
from bot.actions.reply import Answer
from bot.actions.respond import ANSWERS, SMALL_TALK, respond
from bot.actions.turn import INFORM, Memory, Mentioned, Turn
from knowledge.figures import unsupported
from knowledge.library import ROOT
from knowledge.models import LEVEL_NAMES, LEVELS, Citation
from knowledge.validity import parse_as_of

IN_2026 = parse_as_of("2026-06-01")
INTENTS = [*ANSWERS, *SMALL_TALK, INFORM]
WITH_NOTICE = ("上海市人工智能行业协会", "上海交通大学", "上海市技师协会")
OLD = {"past_year": ("去年", "过期", "不是今年"), "upcoming": ("尚未生效",), "superseded": ("取代",)}
# Examples of the intents that do ask about another examination, occupation or organisation.
RIGHTLY_DECLINED = {
    "上海能考心理咨询师吗",
    "有没有考宠物美容师的地方",
    "目录里有没有无人机驾驶员",
    "保安协会，就是考保卫管理员那个，联系电话",
}
DAYS = ("2024-12-29", "2025-06-01", "2026-01-01", "2026-02-08", "2027-01-01", "2030-06-01")


def examples() -> dict[str, list[str]]:
    """The training examples of each intent."""
    raw = yaml.safe_load((ROOT.parent / "bot" / "data" / "nlu.yml").read_text(encoding="utf-8"))
    return {
        one["intent"]: [line[2:] for line in one["examples"].splitlines()] for one in raw["nlu"] if "intent" in one
    }


EXAMPLES = examples()
EVERY = 3  # examples of which one is answered here: all 29,000 would take three times as long


def turn(named: Mentioned, intent: str, at: datetime = IN_2026, topic: str | None = None) -> Turn:
    """A question that types the names and the level, and no other figure."""
    level = LEVEL_NAMES[named.levels[0]] if named.levels else ""
    typed = f"{named.organisation or ''}{named.occupation or ''}{level}请问考试"
    return Turn(typed, intent, at, named, Memory(topic=topic))


def problems(desk: Desk, asked: Turn) -> Iterator[str]:
    """What is wrong with the reply, with what was asked."""
    outcome = respond(desk, asked)
    for message in outcome.reply.messages:
        sources = [one.quote for one in message.citations]
        sources += [part for one in message.computed for part in (one.text, one.explanation)]
        if wrong := unsupported(message.text, [*sources, asked.text]):
            yield f"{asked.text} ({asked.intent}, {asked.as_of:%F}): no source for {wrong} in {message.text}"
        for one in message.citations:
            if not in_clause(desk, one):
                yield f"{asked.text} ({asked.intent}): {one.clause} does not say {one.quote}"
        yield from (f"{asked.text} ({asked.intent}): {wrong}" for wrong in unlabelled(message))
        yield from (f"{asked.text} ({asked.intent}): {wrong}" for wrong in dead_buttons(desk, message))
    if outcome.reply.status == "answered" and not any(one.citations for one in outcome.reply.messages):
        yield f"{asked.text} ({asked.intent}): answered without a citation"


def in_clause(desk: Desk, cited: Citation) -> bool:
    """Whether the quote stands in a line of the clause, or in a footnote that a line of it marks."""
    lines = desk.library.clause(cited.notice_id, cited.clause).lines
    notes = desk.library.holding(cited.notice_id).notice.footnotes
    texts = [text for line in lines for text in (line.text, *(notes[mark] for mark in line.footnotes))]
    return any(cited.quote in text for text in texts)


def unlabelled(message: Answer) -> Iterator[str]:
    """What is not in force may only be shown as such, in so many words."""
    for status in {one.status for one in message.citations} - {"current"}:
        if not any(word in message.text for word in OLD[status]):
            yield f"cites what is {status} and does not say so: {message.text[:80]}"


def dead_buttons(desk: Desk, message: Answer) -> Iterator[str]:
    """A button asks an intent that is answered, about a name that is known, or says the words that it shows."""
    for one in message.quick_replies:
        intent, _, entities = one.payload.removeprefix("/").partition("{")
        named = json.loads("{" + entities) if entities else {}
        if intent == SAY:
            if named != {"text": one.title}:
                yield f"button {one.title} says {named}"
            continue
        if intent not in ANSWERS and intent != INFORM:
            yield f"button {one.title} asks {intent}"
        for kind, name in named.items():
            if kind in ("occupation", "organisation") and getattr(desk.library.lexicon, kind)(name).name != name:
                yield f"button {one.title} names {name}"


def report(desk: Desk, turns: Iterator[Turn]) -> None:
    wrong = [problem for asked in turns for problem in problems(desk, asked)]
    assert not wrong, f"{len(wrong)} problems, among them:\n" + "\n".join(wrong[:12])


@pytest.mark.parametrize("intent", INTENTS)
def test_about_every_occupation(intent: str, desk: Desk) -> None:
    names = dict.fromkeys(one.value for one in desk.library.lexicon.aliases() if one.kind == "occupation")
    report(desk, (turn(Mentioned(occupation=name), intent, topic="ask_fee") for name in names))


@pytest.mark.parametrize("intent", INTENTS)
def test_about_every_organisation(intent: str, desk: Desk) -> None:
    names = [one.name for one in desk.library.lexicon.organisations]
    report(desk, (turn(Mentioned(organisation=name), intent, topic="ask_phone") for name in names))


@pytest.mark.parametrize("intent", INTENTS)
def test_about_every_level_of_what_the_organisations_with_a_notice_assess(intent: str, desk: Desk) -> None:
    """Levels that they do not assess, and occupations that only another one does, among them."""
    own = {f.occupation for h in desk.library.holdings for f in h.facts.catalogue if f.organisation in WITH_NOTICE}
    combinations = product((None, *WITH_NOTICE), sorted(own), LEVELS)
    turns = (
        turn(Mentioned(organisation=whose, occupation=name, levels=(level,)), intent, topic="ask_retake_fee")
        for whose, name, level in combinations
    )
    report(desk, turns)


@pytest.mark.parametrize("intent", ["ask_fee", "ask_catalogue", "ask_eligibility"])
def test_about_every_row_of_the_catalogue(intent: str, desk: Desk) -> None:
    """At the lowest level that it offers, and at one that it does not."""
    rows = desk.library.holding("shhrss-2025-catalogue").facts.catalogue
    turns = (
        turn(Mentioned(organisation=row.organisation, occupation=row.occupation, levels=(level,)), intent)
        for row in rows
        for level in {max(row.levels, default=5), min(set(LEVELS) - set(row.levels), default=1)}
    )
    report(desk, turns)


@pytest.mark.parametrize("intent", INTENTS)
@pytest.mark.parametrize("day", DAYS)
def test_on_days_before_between_and_after_the_notices(day: str, intent: str, desk: Desk) -> None:
    subjects = [
        Mentioned(),
        *(Mentioned(organisation=name) for name in WITH_NOTICE),
        Mentioned(occupation="人工智能训练师"),
        Mentioned(occupation="人工智能推介官"),
        Mentioned(occupation="养老护理员"),
    ]
    report(desk, (turn(one, intent, parse_as_of(day), "ask_address") for one in subjects))


@pytest.mark.parametrize("intent", EXAMPLES)
def test_about_everything_that_people_type(intent: str, desk: Desk) -> None:
    turns = (
        Turn(text, intent, IN_2026, mentioned(desk.library, text, entities_of(desk.library, text), IN_2026))
        for text in EXAMPLES[intent][::EVERY]
    )
    report(desk, turns)


def test_hardly_a_question_of_the_field_is_taken_for_something_foreign(desk: Desk) -> None:
    """A chance word must not turn a question away. What is left asks for occupations that nobody here examines.

    Those who wrote the later examples were asked to name such, and did: they are counted apart.
    """
    asked = [text for intent in EXAMPLES if intent in ANSWERS for text in EXAMPLES[intent][::EVERY]]
    foreign, strangers = {}, {}
    for text in set(asked) - RIGHTLY_DECLINED:
        named = mentioned(desk.library, text, entities_of(desk.library, text), IN_2026)
        if word := named.outside or named.strange_organisation:
            foreign[text] = word
        elif named.stranger:
            strangers[text] = named.stranger
    print(f"\n{len(foreign)} of {len(asked)}:", *(f"{text}: {word}" for text, word in foreign.items()), sep="\n")
    print(f"\n{len(strangers)} occupations:", *(f"{text}: {word}" for text, word in strangers.items()), sep="\n")
    assert len(foreign) < 0.012 * len(asked)
    assert len(strangers) < 0.012 * len(asked)


def test_the_sweeps_are_not_empty() -> None:
    assert sum(map(len, EXAMPLES.values())) > 1500
    assert set(ANSWERS) - set(EXAMPLES) == {"search", papers.TOPIC}  # both are chosen by words alone
    assert {text for texts in EXAMPLES.values() for text in texts} >= RIGHTLY_DECLINED
