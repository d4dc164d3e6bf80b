"""Contacts in odd places and doubtful ones: read where certain, else asked about."""

from __future__ import annotations

import pytest

from knowledge.ingest.drafts.contacts import draft_contacts
from knowledge.library import Library
from tests.knowledge.ingest.drafts.contact_reading import numbers

DOUBTS = [
    ("咨询电话：021-6203771", "021-6203771"),
    ("监督电话：021-62418668/8669", "8669"),
    ("咨询电话：另行公布", "没有读到号码"),
    ("受理地址：详见附件", "详见附件"),
    ("受理时间：3月1日至3月31日9:00-16:00", "哪一段是办公时间"),
    ("受理地址：上海市宝山区牡丹江路1号\n领证地点：上海市宝山区友谊路2号1楼", "友谊路2号1楼"),
]


@pytest.mark.parametrize(("line", "asked"), DOUBTS, ids=[line for line, _ in DOUBTS])
def test_what_is_doubtful_is_asked(line: str, asked: str, drafted) -> None:
    questions = drafted(f"六、业务受理\n{line}").questions
    assert [asked in one.question for one in questions].count(True) == 1
    assert all(one.quote in f"六、业务受理\n{line}" for one in questions)


def test_a_slip_in_a_number_gives_no_number(drafted) -> None:
    assert drafted("六、联系\n咨询电话：021-6203771").facts == ()


def test_dates_among_the_hours_leave_them_doubtful(drafted) -> None:
    body = "六、受理\n受理时间：3月1日至3月31日9:00-16:00\n咨询电话：021-62037717"
    (contact,) = drafted(body).facts
    assert contact.confidence < 0.5


def test_an_address_of_running_text_counts_where_no_other_is_given(drafted) -> None:
    body = "二、申报\n个人申报的，可到上海市虹口区四川北路88号6楼办理报名。\n咨询电话：021-62037717"
    (contact,) = drafted(body).facts
    assert contact.addresses == ("上海市虹口区四川北路88号6楼",)
    assert contact.confidence == 0.8


def test_where_the_examination_takes_place_is_no_office(drafted) -> None:
    (contact,) = drafted("六、考试\n考试地点：上海市杨浦区国定路335号\n咨询电话：021-62037717").facts
    assert contact.addresses == ()


def test_every_quote_is_a_line_of_its_clause(library: Library) -> None:
    for holding in library.holdings:
        for contact in draft_contacts(holding.notice, library.lexicon).facts:
            for source in contact.citations:
                lines = [line.text for line in holding.notice.clauses[source.clause].lines]
                assert source.quote in lines


def test_a_name_behind_the_last_of_two_numbers_is_not_given_to_both(drafted) -> None:
    (contact,) = drafted("六、监督\n监督电话：12345、021-64515001（市职业技能鉴定中心）").facts
    assert [one.owner for one in contact.phones] == [None, "市职业技能鉴定中心"]
    assert contact.confidence == 0.6


def test_lines_without_labels_are_read_by_what_they_are(drafted) -> None:
    body = "六、联系\n上海市宝山区牡丹江路1号\n021-56110000\n工作日9:00-16:00"
    (contact,) = drafted(body).facts
    assert contact.addresses == ("上海市宝山区牡丹江路1号",)
    assert numbers(contact) == [("enquiry", "021-56110000")]
    assert contact.hours
    assert contact.hours.text == "工作日9:00-16:00"
    assert contact.confidence == 0.6


def test_an_occupation_before_a_number_says_for_whom_it_is(drafted) -> None:
    first, second = drafted("六、业务咨询\n锁具修理工：021-62170000\n电工：021-62170001").facts
    assert (first.occupations, numbers(first)) == (("锁具修理工",), [("enquiry", "021-62170000")])
    assert (second.occupations, numbers(second)) == (("电工",), [("enquiry", "021-62170001")])


