"""Retrieval as the answer to everything that no other action covers: the very clause, or an honest no."""

from __future__ import annotations

from dataclasses import replace

from bot.actions.desk import Desk
from bot.actions.reply import Reply, single
from bot.actions.turn import Turn
from bot.actions.wording import notice_of, unique
from knowledge.models import Citation, Line, Source
from knowledge.subject import Subject
from retrieval.query import Query
from retrieval.search import Hit

MOST_LINES = 14
SECOND_BEST = 0.9  # of the best score: a second clause this near is shown too
ALSO_RELEVANT = 0.6  # the same where only clauses of the known kind are searched
# These ask for one value; a passage that is merely near does not state it.
_NAMES_A_VALUE = ("ask_fee", "ask_retake_fee", "ask_phone", "ask_address", "ask_office_hours")
_BELOW_THE_TEXT = ("落款", "附件清单")  # the date and the list of annexes answer no question
NOTHING = (
    "收录的通知里没有找到能回答这个问题的条款，我不猜测。可以换个说法再问，"
    "或者告诉我您问的是哪个职业、哪个评价机构；也可以直接向评价机构咨询。"
)


def answer_search(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """Quote the best clause, and a second one that is as near; decline below the confidence in the settings."""
    good = find(desk, turn, subject)
    return show(desk, turn, good[:2], SECOND_BEST) if good else single("no_answer", NOTHING)


def answer_discipline(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """Quote the items of the candidate rules that name the misconduct, each with its consequence."""
    focused = desk.searcher.settings.focused_confidence
    whose = replace(subject, occupation=None)
    if turn.mentioned.organisation is None and not _has_notice_in_force(desk, turn, subject):
        whose = replace(whose, organisation=None)  # the rules are shared: better today's than a past year's
    good = find(desk, turn, whose, threshold=focused, topic="discipline")
    if not good:
        return answer_search(desk, turn, subject)
    same_notice = [hit for hit in good if hit.passage.notice_id == good[0].passage.notice_id]
    return show(desk, turn, same_notice[:4], ALSO_RELEVANT)


def _has_notice_in_force(desk: Desk, turn: Turn, subject: Subject) -> bool:
    return subject.organisation is not None and any(
        status == "current" and desk.library.issuer(one.notice.front).name == subject.organisation.name
        for status, one in desk.library.by_status(turn.as_of)
    )


def answer_programme(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """Whatever is asked about a programme is looked for in its own notices, those of the year asked for."""
    name = subject.occupation.name if subject.occupation else ""
    asked = [one for one in desk.library.programmes(name) if subject.covers_year(one.front.year)]
    if not asked:
        return single("not_stated", f"目前没有收录所问年份关于{name}的通知，也不能拿别的年份代替。")
    own = frozenset(one.id for one in asked)
    settings = desk.searcher.settings
    least = settings.answer_confidence if turn.intent in _NAMES_A_VALUE else settings.focused_confidence
    if good := find(desk, turn, subject, threshold=least, notices=own, about=name):
        return show(desk, turn, good[:2], ALSO_RELEVANT)
    if turn.mentioned.occupation is None:  # it was only carried over: the question may be about something else
        return answer_search(desk, turn, replace(subject, occupation=None))
    titles = [desk.library.cite_title(one.id, turn.as_of) for one in asked]
    said = "、".join(notice_of(one.issuer, one.year, one.status, turn.as_of) for one in titles)
    return single("not_stated", f"在{said}里没有找到能回答这一点的条款，我不猜测。", citations=tuple(titles))


def find(
    desk: Desk,
    turn: Turn,
    subject: Subject,
    threshold: float | None = None,
    notices: frozenset[str] | None = None,
    topic: str | None = None,
    about: str | None = None,
) -> list[Hit]:
    """Passages that are confident enough, best first.

    With a `threshold` of its own the kind of question is known: where none reaches it, those count that have its words.
    """
    query = _with_subject(desk.searcher.understand(turn.text, about), subject)
    within = notices or _of_year(desk, subject.year)
    hits = desk.searcher.search(query, turn.as_of, limit=12, notices=within, topic=topic)
    least = desk.searcher.settings.answer_confidence if threshold is None else threshold
    good = [hit for hit in hits if hit.confidence >= least and _applies(hit, query)]
    if good or threshold is None:
        return good
    coverage, enough = desk.searcher.coverage, desk.searcher.settings.focused_coverage
    return [hit for hit in hits if coverage.of(query, hit.passage.indexed) >= enough and _applies(hit, query)]


def _applies(hit: Hit, query: Query) -> bool:
    """What one organisation rules is no answer about another one, or about an occupation that it does not assess."""
    passage = hit.passage
    if passage.clause.startswith(_BELOW_THE_TEXT):
        return False
    if passage.kind == "catalogue" and passage.text != passage.quote:
        return False  # a row is near by the name alone; the catalogue's own action reads rows
    if query.level and passage.levels and query.level not in passage.levels:
        return False
    if passage.kind != "organisation":
        return True
    other_organisation = query.organisation is not None and query.organisation != passage.organisation
    other_occupation = query.occupation is not None and query.occupation not in passage.occupations
    return not (other_organisation or other_occupation)


def show(desk: Desk, turn: Turn, good: list[Hit], share: float) -> Reply:
    """Quote the hits whose score is at least `share` of the first one's, notice by notice."""
    shown = [hit for hit in good if hit.score >= share * good[0].score]
    texts, citations, seen, heads = [], [], set[str](), set[str]()
    for hit in shown:
        sources = [one for one in _sources(desk, hit) if one.quote not in seen]
        if not sources:
            continue
        seen.update(one.quote for one in sources)
        front = desk.library.notice(hit.passage.notice_id).front
        head = f"据{notice_of(front.issuer, front.year, hit.status, turn.as_of)}："
        texts += [*([] if head in heads else [head]), *(one.quote for one in sources)]
        heads.add(head)
        citations += _cite(desk, hit, sources, turn)
    return single("answered", "\n".join(texts), citations=unique(citations))


def _with_subject(query: Query, subject: Subject) -> Query:
    """What the conversation is about counts where the message names nothing itself."""
    return replace(
        query,
        organisation=query.organisation or (subject.organisation.name if subject.organisation else None),
        occupation=query.occupation or (subject.occupation.name if subject.occupation else None),
        level=query.level or subject.level,
    )


def _of_year(desk: Desk, year: int | None) -> frozenset[str] | None:
    if year is None:
        return None
    return frozenset(one.notice.id for one in desk.library.holdings if one.notice.front.year == year)


def _sources(desk: Desk, hit: Hit) -> list[Source]:
    """The passage with what it cannot be understood without: lead-in above, list below, merged cells."""
    notice = desk.library.notice(hit.passage.notice_id)
    clause = notice.clauses[hit.passage.clause]
    found = [
        Source(clause=one.path, quote=one.lines[0].text)
        for one in desk.library.lead(clause)
        if _leads(one.lines[0])
    ]
    found.reverse()
    line = clause.lines[hit.passage.line]
    if line.kind == "row":
        above = [one.text for one in clause.lines if one.kind == "header" and one.table == line.table]
        quotes = [*above, *line.origins, line.text]
        return [*found, *(Source(clause=clause.path, quote=quote) for quote in quotes)]
    return [
        *found,
        *(Source(clause=clause.path, quote=one.text) for one in _around(clause.lines, hit.passage.line)),
    ]


def _leads(line: Line) -> bool:
    """A sentence that what stands below continues (有下列行为之一的，取消当次该科目成绩。)."""
    return line.kind == "paragraph" and any(word in line.text for word in ("下列", "以下", "如下"))


def _around(lines: tuple[Line, ...], at: int) -> tuple[Line, ...]:
    """The line, with the list that it opens or belongs to."""
    start = next((i for i in range(at, -1, -1) if lines[i].text.endswith(("：", ":"))), at)
    if start == at and not lines[at].text.endswith(("：", ":")):
        return lines[at : at + 1]
    if start != at and any(lines[i].text.endswith("。") for i in range(start + 1, at)):
        return lines[at : at + 1]
    return lines[start : start + MOST_LINES]


def _cite(desk: Desk, hit: Hit, sources: list[Source], turn: Turn) -> list[Citation]:
    notice_id = hit.passage.notice_id
    cited = desk.library.cite_all(notice_id, tuple(sources), turn.as_of)
    return [*cited, desk.library.cite_title(notice_id, turn.as_of)]
