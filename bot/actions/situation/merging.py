"""What was told before with what is told now: added, replaced, corrected, or completed by what was told loosely."""

from __future__ import annotations

from typing import Any, TypeVar

from bot.actions.situation.model import HeldCertificate, HeldTitle, Loose, PutRight, Situation, Stretch, reckoned
from knowledge.eligibility import Education

EntryT = TypeVar("EntryT", HeldCertificate, HeldTitle, Education)
_KEYS = {"certificates": "level", "titles": "grade", "education": "kind"}
_DATED = ("issued", "work_years_since")


def merged(before: Situation, new: Situation) -> Situation:
    """Said again a value is replaced; lists grow by what is new in them, unless the message corrects itself."""
    values = {name: value for name, value in new.__dict__.items() if value is not None}
    values |= {"loose": None, "corrects": False, "status_assumed": False}
    held = {one.level for one in new.certificates or ()}
    lacking = {*(before.lacks or ()), *(new.lacks or ())} - held
    values["lacks"] = tuple(sorted(lacking, reverse=True)) or None
    if new.birth or new.age is not None:
        values = {"birth": None, "age": None} | values
    if new.stretches:
        values |= _work_goes_on(before.stretches or (), new.stretches, corrects=new.corrects)
    elif new.work_years is not None or new.work_roughly:
        values = {"work_years": None, "work_roughly": None, "stretches": None} | values
        if new.trade is None and (before.work_years is not None or before.work_roughly):
            values["trade"] = None  # other years than those of the trade that was told
    for name, key in _KEYS.items():
        old, added = getattr(before, name), getattr(new, name)
        if old and added:
            values[name] = _corrected(new, old, added) if new.corrects else _grown(new, old, added, key)
    found = before.model_copy(update=values)
    return _completed(found, new.loose) if new.loose else found


def _work_goes_on(before: tuple[Stretch, ...], new: tuple[Stretch, ...], *, corrects: bool) -> dict[str, Any]:
    """20年10月走了，22年10月才回来 goes on with what was told before; anything else is told anew."""
    first, last = new[0], before[-1] if before else None
    known: tuple[Stretch, ...] = ()
    if last is not None and first.start is None:
        within = last.goes_on and last.start and first.end and last.start.start <= first.end.end
        known = (*before[:-1], last.model_copy(update={"end": first.end}), *new[1:]) if within else ()
    elif last is not None and first.again and not last.goes_on and not corrects:
        known = (*before, *new)
    elif last is not None and not corrects and _lies_before(new, before):
        known = (*new, *before)
    found = reckoned(known) if known else None
    told = tuple(one for one in new if one.start or one.months)
    if found is None and told:
        found = reckoned(told)
    return found or {"stretches": before or None}


def _lies_before(new: tuple[Stretch, ...], before: tuple[Stretch, ...]) -> bool:
    """Whether all that is told now was over before what was told began (2018年也标过一年, of who began anew in 2022)."""
    ends = [period.end for one in new if (period := one.period("earliest"))]
    starts = [one.start.start for one in before if one.start]
    return bool(ends and starts) and len(ends) == len(new) and all(end and end <= min(starts) for end in ends)


def begun_alike(other: Situation) -> Situation:
    """Somebody of whom is known that they began to work on the same day as another, and nothing else."""
    first = next((one for one in other.stretches or () if one.start), None)
    begun = first and reckoned((first.model_copy(update={"end": None, "months": None}),))
    return Situation(**(begun or {}))


def _put_right(found: Situation, loose: Loose) -> dict[str, Any]:
    """A stretch with another day; a day alone is that of the only one there is."""
    stretches, right = found.stretches or (), loose.stretch
    if (
        right is None
        and loose.day
        and len(stretches) == 1
        and not (found.birth or found.certificates or found.titles)
    ):
        right = PutRight(number=0, start=loose.day)
    if right is None or not stretches or not -1 <= right.number < len(stretches):
        return {}
    days = {name: span for name, span in (("start", right.start), ("end", right.end)) if span}
    number = right.number % len(stretches)
    changed = stretches[number].model_copy(update=days)
    return reckoned((*stretches[:number], changed, *stretches[number + 1 :])) or {}


