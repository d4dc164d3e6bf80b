"""The programme (推介官): which ways to a certificate are open to whom, hours, targets; the rest is searched for."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.actions.answers import search
from bot.actions.answers.programme_matters import Matter, matter_of, matter_of_topic, sentences
from bot.actions.answers.programme_told import FORM, LOOK_UP, Told, certificate, hours, overview, quotas, quotes_of
from bot.actions.answers.programme_words import (
    Standing,
    grade_of,
    names_the_exam,
    path_line,
    providers_line,
    routes_of,
    seal_of_route,
    standings,
    tiers_of,
    training_line,
    trainings_for,
)
from bot.actions.answers.silent_matters import sorts_asked
from bot.actions.desk import Desk
from bot.actions.reply import Card, Reply, Status, single
from bot.actions.turn import Turn
from bot.actions.wording import notice_of, unique
from knowledge.programme import Path, Programme, Training, of_grade, programmes
from knowledge.subject import Subject

_HOURS = re.compile(
    r"课时|学时|\d+个?小时|坐满|教室|脱产|线上|线下|网课|在线|面授|学多久|(?:培训|课程|上课|上|学|总共|一共).{0,4}(?:多久|几天|多长|几节|多少节)"
    r"|网上.{0,4}(?:[上听学]|培训|参加|完成|进行)|(?:全部|全程|都|一半).{0,3}网"
)
_OFFLINE = re.compile(r"线下|面授|现场|到校")
_QUOTA = re.compile(
    r"目标|指标|多少(?:个|名|位)?(?:人|推介官)|几万|万人|名额|占|上限|封顶|无限|不限|随便发|拿证.{0,2}比例|证书?的比例|比例.{0,4}(?:限|要求|规定|超)|能发多少|(?:发|出)多少(?:张|本|个)?证"
)
_PROVIDERS = re.compile(
    r"机构.{0,6}(?:办|开|可以|有|资质|资格)|谁.{0,3}(?:开办|办班|办培训)|(?:办|开).{0,4}班|申请办|实施机构"
)
_FOR_WHOM = re.compile(r"谁.{0,3}(?:参加|报|学|培训)|哪些人|什么人|对象")
_SEAL = re.compile(r"(?<!文)章|落款|监制|谁发(?!通知|文)")
_PATHS = re.compile(
    r"(?:怎么|如何|怎样).{0,4}(?:考|拿|取得|获得|领)|途径|渠道|门路|路子|[几哪]{1,2}条|哪些(?:方式|办法|路)|区别|获得|高级|基础|层级|几种|几个?(?:等级|级别|级|档|层次|类)|分.{0,3}级|什么(?:级别|等级)|能拿|能领|能得|排第?[几前多]|前.{0,3}能"
)
_WHICH_TIER = re.compile(
    r"还是|哪[个种一]?[级档种]|什么(?:级别|层级|等级|档)|^.{0,4}(?:高级|基础)的?[吗吧么？?]|算"
)
_APPLY = re.compile(r"申请|申领|怎么办|办理|上传|汇总|归集|传上|怎么报|要我?(?:自己|本人)|自己(?:去|报|弄)")
_ONESELF = re.compile(r"申请|申领|怎么办|办理|怎么报|自己|本人|我要")
_UPLOADS = re.compile(r"上传|传上|归集")
_COLLECTED = "上传"
_WHAT_IS_IT = re.compile(
    r"推介官.{0,4}(?:是|算)个?(?:什么|啥|干[啥嘛])(?:的|东西|证|意思|玩意儿?)?[呀啊吗呢？?]*$|什么是|啥是|什么意思|介绍一?下|干[啥嘛]的"
)
_HAVE = re.compile(r"换|能拿|能领|能得|可以[拿领得]|直接[拿领得]|认(?:吗|不认|可)|抵")
_FEE = re.compile(r"多少钱|费用|收费|要钱|要不要钱|花钱|免费|学费|报名费|考试费")
_AMOUNT = re.compile(r"收费|学费|考试费|\d元")
_OTHER_CERTIFICATE = re.compile(
    r"(?:我|你|他|她|有|拿|凭|用|以|考过|考了|的)*([一-龥]{2,8}?)(?:[一二三四五高中初]级)?证(?![明件据])"
)
_SHORT = re.compile(r"区级|项目制|定向培训|企业职工")
_OWN_NAMES = re.compile(r"推介|准考|身份|[几哪么怎啥路谁]|可以|一张|这个|那个|官")
# What the typed facts do not know, though it names one of their things.
_ELSEWHERE = re.compile(
    r"费|钱|补贴|报名|文号|文件|难|题|分数|多少分|及格|规定|有什么用|联系|电话|地址|测评|结课|开班|户籍|户口|外区"
)


_OLD_STANDARD = re.compile(r"题库|老题|旧题|培训标准|技术要求")  # what stood before goes on: this year's rule too
_MAY_JOIN = re.compile(
    r"(?:能不能|能|可以|可不可以|够不够|够|收不收|收|有资格|让不让|准不准)[^，。]{0,6}(?:参加|报|学|上|去|来|轧|格|资格|条件|进)"
)
_BEGUN = re.compile(r"开的?.{0,8}班|开[了过]?班|没上完|结课|没结束")


def answer_programme(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """Answer from the programme's facts; what they do not know is looked for in its notice."""
    name = subject.occupation.name if subject.occupation else ""
    year = (
        None if _BEGUN.search(turn.text) or _OLD_STANDARD.search(turn.text) else subject.year
    )  # 去年开的班 asks for this year's rule on it
    known = programmes(desk.library, name, turn.as_of, year)
    found = known[0] if known else None
    told_ = _told(desk, turn, found) if found else None
    if found is None or told_ is None:
        return search.answer_programme(desk, turn, subject)
    named = notice_of(found.organisation.name, found.year, found.status, turn.as_of)
    citations = [*told_.citations, desk.library.cite_title(found.notice_id, turn.as_of)]
    head = f"{named}没有写明{told_.unsaid}。" if told_.unsaid else f"按{named}："
    head += "写明的是：" if told_.unsaid and told_.lines else ""
    status: Status = "answered" if not told_.unsaid else "partial" if told_.lines else "not_stated"
    return single(
        status,
        "\n".join([head, *dict.fromkeys(told_.lines)]),
        citations=unique(citations),
        computed=told_.computed,
        card=Card(type="programme", data=found.model_dump(mode="json")) if told_.typed else None,
    )


