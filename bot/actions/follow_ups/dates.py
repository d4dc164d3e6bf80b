"""Going on about tickets, days and notices of postponement in words that are too few for the classifier."""

from __future__ import annotations

import re

from bot.actions.follow_ups.schedule import asks_row_of_month
from bot.actions.turn import ELIGIBILITY, INFORM, Turn

TICKET, EXAM, WINDOW = "ask_admission_ticket", "ask_exam_date", "ask_application_window"
_UNSURE = (INFORM, "search", "out_of_scope")
_TAKEN_FOR = (*_UNSURE, "ask_how_to_apply", "ask_payment", "ask_results", "ask_website", WINDOW)
_OF_A_TICKET = re.compile(
    r"(?:输|填|登录|凭).{0,4}(?:什么|啥|哪些|信息|账号|密码)|(?:提前|早).{0,3}(?:多久|几天).{0,4}(?:打|下|印|出|拿)"
    r"|(?:几天|多久|什么时候|啥时候?|何时|几号|哪天|几时)(?:之?前|开始|起)?.{0,3}(?:能|可以|才能)?(?:打(?!电话|到|款|钱)|下载|印|拿)"
    r"|(?:我|本人|那|是)*(?:个人|自己|团体|机构|学校|单位).{0,6}报名?的|自己打|谁打|打印|下载"
)
_NOT_OF_A_TICKET = re.compile(r"证书|成绩|怎么报|哪里报|费|钱|补考|报名表|手册")
_EXAM_WHEN = re.compile(
    r"(?:那|那么|具体|大概|一般|到底|是)*(?:哪天|哪一天|几号|几月|几月几号|什么时候|何时|啥时候?|几时)(?:开始)?(?:能|去|会)?考试?[呢啊呀的]?[？?。]?"
)
_SHUT = re.compile(
    r"(?:报名|申报|报名的?(?:通道|入口|系统)|通道)[^，。]{0,6}(?:关了|关闭|关上|截止|结束了|停了|开了没|开没开|没开)"
)
_WILL_TELL = re.compile(
    r"(?:提前|早|多久|几天).{0,6}通知|(?:怎么|如何|谁|会不会|会).{0,4}通知|通知.{0,4}(?:方式|多久|几天)"
)


# 要是就我们5个人报呢, 才来了三个人怎么办: in a talk about days, whether it is held.
_FEW = re.compile(
    r"(?:就|才|只|只有|仅|不到|没到|没有|凑不?[齐够满]?|最多|顶多)[^，。,]{0,6}?(?:\d+|[一二两三四五六七八九十几]+)[来多几]?个?人[^，。,]{0,6}(?:报|来|参加|考|呢|咋办|怎么办|行|开)|人(?:太少|凑不[齐够满]|不[多够](?!条件|资格|格|级|年))"
)
_OF_A_GROUP = re.compile(r"团体|集体|怎么报|如何报|一起报|钱|费|优惠")
_DAYS = (EXAM, WINDOW, "ask_payment", TICKET)


def follow_up(turn: Turn, topic: str) -> str | None:
    """The topic of the day or the ticket that was talked about; None where nothing certain says so."""
    before, text = turn.memory.topic, turn.text
    known = turn.memory.occupation or turn.memory.organisation
    few = before in _DAYS and _FEW.search(text) and not _OF_A_GROUP.search(text)
    if few and topic in (*_UNSURE, *_DAYS, "ask_how_to_apply", "ask_catalogue", "ask_retake", ELIGIBILITY):
        return EXAM
    if topic in (*_UNSURE, WINDOW, "ask_how_to_apply", "ask_website") and _SHUT.search(text):
        return WINDOW
    if topic == ELIGIBILITY and asks_row_of_month(text):
        return EXAM
    if topic in _UNSURE and known and _EXAM_WHEN.fullmatch(text):
        return EXAM
    if topic not in _TAKEN_FOR or turn.mentioned.occupation:
        return None
    if before == TICKET and _OF_A_TICKET.search(text) and not _NOT_OF_A_TICKET.search(text):
        return TICKET
    return EXAM if before == EXAM and _WILL_TELL.search(text) and "成绩" not in text else None
