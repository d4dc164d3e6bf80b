"""How long the person has worked in the field: 干了六年, 3年经验, 2019年开始做, 没干过; and whether without a break."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from bot.actions.situation.dates import months_between
from bot.actions.situation.heard import DATE, END, LEVEL, OCCUPATION, RANGE, TERM, Clause, Heard
from bot.actions.situation.since import since_terms
from bot.actions.situation.terms import terms
from bot.actions.situation.work_words import AI, FIELD, OTHER_JOB, VERB, WENT_ON

_SURELY_A_LENGTH = 24  # months
_FILLED = r"(?:已经|已|刚刚|刚(?!好)|整(?![个体])|待了?|呆了?|也|都|有|了|过|整整|足足|满|超过|总共|一共|累计|加起来|前前后后|刚好|正好|到现在|至今|是|只|才|仅|就|个|[:])*+"
_LENGTH = rf"(?:{TERM}|{RANGE})"
_WORKED = re.compile(
    rf"(?P<verb>{VERB})(?P<field>(?:{FIELD}|这[个种]?(?:活儿?|事儿?)?|的|工作|[了过])*+)(?P<filled>{_FILLED})(?P<term>{_LENGTH})"
)
_FIELDED = re.compile(
    rf"(?P<field>{FIELD})(?:工作|干|做|当|搞|[里中上]|也|就)*(?P<filled>{_FILLED})(?P<term>{_LENGTH})"
)
_EXPERIENCE = re.compile(
    rf"(?P<term>{_LENGTH})(?:多|以上|\+)*的?(?P<field>(?:{FIELD}|行业|实际|一线|的)*+)(?:工作|从业)*的?(?:经验|工龄|经历|资历)(?P<filled>)"
)
_COUNTED = re.compile(
    rf"(?:工龄|行龄|资历|经验|经历|从业年限|工作年限|从业时间|工作时间|年资)(?P<field>)(?P<filled>{_FILLED})(?P<term>{TERM})"
)
_RECENTLY = re.compile(
    rf"(?:最近|后来?|后面|最后|其中有?|这)的?(?P<filled>)(?P<term>{_LENGTH})(?:来|里|间|都|在|是|一直|才|开始|主要|专门|就|转|改|的|{VERB})*?(?P<field>{FIELD})"
)
# 没有五年经验，只有三年: what a clause before it spoke of.
_ONLY = re.compile(
    rf"(?:我|但是?|不过|也|其实|现在|目前)*(?:只有?|才|仅有?|就)(?:{VERB}|{FIELD}|了|有|过)*(?P<term>{_LENGTH})"
    rf"(?:的?(?:{FIELD}|工作|从业|行业|实际)*(?:经验|工龄|经历))?(?:多|了|吧|啊|呢|而已)*"
)
_OF_WORK = re.compile(rf"经验|工龄|经历|{VERB}")
_TOTAL = re.compile(
    rf"(?:累计|总共|一共|加起来|合计|总计|前前后后)(?:{VERB}|{FIELD}|了|有|是|也|都|已经?|工作|从业|[:])*(?P<term>{TERM})"
)
_PAUSE = re.compile(
    r"(?:断|停|歇|休息|离开|空窗|空)(?:了|过|开|档|期|有|大概|差不多)*(?P<term>[\ue024\ue025\ue027])|(?P<rough>断|停|歇)[了过]?(?:好)?几(?:年|个月)"
)
_BARE = re.compile(
    rf"(?:不对|不好意思|错了|(?:我)?[记说打写搞弄]错了|更正|应该|其实|不?是(?={TERM})|不是{TERM}|是|我|有|已经|都|哦|嗯|额|总共|一共|累计|只有?|才|仅有?|就|个|满(?={TERM}了)|[,。!~…])*"
    rf"(?P<term>{TERM})(?:多|了|吧|啊|哦|哈|呢|的|呀|[,。!~…])*"
)
# The work itself, in a clause without a length of its own.
_DOING = re.compile(rf"(?:{VERB})[^,]*(?:{FIELD}|这个|这活儿?)[^,]{{0,3}}$|{FIELD}[^,]{{0,3}}(?:{VERB})?的?$")
# What may follow a length of work; any other word could name another job (做了三年销售).
_FOLLOWED = re.compile(
    rf"(?:多|了|整|以上|出头|来|啊|\+|[咧嘞啦咯哈哦])*(?:的?(?:时间|光景|历史|年头))?的?(?:{FIELD}|{LEVEL}|{DATE}|{END[3:-1]}|工作|经验|工龄|从业"
    r"|[能可想够符就目还但跟和后拿持请问]|要|行[吗不伐嘛]|现在|今年|是|报[考名个]?|考(?!评|务|官)|也|有|没|什么|怎|吧|呢|呀|伐|吗|嘛|应该|应届|不是|而|再|中间|一直"
    r"|算|大[专学一二三四]|本科|本人|高中|高职|初中|中专|职高|技校|毕业|学历|打算|准备|直接|申[报请]|升)(?!单位|政)"
)
# Not done yet, not done by the person, or not enough.
_NOT_DONE = re.compile(
    r"(?:再|还要|还得|[差缺][^,]{0,8}|离[^,]{0,6}|要|得|需|打算|准备|等|没|没有|不|未|够不够|不够|不足|缺|公司|单位|企业|机构|学校|协会|你们|怎么|大概|大约|差不多|将近|快|约)(?:我|再|也|到)?$"
)
_RULE = re.compile(r"要求|需要|必须|至少|起码|最[少低]|规定|是不是|是否|只要|应当|打算|准备|多少|几年|招")
_THRESHOLD = re.compile(
    r"^(?:多|以上|及以上)?(?:就|才|(?:是不是)?(?:需要|要不要|必须|得)|要(?:社保|证明|单位|公司|提供|开|什么|盖)|怎么(?:认|算|计|证)|以内|之内|的?要求|够不?够?$)"
)
# Said of oneself it is no rule: 我至少有六年经验.
_AT_LEAST = re.compile(r"(?<=我)(?:这边|自己)?(?:至少|起码|最少)")
# Nothing is asked in the message: 工龄满十年 is told then.
_ASKING = re.compile(r"[?吗么嘛伐呢能可要就才几多需]")
_ZERO = re.compile(
    rf"(?:还没有?|尚未|从没|从未|没有?(?=参加))(?:正式|参加|开始)*(?:工作|上班|入行)(?:过|呢|的)*(?={END[3:-1]}|[能可想要也怎行吗嘛伐])"
    rf"|(?:纯|完全|就|是|个|新人|的|^|我)(?:小白|门外汉)(?={END[3:-1]}|[能可想要也怎行一])"
    rf"|(?:什么|任何|一点点?|半点|啥|丝毫)(?:的|相关|工作|行业|从业|实际|{FIELD})*(?:经验|工龄|经历|基础)(?:我|也|都)*(?:没有?|无)(?!要求)"
    rf"|(?P<none>(?<!有)(?:没有?|无|零|0))(?:任何|一点|什么|啥|相关|行业|的|工作|从业|实际|{FIELD})*+(?:经验|工龄|经历|基础)"
    r"(?!要求|限制|证明|材料|的?(?:班|课|培训|教程|学员|视频)|丰富)"
    rf"|(?:没有?|从没|未|没得)(?:从事|干|做|工作|上|接触|碰)过(?:{FIELD}|的|工作|班|相关)*+(?={END[3:-1]}|[能可想要也怎行吗嘛伐])"
)
_STARTED = re.compile(
    rf"(?:工作|从业)(?:经历|经验|年限|时间)?[:是]*(?P<row>{DATE})(?:至今|到现在|到今)"
    rf"|(?P<date>{DATE})(?:就|才|正式|份|的时候)*(?:开始|起就?)?(?:(?<=开始){FIELD}|进的?(?:了|入)?(?=这一?行|{FIELD})|入的?这?一?行|(?:以来|到现在|至今)(?:我|都|就|一直|都是)*(?:在)?(?:{WENT_ON})|(?:开始|起就?)(?:{WENT_ON})|入行|入职|进厂|上岗|参加工作|(?:{WENT_ON})(?=[^,]*?(?:到现在|至今|到今[天年])))"
    rf"|{FIELD}[^,]{{0,4}}(?P<field_date>{DATE})开始"
    rf"|(?:入行|入职|参加工作|从业|开始[做干]|上岗)(?:时间|日期)?[是从于在:]*(?P<said>{DATE})"
)
_ENDED = re.compile(
    rf"[到至-]{DATE}|辞职|离职|不[干做]了|没[干做]了|退休|转行|停了|中断|(?:打算|准备|想|要|将)[^,]{{0,3}}{DATE}"
)
_UNBROKEN = re.compile(
    rf"(?:没有?|未|从没|从来没有?)(?:断|中断|停|间断|歇|离开)过?|不间断|连着(?:在?[干做])|(?<!没)(?<!没有)(?<!不是)一直都?(?:就)?(?:在(?:做|干|从事|这|{OCCUPATION})|[做干从])(?!别|其)"
    rf"|连续(?:在?[干做]|工作|从事)"
)
_BROKEN = re.compile(
    r"(?:中间|中途|期间|当中)[^,]{0,6}(?:断|停|歇|休|离开|辞|换|没有?[干做])[了过]?|断过|中断过|辞职过|辞过职|间断过|断断续续|(?:没有?|不是)一直在?[做干]|停过|歇过|转行过"
)
_BREAK_RULE = re.compile(r"社保|要求|必须|需要|要一直|要连续|是不是|是否|可以断|能断|能中断|允许")


@dataclass(frozen=True)
class Told:
    """Months of work told at `place`; `ours`: in the field itself, and not in general."""

    place: int
    months: float
    ours: bool = False


def read_work_years(heard: Heard) -> float | None:
    """Years in the field; 0 where the person has none, None where they do not say, or do not say exactly."""
    since = since_terms(heard)
    clauses = [clause for clause in heard.clauses if not clause.supposed]
    found = [one for clause in clauses for one in _in_clause(heard, clause, since)]
    if not found and not since and "?" not in heard.text and (match := _BARE.fullmatch(heard.marked)):
        found = [Told(match.start("term"), heard.terms[match.start("term")])]
    found += [
        one for one in _alone(heard, clauses, since, found) if one.place not in {each.place for each in found}
    ]
    meant = _meant(heard, found, [one for clause in clauses for one in _totals(heard, clause, since)], since)
    months = heard.settled([(one.place, one.months) for one in meant])
    pause = _paused(heard, clauses)
    return None if months is None or pause is None else max(0, months - pause) / 12


def _meant(heard: Heard, found: list[Told], totals: list[Told], since: dict[int, str]) -> list[Told]:
    """Work in the field counts before work in general, and of several lengths what they come to."""
    places = [one.place for one in found]
    if places and heard.taken_back(min(places), max(places)) is not None:
        return found
    ours = [one for one in found if one.ours]
    if len({one.months for one in ours}) == 1:
        return ours
    lengths = {one.months for one in found}
    return totals if totals and (len(lengths) > 1 or (not lengths and since)) else found


def _alone(heard: Heard, clauses: list[Clause], since: dict[int, str], found: list[Told]) -> Iterator[Told]:
    """Clauses of nothing but a length: after one that tells the work (我是做人事的，八年了), or what was taken back."""
    first = min((one.place for one in found), default=None)
    for before, clause in pairwise(clauses):
        match = _BARE.fullmatch(clause.marked)
        if match is None or OTHER_JOB.search(heard.marked):
            continue
        place = clause.start + match.start("term")
        back = first is not None and heard.taken_back(first, place) is not None
        if place not in since and (back or (not found and _DOING.search(before.marked))):
            yield Told(place, heard.terms[place], _has_field(before))


def _totals(heard: Heard, clause: Clause, since: dict[int, str]) -> Iterator[Told]:
    for match in _TOTAL.finditer(clause.marked):
        place = clause.start + match.start("term")
        if place not in since and not _RULE.search(clause.marked[: match.start()]):
            yield Told(place, heard.terms[place])


def _paused(heard: Heard, clauses: list[Clause]) -> int | None:
    """Months of a break; None where its length is only roughly told.

    干了八年中间断过两年 leaves open whether the eight count the break: what is left is the least that it can be.
    """
    months = 0
    for clause in clauses:
        if _BREAK_RULE.search(clause.text):
            continue
        for match in _PAUSE.finditer(clause.marked):
            place = clause.start + match.start("term")
            if match["rough"] or place not in heard.terms or heard.is_least(place):
                return None
            months += heard.terms[place]
    return months


def read_unbroken(heard: Heard) -> bool | None:
    """Whether the work went on all the time; None where nothing is said of it."""
    for clause in heard.clauses:
        if clause.supposed or _BREAK_RULE.search(clause.text):
            continue
        if _UNBROKEN.search(clause.marked):
            return True
        if _BROKEN.search(clause.marked):
            return False
    return None


def _in_clause(heard: Heard, clause: Clause, since: dict[int, str]) -> Iterator[Told]:
    told: dict[int, Told] = {}
    for pattern in (_RECENTLY, _WORKED, _FIELDED, _EXPERIENCE, _COUNTED):
        for match in pattern.finditer(clause.marked):
            place = clause.start + match.start("term")
            if place not in since and _is_own(heard, clause, match, counted=pattern in (_EXPERIENCE, _COUNTED)):
                ours = bool(re.search(FIELD, match["field"])) or (place in told and told[place].ours)
                told[place] = Told(place, heard.terms[place], ours)
    only = _ONLY.fullmatch(clause.marked)
    if only and not told and clause.start and _OF_WORK.search(heard.text[: clause.start]):
        place = clause.start + only.start("term")
        if place not in since and not OTHER_JOB.search(heard.marked):
            told[place] = Told(place, heard.terms[place])
    if (none := _ZERO.search(clause.marked)) and not told:
        place = clause.start + none.start()
        told[place] = Told(place, 0, ours=bool(re.search(FIELD, none.group())))
    yield from told.values()
    if not told:
        yield from _since_start(heard, clause)


def _is_own(heard: Heard, clause: Clause, match: re.Match[str], *, counted: bool) -> bool:
    before, after = clause.marked[: match.start()], clause.marked[match.end() :]
    filled = match["filled"]
    me = (
        "我" in before
        or "了" in filled + match["field"]
        or after.startswith("了")
        or bool(re.search("已经?|刚", filled))
        or not _ASKING.search(heard.text)
    )
    before = _AT_LEAST.sub("", before)
    if _NOT_DONE.search(before) or _RULE.search(before) or ((before.endswith("满") or "满" in filled) and not me):
        return False
    if _THRESHOLD.match(after) and not me:
        return False
    if re.search(AI, heard.text[clause.start + match.start("field") : clause.start + match.end("field")]):
        # The field of these words is that of the occupations named so, and of no other.
        named = heard.names.values()
        if named and not any(re.search(AI, name) for name in named):
            return False
    if not re.search(FIELD, match["field"]) and OTHER_JOB.search(heard.marked):
        return False
    if match.re is _FIELDED and not filled and after and not after.startswith("了"):
        # 一年 beside an occupation can be every year (电工一年考几次).
        return heard.terms[clause.start + match.start("term")] >= _SURELY_A_LENGTH and bool(_FOLLOWED.match(after))
    return counted or match.re is _RECENTLY or bool(_FOLLOWED.match(after))


def _since_start(heard: Heard, clause: Clause) -> Iterator[Told]:
    """From the latest day that the start can be; less than a month is too little to count."""
    match = _STARTED.search(clause.marked)
    if match is None or _ENDED.search(heard.marked) or (not _has_field(clause) and OTHER_JOB.search(heard.marked)):
        return
    place = clause.start + match.start(match.lastgroup or 0)
    if (ago := _ago(heard.words_at(place))) is not None:
        yield Told(place, ago, _has_field(clause))
        return
    span = heard.dates[place]
    if span and (months := months_between(span.end, heard.day)):
        yield Told(place, months, _has_field(clause))


def _ago(words: str) -> int | None:
    """三年前开始 is as exact as 干了三年: months, None for another date."""
    length = re.sub(r"[之以]?前$", "", words)
    return next((one.months for one in terms(length)), None) if length != words else None


def _has_field(clause: Clause) -> bool:
    return bool(re.search(FIELD, clause.marked))
