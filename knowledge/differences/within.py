"""What a notice says otherwise than itself: annexes, dates against rules, levels, names, slips of numbering."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from knowledge.clause_path import CHINESE, Number, leading_number
from knowledge.differences.finding import Finding
from knowledge.facts import TicketFact, WindowFact
from knowledge.facts.differences import Check
from knowledge.lexicon.matching import fold
from knowledge.library import Holding, Library
from knowledge.models import Clause

_ANNEX = re.compile(r"附件\s*(\d{1,2})(?!\d)")
_ANNEX_WITH_TITLE = re.compile(r"附件\s*(\d{1,2})(?!\d)[：:]?\s*《([^》]+)》")
_HOST = re.compile(r"(?<![a-z0-9.-])(w{2,4}\.)([a-z0-9-]+(?:\.[a-z0-9-]+)+)")
_LEVEL_CELL = re.compile(r"(?:^|\s)[一二三四五1-5](?:[、,，][一二三四五1-5])*级?(?:\s|$)")
_DAYS_A_WEEK = 7


def within(library: Library) -> Iterator[Finding]:
    """Everything of this kind in every notice."""
    for holding in library.holdings:
        for check in (_annexes, _titles, _windows, _tickets, _retakes, _payment_dates, _owners):
            yield from check(holding)
        for check in (_websites, _numbering, _brackets, _title_name):
            yield from check(holding)


def _finding(holding: Holding, check: Check, key: str, clause: str, message: str) -> Finding:
    return Finding(check, key, frozenset({holding.notice.id}), clause, message)


def _annexes(holding: Holding) -> Iterator[Finding]:
    """An annex that is cited but not there; each annex once."""
    seen = set()
    for clause in holding.notice.clauses.values():
        for number in _ANNEX.findall(clause.text):
            part = f"附件{number}"
            if part not in holding.notice.clauses and part not in seen:
                seen.add(part)
                yield _finding(holding, "annex_missing", part, clause.path, f"it cites {part}, which is not there")


def _titles(holding: Holding) -> Iterator[Finding]:
    for clause in holding.notice.clauses.values():
        for number, title in _ANNEX_WITH_TITLE.findall(clause.text):
            annex = holding.notice.clauses.get(f"附件{number}")
            if annex is not None and fold(title) not in fold(annex.text.replace("\n", "")):
                message = f"it calls 附件{number} 《{title}》, the annex calls itself otherwise"
                yield _finding(holding, "annex_title", f"附件{number}《{title}》", clause.path, message)


def _windows(holding: Holding) -> Iterator[Finding]:
    """A timetable names levels that an occupation of the notice does not have."""
    for fact in holding.facts.catalogue:
        named = {
            level
            for one in holding.facts.windows
            if _names_levels_of(one, fact.occupation)
            for level in one.levels
        }
        if extra := sorted(named - set(fact.levels), reverse=True):
            clause = holding.facts.windows[0].sources[0].clause
            message = f"the timetable names levels {extra}, which {fact.occupation} is not offered at"
            yield _finding(holding, "window_levels", fact.occupation, clause, message)


def _names_levels_of(window: WindowFact, occupation: str) -> bool:
    """Whether the row concerns the occupation and prints levels; else its levels are those that the notice offers."""
    concerned = window.occupations is None or occupation in window.occupations
    return concerned and any(_LEVEL_CELL.search(source.quote) for source in window.sources)


def _tickets(holding: Holding) -> Iterator[Finding]:
    """Ticket dates of the timetable that come later than the notice's own rule allows."""
    for ticket in holding.facts.tickets:
        late = [one for one in holding.facts.windows if _late(one, ticket)]
        if late:
            clause = ticket.sources[0].clause
            message = (
                f"its rule says {ticket.weeks_before} week(s) before, the timetable {len(late)} later date(s)"
            )
            yield _finding(holding, "ticket_rule", ticket.way, clause, message)


def _late(window: WindowFact, ticket: TicketFact) -> bool:
    dates = (window.admission_ticket.from_ if window.admission_ticket else None, window.assessment.start)
    first, exam = dates
    if not (first and exam and ticket.weeks_before):
        return False
    return (exam - first).days < ticket.weeks_before * _DAYS_A_WEEK


