"""Which topic a message is about, where its words or the talk so far decide better than the classifier."""

from __future__ import annotations

import re

from bot.actions.answers.catalogue.held import asks_for_level, asks_how_far, asks_whether_held
from bot.actions.answers.claims.conditions import claims_condition, claims_enough, waives_conditions
from bot.actions.answers.claims.issuer import names_issuer
from bot.actions.answers.claims.premise_words import heard
from bot.actions.answers.claims.windows import YEARLY
from bot.actions.answers.claims.words import claims
from bot.actions.deciding_words import DECIDING, MISCONDUCT, PAID_OUT, SO_MANY
from bot.actions.follow_ups import follow_up
from bot.actions.follow_ups.eligibility import asks_for_the_rule
from bot.actions.several.words import asked_for
from bot.actions.turn import ELIGIBILITY, FEES, INFORM, RETAKE, Turn
from knowledge.misconduct import described
from knowledge.subject import Subject

_SITUATION = re.compile(
    r"干了?|做了?|工作|从事|毕业|大专|本科|中专|高中|初中|学历|经验|岁|(?<!\d)\d{1,2}年(?![那这的版份]{0,3}(?:目录|通知|文件))|[一二三四五六七八九十两半]年"
)
_MAY_I = re.compile(r"(?:(?<![技智功])能(?!力)|可以|可不可以|够|行).{0,14}(?:考|报)")
# Whoever tells of their work and asks what certificate there is asks for the list, not for a verdict.
_WHICH_ONE = re.compile(
    r"(?:什么|啥|哪些|哪种|哪类|哪个|有没有|有无)(?:样|相关|对应|合适|适合)?(?:的)?(?:职业|技能|等级|资格)*(?:证书?|本本|工种|职业|项目)"
)
_AMOUNT_DOUBTED = re.compile(
    r"(?:是|要|收|才|只)(?!20[12]\d)[1-9]\d{2,3}(?:元|块)?钱?[?？]|(?<!\d)\d{2,4}(?:元|块)?钱?了?[，,\s]*(?:对|吗|吧|么|是[吗么吧]|是不是|没错|真的|可信|属实)|(?:涨|降|要|只要|才|收)[到了价成]*\d{2,4}(?:元|块|了|$)"
)
_FIGURE_HEARD = re.compile(
    r"(?:可是?|但是?|不过|那|怎么|啊|哦|诶|咦|[,，\s])*(?:(?:我的?)?(?:有人|人家|别人|网上|群里|中介|机构|培训班|老师|同事|朋友|同学|闺蜜|他们?|她们?|听人?|听说)(?:们|里|上)?(?:跟我|和我|都|也)?(?:说|讲|告诉我|写)?)"
    r"的?(?:是|要|得|只|才|有|可以|能|说)*(?:大概|差不多|约)?(?:\d+|[一二两三四五六七八九十百千几]+)(?:多|来)?(?:个?(?:工作日|天|年|月|礼拜|星期|周岁?|岁|课时|学时|小时)|(?P<money>块钱?|元))(?:左右|以上|以内|之内|内)?(?:就|才|能|可以|行|够|查|出|好)*"
    r"(?:啊|的|呢|了|吧|吗|[,，\s]|对[吗吧不]|是[吗不]|真的吗|没错)*[?？]?"
)
_GIVEN_UP = re.compile(r"(?:取消|停[考办评]|不再?[考办评]了|没得考|考不了了)(?!.{0,2}(?:成绩|资格|证))")
_TOO_FEW = re.compile(r"人数|不够|不满|不足|\d人|补考")  # a sitting is put off, or a retake: not the occupation
# Which topic the plain words of a question ask for, where nothing else tells; the first that fits.
_BY_WORDS = {
    "fee": "ask_fee",
    "ticket": "ask_admission_ticket",
    "phone": "ask_phone",
    "results": "ask_results",
    "subsidy": "ask_subsidy",
    "website": "ask_website",
    "apply_when": "ask_application_window",
    "exam_when": "ask_exam_date",
    "how": "ask_how_to_apply",
    "materials": "ask_how_to_apply",
    "certificate": "ask_certificate",
    "who": "ask_catalogue",
    "eligibility": ELIGIBILITY,
}
_COMPLAINT = re.compile(r"监督|投诉|举报")
_WHERE_TO_APPLY = re.compile(r"(?:在|去|到)?(?:哪里|哪儿|哪|啥地方|什么地方)(?:能|可以|去)?(?:报|申)")
_WHERE_TO_SIT = re.compile(
    r"(?:在|去|到|有)?(?:哪里|哪儿|哪[边块]|(?:哪|那)(?:些|几|一)?个?(?:家|地方|机构|单位|协会|学校)|哪|(?:啥|什么)(?:地方|机构|单位))(?:里|儿)?(?:能|可以|有的?|去|好)*(?:学|考)"
)
_TAKEN_FOR_HELD = (
    "inform",
    "search",
    "out_of_scope",
    "ask_address",
    "ask_office_hours",
    "ask_retake",
    ELIGIBILITY,
)
_TAKEN_FOR_LEVEL = (
    "ask_fee",
    "ask_retake_fee",
    "ask_promoter",
    "ask_exam_form",
    "capabilities",
    "ask_changes",
    "ask_results",
)
# 我侄子能考几级 asks for a verdict, 训练师能考几级 for a list.
_WHICH_LEVEL_FOR = re.compile(
    r"(?:我|[他她伊侬]|儿子|女儿|孩子|小囡|侄[子女]|外甥女?|孙[子女]|老[公婆]|爸|妈|哥|姐|弟|妹|朋友|同事|同学)(?!们)(?:这样|这种|现在|的?情况|目前|到底|最多|最高)*(?:能|可以|好|够)(?:直接)?[考报](?:得了|到)?[^，。,]{0,10}?(?:几|哪|什么|啥)[一个]?等?级"
)
_CONDITIONS = re.compile(r"条件|要求|资格|年限")
_UNSURE = ("search", "out_of_scope")
# 今年到底有谁家的通知, of an occupation that is talked about.
_WHOSE_NOTICE = re.compile(
    r"(?:谁|哪[几一些]*|几)(?:家|个)?(?:机构|单位|协会|学校)?(?:出|发|有)?[了过]?的?(?:新)?通知"
)
_SURE = 0.9
_TAKEN_FOR_DOUBT = (*_UNSURE, "ask_website", "ask_changes", "capabilities", "ask_supervision", "ask_catalogue")
_HEARD_ELSEWHERE = re.compile(
    r"(?:不对[吧啊呀]?|可是?|但是?|咦|那|怎么|为什么|奇怪|[,，。])*(?:我|我们)?(?:(?:在|从)?(?:网上|网页上|百度|抖音|小红书|知乎|群里|论坛)|(?:听|看)?(?:我)?(?:别人|人家|朋友|同事|同学|老师|学长|中介|机构|老板))"
    r"(?:里|上|那边)?(?:都|也|明明|刚刚?|跟我|和我)*(?:说|讲|写|看到|看见|查到|搜到|告诉我|听到|传)(?:的|着)?[^?？吗]{0,3}?(?:都?是|只?要|叫|为|[，,]|(?=\d))[^?？]{1,12}$"
)
_TAKEN_FOR_RUMOUR = (*_TAKEN_FOR_DOUBT, "ask_how_to_apply", INFORM)
_PRICE = re.compile(r"收费|多少钱|费用|报名费|考试费|考务费|价格|多少元|[啥什]么?价|价[钱位码]|几块钱|几百块")
_WHO = re.compile(r"谁|哪[家里儿个些几]|在哪|机构|有没有|[能可]考|开[展设考]")
_ACCUSED = re.compile(r"被.{0,6}(?:举报|投诉|告发|揭发)|(?:举报|投诉|告发)了?(?:我|咱)")


