"""All knowledge in memory: notices with their facts, the lexicon, and citing them at a moment in time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote as percent_encode

import yaml
from pydantic import BaseModel, ValidationError

from knowledge.clause_path import canonical
from knowledge.errors import KnowledgeError, UnknownNoticeError
from knowledge.facts import NoticeFacts
from knowledge.kept import kept
from knowledge.lexicon.lexicon import Lexicon, load_lexicon
from knowledge.models import (
    DIGEST_PREFIX,
    Citation,
    Clause,
    FrontMatter,
    Notice,
    NoticeStatus,
    OrganisationRef,
    Source,
)
from knowledge.notice_format import read_notice
from knowledge.validity import day_of, status_on

ROOT = Path(__file__).parent
FactT = TypeVar("FactT", bound=BaseModel)
_STATUS_ORDER: dict[NoticeStatus, int] = {"current": 0, "upcoming": 1, "past_year": 2, "superseded": 3}
_KEPT_DAYS = 64
# About two for each line of five notices; an answer needs up to five hundred.
_KEPT_CITATIONS = 4096


@dataclass(frozen=True)
class Holding:
    """A notice with its facts and the folder that they were read from."""

    notice: Notice
    facts: NoticeFacts
    folder: Path


class Library:
    """Read-only. Everything above asks it; nothing above reads the files."""

    def __init__(self, holdings: list[Holding], lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._holdings = {one.notice.id: one for one in holdings}
        self.caches: dict[Callable[..., Any], Callable[..., Any]] = {}

    @property
    def holdings(self) -> list[Holding]:
        """Every notice with its facts, oldest year first."""
        return list(self._holdings.values())

    def holding(self, notice_id: str) -> Holding:
        """One notice with its facts.

        Raises:
            UnknownNoticeError: no notice of that id.
        """
        if notice_id not in self._holdings:
            raise UnknownNoticeError(f"no notice {notice_id}; known: {', '.join(self._holdings)}")
        return self._holdings[notice_id]

    def notice(self, notice_id: str) -> Notice:
        """One notice. Raises UnknownNoticeError."""
        return self.holding(notice_id).notice

    def clause(self, notice_id: str, path: str) -> Clause:
        """A clause by its path, as a person might write it. Raises UnknownNoticeError."""
        notice = self.notice(notice_id)
        if path in notice.clauses:
            return notice.clauses[path]
        wanted = canonical(path)
        for known, clause in notice.clauses.items():
            if canonical(known) == wanted:
                return clause
        raise UnknownNoticeError(f"notice {notice_id} has no clause {path}")

    def status(self, notice: FrontMatter, as_of: datetime) -> NoticeStatus:
        """What the notice is worth at that moment."""
        return self._status_on(notice, day_of(as_of))

    def by_status(self, as_of: datetime) -> list[tuple[NoticeStatus, Holding]]:
        """All notices, those in force first, then upcoming, past and superseded ones; newer years first."""
        return list(self._by_status_on(day_of(as_of)))

    def issuer(self, notice: FrontMatter) -> OrganisationRef:
        """The organisation that published the notice."""
        return self.lexicon.organisation(notice.issuer)

    def programmes(self, occupation: str) -> list[Notice]:
        """The programme notices (推介官) that are about the occupation: their title names it."""
        return [
            one.notice
            for one in self.holdings
            if one.notice.front.kind == "programme"
            and any(mention.value == occupation for mention in self.lexicon.matcher.find(one.notice.front.title))
        ]

    def cite(self, notice_id: str, source: Source, as_of: datetime) -> Citation:
        """Turn a source into the contract's Citation at that moment."""
        status = self.status(self.notice(notice_id).front, as_of)
        return self._citation(notice_id, source.clause, source.quote, status)

    def cite_all(self, notice_id: str, sources: tuple[Source, ...], as_of: datetime) -> list[Citation]:
        """Citations of all sources of one fact."""
        return [self.cite(notice_id, source, as_of) for source in sources]

    def cite_title(self, notice_id: str, as_of: datetime) -> Citation:
        """Cite the title: the source of the year and the name of a notice."""
        title = self.clause(notice_id, "标题")
        year = str(self.notice(notice_id).front.year)
        line = next((one for one in title.lines if year in one.text), title.lines[0])
        return self.cite(notice_id, Source(clause="标题", quote=line.text), as_of)

    def lead(self, clause: Clause) -> Iterator[Clause]:
        """The clause's ancestors, nearest first."""
        while clause.parent is not None:
            clause = self.notice(clause.notice_id).clauses[clause.parent]
            yield clause

    @kept(_KEPT_CITATIONS)
    def _citation(self, notice_id: str, path: str, quote: str, status: NoticeStatus) -> Citation:
        front = self.notice(notice_id).front
        clause = self.clause(notice_id, path)
        return Citation(
            notice_id=front.id,
            title=front.title,
            issuer=front.issuer,
            document_number=front.document_number,
            year=front.year,
            clause=clause.path,
            quote=quote,
            status=status,
            url=clause_url(clause, quote),
        )

    def _status_on(self, notice: FrontMatter, day: date) -> NoticeStatus:
        return status_on(notice, self._successors[notice.id], day)

    @kept(_KEPT_DAYS)
    def _by_status_on(self, day: date) -> tuple[tuple[NoticeStatus, Holding], ...]:
        rated = [(self._status_on(one.notice.front, day), one) for one in self.holdings]
        return tuple(sorted(rated, key=lambda pair: (_STATUS_ORDER[pair[0]], -pair[1].notice.front.year)))

    @cached_property
    def _successors(self) -> dict[str, list[FrontMatter]]:
        fronts = [one.notice.front for one in self.holdings]
        alike: dict[tuple[str, str], list[FrontMatter]] = {}
        replacing: dict[str, list[FrontMatter]] = {}
        for one in fronts:
            alike.setdefault((one.issuer, one.subject), []).append(one)
            if one.replaces is not None:
                replacing.setdefault(one.replaces, []).append(one)
        return {
            one.id: [
                *replacing.get(one.id, ()),
                *(
                    later
                    for later in alike[one.issuer, one.subject]
                    if later.in_force_from > one.in_force_from and later.replaces != one.id
                ),
            ]
            for one in fronts
        }


