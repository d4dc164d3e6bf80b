"""How near a typed name is to known ones: shared characters and pairs, the rare ones counting most, and slips.

`机` stands in many names and says little; `茶` says much. A common head word (管理员) makes a near name nearer and
none near by itself.
"""

from __future__ import annotations

import difflib
import math
from collections import Counter
from collections.abc import Iterable, Mapping

from knowledge.lexicon.matching import CODE, fold

LEAST = 0.43
"""Below it nothing is near: set so that 快递员 and 心理咨询师 find nothing and 茶一师 still finds 茶艺师."""
_FRAME = ("资格证书", "资格证", "证书", "证", "怎么考", "哪里考", "考")
_HEADS = (
    "工程师",
    "管理师",
    "管理员",
    "操作员",
    "操作工",
    "驾驶员",
    "技术员",
    "服务员",
    "服务师",
    "员",
    "师",
    "工",
)
_SAME_HEAD = 0.06
_SAME_CLASS = 0.04
_SLIP = 0.65
_SLIP_WEIGHT = 0.75
_TELLING = 3.0


class Nearness:
    """Ranks official names by the nearness of the typed text to any way of writing them."""

    def __init__(self, names: Mapping[str, str], codes: Mapping[str, str | None] | None = None) -> None:
        """`names`: folded spelling to official name; `codes`: official name to code, where there are codes."""
        self._names, self._codes = dict(names), dict(codes or {})
        self._parts = {spelling: _parts(_split(spelling)[0]) for spelling in self._names}
        counts = Counter(part for parts in self._parts.values() for part in parts)
        self._unknown = math.log(1 + len(self._names))
        self._weights = {part: math.log(1 + len(self._names) / count) for part, count in counts.items()}

    def rank(self, text: str, limit: int) -> tuple[str, ...]:
        """The nearest official names, best first; empty where nothing is near. A code finds its small class."""
        folded = fold(text)
        if CODE.fullmatch(folded):
            near = sorted(self._class_of(folded.upper()), key=lambda name: self._steps(name, folded))
            return tuple(near[:limit])
        scores = self._scores(_bare(folded))
        if not scores:
            return ()
        best = max(scores, key=lambda name: scores[name])
        kin = set(self._class_of(self._codes.get(best) or ""))
        ranked = sorted(scores, key=lambda name: -(scores[name] + (_SAME_CLASS if name in kin else 0)))
        return tuple(ranked[:limit])

    def _scores(self, typed: str) -> dict[str, float]:
        core, head = _split(typed)
        parts, found = _parts(core), dict[str, float]()
        for spelling, name in self._names.items():
            score = max(self._shared(parts, self._parts[spelling]), self._slip(typed, spelling))
            if score >= LEAST - _SAME_HEAD and head and head == _split(spelling)[1]:
                score += _SAME_HEAD
            if score >= LEAST:
                found[name] = max(score, found.get(name, 0.0))
        return found

    def _shared(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Weight of the common parts over that of both, 0 to 1 (Dice)."""
        both = self._weight(one) + self._weight(other)
        return 2 * self._weight(one & other) / both if both else 0.0

    def _weight(self, parts: Iterable[str]) -> float:
        return sum(self._weights.get(part, self._unknown) for part in parts)

    def _slip(self, typed: str, spelling: str) -> float:
        """A character or two mistyped in a name otherwise the same: similarity, if something telling is left."""
        if abs(len(typed) - len(spelling)) > 1 or min(len(typed), len(spelling)) < 3 or typed[0] != spelling[0]:
            return 0.0
        matcher = difflib.SequenceMatcher(None, typed, spelling, autojunk=False)
        blocks = matcher.get_matching_blocks()
        core = _split("".join(typed[one.a : one.a + one.size] for one in blocks))[0]
        telling = any(self._weights.get(char, 0.0) > _TELLING for char in core)
        return ratio * _SLIP_WEIGHT if telling and (ratio := matcher.ratio()) > _SLIP else 0.0

    def _steps(self, name: str, code: str) -> tuple[bool, int]:
        """How far the last parts of two codes of one class are apart; special abilities (Z1) are among themselves."""
        ours, theirs = (one.rpartition("-")[2].lower() for one in (self._codes.get(name) or "", code))
        apart = abs(int(ours.lstrip("z")) - int(theirs.lstrip("z")))
        return ours.isdigit() != theirs.isdigit(), apart

    def _class_of(self, code: str) -> tuple[str, ...]:
        """The names whose codes agree in all but the last part (4-03-02-…)."""
        small = code.rpartition("-")[0]
        return tuple(name for name, known in self._codes.items() if known and known.rpartition("-")[0] == small)


def _parts(text: str) -> frozenset[str]:
    return frozenset((*text, *(text[i : i + 2] for i in range(len(text) - 1))))


def _split(text: str) -> tuple[str, str]:
    """What a name is about, and its head word: 物业 and 管理员."""
    head = next((one for one in _HEADS if text.endswith(one)), "")
    return text.removesuffix(head), head


def _bare(text: str) -> str:
    """Without what is said of any certificate, as long as a name remains."""
    for word in _FRAME:
        if len(text) > len(word) + 1:
            text = text.removesuffix(word)
    return text
