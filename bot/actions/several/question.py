"""A question of a message as it grows, and what of another clause makes it one beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.actions.answers.claims.words import claims
from bot.actions.answers.silent.matters import is_unstated
from bot.actions.several.clauses import OUTSIDE, SUBJECTS
from bot.actions.several.words import is_interrogative, tells_story

_OF_THE_CASE = re.compile(r"(?:能|可以|够)[^,]{0,4}[考报]|算不算|对口|对不对口|够不够|够格|符合|条件")
# What is held against a price (不是说打八折么, 怎么不打折) is no question of its own.
_RUMOURED = re.compile(r"不是(?:说|问|讲)|不都说|怎么(?:不|没)|听说|据说|有人说|群里")
_OF_ITSELF = frozenset(
    ("eligibility", "pay", "phone", "supervision", "website")
)  # said in passing as often as asked: 隔多久, 注册账号
# 是终身吗, after 终身禁考, asks once more for the same.
_AGAIN = re.compile(r"(?:那|这|真的?|到底)*(?:就|会)?是([^,是]{1,6}?)(?:的)?(?:吗|么|伐|吧|嘛|是不是|对吗|对吧)")


@dataclass(frozen=True)
class Question:
    """A question as it grows: what it asks for, and what it names."""

    text: str
    kinds: frozenset[str]
    names: frozenset[tuple[str, str]] = field(default_factory=frozenset)

    @property
    def subjects(self) -> set[tuple[str, str]]:
        """Occupations and organisations."""
        return {one for one in self.names if one[0] in SUBJECTS}

    @property
    def outside(self) -> set[tuple[str, str]]:
        """Other examinations, other places."""
        return {one for one in self.names if one[0] in OUTSIDE}


def is_added(last: Question, new: Question) -> bool:
    """Whether a clause that says also asks one more thing: 四级呢，还有三级呢; 另外中式面点师考几级."""
    if new.text.endswith("呢") and last.text.endswith("呢"):
        return True
    named = (is_interrogative(new.text) or claims(new.text)) and new.names
    return bool(named or (new.kinds and not last.kinds))


def names_later(last: Question, new: Question) -> bool:
    """Whether one question names its subject late: 按规程我能报二级吧？我想找行业协会考，今年行不行."""
    alike = not last.subjects and bool(new.subjects) and last.kinds | new.kinds <= {"eligibility"}
    return alike and _OF_THE_CASE.search(last.text) is not None and tells_story(last.text)


def is_silent_beside(last: Question, new: Question) -> bool:
    """Whether one of them asks what no notice ever states (能打折吗) and the other what may be stated (总价多少)."""
    message = f"{last.text},{new.text}"
    if (again := _AGAIN.fullmatch(new.text)) and again[1] in last.text:
        return False  # 查到就终身禁考,是终身吗
    silent = [is_unstated(one.text, message) for one in (last, new)]
    stated = new if silent[0] else last
    rumoured = _RUMOURED.search(stated.text) or _RUMOURED.search(new.text)
    return silent[0] != silent[1] and not rumoured and bool(stated.kinds - _OF_ITSELF)
