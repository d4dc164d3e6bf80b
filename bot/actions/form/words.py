"""What is said to any form beside answers: giving up, skipping, why, changing, putting right."""

from __future__ import annotations

import re

from bot.actions.form import eligibility_inputs, fee_inputs, retake_inputs
from bot.actions.form.inputs import Input

INPUTS: dict[str, Input] = {**eligibility_inputs.INPUTS, **retake_inputs.INPUTS, **fee_inputs.INPUTS}
_CHANGEABLE = {**eligibility_inputs.CHANGEABLE, **retake_inputs.CHANGEABLE, **fee_inputs.CHANGEABLE}
SKIP, CANCEL, WHY = "不清楚", "不判断了", "为什么问这个"
_BARE_NUMBER = re.compile(r"\d+|[一二两三四五六七八九十百]+")
_PARTICLES = re.compile(r"[\s,，。!！?？~]+$")
SKIPPED = re.compile(
    r"(?:我?(?:也|真|都)?(?:不太?|不大)?(?:不?清楚|不?知道|不?记得|记不清|记不得|想不起来|说不好|说不准|忘了?|不确定)(?:了|啊|呀|哎)*|跳过|下一个)"
)
CANCELLED = re.compile(
    r"(?:(?:那|就|还是|我|先|[,，])*(?:算了|取消|不判断|不问|不用|不查|不算|退出|停|结束|不想问|不想算)(?:了|吧|判断|查询|[,，])*)+"
)
ASKS_WHY = re.compile(
    r"(?:为什么|为啥|干嘛|干什么|凭什么|怎么).{0,4}(?:问|要知道|要我说)|问(?:这|那)个?.{0,4}(?:干|做|有)|(?:这|那)个?有什么用|有什么关系"
    r"|^(?:为什么|为啥|干嘛|凭什么)(?:呢|啊|呀)?$|(?:什么|啥)意思|(?:没|不)(?:太)?(?:听懂|看懂|明白)|^不懂"
)
# Said to be polite: it answers nothing, and is no question either.
# 差点就转账了, 幸好没交钱: relief or a near miss, in a message that asks nothing.
RELIEVED = re.compile(
    r"(?:笑死|吓死|吓(?:我)?一跳|好险|天[哪呐]|妈呀|哈+|我去|我|[,，。!！~\s])*(?:差点儿?|差一点|险些|幸好|幸亏|好在|还好(?!补|考|报|用|改))[^?？吗么呢,，]{2,12}[了啊呀哈吧。!！~]*"
)
HEARD = re.compile(
    r"我?(?:好|行|嗯|哦|噢|可以|知道|明白|了解|收到|没问题|ok|懂|原来(?:如此|是)?这?样?|(?:是)?这样[子啊呀的]+|开(?:个|句)?玩笑|说着玩|随便问问|逗你)"
    r"(?:好|行|嗯|哦|噢|知道|明白|了解|收到|的|了|吧|啊|呀|哈|呢|懂|玩|是这样|这样|如此|[,，。!！~\s])*",
    re.IGNORECASE,
)
# 明白,哪个近去哪个 settles something by a pair of question words, and asks nothing; praise and laughter neither.
SETTLED = re.compile(
    r"(?:好|行|嗯|哦|噢|知道|明白|了解|收到|懂|那|就|我|的|了|吧|[,，。!！~\s])*(?P<one>哪[个家里儿边天种]?|谁|啥|怎么)[^,，。!！?？吗]{1,4}(?P=one)[^,，。!！?？吗么呢]{0,2}[。!！~]*"
)
_PRAISE = (
    r"爱[你您]|么么[哒打]?|比心|(?:你|您)?(?:真|太|好|最|超|挺|蛮)(?:的)?(?:是)?(?:好|棒|厉害|牛|贴心|聪明|可爱|专业|靠谱|耐心|赞|细心|清楚|详细)"
    r"|棒|厉害|赞|点赞|给力|哈{2,}|嘻{2,}|嘿{2,}|呵{2,}|886|88"
)
PLEASED = re.compile(rf"(?:{_PRAISE})(?:{_PRAISE}|好|嗯|哦|的|了|啦|吧|啊|呀|哈|嘻|嘿|呵|哒|[,，。!！~\s])*")
CHANGES = re.compile(
    rf"(?:我?[要想]?)(?:修改|更正|改一?下?|重新填)(?:我的|一下)?({'|'.join(sorted(_CHANGEABLE, key=len, reverse=True))})"
)
# 不对，我记错了，是四级; 改成四级
_CORRECTS = re.compile(
    r"(?:哦|噢|啊|哎呀?|呃|嗯|不好意思|抱歉|等等|等一下|[,，。!！\s])*"
    r"(?:(?:不对不?|不是|错了|我?(?:刚才|刚刚|前面)?(?:记|说|写|打|搞|弄|讲|填|看)错[了啦]?|更正一?下?|纠正一?下?|改一下"
    r"|其实|应该是|应该|[改换]成|改为)(?:了|啦|啊|呀|哈|的|吧|[,，。!！\s])*)+(?:我们?|应该|其实|是|要|该|而|[改换]成)*(?=.)"
)
# 不是三级，是四级; 是四级不是三级
_NOT_BUT = re.compile(r"(?<!是)不是[^,，。;?!]{1,16}?[,，]?(?:而|应该|其实)*是(?!不是|吗|否)(?P<but>.+)")


def stripped(text: str) -> str:
    """The message without what closes it."""
    return _PARTICLES.sub("", text.strip())


def put_right(text: str) -> str | None:
    """What a message puts in the place of something told before (「不对，是四级」); None where it takes nothing back."""
    if match := _NOT_BUT.search(text):
        return match["but"]
    match = _CORRECTS.match(text)
    return text[match.end() :] if match else None


def in_full(asked: str, text: str) -> str:
    """A bare reply as the sentence that it stands for; anything else as it is.

    To a sum it may answer what was not asked yet: 5个 for 几级; a bare number only answers what was asked.
    """
    reply = stripped(text)
    beside = fee_inputs.INPUTS if asked in fee_inputs.INPUTS and not _BARE_NUMBER.fullmatch(reply) else {}
    for one in (INPUTS[asked], *beside.values()):
        for pattern, sentence in one.said:
            if pattern.fullmatch(reply):
                return sentence.format(reply)
    return text
