"""A condition that is said to be a must (非得干满十年才能报三级), where the notice asks for one of several."""

from __future__ import annotations

import re

from bot.actions.desk import Desk
from bot.actions.reply import Reply
from bot.actions.turn import ELIGIBILITY, Turn
from knowledge.eligibility.rules import rules
from knowledge.subject import Subject

_MUST = re.compile(
    r"(?:不让|不能|不给|不可以|不准|没法|没资格)(?:报考|报|考|申报)|必须|一定(?:要|得)|非得?|非要|只有|只能|起码|至少|硬性|强制|(?:要|得|先).{0,16}才|没有?.{0,14}(?:不能|不让|不给|不可以|没资格|免谈|报不了|考不了|不行|没戏)"
)
# What is said to be needed, and the words of a condition that asks for it.
_NEEDS = (
    (re.compile(r"文凭|学历|大专|本科|高中|中专|毕业|大学|专科"), re.compile(r"毕业|院校|学校")),
    (
        re.compile(r"(?:\d+|[一二两三四五六七八九十]+)年|工龄|工作经[验历]|从业|年限"),
        re.compile(r"工作满|累计从事"),
    ),
    (re.compile(r"职称"), re.compile(r"职称")),
    (
        re.compile(r"[一二三四五]级|初级工?|中级工?|高级工?|证书?"),
        re.compile(r"职业资格（职业技能等级）证书|职业资格\(职业技能等级\)证书"),
    ),
)
_WANTED = re.compile(r"(?:考|报考?|申报|申请|升)(?:个|取)?(?:[^，。,一二三四五]{0,8})(?P<level>[一二三四五])级")
_LEVEL = re.compile(r"[一二三四五]级")


def claims_condition(text: str) -> bool:
    """Whether it says what is a must for a level."""
    return bool(_MUST.search(text) and _LEVEL.search(text)) and any(said.search(text) for said, _ in _NEEDS[:3])


def condition_verdict(desk: Desk, turn: Turn, subject: Subject, topic: str, reply: Reply) -> str:
    """Say that it is no must where some condition of the level goes without it. Empty where it may be one."""
    level = subject.level
    if topic != ELIGIBILITY or level is None or not _MUST.search(turn.text):
        return ""
    found = rules(desk.library, subject, turn.as_of)
    items = [source.quote for one in found.of_level(level) for source in one.sources] if found else []
    rest = re.sub(_WANTED, "", turn.text)
    needed = [words for said, words in _NEEDS if said.search(rest)]
    if not items or not needed:
        return ""
    free = [one for one in items if not any(words.search(one) for words in needed)]
    return "不是必须，符合所列条件之一就可以申报。" if free else ""
