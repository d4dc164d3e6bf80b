"""推介官: the sentences of its notice on what the typed facts do not hold, and what it leaves unsaid."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.actions.turn import INFORM, Memory

if TYPE_CHECKING:
    from tests.bot.conftest import Ask

AT = "2026-11-21"
NAME = "人工智能推介官"
PROMOTER = Memory(occupation=NAME, topic="ask_promoter")


def quotes(ask: Ask, text: str, clause: str, part: str) -> None:
    found = ask(text, "ask_promoter", PROMOTER, AT).reply
    assert found.status == "answered"
    assert part in found.messages[0].text
    assert clause in {one.clause for one in found.messages[0].citations}


@pytest.mark.parametrize(
    ("text", "clause", "part"),
    [
        ("推介官通知的文号是多少，什么时候发的", "落款", "2026年3月19日"),
        ("推介官考试是谁组织的", "二（二）1", "组织开展人工智能推介官培训后的考核"),
        ("合格信息多久上报一次", "二（二）1", "每月汇总考核合格人员信息"),
        ("培训完要做满意度调查吗", "二（二）2", "满意度测评"),
        ("题库更新的钱谁出", "一", "所需经费从相关项目中列支"),
        ("推介官培训标准谁负责更新", "一", "市就业促进中心牵头"),
        ("比武面向谁", "四（一）", "面向本区企业职工"),
        ("比武的题难不难", "四（一）", "难度应高于"),
        ("去年开的班还没结课怎么算", "五（四）", "按原工作规则执行"),
        ("推介官证书通过什么系统上传", "二（二）3", "证书归集"),
    ],
)
def test_the_notices_own_sentence(text: str, clause: str, part: str, ask: Ask) -> None:
    quotes(ask, text, clause, part)


@pytest.mark.parametrize(
    ("text", "unsaid"),
    [
        ("推介官要交钱吗", "收费"),
        ("推介官在哪儿报名", "在哪里报名"),
        ("推介官考多少分及格", "及格分数"),
        ("推介官证书有效期多长", "有效期"),
        ("推介官题库哪里下", "题库和教材在哪里找"),
        ("外地户籍能参加推介官区级培训吗", "户籍"),
        ("各区指标怎么分", "各区分到多少"),
        ("考核不合格能补考吗", "补考"),
        ("推介官证全国通用吗", "效力"),
    ],
)
def test_what_the_notice_does_not_say_is_called_unsaid(text: str, unsaid: str, ask: Ask) -> None:
    found = ask(text, "ask_promoter", PROMOTER, AT).reply
    assert found.status in ("partial", "not_stated")
    first = found.messages[0].text.split("\n")[0]
    assert "没有写明" in first
    assert unsaid in first


@pytest.mark.parametrize(
    "text", ["区级项目制培训面向哪些人", "技能比武排名前多少给证", "信息技术水平考试二级给什么证"]
)
def test_its_own_things_name_the_programme(text: str, ask: Ask) -> None:
    assert ask(text, "search", at=AT).memory.occupation == NAME


def test_another_way_of_assessment_stays_with_the_programme(ask: Ask) -> None:
    memory = ask("我考过了人工智能训练师四级能拿推介官证吗", "ask_promoter", at=AT).memory
    outcome = ask("数据标注专项的呢", INFORM, memory, AT)
    assert outcome.memory.occupation == NAME
    assert "（高级）" in outcome.reply.messages[0].text


def test_a_question_about_another_occupation_leaves_the_programme(ask: Ask) -> None:
    memory = ask("我考过了人工智能训练师四级能拿推介官证吗", "ask_promoter", at=AT).memory
    assert ask("那人工智能训练师三级多少钱", "ask_fee", memory, AT).memory.occupation == "人工智能训练师"


def test_the_lessons_that_are_not_online_are_worked_out(ask: Ask) -> None:
    answer = ask("那线下至少多少课时", "ask_promoter", PROMOTER, AT).reply.messages[0]
    assert "其余至少20课时要在线下上" in answer.text
    assert ("20课时", "40课时 − 20课时") in [(one.text, one.explanation) for one in answer.computed]


@pytest.mark.parametrize(
    ("text", "clause", "part"),
    [
        ("推介官的考试由哪一级部门来主持", "二（二）1", "组织开展人工智能推介官培训后的考核"),
        ("更新推介官题库的钱从哪里来", "一", "所需经费从相关项目中列支"),
        ("区里搞推介官比武的钱谁来保障", "五（二）", "必要的经费保障"),
        ("推介官项目制培训的过程归谁监督", "二（一）3（4）", "培训过程的监管职责"),
        ("推介官办班方案要给谁过目批准", "二（一）3（4）", "审核项目制培训方案"),
        ("推介官培训结束之后会不会让单位也打分", "二（二）2", "对学员所在用人单位进行满意度测评"),
        ("报给谁", "二（二）1", "报市就业促进中心"),
        ("满意度的结果最后交到哪个单位", "二（二）2", "汇总相关数据后报市就业促进中心"),
        ("推介官考完试成绩由谁录进去", "二（二）1", "考核成绩的登记录入工作"),
        ("训练师换推介官，名单谁来汇总", "三（一）2", "评价机构汇总评价合格人员信息"),
        ("推介官证书在手机哪个软件里看", "五（三）", "随申办App"),
        ("街道工作人员能参加推介官比武吗", "四（一）", "面向本区企业职工"),
        ("新的推介官题库一直没下来用什么考", "五（四）", "按原技术要求和题库"),
    ],
)
def test_the_sentence_that_speaks_of_most_of_what_is_asked(text: str, clause: str, part: str, ask: Ask) -> None:
    quotes(ask, text, clause, part)


@pytest.mark.parametrize(
    ("text", "unsaid"),
    [
        ("推介官难考吗", "题型"),
        ("推介官的讲师需要什么资质", "由谁授课"),
        ("推介官下一批什么时候开班", "时间"),
        ("推介官一天课是几个课时", "时间安排"),
        ("推介官考核几个小时", "考试时长"),
        ("我们区今年推介官任务分多少", "各区分到多少"),
        ("推介官考试安排在哪个月", "时间"),
    ],
)
def test_a_word_of_another_sentence_does_not_answer(text: str, unsaid: str, ask: Ask) -> None:
    first = ask(text, "ask_promoter", PROMOTER, AT).reply.messages[0].text.split("\n")[0]
    assert "没有写明" in first
    assert unsaid in first


def test_residence_that_is_only_told_is_no_question_about_it(ask: Ask) -> None:
    told = ask("阿姐46岁上海户口，厂子倒了登记失业，能去学推介官吗", "ask_promoter", PROMOTER, AT).reply
    assert told.status == "answered"
    assert "区级项目制培训" in told.messages[0].text
    assert "企业职工职业培训" not in told.messages[0].text


def test_what_cannot_be_had_is_not_padded_with_another_sentence(ask: Ask) -> None:
    found = ask("推介官证书有没有有效期", "ask_promoter", PROMOTER, AT).reply
    assert found.status == "not_stated"
    assert "随申办" not in found.messages[0].text
