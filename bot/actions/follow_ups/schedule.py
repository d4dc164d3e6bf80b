"""Windows, payment dates, tickets and exam dates: what their words claim, and what goes on with them."""

from __future__ import annotations

import re

from bot.actions.answers.claims.words import claims
from bot.actions.answers.payment.lines import COUNTS_AS_PAID
from bot.actions.answers.schedule.question import COUNTS_DAYS, never_printed
from bot.actions.answers.schedule.same_day import asks_same_day
from bot.actions.several.words import asked_for
from bot.actions.turn import ELIGIBILITY, INFORM, Turn
from knowledge.wording.days import asked_days

APPLY, EXAM, TICKET, PAY = "ask_application_window", "ask_exam_date", "ask_admission_ticket", "ask_payment"
_OWN = (APPLY, EXAM, TICKET, PAY)
_UNSURE = (INFORM, "search", "out_of_scope")
_PAYING = re.compile(r"[缴交付][费钱款]")
_PAY_WHEN = re.compile(
    r"最后.{0,3}[天日]|截止|截至|期限|日期|还[剩有能]|来[得不]+及|什么时候|啥时候?|哪[天日]|[几多]号"
)
_NOT_PAY_WHEN = re.compile(r"退|发票|收据|凭证|怎么办|账[号户]|证书|补考|多少钱|补贴")
# 9月份报的什么时候考, 11月底报名几月考: the row of a month of application.
_APPLIED_THEN = re.compile(
    r"报[名考]?[了的]?.{0,12}(?:什么时候?|何时|啥时候?|几月|几号|哪[天个]月?).{0,4}(?:能|可以|才)?[去]?考(?!过)"
)
_MONTH = re.compile(r"[\d一二三四五六七八九十]月|[今明后]天|[这下本]个?月|现在")
_MAY_APPLY = re.compile(r"能[^，。]{0,3}报|报[^，。]{0,3}[吗不没]")
_MAY_PAY = re.compile(r"能|可以|来得及|行[吗不]|[吗么]$")
_COUNTED = {
    TICKET: re.compile(r"准考证"),
    PAY: _PAYING,
    APPLY: re.compile(r"报名|申报|截止|[能可][以]?报"),
    EXAM: re.compile(r"考试?(?!过|了|完)|开考"),
}
_TAKEN_FOR_A_TIMETABLE = (
    *_UNSURE,
    EXAM,
    "ask_catalogue",
    "ask_changes",
    "ask_how_to_apply",
    "ask_eligibility",
    "ask_exam_form",
    "ask_office_hours",
    "capabilities",
)
_OFTEN = re.compile(
    r"(?:一年|每年|全年|年[里内])[^，。]{0,8}(?:几|多少)[次回场批期](?!过)|(?:月月|每个?月|逐月)[^，。]{0,6}(?:考|评|开考|安排)"
    r"|(?:多久|几个月)[^，。]{0,4}(?:考|有|安排|组织|办|开)[^，。]{0,2}一[次回场批]|隔多久[^，。]{0,6}考|考试?(?:的)?(?:次数|场次|频率)"
)
_TIMETABLE = re.compile(
    r"排考|考务(?:计划|安排)|(?:考试|评价|认定)(?:日程|安排|计划)|日程|时间(?:安排|计划)|(?:计划|时间|安排)表|安排[^，。]{0,4}(?:出来|公布|定)|(?:出|公布)了?(?:新的?)?安排"
)
_IN_A_MONTH = re.compile(
    r"(?:[\d一二三四五六七八九十]月份?|[这下本]个?月)[^，。]{0,4}(?:有没有|有|能|可以|开)[^，。]{0,5}(?:考|场|批)(?!.{0,3}[哪谁])"
)
# 还有几天能报 asks for a window, not whether one may apply: a condition is no matter of days.
_DAYS_LEFT = re.compile(r"(?:还[有剩要]|只?剩下?)了?(?:多少|几)(?:天|日|个?星期|周)")
_EXAMS_OVER = re.compile(r"考完了?|考过了|考试.{0,3}结束|都考了")
# 11月的考试考完了吗: of the sitting, and not of what came of it.
_HELD_YET = re.compile(r"考试[^，。,；;]{0,3}(?:考完|考过|结束|开始|开考)了?(?:吗|没|么|伐)")
_LIFE = re.compile(r"补考|成绩|有效|工作|证书|出分|毕业|社保|工龄|电话|上班|放假")
_SHORTAGE = re.compile(
    r"(?:人数?|报名的?)(?:不够|不足|太少|没?凑?不?满|没?凑不齐).{0,8}(?:开|怎么|会|取消|延|推|退|作废|[不停]考)|(?:多少|几)个?人.{0,4}(?:才|算)?.{0,2}(?:够|开考|开班|算满)"
    r"|(?:凑|满|够|达|到)[^，。,]{0,6}人(?:数)?[^，。,]{0,3}(?:才|就)[^，。,]{0,3}[开考]|(?:凑|达|满)不(?:满|够|齐|到|足)[^。]{0,14}(?:取消|退|作废|[不停]考)"
)
# After a window: 过了怎么办, 万一错过了呢.
_MISSED = re.compile(
    r"(?:那|要是|如果|万一|我|不小心|已经|[,，])*(?:错过|过|过期|超过|超|晚|逾期|忘|没赶上|赶不上)(?:了|掉)?(?:时间|期限|日期|截止|这个点)?(?:了)?(?:怎么办|咋办|怎么弄|会怎样|呢|还能补吗|还有救吗|[?？])+"
)
# After paying: 截止到哪天, 晚了一天行不行.
_DEADLINE = re.compile(
    r"(?:那么?|最晚|最后|最迟|到底|一般|是|的|[,，])*(?:截止|截至|期限|最后一天)?(?:日期|时间)?(?:是|到|在)*(?:哪一?天|几号|几月几号|什么时候|啥时候|何时)(?:为止|截止|之前|前)*(?:要|得|必须)?(?:[交缴付][费钱款完掉]*)?[呢啊呀?？]*"
    r"|(?:那|要是|如果|万一|我|就|[,，])*(?:晚|迟|过|超|错过)了?(?:个)?(?:[一两二三几半\d]+天|一点|点)?(?:的话|交|了|[,，])*(?:行不行|行吗|可以吗|可不可以|还能交吗|能交吗|还行吗|要紧吗|怎么办|咋办|会怎样)[?？]*"
)
_MAY_BE_OF_A_DAY = (
    *_OWN,
    *_UNSURE,
    "ask_results",
    "ask_retake",
    "ask_changes",
    "ask_exam_form",
    "ask_address",
    "ask_how_to_apply",
    "ask_website",
)
_TAKEN_FOR_SHORTAGE = (
    *_MAY_BE_OF_A_DAY,
    "ask_office_hours",
    "ask_catalogue",
    ELIGIBILITY,
    "capabilities",
)
_FEW_APPLY = re.compile(
    r"(?:只有|才|就|不到|没到|不满|不足|不够|没满|凑不[满齐])[^，。]{0,6}[一二三四五六七八九十两几\d]+[来多几]?(?:个?人|[个名位](?=[,，\s])|[个名位](?:学生|学员|同学|员工|同事))[^。]{0,28}(?:考|开(?!票|发票)|顺延|推|延)"
)
_OTHER_SHORTAGE = re.compile(r"条件|学历|年限|资格|分数|团体|集体|推荐|名额|补贴")
# 人数不够，钱退不退 asks for the refund; 不满五十人就取消退钱 is held against what becomes of the examination.
_REFUND = re.compile(r"退[费钱款]|[费钱款][^，,。]{0,4}退")
# 最近什么时候能考, 下一次哪天考
_NEAREST = re.compile(
    r"(?:最近|最早|下一?[次场批期])[^，。,]{0,4}(?:什么时候|啥时候?|何时|几时|几月|几号|哪[天月])[^，。,]{0,4}考(?![^，。,]{0,4}[一二三四五]级)"
    r"|最近[的]?(?:一[次场批期])?(?:考试|考核)"
)
_CHANCE = re.compile(r"(?:没|还?有|没有|还剩).{0,6}机会|今年.{0,4}(?:没戏|泡汤|没得考|考不[了成])|还能.{0,3}赶上")
_TAKEN_FOR_CHANCE = (*_UNSURE, EXAM, "ask_retake")
_ONLY_NAMES = re.compile(
    r"^(?:那么?)?(?:(?P<pay>[缴交付][费钱款])|(?P<ticket>准考证)|(?P<exam>考试|考核)|(?P<apply>报名|申报))(?:的?时间|日期)?呢?[？?]?$"
)
_HAND_IN = re.compile(
    r"(?:最[晚迟早]|哪[天日]|几[号日]|什么时候|何时).{0,5}[交缴付](?![^，。]{0,3}(?:材料|照片|表|作业|论文))"
)
_APPLYING = re.compile(r"报|申")
_PRINTING = re.compile(
    r"^(?:那|准考证|打印)?(?:的)?(?:网站|网址|链接)[呢呀啊？?]*$|(?:哪|什么|啥)个?(?:网站|网址|网|链接)|(?:网站|网址|链接).{0,3}(?:是|给|发|呢|多少|什么)|(?:输|填|用)入?(?:些|点)?(?:什么|啥|哪些)|(?:哪里?|哪儿|怎么|咋|如何)(?:下|打|登|进)|密码|账号|登[录陆入]"
)
_BARE = re.compile(
    r"[那么的呢吗嘛啊呀吧？?！!，,。\s]|还?[能可]以?|来[得不]+及|行不?行?|报名?|[缴交][费钱]?|可以|去|再"
)
_MOST_LEFT = 2  # characters beside the day of a message that only names it (那明天呢)


