"""The clauses of a message put together again to its questions."""

from __future__ import annotations

import re

from bot.actions.answers.claims.words import claims
from bot.actions.names.examinations import affair_asked
from bot.actions.names.places import place_asked
from bot.actions.names.studies import is_studied
from bot.actions.several.clauses import SUBJECTS, Clause, Naming
from bot.actions.several.offered import offers_answer, wonders
from bot.actions.several.question import Question, is_added, is_silent_beside, names_later
from bot.actions.several.told import is_closing, puts_forward, wants_reply
from bot.actions.several.words import (
    asked_for,
    asks,
    differ,
    is_doubt,
    is_heard,
    is_interrogative,
    is_unwanted,
    is_wish,
)

_OPENING = 8  # characters up to which a question for nothing known may be a mere opening
_HERE = re.compile(r"上海|本市|[我你]们这")
_MEANT = re.compile(r"(?:问|说|指|考|报)的(?:就?是)")
_COMPARES = re.compile(r"^(?:和|跟|与|比|还是|哪)|更|相比|也(?:是|要|一样)")
_REFERS = re.compile(
    r"^(?:能不能|可不可以|可以|能)?[拿用凭靠][它这]"
)  # 拿它报三级可以吗 is about what the question before names
_GOES_ON = re.compile(
    r"[那它这会还]|是|要是|如果|具体|有没有|能不能|为什么|怎么"
)  # 会禁考吗, 是真的吗 asks about the same
_NAMELY = re.compile(r"^(?:我(?:这边|这里)?|我?(?:说|问|指|考|报)的)?(?:就?是)")
_MOST_BESIDE = 1  # character beside a name that is only named
_OF_THE_SAME = frozenset(["grade"])  # 能送证书吗，送哪一档
_INSISTS = re.compile(r"(?:那|所以)*(?:到底|究竟)")
_PARTICLES = "的呢啊呀吧哦, "


