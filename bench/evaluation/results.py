"""What a run leaves behind: the figures that the page is made of, and every reply that was not as expected."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from bench.evaluation.bm25 import Reading
from bench.evaluation.metrics import Judged, Metrics, Rate
from bench.evaluation.robustness import Drop
from bench.evaluation.scoring import Verdict

FIGURES = Path(__file__).parents[1] / "results" / "evaluation.json"


class Part(BaseModel):
    """When and on what a part of the page was measured."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    day: str
    machine: str


class Compared(Part):
    """One side on the evaluation set."""

    metrics: Metrics


class Read(Part):
    """BM25 with a perfect reader."""

    reading: Reading


class Strained(Part):
    """The development set in worse form; `conversations` and `questions` are its size."""

    drops: dict[str, Drop]


class Repeated(Part):
    """Items answered with the very same replies when asked again, and again with a model trained anew."""

    again: Rate | None = None
    retrained: Rate | None = None


class Figures(BaseModel):
    """All parts; those that a run does not measure stay as they were measured last."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    ours: Compared | None = None
    default: Compared | None = None
    bm25: Read | None = None
    robust: Strained | None = None
    repeated: Repeated | None = None


def read_figures(file: Path = FIGURES) -> Figures:
    """What was measured so far; nothing where nothing was."""
    return Figures.model_validate_json(file.read_text(encoding="utf-8")) if file.exists() else Figures()


def keep_figures(new: Figures, file: Path = FIGURES) -> Figures:
    """Put what was measured now in the place of what was measured before; returns all of it."""
    measured = {name: part for name, part in new if part is not None}
    kept = read_figures(file).model_copy(update=measured)
    file.write_text(kept.model_dump_json(indent=1) + "\n", encoding="utf-8")
    return kept


def write_wrong(judged: Sequence[Judged], file: Path) -> int:
    """Write each item that was not as expected, all turns up to the last wrong one; returns how many."""
    wrong = [_item(one) for one in judged if not one.right]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(wrong, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return len(wrong)


def _item(judged: Judged) -> dict[str, Any]:
    last = max(i for i, one in enumerate(judged.verdicts) if not one.right)
    item = judged.item
    turns = [_turn(one) for one in judged.verdicts[: last + 1]]
    return {"id": item.id, "category": item.category, "as_of": item.as_of, "turns": turns}


def _turn(verdict: Verdict) -> dict[str, Any]:
    expected = verdict.turn.model_dump(mode="json", exclude_defaults=True, exclude={"say"})
    cited = [f"{one['notice_id']} {one['clause']} ({one['status']})" for one in verdict.reply.citations]
    return {
        "said": verdict.turn.say,
        "missed": verdict.missed,
        "expected": expected,
        "got": {"status": verdict.reply.status, "text": verdict.reply.text, "cited": cited},
        "topics": verdict.reply.topics,
        "wrong_figure": verdict.wrong_figure,
        "unsourced": verdict.unsourced,
    }
