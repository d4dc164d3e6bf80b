"""What every verdict has to be read with: the annex's footnotes, the least education, whose rules these are."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from knowledge.eligibility.rules import Rules
from knowledge.library import Library
from knowledge.models import Citation, Source, Strict

_EDUCATION = (
    "另外还要符合职业标准规定的最低学历（“普通受教育程度”），通知没有写明具体是什么学历，请以该职业的标准为准。"
)
_OTHERS = "您问的职业或机构没有自己的、正在执行的通知，这里按收录的其他通知所附的国家统一条件判断。"
_NOT_IN_FORCE = "这些条件出自{year}年的通知，不是正在执行的；正在执行的还没有收录，以新通知为准。"
_DECIDES = "最终由评价机构按您提交的材料审核。"


class Note(Strict):
    """A remark in plain Chinese, or a footnote of the notice in its own words."""

    kind: Literal["remark", "footnote"]
    text: str
    citations: list[Citation]


def notes(library: Library, rules: Rules, as_of: datetime) -> tuple[Note, ...]:
    """The notes in the order in which a reader needs them."""
    found = [Note(kind="remark", text=_DECIDES, citations=[])]
    title = [library.cite_title(rules.notice_id, as_of)]
    if not rules.own:
        found.append(Note(kind="remark", text=_OTHERS, citations=title))
    if rules.status != "current":
        found.append(
            Note(kind="remark", text=_NOT_IN_FORCE.format(year=rules.holding.notice.front.year), citations=title)
        )
    if source := rules.least_education:
        found.append(
            Note(kind="remark", text=_EDUCATION, citations=library.cite_all(rules.notice_id, (source,), as_of))
        )
    found += [
        Note(
            kind="footnote",
            text=text,
            citations=[library.cite(rules.notice_id, Source(clause=clause, quote=text), as_of)],
        )
        for clause, text in _footnotes(rules)
    ]
    return tuple(found)


def _footnotes(rules: Rules) -> list[tuple[str, str]]:
    """Each footnote of the conditions and of the headings above them, with the clause that bears its mark."""
    notice = rules.holding.notice
    paths = dict.fromkeys(
        path
        for fact in rules.holding.facts.conditions
        if fact.level is not None
        for path in _with_ancestors(rules, fact.sources[0].clause)
    )
    marked = [(path, mark) for path in paths for line in notice.clauses[path].lines for mark in line.footnotes]
    return [(path, notice.footnotes[mark]) for path, mark in sorted(marked, key=lambda one: _order(rules, one[1]))]


def _with_ancestors(rules: Rules, path: str) -> list[str]:
    clause = rules.holding.notice.clauses[path]
    return [*(_with_ancestors(rules, clause.parent) if clause.parent else []), path]


def _order(rules: Rules, mark: str) -> int:
    return list(rules.holding.notice.footnotes).index(mark)
