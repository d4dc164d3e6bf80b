"""Two occupations in one question, and what tells the organisations of one occupation apart."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from bot.actions.desk import Desk
from bot.actions.reply import Card, Reply, single
from bot.actions.turn import Turn
from bot.actions.wording import joined, levels, notice_of, unique
from knowledge.directory import DirectoryEntry
from knowledge.lexicon.lexicon import Lexicon
from knowledge.models import Citation

_AND = re.compile(r"[^，。,]{0,3}(?:和|跟|与|同|还是|、|或|以及|及|还有|，|,|/)[^，。,]{0,3}")
_APIECE = re.compile(r"分别|各自")
_OF_EACH = re.compile(r"分别|各|都")
_ORGANISATIONS = re.compile(
    r"(?:[两几二三四五2-9]|各|每|这些|那些)个?(?:家|机构|单位|协会|地方)|哪(?:一)?(?:家|个机构|个单位)|它们|它俩"
)
_APART = re.compile(r"区别|不同|差别|差异|一样|哪家(?:比较|更)?好|怎么选|选哪|推荐哪|对比")

_WHICH_IS_BETTER = re.compile(
    r"(?:哪|那)(?:一)?个(?:更|比较|要|会)?(?:好|难|容易|简单|值|有用|吃香|划算|合适)|(?:选|先考|先报)哪"
)


def occupations_side_by_side(lexicon: Lexicon, text: str) -> tuple[str, ...]:
    """Official names of the occupations that the text sets side by side; empty for fewer than two."""
    found = [one for one in lexicon.matcher.find(text) if one.kind == "occupation"]
    if _OF_EACH.search(
        text
    ):  # 家政公司的，要考育婴员，还有母婴护理员，分别找哪家: without what only stands in the story
        while len(found) > 2 and not _AND.fullmatch(text[found[0].end : found[1].start]):
            found = found[1:]
    # 月嫂（母婴护理） names one of them twice
    beside = all(a.value == b.value or _AND.fullmatch(text[a.end : b.start]) for a, b in pairwise(found))
    if not beside and not _APIECE.search(text):  # 我想考保育师，我妈想考养老护理员，分别找哪家
        return ()
    names = tuple(dict.fromkeys(one.value for one in found))
    return names if len(names) > 1 else ()


def join_replies(replies: list[Reply]) -> Reply:
    """One answer of several about the same question; first what is answered, and of that what is on a list (has a card)."""
    replies = sorted(replies, key=lambda one: (one.status != "answered", one.messages[0].card is None))
    firsts = [one.messages[0] for one in replies]
    entries = [entry for one in firsts if one.card for entry in one.card.data["entries"]]
    return single(
        replies[0].status,
        "\n".join(dict.fromkeys(one.text for one in firsts)),
        citations=unique([cited for one in firsts for cited in one.citations]),
        computed=tuple(counted for one in firsts for counted in one.computed),
        card=Card(type="directory", data={"entries": entries}) if entries else None,
    )


def asks_what_differs(text: str) -> bool:
    """Whether organisations are to be told apart (「两家有什么区别」), not levels or occupations."""
    return bool(_ORGANISATIONS.search(text) and _APART.search(text))


def what_differs(desk: Desk, turn: Turn, entries: list[DirectoryEntry], name: str) -> tuple[str, list[Citation]]:
    """Whether the levels are the same, which organisation has a notice of its own, and what nobody states."""
    whose = list(dict.fromkeys(one.organisation.name for one in entries))
    if len(whose) < 2:
        return (f"收录的通知里，能考{name}的只有{whose[0]}。" if whose else ""), []
    by_catalogue = _by_kind(desk, entries, lambda kind: kind == "catalogue")
    lines = [_levels_apart(by_catalogue)]
    own = _by_kind(desk, entries, lambda kind: kind == "organisation")
    told, citations = _own_notices(desk, turn, own)
    silent = [one for one in whose if one not in {entry.organisation.name for entry in own}]
    lines.append(told)
    if silent:
        lines.append(f"没有收录{joined(silent)}自己的通知，收费、报名和考试时间上有什么区别，通知没有写明。")
    lines.append("哪家更好，通知没有评价，我不猜测。")
    return "\n".join(filter(None, lines)), citations


def with_no_judgement(text: str, reply: Reply) -> Reply:
    """Which of two occupations is the better or the easier one (哪个好考) no notice tells: said after who assesses them."""
    if reply.status != "answered" or not _WHICH_IS_BETTER.search(text):
        return reply
    first = reply.messages[0]
    message = first.model_copy(update={"text": f"{first.text}\n哪个更好、更容易，通知没有评价，我不猜测。"})
    return reply.model_copy(update={"status": "partial", "messages": (message, *reply.messages[1:])})


def _by_kind(desk: Desk, entries: list[DirectoryEntry], wanted: Callable[[str], bool]) -> list[DirectoryEntry]:
    return [
        one
        for one in entries
        if any(wanted(desk.library.notice(cited.notice_id).front.kind) for cited in one.citations)
    ]


def _levels_apart(entries: list[DirectoryEntry]) -> str:
    offered = {tuple(one.levels) for one in entries}
    whose = joined(one.organisation.name for one in entries)
    if len({one.organisation.name for one in entries}) < 2 or len({one.occupation.name for one in entries}) > 1:
        return ""
    if len(offered) == 1 and entries[0].levels:
        return f"目录给{whose}列的等级一样，都是{levels(entries[0].levels)}。"
    return "目录给各家列的等级不一样，各家的等级写在上面。" if len(offered) > 1 else ""


def _own_notices(desk: Desk, turn: Turn, own: list[DirectoryEntry]) -> tuple[str, list[Citation]]:
    named: dict[str, Citation] = {}
    for cited in (cited for one in own for cited in one.citations):
        front = desk.library.notice(cited.notice_id).front
        if front.kind == "organisation":
            words = notice_of(front.issuer, front.year, cited.status, turn.as_of)
            named[words] = desk.library.cite_title(front.id, turn.as_of)
    return (f"收录了{joined(named)}，收费和时间可以按机构接着问。" if named else ""), list(named.values())
