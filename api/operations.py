"""Does the process live, and is everything ready."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import JSONResponse

from api.state import Shared, State

router = APIRouter(tags=["operations"])


@router.get("/healthz")
async def healthz() -> dict[str, str]:
    """The process lives."""
    return {"status": "ok"}


@router.get("/readyz")
async def readyz(state: Shared) -> JSONResponse:
    """200 when the dialogue engine and the action server answer and the database and index are open, else 503.

    `edition` is the knowledge that this process answers from: its number (0 as shipped) and the SHA-256 of its files.
    """
    checks = {**await state.dialogue.health(), "database": await _database(state), "index": True}
    ready = all(checks.values())
    edition = {"number": state.desk.edition, "fingerprint": state.desk.fingerprint}
    body = {"status": "ready" if ready else "not_ready", "checks": checks, "edition": edition}
    return JSONResponse(body, status_code=200 if ready else 503)


async def _database(state: State) -> bool:
    try:
        await state.storage.ping()
    except Exception:  # noqa: BLE001  # whatever a driver raises, the database is not ready
        return False
    return True
