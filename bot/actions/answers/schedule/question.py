"""What is asked of a timetable, and what was told of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.actions.answers.schedule.lines import row
from bot.actions.answers.schedule.named_days import NamedDays, Part
from bot.actions.answers.schedule.yes_no import Whether
from bot.actions.reply import Computed
from knowledge.schedule import Window
from knowledge.wording.days import AskedDays, asked_days

COUNTS_DAYS = re.compile(
    r"(?:还[有剩要差]|只?剩下?|[离距].{0,16}|有)了?(?:多久|(?:多少|几)个?(?:天|日|星期|周))|要等多久|(?:多少|几)天(?:以后|过后|后|之后|到|开始|截止)"
    r"|倒计时"
)
_WHEN_TO_PAY = re.compile(
    r"什么时[候间]|啥时|何时|[几多]号|哪[天日]|截止|截至|期限|日期|多久|几月|时间|[缴交付]费(?:窗口)?期|[缴交付]费窗口|哪[几两]天|哪段|之?前.{0,4}付"
    r"|[那这]几?(?:天|日|时候|时|段时间|阵)|最后(?:一|几|.{0,2}期)[天日限]|(?:多少|几)天|来[得不]+及|还[能可][以]?[^，。]{0,3}[交缴付]|开始了?[吗没]"
)
_HOW_TO_PAY = re.compile(
    r"怎么|怎样|如何|咋|方式|微信|支付宝|刷卡|现金|扫码|二维码|链接|账[号户]|[打转汇]到|哪[里儿]"
)
# 审核过了一个月内交都行, 考前交就可以, 随时交: a term of payment that somebody has heard, which is one of days.
PAY_TERM = re.compile(
    r"(?:(?:\d+|[一二两三四五六七八九十半几]+)个?(?:天|工作日|日|周|星期|礼拜|月|年)(?:以?内|之内|里|以前|之前)?|考试?(?:以|之)?前(?:一天)?|考完(?:再|以后)?|随时|任何时候|年底(?:之?前)?|什么时候)[^，。,]{0,6}[缴交付](?:费|钱|款|上|清|齐)?(?:都|也|就|来|了)*(?:行|可以|没问题|没关系|能|不晚|来得及|成|OK)"
)
# What no notice prints of an assessment: where it is held, and what to bring.
TO_BRING = "考试要带的东西"
_VENUE = re.compile(
    r"考[场点](?:在|是|设|安排|地址|位置|哪)|考试(?:的)?(?:地点|地址)|(?:在|去|到)?(?:哪里|哪儿|什么地方|啥地方)考试"
)
_TO_BRING = re.compile(
    r"考[^，。]{0,16}(?:要|需要|该|得|用|必须)?带(?:些)?(?:什么|啥|哪些|身份证|证件|笔)"
    r"|^[^报领申办补]{0,6}(?:身份证|证件|准考证)(?:原件)?(?:也|还)?(?:要不要|需不需要|要|用|需要|得)(?:不要|不用)?带"
)
_ONLY_BRINGS = re.compile(r"[^考报]{0,8}(?:带|准备|拿)(?:些|点|上|好)?(?:什么|啥|哪些|哪几样)")
GOES_ON = re.compile(r"呢[？?。]?$")
# A day on which it is said to close is none to apply on (听说15号就截止了).
CLOSES_ON = re.compile(
    r"(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})[号日](?:就|已经|都|早就|那天|是|要)*(?:关|截止|结束|停|截至)(?!前)"
)
_DAY_GONE = re.compile(r"(?:昨天|前天|上周[一二三四五六日天])(?:是|就是)?(?:\d{1,2}月)?\d{1,2}[日号]")
_JUST_PASSED = re.compile(r"刚过|过了|过完|过后|已过|记得|上次")
_TODAY = re.compile(r"今[天日儿]|现在")


@dataclass(frozen=True)
class Question:
    """What is asked of a timetable. `year_asked`: the person named the notice's year.

    `announced` are the ids of organisations whose next notice is known, `current` of those with one in force. `on` are
    the days to come that the text asks about (明天, 下周一, 国庆), None for today. `whether`: which yes or no is asked for.
    """

    text: str
    part: Part
    as_of: datetime
    day: date
    named: list[NamedDays]
    year_asked: bool
    announced: frozenset[str]
    current: frozenset[str] = frozenset()
    on: AskedDays | None = None
    whether: Whether | None = None

    @property
    def kind(self) -> Whether | None:
        """The yes or no of a question about a day; 「明天呢」 goes on with the one asked before."""
        return self.whether or ("can" if GOES_ON.search(self.text) else None)


@dataclass
class Told:
    """Lines with the rows that they speak of. `stated` is False where no notice of this year says it.

    `partial`: only another year's notice says it. `verdict` is the yes or no that the lines begin with.
    """

    lines: list[str] = field(default_factory=list)
    rows: list[Window] = field(default_factory=list)
    computed: list[Computed] = field(default_factory=list)
    stated: bool = True
    partial: bool = False
    verdict: str = ""

    def say(self, *lines: str) -> None:
        """Add lines that are not empty."""
        self.lines += [one for one in lines if one]

    def show(self, windows: list[Window], first: Part, state: bool = True) -> None:
        """Add one line for each row, what was asked for first."""
        self.say(*(f"{row(one, self.computed, first, state)}。" for one in windows))
        self.rows += [one for one in windows if one not in self.rows]


def asks_when_to_pay(text: str, as_of: datetime) -> bool:
    """Whether a question about paying is one of dates: it asks for one, or for a certain day (国庆能交吗)."""
    if _WHEN_TO_PAY.search(text) or PAY_TERM.search(text):
        return True
    return asked_days(text, as_of) is not None and not _HOW_TO_PAY.search(text)


def never_printed(text: str) -> str:
    """What of the assessment's day the text asks for that no notice prints; empty where it asks for neither."""
    brings = _TO_BRING.search(text) or _ONLY_BRINGS.match(text)
    return "考试地点" if _VENUE.search(text) else TO_BRING if brings else ""


def day_to_come(text: str, as_of: datetime, named: list[NamedDays]) -> AskedDays | None:
    """The days after today that the text asks about; None where it names a date of the calendar, which is a row's."""
    if any(one.day for one in named):
        return None
    on = asked_days(_TODAY.sub("", _DAY_GONE.sub("", CLOSES_ON.sub("", text))), as_of)
    beside = on is not None and not on.days and (bool(named) or _JUST_PASSED.search(text))
    return None if beside else on  # 元旦刚过 asks about no festival to come
