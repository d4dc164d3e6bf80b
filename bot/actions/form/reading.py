"""Whether a message tells what a form asks for, rather than asking something else."""

from __future__ import annotations

import re

from bot.actions.answers.retakes.money import asks_price
from bot.actions.follow_ups.eligibility import OTHER_MATTER, waits
from bot.actions.form import fee_inputs, retake_inputs
from bot.actions.form.words import put_right
from bot.actions.passed_dates import passed_on
from bot.actions.people import tokens
from bot.actions.several.words import asked_for
from bot.actions.turn import Turn

_ASKS = re.compile(
    r"[?？吗呢伐]|什么|怎么|哪|几[点号月天年]|几个月|多少|多[久长]|能不能|可不可以|可以|有没有|是不是|[行成好对]不(?!了|过|错)|[是对]吧"
)
# A reply that is nothing but a time: 去年6月, 大概是23年上半年吧, 12月份考的.
_ONLY_A_TIME = re.compile(
    r"(?:[\d零〇一二两三四五六七八九十年月日号上中下旬初底末半去前今本大个周星期礼拜天昨之以约左右多份,./-]|大概|好像|应该|可能|记得|通过|考过"
    r"|过了|过的|那次|那批|我|就|是|在|吧|的|了|考)+"
)
_PASSED = re.compile(r"(?<![没未不有])(?:考过|过了|过的|通过|合格|及格)")
# What may stand beside the day of passing in one message: the price, the validity, the retake itself.
_OF_RETAKES = frozenset({"retake", "fee", "validity", "results"})
_OF_FEES = frozenset({"retake", "fee"})


def asks_nothing(text: str) -> bool:
    """Whether a message has no word of asking."""
    return not _ASKS.search(text) and not asked_for(text)


def tells_situation(turn: Turn, asked: str) -> bool:  # noqa: ARG001
    """Something of the applicant's own situation, or how long they would have to wait by the verdict."""
    if waits(turn.text) and turn.memory.situation.told and not asked_for(turn.text):
        return True
    return turn.mentioned.situation.told and not OTHER_MATTER.search(turn.text)


def tells_retake(turn: Turn, asked: str) -> bool:
    """The day on which something was passed, or by bare names whose paper of which level it is."""
    text = _told(turn)
    if asked_for(text) - _OF_RETAKES:
        return False
    if passed_on(text, turn.as_of) is not None:
        return bool(_ONLY_A_TIME.fullmatch(text) or _PASSED.search(text))
    named = turn.mentioned
    wanted = {
        retake_inputs.OCCUPATION: named.occupation,
        retake_inputs.ORGANISATION: named.organisation,
        retake_inputs.LEVEL: named.levels,
    }
    about = wanted.get(asked, named.occupation or named.organisation or named.levels)
    return bool(about) and not _ASKS.search(text) and not asks_price(text)


def tells_fee(turn: Turn, asked: str) -> bool:
    """How many people, at which level, or which modules; with 一共 it may be asked along with it."""
    text = _told(turn)
    together = bool(tokens.TOGETHER.search(text))
    if asked_for(text) - _OF_FEES or (not together and (_ASKS.search(text) or asks_price(text))):
        return False
    named = turn.mentioned
    if asked in (retake_inputs.OCCUPATION, retake_inputs.ORGANISATION) and (
        named.occupation or named.organisation
    ):
        return True
    plain = tokens.masked(text, ())
    modules = tokens.named_modules(plain) or tokens.module_count(plain)
    attempts = modules or tokens.RETAKE.search(plain) or tokens.FIRST.search(plain)
    fits = not asked or asked in fee_inputs.INPUTS
    return fits and bool(named.levels or tokens.people_in(plain) or attempts or named.occupation)


def _told(turn: Turn) -> str:
    """The message without the words that take something back, and without what closes it."""
    right = put_right(turn.text)
    return (turn.text if right is None else right).rstrip(" ,，。!！?？~")
