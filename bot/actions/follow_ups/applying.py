"""Applying: by words that leave no doubt, and going on about it."""

from __future__ import annotations

import re

from bot.actions.answers.applying_words import PROOF_ASKED, aspects_of
from bot.actions.turn import ELIGIBILITY, FEES, INFORM, Turn

HOW = "ask_how_to_apply"
DISCIPLINE = "ask_discipline"
_UNSURE = (INFORM, "search", "out_of_scope")
# What 团体报名 and 个人怎么报 are taken for.
_TAKEN_FOR = (
    *_UNSURE,
    "capabilities",
    "ask_discipline",
    "ask_application_window",
    "ask_promoter",
    "ask_changes",
    "ask_website",
)
_TAKEN_FOR_OTHERS = (*_TAKEN_FOR, ELIGIBILITY, "ask_office_hours", "ask_address")
_CERTIFICATES = ("ask_certificate", "ask_certificate_loss")
_GROUP = re.compile(
    r"(?:团体|集体|统一|组织|批量).{0,10}(?:报|申)|(?:报|申).{0,6}(?:团体|集体)|(?:公司|单位|企业).{0,6}(?:帮|给|替|为).{0,8}报"
)
_ALONE = re.compile(
    r"(?:(?<![几少多哪每这那两])个人(?!力资|工智)|自己|一个人|单独).{0,12}(?:报(?![销告])|申报|办)|[不没].{0,3}(?:参加|上|报).{0,3}(?:培训|班).{0,10}(?:报|申)"
)
_WHERE_HOW = re.compile(
    r"(?:去?哪里?|哪儿|啥地方|什么地方|怎么|如何|咋|怎样|现场).{0,6}(?:报名|申报|报(?![销告考条])|申请报)|(?:报名|申报).{0,4}(?:地址|地点|入口|渠道|方式|流程|步骤|手续|在哪|去哪)"
)
_MEANS = re.compile(
    r"自助经办|经办系统|佐证|报名表|初审|证件照|[一二两12]寸照|底色"
    r"|(?:报|申)[^，。,？?]{0,16}小程序|(?:手机|微信|电脑|线上|网上|在线).{0,4}(?:报(?![警销])|申报)|(?:报名|申报).{0,6}(?:手机|微信|电脑)|(?:报名|申报)[^，,。]{0,6}(?:现场|线上|线下|网上|小程序)|(?:现场|线上|线下|网上|小程序)[^，,。]{0,4}(?:报名|申报)"
)
_BY_ANOTHER = re.compile(r"(?:替|帮|代|给).{0,6}(?:报名|报考|申报|去报)|代报|代办|委托|找人办")
_REVIEWED = re.compile(r"谁.{0,5}审|初审|哪里审")
_WRONG = re.compile(r"(?:报|填|写|输)错(?!.{0,6}证书)|报名信息.{0,6}改")
_OTHERWISE = re.compile(
    r"多少|费|钱|价|优惠|什么时候|几[号月点时]|截止|哪天|何时|啥时|时间|补考|成绩|准考证|证书|补贴|条件|(?<!审)(?<!审核)资格(?!初审|审)|学历|电话|推介官|作弊"
)
_MIN_AGE = re.compile(
    r"(?:最小|最低|至少|满)?.{0,3}(?:几岁|多大|多少岁)|年龄.{0,6}(?:限制|要求|多少|规定|上限|下限)"
)
_FAKED = re.compile(
    r"造假|作假|弄虚|虚假|伪造|(?:假|P)的?(?:材料|证明|学历|证件|毕业证|工作)|(?:材料|学历|证明|年限|工龄|经历).{0,6}(?:是假|造|编|(?:随便|瞎|乱|胡)[写填编开弄报])|(?:随便|瞎|乱|胡)[写填编开弄报].{0,4}(?:材料|学历|证明|年限|工龄)|编.{0,3}(?:年限|工龄)"
    # 让他给我写成人事，没人查吧
    r"|(?:让|叫|请|找|托)[^，。,]{1,8}[写开编填改]成[^，。,]{1,8}(?=[，,。！!？?\s]|$)"
)
_APPLYING = re.compile(r"报|申|材料|证明|考|没人查|查不[出到]")
# 不是个人，是我们职校一个班: by which of the two ways.
_APPLICANT = re.compile(
    r"(?:不是|不|没|我们?|你们|那|要是|如果|就|是|的|只有|一起|报|通过|跟着?|由|在|自己|本人|个人|一个人|单独|团体|集体|公司|单位|学校|职校|院校|学院|大学|(?:培训)?机构|培训班|一个班|全班|班上?|同学|老师|员工|学生|[,，。呢吗吧了啊几个人\d一二三四五六七八九十来多])*"
    r"(?:个人|一个人|自己|团体|集体|公司|单位|学校|职校|院校|学院|大学|机构|班)(?:报|的|一起|[呢吗吧了啊。！!？?,，])*"
)
_PROOF = re.compile(PROOF_ASKED)
_CERTIFICATE_ASKED = re.compile(r"[领拿取补查]证|成绩|补考|补贴|推介官|发票|多少钱")
# 搜不到啊, after the way to apply: of the mini program or the window that was told.
_NOT_FOUND = re.compile(
    r"(?:可是?|但是?|我|怎么|还是|一直|都|根本|这个?|那个?|小程序|微信|里|上|[,，])*(?:搜|找|查|扫)不(?:到|出来?)(?:啊|呀|呢|怎么办|咋办|了|的|[?？!！])*"
)
_CERTIFICATE = re.compile(r"[领拿取补查]证|证书|丢|遗失")
# 直接去就行了伐, 人过去就能办吗, after where or how to apply: whether one may simply come.
_SIMPLY_COMES = re.compile(
    r"(?:那|我|是不是|就|人|本人|自己|随时|[,，])*(?:直接|人|本人|随便|随时|当场|现在|就|自己)+(?:去|过去|过来|上门|跑过去|跑一趟|到现场)"
    r"(?:就|也|那边|窗口|办公室|报名?|办|了)*(?:行|可以|能报|能办|办|成|好|得)?(?:了|的)?(?:吗|么|伐|吧|嘛|不|是吧|对吧|啊|[?？])*"
)
# 带什么去, after where or how to apply, or what it costs.
_BRINGS = re.compile(
    r"(?:那|我|去的?时候|过去|报名|现场|到时候?|需要|要|得|应该|都|[,，])*(?:带|准备|拿)(?:点|些|上|好)?(?:什么|啥|哪些)(?:东西|材料|资料|证件)?(?:去|过去|来|过来)?[呢啊呀?？]*"
)
_BOOKED_AHEAD = re.compile(r"提前(?:多久|几天|多少天|多长时间)[^，。,]{0,3}约|预约[^，。,]{0,4}提前(?:多久|几天)")
_MONEY = re.compile(r"[钱费款账缴付]|交(?!材料)|发票|退")
_COMPANY = re.compile(r"公司|单位|企业|机构|学校|院校")
_WHERE_AND_HOW = (HOW, "ask_address", "ask_office_hours", "ask_website")


