"""The journey of an answer, in order: names from outside, small talk, subject, topic, answer, remarks, memory.

The same function answers a Rasa action and, when the dialogue engine is down, the gateway.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.actions import about_last, again, patience
from bot.actions.answers import (
    applying,
    certificates,
    contacts,
    directory,
    discipline,
    eligibility,
    fees,
    outside,
    papers,
    payment,
    programme,
    results,
    retakes,
    rules,
    schedule,
    search,
    smalltalk,
)
from bot.actions.answers.claim_words import states
from bot.actions.answers.claims import with_claim_judged
from bot.actions.answers.programme_talk import in_programme
from bot.actions.answers.remarks import with_remarks
from bot.actions.answers.said_by_some import answer_by_some, sort_stated_by_some
from bot.actions.answers.silent_matters import answer_matters, matters_asked
from bot.actions.answers.unclear import asks_about, memory_of_question, settle
from bot.actions.closing import wishes_well
from bot.actions.contact_points import settle_contact_point
from bot.actions.desk import Desk
from bot.actions.follow_ups import follow_up
from bot.actions.form import journey as form
from bot.actions.level_beside import with_level_beside
from bot.actions.referring import in_full
from bot.actions.reply import Reply, together
from bot.actions.several_words import asks
from bot.actions.shares import shares_in_talk, sum_goes_on
from bot.actions.talk import remembered
from bot.actions.topic_choice import MISCONDUCT, choose_topic, topic_by_words
from bot.actions.turn import (
    ELIGIBILITY,
    INFORM,
    REMARK,
    Memory,
    Turn,
    merge,
    of_whom,
    passed_in_talk,
    subject_of,
)
from knowledge.directory import directory as directory_of
from knowledge.subject import Subject
from retrieval.coverage import asked_words

AnswerFunction = Callable[[Desk, Turn, Subject], Reply]

ANSWERS: dict[str, AnswerFunction] = {
    "ask_fee": fees.answer_fee,
    "ask_retake_fee": fees.answer_retake_fee,
    "ask_phone": contacts.answer_phone,
    "ask_address": contacts.answer_address,
    "ask_office_hours": contacts.answer_hours,
    "ask_website": contacts.answer_website,
    "ask_supervision": contacts.answer_supervision,
    "ask_human": contacts.answer_human,
    "ask_catalogue": directory.answer_directory,
    "ask_occupation_code": directory.answer_code,
    "ask_registration_number": directory.answer_registration_number,
    "ask_discipline": discipline.answer_discipline,
    "ask_promoter": search.answer_search,
    **dict.fromkeys(rules.TOPICS, rules.answer_topic),
    "ask_how_to_apply": applying.answer_applying,
    "ask_retake": retakes.answer_retake,
    **dict.fromkeys(("ask_application_window", "ask_exam_date", "ask_admission_ticket"), schedule.answer_schedule),
    "ask_payment": payment.answer_payment,
    "ask_results": results.answer_results,
    "ask_certificate": certificates.answer_certificate,
    "ask_certificate_loss": certificates.answer_loss,
    "ask_eligibility": eligibility.answer_eligibility,
    papers.TOPIC: papers.answer_paper,
    "search": search.answer_search,
}
SMALL_TALK: dict[str, AnswerFunction] = {
    **dict.fromkeys(("greet", "thank", "goodbye", "capabilities", REMARK), smalltalk.answer_smalltalk),
    "out_of_scope": smalltalk.answer_outside,
}
_UNPLACED = ("search", "out_of_scope")  # no question of the field, by its words
_OF_ONESELF = re.compile(r"我|条件|资格|够")
# What cannot be told of a level that nobody assesses.
_OF_A_LEVEL = ("ask_application_window", "ask_exam_date", "ask_how_to_apply")
_COMPARES = re.compile(r"比|哪个|还是")
# A programme (推介官) has one notice for all that can be asked about it, but for these.
_NOT_OF_A_PROGRAMME = (
    "ask_human",
    "ask_registration_number",
    "ask_discipline",
    "ask_occupation_code",
    papers.TOPIC,
)


@dataclass(frozen=True)
class Outcome:
    """The reply, and what the next turn remembers."""

    reply: Reply
    memory: Memory


def respond(desk: Desk, turn: Turn) -> Outcome:
    """Answer one turn, in or out of a form."""
    said, turn = turn.text, in_full(desk, turn)
    if wishes_well(turn.text):
        return Outcome(smalltalk.answer_smalltalk(desk, replace(turn, intent="greet"), Subject()), turn.memory)
    told = about_last.told_again(desk, turn, lambda last: _respond(desk, last).reply)
    if told is not None:
        return Outcome(told, turn.memory)
    if turn.memory.form is None and form.is_heard(turn.text):
        return Outcome(smalltalk.answer_heard(), turn.memory)
    outcome = _patiently(desk, turn)
    return replace(outcome, reply=about_last.with_own_words(outcome.reply, said, turn.memory.asked))


def _patiently(desk: Desk, turn: Turn) -> Outcome:
    if not (turn.upset or patience.is_fed_up(turn.text)):
        return _in_talk(desk, turn)
    question = turn if turn.upset else patience.question_left(turn)
    outcome = _in_talk(desk, question) if question else None
    if outcome is None or outcome.reply.status in ("no_answer", "out_of_scope", "chitchat"):
        return Outcome(patience.to_a_person(desk, turn), replace(turn.memory, unanswered=0))
    return replace(outcome, reply=patience.with_a_person(desk, turn, outcome.memory, outcome.reply))


def _in_talk(desk: Desk, turn: Turn) -> Outcome:
    heard = form.hear(desk, with_level_beside(turn))
    if heard.reply is not None:
        return Outcome(heard.reply, replace(heard.memory or turn.memory, unanswered=0))
    heard = replace(heard, turn=replace(heard.turn, memory=of_whom(heard.turn)))
    outcomes = [_respond(desk, one) for one in again.turns(heard.turn)]
    told = outside.about_shanghai(turn, together([one.reply for one in outcomes]))
    reply, memory = form.after(heard.turn, told, again.remembered(heard.turn, outcomes[-1].memory))
    memory = patience.counted(replace(memory, unanswered=turn.memory.unanswered), reply)
    memory = about_last.remembered(heard.turn, reply, memory)
    return Outcome(patience.offered(desk, turn, memory, reply), memory)


def _respond(desk: Desk, turn: Turn) -> Outcome:
    turn = settle_contact_point(desk, turn)
    if turn.mentioned.affair and turn.intent in _UNPLACED:
        turn = replace(turn, mentioned=replace(turn.mentioned, outside=turn.mentioned.affair))
    if turn.mentioned.outside and not _changes_for_programme(desk, turn) and not _compares(desk, turn):
        return Outcome(outside.answer_outside_name(desk, turn, Subject()), outside.memory_outside(desk, turn))
    asked = turn.intent not in SMALL_TALK or _is_question_after_all(desk, turn)
    if turn.mentioned.strange_organisation and asked and not in_programme(desk, turn):
        return Outcome(outside.answer_strange_organisation(desk, turn, Subject()), turn.memory)
    if outside.asks_of_foreign(desk, turn):
        return Outcome(outside.answer_foreign(desk, turn, Subject()), turn.memory)
    if not outside.is_nothing_of_ours(turn) and (silent := matters_asked(desk, turn)):
        reply, memory = answer_matters(desk, turn, silent)
        subject = subject_of(desk.library.lexicon, memory)
        judged = with_claim_judged(desk, turn, subject, turn.intent, reply) if states(turn.text) else reply
        return Outcome(judged, memory)
    if partly := sort_stated_by_some(desk, turn):
        return Outcome(*answer_by_some(desk, turn, partly))
    turn = replace(turn, intent=sum_goes_on(desk.library, turn) or turn.intent)
    turn, question = settle(desk, turn)
    if question:
        return Outcome(question, memory_of_question(turn))
    if turn.intent in SMALL_TALK and not _is_question_after_all(desk, turn):
        return Outcome(SMALL_TALK[turn.intent](desk, turn, Subject()), turn.memory)
    if turn.mentioned.stranger and (turn.intent in ANSWERS or asks_about(turn, turn.mentioned.stranger)):
        return Outcome(outside.answer_stranger(desk, turn, Subject()), turn.memory)
    return _answer(desk, turn)


def _compares(desk: Desk, turn: Turn) -> bool:
    """Whether another examination only stands beside one of ours in what no notice states (跟软考比哪个难)."""
    beside = turn.mentioned.occupation is not None and not turn.mentioned.elsewhere
    return beside and bool(_COMPARES.search(turn.text)) and bool(matters_asked(desk, turn))


def _changes_for_programme(desk: Desk, turn: Turn) -> bool:
    """Whether another examination is only what somebody has who asks about a programme's certificate."""
    name = turn.mentioned.occupation
    return name is not None and bool(desk.library.programmes(name)) and programme.asks_to_change(turn)


