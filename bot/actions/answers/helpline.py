"""Whom to ask about what one organisation's notice does not say."""

from __future__ import annotations

from bot.actions.desk import Desk
from bot.actions.turn import Turn
from knowledge.contacts import contacts
from knowledge.models import Citation, OrganisationRef
from knowledge.subject import Subject


def call(desk: Desk, turn: Turn, organisation: OrganisationRef, notice_id: str) -> tuple[str, list[Citation]]:
    """A sentence with the enquiry telephone that the notice prints, and its quote; empty where it prints none."""
    for one in contacts(desk.library, Subject(organisation=organisation), turn.as_of):
        for phone in one.phones:
            bearing = [cited for cited in one.citations if phone.number in cited.quote]
            if phone.purpose == "enquiry" and any(cited.notice_id == notice_id for cited in bearing):
                return f"可以打咨询电话 {phone.number} 问。", bearing
    return "", []


def address(desk: Desk, turn: Turn, organisation: OrganisationRef, notice_id: str) -> tuple[str, list[Citation]]:
    """The office's address as the notice prints it, and its quote; empty where it prints none."""
    for one in contacts(desk.library, Subject(organisation=organisation), turn.as_of):
        for place in one.addresses:
            bearing = [cited for cited in one.citations if place in cited.quote and cited.notice_id == notice_id]
            if bearing:
                return place, bearing[:1]
    return "", []
