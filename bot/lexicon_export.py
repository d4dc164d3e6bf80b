"""`python -m bot.lexicon_export FILE` writes the lexicon's aliases for the dialogue engine's process."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

from knowledge.lexicon.lexicon import load_lexicon
from knowledge.library import ROOT


def main() -> None:
    """Write the aliases as JSON, only when they changed (the training is cached by content)."""
    target = Path(sys.argv[1])
    text = json.dumps([asdict(one) for one in load_lexicon(ROOT / "lexicon").aliases()], ensure_ascii=False)
    if not target.exists() or target.read_text(encoding="utf-8") != text:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
