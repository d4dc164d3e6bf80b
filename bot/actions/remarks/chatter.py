"""What only keeps company: the weather, laughter over somebody, a wish to chat, an interruption, a sigh.

Such a message asks for nothing and names nothing of the field; the talk stays where it was.
"""

from __future__ import annotations

import re

from bot.actions.names.foreign import of_the_field
from bot.actions.several.words import asked_for, asks, is_interrogative
from bot.actions.talk import DISCIPLINE
from bot.actions.turn import Turn

_CLAUSES = re.compile(r"[,，。;；!！?？~…\s]+")
_HELLO = re.compile(
    r"(?:喂|嗨|哈喽|hello|hi|你好|您好)*(?:在吗|在不在|在么|有人吗|忙吗)?(?:啊|呀|呢)?(?:兄弟|哥们?|老哥|姐妹?|亲|小师傅|师傅|老师|宝子|朋友|同学)?"
)
_CHAT = re.compile(r"[唠聊](?![到过])|讪胡|嘎讪|吹牛|解闷|陪我|睡不着|无聊|闲得|发呆")
_WEATHER = re.compile(
    r"[落下]了?(?:大|小|好大的?|暴)?[雨雪]|刮(?:大)?风|台风|打雷|太阳|天气?(?:好|真|太|这么)?(?:热|冷|闷|潮)|热死|冷死|黄梅天|堵车"
)
_LAUGHS = re.compile(r"哈{2,}|呵{2,}|嘻{2,}|嘿{2,}|笑(?:死|喷|哭)|脸(?:都)?(?:肿|疼|绿|红)了")
_AWAY = re.compile(
    r"^(?:等[下会等]|等一[下会]|等一等|稍等|慢着|先不说了|我先|回头|马上回来|一会儿?)|(?:[哭醒叫来响停掉断尿饿]|没电|开饭|下课|到站|打翻|着火|开会)了[啊呀哈]*$"
)
_SIGHS = re.compile(
    r"^(?:唉|哎|崩溃|心累|好累|累死|困死?|烦|头[疼痛大]|郁闷|绝望|泪目|救命|无语|真是?服了|要疯了)"
)
# 王阿婆家的猫也想考
_BEASTS = re.compile(
    r"(?:猫|狗|鹦鹉|八哥|乌龟|仓鼠|兔子|金鱼)[咪子狗]?(?:它|也|都|还|就|居然|听了|跟着)*(?:想|要|吵着|闹着|打算)(?:要|去|来)?(?:考|报|学)"
)
# To do something is asked for, which is no chat: 帮我写首诗, 给我讲个故事.
_WANTS = re.compile(
    r"[帮替给]我|帮忙|写|翻译|推荐|介绍|唱|播放|订|[讲说来]个|买|查|算(?![了是])|告诉|解释|[发列]一?[下份个]"
)
# As it was typed, before what is no part of a question was left out: 唉，请半天假咯; 就差两天啊我去……
_SIGHED = re.compile(
    r"^[\s,，。.!！~…]*(?:唉|嗐|哎(?!呦?[,，]?(?:请问|问))|啧|艾玛|妈呀|我[去靠滴的]天?(?=[啊呀,，。.!！~…\s])|天[哪呐啊]|老天|额滴|得[,，]|好家伙|乖乖)"
    r"|(?:^|[啊呀了,，!！\s])我[去靠](?:[啊呀]|[,，。.!！…~\s])*$|[😂😭😅🤣😮😩😫😢😔🙄]+\s*$"
)
# What makes a sigh a case: what was found on somebody, what is lost or was missed, and what somebody concludes.
_HAPPENED = re.compile(
    r"被[^，。,]{0,6}(?:抓|发现|没收|收走|查|取消|警告)|手机|小抄|作弊|丢了|不见了|找不到|忘|错过|没赶上|没过|挂了|可以|总归|能(?!量|人)|够(?:不|格|条件)"
)

_SAYS_SOMETHING = re.compile(r"[一-鿿]{2}")  # qwer is noise


def only_chats(turn: Turn) -> bool:
    """Whether the message keeps company, and neither tells nor asks anything that an answer could be about."""
    new, text = turn.mentioned, turn.text
    named = new.occupation or new.organisation or new.levels or new.code or new.outside or new.stranger
    if text.startswith("/") or named or new.situation.told or turn.question:
        return False
    if turn.memory.topic == DISCIPLINE and not (turn.sighs and not _HAPPENED.search(text)):
        return False
    clauses = [one for one in _CLAUSES.split(text) if one]
    clauses = [one for one in clauses if not _HELLO.fullmatch(one)] or clauses
    if any(_BEASTS.search(one) for one in clauses) and not any(asks(one) for one in clauses):
        return True
    if of_the_field(text) or _WANTS.search(text) or any(asks(one) or is_interrogative(one) for one in clauses):
        return False
    if turn.sighs and not asked_for(text) and not _HAPPENED.search(text):
        return True
    return any(words.search(one) for one in clauses for words in (_CHAT, _WEATHER, _LAUGHS, _AWAY, _SIGHS))


def asks_nothing_at_all(text: str) -> bool:
    """Whether a message neither asks nor wants anything, and has no word of the field: 散会, 路漫漫其修远兮."""
    clauses = [one for one in _CLAUSES.split(text) if one]
    if (
        text.startswith("/")
        or not _SAYS_SOMETHING.search(text)
        or of_the_field(text)
        or _WANTS.search(text)
        or asked_for(text)
    ):
        return False
    return not any(asks(one) or is_interrogative(one) for one in clauses)


def sighs(typed: str) -> bool:
    """Whether a message as it was typed begins or ends with a sigh; what it asks besides, other words tell."""
    return _SIGHED.search(typed) is not None
