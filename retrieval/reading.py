"""Small pieces of large files, read when they are wanted: mapped, each would keep the pages around it in memory."""

from __future__ import annotations

import os
import weakref
from pathlib import Path


class Pieces:
    """An opened file; closed when nothing refers to it any longer."""

    def __init__(self, file: Path) -> None:
        self._descriptor = os.open(file, os.O_RDONLY)
        weakref.finalize(self, os.close, self._descriptor)
        self.size = os.fstat(self._descriptor).st_size

    def read(self, first: int, last: int) -> bytes:
        """The bytes from `first` up to `last`."""
        return os.pread(self._descriptor, last - first, first)
