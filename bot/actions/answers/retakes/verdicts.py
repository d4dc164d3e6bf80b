"""The yes or no that an answer on retakes begins with, where the question is one of yes or no."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.actions.answers.claims.words import asks_openly
from bot.actions.answers.retakes.aspects import Aspect
from bot.actions.answers.retakes.dates import spoken_term
from bot.actions.answers.retakes.parts import Part
from bot.actions.clause_marks import BREAK
from bot.actions.passed_dates import Passed
from bot.actions.turn import Turn
from knowledge.retakes import Term
from knowledge.wording.numerals import NUMERAL, chinese_number

_YES_OR_NO = re.compile(
    r"吗|嘛|伐|(?<![什怎多这那要])么|能不能|可不可以|能否|可否|是否|行不行|来不来得及|赶不赶|(?:用|补|考|上|及|行|效)不(?:了)?$"
    r"|[能补考用算了]没$|(?:能|可以)[^，。,]{0,8}[对是]吧$"
)
_ASKS_FOR_MORE = re.compile(r"哪|几|多少|什么|怎么|多久|何时|多长")
_MAY_RETAKE = re.compile(r"(?:能|可以|可不可以|可否|让|给|行).{0,6}(?:补(?![贴办交])|再考|重考)|还[能可]以?考")
_IN_TIME = re.compile(r"补|考|赶|来得及")
# 能只补一门吗, 能马上补考吗: no plain rule decides these.
_QUALIFIED = re.compile(r"只|单独|马上|立刻|随时|当天|同时|一起|一直|免|不用|先|直接|换|别的|其[他它]")
# Whether the paper still counts does not answer these.
_ABOUT_SOMETHING_ELSE = ("reapplied", "other_level", "elsewhere")
# What is asked, with the words for yes and for no.
_WORDS = (
    (re.compile(r"赶"), "赶得上", "赶不上"),
    (re.compile(r"来得及|来不来得及"), "来得及", "来不及"),
    (re.compile(r"过期|到期|失效|作废"), "没有过期", "已经过期"),
    (re.compile(r"有效"), "还有效", "已经过期"),
    (re.compile(r"[算作做]数|还算"), "算", "不算"),
    (re.compile(r"能|可以|可不可以|可否|行|让|给|[用补]不"), "能", "不能"),
)

_DOUBTS = re.compile(r"对不对|对[吗嘛么]|是[吗嘛么]|是不是|真的|吧")
_FOR_EVER = re.compile(r"永久|终身|终生|一直(?:都)?有效|一辈子|不(?:会)?过期|长期有效")
_CLAIMED = re.compile(rf"([{NUMERAL}]|(?<!\d)\d)年")


def verdict(text: str, aspect: Aspect, passed: Passed | None, parts: Sequence[Part], in_force: bool) -> str:
    """能。 or 不能。, in the question's words; empty where nothing of the kind is asked, or nothing decides it.

    `in_force`: whether all the notices are.
    """
    clause = next((one for one in BREAK.split(text) if _YES_OR_NO.search(one)), None)
    if clause is None or _ASKS_FOR_MORE.search(clause) or aspect.name in _ABOUT_SOMETHING_ELSE:
        return ""
    told = [each for part in parts for each in _told(part, clause)]
    if passed is None or not told:
        return _by_rule(clause, aspect) if in_force and passed is None else ""
    if len(set(told)) != 1 or told[0] is None:
        return ""
    if aspect.name == "extended" and (told[0] or not _MAY_RETAKE.search(clause)):
        return ""  # that it still counts says nothing of a longer term
    words = next(((yes, no) for pattern, yes, no in _WORDS if pattern.search(clause)), None)
    if words is None:
        return ""
    if passed.failed and told[0]:
        return f"{words[0]}，前提是其他科目已经通过、成绩还在有效期内。"
    return f"{words[0] if told[0] else words[1]}。"


def _told(part: Part, clause: str) -> list[bool | None]:
    """What the notice decides: whether the paper counts and, where a retake is asked about, whether it is in time."""
    valid = [one.valid for one in part.told]
    return part.in_time if part.in_time and all(valid) and _IN_TIME.search(clause) else valid


def _by_rule(clause: str, aspect: Aspect) -> str:
    """Without a day, only the plain rules decide."""
    if not _MAY_RETAKE.search(clause) or _QUALIFIED.search(clause):
        return ""
    return {"allowed": "能。", "competition": "不能。", "expired": "不能。"}.get(aspect.name, "")


def verdict_on_claim(turn: Turn, found: list[Term], wanted: tuple[int, ...]) -> list[str]:
    """Whether a number of years that the person has heard is the notice's; nothing where that is not one number.

    An open question claims none (行吧，从哪天开始算两年).
    """
    if asks_openly(turn.text):
        return []
    claims = _CLAIMED.findall(turn.text)
    meant = {(one.years, one.months): one for one in found if set(wanted) & set(one.levels)}
    for_ever = _FOR_EVER.search(turn.text)
    if len(meant) != 1 or not (_DOUBTS.search(turn.text) or _YES_OR_NO.search(turn.text)):
        return []
    (term,) = meant.values()
    if for_ever:
        return [f"不是永久有效，是{spoken_term(term)}。"]
    if len(claims) != 1 or not _DOUBTS.search(turn.text):
        return []
    years = int(claims[0]) if claims[0].isdigit() else chinese_number(claims[0])
    return ["对。" if years == term.years else f"不是{claims[0]}年，是{spoken_term(term)}。"]
