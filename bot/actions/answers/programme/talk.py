"""Whether a message is about a programme (推介官) that it does not name: by the programme's own words, or by the talk so far."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.actions.answers.programme.asked import (
    APPLY,
    GOT_BY_IT,
    HAVE,
    OTHER_CERTIFICATE,
    OWN_NAMES,
    SEAL,
    STILL_NEEDED,
    WHICH_TIER,
)
from bot.actions.answers.programme.words import Standing, names_training, standings
from bot.actions.desk import Desk
from bot.actions.several.words import is_interrogative
from bot.actions.turn import INFORM, Turn
from knowledge.kept import kept
from knowledge.library import Library

# Things that only the programme's notice has; 技术比武 stands in a footnote about companies' own assessments.
_OWN_THINGS = re.compile(
    r"区级项目制|项目制培训|定向培训|(?<!技术)比武|岗位练兵|信息技术水平考试|证书归集|企业职工(?:职业)?培训|\d万人|培训认证|满意度(?:测评|调查|的?结果)|合格人员.{0,8}汇总"
)
_GOES_ON = re.compile(r"呢|也|换|能[不拿领得]|可以|算|行[吗不]|认[吗不]")
_THIS = re.compile(
    r"换|兑|(?:拿|领|给|算|发|认|要|办|有).{0,3}(?:[这那][个一]?[张份本]|[这那]个|它|一[张份本])|推介"
)
# 区里备案的比武排前多少有证 asks for no number of registration.
_NUMBERED = re.compile(r"号|编码|代码")
# What is asked of the other certificate itself, which the catalogue answers: who assesses it, its levels, its price.
_OF_THE_OTHER = re.compile(
    r"谁(?:家|来)?(?:能|可以)?[考评办]|归谁|哪(?!种|[个一]?[种档])[^，。,]{0,6}(?:考(?!过|出|了)|评价|办|报|学)|(?:哪|什么|啥)(?:家|个|些)?(?:机构|单位|协会|公司|学校)"
    r"|(?:多少|几块)钱|收费|报名|电话|地址|能考几级|有几级"
)
# 换一条路，直接考训练师四级行吗: of who may sit the other's examination.
_MAY_SIT = re.compile(
    r"(?:直接|改|去|想|来)[考报][^，。,]{0,9}(?:级|师)[^，。,]{0,3}(?:行|能|可以|好|够)|[考报]得了|够条件"
)
# Which of the programme's certificates another one leads to: 过了给的是基础还是高级, 给高级的, 考过算不算.
_WHICH_OF_OURS = re.compile(
    r"(?:给|发|拿|领|得|换|算|是|获|配)[^，。,]{0,6}(?:基础|高级(?!工|技师))|(?:基础|高级)[^，。,]{0,4}还是|(?:基础|高级)(?:的|那种|档)*[吗吧么？?]+$"
    r"|(?:过了?|有|拿了?|拿到|通过|合格|考出来?)(?:的|了|的话|之后|以后|[,，])*[^，。,]{0,4}(?:算不算|算吗|算数|作数|管不管用|认不认|认吗|行不行)"
)
# 我已经有训练师四级了，可以拿吗: of a certificate that is held, with nothing named that may be had for it.
_HELD = re.compile(r"考[了过出]|拿[了到过]|有|过了|通过")
_MAY_HAVE = re.compile(
    r"(?:能|可以|会|是不是|直接|自动|就)[^，。,考报补]{0,3}(?:拿|领|得|换|给|发|算|有|认)(?:[了到的我]|一[张个])*[吗么不伐嘛吧？?]*$|(?:行|认|算|可以)(?:[吗么不伐嘛行认算数可以])+[？?]*$"
)
_APART = re.compile(r"区别|不同|差别|差异|[不]?一样|一回事")
# 学校考了人工智能三级, in a talk with a student: of the universities' examination, not of the occupation.
_EXAM_GRADE = re.compile(r"人工智能(?:科目|方向)?(?:考试)?的?[一二三四]级(?!训练师)")
_AT_SCHOOL = re.compile(r"学校|大学|高校|学院")
# The words of a certificate's seal, and its issuer as one whose seal it may be.
_SEALED = re.compile(r"(?<!文)章|落款|监制|证书?[^，。,]{0,8}发")
_UNSURE = (
    INFORM,
    "search",
    "out_of_scope",
    "ask_promoter",
    "ask_certificate",
    "ask_catalogue",
    "ask_eligibility",
)


def settle_programme(desk: Desk, turn: Turn) -> Turn:
    """The turn about the programme, where its words or the talk say so; else as it is.

    「数据标注专项的呢」 goes on about whose certificate is changed for the programme's.
    """
    name = programme_name(desk.library)
    if name is None or turn.mentioned.occupation == name:
        return turn
    if _names_issuer(desk.library, turn, name):
        return replace(turn, mentioned=replace(turn.mentioned, occupation=name, organisation=None))
    if tells_of_the_exam(turn, name):
        of_it = replace(turn.mentioned, occupation=name, organisation=None, stranger=None)
        return replace(turn, mentioned=of_it, intent="ask_promoter")
    of_a_way = turn.mentioned.occupation is None or "assessed" in standings(turn.text)
    if of_a_way and (_OWN_THINGS.search(turn.text) or _asks_of_another_way(turn, name)):
        about = replace(turn, mentioned=replace(turn.mentioned, occupation=name, stranger=None))
        unnumbered = turn.intent == "ask_registration_number" and not _NUMBERED.search(turn.text)
        return replace(about, intent="ask_promoter") if unnumbered else about
    return turn


def gone_on_with(turn: Turn) -> str:
    """The message before that named who asks or a training, where the question only goes on (是高级还是基础, 怎么申请)."""
    goes_on = any(one.search(turn.text) for one in (WHICH_TIER, APPLY, SEAL, STILL_NEEDED, GOT_BY_IT))
    own = standings(turn.text) or names_training(turn.text)
    return turn.memory.said or "" if goes_on and not own else ""


def standings_in_talk(turn: Turn) -> list[Standing]:
    """Who asks, by these words, else by those before; who named a training asks about that."""
    before = gone_on_with(turn)
    return standings(turn.text) or ([] if names_training(before) else standings(before))


def in_programme(desk: Desk, turn: Turn) -> bool:
    """Whether the programme is asked about: named, meant by its own words, or carried over from before."""
    new = settle_programme(desk, turn).mentioned
    name = new.occupation or (None if new.organisation else turn.memory.occupation)
    return name is not None and bool(desk.library.programmes(name))


def _names_issuer(library: Library, turn: Turn, name: str) -> bool:
    """Whether a talk about the programme goes on about the seal of its certificate and names the body that issued its notice.

    「证上盖谁的章，人社局的？」 asks about no other office than the one that the notice speaks of.
    """
    whose = turn.mentioned.organisation
    if turn.memory.occupation != name or turn.mentioned.occupation or whose is None:
        return False
    issuers = {library.issuer(one.front).name for one in library.programmes(name)}
    return whose in issuers and turn.intent in _UNSURE and bool(_SEALED.search(turn.text))


def _asks_of_another_way(turn: Turn, name: str) -> bool:
    text = turn.text
    if turn.memory.occupation != name or turn.mentioned.occupation is None or turn.intent not in _UNSURE:
        return False
    if _OF_THE_OTHER.search(text) or _MAY_SIT.search(text):
        return False
    assessed = "assessed" in standings(text)
    if assessed and (_WHICH_OF_OURS.search(text) or _APART.search(text) or _is_held(text)):
        return True
    before = "assessed" in standings(turn.memory.said or "")
    return (before or (assessed and bool(_THIS.search(text)))) and bool(_GOES_ON.search(text))


def _is_held(text: str) -> bool:
    """Whether another certificate is told of as held, and nothing is asked but what comes of it."""
    return bool(_HELD.search(text)) and (bool(_MAY_HAVE.search(text)) or not is_interrogative(text))


def tells_of_the_exam(turn: Turn, name: str | None) -> bool:
    """Whether a talk about the programme comes to a grade of the universities' examination, called by its subject only."""
    if turn.memory.occupation != name or turn.intent not in _UNSURE or not _EXAM_GRADE.search(turn.text):
        return False
    return "student" in standings(turn.memory.said or "") or bool(_AT_SCHOOL.search(turn.text))


def asks_to_change(turn: Turn) -> bool:
    """Whether the message asks if another examination's certificate counts for the programme's (计算机二级能换吗)."""
    return bool(turn.mentioned.outside) and not turn.mentioned.elsewhere and bool(HAVE.search(turn.text))


def other_proof(turn: Turn) -> str | None:
    """The certificate or examination that the person has, in their words, where no way begins with it: 人力证."""
    if asks_to_change(turn):
        return turn.mentioned.outside
    names = [] if standings(turn.text) else OTHER_CERTIFICATE.findall(turn.text)
    return next((f"{name}证" for name in names if not OWN_NAMES.search(name)), None)


@kept(1)
def programme_name(library: Library) -> str | None:
    """The official name of the programme that notices are about; None where there is none."""
    names = (one.name for one in library.lexicon.occupations)
    return next((name for name in names if library.programmes(name)), None)
