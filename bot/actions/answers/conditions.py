"""The conditions of a level word for word, for somebody who has told nothing of themselves yet."""

from __future__ import annotations

from dataclasses import replace

from bot.actions.answers.rules import answer_topic
from bot.actions.desk import Desk
from bot.actions.reply import Reply, single
from bot.actions.turn import Turn
from bot.actions.wording import notice_of, unique
from knowledge.directory import directory
from knowledge.eligibility.rules import Rules, rules
from knowledge.models import Citation, Source
from knowledge.subject import Subject

_WHICH = "请告诉我您想报几级，我把相应等级的申报条件逐条列给您。"
_TELL = "告诉我您的出生日期、学历和专业、从业年限、已有的证书或职称（哪天取得），我可以帮您判断能不能报。"
_OTHERS = (
    "您问的职业或机构没有自己的、正在执行的通知，下面是另一份通知所附的国家统一条件，具体以该职业的评价机构为准。"
)
_DECIDES = "最终由评价机构按材料审核。"


def answer_conditions(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """Quote the conditions of the level asked for, or the general ones where no level is known."""
    found = rules(desk.library, subject, turn.as_of)
    subject = replace(subject, level=subject.level or _only_level(desk, turn, subject))
    if subject.level is None or found is None or not found.of_level(subject.level):
        return _general(desk, turn, replace(subject, level=None))
    front = found.holding.notice.front
    sources = _sources(found, subject.level)
    head = f"按{notice_of(front.issuer, front.year, found.status, turn.as_of)}附录的申报条件，"
    text = head + "\n".join(source.quote for source in sources)
    citations = desk.library.cite_all(front.id, tuple(sources), turn.as_of)
    before, cited = ("", []) if found.own else _of_others(desk, turn, subject)
    return single(
        "answered",
        f"{before}{text}\n{_DECIDES}{_TELL}",
        citations=unique([*cited, *citations, desk.library.cite_title(front.id, turn.as_of)]),
    )


def _only_level(desk: Desk, turn: Turn, subject: Subject) -> int | None:
    """The level of an occupation that notices in force offer at one level alone; None where there are several."""
    if subject.occupation is None:
        return None
    found = directory(desk.library, replace(subject, level=None), turn.as_of)
    offered = {level for one in found if one.status == "current" for level in one.levels}
    return offered.pop() if len(offered) == 1 else None


def heading(found: Rules, clause: str) -> Source | None:
    """The line above an item, which names the level: 具备以下条件之一者，可申报三级/高级工."""
    parent = found.holding.notice.clauses[clause].parent
    lines = found.holding.notice.clauses[parent].lines if parent else ()
    return Source(clause=parent, quote=lines[0].text) if parent and lines else None


def _of_others(desk: Desk, turn: Turn, subject: Subject) -> tuple[str, list[Citation]]:
    """Where the subject's own notice is not held: what the catalogue's notice says, and that what follows is general."""
    general = answer_topic(desk, turn, replace(subject, level=None))
    message = general.messages[0]
    said = f"{message.text}\n" if general.status == "answered" else ""
    return f"{said}{_OTHERS}\n", list(message.citations) if said else []


def _general(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    reply = answer_topic(desk, turn, subject)
    if reply.status != "answered":
        return reply
    first = reply.messages[0].model_copy(update={"text": f"{reply.messages[0].text}\n{_WHICH}{_TELL}"})
    return reply.model_copy(update={"messages": (first,)})


def _sources(found: Rules, level: int) -> list[Source]:
    items = [source for fact in found.of_level(level) for source in fact.sources]
    above = heading(found, items[0].clause)
    return [above, *items] if above else items
