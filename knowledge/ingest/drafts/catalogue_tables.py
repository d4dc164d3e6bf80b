"""Catalogue tables: organisation, registration number, code, occupation, levels; also levels as ticked columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from knowledge.facts import CODE, Kind
from knowledge.ingest.drafts.catalogue_rows import CatalogueRow
from knowledge.ingest.drafts.confidence import CLEAR, CONTEXT, DOUBTFUL
from knowledge.ingest.drafts.headings import MONEY, TIME, Role, common_role
from knowledge.ingest.drafts.models import Question
from knowledge.ingest.drafts.occupation_items import items_in
from knowledge.ingest.drafts.occupation_names import split_names
from knowledge.ingest.drafts.tables import Row, Table
from knowledge.lexicon.lexicon import Lexicon
from knowledge.wording.levels import LevelSpan, ordered, parse_levels
from knowledge.wording.numerals import squeezed

_TICK = re.compile(r"[√✓✔●■☑*Yy是有]|可")
_REGISTRATION = re.compile(r"[A-Z]?\d{8,}[A-Z\d]*")
_SPECIAL = re.compile(r"专项(?:职业)?能力")


@dataclass(frozen=True)
class Layout:
    """Where a catalogue's columns are; `ticked` are columns headed by a level."""

    places: dict[Role, int]
    ticked: dict[int, LevelSpan]
    special: bool

    def cell(self, row: Row, role: Role) -> str:
        """The row's cell of that role, empty where the table has no such column."""
        return row.values[self.places[role]].strip() if role in self.places else ""


@dataclass
class Reading:
    """Rows and questions as they are found."""

    rows: list[CatalogueRow] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)


def layout_of(table: Table, mixed: bool = False) -> Layout | None:
    """The table's layout as a catalogue, None where it is none; `mixed` admits columns of prices and times."""
    places: dict[Role, int] = {}
    ticked: dict[int, LevelSpan] = {}
    for i, heading in enumerate(table.columns):
        span = _heading_levels(heading)
        if span.understood and not squeezed(heading).isdigit():
            ticked[i] = span
        elif role := common_role(heading):
            places.setdefault(role, i)
        elif not mixed and (MONEY.search(heading) or TIME.search(heading)):
            return None
    if any(re.search(r"\d{2}", cell) for i in ticked for cell in table.column(i)):
        return None  # prices, by level
    if "occupation" not in places and "specialisation" in places:
        places["occupation"] = places.pop("specialisation")
    special = _is_special(table, places)
    named = "occupation" in places and (special or ticked or {"level", "code"} & places.keys())
    return Layout(places, {} if "level" in places else ticked, special) if named else None


def _heading_levels(heading: str) -> LevelSpan:
    """The level that a heading is, also below a common one (开展等级 over 四级 and 三级); not below a price."""
    whole = parse_levels(heading)
    below = whole.understood or MONEY.search(heading) or TIME.search(heading)
    return whole if below else parse_levels(heading.split(" ")[-1])


def read_catalogue(table: Table, layout: Layout, lexicon: Lexicon) -> Reading:
    """Every row of a catalogue table. A row whose levels are not understood gets none, and a question."""
    reading = Reading()
    for row in table.rows:
        if row.band is None and layout.cell(row, "occupation"):
            _read_row(row, layout, lexicon, reading)
    reading.rows = list(_filled(reading.rows, layout))
    if layout.ticked:
        headed = table.heading_sources()
        reading.rows = [replace(row, sources=(*row.sources, *headed)) for row in reading.rows]
    return reading


def _filled(rows: list[CatalogueRow], layout: Layout) -> Iterator[CatalogueRow]:
    """A blank cell below an organisation is one that a reader did not see as merged."""
    above: CatalogueRow | None = None
    for row in rows:
        if "organisation" in layout.places and row.organisation is None and above:
            yield replace(
                row,
                organisation=above.organisation,
                registration_number=row.registration_number or above.registration_number,
                sources=(*row.sources, above.sources[0]),
                confidence=min(row.confidence, CONTEXT),
            )
        else:
            above = row
            yield row


def _read_row(row: Row, layout: Layout, lexicon: Lexicon, reading: Reading) -> None:
    cell = layout.cell(row, "occupation")
    kind: Kind = "special_ability" if layout.special else "skill_level"
    levels, understood = _levels(row, layout)
    if not levels and kind == "skill_level" and (items := items_in(cell, lexicon)):
        for item in items:
            sure = CONTEXT if item.understood else DOUBTFUL
            reading.rows.append(_row(row, layout, item.name, (item.levels, sure), kind))
        return
    doubtful = not understood and kind == "skill_level"
    if doubtful:
        question = f"“{cell}”一行的等级没有读懂，请确认可评价的等级。"
        reading.questions.append(_question(row, question))
    names = split_names(cell) if "、" in cell or "\n" in cell else [cell]
    for name in names:
        confidence = DOUBTFUL if doubtful else CLEAR if len(names) == 1 else CONTEXT
        reading.rows.append(_row(row, layout, name, (levels, confidence), kind))


def _row(row: Row, layout: Layout, name: str, found: tuple[tuple[int, ...], float], kind: Kind) -> CatalogueRow:
    """One entry; `found` are its levels and the confidence so far. A code of another form is left out."""
    code = squeezed(layout.cell(row, "code")).upper()
    valid = re.fullmatch(CODE, code) is not None
    special = layout.cell(row, "specialisation")
    parted = special and not re.fullmatch(r"[/\\—-]*|无", special) and special not in name
    number = squeezed(layout.cell(row, "registration"))
    confidence = found[1] if valid or not code.strip("/-—") else min(found[1], DOUBTFUL)
    return CatalogueRow(
        occupation=f"{name}（{special}）" if parted else name,
        levels=ordered(found[0]),
        sources=row.sources(),
        confidence=min(confidence, CONTEXT) if parted else confidence,
        code=code if valid else None,
        organisation=layout.cell(row, "organisation") or None,
        registration_number=number if _REGISTRATION.fullmatch(number) else None,
        kind=kind,
    )


def _levels(row: Row, layout: Layout) -> tuple[tuple[int, ...], bool]:
    """The row's levels and whether they are sure; not understood ones are none."""
    if "level" in layout.places:
        span = parse_levels(layout.cell(row, "level"))
        return (span.levels, True) if span.understood else ((), False)
    ticked = [span for i, span in layout.ticked.items() if _TICK.fullmatch(squeezed(row.values[i]))]
    levels = ordered(level for span in ticked for level in span.levels)
    return levels, bool(levels)


def _is_special(table: Table, places: dict[Role, int]) -> bool:
    """Special abilities have no levels: the row's kind, the heading or the nearest caption says so."""
    if "kind" in places:
        cells = [cell for cell in table.column(places["kind"]) if cell]
        return bool(cells) and all(_SPECIAL.search(cell) for cell in cells)
    near = [table.columns[places["occupation"]]] if "occupation" in places else []
    near += [one.text for one in table.context[:1]]
    return "level" not in places and any(_SPECIAL.search(text) for text in near)


def _question(row: Row, question: str) -> Question:
    return Question(clause=row.passage.clause, quote=row.passage.text, question=question)
