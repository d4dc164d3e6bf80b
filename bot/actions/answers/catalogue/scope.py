"""What the catalogue says of itself: until when it holds, where it is kept, and of which year it is."""

from __future__ import annotations

import re

from bot.actions.desk import Desk
from bot.actions.reply import Reply, single
from bot.actions.turn import Turn
from bot.actions.wording import notice_of, unique, year_word
from knowledge.applying import Rated
from knowledge.facts import RuleFact
from knowledge.models import Citation, Source

_CHANGES = "changes"
_PUBLIC = re.compile(r"[^。]*面向社会开展的职业技能评价由[^。]*。|[^。]*对参评人员对象范围另有规定的[^。]*。")
_UNSAID = "评价目录和机构备案的有效期到什么时候"


def answer_validity(desk: Desk, turn: Turn) -> Reply:
    """No notice prints an end: what it prints is whose year it is for, and that it is adjusted."""
    return _quoted(desk, turn, unsaid=_UNSAID)


def answer_where_kept(desk: Desk, turn: Turn) -> Reply:
    """Where the organisations and their projects are looked up, in the catalogue's own words."""
    return _quoted(desk, turn, unsaid=None)


def answer_to_the_public(desk: Desk, turn: Turn) -> Reply | None:
    """That the listed assessments are for the public, and what is kept open, in the catalogue's own words."""
    found = _catalogue(desk, turn)
    if found is None:
        return None
    status, holding = found
    front = holding.notice.front
    said = [
        Source(clause=path, quote=match.group().strip())
        for path, clause in holding.notice.clauses.items()
        for line in clause.lines
        for match in _PUBLIC.finditer(line.text)
    ]
    if not said:
        return None
    citations = desk.library.cite_all(front.id, tuple(said), turn.as_of)
    citations.append(desk.library.cite_title(front.id, turn.as_of))
    head = f"据{notice_of(front.issuer, front.year, status, turn.as_of)}："
    return single("answered", "\n".join([head, *(one.quote for one in said)]), citations=unique(citations))


def answer_whether_changed(desk: Desk, turn: Turn) -> Reply:
    """Whether this year's list is another cannot be told without it: what the held one says of changes."""
    reply = _quoted(desk, turn, unsaid=None)
    missing = year_missing(desk, turn, turn.as_of.year)
    if not missing or reply.status != "answered":
        return reply
    first = reply.messages[0]
    message = first.model_copy(update={"text": f"{missing}变没变不能确定。\n{first.text}"})
    return reply.model_copy(update={"status": "partial", "messages": (message, *reply.messages[1:])})


def year_missing(desk: Desk, turn: Turn, year: int | None) -> str:
    """The sentence that the catalogue of the year asked for is not held; empty where it is, or none was asked for."""
    held = [one.notice.front.year for one in desk.library.holdings if one.notice.front.kind == "catalogue"]
    if year is None or year in held:
        return ""
    word = f"{year}年" if str(year) in turn.text else year_word(year, turn.as_of)
    return f"没有收录{word}的评价目录。"


def newest_catalogue(desk: Desk, turn: Turn) -> tuple[str, list[Citation]]:
    """Which catalogue is held instead of the one asked for."""
    found = _catalogue(desk, turn)
    if found is None:
        return "", []
    status, holding = found
    front = holding.notice.front
    named = notice_of(front.issuer, front.year, status, turn.as_of)
    return f"收录的评价目录是{named}附的。", [desk.library.cite_title(front.id, turn.as_of)]


def _quoted(desk: Desk, turn: Turn, unsaid: str | None) -> Reply:
    found = _catalogue(desk, turn)
    if found is None:
        return single("not_stated", "目前没有收录评价目录。")
    status, holding = found
    front = holding.notice.front
    named = notice_of(front.issuer, front.year, status, turn.as_of)
    quotes = _sources(holding.facts.rules) if unsaid else _sources(holding.facts.rules)[:1]
    citations: list[Citation] = desk.library.cite_all(front.id, tuple(quotes), turn.as_of)
    citations.append(desk.library.cite_title(front.id, turn.as_of))
    head = f"{named}没有写明{unsaid}。写明的是：" if unsaid else f"据{named}："
    text = "\n".join([head, *(one.quote for one in quotes)])
    return single("partial" if unsaid else "answered", text, citations=unique(citations))


def _catalogue(desk: Desk, turn: Turn) -> Rated | None:
    rated = desk.library.by_status(turn.as_of)
    return next(((status, one) for status, one in rated if one.notice.front.kind == "catalogue"), None)


def _sources(rules: tuple[RuleFact, ...]) -> list[Source]:
    return [source for rule in rules if rule.topic == _CHANGES for source in rule.sources]
