"""The work that a person tells of, beside the occupation asked about: it names it, is its own, or perhaps another's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.actions.answers.eligibility.verdicts import Line
from bot.actions.desk import Desk
from bot.actions.reply import Computed
from bot.actions.situation import Situation
from bot.actions.turn import Turn
from bot.actions.wording import joined
from knowledge.directory import directory
from knowledge.eligibility import Eligibility
from knowledge.eligibility.rules import Rules
from knowledge.models import LEVEL_NAMES, LEVELS
from knowledge.subject import Subject

_BREAKS = re.compile(
    r"连续|不间断|(?:中间|中途)(?:能|可以)?(?:断|停|歇)|中断|断(?:了|过|开).{0,6}(?:算|吗|么)|加起来|累计|合并|累加"
)
_ASKED = re.compile(r"[吗么伐?？]|还是|是不是|算不算|能不能|要不要|可不可以|必须|怎么算|算[^了在到]{0,4}$")


_COUNTS = re.compile(r"算|加|合并|折|抵|计入|累计|相关(?:职业|工作)|认")
_COUNTS_ASKED = re.compile(
    r"[吗么伐哇?？]|是不是|算不算|能不能|可不可以|行不行|认不认|能否|可否|是否|能算|可以算|怎么算"
)


def subject_by_trade(desk: Desk, turn: Turn, subject: Subject, situation: Situation) -> Subject:
    """The subject, or the occupation whose work the person does where they name none and no organisation."""
    if subject.occupation or subject.organisation or situation.trade is None:
        return subject
    known = [desk.library.lexicon.occupation(one) for one in situation.trade.occupations]
    found = [replace(subject, occupation=one) for one in known]
    current = (
        one
        for one in found
        if any(entry.status == "current" for entry in directory(desk.library, one, turn.as_of))
    )
    return next(current, found[0] if len(found) == 1 else subject)


def is_of_another(situation: Situation, subject: Subject) -> bool:
    """Whether the work is known as another occupation's: no notice says whether it is a related one."""
    if subject.occupation is None or situation.trade is None:
        return False
    asked = subject.occupation.name
    return not any(_of_one(asked, one) for one in situation.trade.occupations)


def _of_one(name: str, other: str) -> bool:
    """Specialisations of one occupation are printed in brackets."""
    return re.split(r"[(（]", name)[0] == re.split(r"[(（]", other)[0]


def without_work(situation: Situation) -> Situation:
    """The situation with its years of work not counted."""
    return situation.model_copy(update={"work_years": None, "work_roughly": None})


def line_on_trade(situation: Situation, asked: Subject, named: Subject) -> Line | None:
    """What was taken for granted of the work, or left out."""
    if situation.trade is None or named.occupation is None:
        return None
    told = Computed(text=situation.trade.said, explanation="您在对话里说的工作")
    if asked.occupation is None:
        text = f"您没说考哪个职业（工种），这里按您做的{told.text}看{named.occupation.name}；要考别的，请告诉我。"
        return Line(text, computed=(told,))
    if is_of_another(situation, named):
        text = f"您做的{told.text}算不算{named.occupation.name}的本职业或相关职业，由职业标准规定，通知没有写，所以年限没有算进去；请问评价机构。"
        return Line(text, computed=(told,))
    return None


def asks_of_other_work(text: str, situation: Situation) -> bool:
    """Whether it is asked if the other work that was told counts, too."""
    return situation.other_work is not None and bool(_COUNTS.search(text) and _COUNTS_ASKED.search(text))


def line_on_other_work(
    text: str, situation: Situation, now: Eligibility, then: Eligibility | None, name: str
) -> Line | None:
    """Whether other work counts no notice says; told where it is asked, or would bring a level (`then`: if it counted)."""
    other = situation.other_work
    if other is None or then is None:
        return None
    brought = [
        LEVEL_NAMES[one.level]
        for one, before in zip(then.levels, now.levels, strict=True)
        if one.outcome == "eligible" and before.outcome != "eligible"
    ]
    if not brought and not asks_of_other_work(text, situation):
        return None
    told = Computed(text=other.said, explanation="您在对话里说的别的工作")
    years = situation.with_other_work().work_years or 0
    total = Computed(text=_spoken_years(years), explanation="您在对话里说的两段工作相加")
    more = f"{joined(brought)}现在就可以报" if brought else "现在也还不够"
    return Line(
        f"您说的“{told.text}”算不算{name}本职业或相关职业的工作，由职业标准规定，通知没有写，所以年限没有算进去；请问评价机构。"
        f"如果算，累计{total.text}，{more}。",
        computed=(told, total),
    )


def _spoken_years(years: float) -> str:
    whole, months = divmod(int(years * 12 + 1e-6), 12)
    return (f"{whole}年" if whole else "") + (f"{months}个月" if months else "")


def line_on_breaks(desk: Desk, turn: Turn, read: Rules, levels: Sequence[int]) -> Line | None:
    """Whether years of work with a break between them count together, where that is asked."""
    if not (_BREAKS.search(turn.text) and _ASKED.search(turn.text)):
        return None
    worked = [one for level in (*levels, *LEVELS) for one in read.of_level(level) if one.worked_years]
    quotes = [source.quote for fact in read.holding.facts.conditions for source in fact.sources]
    if not worked or "累计" not in worked[0].sources[0].quote or any("连续" in one for one in quotes):
        return None
    text = "通知写的是“累计”从事，没有写要连续；中间断开的，几段从业时间可以累计。"
    return Line(text, citations=tuple(desk.library.cite_all(read.notice_id, worked[0].sources[:1], turn.as_of)))
