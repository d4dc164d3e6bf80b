"""Tables of offices: one row, one office, by the headings of its columns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.ingest.drafts.confidence import CLEAR, LOOSE
from knowledge.ingest.drafts.contact_items import Item
from knowledge.ingest.drafts.contact_lines import column_kind, office_table
from knowledge.ingest.drafts.contact_owners import occupations_in, person_or_place
from knowledge.ingest.drafts.models import DraftPhone, Question
from knowledge.ingest.drafts.phones import has_clock, phones_in, unread_digits
from knowledge.lexicon.lexicon import Lexicon
from knowledge.models import Line, Notice, Source

_SUPERVISION = re.compile(r"监督|投诉|举报")
_OCCUPATION = re.compile(r"职业|工种|项目")
_OFFICE = re.compile(r"机构|单位|受理点|名称|区|联系人|网点|校区")
_NOT_HOURS = re.compile(r"申报|报名时间|考试|评价时间|缴费")


def table_items(notice: Notice, lexicon: Lexicon) -> tuple[list[Item], list[Question]]:
    """The items of every row of every table of offices; those of one row share `row`."""
    items: list[Item] = []
    questions: list[Question] = []
    for path, clause in notice.clauses.items():
        for index, line in enumerate(clause.lines):
            if office_table(line):
                items += _of_row(path, f"{path}#{index}", line, lexicon)
                questions += _unread(path, line)
    return items, questions


def _of_row(path: str, row: str, line: Line, lexicon: Lexicon) -> Iterator[Item]:
    sources = tuple(Source(clause=path, quote=text) for text in (*line.origins, line.text))
    cells = list(zip(line.columns, line.values, strict=True))
    occupations = _occupations(cells, lexicon)
    owner = next(
        (one for column, value in cells if _OFFICE.search(column) and (one := person_or_place(value))), None
    )
    for column, value in cells:
        kind = column_kind(column)
        if kind == "address" and value:
            yield Item("address", value, path, sources, CLEAR, occupations, row=row)
        elif kind == "hours" and has_clock(value) and not _NOT_HOURS.search(column):
            yield Item("hours", value, path, sources, CLEAR, occupations, row=row)
        elif kind == "phone":
            purpose = "supervision" if _SUPERVISION.search(column) else "enquiry"
            for printed in phones_in(value):
                named = person_or_place(printed.tag or "") or owner
                phone = DraftPhone(purpose=purpose, number=printed.number, owner=named, hours=printed.hours)
                confidence = LOOSE if printed.shared else CLEAR
                yield Item("phone", printed.number, path, sources, confidence, occupations, phone, row)


def _occupations(cells: list[tuple[str, str]], lexicon: Lexicon) -> tuple[str, ...]:
    named = [
        one for column, value in cells if _OCCUPATION.search(column) for one in occupations_in(value, lexicon)
    ]
    return tuple(dict.fromkeys(named))


def _unread(path: str, line: Line) -> Iterator[Question]:
    for column, value in zip(line.columns, line.values, strict=True):
        if column_kind(column) == "phone":
            for digits in unread_digits(value):
                asked = f"“{digits}”不像完整的电话号码，请核对原文。"
                yield Question(clause=path, quote=line.text, question=asked)
