"""White space and link brackets that an extraction left in the text; the publisher's own signs stay."""

from __future__ import annotations

import re

from knowledge.ingest.readers.spacing import tidy

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff"
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_AUTOLINK = re.compile(r"<((?:https?://|www\.|mailto:)[^<>\s]+)>")
_STRAY = re.compile(
    rf"(?<=[{HAN}\d)）][,;:]) (?=[\d(])"  # 电话: 021
    rf"|(?<=[^A-Za-z]) (?=\([{HAN}\d])|(?<=\() | (?=\))"  # 021-1234567 (工作日
    r"|(?<=\)) (?=[\d(,.;:])|(?<=\d) (?=[%‰℃])"
    r"|(?<=[\d年月日号]) (?=[-–—~～]\s?\d)|(?<=\d[-–—~～]) (?=\d)|(?<=[月日号][-–—~～]) (?=\d)"
    r"|(?<=^\d[.．、]) |(?<=^\d\d[.．、]) "
)
_GAP = re.compile(rf"(?<=[{HAN}]) (?=[{HAN}])")
_SECOND_ISSUER = re.compile(
    rf"[{HAN}]{{3,30}}?(?:局|厅|委员会|中心|协会|学会|联合会|工会|学校|学院|大学|公司)(?:等[{HAN}]{{1,6}})?(?:关于| )"
)
_LABELLED = re.compile(rf"^[{HAN}（）()]{{2,12}}[：:]")


def repair(text: str) -> str:
    """A paragraph without what the extraction added: odd blanks, `<…>` around addresses, zero-width signs."""
    text = _AUTOLINK.sub(r"\1", _INVISIBLE.sub("", text))
    return _STRAY.sub("", tidy(text))


def repair_heading(text: str) -> str:
    """A title: a blank between two Chinese words is where a line was cut, unless a second issuer follows."""
    text = repair(text)
    return _GAP.sub(lambda gap: " " if _SECOND_ISSUER.match(text, gap.end()) else "", text)


def repair_cell(text: str) -> str:
    """A table cell: its lines are wrapped words, but a line that begins with a label stays apart."""
    joined = ""
    for line in (repair(line) for line in text.splitlines()):
        apart = _LABELLED.match(line) is not None or (joined[-1:].isascii() and line[:1].isascii())
        joined += f" {line}" if joined and line and apart else line
    return _GAP.sub("", joined) if not _LABELLED.search(joined) else joined
