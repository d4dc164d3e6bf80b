"""The journey of an answer, in order: names from outside, small talk, subject, topic, answer, remarks, memory.

The same function answers a Rasa action and, when the dialogue engine is down, the gateway.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.actions.answers import applying, certificates, outside, papers, results, rules, search, smalltalk
from bot.actions.answers.catalogue import directory
from bot.actions.answers.claims.judged import with_claim_judged
from bot.actions.answers.claims.offers import claims_offer
from bot.actions.answers.discipline import discipline
from bot.actions.answers.eligibility import eligibility
from bot.actions.answers.eligibility.offers import answer_absent, is_absent_now
from bot.actions.answers.eligibility.trades import subject_by_trade
from bot.actions.answers.fees import fees
from bot.actions.answers.offices import contacts
from bot.actions.answers.payment import payment
from bot.actions.answers.programme import programme
from bot.actions.answers.remarks import with_remarks
from bot.actions.answers.retakes import retakes
from bot.actions.answers.schedule import schedule
from bot.actions.answers.unclear import asks_about, memory_of_question, settle
from bot.actions.deciding_words import MISCONDUCT
from bot.actions.desk import Desk
from bot.actions.follow_ups import follow_up
from bot.actions.follow_ups.eligibility import asks_of_the_case
from bot.actions.form import journey as form
from bot.actions.names.contact_points import settle_contact_point
from bot.actions.names.grade_of_title import with_grades
from bot.actions.names.only_named import with_names_only
from bot.actions.references import again, both
from bot.actions.references.case_told import of_a_case, with_other_told
from bot.actions.references.held_beside import without_held
from bot.actions.references.level_beside import with_level_beside
from bot.actions.references.referring import in_full
from bot.actions.remarks import about_last, patience
from bot.actions.remarks.chatter import asks_nothing_at_all, only_chats
from bot.actions.remarks.closing import wishes_well
from bot.actions.remarks.rumours import held_against
from bot.actions.reply import Reply, together
from bot.actions.roster.shares import shares_in_talk, sum_goes_on, without_claimed_year
from bot.actions.several.words import asks
from bot.actions.talk import of_those_told, remembered
from bot.actions.topic_choice import choose_topic, topic_by_words
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
from bot.actions.unanswerable import outside_or_silent
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
_OF_ONESELF = re.compile(r"我|条件|资格|够")
# What cannot be told of a level that nobody assesses.
_OF_A_LEVEL = ("ask_application_window", "ask_exam_date", "ask_how_to_apply")
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
    said, turn = turn.text, held_against(in_full(desk, turn))
    if wishes_well(turn.text):
        return Outcome(smalltalk.answer_smalltalk(desk, replace(turn, intent="greet"), Subject()), turn.memory)
    told = about_last.told_again(desk, turn, lambda last: _replied_again(desk, last))
    if told is not None:
        return Outcome(told, turn.memory)
    if turn.memory.form is None and form.is_heard(turn.text):
        return Outcome(smalltalk.answer_heard(), turn.memory)
    outcome = _patiently(desk, with_names_only(desk.library, turn))
    reply = about_last.with_reading(outcome.reply, said, turn.text)
    return replace(outcome, reply=about_last.with_own_words(reply, said, turn.memory.asked))


def _patiently(desk: Desk, turn: Turn) -> Outcome:
    if not (turn.upset or patience.is_fed_up(turn.text)):
        return _in_talk(desk, turn)
    question = turn if turn.upset else patience.question_left(turn)
    outcome = _in_talk(desk, question) if question else None
    if outcome is None or outcome.reply.status in ("no_answer", "out_of_scope", "chitchat"):
        return Outcome(patience.to_a_person(desk, turn), replace(turn.memory, unanswered=0))
    return replace(outcome, reply=patience.with_a_person(desk, turn, outcome.memory, outcome.reply))


def _in_talk(desk: Desk, turn: Turn) -> Outcome:
    heard = form.hear(desk, of_a_case(desk, with_grades(with_level_beside(without_held(desk, turn)))))
    if heard.reply is not None:
        return Outcome(heard.reply, replace(heard.memory or turn.memory, unanswered=0))
    heard = replace(heard, turn=with_other_told(desk, replace(heard.turn, memory=of_whom(heard.turn))))
    of_both = both.turns(desk, heard.turn)
    outcomes = [_respond(desk, one) for one in of_both or again.turns(heard.turn)]
    told = outside.about_shanghai(turn, together([one.reply for one in outcomes]))
    left = again.remembered(heard.turn, outcomes[-1].memory)
    reply, memory = form.after(heard.turn, told, left)
    memory = patience.counted(replace(memory, unanswered=turn.memory.unanswered), reply)
    memory = about_last.remembered(heard.turn, reply, memory)
    memory = both.remembered(desk, heard.turn, of_both, memory) if of_both else memory
    return Outcome(patience.offered(desk, turn, memory, reply), memory)


def _replied_again(desk: Desk, turn: Turn) -> Reply:
    """The last question answered once more, of both where it was of two."""
    return together([_respond(desk, one).reply for one in both.turns(desk, turn) or [turn]])


def _respond(desk: Desk, turn: Turn) -> Outcome:
    if only_chats(turn):
        turn = replace(turn, intent=REMARK)
    else:
        turn = settle_contact_point(desk, without_claimed_year(turn))
    asked = turn.intent not in SMALL_TALK or _is_question_after_all(desk, turn)
    if told := outside_or_silent(desk, turn, asked):
        return Outcome(*told)
    turn = replace(turn, intent=sum_goes_on(desk.library, turn) or turn.intent)
    turn, question = settle(desk, turn)
    if question:
        return Outcome(question, memory_of_question(turn))
    if turn.intent == "out_of_scope" and _keeps_company(turn):
        turn = replace(turn, intent=REMARK)
    if turn.intent in SMALL_TALK and not _is_question_after_all(desk, turn):
        return Outcome(SMALL_TALK[turn.intent](desk, turn, Subject()), turn.memory)
    if turn.mentioned.stranger and (turn.intent in ANSWERS or asks_about(turn, turn.mentioned.stranger)):
        return Outcome(outside.answer_stranger(desk, turn, Subject()), outside.memory_of_stranger(turn))
    return _answer(desk, turn)


def _keeps_company(turn: Turn) -> bool:
    """Whether what no topic fits asks for nothing, either, in a talk of ours: it is heard, and not searched in vain."""
    new = turn.mentioned
    named = new.occupation or new.organisation or new.levels or new.code or new.outside or new.stranger
    goes_on = turn.memory.topic is not None and turn.question is None
    return bool(goes_on and not (named or new.situation.told)) and asks_nothing_at_all(turn.text)


def _is_question_after_all(desk: Desk, turn: Turn) -> bool:
    """Whoever names an occupation, organisation or code of the notices, or goes on with the talk, is not outside."""
    if turn.intent == "capabilities":
        return follow_up(turn, turn.intent) is not None
    if turn.intent == REMARK:
        return asks_of_the_case(turn)  # 那四级总归稳了 sounds like one
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
    # 培训师我先考个四级, in a talk about a timetable; 二级几号开始报名, where there is none now
    names_both = turn.intent == INFORM and turn.mentioned.occupation is not None
    of_a_level = topic in _OF_A_LEVEL and (names_both or turn.mentioned.organisation is not None)
    if (topic == ELIGIBILITY or of_a_level) and _at_no_level(desk, turn, subject, topic):
        topic = "ask_catalogue"
    if topic in (ELIGIBILITY, *_OF_A_LEVEL) and is_absent_now(desk, turn, subject, topic):
        return Outcome(answer_absent(desk, turn, subject), remembered(turn, memory, "ask_catalogue"))
    if (topic is None or topic not in ANSWERS) and turn.mentioned.occupation and _is_programme(desk, subject):
        topic = "ask_promoter"  # whoever names the programme and says more asks about it
    if topic is None and _at_no_level(desk, turn, subject, topic):
        topic = "ask_catalogue"  # 企业人力资源管理师 二级: it is not there, whatever of it was wanted
    if topic is None or topic not in ANSWERS:
        counted = shares_in_talk(desk.library, turn, INFORM, memory.level, memory.occupation)
        return Outcome(smalltalk.ask_what(desk, turn, subject), replace(memory, shares=counted))
    memory = replace(memory, passed=passed_in_talk(replace(turn, intent=topic)))
    reply = _by_topic(desk, turn, subject, topic)
    if reply.status == "no_answer" and topic == "search":
        return _by_guess(desk, turn, subject, memory) or Outcome(reply, memory)
    memory = replace(memory, shares=shares_in_talk(desk.library, turn, topic, memory.level, memory.occupation))
    if topic == ELIGIBILITY and reply.status in ("answered", "partial"):
        memory = _with_trade(desk, turn, subject, memory)
    memory = of_those_told(memory, topic, reply)
    return Outcome(reply, remembered(turn, memory, topic, _is_programme(desk, subject)))


def _at_no_level(desk: Desk, turn: Turn, subject: Subject, topic: str | None) -> bool:
    """Whether nobody assesses the occupation at the level asked about; of a verdict on themselves who tells of them."""
    of_oneself = turn.mentioned.situation.told and topic not in _OF_A_LEVEL and not claims_offer(turn.text)
    asked = subject.occupation is not None and turn.mentioned.levels and not of_oneself
    if turn.memory.situation.told and _OF_ONESELF.search(turn.text):
        return False  # 那光看条件，我够不够二级
    return bool(asked) and not directory_of(desk.library, subject, turn.as_of)


def _with_trade(desk: Desk, turn: Turn, subject: Subject, memory: Memory) -> Memory:
    """The talk goes on about the occupation that the verdict took the person's work for."""
    named = subject_by_trade(desk, turn, subject, memory.situation).occupation
    return replace(memory, occupation=named.name) if named and memory.occupation is None else memory


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
    if _keeps_company(turn):
        return Outcome(SMALL_TALK[REMARK](desk, replace(turn, intent=REMARK), subject), turn.memory)
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
