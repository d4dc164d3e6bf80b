"""Fees and retake fees, summed up where several people or attempts are asked about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot.actions.answers.fees.asked import Asked, fees_asked
from bot.actions.answers.fees.budget import asks_how_many, enough_for, whether_enough
from bot.actions.answers.fees.comparison import Comparison, compare, named_organisations
from bot.actions.answers.fees.difference import answer_difference
from bot.actions.answers.fees.form import skipped, which_occupation, which_share, with_question
from bot.actions.answers.fees.sums import DIFFERENT_YEARS, Bill, of_share, shares_to_sum, summary, sums
from bot.actions.answers.payment.lines import paying_in_short
from bot.actions.answers.retakes.comparison import compare_with_first, compares
from bot.actions.answers.retakes.lapsed import lapsed, names_retake, with_rule
from bot.actions.answers.unstated import unstated
from bot.actions.desk import Desk
from bot.actions.form.fee_inputs import LEVELS, MODULES, PEOPLE
from bot.actions.form.retake_inputs import OCCUPATION, ORGANISATION
from bot.actions.people.counted import Share
from bot.actions.reply import Card, Reply, Status, single
from bot.actions.roster.shares import roster_change
from bot.actions.turn import FEES, Turn
from bot.actions.wording import levels, notice_of, unique, yuan
from knowledge.fee_sums import EACH_MODULE, MODULE_WORDS
from knowledge.fees import Fee, fees
from knowledge.models import LEVEL_NAMES, Citation
from knowledge.subject import Subject

_REVIEW = re.compile(r"评审|答辩")
_WHY = {
    PEOPLE: "收费是按人算的，知道几个人才能算总数：",
    LEVELS: "各等级的收费不一样，知道考几级才能算总数：",
    MODULES: "补考按补的模块收费，知道补哪些才能算总数：",
    OCCUPATION: "各职业的收费不一样，知道考哪个职业才能算总数：",
    ORGANISATION: "各机构的收费不一定一样，知道是哪一家才能算总数：",
}


def answer_fee(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """What the assessment costs."""
    return answer_difference(desk, turn, subject) or _answer(desk, turn, subject, retake=False)


def answer_retake_fee(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """What a retake costs; not_stated where no notice prices it."""
    compared = compare_with_first(desk, turn, subject) if compares(turn) else None
    if compared is not None:
        return compared
    rule = lapsed(desk, turn, subject)
    if rule and not names_retake(turn.text):
        anew = replace(turn, intent=FEES[0], memory=replace(turn.memory, shares=()))
        return with_rule(_answer(desk, anew, subject, retake=False), rule)
    reply = _answer(desk, turn, subject, retake=True)
    return with_rule(reply, rule) if rule else reply


def _answer(desk: Desk, turn: Turn, subject: Subject, retake: bool) -> Reply:
    change = roster_change(desk.library, turn)
    if change and change.unclear:
        return which_share(change.shares, subject)
    if change and len(change.shares) == 1:
        subject = of_share(desk, subject, change.shares[0])
    shares = () if asks_how_many(turn.text) else shares_to_sum(desk, turn, retake)
    if subject.occupation is None and subject.organisation is None:
        offered = dict.fromkeys(one.occupation.name for one in fees(desk.library, Subject(), turn.as_of))
        return which_occupation(turn, list(offered), shares)
    retake = all(one.retake for one in shares) if shares else retake
    asked = fees_asked(desk, turn, subject, shares)
    if not asked.found:
        return _nothing_stated(desk, turn, subject, asked, "补考费用" if retake else "收费")
    compared = Comparison() if retake else compare(asked.found, turn, bool(named_organisations(desk, turn)))
    silent = _no_review(asked.found, turn, retake)
    enough = Comparison() if retake else enough_for(asked.found, turn.text)
    groups = _by_notice(asked.found)
    together = any(one.occupation for one in shares)
    bills = sums(desk, groups, shares, subject, skipped(turn)) if shares else []
    enough = enough if enough.lines else _covered(asked.found, bills, turn, retake)
    understood = [summary(shares, subject)] if shares and turn.question is not None else []
    texts, citations = [one.text for one in understood], []
    for i, group in enumerate(groups):
        paying, cited = paying_in_short(desk, turn, group[0])
        its_sum = f"\n{bills[i].text}" if bills and not together else ""
        texts.append(_paragraph(group, turn, retake, shares) + paying + its_sum)
        citations += [*_citations(desk, group, turn), *cited]
    texts += [f"收录的通知没有写明{name}的收费。" for name in asked.unstated]
    texts += [one.text for one in bills if together]
    texts += [DIFFERENT_YEARS] if together and len(bills) > 1 else []
    reply = single(
        _status(asked, retake, bills, bool(silent)),
        "\n".join([*texts, *silent, *compared.lines, *enough.lines]) + asked.note,
        citations=unique([*citations, *asked.cited]),
        computed=(
            *(one for line in understood for one in line.computed),
            *(one for each in bills for one in each.computed),
            *compared.computed,
            *enough.computed,
        ),
        card=_card(asked.found, bills),
    )
    return with_question(reply, asked.found, shares, bills)


def _covered(found: Sequence[Fee], bills: Sequence[Bill], turn: Turn, retake: bool) -> Comparison:
    """Whether the amount that is named covers the one sum that was worked out, or the one fee asked about."""
    totals = [one.card.get("total") for one in bills] or ([] if retake else [one.total for one in found])
    known = totals[0] if len(totals) == 1 else None
    return whether_enough(Decimal(str(known)), turn.text) if known else Comparison()


def _no_review(found: Sequence[Fee], turn: Turn, retake: bool) -> list[str]:
    """Of a comprehensive review asked for by name, that none of the fees is for it."""
    listed = [one.name for fee in found for one in (fee.retake.components if retake else fee.components)]
    silent = _REVIEW.search(turn.text) and not any(_REVIEW.search(name) for name in listed)
    return ["通知没有写综合评审的收费。"] if silent else []


def answer_why(desk: Desk, turn: Turn, subject: Subject, asked: str) -> Reply:
    """Why a sum needs to know it: what is charged, in the notices' figures."""
    retake = asked == MODULES or turn.memory.topic == "ask_retake_fee"
    found = fees_asked(desk, replace(turn, text=""), replace(subject, level=None), ()).found
    named = subject.occupation or subject.organisation
    if not (named and found):
        return single("answered", "各职业、各等级的收费不一样，补考还要看补哪些，所以问一下；不清楚可以跳过。")
    groups = _by_notice(found)
    paragraphs = [_paragraph(group, turn, retake, ()) for group in groups]
    citations = [each for group in groups for each in _citations(desk, group, turn)]
    return single("answered", "\n".join([_WHY[asked], *paragraphs]), citations=unique(citations))


