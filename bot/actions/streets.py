"""Offices by their street or telephone: who asks 中科路那边几点下班 means the organisation whose window is there."""

from __future__ import annotations

import re
from datetime import datetime

from knowledge.contacts import Contact, contacts
from knowledge.directory import assesses
from knowledge.library import Library
from knowledge.subject import Subject

_STREET = re.compile(r"(?:^|[区市县])([^区市县\d]{1,4}(?:路|街|大道))(?=\d)")
# Where the person lives or works is no office.
_PLACE = re.compile("路|街|大道")
_NUMBER = 8  # digits of a telephone number without its area code
_OWN = re.compile(r"(?:住|家|公司|单位|上班|工作)(?:就)?(?:在|靠近|离)?(?:上海市?)?$")


def office_at(library: Library, text: str, occupation: str | None, as_of: datetime) -> str | None:
    """The organisation whose street or own number the text names; None for a street that is only a circumstance.

    An organisation that does not assess the occupation named is not meant.
    """
    digits = re.sub(r"\D", "", text)
    if len(digits) < _NUMBER and not _PLACE.search(text):
        return None
    found = contacts(library, Subject(), as_of)
    named = [one.organisation.name for one in found if _in_street(one, text) or _called(one, digits)]
    names = list(dict.fromkeys(named))
    if len(names) != 1:
        return None
    return names[0] if occupation is None or assesses(library, names[0], occupation) else None


def _in_street(one: Contact, text: str) -> bool:
    for address in one.addresses:
        street = _STREET.search(address)
        at = text.find(street[1]) if street else -1
        if at >= 0 and not _OWN.search(text[:at]):
            return True
    return False


def _called(one: Contact, digits: str) -> bool:
    """A supervisor's number that several print is nobody's own: then more than one is found."""
    return any(re.sub(r"\D", "", phone.number)[-_NUMBER:] in digits for phone in one.phones)
