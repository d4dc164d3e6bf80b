"""Greeting, thanks, what the bot can do, and what is outside its field. No figures here."""

from __future__ import annotations

from bot.actions.choices import quick_reply
from bot.actions.desk import Desk
from bot.actions.reply import QuickReply, Reply, single
from bot.actions.turn import REMARK, Turn
from knowledge.fees import fees
from knowledge.subject import Subject

CAPABILITIES = (
    "我是问考，回答上海市职业技能等级认定的问题：收费和补考费、怎么报名、什么时候报名和考试、"
    "联系方式和受理时间、哪家机构评价哪些职业和等级、申报条件、准考证、成绩和证书查询、补考规定、考场纪律，"
    "以及人工智能推介官的培训和认证。每个数字都附通知原文；通知没有写的，我会直说。"
)
_GREETING = "您好！"
_THANKS = "不客气。还有问题随时问我。"
_HEARD = "好的，还有问题随时问我。"
_LISTENING = "嗯，听到了。您接着问就行。"
_GOODBYE = "再见，祝您考试顺利！"
_OUTSIDE = "这个问题不在我能回答的范围内：我只根据收录的官方通知，回答上海市职业技能等级认定（包括人工智能推介官）的问题。"
_EXAMPLES = (
    ("人工智能训练师怎么收费", "ask_fee", "人工智能训练师"),
    ("企业人力资源管理师怎么报名", "ask_how_to_apply", "企业人力资源管理师"),
    ("哪里可以考养老护理员", "ask_catalogue", "养老护理员"),
)


def answer_smalltalk(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """Reply to greeting, thanks, goodbye, a remark and 'what can you do'."""
    if turn.intent == "thank":
        return single("chitchat", _THANKS)
    if turn.intent == REMARK:
        return single("chitchat", _LISTENING)
    if turn.intent == "goodbye":
        return single("chitchat", _GOODBYE)
    greeting = _GREETING if turn.intent == "greet" else ""
    return single("chitchat", f"{greeting}{CAPABILITIES}", quick_replies=_examples())


def answer_heard() -> Reply:
    """Reply to who only says that they have heard."""
    return single("chitchat", _HEARD)


def answer_outside(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """Decline what is outside the notices."""
    return single("out_of_scope", _OUTSIDE, quick_replies=_examples())


def ask_what(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """A subject without a question: offer the usual questions about it."""
    name = subject.occupation or subject.organisation
    if name is None:
        return single("clarification", f"请问您想了解什么？{CAPABILITIES}", quick_replies=_examples())
    entity = {"occupation": name.name} if subject.occupation else {"organisation": name.name}
    asked = [
        ("ask_fee", "收费"),
        ("ask_how_to_apply", "怎么报名"),
        ("ask_exam_date", "考试时间"),
        ("ask_eligibility", "申报条件"),
        ("ask_phone", "咨询电话"),
        ("ask_catalogue", "评价机构和等级"),
    ]
    if not fees(desk.library, subject, turn.as_of):
        asked = asked[1:]
    buttons = tuple(quick_reply(title, intent, **entity) for intent, title in asked)
    return single("clarification", f"关于{name.name}，您想了解哪方面？", quick_replies=buttons)


def _examples() -> tuple[QuickReply, ...]:
    return tuple(quick_reply(title, intent, occupation=name) for title, intent, name in _EXAMPLES)
