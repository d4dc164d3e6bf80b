"""What plain retrieval would give: BM25 over the notices' passages, and a reader who misses nothing in the best one.

No names, topics, dates or conversation: the question's words alone. The reader is perfect, so this is the most that a
system of this kind can reach.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import bm25s
import numpy as np
from pydantic import BaseModel, ConfigDict

from bench.evaluation.data import Turn
from bench.evaluation.metrics import Judged, Rate, rate
from bench.evaluation.scoring import stands
from knowledge.clause_path import is_under
from knowledge.library import Library
from retrieval.analysis import content_words
from retrieval.index import teach_names
from retrieval.passages import Passage, passages

DEPTH = 3


class Reading(BaseModel):
    """Questions with figures or a clause: read rightly by a perfect reader, and answered rightly by us.

    `figures`: every expected figure stands in the best passage (`first`), or in one of the best three (`three`);
    `clause`: it is of the expected clause. `ours_…` are the same questions in our run.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    figures_first: Rate
    figures_three: Rate
    ours_figures: Rate
    clause_first: Rate
    clause_three: Rate
    ours_clause: Rate


class Ranker:
    """BM25 over jieba words of each passage with its headings."""

    def __init__(self, library: Library) -> None:
        teach_names(library)
        self.passages = passages(library)
        self._bm25 = bm25s.BM25()
        texts = [content_words(f"{one.context} {one.text}") for one in self.passages]
        self._bm25.index(texts, show_progress=False)

    def best(self, text: str, limit: int = DEPTH) -> list[Passage]:
        """The best passages, best first; fewer where no word of the text is known."""
        known = [word for word in content_words(text) if word in self._bm25.vocab_dict]
        if not known:
            return []
        scores = np.asarray(self._bm25.get_scores(known))
        return [self.passages[i] for i in np.argsort(-scores, kind="stable")[:limit] if scores[i] > 0]


def read(judged: Sequence[Judged], ranker: Ranker) -> Reading:
    """Both sides on the questions that expect figures, and on those that expect a clause."""
    asked = [one.verdicts[0] for one in judged if one.item.is_question]
    figures = [one for one in asked if one.turn.figures]
    clauses = [one for one in asked if one.turn.clause]
    best = {one.turn.say: ranker.best(one.turn.say) for one in (*figures, *clauses)}
    return Reading(
        figures_first=rate(_holds(one.turn, best[one.turn.say][:1]) for one in figures),
        figures_three=rate(_holds(one.turn, best[one.turn.say]) for one in figures),
        ours_figures=rate(all(stands(it, one.reply.text) for it in one.turn.figures) for one in figures),
        clause_first=rate(_has_clause(one.turn, best[one.turn.say][:1]) for one in clauses),
        clause_three=rate(_has_clause(one.turn, best[one.turn.say]) for one in clauses),
        ours_clause=rate(
            any(_is_of(one.turn, it["notice_id"], it["clause"]) for it in one.reply.citations) for one in clauses
        ),
    )


def _holds(turn: Turn, found: Iterable[Passage]) -> bool:
    """Whether one passage holds every expected figure."""
    return any(all(stands(one, f"{it.context}\n{it.text}\n{it.quote}") for one in turn.figures) for it in found)


def _has_clause(turn: Turn, found: Iterable[Passage]) -> bool:
    return any(_is_of(turn, one.notice_id, one.clause) for one in found)


def _is_of(turn: Turn, notice: str, clause: str) -> bool:
    return turn.notice in (None, notice) and is_under(turn.clause or "", clause)
