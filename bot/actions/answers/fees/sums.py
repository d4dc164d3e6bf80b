"""What several people or several attempts cost together: the sum with its working, or what is missing for one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from bot.actions.desk import Desk
from bot.actions.form.fee_inputs import LEVELS, MODULES, PEOPLE
from bot.actions.people.counted import People, Share
from bot.actions.reply import Computed, Status
from bot.actions.roster.model import plus
from bot.actions.roster.shares import shares_asked
from bot.actions.turn import Turn
from knowledge.fee_sums import MODULE_WORDS, TO_ASK, Attempt, Part, Reason, Sum, add_up, money
from knowledge.fees import Fee
from knowledge.models import LEVEL_NAMES
from knowledge.subject import Subject

_WHOLE = {"theory", "practice"}
_WHY_NOT: dict[Reason, str] = {
    "level_unknown": "请告诉我几个人考几级，我就能算出总数。",
    "people_unknown": "请告诉我每个等级准确有几个人、是正考还是补考，我就能算出总数。",
    "modules_unknown": "请告诉我补考哪几个模块，我就能算出总数。",
    "no_fee": "{}的收费通知没有写明，算不进去。",
    "several_fees": "{}的收费各机构不同，请告诉我是哪个机构、哪个职业。",
    "no_total": "{}的合计通知没有写明，算不进去。",
    "retake_not_stated": "{}的费用通知没有写明，算不进去。",
    "module_not_priced": "{}的费用通知没有单独写明，算不进去。",
    "too_many_modules": "通知里没有列出这么多个模块，{}的费用算不出来。",
}


# What the person is asked for, by the form's name of it.
_INPUTS: dict[Reason, str] = {"level_unknown": LEVELS, "people_unknown": PEOPLE, "modules_unknown": MODULES}
DIFFERENT_YEARS = "这些收费出自不同年份的通知，不能加成总数。"
_UNKNOWN = "这一项还不知道，总数先不算；上面是单价。"


@dataclass(frozen=True)
class Line:
    """A sentence with how its figures came about."""

    text: str
    computed: tuple[Computed, ...] = ()


@dataclass(frozen=True)
class Bill:
    """A sum in words, with how each figure was worked out, and as the card shows it.

    `asks`: the inputs of the form that are missing, which the person can tell.
    """

    text: str
    computed: tuple[Computed, ...] = ()
    card: dict[str, Any] = field(default_factory=dict)
    status: Status = "answered"
    asks: tuple[str, ...] = ()


def shares_to_sum(desk: Desk, turn: Turn, retake: bool) -> tuple[Share, ...]:
    """The shares of a question that asks for more than one fee; empty where it does not, or cannot be summed."""
    found = shares_asked(desk.library, turn)
    shares = _counted(tuple(_attempted(one, retake) for one in found.shares))
    partly = any(not one.retake and one.modules and not _WHOLE.issubset(one.modules) for one in shares)
    return shares if _wants_sum(found, shares) and not partly else ()


def sums(
    desk: Desk, groups: Sequence[Sequence[Fee]], shares: Sequence[Share], subject: Subject, skipped: Sequence[str]
) -> list[Bill]:
    """One sum of several occupations, or one for each organisation that may be meant.

    What a past year's notice charges is not added to what is charged now: then each occupation has a sum of its own.
    """
    if not any(one.occupation for one in shares):
        return [bill(desk, group, shares, subject, skipped) for group in groups]
    if len({(fee.year, fee.status) for group in groups for fee in group}) < 2:
        return [bill(desk, [fee for group in groups for fee in group], shares, subject, skipped)]
    own = [[one for one in shares if one.occupation == group[0].occupation.name] for group in groups]
    return [bill(desk, group, its, subject, skipped) for group, its in zip(groups, own, strict=True) if its]


def of_share(desk: Desk, subject: Subject, share: Share) -> Subject:
    """The subject of a talk in which only one share is left: that one's occupation and level."""
    lexicon = desk.library.lexicon
    return replace(
        subject,
        occupation=lexicon.occupation(share.occupation) if share.occupation else subject.occupation,
        organisation=lexicon.organisation(share.organisation) if share.organisation else subject.organisation,
        level=share.level or subject.level,
    )