def follow_up(turn: Turn, topic: str) -> str | None:
    """The intent of the timetables that the message belongs to; None where nothing certain says so."""
    if topic in _TAKEN_FOR_A_TIMETABLE and _asks_for_timetable(turn):
        return EXAM
    if _is_too_late(turn, topic):
        return turn.memory.topic
    if (
        found := _without_chance(turn, topic)
        or _taken_for_applying(turn, topic)
        or _of_shortage(turn, topic)
        or _on_another_day(turn, topic)
    ):
        return found
    if topic not in _MAY_BE_OF_A_DAY:
        return None
    text = turn.text
    if COUNTS_AS_PAID.search(text) and not _NOT_PAY_WHEN.search(text):
        return PAY
    if topic in (*_UNSURE, "ask_address") and never_printed(text) and not turn.mentioned.occupation:
        return EXAM
    if topic in (*_OWN, *_UNSURE, "ask_results") and asks_row_of_month(text):
        return None if _LIFE.search(text) else EXAM
    if topic == "ask_website":
        return _going_on(turn, topic)
    if topic not in (*_OWN, *_UNSURE):
        return None
    return (
        (None if topic == APPLY and _MAY_APPLY.search(text) else _paying(turn))
        or _counting(turn, topic)
        or _going_on(turn, topic)
    )


