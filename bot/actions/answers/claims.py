"""A fee that the message claims (听说三级只要300, 四级是400吧): confirmed where it is the stated one, else put right.

Only a claim about one occupation and level is judged; what is a part of the sum (a single paper's fee) is left open.
"""

from __future__ import annotations

import re

from bot.actions.desk import Desk
from bot.actions.reply import Reply
from bot.actions.turn import Turn
from knowledge.fees import fees
from knowledge.subject import Subject

_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"两": 2}
_AMOUNT = re.compile(
    r"(?<![\d.\-/])(?P<digits>\d{2,4})(?![\d%年月日号岁级点分个人小:：-])|(?P<hundreds>[一二两三四五六七八九])百(?P<tens>[一二三四五六七八九])?十?(?!多|分)"
)
_CLAIMS = re.compile(
    r"听|据说|说是?|讲|传|网上|以为|记得|是不是|不是|对[吗吧不么]|是[吗吧么]|吧[？?。]?$|真的|没错|涨|降|只要|才|确定|属实|可信|是真"
)
# The amount is of something else than the fee of one person: a difference, a sum, a retake.
_OF_ELSE = re.compile(r"差|便宜|贵|一共|总共|合计|加起来|[个位名俩]人|补考|重考|省|退|培训|押金|罚")


def with_claim_judged(desk: Desk, turn: Turn, subject: Subject, topic: str, reply: Reply) -> Reply:
    """Begin the answer with yes or no where the message claims a fee."""
    claim = _AMOUNT.search(turn.text)
    if topic != "ask_fee" or reply.status != "answered" or claim is None:
        return reply
    if not _CLAIMS.search(turn.text) or _OF_ELSE.search(turn.text):
        return reply
    said = _verdict(desk, turn, subject, claim)
    first = reply.messages[0]
    message = first.model_copy(update={"text": f"{said}\n{first.text}"})
    return reply.model_copy(update={"messages": (message, *reply.messages[1:])}) if said else reply


def _verdict(desk: Desk, turn: Turn, subject: Subject, claim: re.Match[str]) -> str:
    if subject.occupation is None or subject.level is None:
        return ""
    known = fees(desk.library, subject, turn.as_of)
    rows = [one for one in known if one.status == "current"]
    totals = {one.total for one in rows}
    parts = {part.amount for one in rows for part in one.components}
    amount = _amount(claim)
    said = claim.group() + (
        "元" if claim["digits"] else ""
    )  # 五百 as the person wrote it: with 元 nobody typed it
    if totals == {amount}:
        return f"对，是{said}。"
    return "" if not totals or amount in totals | parts else f"不是{said}。"


def _amount(claim: re.Match[str]) -> int:
    if claim["digits"]:
        return int(claim["digits"])
    return 100 * _DIGITS[claim["hundreds"]] + 10 * _DIGITS.get(claim["tens"] or "零", 0)
