"""What an operator sees: sentences, one moving line for long work, and problems in two languages."""

from __future__ import annotations

import contextlib
import re
import shutil
import sys
import time
import unicodedata
from pathlib import Path

# Where nothing can be rewritten (a log of continuous integration) a line this often shows that work goes on.
QUIET_SECONDS = 20.0


class Problem(Exception):
    """Something that the operator has to mend, in one English and one Chinese sentence.

    `details` are lines of a log, printed above the sentence so that the sentence stands last.
    """

    def __init__(self, english: str, chinese: str, details: str = "") -> None:
        super().__init__(f"{english} / {chinese}")
        self.details = details

    def report(self) -> None:
        """Print the details and then the sentence on standard error."""
        if self.details:
            say(self.details)
        say(f"✗ {self}")


def say(text: str) -> None:
    """Print one line on standard error: standard output is for what a task is asked for."""
    _write(f"{text}\n")


def _write(text: str) -> None:
    # The terminal may have been closed; what has to end still ends in good order.
    with contextlib.suppress(OSError):
        sys.stderr.write(text)
        sys.stderr.flush()


class StatusLine:
    """One line that is rewritten on a terminal, and repeated now and then elsewhere."""

    def __init__(self, label: str) -> None:
        self.label = label
        self.started = time.monotonic()
        self._live = sys.stderr.isatty()
        self._next = 0.0

    @property
    def seconds(self) -> int:
        """Whole seconds since the line began."""
        return int(time.monotonic() - self.started)

    def show(self, note: str = "") -> None:
        """Show the label, the time taken and a note."""
        text = f"… {self.label}  {self.seconds} s  {note}".rstrip()
        if self._live:
            text = _cut(text, shutil.get_terminal_size().columns - 1)
            _write(f"\r\x1b[K{text}")
        elif self.seconds >= self._next:
            self._next = self.seconds + QUIET_SECONDS
            say(text)

    def clear(self) -> None:
        """Take the moving line away."""
        if self._live:
            _write("\r\x1b[K")

    def done(self) -> None:
        """Replace the moving line by a finished one."""
        self.clear()
        say(f"✓ {self.label}  {self.seconds} s")


def _cut(text: str, columns: int) -> str:
    """Return as much of a text as fits: a line that wraps cannot be rewritten. A 汉字 takes two columns."""
    used = 0
    for place, character in enumerate(text):
        used += 2 if unicodedata.east_asian_width(character) in "WF" else 1
        if used > columns:
            return text[:place]
    return text


def tail(path: Path, lines: int = 12, start: int = 0) -> str:
    """Return the last lines of a log, of what was written after the byte `start`."""
    if not path.exists():
        return ""
    with path.open("rb") as log:
        log.seek(start if start <= path.stat().st_size else 0)
        text = log.read().decode("utf-8", "replace")
    plain = re.sub(r"\x1b\[[\d;]*m", "", text.replace("\r", "\n"))  # without colours
    kept = [line for line in plain.splitlines() if line.strip()]
    return "\n".join(kept[-lines:])
