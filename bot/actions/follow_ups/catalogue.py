"""Going on about who examines what, and the bare questions for it that the classifier takes for something else."""

from __future__ import annotations

import re

from bot.actions.answers.catalogue.words import (
    asks_new_name,
    asks_of_place,
    asks_to_the_public,
    asks_validity,
    asks_what_else,
    asks_where_kept,
    asks_where_newest,
    asks_whether_changed,
    asks_whether_same,
    asks_whether_there,
)
from bot.actions.answers.comparisons import asks_what_differs
from bot.actions.several.words import asked_for
from bot.actions.turn import ELIGIBILITY, INFORM, Turn

CATALOGUE = "ask_catalogue"
_UNSURE = ("search", INFORM, "out_of_scope")
# What a bare question for a level or an examiner is taken for.
_TAKEN_FOR_LEVELS = (*_UNSURE, "ask_exam_form", "ask_occupation_code", "ask_registration_number")
# What 「某某考试」 and 「我想考证」 are taken for.
_TAKEN_FOR_EXAMS = (
    *_UNSURE,
    "ask_promoter",
    "ask_exam_form",
    "ask_certificate",
    "ask_exam_date",
    "ask_admission_ticket",
)
_LEVEL = r"(?:[一二三四五1-5]级|高级技师|技师|[高中初]级工?)"
_LEAD = r"(?:那|那么|请问|问下|问一下|这个|那个|它|具体|就|到底|我想|想|要|我)*"
_END = r"[呢吗呀啊吧的了？?。！!，,\s]*"
_WHO = r"(?:谁家?|(?:哪|那)(?:一|几|些)?个?(?:家|机构|单位|协会|学校|公司)|什么(?:机构|单位|协会))"
_DOES = r"(?:(?:能|可以|负责|在|来|给)*(?:考试?|考评|评价|认定|评|开展|开|办|组织|管|做|发证|有)?)"
_ASKS_WHO = re.compile(rf"{_LEAD}{_LEVEL}?(?:的|证|是|由|归|去|在|到|找)*{_WHO}{_DOES}{_END}")
_ASKS_WHERE = re.compile(rf"{_LEAD}{_LEVEL}?(?:的|证|去|在|到)*(?:哪里|哪儿|哪|什么地方)(?:能|可以)?考{_END}")
_ASKS_LEVELS = re.compile(
    rf"{_LEAD}(?:能|可以)?(?:最高|最低|一共|总共|最多|从)?(?:能|可以)?(?:有|是|考到?|到|分|开展?)*(?:哪)?几个?(?:等级|级别|级)"
    rf"(?:能考|可以考|开始考?|考起)?{_END}|{_LEAD}(?:都有|有|能考)?哪些(?:等级|级别){_END}"
)
_NAMED_FIRST = re.compile(r"^[^,，。?？]{2,16}?呢[,，。?？\s]+")  # 茶艺师呢，有几级
_LEVEL_THERE = re.compile(
    rf"{_LEAD}(?:{_LEVEL}[、和跟]?)+(?:有没有|有不有|有|开不开|开|考不考|能不能考|能考)(?:得了)?{_END}"
    rf"|{_LEAD}(?:有没有|有|开不开)(?:{_LEVEL}[、和跟]?)+(?:的|可以考|能考)?{_END}"
)
_ASKS_WHAT = re.compile(
    rf"{_LEAD}(?:还|都|又)?(?:能|可以)考(?:些?什么|啥|哪些)(?:证书?|职业|工种|项目|等级)?{_END}"
)
_OTHERWISE = re.compile(
    r"报名|时间|什么时候|几号|几月|哪天|哪年|多少|费|钱|价|条件|要求|补考|成绩|分数|查|领|打印|准考|地址|电话|作弊|丢|补办|样|题|内容|形式|科目|有效|退|材料|流程|步|哪一天"
    r"|啥时|几[回次]|上机|机考|笔试|实操|实际操作|理论|工具|自带|补助|登记|申请|受理|周末|安排|专业|学历|会不会"
)
_WANTS = re.compile(
    r"(?:去|到)哪(?:里|儿|家)?[呢啊呀？?]*$|想考|要考|考个|考证|怎么考|证怎么|如何考|考(?:什么|啥|哪个|哪种|哪些)证?|(?:哪里|哪儿|在哪|哪家|谁家?)(?:能|可以)?考"
)
_NAME_AND_EXAM = re.compile(
    r"(?:(?!是|几|吗|怎|不|[，,。？?]).){2,18}?的?(?:职业|技能|等级|资格)*(?:考试|考证|证书?|认定|鉴定|考级)"
    + _END
)
_HELD_AT_A_TIME = re.compile(r"今年|明年|去年|还有|还能|再|下半年|上半年|年底|[这下上本]个?月|最近|近期")
_ANY_CERTIFICATE = re.compile(
    r"(?:我|本人|想|要|打算|准备|去|来|也|就|问一?下|请问|怎么|如何|可以|能|你好)*"
    r"考(?:个|一个|张|一张|点|本)?(?:什么|啥)?(?:职业|技能|等级|资格)*(?:证书?|级)(?:的|考)?(?:[，,。 ].{0,12})?"
    + _END
)
# The certificate of some work that is named in everyday words: 配眼镜的证哪里考.
_CERTIFICATE_OF = re.compile(
    r"[^，。,？?]{2,9}的?(?:职业|技能|等级|资格)*证书?(?:是|要|该)?(?:在|去|到|找)?(?:哪(?:里|儿|家|个机构)?|谁|什么地方|啥地方)(?:能|可以)?考"
    + _END
)
_LEVELS_OF = re.compile(
    r"最高.{0,4}级|(?:级别?|等级)(?:能|会)?(?:更|比较|要|考得)?高|几个?(?:等级|级别|级)(?!以)|有没有" + _LEVEL
)
_PROMOTER = "推介官"
# After an answer about who examines what: 有五级的吗, 要是考高级技师呢, 技师级别有伐. With 我 it is a question for a verdict.
_LEVEL_ASKED = re.compile(
    r"(?:有|能考|可以考|考得了|开|也行|也能|也可以|考|评).{0,8}(?:吗|伐|么|没有|不|嘛|呢|[？?]|$)|(?:吗|伐|么|呢)[？?]?$"
)
_MOST_OF_A_FRAGMENT = 22  # characters
_TAKEN_FOR_LEVEL = (*_TAKEN_FOR_LEVELS, ELIGIBILITY, "ask_certificate", "ask_promoter")
_VERDICT = re.compile(r"条件|资格|要求|直接|越级|跳|学历|工作|年限|我(?!想从|要从|想问)")
# Whom somebody asks for who names an occupation: 哪家单位考, 谁能考评, 归谁考, 哪里有得考.
_EXAMINER = re.compile(
    r"(?:谁家?|(?:哪|那)(?:一|几|些|个|里|儿|边)*(?:家|机构|单位|协会|学校|公司|地方)?|(?:什么|啥)(?:机构|单位|协会|地方|学校))"
    r".{0,6}(?:考(?![了过完])|评价|认定|考评|考级|发证)|找谁考|归谁|考级找|考证找"
)
_TAKEN_FOR_EXAMINER = (
    *_UNSURE,
    "ask_promoter",
    "ask_discipline",
    "ask_exam_form",
    "ask_results",
    "ask_address",
    "ask_changes",
    "capabilities",
)
_TAKEN_FOR_ELSE = (
    *_UNSURE,
    ELIGIBILITY,
    "ask_exam_form",
    "ask_promoter",
    "ask_certificate",
    "ask_changes",
    "capabilities",
)
_TAKEN_FOR_THERE = (*_TAKEN_FOR_ELSE, "ask_address", "ask_occupation_code", "ask_exam_date", "ask_how_to_apply")
_TAKEN_FOR_CATALOGUE = (
    *_UNSURE,
    "ask_changes",
    "ask_website",
    "ask_retake",
    "ask_registration_number",
    "ask_promoter",
    "ask_results",
)
_TAKEN_FOR_PUBLIC = (*_TAKEN_FOR_ELSE, CATALOGUE, "ask_office_hours", "ask_how_to_apply")
_WHICH_YEAR = re.compile(r"目录.{0,10}(?:出|有|发布|公布|更新|哪一?年|什么时候)|(?:新|今年|最新)的?.{0,4}目录")
# What an organisation that is named examines: 是评什么职业的, 考不考电工.
_ORGANISATIONS_WORK = re.compile(
    r"(?:评价?|考|认定|开展|组织)(?:的|些|点)?.{0,3}(?:什么|啥|哪些|哪几).{0,2}(?:职业|工种|项目|证|专业)?(?:的)?"
    + _END
)
_MONEY_OR_TIME = re.compile(r"费|钱|价|时间|时候|几号|几月|成绩|补考|证书|条件|材料")
_OF_PAPERS = re.compile(r"成绩|分数|证|准考|题|费|钱|价")
_OF_WHO = frozenset({"who", "levels", "offers", "certificate"})
_LIST_OF_THINGS = re.compile(r"专项.{0,8}(?:哪些|什么|哪几|几个|谁|哪家|哪里)")


