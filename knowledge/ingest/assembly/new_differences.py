"""Differences that a new notice brings along, listed with both sides for a person to decide."""

from __future__ import annotations

from knowledge.differences import Finding, find_differences, notices_of
from knowledge.differences.between import owner_names
from knowledge.facts import DifferenceFact, Place
from knowledge.facts.differences import Check
from knowledge.figures import unsupported
from knowledge.ingest.drafts.models import Question
from knowledge.library import Library
from knowledge.models import Notice

_ABOUT: dict[Check, str] = {
    "levels": "目录和机构自己的通知所列的等级不同。",
    "offer": "目录和机构自己的通知所列的职业不同。",
    "code": "两份通知印的职业编码不同。",
    "phone_owner": "同一个电话在两份通知里写作不同的单位。",
    "phone_hours": "同一个电话在两份通知里写的时间不同。",
    "owner_name": "电话前的单位名称与发文单位的名称不完全相同。",
    "annex_missing": "通知引用的附件没有随通知公布。",
    "annex_title": "通知引用附件时写的名称与附件自己的标题不同。",
    "window_levels": "时间表写的等级超出了这个职业开展的等级。",
    "ticket_rule": "准考证的下载日期与正文规定的提前时间不一致。",
    "retake_levels": "成绩有效期写到了没有开展的等级。",
    "payment_dates": "正文提到缴费日期，时间表里没有这一栏。",
    "website": "网址的开头与通常的写法不同，原文照录。",
    "numbering": "条款的编号不连续，原文照录。",
    "brackets": "括号没有成对，原文照录。",
    "title_name": "标题里的职业名称与正文不完全相同。",
}
_OWN_PREVAILS = {"levels", "offer"}
_TOPICS: dict[Check, tuple[str, ...]] = {
    "levels": ("directory", "fees", "windows"),
    "offer": ("directory",),
    "phone_owner": ("supervision_phone",),
    "window_levels": ("windows",),
    "ticket_rule": ("group_ticket", "individual_ticket", "ticket_date"),
    "retake_levels": ("retake_validity",),
    "payment_dates": ("payment_window",),
    "annex_missing": ("discipline",),
    "website": ("group_ticket",),
}


def new_differences(library: Library, notice: Notice) -> tuple[list[DifferenceFact], list[Question]]:
    """Unlisted findings that concern the notice; `library` holds it already."""
    listed = {(f.check, f.key, notices_of(one, f)) for one in library.holdings for f in one.facts.differences}
    found = [
        one
        for one in find_differences(library)
        if notice.id in one.notices and (one.check, one.key, one.notices) not in listed
    ]
    facts, questions = [], []
    for one in found:
        if again := _again(library, notice, one):
            facts.append(again)
            continue
        fact = _listed(library, notice, one)
        facts.append(fact)
        if one.check == "phone_owner" and _owner_known(library, notice, one.key):
            continue
        asked = f"{fact.about}以哪一处为准？（{one.key}）"
        questions.append(Question(clause=one.clause, quote=fact.places[0].quote, question=asked))
    return facts, questions


def _owner_known(library: Library, notice: Notice, number: str) -> bool:
    """Whether a person has judged before whose the number is, and the notice names an owner that was weighed then."""
    judged = [
        concerned
        for one in library.holdings
        for fact in one.facts.differences
        if (fact.check, fact.key) == ("phone_owner", number)
        and notice.id not in (concerned := notices_of(one, fact))
    ]
    names = {one.notice.id: owner_names(one, number) for one in library.holdings}
    weighed = {name for concerned in judged for known in concerned for name in names.get(known, ())}
    return bool(names[notice.id]) and names[notice.id] <= weighed


def _again(library: Library, notice: Notice, finding: Finding) -> DifferenceFact | None:
    """The same difference as a person decided it for an earlier notice of the issuer, if its words all recur."""
    for holding in library.holdings:
        earlier = holding.notice
        if earlier.id == notice.id or earlier.front.issuer != notice.front.issuer:
            continue
        for fact in holding.facts.differences:
            same = (fact.check, fact.key) == (finding.check, finding.key)
            concerned = {notice.id if one == earlier.id else one for one in notices_of(holding, fact)}
            places = [_moved(notice, place) for place in fact.places]
            if same and concerned == finding.notices and all(places):
                prevails = notice.id if fact.prevails == earlier.id else fact.prevails
                again = fact.model_copy(update={"places": tuple(places), "prevails": prevails})
                return None if _outdated(library, notice, again) else again
    return None


def _outdated(library: Library, notice: Notice, fact: DifferenceFact) -> bool:
    """Whether its sentences name a figure, a year for instance, that neither the quotes nor the titles hold now."""
    titles = [library.notice(place.notice or notice.id).front.title for place in fact.places]
    return bool(unsupported(f"{fact.about}\n{fact.reason}", [*(one.quote for one in fact.places), *titles]))


def _moved(notice: Notice, place: Place) -> Place | None:
    """The place in the new notice that holds the words now; another notice's place stays."""
    if place.notice is not None:
        return place
    near = [notice.clauses[place.clause]] if place.clause in notice.clauses else []
    held = next((one for one in (*near, *notice.clauses.values()) if one.line_of(place.quote) is not None), None)
    return place.model_copy(update={"clause": held.path}) if held else None


def _listed(library: Library, notice: Notice, finding: Finding) -> DifferenceFact:
    places = [
        _place(library, notice, one, finding) for one in sorted(finding.notices, key=lambda n: n != notice.id)
    ]
    prevails = notice.id if finding.check in _OWN_PREVAILS and notice.front.kind == "organisation" else None
    reason = (
        "机构实际开展哪些，以它自己的通知为准。" if prevails else "以哪一处为准，通知没有写明，请向评价机构确认。"
    )
    return DifferenceFact(
        check=finding.check,
        key=finding.key,
        about=_ABOUT[finding.check],
        places=tuple(places),
        prevails=prevails,
        reason=reason,
        topics=_TOPICS.get(finding.check, ()),
    )


def _place(library: Library, notice: Notice, notice_id: str, finding: Finding) -> Place:
    """The line that holds the finding's key, or else the first line of its clause."""
    held = library.notice(notice_id)
    words = finding.key.split(" ")[-1]
    clauses = [held.clauses[finding.clause]] if notice_id == notice.id and finding.clause in held.clauses else []
    clauses += [clause for clause in held.clauses.values() if words in clause.text]
    clauses = clauses or list(held.clauses.values())
    clause = next((one for one in clauses if words in one.text), clauses[0])
    line = next((line.text for line in clause.lines if words in line.text), clause.lines[0].text)
    return Place(notice=None if notice_id == notice.id else notice_id, clause=clause.path, quote=line)
