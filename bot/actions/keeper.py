"""Exchanges the desk while questions are being answered, as soon as another edition is in force."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable

from bot.actions.desk import Desk, open_desk
from knowledge.editions import EditionStore
from retrieval.settings import RetrievalSettings

logger = logging.getLogger(__name__)
LOOK_SECONDS = 0.5
RETRY_SECONDS = 10.0


def _nothing(_: Desk) -> None:
    """What most do after an exchange."""


class DeskKeeper:
    """Holds the desk of the edition in force. Take `desk` once for each question: it may change at any moment."""

    def __init__(
        self,
        desk: Desk,
        store: EditionStore,
        settings: RetrievalSettings,
        after: Callable[[Desk], None] = _nothing,
    ) -> None:
        self._desk, self._store, self._settings, self._after = desk, store, settings, after
        self._not_before = 0.0
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="editions", daemon=True)

    @classmethod
    def open(cls, settings: RetrievalSettings, after: Callable[[Desk], None] = _nothing) -> DeskKeeper:
        """Open the edition in force. Raises KnowledgeError or IndexUnusableError."""
        store = EditionStore(settings.wenkao_var)
        return cls(open_desk(store, settings), store, settings, after)

    @property
    def desk(self) -> Desk:
        """The desk of the edition in force."""
        return self._desk

    def start(self) -> None:
        """Begin to look for another edition."""
        self._thread.start()

    def stop(self) -> None:
        """Stop looking; an exchange that is under way is given up."""
        self._stopping.set()

    def look(self) -> bool:
        """Exchange the desk where another edition is in force; tell whether that was done.

        Whatever goes wrong is logged and tried again later; until then the old desk stays.
        """
        if time.monotonic() < self._not_before:
            return False
        try:
            if self._store.current() == self._desk.edition:
                return False
            desk = open_desk(self._store, self._settings)
        except Exception:  # the service goes on with the edition that it has
            logger.exception("版本 %d 继续使用：新的版本无法启用", self._desk.edition)
            self._not_before = time.monotonic() + RETRY_SECONDS
            return False
        self._exchange(desk)
        return True

    def _exchange(self, desk: Desk) -> None:
        old, self._desk = self._desk, desk
        logger.info("版本 %d 换为版本 %d（%s）", old.edition, desk.edition, desk.fingerprint[:12])
        try:
            self._after(desk)
        except OSError:
            logger.exception("换用版本 %d 之后的步骤失败", desk.edition)

    def _watch(self) -> None:
        while not self._stopping.wait(LOOK_SECONDS):
            self.look()
