"""Who assesses what, where no notice lists what was asked: the level, the year, or the pair."""

from __future__ import annotations

from dataclasses import replace

from bot.actions.answers.catalogue.assessors import describe
from bot.actions.answers.catalogue.family_notes import level_elsewhere, special_ability
from bot.actions.answers.claims.words import claims, whether
from bot.actions.answers.unstated import unstated, year_word
from bot.actions.desk import Desk
from bot.actions.reply import Reply, single
from bot.actions.turn import Turn
from bot.actions.wording import unique
from knowledge.directory import DirectoryEntry, directory
from knowledge.models import LEVEL_NAMES, Citation
from knowledge.subject import Subject


def answer_none(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """That nobody is listed for what was asked, and what the notices list instead."""
    name = "".join(one.name for one in (subject.organisation, subject.occupation) if one)
    level = LEVEL_NAMES[subject.level] if subject.level else ""
    offered = directory(desk.library, replace(subject, level=None), turn.as_of)
    if level and offered:
        return _not_at_level(desk, turn, subject, offered)
    if subject.year:
        return _other_year(desk, turn, subject)
    nothing = f"收录的通知和目录里没有查到{name}{level}的评价信息。"
    text, citations = _what_there_is(desk, turn, subject)
    if citations and whether(turn.text) and _both_listed(desk, turn, subject):
        # The lists are closed: whether a body examines an occupation is answered by its not being there.
        head = "不是，" if claims(turn.text) else ""
        return single("answered", f"{head}{nothing}\n{text}", citations=unique(citations))
    return single("not_stated", f"{nothing}\n{text}".strip(), citations=unique(citations))


def _both_listed(desk: Desk, turn: Turn, subject: Subject) -> bool:
    """Whether the organisation and the occupation are each on a list, though not with one another."""
    if subject.organisation is None or subject.occupation is None:
        return False
    alone = (Subject(subject.organisation), Subject(None, subject.occupation))
    return all(directory(desk.library, one, turn.as_of) for one in alone)


def _not_at_level(desk: Desk, turn: Turn, subject: Subject, entries: list[DirectoryEntry]) -> Reply:
    """That the level is not among those listed, which are told; of one organisation also who does examine it.

    The lists are closed: that a level is not on them is an answer.
    """
    text, citations = describe(desk, turn, entries, subject.occupation is not None)
    level = LEVEL_NAMES.get(subject.level or 0, "")
    held = f"收录的{year_word(turn, subject.year)}通知里" if subject.year else "收录的通知里"
    if subject.organisation and subject.occupation:
        others = whole_story(desk, turn, replace(subject, organisation=None))
        elsewhere, further = describe(desk, turn, others, by_occupation=True) if others else ("", [])
        nobody = f"{held}，{subject.organisation.name}的{subject.occupation.name}没有{level}。"
        elsewhere = f"别的机构：\n{elsewhere}" if elsewhere else f"{held}{level}没有机构评价。"
    else:
        whose = "".join(one.name for one in (subject.organisation, subject.occupation) if one)
        elsewhere, further = _elsewhere(desk, turn, subject)
        nobody = f"{held}没有机构评价{whose}{level}。"
    return single(
        "answered",
        "\n".join(filter(None, [nobody, text, elsewhere, special_ability(entries)])),
        citations=unique([*citations, *further]),
    )


def _what_there_is(desk: Desk, turn: Turn, subject: Subject) -> tuple[str, list[Citation]]:
    """For a pair that nobody lists: what the organisation does examine, and who does examine the occupation."""
    if subject.organisation is None or subject.occupation is None:
        return "", []
    texts, citations = [], list[Citation]()
    for about in (Subject(subject.organisation), Subject(None, subject.occupation)):
        if entries := directory(desk.library, about, turn.as_of):
            text, cited = describe(desk, turn, entries, by_occupation=about.organisation is None)
            texts.append(text)
            citations += cited
    return "\n".join(texts), citations


def _other_year(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """That the year's catalogue is not held; and what is held of another year, which is said with it."""
    reply = unstated(desk, turn, subject, "评价机构")
    entries = directory(desk.library, replace(subject, level=None, year=None), turn.as_of)
    if not entries:
        return reply
    text, citations = describe(desk, turn, entries, by_occupation=subject.occupation is not None)
    first = reply.messages[0]
    update = {"text": f"{first.text}收录的是：\n{text}", "citations": unique([*first.citations, *citations])}
    return reply.model_copy(update={"messages": (first.model_copy(update=update),)})


def _elsewhere(desk: Desk, turn: Turn, subject: Subject) -> tuple[str, list[Citation]]:
    if subject.occupation is None or subject.organisation or subject.level is None:
        return "", []
    return level_elsewhere(desk, turn, subject.occupation.name, subject.level)


def whole_story(desk: Desk, turn: Turn, named: Subject) -> list[DirectoryEntry]:
    """All that the notices say of those who offer the level: another notice may not list it for them."""
    entries = directory(desk.library, replace(named, level=None), turn.as_of)
    if named.level is None:
        return entries
    offering = {(e.organisation.id, e.occupation.name) for e in entries if named.level in e.levels}
    return [e for e in entries if (e.organisation.id, e.occupation.name) in offering]
