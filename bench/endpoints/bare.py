"""The other side: FastAPI endpoints that look up recorded bytes and send them. `python -m bench.endpoints.bare FILE`.

FILE: {path: {query or body: answer}}. PORT is read from the environment, as the gateway does.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import uvicorn
from fastapi import FastAPI, Request, Response

Answers = dict[str, dict[bytes, bytes]]


def create_app(answers: Answers) -> FastAPI:
    """Six endpoints of one line each: no parameter is read or checked, nothing is worked out."""
    app = FastAPI()

    @app.get("/healthz")
    async def healthz() -> dict[str, str]:
        return {"status": "ok"}

    for path, known in answers.items():
        _add(app, path, known)
    return app


def _add(app: FastAPI, path: str, known: dict[bytes, bytes]) -> None:
    async def read(request: Request) -> Response:
        return Response(known[request.scope["query_string"]], media_type="application/json")

    async def judge(request: Request) -> Response:
        return Response(known[await request.body()], media_type="application/json")

    if path == "/v1/eligibility":
        app.post(path)(judge)
    else:
        app.get(path)(read)


def main(file: Path) -> None:
    """Serve until stopped, with the settings of `python -m api`."""
    texts: dict[str, dict[str, str]] = json.loads(file.read_text(encoding="utf-8"))
    answers = {path: {key.encode(): text.encode() for key, text in known.items()} for path, known in texts.items()}
    uvicorn.run(create_app(answers), host="127.0.0.1", port=int(os.environ["PORT"]), access_log=False)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
