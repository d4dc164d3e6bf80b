"""Contacts, directory, codes, clauses, search, and what is outside the field."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.actions.respond import Outcome
from bot.actions.turn import INFORM, Memory

if TYPE_CHECKING:
    from tests.bot.conftest import Ask

TRAINER = "人工智能训练师"


def said(outcome: Outcome) -> str:
    return "\n".join(message.text for message in outcome.reply.messages)


def cited(outcome: Outcome) -> set[tuple[str, str]]:
    return {(one.notice_id, one.clause) for message in outcome.reply.messages for one in message.citations}


@pytest.mark.parametrize(
    ("text", "intent", "parts"),
    [
        ("人工智能行业协会电话", "ask_phone", ("021-62037717",)),
        ("技师协会的电话", "ask_phone", ("（021）62418668",)),
        ("交大咨询电话", "ask_phone", ("021-62933821", "去年")),
        ("人工智能行业协会投诉电话", "ask_supervision", ("021-58388009", "400-820-9278")),
        ("技师协会监督电话", "ask_supervision", ("（021）62411384", "400-820-9278")),
        ("交大监督电话", "ask_supervision", ("021-34206252", "021-62932810", "400-820-9278")),
        ("人工智能行业协会在哪", "ask_address", ("中科路1750号T1栋模力社区515室", "需要提前预约")),
        ("技师协会地址", "ask_address", ("广济路838号A栋A207室",)),
        ("交大在哪里报名", "ask_address", ("法华镇路535号主楼216室",)),
        ("人工智能行业协会几点上班", "ask_office_hours", ("9:00-11:30", "13:00-17:30")),
        ("技师协会几点下班", "ask_office_hours", ("9:30-11:30", "13:30-16:00")),
        ("技师协会准考证网站", "ask_website", ("shhr.ata-test.net.cn",)),
        ("人工智能行业协会网址", "ask_website", ("http://ww.sh-aia.com", "http://biaozhun.osta.org.cn/")),
    ],
)
def test_how_to_reach_an_organisation_is_told_as_printed(
    text: str, intent: str, parts: tuple[str, ...], ask: Ask
) -> None:
    outcome = ask(text, intent)
    assert outcome.reply.status == "answered"
    assert [part for part in parts if part not in said(outcome)] == []


def test_an_enquiry_is_not_answered_with_the_line_for_complaints(ask: Ask) -> None:
    text = said(ask("人工智能行业协会电话", "ask_phone"))
    assert "021-58388009" not in text
    assert "400-820-9278" not in text


@pytest.mark.parametrize("intent", ["ask_phone", "ask_address", "ask_office_hours", "ask_how_to_apply"])
def test_an_open_question_asks_whose(intent: str, ask: Ask) -> None:
    outcome = ask("请问", intent)
    assert outcome.reply.status == "clarification"
    titles = [one.title for one in outcome.reply.messages[0].quick_replies]
    assert {"上海市人工智能行业协会", "上海市技师协会", "上海交通大学"} >= set(titles)
    assert titles


def test_an_organisation_without_published_office_is_not_stated(ask: Ask) -> None:
    outcome = ask("茶叶学会的电话", "ask_phone")
    assert outcome.reply.status == "not_stated"
    assert "021" not in said(outcome)


def test_who_assesses_an_occupation_is_told_with_the_levels_of_each(ask: Ask) -> None:
    outcome = ask("养老护理员在哪里考", "ask_catalogue")
    assert outcome.reply.status == "answered"
    assert "上海市养老服务和老龄产业协会（五级、四级、三级、二级、一级）" in said(outcome)
    assert "上海中福会养老院（五级、四级、三级）" in said(outcome)
    assert ("shhrss-2025-catalogue", "附件·一") in cited(outcome)


def test_the_catalogue_of_last_year_is_given_as_such(ask: Ask) -> None:
    assert "去年" in said(ask("养老护理员在哪里考", "ask_catalogue"))
    assert "去年" not in said(ask("养老护理员在哪里考", "ask_catalogue", at="2025-12-31"))


def test_what_an_organisation_assesses_is_told_whole(ask: Ask) -> None:
    text = said(ask("库帕思能考什么", "ask_catalogue"))
    assert "人工智能数据标注（专项职业能力）" in text
    assert "人工智能模型运用（专项职业能力）" in text


def test_where_two_notices_differ_both_are_told_and_which_to_trust(ask: Ask) -> None:
    text = said(ask("交大人工智能训练师能考几级", "ask_catalogue"))
    assert "四级、三级、二级、一级" in text
    assert "（四级、三级）" in text
    assert "以机构自己的通知为准" in text


def test_a_level_that_nobody_assesses_is_said_so(ask: Ask) -> None:
    outcome = ask("咖啡师哪里可以考", "ask_catalogue")
    assert "上海虹桥品汇咖啡有限公司" in said(outcome)
    none = ask("密码技术应用员五级在哪里考", "ask_catalogue")
    assert none.reply.status == "answered"
    assert "三级" in said(none)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("4-04-05-05是什么职业", "人工智能训练师"),
        ("编码6-02-06-11", "评茶师"),
        ("4-04-05-Z1是什么", "人工智能数据标注"),
        ("人工智能训练师的职业编码", "4-04-05-05"),
        ("车工的编码", "6-18-01-01"),
        ("数据标注的编码", "4-04-05-Z1"),
    ],
)
def test_a_code_is_looked_up_in_both_directions(text: str, part: str, ask: Ask) -> None:
    outcome = ask(text, "ask_occupation_code")
    assert outcome.reply.status == "answered"
    assert part in said(outcome)
    assert outcome.reply.messages[0].citations


@pytest.mark.parametrize("text", ["9-99-99-99是什么职业", "人工智能推介官的职业编码"])
def test_a_code_that_no_notice_prints_is_not_stated(text: str, ask: Ask) -> None:
    outcome = ask(text, "ask_occupation_code")
    assert outcome.reply.status == "not_stated"


@pytest.mark.parametrize("intent", ["ask_fee", "ask_catalogue", "ask_how_to_apply", "search"])
def test_an_occupation_that_nobody_lists_is_named_and_not_replaced(intent: str, ask: Ask) -> None:
    memory = Memory("上海市人工智能行业协会", TRAINER, 3, None, "ask_fee")
    outcome = ask("潜水员呢", intent, memory)
    assert outcome.reply.status == "not_stated"
    assert "潜水员" in said(outcome)
    assert TRAINER not in said(outcome)
    assert outcome.memory == memory


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("北京的人工智能训练师多少钱", "北京"),
        ("教师资格证怎么报名", "教师资格证"),
        ("一级建造师报考条件", "一级建造师"),
        ("考研多少钱", "考研"),
        ("高考生怎么报名", "高考"),
        ("法考什么时候报名", "法考"),
        ("今年中考几号", "中考"),
    ],
)
def test_another_place_or_examination_is_declined_by_name(text: str, name: str, ask: Ask) -> None:
    outcome = ask(text, "ask_fee")
    assert outcome.reply.status == "out_of_scope"
    assert name in said(outcome)
    assert outcome.reply.messages[0].citations == ()


@pytest.mark.parametrize(
    "text",
    [
        "人工智能训练师最高考到几级",
        "完成考试后多久可以查成绩",
        "无法考试了怎么办",
        "考试途中考生能离开吗",
        "外省考试的成绩能用吗",
        "期中考试那天能改期吗",
        "我是安徽户口能考吗",
    ],
)
def test_a_question_of_the_field_is_not_declined_for_a_chance_word(text: str, ask: Ask) -> None:
    assert ask(text, "search").reply.status != "out_of_scope"


@pytest.mark.parametrize(
    ("intent", "status"),
    [
        ("greet", "chitchat"),
        ("thank", "chitchat"),
        ("goodbye", "chitchat"),
        ("capabilities", "chitchat"),
        ("out_of_scope", "out_of_scope"),
    ],
)
def test_small_talk_is_answered_and_changes_nothing(intent: str, status: str, ask: Ask) -> None:
    memory = Memory("上海市技师协会", None, 3, None, "ask_phone")
    outcome = ask("今天天气不错" if intent == "out_of_scope" else "嗯嗯", intent, memory)
    assert outcome.reply.status == status
    assert outcome.memory == memory


def test_a_name_without_a_question_is_asked_what_about_it(ask: Ask) -> None:
    outcome = ask(TRAINER, INFORM)
    assert outcome.reply.status == "clarification"
    assert len(outcome.reply.messages[0].quick_replies) > 3


def test_a_new_question_about_the_same_keeps_the_subject(ask: Ask) -> None:
    first = ask("技师协会职业培训师三级多少钱", "ask_fee")
    then = ask("电话呢", "ask_phone", first.memory)
    assert "（021）62418668" in said(then)


def test_the_windows_are_read_with_their_headings(ask: Ask) -> None:
    outcome = ask("企业人力资源管理师什么时候考试", "ask_exam_date")
    assert outcome.reply.status == "answered"
    assert all(day in said(outcome) for day in ("4月25、26日", "8月22、23日", "11月7、8日"))
    assert ("shta-2026-hr", "二（三）（1）") in cited(outcome)


def test_how_to_apply_is_the_clause_itself(ask: Ask) -> None:
    outcome = ask("技师协会怎么报名", "ask_how_to_apply")
    assert "上海技师协会等级认定" in said(outcome)
    assert ("shta-2026-hr", "二（二）2") in cited(outcome)


@pytest.mark.parametrize(
    ("level", "clause", "items"),
    [("五级", 1, 2), ("四级", 2, 3), ("三级", 3, 6)],
)
def test_the_conditions_of_a_level_are_told_one_by_one(level: str, clause: int, items: int, ask: Ask) -> None:
    outcome = ask(f"人工智能训练师{level}申报条件", "ask_eligibility")
    assert outcome.reply.status == "answered"
    found = {path for notice, path in cited(outcome) if notice == "saia-2026-ai-trainer"}
    assert {f"附件1·{clause}（{item}）" for item in range(1, items + 1)} <= found


@pytest.mark.parametrize(
    ("text", "clause", "words"),
    [
        ("考试中使用手机会怎样", "附件2·三·1", "当年不得参加评价"),
        ("替别人参加考试", "附件2·四·4", "5年内不得参加评价"),
        ("在考场里吸烟", "附件2·二·3", "取消当次该科目成绩"),
    ],
)
def test_misconduct_is_told_with_its_consequence(text: str, clause: str, words: str, ask: Ask) -> None:
    outcome = ask(text, "ask_discipline", Memory("上海市人工智能行业协会", TRAINER))
    assert outcome.reply.status == "answered"
    assert words in said(outcome)
    assert ("saia-2026-ai-trainer", clause) in cited(outcome)


@pytest.mark.parametrize(
    ("text", "words"),
    [("推介官培训多少课时", "40课时"), ("推介官线上培训占多少", "50%"), ("推介官今年目标多少人", "5万人")],
)
def test_the_programme_is_answered_from_its_own_notice(text: str, words: str, ask: Ask) -> None:
    outcome = ask(text, "ask_promoter")
    assert outcome.reply.status == "answered"
    assert words in said(outcome)
    assert {notice for notice, _ in cited(outcome)} == {"shhrss-2026-ai-promoter"}


@pytest.mark.parametrize("text", ["颜色五彩斑斓的黑", "asdf qwer", "今天吃什么好"])
def test_what_no_clause_answers_is_not_answered(text: str, ask: Ask) -> None:
    outcome = ask(text, "search")
    assert outcome.reply.status in ("no_answer", "clarification", "out_of_scope")
    assert outcome.reply.messages[0].citations == ()


@pytest.mark.parametrize(
    ("day", "status"),
    [
        ("2024-12-31", "upcoming"),
        ("2025-01-01", "current"),
        ("2025-12-31", "current"),
        ("2026-01-01", "past_year"),
    ],
)
def test_every_citation_carries_the_status_of_the_day(day: str, status: str, ask: Ask) -> None:
    outcome = ask("交大人工智能训练师三级多少钱", "ask_fee", at=day)
    assert {one.status for message in outcome.reply.messages for one in message.citations} == {status}


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("市职业技能鉴定中心的监督电话多少", "ask_supervision"),
        ("职鉴中心几点能打", "ask_office_hours"),
        ("职业技能鉴定中心电话", "ask_phone"),
    ],
)
def test_a_body_without_a_notice_has_the_line_that_others_print(text: str, intent: str, ask: Ask) -> None:
    outcome = ask(text, intent)
    assert outcome.reply.status == "answered"
    assert "400-820-9278" in said(outcome)
    assert "13：30-16：30" in said(outcome)
    assert ("shta-2026-hr", "六（四）") in cited(outcome)


def test_a_year_without_a_notice_is_not_given_another_years_line(ask: Ask) -> None:
    outcome = ask("2024年技师协会的咨询电话", "ask_phone")
    assert outcome.reply.status == "not_stated"
    assert "62418668" not in said(outcome)


def test_next_years_window_is_not_this_years(ask: Ask) -> None:
    outcome = ask("2027年上半年企业人力资源管理师几月份开始报名", "ask_application_window")
    assert outcome.reply.status == "not_stated"
    assert "2月23日" not in said(outcome)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("我人在杭州，杭州本地的人力资源管理师什么时候报名", "out_of_scope"),
        ("我是杭州的人，人力资源管理师什么时候报名", "answered"),
    ],
)
def test_another_place_is_asked_about_or_lived_in(text: str, status: str, ask: Ask) -> None:
    assert ask(text, "ask_application_window").reply.status == status


def test_who_cannot_come_may_still_ask_who_collects(ask: Ask) -> None:
    outcome = ask("我怀孕了走不动，人工智能行业协会的证书能让老公帮我领吗，我是个人报的", "ask_certificate")
    assert ("saia-2026-ai-trainer", "五") in cited(outcome)
    assert "没有写明能不能请人代领" in said(outcome)


def test_whether_one_fetches_the_paper_oneself_is_told(ask: Ask) -> None:
    outcome = ask("技师协会的纸质证书是不是要自己去拿，我个人报的", "ask_certificate")
    assert "快递" in said(outcome)


@pytest.mark.parametrize(
    ("text", "notice"),
    [
        ("我做人事三年了想考企业人力资源管理师三级，多少钱", "shta-2026-hr"),
        ("阿姨五十二岁想考养老护理员五级，要到哪里去考", "shhrss-2025-catalogue"),
    ],
)
def test_who_tells_of_themselves_may_ask_for_something_else(text: str, notice: str, ask: Ask) -> None:
    assert notice in {one for one, _ in cited(ask(text, "ask_eligibility"))}
    assert "可以报" not in said(ask(text, "ask_eligibility"))


def test_the_last_question_goes_on_with_something_beside_it(ask: Ask) -> None:
    before = ask("技师协会监督电话", "ask_supervision")
    outcome = ask("市里面的也给我", "search", before.memory)
    assert "400-820-9278" in said(outcome)


def test_who_fetches_in_anothers_place_asks_for_a_proxy(ask: Ask) -> None:
    outcome = ask("能不能让我代她去技师协会拿证书", "ask_certificate")
    assert "没有写明能不能请人代领" in said(outcome)


def test_no_sentence_on_certificates_is_said_twice(ask: Ask) -> None:
    text = said(ask("人力四级的纸质证书是自己去拿还是寄，个人报的", "ask_certificate"))
    assert text.count("否则即默认为电子证书") == 1