def clause_url(clause: Clause, quote: str) -> str:
    """Path on this service that opens the notice at the clause, at the very line of the quote.

    `text` is the beginning of the clause's digest: by it the page sees that the clause has changed since, and
    shows the text that was cited.
    """
    line = clause.line_of(quote)
    anchor = clause.path if not line else f"{clause.path}~{line}"
    return f"/notices/{clause.notice_id}?text={clause.digest[:DIGEST_PREFIX]}#{percent_encode(anchor)}"


def load_library(root: Path = ROOT) -> Library:
    """Read every notice, its facts and the lexicon from `root`, without verifying (see verification).

    Raises:
        KnowledgeError: something is malformed; the message names the file.
    """
    folders = [path.parent for path in (root / "notices").glob("*/notice.md")]
    if not folders:
        raise KnowledgeError(f"{root / 'notices'}: no notice found; each needs <id>/notice.md")
    return assemble_library(load_lexicon(root / "lexicon"), folders)


def assemble_library(lexicon: Lexicon, folders: Iterable[Path]) -> Library:
    """Read the notices of these folders, each called like its notice's id, with their facts.

    Raises:
        KnowledgeError: something is malformed; the message names the file.
    """
    holdings = [
        Holding(_notice(folder), _with_official_names(read_facts(folder / "facts"), lexicon), folder)
        for folder in sorted(folders)
    ]
    return Library(sorted(holdings, key=lambda one: (one.notice.front.year, one.notice.id)), lexicon)


def _notice(folder: Path) -> Notice:
    notice = read_notice(folder / "notice.md")
    if notice.id != folder.name:
        raise KnowledgeError(f"{folder}: the folder must be called like the notice's id, {notice.id}")
    return notice


def _with_official_names(facts: NoticeFacts, lexicon: Lexicon) -> NoticeFacts:
    """Notices print one name with full-width and with half-width brackets; inside, one spelling counts."""

    def official(fact: FactT) -> FactT:
        return fact.model_copy(
            update={
                field: lexicon.official(kind, value)
                for field, kind in (("organisation", "organisation"), ("occupation", "occupation"))
                if isinstance(value := getattr(fact, field, None), str)
            }
        )

    return facts.model_copy(
        update={kind: tuple(map(official, getattr(facts, kind))) for kind in ("fees", "contacts", "catalogue")}
    )


def read_facts(folder: Path) -> NoticeFacts:
    """Read the fact files of one notice; a kind without file has no facts.

    Raises:
        KnowledgeError: a file is malformed or of an unknown kind.
    """
    found: dict[str, object] = {}
    for file in sorted(folder.glob("*.yml")):
        if file.stem not in NoticeFacts.model_fields:
            raise KnowledgeError(f"{file}: unknown kind; allowed: {', '.join(NoticeFacts.model_fields)}")
        found[file.stem] = yaml.safe_load(file.read_text(encoding="utf-8")) or []
    try:
        return NoticeFacts.model_validate(found)
    except ValidationError as error:
        raise KnowledgeError(f"{folder}: {error}") from error