def _is_question_after_all(desk: Desk, turn: Turn) -> bool:
    """Whoever names an occupation, organisation or code of the notices, or goes on with the talk, is not outside."""
    if turn.intent == "capabilities":
        return follow_up(turn, turn.intent) is not None
    if turn.intent != "out_of_scope":
        return False
    named = turn.mentioned.occupation or turn.mentioned.organisation or turn.mentioned.code
    return bool(named or follow_up(turn, turn.intent)) or _names_only(desk, turn)


def _answer(desk: Desk, turn: Turn) -> Outcome:
    if turn.intent == "ask_promoter" and not _is_programme(
        desk, subject_of(desk.library.lexicon, merge(desk.library, turn))
    ):
        turn = replace(turn, intent="search")  # of a programme that nobody named: what is asked is open
    if turn.intent in ("search", "out_of_scope") and _names_only(desk, turn):
        turn = replace(turn, intent=INFORM)
    memory = merge(desk.library, turn)
    subject = subject_of(desk.library.lexicon, memory)
    chosen = sum_goes_on(desk.library, turn) or choose_topic(turn)
    topic = topic_by_words(turn, subject) or "search" if chosen == "out_of_scope" else chosen
    # 培训师我先考个四级, in a talk about a timetable
    names_both = turn.intent == INFORM and turn.mentioned.occupation is not None
    if (topic == ELIGIBILITY or (names_both and topic in _OF_A_LEVEL)) and _at_no_level(desk, turn, subject):
        topic = "ask_catalogue"
    if (topic is None or topic not in ANSWERS) and turn.mentioned.occupation and _is_programme(desk, subject):
        topic = "ask_promoter"  # whoever names the programme and says more asks about it
    if topic is None and _at_no_level(desk, turn, subject):
        topic = "ask_catalogue"  # 企业人力资源管理师 二级: it is not there, whatever of it was wanted
    if topic is None or topic not in ANSWERS:
        return Outcome(smalltalk.ask_what(desk, turn, subject), memory)
    memory = replace(memory, passed=passed_in_talk(replace(turn, intent=topic)))
    reply = _by_topic(desk, turn, subject, topic)
    if reply.status == "no_answer" and topic == "search":
        return _by_guess(desk, turn, subject, memory) or Outcome(reply, memory)
    memory = replace(memory, shares=shares_in_talk(desk.library, turn, topic, memory.level, memory.occupation))
    return Outcome(reply, remembered(turn, memory, topic, _is_programme(desk, subject)))


