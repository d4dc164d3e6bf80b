"""`python -m bot.lexicon_export FILE` writes the lexicon's aliases for the dialogue engine's process.

The model is trained with the shipped names. Names that published notices bring reach the running engine through
the live file, which the action server writes; the model needs no training for them, for it sees a name as its kind.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

from knowledge.lexicon.lexicon import Lexicon, load_lexicon
from knowledge.library import ROOT


def live_file(var: Path) -> Path:
    """Where the running engine finds the names of the edition in force (`bot.components` reads the same path)."""
    return var / "knowledge" / "lexicon.json"


def export(lexicon: Lexicon, target: Path) -> None:
    """Write the aliases as JSON in one step, only when they changed (the training is cached by content)."""
    text = json.dumps([asdict(one) for one in lexicon.aliases()], ensure_ascii=False)
    if target.exists() and target.read_text(encoding="utf-8") == text:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.new")
    draft.write_text(text, encoding="utf-8")
    draft.replace(target)


def main() -> None:
    """Write the shipped names to the file that the model is trained with."""
    export(load_lexicon(ROOT / "lexicon"), Path(sys.argv[1]))


if __name__ == "__main__":
    main()
