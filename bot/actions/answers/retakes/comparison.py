"""Whether a retake costs the same as the first attempt, notice by notice."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.actions.desk import Desk
from bot.actions.reply import Card, Computed, Reply, single
from bot.actions.turn import Turn
from bot.actions.wording import notice_of, unique, yuan
from knowledge.fee_sums import EACH_MODULE
from knowledge.fees import Fee, fees
from knowledge.models import LEVEL_NAMES
from knowledge.subject import Subject

_COMPARES = re.compile(r"一样|相同|同价|同样|一个价|便宜|贵|半价|一半|打折|优惠|差(?:多少|别)|区别")
_RETAKE = re.compile(r"补考|重考|再考|二次考")
_FIRST = re.compile(r"正考|正常考|首次|第一次|头一次|头回|原来|原价|半价|一半|打折|优惠")
TOPIC = "ask_retake_fee"


def compares(turn: Turn) -> bool:
    """Whether the message sets the price of a retake against the first attempt's, or goes on with that."""
    if not _COMPARES.search(turn.text):
        return False
    both = _RETAKE.search(turn.text) and _FIRST.search(turn.text)
    return bool(both) or (turn.memory.topic == TOPIC and len(turn.text) < 15 and not _RETAKE.search(turn.text))


def compare_with_first(desk: Desk, turn: Turn, subject: Subject) -> Reply | None:
    """The comparison; of the notices in force where no organisation is named. None where no notice has a fee."""
    found = [
        one
        for one in fees(desk.library, subject, turn.as_of)
        if not turn.mentioned.levels or one.level in turn.mentioned.levels
    ]
    if subject.organisation is None:
        found = [one for one in found if one.status == "current"] or found
    if not found:
        return None
    groups: dict[tuple[str, str], list[Fee]] = {}
    for one in found:
        groups.setdefault((one.organisation.name, one.occupation.name), []).append(one)
    told = [_paragraph(group, turn) for group in groups.values()]
    cited = [each for one in found for each in one.citations]
    titles = [
        desk.library.cite_title(notice_id, turn.as_of)
        for notice_id in dict.fromkeys(one.notice_id for one in cited)
    ]
    return single(
        "answered" if any(one.retake.components for one in found) else "not_stated",
        "\n".join(text for text, _ in told),
        citations=unique([*cited, *titles]),
        computed=tuple(each for _, computed in told for each in computed),
        card=Card(type="fee", data={"fees": [one.model_dump(mode="json") for one in found]}),
    )


def _paragraph(group: Sequence[Fee], turn: Turn) -> tuple[str, list[Computed]]:
    first = group[0]
    head = f"按{notice_of(first.organisation.name, first.year, first.status, turn.as_of)}，{first.occupation.name}"
    if not all(one.retake.components for one in group):
        return f"{head}的补考费用通知没有写明，没法跟正考比。", []
    told = [_level(one) for one in sorted(group, key=lambda one: -one.level)]
    same = all(one.retake.components == one.components for one in group)
    verdict = "单价一样，补考哪个模块就交哪个模块的钱" if same else "不一样，补考按模块收"
    return f"{head}：{verdict}。{'；'.join(text for text, _ in told)}。", [
        each for _, more in told for each in more
    ]


def _level(fee: Fee) -> tuple[str, list[Computed]]:
    """正考350元，补考每个模块175元，是正考的一半."""
    name, retake = LEVEL_NAMES[fee.level], fee.retake.components
    if retake == fee.components:
        return f"{name}{'、'.join(f'{one.name}{yuan(one.amount)}' for one in retake)}", []
    whole = fee.total if fee.total is not None else sum(one.amount for one in fee.components)
    each = len(retake) == 1 and retake[0].name.endswith(EACH_MODULE)
    priced = (
        f"每个模块{yuan(retake[0].amount)}"
        if each
        else "、".join(f"{one.name}{yuan(one.amount)}" for one in retake)
    )
    half = each and retake[0].amount * 2 == whole
    said = f"{name}正考{yuan(whole)}，补考{priced}{'，是正考的一半' if half else ''}"
    why = Computed(text="一半", explanation=f"{yuan(retake[0].amount)} × 2 = {yuan(whole)}")
    return said, [why] if half else []
