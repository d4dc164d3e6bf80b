"""Tables: pieces of one table put together, headings told from data, written as a pipe table."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from knowledge.ingest.document import ABOVE, LEFT, Table
from knowledge.ingest.structure.flow import Block
from knowledge.ingest.structure.spacing import repair_cell

Row = tuple[str, ...]
_VALUE = re.compile(
    r"[\d\s.,:;/~～\-–—+、()年月日元底前起止至号周上下午中每次门科人分%]*\d[\d\s.,:;/~～\-–—+、()年月日元底前起止至号周上下午中每次门科人分模块课时%]*"
    r"|(?:[一二三四五]级|[初中高]级|高级技师|技师)(?!别).{0,10}|[一二三四五]([、,/][一二三四五])*|[/\-—√×]"
    r"|.*(?:\d-\d\d-\d\d|\d{7}|://).*"
)
_HEADING = re.compile(
    r".{0,12}(?:序号|编号|编码|代码|名称|职业|工种|等级|级别|层级|时间|日期|月份|费|费用|收费|标准|金额|科目|项目|合计|小计|电话|地址"
    r"|内容|单位|机构|组织|类型|类别|方式|批次|安排|备注|说明|方向|对象)(?:\([^)]*\))?"
)
_RULE = re.compile(r":?-{3,}:?")


def merged(blocks: list[Block]) -> list[Block]:
    """Repair every table, and put together those that a page has cut in two.

    Where a format knows no merged cells (tabs), the empty ones among the headings count as merged.
    """
    found: list[Block] = []
    for block in blocks:
        if not isinstance(block, Table):
            found.append(block)
            continue
        table = _repaired(block)
        if not table.rows:
            continue
        last = found[-1] if found else None
        if isinstance(last, Table) and (rest := _rest(last, table)) is not None:
            found[-1] = replace(last, rows=last.rows + rest)
        else:
            found.append(table)
    return found


def begins_with_data(table: Table) -> bool:
    """Whether the first row is no heading but data: the table goes on from an earlier page."""
    return bool(table.rows) and (_is_data(table.rows[0]) or _is_list_of_labels(table.rows))


def header_rows(table: Table) -> int:
    """How many rows are headings; 0 where the first row is data."""
    if table.header_rows and not begins_with_data(table):
        return min(table.header_rows, len(table.rows))
    if begins_with_data(table):
        return 0
    count = 1
    while count < len(table.rows) - 1 and _heads(table.rows[:count], table.rows[count]):
        count += 1
    return count


def pipe_table(table: Table) -> list[str]:
    """The lines of the table in a `notice.md`; without headings, the heading row is empty."""
    count = header_rows(table)
    width = len(table.rows[0])
    head = table.rows[:count] or (("",) * width,)
    body = [_without_dangling(row) if i == 0 else row for i, row in enumerate(table.rows[count:])]
    return [*map(_line, head), "|" + "---|" * width, *map(_line, body)]


def _line(row: Row) -> str:
    return "| " + " | ".join(cell.replace("|", r"\|") for cell in row) + " |"


def _without_dangling(row: Row) -> Row:
    """The first row below the headings continues no heading."""
    return tuple("" if cell == ABOVE else cell for cell in row)


def _repaired(table: Table) -> Table:
    rows = [tuple(repair_cell(cell) for cell in row) for row in table.rows]
    kept = [row for row in rows if any(row) and not all(_RULE.fullmatch(cell) or not cell for cell in row)]
    if not any(cell in (ABOVE, LEFT) for row in kept for cell in row):
        kept = _with_merged_headings(kept)
    count = header_rows(replace(table, rows=tuple(kept))) if kept else 0
    head = [_folded(row) for row in kept[:count]]
    body = [row for row in kept[count:] if _folded(row) not in head]
    return replace(table, rows=(*kept[:count], *body))


def _with_merged_headings(rows: list[Row]) -> list[Row]:
    """An empty cell in the first row of headings continues the left one, in a further row the one above."""
    found: list[Row] = []
    for row in rows:
        if _is_data(row) or (found and not (_is_caption(found[-1]) or "" in row)):
            break
        found.append(tuple(cell or (ABOVE if found else LEFT if i else "") for i, cell in enumerate(row)))
    return found + rows[len(found) :]


def with_groups(table: Table) -> Table:
    """Below the headings, empty cells at the beginning of a row continue those above (tabs know no merged cells)."""
    count = header_rows(table)
    rows = list(table.rows[: count + 1])
    for row in table.rows[count + 1 :]:
        filled = next((i for i, cell in enumerate(row) if cell), 0)
        rows.append((ABOVE,) * filled + row[filled:])
    return replace(table, rows=tuple(rows))


def _rest(first: Table, second: Table) -> tuple[Row, ...] | None:
    """The rows by which the second table continues the first, or None where it is a table of its own."""
    if len(first.rows[0]) != len(second.rows[0]):
        return None
    count = header_rows(second)
    if count and [*map(_folded, second.rows[:count])] != [*map(_folded, first.rows[:count])]:
        return None
    return second.rows[count:]


def _folded(row: Row) -> str:
    return "\t".join(unicodedata.normalize("NFKC", cell) for cell in row)


def _is_data(row: Row) -> bool:
    """A row that prints values; `职业等级 3月 6月` prints headings, months though two of them are."""
    printed = [unicodedata.normalize("NFKC", cell) for cell in row if cell not in ("", ABOVE, LEFT)]
    values = [cell for cell in printed if _VALUE.fullmatch(cell)]
    return bool(values) and not _HEADING.fullmatch(printed[0])


def _is_list_of_labels(rows: tuple[Row, ...]) -> bool:
    """Two columns, of which the left one names what the right one gives (`咨询电话 | 021-…`)."""
    labels = all(_HEADING.fullmatch(unicodedata.normalize("NFKC", row[0])) for row in rows)
    return len(rows[0]) == 2 and labels and _VALUE.fullmatch(rows[0][1]) is not None


def _heads(above: tuple[Row, ...], row: Row) -> bool:
    """Whether a row is one more heading: below a caption over the full width, or below merged headings."""
    if _is_data(row):
        return False
    last = above[-1]
    return _is_caption(last) or ABOVE in row or any(cell == LEFT for cell in last)


def _is_caption(row: Row) -> bool:
    return len(row) > 1 and all(cell == LEFT for cell in row[1:])
