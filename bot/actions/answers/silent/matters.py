"""Questions of the sorts that notices never state: the silence, where to ask, and what is stated beside it."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.actions.answers.claims.conditions import claims_enough
from bot.actions.answers.claims.issuer import asks_of_issuer
from bot.actions.answers.eligibility.work_told import without_work_told
from bot.actions.answers.payment.refunds import answer_invoice, asks_for_invoice
from bot.actions.answers.programme.talk import in_programme
from bot.actions.answers.silent.matter import Matter, matter
from bot.actions.answers.silent.sorts import MATTERS, REVIEW, START
from bot.actions.answers.unstated import unstated
from bot.actions.clause_marks import BREAK
from bot.actions.desk import Desk
from bot.actions.follow_ups.eligibility import asks_for_a_person, asks_verdict
from bot.actions.reply import Reply
from bot.actions.several.words import asked_for, asks
from bot.actions.turn import ELIGIBILITY, FEES, HOURS, INFORM, REMARK, Memory, Turn, merge, subject_of
from bot.actions.wording import notice_of, unique
from knowledge.contacts import Contact, contacts
from knowledge.models import Citation, Source
from knowledge.subject import Subject

_PURPOSES = {"handbook": ("guidance", "考核指导手册查询网址"), "website": ("documents", "上网文件查询网址")}
# What is stated beside a sort, by the words of its line: candidates' rules, the footnote on related occupations.
_RULES = {
    "damage": ("参评人员须知只写了故意损坏的：", "故意损毁评价设备"),
    "banned": ("须知写明不能带进座位的：", "携带禁携物品"),
    "related": ("申报条件的脚注只写了：", "在具体职业标准中应明确与该职业对应的专业或相关专业的范围"),
    "held 4": ("凭四级证书报三级的条件，比如：", "四级/中级工职业资格（职业技能等级）证书后"),
    "related work": ("申报条件的脚注只写了：", "在具体职业标准中应明确相关职业的范围"),
}
# 怀孕反应太厉害就辞了 tells why work was left, and asks nothing.
_LEFT_WORK = re.compile(
    r"(?:才|就|只好|所以|被)[^,，。]{0,4}(?:辞|离职|停|歇|不[干做])|(?:辞|离|停|歇)(?:职|工)?了"
)
_OF_WORK = re.compile(r"(?:相关|本|对口)的?职业")
_TRAINER = re.compile(r"(?:职业)?培训师")  # an occupation, no training
_CHEATING = re.compile(
    r"作弊|违规|违纪|会不会有事|禁考|禁几年|取消.{0,3}成绩|带出|抄|带进|带入|答案|泄|偷|替考|处罚|怎么罚|处理|故意"
)
_COMPLAINS = re.compile(r"投诉|举报|骗|监督电话")
# Changes have rules of their own (补考方案), and so have retakes and refunds of who did not come.
_ELSEWHERE: dict[str, re.Pattern[str]] = {
    "handbook": re.compile(r"网[址站]|下载|哪[里儿][找查看下]|改成|改了|按老|按新|新题|老题|旧题|换了|变了|更新"),
    "缺考的规定": re.compile(r"补|退|重考|[买弄办搞][^，。]{0,6}证"),
    "考场（考试地点）": re.compile(r"准考证|反映|安全|单位|迟到|监控"),
    "报考人数和录取比例": re.compile(r"预算|够|供|[元块]"),
    "优惠、减免和分期": re.compile(r"补贴|补考|重考|再考"),
    "小程序和系统出故障怎么办": re.compile(r"准考证"),
    "通过率和难度": re.compile(r"比武|练兵|有没有[^，,。]{0,8}[一二三四五]级"),
    "考试当天要带的证件和物品": re.compile(r"报名|领|补办|办理|申报|提交|现场审核|手机|(?<!计)算机"),
    "合格分数线": re.compile(r"查|看得?到|调出|忘|复核|补考"),
    "资格审核要多久": re.compile(r"[交付缴]"),
    "食宿和考场条件": re.compile(
        r"[学读念][^，。,]{0,2}酒店|酒店(?:管理|专业|上班|工作)|在酒店|办(?!法)|电话|上班|受理|窗口"
    ),
    "证书能否用于落户、积分、个税或职称": re.compile(r"丢|不见|遗失|补办"),
    "培训要求（是否必须先参加培训）": re.compile(r"个人|自己|自行"),
    "对社保缴纳的要求": re.compile(r"补贴|补助|查"),
    "报名后改期": re.compile(r"人数|不足|不够|顺延|不满|凑|换[^，。]{0,4}(?:机构|职业|等级|级别|协会)"),
    "团体申报的人数": re.compile(r"开考|推迟|顺延"),
    "就业和收入": re.compile(r"补贴|津贴|补助|低保|(?:失业|退休)(?:保险)?金"),
    "身体状况和其他个人情况的要求": re.compile(r"领(?!导)|寄|代[拿取办交]|几点|上班"),
    "报名信息填错后怎样更改": re.compile(
        r"(?:^|[,，\s])(?:我|刚才?|刚刚)*[说写打讲]错了?(?:啊|哦)?(?=[,，\s]|$)|没人查|查不[出到]|虚假|故意|证书|证上|发票|抬头|准考证"
    ),
}
# Who asks for these by intent asks for nothing else that a word of the story may suggest: 裸考没时间复习，补考多少钱.
_BESIDE: dict[str, re.Pattern[str]] = {
    "ask_fee": re.compile(r"费|优惠|培训|赔偿|就业|收入|用处|时长"),
    "ask_retake_fee": re.compile(r"费|优惠|时长"),
    "ask_retake": re.compile(r"改期|缺考|复核|免考|分数|通过率|成绩|补考"),
    "ask_office_hours": re.compile(r"开考|食宿"),
    "ask_discipline": re.compile(r"迟到|交卷|缺考|赔偿|带|监考|检查|照顾"),
}
# The same of intents that a story is easily mistaken for: only where the classifier is sure of them.
_BESIDE_WHERE_SURE: dict[str, re.Pattern[str]] = {
    "ask_catalogue": re.compile(r"考场（|通过率|培训机构"),
    "ask_exam_date": re.compile(r"钟点|时长|改期|先后|缺考|食宿|考场|照顾"),
    "ask_results": re.compile(r"成绩|复核|分数|缺考|题型|联系方式|资格审核"),
    "ask_phone": re.compile(r"邮箱|负责人|照顾"),
    "ask_subsidy": re.compile(r"补贴|社保"),
    "ask_certificate_loss": re.compile(r"证书|证件|收费|费用|联系方式"),
    "ask_application_window": re.compile(r"报考人数|资格审核|同时能报|成绩出来前"),
    "ask_occupation_code": re.compile(r"$^"),
    "ask_registration_number": re.compile(r"$^"),
}
_SURE = 0.9
# Words of these sorts say of whoever asks for a verdict how near it is: 刚好过线, 五级好考伐.
_NOT_BESIDE_A_VERDICT = ("合格分数线", "通过率和难度", "就业和收入", "食宿和考场条件")
_PERSONAL = re.compile(r"社保|个人情况|境外|相关职业")
_WORTH = "证书能否用于落户、积分、个税或职称"
_OF_WORTH = "证书的含金量和用处"
_DISCOUNT = "优惠、减免和分期"
# After a fee 四级便宜点吧 compares levels; 四级能便宜点吗 asks for a discount.
_CHEAPER_LEVEL = re.compile(r"级(?:的)?(?:是不是|应该|总|会|要|更|就|那个|是|也)*便宜")
_CERTIFICATES = ("ask_certificate", "ask_certificate_loss")
# After an answer on certificates 「大概要多少钱」 asks what fetching one costs, not the examination.
_BARE_AMOUNT = re.compile(
    r"(?:那|大概|一般|这个|它|邮寄|快递|补办|补领|补发|重办|再办|重发|[补换办领寄][一]?[张本份个次]|补|换|寄|费|还|再|重新|另外|要|需要|得|花|付|交|是|呢|的|，|,|证书?|新)*(?:多少钱?|[收交付]多少|几块钱?|要不要钱|收不收[费钱]|[要收花交]钱|收费|免费|工本费|手续费|费用|贵)(?:多少|吗|么|呢|啊|呀|不贵|的|伐|？|\?|。)*"
)
_COST_OF_CERTIFICATE = matter("领取、邮寄和补办证书的费用", r"$^", r"邮寄费|补办费")
_SITTING = ("ask_exam_date", "ask_admission_ticket", "ask_exam_form")
_SITS = re.compile(r"考|[进入]场|签到")
_INVOICES = "发票"  # asked for alone, answered as a question on paying is: with whom to call
_POINTS = re.compile(r"(?:我)?(?:就|只|是|在)?(?:要|想)?问的?是?(?!题)[^我]")  # 我问培训班学费
_WAVED_AWAY = re.compile(r"(?:我)?(?:不是|没|没有|不|别|没在)(?:要|想)?(?:问|说|讲)")
_SURE_BESIDE_A_STORY = 0.9
_WHOLE = 8  # characters of a clause that asks for something by itself
_NO_TOPIC = (INFORM, "search", "out_of_scope")
_LONG = 20  # characters from which a message may tell a story
_ANOTHER_SITS = re.compile(r"换[^，。]{0,5}人(?:来|去|顶)?[考报参上]")  # 能换人考吗 calls for nobody
_SMALL_TALK = ("greet", "thank", "goodbye", "capabilities", REMARK, "ask_human", "ask_supervision")


def matters_asked(desk: Desk, turn: Turn) -> tuple[Matter, ...]:
    """What the message asks of these sorts; none where it tells of misconduct or complains."""
    another_sits = turn.intent == "ask_human" and _ANOTHER_SITS.search(turn.text)
    if (
        (turn.intent in _SMALL_TALK and not another_sits)
        or _COMPLAINS.search(turn.text)
        or in_programme(desk, turn)
    ):
        return ()  # a programme has a notice of its own, which is asked first
    if turn.memory.topic in _CERTIFICATES and _BARE_AMOUNT.fullmatch(turn.text):
        return (_COST_OF_CERTIFICATE,)
    asked = sorts_asked(desk, without_work_told(turn), _tells_a_life(turn))
    found = tuple(one for one in asked if not _is_only_told(turn, one))
    if not asks_for_invoice(turn.text, turn.intent):
        found = tuple(one for one in found if one.label != _INVOICES)
    found = _beside_situation(turn, found)
    if claims_enough(turn.text):
        found = tuple(one for one in found if not is_personal(one))  # the conditions say what is
    if turn.intent in HOURS and turn.memory.topic not in _SITTING and not _SITS.search(turn.text):
        found = tuple(one for one in found if one.label != START)  # 几点之前到 is of an office
    if turn.memory.topic in _CERTIFICATES and not _SITS.search(turn.text):
        found = tuple(one for one in found if one.beside != "banned")  # 要带身份证吗 is of collecting one
    if turn.memory.topic in FEES and turn.mentioned.levels and _CHEAPER_LEVEL.search(turn.text):
        found = tuple(one for one in found if one.label != _DISCOUNT)
    if _goes_with_more(turn, found):
        return ()
    beside = _beside_intent(turn)
    return tuple(one for one in found if beside.search(one.label)) if beside else found


def _is_only_told(turn: Turn, one: Matter) -> bool:
    """Whether the classifier is sure of a topic that a clause asks for, and the words of the sort stand in others.

    我交了学费，想问报名是学校弄还是我自己弄 asks nothing of what courses cost.
    """
    if one.label == _OF_WORTH and asks_of_issuer(turn):
        return True
    sure = turn.confidence >= _SURE_BESIDE_A_STORY and turn.intent not in _NO_TOPIC
    if not sure or is_personal(one) or len(turn.text) < _LONG:
        return False
    asking = [one for one in BREAK.split(turn.text) if asks(one)]
    whole = any(len(piece) >= _WHOLE for piece in asking)
    return whole and not any(one.asked.search(piece) for piece in asking)


def _tells_a_life(turn: Turn) -> bool:
    return turn.mentioned.situation.told or turn.mentioned.situation.trade is not None


def _beside_situation(turn: Turn, found: tuple[Matter, ...]) -> tuple[Matter, ...]:
    """What is left where the person tells of themselves: who does asks for the verdict, which says what stays open."""
    situation = turn.mentioned.situation
    dropped = set[str]()
    if turn.intent == ELIGIBILITY and situation.told:
        dropped |= {one.label for one in found if is_personal(one) or (situation.titles and one.label == _WORTH)}
    told = situation.told or turn.memory.situation.told
    if (told and asks_verdict(turn.text)) or asks_for_a_person(turn.text):
        dropped |= set(_NOT_BESIDE_A_VERDICT)
    if situation.told and situation.corrects and not asks(turn.text):
        dropped |= {one.label for one in found if is_personal(one)}  # 我翻了社保，其实才4年半 only tells
    return tuple(one for one in found if one.label not in dropped)


def _beside_intent(turn: Turn) -> re.Pattern[str] | None:
    """Which sorts may stand beside the intent; None where all may."""
    sure = turn.confidence >= _SURE and turn.question is None
    where_sure = _BESIDE_WHERE_SURE.get(turn.intent) if sure else None
    return where_sure or _BESIDE.get(turn.intent)


def is_unstated(text: str, message: str) -> bool:
    """Whether a piece of a message asks what no notice of its kind states, by the words alone."""
    asking = ",".join(one for one in BREAK.split(text) if asks(one)) or text
    return any(one.asked.search(asking) and not _is_other(one, message) for one in MATTERS)


def is_personal(one: Matter) -> bool:
    """Whether it is a circumstance of the person's that a condition might look at."""
    return bool(_PERSONAL.search(one.label))