def _nothing_stated(desk: Desk, turn: Turn, subject: Subject, asked: Asked, what: str) -> Reply:
    """Nobody states it; of several occupations asked about, the others are named too."""
    reply = unstated(desk, turn, subject, what)
    others = [one for one in asked.unstated if subject.occupation and one != subject.occupation.name]
    first = reply.messages[0]
    text = "".join([first.text, *(f"\n收录的通知也没有写明{name}的{what}。" for name in others)])
    return reply.model_copy(update={"messages": (first.model_copy(update={"text": text}),)})


def _status(asked: Asked, retake: bool, bills: Sequence[Bill], silent: bool) -> Status:
    if asked.unstated or silent:
        return "partial"
    if any(one.computed or one.card.get("parts") for one in bills):
        return "partial" if any(one.status == "partial" for one in bills) else "answered"
    stated = not retake or any(one.retake.basis == "per_module" for one in asked.found)
    return "answered" if stated else "not_stated"


def _card(found: Sequence[Fee], bills: Sequence[Bill]) -> Card:
    """The fees; with the sum where there is one bill (of several organisations each has its own, in the text)."""
    data: dict[str, object] = {"fees": [one.model_dump(mode="json") for one in found]}
    if len(bills) == 1 and bills[0].card.get("parts"):
        data["sum"] = bills[0].card
    return Card(type="fee", data=data)


def _by_notice(found: Sequence[Fee]) -> list[list[Fee]]:
    groups: dict[tuple[str, str], list[Fee]] = {}
    for fee in found:
        groups.setdefault((fee.organisation.id, fee.occupation.name), []).append(fee)
    return list(groups.values())


def _paragraph(group: list[Fee], turn: Turn, retake: bool, shares: Sequence[Share]) -> str:
    first = group[0]
    head = f"按{notice_of(first.organisation.name, first.year, first.status, turn.as_of)}，{first.occupation.name}"
    if retake and first.retake.basis == "not_stated":
        return f"{head}{levels(one.level for one in group)}的补考费用通知没有写明，请向该机构咨询。"
    lines = _used(group, shares) or [
        (_retake if retake else _first_attempt)(fee) for fee in sorted(group, key=lambda one: -one.level)
    ]
    return f"{head}{'补考' if retake else ''}收费：" + "；".join(lines) + "。"


def _used(group: list[Fee], shares: Sequence[Share]) -> list[str]:
    """What a sum of first attempts and retakes uses: of each level only what somebody pays."""
    if len({one.retake for one in shares}) < 2:
        return []
    lines = []
    for share in shares:
        for fee in group:
            own = share.occupation in (None, fee.occupation.name)
            if not own or share.level not in (None, fee.level) or (share.retake and not fee.retake.components):
                continue
            lines.append(_retake(fee, share) if share.retake else _first_attempt(fee))
    return list(dict.fromkeys(lines))


def _first_attempt(fee: Fee) -> str:
    parts = "、".join(f"{one.name}{yuan(one.amount)}" for one in fee.components)
    total = f"，合计{yuan(fee.total)}" if len(fee.components) > 1 and fee.total is not None else ""
    return f"{LEVEL_NAMES[fee.level]}{parts}{total}"


def _retake(fee: Fee, share: Share | None = None) -> str:
    """What retakes at a level cost; of a share of a sum, only the modules that it names."""
    components, level = fee.retake.components, LEVEL_NAMES[fee.level]
    if len(components) == 1 and components[0].name.endswith(EACH_MODULE):
        return f"{level}{'补考' if share else ''}每个模块{yuan(components[0].amount)}"
    words = [MODULE_WORDS[one] for one in share.modules] if share else []
    meant = [one for one in components if any(word in one.name for word in words)] or components
    parts = "、".join(f"{one.name}{yuan(one.amount)}" for one in meant)
    return f"{level}{'补考' if share else '按补考的模块收，'}{parts}"


def _citations(desk: Desk, group: list[Fee], turn: Turn) -> list[Citation]:
    quoted = [citation for fee in group for citation in fee.citations]
    return [*quoted, desk.library.cite_title(quoted[0].notice_id, turn.as_of)]
