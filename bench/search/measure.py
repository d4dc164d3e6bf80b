"""Search on the labelled questions: words, characters, meaning, all together, and with the question understood."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bench import machine
from bench.evaluation.metrics import Rate
from bench.search import QUESTIONS
from bench.search.declining import THRESHOLDS, Judged, at, draw, judge_confidence, telling_apart
from bench.search.rankings import Found, judge
from bench.search.ways import ways
from deploy.local.build import build_index
from deploy.local.tree import Tree
from knowledge.verification import verified_library
from retrieval.labelled import load_labelled, sought
from retrieval.search import Searcher
from retrieval.settings import RetrievalSettings

_PLOT = "docs/images/search-risk-coverage.svg"
_HEADING = """\
# Search on labelled questions

Made by `make bench ARGS=search` on {day}; do not edit. {machine}.

{questions} questions (`bench/search/questions`), written from the notices by people who saw neither the program nor
`retrieval/training`; a question may have several right passages, and what several notices share counts once.
Intervals are 95 % (Wilson). Every row ranks the same {passages} passages. The first three are what anybody would try; the last is
what the service does: organisation, occupation and level are understood and raise or lower passages, and so does being in force."""
_DECLINING = """\
## Confidence

The same questions, and {unsaid} of this field that no notice answers and {outside} of other fields (`bench/search/declined.yml`).
Answering from a confidence on:

| from | answered, of those that have an answer | wrong, of all answers given | declined: notices do not say | declined: not this field |
|---:|---:|---:|---:|---:|
{rows}

The service answers from {used} on. Telling questions with an answer from those without (AUROC; by the nearness of the first
passage alone / by the confidence): {apart}.

![risk against coverage](../../{plot})"""


def measure(tree: Tree) -> str:
    """Rank all questions in every way; returns the page and draws its plot."""
    build_index(tree)
    searcher = Searcher(verified_library(), RetrievalSettings(wenkao_var=tree.var))
    questions = [sought(one, searcher.index.passages) for one in load_labelled(QUESTIONS)]
    rows = [(name, judge(questions, [way(one) for one in questions])) for name, way in ways(searcher).items()]
    heading = _HEADING.format(
        day=date.today().isoformat(),
        machine=machine.hardware(),
        questions=len(questions),
        passages=len(searcher.index.passages),
    )
    judged = judge_confidence(searcher, questions)
    draw(judged, tree.root / _PLOT)
    return f"{heading}\n\n{_table(rows)}\n\n{_declining(judged, searcher.settings.answer_confidence)}\n"


def _declining(judged: Sequence[Judged], used: float) -> str:
    rows = []
    for one in (at(least, judged) for least in THRESHOLDS):
        rates = (one.coverage, one.risk, one.declined["unsaid"], one.declined["outside"])
        rows.append(f"| {one.least:.1f} | " + " | ".join(_rate(each) for each in rates) + " |")
    names = {"unsaid": "the notices do not say", "outside": "not this field"}
    apart = "; ".join(
        f"{names[kind]} {near:.2f} / {sure:.2f}" for kind, (near, sure) in telling_apart(judged).items()
    )
    return _DECLINING.format(
        unsaid=sum(one.kind == "unsaid" for one in judged),
        outside=sum(one.kind == "outside" for one in judged),
        rows="\n".join(rows),
        used=used,
        apart=apart,
        plot=_PLOT,
    )


def _table(rows: Sequence[tuple[str, Found]]) -> str:
    lines = ["| | recall@1 | recall@3 | recall@5 | MRR@10 | nDCG@10 |", "|---|---:|---:|---:|---:|---:|"]
    for name, one in rows:
        recall = " | ".join(_rate(each) for each in one.recall.values())
        lines.append(f"| {name} | {recall} | {one.reciprocal:.3f} | {one.gain:.3f} |")
    return "\n".join(lines)


def _rate(one: Rate) -> str:
    low, high = one.interval
    return f"{one.share:.3f} ({low:.2f}–{high:.2f})"
