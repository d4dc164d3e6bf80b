"""What the examination consists of, by words that leave no doubt: 考哪两门, 是上机吗."""

from __future__ import annotations

import re

from bot.actions.turn import INFORM, Turn

FORM = "ask_exam_form"
_TAKEN_FOR = (
    INFORM,
    "search",
    "out_of_scope",
    "capabilities",
    "ask_exam_date",
    "ask_application_window",
    "ask_catalogue",
)
_PAPERS = re.compile(
    r"考(?:的是)?(?:哪|几|什么|啥)(?:几|两|些|个)?(?:门|科目?|部分|样|块|项(?!目))|(?:有|分)(?:哪|几)(?:几|两)?(?:门|科(?!学)|部分|样|块)"
)
_OF_WHAT = re.compile(
    r"考(?:的是|些)?(?:什么|啥|哪些)(?:东西)?[啊呀呢的?？]*$"
)  # 能考什么 asks for a list, and never comes here
_MACHINE = re.compile(
    r"是?(?:上机|机考|笔试|电脑上?考|纸笔)(?:考试?)?(?:吗|么|伐|还是|的|呢|[?？]|$)|电脑(?:前|上)(?:面)?[^，。]{0,2}[考答做写]|(?:拿|用)(?:纸)?笔[^，。]{0,2}[写答考做]|手写"
)
_OTHERWISE = re.compile(r"补考|没过|挂|多少|费|钱|成绩|有效|报名|准考证|时间|什么时候|哪天|几号")


def follow_up(turn: Turn, topic: str) -> str | None:
    """The papers and how they are sat, of whoever is talked about or named."""
    known = turn.memory.organisation or turn.memory.occupation
    known = known or turn.mentioned.organisation or turn.mentioned.occupation
    asks = known and (_PAPERS.search(turn.text) or _MACHINE.search(turn.text)) and not _OTHERWISE.search(turn.text)
    return FORM if topic in _TAKEN_FOR and asks else None


def is_told(text: str, said: str) -> bool:
    """Whether the passages that a notice has on it tell what the question asks, in other words."""
    papers = (_PAPERS.search(text) or _OF_WHAT.search(text)) and "理论知识" in said and "操作技能" in said
    return bool(papers) or (_MACHINE.search(text) is not None and "机考" in said)
