"""Characters and spaces that a layout or a font put into a text."""

from __future__ import annotations

import pytest

from knowledge.ingest.readers.counting import chinese
from knowledge.ingest.readers.radicals import ordinary
from knowledge.ingest.readers.running import is_page_number
from knowledge.ingest.readers.spacing import close_up, join, tidy


@pytest.mark.parametrize(
    ("layer", "text"),
    [
        ("⼀⼆⼈⽉⽇⼯⻓⻔⺠", "一二人月日工长门民"),
        ("⻅⻆⻉⻋⻘⻚⻛⻜⻝⻢⻣⻥⻦⻨⻩⻬⻮⻰⻱⺟⻄", "见角贝车青页风飞食马骨鱼鸟麦黄齐齿龙龟母西"),
        ("⼾⼿⽅⽂⽤⼝⾏⾼⾯⾦", "户手方文用口行高面金"),
        ("ＡＢＣ１２３（），：％①②㈠", "ＡＢＣ１２３（），：％①②㈠"),
        ("3月1日\u301c3月9日", "3月1日～3月9日"),
    ],
)
def test_radicals_become_characters_and_nothing_else_changes(layer: str, text: str) -> None:
    assert ordinary(layer) == text


@pytest.mark.parametrize(
    ("layer", "text"),
    [
        ("2026 年 1 月 31 日", "2026年1月31日"),
        ("沪人社职〔2025〕369 号", "沪人社职〔2025〕369号"),
        ("（一） 申报条件", "（一）申报条件"),
        ("1. 具备以下条件之一者", "1.具备以下条件之一者"),
        ("T1 栋 515 室", "T1栋515室"),
        ("电话: 021-62037717", "电话:021-62037717"),
        ("情节轻微的, 2年内不得参加", "情节轻微的,2年内不得参加"),
        ("附　件 1", "附件1"),
        ("合    计", "合计"),
        ("上海市人力资源和社会保障局 上海市财政局", "上海市人力资源和社会保障局 上海市财政局"),
        ("上午 9:30-11:30 下午 13:30-16:00", "上午9:30-11:30 下午13:30-16:00"),
        ("查询网址 https://gjzs.sjtu.edu.cn/skill 下载", "查询网址 https://gjzs.sjtu.edu.cn/skill 下载"),
        ("021-34206252 021-62932810", "021-34206252 021-62932810"),
        ("Microsoft Word 2016", "Microsoft Word 2016"),
        ("1. 2026年", "1. 2026年"),
        ("", ""),
    ],
)
def test_only_the_spaces_of_the_layout_go(layer: str, text: str) -> None:
    assert tidy(layer) == text


def test_in_a_cell_a_space_between_chinese_characters_is_a_broken_line() -> None:
    assert close_up("网络与信息安全管理 员（信息安 全管理员）") == "网络与信息安全管理员（信息安全管理员）"


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("人工智能训练", "师", "人工智能训练师"),
        ("共20", "26年", "共2026年"),
        ("400-820-", "9278", "400-820-9278"),
        ("https://www.osta.org", ".cn/index", "https://www.osta.org.cn/index"),
        ("Microsoft", "Word", "Microsoft Word"),
        ("", "开头", "开头"),
    ],
)
def test_two_lines_of_a_paragraph_are_joined(before: str, after: str, whole: str) -> None:
    assert join(before, after) == whole


@pytest.mark.parametrize(
    "line", ["- 3 -", "— 3 —", "3", "3/8", "第3页 共8页", "第 3 页，共 8 页", "Page 3 of 8", "第三页"]
)
def test_a_page_number_is_known(line: str) -> None:
    assert is_page_number(line)


@pytest.mark.parametrize("line", ["2026年", "13:30", "4、3", "一", "300元", "第3条", "3月"])
def test_what_only_looks_like_a_page_number_is_text(line: str) -> None:
    assert not is_page_number(line)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (21, "二十一"),
        (100, "一百"),
        (105, "一百零五"),
        (110, "一百一十"),
        (2026, "二千零二十六"),
    ],
)
def test_chinese_numbers(number: int, text: str) -> None:
    assert chinese(number) == text
