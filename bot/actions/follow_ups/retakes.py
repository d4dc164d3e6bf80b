"""Going on about retakes: the day on which a paper was passed, the windows that are left, the price."""

from __future__ import annotations

import re

from bot.actions.answers.retakes.aspects import goes_elsewhere
from bot.actions.answers.retakes.comparison import compares
from bot.actions.answers.retakes.money import RIGHTS, asks_price, only_price
from bot.actions.follow_ups.fees import RETAKING
from bot.actions.passed_dates import passed_on
from bot.actions.retake_words import BY_WHEN, FAILED, MODULE, REAPPLIED, TAKEN_AGAIN, without_denied
from bot.actions.several.words import asked_for
from bot.actions.turn import FEES, INFORM, RETAKE, Turn

_PRICE = "ask_retake_fee"
_RESULTS = "ask_results"
_UNSURE = (INFORM, "search", "out_of_scope")
_MONEY = re.compile(r"钱|费|[元块]")
_SCHEDULE = ("ask_exam_date", "ask_application_window")
_TIMES = {"apply_when", "exam_when"}
_MISTAKEN = ("ask_exam_form", "ask_changes", "ask_eligibility", "ask_catalogue", "ask_results")
_PASSING = re.compile(r"过了|过的|没过|考过|通过|合格|及格|挂")
# With the day of passing told, these ask whether it is still in time.
_IN_TIME = re.compile(
    r"赶|来得及|哪[一几]?[次批回场]|还有[^，,。？?]{0,3}[次批回场]|过期|到期|有效|保留|(?:能|可以)[^，,。？?]{0,4}(?:用|补)|补考|[有管]用|[算作做]数|还[算留]|白考"
    r"|月[^，,。？?]{0,4}(?:考试|那[场批次])"
)
_AGAIN = re.compile(rf"{RETAKING.pattern}|{TAKEN_AGAIN}")
_FAILED = re.compile(rf"{FAILED}|补考")  # beside what one tells of oneself, 再考 is the next level
_FAILED_ONE = re.compile(rf"(?:{MODULE}|[一两二三这那][门科])[^，,。；;？?]{{0,6}}(?:{FAILED}|挂)")
_OF_WHO_MAY = ("ask_eligibility", "ask_catalogue")
_MAY_RETAKE = re.compile(
    r"(?:资格|条件|允许|谁|哪些人|什么人|能|可以)[^，,。]{0,6}补考|补考[^，,。]{0,4}(?:资格|条件|要求)"
    r"|(?:竞赛|比赛|大赛)[^。]{0,16}(?:能|可以|让|给|准)[^，,。]{0,6}补(?!贴|助|办|领|交|发)"
)
_PAPERS = re.compile(r"材料|证明|照片|报名表|复印件|身份证")
_OF_ELSE = re.compile(r"补贴|证书|推介官|报名条件|作弊|违[纪规]|退[费钱款]")
_ANEW = re.compile(
    r"(?:全部|所有|[两三]门|都要?|从头|整个).{0,4}(?:重|考|来|报)|重新报|重新?考(?:全部|所有|[两三]门)"
)
_AGAIN_ALL = ("重新", "那重新", "重考", "那重考", "全部", "那全部")
_WHERE_TO_APPLY = re.compile(
    r"(?:在|去|到|找)(?:哪里?|哪儿|哪边|什么地方|啥地方|谁)(?:能|可以|去)?(?:报名?|申请|申报|办|登记)[^，。,]{0,3}补考|补考[^，。,]{0,4}(?:在|去|到|找)(?:哪里?|哪儿|哪边|什么地方|啥地方|谁)(?:能|可以|去)?(?:报名?|申请|申报|办|登记)"
)
# After a paper that was passed, applying anew is about what becomes of it, unless the way, the day or the price is asked for.
_REAPPLIES = re.compile(REAPPLIED)
_LOST_BY = re.compile(
    r"[报考][^。？?]{0,20}(?:[把将]|那门|之前的?|原来的?|前面的?|成绩|理论|操作|实操)[^。？?]{0,6}(?:(?:弄|搞|冲|顶|挤|清|洗)(?:没|掉|丢|零)|作废|失效|没了|保不住|受影响)"
)
_ASKED_OF_APPLYING = {"how", "apply_when", "exam_when", "fee", "retake_fee", "materials", "where", "pay"}
_LENIENT = re.compile(r"通融|宽限|破例|网开一面|延长|放宽|多给[几两一]|行个方便")  # of the term that was told
# 那要是过期了怎么办, of the term that was told.
_RUN_OUT = re.compile(
    r"(?:那|要是|如果|万一|假如|真的?|已经|都|就|成绩|到时候|[,，])*(?:过期|过了(?:期|有效期|两年|时间)|超过?了?(?:期|有效期|两年|时间)|失效|作废)了?(?:的话)?(?:呢|[,，]?(?:怎么[办弄]|咋[办弄]|会?怎样|怎么样|怎么处理|还能补吗?))*[?？]*"
)
_MISTOLD = re.compile(r"[记说看搞弄写讲]错|(?<!对)不对|[翻查看找][了到过]|更正|其实是|应该是|不是.{2,12}是")
_FIRST_ATTEMPT = re.compile(
    r"正考|正常考|首次|第一次|头一次|新报|重新[报考]|全部重|从头"
    # what was paid then: 去年操作单科的考试费是多少，我忘了
    r"|(?:去年|前年|当时|当初|那时|上次|上回|原来|原先)[^，。,补]{0,12}(?:考试|考务|报名)费(?!.{0,6}补)"
)
# 所以我得交……？: what is owed, though the word for how much is left out.
_OWES = re.compile(
    r"(?:所以|那么?|也就是说|这样|算下来|意思是|等于|就是说|[,，])*(?:我|他|她)?(?:就|还|一共|总共|到底|现在)*(?:得|要|该|应该|需要)(?:再|重新)?(?:[交付掏出缴]|花)(?:多少)?(?:[…\.。·]+|呢|啊|[？?])+"
)
_SAME = re.compile(r"一样|相同|同样|也是")
_MODULE = re.compile(
    r"^[那只就单补考要没过]*(?:理论|操作|实操|技能|综合评审)(?:知识|技能)?(?:考试)?(?:[一两]?[门科]|没过|挂了)?(?:的话|的)?[呢吗啊？?]*$"
)
# 最晚到什么时候, 那要在几号之前: of the paper talked of, unless applying or paying is named.
_UNTIL = re.compile(
    r"(?:那么?|我|我的|这个?|就|也|可以|能|拖|留|放|用|还|,|，|\s)*(?:最[晚迟多]|顶多|最长)(?:可以|能|拖|留|放|是|要)*(?:到|在)?(?:[今明后]年)?(?:什么时候|啥时候?|几时|何时|哪[一]?[天年月]|几[月号])(?:为止|止|之?前)?[呢啊呀吗？?。]*"
)
# 那没过的话怎么办, in a talk about the results that are awaited.
_IF_FAILED = re.compile(
    rf"(?:那么?|要是|如果|万一|假如|我|真的?|都|就|有?一[门科]|其中|{MODULE}|考试?|成绩|,|，|\s)*(?:{FAILED}|没考过|挂)(?:掉|了|的话|的|呢|[,，\s])*"
    r"(?:怎么办|咋办|怎么弄|咋弄|会怎么?样|呢|还能补吗|能补考?吗|可以补考?吗|要重[新考]吗)?[？?。]*"
)
# 理论还要考吗: of the paper that was passed.
_PAPER_AGAIN = re.compile(
    rf"^(?:那|我|过了?的)*(?:{MODULE}|[那这过]的?[一]?[门科])[^，。,？?]{{0,6}}(?:还|再|也|用|要不要|需不需要|重新?)[^，。,？?]{{0,4}}考(?!什么|啥|哪|几|多)"
)
# 那去哪补
_WHERE_AGAIN = re.compile(
    r"(?:那么?|我|补考|要|是|得|应该|,|，|\s)*(?:去|到|在|上)?(?:哪里|哪儿|哪|什么地方|啥地方)(?:能|可以|去|申请|报名?)*补(?:考|报)?[呢啊呀？?]*"
)
_OTHER_LEVEL = re.compile(
    r"报.{0,4}(?:[高低上下]一?个?等?级|更[高低]|别的等?级|其[他它]等?级|别的(?:职业|工种)|另外?一个|[一二三四五]级)[^，,。]{0,5}$|换个?(?:职业|工种|等级).{0,3}报"
)
_ON_RESULTS = re.compile(
    r"(?:成绩|(?:过|合格|通过)了?的?[那这]?一?[门科])[^，,。]{0,10}(?:有效|永久|终身|保留|作废|过期|到期|失效|清零|算数|白考|[放留存保管用][^，,。]{0,2}(?:多久|几年|多长))"
    r"|(?:都|[两三]门)没过.{0,6}(?:补考|重考)|能.{0,3}补考"
)
# 8月这门操作又能放到哪年哪月, 理论那分能留到几时
_LASTS = re.compile(
    rf"(?:{MODULE}|[这那]门|成绩|分)[^，,。？?]{{0,6}}(?:[放留存管吊挂]|保留?|用)(?:得|能)?(?:到|住)?(?:哪年|哪[一个]?[年月天]|几时|什么时候|啥时候?|多久|几年)"
)


