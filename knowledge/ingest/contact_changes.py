"""Addresses, hours, telephones and web addresses that changed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.ingest.drafts.models import DraftContact
from knowledge.ingest.fact_changes import FactChange, fact_change, paired
from knowledge.models import Source

_PHONES = {"enquiry": "咨询电话", "supervision": "监督电话"}
_WEBSITES = {
    "standards": "国家职业技能标准查询网址",
    "documents": "上网文件查询网址",
    "guidance": "考核指导手册查询网址",
    "admission_ticket": "准考证下载网址",
    "results": "成绩及证书查询网址",
    "application": "申报网址",
    "payment": "缴费网址",
    "official": "官方网址",
}


@dataclass(frozen=True)
class _Value:
    """One printed value with what it is called and where it stands."""

    field: str
    text: str
    lines: tuple[Source, ...]


def contact_changes(old: tuple[DraftContact, ...], new: tuple[DraftContact, ...]) -> Iterator[FactChange]:
    """Value by value; a number or address that merely stands elsewhere has not changed."""
    for values in (_addresses, _hours, _phones, _phone_hours, _websites):
        before = [one for contact in old for one in values(contact)]
        after = [one for contact in new for one in values(contact)]
        for field in dict.fromkeys(one.field for one in (*before, *after)):
            yield from _of_field(field, _only(field, before), _only(field, after))


def _of_field(field: str, old: list[_Value], new: list[_Value]) -> Iterator[FactChange]:
    before, after = {_key(one.text): one for one in old}, {_key(one.text): one for one in new}
    for a, b in paired(list(before), list(after)):
        gone, come = before.get(a or ""), after.get(b or "")
        yield fact_change(
            field,
            gone.text if gone else None,
            come.text if come else None,
            gone.lines if gone else (),
            come.lines if come else (),
            [line for one in (gone, come) if one for line in one.text.splitlines()],
        )


def _only(field: str, values: Sequence[_Value]) -> list[_Value]:
    return [one for one in values if one.field == field]


def _key(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def _values(contact: DraftContact, named: Sequence[tuple[str, str]]) -> list[_Value]:
    scope = f"（{'、'.join(contact.occupations)}）" if contact.occupations else ""
    return [_Value(f"{field}{scope}", text, _lines(contact, text)) for field, text in named]


def _lines(contact: DraftContact, text: str) -> tuple[Source, ...]:
    """The quotes that print the value, or a line of it."""
    parts = [_key(line) for line in text.splitlines()]
    return tuple(one for one in contact.citations if any(part in _key(one.quote) for part in parts))


def _addresses(contact: DraftContact) -> list[_Value]:
    return _values(contact, [("业务受理地址", one) for one in contact.addresses])


def _hours(contact: DraftContact) -> list[_Value]:
    return _values(contact, [("受理时间", contact.hours.text)] if contact.hours else [])


def _phones(contact: DraftContact) -> list[_Value]:
    return _values(contact, [(_PHONES.get(one.purpose, "电话"), one.number) for one in contact.phones])


def _phone_hours(contact: DraftContact) -> list[_Value]:
    hours = [(f"{_PHONES.get(one.purpose, '电话')}服务时间", one.hours) for one in contact.phones if one.hours]
    return _values(contact, hours)


def _websites(contact: DraftContact) -> list[_Value]:
    return _values(contact, [(_WEBSITES.get(one.purpose, "网址"), one.url) for one in contact.websites])
