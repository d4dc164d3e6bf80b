"""Results: when and where they are looked up, and by which day they should be there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import count

from bot.actions.answers import helpline
from bot.actions.answers.unstated import unstated
from bot.actions.desk import Desk
from bot.actions.reply import Card, Computed, Reply, single
from bot.actions.talk import sat_on
from bot.actions.turn import Turn
from bot.actions.wording import joined, notice_of, unique
from knowledge.enquiries import DueDay, Enquiries, Enquiry, due_days, enquiries
from knowledge.models import Citation
from knowledge.office_hours import is_working_day
from knowledge.subject import Subject
from knowledge.timespan import spoken_date
from knowledge.wording.numerals import chinese_number
from knowledge.wording.spoken_days import SpokenDay

_WAITED = re.compile(r"(\d{1,3}|[一二两三四五六七八九十]{1,3})个?工作日")
_LATE = re.compile(r"过了|了还|还没|还看不到|还查不到|没出|没有成绩|查不到|看不到|正常吗|没动静|怎么回事|刷不出")
_STUCK = re.compile(r"(?:查|看|搜|刷)不(?:到|出来?).{0,4}(?:怎么办|咋办|找谁|问谁)")
# 给我算算最晚到哪天: without the day of the examination it is asked for.
_DEADLINE = re.compile(
    r"最[晚迟]|算(?:一?算|一?下|出)|到(?:哪|几)[天日号]|(?:哪|几)[天日号](?:能|可以|会|才|之?前)|超|过了?期限"
)
# What people ask about results beyond the enquiry, and the words without which a notice does not state it.
_BEYOND = (
    (re.compile(r"复核|复查|复议|异议|申诉|重新?阅|分数不对"), "成绩复核", ("复核", "复查", "异议", "申诉")),
    (re.compile(r"短信|通知我|会通知|打电话告诉|告诉我"), "成绩会不会主动通知", ("短信", "电话通知", "书面通知")),
    (re.compile(r"成绩单|纸质成绩"), "成绩单", ("成绩单",)),
    (re.compile(r"当场|当天就"), "成绩当场公布", ("当场", "当天")),
)


def answer_results(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """When and where results are looked up; with the day of the examination, by which day."""
    found = _distinct(enquiries(desk.library, subject, turn.as_of, "results"), subject)
    if not found:
        found = enquiries(desk.library, subject, turn.as_of, "certificate")
        return _certificates_only(desk, turn, subject, found)
    finished = sat_on(turn)
    unsaid = _unsaid(desk, turn, found)
    texts, computed, citations = [], list[Computed](), list[Citation]()
    if unsaid:
        texts.append(f"通知没有写明{joined(unsaid)}。")
    for one in found:
        texts.append(
            f"按{notice_of(one.organisation.name, one.year, one.status, turn.as_of)}：{described(one.ways)}"
        )
        citations += [*cited(one), desk.library.cite_title(one.notice_id, turn.as_of)]
        said, worked_out = _by_when(turn, one, finished)
        texts += said
        computed += worked_out
        if unsaid or _STUCK.search(turn.text) or _is_over(turn, one, finished):
            calling, bearing = helpline.call(desk, turn, one.organisation, one.notice_id)
            texts += [f"到时候还查不到，或者有疑问，{calling}"] if calling else []
            citations += bearing
    if finished is None and _DEADLINE.search(turn.text) and any(way.within_working_days for way in found[0].ways):
        texts.append("告诉我您是哪天考完的，我帮您算最晚到哪天。")
    data = {"enquiries": [one.model_dump(mode="json") for one in found], "due": _due_data(found, finished)}
    return single(
        "partial" if unsaid else "answered",
        "\n".join(texts),
        citations=unique(citations),
        computed=tuple(dict.fromkeys(computed)),
        card=Card(type="results", data=data),
    )


def _unsaid(desk: Desk, turn: Turn, found: list[Enquiries]) -> list[str]:
    """What is asked and stands in none of these notices, by the words that it would take."""
    clauses = [clause.text for one in found for clause in desk.library.notice(one.notice_id).clauses.values()]
    printed = "\n".join(clauses)
    return [
        label
        for asked, label, words in _BEYOND
        if asked.search(turn.text) and not any(word in printed for word in words)
    ]


def described(ways: Iterable[Enquiry]) -> str:
    """All the ways to look up, as sentences."""
    return "".join(f"{_way(one)}。" for one in ways)


def cited(found: Enquiries) -> list[Citation]:
    """The quotes of all the ways to look up."""
    return [citation for one in found.ways for citation in one.citations]


def _way(one: Enquiry) -> str:
    what = joined({"results": "成绩", "certificate": "证书信息"}[kind] for kind in one.what)
    if one.within_working_days is None and one.after_working_days is None:
        where = f"{one.channel or ''}{f'（{one.url}）' if one.url else ''}"
        case = f"{one.case}的" if one.case else ""
        return f"{case}{what}可以在{where}查{_path(one)}"
    days = (
        f"{one.within_working_days}个工作日内"
        if one.within_working_days
        else f"{one.after_working_days}个工作日后"
    )
    if one.channel is None:
        return f"{one.case or ''}，一般是考完所有科目后{days}" if one.case else f"一般{days}可以查{what}"
    return (
        f"{f'{one.case}：' if one.case else ''}考完所有科目后，一般{days}可以在{one.channel}查{what}{_path(one)}"
    )


def _path(one: Enquiry) -> str:
    path = f"，路径是“{one.path}”" if one.path else ""
    return path + (f"，也可以直接搜索“{one.search}”" if one.search else "")


def _distinct(found: list[Enquiries], subject: Subject) -> list[Enquiries]:
    """For an open question, notices that say the very same are told once."""
    if subject.organisation or subject.occupation:
        return found
    kept: dict[str, Enquiries] = {}
    for one in found:
        kept.setdefault(described(one.ways), one)
    return list(kept.values())


def _certificates_only(desk: Desk, turn: Turn, subject: Subject, found: list[Enquiries]) -> Reply:
    """No notice that applies speaks of results; where certificates are looked up may still help."""
    plain = unstated(desk, turn, replace(subject, level=None), "成绩查询")
    if not found:
        return plain
    first = plain.messages[0]
    texts = [
        f"按{notice_of(one.organisation.name, one.year, one.status, turn.as_of)}：{described(one.ways)}"
        for one in found
    ]
    titles = [desk.library.cite_title(one.notice_id, turn.as_of) for one in found]
    return single(
        "not_stated",
        "\n".join([first.text, *texts]),
        citations=unique([*first.citations, *(c for one in found for c in cited(one)), *titles]),
        card=Card(type="results", data={"enquiries": [one.model_dump(mode="json") for one in found], "due": []}),
    )


def _by_when(turn: Turn, one: Enquiries, finished: SpokenDay | None) -> tuple[list[str], list[Computed]]:
    due = due_days(one, finished.last) if finished else []
    if finished is None or not due:
        return [], []
    start, texts = spoken_date(finished.last), list[str]()
    computed = [Computed(text=start, explanation=f"您说的“{finished.words}”，按{start}算")]
    missing = _year_not_held(finished.last)
    for day in due:
        texts.append(_due_text(day, turn.as_of.date(), missing))
        if day.day:
            how = f"从{start}的第二天起数{day.working_days}个法定工作日"
            computed.append(Computed(text=spoken_date(day.day), explanation=how))
        else:
            how = f"从{start}的第二天起数法定工作日，要数到{missing}年"
            computed.append(Computed(text=f"{missing}年", explanation=how))
    computed = list(dict.fromkeys(computed))
    head = f"按{start}考完所有科目算：" if finished.first == finished.last else f"就算{start}才考完所有科目："
    return [head + "；".join(texts) + "。通知写的是“一般”，不是保证。"], computed


def _year_not_held(finished: date) -> int:
    """The first year from that day on whose working days are not known."""
    return next(year for year in count(finished.year) if is_working_day(date(year, 12, 31)) is None)


def _due_text(due: DueDay, today: date, missing: int) -> str:
    case = f"{due.case}，" if due.case else ""
    if due.day is None:
        return (
            f"{case}{due.working_days}个工作日要数到{missing}年，"
            f"这里还没有收录{missing}年的放假安排，最晚是几号现在算不准"
        )
    if not due.latest:
        return f"{case}一般要到{spoken_date(due.day)}以后才能查到"
    over = "（已经过了）" if due.day < today else ""
    return f"{case}一般最晚{spoken_date(due.day)}能查到{over}"


def _is_over(turn: Turn, one: Enquiries, finished: SpokenDay | None) -> bool:
    """Whether the usual time is over, by the day named or by the working days that the person has counted."""
    due = due_days(one, finished.last) if finished else []
    if any(day.day and day.day < turn.as_of.date() for day in due):
        return True
    limits = [way.within_working_days for way in one.ways if way.within_working_days]
    waited = _WAITED.search(turn.text)
    if waited is None or not _LATE.search(turn.text) or not limits:
        return False
    number = waited.group(1)
    return (int(number) if number.isdigit() else chinese_number(number)) >= min(limits)


def _due_data(found: list[Enquiries], finished: SpokenDay | None) -> list[dict[str, object]]:
    if finished is None:
        return []
    return [
        {"notice_id": one.notice_id, "finished_on": finished.last.isoformat(), **due.model_dump(mode="json")}
        for one in found
        for due in due_days(one, finished.last)
    ]
