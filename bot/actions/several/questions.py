"""Several questions in one message: 三级多少钱？在哪报名？几号考？ is asked as three, each in the person's own words.

A message is cut only where both sides ask, and ask for different things or say that another question follows (另外,
顺便问下): what belongs to one question (a story before it, a second sentence that explains it) stays with it. Subjects
carry over from one question to the next as between turns; one that is named after all questions goes with the first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.actions.reply import Reply
from bot.actions.several.clauses import OUTSIDE, SUBJECTS, Entities, Naming, adjacent, clauses
from bot.actions.several.grouping import Grouping
from bot.actions.several.lists import listed, of_all, of_one_sitting
from bot.actions.several.words import asks

MOST = 6
_ANSWERED = ("answered", "partial")

_BRACKETED = re.compile(r"[（(](?P<name>[^（）()]{2,20})[)）][。.？?！!\s]*$")
_TAKEN_BACK = re.compile(
    r"(?:[,;。!?\s]*(?:啊|哦|噢|呃|嗯|哎呀?|那个)*(?:(?:(?<!对)|(?<=不对))不对(?!口|应)|不是(?=[,\s]|是|不是|我|[说写打讲问发搞弄]错)|我?[说写打讲问记发搞弄]错了?|错了|更正一?下))+"
    r"[,!。\s]*(?:啊|哦|噢|呃)*(?:应该|其实|我|要|想|问|说)*(?:的)?(?:应该|就)?是?(?:的是)?"
)
# 成绩不对 takes nothing back by itself.
_PLAINLY_TAKEN_BACK = re.compile(r"不对.*不对|[说写打讲问记发搞弄]错了?|更正")
_PARTICLES = "的呢啊呀吧哦, "
# 地址+电话+几点关门 lists; 人工智能+ is a programme's name.
_PLUS = re.compile(r"(?<=[\u4e00-\u9fff])(?<!人工智能)\+(?=[\u4e00-\u9fff])|[,，\s]*(?:连同|外加)(?=[哪电地报编])")


def questions_in(text: str, naming: Naming = lambda _: ()) -> list[str]:
    """The questions of a normalised message in order, at least one; a message that asks one thing comes back whole.

    At most `MOST` come back: the rest stays with the last.
    """
    asked = _with_name_first(_corrected(_PLUS.sub(",", text), naming), naming)
    grouping = Grouping(naming)
    for clause in clauses(asked, naming):
        grouping.add(clause)
    found = [one for piece in of_all(grouping.finished(), naming) for one in listed(piece, naming)]
    found = of_one_sitting(found, naming)
    if len(found) <= 1:
        return found if found and grouping.dropped else [asked]
    return [*found[: MOST - 1], ",".join(found[MOST - 1 :])] if len(found) > MOST else found


def of_questions(answered: Sequence[tuple[str, Reply]]) -> list[Reply]:
    """The replies without those to mere words about a question (我就差理论没过), where these found nothing and it is answered."""
    if not any(reply.status in _ANSWERED for _, reply in answered):
        return [reply for _, reply in answered]
    return [reply for piece, reply in answered if reply.status != "no_answer" or asks(piece)]


def _with_name_first(text: str, naming: Naming) -> str:
    """是每月几号考？固定吗（技师协会）: a name in brackets after all questions is of all of them."""
    match = _BRACKETED.search(text)
    if match is None:
        return text
    named = [one for one in naming(match["name"]) if one["entity"] in SUBJECTS]
    whole = any(one["start"] == 0 and one["end"] == len(match["name"]) for one in named)
    before = text[: match.start()]
    return f"{match['name']},{before}" if whole and before else text


def _corrected(text: str, naming: Naming) -> str:
    """四级多少钱,不对,是三级 asks about 三级: what a question was about is replaced by what is said instead."""
    for match in _TAKEN_BACK.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        instead = [one for one in naming(after) if one["entity"] in (*SUBJECTS, "level")]
        plainly = _PLAINLY_TAKEN_BACK.search(match[0])
        if not instead or not (asks(before) or plainly):
            continue
        if asks(before) and asks(after) and not _names_ours(naming(before)):
            return _corrected(after, naming)  # 驾照补考多少,发错了,是训练师五级补考多少: only the last was meant
        if instead[0]["start"] != 0:
            continue
        beside = adjacent(instead)
        length = max(one["end"] for one in beside)
        old = [one for one in naming(before) if one["entity"] in {new["entity"] for new in beside}]
        if not old:
            continue
        start, end = min(one["start"] for one in old), max(one["end"] for one in old)
        rest = after[length:] if after[length:].strip(_PARTICLES) else ""
        return _corrected(f"{before[:start]}{after[:length]}{before[end:]}{rest}", naming)
    return text


def _names_ours(names: Entities) -> bool:
    """Whether more is named than another examination or place, or nothing at all."""
    return not names or any(one["entity"] not in OUTSIDE for one in names)
