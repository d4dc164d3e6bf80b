"""A condition that is said to be a must (非得干满十年才能报三级), where the notice asks for one of several."""

from __future__ import annotations

import re

from bot.actions.desk import Desk
from bot.actions.reply import Reply
from bot.actions.turn import ELIGIBILITY, Turn
from knowledge.eligibility.rules import rules
from knowledge.models import LEVEL_NAMES
from knowledge.subject import Subject

_MUST = re.compile(
    r"(?:不用|不必|用不着|免得)(?:先|再)?(?:去)?(?:有|考|拿)|(?:不让|不能|不给|不可以|不准|没法|没资格)(?:报考|报|考|申报)|必须|一定(?:要|得)|非得?|非要|只有|只能|起码|至少|硬性|强制|(?:要|得|先).{0,16}才|没有?.{0,14}(?:不能|不让|不给|不可以|没资格|免谈|报不了|考不了|不行|没戏)"
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
# What is said not to be looked at (不看学历不看工龄), or by whom a level may be taken (谁都能直接考).
_WAIVED = re.compile(
    r"(?:不(?:看|用|需要?|要求?|限|论|管|考虑|审|查)|没有?|无|免|取消了?|放开了?|零|0)(?:要求|任何|啥|什么|再|了|看)*(?P<what>学历|文凭|工龄|年限|工作年限|经验|工作经验|资历|证书|职称|条件|门槛|限制)"
    r"|(?P<anyone>谁都|人人|任何人|随便谁|是个人|小白|零基础|0基础|(?:只要|光)(?:是|有|满)?[^，。,]{1,8}[,，]?(?:什么专业|不管什么|随便什么)?[^，。,]{0,6}(?:就|都))[^，。,]{0,4}(?:能|可以|行)[^，。,]{0,4}[考报]"
)
# 交满一年社保就能报三级: one thing alone is said to be enough.
_ENOUGH = re.compile(r"(?:就|便|直接)(?:能|可以|行|好)(?:直接)?(?:报考|申报|报|考|升)[^，。,]{0,10}[一二三四五]级")
_WANTED = re.compile(r"(?:考|报考?|申报|申请|升)(?:个|取)?(?:[^，。,一二三四五]{0,8})(?P<level>[一二三四五])级")
_LEVEL = re.compile(r"[一二三四五]级")


def claims_condition(text: str) -> bool:
    """Whether it says what is a must for a level."""
    return bool(_MUST.search(text) and _LEVEL.search(text)) and any(said.search(text) for said, _ in _NEEDS[:3])


def waives_conditions(text: str) -> bool:
    """Whether it is said that a level may be taken without what its conditions ask for (不看工龄谁都能考三级)."""
    return _WAIVED.search(text) is not None and _LEVEL.search(text) is not None


def claims_enough(text: str) -> bool:
    """Whether one thing is said to be enough for a level."""
    return _ENOUGH.search(text) is not None


def _on_waived(desk: Desk, turn: Turn, subject: Subject, level: int) -> str:
    """That it is not so, where every condition of the level asks for some of what is said to be waived."""
    found = rules(desk.library, subject, turn.as_of)
    items = [source.quote for one in found.of_level(level) for source in one.sources] if found else []
    waived = [match["what"] for match in _WAIVED.finditer(turn.text)]
    named = [words for said, words in _NEEDS if any(one and said.search(one) for one in waived)]
    general = any(one is None or one in ("条件", "门槛", "限制", "要求") for one in waived)
    needed = [words for _, words in _NEEDS] if general else named
    if not items or not needed or not all(any(words.search(one) for words in needed) for one in items):
        return ""
    return f"不是这样，{LEVEL_NAMES[level]}要符合所列条件之一才可以申报。"


def condition_verdict(desk: Desk, turn: Turn, subject: Subject, topic: str, reply: Reply) -> str:
    """Say that it is no must where some condition of the level goes without it. Empty where it may be one."""
    level = subject.level
    waived = topic == ELIGIBILITY and level is not None and waives_conditions(turn.text)
    if level and waived and (said := _on_waived(desk, turn, subject, level)):
        return said
    loose = turn.mentioned.situation.loose
    if topic != ELIGIBILITY or level is None or not _MUST.search(turn.text) or (loose and loose.status):
        return ""
    found = rules(desk.library, subject, turn.as_of)
    items = [source.quote for one in found.of_level(level) for source in one.sources] if found else []
    wanted = LEVEL_NAMES[level][0]
    rest = _WANTED.sub(lambda match: "" if match["level"] == wanted else match[0], turn.text)
    needed = [words for said, words in _NEEDS if said.search(rest)]
    if not items or not needed:
        return ""
    free = [one for one in items if not any(words.search(one) for words in needed)]
    return "不是必须，符合所列条件之一就可以申报。" if free else ""
