"""Join what pages and line ends cut: a paragraph that goes on, never a heading with its text or two clauses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.clause_path import leading_number
from knowledge.ingest.document import Paragraph, Table
from knowledge.ingest.readers.spacing import join
from knowledge.ingest.structure.spacing import HAN
from knowledge.ingest.structure.wording import annex_of, is_closing, is_document_number, is_office, signed_day

Block = Paragraph | Table
_TERMINAL = "。；！？;!?"
_COLONS = "：:"
_COMMAS = "，、,"
_PAIRS = (("（(", "）)"), ("《", "》"), ("“", "”"), ("〔", "〕"), ("〈", "〉"))
_LABEL = re.compile(rf"^[（(]?[{HAN}A-Za-z（）()/／]{{1,16}}[：:](?!//)")
_BULLET = re.compile(r"^(?:[-–—•·●○■□◆◇※★*]\s*\S|注[：:]|备注[：:]|说明[：:])")
_CLAUSES = re.compile(r"[，。；、,;]")
_ADDRESS = re.compile(r"(?:https?://)?[a-z0-9-]+(?:\.[a-z0-9-]+)+\S*?[，。]", re.IGNORECASE)
_NUMBER = re.compile(r"^[（(]?[\d一二三四五六七八九十]{1,3}[、.．）)]")
_SENTENCE, _LONG = 16, 24
_OVERLAP = 3
_DECIMAL = re.compile(
    rf"\d{{1,2}}(?:[.．]\d{{1,2}}){{1,2}}[.．、]?\s*(?![年月日号个人元级次天周时分门科项名位份倍万亿米])[{HAN}“《（]"
)


def join_cut(blocks: Sequence[Block], lines: bool) -> list[Block]:
    """Join the paragraphs that go on in the next. `lines`: the format has lines, not paragraphs (text, PDF)."""
    joined: list[Block] = []
    words = "\n".join(block.text for block in blocks if isinstance(block, Paragraph))
    for block in blocks:
        last = joined[-1] if joined else None
        if isinstance(last, Paragraph) and isinstance(block, Paragraph) and goes_on(last, block, lines, words):
            joined[-1] = replace(last, text=_joined(last.text, block.text, words), ended=block.ended)
        else:
            joined.append(block)
    return joined


def goes_on(before: Paragraph, after: Paragraph, lines: bool, words: str = "") -> bool:
    """Whether `after` is the rest of the paragraph `before`; `words` is the whole text, for comparison."""
    if "heading" in (before.role, after.role) or _begins(after.text):
        return False
    if _left_open(before.text, after.text):
        return True
    if before.ended or not lines or _stands_alone(after.text) or _stands_alone(before.text):
        return False
    if before.text[-1] in _TERMINAL:
        return not _LABEL.match(after.text)
    return _awaits(before.text, after.text) or _looks_cut(before.text, after.text, words)


def _begins(text: str) -> bool:
    return leading_number(text) is not None or _DECIMAL.match(text) is not None or _BULLET.match(text) is not None


def _stands_alone(text: str) -> bool:
    return (
        is_document_number(text)
        or signed_day(text) is not None
        or is_office(text)
        or is_closing(text)
        or annex_of(text) is not None
    )


def _left_open(before: str, after: str) -> bool:
    """Whether a bracket or quotation is opened before the cut and closed behind it."""
    for opening, closing in _PAIRS:
        depth = sum(before.count(sign) for sign in opening) - sum(before.count(sign) for sign in closing)
        first = min((after.find(sign) for sign in closing if sign in after), default=-1)
        reopened = min((after.find(sign) for sign in opening if sign in after), default=len(after))
        if depth > 0 and 0 <= first < reopened:
            return True
    return False


def _awaits(before: str, after: str) -> bool:
    """A sentence that breaks off at `可登入网址：`, or a line of labels of which the last has no value yet."""
    if before[-1] not in _COLONS or _LABEL.match(after):
        return False
    labels = sum(before.count(colon) for colon in _COLONS)
    return _ADDRESS.match(after) is not None or (labels > 1 and _is_labelled(before) and len(after) < _LONG)


def _looks_cut(before: str, after: str, words: str) -> bool:
    """A paragraph that cannot end as it does: in a comma, in a sentence without its full stop, or within a word."""
    if before[-1] in _COMMAS:
        return True
    if before[-1] in _COLONS + "）)”》…" or _is_labelled(before) or len(before) < _SENTENCE:
        return False
    sentence = _CLAUSES.search(_NUMBER.sub("", before)) is not None
    return sentence or (len(before) >= _LONG and _within_a_word(before, after, words))


def _within_a_word(before: str, after: str, words: str) -> bool:
    """Whether the characters on both sides of the cut stand together elsewhere in the text (新职 + 业技能)."""
    return before[-1] + after[:2] in words or before[-2:] + after[0] in words


def _is_labelled(text: str) -> bool:
    """A label with its value (`咨询电话：021-…`): complete without a full stop."""
    match = _LABEL.match(text)
    return match is not None and not re.search("[，。；]", text[match.end() :])


def _joined(before: str, after: str, words: str) -> str:
    """The two in one; a character that both pages print is taken once where the words elsewhere prove it."""
    once, twice = (before[-_OVERLAP:] + after[i : i + _OVERLAP] for i in (1, 0))
    doubled = before[-1] == after[0] and once in words and twice not in words
    return join(before, after[1:] if doubled else after)
