"""What is told without saying of what, since it was named before: 前年3月拿的, 之后干了两年, 专业不对口, 是应届."""

from __future__ import annotations

import re

from bot.actions.situation.anchors import held_for
from bot.actions.situation.education import major_in, programme_assessed
from bot.actions.situation.heard import DATE, LEVEL, Clause, Heard
from bot.actions.situation.model import Loose, Major, Status
from bot.actions.situation.school_status import status_in
from bot.actions.situation.schools import SCHOOL, YEAR
from bot.actions.situation.since import since_terms
from bot.actions.situation.spans import Span
from bot.actions.situation.stretches import read_put_right
from bot.actions.situation.titles import relevance_in

# Words of assent and of correction tell nothing themselves; before anything else a date can be that of the else.
_NOTHING_YET = re.compile(
    r"(?:嗯|哦|噢|对|是的?|有的?|好的?|啊|呃|不对|不好意思|抱歉|那|等等|(?:我|刚才|刚刚|之前|前面)*(?:时间|日期)?(?:记|说|写|打|搞|弄|讲)错了?(?:时间|日期)?|错了|更正|改一下|纠正|(?:又|去|刚才|刚刚|刚|特意|重新|仔细|回家)*(?:翻|看|查|找|核对|确认)(?:了|出|到)*(?:一?下|看|一?眼)*(?:我的|那本|那张|本|张)*(?:证书?|本子|证件|职称)?(?:上面?|出来)?|(?:不|也)?不是{date}(?:拿|考|评|发|取得)?的?|的|了|一下)*".replace(
        "{date}", DATE
    )
)
_GOT = r"(?:拿到?|考出来?|考过|考到?|取得|获得|评上?|评下来|发|办|领|到手|下来)"
_OBTAINED = re.compile(
    rf"(?:我|那|如果|要是|应该|其实|而|证书?|职称|也|都|才|刚|就|是|在|的|时间|日期|拿证|取得|发证|大概是)*(?P<date>{DATE})(?:我|才|刚|就|份|的时候)*"
    rf"(?:{_GOT}(?:的|了|到的|到)*(?:证书?|职称)?|的证|(?<=的)取得的)(?:取得的)?(?:呢|吧|哦|啊|呀|了|哈|的|话)*(?:[能可想还够](?!.*哪).*)?"
)
_DAY_ALONE = re.compile(
    rf"(?:应该|其实|而|我|就|不?是(?=.*是)|是|在|的|时间|日期|说成|打成|写成)*(?P<date>{DATE})(?:的|了|才对|啊|呀|吧|哦)*"
)
# 我证是2023年5月的
_PAPER_OF_DAY = re.compile(
    rf"(?:我|的|那|其实|应该|这个?)*(?:证书?|职称)(?:是|在|时间|日期|就|也)*(?P<date>{DATE})(?:拿|考|发|评)?(?:的|了|吧|啊|哦)*"
)
_CASE = re.compile(r"(?:如果|要是|假如).*呢$")
_QUESTION = re.compile(
    r"[吗么嘛伐?]|是不是|是否|有没有|算不算|要不要|什么|哪|怎么|如何|需要|要求|必须|一定要|规定|(?P<either>[在是算属])不(?P=either)"
)
_NO_MORE = re.compile(
    r"(?:没有?|无)(?:什么|啥)?(?:别的|其[他它]|另外的?|多余的?)(?:职业|技能|等级|资格|的)*证书?(?![明件])"
)
_TITLE = re.compile(r"职称|工程师|助工|副高|正高")


def read_loose(heard: Heard, *, credentials: bool, titles: bool, schools: bool) -> Loose | None:
    """The arguments tell which kinds the message names itself: what is told then is theirs. None if nothing is left."""
    school = schools or SCHOOL.search(heard.text) is not None or YEAR.search(heard.text) is not None
    loose = Loose(
        issued=None if credentials or school else _issued(heard),
        day=None if credentials or school else _put_right(heard),
        work_years_since=None if credentials else _since(heard),
        relevant=None if titles else _relevant(heard),
        major=None if school else _major(heard),
        assessed=None if school else _assessed(heard),
        status=None if school else _status(heard),
        no_more=_no_more(heard),
        stretch=read_put_right(heard),
    )
    return loose if loose != Loose() else None


def _issued(heard: Heard) -> Span | None:
    """The first thing that the message tells is the day, or for how long it has been held."""
    for clause in heard.clauses:
        match = _OBTAINED.fullmatch(clause.marked) or _PAPER_OF_DAY.fullmatch(clause.marked)
        if match and (not clause.supposed or _is_case(heard, clause)) and not _is_asked(heard, clause):
            return heard.dates[clause.start + match.start("date")]
        if not _NOTHING_YET.fullmatch(clause.marked):
            break
    held = _own_terms(heard, "held")
    return held_for(heard, held[0]) if len(held) == 1 else None


def _put_right(heard: Heard) -> Span | None:
    """我记错了，是2022年3月15日: a day, and no word of what it is the day of."""
    if not heard.corrects:
        return None
    found = [
        heard.dates[clause.start + match.start("date")]
        for clause in heard.clauses
        if (match := _DAY_ALONE.fullmatch(clause.marked)) and not _is_asked(heard, clause)
    ]
    return found[-1] if found else None


def _since(heard: Heard) -> float | None:
    since = _own_terms(heard, "since")
    return since[0] / 12 if len(since) == 1 else None


def _own_terms(heard: Heard, wanted: str) -> list[int]:
    """Months by kind, but not of a certificate whose level is named and not held."""
    return [
        heard.terms[place]
        for place, kind in since_terms(heard).items()
        if kind == wanted and place in heard.terms and not re.search(LEVEL, heard.marked[:place])
    ]


def _relevant(heard: Heard) -> bool | None:
    for clause in _telling(heard):
        if _TITLE.search(clause.text):
            return relevance_in(clause.text[_last(_TITLE, clause.text) :])
    return None


def _major(heard: Heard) -> Major | None:
    for clause in _telling(heard):
        if not _TITLE.search(clause.text) and not re.search(r"(?<!论)证(?!明)", clause.text):
            found = major_in(clause.text)
            if found:
                return found
    return None


def _assessed(heard: Heard) -> bool | None:
    for clause in _telling(heard):
        found = programme_assessed(clause.text)
        if found is not None:
            return found
    return None


def _status(heard: Heard) -> Status | None:
    for clause in _telling(heard):
        found = status_in(heard, clause.text)
        if found:
            return found
    return None


def _no_more(heard: Heard) -> bool | None:
    """没别的证书 of one who told of no certificate before says that there is none."""
    return True if any(_NO_MORE.search(one.text) for one in _telling(heard)) else None


def _telling(heard: Heard) -> list[Clause]:
    """Clauses that tell and do not ask; a case put as 如果是…呢 is to be judged as if it were told."""
    return [
        one
        for one in heard.clauses
        if (not one.supposed or _is_case(heard, one))
        and not _is_asked(heard, one)
        and not _QUESTION.search(one.text)
    ]


def _is_case(heard: Heard, clause: Clause) -> bool:
    return bool(_CASE.search(clause.text)) and heard.corrects


def _is_asked(heard: Heard, clause: Clause) -> bool:
    ends = heard.text[clause.end : clause.end + 1] == "?"
    return (ends and not re.search(r"呢$", clause.text) and not re.search(r"[能可够]", clause.text)) or bool(
        re.search(r"的吗$|了吗$|是不是|是否", clause.text)
    )


def _last(pattern: re.Pattern[str], text: str) -> int:
    return [match.end() for match in pattern.finditer(text)][-1]