def test_districts_in_one_line_each_are_offices(drafted) -> None:
    body = "六、联系方式\n1.浦东新区：张江路100号，电话58881234\n2.徐汇区：漕宝路200号，电话64321234"
    pudong, xuhui = drafted(body).facts
    assert (pudong.addresses, numbers(pudong)) == (("张江路100号",), [("enquiry", "58881234")])
    assert (xuhui.addresses, numbers(xuhui)) == (("漕宝路200号",), [("enquiry", "64321234")])


def test_an_office_whose_name_labels_its_address_keeps_its_telephone(drafted) -> None:
    body = """六、联系
考务部地址：上海市宝山区牡丹江路1号
北区服务点：上海市宝山区友谊路20号（仅受理单位申报）
办公时间：周一至周五9:00-16:00
咨询电话：021-56110000
北区服务点电话：021-56220000
监督电话：021-56330000"""
    main, north = drafted(body).facts
    assert main.addresses == ("上海市宝山区牡丹江路1号",)
    assert numbers(main) == [("enquiry", "021-56110000"), ("supervision", "021-56330000")]
    assert numbers(north) == [("enquiry", "021-56220000")]


def test_an_office_for_some_occupations_says_so_in_its_heading(drafted) -> None:
    body = """六、窗口
（一）总部
地址：上海市宝山区牡丹江路1号
电话：021-56110000
（二）分部（仅受理焊工）
地址：上海市宝山区友谊路20号
电话：021-56220000"""
    main, branch = drafted(body).facts
    assert (main.occupations, branch.occupations) == (None, ("焊工",))


def test_telephones_of_single_occupations_ring_at_the_one_office(drafted) -> None:
    body = "六、联系\n地址：上海市宝山区牡丹江路1号\n咨询电话：021-62037717（电工）、021-62037718（焊工）\n监督电话：021-62037719"
    assert {one.addresses for one in drafted(body).facts} == {("上海市宝山区牡丹江路1号",)}


def test_a_first_row_with_a_value_in_it_is_no_heading_of_offices(drafted) -> None:
    body = """六、联系
| 地址 | 上海市宝山区牡丹江路1号 |
|---|---|
| 投诉举报 | 021-56330000；市鉴定中心12333 |
| 电话 | 021-56110000 |"""
    (contact,) = drafted(body).facts
    assert contact.addresses == ("上海市宝山区牡丹江路1号",)
    assert numbers(contact) == [
        *(("supervision", "021-56330000"), ("supervision", "12333"), ("enquiry", "021-56110000")),
    ]


def test_two_numbers_of_one_cell_that_run_together_are_two(drafted) -> None:
    (contact,) = drafted("六、联系\n咨询电话：021-56110000021-56220000").facts
    assert numbers(contact) == [("enquiry", "021-56110000"), ("enquiry", "021-56220000")]


def test_hours_behind_a_telephone_for_complaints_are_not_the_offices(drafted) -> None:
    body = """六、联系
地址：上海市宝山区牡丹江路1号
办公时间：工作日9:00-16:00
监督电话：021-56330000，受理时间：周三13:00-15:00"""
    (contact,) = drafted(body).facts
    assert contact.hours is not None
    assert contact.hours.text == "工作日9:00-16:00"
    assert [(one.number, one.hours) for one in contact.phones] == [("021-56330000", "周三13:00-15:00")]


def test_numbers_behind_the_names_of_persons_are_theirs(drafted):
    (contact,) = drafted(
        "一、联系方式\n地址：上海市静安区愚园路12号\n联系人：方老师 13712345678、邵老师 021-62340000转802"
    ).facts
    assert [(one.purpose, one.owner, one.number) for one in contact.phones] == [
        ("enquiry", "方老师", "13712345678"),
        ("enquiry", "邵老师", "021-62340000转802"),
    ]


def test_where_standards_are_looked_up_nobody_applies(drafted):
    (contact,) = drafted(
        "一、联系方式\n地址：上海市静安区愚园路12号\n电话：021-62340000\n"
        "二、条件\n考生的申报条件，参见职业标准（查询网址：http://std.example.org/）。"
    ).facts
    assert [one.purpose for one in contact.websites] == ["standards"]
