"""Whether somebody asks if an occupation, a level, or either of them at one house, is examined at all."""

from __future__ import annotations

import re

from bot.actions.clause_marks import BREAK
from bot.actions.turn import FEES, Turn

# Whether somebody holds an examination: 协会办不办, 交大开不开, 那边考不考.
_HELD_THERE = re.compile(
    r"(?P<verb>办|开|考|评|搞|收|做|弄|设)不(?P=verb)(?:这个?|的|了|啊|呢|呀|得了)*(?=[，,。？?！!\s]|$)"
)
# Whether a level is there: 形象设计师有五级吗, 二级他们开不开; of a house that is named, 行业协会今年有吗.
_LEVEL = r"(?:[一二三四五1-5]级|高级技师|技师|[初中高]级工?)"
# 四级有了 and 通知出来没有 tell of no house.
_THERE = r"(?:有没有|有不有|开不开|办不办|考不考|设不设|(?<!没)有(?!了$)|开|办|设)"
_LEVEL_HELD = re.compile(
    rf"{_LEVEL}(?:今年|现在|还)+考(?:吗|么|伐|不|嘛)[?？]*$|{_THERE}(?:了|这个?)*{_LEVEL}(?:的|考|可以考|能考)*(?:吗|么|没有?|伐|嘛|不|呢)?[?？]*$"
    rf"|{_LEVEL}(?:的|证|这一?级|今年|现在|他们|他家|那边|还|都)*{_THERE}(?:得考|考|的|了)*(?:吗|么|没有?|伐|嘛|不|呢)?[?？]*$"
)
_HOUSE_HAS = re.compile(
    rf"(?:今年|现在|那边|那里|他们|还|都|也)*{_THERE}(?:得考|考)?(?:的|了)*(?:吗|么|没有?|伐|嘛|不|呢)?[?？]*$"
)
# 中福会养老院能考吗: of the house that stands before it, by whoever tells of themselves.
_HOUSE_EXAMINES = re.compile(
    r"(?:协会|学会|院|中心|公司|学校|大学|集团|[厂店所]|那[边里儿]|他们|他家)(?:里面?|那[边里儿])?(?:能|可以|能不能|可不可以|好)(?:考|评)(?:得了)?(?:吗|么|伐|不|嘛|$)"
)
# 他们还有个信息安全管理员，三级呢, after a price: the occupation is what there is, and its price is asked for.
_THERE_IS = re.compile(r"有(?:一|那|这)?个(?!没有).{2,}呢[?？]*$")
_OF_SOMEBODY = re.compile(r"[我咱你他她](?!们?家|们?那)|同事|朋友|同学|孩子|老[公婆]|[儿女][子儿]|妹|姐|哥|弟")
_AS_RECALLED = re.compile(r"我们?(?:明明|好像)?(?:记得|觉得|印象中?|以为|听说|看到|看见)")
# How far an occupation goes, by one who tells nothing of themselves: 咖啡师行不行到一级.
_GOES_TO = re.compile(
    r"(?:能|可以|行|够|考|评|升|上|开)[^，。,我他她]{0,4}(?:到|得着|得了|有)[^，。,]{0,3}(?:[一二三四五1-5]级|技师)"
)
_OF_A_PERSON = re.compile(r"我|他|她|条件|要求|资格|学历|工作|年|证|直接|越级|跳")
# Whether a level is there: 今年还有没有企业人力资源管理师二级, 今年有二级没, 技师也就是二级开不开.
_ASKED_LEVEL = r"(?:[一二三四五1-5]级|高级技师|技师(?!协会))"
_LEVEL_THERE = re.compile(
    rf"(?:有没有|有不有|[开考设评]不[开考设评])[^,，。;；?？]{{0,14}}?{_ASKED_LEVEL}(?:的|了|可以考|能考|可考|考|啊|呀|呢)*(?=[,，。;；?？!！\s]|$)"
    rf"|(?:还|也)?(?:有|开|设)(?:得)?[^,，。;；?？有]{{0,12}}?{_ASKED_LEVEL}(?:的|可以考|能考|考)*(?:没有?|吗|伐|不|么|嘛)+(?=[,，。;；?？!！\s]|$)"
)
_OF_A_SITTING = re.compile(r"月|批|场")
_NOT_OF_LEVELS = re.compile(r"证|月|批|场|[补差欠挂]|我|[他她]|才|没过|费|钱|条件|要求|资格|时间|便宜|优惠")


def asks_for_level(turn: Turn) -> bool:
    """Whether it asks if a level of an occupation or organisation, named or talked about, is there at all."""
    new, before = turn.mentioned, turn.memory
    about = new.occupation or new.organisation or before.occupation or before.organisation
    programme = (new.occupation or before.occupation or "").endswith("推介官")
    another = before.topic in FEES and new.occupation and _THERE_IS.search(turn.text)
    return bool(about and new.levels) and not programme and not another and asks_whether_level(turn.text)


def asks_whether_held(turn: Turn) -> bool:
    """Whether it asks if the organisation that it names examines what is talked about, whatever is told beside it."""
    new = turn.mentioned
    about = new.occupation or new.levels or turn.memory.occupation
    if new.organisation and about and _HELD_THERE.search(turn.text):
        return True
    if not new.levels or not (new.occupation or new.organisation) or (new.occupation or "").endswith("推介官"):
        return False
    told = [_AS_RECALLED.sub("", one) for one in BREAK.split(turn.text)]
    clauses = [one for one in told if one and not _OF_SOMEBODY.search(one)]
    words = (_LEVEL_HELD, _HOUSE_HAS, _HOUSE_EXAMINES) if new.organisation else (_LEVEL_HELD,)
    return any(one.search(clause) for clause in clauses for one in words)


def asks_how_far(turn: Turn) -> bool:
    """Whether it asks up to which level an occupation that it names goes, and not for a verdict on anybody."""
    new, text = turn.mentioned, turn.text
    named = new.occupation and not new.occupation.endswith("推介官")
    return bool(
        named and new.levels and not new.situation.told and _GOES_TO.search(text)
    ) and not _OF_A_PERSON.search(text)


def asks_whether_level(text: str) -> bool:
    """Whether it asks if a level of what is named, or talked about, is examined at all (今年有二级没)."""
    match = _LEVEL_THERE.search(text)
    if match is None:
        return False
    clause = re.split(r"[,，。;；?？!！\s]", text[: match.start()])[-1]
    return not (_OF_A_SITTING.search(clause) or _NOT_OF_LEVELS.search(match.group()))
