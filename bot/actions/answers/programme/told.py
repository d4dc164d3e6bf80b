"""What the typed facts of a programme tell: hours, targets, certificates, and all of it in short."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.actions.answers import results
from bot.actions.answers.certificate_words import told
from bot.actions.answers.programme.words import hours_line, path_line, quota_line
from bot.actions.reply import Computed, Status
from bot.actions.turn import Turn
from knowledge.models import Citation
from knowledge.programme import Path, Programme

_CAP = re.compile(
    r"上限|最多|至多|封顶|无限|不限|随便发|比例|占|能发多少|名额|不(?:能|得|准|许|可以|可)?超|[几\d一二两三四五六七八九十半]成"
)
FORM = re.compile(r"电子|纸质|纸[头张]|纸的|实体|手机[上里]的")
LOOK_UP = re.compile(r"(?<![审检抽核调])查(?!卷|分)|真假|真伪")
# 证在手机上哪看, 那张证上哪儿看得到: where a certificate is seen, which is where it is looked up.
SEEN = re.compile(
    r"证(?!明|件)[^，。,]{0,8}(?:哪里?|哪儿|怎么|手机|app|APP)[^，。,]{0,5}(?:看|搜)|(?:哪里?|哪儿|怎么|手机|app|APP)[^，。,]{0,6}(?:看|搜)[得的到]*[^，。,]{0,3}证(?!明|件)"
)
_OF_ALL = re.compile(r"全市|全上海|上海市?今年|今年上海|总共|一共")
_OF_A_PART = re.compile(r"比武|练兵|每?个?区|比例|占|成(?![绩立功长为])")

_YEAR, _YEARS_AGO = re.compile(r"(?<!\d)20\d\d(?=年)"), re.compile(r"去年|前年")


@dataclass(frozen=True)
class Told:
    """Sentences with what they rest on."""

    lines: list[str]
    citations: list[Citation]
    computed: tuple[Computed, ...] = ()
    unsaid: str | None = None
    typed: bool = True  # whether the card holds it too
    status: Status | None = None  # where it is not what the lines and the silence make of it


def overview(found: Programme) -> Told:
    """For who only names it: how long the training is, and every way to a certificate."""
    lessons = hours(found)
    lines = [*lessons.lines, *(path_line(one) for one in found.paths)]
    return Told(lines, [*lessons.citations, *quotes_of(found.paths)], lessons.computed)


def hours(found: Programme, offline: bool = False) -> Told:
    """How many lessons, how many of them online at most; `offline`: and how many at least are not."""
    lines, computed = [*map(hours_line, found.hours)], list[Computed]()
    for one in (one for one in found.hours if one.online_at_most_hours is not None):
        total, online = one.lesson_hours, one.online_at_most_hours or 0
        how = f"{total}课时 × {one.online_at_most_percent}%"
        computed.append(Computed(text=f"{online}课时", explanation=how))
        if offline:
            lines.append(f"其余至少{total - online}课时要在线下上。")
            computed.append(Computed(text=f"{total - online}课时", explanation=f"{total}课时 − {online}课时"))
    return Told(lines, [c for one in found.hours for c in one.citations], tuple(computed))


def quotas(turn: Turn, found: Programme) -> Told:
    """The target, or the caps where a cap is asked for."""
    of_all = _OF_ALL.search(turn.text) and not _OF_A_PART.search(turn.text)
    capped_ = _CAP.search(turn.text) and not of_all
    capped = [one for one in found.quotas if one.at_most_percent] if capped_ else []
    told_ = capped or [one for one in found.quotas if one.ten_thousand_people] or list(found.quotas)
    return Told([quota_line(one) for one in told_], [c for one in told_ for c in one.citations])


def certificate(turn: Turn, found: Programme) -> Told | None:
    """Its form, or where it is looked up."""
    asks_form = FORM.search(turn.text) is not None
    forms = found.certificates.about("form") if asks_form else []
    ways = () if asks_form and not (LOOK_UP.search(turn.text) or SEEN.search(turn.text)) else found.enquiries.ways
    if not forms and not ways:
        return None
    lines = [told(forms, ""), results.described(ways)]
    quotes = [c for one in forms for c in one.citations] + [c for one in ways for c in one.citations]
    return Told([line for line in lines if line], quotes)


def quotes_of(paths: Sequence[Path]) -> list[Citation]:
    """What all the ways rest on."""
    return [cited for one in paths for cited in one.citations]


def of_another_year(turn: Turn, found: Programme) -> bool:
    """Whether the examination that is told of was sat in another year than the notice's."""
    years = {int(one) for one in _YEAR.findall(turn.text)}
    return bool(years - {found.year}) or _YEARS_AGO.search(turn.text) is not None
