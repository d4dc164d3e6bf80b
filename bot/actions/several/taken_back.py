"""What a message takes back within itself: 四级多少钱，不对，是三级; 给我交大的电话，算了，给我行业协会的."""

from __future__ import annotations

import re

from bot.actions.clause_marks import BREAK
from bot.actions.several.clauses import OUTSIDE, SUBJECTS, Entities, Naming, adjacent
from bot.actions.several.words import asked_for, asks

_TAKEN_BACK = re.compile(
    r"(?:[,;。!?\s]*(?:啊|哦|噢|呃|嗯|哎呀?|那个)*(?:(?:(?<!对)|(?<=不对))不对(?!口|应)|不是(?=[,\s]|是|不是|我|[说写打讲问发搞弄]错)|我?[说写打讲问记发搞弄]错了?|错了|更正一?下))+"
    r"[,!。\s]*(?:啊|哦|噢|呃)*(?:应该|其实|我|要|想|问|说)*(?:的)?(?:应该|就)?是?(?:的是)?"
)
# 成绩不对 takes nothing back by itself.
_PLAINLY_TAKEN_BACK = re.compile(r"不对.*不对|[说写打讲问记发搞弄]错了?|更正")
# What stands before 算了 is wanted no longer, where it begins a clause; 算了一下 and 就算了 are something else.
_WAVED_AWAY = re.compile(
    r"(?:^|[,;。!?\s])(?:唉|哎|嗐|哦|啊)*算了(?:算了|吧)*(?=[,;。!?\s]|还是|不|[\u4e00-\u9fff]{2,})(?!一下|[下算]|半天|多少|几|好)[,;。!?\s]*"
)
_REASON = re.compile(r"不(?:知道|晓得|清楚|确定)")  # 交大还办不办都不知道: why the first is wanted no longer
_A_PERSON = {"person"}  # 算了你帮我转人工吧: the question stays, for whom it is handed to
_PARTICLES = "的呢啊呀吧哦, "


def corrected(text: str, naming: Naming) -> str:
    """The message with what it takes back replaced by what it says instead."""
    for match in _TAKEN_BACK.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        plainly = _PLAINLY_TAKEN_BACK.search(match[0]) is not None
        if asks(before) or plainly:
            told = _replaced(before, after, naming)
            told = after if told is None and plainly and _asks_anew(before, after, naming) else told
            if told is not None:
                return corrected(told, naming)
    for match in _WAVED_AWAY.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        if asks(before) and asked_for(before) and asked_for(after) - _A_PERSON and asks(after):
            left = ",".join(one for one in BREAK.split(after) if not _REASON.search(one))
            return corrected(_of_the_same(before, left, naming), naming)
    return text


def _replaced(before: str, after: str, naming: Naming) -> str | None:
    """The question before with the names after in place of its own; None where nothing is named instead."""
    instead = [one for one in naming(after) if one["entity"] in (*SUBJECTS, "level")]
    if not instead:
        return None
    if asks(before) and asks(after) and not _names_ours(naming(before)):
        return after  # 驾照补考多少,发错了,是训练师五级补考多少: only the last was meant
    if instead[0]["start"] != 0:
        return None
    beside = adjacent(instead)
    length = max(one["end"] for one in beside)
    old = [one for one in naming(before) if one["entity"] in {new["entity"] for new in beside}]
    if not old:
        return None
    start, end = min(one["start"] for one in old), max(one["end"] for one in old)
    rest = after[length:] if after[length:].strip(_PARTICLES) else ""
    return f"{before[:start]}{after[:length]}{before[end:]}{rest}"


def _asks_anew(before: str, after: str, naming: Naming) -> bool:
    """Whether what follows asks for the same again, and names all the sorts of things that were named before."""
    kinds = asked_for(before)
    if not (kinds and asks(before) and asks(after) and kinds <= asked_for(after)):
        return False
    return _sorts(before, naming) <= _sorts(after, naming)


def _of_the_same(before: str, after: str, naming: Naming) -> str:
    """What is asked instead, of the subject named before where it names none: 训练师四级多少钱，算了，地址给我."""
    if any(one["entity"] in SUBJECTS for one in naming(after)):
        return after
    named = [before[one["start"] : one["end"]] for one in naming(before) if one["entity"] in (*SUBJECTS, "level")]
    return ",".join(filter(None, ["".join(named), after]))


def _sorts(text: str, naming: Naming) -> set[str]:
    return {one["entity"] for one in naming(text)} & {*SUBJECTS, "level"}


def _names_ours(names: Entities) -> bool:
    """Whether more is named than another examination or place, or nothing at all."""
    return not names or any(one["entity"] not in OUTSIDE for one in names)