def _without_chance(turn: Turn, topic: str) -> str | None:
    """那今年没机会了, in a talk about a timetable."""
    if turn.memory.topic not in _OWN or topic not in _TAKEN_FOR_CHANCE or _LIFE.search(turn.text):
        return None
    return APPLY if _CHANCE.search(turn.text) else None


def _is_too_late(turn: Turn, topic: str) -> bool:
    """By when, or what becomes of who is too late, of the window or the payment that was talked of."""
    before = turn.memory.topic
    if before == PAY and topic in (*_OWN, *_UNSURE) and _DEADLINE.fullmatch(turn.text):
        return True
    missed = before in (APPLY, PAY) and topic in (*_OWN, *_UNSURE, "ask_retake")
    return missed and _MISSED.fullmatch(turn.text) is not None


def _of_shortage(turn: Turn, topic: str) -> str | None:
    """What becomes of an examination that too few apply for."""
    if topic not in _TAKEN_FOR_SHORTAGE or _OTHER_SHORTAGE.search(turn.text):
        return None
    if _REFUND.search(turn.text) and not claims(turn.text):
        return None
    few = topic in ("ask_how_to_apply", *_UNSURE) and _FEW_APPLY.search(turn.text)
    short = topic != "ask_how_to_apply" and _SHORTAGE.search(turn.text)
    return EXAM if few or short else None


