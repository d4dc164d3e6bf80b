"""Prices in tables: levels in rows or in headings, parts of the examination in headings or in rows."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from knowledge.ingest.drafts.confidence import CLEAR, CONTEXT, DOUBTFUL
from knowledge.ingest.drafts.fee_headings import (
    FEE_WORD,
    RETAKE,
    TOTAL,
    Column,
    Part,
    columns_of,
    component_name,
    without_levels,
)
from knowledge.ingest.drafts.fee_prose import amounts_of_cell
from knowledge.ingest.drafts.occupation_names import split_names
from knowledge.ingest.drafts.offers import Offers
from knowledge.ingest.drafts.prices import Gap, Price, Prices
from knowledge.ingest.drafts.tables import Row, Table
from knowledge.models import Level, Source
from knowledge.wording.levels import level_spans, parse_levels
from knowledge.wording.money import amounts_in, read_amount
from knowledge.wording.numerals import squeezed

_MONEY = re.compile(r"费|元|￥|¥|(?<!评)价|缴")
_ALL = re.compile(r"(?:各|全部|所有)(?:个)?(?:职业|工种|项目|方向)?$|^(?:各|全部|所有)")
_NONE = re.compile(r"[/\\—-]*|无")


@dataclass(frozen=True)
class _Where:
    """What holds for a row: its occupations and levels, from its cells or from a line across the table above it."""

    occupations: tuple[str | None, ...]
    levels: tuple[Level, ...]
    subject: str
    sources: tuple[Source, ...]
    confidence: float


class PriceTable:
    """One table of prices, read row by row."""

    def __init__(self, table: Table, offers: Offers, scope: int) -> None:
        self.table, self.offers, self.scope = table, offers, scope
        self.columns = columns_of(table, offers)
        self.retake = bool(table.context) and _is_retake(table.context[0].text)
        self.with_total = any(one.kind == "price" and one.part == "total" for one in self.columns)
        self._band: tuple[str, ...] = ()
        self._above: tuple[tuple[str, ...], tuple[Source, ...]] = ((), ())
        self._band_levels: tuple[Level, ...] = ()
        self._band_source: tuple[Source, ...] = ()

    @property
    def is_one(self) -> bool:
        """Whether the table is about money at all: a column of prices, and a word for money in or above it."""
        near = [*self.table.columns, *(one.text for one in self.table.context[:4])]
        cells = [value for row in self.table.rows for value in row.values]
        priced = any(one.kind == "price" for one in self.columns)
        return priced and any(_MONEY.search(text) for text in [*near, *cells])

    def read(self) -> Prices:
        """Every price of the table, and a question for every cell that was not understood."""
        prices = Prices()
        for column in self.columns:
            if column.kind == "unknown" and self.table.rows:
                prices.ask(self.table.rows[0].passage, f"“{column.name}”一列是否属于评价收费？请确认。")
        for row in self.table.rows:
            if row.band is not None:
                self._take_band(row)
            elif where := self._where(row, prices):
                self._read_row(row, where, prices)
        return prices

    def _take_band(self, row: Row) -> None:
        """A line across the table that names an occupation or a level heads the rows below it."""
        text = row.band or ""
        names = self.offers.named_in(text)
        levels = parse_levels(text)
        if names and not RETAKE.search(text):
            self._band, self._band_source = tuple(names), (row.passage.source(),)
        if levels.understood:
            self._band_levels = levels.levels

    def _where(self, row: Row, prices: Prices) -> _Where | None:
        """None, with a question, where the row's levels are not understood."""
        names, own, others, confidence = self._who(row)
        levels, subject = own or self._band_levels, ""
        for column, value in zip(self.columns, row.values, strict=True):
            if column.kind == "subject":
                spans = level_spans(value)
                levels = spans[0].levels if len(spans) == 1 and spans[0].understood else levels
                subject += without_levels(value) if spans else value
            if column.kind != "level" or not value.strip():
                continue
            span = parse_levels(value)
            if not span.understood:
                if not TOTAL.search(value):
                    prices.ask(row.passage, f"“{value}”指哪些等级？收费未录入，请确认。")
                return None
            levels = span.levels
        sources = (*row.sources(), *self._band_source, *others)
        return _Where(tuple(names) or (None,), levels, subject, sources, confidence)

    def _who(self, row: Row) -> tuple[list[str], tuple[Level, ...], tuple[Source, ...], float]:
        """The row's occupations by their full names, the levels that stand with them, further sources, confidence."""
        names, own, special, others = list(self._band), tuple[Level, ...](), "", tuple[Source, ...]()
        confidence = CLEAR
        for column, value in zip(self.columns, row.values, strict=True):
            if column.kind == "occupation" and value.strip():
                names, own = self._names(value)
                self._above = tuple(names), row.sources()
            elif column.kind == "occupation" and not names and self._above[0]:
                # A merged cell that the reader left blank.
                (above, others), confidence = self._above, CONTEXT
                names = list(above)
            elif column.kind == "specialisation" and not _NONE.fullmatch(squeezed(value)):
                special = value
        if special and len(names) == 1 and special not in names[0]:
            names, confidence = [f"{names[0]}（{special}）"], CONTEXT
        elif special and not names:
            names = [special]
        return [self.offers.full_name(name) for name in names], own, others, confidence

    def _names(self, cell: str) -> tuple[list[str], tuple[Level, ...]]:
        """The occupations of a cell, and the levels that it prints with them (养老护理员（五级）).

        None for all of them (各职业); every specialisation for 家政服务员各工种.
        """
        spans = [span for span in level_spans(cell) if span.understood]
        bare = cell[: spans[0].start].rstrip(" （(：:、-") if spans else cell
        levels = spans[0].levels if spans else ()
        if _ALL.search(bare):
            named = self.offers.named_in(bare)
            return [one.name for name in named for one in self.offers.matching(name)], levels
        names = [bare] if spans and bare else split_names(bare)
        return names or list(self._band), levels

    def _read_row(self, row: Row, where: _Where, prices: Prices) -> None:
        for i, (column, value) in enumerate(zip(self.columns, row.values, strict=True)):
            if column.kind != "price":
                continue
            amount = read_amount(value, column.factor)
            if not amount.understood and amounts_in(value):
                prices.found += self._several(column, where, value)
                continue
            if not amount.understood:
                prices.ask(row.passage, f"“{self.table.columns[i]}”一栏的“{value}”没有读懂，请确认金额。")
                occupations, levels = column.occupations or where.occupations, column.levels or where.levels
                prices.gaps.append(Gap(occupations, levels, row.passage))
                continue
            if amount.value is None or self._goes_on(row, i):
                continue
            sure = where.confidence if amount.usual else DOUBTFUL
            if not amount.usual:
                prices.ask(row.passage, f"“{value}”的单位或金额少见，请确认是否为{amount.value:g}元。")
            whole = i > 0 and self._goes_on(row, i - 1)
            shown = replace(column, part="total") if whole and column.part == "component" else column
            prices.found += self._prices(shown, where, (amount.value, amount.per), sure)

    def _several(self, column: Column, where: _Where, cell: str) -> list[Price]:
        """A cell that prints several amounts with their parts: 400元（理论100元，实操300元）."""
        found: list[Price] = []
        for part, name, one in amounts_of_cell(cell):
            if one.amount.value is not None:
                shown = replace(
                    column, part=part if column.part == "component" else column.part, name=name or column.name
                )
                sure = min(where.confidence, CONTEXT) if one.amount.usual else DOUBTFUL
                found += self._prices(shown, where, (one.amount.value, one.amount.per), sure)
        return found

    def _goes_on(self, row: Row, index: int) -> bool:
        """Whether the cell is merged with the next column of the same kind: one price for both."""
        if index + 1 >= len(self.columns):
            return False
        left, right = self.columns[index : index + 2]
        alike = (left.kind, left.part, left.levels) == (right.kind, right.part, right.levels)
        if not alike or left.kind != "price" or row.values[index] != row.values[index + 1]:
            return False
        return row.line.text.split(" ").count(row.values[index]) < row.values.count(row.values[index])

    def _prices(
        self, column: Column, where: _Where, amount: tuple[float, str | None], confidence: float
    ) -> list[Price]:
        part, name = self._part(column, where.subject)
        occupations = column.occupations or where.occupations
        headed = bool(column.occupations or column.levels)
        sources = (*where.sources, *(self.table.heading_sources() if headed else ()))
        return [
            Price(
                occupation=occupation,
                levels=column.levels or where.levels,
                part=part,
                name=name or self._fee_word(),
                amount=amount[0],
                per=amount[1] or column.per,
                sources=sources,
                scope=self.scope,
                confidence=confidence,
                with_total=self.with_total,
            )
            for occupation in occupations
        ]

    def _part(self, column: Column, subject: str) -> tuple[Part, str]:
        if RETAKE.search(subject) or column.part == "retake" or self.retake:
            return "retake", component_name([subject]) or column.name
        if subject:
            return ("total" if TOTAL.search(subject) else "component"), component_name([subject])
        return column.part, column.name

    def _fee_word(self) -> str:
        """What the lines above call the price, where the table itself has no word for it."""
        for passage in self.table.context:
            if match := FEE_WORD.search(squeezed(passage.text)):
                return match.group()
        return "收费"


def _is_retake(caption: str) -> bool:
    return (
        bool(RETAKE.search(caption))
        and bool(re.search(r"费|收费|标准", caption))
        and not re.search(r"正考|首考|首次|及补考|和补考|、补考", caption)
    )
