"""Building the index apart from a process that is answering meanwhile.

A named embedding model needs libraries that would cost a serving process seconds and hundreds of megabytes, and any
index a segmenter that knows the names of no other edition: a process of its own has both, and then ends. An index that
belongs to one process, as in Milvus Lite, is built in it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from filelock import FileLock

from knowledge.library import Library
from retrieval.backend import belongs_to_one_process, build, is_built
from retrieval.index import ASKED_LOCK, IndexUnusableError
from retrieval.settings import RetrievalSettings

_ROOT = Path(__file__).parent.parent
_SECONDS = 900
"""A large sentence-transformers model takes minutes for all passages."""


def build_apart(library: Library, settings: RetrievalSettings) -> None:
    """See that there is an index of the edition in force, which `library` is.

    Raises:
        IndexUnusableError: it could not be built; the message ends with what the building process said.
    """
    settings.index_root.mkdir(parents=True, exist_ok=True)
    with FileLock(settings.index_root / ASKED_LOCK):  # several processes want the same index at the same moment
        if belongs_to_one_process(settings):
            build(library, settings, lambda _: None)
        elif not is_built(library, settings):
            _run(settings)


def _run(settings: RetrievalSettings) -> None:
    environment = {
        **os.environ,
        "WENKAO_VAR": str(settings.wenkao_var.resolve()),
        "MILVUS_URI": settings.milvus_uri,
        "MILVUS_TOKEN": settings.milvus_token,
    }
    command = [sys.executable, "-m", "retrieval", "build"]
    try:
        done = subprocess.run(  # noqa: S603  # the command is ours
            command, cwd=_ROOT, env=environment, capture_output=True, text=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise IndexUnusableError(f"the index was not built within {_SECONDS} s") from error
    if done.returncode != 0:
        said = done.stderr.strip() or done.stdout.strip()
        raise IndexUnusableError(
            f"`python -m retrieval build` failed with status {done.returncode}: {said[-800:]}"
        )
