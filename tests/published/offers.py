"""Who examines what: the catalogue's tables, and what each organisation's own notice offers in 一."""

from __future__ import annotations

import re
from typing import NamedTuple

from tests.published.text import CATALOGUE, LEVELS, ORGANISATIONS, clause, issuer_and_year, plain, tables


class Offer(NamedTuple):
    """`code` is None where the notice prints none; names with half-width brackets."""

    organisation: str
    code: str | None
    occupation: str
    levels: tuple[int, ...]
    kind: str


def catalogue() -> list[Offer]:
    """Every row of the catalogue's two tables."""
    return [
        Offer(plain(organisation), code, plain(occupation), *_levels_and_kind(what))
        for table in tables(CATALOGUE)
        for organisation, code, occupation, what in zip(
            table.values("评价机构名称"),
            table.values("职业编码", "编码"),
            table.values("职业（工种）", "评价项目"),
            table.values("等级", "项目类型"),
            strict=True,
        )
    ]


def _levels_and_kind(what: str) -> tuple[tuple[int, ...], str]:
    if what == "专项职业能力":
        return (), "special_ability"
    return tuple(int(one) for one in what.split("、")), "skill_level"


def offers(notice_id: str) -> list[Offer]:
    """What the organisation's own notice offers: a table, or lines as 职业培训师：三级。 and 人工智能训练师5级；"""
    found: dict[str, tuple[int, ...]] = {}
    codes: dict[str, str] = {}
    for table in tables(notice_id):
        for code, name, levels in zip(
            table.values("职业编码"), table.values("职业（工种）名称"), table.values("等级"), strict=False
        ):
            found[name], codes[name] = tuple(int(one) for one in levels.split("、")), code
    text = clause(notice_id, "一")
    for name, levels in re.findall(r"^(\S+?)：?([一二三四五1-5、]+)级[；。]$", text, flags=re.MULTILINE):
        found[name] = (*found.get(name, ()), *(LEVELS.get(one) or int(one) for one in levels.split("、")))
    organisation, _ = issuer_and_year(notice_id)
    return [Offer(organisation, codes.get(name), plain(name), found[name], "skill_level") for name in found]


def directory() -> set[Offer]:
    """All that is printed anywhere; a code that an own notice leaves out is the catalogue's for the occupation."""
    printed = catalogue()
    codes = {row.occupation: row.code for row in printed}
    own = [row for notice_id in ORGANISATIONS for row in offers(notice_id)]
    return {*printed, *(row._replace(code=row.code or codes[row.occupation]) for row in own)}
