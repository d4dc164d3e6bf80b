"""Ways to apply, and what to bring."""

from __future__ import annotations

import pytest


def test_a_group_applies_through_the_system_and_hands_in_its_forms(draft):
    drafted = draft(
        "一、申报方式\n1.团体申报。本市培训机构学员报名参加职业技能评价的，经所在机构初审后，通过本市自助经办系统办理团体申报，"
        "并提交《报名汇总表》和《承诺书》。"
    )
    (fact,) = drafted.facts["applications"]
    assert (fact.way, fact.channel, fact.channel_name) == ("group", "self_service_system", "本市自助经办系统")
    assert fact.who == "本市培训机构学员"
    assert fact.materials == ("《报名汇总表》", "《承诺书》")
    assert (fact.place, fact.appointment, fact.occupations) == (None, None, None)


def test_an_individual_applies_at_a_counter_with_an_appointment(draft):
    drafted = draft(
        "一、申报方式\n个人申报。可到上海市徐汇区锁业路1号201室办理个人报名（须提前预约）。报名所需提供材料：身份证（见附件2）、照片2张及学历证书。"
    )
    (fact,) = drafted.facts["applications"]
    assert (fact.way, fact.channel, fact.place) == ("individual", "on_site", "上海市徐汇区锁业路1号201室")
    assert fact.appointment is True
    assert fact.materials == ("身份证", "照片2张", "学历证书")


def test_no_appointment_is_not_silence(draft):
    (fact,) = draft("一、申报方式\n个人申报：到徐汇区锁业路1号201室办理，无需预约。").facts["applications"]
    assert fact.appointment is False


def test_a_mini_program_is_named_with_its_marks(draft):
    (fact,) = draft("一、报名方式\n2、个人报名：通过“沪锁考评”小程序填写信息。").facts["applications"]
    assert (fact.channel, fact.channel_name) == ("mini_program", "“沪锁考评”小程序")


def test_a_section_on_materials_holds_for_every_way(draft):
    drafted = draft(
        """一、申报
（一）申报方式
1、个人申报。到徐汇区锁业路1号201室办理。
（二）申报材料
1、身份证原件及复印件1份；
2、近期照片2张。"""
    )
    (fact,) = drafted.facts["applications"]
    assert fact.materials == ("身份证原件及复印件1份", "近期照片2张")
    assert [one.clause for one in fact.sources] == ["一（一）1", "一（二）1", "一（二）2"]


def test_the_form_that_everybody_signs_is_added_unless_a_form_is_named(draft):
    body = """一、申报方式
1.团体申报。由所在院校统一申报，须提交《报名表》。
2.个人申报。到徐汇区锁业路1号201室办理。
二、须知
（一）经系统生成的报名表应由本人签字后，提交原件至评价机构。"""
    group, individual = draft(body).facts["applications"]
    assert group.materials == ("《报名表》",)
    assert individual.materials == ("经系统生成的报名表",)


@pytest.mark.parametrize(
    "line",
    [
        "1.个人申报：关注微信公众号“沪锁考评”填写信息。",
        "1.个人申报：登录“沪锁考评”小程序，或到徐汇区锁业路1号201室办理。",
        "1.网上报名：登录https://bm.example.org.cn填写信息。",
        "1.个人申报：仅限锁具鉴赏师，到徐汇区锁业路1号201室办理。",
    ],
)
def test_a_channel_or_limit_that_no_field_holds_is_asked(draft, line):
    drafted = draft(f"一、申报方式\n{line}")
    assert drafted.facts["applications"] == ()
    assert [one.clause for one in drafted.questions] == ["一·1"]
