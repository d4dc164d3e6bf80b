"""The words by which questions count people and name attempts and modules, as places in a text.

Works on a masked text of the same length: names and levels are blanked, so their numerals are never people.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.actions.retake_words import FAILED, MODULE
from knowledge.fee_sums import MOST_PEOPLE, Module
from knowledge.lexicon.matching import Mention
from knowledge.wording.numerals import chinese_number
from knowledge.wording.plain import plain

NAME, LEVEL = "\ue000", "\ue001"
_HAN = "一二两三四五六七八九十百千"
_NUMBER = rf"(?<![\d.\-~到至第前每哪头大初高研{_HAN}])(?P<number>\d+|[{_HAN}]+)(?P<more>[来多几余])?"
_NOUN = (
    "人(?![工力事民社才机均])次?|员工|职工|同事|同学|学员|学生|朋友|老师|师傅|工人|工友|徒弟|考生|小?伙伴|新人|家人|亲戚|娃娃?|小孩|口(?=[人子之全都一考报要])人?"
    "|兄弟|姐妹|闺蜜|孩子|室友|队员|战友|职工|店员|讲师|教师|居民|村民|社员|护士|会员|学徒|女生|男生|姑娘|小伙子?"
)
_VERBS = "要想都全部去来考报名补重正申参加是的打算准备一起同时团体改换转升成为到还就"
# 26个大四同学, 4个新来的同事
_OF_A_KIND = "(?:大[一二三四]|应届|在校|在职|本科|大专|中专|新来|老|新|男|女|年轻|一线)的?"
_COUNTED = rf"\s*(?:[个名位]?\s*(?:{_OF_A_KIND})?(?:{_NOUN})|[个名位](?=[{NAME}{_VERBS}]{{0,16}}{LEVEL}|[只就需要是得]{{0,3}}[补重正]考|[只就需要是得]{{0,3}}补(?=理论|实操|操作|技能|[一两])|(?:只有|光|就)?(?:一次|都|各|全|没|不|理论|实操|操作|技能)?(?:就)?(?:{FAILED}|过了|通过|合格|挂)))"
_AFTER_LEVEL = rf"(?<={LEVEL})(?:的|工|证书?|有|是|报|考|各|也|还|就|变|改|成|[:,\s]){{0,3}}"
_TRAILING = rf"{_AFTER_LEVEL}(?P<late>\d+|[{_HAN}]+)[个名位](?=$|[,。.;、!?\s和加跟与吧呢吗共一都多])"
_NOT_APPLICANTS = (
    r"(?!\s*(?:不足|以[上下内]|起|才|就?能?开[班考]|成班|的?(?:班|名额|门槛))|.{0,4}(?:说(?!好)|告诉|讲))"
)
# 理论挂了5个, 操作没过的有3个, 补理论的5个: of each paper how many.
_OF_PAPER = (
    rf"(?:{MODULE}(?:知识|考试|那[门科]|这[门科])*(?:就|是|都|上|的|,)*(?:{FAILED}|挂|没过|补考?|要补)|补考?(?:了)?{MODULE})"
    rf"(?:的|了|掉|是|就|有|人|一共)*(?<!\d)(?P<failed>\d+|[{_HAN}]+)[个名位人](?!月|小时|模块|星期|工作日)"
)
_PEOPLE = re.compile(rf"{_TRAILING}|{_OF_PAPER}|{_NUMBER}{_COUNTED}{_NOT_APPLICANTS}|(?P<pair>[俩仨])")
_THRESHOLD = re.compile(r"(?:不足|不满|少于|多于|超过|满|不到|达到?|至少|最[少低多]|[低高]于)\s*$")
_AND_ME = re.compile(
    r"我(?:自己)?(?:和|跟|与|同|加上?)(?:我的?|另外?的?|其他的?|公司|单位)*$|除了?我(?:[之以]外|自己)?.?还有$"
)
_WITH_ME_OR_NOT = re.compile(r"我(?:还有|带着?|领着?|这[边里]有).{0,2}$")
_COUPLE = re.compile(
    r"我(?:和|跟|与|同)(?:我的?)?(?:老公|老婆|爱人|妻子|丈夫|对象|[男女]朋友|[爸妈]{1,2})(?!.{0,3}[两俩])"
)
_RANGE = rf"(?:\d+|[{_HAN}]+)[个名位人]?[\-~到至](?:\d+|[{_HAN}]+)"
# 每个部门派两个人: how many that is in all depends on what is told elsewhere.
_OF_EACH_GROUP = re.compile(
    r"(?:每|各)(?:一)?[个家间所]?(?:部门|科室|车间|班组|小?组|班级?|门店|店|分?公司|单位|学校|校区|机构|学院|系)[^,，。;；]{0,8}$"
)
_VAGUE = re.compile(rf"(?:好几|几十?|若干|一[些帮批群]|{_RANGE})[个名位]?(?:{_NOUN})")
# 小王, 老赵, 阿美; 老师 and 小程序 are no names.
_CALLED = r"[小老阿](?![时程学组区伙孩红师板人家证是公婆本册型升拉姨])[\u4e00-\u9fff]"
_NAMED = re.compile(
    rf"(?P<names>{_CALLED}(?:(?:和|跟|与|还有|[、,\s])*{_CALLED})+)(?=(?:都|要|想|一起|两个|[考报的{NAME}])*{LEVEL})"
)
# 他还是三级，另外两个四级
_ALONE = re.compile(
    rf"(?:[他她我](?![们国])|{_CALLED})(?:自己|一个人|还是|仍旧|仍然|就|也|只|继续|要|想|[考报的{NAME}])*(?={LEVEL})"
)
_THE_OTHERS = re.compile(
    rf"(?:另外|其他|其余|剩下)的?(?:\d+|[{_HAN}]+)[个名位](?:人|同事|学员|的|是|都|就|也|要|[考报{NAME}])*{LEVEL}"
)
_TWO_DIGITS = re.compile(r"[一二两三四五六七八九]{2}")
RETAKE = re.compile(
    rf"补考|补缴?考|重考|重新考|再考(?!{LEVEL}|$)|再(?:来|去)一[次趟回遍]|{FAILED}|挂|没考过|[差剩欠](?=(?:了|着|个)?{MODULE})"
    rf"|补(?=.{{0,8}}(?:模块|门|科|{MODULE}))|补(?=了?[一二两三四五\d][次回])"
)
FIRST = re.compile(r"正考|正常考|首[次考]|第一次|头一次|新报|初次")
SITS = re.compile(r"(?<![补重正再])考(?!试|务|过|生)|报(?!名费|考费)|申报")
TOGETHER = re.compile(
    r"一共|总共|合计|合起来|合着|加起来|加一起|加在一起|加(?:在)?一块|共[要计需付交]|总计|统共|拢共|归总|总价|总额|总费用|总的|前前?后后?(?:要|得)?花|全部下来|算下来"
)
PERSON = re.compile(
    r"我(?![们国的])|你(?!们)|[他她](?!们)|老[公婆]|爱人|妻子|丈夫|对象|男友|女友|朋友|同事|儿子|女儿|孩子|[爸妈哥姐弟妹]{1,2}|小[\u4e00-\u9fff](?!时)"
    r"|另外?一?[个位]|其中一[个位]"
)
EACH = re.compile(r"各(?!种|位|个评|家|机)|都|每个?人")
ALL = re.compile("都")
SHARED_OUT = re.compile(r"分别|一人一")
EACH_PRICE = re.compile(r"(?:各|分别)(?:自|是|要)?(?:多少|几)|各多少")
COMPARED = re.compile("不同|不一样|一样|区别|差多少|差价|还是|或者?|哪个")
# The first attempt is in the sum where it is joined to the retake, or where attempts are counted.
FIRST_AND_AGAIN = re.compile(
    rf"(?:报名|报考|正考|首[次考]|第一次考?|(?<![补重再])考[{NAME}{LEVEL}]+)(?!.{{0,6}}了).{{0,12}}?(?:加上?|和|跟|再|然后|[以之]?后|\+)(?:要|去)?[补重](?:考|一)"
    r"|先.{0,24}?(?:后来|然后|之后|又|再)[^,。]{0,4}[补重]"
    r"|从(?:头|报名|开始)[^,。]{0,4}(?:算|起|到)"
    rf"|(?<![补重再])(?:考|报)(?:个|的)?[{NAME}{LEVEL}].{{0,16}}(?:[补重]考?[一二两三四五\d][次回遍]|[一二两三四五\d]次[补重]考)"
)
PART_OF = re.compile(r"其中|里面|当中|^(?:里)?有[^,，。]{1,10}(?:是|要|得)[补重]考")
BETWEEN = re.compile(r"加上?|和|跟|及|还有|另外|[,;。.、+]")
_MODULES: dict[Module, str] = {
    "theory": r"理论(?:知识)?(?:考试)?",
    "practice": r"实操|实际操作|操作技能|操作|实践|技能(?!等级|提升|竞赛|大赛|人才|比武|培训|评价|鉴定|水平|类|证)",
    "review": r"(?:综合)?评审|答辩",
}
_PASSED = r"(?!(?:成绩|考试|已经|都|也|考|是|去年|今年|前年|上[次回]|[之以]前|早就?|刚)*(?:过了|过(?=[,实操])|通过了?|合格|及格))"
# 过了理论，只补操作
_PASSED_BEFORE = re.compile(
    rf"(?<![没未不论操作能践审试])(?<![没未不]考)(?<!没能)(?<!没有)(?:考?过|通过|合格)了?(?:就?是|那门)?{MODULE}(?:知识|技能)?(?:考试)?(?![没未不挂差还])"
)
_TIMES = re.compile(
    r"(?:[补重再]考?|挂了?)[^,。;]{0,14}?(?<!第)(?P<number>\d|[一二两三四五])[次回遍]|(?P<early>\d|[一二两三四五])[次回遍](?:的)?[补重]考"
)
_MODULE_COUNT = re.compile(rf"(?<![第每{_HAN}])(?P<number>\d|[一二两三四])个?(?:门|模块|科目|科)")


@dataclass(frozen=True)
class Token:
    """`people` with how many (None: some number nobody can tell) or `level` with which, at `text[start:end]`."""

    kind: str
    value: int | None
    start: int
    end: int


def masked(text: str, mentions: Sequence[Mention]) -> str:
    """The plain text with names and levels blanked; every character keeps its place."""
    chars = list(plain(text))
    for one in mentions:
        mask = LEVEL if one.kind == "level" else NAME
        chars[one.start : one.end] = mask * (one.end - one.start)
    return "".join(chars)


def people_in(text: str) -> list[Token]:
    """Every number of people that a masked text names, in order; one person beside a number of others counts as one."""
    found = [_people(text, match) for match in _PEOPLE.finditer(text) if _counts_applicants(text, match)]
    couples = [Token("people", 2, one.start(), one.end()) for one in _COUPLE.finditer(text)]
    some = [Token("people", None, one.start(), one.end()) for one in _VAGUE.finditer(text)]
    alone = _ALONE.finditer(text) if _THE_OTHERS.search(text) else ()
    singles = [Token("people", 1, one.start(), one.end()) for one in alone]
    return sorted([*found, *couples, *some, *singles], key=lambda one: one.start)


def named_in(text: str) -> list[Token]:
    """Two or more people who are called by their names one after the other, before what they take (小王小李三级)."""
    runs = [(one, len(re.findall(_CALLED, one["names"]))) for one in _NAMED.finditer(text)]
    return [Token("people", number, one.start(), one.end("names")) for one, number in runs]


def named_modules(text: str) -> tuple[Module, ...]:
    """The modules that a piece of text names, but for those that were passed."""
    text = _PASSED_BEFORE.sub("", text)
    return tuple(one for one, words in _MODULES.items() if re.search(rf"(?:{words}){_PASSED}", text))


def passed_modules(text: str) -> tuple[Module, ...]:
    """The modules that a piece of text says were passed."""
    told = [one for one, words in _MODULES.items() if re.search(words, text)]
    return tuple(one for one in told if one not in named_modules(text))


def module_count(text: str) -> int | None:
    """How many modules a piece of text names by number."""
    match = _MODULE_COUNT.search(text)
    return _number(match.group("number")) if match else None


def times(text: str) -> int:
    """How often a piece of text says that something is taken again; 1 where it does not."""
    match = _TIMES.search(text)
    return max(1, _number(match.group("number") or match.group("early"))) if match else 1


def _counts_applicants(text: str, match: re.Match[str]) -> bool:
    return not _THRESHOLD.search(text[: match.start()])


def _people(text: str, match: re.Match[str]) -> Token:
    if match.group("pair"):
        return Token("people", 2 if match.group("pair") == "俩" else 3, match.start(), match.end())
    group = next(name for name in ("late", "failed", "number") if match.group(name))
    figure, before = match.group(group), text[: match.start()]
    vague = (
        (group == "number" and match.group("more"))
        or _OF_EACH_GROUP.search(before)
        or _TWO_DIGITS.search(figure)
        or _WITH_ME_OR_NOT.search(before)
    )
    number = None if vague else _number(figure) + bool(_AND_ME.search(before))
    known = number if number is not None and 1 <= number <= MOST_PEOPLE else None
    return Token("people", known, match.start(group if group == "failed" else 0), match.end())


def _number(figure: str) -> int:
    return int(figure) if figure.isdigit() else chinese_number(figure)
