"""The notices that a question on retakes is about, and the day on which it is asked."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bot.actions.desk import Desk
from bot.actions.passed_dates import Passed
from bot.actions.turn import Turn
from knowledge.retakes import Applying, applying
from knowledge.subject import Subject
from knowledge.validity import SHANGHAI

_RULES_TO_COME = re.compile(r"规定|政策|通知|规则|制度|标准|方案|新规|[改变]|费|钱")


def notices_asked(desk: Desk, turn: Turn, subject: Subject) -> list[Applying]:
    """The subject's notices; of several organisations that the message names, those of each."""
    mentions = desk.library.lexicon.matcher.find(turn.text)
    named = dict.fromkeys(one.value for one in mentions if one.kind == "organisation")
    if len(named) < 2:
        return applying(desk.library, subject, turn.as_of)
    whose = [replace(subject, organisation=desk.library.lexicon.organisation(one)) for one in named]
    return [each for own in whose for each in applying(desk.library, own, turn.as_of)]


def about_now(turn: Turn, subject: Subject, passed: Passed | None) -> Subject:
    """The year in which the person passed, or means to sit again, is not the year of a notice."""
    own = passed is not None and subject.year in range(passed.first.year, passed.last.year + 1)
    ahead = subject.year is not None and subject.year > today_of(turn).year
    own = own or (ahead and not _RULES_TO_COME.search(turn.text))
    return replace(subject, year=None) if own else subject


def today_of(turn: Turn) -> date:
    """The day of the question in Shanghai."""
    return turn.as_of.astimezone(SHANGHAI).date()
