"""Offices by the street that they are in: who asks 中科路那边几点下班 means the organisation whose window is there."""

from __future__ import annotations

import re
from datetime import datetime

from knowledge.contacts import contacts
from knowledge.directory import assesses
from knowledge.library import Library
from knowledge.subject import Subject

_STREET = re.compile(r"(?:^|[区市县])([^区市县\d]{1,4}(?:路|街|大道))(?=\d)")
# Where the person lives or works is no office.
_OWN = re.compile(r"(?:住|家|公司|单位|上班|工作)(?:就)?(?:在|靠近|离)?(?:上海市?)?$")


def office_at(library: Library, text: str, occupation: str | None, as_of: datetime) -> str | None:
    """The organisation in whose street the text asks about something; None for a street that is only a circumstance.

    An organisation that does not assess the occupation named is not meant.
    """
    if "路" not in text and "街" not in text and "大道" not in text:
        return None
    for one in contacts(library, Subject(), as_of):
        for address in one.addresses:
            street = _STREET.search(address)
            at = text.find(street[1]) if street else -1
            if at >= 0 and not _OWN.search(text[:at]):
                name = one.organisation.name
                return name if occupation is None or assesses(library, name, occupation) else None
    return None
