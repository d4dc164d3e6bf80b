"""Subjects over the turns of a talk: both of two, AI for the trainer, the sitting that was told, and mere company."""

from __future__ import annotations

import pytest

from bot.actions.turn import Memory
from tests.bot.conftest import Ask
from tests.bot.replies import cited, said

NOW = "2026-11-21"
TRAINER, HR, COACH = "人工智能训练师", "企业人力资源管理师", "职业培训师"
SAIA, SHTA, SJTU = "上海市人工智能行业协会", "上海市技师协会", "上海交通大学"
PROMOTER = "人工智能推介官"


@pytest.mark.parametrize(
    ("before", "text", "intent", "told"),
    [
        (f"{HR}和{TRAINER}哪个好考", "那哪个今年还能报名", "ask_application_window", ["已经截止", "11月30日"]),
        (f"{TRAINER}和{COACH}三级哪个贵", "两个证的电话分别是多少", "ask_phone", ["62037717", "62418668"]),
        (f"{SHTA}和{SAIA}比", "哪家的电话多少", "ask_phone", ["62418668", "62037717"]),
    ],
)
def test_both_that_the_last_question_named(ask: Ask, before: str, text: str, intent: str, told: list[str]) -> None:
    memory = Memory(occupation=HR, topic="ask_fee", asked=before)
    answer = ask(text, intent, memory, NOW)
    assert all(one in said(answer) for one in told)
    assert answer.memory.occupation == HR
    assert all(
        one in said(ask("两边的受理地址呢", "ask_address", answer.memory, NOW)) for one in ("中科路", "广济路")
    )


def test_two_houses_with_notices_of_their_own(ask: Ask) -> None:
    memory = Memory(occupation=TRAINER, organisation=SJTU, topic="ask_exam_date", asked="交大几月考")
    text = said(ask("两家个人报名分别去哪", "ask_how_to_apply", memory, NOW))
    assert text.index("中科路1750号") < text.index("法华镇路535号")
    assert "这是去年的通知" in text


@pytest.mark.parametrize("text", ["两家一共多少钱", "哪个部门受理", "理论和操作分别考多久"])
def test_what_is_not_of_two(ask: Ask, text: str) -> None:
    memory = Memory(occupation=TRAINER, topic="ask_phone", asked=f"{HR}和{TRAINER}电话")
    assert "62418668" not in said(ask(text, "ask_phone", memory, NOW))


@pytest.mark.parametrize(
    ("text", "intent", "level"),
    [
        ("那AI三级补考多少", "ask_retake_fee", 3),
        ("还是考AI吧，在哪报名", "ask_how_to_apply", 4),
        ("回到AI班，证书怎么拿", "ask_certificate", 4),
        ("AI我个人去哪报", "ask_how_to_apply", 4),
    ],
)
def test_ai_is_the_trainer(ask: Ask, text: str, intent: str, level: int) -> None:
    answer = ask(text, intent, Memory(occupation=HR, level=4, topic="ask_fee"), NOW)
    assert answer.memory.occupation == TRAINER
    assert level == 4 or answer.memory.level == level


@pytest.mark.parametrize("text", ["我是做AI的", "现在AI这么火，证书有用吗", "AI推介官在哪学"])
def test_ai_that_is_not(ask: Ask, text: str) -> None:
    assert ask(text, "inform", Memory(occupation=HR, topic="ask_fee"), NOW).memory.occupation != TRAINER


@pytest.mark.parametrize(
    ("text", "intent", "told"),
    [
        ("那场缴费几号到几号", "ask_payment", "7月20日-7月26日"),
        ("那批的准考证哪天下", "ask_admission_ticket", "8月17日"),
        ("同一场考试是哪两天考", "ask_exam_date", "8月22、23日"),
        ("这期报名几号截止的", "ask_application_window", "7月19日"),
    ],
)
def test_the_sitting_that_was_told(ask: Ask, text: str, intent: str, told: str) -> None:
    first = ask(f"{HR}8月那场准考证几号下", "ask_admission_ticket", None, NOW)
    beside = ask("下载网址", "ask_website", first.memory, NOW)
    assert told in said(ask(text, intent, beside.memory, NOW)).split("\n考试4月")[0]


