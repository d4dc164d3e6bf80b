"""Whether theory and skill are examined on one day: what each notice prints of it."""

from __future__ import annotations

import re

from bot.actions.answers.schedule.timetables import Timetable
from bot.actions.desk import Desk
from bot.actions.reply import Reply, single
from bot.actions.turn import Turn
from bot.actions.wording import unique
from knowledge.library import Holding
from knowledge.models import Citation, Source

_ASKS = re.compile(
    r"同一?天|(?<![哪这那几头])[一两二]天(?:内|里|就|能)?.{0,3}考|分(?:[两几二]|开)[^，。]{0,2}(?:天|次|场|趟|考)|[跑去来][两几二]趟|[一两二]趟"
    r"|(?:理论|笔试)[^，。]{0,10}(?:实操|操作|技能)[^，。]{0,10}(?:一起考|分开考|[一两]天|连着|挨着|隔)"
)
_PAPERS = re.compile(r"理论|操作|实操|技能|笔试|两门|两科|科目|考")
# Whether two levels, or two people, are on one day is another question.
_OF_SEVERAL = re.compile(r"[一二三四五1-5]级[^。]{0,8}[一二三四五1-5]级|月[^。]{0,8}月[报考]|[两俩2]个?人|我们俩")
_STATES = re.compile(r"理论[^；。]{0,12}(?:操作|技能)[^；。]{0,8}同一?天[^；。]{0,4}")


def asks_same_day(text: str) -> bool:
    """Whether it asks if the parts of an assessment are on one day."""
    return bool(_ASKS.search(text) and _PAPERS.search(text)) and not _OF_SEVERAL.search(text)


def answer_same_day(desk: Desk, turn: Turn, tables: list[Timetable]) -> Reply:
    """The notice's words, or that it has none and which days it prints."""
    lines: list[str] = []
    citations: list[Citation] = []
    stated = False
    for table in {one.first.notice_id: one for one in tables}.values():
        notice_id = table.first.notice_id
        source = _source(desk.library.holding(notice_id))
        if source:
            stated = True
            lines.append(f"按{table.named(turn.as_of)}：{source.quote}。")
            citations.append(desk.library.cite(notice_id, source, turn.as_of))
        else:
            days = "、".join(dict.fromkeys(one.assessment.text for one in table.heads))
            lines.append(
                f"{table.named(turn.as_of)}没有写明理论知识和操作技能是不是同一天考。写明的评价日期是{days}。"
            )
            citations += [quote for one in table.heads for quote in one.citations]
        citations.append(desk.library.cite_title(notice_id, turn.as_of))
    return single("answered" if stated else "not_stated", "\n".join(lines), citations=unique(citations))


def _source(holding: Holding) -> Source | None:
    for clause in holding.notice.clauses.values():
        for line in clause.lines:
            if match := _STATES.search(line.text):
                return Source(clause=clause.path, quote=match.group())
    return None