def choose_topic(turn: Turn) -> str | None:
    """Return the topic's intent; None where nothing is asked and nothing was asked before."""
    topic = turn.intent
    if _doubts_what_was_told(turn, topic):
        return turn.memory.topic
    topic = "ask_fee" if _asks_price(turn, topic) else topic
    if topic in ("search", INFORM, "ask_changes") and turn.mentioned.occupation and _is_given_up(turn.text):
        return "ask_catalogue"
    if topic == INFORM and _leaves_programme(turn):
        return _told_by_words(turn.memory.asked or "")
    if topic == INFORM and (told := _told_by_words(turn.text)):
        topic = told
    if found := _decided(turn, topic) or _by_claim(turn, topic) or follow_up(turn, topic):
        return found
    return turn.memory.topic if topic == INFORM or _holds_against(turn, topic) else topic


def _leaves_programme(turn: Turn) -> bool:
    """Whether a talk about a programme only turns to an occupation: of 训练师呢 the same is asked, where it can be of both."""
    named = turn.mentioned.occupation
    return turn.memory.topic == "ask_promoter" and named is not None and not named.endswith("推介官")


def _decided(turn: Turn, topic: str) -> str | None:
    """The topic by words that can mean one thing where the classifier names certain topics."""
    if topic == "ask_discipline" and turn.confidence >= _SURE and described(turn.text):
        return topic  # 编一张证明，被发现几年不能考: no word of papers or of years outweighs what was done
    if turn.memory.topic == "ask_subsidy" and topic in (RETAKE, *FEES, *_UNSURE) and PAID_OUT.search(turn.text):
        return turn.memory.topic
    if decided := next((to for of, words, to in DECIDING if topic in of and words.search(turn.text)), None):
        return decided
    if topic in _UNSURE and turn.memory.occupation and _WHOSE_NOTICE.search(turn.text):
        return "ask_catalogue"
    if topic in ("ask_application_window", "ask_exam_date") and asked_for(turn.text) == {"where"}:
        return "ask_how_to_apply"
    if topic == "ask_how_to_apply" and asked_for(turn.text) == {"eligibility"} and "条件" in turn.text:
        return ELIGIBILITY
    held = topic in (*_TAKEN_FOR_HELD, *_TAKEN_FOR_LEVEL) and not asks_for_the_rule(turn.text)
    if held and (asks_whether_held(turn) or asks_for_level(turn)):
        return "ask_catalogue"
    return _catalogue_or_case(turn, topic)


