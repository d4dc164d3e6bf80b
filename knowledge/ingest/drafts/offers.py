"""What a notice offers, and which of it a heading or a caption speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.facts import Kind
from knowledge.ingest.drafts.catalogue import draft_catalogue
from knowledge.ingest.drafts.models import DraftOccupation
from knowledge.ingest.drafts.occupation_names import looks_like_name, split_names
from knowledge.ingest.drafts.tables import Passage
from knowledge.lexicon.lexicon import Lexicon
from knowledge.lexicon.matching import fold
from knowledge.models import Level, Notice, Source
from knowledge.wording.levels import ordered
from knowledge.wording.plain import plain

_TITLE = re.compile(
    r"\d{4}年(?:度)?(?:上海市|本市)?(?P<names>[^,]+?)(?P<more>等)?(?:\([一二三四五\d、级]+\))?(?:\d+个)?(?:社会化)?(?:职业技能|项目|职业|工种)"
)
_INNER = re.compile(r"[(（]([^()（）]+)[)）]\s*$")
_BRACKET = re.compile(r"[(（][^()（）]*[)）]\s*$")
_OPENING = re.compile(r"[(（]([^()（）]+)[)）]")


@dataclass(frozen=True)
class Offer:
    """An occupation as the notice prints it; without levels where only the title names it."""

    name: str
    code: str | None
    levels: tuple[Level, ...]
    source: Source
    kind: Kind = "skill_level"


class Offers:
    """Everything that one notice offers."""

    def __init__(self, offers: Iterable[Offer], lexicon: Lexicon) -> None:
        self.all = tuple(offers)
        self._lexicon = lexicon
        self._printed = {fold(_base(one.name)): _base(one.name) for one in self.all}
        self._printed |= {fold(one.name): one.name for one in self.all}
        inner = [match.group(1) for one in self.all if (match := _INNER.search(one.name))]
        self._inner = {fold(name): name for name in inner if inner.count(name) == 1}

    @property
    def only(self) -> Offer | None:
        """The occupation of a notice that offers one."""
        return self.all[0] if len(self.all) == 1 else None

    def matching(self, name: str) -> list[Offer]:
        """The offers of that name; all specialisations where the name has none."""
        official = fold(self._lexicon.official("occupation", name))
        inner = [
            one for one in self.all if (found := _INNER.search(one.name)) and fold(found.group(1)) == fold(name)
        ]
        exact = [one for one in self.all if fold(self._lexicon.official("occupation", one.name)) == official]
        general = [one for one in self.all if fold(_base(one.name)) == fold(name)] or inner
        return exact or general or [one for one in self.all if fold(one.name) == fold(_base(name))]

    def is_special(self, name: str | None) -> bool:
        """Whether an occupation, or without a name all that is offered, is a special ability, which has no levels."""
        concerned = self.matching(name) if name else list(self.all)
        return bool(concerned) and all(one.kind == "special_ability" for one in concerned)

    def as_printed(self, cell: str) -> str | None:
        """The one name that a cell is, with its bracket (婴幼儿发展引导员（育婴员）); None for a list or other words."""
        inner = _INNER.search(cell)
        named = inner and all(looks_like_name(one, self._lexicon) for one in (cell, inner.group(1)))
        return self._printed.get(fold(cell), cell) if named else None

    def full_name(self, name: str) -> str:
        """The offered name of which a table prints the specialisation alone (汽车机械维修工); else the name itself."""
        matching = self.matching(name)
        return matching[0].name if fold(name) in self._inner and len(matching) == 1 else name

    def levels(self, names: Iterable[str]) -> tuple[Level, ...]:
        """All levels of these occupations; of every occupation where no name is given."""
        concerned = [one for name in names for one in self.matching(name)] or list(self.all)
        return ordered(level for one in concerned for level in one.levels)

    def occupation(self, name: str) -> DraftOccupation:
        """The occupation with the code that the notice prints for it, where that is one."""
        codes = {one.code for one in self.matching(name)}
        return DraftOccupation(code=codes.pop() if len(codes) == 1 else None, name=name)

    def named_in(self, text: str) -> list[str]:
        """The offered occupations that a text names, longest names first taken, in order of appearance.

        Names count as printed, then other names that the lexicon knows; a name that is not offered counts only
        where it stands with its ending (养老护理员).
        """
        folded = fold(text)
        found: list[tuple[int, str]] = []
        for key in sorted(self._printed, key=len, reverse=True):
            place = folded.find(key)
            if place >= 0:
                found.append((place, self._printed[key]))
                folded = folded.replace(key, "\0" * len(key))
        inner = [self.full_name(name) for key, name in self._inner.items() if key in folded]
        return [name for _, name in sorted(found)] or inner or self._known_in(text)

    def _known_in(self, text: str) -> list[str]:
        mentions = [one for one in self._lexicon.matcher.find(text) if one.kind == "occupation"]
        offered = [self.matching(one.value)[0].name for one in mentions if self.matching(one.value)]
        printed, end = list[str](), 0
        for one in mentions:
            if one.start >= end:  # a name in the bracket of the one before is no second one
                printed.append(text[one.start : one.end] + self._bracket(text[one.end :]))
                end = one.start + len(printed[-1])
        return list(dict.fromkeys(offered or [one for one in printed if looks_like_name(one, self._lexicon)]))

    def _bracket(self, after: str) -> str:
        """The specialisation in brackets right behind a name, empty where the bracket says something else."""
        match = _OPENING.match(after)
        return match.group() if match and looks_like_name(match.group(1), self._lexicon) else ""

    def introduced_by(self, context: Iterable[Passage]) -> tuple[list[str], Passage | None]:
        """The occupations that the nearest line of a context names, and that line."""
        for passage in context:
            if names := self.named_in(passage.text):
                return names, passage
        return [], None


def offers_of(notice: Notice, lexicon: Lexicon) -> Offers:
    """What the catalogue of a notice lists, else what its title names completely (without 等)."""
    entries = draft_catalogue(notice, lexicon).facts
    listed = [
        Offer(one.occupation.name, one.occupation.code, one.levels, one.citations[0], one.kind) for one in entries
    ]
    return Offers(listed or _of_title(notice, lexicon), lexicon)


def _of_title(notice: Notice, lexicon: Lexicon) -> list[Offer]:
    title = notice.front.title
    match = _TITLE.search(plain(title))
    lines = notice.clauses["标题"].lines if "标题" in notice.clauses else ()
    printed = next((line.text for line in lines if title in line.text), None)
    if not match or match.group("more") or printed is None:
        return []
    names = split_names(title[match.start("names") : match.end("names")])
    source = Source(clause="标题", quote=title)
    return [Offer(name, None, (), source) for name in names if looks_like_name(name, lexicon)]


def _base(name: str) -> str:
    """The printed name without its specialisation in brackets."""
    return _BRACKET.sub("", name).strip()
