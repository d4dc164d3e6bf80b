"""`python -m bot.lexicon_export FILE` writes the lexicon's aliases for the dialogue engine's process.

Beside them it writes `sounds.json`: how each common character sounds. The model is trained with the shipped names.
Names that published notices bring reach the running engine through the live file, which the action server writes; the
model needs no training for them, for it sees a name as its kind. A programme is a kind of its own here: what is asked
about one is another topic than the same question about an occupation.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, replace
from pathlib import Path

from knowledge.lexicon.lexicon import Lexicon, load_lexicon
from knowledge.library import ROOT
from retrieval.normalising.syllables import blur, syllables

PROGRAMME = "programme"
_GB2312 = range(0xB0, 0xF8), range(0xA1, 0xFF)  # its rows and cells with characters


def live_file(var: Path) -> Path:
    """Where the running engine finds the names of the edition in force (`bot.components` reads the same path)."""
    return var / "knowledge" / "lexicon.json"


def export(lexicon: Lexicon, target: Path) -> None:
    """Write the aliases as JSON in one step, only when they changed (the training is cached by content)."""
    programmes = {one.name for one in lexicon.occupations if one.programme}
    aliases = (
        replace(one, kind=PROGRAMME) if one.kind == "occupation" and one.value in programmes else one
        for one in lexicon.aliases()
    )
    _write(json.dumps([asdict(one) for one in aliases], ensure_ascii=False), target)


def export_sounds(target: Path) -> None:
    """Write a toneless syllable for each character of GB 2312, with the sounds made equal that people confuse.

    One for each, wherever it stands: a neighbour that is mistyped must not change how a character sounds.
    """
    rows, cells = _GB2312
    characters = [bytes([row, cell]).decode("gb2312", errors="ignore") for row in rows for cell in cells]
    sounds = {one: blur(syllables(one))[0] for one in characters if one}
    _write(json.dumps(sounds, ensure_ascii=False), target)


def _write(text: str, target: Path) -> None:
    if target.exists() and target.read_text(encoding="utf-8") == text:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.new")
    draft.write_text(text, encoding="utf-8")
    draft.replace(target)


def main() -> None:
    """Write the shipped names to the file that the model is trained with, and the sounds beside it."""
    target = Path(sys.argv[1])
    export(load_lexicon(ROOT / "lexicon"), target)
    export_sounds(target.with_name("sounds.json"))


if __name__ == "__main__":
    main()
