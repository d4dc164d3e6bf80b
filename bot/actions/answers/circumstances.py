"""Circumstances that people think a condition might look at, and that the notice's conditions do not speak of."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.actions.answers.said_by_some import Sort
from bot.actions.answers.silent_matters import personal_matters
from bot.actions.desk import Desk
from bot.actions.turn import Turn
from bot.actions.wording import joined
from knowledge.eligibility.rules import Rules
from knowledge.models import Citation

_CIRCUMSTANCES = (
    Sort(
        "户籍或居住证的要求",
        re.compile(r"户口|户籍|沪籍|居住证|居转户|外地人|外地的?(?:身份证|来)|外来(?:人员|务工)|新上海人"),
        re.compile(r"户籍|户口|居住证"),
    ),
    Sort(
        "实习、兼职或外包的时间算不算从业年限",
        re.compile(
            r"(?:实习|见习|兼职|外包|派遣|试用期|自由职业)[^。？?]{0,10}(?<!计)算|(?<!计)算[^，。]{0,6}(?:实习|见习|兼职|外包)"
        ),
        re.compile(r"实习|兼职|外包|派遣"),
    ),
    Sort(
        "年龄上限",
        re.compile(
            r"(?:年龄|岁数|年纪)(?:有没有|有|没有|的)*(?:上限|限制|封顶)|上限|超龄|(?:年纪|岁数|年龄)(?:太|是不是|会不会|有点|都)*大|(?:多大|几岁|多少岁)(?:以上|以后|就|还|为止)*(?:不能|不让|不可以|封顶)|退休"
        ),
        re.compile(r"周岁(?:以下|及以下)|不(?:超过|满)\d+周岁|年龄上限|退休"),
    ),
)


def line_on_circumstances(desk: Desk, turn: Turn, read: Rules) -> tuple[str, tuple[Citation, ...]]:
    """That the notice says nothing of what the person fears may matter, and the age that it does ask for."""
    labels = [one.label for one in _CIRCUMSTANCES if one.asked.search(turn.text) and not _is_stated(read, one)]
    labels += [one.label for one in personal_matters(desk, turn.text)]
    if not labels:
        return "", ()
    age = read.age_source if "年龄上限" in labels else None
    only = f"年龄只写了年满{read.least_age}周岁；" if age else ""
    citations: Iterable[Citation] = desk.library.cite_all(read.notice_id, (age,), turn.as_of) if age else ()
    return f"{only}通知的申报条件没有写{joined(labels)}，有疑问请问评价机构。", tuple(citations)


def _is_stated(read: Rules, one: Sort) -> bool:
    lines = (line.text for clause in read.holding.notice.clauses.values() for line in clause.lines)
    return any(one.stated.search(line) for line in lines)
