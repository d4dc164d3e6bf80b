"""`python -m bot.engine run …` is `rasa run …` after the exchanges of `bot.engine.exchanges`.

`python -m bot.engine report` prints what was exchanged, as JSON, and starts nothing.
"""

from __future__ import annotations

import json
import sys

import rasa.__main__

from bot.engine.exchanges import EXCHANGES
from bot.engine.patching import apply


def main() -> int:
    """Exchange what is known to be slow, say so, and go on as Rasa's own command."""
    report = apply(EXCHANGES)
    if sys.argv[1:2] == ["report"]:
        print(json.dumps(report, indent=1))
        return 0
    for name, outcome in report.items():
        print(f"bot.engine: {name}: {outcome}", file=sys.stderr)
    rasa.__main__.main()
    return 0


if __name__ == "__main__":
    sys.exit(main())
