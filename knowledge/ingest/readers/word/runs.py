"""The visible text of a Word paragraph: insertions kept; deletions, hidden text and field codes left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from knowledge.ingest.readers.notes import raised
from knowledge.ingest.readers.word.notes import NoteNumbers
from knowledge.ingest.readers.word.package import Element, W
from knowledge.ingest.readers.word.styles import Styles

BREAK = "\n"
_ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_LEFT_OUT = {
    W + name for name in ("del", "moveFrom", "rPr", "pPr", "instrText", "delText", "rt", "sdtPr", "footnoteRef")
}
_SIGNS = {
    W + "tab": " ",
    W + "br": BREAK,
    W + "cr": BREAK,
    W + "noBreakHyphen": "-",
    W + "softHyphen": "",
    W + "ptab": " ",
}
_TEXT_BOX = W + "txbxContent"
_PRIVATE_USE = range(0xE000, 0xF900)


@dataclass
class Reading:
    """What is met on the way through a document beside its text."""

    styles: Styles
    notes: NoteNumbers
    problems: list[str] = field(default_factory=list)


@dataclass
class Inline:
    """A paragraph's text, its lines parted by `BREAK`, and the text boxes that are anchored in it."""

    text: str
    boxes: list[Element]


def inline(paragraph: Element, reading: Reading) -> Inline:
    """Read a paragraph."""
    boxes: list[Element] = []
    return Inline("".join(_pieces(paragraph, paragraph, reading, boxes)), boxes)


def _pieces(parent: Element, paragraph: Element, reading: Reading, boxes: list[Element]) -> Iterator[str]:
    for child in parent:
        if child.tag in _LEFT_OUT or not isinstance(child.tag, str):
            continue
        if child.tag == W + "r":
            yield _run(child, paragraph, reading, boxes)
        elif child.tag == _TEXT_BOX:
            boxes.append(child)
        elif child.tag == _MATH_TEXT:
            yield child.text or ""
        else:
            yield from _pieces(_preferred(child), paragraph, reading, boxes)


def _preferred(element: Element) -> Element:
    """Of content given in two ways the first: the other repeats it for old programs."""
    if element.tag == _ALTERNATIVE:
        choice = element.find(_CHOICE)
        return choice if choice is not None else element
    return element


def _run(run: Element, paragraph: Element, reading: Reading, boxes: list[Element]) -> str:
    if reading.styles.has(run, paragraph, "vanish"):
        return ""
    text = "".join(_run_pieces(run, paragraph, reading, boxes))
    if text.strip() and any(reading.styles.has(run, None, name) for name in ("strike", "dstrike")):
        reading.problems.append(f"有删除线，未采用：{text.strip()}")
        return ""
    return raised(text.strip()) if text.strip() and reading.styles.is_raised(run) and "[^" not in text else text


def _run_pieces(run: Element, paragraph: Element, reading: Reading, boxes: list[Element]) -> Iterator[str]:
    for child in run:
        if child.tag == W + "t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag == W + "sym":
            yield _symbol(child, reading)
        elif child.tag in (W + "footnoteReference", W + "endnoteReference"):
            if child.get(W + "customMarkFollows") in ("1", "true", "on"):
                yield reading.notes.reference(child, _own_sign(run))
                return
            yield reading.notes.reference(child, None)
        elif child.tag not in _LEFT_OUT and isinstance(child.tag, str):
            yield from _pieces(_preferred(child), paragraph, reading, boxes)


def _own_sign(run: Element) -> str:
    return "".join(text.text or "" for text in run.findall(W + "t"))


def _symbol(symbol: Element, reading: Reading) -> str:
    """A character named by its code; those of symbol fonts have no meaning outside their font."""
    code = int(symbol.get(W + "char", "0"), 16)
    if code in _PRIVATE_USE:
        reading.problems.append(f"符号字体 {symbol.get(W + 'font')} 的字符 U+{code:04X} 未识别")
        return ""
    return chr(code)
