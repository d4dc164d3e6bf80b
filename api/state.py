"""What the endpoints share, opened once at start-up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, cast

from fastapi import Depends, Request

from api.dialogue import Dialogue
from api.settings import Settings
from api.storage import Storage
from bot.actions.desk import Desk


@dataclass(frozen=True)
class State:
    """Knowledge and retrieval, the dialogue engine, the database, the settings."""

    settings: Settings
    desk: Desk
    dialogue: Dialogue
    storage: Storage


def state_of(request: Request) -> State:
    """The application's state."""
    return cast("State", request.app.state.wenkao)


Shared = Annotated[State, Depends(state_of)]
