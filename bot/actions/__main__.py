"""`python -m bot.actions --port 8002` serves the actions to the dialogue engine, on loopback only."""

from __future__ import annotations

import argparse
import logging
import sys

from rasa_sdk.endpoint import create_app
from rasa_sdk.executor import ActionExecutor
from sanic import Sanic

from bot.actions.desk import Desk
from bot.actions.keeper import DeskKeeper
from bot.actions.rasa_actions import all_actions
from bot.lexicon_export import export, live_file
from knowledge.errors import KnowledgeError
from retrieval.index import IndexUnusableError
from retrieval.settings import RetrievalSettings


def main() -> int:
    """Open the edition in force and serve until stopped, following the editions."""
    parser = argparse.ArgumentParser(prog="python -m bot.actions", description=__doc__)
    parser.add_argument("--port", type=int, default=8002)
    port = parser.parse_args().port
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    settings = RetrievalSettings()

    def tell_names(desk: Desk) -> None:
        export(desk.library.lexicon, live_file(settings.wenkao_var))

    try:
        keeper = DeskKeeper.open(settings, tell_names)
    except (KnowledgeError, IndexUnusableError) as error:
        print(error, file=sys.stderr)
        return 1
    tell_names(keeper.desk)
    keeper.start()
    executor = ActionExecutor()
    for action in all_actions(lambda: keeper.desk):
        executor.register_action(action)
    app = create_app(executor)
    app.prepare(host="127.0.0.1", port=port, single_process=True, access_log=False, motd=False)
    Sanic.serve_single(app)
    return 0


if __name__ == "__main__":
    sys.exit(main())
