"""For how many years one must have worked: the conditions that say so, before the verdict on one's own years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.actions.answers.eligibility.verdicts import Judged, Line
from bot.actions.situation import Situation
from knowledge.eligibility import ConditionVerdict
from knowledge.models import LEVEL_NAMES

_SPAN = r"(?:几个?年|多少年|多久|多长时间|几个?月)"
_STEP = r"[一二三四五]级(?:技能|等级)?(?:证书?)?(?:考过|考出来?|拿到?|取得|通过|到手|下来|过|了|的话|我|就)*(?:以?后|之后)"
_ASKED = re.compile(
    rf"(?:满|够|要求|规定|年限|工龄)[^,，。;；?？]{{0,6}}{_SPAN}|(?:年限|工龄)[^,，。;；?？]{{0,4}}多少"
    rf"|(?:做|干|工作|从事|从业|积累)(?:过|满|够|上|个)*{_SPAN}(?!了)|{_SPAN}(?:以上)?的?(?:工龄|经验|年限)"
    rf"|{_STEP}[^。;；?？]{{0,12}}{_SPAN}"
)
_YEARS = re.compile(r"满\d+年")
_OF = {"titles": re.compile("职称"), "certificates": re.compile("证书")}
_NAMED = {"titles": re.compile("职称|助工|工程师"), "certificates": re.compile(rf"证|{_STEP}")}
_OF_WORK = re.compile(r"工龄|工作|从业|从事|经验|干|做")


def asks_years(text: str) -> bool:
    """Whether a message asks what length of work the conditions require (总共要满几年)."""
    return _ASKED.search(text) is not None


def years_required(judged: Judged, situation: Situation, text: str) -> Iterator[Line]:
    """Of each level the conditions that require years: of the sort that is named, else of work and of what was told."""
    for level in judged.latest.levels:
        timed = [one for one in level.conditions if one.citations and _YEARS.search(one.citations[0].quote)]
        for one in _meant(timed, situation, text) or timed:
            yield Line(f"{LEVEL_NAMES[level.level]}：{one.citations[0].quote}", (one,))


def _meant(timed: list[ConditionVerdict], situation: Situation, text: str) -> list[ConditionVerdict]:
    named = {kind for kind, words in _NAMED.items() if words.search(text)}
    if not named and not _OF_WORK.search(text):
        named = {kind for kind in _OF if getattr(situation, kind)}
        return [one for one in timed if _kinds(one) <= named]
    return [one for one in timed if (_kinds(one) & named if named else not _kinds(one))]


def _kinds(one: ConditionVerdict) -> set[str]:
    """What the condition rests on beside work."""
    return {kind for kind, words in _OF.items() if words.search(one.citations[0].quote)}