def follow_up(turn: Turn, topic: str) -> str | None:
    """The topic that the message belongs to after what was said before; None where the classifier decides."""
    programme = (turn.mentioned.occupation or turn.memory.occupation or "").endswith(_PROMOTER)
    if topic in _TAKEN_FOR_PUBLIC and not programme and asks_to_the_public(turn.text):
        return CATALOGUE
    if turn.mentioned.situation.told or _answers_verdict(turn, topic):
        return None
    claims = _goes_on(turn, topic) or _about_an_occupation(turn, topic) or _any_certificate(turn, topic)
    claims = (
        claims or _about_the_catalogue(turn, topic) or _level_goes_on(turn, topic) or _asks_around(turn, topic)
    )
    claims = claims or _another_named(turn, topic)
    return CATALOGUE if claims else None


def _about_the_catalogue(turn: Turn, topic: str) -> bool:
    """The catalogue itself: until when it holds, where it is kept, whether the new one is there."""
    text = turn.text
    of_itself = (
        asks_validity(text) or asks_where_kept(text) or _WHICH_YEAR.search(text) or _LIST_OF_THINGS.search(text)
    )
    in_talk = turn.memory.topic in (CATALOGUE, "ask_changes") and not _OF_PAPERS.search(text)
    goes_on = in_talk and (asks_where_newest(text) or asks_whether_changed(text))
    return topic in _TAKEN_FOR_CATALOGUE and bool(of_itself or goes_on) and _PROMOTER not in text


