"""What the garbage collector need not look at."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import Any


def frozen_after(original: Callable[..., None]) -> Callable[..., None]:
    """For `Agent.load_model`: what is loaded by then stays for good and is not searched for garbage any more."""

    def load_model(self: Any, *args: Any, **options: Any) -> None:
        gc.unfreeze()  # a model that this one replaces may go
        original(self, *args, **options)
        gc.collect()
        gc.freeze()

    return load_model
