"""The yes or no that a question about a window begins with: 能报吗, 还来得及吗, 截止了吗, 开始了没."""

from __future__ import annotations

import re
from typing import Literal

Whether = Literal["chance", "closed", "begun", "in_time", "can"]
_DOING = r"报|申请|申报|受理|[交缴付]"
_ENDS = r"[吗么嘛不没吧否]"
_KINDS: dict[Whether, re.Pattern[str]] = {
    "chance": re.compile(r"没?有?机会|没戏|泡汤|没得考"),
    "closed": re.compile(
        rf"(?:截止|结束|关闭|停止?|(?<!考)过)了?(?:报名|申报|缴费)?了?(?:没有|{_ENDS})|是不是.{{0,6}}(?:截止|结束)"
    ),
    "begun": re.compile(rf"(?:开始|开放|开通|启动|开)(?:报名|申报|[缴交]费|受理)?了?(?:没有|{_ENDS})"),
    "in_time": re.compile(r"(?<!没)来[得的不]及|来不来得及|赶[得不][上及]|晚不晚|迟不迟|[晚迟]了[吗没]"),
    "can": re.compile(
        rf"(?:能不能|可不可以|可以不可以|能否|是否).{{0,10}}(?:{_DOING})|(?:能|可以|让|还).{{0,8}}(?:{_DOING}).{{0,5}}{_ENDS}"
        rf"|(?:能|可以|还){_ENDS}[？?。]?$"
        rf"|(?:{_DOING}).{{0,6}}(?:行不行|行|成|可以){_ENDS}?[？?。]?$"
    ),
}
_OPEN_QUESTION = re.compile(r"什么|啥|怎|哪|几|多少|多久|何时|谁|为何")
# 能不能用微信交, 能同时报两个吗, 能直接报二级吗: not a question of time.
_NOT_OF_TIME = re.compile(
    r"微信|支付宝|现金|刷卡|扫码|别人|替|代|同时|两[个门种]|一起|重复|跨|异地|外地|网上|线上|个人|单位|自己|团体|学校|免费|直接|越级|[没无]有?证"
)
_TIME = re.compile(
    r"还|现在|目前|眼下|这会|[今明后]天|[今明]年|[月周号日]|星期|礼拜|节|国庆|五一|元旦|这[次批场期]|时间|最近|已经|机会"
)
_CLAUSE = re.compile(r"[,，。;；?？!！、\s]+")
_VERBS = {"application": "报", "payment": "交"}


def whether(text: str) -> Whether | None:
    """Which yes-or-no question about a window the text asks; None where it asks none."""
    for clause in _CLAUSE.split(text):
        if not _OPEN_QUESTION.search(clause):
            found = next((kind for kind, pattern in _KINDS.items() if pattern.search(clause)), None)
            if found and not (found == "can" and (_NOT_OF_TIME.search(text) or not _TIME.search(text))):
                return found
    return None


def spoken(kind: Whether | None, part: str, yes: bool, ahead: bool = False) -> str:
    """能报。 / 还没截止。 Empty where no yes or no is asked for.

    Args:
        kind: what was asked.
        part: application or payment; other parts have no such answer.
        yes: whether it can be done on the day.
        ahead: whether it can be done later.
    """
    if kind is None or part not in _VERBS:
        return ""
    verb = _VERBS[part]
    if kind == "chance":
        return "还有机会。" if yes or ahead else "没有机会了。"
    if kind == "closed":
        return "还没截止。" if yes else "还没开始。" if ahead else "已经截止了。"
    if kind == "begun":
        return "已经开始了。" if yes else "还没开始。" if ahead else "已经截止了。"
    if kind == "in_time":
        return "来得及。" if yes else "赶得上下次。" if ahead else "来不及了。"
    return f"能{verb}。" if yes else f"现在不能{verb}。" if ahead else f"不能{verb}了。"
