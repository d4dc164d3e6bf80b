"""Values that are marked as verbatim or as stated with a unit stand in the fact's quotes."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.facts.common import Fact, InQuote, Stated
from knowledge.figures import states, unsupported
from knowledge.models import Strict
from knowledge.verification.problem import Complaint


def marks(fact: Fact) -> Iterator[Complaint]:
    """Complaints about marked values at any depth of the fact."""
    quotes = [source.quote for source in fact.sources]
    yield from _marked(fact, quotes)


def plain(text: str) -> str:
    """Full-width colons and brackets are typography, not value."""
    return text.replace("：", ":").replace("（", "(").replace("）", ")").replace(" ", "")


def _marked(value: Strict, quotes: list[str]) -> Iterator[Complaint]:
    for name, field in type(value).model_fields.items():
        metadata = field.metadata or _inner(field.annotation)
        for one in _each(getattr(value, name)):
            if isinstance(one, Strict):
                yield from _marked(one, quotes)
            for mark in metadata:
                yield from _check(mark, name, one, quotes)


def _check(mark: object, name: str, value: object, quotes: list[str]) -> Iterator[Complaint]:
    if isinstance(mark, InQuote) and isinstance(value, str):
        stands = any(plain(value) in plain(quote) for quote in quotes)
        if not stands or unsupported(value, quotes):
            yield Complaint(f"{name}: {value!r} stands in no quote; correct it, or quote the words that print it")
    elif isinstance(mark, Stated) and isinstance(value, int):
        units = [unit for unit in (mark.unit, mark.or_unit) if unit]
        if not any(states(value, unit, quotes) for unit in units):
            yield Complaint(
                f"{name}: {value}{mark.unit} stands in no quote; correct it, or quote the words that print it"
            )


def _each(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)


def _inner(annotation: object) -> list[object]:
    """The marks of `Verbatim | None` and `tuple[Verbatim, ...]`, which pydantic keeps inside the annotation."""
    found: list[object] = list(getattr(annotation, "__metadata__", ()))
    for argument in getattr(annotation, "__args__", ()):
        found += _inner(argument)
    return found
