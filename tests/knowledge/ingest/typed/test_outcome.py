"""Looking up results, and certificates: who issues them, in which form, who collects them, what when one is lost."""

from __future__ import annotations

import pytest


def enquiries(drafted):
    return [
        (one.what, one.case, one.within_working_days, one.channel, one.path, one.url)
        for one in drafted.facts["enquiries"]
    ]


def test_a_sentence_in_brackets_goes_on_with_its_own_case(draft):
    drafted = draft(
        "一、查询\n评价结束后，一般15个工作日内可登录“随申办”小程序，通过路径“人社局-证书查询”查询成绩及证书信息。"
        "（涉及答辩的项目，可在25个工作日内进行查询。）证书信息也可通过“证书查询网”（www.example.org.cn）查询。"
    )
    both = ("results", "certificate")
    assert enquiries(drafted) == [
        (both, None, 15, "“随申办”小程序", "人社局-证书查询", None),
        (both, "涉及答辩的项目", 25, None, None, None),
        (("certificate",), None, None, "证书查询网", None, "www.example.org.cn"),
    ]


def test_two_channels_are_two_facts(draft):
    drafted = draft("一、查询\n（一）考试后10个工作日内可在“锁业考评网”（ks.example.org.cn）及“随申办”查询证书。")
    assert [(channel, url) for _, _, _, channel, _, url in enquiries(drafted)] == [
        ("锁业考评网", "ks.example.org.cn"),
        ("随申办", None),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "考试后15个工作日公布成绩。",
        "考试后15天内可在“锁业考评网”查询成绩。",
        "四级考生15个工作日内可在“锁业考评网”查询成绩。",
    ],
)
def test_a_time_that_no_field_holds_is_asked(draft, sentence):
    drafted = draft(f"一、查询\n（一）{sentence}")
    assert enquiries(drafted) == []
    assert [one.clause for one in drafted.questions] == ["一（一）"]


def of(drafted, about):
    return [one for one in drafted.facts["certificates"] if one.about == about]


def test_an_issuer_is_named_in_full(draft):
    (fact,) = of(draft("一、证书\n（一）合格者由上海市锁业协会颁发职业技能等级证书。"), "issue")
    assert fact.issuer == "上海市锁业协会"


def test_a_short_name_is_looked_up_where_the_notice_explains_it(draft):
    drafted = draft(
        "一、机构\n2027年上海市锁业协会（以下简称“我会”）开展认定。\n二、证书\n（一）由我会组织认定并颁发职业技能等级证书。"
    )
    (fact,) = of(drafted, "issue")
    assert fact.issuer == "上海市锁业协会"
    assert [one.clause for one in fact.sources] == ["二（一）", "一"]


def test_a_short_name_that_nothing_explains_is_asked(draft):
    drafted = draft("一、证书\n（一）合格者由学院颁发职业技能等级证书。")
    assert of(drafted, "issue") == []
    assert len(drafted.questions) == 1


def test_forms_of_the_certificate(draft):
    drafted = draft(
        "一、证书\n（一）协会公布电子证书。\n（二）个人申报如需纸质证书须勾选，否则为电子证书。\n（三）合格者获得电子证书，不再发放纸质证书。"
    )
    assert [(one.way, one.forms) for one in of(drafted, "form")] == [
        (None, ("electronic",)),
        ("individual", ("electronic", "paper")),
        (None, ("electronic",)),
    ]


def test_each_way_collects_for_itself(draft):
    drafted = draft("一、证书领取\n团体申报的由申报单位统一领取；个人申报的由本人凭身份证至锁业路1号领取。")
    group, individual = of(drafted, "collection")
    assert (group.way, group.collected_by, group.collected_at) == ("group", "申报单位", None)
    assert (individual.way, individual.collected_by) == ("individual", "本人")
    assert (individual.collected_at, individual.bring) == ("锁业路1号", ("身份证",))


def test_a_courier_is_paid_by_the_applicant(draft):
    drafted = draft(
        "一、证书领取\n（一）纸质证书领取方式：团体申报的由申报单位领取；个人申报的用快递发放（快递费由考生自理）。"
    )
    group, individual = of(drafted, "collection")
    assert (group.forms, group.courier_paid_by_applicant) == (("paper",), None)
    assert (individual.way, individual.forms, individual.courier_paid_by_applicant) == (
        "individual",
        ("paper",),
        True,
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "校内学生由二级学院代领。",
        "证书可到付邮寄，亦可现场领取。",
        "团体报名的证书由各单位领取，个人由协会邮寄（到付）。",
        "逾期未领取证书的，统一销毁。",
    ],
)
def test_collecting_that_is_not_clear_is_asked(draft, sentence):
    drafted = draft(f"一、证书领取\n（一）{sentence}")
    assert of(drafted, "collection") == []
    assert [one.clause for one in drafted.questions] == ["一（一）"]


def test_a_lost_certificate_is_replaced(draft):
    drafted = draft("一、证书\n（一）证书遗失的，持证人本人持身份证原件及复印件、书面申请到协会办公室申请补办。")
    (fact,) = of(drafted, "loss")
    assert (fact.collected_by, fact.collected_at) == ("持证人本人", "协会办公室")
    assert fact.bring == ("身份证原件及复印件", "书面申请")


def test_a_certificate_that_is_not_replaced_is_asked(draft):
    drafted = draft("一、证书\n（一）证书丢失不予补发。")
    assert of(drafted, "loss") == []
    assert len(drafted.questions) == 1


def test_what_merely_stands_in_quotation_marks_is_no_channel(draft):
    drafted = draft("一、查询\n（一）“锁具修理工”证书信息可在随申办App“证书查询”功能中查询。")
    assert enquiries(drafted) == [(("certificate",), None, None, "随申办App", "证书查询", None)]


def test_an_owner_who_collects_in_person_on_certain_days(draft):
    (fact,) = of(draft("一、证书领取\n（一）证书由考生本人凭身份证于每月15日领取。"), "collection")
    assert (fact.collected_by, fact.bring) == ("考生本人", ("身份证",))


def test_each_way_collects_in_its_own_part_of_the_sentence(draft):
    drafted = draft("一、证书\n（一）团体报名的由单位统一领取证书，个人报名的由本人到受理点领取。")
    found = [(one.way, one.collected_by, one.collected_at) for one in of(drafted, "collection")]
    assert found == [("group", "单位", None), ("individual", "本人", "受理点")]


def test_a_heading_on_collecting_says_what_is_collected(draft):
    (fact,) = of(draft("一、领证\n凭学员证至教务窗口领取。"), "collection")
    assert (fact.bring, fact.collected_at) == (("学员证",), "教务窗口")


def test_results_that_come_only_after_some_days_are_not_due_within_them(draft):
    (fact,) = draft("一、成绩\n（一）考试结束15个工作日后，考生登录“随申办”查询成绩。").facts["enquiries"]
    assert (fact.within_working_days, fact.after_working_days, fact.channel) == (None, 15, "随申办")


def test_we_are_the_one_whose_name_the_title_prints(draft):
    (fact,) = of(draft("一、证书\n（一）由我协会统一颁发职业技能等级证书。"), "issue")
    assert fact.issuer == "上海市锁业协会"