def _on_another_day(turn: Turn, topic: str) -> str | None:
    """那我下礼拜就去报呢 asks again when the examination is, or whether one may apply, for that day."""
    before = turn.memory.topic
    if before not in (APPLY, EXAM) or topic not in (*_OWN, *_UNSURE, "ask_how_to_apply"):
        return None
    clause = re.split(r"[,，。;；!！\s]", turn.text.rstrip("。!！?？~ "))[-1]
    if not clause.endswith("呢") or not _APPLYING.search(clause) or _LIFE.search(clause) or asked_for(clause):
        return None
    return before if asked_days(clause, turn.as_of) else None


def _taken_for_applying(turn: Turn, topic: str) -> str | None:
    """What is about days though it was taken for a question about applying."""
    if topic == ELIGIBILITY and _NEAREST.search(turn.text) and not turn.mentioned.situation.told:
        return EXAM
    if topic == "ask_results" and _HELD_YET.search(turn.text) and turn.memory.topic != "ask_results":
        return EXAM
    if topic == APPLY and _EXAMS_OVER.search(turn.text) and not _APPLYING.search(turn.text):
        return EXAM
    if topic == ELIGIBILITY and _DAYS_LEFT.search(turn.text) and not turn.memory.situation.told:
        return _counting(turn, INFORM)
    return None


def asks_row_of_month(text: str) -> bool:
    """Whether it asks when one is examined who applies in a certain month."""
    return bool(_APPLIED_THEN.search(text) and _MONTH.search(text)) and not _LIFE.search(text)


def _asks_for_timetable(turn: Turn) -> bool:
    """How often there is an assessment, when they are in all, whether both papers are on one day."""
    text = turn.text
    if _LIFE.search(text):
        return False
    if _IN_A_MONTH.search(text) and not turn.mentioned.situation.told:
        return True
    return bool(_OFTEN.search(text) or _TIMETABLE.search(text)) or (
        asks_same_day(text) and turn.intent != "ask_fee"
    )


def _paying(turn: Turn) -> str | None:
    text = turn.text
    of_a_day = _MAY_PAY.search(text) and asked_days(text, turn.as_of) is not None
    when = _PAYING.search(text) and (_PAY_WHEN.search(text) or COUNTS_DAYS.search(text) or of_a_day)
    return PAY if when and not _NOT_PAY_WHEN.search(text) else None


def _counting(turn: Turn, topic: str) -> str | None:
    """还剩几天, with what is counted to, or going on with a window."""
    if not COUNTS_DAYS.search(turn.text) or _LIFE.search(turn.text):
        return None
    named = next((intent for intent, words in _COUNTED.items() if words.search(turn.text)), None)
    known = turn.mentioned.occupation or turn.mentioned.organisation or turn.memory.topic in _OWN
    known = known or topic != "out_of_scope"
    if named and known:
        return topic if topic in _OWN and named not in (TICKET, PAY) else named
    bare = len(_BARE.sub("", COUNTS_DAYS.sub("", turn.text))) <= _MOST_LEFT
    return turn.memory.topic if not named and bare and turn.memory.topic in _OWN and topic in _UNSURE else None


def _going_on(turn: Turn, topic: str) -> str | None:
    """After a window: 明天呢, 那今年没机会了."""
    before = turn.memory.topic
    if before == TICKET and topic in (*_UNSURE, "ask_website") and _PRINTING.search(turn.text):
        return TICKET
    if before not in _OWN or topic not in (*_UNSURE, EXAM):
        return None
    if only := _ONLY_NAMES.match(turn.text.strip()):
        return {"pay": PAY, "ticket": TICKET, "exam": EXAM, "apply": APPLY}[str(only.lastgroup)]
    if before in (APPLY, PAY) and _HAND_IN.search(turn.text):
        return PAY
    days = asked_days(turn.text, turn.as_of)
    if days is None or len(_BARE.sub("", turn.text.replace(days.said, ""))) > _MOST_LEFT:
        return None
    if _PAYING.search(turn.text):
        return PAY
    return APPLY if before != PAY and _APPLYING.search(turn.text) and before != EXAM else before
