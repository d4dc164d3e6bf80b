"""What somebody else is said to have said, held against the last answer: 我同事说11月还有一批，你别糊弄我.

Without the doubting words it goes on with the talk, whose answer is told again and judges what is claimed.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.actions.form.words import gives_up
from bot.actions.remarks.doubting import is_doubting
from bot.actions.several.words import is_interrogative
from bot.actions.situation import Situation
from bot.actions.turn import ELIGIBILITY, INFORM, Turn

_WHO = (
    r"隔壁|邻居|老[王李张刘陈赵周吴]|同事|同学|朋友|亲戚|老师|师傅|师[兄姐弟妹]|教练|中介|机构|培训班|辅导班|[客销]服|销售|[小微]?群|网上|百度|抖音|小红书|知乎|微博|朋友圈|公众号|视频|直播|博主|论坛|帖子"
    r"|主席|领导|老板|经理|人事|主任|组长|班长|书记|街道|居委|[爸妈爹娘]|老公|老婆|对象|[姐妹哥弟嫂叔姨舅姑婶]|室友|闺蜜|搭子|人家|别人|有人|大家|[他她](?!自己)|学[长姐]|老乡|阿姨|爷叔"
    r"|目录|通知|官网|网站|名单|单子|文件|墙上|纸上|简章|海报|宣传单"
)
_SAYS = r"(?:[说讲传写登贴印列]|告诉我?|保证|通知|看[到见])[过的了着道]*(?:我(?![该要得能想应可]))?(?:是)?"
_HEARD = re.compile(
    r"(?:可是?|但是?|不过|那|怎么|咦|不对[啊呀]?|明明|凭[啥什]么?|为什么|我|我们)*"
    rf"(?:(?:听|看)?[^,，。]{{0,8}}?(?:{_WHO})[^,，。说讲]{{0,8}}?{_SAYS}|(?:听|据|听人|听别人|我?听他们)[说讲](?:的|过|是)?|(?:网|群)[上里]{_SAYS})"
    r"(?P<claim>(?!的|是?[他她](?![们只才都])|自己|想|要考|打算|准备|我(?:该|要|得|可以|能)|[让叫喊]我|是?(?:[一二三四五1-5初中高]级[,，、 ]*)+$).{3,36})"
)
_BREAKS = re.compile(r"[,，。;；!！?？~…\s]+")
_TOLD_AS_BEFORE = (ELIGIBILITY, "ask_promoter")  # what another says of it is nothing told of oneself
_SURE_OF = 0.5  # of an intent, below which what goes on decides
_NO_QUESTION = (
    "search",
    "out_of_scope",
    "capabilities",
    "ask_human",
    "ask_supervision",
    "remark",
    "greet",
    INFORM,
)
_NO_TALK = (None, "search", "out_of_scope")


def rumour(text: str) -> str | None:
    """What is held against an answer, without the words that only doubt it; None where the message asks, or tells else."""
    kept = [one for one in _BREAKS.split(text) if one and not is_doubting(one)]
    if not kept or any(is_interrogative(one) for one in kept):
        return None
    return "，".join(kept) if _HEARD.fullmatch(kept[0]) else None


def held_against(turn: Turn) -> Turn:
    """The turn as the last question with what was heard in place of it; every other turn as it is."""
    apart = turn.memory.topic in _NO_TALK or turn.text.startswith("/") or gives_up(turn.text)
    said = None if apart else rumour(turn.text)
    new = turn.mentioned
    if said is None or new.occupation or new.code or new.outside or new.foreign or _is_placed(turn):
        return turn
    told = replace(new, situation=Situation(), organisation=None, held_levels=(), affair=None)
    if turn.memory.topic in _TOLD_AS_BEFORE:
        again = turn.memory.asked or said
        return replace(turn, text=again, intent=str(turn.memory.topic), mentioned=told, guess=None)
    return replace(turn, text=said, intent=INFORM, mentioned=told, guess=None)


def _is_placed(turn: Turn) -> bool:
    """Whether the classifier is sure that it is about another matter than the last answer."""
    other = turn.intent not in (*_NO_QUESTION, turn.memory.topic)
    return other and turn.confidence >= _SURE_OF
