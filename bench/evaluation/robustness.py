"""How much is lost when the development conversations come in worse form."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict

from bench.evaluation.data import Item
from bench.evaluation.metrics import Judged, Rate, paired_drop, rate
from bench.evaluation.perturb import CHANGES, changed, joined
from bench.evaluation.run import Service, converse, evaluate
from bench.evaluation.scoring import score_both
from deploy.local.console import StatusLine

AS_WRITTEN = "as written"
TWO_IN_ONE = "two questions in one message"


class Drop(BaseModel):
    """One kind of change: what is right with it, and how many points less than without, ± the 95 % half-width.

    First turns are single questions; `conversations` is None where only they were asked.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    questions: Rate
    questions_drop: tuple[float, float]
    conversations: Rate | None
    conversations_drop: tuple[float, float] | None


def robustness(service: Service, items: Sequence[Item]) -> tuple[dict[str, Drop], list[Judged]]:
    """Ask everything as written and in each worse form. Returns the drops by kind, and all that was judged."""
    base = evaluate(service, items, f"development set, {AS_WRITTEN} / 开发集")
    drops = {AS_WRITTEN: drop(base, base)}
    judged = list(base)
    for kind in CHANGES:
        after = evaluate(service, [changed(one, kind) for one in items], f"{kind} / 扰动")
        drops[kind] = drop(base, after)
        judged += after
    pairs = joined(items)
    both = evaluate_joined(service, pairs)
    drops[TWO_IN_ONE] = _joined_drop(base, pairs, both)
    return drops, [*judged, *both]


def evaluate_joined(service: Service, pairs: Sequence[tuple[Item, Item]]) -> list[Judged]:
    """Ask two questions at once; right where both expectations hold."""
    status = StatusLine(f"{TWO_IN_ONE} / 一句两问")
    found = []
    for done, (item, second) in enumerate(pairs, start=1):
        reply = converse(service, item)[0]
        found.append(Judged(item, (score_both(item.turns[0], second.turns[0], reply),)))
        status.show(f"{done}/{len(pairs)}")
    status.done()
    return found


def drop(base: Sequence[Judged], after: Sequence[Judged]) -> Drop:
    """The loss on first turns and on whole conversations, both runs in the same order."""
    first = [[one.verdicts[0].right for one in many] for many in (base, after)]
    talks = [[one.right for one in many if not one.item.is_question] for many in (base, after)]
    return Drop(
        questions=rate(first[1]),
        questions_drop=paired_drop(*first),
        conversations=rate(talks[1]),
        conversations_drop=paired_drop(*talks),
    )


def _joined_drop(base: Sequence[Judged], pairs: Sequence[tuple[Item, Item]], both: Sequence[Judged]) -> Drop:
    """Against both being answered rightly when asked one by one."""
    alone = {one.item.id: one.verdicts[0].right for one in base}
    before = [alone[first.id] and alone[second.id] for first, second in pairs]
    after = [one.right for one in both]
    return Drop(
        questions=rate(after),
        questions_drop=paired_drop(before, after),
        conversations=None,
        conversations_drop=None,
    )
