"""`python -m retrieval build` builds the index, `check` reads every byte of it, `search "…"` shows what is found and why."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator

from knowledge.editions import current_library
from knowledge.errors import KnowledgeError
from knowledge.validity import now, parse_as_of
from retrieval.backend import build, check
from retrieval.index import IndexUnusableError
from retrieval.query import Query
from retrieval.search import Hit, Searcher
from retrieval.settings import RetrievalSettings

_LONGEST = 500  # characters of a question, as over HTTP
_SHOWN = 160  # characters of a passage


def main(arguments: list[str] | None = None) -> int:
    """Run one of the commands; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m retrieval", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("build", help="build the index of the edition in force where there is none")
    commands.add_parser("check", help="read every byte of the index and compare it with what was written")
    search = commands.add_parser("search", help="search and show scores, parts and what was rejected")
    search.add_argument("question", type=_question)
    search.add_argument("--as-of", type=parse_as_of, default=None)
    search.add_argument("--limit", type=int, default=10)
    options = parser.parse_args(arguments)
    try:
        return {"build": _build, "check": _check, "search": _search}[options.command](options)
    except (KnowledgeError, IndexUnusableError) as error:
        print(error, file=sys.stderr)
        return 1


def _question(text: str) -> str:
    if not 1 <= len(text.strip()) <= _LONGEST:
        raise argparse.ArgumentTypeError(f"a question has 1 to {_LONGEST} characters, not {len(text)}")
    return text


def _build(_: argparse.Namespace) -> int:
    started = time.monotonic()
    settings = RetrievalSettings()
    library = current_library(settings.wenkao_var)
    built = build(library, settings, lambda line: print(f"  index: {line}", flush=True), sys.stderr.isatty())
    print(f"  index: {'built in %.1f s' % (time.monotonic() - started) if built else 'up to date'}")
    return 0


def _check(_: argparse.Namespace) -> int:
    settings = RetrievalSettings()
    found = check(current_library(settings.wenkao_var), settings)
    print(f"  index: {len(found.passages)} passages of {len(found.entries)} notices, as they were written")
    return 0


def _search(options: argparse.Namespace) -> int:
    settings = RetrievalSettings()
    searcher = Searcher(current_library(settings.wenkao_var), settings)
    query = searcher.understand(options.question)
    print(_understood(query))
    for number, hit in enumerate(searcher.search(query, options.as_of or now(), options.limit), start=1):
        print("\n".join(_told(number, hit, settings.answer_confidence)))
    return 0


def _understood(query: Query) -> str:
    named = {"organisation": query.organisation, "occupation": query.occupation, "level": query.level}
    return f"looking for {query.content!r}" + "".join(
        f", {name} {value}" for name, value in named.items() if value
    )


def _told(number: int, hit: Hit, least: float) -> Iterator[str]:
    """Three lines: the verdict and what it rests on; which ranking found it where; its text."""
    verdict = "accepted" if hit.confidence >= least else "rejected"
    signs = f"lead {hit.signs.lead:+.3f}, like a declined question {hit.signs.declined:.3f}"
    score = f"score {hit.score:.3f} = nearness {hit.signs.nearness:.3f} {hit.bonus:+.3f} for names and validity"
    yield f"{number:3} {verdict} confidence {hit.confidence:.2f}: {score}; {signs}"
    ranks = ", ".join(f"{name} {rank}" for name, rank in hit.parts.items())
    also = f"; also in {', '.join(hit.twins)}" if hit.twins else ""
    yield f"    {hit.passage.notice_id} {hit.passage.clause} ({hit.status}); ranks: {ranks}{also}"
    yield f"    {hit.passage.text[:_SHOWN]}"


if __name__ == "__main__":
    sys.exit(main())