@pytest.mark.parametrize(
    ("before", "text", "told", "not_told"),
    [
        ("推介官区级项目制培训在校学生能去吗", "学出来是基础还是高级", "区级项目制培训", "信息技术水平"),
        ("推介官的定向培训怎么样", "学完给哪一档", "定向培训", "（高级）"),
        ("推介官走技能比武呢", "题目那么难，发的总是高级了吧", "排名前50%", "（高级）"),
        ("推介官员工能参加吗", "那员工怎样才能拿到高级", "人工智能训练师技能等级评价", "（基础）"),
        ("推介官线上最多多少课时", "那剩下的一半得本人到场咯", "至少20课时", "没有写明"),
        ("推介官怎么拿", "改走区里备案的比武，排前多少有证", "排名前50%", "备案号"),
    ],
)
def test_the_programme_gone_on_with(ask: Ask, before: str, text: str, told: str, not_told: str) -> None:
    memory = ask(before, "ask_promoter", None, NOW).memory
    intent = "ask_registration_number" if "备案" in text else "search"
    text = said(ask(text, intent, memory, NOW))
    assert told in text
    assert not_told not in text


def test_another_certificate_for_this_one(ask: Ask) -> None:
    memory = Memory(occupation=PROMOTER, topic="ask_promoter")
    answer = ask("我训练师四级考过了也给一张吗", "ask_certificate", memory, NOW)
    assert ("shhrss-2026-ai-promoter", "三（一）1") in cited(answer)


@pytest.mark.parametrize(
    ("text", "clause"),
    [("形象设计师有五级吗，我零基础", "附件·一"), ("我想往上考二级，行业协会今年有吗", "一")],
)
def test_a_level_that_is_there_or_not(ask: Ask, text: str, clause: str) -> None:
    answer = ask(text, "ask_eligibility", Memory(occupation=TRAINER, topic="ask_certificate_loss"), NOW)
    assert answer.memory.topic == "ask_catalogue"
    assert clause in {one for _, one in cited(answer)}


def test_an_invoice_only_told(ask: Ask) -> None:
    memory = Memory(occupation=HR, topic="ask_exam_date")
    assert "广济路838号" in said(ask("财务催着呢 他们窗口在哪 我去要张发票", "ask_address", memory, NOW))
    assert "没有写明" in said(ask("发票在哪里开", "ask_address", memory, NOW))


@pytest.mark.parametrize("text", ["校长问能不能打折", "财务让我问一下能不能便宜点"])
def test_who_passes_a_question_on(ask: Ask, text: str) -> None:
    assert ask(text, "ask_fee", Memory(occupation=TRAINER, topic="ask_fee"), NOW).reply.status == "not_stated"


def test_the_year_of_then(ask: Ask) -> None:
    memory = Memory(occupation=TRAINER, organisation=SAIA, topic="ask_fee")
    assert ask("孩子明年3月满16，到时候报几月考", "ask_exam_date", memory, NOW).reply.status == "not_stated"


@pytest.mark.parametrize(
    "text",
    [
        "今天落大雨出不去，闷死了",
        "在吗老哥，陪我聊会儿",
        "哈哈群主脸都绿了",
        "等一下 水烧开了",
        "电话响个不停 崩溃",
    ],
)
def test_company(ask: Ask, text: str) -> None:
    memory = Memory(occupation=TRAINER, level=4, topic="ask_fee")
    answer = ask(text, "out_of_scope", memory, NOW)
    assert answer.reply.status == "chitchat"
    assert answer.memory.occupation == TRAINER


@pytest.mark.parametrize("text", ["帮我写首下雨的诗", "今天下雨吗", "哈哈，那三级呢", "等下考试手机响了会怎样"])
def test_more_than_company(ask: Ask, text: str) -> None:
    memory = Memory(occupation=TRAINER, level=4, topic="ask_fee")
    assert ask(text, "out_of_scope", memory, NOW).reply.status != "chitchat"


def test_given_up_after_telling_why(ask: Ask) -> None:
    memory = Memory(occupation=TRAINER, topic="ask_fee")
    assert ask("领导说今年不搞了，算了不问了", "search", memory, NOW).reply.status == "chitchat"


def test_a_level_that_somebody_has_is_told_and_not_asked_for(ask: Ask) -> None:
    found = ask("四级有了，2021年3月拿的，人工智能训练师做到现在。想考三级", "ask_eligibility", at="2026-11-21")
    assert ("saia-2026-ai-trainer", "附件1·3（2）") in cited(found)
