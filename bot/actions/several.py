"""Several questions in one message: 三级多少钱？在哪报名？几号考？ is asked as three, each in the person's own words.

A message is cut only where both sides ask, and ask for different things or say that another question follows (另外,
顺便问下): what belongs to one question (a story before it, a second sentence that explains it) stays with it. Subjects
carry over from one question to the next as between turns; one that is named after all questions goes with the first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.actions.several_clauses import OUTSIDE, SUBJECTS, Clause, Naming, adjacent, clauses
from bot.actions.several_lists import listed, of_all
from bot.actions.several_words import asked_for, asks, differ, is_interrogative, is_unwanted, is_wish

MOST = 6
_OPENING = 8  # characters up to which a question for nothing known may be a mere opening

_HERE = re.compile(r"上海|本市|[我你]们这")
_MEANT = re.compile(r"(?:问|说|指|考|报)的(?:就?是)")
_COMPARES = re.compile(r"^(?:和|跟|与|比|还是|哪)|更|相比|也(?:是|要|一样)")
_BRACKETED = re.compile(r"[（(](?P<name>[^（）()]{2,20})[)）][。.？?！!\s]*$")
_TAKEN_BACK = re.compile(
    r"(?:[,;。!?\s]*(?:啊|哦|噢|呃|嗯|哎呀?|那个)*(?:(?<!对)不对(?!口|应)|不是(?=[,\s]|是|不是|我|[说写打讲问]错)|我?[说写打讲问记]错了?|错了|更正一?下))+"
    r"[,!。\s]*(?:啊|哦|噢|呃)*(?:应该|其实|我|要|想|问|说)*(?:的)?(?:应该|就)?是?(?:的是)?"
)
_NAMELY = re.compile(r"^(?:我(?:这边|这里)?|我?(?:说|问|指|考|报)的)?(?:就?是)")
_PARTICLES = "的呢啊呀吧哦, "


@dataclass(frozen=True)
class _Question:
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


def questions_in(text: str, naming: Naming = lambda _: ()) -> list[str]:
    """The questions of a normalised message in order, at least one; a message that asks one thing comes back whole.

    At most `MOST` come back: the rest stays with the last.
    """
    asked = _with_name_first(_corrected(text, naming), naming)
    grouping = _Grouping(naming)
    for clause in clauses(asked, naming):
        grouping.add(clause)
    found = [one for piece in of_all(grouping.finished(), naming) for one in listed(piece, naming)]
    if len(found) <= 1:
        return found if found and grouping.dropped else [asked]
    return [*found[: MOST - 1], ",".join(found[MOST - 1 :])] if len(found) > MOST else found


def _with_name_first(text: str, naming: Naming) -> str:
    """是每月几号考？固定吗（技师协会）: a name in brackets after all questions is of all of them."""
    match = _BRACKETED.search(text)
    if match is None:
        return text
    named = [one for one in naming(match["name"]) if one["entity"] in SUBJECTS]
    whole = any(one["start"] == 0 and one["end"] == len(match["name"]) for one in named)
    before = text[: match.start()]
    return f"{match['name']},{before}" if whole and before else text


def _corrected(text: str, naming: Naming) -> str:
    """四级多少钱,不对,是三级 asks about 三级: what a question was about is replaced by what is said instead."""
    for match in _TAKEN_BACK.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        instead = [one for one in naming(after) if one["entity"] in (*SUBJECTS, "level")]
        if not asks(before) or not instead or instead[0]["start"] != 0:
            continue
        beside = adjacent(instead)
        length = max(one["end"] for one in beside)
        old = [one for one in naming(before) if one["entity"] in {new["entity"] for new in beside}]
        if not old:
            continue
        start, end = min(one["start"] for one in old), max(one["end"] for one in old)
        rest = after[length:] if after[length:].strip(_PARTICLES) else ""
        return _corrected(f"{before[:start]}{after[:length]}{before[end:]}{rest}", naming)
    return text


class _Grouping:
    """Puts clauses together again so that each piece asks something; a story goes with the question after it."""

    def __init__(self, naming: Naming) -> None:
        self._naming = naming
        self._done: list[_Question] = []
        self._waiting: list[str] = []
        self.dropped = False  # whether what is not wanted was left out
        self._announced = False  # that something else follows
        self._also = False  # so, or by a mere 然后

    def add(self, clause: Clause) -> None:
        """Take the next clause."""
        new = self._read(clause.text)
        if is_unwanted(clause.text) and not new.names:
            self.dropped = True
            return
        self._announced |= clause.is_announced
        self._also |= clause.is_announced or clause.kind == "also"
        if clause.kind == "asked" and self._waiting and self._was_asked(new):
            self._finish(",".join(self._waiting))
            self._announced = self._also = True
        if self._tells_subject(new):
            return
        if not asks(clause.text) and not (clause.questioned and self._told(new).subjects):
            self._waiting.append(clause.text)
        elif self._done and not self._waiting and not self._is_another(new, clause):
            last = self._done[-1]
            self._done[-1] = _Question(f"{last.text},{new.text}", last.kinds | new.kinds, last.names | new.names)
            self._announced = self._also = False
        elif not new.kinds and _HERE.search(new.text) and self._done and self._done[-1].outside:
            self._finish(self._here(self._done[-1].text))
        else:
            self._finish(self._told(new).text)

    def finished(self) -> list[str]:
        """The questions. What is told after the last belongs to it, but after 另外 it is one if it names a subject."""
        told = self._read(",".join(self._waiting))
        if self._done and told.subjects and self._also and self._named():
            self._finish(told.text)
        elif self._done and told.subjects and not self._named():
            self._belongs_to_all(told)
        elif told.text:
            self._done[-1:] = [self._read(",".join([one.text for one in self._done[-1:]] + [told.text]))]
        return [one.text for one in self._done]

    def _tells_subject(self, new: _Question) -> bool:
        """Whether 我问的是职业培训师, or the mere name, tells what was asked before without a subject; it is taken so."""
        if not self._done or self._waiting or not new.subjects or is_interrogative(new.text):
            return False
        if _MEANT.search(new.text) and not self._named():
            self._belongs_to_all(new)
            return True
        if not self._done[-1].subjects and self._is_mere_name(new.text):
            self._done[-1] = self._read(f"{self._done[-1].text},{new.text}")
            return True
        return False

    def _here(self, text: str) -> str:
        """南京的四级多少钱,上海的呢 asks the same of Shanghai."""
        places = [one for one in self._naming(text) if one["entity"] == "place"]
        return f"{text[: places[0]['start']]}上海{text[places[0]['end'] :]}" if places else text

    def _is_mere_name(self, text: str) -> bool:
        for one in sorted(self._naming(text), key=lambda entity: -int(entity["start"])):
            text = text[: one["start"]] + text[one["end"] :]
        return not _NAMELY.sub("", text).strip(_PARTICLES)

    def _is_another(self, new: _Question, clause: Clause) -> bool:
        """Whether a clause that asks is a question of its own after the last one."""
        last = self._done[-1]
        if self._announced or clause.kind == "within" or differ(last.kinds, new.kinds):
            return True
        if self._also and ((is_interrogative(new.text) and new.names) or (new.kinds and not last.kinds)):
            return True
        if self._asks_whole(last.text) and new.kinds and is_interrogative(new.text) and not last.kinds:
            return True
        if last.outside != new.outside and (new.outside or new.subjects or _HERE.search(new.text)):
            return True
        if not new.subjects or _COMPARES.search(new.text):
            return False
        of_another = bool(last.subjects and new.subjects - last.subjects)
        named_again = is_interrogative(new.text) and (bool(last.subjects) or clause.kind == "sentence")
        return of_another or named_again

    def _asks_whole(self, text: str) -> bool:
        """Whether a question for none of the known kinds is one of its own (这个证有用吗), not a mere opening (能帮我看下吗)."""
        return len(text) >= _OPENING and is_interrogative(text) and not is_wish(text)

    def _was_asked(self, new: _Question) -> bool:
        """Whether what waits is about something else than what is asked next, so that it was no mere story for it."""
        return bool(new.subjects) and bool(self._read(",".join(self._waiting)).subjects - new.subjects)

    def _finish(self, text: str) -> None:
        self._done.append(self._read(text))
        self._waiting, self._announced, self._also = [], False, False

    def _belongs_to_all(self, told: _Question) -> None:
        self._done[0] = self._read(f"{told.text},{self._done[0].text}")
        self._waiting = []

    def _named(self) -> bool:
        return any(one.subjects for one in self._done)

    def _told(self, new: _Question) -> _Question:
        return self._read(",".join([*self._waiting, new.text]))

    def _read(self, text: str) -> _Question:
        names = frozenset((str(one["entity"]), str(one["value"])) for one in self._naming(text))
        return _Question(text, asked_for(text), names)
