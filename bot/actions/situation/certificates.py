"""Which certificates of skill level the person holds; a level that they want, or ask about, is not held."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, cast

from bot.actions.situation import certificate_words as words
from bot.actions.situation.anchors import Anchor, Obtained
from bot.actions.situation.heard import DATE, END, LEVEL, ORGANISATION, TERM, Clause, Heard
from bot.actions.situation.model import HeldCertificate
from bot.actions.situation.paper_days import day_first, named_beside
from knowledge.models import Level


@dataclass(frozen=True)
class Group:
    """Levels that are held, named together at one place."""

    anchor: Anchor
    levels: tuple[Level, ...]
    occupation: str | None
    relation: Literal["same_or_related", "other"]


def find_certificates(heard: Heard) -> list[Group]:
    """The certificates that are said to be held, in order of appearance."""
    found: dict[int, Group] = {}
    for index, clause in enumerate(heard.clauses):
        if clause.supposed or words.OUTSIDE.search(clause.text) or _failed(heard, index):
            continue
        for group in _in_clause(heard, clause):
            found.setdefault(group.anchor.start, group)
    return [found[place] for place in sorted(found)]


def read_certificates(
    heard: Heard, groups: list[Group], told: dict[int, Obtained]
) -> tuple[HeldCertificate, ...] | None:
    """All of them, the last word on each; an empty tuple where the person says that there are none."""
    held: dict[tuple[int, str | None], HeldCertificate] = {}
    groups = heard.not_taken_back(groups, [one.anchor.start for one in groups])
    for group in groups:
        about = told[group.anchor.start]
        for level in group.levels if not about.ahead else ():
            held[level, group.occupation] = HeldCertificate(
                level=level,
                occupation=group.occupation,
                relation=group.relation,
                issued=about.issued,
                work_years_since=about.work_years_since,
            )
    if held:
        return tuple(held.values())
    none = any(words.NONE.search(clause.marked) and not clause.supposed for clause in heard.clauses)
    return () if none and not groups else None


def _failed(heard: Heard, index: int) -> bool:
    """考了四级没过: said in the clause itself, or in one that follows and names no level of its own.

    Whoever tells how each paper went (四级，25年4月考的，理论过了实操差两分) tells of a sitting, however much later.
    """
    clause = heard.clauses[index]
    if words.FAILED.search(clause.text):
        return True
    rest = [one for one in heard.clauses[index + 1 :] if not words.EARLIER_ATTEMPT.search(one.text)]
    own = next((at for at, one in enumerate(rest) if re.search(LEVEL, one.marked)), len(rest))
    if any(words.FAILED.search(one.text) for one in rest[: min(own, 1)]):
        return True
    return "证" not in clause.text and any(words.PAPER_FAILED.search(one.text) for one in rest[:own])


def _in_clause(heard: Heard, clause: Clause) -> Iterator[Group]:
    for match in words.VERB_FIRST.finditer(clause.marked):
        if _taken(clause, match) and _has_paper(clause, match):
            yield _group(heard, clause, match, "levels")
    for match in words.LEVEL_FIRST.finditer(clause.marked):
        before = clause.marked[: match.start()]
        others = words.NOT_BEFORE.search(before) and not match["verb"].startswith("比")  # 同事的三级比我晚
        told = not words.NOT_CLAUSE.search(before) and not others and _said_of_it(clause, match)
        if told and not _is_offered(heard, before, match):
            yield _group(heard, clause, match, "levels")
    yield from _as_what_one_is(heard, clause)
    yield from _with_its_day(heard, clause)
    yield from _in_few_words(heard, clause)


def _is_offered(heard: Heard, before: str, match: re.Match[str]) -> bool:
    """一级也有？ and 技师协会二级一级都有的 tell what is examined, and of no paper."""
    if "证" in heard.text or "我" in match.group() or not match["verb"].startswith("有"):
        return False
    asked = match.end() < len(heard.text) and heard.text[match.end()] in "?？吗么"
    return re.search(f"{ORGANISATION}$", before) is not None or (asked and not before)


def _as_what_one_is(heard: Heard, clause: Clause) -> Iterator[Group]:
    """我是中级工, 现在是四级, 我四级证."""
    for match in words.IS.finditer(clause.marked):
        kind = "levels" if match["levels"] else "mine"
        now = match["paper"] or re.search("现在|目前|已|本身", match.group())
        if kind == "mine" or now or _is_trade(heard, clause, match):
            yield _group(heard, clause, match, kind)


def _with_its_day(heard: Heard, clause: Clause) -> Iterator[Group]:
    """训练师四级，发证日2024年3月8日: a level and the day of the paper, without a word of having it."""
    index = heard.clause_at(clause.start)
    beside = [
        heard.clauses[place].marked if 0 <= place < len(heard.clauses) and not heard.asks_at(place) else ""
        for place in (index - 1, index + 1)
    ]
    match = named_beside(clause.marked, *beside) or day_first(clause.marked)
    named = clause.text[slice(*match.span("levels"))] if match else ""
    title = re.fullmatch("[初中高]级", named) and "证" not in clause.text
    if match and not title and not heard.asks_at(index):
        yield _group(heard, clause, match, "levels")


def _in_few_words(heard: Heard, clause: Clause) -> Iterator[Group]:
    """A certificate without a verb: listed, before what it is to allow, or all that a reply says."""
    alone = words.ALONE.fullmatch(clause.marked)
    if alone and "证" in clause.text and _is_told(heard, alone):
        yield _group(heard, clause, alone, "levels")
    for pattern in (words.PAPER_OF, words.FOREIGN):
        if match := pattern.match(clause.marked):
            yield _group(heard, clause, match, "levels")
    for pattern in (words.BEFORE_NEXT, words.ENOUGH):
        if match := pattern.match(heard.marked[clause.start :]):
            yield _group(heard, clause, match, "levels")
    reply = words.REPLY.fullmatch(heard.marked)
    if reply and words.IS_HELD.search(heard.text) and clause.start <= reply.start("levels") < clause.end:
        yield _group(heard, heard.whole, reply, "levels")


def _is_told(heard: Heard, alone: re.Match[str]) -> bool:
    """应该是五级证 puts right what was told before, and may be followed by the question of what it allows."""
    if alone["put_right"] and not heard.corrects:
        return False
    return not (words.OTHER_BUSINESS if heard.corrects else words.BUSINESS).search(heard.text)


def _taken(clause: Clause, match: re.Match[str]) -> bool:
    """Whether it was really obtained: no plan, no rule, no question of how it is."""
    before, after = clause.marked[: match.start()], clause.marked[match.end() :]
    start, end = match.span("levels")
    if (
        match["verb"].startswith("评")
        and re.fullmatch("[初中高]级", clause.text[start:end])
        and not match["paper"]
    ):
        return False  # a title
    if words.NOT_BEFORE.search(before) or words.NOT_CLAUSE.search(before) or words.NOT_AFTER.match(after):
        return False
    done = "我" in before or bool(re.search("了|的|过|已", match["verb"] + match["filled"]))
    done = done or bool(re.search(f"{DATE}|已", before + match["filled"])) or after.startswith("了")
    done = done or bool(re.match(f"[^,]*?后[^,]*?(?:了[^,]*?{TERM}|{TERM}了)", after))
    if words.ASKING.search(after):
        return done and "我" in before
    done = done or bool(re.match("[之以]?后(?:我|就|又|也)*(?:一直|继续)", after))
    return done or match["verb"].endswith(("有", "持")) or not re.match("[^,]{0,3}(?:后|要)", after)


def _has_paper(clause: Clause, match: re.Match[str]) -> bool:
    """我有四级 is a certificate, 有四级 alone can be an examination that is offered."""
    if not match["verb"].endswith(("有", "持", "具备")):
        return True
    mine = bool(
        re.search(
            r"(?:我|[他她]|老公|老婆|爱人|丈夫|妻子|儿子|女儿|弟弟|妹妹|哥哥|姐姐)(?:现在|已经?|也|都|只|目前|本身)*$",
            clause.marked[: match.start()],
        )
    )
    return bool(match["paper"] or mine or "证" in match["filled"] + match["levels"])


def _said_of_it(clause: Clause, match: re.Match[str]) -> bool:
    after = clause.marked[match.end() :]
    if match["verb"].startswith("考过"):
        return not re.match(r"(?:没|吗|的|一|两|几)", after)
    if re.match(TERM, match["verb"].lstrip("都已经有拿持考出来")):
        return bool(match["paper"]) and not re.match(r"(?:有效|内|期|后|就|才|到期|过期|补)", after)
    return not re.match(r"(?:要|需要|得|还?没|吗|后|之后|以后)", after) or "我" in clause.marked[: match.start()]


def _is_trade(heard: Heard, clause: Clause, match: re.Match[str]) -> bool:
    """我是中级工 tells what one is; 我是三级 can be the level that one will sit for."""
    start = clause.start + match.start("levels")
    return heard.text[start : clause.start + match.end("kind")].endswith(("工", "技师"))


def _group(heard: Heard, clause: Clause, match: re.Match[str], kind: str) -> Group:
    start, end = clause.start + match.start(kind), clause.start + match.end(kind)
    levels = tuple(
        dict.fromkeys(
            cast("Level", heard.level_at(start + one.start())) for one in re.finditer(LEVEL, match[kind])
        )
    )
    anchor = Anchor(start, end, single=len(levels) == 1)
    other = words.OF_OTHER.search(clause.marked[: match.start(kind)]) or words.NOT_OF_THIS.match(
        heard.marked[end:]
    )
    group = Group(anchor, levels, _occupation(heard, start, end), "other" if other else "same_or_related")
    return group if anchor.single else replace(group, occupation=None)


def _occupation(heard: Heard, start: int, end: int) -> str | None:
    """The occupation whose certificate it is: right before the level (电工四级证), or right after it (四级电工证)."""
    before = re.search(
        rf"(?P<name>{words.NAME})(?:的|证书?|职业|技能|等级|资格|是|{DATE})*$", heard.marked[:start]
    )
    after = words.NAMED_AFTER.match(heard.marked[end:])
    if before:
        return heard.names[before.start("name")]
    if after is None or (
        re.search("[,是于考]", heard.text[end : end + after.start("name")]) and not _own(heard, end, after)
    ):
        return None
    return heard.names[end + after.start("name")]


def _own(heard: Heard, end: int, after: re.Match[str]) -> bool:
    """是电工的 names whose certificate it is; 是电工 alone can be the person's job."""
    said = words.WITH_PARTICLE.match(heard.marked[end + after.end() :])
    return bool(said and re.match(END, heard.marked[end + after.end() + said.end() :]))
