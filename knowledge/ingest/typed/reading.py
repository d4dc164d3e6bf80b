"""What the readers of all kinds share: whom a sentence concerns, numbers, lists of things, web addresses."""

from __future__ import annotations

import re

from knowledge.facts.procedure import Way
from knowledge.ingest.typed.sentences import Sentence
from knowledge.wording.numerals import NUMERAL, chinese_number
from knowledge.wording.plain import plain

NUMBER = rf"(?:\d+|[{NUMERAL}]+)"
_GROUP = re.compile(r"团体|集体(?:申报|报名|报考|领取)|单位(?:申报|报名|报考)|申报单位|培训机构|院校")
_INDIVIDUAL = re.compile(r"个人(?!信息|原因|资料|所得|身份|\d)")
# A Chinese word may stand right before the address: 登录www.…
_URL = re.compile(
    r"(?<![A-Za-z0-9@.\-/])(?:https?://[A-Za-z0-9.-]+|(?:[A-Za-z0-9-]+\.)+(?:com|cn|net|org|gov|edu|top|vip|info)"
    r"(?![A-Za-z0-9-]))(?::\d{2,5})?(?:[/?#][A-Za-z0-9!#$%&*+\-./:=?@_~]*)?"
)
_NOTE = re.compile(r"\((?:见|详见|附)[^()]*\)$")


def ways(text: str) -> tuple[Way, ...]:
    """The ways to apply that a text names, group first."""
    folded = plain(text)
    found: list[Way] = ["group"] if _GROUP.search(folded) else []
    return (*found, "individual") if _INDIVIDUAL.search(folded) else tuple(found)


def ways_of(sentence: Sentence) -> tuple[Way, ...]:
    """The ways that the title of its line names, else those of the sentence."""
    return ways(sentence.title) or ways(sentence.plain)


def number(text: str) -> int:
    """A number in digits or 汉字."""
    return int(text) if text.isdecimal() else chinese_number(text)


def url_of(text: str) -> str | None:
    """The only web address of a text as printed; None where there is none, or more than one."""
    found = {text[m.start() : m.end()].rstrip(".,;:!?)") for m in _URL.finditer(plain(text))}
    return found.pop() if len(found) == 1 else None


def things(text: str) -> tuple[str, ...]:
    """The things of a printed list (A、B及C), without references such as `（见附件2）`."""
    folded, parts, depth, start = plain(text), [], 0, 0
    for i, char in enumerate(folded):
        depth += (char in "(《“") - (char in ")》”")
        if depth == 0 and char == "、":
            parts.append(text[start:i])
            start = i + 1
    parts += _last(text[start:])
    bare = (_without_note(one.strip(" ,，;；。")) for one in parts)
    return tuple(one for one in bare if one)


def _without_note(text: str) -> str:
    note = _NOTE.search(plain(text))
    return text[: note.start()] if note else text


def _last(text: str) -> list[str]:
    """The last two things of a list; 原件及复印件 is one."""
    joint = re.search(r"(?<=[》)\w])[及和与](?!复印件|其)(?![^《]*》)", plain(text))
    if not joint or text[: joint.start()].endswith("原件"):
        return [text]
    return [text[: joint.start()], text[joint.end() :]]
