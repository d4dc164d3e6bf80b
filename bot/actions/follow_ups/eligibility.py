"""May I apply: whoever tells of themselves and asks, or goes on telling, is answered with a verdict."""

from __future__ import annotations

import re

from bot.actions.follow_ups.schedule import asks_row_of_month
from bot.actions.retake_words import PRICE
from bot.actions.turn import ELIGIBILITY, INFORM, Turn

# What is asked for beside a verdict is another matter, whatever is told along with it.
OTHER_MATTER = re.compile(
    rf"{PRICE}|报名费|电话|地址|哪里|在哪|哪儿|哪家|(?:什么|啥|哪些?|哪几)个?(?:机构|单位|协会|地方|学校)|怎么报名|怎么报(?!名)|补考|准考证|成绩|缴费|交钱|几点|上班|开门|网址"
    r"|目录|谁家?(?:管|考|评|发)|归谁|有效|过期|作废|领证|证书.{0,4}(?:领|寄|补办)|推介官|补贴"
)
_MAY_I = re.compile(
    r"(?:能|可以|可不可以|够).{0,10}(?:报|考|申)|(?:报|考).{0,6}(?:行不行|行吗|行伐|可以[吗伐么]|够[吗伐么]|得了)"
    r"|(?:够|符合|满足?|达到?|具备).{0,6}(?:条件|资格|年限|格)|几级|哪个?级|什么(?:时候|辰光).{0,5}(?:能|可以|够|才能)"
    r"|级够(?:吗|么|嘛|伐|不够|了[吗么])|通融|宽限|破例|还(?:差|要|得).{0,4}(?:多久|多少|几)|要等|最早|最快"
)
# 四级必须先有五级吗, 能不能越级: the conditions are asked for.
_RULE_ASKED = re.compile(
    r"(?:必须|一定要?|需要|要不要|是不是要|非得|得)(?:先)?(?:有|考|拿|取得|持有).{0,3}(?:[一二三四五1-5]级|(?:等级|资格|技能)证|证书)"
    r"|[一二三四五1-5]级(?:技能|等级|资格)*(?:证书?)?(?:拿到|取得)?(?:之?后|以后|[到升至][一二三四五1-5]级)[^，。]{0,8}(?:几|多少)年"
    r"|(?:跳|越)级|跳过.{0,3}级|(?:能|可以|可不可以)(?:不.{1,3}[一二三四五1-5]级)?直接[考报].{0,12}[一二三四五1-5]级"
)
# 所以我得再熬八年: the time that a verdict told, said again.
_WAITS = re.compile(
    r"(?:再|还|得|要|需要?|必须|只能)[^，。,]{0,3}(?:熬|等|干|做|混|攒|拼|守|待|耗)(?:够|满|上|个|到|足)*(?:\d+|[一二两三四五六七八九十]+)(?:多|来)?个?(?:年|月)(?!的?(?:证|经验))"
)
_BARE = 10  # characters of a message that tells one thing
_ENOUGH = 2  # kinds of facts; one alone may be part of any question
# After these a bare fact asks whether one may apply: they say the same whatever is told of oneself.
_SAYS_THE_SAME = ("ask_application_window", "ask_exam_date", "ask_fee", "ask_catalogue")
_OF_A_PROGRAMME = ("ask_promoter", "ask_certificate")
_GOES_ON = re.compile(
    r"怎[么样].{0,4}才|最快|最早|等到|要等|还差|差多少|差多久|为什么|为啥|哪一?[条项]|从几级|几级开始|(?:我|他|她|孩子|[儿女]子?|爸|妈|[公婆])(?:现在|到底|最高|这样|就|最多)*(?:能|可以|够)(?:直接)?(?:报|考|申)?到?(?:几|哪)[个一]?级|级(?:呢|行|可以|够|能)|(?:什么|啥)(?:时候|辰光)才?(?:能|可以)(?:报(?!名)|考|申)|明年呢|下个?月呢|那我呢|(?:满|够|年限|工龄)[^，。,]{0,6}(?:几年|多少年|多久|多长)|生日|到年龄|年龄(?:到|够)|满了就"
)


def follow_up(turn: Turn, topic: str) -> str | None:
    """Tell the verdict where the person's own situation is told or asked about."""
    if OTHER_MATTER.search(turn.text) or asks_row_of_month(turn.text):
        return None
    if _RULE_ASKED.search(turn.text):
        return ELIGIBILITY
    told = turn.mentioned.situation
    if turn.memory.topic == ELIGIBILITY:
        more = _GOES_ON.search(turn.text) or waits(turn.text)
        goes_on = told.told or (turn.memory.situation.told and bool(more))
        return ELIGIBILITY if goes_on else None
    facts = [
        told.birth or told.age,
        told.work_roughly or told.work_years,
        told.certificates,
        told.titles,
        told.education,
    ]
    kinds = sum(one is not None for one in facts)
    asks = (kinds > 0 or told.trade is not None) and bool(_MAY_I.search(turn.text))
    # 能考几级 was asked, and a bare 30岁 goes on with it.
    asks = asks or (kinds > 0 and turn.memory.topic == "ask_catalogue" and len(turn.text) <= _BARE)
    asks = asks or (kinds > 0 and topic == INFORM and _says_the_same(turn))
    return ELIGIBILITY if asks or kinds >= _ENOUGH else None


def waits(text: str) -> bool:
    """Whether somebody says for how long they would have to wait or work on (那还要等三年啊)."""
    return _WAITS.search(text) is not None


def _says_the_same(turn: Turn) -> bool:
    """Whether the answer before would be the same whatever is told; of a programme, where another occupation is named."""
    memory, name = turn.memory, turn.mentioned.occupation
    another = name is not None and memory.occupation not in (None, name)
    put_aside = memory.topic is None and memory.situation.told  # 不判断了, and then goes on telling
    return put_aside or memory.topic in _SAYS_THE_SAME or (another and memory.topic in _OF_A_PROGRAMME)
