"""The pages for people: the chat at `/`, a notice with its clauses, and what is covered."""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter, FastAPI
from fastapi.responses import FileResponse
from fastapi.staticfiles import StaticFiles

WEB = Path(__file__).parent.parent / "web" / "widget"
_POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}
router = APIRouter(include_in_schema=False)


@router.get("/")
async def chat_page() -> FileResponse:
    """The chat."""
    return FileResponse(WEB / "index.html", headers=_HEADERS)


@router.get("/notices/{notice_id}")
async def notice_page(notice_id: str) -> FileResponse:  # noqa: ARG001  # the page reads it from its address
    """A notice; the page scrolls to the clause after `#`."""
    return FileResponse(WEB / "notice.html", headers=_HEADERS)


@router.get("/coverage")
async def coverage_page() -> FileResponse:
    """Which organisations and topics the knowledge covers."""
    return FileResponse(WEB / "coverage" / "index.html", headers=_HEADERS)


def install(app: FastAPI) -> None:
    """Serve the pages and their files."""
    app.include_router(router)
    app.mount("/static", StaticFiles(directory=WEB), name="static")
