"""Whoever doubts the last answer, in clauses that ask nothing else: 你确定？也太狠了, 到底哪句准, 这名单是今年的吗."""

from __future__ import annotations

import re

from bot.actions.several.words import asked_for

_CLAUSES = re.compile(r"[,，。;；!！?？~…\s]+|(?<=[吧吗]),?(?=[^,])")
_EARLIER = r"(?:刚才|刚刚|前面|上面|之前|方才|先前|一会儿?|一下子)"
_SAID = rf"(?:你|您)(?:们)?(?:{_EARLIER})?(?:这么|这样)?(?:说|讲|给|报|回答|答|查)的?(?:这些|这个?|话|数字?|信息|内容|答案)*"
_SURE = r"(?:准|对|靠谱|可靠|可信|能信|属实|算数|作数|真|是真的|准确|正确)"
# A whole clause that doubts.
_DOUBT = re.compile(
    rf"(?:那|这|喂|哎|不会吧)*(?:你|您)?(?:们)?(?:真的?|就|这么|能|敢|到底|究竟|可以|能不能)*(?:确定|肯定|保证|确认)(?:一下|没有?(?:[搞弄记说算看])?错|的|是这样|是对的)*(?:吗|么|不|吧|伐)?"
    rf"|(?:{_SAID}|你|您)?(?:到底|究竟)?(?:我?(?:该|要)?(?:有|听|信|以)?(?:你|您)?哪)(?:一)?(?:句|个|次|种|条)(?:话|说法|回答)?(?:是|才|算)*{_SURE}?(?:的)?(?:啊|呢)?"
    rf"|(?:你|您)?(?:到底|究竟|能不能|就|可以)*(?:给|来|说)(?:我)?(?:一)?(?:句|个)(?:实|真|痛快|明白|肯定)(?:话|信|数|的)?(?:行吗|行不行|吧|好吗|呗|嘛)?"
    rf"|{_SAID}(?:到底|究竟|都|是)*{_SURE}(?:不{_SURE}|吗|么|不|吧|的吗|伐)"
    rf"|(?:怎么|为什么|咋)?{_EARLIER}(?:还)?(?:说|讲|告诉我)?[^,]{{1,8}}(?:现在|这会儿?|一会儿?|又|怎么)(?:又|说|讲|变成?|成了)*[^,]{{1,8}}"
    r"|(?:你|您)?(?:可)?(?:别|不要|没|没有|不会(?:是)?|是不是)(?:在)?(?:骗|蒙|诓|唬)(?:我|人)(?:吧|吗|啊|呢)?|骗人的?(?:吧|吗)?"
    r"|(?:这|那)?(?:是)?真的?(?:的)?(?:假的|吗|么)|(?:这|那)?(?:到底)?是不是真的?(?:啊|呀|呢)?|(?:这|那)?真的?还是假的?|(?:不会|不是|不能)吧|(?:有没有|没|没有|你|您|是不是|不会)*(?:搞|弄|记|说|算|看)错(?:了)?(?:吧|没有?|吗|么)?|(?:我)?(?:不|才不|不太|有点不|不敢)(?:相)?信(?:你|了|啊)?"
)
# Beside a doubt: what only exclaims.
_EXCLAIMS = re.compile(
    r"(?:那|这|也|就|可|都|真|有点|未免)*(?:太|好|够|真|这么)(?:狠|过分|黑|坑|严|贵|夸张|离谱|扯|惨|亏|便宜|可惜|麻烦|吓人|难|多|少|久|长|晚|早|苛刻|霸道|随便|奇怪|突然|快|慢)(?:了|吧|点|啦)*"
    r"|离谱|晕|服了|我去|天[哪呐啊]|妈呀|好家伙|啊+|哈+|哦+|呃+|喂+|咦+|不对(?:啊|吧|呀)?|怎么(?:会)?这样|不可能(?:吧)?|说清楚(?:点)?|别(?:绕|含糊|打马虎眼)(?:了)?|我(?:都)?(?:糊涂|懵|晕)了|(?:搞|弄)不懂(?:了)?"
    r"|(?:你|您)(?:到底|究竟)?(?:在)?(?:说|讲)(?:什么|啥)|前后矛盾|自相矛盾|变来变去|一会儿?一个(?:样|说法)"
)
# Nobody is to be fooled: beside what somebody heard no anger with the machine.
_NOT_FOOLED = re.compile(
    r"(?:你|您|侬|你们|可|千万|请|就)*(?:别|不要|莫|休想|勿要|少)(?:再|老|想|来|给我)*(?:骗|糊弄|忽悠|蒙|诓|唬|哄|敷衍|欺负)(?:我们?|人|阿拉|我?老头子?|我?老太婆?|老年人|老百姓|外行)*(?:了|啊|噢|哦|哟|呀|吧|好吗)*"
    r"|(?:你|您|侬|这是)?(?:蒙|骗|糊弄|忽悠|唬|哄)(?:谁|鬼|小孩|三岁小孩)(?:呢|啊|呀)*|(?:当|拿)我(?:是)?(?:傻子?|外行|小孩|冤大头)(?:啊|呢|吗)?"
    r"|(?:你|您|侬)(?:难道|还|能)*比(?:他|她|人家|他们|领导|老师)(?:们)?(?:还|更|都)?(?:懂|清楚|厉害|明白|专业)(?:啊|吗|么|了)?|凭(?:啥|什么)|(?:我)?(?:老头子|老太婆)"
)
# 到底年底还是明年: one of two things that the last answer told of.
_ONE_OF_TWO = re.compile(r"(?:那)?(?:到底|究竟)(?:是)?[^,]{1,6}还是[^,]{1,6}")
_OF_A_YEAR = r"(?:今年|去年|前年|往年|当年|哪年|哪一年|哪个年份|几几年|最新|现行|现在|旧|老|老黄历|老皇历|过期|过时|以前|20\d\d年?)"
_THINGS = r"(?:名单|单子|清单|表格?|列表|目录|信息|资料|数据|价格?|价钱|价目表?|收费|费用|标准|时间表?|日期|安排|条件|规定|政策|通知|文件|电话|号码|地址|答案|回答|内容|机构|东西|版本|说法)"
# 你这个名单是今年的吗, 这份目录哪年的.
_WHICH_YEAR = re.compile(
    rf"(?:那|所以|请问|哎|对了|[,])*(?:(?:你|您)(?:们)?)?(?:{_EARLIER})?(?:说|讲|给|报|查|列|发|念)?(?:我)?的?(?:这个?|那个?|这些|这份|这张|上面|前面)?(?:的)?{_THINGS}*(?:都|就|还|不会|到底|该不会|会不会|算)*"
    rf"(?:(?:是|属于)(?:不是)?)?{_OF_A_YEAR}(?:的)?(?:通知|{_THINGS})?(?:的)?(?:还是{_OF_A_YEAR}的?)?(?:了)?(?:吗|么|吧|伐|嘛|呀|啊|呢|不)?[?？]*"
)
# 那今年呢, 那今年的收费呢 ask for this year's.
_SAYS_IT_IS = re.compile(r"是|属于|哪年|哪一年|几几年|^(?:请问|哎)?(?:你|您|这).*吗[?？]*$")
_POINTS = re.compile(r"^(?:那|所以|请问|哎|对了|[,])*(?:你|您|这|那|上面|前面|刚|该不会|不会)")


def is_doubting(clause: str) -> bool:
    """Whether a clause only doubts or exclaims: 你别糊弄我, 蒙谁呢, 不可能吧."""
    return any(one.fullmatch(clause) for one in (_DOUBT, _EXCLAIMS, _NOT_FOOLED))


def doubts(text: str) -> bool:
    """Whether the message doubts what was told, or wants one word, and asks for nothing else."""
    clauses = [one for one in _CLAUSES.split(text) if one]
    doubting = [one for one in clauses if _DOUBT.fullmatch(one)]
    beside = [one for one in clauses if one not in doubting]
    plain = all(_EXCLAIMS.fullmatch(one) or _ONE_OF_TWO.fullmatch(one) for one in beside)
    return bool(doubting) and plain and not any(asked_for(one) for one in doubting)


def asks_year(text: str) -> bool:
    """Whether it asks of which year that is which was told (你这个名单是今年的吗)."""
    pointed = _POINTS.match(text) and _SAYS_IT_IS.search(text)
    return bool(pointed) and _WHICH_YEAR.fullmatch(text) is not None
