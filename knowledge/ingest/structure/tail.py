"""What stands under a text: who signed and when, who may read it; and what a web page prints below."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from knowledge.ingest.document import Paragraph
from knowledge.ingest.structure.flow import Block
from knowledge.ingest.structure.wording import is_closing, is_office, signed_day, split_signature

_CHROME = re.compile(
    r".{0,20}(?:版权所有|Copyright|©|ICP备|公网安备|网站标识码).*"
    r"|[【\[<]?(?:上一[篇条]|下一[篇条]|分享到|扫一扫|相关(?:链接|文章|阅读|新闻)|网站地图|联系我们|关于我们|技术支持).{0,60}"
    r"|[【\[]?(?:打印|关闭|返回|收藏)(?:本页|此页|窗口|页面|列表|顶部|首页)?[】\]]?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Signature:
    """The paragraphs of a signature, and where in the text they stand."""

    places: tuple[int, ...]
    blocks: tuple[Paragraph, ...]


def without_footer(blocks: list[Block]) -> list[Block]:
    """The blocks without the links and rights that a web page prints under a text."""
    end = len(blocks)
    while end and isinstance(last := blocks[end - 1], Paragraph) and _CHROME.fullmatch(last.text):
        end -= 1
    return blocks[:end]


def split_signatures(blocks: list[Block]) -> list[Block]:
    """Give the office and the day of a signature a paragraph each where one line holds both."""
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph) and len(pieces := split_signature(block.text)) > 1:
            found += [replace(block, text=piece, ended=True) for piece in pieces]
        else:
            found.append(block)
    return found


def find_signature(blocks: list[Block], passed: frozenset[int], known: frozenset[str]) -> Signature | None:
    """The signature at the end of the blocks; the list of annexes (`passed`) may stand between or below it.

    Names of offices count where they are `known` as the issuer or stand above a day.
    """
    places: list[int] = []
    for place in range(len(blocks) - 1, -1, -1):
        if place in passed:
            continue
        block = blocks[place]
        if not isinstance(block, Paragraph) or not _signs(block.text):
            break
        places.append(place)
    signed = _from_the_office(blocks, sorted(places), known)
    return Signature(tuple(signed), tuple(_paragraph(blocks[place]) for place in signed)) if signed else None


def published_on(signature: tuple[Paragraph, ...]) -> date | None:
    """The day under the signature; the day of printing (印发) only where there is no other."""
    days = [(text.endswith("印发"), day) for text in (one.text for one in signature) if (day := signed_day(text))]
    return min(days, key=lambda pair: pair[0])[1] if days else None


def _paragraph(block: Block) -> Paragraph:
    assert isinstance(block, Paragraph)
    return block


def _signs(text: str) -> bool:
    return signed_day(text) is not None or is_office(text) or is_closing(text)


def _from_the_office(blocks: list[Block], places: list[int], known: frozenset[str]) -> list[int]:
    """It begins with an office or a day; without a day, only the issuer's own name makes a signature."""
    texts = [_paragraph(blocks[place]).text for place in places]
    dated = any(signed_day(text) for text in texts)
    first = next((i for i, text in enumerate(texts) if text in known or (dated and not is_closing(text))), None)
    return [] if first is None else places[first:]
