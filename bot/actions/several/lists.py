"""Several things asked for, or several organisations asked about, in one breath: 技师协会和交大的电话和地址."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from bot.actions.several.clauses import Naming
from bot.actions.several.words import asked_for, differ

# Money that no notice of an examination states; what is paid for the examination is another question.
_OTHER_MONEY = "培训费用 培训费 培训学费 学费 教材费 书本费 资料费 材料费 邮寄费 快递费 工本费 制证费 证书费 押金"
_NOUNS = (
    "咨询电话 监督电话 投诉电话 联系电话 联系方式 电话 报名地址 报名地点 地址 地点 报名费 考试费 考务费 补考费 收费标准 收费 费用 价格 报名时间 申报时间"
    " 考试时间 考试日期 缴费时间 受理时间 上班时间 工作时间 办公时间 报名条件 申报条件 报考条件 条件 要求 报名材料 材料 报名流程 报名方式 流程 网址 网站 官网"
    " 公众号 成绩有效期 有效期 补考费用 准考证打印 打印准考证 准考证 成绩查询 证书领取 位置 地方 钱 职业编码 工种编码 编码 职业代码 考的单位 考试单位 考试机构 评价机构 报考机构"
)
_NOUN = "|".join([*_OTHER_MONEY.split(), *_NOUNS.split()])
_LIST = re.compile(
    rf"(?P<list>(?:{_NOUN})(?:(?:,|、|\s|和|跟|与|及|以及|还有|(?<![网站址官]))+(?:{_NOUN}))+)(?P<rest>.*)"
)
_CHANGED = re.compile(r"换|变|改|一样|不同|区别")
_SPOKEN = {"钱": "收费", "位置": "地址", "地方": "地址", "地点": "地址"} | dict.fromkeys(
    ("考的单位", "考试单位", "考试机构", "评价机构", "报考机构"), "哪家机构考"
)
_MONEY = re.compile(r"(?<=[:,级师的\s])钱$")
_JOINED = re.compile(r"^(?:证书?|[四三二一五][级]?|的|[,、和跟与及/\s]|以及|还有|或者?)+$")
# Of each organisation by itself; what is charged, or who examines what, is answered for several at once.
_OF_ONE = frozenset(
    [
        "phone",
        "supervision",
        "hours",
        "where",
        "transport",
        "website",
        "ticket",
        "results",
        "certificate",
        "how",
        "materials",
        "pay",
    ]
)
# Which sitting: 8月那批, 最近一批, 下一次.
_SITTING = re.compile(
    r"(?:1[0-2]|(?<!\d)[1-9]|[一二三四五六七八九]|十[一二]?)月(?:份|底)?(?:那|这|的)?(?:一?[批次场期])?(?![了没过\d])"
    r"|最近(?:的)?[一那这]?[批次场期]|(?:下|最后)一?[批次场期]"
)
_ASKS_TIME = re.compile(r"几|哪[天个一两]|什么时候|何时|啥时|多久|时间|日期|安排")
_OF_SITTINGS = frozenset(["apply_when", "exam_when", "pay", "ticket"])
_COMPARED = re.compile(r"一样|区别|不同|哪[个家]|更|比")
_OF_EACH = re.compile(r"各|分别|都")


def listed(piece: str, naming: Naming) -> list[str]:
    """技师协会的电话和地址 is two questions about 技师协会, 技师协会和交大的电话 one about each."""
    told = [_MONEY.sub("收费", one) for one in _nouns_listed(piece)]
    return [each for one in told for each in _each_of_several(one, naming)]


def of_all(pieces: Sequence[str], naming: Naming) -> list[str]:
    """电工和焊工在哪考,编码各是多少 asks for the codes of both: a piece that names nobody is about those named last."""
    found: list[str] = []
    last: list[str] = []
    for piece in pieces:
        names = _side_by_side(piece, naming)
        if names or _subjects(piece, naming):
            last = names
        elif last and _OF_EACH.search(piece) and asked_for(piece):
            piece = f"{'和'.join(last)}{piece}"
        found.append(piece)
    return found


def of_one_sitting(pieces: Sequence[str], naming: Naming) -> list[str]:
    """人力8月那批几号报名,几号考试 asks for the day of that sitting: a piece that names none is about the one before."""
    found: list[str] = []
    last = ""
    for piece in pieces:
        named, kinds = _SITTING.search(piece), asked_for(piece)
        timed = _ASKS_TIME.search(piece) and kinds and kinds <= _OF_SITTINGS
        if timed and not named and not _subjects(piece, naming):
            piece = f"{last}{piece}"
        elif kinds & _OF_SITTINGS or _subjects(piece, naming):
            last = named[0] if named else ""
        found.append(piece)
    return found


def _nouns_listed(piece: str) -> list[str]:
    match = _LIST.search(piece)
    if match is None:
        return [piece]
    nouns = [_SPOKEN.get(one, one) for one in re.findall(_NOUN, match["list"])]
    if _CHANGED.search(match["rest"]) or not all(_are_two(a, b) for a, b in pairwise(nouns)):
        return [piece]
    before = piece[: match.start()]
    return [f"{before}{noun}" for noun in nouns[:-1]] + [f"{before}{nouns[-1]}{match['rest']}"]


def _are_two(noun: str, other: str) -> bool:
    """Whether two nouns of a list ask for different things."""
    others = _OTHER_MONEY.split()
    return (noun in others) != (other in others) or differ(asked_for(noun), asked_for(other))


def _each_of_several(piece: str, naming: Naming) -> list[str]:
    """The piece once for each of the organisations (of codes: occupations) that stand side by side in it."""
    kinds = asked_for(piece)
    of = "occupation" if kinds == {"code"} else "organisation" if kinds <= _OF_ONE else ""
    named = [one for one in naming(piece) if one["entity"] == of]
    if len(named) < 2 or not kinds or _COMPARED.search(piece):
        return [piece]
    if not all(_JOINED.match(piece[one["end"] : other["start"]]) for one, other in pairwise(named)):
        return [piece]
    before, after = piece[: named[0]["start"]], piece[named[-1]["end"] :]
    return [f"{before}{piece[one['start'] : one['end']]}{after}" for one in named]


def _side_by_side(piece: str, naming: Naming) -> list[str]:
    """The words of two or more occupations, or organisations, that the piece names side by side; else nothing."""
    for kind in ("occupation", "organisation"):
        named = [one for one in naming(piece) if one["entity"] == kind]
        joined = all(
            one["value"] == other["value"] or _close(piece[one["end"] : other["start"]])
            for one, other in pairwise(named)
        )
        first = {str(one["value"]): piece[one["start"] : one["end"]] for one in reversed(named)}
        if len(first) > 1 and joined:
            return list(reversed(first.values()))
    return []


def _close(between: str) -> bool:
    return len(between) <= 4 and bool(re.search(r"[,、和跟与及/]|还有", between))


def _subjects(piece: str, naming: Naming) -> list[Mapping[str, Any]]:
    return [one for one in naming(piece) if one["entity"] in ("occupation", "organisation", "code")]
