"""Which side of retakes a question is about, and what the notices' rules or silence say to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from bot.actions.clause_marks import BREAK
from bot.actions.passed_dates import without_past
from bot.actions.retake_words import BY_WHEN, FAILED, REAPPLIED
from bot.actions.turn import RETAKE, Turn
from knowledge.library import Library
from knowledge.retakes import Applying
from knowledge.retakes.provisions import Rule

Name = Literal[
    "which",
    "other_level",
    "none_passed",
    "competition",
    "mode_change",
    "times",
    "elsewhere",
    "reapplied",
    "start_day",
    "extended",
    "improve",
    "told",
    "together",
    "papers",
    "expired",
    "absent",
    "how",
    "when",
    "keep",
    "allowed",
]


@dataclass(frozen=True)
class Aspect:
    """`rules` are quoted before the validity, `more` after it.

    `unsaid` is what the notices may leave out, `said_by` words in the clauses on retakes that would say it.
    `windows`: the question is served by the application windows too. `terms`: it is served by the validity.
    """

    name: Name
    words: re.Pattern[str]
    rules: tuple[Rule, ...] = ()
    more: tuple[Rule, ...] = ()
    unsaid: str | None = None
    said_by: str | None = None
    windows: bool = False
    terms: bool = True


_MONTH = r"(?:\d{1,2}|[一二三四五六七八九十]{1,2}|[这本下]个?)月份?"
# 今年11月没去, 8月11月我都没去补
_MISSED = re.compile(
    rf"(?:(?:今年|去年|前年)?(?:的)?{_MONTH}(?:\d{{1,2}}[日号])?(?:、|和|的|那[次场]|那|考试|[场次批])*)+(?:我|都|也|又|就|自己|因为|有事|,|，)*"
    r"(?:(?<!还)(?:没有?|未)(?:能)?(?:再)?(?:去|参加|来|到场|补(?![上的过])|考(?![过上好]))|错过|缺考)(?:补考?|考试?|成|了)*"
)
_APPLIES = re.compile(r"^(?:那|要是|如果|那么|那我|我)*(?:去|又|再)?报[^，,；;]{0,10}$")
_ANOTHER = re.compile(r"(?:又|再|另外?|直接|改)(?:去|想|要)?(?:申?报|考)")
_NOT_PASSED = rf"(?:{FAILED}|挂)"
_KEEP = Aspect(
    "keep",
    re.compile(r"保留|有效|几年|多久|多少年|多长|算数|还算|有用|能用|留几|期限|到期|哪天|什么时候"),
    (),
    ("expired",),
    windows=True,
)
# The first whose words the question uses; a mere 「二级呢」 or a date is about the validity.
ASPECTS = (
    Aspect(
        "other_level",
        re.compile(
            r"报.{0,4}(?:[高低上下]一?[个]?等?级|更[高低]|别的(?:等?级|职业|工种)|其[他它](?:等?级|职业|工种)|不同|另外?一个(?:等?级|职业|工种)|换个)|换个?(?:职业|工种|等级).{0,3}报"
        ),
        ("reapplied",),
        unsaid="报别的等级、别的职业会不会影响原来合格的成绩",
        said_by=r"(?:其[他它]|不同|别的|更高)(?:等级|级别|职业)",
        terms=False,
    ),
    Aspect(
        "times",
        re.compile(r"[几多]少?[次回趟遍]|次数|无限|一直[补考]|随便补"),
        unsaid="最多可以补考几次",
        said_by=r"次",
    ),
    Aspect(
        "none_passed",
        re.compile(
            rf"(?:[两二三]门课?|全部?|都|一门也|一门都|全)(?:全|都|也)?{_NOT_PASSED}|全挂|都挂|挂了?[两二]门"
        ),
        ("allowed",),
        unsaid="所有科目都没通过的算补考还是重新申报",
        said_by=r"(?:全部|所有)科目(?:均|都)?(?:不合格|未通过)|均不合格",
        terms=False,
    ),
    Aspect(
        "which",
        re.compile(
            rf"哪[一几]?[次批回场期]|[赶](?:得|不)?[上及]|来得及|{_MONTH}.{{0,6}}(?:考试|[能可]|补|那?[场批次])"
        ),
        windows=True,
    ),
    Aspect(
        "keep",
        re.compile(
            rf"{BY_WHEN}|(?:什么时候|啥时候?|哪一?天|几时|何时|多久).{{0,3}}(?:过期|失效|作废)|(?:过期|到期|失效|作废)(?:了)?(?:没|吗|不|么)"
            r"|到(?:哪一?[年天]|哪个?月|几月|几时|啥时候?|什么时候)(?![^，,。]{0,6}(?:报|考试|开考|补))"
        ),
        windows=True,
    ),
    Aspect(
        "extended",
        re.compile(r"延期|延长|延后|延[一两几]|宽限|推迟|顺延|展期|通融|破例|冻结|暂停计算"),
        unsaid="成绩有效期能不能延长",
        said_by=r"延长|延期|顺延|宽限",
    ),
    Aspect(
        "improve",
        re.compile(
            r"刷(?:高)?分|更高的?分|高分|(?:分数?|成绩)[^，,。]{0,6}(?:低|不理想|不满意|不好看|提高)|提高(?:分数|成绩)|提分"
        ),
        ("allowed",),
        unsaid="已经合格的科目能不能再考",
        said_by=r"已(?:经)?合格.{0,6}(?:再|重)",
    ),
    Aspect(
        "told",
        re.compile(r"通知(?:到?我|到|考生|本人|吗|么|不|没)|(?<![翻看查找]到)(?<!当时)(?<!上次)短信|打电话"),
        unsaid="补考会不会另外通知到人",
        said_by=r"短信|电话|通知.{0,6}(?:考生|人员)",
    ),
    Aspect(
        "together",
        re.compile(r"一起考|一块考|同场|同一[场批天]|分开考|单独考(?!试费)|混着?考|单独(?:安排|组织|开)"),
        unsaid="补考和正考是不是同场考",
        said_by=r"一并|同场|同批|单独(?:安排|组织)",
    ),
    Aspect(
        "papers",
        re.compile(r"材料|证明(?!.{0,3}假)|照片|报名表|复印件|提交|身份证"),
        ("allowed",),
        unsaid="补考要交什么材料",
        said_by=r"材料|证明|照片",
    ),
    Aspect("competition", re.compile(r"竞赛|比赛|大赛"), ("competition",)),
    Aspect(
        "mode_change",
        re.compile(
            r"模式|题库|新标准|标准.{0,4}[变改换]|方案|[新老旧]的还是[新老旧]|照哪种|按[新老旧]|考试.{0,4}改|改(?:成|为|用)?.{0,3}(?:机考|笔试|形式|方式)|改版|改革"
        ),
        ("mode_change",),
    ),
    Aspect(
        "reapplied",
        re.compile(rf"{REAPPLIED}|放弃补考|同(?:一个?)?(?:等级|级别?)|报.{{0,6}}影响|影响.{{0,6}}补考"),
        ("reapplied",),
    ),
    Aspect(
        "elsewhere",
        re.compile(
            r"(?:别的|其[他它]|另外?一?[个家]|换个?)(?:地方|机构|学校|单位|协会)|换机构|转到"
            r"|(?:在|从)[^，,。]{1,14}(?:考|过)[^。]{0,24}(?:去(?!年)|(?<![拖等直留])到|换|转)(?![期底时今现明])[^，,。]{1,8}(?:补|考|报)"
            r"|(?:可以|能|可不可以|能不能)(?:去|到|换到?|转到?)(?!期)[^，,。]{2,8}[补考报]"
            r"|(?:拿|挪|转|换)到[^，,。]{2,18}[补考用报]"  # to a house whose name stands in full here
        ),
        ("allowed",),
        unsaid="在别的机构通过的科目能不能拿来补考",
        said_by=r"其[他它](?:评价)?机构|互认|转考",
    ),
    Aspect(
        "start_day",
        re.compile(r"哪[一]?天(?:开始)?(?:起|算|计)|从(?:什么时候|几时|何时|哪)|起算|算起|怎么(?:算|计算)"),
        unsaid="有效期从哪天算起",
        said_by=r"起算|算起|之日|当日|[当次]天",
    ),
    Aspect(
        "expired",
        re.compile(
            r"(?<!没)(?<!没有)(?<!未)过期|逾期|超过|超期|过了.{0,4}(?:有效)?期|作废|到期[了后]|清零|全部?重考"
        ),
        ("expired",),
    ),
    Aspect(
        "absent",
        re.compile(r"缺考|没去|没到场|没参加|有事|生病|请假|错过"),
        ("allowed",),
        unsaid="缺考的能不能补考",
        said_by=r"缺考|缺席|未参加|未到",
    ),
    Aspect(
        "when",
        re.compile(
            r"什么时候(?:可以|能|有(?!效)|报|补|考)|啥时候?(?!有效)|几月|哪几?个?月|下[一]?[次批回](?=[^，,。]{0,8}(?:时候|几|哪|何时|多久)|[呢吗？?]*$)|多久(?:能|可以|才)|等多久|何时"
            r"|补考(?:是|在|都|一般|大概|安排|考试)*(?:什么时候|几号|哪天|哪一天)[呢啊呀吗？?]*$"
        ),
        ("allowed",),
        unsaid="补考单独的申报和考试时间",
        said_by=r"月|时间",
        windows=True,
    ),
    Aspect(
        "how",
        re.compile(r"怎么(?:补|报|申|办|弄|考)|如何|流程|手续|哪里?(?:补|报|申)|登记|找谁|申请"),
        ("allowed",),
        windows=True,
    ),
    _KEEP,
    Aspect(
        "allowed",
        re.compile(r"补|考|过|挂|机会|合格|及格"),
        ("allowed",),
        ("expired", "reapplied", "competition"),
        windows=True,
    ),
)


# 那我到协会那边只补实操可不可以, after a paper that was failed at another house.
_THERE = re.compile(r"(?<![拖等直留])(?:去(?!年)|到(?![期底时今现明])|在|换|转|找)[^，。,]{2,16}(?:补|考|报)")
_COUNTS = re.compile(r"算数|作数|还算|有效|保留|有用|能用|管用|过期|作废")


def kept() -> Aspect:
    """The validity alone, for who tells a day and asks for something else."""
    return _KEEP


_MAY = re.compile(
    r"(?:可不可以|能不能|行不行|让不让|给不给|认不认|能否|可否|是否|可以|能|行|让|给|认)[^，。,]{0,16}(?:[吗么伐不]|$)"
)


def goes_elsewhere(turn: Turn) -> bool:
    """Whether who failed at one organisation asks if another, which the message names, lets them go on there."""
    new, before = turn.mentioned.organisation, turn.memory.organisation
    other = new is not None and before is not None and new != before
    return other and bool(_THERE.search(turn.text) and _MAY.search(turn.text))


def aspect_of(turn: Turn) -> Aspect:
    """What the question is about; a plain 「能补考吗」 is about all of it, a bare name or date about the validity."""
    text = ahead_of(turn)
    if _goes_on_with_another_level(turn):
        return ASPECTS[0]
    if goes_elsewhere(turn):
        return next(one for one in ASPECTS if one.name == "elsewhere")
    found = next((one for one in ASPECTS if one.words.search(text)), _KEEP)
    asked = next((one for one in reversed(BREAK.split(text)) if one), "")
    told = found.name == "absent" and not found.words.search(asked) and _COUNTS.search(asked)
    return _KEEP if told else found  # 后来生病耽搁了，还算数吗 tells why it took so long


def ahead_of(turn: Turn) -> str:
    """The text without the days of passing and of sittings that were missed: they are not those asked about."""
    return _MISSED.sub("", without_past(turn.text, turn.as_of)).strip("，, ")


def _goes_on_with_another_level(turn: Turn) -> bool:
    """那报三级呢, after the talk was of level four; 四级过了又去报三级."""
    new, before = turn.mentioned.levels, turn.memory.level
    if len(new) > 1 and _ANOTHER.search(turn.text):
        return True
    other = bool(new) and before is not None and before not in new
    return other and turn.memory.topic == RETAKE and bool(_APPLIES.search(turn.text))


def leaves_unsaid(library: Library, one: Applying, aspect: Aspect) -> bool:
    """Whether the notice's clauses on retakes say nothing to the aspect."""
    if aspect.unsaid is None or aspect.said_by is None:
        return False
    return not any(re.search(aspect.said_by, text) for text in _clauses(library, one))


def _clauses(library: Library, one: Applying) -> list[str]:
    notice_id = one.holding.notice.id
    return [
        library.clause(notice_id, path).text
        for path in dict.fromkeys(source.clause for fact in one.holding.facts.retakes for source in fact.sources)
    ]
