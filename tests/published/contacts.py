"""Where, when and how to reach an office: the lines of 六."""

from __future__ import annotations

import re
from typing import NamedTuple

from tests.published.text import bare, body, clause

NUMBER = r"(?:（021）|021-)\d{8}|400-\d{3}-\d{4}"
URL = re.compile(r"(?:https?://)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]+(?:/[A-Za-z0-9./]*)?")
Stretches = list[tuple[str, str]]


class Phone(NamedTuple):
    """A number as printed, with the hours in brackets behind it."""

    purpose: str
    number: str
    stretches: Stretches


def _below(notice_id: str, heading: str) -> str:
    """What （一）… of 六 says below or behind that heading."""
    pieces = re.split(r"^[（(][一二三四五][）)]", clause(notice_id, "六"), flags=re.MULTILINE)
    (found,) = (piece for piece in pieces if re.match(f"(?:业务)?{heading}", piece))
    return re.sub(f"^(?:业务)?{heading}[：:]?", "", found)


def address(notice_id: str) -> str:
    """Of the office."""
    return bare(_below(notice_id, "受理地址"))


def hours(notice_id: str) -> str:
    """Of the office, without white space."""
    return bare(_below(notice_id, "受理时间"))


def stretches(text: str) -> Stretches:
    """Opening and closing times as HH:MM."""
    found = re.findall(r"(\d+)[:：](\d\d)-(\d+)[:：](\d\d)", text)
    return [(f"{int(a):02}:{b}", f"{int(c):02}:{d}") for a, b, c, d in found]


def phones(notice_id: str) -> list[Phone]:
    """All numbers of 六 in order; numbers with `;` between share the hours behind the last."""
    return [
        Phone(purpose, number, stretches(behind))
        for purpose, heading in (("enquiry", "咨询电话"), ("supervision", "监督电话"))
        for numbers, behind in re.findall(
            rf"((?:{NUMBER})(?:;(?:{NUMBER}))*)([（(]工作日[^）)]*)?", bare(_below(notice_id, heading))
        )
        for number in numbers.split(";")
    ]


def lookup_addresses(notice_id: str) -> list[str]:
    """The three web addresses of （五）: standards, documents, guidance."""
    return URL.findall(_below(notice_id, "查询网址"))


def web_addresses(notice_id: str) -> set[str]:
    """All that the notice prints anywhere."""
    return set(URL.findall(body(notice_id)))
