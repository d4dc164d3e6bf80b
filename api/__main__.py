"""`python -m api` serves the gateway on HOST and PORT."""

from __future__ import annotations

import logging
import sys

import uvicorn

from api.app import create_app
from api.settings import Settings
from bot.actions.keeper import DeskKeeper
from knowledge.errors import KnowledgeError
from retrieval.index import IndexUnusableError
from retrieval.settings import RetrievalSettings


def main() -> int:
    """Open everything, then serve until stopped."""
    settings = Settings()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    logging.getLogger("httpx2").setLevel(logging.WARNING)
    try:
        keeper = DeskKeeper.open(RetrievalSettings(wenkao_var=settings.wenkao_var))
    except (KnowledgeError, IndexUnusableError) as error:
        print(error, file=sys.stderr)
        return 1
    uvicorn.run(create_app(settings, keeper), host=settings.host, port=settings.port, access_log=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
