"""By how much two sums of a talk differ: 两个方案差多少, after one was worked out instead of the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot.actions.answers.fees.asked import fees_asked
from bot.actions.answers.fees.sums import Bill, bill
from bot.actions.desk import Desk
from bot.actions.people.counted import Share
from bot.actions.reply import Card, Computed, Reply, single
from bot.actions.turn import FEES, Turn
from bot.actions.wording import notice_of, unique
from knowledge.fee_sums import money
from knowledge.fees import Fee
from knowledge.models import Citation
from knowledge.subject import Subject

_DIFFERENCE = re.compile(
    r"(?:相?差|差价|差额|[多少省]|便宜|贵|[多少省]花|[多少省]交)(?:了|出|出来)?(?:多少|几[百块])|差价|差额|相差|哪[个种边]?(?:方案|次)?(?:更|比较)?(?:便宜|划算|省钱|贵)"
)
_OF_TWO = re.compile(
    r"两(?:个|种|套|次|笔|边|者)|前后|之间|[跟和与比](?:刚才|前面|之前|原来|上[次面])|^(?:那|一共|总共|相|就)*差"
)
# 那省了多少, 哪个划算: nothing but the difference, which can be of what was worked out only.
_ALONE = re.compile(
    rf"(?:那么?|这样|这下|总共|一共|现在|比之前|到底|大概|[,，\s])*(?:{_DIFFERENCE.pattern})(?:点|一些|一点|钱|元|块|了|啊|呀|呢|[?？。！!~])*"
)


def answer_difference(desk: Desk, turn: Turn, subject: Subject) -> Reply | None:
    """Both sums with their difference; None where it is not asked for, or a sum is not known."""
    shares, new = turn.memory.shares, turn.mentioned
    before = shares[0].instead_of if shares else ()
    named = new.occupation or new.organisation or new.levels
    asked = _ALONE.fullmatch(turn.text) or (_DIFFERENCE.search(turn.text) and _OF_TWO.search(turn.text))
    if not before or named or not asked or turn.memory.topic not in FEES:
        return None
    now = tuple(
        replace(
            one,
            occupation=one.occupation or turn.memory.occupation,
            organisation=one.organisation or turn.memory.organisation,
        )
        for one in shares
    )
    done = [_worked_out(desk, turn, subject, each) for each in (before, now)]
    totals = [Decimal(str(one.card["total"])) for one, _ in done if one.card.get("total") is not None]
    if len(totals) < len(done):
        return None
    gap = money(abs(totals[1] - totals[0]))
    how = f"{money(max(totals))}元 - {money(min(totals))}元 = {gap}元"
    cheaper = "前一种" if totals[0] < totals[1] else "后一种"
    said = "前后算的一样多。" if gap == "0" else f"前后算的相差{gap}元，{cheaper}便宜。"
    lines = [
        f"{which}（{_whose(turn, found)}）{one.text}"
        for which, (one, found) in zip(("前一种", "后一种"), done, strict=True)
    ]
    return single(
        "answered",
        "\n".join([said, *lines]),
        citations=unique(_cited(desk, turn, [fee for _, found in done for fee in found])),
        computed=(Computed(text=gap, explanation=how), *(one for each, _ in done for one in each.computed)),
        card=Card(
            type="fee", data={"fees": [one.model_dump(mode="json") for one in done[1][1]], "sum": done[1][0].card}
        ),
    )


def _worked_out(desk: Desk, turn: Turn, subject: Subject, shares: Sequence[Share]) -> tuple[Bill, tuple[Fee, ...]]:
    asked = fees_asked(desk, replace(turn, text=""), replace(subject, level=None), shares)
    return bill(desk, asked.found, shares, subject), asked.found


def _whose(turn: Turn, found: Sequence[Fee]) -> str:
    """By whose notice it is, and of which year."""
    return "、".join(
        dict.fromkeys(notice_of(one.organisation.name, one.year, one.status, turn.as_of) for one in found)
    )


def _cited(desk: Desk, turn: Turn, found: Sequence[Fee]) -> list[Citation]:
    quoted = [citation for fee in found for citation in fee.citations]
    return [*quoted, *(desk.library.cite_title(one, turn.as_of) for one in {c.notice_id: None for c in quoted})]