def follow_up(turn: Turn, topic: str) -> str | None:
    """RETAKE or its price where the message goes on with it, or asks for both at once; None elsewhere."""
    if _reapplies(turn) or _other_day(turn) or _fears_for_it(turn):
        return RETAKE
    if topic in (RETAKE, _PRICE, *_UNSURE) and _WHERE_TO_APPLY.search(turn.text) and not asks_price(turn.text):
        return "ask_how_to_apply"
    if topic in (RETAKE, *_UNSURE) and goes_elsewhere(turn) and not asks_price(turn.text):
        return RETAKE
    if topic in (RETAKE, _PRICE, "ask_fee", *_UNSURE) and compares(turn):
        return _PRICE
    if topic in (RETAKE, _PRICE, "ask_fee", *_UNSURE) and asks_price(turn.text):
        return _priced(turn, topic)
    if topic in _MISTAKEN and _FAILED.search(turn.text) and only_price(turn.text):
        return _PRICE
    return _going_on(turn, topic) or _told(turn, topic)


def _going_on(turn: Turn, topic: str) -> str | None:
    """What goes on with a talk about retakes, or begins one with the day of passing."""
    if topic in _UNSURE and turn.memory.topic == RETAKE and passed_on(turn.text, turn.as_of) is not None:
        return RETAKE
    if topic in (*_UNSURE, *_SCHEDULE, "ask_changes") and (_goes_on(turn) or begins_with_passing(turn)):
        return RETAKE
    if (
        turn.memory.topic == RETAKE
        and topic in (*_UNSURE, *_SCHEDULE, "ask_eligibility")
        and _LENIENT.search(turn.text)
    ):
        return RETAKE
    if (
        turn.memory.topic == RETAKE
        and topic in (*_UNSURE, "ask_payment", "ask_changes")
        and _RUN_OUT.fullmatch(turn.text)
    ):
        return RETAKE
    if turn.memory.topic == RETAKE and len(turn.text) < 15 and _OTHER_LEVEL.search(turn.text):
        return RETAKE
    if _of_the_paper(turn, topic):
        return RETAKE
    if turn.memory.topic in (RETAKE, _PRICE) and topic in _UNSURE and _fragment(turn):
        return turn.memory.topic
    if turn.memory.topic in (RETAKE, _PRICE) and topic in (*_UNSURE, "ask_payment") and _OWES.fullmatch(turn.text):
        return _PRICE
    another = turn.mentioned.occupation or turn.mentioned.organisation
    priced = turn.memory.topic == _PRICE and topic in (*_UNSURE, "ask_fee", RETAKE) and another
    rights = RIGHTS.search(turn.text) or goes_elsewhere(turn)
    return _PRICE if priced and _AGAIN.search(turn.text) and not rights else None


