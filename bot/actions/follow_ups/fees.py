"""Going on about money: first attempts, retakes, several people, what is cheaper, paying, subsidies."""

from __future__ import annotations

import re

from bot.actions.answers.payment.refunds import INVOICE, WHEN_HANDED, asks_for_invoice
from bot.actions.retake_words import AGAIN, ANEW, PRICE, without_denied
from bot.actions.roster.words import OTHER_MATTER
from bot.actions.turn import FEES, HOURS, INFORM, RETAKE, Turn

RETAKING = re.compile(AGAIN, re.IGNORECASE)
_FIRST = re.compile(r"正考|正常考|首次|第一次|头一次|(?<!重)新报")
_RIGHTS = re.compile(r"几次|有效|几年|多久|什么时候|怎么|保留|作废|条件|能不能|可以|还能|资格|模式")
_MORE_ON_SUBSIDY = re.compile(r"补|给|领|拿|多少|文件|规定|政策|办法|依据|申请")
_SUBSIDISED = re.compile(r"补贴|补助")
_OWN_MONEY = re.compile(rf"自(?:己|个儿?|费)[^，,。]{{0,4}}(?:{PRICE})|(?:考试|报名|考务)费[^，,。]{{0,4}}多少")
_SUM = re.compile(r"[一二两三四五六七八九十几好\d]+[百千万]|(?<!\d)\d{3,5}(?!\d|年)")
_FOR_SITTING = re.compile(r"考|报|[交缴付]")
_RISES = re.compile(r"(?:涨|降)(?!薪|工资)|调价|(?:还是|就是)?这个?价|(?:价[钱格]?|收费|费用).{0,4}(?:变|调)")
_OTHER_MONEY = re.compile(r"报名费|考试费|考务费|服务费|收费|学费")
_UNPLACED = (INFORM, "search", "out_of_scope")
_UNSURE = (*_UNPLACED, "ask_retake", "ask_catalogue", "ask_eligibility")
_CHEAPER = re.compile(
    r"便宜|(?:哪[个家边种一]|谁|更|比较|会|要)的?(?:更|要)?贵(?![司单协校处院方机公])|贵(?:多少|几|吗|一?些|点)"
    r"|差多少(?:钱|元|块)|差几(?:块|百|十块)|差价|价差|划算|省(?:多少|几|点)?(?:钱|块)"
)
_CHEAPER_SAID = re.compile(r"差多少$|相差(?:多少)?$|差几$|[多少高低省便宜贵](?:了|出|花|交|付|出来)*多少$")
_CODE = re.compile(r"编码|代码|编号")
_NOW = re.compile(r"(?:那|这|么|样|现在|这下|改完|之后|的话|[,，])*(?:呢|是多少|多少)[啊呀?？。！!]*")
_SUM_OF_RETAKES = re.compile(r"花多少|(?:一共|总共|合计|加起来).{0,6}(?:多少(?!次|回|门|分|天)|几(?:块|百)|钱)")
_PEOPLE_SUMMED = re.compile(
    r"(?:\d+|[一二两三四五六七八九十]+)[个名位]?(?:人|同事|员工|学员|同学|学生|[^，,。]{0,8}[一二三四五]级).*(?:合计|总共|一共|总价|总计|共计|加起来)"
)
_SAME = re.compile(r"一样|相同|同价|一个价|差不多")
_GROUP = re.compile(
    r"(?:再|还要|另外|外?加上?|多).{0,3}(?:\d+|[一二两三四五六七八九十]+)[个名位](?!月|小时|工作日|星期|礼拜|模块)|(?:\d+|[一二两三四五六七八九十俩]+)[个名位]?(?:人|同事|员工)"
    r"|我[们和跟].{0,5}[俩仨]|(?:一共|总共|合计|加起来)(?:是|要|得|花)*(?:多少|几|呢|$)"
)
_ELSE = re.compile(
    r"报名(?!费)|什么|怎么|如何|条件|材料|哪|电话|几[点号月天]|能不能|可以|团体|资格|考场|考试时间|通过|开班"
)
_TOGETHER = re.compile(
    r"(?:那|这样|就|都|两门|全部)*(?:一共|总共|合计|加起来|拢共)(?:是|要|得|花|交)*(?:多少钱?|几[块钱]|呢)?[呢啊呀?？。]*"
)
_EACH = re.compile(r"(?:各|分别|每门|每科)(?:是|要|收|占)*多少|(?:各|分别)(?:是|要)?几[块钿]")
_FOR_EXAMS = re.compile(r"报名|考试|考务|学费|补考")
_COURIER = re.compile(r"邮|快递|运费|寄")
_THERE_IS = re.compile(r"有(?:一|那|这)?个(?!没有)[^，。]{2,}[\s，,]?[^，。]*呢[?？]*$")
_SHORT = 24
_REFUND = re.compile(
    r"(?<!被)退(?!休|役|伍|出|考|场|一步|而|到.{0,2}级|回)|(?<!被)退回|返还|拿回来|要回来|不(?:想|去|能|打算)?(?:去|来)?考了.{0,8}退"
)
_MONEY = re.compile(r"[钱费款]|[交缴付]了|[一二两三四五六七八九]百|(?<!\d)\d{2,4}(?![\d年月日号分])")
_ACCOUNT = re.compile(
    r"卡号|(?:银行|收款|对公|公司)账|账[号户](?!.{0,4}(?:密码|登))|户名|开户|税号|信用代码|[打转汇]到(?:哪|什么|啥)|往哪.{0,4}[打转汇]"
)
_BRANCH = re.compile(r"支行|分行|银行(?:在|的?地址)")
_COUNTS_AS_PAID = re.compile(
    r"算(?:是)?[^，。]{0,3}[交缴付](?!卷|两次|几次)|[交缴付](?:费|钱|款)?(?:上|成功|好)了?没|[交缴付]没[交缴付]|到账.{0,4}(?:算|为准)"
)


