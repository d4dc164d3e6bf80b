"""Whether money comes back: the cases that notices name, and an honest no for all others; and invoices, which none names."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.actions.answers.search import answer_search
from bot.actions.answers.unstated import silent_notices, unstated
from bot.actions.clause_marks import BREAK
from bot.actions.desk import Desk
from bot.actions.reply import Reply, single
from bot.actions.several.words import asked_for, is_interrogative
from bot.actions.turn import HOURS, Turn
from bot.actions.wording import notice_of, unique
from knowledge.applying import Rated, own_notices
from knowledge.contacts import contacts
from knowledge.models import Citation
from knowledge.subject import Subject

REFUND = re.compile(r"(?<!被)退(?!休|役|伍|出|考|场|一步|而|到.{0,2}级|回(?!来|[钱费款]))|拿回来|要回|能回来|返还")
_FALSE_PAPERS = re.compile(
    r"虚假|造假|伪造|作假|弄虚|假的?(?:材料|证|证明|学历|资料)|材料.{0,4}假|不符合.{0,4}条件"
    r"|(?:被|给)?(?:查(?:出来|出|到|实|处)|发现|揭穿|识破|逮[着住到])(?:了|的话|怎么办)?(?=[，,。\s]|$)|露馅|穿帮|败露"
)


_WHEREABOUTS = (*HOURS, "ask_phone")
INVOICE = re.compile(r"发票|开票|收据|抬头|票据|专票|普票|(?:报销|缴费|付款|收款)凭证")
# 什么时候能拿到, of an invoice that was just asked for.
WHEN_HANDED = re.compile(
    r"(?:那|一般|大概|大约|要|得|[,，])*(?:什么时候|啥时候|多久|几天|多长时间|怎么|去哪|到哪|在哪)(?:里|儿|才|能|可以|去|会)*(?:拿|开|给|领|取|寄|收)(?:得|到|出来|下来|我|了)*[呢啊呀?？]*"
)


def asks_for_invoice(text: str, topic: str) -> bool:
    """Whether an invoice is asked for; 办公室在哪，我去补个发票 asks the way, and tells what for."""
    asking = [one for one in BREAK.split(text) if asked_for(one) and is_interrogative(one)]
    if topic in _WHEREABOUTS and asking and not any(INVOICE.search(one) for one in asking):
        return False
    return INVOICE.search(text) is not None


def answer_invoice(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """What the notices say of invoices; where they are silent, whom to call."""
    own = [pair for pair in own_notices(desk.library, subject, turn.as_of) if pair[0] == "current"]
    if any(INVOICE.search(one.text) for _, holding in own for one in holding.notice.clauses.values()):
        return answer_search(desk, turn, subject)
    return _unstated(desk, turn, subject, "发票怎么开")


def _unstated(desk: Desk, turn: Turn, subject: Subject, what: str) -> Reply:
    """Where nobody is named, every organisation with a notice of its own in force is one to call."""
    if subject.organisation or subject.occupation:
        return unstated(desk, turn, replace(subject, level=None), what)
    issuers = {one.notice.front.issuer for _, one in own_notices(desk.library, subject, turn.as_of)}
    known = contacts(desk.library, subject, turn.as_of)
    own = [one for one in known if one.organisation.name in issuers and one.status == "current"]
    return silent_notices(desk, turn, own, f"没有写明{what}") if own else unstated(desk, turn, subject, what)


def answer_refund(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """Quote the case that is asked about; for any other say that the notice names only these.

    Right after a question about misconduct the fee that is asked back is that of who broke the rules.
    """
    known = [pair for pair in own_notices(desk.library, subject, turn.as_of) if pair[1].facts.refunds]
    told = [_told(desk, turn, pair) for pair in known]
    citations = [one for _, cited in told for one in cited]
    if told and (_FALSE_PAPERS.search(turn.text) or turn.memory.topic == "ask_discipline"):
        return single("answered", "\n".join(f"按{text}" for text, _ in told), citations=unique(citations))
    silent = _unstated(desk, turn, subject, "退费办法")
    if not told:
        return silent
    first = silent.messages[0]
    cases = "\n".join(f"按{text}" for text, _ in told)
    text = f"{first.text}\n写明的只有一种情形，{cases}"
    message = first.model_copy(update={"text": text, "citations": unique([*first.citations, *citations])})
    return silent.model_copy(update={"messages": (message,)})


def _told(desk: Desk, turn: Turn, rated: Rated) -> tuple[str, list[Citation]]:
    """Where a notice says the same twice, its shorter words."""
    status, holding = rated
    front, refunds = holding.notice.front, holding.facts.refunds
    shortest = {one.refunded: one for one in sorted(refunds, key=lambda one: -len(one.case))}
    cases = [f"{one.case}，费用{'退还' if one.refunded else '不予退还'}" for one in shortest.values()]
    cited = [c for one in shortest.values() for c in desk.library.cite_all(front.id, one.sources, turn.as_of)]
    head = notice_of(front.issuer, front.year, status, turn.as_of)
    return f"{head}：{'；'.join(cases)}。", [*cited, desk.library.cite_title(front.id, turn.as_of)]