def _is_still_of_applying(turn: Turn, topic: str) -> bool:
    """What to bring, how long before one books, whether one may simply come, and who may hand it in."""
    text, before = turn.text, turn.memory.topic
    if before in _WHERE_AND_HOW and _SIMPLY_COMES.fullmatch(text.strip(" ,，。!！")):
        return True
    if before in (*_WHERE_AND_HOW, *FEES) and _BRINGS.fullmatch(text):
        return True
    if topic in (*_UNSURE, "ask_application_window", "ask_exam_date") and _BOOKED_AHEAD.search(text):
        return True
    # 公司不是培训机构也可以吗 is taken for paying, of which it has no word
    return topic == "ask_payment" and before == HOW and bool(_COMPANY.search(text)) and not _MONEY.search(text)


def _is_not_found(turn: Turn, topic: str) -> bool:
    return topic in _TAKEN_FOR_OTHERS and _NOT_FOUND.fullmatch(turn.text) is not None


def follow_up(turn: Turn, topic: str) -> str | None:
    """The topic of applying, or of what only looks like it; None where nothing certain says so."""
    text = turn.text
    if _is_still_of_applying(turn, topic):
        return HOW
    if topic in (*_TAKEN_FOR_OTHERS, HOW) and _FAKED.search(text) and _APPLYING.search(text):
        return DISCIPLINE
    if topic in (*_UNSURE, HOW) and _MIN_AGE.search(text) and not turn.mentioned.situation.told:
        return ELIGIBILITY if _APPLYING.search(text) else None
    if topic in _TAKEN_FOR_OTHERS and _PROOF.search(text) and not _CERTIFICATE_ASKED.search(text):
        return HOW
    if _OTHERWISE.search(text):
        return None
    if topic in _TAKEN_FOR_OTHERS and (_BY_ANOTHER.search(text) or _REVIEWED.search(text)):
        return None if _CERTIFICATE.search(text) or turn.memory.topic in _CERTIFICATES else HOW
    return None if turn.mentioned.situation.told else _going_on(turn, topic)


def _going_on(turn: Turn, topic: str) -> str | None:
    """By the way or the means of applying, of who tells nothing of themselves."""
    text = turn.text
    if topic in _TAKEN_FOR and _WRONG.search(text):
        return HOW
    if topic in _TAKEN_FOR and (_GROUP.search(text) or _ALONE.search(text) or _MEANS.search(text)):
        return HOW
    if topic in _UNSURE and _WHERE_HOW.search(text) and (turn.mentioned.occupation or turn.mentioned.organisation):
        return HOW
    if turn.memory.topic == HOW and (
        (topic in _UNSURE and _APPLICANT.fullmatch(text)) or _is_not_found(turn, topic)
    ):
        return HOW
    goes_on = turn.memory.topic in (HOW, "ask_website") and topic in (
        *_UNSURE,
        "ask_address",
        "capabilities",
        "ask_website",
    )
    return HOW if goes_on and aspects_of(text) and not _CERTIFICATE.search(text) else None
