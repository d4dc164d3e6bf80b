"""Automatic numbers for a Word file: one list for each run of siblings, as offices' templates make them."""

from __future__ import annotations

import re

from docx.oxml import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_VALUE = re.compile(r"[一二三四五六七八九十]+|\d+")
_DIGITS = "一二三四五六七八九"
_FIRST_ABSTRACT, _FIRST_LIST = 9000, 900


class Lists:
    """Gives paragraphs list numbers such that Word shows exactly the printed ones."""

    def __init__(self, numbering: BaseOxmlElement) -> None:
        self.numbering = numbering
        self.abstracts: dict[tuple[str, str], int] = {}
        self.open: dict[int, tuple[str, int, int]] = {}
        self.lists = _FIRST_LIST

    def close(self) -> None:
        """End all lists: the next number starts one."""
        self.open.clear()

    def number(self, paragraph: Paragraph, depth: int, printed: str) -> None:
        """Let the paragraph show `printed`: the next number of the list open at that depth, or the first of a new one."""
        match = _VALUE.search(printed)
        assert match
        pattern, value = printed.replace(match.group(), "%1"), _value(match.group())
        self.open = {other: one for other, one in self.open.items() if other <= depth}
        previous = self.open.get(depth)
        if previous is None or previous[:2] != (pattern, value - 1):
            self._start(pattern, value, chinese=not match.group().isdigit())
            previous = (pattern, value, self.lists)
        self.open[depth] = (pattern, value, previous[2])
        properties = paragraph._p.get_or_add_pPr()
        properties.get_or_add_numPr().get_or_add_ilvl().val = 0
        properties.get_or_add_numPr().get_or_add_numId().val = previous[2]

    def _start(self, pattern: str, value: int, chinese: bool) -> None:
        style = "chineseCountingThousand" if chinese else "decimal"
        known = len(self.abstracts)
        abstract = self.abstracts.setdefault((pattern, style), _FIRST_ABSTRACT + known)
        if len(self.abstracts) > known:
            self._append(
                f'<w:abstractNum w:abstractNumId="{abstract}"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
                f'<w:numFmt w:val="{style}"/><w:suff w:val="nothing"/><w:lvlText w:val="{pattern}"/></w:lvl></w:abstractNum>'
            )
        self.lists += 1
        self._append(
            f'<w:num w:numId="{self.lists}"><w:abstractNumId w:val="{abstract}"/>'
            f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{value}"/></w:lvlOverride></w:num>'
        )

    def _append(self, xml: str) -> None:
        element = parse_xml(re.sub(r"^<([\w:]+)", rf'<\1 xmlns:w="{W}"', xml))
        if element.tag.endswith("abstractNum"):
            self.numbering.insert(0, element)
        else:
            self.numbering.append(element)


def _value(number: str) -> int:
    if number.isdigit():
        return int(number)
    tens, found, units = number.rpartition("十")
    value = _DIGITS.find(units) + 1 if units else 0
    return value + ((_DIGITS.find(tens) + 1 or 1) * 10 if found else 0)