def _retakes(holding: Holding) -> Iterator[Finding]:
    """Validity is stated for levels that the organisation does not offer."""
    offered = {level for one in holding.facts.catalogue for level in one.levels}
    stated = {level for one in holding.facts.retakes for level in one.levels}
    if offered and (extra := sorted(stated - offered, reverse=True)):
        clause = next(one.sources[0].clause for one in holding.facts.retakes if one.levels)
        key = "、".join(map(str, extra))
        yield _finding(holding, "retake_levels", key, clause, f"validity of levels {extra}, which are not offered")


def _payment_dates(holding: Holding) -> Iterator[Finding]:
    """The words before a timetable promise dates of payment that it does not hold."""
    if any(one.payment for one in holding.facts.windows) or not holding.facts.windows:
        return
    for clause in holding.notice.clauses.values():
        if "缴费日期" in clause.text:
            yield _finding(holding, "payment_dates", "缴费日期", clause.path, "缴费日期 is named, none is given")
            return


def _owners(holding: Holding) -> Iterator[Finding]:
    """The issuer's telephone stands under a name that is not quite the issuer's."""
    issuer = holding.notice.front.issuer
    for contact in holding.facts.contacts:
        for phone in contact.phones:
            if phone.owner != issuer and set(phone.owner) <= set(issuer):
                clause = next((one.clause for one in contact.sources if phone.number in one.quote), "标题")
                message = f"{phone.number} stands under {phone.owner}, the issuer is {issuer}"
                yield _finding(holding, "owner_name", phone.owner, clause, message)


def _websites(holding: Holding) -> Iterator[Finding]:
    """An address whose www has one w too few or too many."""
    for clause in holding.notice.clauses.values():
        for prefix, domain in _HOST.findall(clause.text):
            if prefix != "www.":
                message = f"{prefix}{domain}: www. is spelt otherwise than usual"
                yield _finding(holding, "website", prefix + domain, clause.path, message)


def _numbering(holding: Holding) -> Iterator[Finding]:
    """Numbers below a clause that do not run 1, 2, 3 …, or a single number with nothing beside it."""
    for clause in holding.notice.clauses.values():
        labels = [_number(holding.notice.clauses[path]) for path in clause.children]
        for depth in {one.depth for one in labels if one}:
            values = [_value(one.label) for one in labels if one and one.depth == depth]
            first_is_inline = values[:1] == [2] and re.search(r"[：:]\s*1[.、]", clause.text)
            expected = list(range(2 if first_is_inline else 1, len(values) + (2 if first_is_inline else 1)))
            if values != expected or (len(values) == 1 and not first_is_inline):
                message = f"the numbers below {clause.path} are {values}"
                yield _finding(holding, "numbering", clause.path, clause.path, message)


def _number(clause: Clause) -> Number | None:
    return leading_number(clause.lines[0].text) if clause.lines else None


def _value(label: str) -> int:
    """What a number in any style counts: 3 for 3, ③, 三, 第三条 and ㈢."""
    bare = re.sub(rf"[^\d{CHINESE}]", "", unicodedata.normalize("NFKC", label))
    if bare.isdecimal():
        return int(bare)
    tens, ten, ones = bare.rpartition("十")
    first = (CHINESE.index(tens) + 1 if tens else 1) * 10 if ten else 0
    return first + (CHINESE.index(ones) + 1 if ones else 0)


def _brackets(holding: Holding) -> Iterator[Finding]:
    """Brackets that are closed without having been opened, or the other way round; widths may mix."""
    for clause in holding.notice.clauses.values():
        for line in clause.lines:
            text = line.text.translate(str.maketrans("()", "（）"))
            for opening, closing in (("（", "）"), ("《", "》"), ("“", "”"), ("〔", "〕")):
                bare = re.sub(r"^[\d一二三四五六七八九十]+）", "", text)
                if bare.count(opening) != bare.count(closing):
                    message = f"{opening}{closing} do not match in {line.text[:30]!r}"
                    yield _finding(holding, "brackets", clause.path, clause.path, message)


def _title_name(holding: Holding) -> Iterator[Finding]:
    """The title prints an occupation's name without its last character."""
    title = holding.notice.front.title
    for fact in holding.facts.catalogue:
        stem = fact.occupation[:-1]
        whole = fact.occupation in title or re.search(rf"{re.escape(stem)}[员师工]", title)
        if len(fact.occupation) > 2 and not whole and stem in title:
            message = f"the title prints {fact.occupation[:-1]} for {fact.occupation}"
            yield _finding(holding, "title_name", fact.occupation, "标题", message)
