"""The gateway alone, in a thread: no dialogue engine, no index, and whatever knowledge and database a test gives it."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import uvicorn

from api.app import create_app
from api.settings import Settings
from bot.actions.desk import Desk
from bot.actions.keeper import DeskKeeper
from knowledge.editions import EditionStore
from knowledge.library import ROOT, load_library
from retrieval.settings import RetrievalSettings

NOBODY = "http://127.0.0.1:9"
"""Where no dialogue engine answers: what needs no memory is answered from the facts."""


@contextmanager
def gateway(var: Path, knowledge: Path = ROOT, database: str = "") -> Iterator[str]:
    """Serve on a free port until the block ends; yields the address."""
    desk = Desk(load_library(knowledge), cast("Any", None))
    keeper = DeskKeeper(desk, EditionStore(var), RetrievalSettings(wenkao_var=var))
    settings = Settings(
        rasa_url=NOBODY, actions_url=NOBODY, wenkao_var=var, database_url=database, figure_gate="raise"
    )
    app = create_app(settings, keeper)
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the gateway did not start"
        time.sleep(0.02)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=30)


def copied(folder: Path, **notices: str) -> Path:
    """A copy of the lexicon and of some notices; `new_id="published-id"`, with `-` written as `_` in the new one."""
    shutil.copytree(ROOT / "lexicon", folder / "lexicon")
    for name, published in notices.items():
        new = name.replace("_", "-")
        shutil.copytree(ROOT / "notices" / published, folder / "notices" / new)
        edited(folder, new, f"id: {published}", f"id: {new}")
    return folder


def edited(folder: Path, notice_id: str, old: str, new: str) -> None:
    """Replace words of a copied notice; they must be there."""
    file = folder / "notices" / notice_id / "notice.md"
    text = file.read_text(encoding="utf-8")
    assert old in text, f"{notice_id} has no {old!r}"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
