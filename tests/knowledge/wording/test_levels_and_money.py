"""Levels and amounts in the spellings of notices."""

from __future__ import annotations

import pytest

from knowledge.wording.levels import level_spans, parse_levels
from knowledge.wording.money import amounts_in, priced_by, read_amount, unit_factor


@pytest.mark.parametrize(
    ("cell", "levels"),
    [
        ("五级/初级工", (5,)),
        ("初级（五级）", (5,)),
        ("5级", (5,)),
        ("L3", (3,)),
        ("三级\\高级", (3,)),
        ("高级工", (3,)),
        ("技师（二级）", (2,)),
        ("高级技师/一级", (1,)),
        ("高级\n技师", (1,)),
        ("四、三级", (4, 3)),
        ("4,3", (4, 3)),
        ("5、4、3、2、1", (5, 4, 3, 2, 1)),
        ("5-3级", (5, 4, 3)),
        ("三级至五级", (5, 4, 3)),
        ("五级/初级工、四级/中级工", (5, 4)),
        ("中级工（四级）至高级工（三级）", (4, 3)),
    ],
)
def test_a_cell_of_levels(cell: str, levels: tuple[int, ...]) -> None:
    span = parse_levels(cell)
    assert (span.levels, span.understood) == (levels, True)


@pytest.mark.parametrize(
    "cell", ["三级及以上", "三级（含）以上", "五级/中级工", "中级（五级）", "五级300元", "专项能力", ""]
)
def test_a_cell_that_is_more_or_less_than_levels(cell: str) -> None:
    assert not parse_levels(cell).understood


def test_levels_in_a_sentence_stand_where_they_are_printed() -> None:
    text = "茶艺师五级、四级，评茶师三级"
    assert [(span.levels, text[span.start : span.end]) for span in level_spans(text)] == [
        ((5, 4), "五级、四级"),
        ((3,), "三级"),
    ]


@pytest.mark.parametrize(
    ("cell", "value", "per"),
    [
        ("350", 350, None),
        ("350.00", 350, None),
        ("￥350", 350, None),
        ("¥1,200.00", 1200, None),
        ("1,200元", 1200, None),
        ("350元/人", 350, "人"),
        ("350 元 / 人", 350, "人"),
        ("175元/模块", 175, "模块"),
        ("三百五十元", 350, None),
        ("一千二百元", 1200, None),
    ],
)
def test_an_amount(cell: str, value: float, per: str | None) -> None:
    amount = read_amount(cell)
    assert (amount.value, amount.per, amount.understood, amount.usual) == (value, per, True, True)


@pytest.mark.parametrize("cell", ["", "/", "—", "——", "-", "无", "0", "不设"])
def test_a_dash_is_no_amount(cell: str) -> None:
    amount = read_amount(cell)
    assert (amount.value, amount.understood) == (None, True)


@pytest.mark.parametrize("cell", ["面议", "免费", "300/400", "约300元", "100+200"])
def test_other_words_are_not_understood(cell: str) -> None:
    assert not read_amount(cell).understood


@pytest.mark.parametrize(("cell", "value"), [("3.5百元", 350), ("0.035万元", 350), ("5元", 5), ("30000元", 30000)])
def test_units_and_sizes_that_are_no_usual_fee(cell: str, value: float) -> None:
    amount = read_amount(cell)
    assert (amount.value, amount.usual) == (value, False)


def test_units_of_a_heading() -> None:
    assert (unit_factor("合计（元）"), unit_factor("单位：百元"), unit_factor("费用(万元)")) == (1, 100, 10_000)
    assert unit_factor("合计") is None
    assert (priced_by("补考收费（元/模块）"), priced_by("收费标准（元/人）"), priced_by("合计（元）")) == (
        "模块",
        "人",
        None,
    )


def test_amounts_in_a_sentence() -> None:
    text = "四级400元/人（理论100元、实操300元），2026年3月15日前缴纳"
    found = [(text[one.start : one.end], one.amount.value) for one in amounts_in(text)]
    assert found == [("400元/人", 400), ("100元", 100), ("300元", 300)]


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("钳工（初、中、高级工）", [(5, 4, 3)]),
        ("中、高级工", [(4, 3)]),
        ("初中级", [(5, 4)]),
        ("初中、高级中学毕业", []),
    ],
)
def test_levels_that_share_one_ending(text: str, levels: list[tuple[int, ...]]) -> None:
    assert [span.levels for span in level_spans(text)] == levels


def test_an_amount_in_formal_numerals() -> None:
    assert read_amount("叁佰捌拾元整").value == 380