def _catalogue_or_case(turn: Turn, topic: str) -> str | None:
    """Whether who examines what is asked for, or whether somebody may apply, where the classifier names one of the two."""
    if topic == "ask_catalogue" and _WHICH_LEVEL_FOR.search(turn.text):
        return ELIGIBILITY
    if topic == ELIGIBILITY and asks_how_far(turn):
        return "ask_catalogue"
    if topic == ELIGIBILITY:
        return _asked_beside_situation(turn.text)
    if topic == "ask_catalogue" and _WHICH_ONE.search(turn.text) and turn.mentioned.situation.trade:
        return topic
    may = (
        _MAY_I.search(_WHERE_TO_SIT.sub("", turn.text))
        and not SO_MANY.search(turn.text)
        and not _WHICH_ONE.search(turn.text)
        and "where" not in asked_for(turn.text)
    )
    return ELIGIBILITY if topic == "ask_catalogue" and may and _SITUATION.search(turn.text) else None


def _doubts_what_was_told(turn: Turn, topic: str) -> bool:
    """Whether a figure of the last answer is doubted, or another one held against it."""
    return (turn.question is None and _doubts_the_answer(turn)) or (
        topic in ("search", INFORM, ELIGIBILITY) and _doubts_amount(turn)
    )


def _asks_price(turn: Turn, topic: str) -> bool:
    """Whether the words ask for a price where the classifier took them for something else."""
    priced = _PRICE.search(turn.text) is not None
    if topic == "ask_catalogue":
        return priced and not _WHO.search(turn.text)
    unsure = topic in ("search", INFORM, "ask_changes")
    return unsure and (priced or _AMOUNT_DOUBTED.search(turn.text) is not None or asked_for(turn.text) == {"fee"})


def _doubts_amount(turn: Turn) -> bool:
    """An amount that is doubted in a talk about money is the one talked of, a retake's too (是说操作300对吧)."""
    text, before = turn.text, turn.memory.topic
    return before in FEES and bool(_AMOUNT_DOUBTED.search(text)) and not _PRICE.search(text) and "正考" not in text