def _grown(new: Situation, old: tuple[Any, ...], added: tuple[Any, ...], key: str) -> tuple[Any, ...]:
    """Entries said again keep what was told of them before and not now."""
    before = {getattr(one, key): one for one in old}
    again = tuple(_kept(new, before.get(getattr(one, key)), one) for one in added)
    said = {getattr(one, key) for one in added}
    return (*(one for one in old if getattr(one, key) not in said), *again)


def _corrected(new: Situation, old: tuple[Any, ...], added: tuple[Any, ...]) -> tuple[Any, ...]:
    """「不对，是中级职称」: another grade, obtained on the day that was told."""
    single = old[0] if len(old) == len(added) == 1 else None
    return tuple(_kept(new, single, one) for one in added)


def _kept(new: Situation, before: Any, now: Any) -> Any:
    if isinstance(before, Education) and isinstance(now, Education):
        return _with_school_of(before, now, status=new.status_assumed)
    return _with_dates_of(before, now)


def _with_school_of(before: Education, now: Education, *, status: bool) -> Education:
    """「那明年大四呢」 does not take back the major; another school is not the one that was assessed."""
    known: dict[str, Any] = {"major": before.major} if now.major == "unknown" else {}
    if now.assessed is None and now.kind == before.kind:
        known["assessed"] = before.assessed
    if status:
        known["status"] = before.status
    return now.model_copy(update=known)


def _with_dates_of(before: Any, now: Any) -> Any:
    if before is None or any(getattr(now, name, None) is not None for name in _DATED):
        return now
    known = {name: getattr(before, name) for name in _DATED if hasattr(before, name)}
    return now.model_copy(update=known)


def _completed(found: Situation, loose: Loose) -> Situation:
    """Give what was told loosely to what it must belong to; where several could be meant, to none."""
    certificates, titles, education = found.certificates or (), found.titles or (), found.education or ()
    when = {name: getattr(loose, name) for name in _DATED if getattr(loose, name) is not None}
    obtained: list[HeldCertificate | HeldTitle] = [*certificates, *titles]
    undated = [one for one in obtained if one.issued is None and one.work_years_since is None]
    meant = undated if len(undated) == 1 else obtained
    if when and len(meant) == 1:
        certificates, titles = _changed(certificates, meant, _only(when)), _changed(titles, meant, _only(when))
    birth = found.birth
    if loose.day:
        dated = [one for one in obtained if one.issued is not None]
        if birth and not dated:
            birth = loose.day
        elif len(dated) == 1 and not birth:
            right = {"issued": loose.day}
            certificates, titles = _changed(certificates, dated, right), _changed(titles, dated, right)
    relevant = loose.relevant
    if relevant is None and loose.major and not education:
        relevant = loose.major == "same_or_related"  # 专业不对口 of one who told of a title alone
    if relevant is not None:
        titles = tuple(one.model_copy(update={"relevant": relevant}) for one in titles)
    school = {
        name: value for name in ("major", "assessed", "status") if (value := getattr(loose, name)) is not None
    }
    if school:
        education = tuple(one.model_copy(update=school) for one in education)
    lists = {"certificates": certificates, "titles": titles, "education": education}
    none: dict[str, Any] = {"certificates": ()} if loose.no_more and found.certificates is None else {}
    known = {name: value for name, value in lists.items() if value}
    return found.model_copy(update=none | known | {"birth": birth} | _put_right(found, loose))


def _only(when: dict[str, Any]) -> dict[str, Any]:
    """A new day or number replaces both."""
    return dict.fromkeys(_DATED) | when


def _changed(entries: tuple[EntryT, ...], meant: list[Any], update: dict[str, Any]) -> tuple[EntryT, ...]:
    return tuple(one.model_copy(update=update) if one is meant[0] else one for one in entries)
