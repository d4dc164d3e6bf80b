"""Settings of the gateway, each an environment variable of the same name in capitals."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Where to listen, what to talk to, and the limits."""

    model_config = SettingsConfigDict(frozen=True)

    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=1, le=65535)
    rasa_url: str = "http://127.0.0.1:8001"
    actions_url: str = "http://127.0.0.1:8002"
    wenkao_var: Path = Path("var")
    database_url: str = ""
    """SQLAlchemy's asynchronous URL; empty: SQLite in WENKAO_VAR. PostgreSQL: postgresql+asyncpg://…"""
    dialogue_timeout: float = Field(default=8.0, gt=0)
    """Seconds for the whole way through the dialogue engine and the action server."""
    dialogue_pause: float = Field(default=2.0, ge=0)
    """Seconds without asking a dialogue engine that has just timed out."""
    conversation_hours: float = Field(default=24.0, gt=0)
    """An idle conversation ends after this many hours."""
    figure_gate: Literal["withhold", "raise"] = "withhold"
    """What happens to a reply with a figure of no source: withheld and logged, or an error (tests)."""
    body_limit: int = Field(default=65_536, gt=0)
    """Bytes of a request body."""
    answer_bytes: int = Field(default=16_777_216, ge=0)
    """Bytes of answers about facts that are kept for the next who asks the same; 0 keeps none."""

    @property
    def database(self) -> str:
        """The database's URL."""
        return self.database_url or f"sqlite+aiosqlite:///{self.wenkao_var / 'wenkao.db'}"
