"""The application: what is opened at start-up, and which module answers what."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

from fastapi import FastAPI

from api import chat, coverage, eligibility, facts, notices, operations, pages, problems, retakes, schedule
from api.answers import Answers
from api.dialogue import Dialogue
from api.limits import BodyLimit
from api.settings import Settings
from api.state import State
from api.storage import Storage
from bot.actions.keeper import DeskKeeper
from retrieval.settings import RetrievalSettings


def create_app(settings: Settings | None = None, keeper: DeskKeeper | None = None) -> FastAPI:
    """Build the application; knowledge, index and database are opened when it starts."""
    chosen = settings or Settings()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        chosen.wenkao_var.mkdir(parents=True, exist_ok=True)
        kept = keeper or DeskKeeper.open(RetrievalSettings(wenkao_var=chosen.wenkao_var))
        state = State(
            settings=chosen,
            keeper=kept,
            desk=kept.desk,
            dialogue=Dialogue(chosen.rasa_url, chosen.actions_url, chosen.dialogue_timeout, chosen.dialogue_pause),
            storage=Storage(chosen.database, timedelta(hours=chosen.conversation_hours)),
            answers=Answers(chosen.answer_bytes),
        )
        await state.storage.open()
        app.state.wenkao = state
        kept.start()
        yield
        kept.stop()
        await state.dialogue.close()
        await state.storage.close()

    app = FastAPI(title="问考 Wenkao", version="1", lifespan=lifespan, redoc_url=None)
    app.add_middleware(BodyLimit, limit=chosen.body_limit)
    problems.install(app)
    for router in (
        chat.router,
        facts.router,
        schedule.router,
        retakes.router,
        eligibility.router,
        notices.router,
        coverage.router,
        operations.router,
    ):
        app.include_router(router)
    pages.install(app)
    return app
