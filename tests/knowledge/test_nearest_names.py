"""A name that nobody here writes so: the near ones are offered, and nothing where nothing is near."""

from __future__ import annotations

import pytest

from knowledge.lexicon.nearness import Nearness
from knowledge.library import Library

NEAR = {
    # slips of the hand
    "茶一师": "茶艺师",
    "茶艺诗": "茶艺师",
    "评茶人": "评茶师",
    "养老护里员": "养老护理员",
    "养老护里": "养老护理员",
    "人工智能训联师": "人工智能训练师",
    "人工只能训练师": "人工智能训练师",
    "咖非师": "咖啡师",
    "物业管里": "物业管理师",
    "人力资原": "企业人力资源管理师",
    "数据标柱": "人工智能数据标注",
    # said otherwise
    "咖啡拉花师": "咖啡师",
    "美发造型": "美发师",
    "美容护肤": "美容师",
    "美睫美甲": "美甲师",
    "汽车修理师傅": "汽车维修工",
    "新能源汽车维修": "汽车维修工",
    "汽车钣喷": "汽车维修工（汽车车身整形修复工）",
    "电梯维修技术员": "电梯安装维修工",
    "电梯保养": "电梯安装维修工",
    "制冷设备安装": "制冷空调系统安装维修工",
    "中央空调维保": "中央空调系统运行操作员",
    "小区物业管理经理": "物业管理师",
    "劳动关系调解员": "劳动关系协调师",
    "人力资源经理": "企业人力资源管理师",
    "企业培训讲师": "职业培训师",
    "育婴保育": "保育师",
    "婴幼儿照护": "婴幼儿发展引导员",
    "母婴护理月嫂": "家政服务员(母婴护理员)",
    "家政保洁": "家政服务员",
    "电子竞技解说": "电子竞技员",
    "动漫设计制作": "动画制作员",
    "数控加工": "车工（数控车工）",
    "电火花加工": "电切削工（电火花成型机床操作工）",
    "线切割加工": "电切削工（电火花线切割机床操作工）",
    "物联网工程": "物联网安装调试员",
    "机器人操作与运维": "工业机器人系统运维员",
    "农产品质检": "农产品食品检验员",
    "珠宝玉石鉴定": "贵金属首饰与宝玉石检测员",
    "钟表修复": "钟表维修工",
    "眼镜验光配镜": "眼镜验光师",
    "广告平面设计": "广告设计师",
    "服装制作": "服装制版师",
    "室内装修设计": "室内装饰设计师",
    "直播卖货": "互联网营销师(直播销售员)",
    "网络信息安全工程师": "网络与信息安全管理员",
    "园林养护": "园林绿化工",
    "计算机编程": "计算机程序设计员",
    "供应链主管": "供应链管理师",
    "印刷机操作": "印刷操作员",
}
NOTHING_NEAR = [
    *(
        "快递员",
        "外卖员",
        "无人机驾驶员",
        "健身教练",
        "心理咨询师",
        "潜水员",
        "电气工程师",
        "公共营养师",
        "宇航员",
    ),
    *("收银员", "导游", "律师", "消防设施操作员", "叉车司机", "架子工", "木工", "翻译", "主持人", "仓库管理员"),
    *(
        "飞行员",
        "锅炉工",
        "摄影师",
        "救生员",
        "化妆师",
        "牙医",
        "社会体育指导员",
        "今天天气好",
        "管理员",
        "操作工",
    ),
]


@pytest.mark.parametrize(("typed", "meant"), NEAR.items())
def test_what_is_meant_is_among_the_first_three(typed: str, meant: str, library: Library) -> None:
    found = library.lexicon.nearest("occupation", typed)
    assert meant in found
    assert len(found) <= 3


@pytest.mark.parametrize("typed", NOTHING_NEAR)
def test_what_shares_only_a_head_word_is_near_to_nothing(typed: str, library: Library) -> None:
    assert library.lexicon.nearest("occupation", typed) == ()


def test_none_of_the_typed_names_is_a_known_name_already(library: Library) -> None:
    """Else the test above would prove nothing."""
    known = {alias.alias for alias in library.lexicon.aliases() if alias.kind == "occupation"}
    assert known & {*NEAR, *NOTHING_NEAR} == set()


def test_an_unknown_code_is_near_to_those_beside_it_in_its_small_class(library: Library) -> None:
    """4-03-02-06 is not in the catalogue; -05 is 餐厅服务员 and -07 茶艺师."""
    assert set(library.lexicon.nearest("occupation", "4-03-02-06", limit=2)) == {"餐厅服务员", "茶艺师"}


def test_an_unknown_code_is_nearer_to_occupations_than_to_special_abilities(library: Library) -> None:
    first, *_ = library.lexicon.nearest("occupation", "4-04-05-02")
    assert library.lexicon.occupation(first).code in ("4-04-05-01", "4-04-05-03")


def test_a_code_of_a_class_that_nobody_assesses_is_near_to_nothing(library: Library) -> None:
    assert library.lexicon.nearest("occupation", "9-99-99-99") == ()


def test_the_word_for_certificate_makes_no_difference(library: Library) -> None:
    assert library.lexicon.nearest("occupation", "茶一师证书") == library.lexicon.nearest("occupation", "茶一师")


def test_a_rare_character_counts_more_than_one_that_every_second_name_has() -> None:
    names = {name: name for name in ("咖啡制作员", "动画制作员", "包装制作员", "陶瓷制作员")}
    assert Nearness(names).rank("咖啡冲煮员", 3) == ("咖啡制作员",)


def test_of_equally_near_names_those_in_the_class_of_the_best_come_first() -> None:
    names = {name: name for name in ("汽车钣金工", "木器喷漆工", "汽车喷漆工")}
    codes = {"汽车钣金工": "4-12-01-01", "汽车喷漆工": "4-12-01-02", "木器喷漆工": "6-99-01-01"}
    first, second = Nearness(names, codes).rank("汽车喷漆钣金", 3)[:2]
    assert {first, second} == {"汽车钣金工", "汽车喷漆工"}
