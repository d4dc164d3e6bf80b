"""From when an admission ticket can be printed: the timetable's date, else the notice's rule counted back."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from knowledge.facts import TicketFact, WindowFact
from knowledge.library import Holding, Library
from knowledge.models import Citation
from knowledge.schedule.days import printed_first_day
from knowledge.schedule.models import Ticket
from knowledge.timespan import spoken_date
from knowledge.working_days import working_days_before

_RULE = re.compile(
    r"(?:开考|考试|考核|评价|认定|鉴定|测试|考)(?:日期?|时间|当[日天])?之?前"
    r"(?:[零〇一二两三四五六七八九十]{1,3}|\s?\d{1,3}\s?)个?(?:工作日|星期|周|天|日)"
)


def notice_tickets(library: Library, holding: Holding, as_of: datetime) -> tuple[Ticket, ...]:
    """The notice's rules, one for each way that it states, with no date."""
    return tuple(_ruled(library, holding, fact, None, as_of) for fact in holding.facts.tickets)


def window_tickets(library: Library, holding: Holding, fact: WindowFact, as_of: datetime) -> tuple[Ticket, ...]:
    """The tickets of one row: its printed date prevails over the rule. Empty where the notice says nothing."""
    printed, rules = fact.admission_ticket, holding.facts.tickets
    if printed and (printed.from_ or not rules):
        cited = library.cite_all(holding.notice.id, fact.sources[:1], as_of)
        known = {"from_": printed.from_, "text": printed.text, "computed": None}
        if not rules:
            return (Ticket(way=None, **known, url=None, needs=None, citations=cited),)
        return tuple(
            ticket.model_copy(update={**known, "citations": [*cited, *ticket.citations]})
            for ticket in notice_tickets(library, holding, as_of)
        )
    first = printed_first_day(fact.assessment, holding.notice.front.year)
    return tuple(_ruled(library, holding, rule, first, as_of) for rule in rules)


def _ruled(library: Library, holding: Holding, rule: TicketFact, first: date | None, as_of: datetime) -> Ticket:
    cited = library.cite_all(holding.notice.id, rule.sources, as_of)
    text = rule_words(cited)
    day, explanation = counted_back(rule, text, first)
    return Ticket(
        way=rule.way, from_=day, text=text, computed=explanation, url=rule.url, needs=rule.needs, citations=cited
    )


def rule_words(citations: list[Citation]) -> str:
    """The words that say how long before (考试前五个工作日); the whole quote where none are recognised."""
    found = (match.group() for one in citations if (match := _RULE.search(one.quote)))
    return next(found, citations[0].quote)


def counted_back(rule: TicketFact, text: str, first: date | None) -> tuple[date | None, str]:
    """Count the rule back from the assessment's first day.

    Returns:
        The day and how it was worked out; or None and why it is not known.
    """
    count = rule.working_days_before
    if count is None and rule.days_before is None and rule.weeks_before is None:
        return None, "通知没有写明提前多久"
    if first is None:
        return None, f"考试的具体日期还不知道，公布以后按“{text}”往前数"
    if count is None:
        days = rule.days_before or 7 * (rule.weeks_before or 0)
        return first - timedelta(days=days), f"“{text}”：从考试第一天{spoken_date(first)}往前数{days}天"
    day = working_days_before(first, count)
    if day is None:
        return None, f"这里还没有收录{first.year}年前后的法定节假日安排，“{text}”是哪一天还算不出来"
    return day, f"“{text}”：从考试第一天{spoken_date(first)}往前数{count}个法定工作日"
