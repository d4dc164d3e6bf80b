"""`python -m bench.evaluation` (`make evaluate ARGS="…"`): asks the evaluation set and writes `docs/evaluation.md`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import date

from bench import machine
from bench.evaluation.bm25 import Ranker, read
from bench.evaluation.data import DataError, Item, chosen, load_development, load_items
from bench.evaluation.metrics import Judged, Metrics, Rate, measure, rate
from bench.evaluation.plots import write_plots
from bench.evaluation.report import categories, drops, markdown, reading, summary
from bench.evaluation.results import Compared, Figures, Read, Repeated, Strained, keep_figures, write_wrong
from bench.evaluation.robustness import robustness
from bench.evaluation.run import Service, connected, differing, evaluate, started
from bench.evaluation.understanding import Understanding
from bench.models import DEFAULT, OURS
from deploy.local.commands import Stopped, stop_on_signals
from deploy.local.console import Problem, say
from deploy.local.tree import Tree
from knowledge.library import Library
from knowledge.verification import verified_library


class Evaluation:
    """One run of `make evaluate`."""

    def __init__(self, tree: Tree, options: argparse.Namespace) -> None:
        self._tree, self._options = tree, options
        self._out = tree.var / "evaluation"
        self._library: Library = verified_library()
        self._understanding = Understanding(self._library)

    def run(self) -> int:
        """Ask, count, keep, print. Returns the exit status: 1 where a second run answered otherwise."""
        figures, unlike = self._measured(self._items())
        if not self._is_partial():
            kept = keep_figures(figures)
            page = self._tree.root / "docs" / "evaluation.md"
            page.write_text(markdown(kept), encoding="utf-8")
            for file in (page, *write_plots(kept, page.parent / "images")):
                say(f"✓ {self._tree.short(file)}")
        for name in unlike:
            say(f"✗ {name}: answered otherwise the second time / 两次回答不一致")
        return 1 if unlike else 0

    def _items(self) -> list[Item]:
        items = chosen(load_items(), self._options.only, self._options.category)
        if not items and not self._options.robust:
            raise Problem("No item is chosen: see --only and --category.", "没有选中任何题目。")
        return items

    def _is_partial(self) -> bool:
        """Whether less than everything is asked, or somebody else's service: nothing to be published."""
        return bool(self._options.only or self._options.category or self._options.url)

    def _measured(self, items: Sequence[Item]) -> tuple[Figures, list[str]]:
        parts: dict[str, Compared | Read | Repeated | Strained] = {}
        with self._service() as service:
            judged = evaluate(service, items, "evaluation set / 评测集")
            parts["ours"] = self._compared(self._metrics(judged, "ours"))
            again = evaluate(service, items, "once more / 再问一遍") if self._options.twice else None
            if self._options.robust:
                parts["robust"] = self._strained(service)
        if self._options.sides:
            found = read(judged, Ranker(self._library))
            print(f"BM25 with a perfect reader\n\n{reading(found)}\n", flush=True)
            parts["bm25"] = Read(**self._when(), reading=found)
        if self._options.default:
            with started(self._tree, DEFAULT) as service:
                other = evaluate(service, items, "Rasa's default / Rasa 默认配置")
            parts["default"] = self._compared(self._metrics(other, "default"))
        anew = self._retrained(items) if self._options.retrained else None
        if again or anew:
            rates = {"again": _alike(judged, again), "retrained": _alike(judged, anew)}
            parts["repeated"] = Repeated(**self._when(), **rates)
        unlike = [name for after in (again, anew) if after for name in differing(judged, after)]
        return Figures.model_validate(parts), unlike

    def _retrained(self, items: Sequence[Item]) -> list[Judged]:
        (self._tree.root / OURS.model).unlink()
        with started(self._tree, OURS) as service:
            return evaluate(service, items, "trained anew / 重新训练以后")

    def _service(self) -> AbstractContextManager[Service]:
        return connected(self._options.url) if self._options.url else started(self._tree, OURS)

    def _metrics(self, judged: Sequence[Judged], name: str) -> Metrics:
        metrics = measure(judged, self._understanding)
        print(f"\n{name}\n\n{summary(metrics)}\n\n{categories(metrics)}\n", flush=True)
        self._keep_wrong(judged, name)
        return metrics

    def _strained(self, service: Service) -> Strained:
        found, judged = robustness(service, chosen(load_development(), None, self._options.category))
        print(f"development set in worse form\n\n{drops(found)}\n", flush=True)
        self._keep_wrong(judged, "robust")
        return Strained(**self._when(), drops=found)

    def _keep_wrong(self, judged: Sequence[Judged], name: str) -> None:
        file = self._out / f"{name}.json"
        say(f"✓ {write_wrong(judged, file)} of {len(judged)} not as expected: {self._tree.short(file)}")

    def _compared(self, metrics: Metrics) -> Compared:
        return Compared(**self._when(), metrics=metrics)

    def _when(self) -> dict[str, str]:
        return {"day": date.today().isoformat(), "machine": machine.hardware()}


def _alike(first: Sequence[Judged], second: Sequence[Judged] | None) -> Rate | None:
    """How many items were answered alike; None where they were not asked again."""
    if second is None:
        return None
    unlike = set(differing(first, second))
    return rate([one.item.id not in unlike for one in first])


def options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(prog="make evaluate", description=__doc__)
    parser.add_argument("--url", help="ask a service that runs already (topics are then not judged)")
    parser.add_argument("--only", help="items whose id begins so")
    parser.add_argument("--category", help="items of this category")
    parser.add_argument("--sides", action="store_true", help="also BM25 with a perfect reader")
    parser.add_argument("--default", action="store_true", help="also Rasa's default pipeline (trains for minutes)")
    parser.add_argument("--robust", action="store_true", help="also the development set in worse form")
    parser.add_argument("--twice", action="store_true", help="ask everything again; fail where a reply differs")
    parser.add_argument(
        "--retrained", action="store_true", help="ask everything of a model trained anew, likewise"
    )
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Evaluate. Returns the exit status."""
    chosen_options = options(arguments)
    stop_on_signals()
    try:
        return Evaluation(Tree.here(), chosen_options).run()
    except Problem as problem:
        problem.report()
        return 1
    except DataError as error:
        say(f"{error}\n✗ The evaluation's data are not as they have to be: see above. / 评测数据有误，见上。")
        return 1
    except (KeyboardInterrupt, Stopped):
        say("✗ stopped / 已停止")
        return 130


if __name__ == "__main__":
    sys.exit(main())