def _at_no_level(desk: Desk, turn: Turn, subject: Subject) -> bool:
    """Whether nobody assesses the occupation at the level asked about, by one who tells nothing of themselves."""
    asked = subject.occupation is not None and turn.mentioned.levels and not turn.mentioned.situation.told
    if turn.memory.situation.told and _OF_ONESELF.search(turn.text):
        return False  # 那光看条件，我够不够二级
    return bool(asked) and not directory_of(desk.library, subject, turn.as_of)


def _by_topic(desk: Desk, turn: Turn, subject: Subject, topic: str) -> Reply:
    answer = ANSWERS[topic]
    named = turn.mentioned.occupation is not None and not MISCONDUCT.search(turn.text)
    if _is_programme(desk, subject) and (
        topic not in _NOT_OF_A_PROGRAMME or (topic == "ask_discipline" and named)
    ):
        answer = programme.answer_programme
    reply = answer(desk, replace(turn, intent=topic), subject)
    reply = with_claim_judged(desk, turn, subject, topic, reply)
    return with_remarks(desk, turn, subject, topic, reply)


def _by_guess(desk: Desk, turn: Turn, subject: Subject, memory: Memory) -> Outcome | None:
    """Where search finds nothing, the intent that the classifier leant to may still be right."""
    if turn.guess in SMALL_TALK and (memory.topic is None or turn.guess == REMARK):
        return Outcome(SMALL_TALK[turn.guess](desk, replace(turn, intent=turn.guess), subject), memory)
    guessed = choose_topic(replace(turn, intent=turn.guess)) if turn.guess else None
    if guessed is None or guessed not in ANSWERS or guessed in ("search", "ask_promoter"):
        guessed = topic_by_words(turn, subject)
    if guessed and _goes_on_unnamed(turn):
        guessed = topic_by_words(turn, subject) or turn.memory.topic or guessed
    if guessed is None:
        return None
    shares = shares_in_talk(desk.library, turn, guessed, memory.level, memory.occupation)
    after = remembered(turn, replace(memory, shares=shares), guessed, _is_programme(desk, subject))
    return Outcome(_by_topic(desk, turn, subject, guessed), after)


def _goes_on_unnamed(turn: Turn) -> bool:
    """Whether a question that names nobody follows a talk: it is likelier about that than about a mere guess."""
    named = turn.mentioned.occupation or turn.mentioned.organisation
    return turn.memory.topic in ANSWERS and not named and asks(turn.text)


def _names_only(desk: Desk, turn: Turn) -> bool:
    """Whether the message only names whom or what (「那上海呢」「中级呢」): then the last question is asked again."""
    asked = asked_words(desk.searcher.understand(turn.text))
    return not asked and turn.memory.topic is not None


def _is_programme(desk: Desk, subject: Subject) -> bool:
    return subject.occupation is not None and bool(desk.library.programmes(subject.occupation.name))