def bill(
    desk: Desk, group: Sequence[Fee], shares: Sequence[Share], subject: Subject, skipped: Sequence[str] = ()
) -> Bill:
    """Add the shares up by the fees of one organisation and occupation, or of each share's own occupation.

    What was `skipped` the person cannot tell: it is not asked for again.
    """
    only = group[0].level if len(group) == 1 else None
    told = any(one.level for one in shares)  # then one without a level is not known
    lines = [
        Attempt(
            subject=Subject(
                organisation=desk.library.lexicon.organisation(one.organisation) if one.organisation else None,
                occupation=desk.library.lexicon.occupation(one.occupation) if one.occupation else None,
                level=one.level or (None if told else subject.level or only),
            ),
            people=one.people,
            retake=bool(one.retake),
            modules=one.modules,
            module_count=one.module_count,
            times=one.times,
        )
        for one in shares
    ]
    return _in_words(add_up(group, lines), skipped)


def _counted(shares: Sequence[Share]) -> tuple[Share, ...]:
    """Those who take the same in one line, whoever they are."""
    done: tuple[Share, ...] = ()
    for one in shares:
        done = plus(done, replace(one, who=None)) if one.who else (*done, one)
    return done


def _attempted(share: Share, retake: bool) -> Share:
    return share if share.retake is not None else Share(**{**vars(share), "retake": retake})


def _wants_sum(found: People, shares: Sequence[Share]) -> bool:
    if any(one.people is None for one in shares) and not found.said:
        return False
    if found.said and any(one.people != 1 for one in shares):
        return True
    if len(shares) > 1:
        return found.said or found.together
    modules = (len(shares[0].modules) or shares[0].module_count or 1) * shares[0].times
    return bool(shares[0].retake) and modules > 1 and (found.together or not found.apart)


def _in_words(done: Sum, skipped: Sequence[str]) -> Bill:
    lines = [f"{one.label}{one.text}{_result(one)}" for one in done.parts]
    computed = [
        Computed(text=money(one.amount), explanation=f"{one.text} = {money(one.amount)}元")
        for one in done.parts
        if _is_worked_out(one)
    ]
    if len(done.parts) > 1:
        whole = " + ".join(f"{money(one.amount)}元" for one in done.parts)
        computed.append(Computed(text=money(done.known), explanation=f"{whole} = {money(done.known)}元"))
        lines.append(f"{'合计' if done.total is not None else '能算出来的部分合计'}{money(done.known)}元")
    said = f"{'一共' if done.total is not None else '能算出来的部分'}：{'；'.join(lines)}。" if lines else ""
    asks = dict.fromkeys(_INPUTS[one.reason] for one in done.open if one.reason in _INPUTS)
    missing = dict.fromkeys(
        _UNKNOWN if _INPUTS.get(one.reason) in skipped else _WHY_NOT[one.reason].format(one.label)
        for one in done.open
    )
    left_out = "这还不是总数。" if done.parts and done.open else ""
    open_asks = tuple(one for one in asks if one not in skipped)
    return Bill("".join([said, *missing, left_out]), tuple(computed), _card(done), _status(done), open_asks)


def summary(shares: Sequence[Share], subject: Subject) -> Line:
    """What was understood of who takes what, above the conclusion of a talk."""
    levelled = any(one.level for one in shares)
    told = "；".join(_said(one, subject, None if levelled else subject.level) for one in shares)
    why = Computed(text=told, explanation="您在对话里说的情况；说错了可以直接改，例如“不对，是……”")
    return Line(f"我了解到的情况：{told}。", (why,))


def _said(share: Share, subject: Subject, usual: int | None) -> str:
    """人工智能训练师四级，补考操作，3人."""
    name = share.occupation or (subject.occupation.name if subject.occupation else "")
    level = share.level or usual
    modules = "、".join(MODULE_WORDS[one] for one in share.modules)
    count = f"{share.module_count}门" if share.module_count and not modules else ""
    again = f"补考{modules or count}{f'{share.times}次' if share.times > 1 else ''}"
    people = f"{share.people}人" if share.people else "人数还不知道"
    return "，".join(
        filter(None, [f"{name}{LEVEL_NAMES[level] if level else ''}", again if share.retake else "正考", people])
    )


def _is_worked_out(part: Part) -> bool:
    return part.text != f"{money(part.amount)}元"


def _result(part: Part) -> str:
    return f" = {money(part.amount)}元" if _is_worked_out(part) else ""


def _card(done: Sum) -> dict[str, Any]:
    parts = [{"text": f"{one.label} {one.text}".strip(), "amount": float(one.amount)} for one in done.parts]
    return {
        "parts": parts,
        "total": float(done.total) if done.total is not None else None,
        "currency": "CNY",
    }


def _status(done: Sum) -> Status:
    """Partly answered where the notice leaves a line open; what the person did not say is only asked for."""
    return "partial" if any(one.reason not in TO_ASK for one in done.open) else "answered"
