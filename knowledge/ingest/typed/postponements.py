"""What moves an assessment to another month."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from knowledge.facts import PostponementFact
from knowledge.ingest.drafts.drafted import Drafted
from knowledge.ingest.drafts.models import Question
from knowledge.ingest.typed.reading import NUMBER, number
from knowledge.ingest.typed.sentences import Sentence

_FEW = re.compile(r"(?:人数|人员)?[^,。;]{0,4}(?:不足|未达到?|少于|低于|不满|未满)")
_PEOPLE = re.compile(rf"(?:不足|未达到?|少于|低于|不满|未满)\s*(?P<people>{NUMBER})\s*(?P<unit>[^\s\d])")
_CROWDED = re.compile(r"(?:超出|超过)[^,。;]{0,10}(?:考场|场地|承载|容量|接待)")
_MOVED = re.compile(r"顺延|延期|推迟|延至|延到|并入|合并|集中(?:于|到|至|在)|改期")
_NEXT = re.compile(r"(?:顺延|延期|推迟|延|并入|合并)(?:至|到|入)?(?:下个?月|次月)")
_MONTH = re.compile(
    r"(?:集中|顺延|推迟|延期|延|合并|并入)(?:于|到|至|在)?(?:当年|本年)?(?P<month>1[0-2]|[1-9])月(?!\d)"
)
_TOLD = re.compile(rf"前\s*(?P<days>{NUMBER})\s*日(?:前|内)?[^,。;]{{0,2}}(?:通知|告知)")
_TELLING = re.compile(rf"{NUMBER}\s*个?(?:工作日|日|天)[^,。;]{{0,4}}(?:通知|告知)")
_OTHERWISE = re.compile(
    r"取消|退费?[^。]*或|(?:顺延|推迟|延期|延至|合并|并入|集中)[^。]*或[^。]{0,12}(?:顺延|推迟|延期|合并|退)"
)


def draft_postponements(sentences: Iterable[Sentence]) -> Drafted[PostponementFact]:
    """One fact for each condition, in order."""
    facts: list[PostponementFact] = []
    questions: list[Question] = []
    for sentence in sentences:
        conditions = _conditions(sentence)
        if not conditions or not _MOVED.search(sentence.plain):
            continue
        moved = _moved(sentence.plain)
        if moved is None or not _clear(sentence.plain):
            questions.append(sentence.ask("人数不足或超出时改到何时没有读懂，请核对后填写"))
        else:
            facts += [_fact(sentence, condition, *moved) for condition in conditions]
    return Drafted(tuple(facts), tuple(questions))


def _conditions(sentence: Sentence) -> list[Literal["too_few", "over_capacity"]]:
    """Passages on numbers of applicants only; 不足10分钟 is none."""
    found: list[Literal["too_few", "over_capacity"]] = []
    if _FEW.search(sentence.plain) and re.search(r"人", sentence.plain):
        found.append("too_few")
    return [*found, "over_capacity"] if _CROWDED.search(sentence.plain) else found


def _moved(text: str) -> tuple[Literal["next_month", "month"], int | None] | None:
    month = _MONTH.search(text)
    if month:
        return "month", int(month["month"])
    return ("next_month", None) if _NEXT.search(text) else None


def _clear(text: str) -> bool:
    """Whether the number is one of people and the notice in days, and nothing else may happen instead."""
    people = _PEOPLE.search(text)
    told = _TELLING.search(text) is None or _TOLD.search(text) is not None
    return (people is None or people["unit"] == "人") and told and not _OTHERWISE.search(text)


def _fact(
    sentence: Sentence,
    condition: Literal["too_few", "over_capacity"],
    moved_to: Literal["next_month", "month"],
    month: int | None,
) -> PostponementFact:
    people, told = _PEOPLE.search(sentence.plain), _TOLD.search(sentence.plain)
    return PostponementFact(
        sources=(sentence.source(),),
        condition=condition,
        fewer_than=number(people["people"]) if people and condition == "too_few" else None,
        moved_to=moved_to,
        month=month,
        told_days_before=number(told["days"]) if told else None,
    )
