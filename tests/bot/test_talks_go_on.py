"""Several people at once, sums told anew, days of another kind, one's own matter again, and what only closes a talk."""

from __future__ import annotations

import pytest

from api.gate import missing_sources
from bot.actions.answers.schedule.named_days import named_days
from bot.actions.form.journey import is_heard
from bot.actions.people.counted import Share
from bot.actions.remarks.chatter import only_chats
from bot.actions.remarks.closing import closes
from bot.actions.roster.changes import change
from bot.actions.turn import Memory, Turn
from knowledge.lexicon.matching import level_mentions
from knowledge.library import Library
from knowledge.validity import parse_as_of
from tests.bot.conftest import Ask
from tests.bot.replies import cited, said

AT = "2026-11-21"
TRAINER, HR, COACH = "人工智能训练师", "企业人力资源管理师", "职业培训师"
SAIA, SHTA, SJTU = "上海市人工智能行业协会", "上海市技师协会", "上海交通大学"
COUPLE = (Share(4, who="老公"), Share(5, who="self"))


def _changed(library: Library, text: str, before: tuple[Share, ...], name: str) -> list[tuple[object, ...]]:
    found = change(text, library.lexicon.matcher.find(text), before, name, None)
    assert found is not None
    assert not found.unclear
    return [(one.occupation, one.level, one.people) for one in found.shares]


@pytest.mark.parametrize(
    ("text", "his", "hers"),
    [
        ("我换考人力四级，老公还是训练师四级，那多少", (TRAINER, 4), (HR, 4)),
        ("我想改成人力三级，他照旧四级", (TRAINER, 4), (HR, 3)),
        ("老公转考人力资源四级，我五级不变", (HR, 4), (TRAINER, 5)),
        ("老公换成技师协会的人力三级", (HR, 3), (TRAINER, 5)),
    ],
)
def test_one_goes_over_and_the_other_stays(
    library: Library, text: str, his: tuple[str, int], hers: tuple[str, int]
) -> None:
    assert _changed(library, text, COUPLE, TRAINER) == [(*his, 1), (*hers, 1)]


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("四级三个三级一个，再加两个职业培训师四级", [(HR, 4, 3), (HR, 3, 1), (COACH, 4, 2)]),
        ("改成四级六个、三级两个，另外还有一个职业培训师三级", [(HR, 4, 6), (HR, 3, 2), (COACH, 3, 1)]),
    ],
)
def test_a_sum_told_anew_with_more(library: Library, text: str, groups: list[tuple[object, ...]]) -> None:
    assert _changed(library, text, (Share(4, 4), Share(3, 2)), HR) == groups


def test_the_other_pays_for_the_paper_at_their_own_level(ask: Ask) -> None:
    shares = (Share(4, who="他", occupation=TRAINER), Share(4, who="self", occupation=HR))
    memory = Memory(occupation=HR, level=4, topic="ask_application_window", shares=shares)
    again = ask("我还是考训练师五级，哪天考", "ask_exam_date", memory, AT)
    assert [(one.occupation, one.level) for one in again.memory.shares] == [(TRAINER, 4), (TRAINER, 5)]
    assert "操作技能考试300元" in said(ask("万一他操作没过，补考要多少", "ask_retake_fee", again.memory, AT))


def test_a_wrong_level_is_replaced_and_nobody_added(ask: Ask) -> None:
    memory = Memory(occupation=TRAINER, level=3, topic="ask_fee", asked="三级多少钱")
    text = said(ask("又弄错了，我老公说是五级", "inform", memory, AT))
    assert "300元" in text
    assert "500" not in text
    assert "一共" not in text


def test_the_gap_of_two_sums_passes_the_gate(ask: Ask) -> None:
    first = ask(f"6个{TRAINER}四级一共多少", "ask_fee", None, AT)  # 6 × 400
    second = ask("换成8个三级呢", "ask_fee", first.memory, AT)  # 8 × 500
    answer = ask("两套方案相差多少", "ask_fee", second.memory, AT)
    assert "1600元" in said(answer)
    assert not [one for each in answer.reply.messages for one in missing_sources(each, "两套方案相差多少")]


@pytest.mark.parametrize(
    ("text", "level"), [("协会最高的那一级多少钱", 3), ("最便宜的那级几钿", 5), ("行业协会最低那档几块", 5)]
)
def test_the_level_at_an_end_is_of_the_house_named(ask: Ask, text: str, level: int) -> None:
    memory = Memory(occupation=TRAINER, topic="ask_address")
    assert ask(text, "ask_fee", memory, AT).memory.level == level


