"""Answers that depend on one library and on nothing else that changes are worked out once, and go with the library."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial, wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar


class Keeper(Protocol):
    """What results are kept with: another edition is another library, and begins with none."""

    @property
    def caches(self) -> dict[Callable[..., Any], Callable[..., Any]]:
        """By function, its results."""


KeeperT = TypeVar("KeeperT", bound=Keeper)
P = ParamSpec("P")
ResultT = TypeVar("ResultT")
Of = Callable[Concatenate[KeeperT, P], ResultT]


def kept(size: int) -> Callable[[Of[KeeperT, P, ResultT]], Of[KeeperT, P, ResultT]]:
    """Keep the `size` results of a function of a library that were asked for last.

    The function's other arguments must be hashable and be all that it depends on: a day, never "now". Its result is
    shared by all callers, so it must not be changed by any.
    """

    def keeping(make: Of[KeeperT, P, ResultT]) -> Of[KeeperT, P, ResultT]:
        @wraps(make)
        def look_up(keeper: KeeperT, /, *args: P.args, **kwargs: P.kwargs) -> ResultT:
            cache = keeper.caches.get(make)
            if cache is None:
                # Two threads may come here at once: one cache stays.
                cache = keeper.caches.setdefault(make, lru_cache(size)(partial(make, keeper)))
            result: ResultT = cache(*args, **kwargs)
            return result

        return look_up

    return keeping
