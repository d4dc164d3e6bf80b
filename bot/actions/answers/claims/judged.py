"""What the message has heard or takes for granted: the answer begins with a plain yes or no, and the words that decide."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.actions.answers.claims.conditions import condition_verdict, waives_conditions
from bot.actions.answers.claims.contacts import contact_verdict
from bot.actions.answers.claims.fees import fee_verdict
from bot.actions.answers.claims.issuer import issuer_verdict
from bot.actions.answers.claims.offers import offer_verdict
from bot.actions.answers.claims.premises import Verdict, judged
from bot.actions.answers.claims.sums import sum_verdict
from bot.actions.answers.claims.windows import window_verdict
from bot.actions.answers.claims.words import states, whether
from bot.actions.desk import Desk
from bot.actions.reply import Reply, single
from bot.actions.several.words import asks
from bot.actions.turn import ELIGIBILITY, FEES, HOURS, Turn
from bot.actions.wording import unique
from knowledge.models import Citation
from knowledge.subject import Subject

_JUDGED = ("answered", "partial", "not_stated", "no_answer")
_OFFICE = (*HOURS, "ask_phone")
_OPEN = ("not_stated", "no_answer")
# How an answer begins that says yes or no by itself: to a question, or to what was claimed.
_DECIDED = re.compile(r"不?(?:能|可以|算|行)[。，]")
_CONFIRMED = re.compile(r"对[。，]|不是")


def with_claim_judged(desk: Desk, turn: Turn, subject: Subject, topic: str, reply: Reply) -> Reply:
    """Begin the answer with yes or no where the message claims something that the notices decide."""
    if topic in FEES and reply.status == "answered" and (said := sum_verdict(turn.text, reply)):
        return _begun(reply, said)
    if reply.status not in _JUDGED or not (whether(turn.text) or states(turn.text)):
        return reply
    told = turn.mentioned.situation
    if topic == ELIGIBILITY and told.told and told.corrects and not asks(turn.text):
        return reply  # what is put right of oneself is no claim about the notices
    if (
        topic in FEES
        and reply.status == "answered"
        and (said := fee_verdict(desk, turn, subject, topic == FEES[1]))
    ):
        return _begun(reply, said)
    if (
        states(turn.text)
        and waives_conditions(turn.text)
        and (said := condition_verdict(desk, turn, subject, topic, reply))
    ):
        return _begun(reply, said)
    if (verdict := judged(desk, turn, subject)) and not _is_beside(verdict, topic, reply):
        return _by_premise(turn, verdict, reply)
    if not states(turn.text):
        return reply
    if reply.status not in ("answered", "partial"):
        return reply
    said, rows = _by_topic(desk, turn, subject, topic, reply), tuple[Citation, ...]()
    if not said:
        said, rows = offer_verdict(desk, turn, subject, topic)
    return _begun(reply, said, rows) if said else reply


def _by_topic(desk: Desk, turn: Turn, subject: Subject, topic: str, reply: Reply) -> str:
    """What only one topic can judge; empty where it leaves the claim open."""
    for judge in (issuer_verdict, window_verdict, contact_verdict, condition_verdict):
        if said := judge(desk, turn, subject, topic, reply):
            return said
    return ""


def _by_premise(turn: Turn, verdict: Verdict, reply: Reply) -> Reply:
    """The verdict before the answer that quotes what decides, else with the quote in place of another answer."""
    cites = _cites(reply, verdict)
    said = _spoken(verdict, states(turn.text))
    if verdict.notice_id is None:
        return _begun(reply, said, verdict.citations) if states(turn.text) and reply.status not in _OPEN else reply
    if cites and reply.status == "answered":
        decided = (_CONFIRMED if states(turn.text) else _DECIDED).match(reply.messages[0].text)
        return _begun(reply, said, verdict.citations) if said and not decided else reply
    if not states(turn.text) and reply.status not in _OPEN:
        return reply
    quotes = "\n".join(dict.fromkeys(one.quote for one in verdict.citations if one.clause != "标题"))
    return single(
        "answered", "\n".join(filter(None, [said, f"按{verdict.named}：{quotes}"])), citations=verdict.citations
    )


def _is_beside(verdict: Verdict, topic: str, reply: Reply) -> bool:
    """Whether paying is asked about, or an office with its answer found: a premise of applying only stands beside it."""
    paying = topic == "ask_payment" or (topic in _OFFICE and reply.status == "answered")
    return paying and verdict.topic not in (None, topic)


def _cites(reply: Reply, verdict: Verdict) -> bool:
    """Whether the answer rests on the words that decide, or on a part of them."""
    own = [one for one in verdict.citations if one.clause != "标题"]
    return any(
        one.notice_id == each.notice_id
        and one.clause == each.clause
        and (one.quote in each.quote or each.quote in one.quote)
        for one in own
        for each in reply.messages[0].citations
    )


def _spoken(verdict: Verdict, claimed: bool) -> str:
    if verdict.notice_id is None:
        return f"通知没有这样写：{verdict.tell}。"
    if not claimed and verdict.tell:
        return f"{verdict.tell}。"
    head = "对" if verdict.right else "不是"
    return f"{head}，{verdict.tell}。" if verdict.tell else f"{head}。" if verdict.right else "不是这样。"


def _begun(reply: Reply, said: str, further: Sequence[Citation] = ()) -> Reply:
    first = reply.messages[0]
    citations = unique([*first.citations, *further])
    message = first.model_copy(update={"text": f"{said}\n{first.text}", "citations": citations})
    return reply.model_copy(update={"messages": (message, *reply.messages[1:])})
