"""Going on about results: where else one might look them up (支付宝里查得到吗), and by which day, which sound like other topics."""

from __future__ import annotations

import re

from bot.actions.turn import INFORM, Turn

RESULTS = "ask_results"
_TAKEN_FOR = (INFORM, "search", "out_of_scope", "ask_payment", "ask_website", "ask_certificate")
_LOOKED_UP = re.compile(
    r"(?:哪里?|哪儿|怎么|咋|如何|上面?|里面?)(?:能|可以|去|才能)?(?:查|看)(?![不卷])|[查搜看]得?到|能(?:不能)?[查搜看]"
)
_TAKEN_FOR_DAYS = (
    INFORM,
    "search",
    "out_of_scope",
    "ask_application_window",
    "ask_exam_date",
    "ask_certificate",
    "ask_retake",
    "ask_changes",
    "ask_office_hours",
    "capabilities",
)
# 最晚到哪天, 那得等到几号, 算算还要多久, 都两个礼拜了还没超: of what the talk waits for.
_BY_WHICH_DAY = re.compile(
    r"最[晚迟]|到(?:哪|几)[天日号月]|(?:哪|几)[天日号](?:能|可以|会|才|之?前)|算(?:一?算|一?下|出)|等(?:到|多久|几天)|还要(?:多久|几天|等)"
    r"|(?:没|有没有|算不算|已经|是不是|都|早)?(?:超(?!市|级|额|员|出)|过)(?:了?(?:时|期|期限|时间|日子)|了?[没吗么?？]|$)|(?:(?:两|几|[一二三四五六七八九十\d]+)个?(?:多)?(?:礼拜|星期|周|天|月))(?:多)?了"
)
_OF_OTHER_DAYS = re.compile(r"报|申|缴|交|付|准考|开考|考试|下[一]?[次批回场]|补|证|电话|上班|有效|保留|作废")
# 不对，是11月7号考的, told or put right.
_SAT_THEN = re.compile(
    r"(?:不对|不是|错了|哦|噢|啊|那|我|是|就是|应该|记错了|好像|大概|[,，。\s])*(?:[今去]年)?\d{1,2}月(?:份)?\d{1,2}[日号]?(?:才|刚|就)*(?:考|考试|考完|考掉|考好)(?:完|好)?(?:的|了)?(?:呀|啊|呢|哦)?[。！!]?"
)
# 11月7号考的人力资源: the occupation may be named with the day.
_SAT_WHAT = re.compile(
    r"(?:我|我们|是|就是|那|,|，)*(?:[今去]年)?\d{1,2}月(?:份)?\d{1,2}[日号]?(?:才|刚|就)*(?:去)?考(?:完|好|掉)?(?:的|了)[^，。,？?吗呢么哪几什啥多补]{0,12}[。！!]?"
)
_OTHERWISE = re.compile(r"证|[交缴]|付(?!宝)|补考|复核|查卷|报名|钱|费")


def follow_up(turn: Turn, topic: str) -> str | None:
    """Results again, where nothing else is named that one could look up."""
    tells_day = _SAT_THEN.fullmatch(turn.text) or (turn.mentioned.occupation and _SAT_WHAT.fullmatch(turn.text))
    if turn.memory.topic == RESULTS and topic in _TAKEN_FOR_DAYS and (tells_day or _asks_by_when(turn)):
        return RESULTS
    goes_on = turn.memory.topic == RESULTS and topic in _TAKEN_FOR
    return RESULTS if goes_on and _LOOKED_UP.search(turn.text) and not _OTHERWISE.search(turn.text) else None


def _asks_by_when(turn: Turn) -> bool:
    """Whether it asks for a day, or whether it is over, with no word of another thing that has days."""
    another = turn.mentioned.occupation or turn.mentioned.organisation
    return not another and bool(_BY_WHICH_DAY.search(turn.text)) and not _OF_OTHER_DAYS.search(turn.text)
