"""What a message names in passing, in the part of it that only tells: an employer, a school, a year of one's life."""

from __future__ import annotations

import re

from bot.actions.clause_marks import BREAK
from bot.actions.several.words import asks, is_interrogative

# Where somebody works or worked, studies or studied; what one heard there is told, too.
_OF_A_LIFE = re.compile(
    r"毕业|专业|系|硕士|博士|本科|专科|大专|研究生|[读念]|[进入离辞]|跳槽|被?裁|上班|工作|打工|[做干当待混]|员工|职工|老板|实习|外包|派遣"
)
# A clause that asks about what was named before it: 他们能考四级吗.
_REFERS = re.compile(r"他们|她们|它们?|那[里儿边家]|这[里儿边家]|贵")
# A year in which something was done, since which it is done, or of a paper that one has.
_THEN = re.compile(
    r"我|自己|本人|手[里上头]|[他她伊]|到现在|至今|到今天|一直|以来|之?[后前]|起|注册|成立|开(?:了|的|始|张)|办(?:了|的)|[老旧]|证|本子|红本|[发拿考取领进来转入做干]|毕业|出生"
)


# 去年在交大考过四级: what was taken there then; of a paper that failed, or is to be had again, it is asked on.
_TAKEN = re.compile(r"(?:考|拿|领|报|评)(?:到|出来?|下来)?(?:过|了|的|出)|通过|(?:颁)?发的")
_OF_THAT = re.compile(r"补|没过|未过|不合格|不及格|没通过|挂|成绩|丢|遗失|领|查|怎么不|退")
_NEXT = re.compile(
    r"(?:考|报|升|上)(?:个|到)?[^，。,]{0,6}(?:[一二三四五1-5]级|技师)|[一二三四五1-5]级[^，。,]{0,6}[考报]"
)


def is_told_of_a_paper(text: str, name: str) -> bool:
    """Whether an organisation is only where a lower certificate was taken, in a message that asks for the next one."""
    clauses = [one for one in BREAK.split(text) if one]
    naming = [one for one in clauses if name in one]
    asked = [one for one in clauses if name not in one and _inquires(one)]
    told = all(_TAKEN.search(one) and not _inquires(one) for one in naming)
    if not (naming and asked) or not told or _OF_THAT.search(text):
        return False
    return any(_NEXT.search(one) for one in asked) and not any(_REFERS.search(one) for one in asked)


def is_told_of_a_life(text: str, name: str) -> bool:
    """Whether a body is only where somebody works or studies, in a message that asks for something else."""
    clauses = [one for one in BREAK.split(text) if one]
    naming = [one for one in clauses if name in one]
    others = [one for one in clauses if name not in one]
    told = all(_OF_A_LIFE.search(one.replace(name, "")) and not _inquires(one) for one in naming)
    asked = [one for one in others if _inquires(one)]
    return bool(naming and asked) and told and not any(_REFERS.search(one) for one in asked)


def is_year_of_a_life(text: str, year: int) -> bool:
    """Whether a year stands only where the message tells what was done then, and asks nothing."""
    naming = [one for one in BREAK.split(text) if str(year) in one]
    return bool(naming) and all(_THEN.search(one) and not _inquires(one) for one in naming)


def _inquires(clause: str) -> bool:
    return is_interrogative(clause) or asks(clause)
