"""Where things are in a checkout."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Tree:
    """A checkout of the project: every path that the tasks use, from its root."""

    root: Path

    @classmethod
    def here(cls) -> Tree:
        """Return the checkout that this file belongs to."""
        return cls(Path(__file__).resolve().parents[2])

    @property
    def var(self) -> Path:
        """Everything that is made here and not committed."""
        return self.root / "var"

    @property
    def logs(self) -> Path:
        """One log file per program and per long task."""
        return self.var / "log"

    @property
    def run(self) -> Path:
        """Locks, sockets and the generated process configuration."""
        return self.var / "run"

    @property
    def app_python(self) -> Path:
        """The interpreter of everything but Rasa."""
        return self.root / ".venv/bin/python"

    @property
    def rasa_python(self) -> Path:
        """The interpreter of Rasa."""
        return self.root / ".venv-rasa/bin/python"

    def make_folders(self) -> None:
        """Create the folders that logs, locks and built files go to."""
        for folder in (self.logs, self.run, self.var / "build", self.var / "models"):
            folder.mkdir(parents=True, exist_ok=True)

    def short(self, path: Path) -> str:
        """Return a path as an operator types it: from the root where it is inside."""
        return str(path.relative_to(self.root)) if path.is_relative_to(self.root) else str(path)

    def environment(self) -> dict[str, str]:
        """Return the environment in which the programs are built, trained and run, from the root."""
        return {
            # These two may be set from outside, to keep the data of another run apart.
            "WENKAO_VAR": str(self.var),
            "WENKAO_TRACKER_DB": str(self.var / "tracker.db"),
            **os.environ,
            "PYTHONPATH": str(self.root),
            "PYTHONUNBUFFERED": "1",
            "RASA_TELEMETRY_ENABLED": "false",
            "TF_CPP_MIN_LOG_LEVEL": "2",
            "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
            "WENKAO_LEXICON": "var/build/lexicon.json",
        }
