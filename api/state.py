"""What the endpoints share: opened once at start-up, but for the desk, which follows the editions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, cast

from fastapi import Depends, Request

from api.answers import Answers
from api.dialogue import Dialogue
from api.settings import Settings
from api.storage import Storage
from bot.actions.desk import Desk
from bot.actions.keeper import DeskKeeper


@dataclass(frozen=True)
class State:
    """Knowledge and retrieval as one request sees them, the dialogue engine, the database, kept answers, the settings."""

    settings: Settings
    keeper: DeskKeeper
    desk: Desk
    dialogue: Dialogue
    storage: Storage
    answers: Answers


async def state_of(request: Request) -> State:
    """The application's state, with the edition that this request is answered from until its end.

    Asynchronous, because FastAPI sends what is not to another thread, which takes longer than this.
    """
    state = cast("State", request.app.state.wenkao)
    return replace(state, desk=state.keeper.desk)


Shared = Annotated[State, Depends(state_of)]
