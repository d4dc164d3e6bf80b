"""`python -m retrieval build` builds the index; `python -m retrieval search "…"` shows what is found and why."""

from __future__ import annotations

import argparse
import sys
import time

from knowledge.editions import current_library
from knowledge.errors import KnowledgeError
from knowledge.validity import now, parse_as_of
from retrieval.backend import build
from retrieval.index import IndexUnusableError
from retrieval.search import Searcher
from retrieval.settings import RetrievalSettings


def main(arguments: list[str] | None = None) -> int:
    """Run one of the two commands; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m retrieval", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("build", help="build the index of the edition in force where there is none")
    search = commands.add_parser("search", help="search and show scores, parts and what was rejected")
    search.add_argument("question")
    search.add_argument("--as-of", type=parse_as_of, default=None)
    search.add_argument("--limit", type=int, default=10)
    options = parser.parse_args(arguments)
    try:
        return _build() if options.command == "build" else _search(options)
    except (KnowledgeError, IndexUnusableError) as error:
        print(error, file=sys.stderr)
        return 1


def _build() -> int:
    started = time.monotonic()
    settings = RetrievalSettings()
    library = current_library(settings.wenkao_var)
    built = build(library, settings, lambda line: print(f"  index: {line}", flush=True), sys.stderr.isatty())
    print(f"  index: {'built in %.1f s' % (time.monotonic() - started) if built else 'up to date'}")
    return 0


def _search(options: argparse.Namespace) -> int:
    settings = RetrievalSettings()
    searcher = Searcher(current_library(settings.wenkao_var), settings)
    query = searcher.understand(options.question)
    print(f"content {query.content!r} organisation {query.organisation} occupation {query.occupation}")
    for hit in searcher.search(query, options.as_of or now(), options.limit):
        verdict = " " if hit.confidence >= settings.answer_confidence else "-"
        where = f"{hit.passage.notice_id} {hit.passage.clause}"
        print(f"{verdict} {hit.score:.4f} conf {hit.confidence:.2f} {hit.parts} {hit.status} {where}")
        print(f"    {hit.passage.text[:160]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
