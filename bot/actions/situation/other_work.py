"""How long the person worked at something else: 当了8年通信兵, 做过三年销售, 前两年是行政前台."""

from __future__ import annotations

import re

from bot.actions.situation.heard import TERM, Heard
from bot.actions.situation.model import OtherWork
from bot.actions.situation.work_words import FIELD, OTHER_JOB

_TERM = re.compile(TERM)
_ASKED = re.compile(r"能不能|可不可以|算不算|是不是|算进|计入|[吗么伐]$|够不够|能算|可以算")


def read_other_work(heard: Heard) -> OtherWork | None:
    """The one other job whose length is told; None where there is none, or more than one."""
    found: list[OtherWork] = []
    for clause in heard.clauses:
        job = None if clause.supposed else OTHER_JOB.search(clause.marked)
        lengths = list(_TERM.finditer(clause.marked))
        if job is None or len(lengths) != 1 or _ASKED.search(clause.text):
            continue
        first, last = min(job.start(), lengths[0].start()), max(job.end(), lengths[0].end())
        months = heard.terms.get(clause.start + lengths[0].start())
        if months is None or re.search(FIELD, clause.marked[first:last]):
            continue
        found.append(OtherWork(said=clause.text, months=months))
    return found[0] if len(found) == 1 else None
