"""Whoever is not understood twice, or has enough of a machine, is shown to a person: whom to call, and when."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.actions.answers.offices.contacts import answer_human
from bot.actions.choices import quick_reply
from bot.actions.clause_marks import BREAK_OR_WAVE
from bot.actions.desk import Desk
from bot.actions.remarks.closing import closes
from bot.actions.reply import Reply
from bot.actions.several.words import asked_for, asks
from bot.actions.turn import REMARK, Memory, Turn, subject_of
from bot.actions.wording import unique

_MOST_UNANSWERED = 2
_SORRY = "抱歉，没能帮上您。"
_ANGRY = re.compile(
    r"人话|听不懂(?:吗|吧|我|中文|啊|么|$)|你(?:们|是不是|这个?|真|太|到底|怎么|根本|完全|一点|都|是|也|就)*(?:听不懂|看不懂|有病|没用|没脑子|没长脑子|没智商)"
    r"|(?<!生活)(?:[破烂]|垃圾)(?:机器人|机器|系统|东西|玩意|软件|客服|平台|程序|助手|回答|网站)|^(?:真是?|太)?垃圾[啊!！。]*$"
    r"|智障|弱智|白痴|废物|傻[逼x叉瓜子乎]|蠢(?!蠢)|(?:真|太|好|这么|那么|怎么|你)笨|答非所问|驴唇不对马嘴|牛头不对马嘴"
    r"|气死|烦死|烦不烦|(?:真|好|太)烦(?!请|您|你)|什么(?:玩意|鬼|破)|这(?:是|都|说的)*什么(?:玩意|回答|东西|乱七八糟)|胡说八道|瞎说|乱答|乱说"
    r"|滚(?:蛋|开|远|[!！。]*$)|[他特]妈的|(?<![\u4e00-\u9fff])妈的|卧槽|我靠(?=[,，。!！?？~\s啊呀了]|$)|(?<![a-z])(?:tmd|nmd|sb)(?![a-z])"
    r"|你[^,，。]{0,3}到底(?:[^,，。]{0,3})(?:行不行|会不会|懂不懂|能不能回答)|你(?:们)?(?:能不能)?(?:别|不要|少)(?:再|老|总)?(?:来)?(?:糊弄|敷衍|忽悠|骗|耍|打太极|兜圈子|绕(?:弯|来绕去))|(?:糊弄|敷衍|耍)我(?:呢|吗|是吧|玩)|(?:一点|完全|根本)(?:都|也)?(?:没用|不管用|没帮助|不懂)"
    r"|问了?(?:你)?(?:好?几|多少|[两三四五六七八九十\d]+)[遍次]|(?<!工业)(?<!服务)机器人[^,，。]{0,2}(?:不行|太差|真差|没用(?!过)|不好用)|不想跟?你(?:说|聊|讲)",
    re.IGNORECASE,
)
_VENTS = re.compile(r"气死|烦死|烦不烦|[真好太]烦|[他特]?妈的|卧槽|我靠")
_ELSEWHERE = re.compile(
    r"排[^，,。]{0,6}队|窗口|老[板公婆]|领导|主管|同[事学]|公司|中介|培训班|老师|邻居|亲戚|孩子|小孩|娃|地铁|公交|堵车|加班|下雨|天气?[热冷]|打不通|没人接|占线"
)
_COMPLAINS = re.compile(r"投诉|举报|监督电话")


# Pleading: no part of what is asked.
_PLEA = re.compile(
    r"(?:跪)?求求?(?:你|您|你们|各位)?们?(?:了|啦)|求求(?:你|您)们?|(?:跪|叩)求|拜托(?:拜托|你|您|了|啦)*|行行好(?:吧)?|帮帮(?:忙|我)(?:吧|呗|好吗)?|救救我(?:吧)?|救命(?:啊)?"
    r"|急急+|急死(?:我|人)?了?|(?:挺急的?|很急)?在线等|可怜可怜我?(?:吧)?"
)
_BREAKS = re.compile(r"(?<=[,，。;；!！?？~\s])")


def calmed(text: str) -> str | None:
    """What an angry or pleading message asks, without the anger; None where there is none, or nothing is asked."""
    without_plea = _PLEA.sub("", text)
    clauses = [one for one in _BREAKS.split(without_plea) if one]
    kept = [one for one in clauses if not is_fed_up(one) or asked_for(one)]
    left = "".join(kept).strip(" ,，。;；!！~")
    if left == text or not left or is_fed_up(left):
        return None
    return left if asks(left) or asked_for(left) else None


def only_rages(text: str) -> bool:
    """Whether an angry message asks for nothing that is known here: it is then no series of questions."""
    return is_fed_up(text) and calmed(text) is None and not asked_for(text)


def is_fed_up(text: str) -> bool:
    """Whether the person is angry with the machine, and not with a queue or somebody else."""
    found = [one.group() for one in _ANGRY.finditer(text)]
    if found and closes(text):
        return False  # 行 礼拜一我一个个打 气死了真是: they know what to do
    elsewhere = _ELSEWHERE.search(text) is not None and "你" not in text
    return any(not (elsewhere and _VENTS.fullmatch(one)) for one in found)


def question_left(turn: Turn) -> Turn | None:
    """The turn with the question that an angry message asks all the same; None where it asks nothing."""
    rest = "，".join(one for one in BREAK_OR_WAVE.split(turn.text) if one and not is_fed_up(one))
    named = turn.mentioned.occupation or turn.mentioned.levels or turn.mentioned.organisation
    if not rest and named and asked_for(turn.text):
        return turn
    if not rest or not (asked_for(rest) or named or _COMPLAINS.search(rest)):
        return None
    if _COMPLAINS.search(rest):
        return replace(turn, text=rest, intent="ask_supervision")
    unplaced = turn.intent in (
        "out_of_scope",
        "greet",
        "thank",
        "goodbye",
        "capabilities",
        REMARK,
        "ask_supervision",
    )
    return replace(turn, text=rest, intent="search" if unplaced else turn.intent)


def to_a_person(desk: Desk, turn: Turn) -> Reply:
    """Whom to call about what is talked of."""
    reply = _human(desk, turn, turn.memory)
    first, *others = reply.messages
    return reply.model_copy(
        update={"messages": (first.model_copy(update={"text": f"{_SORRY}{first.text}"}), *others)}
    )


def counted(memory: Memory, reply: Reply) -> Memory:
    """The memory with how many turns in a row were not answered."""
    return replace(memory, unanswered=memory.unanswered + 1 if reply.status == "no_answer" else 0)


def offered(desk: Desk, turn: Turn, memory: Memory, reply: Reply) -> Reply:
    """The reply, with a person to turn to where not even the second try was understood."""
    missed = memory.form.missed if memory.form else 0
    if max(memory.unanswered, missed) < _MOST_UNANSWERED:
        return reply
    return with_a_person(desk, turn, memory, reply)


def with_a_person(desk: Desk, turn: Turn, memory: Memory, reply: Reply) -> Reply:
    """Whom to call beside what was said, and the button that asks for a person."""
    if reply.handoff:
        return reply
    human = _human(desk, turn, memory).messages[0]
    *others, last = reply.messages
    button = quick_reply("转人工", "ask_human")
    beside = last.model_copy(
        update={
            "text": f"{last.text}\n{human.text}",
            "citations": unique([*last.citations, *human.citations]),
            "quick_replies": (*(one for one in last.quick_replies if one != button), button),
        }
    )
    return reply.model_copy(update={"messages": (*others, beside)})


def _human(desk: Desk, turn: Turn, memory: Memory) -> Reply:
    return answer_human(desk, turn, subject_of(desk.library.lexicon, memory))
