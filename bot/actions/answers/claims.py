"""A fee that the message claims (听说三级只要300, 四级是400吧): confirmed where it is the stated one, else put right.

Only a claim about one occupation and level is judged; what is a part of the sum (a single paper's fee) is left open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.actions.desk import Desk
from bot.actions.people_words import named_modules
from bot.actions.reply import Reply
from bot.actions.turn import FEES, Turn
from knowledge.fee_sums import EACH_MODULE, MODULE_WORDS
from knowledge.fees import Fee, fees
from knowledge.subject import Subject

_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"两": 2}
_AMOUNT = re.compile(
    r"(?<![\d.\-/])(?P<digits>\d{2,4})(?![\d%年月日号岁级点分个人小:：-])|(?P<hundreds>[一二两三四五六七八九])百(?P<tens>[一二三四五六七八九])?十?(?!多|分)"
)
_AGAIN = re.compile(r"补考|重考")
_CLAIMS = re.compile(
    r"听|据说|说是?|讲|传|网上|以为|记得|是不是|不是|对[吗吧不么]|是[吗吧么]|吧[？?。]?$|真的|没错|涨|降|只要|才|确定|属实|可信|是真"
)
# The amount is of something else than the fee of one person: a difference, a sum of several.
_OF_ELSE = re.compile(r"差|便宜|贵|一共|总共|合计|加起来|[个位名俩]人|[两二三]门|[两二三]科|省|退|培训|押金|罚")


def with_claim_judged(desk: Desk, turn: Turn, subject: Subject, topic: str, reply: Reply) -> Reply:
    """Begin the answer with yes or no where the message claims a fee."""
    claim = _AMOUNT.search(turn.text)
    if topic not in FEES or reply.status != "answered" or claim is None:
        return reply
    if not _CLAIMS.search(turn.text) or _OF_ELSE.search(turn.text):
        return reply
    if topic == "ask_fee" and _AGAIN.search(turn.text):
        return reply
    said = _verdict(desk, turn, subject, claim, topic == "ask_retake_fee")
    first = reply.messages[0]
    message = first.model_copy(update={"text": f"{said}\n{first.text}"})
    return reply.model_copy(update={"messages": (message, *reply.messages[1:])}) if said else reply


def _verdict(desk: Desk, turn: Turn, subject: Subject, claim: re.Match[str], retake: bool) -> str:
    if subject.occupation is None or subject.level is None:
        return ""
    known = fees(desk.library, subject, turn.as_of)
    rows = [one for one in known if one.status == "current"]
    parts = {part.amount for one in rows for part in one.components}
    totals = _of_papers(rows, turn.text) if retake else {one.total for one in rows}
    amount = _amount(claim)
    said = f"{claim.group()}元" if claim["digits"] else claim.group()  # 五百 with 元 is a figure that nobody typed
    if totals == {amount}:
        return f"对，是{said}。"
    return "" if not totals or amount in totals | parts else f"不是{said}。"


def _of_papers(rows: Sequence[Fee], text: str) -> set[float | None]:
    """What a retake costs of the one paper that is named, or of any where all cost the same; else nothing certain."""
    words = [MODULE_WORDS[one] for one in named_modules(text)]
    priced = {
        part.amount
        for one in rows
        for part in one.retake.components
        if part.name.endswith(EACH_MODULE) or any(word in part.name for word in words)
    }
    return {*priced} if len(priced) == 1 and len(words) < 2 else set()


def _amount(claim: re.Match[str]) -> int:
    if claim["digits"]:
        return int(claim["digits"])
    return 100 * _DIGITS[claim["hundreds"]] + 10 * _DIGITS.get(claim["tens"] or "零", 0)