def follow_up(turn: Turn, topic: str) -> str | None:
    """After a fee, 「补考呢」 asks for the retake's fee and 「那正常考呢」 for the first attempt's."""
    before = turn.memory.topic
    if (paying := _paying(turn, topic)) or _of_certificates(turn):
        return paying
    if before in FEES and topic in (*_UNPLACED, "ask_catalogue") and _is_there_too(turn):
        return before
    if topic == "ask_subsidy" and _OWN_MONEY.search(turn.text) and not _SUBSIDISED.search(turn.text):
        topic = "ask_fee"
    if topic in ("ask_retake", "ask_retake_fee") and _SUBSIDISED.search(turn.text):
        return "ask_subsidy"
    if before == "ask_subsidy" and topic in (*FEES, INFORM, "search", "ask_website", "ask_changes"):
        return before if _more_on_subsidy(turn) else None
    if turn.question is not None and topic == "ask_retake_fee" and not _FIRST.search(turn.text):
        return topic  # a reply, or what puts something right, need not say again that it is a retake
    if topic in FEES:
        retaking = RETAKING.search(without_denied(turn.text)) and not ANEW.search(turn.text)
        told = topic == FEES[1] and before in (RETAKE, FEES[1]) and not _FIRST.search(turn.text)
        again = (
            retaking or _is_still_retake(turn) or _is_too(turn) or (told and not ANEW.search(turn.text))
        )  # 补它多少
        return "ask_retake_fee" if again else "ask_fee"
    if before in FEES and (_CHEAPER_SAID.fullmatch(turn.text.strip("那是，,？?。呢啊")) or _sum_now(turn)):
        return before
    same = before in FEES and topic in HOURS and _SAME.search(turn.text)  # 协会是不是一样
    unsure = topic in (*_UNSURE, "ask_changes") or (topic == "ask_occupation_code" and not _CODE.search(turn.text))
    if (unsure or same) and (counted := _counted(turn)):
        return counted
    return _more_on_fees(turn, topic)


def _sum_now(turn: Turn) -> bool:
    """Whether 现在呢 asks for the sum of several people as it stands."""
    return sum(one.people or 0 for one in turn.memory.shares) > 1 and _NOW.fullmatch(turn.text) is not None


def _more_on_fees(turn: Turn, topic: str) -> str | None:
    """How much each paper is, whether it rises, and what a retake or the first attempt costs instead."""
    before = turn.memory.topic
    if before in FEES and topic in (INFORM, "search", "ask_exam_form") and _EACH.search(turn.text):
        return before
    if before in FEES and topic in (*_UNPLACED, "ask_changes") and _RISES.search(turn.text):
        return before
    return _first_or_again(turn, topic)


def _is_there_too(turn: Turn) -> bool:
    """Whether it names another occupation as there, too, and asks no more than the price talked of (还有个…，三级呢)."""
    return turn.mentioned.occupation is not None and _THERE_IS.search(turn.text) is not None


_FIRST_ALONE = re.compile(r"(?:那|那么)?(?:正考|首考|第一次考|首次考|正常考)(?:的|多少)?呢?[？?]?")


