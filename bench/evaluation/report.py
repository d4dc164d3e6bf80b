"""The measured figures as Markdown: `docs/evaluation.md` is written here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bench.evaluation.bm25 import Reading
from bench.evaluation.metrics import Counts, Metrics, Rate, total
from bench.evaluation.results import Compared, Figures, Part, Read, Repeated, Strained
from bench.evaluation.robustness import Drop

PLOTS = ("categories", "statuses", "robustness")

_HEADING = """\
# The conversation, evaluated

Made by `make evaluate`; do not edit. The questions and conversations (`bench/evaluation/questions`, `conversations`) were
written from the notices by people who saw neither the program nor its training data; nothing of them may be trained on, and
`tests/bench/test_evaluation_sets.py` refuses near-duplicates. Its misses are counted by category and status to choose what to
work on (that is how the statuses of eligibility were settled); its items are not read for it. Its labels were checked by two
further readers each, who saw no reply (`docs/adr/0014-labels-read-three-times.md`). An item is right when in every turn the status is one of
those allowed, every expected figure is printed, none that must not be is, and one citation is of the expected notice and
clause. Intervals are 95 % (Wilson)."""

_TERMS = """\
A *wrong figure* is one that must not be printed, or, in an answer that lacks an expected figure, another of the same sort
or unit (day, telephone, 元 …). A figure *without source* stands in no quote, in nothing worked out, and not in the question; the
gateway withholds such replies, which are counted too. *Refused* is out_of_scope, no_answer or, where nothing else is right,
not_stated; a *real question* is one that may only be answered, answered in part or asked back about."""

_LABELS_CHECKED = "2026-11-22"
_BEFORE = """\
Rasa's default was measured on the labels before they were checked and stricter in most places, and trained on the 8,800 examples of then;
ours had 87.2 % of questions and 50.0 % of conversations right then. Its training on all that there are now takes hours and was left."""

_HOW = """\
`make evaluate` starts the service by itself, with the shipped notices and databases of its own. `ARGS="--url http://…"` asks one
that runs; `--only b`, `--category fees` restrict (the page then stays as it is); `--sides` adds BM25, `--default` Rasa's
default pipeline, trained on the same examples (an hour the first time), `--robust` the development set in worse form;
`--twice` asks everything again and `--retrained` once more of a model trained anew; they fail where a reply differs. What went wrong stands in `var/evaluation/*.json`."""


def markdown(figures: Figures) -> str:
    """The whole page; parts that were never measured are left out."""
    parts = [_HEADING]
    if figures.ours:
        parts += _ours(figures.ours)
    if figures.ours and figures.default:
        parts += _default(figures.ours, figures.default)
    if figures.bm25:
        parts += _bm25(figures.bm25)
    if figures.robust:
        parts += _robust(figures.robust)
    if figures.repeated:
        parts += _repeated(figures.repeated)
    return "\n\n".join([*parts, "## How to repeat it", _HOW]) + "\n"


def summary(metrics: Metrics) -> str:
    """The main figures as a table, for the page and for the console."""
    rows = [(name, _rate(one)) for name, one in _rates(metrics)]
    rows += [(name, _f1(one)) for name, one in _found(metrics)]
    rows += [(f"slots read: {name}", _rate(one)) for name, one in metrics.slots.items()]
    rows.append(("median turn", f"{metrics.ms:.0f} ms"))
    return _table(("", "measured"), rows)


def categories(metrics: Metrics) -> str:
    """What is right, per category."""
    return _table(("category", "right"), [(name, _rate(one)) for name, one in metrics.categories.items()])


def _ours(part: Compared) -> list[str]:
    metrics = part.metrics
    return [
        f"## 问考\n\n{_when(part)}",
        summary(metrics),
        _TERMS,
        "### By category",
        _plot("categories", "Right by category, with 95 % intervals"),
        categories(metrics),
        "### Statuses",
        "Rows: the status expected first; columns: what came. Several are allowed for many questions.",
        _plot("statuses", "Expected first status against the one that came"),
        "### Topics",
        _topics(metrics),
    ]


def _default(ours: Compared, default: Compared) -> list[str]:
    rows = [
        (name, _rate(one), _rate(other))
        for (name, one), (_, other) in zip(_rates(ours.metrics), _rates(default.metrics), strict=True)
    ]
    return [
        f"## Against Rasa's default pipeline\n\n{_when(default)}",
        "The same gateway, actions and knowledge; in Rasa what `rasa init` proposes for Chinese "
        "(`bench/rasa_default/config.yml`), trained on the same examples and rules.",
        *([_BEFORE] if default.day < _LABELS_CHECKED else []),
        _table(("", "ours", "Rasa default"), rows),
    ]


def _bm25(part: Read) -> list[str]:
    return [
        f"## Against BM25 with a perfect reader\n\n{_when(part)}",
        "Jieba words over the same passages, nothing else; the reader overlooks nothing in what is found. Single questions "
        "that expect figures, or a clause.",
        reading(part.reading),
    ]


def _robust(part: Strained) -> list[str]:
    return [
        f"## In worse form\n\n{_when(part)}",
        "The development set (`tests/dialogues`), each message changed by a fixed seed (`bench/evaluation/perturb.py`). The drop is "
        "in points, paired, ± the 95 % half-width; two questions in one message count as right when both are, and are "
        "compared with both being right one by one.",
        _plot("robustness", "First questions right, by kind of change"),
        drops(part.drops),
    ]


def _repeated(part: Repeated) -> list[str]:
    measured = (("asked again", part.again), ("asked of a model trained anew", part.retrained))
    return [
        f"## The same replies\n\n{_when(part)}",
        "Items answered word for word as the first time, with the same citations and statuses.",
        _table(("", "the same"), [(name, _rate(one)) for name, one in measured if one]),
    ]


def reading(one: Reading) -> str:
    """Ours and BM25 side by side."""
    rows = [
        ("expected figures", _rate(one.ours_figures), _rate(one.figures_first), _rate(one.figures_three)),
        ("expected clause", _rate(one.ours_clause), _rate(one.clause_first), _rate(one.clause_three)),
    ]
    return _table(("", "ours", "in the first passage", "in the first three"), rows)


def drops(found: Mapping[str, Drop]) -> str:
    """What is right with each kind of change, and what it costs."""
    rows = [
        (
            kind,
            _rate(one.questions),
            _points(one.questions_drop),
            _rate(one.conversations) if one.conversations else "–",
            _points(one.conversations_drop) if one.conversations_drop else "–",
        )
        for kind, one in found.items()
    ]
    return _table(("", "first questions", "drop", "conversations", "drop"), rows)


def _rates(metrics: Metrics) -> list[tuple[str, Rate]]:
    return [
        ("questions right", metrics.questions),
        ("conversations right in every turn", metrics.conversations),
        ("turns right", metrics.turns),
        ("wrong figure, of turns that expect or forbid some", metrics.wrong_figures),
        ("figure without source", metrics.unsourced),
        ("withheld for a figure without source", metrics.withheld),
        ("asked back", metrics.clarifications),
        ("asked back where that is not right", metrics.needless_clarifications),
        ("outside or unstated: refused", metrics.outside_refused),
        ("real questions refused", metrics.real_refused),
    ]


def _found(metrics: Metrics) -> Iterable[tuple[str, Counts]]:
    if metrics.topics:
        yield "topics, F1 (micro)", total(metrics.topics.values())
    yield "names, F1 (micro)", total(metrics.entities.values())
    yield from ((f"names: {kind}, F1", one) for kind, one in metrics.entities.items())


def _topics(metrics: Metrics) -> str:
    if not metrics.topics:
        return "Not measured: the dialogue engine could not be asked."
    rows = [
        (name, f"{one.precision:.2f}", f"{one.recall:.2f}", f"{one.f1:.2f}", str(one.found + one.missed))
        for name, one in metrics.topics.items()
    ]
    return _table(("topic", "precision", "recall", "F1", "asked for"), rows)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ("---", *("---:" for _ in head[1:])), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _rate(one: Rate) -> str:
    if not one.of:
        return "–"
    low, high = one.interval
    return f"{one.share:.1%} ({one.hits} of {one.of}; {low:.0%}–{high:.0%})"


def _f1(one: Counts) -> str:
    return f"{one.f1:.3f} (precision {one.precision:.3f}, recall {one.recall:.3f})"


def _points(drop: tuple[float, float]) -> str:
    points, half = drop
    return f"{points:.1f} ± {half:.1f}"


def _when(part: Part) -> str:
    return f"{part.day}, {part.machine}."


def _plot(name: str, title: str) -> str:
    return f"![{title}](images/evaluation-{name}.svg)"