def personal_matters(desk: Desk, text: str) -> list[Matter]:
    """The circumstances that the message names, though what it asks is something else: 我是外国人，能报四级吗."""
    text = ",".join(one for one in BREAK.split(text) if asks(one) or not _LEFT_WORK.search(one))
    found = [one for one in MATTERS if is_personal(one) and one.asked.search(text)]
    return [one for one in found if not _is_stated(desk, one) and not _is_other(one, text)]


def _goes_with_more(turn: Turn, found: tuple[Matter, ...]) -> bool:
    """Whether the day of the results is asked as well (几时出成绩，能复核吗): that answer says what stays open."""
    rest = [one for one in BREAK.split(turn.text) if not any(matter.asked.search(one) for matter in found)]
    told = any(asks(one) and "results" in asked_for(one) for one in rest)
    return turn.intent == "ask_results" and told and all(one.label == REVIEW for one in found)


def sorts_asked(desk: Desk, text: str, told: bool = False) -> tuple[Matter, ...]:
    """What the words ask of these sorts, whomever it is about; `told`: the person tells of themselves."""
    text = _TRAINER.sub("某师", text)
    asking = asking_clauses(text, told)
    found = [one for one in MATTERS if one.asked.search(asking) and not _is_stated(desk, one)]
    found = [one for one in found if not _is_other(one, text)]
    if _CHEATING.search(text):
        found = [one for one in found if one.beside == "damage" and "故意" not in text]
    return tuple({one.label: one for one in found}.values())


