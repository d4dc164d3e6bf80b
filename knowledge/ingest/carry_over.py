"""Facts of published notices whose every quote recurs in a new notice: proposed with the new notice's own words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from knowledge.facts import Fact, NotStatedFact, TextOnlyFact
from knowledge.ingest.alignment import align, folded, same
from knowledge.ingest.recurring import find_source, find_words
from knowledge.library import Holding, Library
from knowledge.models import Notice, Source
from knowledge.verification.marks import marks

# What changes from edition to edition is read from the new notice alone.
NEVER = frozenset({"fees", "windows", "contacts", "catalogue", "differences"})
CARRIED_FROM = "carried_from"


def carry_over(new_notice: Notice, library: Library) -> dict[str, list[dict[str, Any]]]:
    """Facts by kind, as they stand in `facts/*.yml`, each with `carried_from`: the notice that it was taken from.

    The earlier edition of the same issuer and subject comes first, then other organisations' notices; a passage that
    one of them has a fact of a kind for is not asked of the next. A fact whose values the new words do not bear out
    is left out.
    """
    found: dict[str, list[dict[str, Any]]] = {}
    owned: set[tuple[str, ...]] = set()
    for holding in _holdings(new_notice, library):
        fresh: set[tuple[str, ...]] = set()
        for kind, fact in _facts(holding, new_notice):
            if "clauses" in fact:
                fact["clauses"] = [path for path in fact["clauses"] if (kind, path) not in owned]
            keys = _keys(kind, fact)
            if keys and keys[0] not in owned and fact not in found.get(kind, []):
                found.setdefault(kind, []).append(fact)
                fresh.update(keys)
        owned |= fresh
    return found


def _holdings(new: Notice, library: Library) -> list[Holding]:
    """The edition that it follows first, then other notices of organisations, the latest first."""
    others = [one for one in library.holdings if one.notice.id != new.id and _comparable(one.notice, new)]
    return sorted(others, key=lambda one: (not _precedes(one.notice, new), -one.notice.front.year, one.notice.id))


def _precedes(old: Notice, new: Notice) -> bool:
    if new.front.replaces == old.id:
        return True
    return (old.front.issuer, old.front.subject) == (new.front.issuer, new.front.subject)


def _comparable(old: Notice, new: Notice) -> bool:
    return _precedes(old, new) or old.front.kind == "organisation"


def _facts(holding: Holding, new: Notice) -> Iterator[tuple[str, dict[str, Any]]]:
    old = holding.notice
    aligned = {pair.old.path: pair.new.path for pair in align(old, new) if pair.old and pair.new}
    for kind in type(holding.facts).model_fields:
        for fact in () if kind in NEVER else getattr(holding.facts, kind):
            if carried := _carried(fact, old, new, aligned):
                yield kind, {**carried, CARRIED_FROM: old.id}


def _carried(fact: object, old: Notice, new: Notice, aligned: dict[str, str]) -> dict[str, Any] | None:
    if isinstance(fact, NotStatedFact):
        return _still_not_stated(fact, old, new)
    if isinstance(fact, TextOnlyFact):
        return _text_only(fact, old, new, aligned)
    return _with_new_sources(fact, old, new, aligned) if isinstance(fact, Fact) else None


def _with_new_sources(fact: Fact, old: Notice, new: Notice, aligned: dict[str, str]) -> dict[str, Any] | None:
    sources = [find_source(one, old, new, aligned.get(one.clause)) for one in fact.sources]
    known = [one for one in sources if one]
    if len(known) < len(sources):
        return None
    values = _reworded(fact.model_dump(mode="json", exclude={"sources"}), fact, old, known, new)
    raw = {**values, "sources": [one.model_dump(mode="json") for one in known]}
    return raw if _borne_out(type(fact), raw) and _occupations_named(raw, new) else None


def _reworded(value: Any, fact: Fact, old: Notice, sources: list[Source], new: Notice) -> Any:
    """Words of the old quotes as the new quotes print them; names of choices are in no quote and stay."""
    if isinstance(value, dict):
        return {key: _reworded(one, fact, old, sources, new) for key, one in value.items()}
    if isinstance(value, list):
        return [_reworded(one, fact, old, sources, new) for one in value]
    if not isinstance(value, str):
        return value
    return next((words for one in sources if (words := find_words(value, old, one.quote, new))), value)


def _borne_out(kind: type[Fact], raw: dict[str, Any]) -> bool:
    """Whether the values stand in the new quotes."""
    try:
        return not list(marks(kind.model_validate(raw)))
    except ValidationError:
        return False


def _occupations_named(raw: dict[str, Any], new: Notice) -> bool:
    text = folded("".join(clause.text for clause in new.clauses.values()))
    return all(folded(name) in text for name in raw.get("occupations") or ())


def _still_not_stated(fact: NotStatedFact, old: Notice, new: Notice) -> dict[str, Any] | None:
    """What the edition before did not say, where the words that were searched for are not in this one either."""
    text = folded("".join(clause.text for clause in new.clauses.values()))
    missing = not any(folded(word) in text for word in fact.searched)
    return fact.model_dump(mode="json") if missing and _precedes(old, new) else None


def _text_only(fact: TextOnlyFact, old: Notice, new: Notice, aligned: dict[str, str]) -> dict[str, Any] | None:
    """The clauses among the declared ones that say the same in the new notice."""
    years = new.front.year - old.front.year
    same_text = [
        aligned[path]
        for path in fact.clauses
        if path in aligned and same(_text(old, path), _text(new, aligned[path]), years)
    ]
    return {"reason": fact.reason, "clauses": same_text} if same_text else None


def _text(notice: Notice, path: str) -> str:
    issuer = folded(notice.front.issuer)
    return "\n".join(folded(line.text).replace(issuer, "\u0001") for line in notice.clauses[path].lines)


def _keys(kind: str, fact: dict[str, Any]) -> list[tuple[str, ...]]:
    """What a fact speaks of: its topic with each of its passages, the leading one first, or its clauses."""
    if "clauses" in fact:
        return [(kind, path) for path in fact["clauses"]]
    topic = str(fact.get("topic") or "")
    return [(kind, topic, one["clause"], one["quote"]) for one in fact.get("sources", [])] or [(kind, topic)]
