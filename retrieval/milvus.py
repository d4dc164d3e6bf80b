"""The index in Milvus: what is on disk otherwise, in collections that any number of replicas search."""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from knowledge.library import Library
from retrieval.corpus import Entry
from retrieval.embedding import Encoder, open_encoder
from retrieval.index import IndexUnusableError, fingerprint, teach_names
from retrieval.milvus_store import Listed, Store, as_text, name_of, now_ms, one_of, tables_of
from retrieval.opened import Wanted
from retrieval.passages import Passage
from retrieval.settings import RetrievalSettings

_KEPT = 8_192  # passages that need not be asked for again
_AT_ONCE = 1_000
_TABLE_ROWS_AT_ONCE = 100
_CHECKED = 4  # times as many vectors as are asked for are compared
_LARGEST_EF = 32_768
_MOST = 16_384  # hits that Milvus gives to one search


@dataclass(frozen=True)
class MilvusIndex:
    """An opened index of `size` passages in the collection `name`."""

    store: Store
    name: str
    size: int
    entries: tuple[Entry, ...]
    frequencies: Mapping[str, int]
    encoder: Encoder

    @cached_property
    def passages(self) -> StoredPassages:
        """All passages, asked for when they are needed."""
        return StoredPassages(self.store, self.name, self.size)

    def rank(
        self, wanted: Wanted, limit: int, notices: frozenset[str] | None = None, topic: str | None = None
    ) -> dict[str, dict[int, float]]:
        """The best passages of each ranking with their scores, best first, of these notices and under this topic.

        Raises:
            IndexUnusableError: the server does not answer.
        """
        within = [one.notice_id for one in self.entries if notices is None or one.notice_id in notices]
        if not within:
            return {"words": {}, "bigrams": {}, "dense": {}}
        only = []
        if len(within) < len(self.entries):
            only.append(one_of("notice", within))
        if topic is not None:
            only.append(f"array_contains(topics, {json.dumps(topic, ensure_ascii=False)})")
        sought: dict[str, tuple[str, str, str | list[float]]] = {
            "words": ("words_bm25", "BM25", as_text(wanted.words)),
            "bigrams": ("bigrams_bm25", "BM25", as_text(wanted.bigrams)),
            "dense": ("dense", "IP", [float(one) for one in wanted.vector[0]]),
        }
        found = {name: self._best(*one, limit, " and ".join(only)) for name, one in sought.items()}
        self.passages.fetch(sorted({number for ranks in found.values() for number in ranks}))
        return found

    def _best(self, field: str, metric: str, query: str | list[float], limit: int, only: str) -> dict[int, float]:
        """Scores, best first; among equals the first passage, so hits are asked for until those behind are worse."""
        asked = 2 * limit
        while query:
            hits = self.store.call(
                "search",
                self.name,
                data=[query],
                anns_field=field,
                limit=min(asked, _MOST),
                filter=only,
                search_params={"metric_type": metric, "params": _looked_at(metric, min(asked, _MOST))},
            )[0]
            found = sorted((-_score(hit, metric), int(hit["number"])) for hit in hits)
            ends = len(hits) < asked or found[limit - 1][0] < found[-1][0] or asked >= _MOST
            if ends:
                return {number: -score for score, number in found[:limit] if score < 0}
            asked *= 4
        return {}


def _looked_at(metric: str, asked: int) -> dict[str, int]:
    """Of the graph over the vectors more is looked at than is asked for: passages that are alike crowd it."""
    return {} if metric == "BM25" else {"ef": min(_CHECKED * asked, _LARGEST_EF)}


def _score(hit: Mapping[str, Any], metric: str) -> float:
    """The better, the higher: Milvus Lite gives BM25 scores below 0."""
    score = float(hit["distance"])
    return abs(score) if metric == "BM25" else score


