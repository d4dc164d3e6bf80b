"""Answers about facts, kept for whoever asks the same within the minute."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Coroutine, Hashable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute
from pydantic import BaseModel

from bot.actions.desk import Desk
from knowledge.validity import now

Handler = Callable[[Request], Coroutine[Any, Any, Response]]


@dataclass(frozen=True)
class Time:
    """What every answer depends on: the edition's desk and the minute of the question."""

    desk: Desk
    minute: datetime

    def is_that_of(self, other: Time | None) -> bool:
        """Whether it is the very same desk in the same minute."""
        return other is not None and self.desk is other.desk and self.minute == other.minute


class Answers:
    """The answers of one edition and one minute that were asked for last, up to `limit` bytes of them.

    Within a minute nothing of an answer changes but by another edition: notices print days and minutes. Not for
    threads: only the event loop uses it.
    """

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self._time: Time | None = None
        self._kept: OrderedDict[Hashable, Response] = OrderedDict()
        self._size = 0

    def find(self, time: Time, key: Hashable) -> Response | None:
        """What is kept; the answers of another edition or minute are forgotten."""
        if not time.is_that_of(self._time):
            self._time, self._size = time, 0
            self._kept.clear()
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
        return found

    def keep(self, time: Time, key: Hashable, answer: Response) -> None:
        """Keep an answer that was found at that time, unless another has come since."""
        if not time.is_that_of(self._time) or key in self._kept:
            return
        self._kept[key] = answer
        self._size += len(answer.body)
        while self._size > self.limit:
            _, dropped = self._kept.popitem(last=False)
            self._size -= len(dropped.body)


class KeptRoute(APIRoute):
    """A GET whose answer depends on its address, the edition and the minute alone. Refusals are not kept."""

    def get_route_handler(self) -> Handler:
        """Look first among the kept answers."""
        make = super().get_route_handler()

        async def answer(request: Request) -> Response:
            answers: Answers = request.app.state.wenkao.answers
            key = (request.scope["path"], request.scope["query_string"])
            begun = time_of(request)
            found = answers.find(begun, key)
            if found is None:
                found = await make(request)
                if begun.is_that_of(time_of(request)):  # else it may be of either
                    answers.keep(begun, key, found)
            return found

        return answer


def time_of(request: Request) -> Time:
    """The edition in force and the minute at this moment."""
    return Time(request.app.state.wenkao.keeper.desk, now().replace(second=0, microsecond=0))


def json_response(answer: BaseModel) -> Response:
    """Send a model under the names of the contract, without checking again what has just been built."""
    return Response(answer.model_dump_json(by_alias=True), media_type="application/json")
