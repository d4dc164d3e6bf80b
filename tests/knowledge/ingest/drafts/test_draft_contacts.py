"""Contacts read from the section on offices, however a notice lays it out."""

from __future__ import annotations

import pytest

from knowledge.ingest.drafts.contacts import draft_contacts
from knowledge.library import Library
from tests.knowledge.ingest.drafts.contact_reading import numbers


@pytest.mark.parametrize("notice_id", ["saia-2026-ai-trainer", "shta-2026-hr", "sjtu-2025-ai-trainer"])
def test_the_published_contacts_are_read_as_a_person_read_them(notice_id: str, library: Library) -> None:
    holding = library.holding(notice_id)
    (fact,) = holding.facts.contacts
    (draft,) = draft_contacts(holding.notice, library.lexicon).facts
    assert draft.addresses == fact.addresses
    assert draft.hours is not None
    assert fact.hours is not None
    assert draft.hours.text == fact.hours.text
    assert [(p.purpose, p.number, p.hours) for p in draft.phones] == [
        (p.purpose, p.number, p.hours.text if p.hours else None) for p in fact.phones
    ]
    assert {(one.purpose, one.url) for one in draft.websites} == {(one.purpose, one.url) for one in fact.websites}
    owners = [one.owner or holding.notice.front.issuer for one in draft.phones]
    assert owners == [one.owner for one in fact.phones]
    assert draft.confidence == 0.95


@pytest.mark.parametrize("notice_id", ["shhrss-2025-catalogue", "shhrss-2026-ai-promoter"])
def test_a_notice_without_an_office_has_no_contact(notice_id: str, library: Library) -> None:
    assert draft_contacts(library.notice(notice_id), library.lexicon).facts == ()


PHONES = [
    ("咨询电话：021-62037717", [("enquiry", "021-62037717")]),
    ("业务咨询电话：（021）62418668", [("enquiry", "（021）62418668")]),
    ("联系电话：62418668", [("enquiry", "62418668")]),
    ("服务热线：400-820-9278", [("enquiry", "400-820-9278")]),
    ("手机：13812345678", [("enquiry", "13812345678")]),
    ("监督电话：021-34206252;021-62932810", [("supervision", "021-34206252"), ("supervision", "021-62932810")]),
    ("咨询电话：021-62932810转8012", [("enquiry", "021-62932810转8012")]),
    ("咨询电话：62418668-8012", [("enquiry", "62418668-8012")]),
    ("电话：021-64380000、64380001", [("enquiry", "021-64380000"), ("enquiry", "64380001")]),
    ("咨询热线：021-62418668/62418669", [("enquiry", "021-62418668"), ("enquiry", "62418669")]),
    ("电　话：（021）6351 0000", [("enquiry", "（021）6351 0000")]),
    ("咨询：021－62037717", [("enquiry", "021－62037717")]),
    ("投诉举报电话：12333", [("supervision", "12333")]),
    ("咨询及监督电话：400-820-1234", [("enquiry", "400-820-1234"), ("supervision", "400-820-1234")]),
    ("电话：021-64380000，传真：021-64380002", [("enquiry", "021-64380000")]),
    ("联系电话 021-56110000 56110001", [("enquiry", "021-56110000"), ("enquiry", "56110001")]),
    ("如有疑问，请致电021-62037717。", [("enquiry", "021-62037717")]),
]


@pytest.mark.parametrize(("line", "expected"), PHONES, ids=[line for line, _ in PHONES])
def test_a_number_is_kept_as_printed_with_its_purpose(line: str, expected: list[tuple[str, str]], drafted) -> None:
    (contact,) = drafted(f"六、联系方式\n{line}").facts
    assert numbers(contact) == expected


def test_hours_in_brackets_behind_the_last_of_two_numbers_count_for_both(drafted) -> None:
    (contact,) = drafted("六、监督\n监督电话：021-34206252;021-62932810(工作日上午9:30-11:00)").facts
    assert [one.hours for one in contact.phones] == ["工作日上午9:30-11:00"] * 2
    assert contact.hours is None


def test_whose_number_it_is_stands_before_or_behind_it(drafted) -> None:
    body = "六、联系\n上海市职业技能鉴定中心监督电话：400-820-9278\n咨询电话：13812345678（李老师）"
    (contact,) = drafted(body).facts
    assert [one.owner for one in contact.phones] == ["上海市职业技能鉴定中心", "李老师"]


def test_numbers_of_single_occupations_are_contacts_of_their_own(drafted) -> None:
    body = "六、联系\n地址：上海市宝山区牡丹江路1号\n咨询电话：021-62037717（电工）、021-62037718（焊工）\n监督电话：021-62037719"
    common, electrician, welder = drafted(body).facts
    assert common.addresses == ("上海市宝山区牡丹江路1号",)
    assert numbers(common) == [("supervision", "021-62037719")]
    assert (electrician.occupations, numbers(electrician)) == (("电工",), [("enquiry", "021-62037717")])
    assert (welder.occupations, numbers(welder)) == (("焊工",), [("enquiry", "021-62037718")])