def _level_goes_on(turn: Turn, topic: str) -> bool:
    """A level asked for in few words after who examines what."""
    text = turn.text
    return (
        turn.memory.topic == CATALOGUE
        and topic in _TAKEN_FOR_LEVEL
        and bool(turn.mentioned.levels)
        and len(text) <= _MOST_OF_A_FRAGMENT
        and bool(_LEVEL_ASKED.search(text))
        and not _VERDICT.search(text)
        and not _OTHERWISE.search(text)
    )


def _asks_around(turn: Turn, topic: str) -> bool:
    """What else they examine, whether it is one house, what it is called now, and who examines a named occupation."""
    text, named = turn.text, turn.mentioned.occupation
    if topic in _TAKEN_FOR_THERE and named and not named.endswith(_PROMOTER) and _is_there(turn):
        return not _OTHERWISE.search(text)
    if (named or "").endswith(_PROMOTER) or (_continues(turn, topic) and not asks_what_else(text)):
        return False
    if topic in _TAKEN_FOR_ELSE and asks_what_else(text) and (_known(turn) or _named(turn)):
        return turn.memory.topic != "ask_exam_form" and not _OTHERWISE.search(text)
    if (
        topic in (*_TAKEN_FOR_ELSE, "ask_occupation_code")
        and named
        and (asks_whether_same(text) or asks_new_name(text))
    ):
        return not _MONEY_OR_TIME.search(text)
    if topic in _TAKEN_FOR_ELSE and turn.mentioned.organisation and _ORGANISATIONS_WORK.search(text):
        return not _OTHERWISE.search(text)
    examiner = topic in _TAKEN_FOR_EXAMINER and named and _EXAMINER.search(text)
    return bool(examiner) and not _OTHERWISE.search(text)