def asking_clauses(text: str, told: bool = False) -> str:
    """What of a long message asks, where it does so in known words, or tells a life: 我在地铁上,四级多少钱 asks nothing of the way there."""
    pieces = [one for one in BREAK.split(text) if (asks(one) or _POINTS.match(one)) and not _WAVED_AWAY.match(one)]
    known = any(asked_for(one) for one in pieces) or (told and bool(pieces))
    return ",".join(pieces) if known and len(text) >= _LONG else text


def answer_matters(desk: Desk, turn: Turn, asked: tuple[Matter, ...]) -> tuple[Reply, Memory]:
    """Say that the notices are silent on it, where to ask, and what they do state beside it."""
    memory = replace(merge(desk.library, turn), topic=turn.memory.topic)
    subject = subject_of(desk.library.lexicon, memory)
    if all(one.label == _INVOICES for one in asked):
        return answer_invoice(desk, turn, subject), replace(memory, topic="ask_payment")
    reply = unstated(desk, replace(turn, intent=INFORM), subject, "和".join(one.label for one in asked))
    lines, citations = [], list[Citation]()
    for kind in dict.fromkeys(one.beside for one in asked if one.beside):
        text, cited = _beside(desk, turn, subject, kind)
        lines += [text] if text else []
        citations += cited
    if not lines:
        return reply, memory
    first = reply.messages[0]
    message = first.model_copy(
        update={"text": "\n".join([first.text, *lines]), "citations": unique([*first.citations, *citations])}
    )
    return reply.model_copy(update={"messages": (message, *reply.messages[1:])}), memory


