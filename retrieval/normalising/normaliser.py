"""The steps of normalisation in their order. The same text always becomes the same; the original is the caller's to keep."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from knowledge.lexicon.lexicon import Lexicon
from retrieval.analysis import cut, is_word, normalise, word_likelihood
from retrieval.normalising.character_model import CharacterModel
from retrieval.normalising.dialect import standard
from retrieval.normalising.fillers import without_fillers, without_pictures
from retrieval.normalising.slips import Slip, Slips
from retrieval.normalising.typed import TypedPinyin
from retrieval.normalising.typos import Typos

_BREAK = re.compile(r"[。；;！!？?\n|]+")
# A number with its unit is right: 人力资源十二年 is no slip of 人力资源师.
_AMOUNT = re.compile(r"[一二两三四五六七八九十百几]+多?个?半?(?:年|月|岁|天|周|级|次|门|人)")
# Digits read out one by one: 六二零三七七一七. Shorter runs are levels or years.
_READ_OUT = re.compile(r"[零〇一二三四五六七八九幺]{6,}")
_DIGITS = str.maketrans("零〇一二三四五六七八九幺", "001234567891")
# 四级×2, 训练师x3个: so many people. 515*2 is none.
_TIMES = re.compile(r"(?<=[一-鿿])\s?[×✕xX*]\s?(?P<n>\d{1,2})(?![\d.室号])(?:个人|人|个|位|名)?")
_FOREIGN = 3  # characters from which another examination's name may be told behind a slip
_ASKING = 3  # characters from which a word of asking is long enough to be told behind a slip


@dataclass(frozen=True)
class Normalised:
    """The text to be understood, and which names and terms were read as others in it: (said, meant)."""

    text: str
    changes: tuple[tuple[str, str], ...] = ()


class Normaliser:
    """Puts messages into the words of one lexicon. Built once per edition.

    `texts`: what is written and said in the field. Without them only slips of its terms are found.
    """

    def __init__(self, lexicon: Lexicon, texts: Iterable[str] = ()) -> None:
        self._matcher = lexicon.matcher
        # Other places and examinations are no part of the field: 太远 is no slip of 太原.
        ours = (one for one in lexicon.aliases() if one.kind not in ("place", "examination"))
        names = list(dict.fromkeys(normalise(one.alias) for one in ours))
        terms = _terms()
        field, spoken = terms["field"], terms["spoken"]
        self._typed = TypedPinyin([*field, *names, *spoken])
        # A slip of another examination is answered as ours (四六籍没过可以补考吗) unless it is known for one.
        others = [normalise(one.alias) for one in lexicon.aliases() if one.kind == "examination"]
        foreign = [name for name in others if len(name) >= _FOREIGN]
        bare = [name for name in names if not name.endswith("证")]  # 养老护理员考 is no slip of 养老护理员证
        # What ends in 报 would cut 报名 in two.
        asking = [word for word in spoken if len(word) >= _ASKING and not word.endswith("报")]
        self._unsaid = frozenset([*asking, *terms["asking"]])
        right = frozenset(terms["right"])
        self._slips = Slips(
            [*field, *bare, *foreign, *asking, *terms["asking"]], cut, lambda text: text in right or is_word(text)
        )
        known = [*names, *field, *spoken, *terms["asking"]]
        learned = [line for text in texts for line in _BREAK.split(normalise(text)) if line]
        model = CharacterModel([*learned, *known])
        self._typos = Typos(model, cut, is_word, word_likelihood) if learned else None

    def normalise(self, text: str) -> Normalised:
        """Read a message as it was meant; never raises for a text, and never returns an empty one for one that is not."""
        shown = normalise(without_pictures(text)) or normalise(text)
        spoken = without_fillers(standard(_counted(_with_digits(shown))))
        written = self._written(spoken)
        changes = [(spoken, written)] if written != spoken else []
        slips = self._slips.find(written, self._right_in(written))
        changes += [(one.said, one.meant) for one in slips if one.meant not in self._unsaid]
        meant = _put_right(written, slips)
        if self._typos is not None:
            typos = self._typos.find(meant, self._right_in(meant))
            changes += [(one.said, one.meant) for one in typos if one.meant not in self._unsaid]
            meant = _put_right(meant, typos)
        return Normalised(meant, tuple(changes))

    def _right_in(self, text: str) -> list[tuple[int, int]]:
        """Where names and amounts stand: these are right."""
        names = [(one.start, one.end) for one in self._matcher.find(text)]
        return [*names, *(one.span() for one in _AMOUNT.finditer(text))]

    def _written(self, text: str) -> str:
        """Typed pinyin written out, but for the names that are written in Latin letters (HR, AI训练师)."""
        done, at = [], 0
        for one in self._matcher.find(text):
            done += [self._typed.written(text[at : one.start]), text[one.start : one.end]]
            at = one.end
        return "".join([*done, self._typed.written(text[at:])])


def _with_digits(text: str) -> str:
    """Numbers read out written in digits; a registration number's letter stands before them."""
    return re.sub(r"(?<![a-z])s (?=\d{12})", "s", _READ_OUT.sub(lambda run: run[0].translate(_DIGITS), text))


def _counted(text: str) -> str:
    """四级×2 in words: that many people."""
    return _TIMES.sub(r"\g<n>人", text)


def _put_right(text: str, slips: Iterable[Slip]) -> str:
    meant, done = [], 0
    for one in slips:
        meant += [text[done : one.start], one.meant]
        done = one.end
    return "".join([*meant, text[done:]])


@cache
def _terms() -> dict[str, list[str]]:
    raw = yaml.safe_load(Path(__file__).with_name("terms.yml").read_text(encoding="utf-8"))
    return {name: [word for line in lines for word in line.split()] for name, lines in raw.items()}