class StoredPassages(Sequence[Passage]):
    """The passages of an index by their numbers; those asked for lately are kept."""

    def __init__(self, store: Store, name: str, size: int) -> None:
        self._store, self._name, self._size = store, name, size
        self._known: dict[int, Passage] = {}
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, number: Any) -> Any:
        if isinstance(number, slice):
            return list(self._all(range(*number.indices(self._size))))
        if not 0 <= number < self._size:
            raise IndexError(number)
        return self.fetch([number])[number]

    def __iter__(self) -> Iterator[Passage]:
        return self._all(range(self._size))

    def fetch(self, numbers: Sequence[int]) -> dict[int, Passage]:
        """Those passages, and keep them. Raises IndexUnusableError: the server does not answer or lacks one."""
        found = {number: known for number in numbers if (known := self._known.get(number)) is not None}
        missing = [number for number in numbers if number not in found]
        if missing:
            new = self._read(missing)
            found |= new
            with self._lock:
                self._known |= new
                for oldest in list(self._known)[: max(0, len(self._known) - _KEPT)]:
                    del self._known[oldest]
        return found

    def _all(self, numbers: Sequence[int]) -> Iterator[Passage]:
        for at in range(0, len(numbers), _AT_ONCE):
            some = numbers[at : at + _AT_ONCE]
            found = self._read(list(some))
            yield from (found[number] for number in some)

    def _read(self, numbers: list[int]) -> dict[int, Passage]:
        rows = self._store.call("get", self._name, ids=numbers, output_fields=["number", "passage"])
        found = {int(row["number"]): Passage.model_validate_json(row["passage"]) for row in rows}
        if len(found) < len(numbers):
            raise _unusable(self._store, self._name, f"damaged ({len(numbers) - len(found)} passages are gone)")
        return found


def is_built(library: Library, settings: RetrievalSettings) -> bool:
    """Whether there is a whole index of this knowledge and model. Raises IndexUnusableError."""
    with contextlib.closing(Store(settings)) as store:
        return not flaw(store, fingerprint(library, settings))


def flaw(store: Store, mark: str) -> str:
    """What keeps the index of this fingerprint from being used; empty: nothing."""
    found = _listed(store, mark)
    if found is None:
        return "no index of this knowledge and model"
    if not found.finished:
        return "its build was not finished"
    for collection, rows in ((found.name, found.passages), (tables_of(found.name), found.tables)):
        if not store.has(collection):
            return f"damaged ({collection} is gone)"
        store.load(collection)
        if (there := store.count(collection)) != rows:
            return f"damaged ({collection} has {there} rows, not {rows})"
    return ""


def open_index(library: Library, settings: RetrievalSettings) -> MilvusIndex:
    """Open the index that was built from exactly this knowledge.

    Raises:
        IndexUnusableError: it is missing, unfinished or damaged, of other knowledge or another model, or the server
            does not answer.
    """
    mark = fingerprint(library, settings)
    store = Store(settings)
    try:
        index = _open(store, mark, settings)
    except BaseException:
        store.close()
        raise
    teach_names(library)
    return index


def _open(store: Store, mark: str, settings: RetrievalSettings) -> MilvusIndex:
    what, listed = flaw(store, mark), _listed(store, mark)
    if what or listed is None:
        raise _unusable(store, name_of(mark), what)
    content = "".join(
        row["content"]
        for at in range(0, listed.tables, _TABLE_ROWS_AT_ONCE)
        for row in store.rows(tables_of(listed.name), at, at + _TABLE_ROWS_AT_ONCE, "content")
    )
    known = json.loads(content)
    entries = tuple(Entry.model_validate(one) for one in known["entries"])
    with contextlib.suppress(IndexUnusableError):  # who may not write cannot clear up either
        store.note(replace(listed, opened=now_ms()))
    encoder = open_encoder(settings.embedding_model)
    return MilvusIndex(store, listed.name, listed.passages, entries, known["grams"], encoder)


def _listed(store: Store, mark: str) -> Listed | None:
    return next((one for one in store.listed(name_of(mark)) if one.fingerprint == mark), None)


def _unusable(store: Store, name: str, what: str) -> IndexUnusableError:
    return IndexUnusableError(f"{store.place}, {name}: {what}; run `python -m retrieval build`")