class Grouping:
    """Puts clauses together again so that each piece asks something; a story goes with the question after it."""

    def __init__(self, naming: Naming) -> None:
        self._naming = naming
        self._done: list[Question] = []
        self._waiting: list[str] = []  # clauses that ask nothing
        self._questioned = False  # one of them by its question mark
        self._story = 0  # how many of them stand before 另外
        self._story_asked = False  # so, before 顺便问下
        self.dropped = False  # whether what is not wanted was left out
        self._announced = False  # that something else follows
        self._also = False  # so, or by a mere 然后

    def add(self, clause: Clause) -> None:
        """Take the next clause."""
        new = self._read(clause.text)
        if is_unwanted(clause.text) and not new.names:
            self.dropped = True
            return
        if clause.paused and (clause.is_announced or (clause.kind == "also" and self._is_put_forward(new))):
            self._close(clause)
        self._announced |= clause.is_announced
        self._also |= clause.is_announced or clause.kind == "also"
        goes_on = self._goes_back(new) or self._is_of_name_before(new)
        if self._tells_subject(new) or self._is_doubted(clause) or goes_on:
            return
        if not asks(clause.text) and not (clause.questioned and (self._told(new).subjects or new.kinds)):
            self._waiting.append(clause.text)
            self._questioned |= clause.questioned
        elif self._done and not self._waiting and (self._goes_with(new) or not self._is_another(new, clause)):
            last = self._done[-1]
            self._done[-1] = Question(f"{last.text},{new.text}", last.kinds | new.kinds, last.names | new.names)
            self._announced = self._also = False
        elif not new.kinds and _HERE.search(new.text) and self._done and self._done[-1].outside:
            self._finish(self._here(self._done[-1].text))
        else:
            self._finish_told(new)

    def finished(self) -> list[str]:
        """The questions. What is told after the last belongs to it, but after 另外 it is one if it names a subject."""
        if self._done and self._waiting and all(map(is_closing, self._waiting)):
            self.dropped = True
            self._forget_waiting()
        self._tell_last(self._read(",".join(self._waiting)))
        return [one.text for one in self._done]

    def _tell_last(self, told: Question) -> None:
        """What is told after a question belongs to it, or to all where they name no subject."""
        named = self._also and told.subjects and self._named()
        if self._done and (named or (self._announced and (self._questioned or puts_forward(told.text)))):
            self._finish(told.text)
        elif self._done and told.subjects and not self._named():
            self._belongs_to_all(told)
        elif told.text:
            self._done[-1:] = [self._read(",".join([one.text for one in self._done[-1:]] + [told.text]))]
            self._forget_waiting()

    def _is_put_forward(self, new: Question) -> bool:
        """Whether what was told before a mere 然后 wants an answer, or says something of a subject before another."""
        told = self._read(",".join(self._waiting))
        if wants_reply(told.text):
            return True
        both = bool(told.subjects and new.subjects)
        return both and (puts_forward(told.text) or (claims(told.text) and bool(new.subjects - told.subjects)))

    def _close(self, clause: Clause) -> None:
        """What is told before 另外 belongs to the question before it; where there is none, it may be one, or a story."""
        told = self._read(",".join(self._waiting))
        said = puts_forward(told.text) or wants_reply(told.text) or (told.subjects and claims(told.text))
        if self._done:
            self._tell_last(told)
        elif self._questioned or said:
            self._finish(told.text)
        else:
            self._story, self._story_asked = len(self._waiting), clause.kind == "asked"

    def _is_doubted(self, clause: Clause) -> bool:
        """Whether 是真的吗 asks about what was told; it is the end of that question."""
        if not is_doubt(clause.text):
            return False
        whom = "谁" in clause.text  # 有人说四年有人说不用等，到底听谁的: what was asked before
        if self._done and (whom or not self._waiting or (not self._also and puts_forward(self._done[-1].text))):
            self._done[-1] = self._read(",".join([self._done[-1].text, *self._waiting, clause.text]))
            self._forget_waiting()
        elif self._waiting:
            self._finish(",".join([*self._waiting, clause.text]))
        else:
            return False
        return True

    def _goes_back(self, new: Question) -> bool:
        """Whether what asks for nothing by itself is about what was asked before, whatever is told between.

        到底是几号 insists on it; 都说二十个工作日出成绩 was only heard, and what is told then is held against it.
        """
        if not self._done or self._announced or new.kinds or new.names or not is_interrogative(new.text):
            return False
        last = self._done[-1]
        told = self._told(new)
        heard = not is_interrogative(last.text) and is_heard(last.text) and not last.names and not told.kinds
        if not (heard or (_INSISTS.match(new.text) and not told.names)):
            return False
        self._done[-1] = self._read(f"{last.text},{told.text}")
        self._also = False
        self._forget_waiting()
        return True

    def _finish_told(self, new: Question) -> None:
        """A question ends. A story before 另外 is one of its own where it is about another subject."""
        before = self._read(",".join(self._waiting[: self._story]))
        after = self._read(",".join([*self._waiting[self._story :], new.text]))
        if self._differ(before, after):
            self._finish(before.text)
            self._finish(after.text)
        else:
            self._finish(self._told(new).text)

    def _differ(self, before: Question, after: Question) -> bool:
        """Whether both name subjects, of one sort (of any, where the first was to be asked about), and not the same."""
        if not after.subjects or self._is_mere_name(before.text):
            return False
        any_sort = self._story_asked or is_wish(before.text)
        sorts = {sort for sort, _ in after.subjects}
        return any(any_sort or sort in sorts for sort, _ in before.subjects - after.subjects)

    def _tells_subject(self, new: Question) -> bool:
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
        return not self._beside_names(text)

    def _beside_names(self, text: str) -> str:
        """What is left of the text without its names, and without words that only introduce them."""
        for one in sorted(self._naming(text), key=lambda entity: -int(entity["start"])):
            text = text[: one["start"]] + text[one["end"] :]
        return _NAMELY.sub("", text).strip(_PARTICLES)

    def _is_another(self, new: Question, clause: Clause) -> bool:
        """Whether a clause that asks is a question of its own after the last one."""
        last = self._done[-1]
        names = self._names_first(last, new) or self._is_of_elsewhere(last, new) or names_later(last, new)
        if not self._announced and names:
            return False
        if self._announced or clause.kind == "within" or differ(last.kinds, new.kinds):
            return True
        if is_silent_beside(last, new):
            return True
        if _REFERS.match(new.text):
            return False
        if self._also and is_added(last, new):
            return True
        if (
            self._asks_whole(last.text)
            and new.kinds - _OF_THE_SAME
            and is_interrogative(new.text)
            and not last.kinds
        ):
            return True
        if clause.kind == "sentence" and not (last.kinds or new.kinds) and self._asks_whole(last.text):
            return self._asks_whole(new.text) and not _GOES_ON.match(new.text)
        if last.outside != new.outside and (new.outside or new.subjects or _HERE.search(new.text)):
            return True
        if not new.subjects or _COMPARES.search(new.text):
            return False
        of_another = bool(last.subjects and new.subjects - last.subjects)
        named_again = is_interrogative(new.text) and (bool(last.subjects) or clause.kind == "sentence")
        return of_another or named_again

    def _is_of_elsewhere(self, last: Question, new: Question) -> bool:
        """Whether what names nobody follows a question about another place or office, and is about that too."""
        if new.names or _HERE.search(new.text):
            return False
        named = self._naming(last.text)
        elsewhere = last.outside and place_asked(last.text, named) is not None
        return bool(elsewhere or affair_asked(last.text, named))

    def _goes_with(self, new: Question) -> bool:
        """Whether it only offers an answer to the last question, or that one only wondered before it."""
        if self._announced:
            return False
        last = self._done[-1]
        named = [(one["start"], one["end"]) for one in self._naming(new.text) if one["entity"] in SUBJECTS]
        return (not last.names and wonders(last.text)) or offers_answer(last.text, new.text, named)

    def _names_first(self, last: Question, new: Question) -> bool:
        """Whether 按摩师呢 only names what the next clause asks about (按摩师呢，可以考二级吗)."""
        if not last.text.endswith("呢") or not last.subjects or not new.subjects <= last.subjects:
            return False
        return len(self._beside_names(last.text.rsplit(",", 1)[-1])) <= _MOST_BESIDE  # 按摩师傅呢

    def _is_of_name_before(self, new: Question) -> bool:
        """Whether 推介官呢 named what is asked after some words on the person (推介官呢，他在念大学，能参加吗)."""
        told = self._told(new)
        asked = bool(self._done and self._waiting) and not self._also and asks(new.text)
        if not asked or not self._names_first(self._done[-1], told):
            return False
        last = self._done[-1]
        self._done[-1] = self._read(f"{last.text},{told.text}")
        self._forget_waiting()
        return True

    def _asks_whole(self, text: str) -> bool:
        """Whether a question for none of the known kinds is one of its own (这个证有用吗), not a mere opening (能帮我看下吗)."""
        return len(text) >= _OPENING and is_interrogative(text) and not is_wish(text)

    def _finish(self, text: str) -> None:
        self._done.append(self._read(text))
        self._announced = self._also = False
        self._forget_waiting()

    def _forget_waiting(self) -> None:
        self._waiting, self._questioned, self._story, self._story_asked = [], False, 0, False

    def _belongs_to_all(self, told: Question) -> None:
        self._done[0] = self._read(f"{told.text},{self._done[0].text}")
        self._forget_waiting()

    def _named(self) -> bool:
        return any(one.subjects for one in self._done)

    def _told(self, new: Question) -> Question:
        return self._read(",".join([*self._waiting, new.text]))

    def _read(self, text: str) -> Question:
        named = [one for one in self._naming(text) if not is_studied(text, text[one["start"] : one["end"]])]
        names = frozenset((str(one["entity"]), str(one["value"])) for one in named)
        return Question(text, asked_for(text), names)
