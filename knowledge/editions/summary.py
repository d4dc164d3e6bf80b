"""What changes from one edition to the next, for the person who has to say yes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, time

from pydantic import BaseModel

from knowledge.editions.models import Change
from knowledge.facts import FeeFact, NoticeFacts
from knowledge.library import Holding, Library
from knowledge.models import LEVEL_NAMES, NoticeStatus
from knowledge.validity import SHANGHAI, now
from knowledge.verification.problem import label

KIND_NAMES: dict[str, str] = {
    "fees": "收费",
    "contacts": "联系方式",
    "catalogue": "目录",
    "conditions": "申报条件",
    "windows": "申报与评价时间",
    "postponements": "顺延",
    "tickets": "准考证",
    "applications": "申报方式",
    "payments": "缴费",
    "refunds": "退费",
    "enquiries": "查询",
    "certificates": "证书",
    "retakes": "补考",
    "discipline": "纪律",
    "subsidies": "补贴",
    "training": "培训",
    "paths": "证书途径",
    "quotas": "名额",
    "rules": "规定段落",
    "not_stated": "未写明",
    "as_text": "按原文答复",
    "text_only": "只有原文",
    "differences": "不一致",
}
STATUS_NAMES: dict[NoticeStatus, str] = {
    "current": "现行",
    "upcoming": "尚未生效",
    "past_year": "往年",
    "superseded": "已被取代",
}
_ACTIONS = {"added": "新增", "replaced": "替换", "withdrawn": "撤回"}
# Passages and declarations are counted; what an applicant would be told is listed.
_COUNTED = ("rules", "not_stated", "as_text", "text_only", "differences")
_IN_LABEL = {"sources", "organisation", "occupation", "level"}
_VALUE_LENGTH = 200


def kind_name(kind: str) -> str:
    """What an operator calls a kind of fact."""
    return KIND_NAMES.get(kind, kind)


def changes_between(before: Library | None, after: Library) -> tuple[Change, ...]:
    """Which notices were added, replaced by another text or other facts, and withdrawn."""
    old, new = _by_id(before), _by_id(after)
    found = [
        Change(action="replaced" if one in old else "added", notice_id=one, title=new[one].notice.front.title)
        for one in new
        if one not in old or _content(old[one]) != _content(new[one])
    ]
    gone = [Change(action="withdrawn", notice_id=o, title=old[o].notice.front.title) for o in old if o not in new]
    return (*found, *gone)


def summary_lines(before: Library | None, after: Library, changes: Sequence[Change]) -> tuple[str, ...]:
    """The changes in Chinese, one thing a line: notices, numbers of clauses and facts, facts, statuses."""
    lines: list[str] = []
    old, new = _by_id(before), _by_id(after)
    for one in changes:
        lines.append(f"{_ACTIONS[one.action]}通知 {one.notice_id}《{one.title}》")
        lines += [f"  {line}" for line in _of_notice(old.get(one.notice_id), new.get(one.notice_id))]
    if before is not None:
        lines += _statuses(before, after, changes)
    return tuple(lines)


def _by_id(library: Library | None) -> dict[str, Holding]:
    return {one.notice.id: one for one in library.holdings} if library else {}


def _content(holding: Holding) -> tuple[object, ...]:
    return (holding.notice, holding.facts)


def _of_notice(old: Holding | None, new: Holding | None) -> Iterator[str]:
    if new is None:
        return
    front = new.notice.front
    yield f"{front.issuer}，{front.year} 年，{front.in_force_from} 至 {front.in_force_until} 有效"
    yield f"条款：{_count(len(old.notice.clauses) if old else None, len(new.notice.clauses))}"
    for kind in NoticeFacts.model_fields:
        was, is_now = _facts(old, kind), _facts(new, kind)
        if was or is_now:
            yield f"{kind_name(kind)}：{_count(len(was) if old else None, len(is_now))}"
        if kind == "fees" or (kind not in _COUNTED and old is not None):  # of a new notice the prices only
            yield from (f"  － {told}" for told in was if told not in is_now)
            yield from (f"  ＋ {told}" for told in is_now if told not in was)


def _count(before: int | None, after: int) -> str:
    return f"{after}" if before is None or before == after else f"{after}（原 {before}）"


def _facts(holding: Holding | None, kind: str) -> list[str]:
    return [_told(one) for one in getattr(holding.facts, kind)] if holding else []


def _told(fact: BaseModel) -> str:
    if isinstance(fact, FeeFact):
        parts = "、".join(f"{one.name}{one.amount:g}元" for one in fact.components)
        total = f"，合计{fact.total:g}元" if fact.total is not None else ""
        again = "、".join(f"{one.name}{one.amount:g}元" for one in fact.retake.components) or "没有写明"
        return f"{fact.occupation}{LEVEL_NAMES[fact.level]}：{parts}{total}；补考：{again}"
    values = _value(fact.model_dump(mode="json", exclude=_IN_LABEL, exclude_none=True))
    return f"{label(fact)}：{values[:_VALUE_LENGTH]}{'…' if len(values) > _VALUE_LENGTH else ''}"


def _value(value: object) -> str:
    if isinstance(value, dict):
        return "，".join(f"{key} {_value(one)}" for key, one in value.items() if one not in ([], {}))
    if isinstance(value, list):
        return "、".join(f"（{_value(one)}）" if isinstance(one, dict) else _value(one) for one in value)
    return f"{value:g}" if isinstance(value, float) else str(value)


def _statuses(before: Library, after: Library, changes: Sequence[Change]) -> Iterator[str]:
    """Which other notices are worth something else from the first day of a changed one on, or from today."""
    new = _by_id(after)
    days = {new[one.notice_id].notice.front.in_force_from for one in changes if one.notice_id in new}
    touched = {one.notice_id for one in changes}
    moment = max([now(), *(datetime.combine(day, time(), SHANGHAI) for day in days)])
    for holding in before.holdings:
        front = holding.notice.front
        if front.id in new and front.id not in touched:
            was, will_be = before.status(front, moment), after.status(front, moment)
            if was != will_be:
                names = f"{STATUS_NAMES[was]} → {STATUS_NAMES[will_be]}"
                yield f"{moment:%Y-%m-%d} 起 {front.id}《{front.title}》：{names}"
