"""A question on retakes that asks for the price too: both are told in one answer."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.actions.answers.fees.fees import answer_retake_fee
from bot.actions.desk import Desk
from bot.actions.reply import Reply, Status, single
from bot.actions.retake_words import PRICE as PRICE_WORDS
from bot.actions.several.words import asks
from bot.actions.turn import Turn
from bot.actions.wording import unique
from knowledge.subject import Subject

PRICE = re.compile(
    rf"{PRICE_WORDS}|(?:补考|[重再]考|一门|[这那]门|理论|操作|实操|一科|单科|收)[^，,。？?]{{0,3}}多少(?![次回天年月久个时人])"
    r"|(?<![\d.])\d{2,4}(?![\d年月日号分人级]|个[月人])(?:元|块)?钱?[，,\s]*(?:[？?]|对|吗|吧|么|是不是|没错)"
    r"|[一二两三四五六七八九]百[一二三四五六七八九]?十?(?:元|块)?钱?[，,\s]*(?:[？?]|对|吗|吧|么|是[不吧么吗]|没错)"
    r"|[交付缴][^，,。]{0,4}(?:全部|全额|一半|多少|同样|一样)[^，,。]{0,3}[钱费][^，,。]{0,2}[吗么]"
    r"|价|考试费|考务费|报名费|补考费|贵|便宜"
)
NOT_A_PRICE = re.compile(r"补贴|退[费钱款]|发票|缴费时间|什么时候[交缴]|[怎如][么何][交缴]")
# What a question on retakes asks besides the price.
RIGHTS = re.compile(
    r"[几多]少?[次回]|有效|过期|到期|保留|作废|算数|能用|有用|(?:能|可以)[^，,。？?]{0,4}(?:补|考)|赶|来得及|哪一?[天年]|哪个?月|最[晚迟]|几年"
)


# Nobody pays again for what they have passed: 去年9月过了操作.
_MODULE = r"(?:理论|操作|实操|技能|综合评审)(?:知识|技能)?(?:考试)?"
_DONE = r"(?<![没未不有])(?:考过|通过|合格|过)"
_PASSED_MODULE = re.compile(
    rf"{_DONE}(?:了|的)?(?:就?是|那门)?{_MODULE}|{_MODULE}[^，,。\s没未不]{{0,6}}{_DONE}(?:了|的|$|(?=[，,。\s]))"
)


# HR四级理论没过,就补这一门: who says no more wants to know what that takes, money first.
_ONLY_THIS = re.compile(
    r"(?:就|只|光|单)(?:想|要|需要?|打算|准备|报)?补(?:考)?(?:理论|操作|实操|技能)?(?:这|那|它)?(?:一)?[门科个]?(?:的|啊|吧|就好|就行|考试)?[。！!~]*$"
)


def only_sits_again(text: str) -> bool:
    """Whether it tells which paper is to be taken again, and asks nothing."""
    return _ONLY_THIS.search(text) is not None and not asks(text)


def asks_price(text: str) -> bool:
    """Whether it asks what a retake costs, whatever else it asks."""
    return bool(PRICE.search(text)) and not NOT_A_PRICE.search(text)


def only_price(text: str) -> bool:
    """Whether the price is all that it asks for."""
    return asks_price(text) and not RIGHTS.search(text)


def with_price(desk: Desk, turn: Turn, subject: Subject, reply: Reply) -> Reply:
    """The reply and the price in one; first the price where nothing else was asked."""
    asked = replace(turn, intent="ask_retake_fee", text=_PASSED_MODULE.sub("", turn.text))
    money = answer_retake_fee(desk, asked, subject)
    also = bool(RIGHTS.search(turn.text))
    first, then = (reply, money) if also else (money, reply)
    messages = [first.messages[0], then.messages[0]]
    return single(
        _status(reply.status, money.status) if also else money.status,
        "\n".join(one.text for one in messages),
        citations=unique([each for one in messages for each in one.citations]),
        computed=tuple(dict.fromkeys(each for one in messages for each in one.computed)),
        card=messages[0].card or messages[1].card,
        quick_replies=messages[0].quick_replies or messages[1].quick_replies,
    )


def _status(one: Status, other: Status) -> Status:
    """Of two questions in one; what has to be asked back leaves the other answered."""
    told = [each for each in (one, other) if each != "clarification"]
    if len(set(told)) < 2:
        return told[0] if told else "clarification"
    return "partial"
