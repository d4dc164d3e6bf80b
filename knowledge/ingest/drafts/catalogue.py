"""Draft the catalogue of a notice: who may assess which occupation at which levels."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.ingest.drafts.catalogue_prose import named_with_levels, offered, offered_by_the_way
from knowledge.ingest.drafts.catalogue_rows import CatalogueRow, as_entry, merged
from knowledge.ingest.drafts.catalogue_tables import Reading, layout_of, read_catalogue
from knowledge.ingest.drafts.confidence import CONTEXT
from knowledge.ingest.drafts.drafted import Drafted
from knowledge.ingest.drafts.models import DraftCatalogueEntry, Question
from knowledge.ingest.drafts.tables import Passage, paragraphs_of, tables_of
from knowledge.lexicon.lexicon import Lexicon
from knowledge.models import Notice, Source
from knowledge.wording.plain import plain

_REGISTRATION = re.compile(r"备案(?:编)?号[^:\dA-Z]{0,6}:?\s*([A-Z]\d{8,}[A-Z\d]*)")
_DEPARTMENT = re.compile(
    r"(.+(?:公司|学院|大学|学校|协会|学会|商会|集团|研究院))([^公司学院校协会]{0,10}(?:部|处|科|室|办公室|中心))"
)
_PERFORMS = re.compile(r"组织|颁发|开展|实施|承担")


def draft_catalogue(notice: Notice, lexicon: Lexicon) -> Drafted[DraftCatalogueEntry]:
    """Read catalogue tables and offering clauses.

    Where a notice has neither, its conditions, title, price tables or timetables that name occupations with levels
    are read instead, with lower confidence. An organisation that no row names is the issuer.
    """
    reading = _tables(notice, lexicon, mixed=False)
    listed = merged(reading.rows)
    rows = merged([*listed, *_unlisted(offered(notice, lexicon), listed)])
    if not rows:
        reading = _tables(notice, lexicon, mixed=True)
        by_the_way = offered_by_the_way(notice, lexicon)
        rows = merged(
            by_the_way or [replace(row, confidence=min(row.confidence, CONTEXT)) for row in reading.rows]
        )
    unread = _unread(notice, lexicon, rows)
    questions = [*reading.questions, *_open_levels(rows, reading.questions), *unread]
    issuer = _assessor(notice)
    named = [row for row in rows if row.organisation or issuer]
    facts = [as_entry(_with_issuer(row, notice, issuer or ""), issuer or "") for row in named]
    return Drafted(tuple(facts), tuple(questions))


def _assessor(notice: Notice) -> str | None:
    """The issuer; the organisation itself where a department of it signs; None where the notice prints none."""
    issuer = notice.front.issuer
    printed = "\n".join(plain(one.text) for one in paragraphs_of(notice))
    match = _DEPARTMENT.fullmatch(plain(issuer))
    if match and re.search(rf"{re.escape(match.group(1))}(?!{re.escape(match.group(2))})", printed):
        return issuer[: match.end(1)]
    return issuer if plain(issuer) in printed else None


def _tables(notice: Notice, lexicon: Lexicon, mixed: bool) -> Reading:
    reading = Reading()
    for table in tables_of(notice):
        if layout := layout_of(table, mixed):
            found = read_catalogue(table, layout, lexicon)
            reading.rows += found.rows
            reading.questions += found.questions
    return reading


def _unlisted(prose: list[CatalogueRow], listed: list[CatalogueRow]) -> list[CatalogueRow]:
    """Running text says again what a table lists; only what the table does not name is new."""
    names = {plain(row.occupation) for row in listed}
    return [row for row in prose if plain(row.occupation) not in names]


def _open_levels(rows: list[CatalogueRow], asked: list[Question]) -> list[Question]:
    """Occupations of the running text whose levels stayed open."""
    quotes = {one.quote for one in asked}
    return [
        Question(
            clause=row.sources[0].clause,
            quote=row.sources[0].quote,
            question=f"“{row.occupation}”可评价哪些等级？原文没有读懂，请确认。",
        )
        for row in rows
        if not row.levels and row.kind == "skill_level" and row.sources[0].quote not in quotes
    ]


def _unread(notice: Notice, lexicon: Lexicon, rows: list[CatalogueRow]) -> list[Question]:
    """Passages on what is assessed that name an occupation with levels of which nothing was read."""
    question = "这里写到的职业、等级没有全部读懂，请确认可评价的职业和等级。"
    known = [part for row in rows for part in re.split(r"[()]", plain(row.occupation)) if part]
    return [
        Question(clause=one.clause, quote=one.text, question=question)
        for one in named_with_levels(notice, lexicon, known)
    ]


def _with_issuer(row: CatalogueRow, notice: Notice, issuer: str) -> CatalogueRow:
    """Add what the notice prints of its issuer elsewhere: who assesses, and the registration number."""
    if row.organisation not in (None, issuer):
        return row
    number = None if row.registration_number else _registration(notice)
    performing = _performing(notice, issuer, row.sources[0].clause) if row.organisation is None else None
    extra = [one.source() for one in (performing, number[0] if number else None) if one]
    sources: tuple[Source, ...] = tuple(dict.fromkeys([*row.sources, *extra]))
    return replace(row, sources=sources, registration_number=number[1] if number else row.registration_number)


def _performing(notice: Notice, issuer: str, clause: str) -> Passage | None:
    """A line of the clause, else of the notice, that says that the issuer assesses; else one that names it."""
    naming = [one for one in paragraphs_of(notice) if plain(issuer) in plain(one.text)]
    lines = [one for one in naming if _PERFORMS.search(one.text)] or naming
    return next((one for one in lines if one.clause == clause), next(iter(lines), None))


def _registration(notice: Notice) -> tuple[Passage, str] | None:
    """The registration number that running text prints, where it prints exactly one."""
    found = {
        match.group(1): passage
        for passage in paragraphs_of(notice)
        for match in _REGISTRATION.finditer(plain(passage.text))
    }
    return next(((passage, number) for number, passage in found.items()), None) if len(found) == 1 else None
