"""What is said to any form beside answers: giving up, skipping, why, changing, putting right."""

from __future__ import annotations

import re

from bot.actions.clause_marks import BREAK_OR_WAVE
from bot.actions.form import eligibility_inputs, fee_inputs, retake_inputs
from bot.actions.form.inputs import Input
from bot.actions.several.words import asked_for, asks, is_interrogative

INPUTS: dict[str, Input] = {**eligibility_inputs.INPUTS, **retake_inputs.INPUTS, **fee_inputs.INPUTS}
_CHANGEABLE = {**eligibility_inputs.CHANGEABLE, **retake_inputs.CHANGEABLE, **fee_inputs.CHANGEABLE}
SIX = "6"  # well done, in the talk of the young; a number where a number was asked for
SKIP, CANCEL, WHY = "不清楚", "不判断了", "为什么问这个"
_BARE_NUMBER = re.compile(r"\d+|[一二两三四五六七八九十百]+")
_PARTICLES = re.compile(r"[\s,，。!！?？~]+$")
SKIPPED = re.compile(
    r"(?:我?(?:也|真|都)?(?:不太?|不大)?(?:不?清楚|不?知道|不?记得|记不清|记不得|想不起来|说不好|说不准|忘了?|不确定)(?:了|啊|呀|哎)*|跳过|下一个)"
)
CANCELLED = re.compile(
    r"(?:(?:那|就|还是|我|先|[,，])*(?:算了|取消|不判断|不问|不用|不查|不算|退出|停|结束|不想问|不想算)(?:了|吧|判断|查询|[,，])*)+"
)
# 算了不问了，头疼; 哦，那算了，不考了: given up, with a sigh or a reason.
_GIVES_UP = re.compile(
    r"(?:哦|噢|唉|哎|额|呃|那|就|还是|我|先|行|好|[,，。\s])*(?:算了吧?|不(?:想)?(?:问|考|报|判断|查|弄|搞|算)了|到此为止|就这样吧|先这样吧?|下次再(?:说|问))(?:吧|啦|啊|呀|哈)*(?P<rest>[^?？]{0,14})"
)
_NO_SIGH = re.compile(
    r"[0-9一二三四五]级|还是(?!算了|不)[^,，。吧]{2}|换(?!人)|就?[考报选]|问一?下|多少|[几哪]|怎|什么|啥|[吗呢么伐]|[干做]了|毕业|证|年"
)
# 老板说不考了，算了不问了: given up at the end of what is told, which asks nothing.
_GIVEN_UP_AT_LAST = re.compile(
    r"(?:那|就|还是|我|先)*(?:算了)?(?:我|先|也|就)*(?:不想?问|不查|不判断|退出)(?:了|吧|啊|啦)+"
)
_NO_MORE = r"(?:不(?:想|打算)?(?:问|考|报|查|弄|搞|算|折腾|学)了(?:吧|啊|啦|呀)*)"
# Whatever was asked before, 凭什么人家便宜，算了不问了 takes it back; 她说不如去跳舞，算了 only lets it be.
_WITHDRAWN = re.compile(
    r"(?:那|就|还是|我|先)*(?:算了)?[,，]?(?:[^，。,?？]{1,6}(?=[也都]))?(?:我|先|也|都|就|还是)*不(?:想|打算)?问(?:了|吧|啊|啦)+"
    r"|(?:算了|不考了|就|你|也|[,，])*(?:不用|别|不必|甭|用不着)(?:再)?(?:回复?|答复?|理|管)(?:我|了|啦|吧|哈)+"
)
_LET_BE = re.compile(
    r"(?:那|就|还是|我|先|看|也)*(?:算了|拉倒)(?:吧|啦|啊|呀|哈)*|当我没[问说](?:吧|哈)*"
    # 那算了不弄了, 不考了不考了: said with weight or twice; of a bare 小王 不考了 others are left
    rf"|(?:那|就|还是|我|先|也)*(?:算了|拉倒)(?:吧|啦)*{_NO_MORE}+|(?:那|还是|我|真|老子|我们)+(?:就|也)?{_NO_MORE}+|{_NO_MORE}{{2,}}"
)
ASKS_WHY = re.compile(
    r"(?:为什么|为啥|干嘛|干什么|凭什么|怎么).{0,4}(?:问|要知道|要我说)|问(?:这|那)个?.{0,4}(?:干|做|有)|(?:这|那)个?有什么用|有什么关系"
    r"|^(?:为什么|为啥|干嘛|凭什么)(?:呢|啊|呀)?$|(?:什么|啥)意思|(?:没|不)(?:太)?(?:听懂|看懂|明白)|^不懂"
)
# Said to be polite: it answers nothing, and is no question either.
# 差点就转账了, 幸好没交钱: relief or a near miss, in a message that asks nothing.
RELIEVED = re.compile(
    r"(?:笑死|气死(?:我|人)?了?|吓死|吓(?:我)?一跳|好险|天[哪呐]|妈呀|哈+|我去|我|[,，。!！~\s])*(?:差点儿?|差一点|险些|幸好|幸亏|好在|还好(?!补|考|报|用|改))[^?？吗么呢,，]{2,12}[了啊呀哈吧。!！~]*"
)
HEARD = re.compile(
    r"我?(?:好|行|嗯|哦|噢|可以|知道|晓得|明白|了解|收到|没问题|o+k+|懂|原来(?:如此|是)?这?样?|(?:是)?这样[子啊呀的]+|开(?:个|句)?玩笑|说着玩|随便问问|逗你)"
    r"(?:好|行|嗯|哦|噢|知道|晓得|明白|了解|收到|的|格|额|嘞|咧|滴|了|吧|啊|呀|哈|呢|懂|玩|是这样|这样|如此|谢谢|多谢|你|您|侬|[,，。!！~\s])*",
    re.IGNORECASE,
)
# 明白,哪个近去哪个 settles something by a pair of question words, and asks nothing; praise and laughter neither.
SETTLED = re.compile(
    r"(?:好|行|嗯|哦|噢|知道|明白|了解|收到|懂|那|就|我|的|了|吧|[,，。!！~\s])*(?P<one>哪[个家里儿边天种]?|谁|啥|怎么)[^,，。!！?？吗]{1,4}(?P=one)[^,，。!！?？吗么呢]{0,2}[。!！~]*"
)
_PRAISE = (
    r"爱[你您]|么么[哒打]?|比心|(?:你|您)?(?:真|太|好|最|超|挺|蛮)(?:的)?(?:是)?(?:好|棒|厉害|牛|贴心|聪明|可爱|专业|靠谱|耐心|赞|细心|清楚|详细)"
    r"|棒|厉害|赞|点赞|给力|哈{2,}|嘻{2,}|嘿{2,}|呵{2,}|886|88|6{2,}"
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


def gives_up(said: str) -> bool:
    """Whether it ends the form: 不判断了, with a sigh 算了不问了，头疼, or after telling why; not 算了，就考四级."""
    if CANCELLED.fullmatch(said):
        return True
    match = _GIVES_UP.fullmatch(said)
    rest = re.sub(r"不(?:想)?[问考报弄搞查]了", "", match["rest"]) if match else ""
    if match and not (_NO_SIGH.search(rest) or asks(rest) or is_interrogative(rest) or asked_for(rest)):
        return True
    clauses = [one for one in BREAK_OR_WAVE.split(said) if one]
    told = not any(asks(one) or is_interrogative(one) for one in clauses)
    if len(clauses) > 1 and (_WITHDRAWN.fullmatch(clauses[-1]) or (told and _LET_BE.fullmatch(clauses[-1]))):
        return True
    return told and any(_GIVEN_UP_AT_LAST.fullmatch(one) for one in clauses)


# 计算机科学与技术, 伊读烹饪的: what was studied, in place of whether it is a related field, which no notice says.
_MAJOR_NAMED = re.compile(
    r"(?:我|[他她伊]|是|就是|我们)*(?:[学读念](?:的|是|了)*|专业(?:是|叫|就是)*|叫|的)*(?!(?:不|没|对口|相关|行[的了吧]|可以|能|有|是的|好|嗯|对$))[\u4e00-\u9fffA-Za-z（）()+]{2,14}?(?:专业|的|系)*(?:毕业)?(?:的)?"
)
_NO_MAJOR = re.compile(
    r"[吗呢么伐?？]|什么|怎么|哪|几|多少|多久|能|可以|考|报|年|级|证|工作|职称|要|想|谢|知道|清楚|对口|相关|对应|符合|算[是了不]|关系|[高初]中|[大中]专$|本科$|[哈嗯啊哦]|干|做|为|人工(?!智能)|电话|地址|钱|费|问|说|查|好的|没|不|[谁找去来给打走]|^那"
)


def names_major(asked: str, said: str) -> bool:
    """Whether a bare name answers the question about the major: whether it is related stays open by the notices."""
    bare = said.split(",")[0].split("，")[0]
    named = asked == "major" and bool(_MAJOR_NAMED.fullmatch(bare)) and not _NO_MAJOR.search(bare)
    return named and not (asks(said) or asked_for(said))


# 那先不弄这个了，推介官呢: the form is let be, for the question that follows.
_LEFT_ASIDE = re.compile(
    r"(?:那么?|就|还是|我|先|好|行|算了|吧|[,，\s])*不(?:弄|搞|说|管|问|看|谈|聊|扯|讲|判断)(?:这个|那个|它|这)?了(?:吧|啊|啦)?[,，。\s]+(?P<rest>.+)"
)


def leaves_aside(said: str) -> bool:
    """Whether it lets the form be and asks something else in the same breath."""
    match = _LEFT_ASIDE.fullmatch(said)
    return match is not None and any(asks(one) for one in BREAK_OR_WAVE.split(match["rest"]) if one)


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
