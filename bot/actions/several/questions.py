"""Several questions in one message: 三级多少钱？在哪报名？几号考？ is asked as three, each in the person's own words.

A message is cut only where both sides ask, and ask for different things or say that another question follows (另外,
顺便问下): what belongs to one question (a story before it, a second sentence that explains it) stays with it. Subjects
carry over from one question to the next as between turns; one that is named after all questions goes with the first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.actions.reply import Reply
from bot.actions.several.case import Telling, of_one_case
from bot.actions.several.clauses import SUBJECTS, Naming, clauses
from bot.actions.several.grouping import Grouping
from bot.actions.several.lists import listed, of_all, of_one_sitting
from bot.actions.several.taken_back import corrected
from bot.actions.several.words import asks

MOST = 6
_ANSWERED = ("answered", "partial")
_OF_MERE_WORDS = ("no_answer", "chitchat")

_BRACKETED = re.compile(r"[（(](?P<name>[^（）()]{2,20})[)）][。.？?！!\s]*$")
# 地址+电话+几点关门 lists; 人工智能+ is a programme's name.
_PLUS = re.compile(r"(?<=[\u4e00-\u9fff])(?<!人工智能)\+(?=[\u4e00-\u9fff])|[,，\s]*(?:连同|外加)(?=[哪电地报编])")


def questions_in(text: str, naming: Naming = lambda _: (), tells: Telling = lambda _: False) -> list[str]:
    """The questions of a normalised message in order, at least one; a message that asks one thing comes back whole.

    At most `MOST` come back: the rest stays with the last. What `tells` of one person is judged as one case.
    """
    asked = _with_name_first(corrected(_PLUS.sub(",", text), naming), naming)
    grouping = Grouping(naming)
    for clause in clauses(asked, naming):
        grouping.add(clause)
    found = [one for piece in of_all(grouping.finished(), naming) for one in listed(piece, naming)]
    found = of_one_case(of_one_sitting(found, naming), naming, tells)
    if len(found) <= 1:
        return found if found and grouping.dropped else [asked]
    return [*found[: MOST - 1], ",".join(found[MOST - 1 :])] if len(found) > MOST else found


def of_questions(answered: Sequence[tuple[str, Reply]]) -> list[Reply]:
    """The replies without those to mere words about a question (我就差理论没过), where these found nothing and it is answered."""
    if not any(reply.status in _ANSWERED for _, reply in answered):
        return [reply for _, reply in answered]
    said = [reply for piece, reply in answered if reply.status not in _OF_MERE_WORDS or asks(piece)]
    return said or [reply for _, reply in answered]


def _with_name_first(text: str, naming: Naming) -> str:
    """是每月几号考？固定吗（技师协会）: a name in brackets after all questions is of all of them."""
    match = _BRACKETED.search(text)
    if match is None:
        return text
    named = [one for one in naming(match["name"]) if one["entity"] in SUBJECTS]
    whole = any(one["start"] == 0 and one["end"] == len(match["name"]) for one in named)
    before = text[: match.start()]
    return f"{match['name']},{before}" if whole and before else text
