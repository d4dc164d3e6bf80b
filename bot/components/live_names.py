"""The names that the running dialogue engine knows: those of the training, then those of the edition in force.

Standard library only and valid on Python 3.10, as everything that the engine's process imports from here.
"""

from __future__ import annotations

import json
from pathlib import Path

from knowledge.lexicon.matching import Alias, Matcher


class LiveNames:
    """A matcher that follows the file which the action server writes."""

    def __init__(self, trained: Path, live: Path) -> None:
        self._live = live
        self._stamp: tuple[int, int] | None = None
        self.matcher = read_matcher(trained)
        """Of the file read last."""

    def follow(self) -> None:
        """Read the live file where it was replaced since; as long as there is none, the trained names stay."""
        try:
            status = self._live.stat()
        except OSError:
            return
        stamp = (status.st_mtime_ns, status.st_ino)
        if stamp != self._stamp:
            self.matcher, self._stamp = read_matcher(self._live), stamp


def read_matcher(file: Path) -> Matcher:
    """Read the aliases that `bot.lexicon_export` wrote."""
    return Matcher(Alias(**one) for one in json.loads(file.read_text(encoding="utf-8")))
