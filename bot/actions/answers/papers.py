"""What is asked of a notice as a paper: its number, its day of issue, of which year it is, until when it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.actions.choices import ask_organisation
from bot.actions.desk import Desk
from bot.actions.reply import Reply, single
from bot.actions.turn import Turn
from bot.actions.wording import joined, notice_of, unique, validity
from knowledge.contacts import contacts
from knowledge.library import Holding
from knowledge.models import Citation, NoticeStatus, Source
from knowledge.subject import Subject

TOPIC = "ask_paper"
_PAPER = r"(?:通知|文件|公告|通告|红头|目录|名单|名录|公文|(?<!缴费)(?<!报名)安排)"
_NUMBER = re.compile(r"文号|文件号|发文(?:字)?号|通知.{0,3}(?:编号|号码|几号文)|几号文|红头.{0,4}(?:号|多少)")
_WHEN = r"(?:什么时候|啥时候?|何时|几时|哪[天年日]|哪一[天年日]|几月|几号|多久)"
_ISSUED_WORD = r"(?:发(?!证|放)(?:布|文|出|下)?来?|出(?!成绩|分|证)(?:的|台)|印发|公布|下发|颁布|签发)"
_ISSUED = re.compile(
    rf"{_PAPER}.{{0,6}}{_WHEN}.{{0,6}}{_ISSUED_WORD}|{_WHEN}.{{0,3}}{_ISSUED_WORD}.{{0,8}}{_PAPER}"
    rf"|{_PAPER}.{{0,4}}(?:的)?(?:发布|印发|发文|落款|成文)(?:的)?(?:日期|时间|日子)|发文(?:日期|时间)"
)
_WHICH_YEAR = re.compile(
    rf"{_PAPER}.{{0,8}}(?:是|哪)?(?:哪一?年|几几年|哪个年份|哪年度)的?|(?:哪一?年|几几年)的?{_PAPER}"
)
_HOLDS = re.compile(
    rf"(?:通知|文件|公告|(?<!缴费)(?<!报名)安排).{{0,14}}(?:有效|失效|作废|过期|算数|作数|管用|还用|生效|执行|实施|适用)"
    rf"|(?:按|照).{{0,6}}{_PAPER}.{{0,4}}(?:执行|来).{{0,3}}[吗么]"
)
_CATALOGUE = re.compile(r"目录|名单|名录|人社")
_WHICH_ARE_HELD = re.compile(
    r"(?:哪[些几]|什么)[^，。]{0,3}(?:单位|机构|协会|学校|家)[^，。]{0,4}(?:有|出|发)[^，。]{0,8}(?:通知|文件)"
    r"|(?:收录|掌握|手[头上])[^，。]{0,8}(?:哪[些几]|几[份个])[^，。]{0,8}(?:通知|文件)|(?:哪[些几]|几)[份个]?(?:通知|文件)"
)
_BEGAN = re.compile(rf"生效|实施|执行|开始|{_WHEN}.{{0,4}}{_ISSUED_WORD}")
_NOT_A_PAPER = re.compile(
    r"成绩|证书|补贴|补考|通知书|通知我|(?<![协学商合])会[^，。的]{0,3}通知|提前.{0,6}通知|通知单"
)
_NEXT = re.compile(r"(?:明年|来年|新的?|下一?年|后年|20\d\d年?的?)[^，。]{0,8}(?:通知|安排|目录|文件)")
_DATE = "{0.year}年{0.month}月{0.day}日"
_IN_FORCE_SINCE = re.compile(r"本通知自[^，。]{2,8}起(?:实施|施行|执行)")


def asks_of_paper(text: str) -> bool:
    """Whether it asks for the number, the issue, the year or the validity of a notice itself."""
    if _NUMBER.search(text) or _WHICH_ARE_HELD.search(text):
        return True
    if _NOT_A_PAPER.search(text) or _NEXT.search(text):
        return False
    return any(one.search(text) for one in (_ISSUED, _WHICH_YEAR, _HOLDS))


def answer_paper(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """Each notice that is meant, with what it prints of the things asked for and what it does not."""
    open_question = subject.organisation is None and subject.occupation is None
    if open_question and _WHICH_ARE_HELD.search(turn.text):
        return _held(desk, turn, subject)
    meant = list(_meant(desk, turn, subject))
    if not meant:
        names = [one.organisation.name for one in contacts(desk.library, Subject(), turn.as_of)]
        return ask_organisation("您问的是哪个机构的通知？", TOPIC, list(dict.fromkeys(names)))
    told = [_tell(desk, turn, status, one) for status, one in meant]
    stated = any(one for _, _, one in told)
    citations = [quote for _, quotes, _ in told for quote in quotes]
    return single(
        "answered" if stated else "not_stated", "\n".join(text for text, _, _ in told), citations=unique(citations)
    )


def _held(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """The notices that are held, of the year that is asked about."""
    found = [pair for pair in desk.library.by_status(turn.as_of) if subject.covers_year(pair[1].notice.front.year)]
    if not found:
        return single("not_stated", "没有收录所问年份的通知。")
    fronts = [(status, one.notice.front) for status, one in found]
    lines = [
        f"{front.issuer}：{front.title}{validity(front.year, status, turn.as_of)}" for status, front in fronts
    ]
    citations = [desk.library.cite_title(front.id, turn.as_of) for _, front in fronts]
    return single("answered", "\n".join(["收录的通知有：", *lines]), citations=unique(citations))


def _meant(desk: Desk, turn: Turn, subject: Subject) -> Iterator[tuple[NoticeStatus, Holding]]:
    """The organisation's own notices, newest first; the catalogue's where it is named, or a programme's."""
    catalogue = _CATALOGUE.search(turn.text) is not None
    for status, one in desk.library.by_status(turn.as_of):
        front = one.notice.front
        if not subject.covers_year(front.year):
            continue
        if front.kind == "catalogue" and catalogue and subject.occupation is None:
            yield status, one
        elif front.kind == "programme" and subject.occupation is not None:
            if one.notice in desk.library.programmes(subject.occupation.name):
                yield status, one
        elif front.kind == "organisation" and not catalogue and _is_own(desk, turn, subject, front.id):
            yield status, one


