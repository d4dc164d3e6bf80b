"""The page: what was measured stands there, what was not is left out, and the same figures give the same files."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

from bench.evaluation.bm25 import Ranker, Reading, read
from bench.evaluation.data import Item, Turn
from bench.evaluation.metrics import Counts, Judged, Metrics, Rate
from bench.evaluation.plots import write_plots
from bench.evaluation.report import markdown, summary
from bench.evaluation.results import (
    Compared,
    Figures,
    Read,
    Repeated,
    Strained,
    keep_figures,
    read_figures,
    write_wrong,
)
from bench.evaluation.robustness import Drop
from bench.evaluation.run import differing
from bench.evaluation.scoring import Reply, score
from knowledge.library import Library

HALF = Rate(hits=5, of=10)
NONE = Rate(hits=0, of=10)
METRICS = Metrics(
    questions=HALF,
    conversations=Rate(hits=1, of=3),
    turns=HALF,
    categories={"fees": HALF, "hours": Rate(hits=7, of=7)},
    wrong_figures=NONE,
    unsourced=NONE,
    withheld=NONE,
    statuses={"answered": {"answered": 5, "no_answer": 4}, "not_stated": {"answered": 1}},
    clarifications=NONE,
    needless_clarifications=NONE,
    outside_refused=HALF,
    real_refused=NONE,
    topics={"fee": Counts(found=3, spurious=1, missed=1)},
    entities={"level": Counts(found=2)},
    slots={"age": HALF},
    ms=42.0,
)
WHEN = {"day": "2026-11-21", "machine": "two cores"}
OURS = Figures(ours=Compared(**WHEN, metrics=METRICS))
ALL = Figures(
    ours=OURS.ours,
    default=OURS.ours,
    bm25=Read(
        **WHEN,
        reading=Reading(
            figures_first=HALF,
            figures_three=HALF,
            ours_figures=HALF,
            clause_first=HALF,
            clause_three=HALF,
            ours_clause=HALF,
        ),
    ),
    robust=Strained(
        **WHEN,
        drops={
            "as written": Drop(
                questions=HALF, questions_drop=(0, 0), conversations=HALF, conversations_drop=(0, 0)
            ),
            "joined": Drop(questions=NONE, questions_drop=(50, 31), conversations=None, conversations_drop=None),
        },
    ),
    repeated=Repeated(**WHEN, again=HALF),
)


def test_the_page_has_a_part_for_each_thing_measured() -> None:
    assert "| questions right | 50.0% (5 of 10; 24%–76%) |" in markdown(OURS)
    assert "Rasa's default" not in markdown(OURS).split("## How to repeat it")[0]
    for part in (
        "Against Rasa's default pipeline",
        "Against BM25",
        "In worse form",
        "| joined | 0.0%",
        "| 50.0 ± 31.0",
        "| asked again | 50.0%",
    ):
        assert part in markdown(ALL)
    assert "| topics, F1 (micro) | 0.750 (precision 0.750, recall 0.750) |" in summary(METRICS)


def test_every_plot_of_the_page_is_drawn_alike_each_time(tmp_path: Path) -> None:
    first, second = write_plots(ALL, tmp_path / "a"), write_plots(ALL, tmp_path / "b")
    assert [one.read_bytes() for one in first] == [one.read_bytes() for one in second]
    for file in first:
        assert f"(images/{file.name})" in markdown(ALL)
        assert ElementTree.parse(file).getroot().tag.endswith("svg")


def test_a_part_that_is_not_measured_again_stays(tmp_path: Path) -> None:
    file = tmp_path / "evaluation.json"
    keep_figures(ALL, file)
    later = Figures(ours=Compared(day="2026-12-01", machine="two cores", metrics=METRICS))
    assert keep_figures(later, file) == read_figures(file) == ALL.model_copy(update={"ours": later.ours})


def judged(text: str, *, quote: str = "", message_id: str = "1", figures: tuple[str, ...] = ("500",)) -> Judged:
    turn = Turn(say="人工智能训练师三级的费用是多少", status=("answered",), topics=("fee",), figures=figures)
    cited = {"notice_id": "saia-2026-ai-trainer", "clause": "二（四）", "quote": quote, "status": "current"}
    message = {"message_id": message_id, "text": text, "citations": [cited], "computed": []}
    return Judged(Item(id="a-1", category="fees", turns=(turn,)), (score(turn, Reply("answered", (message,))),))


def test_what_was_wrong_is_written_with_what_was_said_expected_and_got(tmp_path: Path) -> None:
    file = tmp_path / "evaluation" / "ours.json"
    assert write_wrong([judged("收400元", quote="400元"), judged("收500元", quote="500元")], file) == 1
    (wrong,) = json.loads(file.read_text(encoding="utf-8"))
    turn = wrong["turns"][0]
    assert (wrong["id"], turn["said"]) == ("a-1", "人工智能训练师三级的费用是多少")
    assert turn["missed"] == ["figure 500 missing"]
    assert turn["expected"] == {"status": ["answered"], "topics": ["fee"], "figures": ["500"]}
    assert turn["got"]["text"] == "收400元"
    assert turn["wrong_figure"]


def test_two_runs_differ_where_a_text_differs_and_not_by_the_names_of_messages() -> None:
    assert differing([judged("收500元")], [judged("收500元", message_id="2")]) == []
    assert differing([judged("收500元")], [judged("收500元。")]) == ["a-1"]


def test_a_perfect_reader_finds_what_stands_in_the_best_passage(library: Library) -> None:
    ranker = Ranker(library)
    best = ranker.best("参加考核评价费用")[0]
    assert best in ranker.passages
    assert ranker.best("abcxyz") == []
    turn = Turn(say=best.text[:100], status=("answered",), notice=best.notice_id, clause=best.clause)
    item = Item(id="a-1", category="fees", turns=(turn,))
    found = read([Judged(item, (score(turn, Reply("no_answer")),))], ranker)
    assert found.clause_three == Rate(hits=1, of=1)
    assert found.ours_clause == Rate(hits=0, of=1)
    assert found.figures_first == Rate(hits=0, of=0)
