"""Which figures a text prints, and whether each stands in its sources."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from knowledge.figures import Figure, figures, unsupported

ROW = "三级/高级 100 400 500"
CENTRE = "上海市职业技能鉴定中心监督电话:400-820-9278(工作日上午9:30-11:00,下午13:30-16:30)"
ADDRESS = "上海市浦东新区中科路1750号T1栋模力社区515室"

SUPPORTED = [
    ("三级合计500元", ROW),
    ("理论知识100元、操作技能400元", ROW),
    ("三级", "人工智能训练师3级。"),
    ("四级、三级", "上海交通大学 1 4-04-05-05 人工智能训练师 4、3"),
    ("四级", "企业人力资源管理师：四、三级。"),
    ("四级和三级", "企业人力资源管理师（四、三级）"),
    ("一级", "5.具备以下条件之一者，可申报一级/高级技师："),
    ("成绩有效期两年", "四级、三级成绩有效期两年"),
    ("两年内不得参加评价", "情节轻微的,2年内不得参加评价"),
    ("二十个工作日", "一般20个工作日内可登录"),
    ("监督电话400-820-9278", CENTRE),
    ("４００－８２０－９２７８", CENTRE),
    ("上午9:30-11:00", "工作日上午9：30-11：00，下午13：30-16：30"),
    ("电话（021）62418668", "（三）业务咨询电话：（021）62418668"),
    (ADDRESS, f"（一）业务受理地址 {ADDRESS}"),
    ("职业编码4-04-05-05", "1 4-04-05-05 人工智能训练师 4、3"),
    ("4-04-05-z1", "1 上海库帕思科技有限公司 S000031200057 1 4-04-05-Z1 人工智能数据标注"),
    ("活动成绩排名前50%", "原则上，活动成绩排名前50%的选手"),
    ("在http://biaozhun.osta.org.cn/查", "网址：http://biaozhun.osta.org.cn/"),
    ("登录shhr.ata-test.net.cn。", "登入网址：shhr.ata-test.net.cn，输入姓名"),
    ("申报2月23日至3月22日", "4月 四、三 2月23日-3月22日"),
    ("依据沪人社职〔2026〕67号", "沪人社职〔2026〕67号"),
    ("一次性领取，统一办理，唯一的办法", ""),
    ("没有数字", ""),
]

UNSUPPORTED = [
    ("合计550元", ROW, ["550"]),
    ("合计5000元", ROW, ["5000"]),
    ("合计50元", ROW, ["50"]),
    ("四级", ROW, ["4"]),
    ("监督电话400-820-9279", CENTRE, ["400-820-9279"]),
    ("收费400元", CENTRE, ["400"]),
    ("分机9278", CENTRE, ["9278"]),
    ("上午9:00-11:00", CENTRE, ["9:00"]),
    ("下午到17:30", CENTRE, ["17:30"]),
    ("30元", CENTRE, ["30"]),
    ("1750元", "515室", ["1750"]),
    ("15室", ADDRESS, ["15"]),
    ("4-04-05-06", "1 4-04-05-05 人工智能训练师 4、3", ["4-04-05-06"]),
    ("5元", "1 4-04-05-05 人工智能训练师 4、3", ["5"]),
    ("三年有效", "成绩有效期两年", ["3年"]),
    ("五年内不得参加", "2年内不得参加评价", ["5年"]),
    ("第二次补考", "可按规定申请补考", ["2次"]),
    ("30个工作日", "一般20个工作日内可登录", ["30"]),
    ("不超过60%", "占比不超过30%", ["60%"]),
    ("前50名", "排名前50%的选手", ["50"]),
    ("http://www.osta.org.cn/notice", "（www.osta.org.cn）", ["http://www.osta.org.cn/notice"]),
    ("http://example.com", "（www.osta.org.cn）", ["http://example.com"]),
    ("2027年", "2026年上海市人工智能行业协会", ["2027"]),
    ("１２３元", ROW, ["123"]),
    ("共5.5课时", "培训总计40课时", ["5.5"]),
]

# What looks supported and is not: part of a longer figure, a name, the number of a clause.
TRAPS = [
    pytest.param("两年", "累计从事本职业工作满12年", id="两年 is not the end of 12年"),
    pytest.param("五元", "175元/模块", id="五元 is not the end of 175元"),
    pytest.param("一个月内", "1月底前", id="one month is not January"),
    pytest.param("3月23日", "2月23日-3月22日", id="month and day of two different dates"),
    pytest.param("1月15日", "1月1日-2月16日", id="a day of neither date"),
    pytest.param("合计22元", "2月23日-3月22日", id="a sum is no day of a month"),
    pytest.param("二级", "上海市技师协会", id="a 技师 in an association's name is no level"),
    pytest.param("三级", "取得符合专业对应关系的高级职称", id="a senior title is no level"),
    pytest.param("二级", "二、参评人员有下列行为之一的，取消当次该科目成绩。", id="二、 numbers a clause"),
    pytest.param("ww.sh-aia.com", "http://www.sh-aia.com/dynamics/detail538.htm", id="part of a host"),
    pytest.param("http://www.jnsh.org.cn/a", "https://www.jnsh.org.cn/about", id="part of a path"),
    pytest.param("目标为十万人", "培训认证目标为5万人", id="people counted in Chinese numerals"),
    pytest.param("合计1,500元", ROW, id="a thousands separator hides nothing"),
    pytest.param("合计1，500元", "1 500", id="nor does a full-width one"),
]


@pytest.mark.parametrize(("text", "source"), SUPPORTED)
def test_a_figure_that_stands_in_the_source_is_supported(text: str, source: str) -> None:
    assert unsupported(text, [source]) == []


@pytest.mark.parametrize(("text", "source", "missing"), UNSUPPORTED)
def test_a_figure_that_stands_nowhere_is_named(text: str, source: str, missing: list[str]) -> None:
    """With its unit or without (`2027年`, `2027`), and no other figure with it."""
    found = [one.text for one in unsupported(text, [source])]
    assert len(found) == len(missing)
    assert all(name.startswith(figure) for name, figure in zip(found, missing, strict=True))


@pytest.mark.parametrize(("text", "source"), TRAPS)
def test_what_only_looks_like_the_source_is_unsupported(text: str, source: str) -> None:
    assert unsupported(text, [source]), f"{text} passed as if {source} said so"


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("理论100元，操作400元", ["理论100元", "操作400元"]),
        ("400元和200元", ["400，200"]),
        ("1200元", ["1,200元"]),
    ],
)
def test_several_sources_and_separators_do_not_hide_a_figure(text: str, sources: list[str]) -> None:
    assert unsupported(text, sources) == []


def test_without_any_source_every_figure_is_unsupported() -> None:
    text = "三级500元，电话021-62037717，9:00开门，见www.osta.org.cn，两年有效，编码4-04-05-05"
    assert {one.text for one in unsupported(text, [])} == {
        "3",
        "500",
        "021-62037717",
        "9:00",
        "www.osta.org.cn",
        "2年",
        "4-04-05-05",
    }


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("两年", "2年"),
        ("十天", "10天"),
        ("十五日", "15日"),
        ("二十个工作日", "20工作日"),
        ("四十二课时", "42课时"),
        ("一百零五元", "105元"),
        ("三百五十元", "350元"),
        ("一千二百元", "1200元"),
        ("三万元", "30000元"),
    ],
)
def test_a_chinese_numeral_is_read_as_its_value(numeral: str, value: str) -> None:
    assert figures(numeral) == [Figure("numeral", value)]


def test_a_figure_is_named_once_however_often_it_is_printed() -> None:
    assert unsupported("500元，还是500元", []) == [Figure("number", "500")]


WRITTEN = st.text(
    alphabet="0123456789０５一二三四五十百两年月日元级个、，。：:-.,/%（）() abcw高技师电话", max_size=60
)


@settings(deadline=None, max_examples=300)
@given(st.one_of(WRITTEN, st.text(max_size=60)))
def test_a_text_is_always_supported_by_itself(text: str) -> None:
    assert unsupported(text, [text]) == []


@settings(deadline=None, max_examples=200)
@given(WRITTEN, WRITTEN)
def test_a_text_is_supported_by_any_sources_among_which_it_stands(text: str, other: str) -> None:
    assert unsupported(text, [other, text]) == []


@settings(deadline=None, max_examples=300)
@given(st.one_of(WRITTEN, st.text(max_size=60)), st.integers(min_value=10_000, max_value=999_999))
def test_a_number_that_no_source_has_is_always_found(text: str, number: int) -> None:
    assume(str(number) not in text)
    assert Figure("number", str(number)) in unsupported(f"{text}，另收{number}元", [text])


@settings(deadline=None, max_examples=200)
@given(st.integers(min_value=1, max_value=9999), st.integers(min_value=1, max_value=9999))
def test_one_sum_never_stands_for_another(printed: int, stated: int) -> None:
    assume(printed != stated)
    assert unsupported(f"合计{printed}元", [f"合计{stated}元"]) == [Figure("number", str(printed))]
