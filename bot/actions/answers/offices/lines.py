"""The lines in which an office's number, address and hours are told."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.actions.desk import Desk
from bot.actions.turn import Turn
from bot.actions.wording import joined
from knowledge.contacts import Contact
from knowledge.facts import Hours, Phone

_APPOINTMENT = re.compile(r"预约|约时间")
_NO_WORD_ON_APPOINTMENT = "通知没有写明是否需要预约"


def phones_line(purpose: str, label: str) -> Callable[[Contact], list[str]]:
    """What tells the numbers of one purpose, each with its owner and hours."""
    return lambda one: [phone_line(phone, label) for phone in one.phones if phone.purpose == purpose]


def phone_line(phone: Phone, label: str) -> str:
    """One number with its owner and, where they are its own, its hours."""
    hours = f"（{_one_line(phone.hours.text).strip('()（）')}）" if phone.hours else ""
    return f"{phone.owner}{label} {phone.number}{hours}"


def address_lines(one: Contact) -> list[str]:
    """Each address, with whether one has to book."""
    booking = {True: "（需要提前预约）", False: "（不需要预约）", None: ""}[one.appointment]
    return [f"地址 {address}{booking}" for address in one.addresses]


def hours_lines(one: Contact) -> list[str]:
    """The hours of an office as they are printed, in one line."""
    return [f"受理时间 {_one_line(one.hours.text)}"] if one.hours else []


def _one_line(text: str) -> str:
    return "，".join(line.strip() for line in text.splitlines())


def supervision_hours(one: Contact) -> list[tuple[str, Hours]]:
    """The hours of each line for complaints that prints its own, after whose line it is."""
    lines = [phone for phone in one.phones if phone.purpose == "supervision" and phone.hours]
    return [(f"{phone.owner} {phone.number}：", phone.hours) for phone in lines if phone.hours]


def served(one: Contact, stated: list[tuple[Contact, list[str]]]) -> str:
    """Which occupations an office serves, where its organisation has several offices."""
    several = [other for other, _ in stated if other.organisation == one.organisation]
    return f"（受理{joined(one.occupations)}）" if one.occupations and len(several) > 1 else ""


def appointment_lines(desk: Desk, turn: Turn, one: Contact) -> list[str]:
    """Whoever wants to come learns that the notice is silent on appointments, where such notices speak of them."""
    silent = desk.library.holding(one.citations[0].notice_id).facts.not_stated
    if one.appointment is None and any(fact.topic == "appointment" for fact in silent):
        return [_NO_WORD_ON_APPOINTMENT]
    return silent_on_appointment(turn, one)


def silent_on_appointment(turn: Turn, one: Contact) -> list[str]:
    """The same where it is asked for."""
    asked_for = one.appointment is None and _APPOINTMENT.search(turn.text)
    return [_NO_WORD_ON_APPOINTMENT] if asked_for else []
