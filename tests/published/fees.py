"""What an assessment and a retake cost: the cells of the fee tables."""

from __future__ import annotations

import re
from typing import NamedTuple

from tests.published.offers import offers
from tests.published.text import LEVELS, ORGANISATIONS, Table, issuer_and_year, parts, plain, tables

Priced = tuple[tuple[str, int], ...]


class Price(NamedTuple):
    """One row of a fee table, in yuan; `retake` is empty where the notice does not price it."""

    organisation: str
    occupation: str
    level: int
    components: Priced
    total: int
    retake: Priced


def prices() -> list[Price]:
    """Every row of every fee table of every notice."""
    return [one for notice_id in ORGANISATIONS for table in tables(notice_id) for one in _rows(notice_id, table)]


def is_of_fees(table: Table) -> bool:
    """It has a total, or prices retakes."""
    return any(column.name == "合计" or "补考" in column.group for column in table.columns)


def _rows(notice_id: str, table: Table) -> list[Price]:
    if not is_of_fees(table):
        return []
    organisation, _ = issuer_and_year(notice_id)
    levels = table.values("等级", "职业等级")
    return [
        Price(organisation, occupation, _level(level), *_money(notice_id, table, row))
        for occupation, level, row in zip(_occupations(notice_id, table), levels, table.rows, strict=True)
    ]


def _level(cell: str) -> int:
    (found,) = re.findall(r"([一二三四五])级", cell)
    return LEVELS[found]


def _occupations(notice_id: str, table: Table) -> list[str]:
    """Of the rows: a column of the table, the annex's title, or the only one that the notice offers."""
    if column := table.values("职业(工种)"):
        return [plain(name) for name in column]
    if title := re.search(r"^\d{4}年上海市(.+?)职业技能评价收费标准$", parts(notice_id)[table.part], re.MULTILINE):
        return [title[1]] * len(table.rows)
    (only,) = {one.occupation for one in offers(notice_id)}
    return [only] * len(table.rows)


def _money(notice_id: str, table: Table, row: tuple[str, ...]) -> tuple[Priced, int, Priced]:
    first: list[tuple[str, int]] = []
    again: list[tuple[str, int]] = []
    total = None
    for column, cell in zip(table.columns, row, strict=True):
        if column.name in ("序号", "职业(工种)", "等级", "职业等级") or cell in ("", "/"):
            continue
        found = re.fullmatch(r"(\d+)(?:元)?(/模块)?", cell)
        assert found, f"{notice_id}: {cell} is no price"
        amount = int(found[1])
        if column.name == "合计":
            total = amount
        elif "补考" in column.group:
            again.append((column.name + ("（每模块）" if found[2] else ""), amount))
        else:
            first.append((column.name, amount))
    if "补考费用与正考费用一致,按照补考的模块收费" in parts(notice_id)["正文"]:
        again = first
    if total is None:
        ((_, total),) = first  # without a column of totals there is one price
    return tuple(first), total, tuple(again)
