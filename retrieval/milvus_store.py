"""A Milvus server as the index needs it: calls that end in time, collections, and the list of the indexes it holds.

An index is two collections: its passages, and its tables (notices, how often n-grams stand in passages) cut into rows.
Milvus Lite knows neither the whitespace tokenizer nor filters with parameters, and gives BM25 scores below 0; what is
here runs on both it and a cluster.
"""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from retrieval.index import NAME_LENGTH, IndexUnusableError
from retrieval.part import RANKERS
from retrieval.settings import RetrievalSettings

INDEXES = "wenkao_indexes"
"""The list of indexes, a collection too."""
LARGEST = 65_535
"""Bytes that Milvus takes in a string."""
_OURS = re.compile(r"(wenkao_[0-9a-f]{16})(_tables)?")
_CONNECT_SECONDS = 5.0
_CALL_SECONDS = 10.0
BUILD_SECONDS = 300.0
"""What a cluster may take to make, fill or load a collection."""
_K1, _B = 1.5, 0.75  # as bm25s has them
_GRAPH = {"M": 32, "efConstruction": 400}
_ID_LENGTH, _TOPICS = 512, 256
_STAND_IN = [0.0, 0.0]  # Milvus takes no collection without a vector
_MOST_LISTED = 1_000


@dataclass(frozen=True)
class Listed:
    """An index in the list: how many rows its two collections have (-1: it is not finished), when it was last opened.

    `opened` counts milliseconds since 1970.
    """

    name: str
    fingerprint: str
    passages: int
    tables: int
    opened: int

    @property
    def finished(self) -> bool:
        """Whether the build came to its end."""
        return self.passages >= 0


def name_of(mark: str) -> str:
    """The collection of the index with this fingerprint."""
    return f"wenkao_{mark[:NAME_LENGTH]}"


def tables_of(name: str) -> str:
    """The collection with the tables of an index."""
    return f"{name}_tables"


def index_of(collection: str) -> str | None:
    """The index that a collection belongs to; None: it is none of ours."""
    found = _OURS.fullmatch(collection)
    return found[1] if found else None


def now_ms() -> int:
    """Milliseconds since 1970."""
    return int(time.time() * 1000)


def as_text(terms: Sequence[str]) -> str:
    """Terms as Milvus' standard tokenizer cuts them apart again: each as the hexadecimal digits of its UTF-16."""
    return " ".join(term.encode("utf-16-be").hex() for term in terms)


def one_of(field: str, values: Sequence[str]) -> str:
    """The filter that a field has one of these values."""
    return f"{field} in {json.dumps(list(values), ensure_ascii=False)}"


