"""Whose facts a clause tells where the speaker tells of somebody else, too: 我老婆有十年经验，我没有."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CHILD = r"儿子|女儿|外?孙子|外?孙女|外孙|孩子|小孩|囡囡|侄子|侄女|外甥女?|学生|徒弟"
_ADULT = (
    r"老公|老婆|爱人|丈夫|妻子|媳妇|太太|先生|男朋友|女朋友|对象|朋友|同事|同学|室友|舍友|闺蜜|邻居|亲戚|哥哥?|姐姐?|弟弟?|妹妹?|表[哥姐弟妹]|堂[哥姐弟妹]"
    r"|爸爸?|妈妈?|父亲|母亲|爷爷|奶奶|外公|外婆|[小老][王李张刘陈杨赵黄周吴徐孙马朱胡郭何林罗郑梁宋谢唐许邓冯韩曹彭曾](?![师板])|叔叔?|阿姨|舅舅|嫂子?|姐夫|师傅|老乡|搭档"
)
RELATED = rf"{_CHILD}|{_ADULT}"
_LINK = r"(?:而|但是?|不过|可是?|还有|另外|然后|那|就是)*"
_OTHER = re.compile(
    rf"{_LINK}(?:(?:我|咱|阿拉)(?:们?家?)?的?(?:一个)?(?:{_CHILD}|{_ADULT})|(?:儿子|女儿|孩子|小孩|囡囡|老公|老婆|同事|朋友|同学|室友|哥哥|姐姐|弟弟|妹妹|爸爸|妈妈))"
)
_ON_THEM = re.compile(rf"{_LINK}[他她]")
_THEM_FIRST = re.compile(rf"{_LINK}(?:要是|如果|换成?|回到|再说)*[他她](?!们|家|说|讲)")
_SELF = re.compile(
    rf"{_LINK}(?:我自己|我本人|我这边|本人|我|阿拉)(?!们|家|的?(?:一个)?(?:{_CHILD}|{_ADULT})|自?己?(?:想|要|帮|替|给|问|来|能|可以|打算|准备|和|跟)|是(?:帮|替|给|[他她]))"
    rf"|{_LINK}我(?:自己|本人)(?:想|要|打算|准备|来|能|可以)(?:不能|不可以)?(?:去|来|直接)?[考报升]"
)
# 我想给我儿子问问: whom a talk that the speaker begins is about.
_ON_BEHALF = re.compile(
    rf"(?:给|帮|替|代)我?(?:们?家)?的?(?:一个)?(?P<who>{_CHILD}|{_ADULT})(?:来|先)?(?:问|咨询|打听|了解|看看|查)"
)
# 算了他不考了，我考吧: of whom the talk is no longer.
_GIVES_UP = re.compile(
    rf"{_LINK}(?:算了|唉|那)*(?:我(?:们?家)?)?(?:[他她]|{_CHILD}|{_ADULT})(?:自己|又|说|就|也|先|现在)*不(?:想|打算|准备|去|肯|愿意?)*[考报]了?(?:吧|啊)?"
)
# 我老公说加起来都十二年了, 人家说拿了五级要再做三年: advice and rules, and nobody's facts.
_REPORTED = re.compile(
    rf"{_LINK}(?:结果|后来|又|我们?|看|听|学校|管|培训)*(?:有的?人?|人家|别人|网上|群里|书上|听|据|[^,他她]{{0,6}}?(?:{_CHILD}|{_ADULT}|老师|老板|领导|组长|主任|经理|家长|战友|学[长姐]|公众号|小姐姐|人事|中介))"
    r"(?:也|都|又|有|还|总|老|跟我|和我|对我|电话里|非)*(?:说|讲|劝|告诉)(?![^,]*[我他她])"
)
_SAYS = re.compile(r"[说讲:]$")  # what they say follows
_I = re.compile(rf"(?:我|本人)(?!们|国|家|的?(?:一个)?(?:{_CHILD}|{_ADULT}))")
_APPLIES = r"(?:也|都|就)?(?:想|要|打算|准备|能|可以|能不能)[^,。;?!]{0,10}?[考报升]"
_OTHER_APPLIES = re.compile(rf"(?:[他她]|{_CHILD}|{_ADULT}){_APPLIES}")
_SELF_APPLIES = re.compile(rf"我(?:自己|本人)?{_APPLIES}")
# 我朋友有四级证，我能考三级吗: nothing is told of whoever asks.
_MAY_I = re.compile(
    r"(?:^|,)(?:那|那么|请问)?我(?:自己|本人)?(?:也|都|就|现在)*(?:能不能|能|可以|够)(?:直接)?[考报申升]"
)
_BOTH = re.compile(r"我们|咱们|[俩两]个?(?:人|都)|一起|都(?:想|要|能|可以)")
_CLAUSES = re.compile(r"[\s,，。;；?？!！~…]+")
_TWO = 2
_ABOUT_OTHERS = re.compile(rf"[他她]|{_CHILD}|{_ADULT}")


@dataclass(frozen=True)
class Aside:
    """What a message tells (`text`) of a `person` whom its question is not about, and whom it is about (`of`)."""

    person: str
    of: str
    text: str


def told_aside(text: str) -> Aside | None:
    """The clauses of the one person who is told of beside the other; None where there is one person, or more than two."""
    clauses = [one for one in _CLAUSES.split(text) if one]
    owners = _owners(clauses)
    left_out = _of_others(clauses, owners)
    people = {one for one in owners if one}
    words = [_person(one) for one in clauses if _OTHER.match(one)]
    other = words[0] if words else None
    if not left_out or len(people) != _TWO or other is None or any(one != other for one in words):
        return None
    aside = {owners[index] for index in left_out}
    if len(aside) > 1:
        return None
    told = "，".join(clauses[index] for index in sorted(left_out))
    return Aside("self", other, told) if aside == {"self"} else Aside(other, "self", told)


def of_nobody(clauses: list[str]) -> set[int]:
    """Indexes of the clauses that tell of somebody whom the question is not about, or of whom this is not known.

    A speaker who tells of one other person alone asks for them: nothing is left out then but what that one says.
    """
    owners = _owners(clauses)
    said = [index for index, one in enumerate(clauses) if _REPORTED.match(one)]
    said += [index + 1 for index in said if _SAYS.search(clauses[index]) and index + 1 < len(clauses)]
    reported = set(said) if any(_I.search(one) for i, one in enumerate(clauses) if i not in said) else set()
    return reported | _of_others(clauses, owners)


def _of_others(clauses: list[str], owners: list[str]) -> set[int]:
    if not {"child", "adult"} & set(owners):
        return set()
    text = ",".join(clauses)
    if "self" not in owners:
        if _OTHER_APPLIES.search(text) or _BOTH.search(text) or not _MAY_I.search(text):
            return set()
        return {index for index, owner in enumerate(owners) if owner}
    both = bool(_BOTH.search(text))
    other, own = bool(_OTHER_APPLIES.search(text)), bool(_SELF_APPLIES.search(text))
    if other and not own and not both:
        left_out = {"self"}
    elif own or both or "child" not in owners:
        left_out = {"child", "adult"}
    else:
        left_out = {"self", "child", "adult"}  # a parent's age beside the child's: either may be the applicant
    return {index for index, owner in enumerate(owners) if owner in left_out}


def whose_turn(text: str) -> str | None:
    """Whom a message begins to tell of: `self`, the word for another person, or None where it goes on as before."""
    clauses = [one for one in _CLAUSES.split(text) if one and not _GIVES_UP.fullmatch(one)]
    if aside := told_aside(text):
        return aside.of
    for clause in clauses:
        if _REPORTED.match(clause):
            continue
        if _OTHER.match(clause):
            return _person(clause)
        if match := _ON_BEHALF.search(clause):
            return _one(match["who"])
    if any(_ABOUT_OTHERS.search(clause) for clause in clauses):
        return None
    return "self" if any(_SELF.match(clause) for clause in clauses) else None


def _person(clause: str) -> str | None:
    """The word for the other person with whom the clause begins."""
    match = _OTHER.match(clause)
    words = re.findall(rf"{_CHILD}|{_ADULT}", match.group()) if match else []
    return _one(words[-1]) if words else None


def _one(word: str) -> str:
    """One word for one person, however they are called (妈妈, 我妈, 母亲)."""
    word = {"父亲": "爸", "母亲": "妈"}.get(word, word)
    return word[0] if len(word) == len("妈妈") and word[0] == word[1] else word


def goes_on_about_other(text: str) -> bool:
    """Whether it begins with the other person by a pronoun (她的话三级行吗); 他们 is an organisation."""
    return _THEM_FIRST.match(text) is not None


def _owners(clauses: list[str]) -> list[str]:
    """`self`, `child`, `adult`, or nothing by clause; a clause without a subject goes on about the one before."""
    found: list[str] = []
    owner = ""
    for text in clauses:
        if _REPORTED.match(text):
            found.append("")  # and what is told after it goes on as before
            continue
        if _OTHER.match(text):
            owner = "child" if re.search(_CHILD, text) else "adult"
        elif _ON_THEM.match(text):
            owner = owner if owner in ("child", "adult") else ""
        elif re.match(rf"{_LINK}(?:我们|咱们|两个人|俩)", text):
            owner = ""
        elif _SELF.match(text):
            owner = "self"
        found.append(owner)
    return found
