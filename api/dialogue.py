"""The gateway's way to the dialogue engine."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Mapping
from typing import Any

import httpx2
from pydantic import ValidationError

from bot.actions.reply import Reply

logger = logging.getLogger(__name__)


class DialogueDownError(RuntimeError):
    """The dialogue engine or the action server gives no usable answer."""


class Dialogue:
    """Asks Rasa. After a time-out it is left alone for `pause` seconds, so that nobody else waits for it."""

    def __init__(self, rasa_url: str, actions_url: str, timeout: float, pause: float) -> None:
        self._rasa, self._actions, self._pause = rasa_url, actions_url, pause
        limits = httpx2.Limits(max_connections=200, max_keepalive_connections=50)
        times = httpx2.Timeout(timeout, connect=1.0)
        self._client = httpx2.AsyncClient(timeout=times, limits=limits, trust_env=False)
        self._again_at = 0.0

    async def close(self) -> None:
        """Release the connections."""
        await self._client.aclose()

    async def ask(self, conversation_id: str, message: str, metadata: Mapping[str, Any]) -> Reply:
        """Hand one message to the dialogue engine and return the action's reply.

        Raises:
            DialogueDownError: no answer in time, or none that an action made.
        """
        if time.monotonic() < self._again_at:
            raise DialogueDownError("left alone after a time-out")
        body = {"sender": conversation_id, "message": message, "metadata": dict(metadata)}
        try:
            answer = await self._client.post(f"{self._rasa}/webhooks/rest/webhook", json=body)
            answer.raise_for_status()
            utterances = answer.json()
        except httpx2.TimeoutException as error:
            self._again_at = time.monotonic() + self._pause
            raise DialogueDownError(f"timed out: {error!r}") from error
        except (httpx2.HTTPError, json.JSONDecodeError) as error:
            raise DialogueDownError(repr(error)) from error
        return _reply(utterances)

    async def health(self) -> dict[str, bool]:
        """Which of the two processes answer."""
        return {
            "dialogue_engine": await self._answers(f"{self._rasa}/webhooks/rest/"),
            "action_server": await self._answers(f"{self._actions}/health"),
        }

    async def _answers(self, url: str) -> bool:
        try:
            return (await self._client.get(url, timeout=2.0)).is_success
        except httpx2.HTTPError:
            return False


def _reply(utterances: object) -> Reply:
    """Rasa answers 200 with nothing when the action server is away: that is down, not an answer."""
    customs = [one["custom"] for one in utterances if "custom" in one] if isinstance(utterances, list) else []
    if not customs:
        raise DialogueDownError("no action answered")
    try:
        return Reply.model_validate(customs[-1])
    except ValidationError as error:
        raise DialogueDownError(f"unusable answer: {error.error_count()} errors") from error
