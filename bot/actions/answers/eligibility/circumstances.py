"""Circumstances that people think a condition might look at, and that the notice's conditions do not speak of."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.actions.answers.said_by_some import Sort
from bot.actions.answers.silent.matters import personal_matters
from bot.actions.desk import Desk
from bot.actions.turn import Turn
from bot.actions.wording import joined
from knowledge.eligibility.rules import Rules
from knowledge.models import Citation

_AGE_LIMIT, _LEAST_SCHOOLING, _RESIDENCE = "年龄上限", "最低要什么学历", "住在或在上海工作的要求"
# 我在苏州上班: where one lives or works, not where one went to school or got a certificate.
_LIVES = r"(?:我|人|家|住|单位|公司|社保)[^，。,]{{0,4}}[在住]{place}(?!.{{0,4}}(?:读|念|上学|大学|学院|毕业|[考拿取发]))|{place}[^，。,]{{0,3}}(?:上班|工作|打工|居住)"
_CIRCUMSTANCES = (
    Sort(
        _LEAST_SCHOOLING,
        re.compile(
            r"(?:对)?(?:学历|文化|文凭)(?:程度|方面)?(?:有没有|有|没有|没|的|啥|什么|哪些)*(?:要求|限制|门槛)|(?:最低|起码|至少)(?:要|得|什么|啥|是)*(?:学历|文凭)|(?:学历|文凭)(?:太|会不会|是不是|会|有点)*低"
            r"|(?:初中|小学|没(?:上过|读过|念过|读|念)(?:什么|啥|几年)?书|没文化|没有?(?:文凭|学历)|文盲)(?:毕业|文化|文凭|学历|程度|水平|的?人?)*(?:够不够|够[吗么伐了哇]|行不行|[行成可]以?[吗么伐哇]|[收让给][不吗么伐])"
        ),
        re.compile(r"普通受教育程度[”]?[：:为是]|(?:初中|小学|高中)(?:毕业|文化)?及?以上"),
    ),
    Sort(
        "军龄算不算从业年限",
        re.compile(
            r"军龄|(?:当兵|部队|服役|参军|入伍|退伍)[^。？?]{0,16}(?<!计)算(?!了|机)|(?<!计)算[^，。]{0,8}(?:当兵|部队|服役)"
        ),
        re.compile(r"军龄|服役|退役"),
    ),
    Sort(
        "推介官证书、专项职业能力证书等别的证书能不能当作这一级的证书",
        re.compile(
            r"(?:推介官|专项|单项|计算机(?:等级)?(?:考试)?[一二三四]级|培训班?的?|结业|合格)[^。？?]{0,14}证[^。？?]{0,10}(?:[当顶抵替]|等于|等同|相当于|代替|替代|算是?|换成?)[^。？?]{0,10}[一二三四五]级|证书?[^。？?]{0,4}(?:是不是|能不能|可不可以|能)?(?:等于|等同于?|相当于)[^。？?]{0,8}[一二三四五]级"
        ),
        re.compile(r"等同于?[一二三四五]级|视同[一二三四五]级"),
    ),
    Sort(
        "户籍或居住证的要求",
        re.compile(r"户口|户籍|沪籍|居住证|居转户|外地人|外地的?(?:身份证|来)|外来(?:人员|务工)|新上海人"),
        re.compile(r"户籍|户口|居住证"),
    ),
    Sort(
        _RESIDENCE,
        re.compile(
            r"(?:来|到|跑|去|过)(?:你们)?(?:上海|本市)(?:这?边|来|去)*(?:参加|报名)?[考报]|(?:不|没)(?:住|居住)?在上海(?:上班|工作|住)?[^。？?]{0,8}(?:[考报]|[能可行])"
            r"|(?:人|单位|公司|社保|工作)(?:都|也)?(?:在|是|交在)?(?:外地|外省)"
        ),
        re.compile(r"(?:居住|工作|就业)在本市|在本市(?:居住|工作|就业)"),
    ),
    Sort(
        "实习、兼职或外包的时间算不算从业年限",
        re.compile(
            r"(?:实习|见习|兼职|外包|派遣|试用期|自由职业)[^。？?]{0,10}(?<!计)算|(?<!计)算[^，。]{0,6}(?:实习|见习|兼职|外包)"
        ),
        re.compile(r"实习|兼职|外包|派遣"),
    ),
    Sort(
        _AGE_LIMIT,
        re.compile(
            r"(?:年龄|岁数|年纪)(?:有没有|有|没有|的)*(?:上限|限制|封顶)|上限|超龄|(?:年纪|岁数|年龄)(?:太|是不是|会不会|有点|都)*大|(?:多大|几岁|多少岁)(?:以上|以后|就|还|为止)*(?:不能|不让|不可以|封顶)|退休"
        ),
        re.compile(r"周岁(?:以下|及以下)|不(?:超过|满)\d+周岁|年龄上限|退休"),
    ),
)


def line_on_circumstances(desk: Desk, turn: Turn, read: Rules) -> tuple[str, tuple[Citation, ...]]:
    """That the notice says nothing of what the person fears may matter, and the age that it does ask for."""
    labels = [*_asked(turn, read), *(one.label for one in personal_matters(desk, turn.text))]
    if not labels:
        return "", ()
    age = read.age_source if _AGE_LIMIT in labels else None
    schooling = read.least_education if _LEAST_SCHOOLING in labels else None
    stated = [f"年龄只写了年满{read.least_age}周岁"] if age else []
    stated += ["最低学历按国家职业标准的“普通受教育程度”执行"] if schooling else []
    cited = [one for one in (age, schooling) if one]
    citations: Iterable[Citation] = desk.library.cite_all(read.notice_id, tuple(cited), turn.as_of)
    text = "；".join([*stated, f"通知的申报条件没有写{joined(labels)}，有疑问请问评价机构。"])
    return text, tuple(citations)


def leaves_open(desk: Desk, turn: Turn, read: Rules) -> bool:
    """Whether what is asked beside the conditions stays open by the notice: not so of what none of them looks at."""
    open_ = [one for one in _asked(turn, read) if one not in (_AGE_LIMIT, _RESIDENCE)]
    return bool(open_ or personal_matters(desk, turn.text))


def leaves_more_open(desk: Desk, turn: Turn, read: Rules) -> bool:
    """The same where no level is known: that no condition speaks of a household register is all there is to say."""
    return decides_more(turn, read) or bool(personal_matters(desk, turn.text))


def decides_more(turn: Turn, read: Rules) -> bool:
    """Whether a verdict hangs on what stays open: the least schooling, whether some years or papers count."""
    return any("算不算" in one or "当作" in one or one == _LEAST_SCHOOLING for one in _asked(turn, read))


def only_age_limit(turn: Turn, read: Rules) -> bool:
    """Whether nothing is asked but the age limit."""
    return _asked(turn, read) == [_AGE_LIMIT]


def _asked(turn: Turn, read: Rules) -> list[str]:
    return [one.label for one in _CIRCUMSTANCES if _is_asked(turn, one) and not _is_stated(read, one)]


def _is_asked(turn: Turn, one: Sort) -> bool:
    """By its words; of where one lives also by the name of another place."""
    place = turn.mentioned.from_elsewhere if one.label == _RESIDENCE else None
    lives = re.compile(_LIVES.format(place=re.escape(place))).search(turn.text) if place else None
    return bool(lives or one.asked.search(turn.text))


def _is_stated(read: Rules, one: Sort) -> bool:
    lines = (line.text for clause in read.holding.notice.clauses.values() for line in clause.lines)
    return any(one.stated.search(line) for line in lines)