def _of_the_paper(turn: Turn, topic: str) -> bool:
    """What becomes of a paper of the talk: until when it counts, whether it is sat again, what if one is failed."""
    text, before = turn.text, turn.memory.topic
    if before == _RESULTS and topic in (*_UNSURE, *_SCHEDULE, _RESULTS):
        return _IF_FAILED.fullmatch(text) is not None
    if before not in (RETAKE, _PRICE) or topic not in (*_UNSURE, *_SCHEDULE, *_MISTAKEN, "ask_payment"):
        return False
    return bool(_UNTIL.fullmatch(text) or _WHERE_AGAIN.fullmatch(text) or _PAPER_AGAIN.search(text))


def _reapplies(turn: Turn) -> bool:
    """Whether somebody who talks of a paper that was passed thinks of applying anew for the same occupation."""
    in_talk = turn.memory.topic in (RETAKE, _PRICE) or (
        turn.memory.topic in FEES and turn.memory.passed is not None
    )
    other = turn.mentioned.occupation not in (None, turn.memory.occupation)
    of_money = asks_price(turn.text) or (turn.intent in FEES and _MONEY.search(turn.text) is not None)
    if not in_talk or other or not _REAPPLIES.search(turn.text) or of_money:
        return False
    return not asked_for(turn.text) & _ASKED_OF_APPLYING


