"""In a running talk each answer is of the aspect that is asked: what is referred to, held against it, or only settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from bot.actions.respond import Outcome
    from tests.bot.conftest import Ask


def text_of(outcome: Outcome) -> str:
    return "\n".join(one.text for one in outcome.reply.messages)


def talk(ask: Ask, *said: tuple[str, str], at: str = "2026-11-21") -> Outcome:
    """The last answer of a talk, each message with its intent."""
    outcome = ask(*said[0], at=at)
    for text, intent in said[1:]:
        outcome = ask(text, intent, memory=outcome.memory, at=at)
    return outcome


def test_which_document_is_told_by_its_title_and_number(ask: Ask) -> None:
    last = talk(ask, ("训练师送推介官证书吗", "ask_promoter"), ("依据呢，哪个文件", "search"))
    assert "沪人社职〔2026〕67号" in text_of(last)
    assert "开展2026年度人工智能推介官培训认证工作的通知" in text_of(last)


def test_a_notice_without_a_number_is_given_none(ask: Ask) -> None:
    last = talk(ask, ("人工智能训练师三级多少钱", "ask_fee"), ("哪个文件写的", "search"))
    assert "没有印文号" in text_of(last)
    assert "2026年上海市人工智能训练师项目" in text_of(last)


def test_what_was_said_before_is_confirmed_by_telling_it_again(ask: Ask) -> None:
    last = talk(ask, ("人工智能训练师三级多少钱", "ask_fee"), ("你刚才说的是吧", "capabilities"))
    assert "500元" in text_of(last)


def test_an_amount_from_elsewhere_is_held_against_the_last_answer(ask: Ask) -> None:
    last = talk(ask, ("人工智能训练师三级多少钱", "ask_fee"), ("我网上看到是480", "ask_website"))
    assert "不是480元" in text_of(last)
    assert "500元" in text_of(last)
    again = ask("你确定吗", "capabilities", memory=last.memory, at="2026-11-21")
    assert "500元" in text_of(again)


def test_a_site_where_something_was_read_is_no_doubt_of_it(ask: Ask) -> None:
    last = talk(ask, ("人工智能训练师三级多少钱", "ask_fee"), ("网上哪里看", "ask_website"))
    assert "sh-aia.com" in text_of(last)


def test_that_number_is_the_one_written_before(ask: Ask) -> None:
    last = talk(
        ask,
        ("交大咨询电话多少", "ask_phone"),
        ("我网上看到是58388009", "ask_phone"),
        ("那号码是谁的", "ask_phone"),
    )
    assert "58388009是" in text_of(last)
    assert "监督" in text_of(last)


@pytest.mark.parametrize(
    ("before", "text", "intent", "told"),
    [
        ("交大报名在哪个校区", "那协会那边呢，地址", "ask_address", "中科路1750号"),
        ("交大报名在哪个校区", "协会6月份报几月考", "ask_exam_date", "7月底前"),
    ],
)
def test_an_association_after_another_body_examines_the_same(
    ask: Ask, before: str, text: str, intent: str, told: str
) -> None:
    assert told in text_of(talk(ask, (before, "ask_address"), (text, intent)))


def test_after_the_technicians_an_association_is_theirs(ask: Ask) -> None:
    last = talk(ask, ("技师协会地址在哪", "ask_address"), ("那协会电话多少", "ask_phone"))
    assert "62418668" in text_of(last)


def test_a_compared_level_is_not_the_level_talked_of(ask: Ask) -> None:
    last = talk(
        ask,
        ("人工智能训练师三级多少钱", "ask_fee"),
        ("为什么比四级贵", "ask_fee"),
        ("补考呢", "ask_retake_fee"),
    )
    assert "三级" in text_of(last)
    assert last.memory.level == 3


def test_a_past_years_timetable_goes_on_in_that_year(ask: Ask) -> None:
    before = ("去年在交大9月20号报名的，应该是几月考", "ask_exam_date")
    assert talk(ask, before, ("9月14号报的同事呢", "ask_application_window")).reply.status != "not_stated"
    assert talk(ask, before, ("现在报呢", "ask_application_window")).reply.status == "not_stated"


@pytest.mark.parametrize("text", ["几天前可以打", "什么时候能下载", "哪天开始能打"])
def test_from_when_a_ticket_is_printed_goes_on_with_the_ticket(ask: Ask, text: str) -> None:
    last = talk(ask, ("人工智能行业协会的准考证怎么打", "ask_admission_ticket"), (text, "search"))
    assert "五个工作日" in text_of(last)


def test_the_way_of_applying_is_kept_in_a_talk_about_tickets(ask: Ask) -> None:
    before = ("人工智能行业协会我个人报的，准考证怎么打", "ask_admission_ticket")
    assert talk(ask, before, ("几天前可以打", "search")).reply.status == "not_stated"
    assert "sh-aia.com" in text_of(talk(ask, before, ("什么网站", "ask_website")))


def test_the_day_of_the_examination_is_on_the_ticket(ask: Ask) -> None:
    said = text_of(ask("人工智能行业协会的考试日期就看准考证是吧", "ask_admission_ticket"))
    assert "具体考核日期以准考证信息为准" in said
    assert "身份证" not in said


def test_on_which_day_is_no_question_for_the_place(ask: Ask) -> None:
    before = ("企业人力资源管理师什么时候缴费", "ask_payment")
    assert "8月22" in text_of(talk(ask, before, ("具体哪天考", "ask_exam_date"), at="2026-07-05"))
    assert "考试地点" in text_of(talk(ask, before, ("具体在哪个地方考", "ask_exam_date"), at="2026-07-05"))


@pytest.mark.parametrize("intent", ["ask_office_hours", "ask_catalogue"])
def test_too_few_applicants_put_an_examination_off(ask: Ask, intent: str) -> None:
    last = talk(ask, ("人工智能行业协会什么时候考", "ask_exam_date"), ("人太少会不会不开", intent))
    assert "不足30人" in text_of(last)


@pytest.mark.parametrize(
    "text", ["我昨天转的，今天截止，按哪天算", "钱付出去了，以哪天为准", "汇款以转出还是到账时间为准"]
)
def test_what_day_a_payment_counts_of_is_all_that_is_told(ask: Ask, text: str) -> None:
    last = talk(ask, ("交大转账账号多少", "ask_payment"), (text, "ask_application_window"))
    assert "财务到账时间为准" in text_of(last)
    assert "439059226890" not in text_of(last)


@pytest.mark.parametrize("text", ["我刚换了手机号，要紧吗", "报名以后电话号码变了", "手机号换了怎么办"])
def test_a_new_number_is_no_misconduct(ask: Ask, text: str) -> None:
    reply = ask(f"人工智能训练师，{text}", "search").reply
    assert reply.status == "not_stated"
    assert "62037717" in reply.messages[0].text
    assert "成绩" not in reply.messages[0].text


def test_a_telephone_in_the_examination_still_is(ask: Ask) -> None:
    assert "取消当次全部科目成绩" in text_of(ask("考试时看手机会怎样", "ask_discipline"))


def test_the_year_of_a_certificate_is_of_no_notice(ask: Ask) -> None:
    said = text_of(ask("我前年在交大考的训练师证书丢了，怎么补", "ask_certificate_loss", at="2026-11-21"))
    assert "身份证" in said


@pytest.mark.parametrize(
    ("topic", "before", "told"),
    [
        ("ask_certificate", "人工智能行业协会证书怎么领", "领取时要带什么"),
        ("ask_office_hours", "交大几点上班", "2寸"),
        ("ask_exam_date", "技师协会什么时候考试", "考试"),
    ],
)
def test_what_to_bring_is_to_what_is_talked_of(ask: Ask, topic: str, before: str, told: str) -> None:
    last = talk(ask, (before, topic), ("要带什么", "ask_discipline"))
    assert told in text_of(last)
    assert "取消当次全部科目成绩" not in text_of(last)


def test_when_it_is_there_goes_on_with_the_certificate(ask: Ask) -> None:
    last = talk(ask, ("人工智能行业协会证书怎么领", "ask_certificate"), ("哪天能拿到", "search"))
    assert "证书什么时候发" in text_of(last)
    assert "主动公开" not in text_of(last)


def test_work_told_with_what_certificate_there_is_asks_for_the_list(ask: Ask) -> None:
    first = ask("我做直播带货的，有没有什么证可以考", "ask_catalogue")
    assert "上海商学院" in text_of(first)
    assert "五级" in text_of(ask("可以考几级", "ask_eligibility", memory=first.memory))


def test_the_beginning_of_a_name_turns_to_another_occupation(ask: Ask) -> None:
    last = talk(ask, ("眼镜验光师哪里考", "ask_catalogue"), ("那钟表呢", "inform"))
    assert "上海市钟表行业协会" in text_of(last)
    same = talk(ask, ("眼镜验光师哪里考", "ask_catalogue"), ("那企业呢", "inform"))
    assert same.memory.occupation == "眼镜验光师"


@pytest.mark.parametrize("text", ["明白，哪个近去哪个", "爱你么么哒", "你真棒", "好厉害", "哈哈哈哈", "886"])
def test_what_is_only_settled_or_praised_asks_nothing(ask: Ask, text: str) -> None:
    before = ("人工智能行业协会地址", "ask_address")
    assert talk(ask, before, (text, "out_of_scope")).reply.status == "chitchat"


@pytest.mark.parametrize("text", ["哪个好考", "哪家近", "谁管发证"])
def test_one_question_word_asks(ask: Ask, text: str) -> None:
    before = ("人工智能行业协会地址", "ask_address")
    assert talk(ask, before, (text, "search")).reply.status != "chitchat"


def test_a_long_answer_is_shortened_to_its_list(ask: Ask) -> None:
    last = talk(ask, ("人工智能训练师四级什么条件", "ask_eligibility"), ("太长了看不懂", "search"))
    assert "满5年" in text_of(last)
    assert text_of(last).startswith("简单说：")


@pytest.mark.parametrize("text", ["你说的是今年的价吗", "这是去年的吧", "这是哪年的"])
def test_of_which_year_the_answer_is_is_told_by_its_notice(ask: Ask, text: str) -> None:
    ours = talk(ask, ("人工智能训练师三级多少钱", "ask_fee"), (text, "capabilities"))
    assert "上海市人工智能行业协会2026年的通知" in text_of(ours)
    theirs = talk(ask, ("交大训练师三级多少钱", "ask_fee"), (text, "inform"))
    assert "上海交通大学2025年的通知（这是去年的通知，不是今年的）" in text_of(theirs)


def test_another_year_is_asked_for_by_its_name(ask: Ask) -> None:
    last = talk(ask, ("交大训练师三级多少钱", "ask_fee"), ("今年呢", "inform"))
    assert last.reply.status == "not_stated"


def test_a_figure_that_was_told_is_of_the_last_answer(ask: Ask) -> None:
    before = ("上海交大成绩多久出", "ask_results")
    assert "一般20个工作日" in text_of(talk(ask, before, ("一定是20天吗", "ask_exam_date")))
    assert "一般20个工作日" not in text_of(talk(ask, before, ("一定是16岁吗", "ask_eligibility")))


def test_results_that_are_not_there_go_on_with_whom_to_call(ask: Ask) -> None:
    last = talk(ask, ("上海交大成绩多久出", "ask_results"), ("查不到怎么办", "search"))
    assert "62933821" in text_of(last)
    assert "纸质" not in text_of(last)


def test_a_doubted_amount_stays_with_the_retake(ask: Ask) -> None:
    before = ("人工智能训练师四级补考一门多少钱", "ask_retake_fee")
    assert "对，是300元" in text_of(talk(ask, before, ("是说操作300对吧", "search")))
    assert "补考" in text_of(talk(ask, before, ("是说操作300对吧", "search")))
    assert "合计400元" in text_of(talk(ask, before, ("那正考呢", "ask_exam_date")))


def test_whether_there_is_one_this_year_asks_for_the_timetable(ask: Ask) -> None:
    said = text_of(ask("企业人力资源管理师今年还有考试吗", "ask_exam_date", at="2026-11-21"))
    assert "11月7、8日" in said


def test_a_window_that_is_missed_is_no_examination_that_is_passed(ask: Ask) -> None:
    before = ("企业人力资源管理师缴费截止几号", "ask_payment")
    assert "补考" not in text_of(talk(ask, before, ("过了怎么办", "ask_retake")))


@pytest.mark.parametrize("text", ["钱交错账户了", "我转错账号了", "钱付了两次"])
def test_money_that_went_wrong_is_not_stated(ask: Ask, text: str) -> None:
    last = talk(ask, ("企业人力资源管理师缴费截止几号", "ask_payment"), (text, "ask_payment"))
    assert last.reply.status == "not_stated"
    assert "62418668" in text_of(last)


def test_who_is_not_answered_is_told_the_hours_and_other_numbers(ask: Ask) -> None:
    before = ("交大电话多少", "ask_phone")
    assert "9:30-11:00" in text_of(talk(ask, before, ("这电话没人接", "ask_phone")))
    assert "要到11月23日" in text_of(talk(ask, before, ("现在打行吗", "search")))
    assert "34206252" in text_of(talk(ask, before, ("还有别的号码吗", "ask_phone")))


@pytest.mark.parametrize("text", ["你别糊弄我", "你们不要敷衍我", "别忽悠我了你这是耍我呢"])
def test_who_feels_put_off_is_shown_to_a_person(ask: Ask, text: str) -> None:
    assert talk(ask, ("交大电话多少", "ask_phone"), (text, "out_of_scope")).reply.status == "handoff"
