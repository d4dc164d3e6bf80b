"""What an answer adds of its own accord: where notices contradict each other, and what they leave unsaid."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.actions.desk import Desk
from bot.actions.reply import Reply
from bot.actions.turn import Turn
from bot.actions.wording import joined, notice_of, unique, validity
from knowledge.differences import cite_difference, listed_differences, notices_of
from knowledge.facts import DifferenceFact
from knowledge.models import Citation
from knowledge.statements import BY_ID
from knowledge.subject import Subject

# What a question is about, in the topics of knowledge/statements.py.
_ABOUT: dict[str, tuple[str, ...]] = {
    "ask_fee": ("fees",),
    "ask_retake_fee": ("retake_fee",),
    "ask_phone": ("enquiry_phone",),
    "ask_supervision": ("supervision_phone",),
    "ask_address": ("address",),
    "ask_office_hours": ("hours",),
    "ask_catalogue": ("directory",),
    "ask_how_to_apply": ("group_application", "individual_application", "appointment", "materials"),
    "ask_application_window": ("windows", "postponement"),
    "ask_exam_date": ("windows", "postponement"),
    "ask_payment": ("payment_window", "payment_method", "paid_when"),
    "ask_admission_ticket": ("group_ticket", "individual_ticket", "ticket_date"),
    "ask_results": ("results", "certificate_enquiry"),
    "ask_certificate": ("certificate_form", "certificate_collection"),
    "ask_certificate_loss": ("certificate_loss",),
    "ask_retake": ("retake_validity", "retake_rules"),
    "ask_discipline": ("discipline",),
}
_ANNEX = re.compile(r"附件|须知")
_REMARKED = ("answered", "not_stated")


def with_remarks(desk: Desk, turn: Turn, subject: Subject, topic: str, reply: Reply) -> Reply:
    """Append the known differences and silences of the notices that the reply rests on."""
    about = _ABOUT.get(topic, ())
    first = reply.messages[0]
    notices = dict.fromkeys(one.notice_id for one in first.citations)
    if reply.status not in _REMARKED or not about or not notices:
        return reply
    lines, citations = [], []
    for text, cited in _differences(desk, turn, subject, about, reply, list(notices)):
        lines.append(f"注意：{text}")
        citations += cited
    if reply.status == "answered":
        lines += _silences(desk, turn, about, list(notices))
    if not lines:
        return reply
    text = "\n".join([first.text, *lines])
    message = first.model_copy(update={"text": text, "citations": unique([*first.citations, *citations])})
    return reply.model_copy(update={"messages": (message, *reply.messages[1:])})


def _differences(
    desk: Desk, turn: Turn, subject: Subject, about: tuple[str, ...], reply: Reply, notices: list[str]
) -> Iterator[tuple[str, list[Citation]]]:
    told: set[str] = set()
    for holding, fact in listed_differences(desk.library, notices, about):
        text = f"{fact.about}{fact.reason}"
        known = {text, f"{fact.check} {fact.key}"} & told
        if not known and _matters(fact, turn, subject, about, reply):
            told |= {text, f"{fact.check} {fact.key}"}
            text += _not_in_force(desk, turn, sorted(notices_of(holding, fact)))
            titles = [desk.library.cite_title(one, turn.as_of) for one in sorted(notices_of(holding, fact))]
            yield text, [*cite_difference(desk.library, holding, fact, turn.as_of), *titles]


def _not_in_force(desk: Desk, turn: Turn, notices: list[str]) -> str:
    """Name the concerned notices that do not hold at the moment."""
    fronts = [desk.library.notice(one).front for one in notices]
    rated = [(front, desk.library.status(front, turn.as_of)) for front in fronts]
    worth: dict[str, list[str]] = {}
    for front, status in rated:
        if words := validity(front.year, status, turn.as_of).strip("（）").removeprefix("这"):
            worth.setdefault(words, []).append(f"{front.issuer}{front.year}年的通知")
    said = [f"{joined(whose)}{'都' if len(whose) > 1 else ''}{words}" for words, whose in worth.items()]
    return f"其中{'；'.join(said)}。" if said else ""


def _matters(fact: DifferenceFact, turn: Turn, subject: Subject, about: tuple[str, ...], reply: Reply) -> bool:
    """Levels matter to who asks who examines what, or in vain; other differences to their occupation and level."""
    occupation = subject.occupation.name if subject.occupation else None
    if fact.check in ("levels", "offer", "code"):
        asked_in_vain = "directory" in about or (reply.status == "not_stated" and subject.level is not None)
        return asked_in_vain and _names(fact.key, subject)
    if fact.check == "retake_levels":
        return str(subject.level) in fact.key.split("、")
    if fact.check == "window_levels":
        return occupation == fact.key
    return fact.check != "annex_missing" or bool(_ANNEX.search(turn.text)) or _cites_a_side(fact, reply)


def _cites_a_side(fact: DifferenceFact, reply: Reply) -> bool:
    """Whether the answer rests on a sentence that the difference is about, such as one that refers to an annex."""
    sides = [place.quote for place in fact.places]
    return any(side in one.quote or one.quote in side for one in reply.messages[0].citations for side in sides)


def _names(key: str, subject: Subject) -> bool:
    """Whether a key `organisation occupation` is what the question names, of which it names one at least."""
    asked = [one.name for one in (subject.organisation, subject.occupation) if one]
    return bool(asked) and set(asked) <= set(key.split(" "))


def _silences(desk: Desk, turn: Turn, about: tuple[str, ...], notices: list[str]) -> Iterator[str]:
    for notice_id in notices:
        holding = desk.library.holding(notice_id)
        silent = [BY_ID[fact.topic].label for fact in holding.facts.not_stated if fact.topic in about]
        if silent:
            front = holding.notice.front
            named = notice_of(front.issuer, front.year, desk.library.status(front, turn.as_of), turn.as_of)
            yield f"{named}没有写明：{joined(silent)}。"
