"""Which topic a message is about, where its words or the talk so far decide better than the classifier."""

from __future__ import annotations

import re

from bot.actions.follow_ups import follow_up
from bot.actions.turn import ELIGIBILITY, INFORM, Turn

_SITUATION = re.compile(
    r"干了?|做了?|工作|从事|毕业|大专|本科|中专|高中|初中|学历|经验|岁|(?<!\d)\d{1,2}年|[一二三四五六七八九十两半]年"
)
_MAY_I = re.compile(r"(?:能|可以|可不可以|够|行).{0,14}(?:考|报)")
_AMOUNT_DOUBTED = re.compile(r"\d{2,4}(?:元|块)?钱?(?:对|吗|吧|是不是|没错)")
_PRICE = re.compile(r"收费|多少钱|费用|报名费|考试费|考务费|价格|多少元|[啥什]么?价|价[钱位码]|几块钱|几百块")
_WHO = re.compile(r"谁|哪[家里儿个些几]|在哪|机构|有没有|[能可]考|开[展设考]")
_MISCONDUCT = re.compile(r"作弊|舞弊|抄袭|替考|代考|违纪|违规")


def choose_topic(turn: Turn) -> str | None:
    """Return the topic's intent; None where nothing is asked and nothing was asked before."""
    topic = turn.intent
    if topic == "ask_catalogue" and _PRICE.search(turn.text) and not _WHO.search(turn.text):
        topic = "ask_fee"
    if topic in ("search", INFORM) and (_AMOUNT_DOUBTED.search(turn.text) or _PRICE.search(turn.text)):
        topic = "ask_fee"
    if topic == "search" and _MISCONDUCT.search(turn.text):
        return "ask_discipline"
    if topic == "ask_catalogue" and _SITUATION.search(turn.text) and _MAY_I.search(turn.text):
        return ELIGIBILITY
    return follow_up(turn, topic) or (turn.memory.topic if topic == INFORM else topic)
