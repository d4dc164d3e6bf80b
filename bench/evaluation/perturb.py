"""The same question as it comes in worse form: mistyped, dictated, in traditional characters, with fillers, two in one.

Every change depends on the seed and the text alone. Digits and Latin letters stay: what is asked stays the same.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cache

import opencc

from bench.evaluation.data import Item
from retrieval.analysis import segment

SEED = 20261121
MAX_LENGTH = 500
_HAN = re.compile(r"[一-鿿]")
_PAIR = re.compile(r"(?=([一-鿿]{2}))")
_PUNCTUATION = re.compile(r"[，。？！、；：“”‘’…,.?!;:~～](?!\d)")
_OPENINGS = ("嗯，那个，", "哎，我想问一下哈，", "呃，就是说，", "喂你好，麻烦问一下，", "那个那个，")
_MIDDLES = ("那个", "呃", "就是", "嗯", "这个")
_ENDINGS = ("啊", "呀", "哦，麻烦了", "呢，谢谢哈", "来着")
_JOINTS = ("，还有，", "；另外", "，然后", "，顺便问下，", "？再问一个：")
_LEVEL_1 = (0xB0, 0xD7)  # rows of GB 2312 with its 3,755 common characters
_MISHEARD = 12  # one character in so many is dictated wrong

Change = Callable[[str, random.Random], str]


def mistyped(text: str, chance: random.Random) -> str:
    """One slip: two neighbouring characters swapped, or one replaced by another of the same sound."""
    pairs = [m.start() for m in _PAIR.finditer(text) if text[m.start()] != text[m.start() + 1]]
    if pairs and chance.random() < 0.5:
        at = chance.choice(pairs)
        return f"{text[:at]}{text[at + 1]}{text[at]}{text[at + 2 :]}"
    return _misheard(text, chance, 1)


def dictated(text: str, chance: random.Random) -> str:
    """As speech recognition writes it: wrong characters of the right sound, no punctuation, a filler."""
    heard = _misheard(text, chance, max(1, len(_HAN.findall(text)) // _MISHEARD))
    return f"{chance.choice(_MIDDLES)}{_PUNCTUATION.sub('', heard)}"


def traditional(text: str, chance: random.Random) -> str:  # noqa: ARG001  # one signature for all changes
    """In traditional characters."""
    return str(_to_traditional().convert(text))


def hesitant(text: str, chance: random.Random) -> str:
    """With fillers before, within (between two words) and after."""
    words = [m.end() for word in segment(text)[:-1] if (m := re.search(re.escape(word), text))]
    at = chance.choice(words) if words else 0
    within = f"{text[:at]}{chance.choice(_MIDDLES)}{text[at:]}" if words else text
    return f"{chance.choice(_OPENINGS)}{within.rstrip('？?。')}{chance.choice(_ENDINGS)}"


CHANGES: dict[str, Change] = {
    "one typing slip": mistyped,
    "dictated": dictated,
    "traditional characters": traditional,
    "with fillers": hesitant,
}


def changed(item: Item, kind: str, seed: int = SEED) -> Item:
    """The item with every turn changed, and the same expectations."""
    turns = []
    for turn in item.turns:
        chance = random.Random(f"{seed} {kind} {turn.say}")
        turns.append(turn.model_copy(update={"say": CHANGES[kind](turn.say, chance)[:MAX_LENGTH]}))
    return item.model_copy(update={"turns": tuple(turns)})


def joined(items: Sequence[Item], seed: int = SEED) -> list[tuple[Item, Item]]:
    """Each item's first question with the first of the next item of another category, asked for the same moment.

    Returns the new items, which expect what their first question does, and whose first question is the second. An
    item with none to be joined with is left out.
    """
    found = []
    for i, item in enumerate(items):
        others = (*items[i + 1 :], *items[:i])
        other = next((it for it in others if it.category != item.category and it.as_of == item.as_of), None)
        if other is None:
            continue
        first, second = item.turns[0], other.turns[0]
        joint = random.Random(f"{seed} joined {first.say}").choice(_JOINTS)
        say = f"{first.say.rstrip('？?。')}{joint}{second.say}"
        if len(say) <= MAX_LENGTH:
            turn = first.model_copy(update={"say": say})
            found.append((item.model_copy(update={"turns": (turn,)}), other))
    return found


def _misheard(text: str, chance: random.Random, times: int) -> str:
    """Replace some characters by others of the same sound and tone, if there are such."""
    places = [m.start() for m in _HAN.finditer(text) if _same_sound(text[m.start()])]
    letters = list(text)
    for at in chance.sample(places, min(times, len(places))):
        letters[at] = chance.choice(_same_sound(text[at]))
    return "".join(letters)


def _same_sound(character: str) -> tuple[str, ...]:
    return tuple(one for one in _by_sound().get(_sound(character), ()) if one != character)


@cache
def _by_sound() -> dict[str, list[str]]:
    """The common characters by sound and tone."""
    first, last = _LEVEL_1
    codes = (bytes([row, cell]) for row in range(first, last + 1) for cell in range(0xA1, 0xFF))
    sounds: dict[str, list[str]] = defaultdict(list)
    for one in codes:
        character = one.decode("gb2312", errors="ignore")
        if character:
            sounds[_sound(character)].append(character)
    return sounds


@cache
def _sound(character: str) -> str:
    from pypinyin import Style, lazy_pinyin  # its tables take a second to load, and only this mode needs them

    return str(lazy_pinyin(character, style=Style.TONE3)[0])


@cache
def _to_traditional() -> opencc.OpenCC:
    return opencc.OpenCC("s2t")
