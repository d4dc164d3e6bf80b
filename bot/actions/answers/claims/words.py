"""Whether a message puts forward what it has heard or takes for granted, so that it wants a plain yes or no first."""

from __future__ import annotations

import re

# 听说…, 老师讲…, …对吧, …是真的吗, …？ without any word of asking.
_HEARD = re.compile(
    r"打包票|咬定|(?:通知|讲|说|写|传|贴|转)的[。！!]?$|小道消息|听(?:说|讲|人|别人|朋友|同事|老师|他|她|我|到)|据说|传|谣|网上|攻略|博主|朋友圈|都[说讲]|[说讲]是|有人[说讲]|"
    r"(?:他们?|她|人家|别人|同学|同事|朋友|老师|师傅|教练|中介|机构|销售|客服|老板|领导|群里|邻居|妈|爸|老公|老婆|亲戚|居委会?|单位|学校|这么|那么).{0,5}(?:[说讲]|告诉|写|保证|忽悠|跟我)"
    r"|保证|忽悠|宣传|发的|印的|以为|记得|印象|一直觉得|我理解|反正|肯定|难道|居然|竟然|原来"
)
_CHECKS = re.compile(
    r"只(?:有|能|要|给|发|收|认).{1,20}[吗么嘛]|(?<!好)[对是](?:吗|吧|伐|不|么|嘛|啵|咩)|对不对|是不是|是否|没错|没记错|不是.{1,30}[吗嘛么]|真的|真假|属实|靠谱|可信|能信|确定|当真|真有|有这[种回么]|[吧咯喽啰][。！!?？~～…]*$|[吧咯喽啰][，,、（(]|这么回事|这样[吗的么]|有规定|哪有"
)
_OPEN = re.compile(
    r"什么(?!都|也)|啥(?!都|也)|怎[么样]|如何|咋|哪(?!有(?![?？。！!]?$)|能)|几(?=[点号天年月级次岁块元钱时门科家个分]|百块|小时)|多少|多久|多长|何时|谁(?!都|也)|为何|凭啥"
)
_EITHER = re.compile(r"还是(?!.{0,16}(?:吧|对[吗伐]|是[吗伐])[?？。]?$)")
_NOT_OPEN = re.compile(
    r"是什么情况|怎么回事|怎么听说|怎么有人[说讲]|为什么听说|没什么|这么回事|哪里?来的|谁(?:说|规定|讲)的|是?真的?还是假的?|(?:不管|无论|不论|随便).{0,6}(?:什么|哪|几|谁|怎么)|(?:会不会|不会|说不定|万一|要是)[^，。,]{0,4}哪[天年日]"
)
_ENDS_AS_QUESTION = re.compile(r"(?<![吗么伐嘛呢没否啊呀不])[?？]")
_PARTICLE = re.compile(r"(?:吗|么|伐|嘛|不|没|否)[?？。！!~\s]*$")
_TAG = re.compile(
    r"[，,。\s](?:准不准|对不对|是不是|真不真|行不行|有没有这(?:回事|事|种事|规定|一条|个规定))[?？。]?$"
)
# 那要是错过了呢 puts a case, and claims nothing.
_PUTS_A_CASE = re.compile(r"(?:要是|如果|万一|假如|倘若)[^，。,；;]*$|呢[？?。！!~\s]*$")
_TELLS_OWN = re.compile(r"(?:我|我们|本人).{0,8}(?:已经|刚|昨天|上次|之前|想|打算|准备|要(?!满|求))")
_NEUTRAL = re.compile(
    r"(?<!对)(?<!是)([能要行可会够得收用让给准退算发寄])不\1|要不要|可不可以|需不需要|有没有|能否|可否|需要.{0,20}吗"
)


def claims(text: str) -> bool:
    """Whether it states something to be confirmed or denied; an open question (多少, 怎么) claims nothing."""
    if asks_openly(text) or _NEUTRAL.search(_TAG.sub("", text)):
        return False
    if _TAG.search(text) or _HEARD.search(text) or _CHECKS.search(text):
        return True
    return _ENDS_AS_QUESTION.search(text) is not None


def states(text: str) -> bool:
    """Whether it is a claim, or a bare statement that asks nothing and tells nothing of the person's own doings."""
    if claims(text):
        return True
    asked = asks_openly(text) or _NEUTRAL.search(text) or _PARTICLE.search(text)
    asked = asked or _PUTS_A_CASE.search(text)
    return not asked and not _TELLS_OWN.search(text)


def asks_openly(text: str) -> bool:
    """Whether it has a word that only an open question has, beside any words of a rumour (怎么听说…)."""
    rest = _NOT_OPEN.sub("", text)
    return _OPEN.search(rest) is not None or _EITHER.search(rest) is not None


def whether(text: str) -> bool:
    """Whether a yes or no answers it: a claim, or a question by a particle or by 能不能."""
    return claims(text) or (not asks_openly(text) and bool(_PARTICLE.search(text) or _NEUTRAL.search(text)))