def _another_named(turn: Turn, topic: str) -> bool:
    """Another occupation named in a talk about who examines what, by one who asks for nothing else (调酒师？)."""
    name = turn.mentioned.occupation
    another = name is not None and name != turn.memory.occupation and not name.endswith(_PROMOTER)
    plain = asked_for(turn.text) <= _OF_WHO and not _OTHERWISE.search(turn.text)
    return another and plain and turn.memory.topic == CATALOGUE and topic in _UNSURE


def _is_there(turn: Turn) -> bool:
    """Whether it asks if a house that is named, or the one talked about, examines the occupation."""
    return asks_whether_there(turn.text) or (turn.mentioned.organisation is not None and asks_of_place(turn.text))


def _goes_on(turn: Turn, topic: str) -> bool:
    """A bare question for a level or an examiner of what is talked about or named."""
    text = _NAMED_FIRST.sub("", turn.text) if _named(turn) else turn.text
    if topic == ELIGIBILITY and _known(turn) and turn.memory.topic != ELIGIBILITY:
        return not turn.memory.situation.told and _ASKS_LEVELS.fullmatch(text) is not None and "我" not in text
    apart = topic == "ask_changes" and asks_what_differs(text)
    if not (topic in _TAKEN_FOR_LEVELS or apart) or not (_known(turn) or _named(turn)):
        return False
    if (
        _ASKS_WHAT.fullmatch(text)
        or _ASKS_WHO.fullmatch(text)
        or _ASKS_LEVELS.fullmatch(text)
        or _LEVEL_THERE.fullmatch(text)
    ):
        return True
    if _ASKS_WHERE.fullmatch(text) and turn.memory.topic in (CATALOGUE, "ask_occupation_code"):
        return True
    return asks_what_differs(text) and not _OTHERWISE.search(text.replace("不一样", "").replace("一样", ""))


def _about_an_occupation(turn: Turn, topic: str) -> bool:
    """An occupation with the bare word for its examination, or with the wish for its certificate."""
    name = turn.mentioned.occupation
    if name is None or name.endswith(_PROMOTER) or _OTHERWISE.search(turn.text) or _continues(turn, topic):
        return False
    bare = topic in _TAKEN_FOR_EXAMS and _NAME_AND_EXAM.fullmatch(turn.text)
    if topic == "ask_exam_date" and _HELD_AT_A_TIME.search(turn.text):
        return False
    return bool(bare) or (topic in _UNSURE and bool(_WANTS.search(turn.text) or _LEVELS_OF.search(turn.text)))


def _any_certificate(turn: Turn, topic: str) -> bool:
    """The wish for a certificate, whichever: the question back is for what occupation."""
    named = _named(turn) or turn.mentioned.code or _OTHERWISE.search(turn.text)
    return (
        topic in _TAKEN_FOR_EXAMS
        and not named
        and not _continues(turn, topic)
        and bool(_ANY_CERTIFICATE.fullmatch(turn.text) or _CERTIFICATE_OF.fullmatch(turn.text))
    )


def _continues(turn: Turn, topic: str) -> bool:
    """A name alone re-asks what was asked before."""
    return topic == INFORM and turn.memory.topic is not None


def _answers_verdict(turn: Turn, topic: str) -> bool:
    of_another = turn.mentioned.occupation and _ASKS_LEVELS.fullmatch(_NAMED_FIRST.sub("", turn.text))
    return turn.memory.topic == ELIGIBILITY and topic == INFORM and not of_another


def _known(turn: Turn) -> bool:
    return bool(turn.memory.occupation or turn.memory.organisation)


def _named(turn: Turn) -> bool:
    return bool(turn.mentioned.occupation or turn.mentioned.organisation)
