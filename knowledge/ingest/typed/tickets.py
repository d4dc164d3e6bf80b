"""How applicants get their admission ticket, and how long before the assessment."""

from __future__ import annotations

import re
from collections.abc import Iterable

from knowledge.facts import TicketFact
from knowledge.facts.procedure import Way
from knowledge.ingest.drafts.drafted import Drafted
from knowledge.ingest.drafts.models import Question
from knowledge.ingest.typed.reading import NUMBER, number, url_of, ways
from knowledge.ingest.typed.sentences import Sentence

_CUE = re.compile(r"准考证[^。]*?(?:打印|下载|领取|发送|发放)|(?:打印|下载|领取|发送|发放)[^。]*?准考证")
_BROUGHT = re.compile(r"(?:凭|持|携带?)(?:(?!登|下载|打印|领取)[^,。;])*准考证")
_NO_RULE = re.compile(r"退考|退还|如下|下表|附件|准考证(?:打印|下载)(?:日期|时间)(?:以|见|:(?!考))")
_BEFORE = r"(?:开考|考试|考核|认定|评价|鉴定|考)\s*(?:日|日期)?前"
_DAYS = re.compile(rf"{_BEFORE}\s*(?P<n>{NUMBER})\s*个工作日(?![后内])")
_WEEKS = re.compile(rf"{_BEFORE}\s*(?P<n>{NUMBER})\s*周(?!内)|{_BEFORE}(?P<one>一)星期(?!内)")
_CALENDAR_DAYS = re.compile(rf"{_BEFORE}\s*(?P<n>{NUMBER})\s*[天日](?![后内])")
_OTHER_TIME = re.compile(
    rf"{_BEFORE}\s*{NUMBER}\s*(?:[天日](?=[后内])|个?小时|个月)|当[日天]|{NUMBER}个?工作日后|\d月"
)
_SOME_TIME = re.compile(rf"(?:{_BEFORE}|提前)[^,。;]{{0,3}}{NUMBER}")
_NEEDS = re.compile(
    r"(?:输入|凭|填写)(?P<typed>[^,。;在至到]{2,20}?)(?=[,。在至到]|后|登录|下载|打印|即可|方可|查询)"
)
_AFTER = re.compile(r"(?P<steps>通过[^,。;]{2,40}?(?:缴费手续|缴费|手续))(?=的|后)")
_EVERYBODY = re.compile(r"申报人员|参评人员|考生|申报者|报名人员")
# The ticket itself is the subject, and nothing limits whose it is: 各批次准考证于考前…
_NOBODY = re.compile(
    r"(?:\W|\d|备?注|说明|[各每][期批]次?|[一二三四五六七八九十]|考试|考核|认定|评价)*(?:的)?准考证(?:的)?(?:打印|下载|领取|发放)*"
    r"(?:时间|日期)?(?:均|统一|可|将)*(?=[:为于在自]|考前|开考前)"
)


def draft_tickets(sentences: Iterable[Sentence]) -> Drafted[TicketFact]:
    """One fact for each way that a sentence concerns, in order."""
    facts: list[TicketFact] = []
    questions: list[Question] = []
    for sentence in sentences:
        if not _CUE.search(_BROUGHT.sub("", sentence.plain)) or _NO_RULE.search(sentence.plain):
            continue
        found = [_fact(sentence, way) for way in _ways(sentence)]
        if not found or not _says_something(found[0]) or _more_time(sentence, found[0]):
            questions.append(sentence.ask("打印准考证的对象、时间或办法没有读懂，请核对后填写"))
        else:
            facts += found
    return Drafted(tuple(facts), tuple(questions))


def _ways(sentence: Sentence) -> tuple[Way, ...]:
    """Those named; both where the sentence speaks of applicants without distinction."""
    cue = _CUE.search(sentence.plain)
    concerned = sentence.plain[: cue.end()] if cue else sentence.plain
    general = _EVERYBODY.search(concerned) or _NOBODY.match(sentence.plain)
    everybody: tuple[Way, ...] = ("group", "individual") if general else ()
    return ways(sentence.title) or ways(concerned) or everybody


def _says_something(fact: TicketFact) -> bool:
    return bool(fact.url) or _timed(fact)


def _more_time(sentence: Sentence, fact: TicketFact) -> bool:
    """Whether a time is printed that the fact does not hold."""
    other = _OTHER_TIME.search(sentence.plain) is not None
    return other or (not _timed(fact) and _SOME_TIME.search(sentence.plain) is not None)


def _timed(fact: TicketFact) -> bool:
    return any(one is not None for one in (fact.working_days_before, fact.days_before, fact.weeks_before))


def _fact(sentence: Sentence, way: Way) -> TicketFact:
    working, days, weeks = (one.search(sentence.plain) for one in (_DAYS, _CALENDAR_DAYS, _WEEKS))
    return TicketFact(
        sources=(sentence.source(),),
        way=way,
        working_days_before=number(working["n"]) if working else None,
        days_before=number(days["n"]) if days else None,
        weeks_before=number(weeks["n"] or weeks["one"]) if weeks else None,
        url=url_of(sentence.text),
        needs=_needs(sentence),
    )


def _needs(sentence: Sentence) -> str | None:
    steps = _AFTER.search(sentence.plain)
    if steps:
        return sentence.cut(steps, "steps")
    typed = _NEEDS.search(sentence.plain)
    return sentence.cut(typed, "typed") if typed else None
