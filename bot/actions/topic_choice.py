"""Which topic a message is about, where its words or the talk so far decide better than the classifier."""

from __future__ import annotations

import re
from collections.abc import Collection

from bot.actions.answers.claim_conditions import claims_condition
from bot.actions.answers.claim_issuer import names_issuer
from bot.actions.answers.claim_windows import YEARLY
from bot.actions.answers.premise_words import heard
from bot.actions.follow_ups import follow_up
from bot.actions.several_words import asked_for
from bot.actions.turn import ELIGIBILITY, INFORM, RETAKE, Turn
from knowledge.subject import Subject

_SITUATION = re.compile(
    r"干了?|做了?|工作|从事|毕业|大专|本科|中专|高中|初中|学历|经验|岁|(?<!\d)\d{1,2}年|[一二三四五六七八九十两半]年"
)
_MAY_I = re.compile(r"(?:能|可以|可不可以|够|行).{0,14}(?:考|报)")
_AMOUNT_DOUBTED = re.compile(
    r"(?<!\d)\d{2,4}(?:元|块)?钱?了?[，,\s]*(?:对|吗|吧|么|是[吗么吧]|是不是|没错|真的|可信|属实)|(?:涨|降|要|只要|才|收)[到了价成]*\d{2,4}(?:元|块|了|$)"
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
_WHERE_TO_APPLY = re.compile(r"(?:在|去|到)?(?:哪里|哪儿|哪|啥地方|什么地方)(?:能|可以|去)?(?:报|申)")
_WHERE_TO_SIT = re.compile(r"(?:在|去|到)?(?:哪里|哪儿|哪|啥地方|什么地方|哪家)(?:能|可以|去)?(?:学|考)")
_PRICE = re.compile(r"收费|多少钱|费用|报名费|考试费|考务费|价格|多少元|[啥什]么?价|价[钱位码]|几块钱|几百块")
_WHO = re.compile(r"谁|哪[家里儿个些几]|在哪|机构|有没有|[能可]考|开[展设考]")
_ONE_DAY_OR_TWO = re.compile(
    r"(?:同一?|[一两二]|分[一两二几开]*)天(?:就|能|内|里|全部?|都|可以|还是)*(?:考|进行|来|完成)"
)
_FORGED = re.compile(
    r"(?:材料|证明|学历|文凭|毕业证|履历|年限|社保)[^,，。?？]{0,4}(?:是|有|作|造)假|(?:假|伪造|虚假)的?(?:工作|学历|材料|证明|文凭|毕业证|社保|信息)|造假|伪造"
)
_OF_A_FORGERY = ("search", "ask_payment", "ask_certificate", "ask_how_to_apply", "ask_results", RETAKE)
_LASTS = re.compile(r"(?:管|留|保留|有效|算数?)(?:多久|多长|几年|[吗么不])|有效期|还?算数|过期|作废")
MISCONDUCT = re.compile(r"作弊|舞弊|抄袭|替考|代考|违纪|违规")
_ACCUSED = re.compile(r"被.{0,6}(?:举报|投诉|告发|揭发)|(?:举报|投诉|告发)了?(?:我|咱)")
_UNSURE = ("search", "out_of_scope")

# Of these intents, these words, this topic.
_DECIDING: tuple[tuple[Collection[str], re.Pattern[str], str], ...] = (
    (("search",), _ONE_DAY_OR_TWO, "ask_exam_date"),
    (("ask_results",), _LASTS, RETAKE),
    (_OF_A_FORGERY, _FORGED, "ask_discipline"),
    (("search",), MISCONDUCT, "ask_discipline"),
)


def choose_topic(turn: Turn) -> str | None:
    """Return the topic's intent; None where nothing is asked and nothing was asked before."""
    topic = turn.intent
    if topic == "ask_catalogue" and _PRICE.search(turn.text) and not _WHO.search(turn.text):
        topic = "ask_fee"
    if topic in ("search", INFORM, "ask_changes") and (
        _AMOUNT_DOUBTED.search(turn.text) or _PRICE.search(turn.text)
    ):
        topic = "ask_fee"
    if topic in ("search", INFORM, "ask_changes") and turn.mentioned.occupation and _is_given_up(turn.text):
        return "ask_catalogue"
    if topic == INFORM and (told := _told_by_words(turn.text)):
        topic = told
    if decided := next((to for of, words, to in _DECIDING if topic in of and words.search(turn.text)), None):
        return decided
    if topic in ("ask_application_window", "ask_exam_date") and asked_for(turn.text) == {"where"}:
        return "ask_how_to_apply"
    if topic == "ask_catalogue" and _SITUATION.search(turn.text) and _MAY_I.search(turn.text):
        return ELIGIBILITY
    if claimed := _by_claim(turn, topic):
        return claimed
    return follow_up(turn, topic) or (turn.memory.topic if topic == INFORM else topic)


def _by_claim(turn: Turn, topic: str) -> str | None:
    """The topic of what is taken for granted, where the classifier named none or one of a word beside it."""
    text, named = turn.text, turn.mentioned.occupation or turn.mentioned.organisation
    unsure = topic in _UNSURE or (topic == INFORM and turn.memory.topic is None)
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


def _told_by_words(text: str) -> str | None:
    asked = asked_for(text)
    return next((topic for kind, topic in _BY_WORDS.items() if kind in asked), None)