def _beside(desk: Desk, turn: Turn, subject: Subject, kind: str) -> tuple[str, list[Citation]]:
    """What the organisation's notice states of it: its address, or where its handbook is found."""
    if kind in _RULES:
        # Work and studies have a footnote each.
        lead, words = _RULES["related work" if kind == "related" and _OF_WORK.search(turn.text) else kind]
        return _rule(desk, turn, lead, words)
    if subject.organisation is None and subject.occupation is None:
        return "", []
    lines, citations = [], list[Citation]()
    own = contacts(desk.library, replace(subject, level=None), turn.as_of)
    for one in [one for one in own if one.status == "current"] or own:
        said, figure = _stated(one, kind)
        quotes = [quote for quote in one.citations if figure and figure in quote.quote]
        if quotes:
            notice = notice_of(one.organisation.name, one.year, one.status, turn.as_of)
            lines.append(f"{notice}写的是：{said}")
            citations += quotes
    return "\n".join(lines), citations


def _stated(one: Contact, kind: str) -> tuple[str, str]:
    """The words, and the figure in them that must stand in a quote; empty where the notice states none."""
    if kind == "address":
        return (f"业务受理地址 {one.addresses[0]}。", one.addresses[0]) if one.addresses else ("", "")
    purpose, label = _PURPOSES[kind]
    url = next((site.url for site in one.websites if site.purpose == purpose), "")
    return f"{label} {url} 。", url


def _is_other(matter: Matter, text: str) -> bool:
    """Whether the message, with all its words, is about something that is stated."""
    words = (_ELSEWHERE[key] for key in (matter.label, matter.beside) if key in _ELSEWHERE)
    return any(one.search(text) for one in words)


def _is_stated(desk: Desk, matter: Matter) -> bool:
    """Whether some notice has the words with which it would be stated."""
    notices = [holding.notice for holding in desk.library.holdings]
    lines = (line.text for one in notices for clause in one.clauses.values() for line in clause.lines)
    return any(matter.stated.search(line) for line in lines)


def _rule(desk: Desk, turn: Turn, lead: str, words: str) -> tuple[str, list[Citation]]:
    """The line or footnote that has these words, of the newest notice in force."""
    for _, holding in desk.library.by_status(turn.as_of):
        for clause in holding.notice.clauses.values():
            for line in clause.lines:
                notes = (holding.notice.footnotes.get(mark, "") for mark in line.footnotes)
                if quote := next((one for one in (line.text, *notes) if words in one), None):
                    source = Source(clause=clause.path, quote=quote)
                    return f"{lead}{quote}", [desk.library.cite(holding.notice.front.id, source, turn.as_of)]
    return "", []