def _is_own(desk: Desk, turn: Turn, subject: Subject, notice_id: str) -> bool:
    """Whether the notice is one of the organisations asked about; of an open question none is."""
    if subject.organisation is None and subject.occupation is None:
        return False
    found = contacts(desk.library, replace(subject, level=None), turn.as_of)
    return any(one.citations[0].notice_id == notice_id for one in found)


def _tell(desk: Desk, turn: Turn, status: NoticeStatus, one: Holding) -> tuple[str, list[Citation], bool]:
    front = one.notice.front
    said: list[str] = []
    unsaid: list[str] = []
    citations = [desk.library.cite_title(front.id, turn.as_of)]
    asked_number, asked_day, asked_end = _asked(turn.text)
    if asked_number:
        _put(desk, turn, one, front.document_number, "文号", (said, unsaid, citations))
    if asked_day:
        day = _DATE.format(front.published_on) if front.published_on else None
        _put(desk, turn, one, day, "发布日期", (said, unsaid, citations))
    if asked_end:
        if found := _line(one, _IN_FORCE_SINCE):
            said.append(found.quote)
            citations.append(desk.library.cite(front.id, found, turn.as_of))
        unsaid.append("有效到什么时候")
    named = notice_of(desk.library.issuer(front).name, front.year, status, turn.as_of)
    text = f"{named}" + (f"：{'；'.join(said)}。" if said else "")
    if unsaid:
        text += f"{'通知' if said else ''}没有写明{joined(unsaid)}。"
    if asked_end or not (said or unsaid):
        text += f"{'' if text.endswith('。') else '：'}标题写的是{front.year}年。"
    return text, citations, bool(said) or not unsaid


def _asked(text: str) -> tuple[bool, bool, bool]:
    began = bool(_ISSUED.search(text) or _BEGAN.search(text))
    return bool(_NUMBER.search(text)), began, bool(_HOLDS.search(text))


def _put(
    desk: Desk,
    turn: Turn,
    one: Holding,
    value: str | None,
    label: str,
    told: tuple[list[str], list[str], list[Citation]],
) -> None:
    """Add what the notice prints with its quote, or the label to what it does not print."""
    said, unsaid, citations = told
    source = _line(one, re.compile(re.escape(value))) if value else None
    if value is None or source is None:
        unsaid.append(label)
        return
    said.append(f"{label} {value}")
    citations.append(desk.library.cite(one.notice.front.id, source, turn.as_of))


def _line(one: Holding, pattern: re.Pattern[str]) -> Source | None:
    """The last line that has it: of a date the one that signs the notice."""
    found = None
    for clause in one.notice.clauses.values():
        for line in clause.lines:
            if match := pattern.search(line.text):
                found = Source(clause=clause.path, quote=match.group())
    return found
