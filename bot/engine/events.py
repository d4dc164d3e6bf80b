"""Which class an event's name stands for."""

from __future__ import annotations

from typing import Any


def remembered(original: staticmethod[..., Any]) -> staticmethod[..., Any]:
    """For `Event.resolve_by_type`: the original's answer for each name that it knows, asked once."""
    resolve = original.__func__
    known: dict[str, Any] = {}

    def resolve_by_type(type_name: str, default: Any = None) -> Any:
        found = known.get(type_name)
        if found is None:
            found = resolve(type_name, default)
            if found is not default and found is not None:
                known[type_name] = found
        return found

    return staticmethod(resolve_by_type)
