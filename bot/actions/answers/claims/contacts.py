"""A telephone number or an address that is claimed to be an organisation's."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.actions.desk import Desk
from bot.actions.reply import Reply
from bot.actions.turn import Turn
from knowledge.contacts import contacts
from knowledge.subject import Subject

_TOPICS = ("ask_phone", "ask_address", "ask_office_hours", "ask_supervision", "ask_certificate")
_NUMBER = re.compile(r"(?<!\d)(?:\d{3,4}[- ]?)?\d{7,8}(?!\d)|400[- ]?\d{3}[- ]?\d{4}")
_PLACE = re.compile(r"(?P<road>[一-鿿]{2,4}路)(?P<number>\d{1,5})(?:号|弄)?")
_ROOM = re.compile(r"(?<!\d)(?P<number>\d{3,4})室")
# 在漕宝路那个大楼: a road without a number; 网路, 半路 and the like are none.
_ROAD = re.compile(
    r"(?:在|是|去|到|搬)(?P<road>[一-鿿]{1,3}(?<![公铁线网思套出走一半问迷带顺赶马])(?:路|大道))(?![线上过费口由])"
)
_LEAST = 7  # the last digits of a number, without the area code


def contact_verdict(desk: Desk, turn: Turn, subject: Subject, topic: str, reply: Reply) -> str:
    """对。 or 不是这个号码。 Empty where neither a number nor an address was typed."""
    if topic not in _TOPICS:
        return ""
    known = contacts(desk.library, replace(subject, level=None), turn.as_of)
    known = [one for one in known if one.status == "current"] or known
    if number := _NUMBER.search(turn.text):
        typed = re.sub(r"\D", "", number.group())
        printed = [re.sub(r"\D", "", phone.number) for one in known for phone in one.phones]
        right = any(one.endswith(typed[-_LEAST - 1 :]) for one in printed)
        return "" if not printed else "对。" if right else "不是这个号码。"
    if place := _PLACE.search(turn.text):
        printed = [address for one in known for address in one.addresses]
        road, own = place["road"], place["number"]
        right = any(re.search(rf"{road[-3:]}\s?{own}号", one) for one in printed)
        return "" if not printed else "对。" if right else "不是这个地址。"
    if road := _ROAD.search(turn.text):
        printed = [address for one in known for address in one.addresses]
        right = any(road["road"] in one for one in printed)
        return "" if not printed else "对。" if right else "不是这个地址。"
    if room := _ROOM.search(turn.text):
        printed = re.findall(_ROOM, "".join(address for one in known for address in one.addresses))
        return "" if not printed else "对。" if room["number"] in printed else "不是这一室。"
    return ""
