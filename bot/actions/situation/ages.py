"""How old the person is: 28岁, 今年三十五, 刚满16, or when they were born: 98年的, 生日是2010年6月1日."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.actions.situation.heard import DATE, END, LEVEL, Clause, Heard
from bot.actions.situation.spans import Span
from knowledge.timespan import months_after, whole_years
from knowledge.wording.numerals import chinese_number
from knowledge.wording.spoken_days import spoken_day

_YOUNGEST, _OLDEST = 10, 100
_MONTHS = 12
_NUMBER = r"(?<![0-9.\-~])(?P<n>[0-9]{2}|(?<![一二两三四五六七八九十廿])(?:廿[一二三四五六七八九]?|[二三四五六七八九]?十[一二三四五六七八九]?))"
_NOW = r"(?:今年|现在|目前|如今)"
_WHO = r"(?:我|咱|侬|阿拉|他|她|儿子|女儿|孙子|孙女|孩子|小孩|囡囡|弟弟|妹妹|老公|老婆|爸|妈|本人|爱人|丈夫|妻子|媳妇|太太|朋友|同学|同事|[表堂][弟妹哥姐]|哥哥|姐姐|侄[子女]|外甥女?|老头子?|老太婆?|爷叔|爷爷|奶奶|外公|外婆|阿姨|叔叔)"
_LATER = (
    r"(?!半?(?:以[上下前后内]|[之以]?前|之后|后|左右|上下|不到|及以上|多|到|至|[-~]|还?[差缺欠]|还没|的?时候?|那年|开始|起|就|出来|参加|入行|入职|进厂"
    r"|毕业|退休(?![了啦咯])|拿|考(?:出|到|过|的)|结婚|才能|才可以|才行|的?(?:老人|宝宝|婴|幼儿|儿童)))"
)
_WITH_UNIT = re.compile(rf"{_NUMBER}(?:周岁|岁){_LATER}(?P<then>干|做|工作|从事|当)?(?P<reached>了)?")
_BARE = re.compile(
    rf"(?:{_NOW}(?:都|已经|刚好?|才|也|是|有|刚?满|快?)*|刚[满过]|周岁(?:是)?|已经?满|{_WHO}(?:都|已经|刚刚?|才|满|是)*|年龄[是:]*|年纪[是:]*|岁数[是:]*)"
    # 我15 初三
    rf"{_NUMBER}[了啦咯喽哎呀呢]?(?={END[3:-1]}|(?:[初高][一二三]|大[一二三四])(?!毕业|的?时候?|那年)|[还能可想要够]|(?:已经|都|刚)?退休[了啦咯])"
)
# A number that the person has not reached, has passed, or speaks of as a rule.
_NOT_NOW = re.compile(
    r"(?:超过|大于|小于|低于|高于|过了|过|不到|未满|不满|没到|没满|还没|快要?|将近|接近|大概|差不多|大约|约|近|虚|虚岁|不是|到|从|至|要|得|差"
    r"|必须|再过[^,]{0,6}|还有[^,]{0,6}|再(?:等|干)?[^,]{1,5}(?:就)?|需|比[我他她]?大|大[我他她]?|小)$"
)
_RULE = re.compile(
    r"要求|限制|规定|必须|上限|下限|最[低高大小]|至少|起码|是不是要|需要|只要|明年|后年|下个?月|还差"
)
_REACHED = re.compile(rf"(?:刚刚?|已经?|都|{_NOW}|{_WHO}|正好|早就?|才)$")
_BORN = re.compile(
    rf"(?:出生|生日|生于)(?:日期|年月日?|时间)?[是于在为:]*(?P<after>{DATE})"
    rf"|(?P<before>{DATE})(?:出生|生人|生的|的?生日|生{END})"
    rf"|(?:^|[我他她是]|儿子|女儿|孩子|小孩|弟弟|妹妹)(?P<plain>{DATE})的(?={END[3:-1]}|[能可想还要够现今属刚才])"
)
_ABOUT_ELSE = re.compile(
    r"证|职称|工程师|经济师|助工|副高|正高|学历|文凭|公司|单位|干|做|工作|毕业|拿|考的|入|通知|政策|文件|题|标准"
)
_CREDENTIAL = re.compile(rf"职称|工程师|经济师|助工|副高|正高|证(?!件)|{LEVEL}")
# 16岁生日是2026年12月5号, 12月5号满16岁: the day on which an age is reached, which may lie ahead.
_DAY = (
    r"(?P<{0}>(?:(?:20[0-9]{{2}}|[今明后去]年)[年./-]?|下?下?个?)?(?:[0-9一二三四五六七八九十]{{1,3}})?"
    r"(?:月份?|[./-])[0-9一二三四五六七八九十]{{1,3}}[日号]?)"
)
_REACHES = re.compile(
    rf"{_NUMBER}周?岁的?生日[是在为:]*{_DAY.format('on')}"
    rf"|{_DAY.format('since')}[才就要会刚正好是]*(?:满|过|到)了?(?P<m>[0-9]{{2}}|二?十[一二三四五六七八九]?)(?:周?岁|生日)"
)
# 明年3月满16: of a month alone, in which it may be any day.
_REACHES_IN = re.compile(
    r"(?:(?P<year>20[0-9]{2})年|(?P<word>[今明后])年)(?P<month>[0-9]{1,2}|十[一二]?|[一二三四五六七八九])月份?[才就要会刚正好是]*满了?(?P<n>1[0-9]|十[一二三四五六七八九])(?:周?岁)?(?=$|[,。;!了的呢啊])"
)
_YEARS_ON = {"今": 0, "明": 1, "后": 2}
_LUNAR = re.compile(r"农历|阴历|旧历")


def read_age(heard: Heard) -> int | None:
    """Age in whole years; None where none is told, or several."""
    found = [place for clause in heard.clauses if not clause.supposed for place in _ages(clause)]
    age = heard.settled(found)
    return None if age is None else int(age)


def read_birth(heard: Heard) -> Span | None:
    """The days of birth that the words allow; a lunar date is none."""
    spans = [
        span
        for clause in heard.clauses
        if not clause.supposed and not _LUNAR.search(clause.text)
        for match in _BORN.finditer(clause.marked)
        if (span := _birth(heard, clause, match))
    ]
    spans += [span for clause in heard.clauses if not clause.supposed and (span := _reaches(heard, clause))]
    return (
        spans[-1]
        if spans and (len(set(map(str, spans))) == 1 or (len(spans) > 1 and "不" in heard.text))
        else None
    )


def _reaches(heard: Heard, clause: Clause) -> Span | None:
    """The day of birth of whoever tells on which day they reach an age."""
    match = None if _LUNAR.search(clause.text) else _REACHES.search(clause.text)
    day = match and spoken_day(match["on"] or match["since"], heard.day)
    if match is None or day is None or day.first != day.last:
        return _reaches_in(heard, clause)
    born = months_after(day.first, -12 * _value(match["n"] or match["m"]))
    return Span(start=born, end=born)


def _reaches_in(heard: Heard, clause: Clause) -> Span | None:
    match = None if _LUNAR.search(clause.text) else _REACHES_IN.search(clause.text)
    if match is None:
        return None
    month = int(match["month"]) if match["month"].isdigit() else chinese_number(match["month"])
    year = int(match["year"] or heard.day.year + _YEARS_ON[match["word"]]) - _value(match["n"])
    if not 1 <= month <= _MONTHS:
        return None
    first = date(year, month, 1)
    return Span(start=first, end=months_after(first, 1) - timedelta(days=1))


def _ages(clause: Clause) -> list[tuple[int, float]]:
    birthdays = [range(*match.span()) for match in _REACHES.finditer(clause.text)]
    found = [match for match in _WITH_UNIT.finditer(clause.marked) if _is_now(clause, match)]
    found = [match for match in found if not any(match.start() in one for one in birthdays)]
    found += [match for match in _BARE.finditer(clause.marked) if not _RULE.search(clause.marked[: match.start()])]
    ages = {match.start("n"): _value(match["n"]) for match in found}
    return [(clause.start + place, age) for place, age in ages.items() if _YOUNGEST <= age <= _OLDEST]


def _is_now(clause: Clause, match: re.Match[str]) -> bool:
    before = clause.marked[: match.start()]
    if re.match("的?生日", clause.marked[match.end() :]) and re.search("[刚已经才]过[了完]?$", before):
        return True
    if _NOT_NOW.search(before) or _RULE.search(before):
        return False
    if match["then"] and not re.search(rf"{_NOW}|刚|已经", before):
        return False  # 我18岁做电工 tells when it began
    if before.endswith("满"):
        return bool(match["reached"] or _REACHED.search(before[:-1].removesuffix("年")))
    return True


def _value(number: str) -> int:
    if number[0] == "廿":
        return 20 + (chinese_number(number[1:]) if number[1:] else 0)
    return int(number) if number.isdigit() else chinese_number(number)


def _birth(heard: Heard, clause: Clause, match: re.Match[str]) -> Span | None:
    kind = match.lastgroup or ""
    span = heard.dates[clause.start + match.start(kind)]
    if span is None or not _YOUNGEST - 5 <= whole_years(span.start, heard.day) <= _OLDEST:
        return None
    young = whole_years(span.start, heard.day) < _YOUNGEST
    if kind == "plain" and match.start(kind) == 0 and _names_credential(heard, clause):
        return None
    if kind == "plain" and (young or _ABOUT_ELSE.search(clause.marked[: match.start(kind)])):
        return None
    return span


def _names_credential(heard: Heard, clause: Clause) -> bool:
    """助理工程师，2012年3月的: the date is that of what was named just before."""
    index = heard.clause_at(clause.start)
    before = heard.clauses[index - 1] if index else None
    return before is not None and bool(_CREDENTIAL.search(before.marked))
