"""Questions of the sorts that notices never state: the silence, where to ask, and what is stated beside it."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.actions.answers.silent_sorts import MATTERS, Matter
from bot.actions.answers.unstated import unstated
from bot.actions.desk import Desk
from bot.actions.reply import Reply
from bot.actions.turn import INFORM, Memory, Turn, merge, subject_of
from bot.actions.wording import notice_of, unique
from knowledge.contacts import Contact, contacts
from knowledge.models import Citation, Source
from knowledge.subject import Subject

_PURPOSES = {"handbook": ("guidance", "考核指导手册查询网址"), "website": ("documents", "上网文件查询网址")}
_CHEATING = re.compile(r"作弊|抄|带进|带入|答案|泄|偷|替考|处罚|怎么罚|处理|故意")
_COMPLAINS = re.compile(r"投诉|举报|骗|监督电话")
# Changes have rules of their own (补考方案), and so have retakes and refunds of who did not come.
_ELSEWHERE: dict[str, re.Pattern[str]] = {
    "handbook": re.compile(r"网[址站]|下载|哪[里儿][找查看下]|改成|新题|老题|旧题|换了|变了|更新"),
    "缺考的规定": re.compile(r"补|退|重考"),
    "报考人数和录取比例": re.compile(r"预算|够|供|[元块]"),
    "考场（考试地点）": re.compile(r"准考证|反映|安全"),
    "优惠、减免和分期": re.compile(r"补贴|补考|重考|再考"),
}
_SMALL_TALK = ("greet", "thank", "goodbye", "ask_human", "ask_supervision")


def matters_asked(desk: Desk, turn: Turn) -> tuple[Matter, ...]:
    """What the message asks of these sorts; none where it tells of misconduct or complains."""
    if turn.intent in _SMALL_TALK or _COMPLAINS.search(turn.text):
        return ()
    found = [one for one in MATTERS if one.asked.search(turn.text) and not _is_stated(desk, one)]
    found = [one for one in found if not _is_other(one, turn.text)]
    if _CHEATING.search(turn.text):
        found = [one for one in found if one.beside == "damage" and "故意" not in turn.text]
    name = turn.mentioned.occupation or (None if turn.mentioned.organisation else turn.memory.occupation)
    if name and desk.library.programmes(name):
        found = [one for one in found if one.programme]
    return tuple(found)


def answer_matters(desk: Desk, turn: Turn, asked: tuple[Matter, ...]) -> tuple[Reply, Memory]:
    """Say that the notices are silent on it, where to ask, and what they do state beside it."""
    memory = replace(merge(desk.library, turn), topic=turn.memory.topic)
    subject = subject_of(desk.library.lexicon, memory)
    reply = unstated(desk, replace(turn, intent=INFORM), subject, "和".join(one.label for one in asked))
    lines, citations = [], list[Citation]()
    for kind in dict.fromkeys(one.beside for one in asked if one.beside):
        text, cited = _beside(desk, turn, subject, kind)
        lines += [text] if text else []
        citations += cited
    if not lines:
        return reply, memory
    first = reply.messages[0]
    message = first.model_copy(
        update={"text": "\n".join([first.text, *lines]), "citations": unique([*first.citations, *citations])}
    )
    return reply.model_copy(update={"messages": (message, *reply.messages[1:])}), memory


def _beside(desk: Desk, turn: Turn, subject: Subject, kind: str) -> tuple[str, list[Citation]]:
    """What the organisation's notice states of it: its address, or where its handbook is found."""
    if kind == "damage":
        return _on_damage(desk, turn)
    if subject.organisation is None and subject.occupation is None:
        return "", []
    lines, citations = [], list[Citation]()
    own = contacts(desk.library, replace(subject, level=None), turn.as_of)
    for one in [one for one in own if one.status == "current"] or own:
        said, figure = _stated(one, kind)
        quotes = [quote for quote in one.citations if figure and figure in quote.quote]
        if quotes:
            notice = notice_of(one.organisation.name, one.year, one.status, turn.as_of)
            lines.append(f"{notice}写的是：{said}")
            citations += quotes
    return "\n".join(lines), citations


def _stated(one: Contact, kind: str) -> tuple[str, str]:
    """The words, and the figure in them that must stand in a quote; empty where the notice states none."""
    if kind == "address":
        return (f"业务受理地址 {one.addresses[0]}。", one.addresses[0]) if one.addresses else ("", "")
    purpose, label = _PURPOSES[kind]
    url = next((site.url for site in one.websites if site.purpose == purpose), "")
    return f"{label} {url} 。", url


def _is_other(matter: Matter, text: str) -> bool:
    """Whether the message, with all its words, is about something that is stated."""
    words = (_ELSEWHERE[key] for key in (matter.label, matter.beside) if key in _ELSEWHERE)
    return any(one.search(text) for one in words)


def _is_stated(desk: Desk, matter: Matter) -> bool:
    """Whether some notice has the words with which it would be stated."""
    notices = [holding.notice for holding in desk.library.holdings]
    lines = (line.text for one in notices for clause in one.clauses.values() for line in clause.lines)
    return any(matter.stated.search(line) for line in lines)


def _on_damage(desk: Desk, turn: Turn) -> tuple[str, list[Citation]]:
    """The candidates' rules on damage done on purpose, of the newest notice in force."""
    for _, holding in desk.library.by_status(turn.as_of):
        for clause in holding.notice.clauses.values():
            for line in clause.lines:
                if "故意损毁评价设备" in line.text:
                    cited = desk.library.cite(
                        holding.notice.front.id, Source(clause=clause.path, quote=line.text), turn.as_of
                    )
                    return f"参评人员须知只写了故意损坏的：{line.text}", [cited]
    return "", []
