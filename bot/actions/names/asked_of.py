"""Whether a message asks about a name, or only tells of whoever bears it: 健身教练能考吗, and not 辅导员讲考过了.

Nobody here knows the name, so what it is cannot help; where it stands can. In Chinese what is asked about is the topic
that the question comments on (潜水员 | 多少钱), what is to be taken (想考潜水员), or all that a clause says (潜水员，哪里考).
"""

from __future__ import annotations

import re

from bot.actions.clause_marks import BREAK
from bot.actions.several.words import asks, is_interrogative

# Between a name and what is said of it; what stands in brackets says more of the name.
_BETWEEN = (
    r"(?:[（(][^）)]*[）)]|的|这[个种一边里家]?|那[个种一边里家儿]?|今年|明年|去年|20\d\d年?|现在|目前|如今|最近|上海|本市|沪|在|还|也|都|又|就|到底|究竟"
    r"|一般|大概|自己|他们|它们?|你们|收录的?|是不是|是|要|需要|想|可|社会化|职业|工种|岗位|等?级|[一二三四五1-5]级|[初中高]级|\s)*?"
)
# What is asked of an occupation or a body. Whoever can do something for somebody (能帮我报, 给报) is no matter to ask about.
_FOR_SOMEBODY = r"(?!.{0,4}(?:帮|给|替|代|让|叫|催|通知|告诉|统一|同意|答应|跟|和))"
_ASKED = (
    rf"(?:(?:能不能|可不可以|会不会|能否|可否|可以|能|会){_FOR_SOMEBODY}[^，。,]{{0,12}}?(?:[考报申评学]|认定|鉴定|办|开|收|算|查|用|升)"
    r"|[有在开办考评设收属算]不[有在开办考评设收属算]|有(?:没有?|没得|无|哪|几|什么|啥|多少|得考|的?考|[^，。,]{0,10}(?:[吗么伐]|没有?$))|(?:在|去|到|[往从])?(?:哪|何处|什么地方|啥地方)"
    r"|怎[么样]|咋|如何|多少|多久|几(?!个人|位)|什么|啥|谁|[何啥]时|考(?![了过完我])|报(?![了过销告警到社我])|申[报请]|评(?![了过])|认定|鉴定|补考|培训|证|资格|条件|要求|流程|材料|目录|名单"
    r"|费|收(?:费|钱|人|多少|几|哪)|价|钱|多钱|贵|便宜|电话|号码|地址|网[址站]|官网|公众号|热线|邮箱|联系|咨询|投诉|监督|受理|办公|上班时间|工作时间|开门|时间|日期|成绩|补贴|[呢吗么伐]|算不算|怎|行不行|可以吗)"
)
_COMMENT = re.compile(rf"^{_BETWEEN}{_ASKED}")
# What is to be taken, had or looked for.
_TAKEN = re.compile(
    r"(?:(?<![不没])(?:考(?![过了])|报考|报个|学|申请|申报|(?:[想要]|打算|准备|希望|改行|转行|转去|转)(?:去)?(?:做|当|从事|干)|(?:转行|改行)(?:成|到)?)(?:取|一?个|一下|上海市?|本市|的)*|有没有|有不有|有无|找不到|查不到|换成|改成|除了)(?:一?个|那个|这个|上海市?|[初中高]级|\s)*$"
)
_IS_THERE = re.compile(r"(?:有|含|包括)(?:一?个|那个|这个)?$")
_OR_NOT = re.compile(r"^[^，。,]{0,6}(?:[吗么伐嘛]|没有?|不)$")
# A clause that says nothing but the name.
_LEAD = re.compile(
    r"(?:请问|你好|您好|老师|师傅|我?想问(?:一?下)?|问(?:一?下|问)|咨询(?:一?下)?|关于|那么?|还有|以及|另外|比如|就是|上海|本市|今年|[一-鿿]{1,5}的|一?个|\s)*"
)
_PARTICLES = re.compile(r"[的了啊呀呢吧嘛哈\s]*")
# Whose own it is, or one of many: 我腾讯公司的, 一家外包公司.
_OWN = re.compile(
    r"(?:我们?|咱们?|阿拉|俺们?|[他她伊]们?|孩子|[儿女][子儿]|老[公婆]|同[事学]|朋友|室友)(?:是|在|来自)?$"
)
_ITS_PEOPLE = re.compile(r"^(?:的(?!(?:[^，。,]{0,6}(?:考|电话|地址|费|证)))|大[一二三四])")
_ONE_OF_MANY = re.compile(r"(?:[一几两]家|[这那某]种|某|普通|私营|民营|国企)(?:的|小|大)?$")
# A body named before and asked about by a pronoun: 听说有个烘焙协会，他们能考吗.
_REFERRED = re.compile(r"(?:他们|她们|它们?|(?:那|这)(?:[里儿边家]|个(?:协会|学校|机构|公司)))(?:家)?")

# Who only says or does something, or what somebody goes on doing: 保安问我, 还是当我的保安.
_ACTS = re.compile(
    r"^(?:大?[哥叔爷姐]|师傅|他们?|都|也|就|又|还|老是?|刚刚?|跟我|[朝对]我)*(?:问|说|讲|告诉|通知|提醒|让|叫|喊|拦|催|赶|骗|不[让给许准])"
)
_WORKS_ON = re.compile(
    r"(?:(?:还是|继续|接着|照样|照旧)(?:去)?[当做干]|[当做干](?:我|他|她|伊)(?:自己)?的)(?:我的|个)?$"
)


def only_acts(text: str, word: str) -> bool:
    """Whether a word for somebody's trade is only who says or does something, or what the person goes on doing."""
    before, found, after = text.partition(word)
    return bool(found) and bool(_ACTS.match(after) or _WORKS_ON.search(before))


def asks_of_name(text: str, name: str) -> bool:
    """Whether some clause asks about the name, or one after it about what was named."""
    clauses = [one for one in BREAK.split(text) if one]
    naming = [at for at, one in enumerate(clauses) if name in one]
    if any(_clause_asks(clauses[at], name, alone=_may_stand_alone(clauses, at)) for at in naming):
        return True
    return bool(naming) and any(_asks_back(one) for one in clauses[naming[0] :])


def _clause_asks(clause: str, name: str, *, alone: bool) -> bool:
    before, _, after = clause.partition(name)
    if _ONE_OF_MANY.search(before) or (_OWN.search(before) and _ITS_PEOPLE.match(after)):
        return False
    if _COMMENT.match(after) or _TAKEN.search(before):
        return True
    if _IS_THERE.search(before) and _OR_NOT.match(after):
        return True
    return alone and bool(_LEAD.fullmatch(before) and _PARTICLES.fullmatch(after))


def _may_stand_alone(clauses: list[str], at: int) -> bool:
    """Whether a clause that is only a name is what the message is about: nothing else is said, or it is asked next."""
    after = clauses[at + 1] if at + 1 < len(clauses) else None
    return after is None or asks(after) or is_interrogative(after) or _COMMENT.match(after) is not None


def _asks_back(clause: str) -> bool:
    found = _REFERRED.search(clause)
    return found is not None and bool(_COMMENT.match(clause[found.end() :]))
