"""Going on about results: where else one might look them up, which sounds like another topic (支付宝里查得到吗)."""

from __future__ import annotations

import re

from bot.actions.turn import INFORM, Turn

RESULTS = "ask_results"
_TAKEN_FOR = (INFORM, "search", "out_of_scope", "ask_payment", "ask_website", "ask_certificate")
_LOOKED_UP = re.compile(
    r"(?:哪里?|哪儿|怎么|咋|如何|上面?|里面?)(?:能|可以|去|才能)?(?:查|看)(?![不卷])|[查搜看]得?到|能(?:不能)?[查搜看]"
)
_OTHERWISE = re.compile(r"证|[交缴]|付(?!宝)|补考|复核|查卷|报名|钱|费")


def follow_up(turn: Turn, topic: str) -> str | None:
    """Results again, where nothing else is named that one could look up."""
    goes_on = turn.memory.topic == RESULTS and topic in _TAKEN_FOR
    return RESULTS if goes_on and _LOOKED_UP.search(turn.text) and not _OTHERWISE.search(turn.text) else None