_LEVEL_TOO = re.compile(
    r"(?:那么?)?[一二三四五1-5初中高]级(?:工|的话?)?(?:呢|的?(?:是不是)?(?:也|一样|同样))(?!.*(?:正考|首考|第一次|考试费|报名费))"
)


def _is_still_retake(turn: Turn) -> bool:
    """Whether 一共呢 sums up the retakes that were talked of."""
    return turn.memory.topic == FEES[1] and bool(_TOGETHER.fullmatch(turn.text))


def _is_too(turn: Turn) -> bool:
    """Whether another level is held to cost what a retake of the one talked of does (三级呢，也是175吗)."""
    another = turn.mentioned.occupation or turn.mentioned.organisation
    return turn.memory.topic == FEES[1] and not another and bool(_LEVEL_TOO.match(turn.text))


def _first_or_again(turn: Turn, topic: str) -> str | None:
    """After money, 「补考呢」 and 「正常考呢」."""
    if turn.memory.topic in FEES and topic == "ask_exam_date" and _FIRST_ALONE.fullmatch(turn.text):
        return "ask_fee"
    if turn.memory.topic not in (*FEES, "ask_payment") or topic not in (INFORM, "search", "ask_retake"):
        return None
    if _FIRST.search(turn.text):
        return "ask_fee"
    return "ask_retake_fee" if RETAKING.search(turn.text) and not _RIGHTS.search(turn.text) else None


def _more_on_subsidy(turn: Turn) -> bool:
    """Words that ask for more of it, or a mere sum that somebody has heard (我同事说一千多，对吗)."""
    text = turn.text
    heard = _SUM.search(text) and not (_FOR_SITTING.search(text) or turn.mentioned.occupation)
    return bool(_MORE_ON_SUBSIDY.search(text) or heard) and not _OTHER_MONEY.search(text)


def _of_certificates(turn: Turn) -> bool:
    """What a new certificate costs, or its courier, is no examination's fee."""
    new, before = turn.mentioned, turn.memory.topic
    if new.occupation or new.organisation or new.levels or _FOR_EXAMS.search(turn.text):
        return False
    lost = before == "ask_certificate_loss"
    return lost or (before == "ask_certificate" and _COURIER.search(turn.text) is not None)


def _counted(turn: Turn) -> str | None:
    """What is cheaper, and sums: of retakes by their words, of several people after a question about fees."""
    text, before = turn.text.rstrip("？?。！! 呢吗啊"), turn.memory.topic
    named = before in FEES or turn.mentioned.occupation or turn.mentioned.organisation
    retaking = RETAKING.search(text) or (before in ("ask_retake_fee", RETAKE) and not _FIRST.search(text))
    if named and (_CHEAPER.search(text) or (before in FEES and _CHEAPER_SAID.search(text))):
        return "ask_retake_fee" if retaking else "ask_fee"
    if turn.mentioned.occupation and _PEOPLE_SUMMED.search(text) and not _ELSE.search(text):
        return "ask_retake_fee" if retaking else "ask_fee"
    another = turn.mentioned.occupation or turn.mentioned.organisation
    if before in FEES and another and _SAME.search(text) and len(text) <= _SHORT:
        return "ask_retake_fee" if retaking else "ask_fee"
    if named and RETAKING.search(text) and _SUM_OF_RETAKES.search(text):
        return "ask_retake_fee"
    other = _ELSE.search(text) or OTHER_MATTER.search(turn.text)
    goes_on = before in (*FEES, RETAKE) and len(text) <= _SHORT and not other
    if goes_on and _GROUP.search(text):
        return "ask_retake_fee" if retaking else "ask_fee"
    return None


def _paying(turn: Turn, topic: str) -> str | None:
    """Invoices, money back, and what counts as paid, which the classifier has seldom seen."""
    text, before = turn.text, turn.memory.topic
    if topic in ("ask_discipline", "ask_subsidy", "ask_certificate_loss"):
        return None
    invoice = before == "ask_payment" and INVOICE.search(turn.memory.asked or "")
    if invoice and WHEN_HANDED.fullmatch(text):
        return "ask_payment"
    if topic in (*FEES, *_UNSURE) and _ACCOUNT.search(text):
        return "ask_payment"
    if topic in ("ask_address", *_UNSURE) and _BRANCH.search(text):
        return "ask_payment"
    if asks_for_invoice(text, topic) or (
        _REFUND.search(text) and (_MONEY.search(text) or before in (*FEES, "ask_payment"))
    ):
        return "ask_payment"
    talk = before in (*FEES, "ask_payment") or turn.mentioned.occupation or turn.mentioned.organisation
    return "ask_payment" if talk and _COUNTS_AS_PAID.search(text) else None
