"""What a column of a price table holds, by its heading and its cells."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from knowledge.ingest.drafts.headings import TIME, common_role
from knowledge.ingest.drafts.offers import Offers
from knowledge.ingest.drafts.tables import Table
from knowledge.models import Level
from knowledge.wording.levels import level_spans, parse_levels
from knowledge.wording.money import amounts_in, priced_by, read_amount, unit_factor
from knowledge.wording.numerals import squeezed
from knowledge.wording.plain import plain

Part = Literal["component", "total", "retake"]
ColumnKind = Literal["level", "occupation", "specialisation", "subject", "price", "unknown", "ignored"]

RETAKE = re.compile(r"补考|补评|重考|补测")
TOTAL = re.compile(r"[合总共]计|总价|总额|总费用|总收费|^小计")
SUBJECT = re.compile(
    r"理论|操作|实操|实作|实践|技能|综合评审|评审|论文|答辩|口试|笔试|面试|模块|[合总共]计|补考|费$"
)
_COMPONENT = re.compile(
    r"理论|操作|实操|实作|实践|技能|知识|评审|论文|答辩|口试|笔试|面试|费|(?<!评)价|金额|收取|模块|元|补考|补评|重考"
)
_SUBJECT_HEADING = re.compile(r"科目|收费项目|收费内容|考核内容|费用名称|费用项目|模块|类别|内容")
_OTHER_FIGURES = re.compile(r"分钟|时长|分值|分数|配分|题|人数|比例|权重|培训|教材|学时|课时|合格线|[^总]人次$")
_UNIT = re.compile(r"[(\[]?(?:单位[:：]?)?[万千百]?元(?:[/每·.]?[^()\[\]]{0,4})?[)\]]|/?元/[^()\s]{1,3}")
FEE_WORD = re.compile(
    r"(?:(?:职业技能|等级)*(?:考核|评价|认定|考试|鉴定|考务|报名)+(?:服务)?费用?|收费标准|费用标准|收费|费用)"
)
EXAMINED = re.compile(r"理论|操作|实操|实作|技能|知识")
_MAX_WORDS = 10
_MAX_BARE = 20_000
# Words of a column that name no part of the examination but the price as such.
GENERIC = re.compile(
    r"^(?:首次|首考|正考|初考|职业|技能|等级|评价|认定|考核|考试|鉴定|考务|收费|缴费|科目|项目|内容|费用|标准|价格|金额|费|明细|构成|其中|收取|应收|及|和|的)+$"
)


@dataclass(frozen=True)
class Column:
    """One column. `levels` and `occupations` are those that its heading names; `factor` is the unit in yuan."""

    kind: ColumnKind
    part: Part = "component"
    name: str = ""
    levels: tuple[Level, ...] = ()
    occupations: tuple[str, ...] = ()
    factor: int = 1
    per: str | None = None


def columns_of(table: Table, offers: Offers) -> list[Column]:
    """Every column of a table of prices, 工种 alone being the occupation; the unit of a caption (单位：百元) holds where a heading prints none."""
    near = " ".join(one.text for one in (*table.context[:3], *table.notes[:2]) if "单位" in one.text)
    shared = unit_factor(near) or 1
    columns = [_column(heading, table.column(i), shared, offers) for i, heading in enumerate(table.columns)]
    if any(one.kind == "occupation" for one in columns):
        return columns
    return [replace(one, kind="occupation") if one.kind == "specialisation" else one for one in columns]


def component_name(parts: list[str]) -> str:
    """The printed name of a part: its heading without units, and without a general word above it (评价科目)."""
    bare = [squeezed_name(part) for part in parts]
    bare = [part for part in bare if part]
    while len(bare) > 1 and (GENERIC.match(bare[0]) or RETAKE.search(bare[0])):
        bare = bare[1:]
    name = "".join(dict.fromkeys(bare))
    return re.sub(rf"^(?:{RETAKE.pattern})(?={EXAMINED.pattern})", "", name)


def squeezed_name(part: str) -> str:
    """A heading without white space and unit, in its own typography."""
    compact = re.sub(r"\s+", "", part)
    folded = plain(compact)
    for match in reversed(list(_UNIT.finditer(folded))):
        compact = compact[: match.start()] + compact[match.end() :]
    return compact.strip("：:、，,")


def _column(heading: str, cells: list[str], shared: int, offers: Offers) -> Column:
    if common_role(heading) == "remark":
        return Column("ignored")
    by_content = _by_content(cells, heading)
    if by_content:
        return Column(by_content)
    role = common_role(heading)
    if role in ("occupation", "specialisation") and not level_spans(heading):
        return Column("occupation" if role == "occupation" else "specialisation")
    if role in ("code", "number", "registration", "organisation", "kind"):
        return Column("ignored")
    return _price_column(heading, cells, shared, offers)


def _by_content(cells: list[str], heading: str) -> ColumnKind | None:
    """Levels and parts of the examination show in the cells, whatever stands above them."""
    filled = [cell for cell in cells if cell.strip()]
    if not filled:
        return None
    words = [cell for cell in filled if not re.fullmatch(r"\d+", squeezed(cell))]
    levels = [cell for cell in filled if parse_levels(cell).levels and "费" not in cell]
    if common_role(heading) == "occupation" and re.search(r"等级|级别", heading):
        return "occupation"
    headed = common_role(heading) == "level"
    if (headed and levels) or (words and len(levels) > len(filled) / 2 and not any("元" in one for one in filled)):
        return "level"
    subjects = [one for one in words if SUBJECT.search(squeezed_name(one)) and not re.search(r"\d", one)]
    if len(subjects) > len(filled) / 2 and len(subjects) == len(words):
        return "subject"
    if _SUBJECT_HEADING.search(heading) and all(re.search(r"[\u4e00-\u9fff]", cell) for cell in filled):
        return None if any(map(_has_amount, filled)) else "subject"
    return None


def _price_column(heading: str, cells: list[str], shared: int, offers: Offers) -> Column:
    # A cell in words (面议) under 操作技能 belongs to the prices too: it has to be asked about.
    short = any(0 < len(cell.strip()) <= _MAX_WORDS and not read_amount(cell).understood for cell in cells)
    told = RETAKE.search(heading) and any(re.search(r"[\u4e00-\u9fff]{2}", cell) for cell in cells)
    amounts = any(_has_amount(cell) for cell in cells) or (short and EXAMINED.search(heading)) or told
    if not amounts or TIME.search(heading):
        return Column("ignored")
    levels = tuple(level for span in level_spans(heading) for level in span.levels if span.understood)
    occupations = tuple(offers.named_in(heading))
    if _OTHER_FIGURES.search(heading) or not (
        levels or occupations or _COMPONENT.search(heading) or _is_total(heading)
    ):
        return Column("unknown", name=heading)
    named = without_levels(heading) if levels else heading
    part: Part = "retake" if RETAKE.search(heading) else "total" if _is_total(heading) else "component"
    return Column(
        kind="price",
        part=part,
        name="" if occupations else component_name(named.split(" ")),
        levels=levels,
        occupations=occupations,
        factor=unit_factor(heading) or shared,
        per=priced_by(heading),
    )


def _is_total(heading: str) -> bool:
    return bool(TOTAL.search(squeezed(heading.split(" ")[-1])))


def _has_amount(cell: str) -> bool:
    """A bare figure beyond any price (a postcode, a telephone number) is none."""
    value = read_amount(cell).value
    return (value is not None and value <= _MAX_BARE) or bool(amounts_in(cell))


def without_levels(heading: str) -> str:
    """A heading without the levels that it names and what joined them: 考核费 of 五级考核费."""
    for span in reversed(level_spans(heading)):
        heading = heading[: span.start] + heading[span.end :]
    return re.sub(r"[(（][)）]|^[)）]+|[/、(（\\]+$", "", heading.strip()).strip()