def _holds_against(turn: Turn, topic: str) -> bool:
    """Whether the message only holds what was heard elsewhere against the last answer (我网上看到是480)."""
    new = turn.mentioned
    named = new.occupation or new.organisation or new.code
    known = turn.memory.topic is not None and turn.memory.topic not in _UNSURE
    return known and topic in _TAKEN_FOR_DOUBT and not named and is_heard_elsewhere(turn.text)


def is_heard_elsewhere(text: str) -> bool:
    """Whether the message tells what was heard elsewhere and asks nothing (我网上看到是480)."""
    return _HEARD_ELSEWHERE.match(text) is not None


def _doubts_the_answer(turn: Turn) -> bool:
    """Whether somebody has heard another figure (有人说15天): of money in a talk about money, else of time."""
    heard = _FIGURE_HEARD.fullmatch(turn.text)
    if heard is None or turn.memory.topic is None:
        return False
    return bool(heard["money"]) == (turn.memory.topic in (*FEES, "ask_subsidy"))


def _by_claim(turn: Turn, topic: str) -> str | None:
    """The topic of what is taken for granted, where the classifier named none or one of a word beside it."""
    text, named = turn.text, turn.mentioned.occupation or turn.mentioned.organisation
    unsure = topic in _UNSURE or (topic == INFORM and turn.memory.topic is None)
    # 必须上培训班才能报, of whoever tells nothing of themselves: a rumour on how to apply, not a case to be judged
    unsure = unsure or (topic == ELIGIBILITY and claims(text) and not turn.mentioned.situation.told)
    if (
        topic in (*_TAKEN_FOR_RUMOUR, "ask_subsidy")
        and claims(text)
        and (waives_conditions(text) or claims_enough(text))
    ):
        return ELIGIBILITY
    if topic == "ask_supervision" and _ACCUSED.search(text) and MISCONDUCT.search(text):
        return "ask_discipline"
    if (unsure or topic in ("ask_promoter", INFORM)) and names_issuer(text) and "推介官" not in text:
        return "ask_certificate"
    if (unsure or topic == "ask_catalogue") and named and YEARLY.search(text):
        return "ask_exam_date"
    if (unsure or topic == "ask_website") and named and claims_condition(text):
        return ELIGIBILITY
    taken = (one.premise.topic for one in heard(text) if one.premise.topic)
    return next(taken, None) if unsure else None


def _asked_beside_situation(text: str) -> str | None:
    """What is asked by who tells of themselves (做人事三年了想考三级，多少钱), where that is one other thing, and not whether they may."""
    if _MAY_I.search(_WHERE_TO_SIT.sub("", text)):
        return None
    asked = asked_for(text)
    if asked == {"fee"}:
        return "ask_fee"
    where = _WHERE_TO_SIT.search(text) and not _CONDITIONS.search(text)
    return "ask_catalogue" if where and asked <= {"who", "eligibility"} else None


def _is_given_up(text: str) -> bool:
    return bool(_GIVEN_UP.search(text)) and not _TOO_FEW.search(text)


def topic_by_words(turn: Turn, subject: Subject) -> str | None:
    """The topic that the plain words ask for, of whoever names an occupation or an organisation; the last resort."""
    if subject.occupation is None and subject.organisation is None:
        return None
    if _WHERE_TO_APPLY.search(turn.text):
        return "ask_how_to_apply"
    if _WHERE_TO_SIT.search(turn.text):
        return "ask_catalogue"
    if not asked_for(turn.text) and _MAY_I.search(turn.text):
        return ELIGIBILITY
    return _told_by_words(turn.text)


def asks_where_to_sit(text: str) -> bool:
    """Whether it asks where something is examined (保安证哪里考)."""
    return _WHERE_TO_SIT.search(text) is not None


def _told_by_words(text: str) -> str | None:
    asked = asked_for(text)
    if "phone" in asked and _COMPLAINT.search(text):
        return "ask_supervision"
    return next((topic for kind, topic in _BY_WORDS.items() if kind in asked), None)