def _told(desk: Desk, turn: Turn, found: Programme) -> Told | None:
    """From the facts; beside a fee, which they do not know, the other question of the message is answered still."""
    rest = _FEE.sub("", turn.text)
    both = rest != turn.text and _PATHS.search(rest) and not _ELSEWHERE.search(rest)
    if both and not _states_a_fee(desk, found):
        told_ = _typed(desk, replace(turn, text=rest), found)
        return replace(told_, unsaid="费用") if told_ else None
    matter = None if _SEAL.search(turn.text) and standings(turn.text) else matter_of(turn.text)
    if told_ := _of_notice(desk, turn, found, matter):
        return _with_who(turn, found, told_)
    if matter is None and not _HOURS.search(turn.text) and (silent := sorts_asked(desk, turn.text)):
        return Told([], [], unsaid="和".join(one.label for one in silent), typed=False)
    typed = None if _ELSEWHERE.search(turn.text) else _typed(desk, turn, found)
    return typed or _of_notice(desk, turn, found, matter_of_topic(turn.intent))


def _with_who(turn: Turn, found: Programme, told_: Told) -> Told:
    """Beside what is not stated, what is open to the person who asks whether they may join (能免费参加吗)."""
    if told_.unsaid is None or not standings(turn.text) or not _MAY_JOIN.search(turn.text):
        return told_
    who = _who(turn, found)
    if who is None:
        return told_
    return replace(told_, lines=[*who.lines, *told_.lines], citations=[*who.citations, *told_.citations])


def _of_notice(desk: Desk, turn: Turn, found: Programme, matter: Matter | None) -> Told | None:
    """The notice's own sentences about a matter that the typed facts do not hold."""
    if matter is None:
        return None
    sources = sentences(desk, found.notice_id, matter.says)
    if not sources and matter.unsaid is None:
        return None
    quotes = desk.library.cite_all(found.notice_id, sources, turn.as_of)
    return Told([one.quote for one in sources], quotes, unsaid=matter.unsaid, typed=False)


def _states_a_fee(desk: Desk, found: Programme) -> bool:
    clauses = desk.library.notice(found.notice_id).clauses.values()
    return any(_AMOUNT.search(clause.text) for clause in clauses)


