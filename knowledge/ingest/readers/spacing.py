"""White space that a layout made: taken out between Chinese characters and figures, kept where it parts groups."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

_WIDE = re.compile(r"[⺀-〿㇀-鿿豈-﫿！-｠￠-￦‘’“”—…·、。①-⓿\U00020000-\U0003134f]")
_HAN = re.compile(r"[㐀-鿿豈-﫿〇\U00020000-\U0003134f]")
_ADDRESS = re.compile(r"://|www\.|@|[A-Za-z0-9-]+\.(?:com|cn|net|org|gov|edu)\b", re.IGNORECASE)
_WHOLE = re.compile(r"(?:\d{1,2}[:：]\d{2}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{3,4}-\d{7,8})$")
_OPEN_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]*$", re.IGNORECASE)
_ADDRESS_GOES_ON = re.compile(r"[!-~]+")


def is_wide(char: str) -> bool:
    """Whether a character takes a full square: Chinese characters and their punctuation."""
    return bool(char) and _WIDE.match(char) is not None


def collapse(text: str) -> str:
    """White space of any kind and length as one space, none at the ends; letter-spaced words are closed."""
    return _joined(text, lambda *_: False)


def tidy(text: str) -> str:
    """Collapse white space and take out what a layout put between Chinese characters and figures.

    Kept: spaces between Latin words and numbers, beside web addresses, after a clock time, date or phone number, and a space that
    parts two Chinese phrases (`人力资源和社会保障局 上海市财政局`); letter-spaced words are closed (`附 件` → `附件`).
    """
    return _joined(text, _is_stray)


def _joined(text: str, stray: Callable[[str, str], bool]) -> str:
    words = text.split()
    if not words:
        return ""
    joined, single = words[0], len(words[0]) == 1
    for before, after in pairwise(words):
        spaced_out = single and len(after) == 1 and _HAN.match(before) and _HAN.match(after)
        joined += after if spaced_out or stray(before, after) else f" {after}"
        single = len(after) == 1
    return joined


def _is_stray(before: str, after: str) -> bool:
    left, right = before[-1], after[0]
    if not (is_wide(left) or is_wide(right)):
        return left in ",;:!?)" and is_wide(before[-2:-1])
    if (_ADDRESS.search(before) and not is_wide(left)) or (_ADDRESS.search(after) and not is_wide(right)):
        return False
    if _HAN.match(left) and _HAN.match(right):
        return False
    return not (_WHOLE.search(before) and _HAN.match(right))


def join(before: str, after: str) -> str:
    """Join two lines of one paragraph: a space only between Latin words, none inside a broken web address."""
    if not before or not after:
        return before + after
    left, right = before[-1], after[0]
    if _OPEN_ADDRESS.search(before) and _ADDRESS_GOES_ON.match(after):
        return before + after
    words = left.isascii() and right.isascii() and (left.isalpha() or left in ",;:.") and right.isalnum()
    return f"{before} {after}" if words and not (left in ",;:." and right.isdigit()) else before + after


def close_up(text: str) -> str:
    """`tidy` for a cell, where a space between Chinese characters is the layout's too."""
    return re.sub(rf"(?<={_HAN.pattern}) (?={_HAN.pattern}|[（）])", "", tidy(text))
