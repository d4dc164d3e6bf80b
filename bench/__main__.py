"""`python -m bench [dialogue|endpoints|growth|search]` (`make bench`, `make bench ARGS=endpoints`): one side-by-side measurement.

dialogue: ours against Rasa's default configuration; needs both environments, trains what has changed. The default.
endpoints: the fact endpoints against bare FastAPI endpoints that send the same bytes; a minute, without Rasa.
growth: search in corpora of a thousand to a million passages, beside others; 25 minutes, GROWTH_SIZES=1000,10000 less.
search: words, characters, meaning and all together on labelled questions; seconds, without Rasa.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from bench import dialogue, endpoints
from bench.growth import measure as growth
from bench.search import measure as search
from deploy.local.commands import Stopped, stop_on_signals
from deploy.local.console import Problem, say
from deploy.local.tree import Tree

RESULTS = Path(__file__).with_name("results")
BENCHES: dict[str, Callable[[Tree], str]] = {
    "dialogue": dialogue.measure,
    "endpoints": endpoints.measure,
    "growth": growth.measure,
    "search": search.measure,
}


def main(arguments: list[str] | None = None) -> int:
    """Measure, print the page and keep it in `bench/results`. Returns the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", nargs="?", choices=BENCHES, default="dialogue")
    what = parser.parse_args(arguments).what
    tree, result = Tree.here(), RESULTS / f"{what}.md"
    stop_on_signals()
    try:
        page = BENCHES[what](tree)
    except Problem as problem:
        problem.report()
        return 1
    except (KeyboardInterrupt, Stopped):
        say("✗ stopped / 已停止")
        return 130
    result.write_text(page, encoding="utf-8")
    print(page, end="")
    say(f"✓ {tree.short(result)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
