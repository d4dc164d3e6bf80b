"""Certificates: by words that leave no doubt, and going on about how one gets hold of one."""

from __future__ import annotations

import re

from bot.actions.answers.certificate_words import ANOTHER_GOES, asks_for_paper_later, way_of
from bot.actions.answers.programme.further_certificates import asks_further
from bot.actions.talk import certificate_told
from bot.actions.turn import INFORM, Turn

CERTIFICATE = "ask_certificate"
_UNSURE = (INFORM, "search", "out_of_scope")
_TAKEN_FOR = (*_UNSURE, "ask_catalogue", "ask_website", "ask_results", "ask_promoter", "ask_exam_form")
_NAMED = re.compile(
    r"电子证|纸质证|实体证|电子版.{0,3}证|证书?.{0,5}(?:电子|纸质)"
    r"|证书?.{0,10}(?:真伪|真假|查询|核验|验证|(?:哪|怎么|如何).{0,4}查)|(?:查|验).{0,6}(?:证书|真伪)"
    r"|证书?.{0,4}(?:发|寄|送|给)(?:到|给|去)|证书?.{0,6}(?:拿到手|怎么拿|咋拿|去?哪里?拿|怎么领|去?哪里?领|找谁[拿领])|领证|领取证书|证书?.{0,10}(?:帮|替|代).{0,6}[拿领取]"
)
_OTHERWISE = re.compile(r"成绩|分数|准考|身份证|补贴|条件|要求|推介官|补考|丢|遗失|多少钱|考.{0,2}证(?!书)")
_GOES_ON = re.compile(
    r"带|想?要.{0,2}纸|邮费|身份证|证件|代[领拿取]|别人|同事|家人|邮(?!箱)|寄|快递|运费|自己出|自理|到付|上门|本人|电子|纸质|盖.{0,2}章|补办|几天|多久|(?:什么时候|啥时候?|几时|何时|哪[天日]|几号)[^，。]{0,3}(?:拿|领|下来|发|到手|出)"
)
_WAY_TOLD = re.compile(
    r"^(?:那|我|我们|本人|是|如果|要是)*(?:跟|和|通过|由|在)?.{0,6}(?:机构|学校|院校|单位|公司|团体|集体|个人|自己)(?:.{0,4})报名?的?[呢吗]?[？?。]?$"
)
# 报名的时候没有勾纸质的: of the certificate, though it was said when applying.
_PAPER_CHOSEN = re.compile(r"[勾选][^，。,]{0,6}(?:纸|电子)|(?:纸质|纸的|电子)[^，。,]{0,6}[勾选]")
_FETCHES = re.compile(r"跑|[领拿取]|[要得用]去|过去|亲自|一趟|[呢吗？?]$")
_APPLYING_THERE = re.compile(r"报名|申报|报考|[替代]考|考试|进考场")
_TAKEN_FOR_ANOTHER = (
    *_TAKEN_FOR,
    CERTIFICATE,
    "ask_how_to_apply",
    "ask_office_hours",
    "ask_address",
    "ask_exam_date",
    "ask_discipline",
    "ask_eligibility",
    "ask_fee",
)
_PROGRAMME = "推介官"
_LOSS = "ask_certificate_loss"
_COST = re.compile(
    r"收费|收不收[钱费]|要不要[钱费]|要钱|[收付交]多少|费用|手续费|工本费|多少钱|几[块钿]|花钱|免费|多久|几天|多长时间"
)
# What 现在还能补勾吗 is taken for.
_TAKEN_FOR_LATER = ("ask_retake", "ask_application_window", "ask_changes", "ask_payment", "ask_how_to_apply")
_APPLIES = re.compile(r"报|准考|考试")
# 我去年考的, in a talk about the certificate: it tells of which one.
_SAT_THEN = re.compile(
    r"(?:我|我们|是|就是|那|他|她|,|，)*(?:(?:20\d\d|[今去前])年|上个?月|(?:20\d\d年)?\d{1,2}月份?(?:\d{1,2}[日号])?)(?:的时候)?(?:刚|才|就|在[^，。,？?]{1,8})?(?:去)?(?:考|拿|发|领)(?:完|好|掉|到|出)?(?:的|了|过的?)[。！!]?"
)
_TAKEN_FOR_TOLD = (*_UNSURE, "ask_changes", "ask_exam_date", "ask_retake", "ask_results")
_TAKEN_FOR_MORE = (*_UNSURE, "ask_how_to_apply", "ask_payment", "ask_fee", "ask_admission_ticket", "ask_phone")


def of_another(turn: Turn, topic: str) -> str | None:
    """Somebody else goes for the certificate talked of, or applied in another way: 叫老伴替我去办, 她跟培训班报的也要跑?"""
    before, new = certificate_told(turn.memory), turn.mentioned
    if before is None or topic not in _TAKEN_FOR_ANOTHER or new.occupation or new.organisation or new.levels:
        return None
    if ANOTHER_GOES.search(turn.text) and not _APPLYING_THERE.search(turn.text):
        return before
    fetches = _FETCHES.search(turn.text) and way_of(turn.text) is not None
    return CERTIFICATE if before == CERTIFICATE and fetches else None


def follow_up(turn: Turn, topic: str) -> str | None:
    """The topic of certificates; None where nothing certain says so."""
    text = turn.text
    if topic in (*_TAKEN_FOR, CERTIFICATE) and asks_further(text) and _PROGRAMME not in text:
        return CERTIFICATE
    if (
        topic in (*_TAKEN_FOR, *_TAKEN_FOR_LATER)
        and turn.memory.topic == CERTIFICATE
        and asks_for_paper_later(text)
    ):
        return CERTIFICATE
    if topic in _TAKEN_FOR and _NAMED.search(text) and not _OTHERWISE.search(text):
        return CERTIFICATE
    in_talk = turn.memory.topic in (CERTIFICATE, _LOSS)
    if in_talk and topic in _TAKEN_FOR_TOLD and _SAT_THEN.fullmatch(text):
        return turn.memory.topic
    named = turn.mentioned.occupation or turn.mentioned.organisation or turn.mentioned.levels
    if turn.memory.topic == _LOSS and not named and _COST.search(text) and not _APPLIES.search(text):
        return _LOSS
    goes_on = in_talk and topic in _TAKEN_FOR_MORE
    more = bool(_WAY_TOLD.search(text) or _PAPER_CHOSEN.search(text))
    more = more or bool(_GOES_ON.search(text) and not _APPLIES.search(text))
    return turn.memory.topic if goes_on and more else None
