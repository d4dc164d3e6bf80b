"""A question understood: whom and what it names, and what is left to look for."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.lexicon.matching import Mention
from knowledge.library import Library
from retrieval.analysis import normalise


@dataclass(frozen=True)
class Query:
    """A question: its normalised text and whom it names.

    `content` is what is left to look for, levels among it, for rows of tables name them; `asked` leaves them out.
    """

    text: str
    normalised: str
    content: str
    asked: str
    organisation: str | None = None
    occupation: str | None = None
    level: int | None = None
    region: str | None = None


def understand(library: Library, text: str, about: str | None = None) -> Query:
    """Find the names in the question and take them out of what is searched for.

    Where the search stays within notices `about` one occupation, only that name goes: the others are content. A level
    counts where it is the only one: of several one may be held and another wanted.
    """
    normalised = normalise(text)
    mentions = library.lexicon.matcher.find(normalised)
    if about is not None:
        mentions = [one for one in mentions if one.value == about]
    named = {one.kind: one.value for one in reversed(mentions)}
    levels = {int(one.value) for one in mentions if one.kind == "level"}
    occupation = named.get("occupation")
    if occupation is None and "code" in named and library.lexicon.knows_code(named["code"]):
        occupation = library.lexicon.occupation(named["code"]).name
    return Query(
        text=text,
        normalised=normalised,
        content=_without(normalised, [one for one in mentions if one.kind != "level"]),
        asked=_without(normalised, mentions),
        organisation=named.get("organisation"),
        occupation=occupation,
        level=levels.pop() if len(levels) == 1 else None,
        region=named.get("place"),
    )


def _without(text: str, mentions: list[Mention]) -> str:
    for mention in reversed(mentions):
        text = f"{text[: mention.start]} {text[mention.end :]}"
    return text.strip()