def _typed(desk: Desk, turn: Turn, found: Programme) -> Told | None:
    """The first of these that the question is about."""
    text = turn.text
    if _HOURS.search(text) and found.hours:
        return hours(found, offline=bool(_OFFLINE.search(text)))
    if _WHAT_IS_IT.search(text) and not _WHICH_TIER.search(text):
        return overview(found)
    if _QUOTA.search(text) and found.quotas:
        return quotas(turn, found)
    if FORM.search(text) or LOOK_UP.search(text):
        return certificate(turn, found)
    if _SEAL.search(text):
        paths = _paths(turn, found) or list(found.paths)
        return Told([seal_of_route(one) for one in paths], quotes_of(paths))
    if _UPLOADS.search(text) or (_APPLY.search(text) and not _PROVIDERS.search(text)):
        return _collected(turn, found)
    if (other := other_proof(turn)) and _HAVE.search(text):
        paths = found.by_route(
            ["assessment", "university_examination"] if turn.mentioned.outside else ["assessment"]
        )
        return Told([path_line(one) for one in paths], quotes_of(paths), unsaid=f"凭“{other}”能获得推介官证书")
    if _PROVIDERS.search(text):
        lines = [providers_line(one) for one in found.trainings]
        return Told(lines, [c for one in found.trainings for c in one.citations])
    graded = grade_of(text) is not None
    if (
        turn.intent == "ask_promoter"
        and not graded
        and not desk.searcher.asked_words(desk.searcher.understand(text))
    ):
        return overview(found)
    return _who(turn, found) or (certificate(turn, found) if turn.intent == "ask_results" else None)


def asks_to_change(turn: Turn) -> bool:
    """Whether the message asks if another examination's certificate counts for the programme's (计算机二级能换吗)."""
    return bool(turn.mentioned.outside) and not turn.mentioned.elsewhere and bool(_HAVE.search(turn.text))


def other_proof(turn: Turn) -> str | None:
    """The certificate or examination that the person has, in their words, where no way begins with it: 人力证."""
    if asks_to_change(turn):
        return turn.mentioned.outside
    names = [] if standings(turn.text) else _OTHER_CERTIFICATE.findall(turn.text)
    return next((f"{name}证" for name in names if not _OWN_NAMES.search(name)), None)


def _collected(turn: Turn, found: Programme) -> Told | None:
    """Who hands in the data from which certificates are made, way by way; that one applies oneself is not said."""
    paths = _paths(turn, found) or list(found.paths)
    quotes = [cited for cited in quotes_of(paths) if _COLLECTED in cited.quote]
    if not quotes:
        return None
    unsaid = "本人怎么自己申请证书" if _ONESELF.search(turn.text) else None
    return Told([cited.quote for cited in quotes], quotes, unsaid=unsaid)


def _who(turn: Turn, found: Programme) -> Told | None:
    """The ways that are open to the person; all of them where only the ways are asked for."""
    who = standings(turn.text)
    trainings = [] if names_the_exam(turn.text) else trainings_for(found.trainings, who)
    trainings = _named_trainings(turn, found) or trainings
    if not who and _FOR_WHOM.search(turn.text):
        trainings = list(found.trainings)
    paths = _paths(turn, found)
    if not trainings and not paths:
        if not _PATHS.search(turn.text):
            return None
        tiers = tiers_of(turn.text)
        named = [one for one in found.paths if one.tier in tiers] if "区别" not in turn.text else []
        paths = named or list(found.paths)
    lines = [training_line(one) for one in trainings]
    if trainings and not paths:
        paths = found.by_route(["training"])
    lines += [path_line(one) for one in paths]
    return Told(lines, [*(c for one in trainings for c in one.citations), *quotes_of(paths)])


def _named_trainings(turn: Turn, found: Programme) -> list[Training]:
    """Those that the words name (区级, 项目制, 定向培训): whoever asks, theirs is the rule."""
    return [
        one for one in found.trainings if one.name and any(word in turn.text for word in _SHORT.findall(one.name))
    ]


def _standings(turn: Turn) -> list[Standing]:
    """Who asks, by these words; by those before where the question only goes on (是高级还是基础, 怎么申请)."""
    goes_on = _WHICH_TIER.search(turn.text) or _APPLY.search(turn.text) or _SEAL.search(turn.text)
    return standings(turn.text) or (standings(turn.memory.said or "") if goes_on else [])


def _paths(turn: Turn, found: Programme) -> list[Path]:
    """The ways that the words or the level name: a level is a grade of the universities' examination.

    A level alone may also be one of an occupation whose assessment counts at whatever level.
    """
    who = _standings(turn)
    routes = routes_of(who)
    if "区" in turn.text and "培训" in turn.text:
        routes = [*routes, "training"]
    grade = grade_of(turn.text)
    if grade is not None and not routes:
        routes = ["university_examination", "assessment"]
    exam = found.by_route(["university_examination"])
    if grade is not None and ("assessed" not in who or names_the_exam(turn.text)):
        exam = of_grade(exam, grade)
    return [one for one in found.by_route(routes) if one.route != "university_examination" or one in exam]
