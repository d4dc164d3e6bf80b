"""Dates, money, certificates, retakes against the published text: tables typed from it by eye, lines read anew."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from knowledge.facts import NoticeFacts, Period, WindowFact
from knowledge.library import Library

Published = Callable[[str], str]
SAIA, SJTU, SHTA = "saia-2026-ai-trainer", "sjtu-2025-ai-trainer", "shta-2026-hr"
CATALOGUE, PROMOTER = "shhrss-2025-catalogue", "shhrss-2026-ai-promoter"
ORGANISATIONS = (SAIA, SJTU, SHTA)
ISO = tuple[str | None, str | None]
# What 申报时间 and 评价时间 print, and the days that they mean.
Row = tuple[str, ISO, str, ISO]

SAIA_WINDOWS: list[Row] = [
    ("1月底前", (None, "2026-01-31"), "2月底前", (None, "2026-02-28")),
    ("2月", ("2026-02-01", "2026-02-28"), "3月底前", (None, "2026-03-31")),
    ("3月", ("2026-03-01", "2026-03-31"), "4月底前", (None, "2026-04-30")),
    ("4月", ("2026-04-01", "2026-04-30"), "5月底前", (None, "2026-05-31")),
    ("5月", ("2026-05-01", "2026-05-31"), "6月底前", (None, "2026-06-30")),
    ("6月", ("2026-06-01", "2026-06-30"), "7月底前", (None, "2026-07-31")),
    ("7月", ("2026-07-01", "2026-07-31"), "8月底前", (None, "2026-08-31")),
    ("8月", ("2026-08-01", "2026-08-31"), "9月底前", (None, "2026-09-30")),
    ("9月", ("2026-09-01", "2026-09-30"), "10月底前", (None, "2026-10-31")),
    ("10月", ("2026-10-01", "2026-10-31"), "11月底前", (None, "2026-11-30")),
    ("11月", ("2026-11-01", "2026-11-30"), "12月底前", (None, "2026-12-31")),
    ("12月", ("2026-12-01", "2026-12-31"), "12月底前或根据次年公告排考", (None, None)),
]
SJTU_WINDOWS: list[Row] = [
    ("1月1日-2月15日", ("2025-01-01", "2025-02-15"), "3月", ("2025-03-01", "2025-03-31")),
    ("2月16日-3月15日", ("2025-02-16", "2025-03-15"), "4月", ("2025-04-01", "2025-04-30")),
    ("3月16日-4月15日", ("2025-03-16", "2025-04-15"), "5月", ("2025-05-01", "2025-05-31")),
    ("4月16日-5月15日", ("2025-04-16", "2025-05-15"), "6月", ("2025-06-01", "2025-06-30")),
    ("5月16日-6月15日", ("2025-05-16", "2025-06-15"), "7月", ("2025-07-01", "2025-07-31")),
    ("6月16日-7月15日", ("2025-06-16", "2025-07-15"), "8月", ("2025-08-01", "2025-08-31")),
    ("7月16日-8月15日", ("2025-07-16", "2025-08-15"), "9月", ("2025-09-01", "2025-09-30")),
    ("8月16日-9月15日", ("2025-08-16", "2025-09-15"), "10月", ("2025-10-01", "2025-10-31")),
    ("9月16日-10月15日", ("2025-09-16", "2025-10-15"), "11月", ("2025-11-01", "2025-11-30")),
    ("10月16日-11月15日", ("2025-10-16", "2025-11-15"), "12月", ("2025-12-01", "2025-12-31")),
    ("11月16日-12月31日", ("2025-11-16", "2025-12-31"), "明年1月", ("2026-01-01", "2026-01-31")),
]
SHTA_WINDOWS: list[Row] = [
    ("2月23日-3月22日", ("2026-02-23", "2026-03-22"), "4月25、26日", ("2026-04-25", "2026-04-26")),
    ("6月29日-7月19日", ("2026-06-29", "2026-07-19"), "8月22、23日", ("2026-08-22", "2026-08-23")),
    ("9月10日-9月30日", ("2026-09-10", "2026-09-30"), "11月7、8日", ("2026-11-07", "2026-11-08")),
]
WINDOWS = {SAIA: SAIA_WINDOWS, SJTU: SJTU_WINDOWS, SHTA: SHTA_WINDOWS}


def facts(library: Library, notice_id: str) -> NoticeFacts:
    return library.holding(notice_id).facts


def bare(text: str) -> str:
    """Without white space and the angle brackets of the extraction; half-width punctuation made full."""
    text = re.sub(r"<(https?://[^>]+)>", r"\1", text)
    return re.sub(r"\s", "", text).translate(str.maketrans(",;:()", "，；：（）"))


def days(period: Period) -> ISO:
    start, end = (day.isoformat() if day else None for day in (period.start, period.end))
    return (start, end)


def as_row(window: WindowFact) -> Row:
    first, last = window.application, window.assessment
    return (first.text, days(first), last.text, days(last))


@pytest.mark.parametrize("notice_id", ORGANISATIONS)
def test_the_windows_are_those_of_the_timetable_in_its_order(notice_id: str, library: Library) -> None:
    assert [as_row(window) for window in facts(library, notice_id).windows] == WINDOWS[notice_id]


@pytest.mark.parametrize(
    ("notice_id", "row"),
    [
        (SAIA, r"^(\d+ 月(?:底前)?)\t(\d+ 月底前.*)$"),
        (SJTU, r"^(\d+ ?月 ?\d+ ?日-\d+ ?月 ?\d+ ?日)\t(.*月)$"),
        (SHTA, r"^\d+月\t四、三\t(\S+)\t\S+\t\S+\t(\S+)$"),
    ],
)
def test_no_row_of_a_published_timetable_is_without_its_window(
    notice_id: str, row: str, library: Library, published: Published
) -> None:
    printed = [tuple(map(bare, cells)) for cells in re.findall(row, published(notice_id), re.MULTILINE)]
    windows = facts(library, notice_id).windows
    assert [(one.application.text, one.assessment.text) for one in windows] == printed


@pytest.mark.parametrize(("notice_id", "levels"), [(SAIA, (5, 4, 3)), (SJTU, (4, 3)), (SHTA, (4, 3))])
def test_every_window_is_for_all_occupations_and_levels_of_its_notice(
    notice_id: str, levels: tuple[int, ...], library: Library
) -> None:
    for window in facts(library, notice_id).windows:
        assert (window.occupations, window.levels) == (None, levels)


def test_only_shta_prints_when_to_pay_and_from_when_to_print_the_ticket(library: Library) -> None:
    printed = [
        (one.payment.start.isoformat(), one.payment.end.isoformat(), one.admission_ticket.from_.isoformat())
        for one in facts(library, SHTA).windows
        if one.payment and one.payment.start and one.payment.end
        if one.admission_ticket and one.admission_ticket.from_
    ]
    assert printed == [
        ("2026-03-23", "2026-03-29", "2026-04-20"),
        ("2026-07-20", "2026-07-26", "2026-08-17"),
        ("2026-10-01", "2026-10-12", "2026-11-02"),
    ]
    others = [*facts(library, SAIA).windows, *facts(library, SJTU).windows]
    assert {(one.payment, one.admission_ticket) for one in others} == {(None, None)}


def test_too_few_applicants_or_too_many_move_the_assessment(library: Library) -> None:
    moved = {
        notice_id: [
            (one.condition, one.fewer_than, one.moved_to, one.month, one.told_days_before)
            for one in facts(library, notice_id).postponements
        ]
        for notice_id in ORGANISATIONS
    }
    assert moved == {
        SAIA: [("too_few", 30, "next_month", None, None)],
        SJTU: [("too_few", 30, "next_month", None, None), ("over_capacity", None, "next_month", None, None)],
        SHTA: [("too_few", None, "month", 11, 10)],
    }


def test_tickets_are_printed_five_working_days_or_one_week_before(library: Library) -> None:
    printed = {
        (notice_id, one.way): (one.working_days_before, one.weeks_before, one.url, one.needs)
        for notice_id in ORGANISATIONS
        for one in facts(library, notice_id).tickets
    }
    passed, names = "通过申报资格审核并完成“等级认定考务费”缴费手续", "姓名及身份证号"
    assert printed == {
        (SAIA, "group"): (5, None, "http://ww.sh-aia.com", passed),
        (SJTU, "group"): (5, None, "https://gjzs.sjtu.edu.cn/skill", passed),
        (SJTU, "individual"): (None, 1, "https://gjzs.sjtu.edu.cn/skill", "通过资质审核和缴费"),
        (SHTA, "group"): (None, 1, "shhr.ata-test.net.cn", names),
        (SHTA, "individual"): (None, 1, "shhr.ata-test.net.cn", names),
    }


def test_individuals_apply_where_and_with_what_their_notice_says(library: Library) -> None:
    """The signed form that the system prints is asked for in every annex on conduct."""
    alone = {
        notice_id: (one.channel, one.place, one.appointment, one.materials)
        for notice_id in ORGANISATIONS
        for one in facts(library, notice_id).applications
        if one.way == "individual"
    }
    form = "经系统生成的报名表"
    own = ("《职业技能等级认定考生须知》", "个人2寸证件照1张", "相关佐证材料")
    assert alone == {
        SAIA: ("on_site", "上海市浦东新区中科路1750号T1栋模力社区515室", True, (form,)),
        SJTU: ("on_site", "上海市长宁区法华镇路535号主楼216室", None, (*own, form)),
        SHTA: ("mini_program", None, None, (form,)),
    }


def test_groups_apply_in_the_self_service_system_and_shta_asks_for_two_forms(library: Library) -> None:
    for notice_id in (*ORGANISATIONS, CATALOGUE):
        (group,) = [one for one in facts(library, notice_id).applications if one.way == "group"]
        assert group.channel_name == "上海市人力资源和社会保障自助经办系统"
        assert group.who == "本市社会培训机构学员、院校在校学生"
        two_forms = ("《职业技能评价报名表》", "《职业技能评价申报信息汇总表》")
        assert (group.materials == two_forms) == (notice_id == SHTA)


def test_the_bank_account_is_the_one_that_sjtu_prints(library: Library, published: Published) -> None:
    (payment,) = [one for one in facts(library, SJTU).payments if one.account]
    account = payment.account
    assert account
    assert account.model_dump() == {
        "holder": "上海交通大学",
        "tax_id": "1210000042500615X0",
        "number": "439059226890",
        "bank": "中国银行上海市上海交通大学支行",
        "bank_address": "上海市华山路1954号",
        "remark": "姓名+等级认定考试",
    }
    text = bare(published(SJTU))
    lines = (
        "户名：{holder}",
        "信用代码：{tax_id}",
        "账号：{number}",
        "开户银行：{bank}地址：{bank_address}",
        "用途：{remark}",
    )
    for line in lines:
        assert line.format(**account.model_dump()) in text
    others = [*facts(library, SAIA).payments, *facts(library, SHTA).payments]
    assert [one for one in others if one.account or one.method] == []


def test_the_fee_is_paid_when_the_notice_says(library: Library) -> None:
    found = {i: [(one.after, one.by, one.paid_when) for one in facts(library, i).payments] for i in ORGANISATIONS}
    assert found == {
        SAIA: [],
        SJTU: [("经资格审核通过后", "规定时间内", "上海交通大学财务到账时间"), ("现场审核通过后", None, None)],
        SHTA: [("资格审核通过后", "规定的缴费日期内", "上海市技师协会等级认定指定银行账户收到的时间")],
    }


def test_nothing_is_refunded_to_whoever_handed_in_false_papers(library: Library, published: Published) -> None:
    for notice_id in ORGANISATIONS:
        refunds = facts(library, notice_id).refunds
        assert len(refunds) == len(re.findall("不予退还", published(notice_id)))
        assert not any(one.refunded for one in refunds)


@pytest.mark.parametrize("notice_id", ORGANISATIONS)
def test_results_appear_within_twenty_working_days_and_thirty_where_papers_are_marked(
    notice_id: str, library: Library
) -> None:
    found = [(one.what, one.within_working_days, one.case) for one in facts(library, notice_id).enquiries]
    assert found == [
        (("results", "certificate"), 20, None),
        (("results", "certificate"), 30, "涉及阅卷及工件检测的项目"),
        (("certificate",), None, None),
    ]


def test_results_and_certificates_are_looked_up_where_the_notice_says(library: Library) -> None:
    app = ("“随申办”客户端或小程序", "人力资源和社会保障局-劳动就业-职业技能证书查询", None)
    network = ("技能人才评价工作网", None, "www.osta.org.cn")
    bureau = ("市人力资源社会保障局网站", "便民服务-常用服务查询", "http://rsj.sh.gov.cn")
    found = {
        one.notice.id: [(e.channel, e.path, e.url) for e in one.facts.enquiries if e.channel]
        for one in library.holdings
    }
    assert found == {
        **{notice_id: [app, network] for notice_id in ORGANISATIONS},
        CATALOGUE: [bureau, network],
        PROMOTER: [("随申办App", "职业技能证书查询", None)],
    }


def test_certificates_are_collected_by_whom_the_notice_names(library: Library) -> None:
    collected = {
        (notice_id, one.way): (one.collected_by, one.collected_at, one.courier_paid_by_applicant)
        for notice_id in ORGANISATIONS
        for one in facts(library, notice_id).certificates
        if one.about == "collection"
    }
    assert collected == {
        (SAIA, "group"): ("参培社会培训机构或职业院校", None, None),
        (SAIA, "individual"): ("本人", "业务受理点", None),
        (SJTU, "group"): ("相应社会培训机构或职业院校", None, None),
        (SJTU, "individual"): ("本人", "业务受理点", None),
        (SHTA, "group"): ("申报单位", None, None),
        (SHTA, "individual"): (None, None, True),
    }


def test_each_organisation_issues_its_own_certificates(library: Library) -> None:
    issuers = {i: [one.issuer for one in facts(library, i).certificates if one.about == "issue"] for i in WINDOWS}
    assert issuers == {SAIA: ["上海市人工智能行业协会"], SJTU: ["上海交通大学"], SHTA: ["上海市技师协会"]}


def test_only_sjtu_says_what_to_do_when_a_certificate_is_lost(library: Library, published: Published) -> None:
    (lost,) = [one for one in facts(library, SJTU).certificates if one.about == "loss"]
    assert (lost.collected_at, lost.bring) == ("本机构业务窗口", ("身份证",))
    assert "考生本人持身份证至本机构业务窗口办理遗失补办手续" in bare(published(SJTU))
    for notice_id in (SAIA, SHTA):
        assert "遗失" not in bare(published(notice_id))
        assert [one for one in facts(library, notice_id).certificates if one.about == "loss"] == []


@pytest.mark.parametrize(
    ("notice_id", "expected"),
    [
        (SAIA, [((5, 4, 3), 2), ((2, 1), 3)]),
        (SJTU, [((4, 3), 2), ((2, 1), 3)]),
        (SHTA, [((4, 3), 2)]),
    ],
)
def test_passed_papers_stay_valid_for_the_years_printed(
    notice_id: str, expected: list[tuple[tuple[int, ...], int]], library: Library, published: Published
) -> None:
    printed = re.findall(r"((?:[一二三四五]级、?)+)(?:成绩|补考)有效期(?:均?为)?([两三])年", published(notice_id))
    read = [(tuple("一二三四五".index(c) + 1 for c in re.sub("[级、]", "", who)), n) for who, n in printed]
    valid = [one for one in facts(library, notice_id).retakes if one.rule == "validity"]
    assert [(one.levels, one.valid_years) for one in valid] == expected
    assert [(levels, {"两": 2, "三": 3}[years]) for levels, years in read] == expected


@pytest.mark.parametrize("notice_id", ORGANISATIONS)
def test_every_rule_on_retakes_is_there_once(notice_id: str, library: Library) -> None:
    rules = [one.rule for one in facts(library, notice_id).retakes if one.rule != "validity"]
    assert rules == ["allowed", "expired", "reapplied", "mode_change", "competition"]