@pytest.mark.parametrize("text", ["协会几点上班", "那协会的受理时间呢"])
def test_the_association_after_another_house_whose_work_it_does_not_do(ask: Ask, text: str) -> None:
    memory = Memory(occupation="网络与信息安全管理员(信息安全管理员)", organisation=SJTU, topic="ask_fee")
    answer = ask(text, "ask_office_hours", memory, AT)
    assert answer.memory.organisation == SAIA
    assert "9:00-11:30" in said(answer)


def test_back_to_ones_own_after_what_another_takes(ask: Ask) -> None:
    mine = Memory(occupation=TRAINER, organisation=SAIA, level=4, topic="ask_retake_fee")
    hers = ask("我同事考的是人力三级，她补一门多少", "ask_retake_fee", mine, AT)
    assert "200元" in said(hers)
    back = ask("再说我的，成绩能留几年", "ask_retake", hers.memory, AT)
    assert (back.memory.occupation, back.memory.level) == (TRAINER, 4)
    assert ("saia-2026-ai-trainer", "四（一）") in cited(back)


def test_a_day_to_apply_goes_on_with_the_timetable(ask: Ask) -> None:
    memory = Memory(occupation=TRAINER, organisation=SAIA, topic="ask_exam_date", asked="12月报几时考")
    answer = ask("太晚了，那我下周就去报呢", "ask_how_to_apply", memory, AT)
    assert "12月底前" in said(answer)
    assert "次年公告" not in said(answer)


@pytest.mark.parametrize("text", ["这月底前报", "我月底去报", "本月报"])
def test_this_month_by_its_end(text: str) -> None:
    assert [(one.months, one.part) for one in named_days(text, parse_as_of(AT).date())] == [((11,), "application")]


@pytest.mark.parametrize("text", ["7月25号截止，那是什么日子", "10月3日，那是什么日子"])
def test_a_day_of_payment_is_told_for_what_it_is(ask: Ask, text: str) -> None:
    memory = Memory(occupation=HR, organisation=SHTA, topic="ask_application_window")
    assert "在缴费时间里，不是申报的日子" in said(ask(text, "ask_application_window", memory, AT))


@pytest.mark.parametrize(
    "text", ["懂了，我再琢磨琢磨", "问错人了，打扰了", "不好意思走错门了", "搞错单位了，谢谢你"]
)
def test_what_closes_a_talk(text: str) -> None:
    assert closes(text)


@pytest.mark.parametrize(
    "text", ["找错地方了，那你们地址在哪", "打错电话了怎么改", "报错级别了怎么办", "那算了，还是电工吧"]
)
def test_what_does_not(text: str) -> None:
    assert not closes(text)
    assert not is_heard(text)


@pytest.mark.parametrize(("text", "chats"), [("我家狗也想考一个，嘻嘻", True), ("宠物狗美容想考哪级", False)])
def test_a_joke_about_a_beast(text: str, chats: bool) -> None:
    assert only_chats(Turn(text, "ask_catalogue", parse_as_of(AT))) is chats


def test_relief_is_no_anger(ask: Ask) -> None:
    answer = ask("气死人了，差点就把钱交了", "ask_payment", Memory(occupation=TRAINER, topic="ask_fee"), AT)
    assert answer.reply.status == "chitchat"


@pytest.mark.parametrize("text", ["我们主管说今年不办了，算了不问了", "群里讲不考了，那不问了"])
def test_given_up_over_what_somebody_said(ask: Ask, text: str) -> None:
    memory = Memory(occupation=TRAINER, level=4, topic="ask_eligibility", asked="四级我能考吗")
    assert ask(text, "inform", memory, AT).reply.status in ("chitchat", "cancelled")


def test_fifty_people_are_no_individuals(ask: Ask) -> None:
    memory = Memory(occupation=TRAINER, organisation=SAIA, level=5, topic="ask_how_to_apply")
    answer = ask("听说凑不满40个人不给开考", "ask_how_to_apply", memory, AT)
    assert "30人" in said(answer)
    assert "个人也可以申报" not in said(answer)


@pytest.mark.parametrize(
    ("text", "levels"), [("直接上三级", [3]), ("一步上二级", [2]), ("再上一级", []), ("上一级证书", [])]
)
def test_to_go_up_to_a_level(text: str, levels: list[int]) -> None:
    assert [one[0] for one in level_mentions(text)] == levels
