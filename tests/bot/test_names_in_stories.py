"""A name that nobody knows is refused where the message asks about it, and not where it only stands in a story."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.actions.form.words import gives_up
from bot.actions.names.asked_of import only_acts
from bot.actions.names.foreign import foreign_topic
from bot.actions.names.places import place_asked
from bot.actions.names.understanding import entities_of, mentioned
from knowledge.validity import parse_as_of

if TYPE_CHECKING:
    from knowledge.library import Library

AT = parse_as_of("2026-06-01")


def unknown(library: Library, text: str) -> str | None:
    named = mentioned(library, text, entities_of(library, text), AT)
    return named.stranger or named.strange_organisation


@pytest.mark.parametrize(
    "text",
    [
        "辅导员说这周必须交表，来得及吗",
        "辅导员让我们自己去弄",
        "我们辅导员还没通知，是不是要自己报",
        "表是辅导员收还是自己交",
        "我们健身教练都去考证了，我也想考一个",
        "宿管员不让出校门，能不能寄材料",
        "楼下快递员把我回执弄丢了怎么办",
        "送餐员问我考这个干嘛，我也说不清",
        "包工头介绍的中介员收了我八百",
        "等保洁员走了我再打",
        "上午打过去是接话员接的，说下午再打",
        "我在宠物医院当前台，能考什么",
        "后来公司倒闭了，社保断了半年",
        "眼下公司要裁人，想赶紧拿个证",
        "先去了一家物流公司，去年才转岗",
        "我们是普通餐饮公司，能集体报名吗",
        "一家小设计公司，就五个人，可以团体申报吗",
        "老东家是外贸公司，现在没上班了",
        "那家传媒公司欠我工资",
        "我爸在建筑公司开车，想让他也考一个",
        "进了家咨询公司做助理，算相关工作吗",
        "网络公司给我开的证明行不行",
        "贵公司的客服态度真好",
        "阿拉公司可以一道报伐",
        "隔壁医院体检完直接过去来得及吗",
        "我女儿在华东政法大学读大三",
        "我华东政法大学的，大四了，能报吗",
        "听腾讯公司的同事讲取消了，是真的吗",
        "面试官问我有没有证",
        "班里的电工师傅比我先拿到，气人",
        "初级经济师，去年九月拿到的，之后一直在岗",
        "我妹那边我叫她自己打电话 协会的号码呢",
    ],
)
def test_who_only_appears_in_a_story_is_not_asked_about(library: Library, text: str) -> None:
    assert unknown(library, text) is None


@pytest.mark.parametrize(
    "text",
    [
        "潜水员去哪里考",
        "想考个民宿管家，要什么条件",
        "剧本杀主持人，多少钱",
        "上海有没有陪诊顾问这个证",
        "电竞教练证书怎么拿",
        "请问宠物摄影师能考几级",
        "我妈想考酒店管家",
        "目录里查不到健身教练，是没有吗",
        "那星际导航员呢",
        "滑雪教练",
        "帆船教练几月份报名",
        "你们这边有健身教练吗",
        "攀岩教练的报名费是多少啊",
        "婚礼主持人现在还考不考",
        "网约车司机要考证吗，考一次多少",
        "上海市魔术协会的咨询电话",
        "华东政法大学能考训练师吗",
        "腾讯公司可以报训练师吗",
        "上海烘焙协会那边几点上班",
        "龙虾烹饪学会在哪",
        "上海未来机器人研究院三级收多少",
        "听说有个上海烘焙协会，他们能考面点吗",
        "上海钓鱼协会，能考什么",
        "蓝天钓鱼俱乐部协会办不办培训",
    ],
)
def test_a_name_that_is_asked_about_is_refused(library: Library, text: str) -> None:
    assert unknown(library, text)


@pytest.mark.parametrize(
    "text",
    [
        "我河南的，没上海户口能报吗",
        "我们安徽的，能不能报",
        "我老公江西的，想考训练师",
        "本人是四川的 可以考吗",
    ],
)
def test_where_somebody_is_from_is_no_place_asked_about(library: Library, text: str) -> None:
    assert place_asked(text, entities_of(library, text)) is None


@pytest.mark.parametrize("text", ["苏州的训练师多少钱", "那河南的呢", "我想问苏州的报名费"])
def test_of_a_place_is_still_asked(library: Library, text: str) -> None:
    assert place_asked(text, entities_of(library, text))


@pytest.mark.parametrize(
    "text",
    ["乌鸦嘴都不敢这么说", "还有个外孙女", "两条路哪条先到", "要罚款吗，罚多少", "我表妹考四级呢"],
)
def test_a_manner_of_speaking_is_no_other_matter(library: Library, text: str) -> None:
    assert foreign_topic(library, text, entities_of(library, text)) is None


@pytest.mark.parametrize("text", ["公积金怎么提取", "书法段位证哪里考", "公积金"])
def test_another_matter_is_still_one(library: Library, text: str) -> None:
    assert foreign_topic(library, text, entities_of(library, text))


@pytest.mark.parametrize(
    "text", ["保安问我找谁", "保安大哥不让进", "保安说今天不办", "我还是当我的保安", "继续做保安算不算"]
)
def test_who_only_acts_is_not_the_occupation_asked_about(text: str) -> None:
    assert only_acts(text, "保安")


@pytest.mark.parametrize("text", ["保安能考几级", "想考保安", "保安证多少钱", "保安呢"])
def test_the_occupation_asked_about_does_not_act(text: str) -> None:
    assert not only_acts(text, "保安")


@pytest.mark.parametrize(
    "said",
    [
        "请不出假 不考了不考了",
        "过了呀 那算了不弄了",
        "想问三级的那个，老板不报销，不用回我",
        "太远了，我不去考了，算了",
    ],
)
def test_who_gives_up_gives_up(said: str) -> None:
    assert gives_up(said)


@pytest.mark.parametrize("said", ["不考了 退钱 能退吧", "小王 不考了", "不考四级了考三级", "不考了钱退不退"])
def test_who_asks_or_changes_does_not_give_up(said: str) -> None:
    assert not gives_up(said)
