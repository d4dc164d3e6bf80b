"""Search on the labelled questions: words, characters, meaning, all together, and with the question understood."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from bench import machine
from bench.evaluation.metrics import Rate
from bench.search import QUESTIONS
from bench.search.rankings import DEPTH, Found, judge
from deploy.local.build import build_index
from deploy.local.tree import Tree
from knowledge.verification import verified_library
from retrieval.analysis import bigrams, content_words
from retrieval.index import Wanted
from retrieval.labelled import Sought, load_labelled, sought
from retrieval.search import Query, Searcher
from retrieval.settings import RetrievalSettings

_ALONE = 100  # passages of one ranking: enough for ten different ones
_HEADING = """\
# Search on labelled questions

Made by `make bench ARGS=search` on {day}; do not edit. {machine}.

{questions} questions (`bench/search/questions`), written from the notices by people who saw neither the program nor
`retrieval/training/questions`; a question may have several right passages, and what several notices share counts once.
Intervals are 95 % (Wilson). Every row ranks the same {passages} passages; the last is what the service does: the
organisation and the occupation are understood and boost or sink passages, and the notice in force goes before one that is not."""


def measure(tree: Tree) -> str:
    """Rank all questions in every way; returns the page."""
    build_index(tree)
    searcher = Searcher(verified_library(), RetrievalSettings(wenkao_var=tree.var))
    questions = [sought(one, searcher.index.passages) for one in load_labelled(QUESTIONS)]
    rows = [
        (name, judge(questions, [ranked(one) for one in questions])) for name, ranked in _ways(searcher).items()
    ]
    heading = _HEADING.format(
        day=date.today().isoformat(),
        machine=machine.hardware(),
        questions=len(questions),
        passages=len(searcher.index.passages),
    )
    return f"{heading}\n\n{_table(rows)}\n"


def _ways(searcher: Searcher) -> dict[str, Callable[[Sought], list[str]]]:
    index = searcher.index

    def only(name: str) -> Callable[[Sought], list[str]]:
        """One ranking alone, of the question as it was asked."""

        def ranked(one: Sought) -> list[str]:
            text = one.question
            wanted = Wanted(content_words(text), bigrams(text), index.encoder.encode([text]))
            return [index.passages[i].twin_key for i in index.rank(wanted, _ALONE)[name]]

        return ranked

    def hybrid(understand: Callable[[str], Query]) -> Callable[[Sought], list[str]]:
        return lambda one: [
            hit.passage.twin_key for hit in searcher.search(understand(one.question), one.as_of, limit=DEPTH)
        ]

    return {
        "BM25, jieba words": only("words"),
        "BM25, character bigrams": only("bigrams"),
        "dense, the shipped model": only("dense"),
        "hybrid": hybrid(lambda text: Query(text, text, text, text)),
        "hybrid, the question understood": hybrid(searcher.understand),
    }


def _table(rows: Sequence[tuple[str, Found]]) -> str:
    lines = ["| | recall@1 | recall@3 | recall@5 | MRR@10 | nDCG@10 |", "|---|---:|---:|---:|---:|---:|"]
    for name, one in rows:
        recall = " | ".join(_rate(each) for each in one.recall.values())
        lines.append(f"| {name} | {recall} | {one.reciprocal:.3f} | {one.gain:.3f} |")
    return "\n".join(lines)


def _rate(one: Rate) -> str:
    low, high = one.interval
    return f"{one.share:.3f} ({low:.2f}–{high:.2f})"
