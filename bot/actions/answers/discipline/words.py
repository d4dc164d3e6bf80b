"""How answers tell misconduct and what follows from it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.actions.wording import joined
from knowledge.facts import Bar
from knowledge.misconduct import Misconduct, label_of, shared_words

_CANCELS = {
    "subject": "取消当次该科目成绩",
    "all_subjects": "取消当次全部科目成绩",
    "qualification_and_results": "取消考试资格和成绩",
}
_CASES = {"any": "", "minor": "情节轻微的，", "serious": "情节严重的，"}
_SAME = 5  # characters in a row by which two conducts of one class are the same thing said twice


def paragraphs(cases: Sequence[Misconduct]) -> list[str]:
    """One line per set of consequences, the conducts in the notice's own words."""
    return [f"“{'”“'.join(_conducts(group))}”：{consequences(group[0])}。" for group in _by_consequences(cases)]


def overview(cases: Sequence[Misconduct]) -> list[str]:
    """One line per set of consequences, the conducts by their short names."""
    lines = []
    for group in _by_consequences(cases):
        names = joined(filter(None, map(label_of, group)))
        lines.append(f"{names or '其他行为'}：{consequences(group[0])}。")
    return lines


def consequences(case: Misconduct) -> str:
    """取消当次全部科目成绩，当年不得参加评价."""
    parts = [_CANCELS[case.cancels] if case.cancels else "", *map(_bar, case.bars)]
    parts.append("并依据有关法律法规移送有关部门" if case.referred_to_authorities else "")
    parts.append("虚假材料和评价费不予退还" if case.fee_kept else "")
    parts.append("已获得的证书作无效处理" if case.certificate_void else "")
    return "；".join(filter(None, parts))


def _bar(bar: Bar) -> str:
    return f"{_CASES[bar.case]}{f'{bar.years}年内' if bar.years else '当年'}不得参加评价"


def _by_consequences(cases: Sequence[Misconduct]) -> list[list[Misconduct]]:
    groups: dict[tuple[object, ...], list[Misconduct]] = {}
    for one in cases:
        groups.setdefault(one.consequences, []).append(one)
    return list(groups.values())


def _conducts(group: Sequence[Misconduct]) -> list[str]:
    """The conducts, without one that a shorter one says too."""
    kept: list[Misconduct] = []
    for one in sorted(group, key=lambda case: len(case.conduct)):
        if not any(shared_words(one.conduct, other.conduct) >= _SAME for other in kept):
            kept.append(one)
    return [one.conduct for one in group if one in kept]