def _fears_for_it(turn: Turn) -> bool:
    """Whether what was passed might be lost by something else that is applied for (报个别的，不会把它弄没了吧)."""
    in_talk = turn.memory.topic == RETAKE or (turn.memory.topic == _PRICE and turn.memory.passed is not None)
    return in_talk and bool(_LOST_BY.search(turn.text)) and not asks_price(turn.text)


def _other_day(turn: Turn) -> bool:
    """Whether the day of passing that was told, perhaps before a price, is put right (翻了记录，是2025年9月考的)."""
    known = turn.memory.passed is not None and turn.memory.topic in (RETAKE, *FEES)
    mistaken = known and _MISTOLD.search(turn.text) and not asks_price(turn.text)
    return bool(mistaken) and passed_on(turn.text, turn.as_of) is not None


def _told(turn: Turn, topic: str) -> str | None:
    """A paper that was failed, or that the person fears for, and what is asked of retakes besides their price."""
    if topic == _PRICE and _PAPERS.search(turn.text) and not asks_price(turn.text):
        return RETAKE
    if topic in _OF_WHO_MAY and _MAY_RETAKE.search(turn.text):
        return RETAKE
    in_money = turn.memory.topic in FEES
    if topic in _UNSURE and not in_money and _FAILED_ONE.search(turn.text) and not _OF_ELSE.search(turn.text):
        return RETAKE
    if topic not in (*_UNSURE, *_SCHEDULE, "ask_results"):
        return None
    in_talk = turn.memory.topic == RETAKE or turn.memory.passed is not None
    lasts = _LASTS.search(turn.text) or (in_talk and re.search(BY_WHEN, turn.text))
    return RETAKE if lasts or _ON_RESULTS.search(turn.text) else None


def _priced(turn: Turn, topic: str) -> str | None:
    """A price after a retake is the retake's, unless the message begins anew; with more asked it stays a retake."""
    form = turn.memory.form
    asked = f"{turn.text}，{form.question or ''}" if form and form.topic == RETAKE else turn.text
    if turn.text.startswith(_AGAIN_ALL) and _ANEW.search(turn.memory.asked or ""):
        return "ask_fee"  # 那要重新考全部？重新考多少钱
    if turn.memory.topic == RETAKE and (_ANEW.search(asked) or _REAPPLIES.search(turn.text)):
        return "ask_fee"
    if _FIRST_ATTEMPT.search(turn.text):
        return None
    if _AGAIN.search(without_denied(turn.text)) and (
        not turn.mentioned.situation.told or _FAILED.search(turn.text)
    ):
        told = _PASSING.search(turn.text) and passed_on(turn.text, turn.as_of) is not None
        if told or RIGHTS.search(turn.text):
            return RETAKE
        return _PRICE if topic != RETAKE else None
    going_on = turn.memory.topic == RETAKE and turn.mentioned.occupation is None
    return _PRICE if going_on and topic != RETAKE else None


def _fragment(turn: Turn) -> bool:
    """人力也一样吗; 理论一门."""
    another = turn.mentioned.occupation or turn.mentioned.organisation or turn.mentioned.levels
    same = another and len(turn.text) < 14 and _SAME.search(turn.text)
    return bool(same or _MODULE.search(turn.text))


def _goes_on(turn: Turn) -> bool:
    """The day of passing is known, and the message asks what is in time."""
    going_on = turn.memory.topic in (RETAKE, _PRICE) and turn.memory.passed is not None
    year = turn.mentioned.year  # 明年4月那场几号报名 is of a timetable, and 明年还能补考吗 of the retake
    if year not in (None, turn.as_of.year) and asked_for(turn.text) & _TIMES and not _AGAIN.search(turn.text):
        return False
    return going_on and turn.mentioned.occupation is None and bool(_IN_TIME.search(turn.text))


def begins_with_passing(turn: Turn) -> bool:
    """The day of passing and what is in time, in one message."""
    speaks = _PASSING.search(turn.text) and _IN_TIME.search(turn.text)
    return bool(speaks) and passed_on(turn.text, turn.as_of) is not None
