"""The head of a notice: letterhead, document number and title, told from what a web page prints around them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.clause_path import leading_number
from knowledge.ingest.document import Paragraph
from knowledge.ingest.structure.flow import Block
from knowledge.ingest.structure.numbering import DIGITS
from knowledge.ingest.structure.spacing import repair_heading
from knowledge.ingest.structure.wording import (
    NUMBER,
    PLAIN_TITLE,
    TITLE,
    is_document_number,
    is_letterhead,
    is_office,
    signed_day,
)

_SEARCHED = 40
_LONGEST = 5
_SENTENCE = 16
# A title whose issuer may stand alone on the line above.
_GOES_ON = re.compile(r"关于|20\d\d年|二[〇○零]")
_CHROME = re.compile(
    r"(?:信息)?(?:发布|发文|成文|更新|公开|创建|生成)?(?:时间|日期)[：:]?\s*20\d\d.*"
    r"|(?:信息|文章|稿件)?(?:来源|作者|编辑|责任编辑|点击|浏览|阅读|访问|字号|字体|分享|收藏|索引号|主题分类|公开类别)\S{0,4}[：:\s].{0,60}"
    r"|.*(?:当前位置|您的位置|首页\s*[>＞»/|]).*|[【\[]?(?:打印|关闭)(?:本页|此页|窗口|页面)?[】\]]?"
)


@dataclass(frozen=True)
class Head:
    """What stands above the text; `end` is the first block of the text. `title` is empty where none was found.

    `dropped` are the lines above the title that belong to none of these and are no web page's own.
    """

    title: str
    letterhead: tuple[str, ...]
    document_number: str | None
    end: int
    dropped: tuple[str, ...] = ()


def find_head(blocks: list[Block]) -> Head:
    """Find the title (over several lines, perhaps printed twice), and around it letterhead and number."""
    found = _title(blocks)
    if found is None:
        return Head("", (), None, 0)
    title, start, end = found
    while again := _same_title(blocks, end, title):
        title, start, end = again
    after = _after_title(blocks, end, title)
    frame = [*_texts(blocks[:start]), *_texts(blocks[end:after])]
    numbers = [number.group() for text in frame if (number := NUMBER.search(re.sub(r"\s", "", text)))]
    letterhead = tuple(dict.fromkeys(text for text in frame if _is_letterhead(text)))
    dropped = tuple(text for text in frame if _is_lost(text, title, letterhead))
    return Head(title, letterhead, numbers[0] if numbers else None, after, dropped)


def _is_lost(text: str, title: str, letterhead: tuple[str, ...]) -> bool:
    framed = text in letterhead or signed_day(text) or _CHROME.fullmatch(text) or NUMBER.fullmatch(text)
    return not framed and len(text) >= _SENTENCE and re.sub(r"\s", "", text) not in re.sub(r"\s", "", title)


def _texts(blocks: list[Block]) -> list[str]:
    """What the blocks say; a table (索引号, 文号 …) cell by cell."""
    texts: list[str] = []
    for block in blocks:
        cells = [block.text] if isinstance(block, Paragraph) else [cell for row in block.rows for cell in row]
        texts += [repair_heading(cell) for cell in cells]
    return texts


def _is_letterhead(text: str) -> bool:
    return is_letterhead(text) or is_document_number(text)


def _title(blocks: list[Block]) -> tuple[str, int, int] | None:
    """The first heading, then the first run of lines, that reads as a title; else a plainer one; else any heading."""
    blocks = blocks[: _first_clause(blocks)]
    headings = [i for i, block in enumerate(blocks) if _may_be_title(block) and _is_heading(block)]
    for place in headings:
        if TITLE.fullmatch(_read(blocks[place : place + 1])):
            return _ending_at(blocks, place + 1, TITLE)
    for pattern in (TITLE, PLAIN_TITLE):
        for end in range(1, len(blocks) + 1):
            if found := _ending_at(blocks, end, pattern):
                return found
    return (_read(blocks[headings[0] : headings[0] + 1]), headings[0], headings[0] + 1) if headings else None


def _first_clause(blocks: list[Block]) -> int:
    """Where the clauses begin: no title stands behind `一、` or `（一）`."""
    numbers = (
        leading_number(block.text) if isinstance(block, Paragraph) else None for block in blocks[:_SEARCHED]
    )
    return next((i for i, number in enumerate(numbers) if number and number.depth < DIGITS), _SEARCHED)


def _is_heading(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role == "heading"


def _ending_at(blocks: list[Block], end: int, pattern: re.Pattern[str]) -> tuple[str, int, int] | None:
    """The shortest run of lines up to `end` that reads as a title, with the issuer's line above it."""
    for start in range(end - 1, max(end - 1 - _LONGEST, -1), -1):
        lines = blocks[start:end]
        if not all(_may_be_title(block) for block in lines):
            return None
        title = _read(lines)
        if pattern.fullmatch(title):
            if _GOES_ON.match(title) and start and _is_issuer_line(blocks[start - 1]):
                return _read(blocks[start - 1 : end]), start - 1, end
            return title, start, end
    return None


def _read(lines: list[Block]) -> str:
    """The lines as one title; a second issuer keeps the blank before it."""
    return repair_heading(" ".join(block.text for block in lines if isinstance(block, Paragraph)))


def _may_be_title(block: Block) -> bool:
    if not isinstance(block, Paragraph) or _CHROME.fullmatch(block.text):
        return False
    text = block.text
    return not (is_document_number(text) or leading_number(text) or signed_day(text) or text.endswith("文件"))


def _is_issuer_line(block: Block) -> bool:
    return isinstance(block, Paragraph) and is_office(block.text)


def _same_title(blocks: list[Block], begin: int, title: str) -> tuple[str, int, int] | None:
    """Where the title is printed once more, perhaps with its issuer: below a web page's name stands the notice."""
    for start in range(begin, min(begin + _LONGEST + 5, len(blocks))):
        for end in range(start + 1, min(start + _LONGEST, len(blocks)) + 1):
            again = _read(blocks[start:end]) if all(map(_may_be_title, blocks[start:end])) else ""
            same = re.sub(r"\s", "", again).endswith(re.sub(r"\s", "", title))
            if same and (again == title or TITLE.fullmatch(again)):
                return again, start, end
    return None


def _after_title(blocks: list[Block], end: int, title: str) -> int:
    """The first block of the text: behind a letterhead, a number, a day or a page's data that follow the title."""
    while end < len(blocks) and (_is_frame(blocks[end]) or _is_letterhead_below(blocks, end, title)):
        end += 1
    return end


def _is_letterhead_below(blocks: list[Block], place: int, title: str) -> bool:
    """The issuer's name under the title, or an office above a document number."""
    block = blocks[place]
    if not isinstance(block, Paragraph) or not is_letterhead(block.text):
        return False
    rest = (one for one in blocks[place + 1 :] if not _is_issuer_line(one))
    below = next(rest, None)
    numbered = isinstance(below, Paragraph) and is_document_number(below.text)
    return numbered or title.startswith(f"{block.text}关于")


def _is_frame(block: Block) -> bool:
    if not isinstance(block, Paragraph):
        return any(NUMBER.search(cell) or "索引号" in cell for row in block.rows for cell in row)
    text = block.text
    return is_document_number(text) or signed_day(text) is not None or _CHROME.fullmatch(text) is not None
