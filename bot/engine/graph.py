"""The graph of components, run in an order that is worked out once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from graphlib import TopologicalSorter
from typing import Any

from rasa.engine.exceptions import GraphRunError

Step = tuple[str, Any, tuple[str, ...]]


def planned_once(original: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
    """For `DaskGraphRunner.run`: the same nodes with the same inputs, one after the other."""

    def run(self: Any, inputs: dict[str, Any] | None = None, targets: list[str] | None = None) -> dict[str, Any]:
        given = inputs or {}
        if any(isinstance(value, str) for value in given.values()):
            return original(self, inputs, targets)  # there a text may clash with a node's name
        wanted = tuple(targets or self._graph_schema.target_names)
        plans = vars(self).setdefault("_plans", {})
        if wanted not in plans:
            plans[wanted] = _plan(self, wanted)
        done = {name: (name, value) for name, value in given.items()}
        try:
            for name, node, needs in plans[wanted]:
                if name not in given:
                    # As dask does: what nobody provides is given by its name, and the node says what it misses.
                    done[name] = node(*(done.get(need, need) for need in needs))
        except RuntimeError as error:
            raise GraphRunError("Error running runner.") from error
        return dict(done[name] for name in wanted)

    return run


def _plan(runner: Any, targets: Sequence[str]) -> list[Step]:
    nodes = runner._graph_schema.minimal_graph_schema(list(targets)).nodes
    needs = {name: tuple(node.needs.values()) for name, node in nodes.items()}
    order = TopologicalSorter(needs).static_order()
    return [(name, runner._instantiated_nodes[name], needs[name]) for name in order if name in needs]