class Store:
    """A connection to the server that the settings name. Every method raises IndexUnusableError."""

    def __init__(self, settings: RetrievalSettings) -> None:
        uri = settings.milvus_uri
        self.place = _without_password(uri)
        if uri.endswith(".db"):
            Path(uri).parent.mkdir(parents=True, exist_ok=True)
        pymilvus = _pymilvus()
        self._failures = (pymilvus.MilvusException, _rpc_error())
        with self._explained():
            self._client = pymilvus.MilvusClient(uri, token=settings.milvus_token, timeout=_CONNECT_SECONDS)

    def close(self) -> None:
        """Let the connection go."""
        self._client.close()

    def call(self, method: str, *arguments: Any, seconds: float = _CALL_SECONDS, **named: Any) -> Any:
        """Call a method of pymilvus' client, for so many seconds at most."""
        with self._explained():
            return getattr(self._client, method)(*arguments, timeout=seconds, **named)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except self._failures as error:
            message = getattr(error, "message", None) or error
            raise IndexUnusableError(
                f"Milvus at {self.place}: {message}; see that it runs (Milvus Lite: that no other process has it open)"
                " and that MILVUS_URI and MILVUS_TOKEN are right"
            ) from error

    def has(self, collection: str) -> bool:
        """Whether the collection is there."""
        return bool(self.call("has_collection", collection))

    def load(self, collection: str) -> None:
        """Let the server have the collection at hand; nothing happens where it does."""
        self.call("load_collection", collection, seconds=BUILD_SECONDS)

    def count(self, collection: str) -> int:
        """How many rows the collection has, those of this moment among them."""
        found = self.call("query", collection, filter="", output_fields=["count(*)"], consistency_level="Strong")
        return int(found[0]["count(*)"])

    def rows(self, collection: str, first: int, last: int, *columns: str) -> list[dict[str, Any]]:
        """The rows numbered from `first` up to but not `last` that are there."""
        within = f"number >= {first} and number < {last}"
        found = self.call(
            "query", collection, filter=within, output_fields=["number", *columns], consistency_level="Strong"
        )
        return sorted(found, key=lambda row: int(row["number"]))

    def collections(self) -> list[str]:
        """All collections on the server, ours and others'."""
        return list(self.call("list_collections"))

    def drop(self, name: str) -> None:
        """Remove an index, from the list first: what is listed as finished is whole."""
        if self.has(INDEXES):
            self.call("delete", INDEXES, ids=[name])
        for collection in (name, tables_of(name)):
            if self.has(collection):
                self.call("drop_collection", collection, seconds=BUILD_SECONDS)

    def listed(self, name: str | None = None) -> list[Listed]:
        """What the list has of one index, or of all."""
        if not self.has(INDEXES):
            return []
        self.load(INDEXES)
        columns = [one.name for one in fields(Listed)]
        which = "opened >= 0" if name is None else one_of("name", [name])
        found = self.call(
            "query",
            INDEXES,
            filter=which,
            output_fields=columns,
            limit=_MOST_LISTED,
            consistency_level="Strong",
        )
        return [Listed(**{column: row[column] for column in columns}) for row in found]

    def note(self, one: Listed) -> None:
        """Write one index into the list, in place of what was said of it before."""
        if not self.has(INDEXES):
            self._make_list()
        row = {field.name: getattr(one, field.name) for field in fields(one)}
        self.call("upsert", INDEXES, [{**row, "vector": _STAND_IN}])

    def _make_list(self) -> None:
        schema, types = self._schema(), _pymilvus().DataType
        schema.add_field("name", types.VARCHAR, max_length=64, is_primary=True)
        schema.add_field("fingerprint", types.VARCHAR, max_length=64)
        for column in ("passages", "tables", "opened"):
            schema.add_field(column, types.INT64)
        self._make_with_stand_in(INDEXES, schema)

    def make_tables(self, name: str) -> None:
        """Make the collection for an index' tables where it is not there."""
        schema, types = self._schema(), _pymilvus().DataType
        schema.add_field("number", types.INT64, is_primary=True)
        schema.add_field("content", types.VARCHAR, max_length=LARGEST)
        self._make_with_stand_in(tables_of(name), schema)

    def write_tables(self, name: str, rows: Sequence[str]) -> None:
        """Write an index' tables, one row after the other."""
        for number, content in enumerate(rows):
            row = {"number": number, "content": content, "vector": _STAND_IN}
            self.call("upsert", tables_of(name), [row], seconds=BUILD_SECONDS)

    def make_passages(self, name: str, dimensions: int) -> None:
        """Make the collection for an index' passages where it is not there."""
        pymilvus, indexes = _pymilvus(), self._client.prepare_index_params()
        schema, types = self._schema(), pymilvus.DataType
        schema.add_field("number", types.INT64, is_primary=True)
        schema.add_field("notice", types.VARCHAR, max_length=_ID_LENGTH)
        schema.add_field(
            "topics", types.ARRAY, element_type=types.VARCHAR, max_capacity=_TOPICS, max_length=_ID_LENGTH
        )
        schema.add_field("passage", types.VARCHAR, max_length=LARGEST)
        schema.add_field("dense", types.FLOAT_VECTOR, dim=dimensions)
        indexes.add_index("dense", index_type="HNSW", metric_type="IP", params=_told(_GRAPH))
        indexes.add_index("notice", index_type="INVERTED")
        for ranking in RANKERS:
            self._add_bm25(schema, indexes, ranking)
        self._make(name, schema, indexes)

    def _add_bm25(self, schema: Any, indexes: Any, ranking: str) -> None:
        pymilvus = _pymilvus()
        types, scored = pymilvus.DataType, f"{ranking}_bm25"
        cutting = {"tokenizer": "standard"}
        schema.add_field(ranking, types.VARCHAR, max_length=LARGEST, enable_analyzer=True, analyzer_params=cutting)
        schema.add_field(scored, types.SPARSE_FLOAT_VECTOR)
        schema.add_function(
            pymilvus.Function(
                name=scored,
                function_type=pymilvus.FunctionType.BM25,
                input_field_names=[ranking],
                output_field_names=[scored],
            )
        )
        weights = {"bm25_k1": _K1, "bm25_b": _B}
        indexes.add_index(scored, index_type="SPARSE_INVERTED_INDEX", metric_type="BM25", params=_told(weights))

    def _schema(self) -> Any:
        return self._client.create_schema(auto_id=False, enable_dynamic_field=False)

    def _make_with_stand_in(self, collection: str, schema: Any) -> None:
        schema.add_field("vector", _pymilvus().DataType.FLOAT_VECTOR, dim=len(_STAND_IN))
        indexes = self._client.prepare_index_params()
        indexes.add_index("vector", index_type="AUTOINDEX", metric_type="IP")
        self._make(collection, schema, indexes)

    def _make(self, collection: str, schema: Any, indexes: Any) -> None:
        if self.has(collection):
            if len(self.call("list_indexes", collection)) >= len(list(indexes)):
                self.load(collection)
                return
            self.call("drop_collection", collection)  # it was cut off while it was made
        self.call(
            "create_collection", collection, schema=schema, consistency_level="Bounded", seconds=BUILD_SECONDS
        )
        # Nothing is there yet to be indexed: pymilvus would sleep half a second for each index.
        self.call("create_index", collection, indexes, sync=False, seconds=BUILD_SECONDS)
        self.load(collection)


def _told(numbers: dict[str, Any]) -> dict[str, Any]:
    """An index' numbers as both servers read them: pymilvus takes one layer off, and Milvus Lite ignores what is bare."""
    return {"params": numbers}


def _pymilvus() -> Any:
    """Pymilvus, which reads MILVUS_URI itself when it is imported and raises where that is a path."""
    kept = os.environ.get("MILVUS_URI")
    os.environ["MILVUS_URI"] = ""  # empty rather than gone: pymilvus also reads .env, for what is not set
    try:
        import pymilvus
    finally:
        if kept is None:
            del os.environ["MILVUS_URI"]
        else:
            os.environ["MILVUS_URI"] = kept
    return pymilvus


def _rpc_error() -> type[Exception]:
    import grpc

    failure: type[Exception] = grpc.RpcError
    return failure


def _without_password(uri: str) -> str:
    parts = urlsplit(uri)
    return uri.replace(f"{parts.username}:{parts.password}@", "") if parts.password else uri