def test_each_address_with_its_own_number_is_an_office_and_the_supervision_is_common(drafted) -> None:
    body = """六、受理网点
1.浦东分部
地址：上海市浦东新区张杨路500号2楼
电话：021-58380000
时间：周一至周五9:00-16:00
2.静安分部
地址：上海市静安区江宁路1号5楼
电话：021-62170000
时间：周二至周六9:00-16:00
3.监督电话：021-62170009"""
    common, pudong, jingan = drafted(body).facts
    assert numbers(common) == [("supervision", "021-62170009")]
    assert pudong.addresses == ("上海市浦东新区张杨路500号2楼",)
    assert pudong.hours
    assert pudong.hours.text == "周一至周五9:00-16:00"
    assert numbers(pudong) == [("enquiry", "021-58380000")]
    assert jingan.hours
    assert jingan.hours.text == "周二至周六9:00-16:00"
    assert numbers(jingan) == [("enquiry", "021-62170000")]


def test_two_addresses_with_one_number_are_one_office(drafted) -> None:
    body = """六、业务受理
（一）业务受理地址
1.浦东受理点：上海市浦东新区张杨路500号2楼
2.浦西受理点：上海市静安区江宁路1号5楼
（二）业务咨询电话
021-62037717"""
    (contact,) = drafted(body).facts
    assert contact.addresses == ("上海市浦东新区张杨路500号2楼", "上海市静安区江宁路1号5楼")


def test_every_row_of_a_table_of_offices_is_an_office(drafted) -> None:
    body = """六、受理点
| 受理点 | 地址 | 咨询电话 | 受理时间 |
|---|---|---|---|
| 浦东校区 | 上海市浦东新区张杨路500号 | 021-58380000 | 周一至周五9:00-16:00 |
| 松江校区 | 上海市松江区文诚路80号 | 021-67720000、67720001 | 周一至周五8:30-16:00 |"""
    result = drafted(body)
    pudong, songjiang = result.facts
    assert pudong.addresses == ("上海市浦东新区张杨路500号",)
    assert pudong.hours
    assert pudong.hours.text == "周一至周五9:00-16:00"
    assert [(one.number, one.owner) for one in songjiang.phones] == [
        ("021-67720000", "松江校区"),
        ("67720001", "松江校区"),
    ]
    assert result.questions == ()


def test_a_table_by_occupation_gives_each_its_number(drafted) -> None:
    body = """六、咨询
| 职业（工种） | 联系人 | 联系电话 |
|---|---|---|
| 电工 | 王老师 | 021-58380000 |
| 焊工 | 赵老师 | 13900001111 |"""
    electrician, welder = drafted(body).facts
    assert (electrician.occupations, electrician.phones[0].owner) == (("电工",), "王老师")
    assert (welder.occupations, welder.phones[0].number) == (("焊工",), "13900001111")


def test_a_table_of_labels_and_values_reads_like_lines(drafted) -> None:
    body = """六、联系方式
| 受理地址 | 上海市松江区文诚路80号 |
|---|---|
| 受理时间 | 工作日9:00-16:00 |
| 咨询电话 | 021-67720000 |"""
    (contact,) = drafted(body).facts
    assert contact.addresses == ("上海市松江区文诚路80号",)
    assert contact.hours
    assert contact.hours.text == "工作日9:00-16:00"
    assert numbers(contact) == [("enquiry", "021-67720000")]


def test_one_sentence_may_hold_everything(drafted) -> None:
    body = (
        "六、联系\n业务受理地址：上海市普陀区长寿路99弄8号101室，受理时间：工作日9:00-11:30、13:00-16:30，"
        "咨询电话：021-62770000，监督电话：021-62770001。"
    )
    (contact,) = drafted(body).facts
    assert contact.addresses == ("上海市普陀区长寿路99弄8号101室",)
    assert contact.hours
    assert contact.hours.text == "工作日9:00-11:30、13:00-16:30"
    assert numbers(contact) == [("enquiry", "021-62770000"), ("supervision", "021-62770001")]


def test_hours_keep_the_lines_of_the_notice(drafted) -> None:
    body = "六、受理\n（一）受理时间\n上午：9:00-11:30\n下午：13:00-17:30\n（二）电话：021-62037717"
    (contact,) = drafted(body).facts
    assert contact.hours
    assert contact.hours.text == "上午：9:00-11:30\n下午：13:00-17:30"


def test_bank_details_are_no_office(drafted) -> None:
    body = """五、缴费
开户银行：工商银行漕溪支行
地址：上海市徐汇区漕溪北路8号
电话：021-64110000
账号：1001220309000012345
六、业务受理
地　址：上海市黄浦区西藏中路18号"""
    (contact,) = drafted(body).facts
    assert contact.addresses == ("上海市黄浦区西藏中路18号",)
    assert contact.phones == ()


def test_websites_keep_their_spelling_and_lose_what_stands_behind(drafted) -> None:
    body = """六、查询
1.上网文件及考核指导手册查询网址：www.shlocks.org.cn/tzgg，
2.登入网址：shhr.ata-test.net.cn，输入姓名，方可打印准考证。
3.职业标准查询：http://biaozhun.osta.org.cn/→标准
4.咨询：021-62037717
5.微信公众号：上海锁协"""
    (contact,) = drafted(body).facts
    assert {(one.purpose, one.url) for one in contact.websites} == {
        ("documents", "www.shlocks.org.cn/tzgg"),
        ("guidance", "www.shlocks.org.cn/tzgg"),
        ("admission_ticket", "shhr.ata-test.net.cn"),
        ("standards", "http://biaozhun.osta.org.cn/"),
    }
