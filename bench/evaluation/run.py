"""Asks a running service every item, and starts that service where none is given."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bench.client import Caller
from bench.evaluation.data import Item, Turn
from bench.evaluation.metrics import Judged
from bench.evaluation.scoring import Reply, Verdict, score
from bench.evaluation.topics import TopicReader
from bench.models import Recipe, prepare, train
from bench.sides import running
from deploy.local.build import build_index
from deploy.local.console import Problem, StatusLine
from deploy.local.tree import Tree

FAILED = "failed"
"""In place of a status: the service answered with an error. Such a turn is wrong, and the others still count."""
_NAMES_OF_ONE_REPLY = ("message_id", "conversation_id")

Judge = Callable[[Turn, Reply], Verdict]


@dataclass(frozen=True)
class Service:
    """Connections to a running service; `engine` is the dialogue engine itself, where it can be reached."""

    gateway: Caller
    engine: Caller | None = None


@contextmanager
def started(tree: Tree, recipe: Recipe) -> Iterator[Service]:
    """The whole service with the shipped notices and databases of its own, as the benchmark starts it."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="wenkao-evaluation-")))
        stack.enter_context(_variable("WENKAO_VAR", str(folder)))  # apart from what an operator has published
        build_index(tree)
        prepare(tree)
        trained = train(tree, recipe)
        side = stack.enter_context(running(tree, recipe.name, trained, folder / "data"))
        yield Service(stack.enter_context(side.gateway()), stack.enter_context(side.rasa()))


@contextmanager
def connected(url: str) -> Iterator[Service]:
    """A service that runs already. Raises Problem where it cannot be reached."""
    where = urlsplit(url)
    if where.scheme != "http" or where.hostname is None:
        raise Problem(f"{url}: give an address like http://127.0.0.1:8000.", f"{url}：请给出完整的 http 地址。")
    try:
        with Caller(where.hostname, where.port or 80) as gateway:
            yield Service(gateway)
    except OSError as error:
        raise Problem(f"{url} cannot be reached: {error}.", f"无法连接 {url}：{error}。") from None


def evaluate(service: Service, items: Sequence[Item], label: str, judge: Judge = score) -> list[Judged]:
    """Ask every item, in order, and judge each turn."""
    status, turns, done = StatusLine(label), sum(len(one.turns) for one in items), 0
    judged = []
    for item in items:
        replies = converse(service, item)
        judged.append(Judged(item, tuple(map(judge, item.turns, replies))))
        done += len(item.turns)
        status.show(_bar(done, turns))
    status.done()
    return judged


def converse(service: Service, item: Item) -> list[Reply]:
    """Hold one new conversation; one reply per turn."""
    topics, known = TopicReader(service.engine), dict[str, str]()
    replies = []
    for turn in item.turns:
        body = {"text": turn.say, "as_of": item.as_of, **known}
        started_at = time.perf_counter()
        try:
            answer = service.gateway.post("/v1/chat", body).body
        except Problem as problem:
            replies.append(Reply(FAILED, ({"text": str(problem), "citations": [], "computed": []},)))
            continue
        ms = (time.perf_counter() - started_at) * 1000
        known = {"conversation_id": answer["conversation_id"]}
        found = topics.latest(known["conversation_id"])
        replies.append(Reply(answer["status"], tuple(answer["messages"]), found, ms))
    return replies


def differing(first: Sequence[Judged], second: Sequence[Judged]) -> list[str]:
    """The ids of items that were not answered alike, names of messages and conversations aside."""
    return [one.item.id for one, other in zip(first, second, strict=True) if _said(one) != _said(other)]


def _said(judged: Judged) -> list[tuple[str, list[dict[str, Any]]]]:
    return [
        (
            one.reply.status,
            [{k: v for k, v in m.items() if k not in _NAMES_OF_ONE_REPLY} for m in one.reply.messages],
        )
        for one in judged.verdicts
    ]


def _bar(done: int, of: int, width: int = 24) -> str:
    filled = width * done // max(1, of)
    return f"[{'█' * filled}{'·' * (width - filled)}] {done}/{of}"


@contextmanager
def _variable(name: str, value: str) -> Iterator[None]:
    """An environment variable, for as long as the block lasts."""
    before = os.environ.get(name)
    os.environ[name] = value
    try:
        yield
    finally:
        if before is None:
            os.environ.pop(name)
        else:
            os.environ[name] = before
