"""Fees and retake fees."""

from __future__ import annotations

from bot.actions.answers.unstated import unstated
from bot.actions.choices import ask_occupation
from bot.actions.desk import Desk
from bot.actions.reply import Card, Reply, single
from bot.actions.turn import Turn
from bot.actions.wording import levels, notice_of, unique, yuan
from knowledge.fees import Fee, fees
from knowledge.models import LEVEL_NAMES, Citation
from knowledge.subject import Subject

MODULE = "（每模块）"


def answer_fee(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """What the assessment costs."""
    return _answer(desk, turn, subject, retake=False)


def answer_retake_fee(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """What a retake costs; not_stated where no notice prices it."""
    return _answer(desk, turn, subject, retake=True)


def _answer(desk: Desk, turn: Turn, subject: Subject, retake: bool) -> Reply:
    if subject.occupation is None and subject.organisation is None:
        offered = dict.fromkeys(one.occupation.name for one in fees(desk.library, Subject(), turn.as_of))
        return ask_occupation("收费按职业和等级不同。请问您问的是哪个职业（工种）？", turn.intent, list(offered))
    wanted = turn.mentioned.levels or ((subject.level,) if subject.level else ())
    found = [
        one
        for one in fees(
            desk.library, Subject(subject.organisation, subject.occupation, None, subject.year), turn.as_of
        )
        if not wanted or one.level in wanted
    ]
    if not found:
        return unstated(desk, turn, subject, "补考费用" if retake else "收费")
    found, note = _in_force_first(found, subject)
    stated = [one for one in found if one.retake.basis == "per_module"] if retake else found
    texts = [_paragraph(group, turn, retake) for group in _by_notice(found)]
    citations = [one for group in _by_notice(found) for one in _citations(desk, group, turn)]
    return single(
        "answered" if stated else "not_stated",
        "\n".join(texts) + note,
        citations=unique(citations),
        card=Card(type="fee", data={"fees": [one.model_dump(mode="json") for one in found]}),
    )


def _in_force_first(found: list[Fee], subject: Subject) -> tuple[list[Fee], str]:
    """Who names no organisation wants what is in force; others' past notices are mentioned, not printed."""
    current = [one for one in found if one.status == "current"]
    if subject.organisation or not current or len(current) == len(found):
        return found, ""
    others = "、".join(dict.fromkeys(one.organisation.name for one in found if one not in current))
    return current, f"\n另外，{others}只收录到往年的通知，不能当作今年的；想看可以问“{others}去年的”。"


def _by_notice(found: list[Fee]) -> list[list[Fee]]:
    groups: dict[tuple[str, str], list[Fee]] = {}
    for fee in found:
        groups.setdefault((fee.organisation.id, fee.occupation.name), []).append(fee)
    return list(groups.values())


def _paragraph(group: list[Fee], turn: Turn, retake: bool) -> str:
    first = group[0]
    head = f"按{notice_of(first.organisation.name, first.year, first.status, turn.as_of)}，{first.occupation.name}"
    lines = [(_retake if retake else _first_attempt)(fee) for fee in sorted(group, key=lambda one: -one.level)]
    if retake and first.retake.basis == "not_stated":
        return f"{head}{levels(one.level for one in group)}的补考费用通知没有写明，请向该机构咨询。"
    return f"{head}{'补考' if retake else ''}收费：" + "；".join(lines) + "。"


def _first_attempt(fee: Fee) -> str:
    parts = "、".join(f"{one.name}{yuan(one.amount)}" for one in fee.components)
    total = f"，合计{yuan(fee.total)}" if len(fee.components) > 1 and fee.total is not None else ""
    return f"{LEVEL_NAMES[fee.level]}{parts}{total}"


def _retake(fee: Fee) -> str:
    components = fee.retake.components
    if len(components) == 1 and components[0].name.endswith(MODULE):
        return f"{LEVEL_NAMES[fee.level]}每个模块{yuan(components[0].amount)}"
    parts = "、".join(f"{one.name}{yuan(one.amount)}" for one in components)
    return f"{LEVEL_NAMES[fee.level]}按补考的模块收，{parts}"


def _citations(desk: Desk, group: list[Fee], turn: Turn) -> list[Citation]:
    quoted = [citation for fee in group for citation in fee.citations]
    return [*quoted, desk.library.cite_title(quoted[0].notice_id, turn.as_of)]
