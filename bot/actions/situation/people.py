"""Whose facts a clause tells where the speaker tells of somebody else, too: 我老婆有十年经验，我没有."""

from __future__ import annotations

import re

_CHILD = r"儿子|女儿|外?孙子|外?孙女|外孙|孩子|小孩|囡囡|侄子|侄女|外甥女?|学生|徒弟"
_ADULT = (
    r"老公|老婆|爱人|丈夫|妻子|媳妇|太太|先生|男朋友|女朋友|对象|朋友|同事|同学|室友|舍友|闺蜜|邻居|亲戚|哥哥?|姐姐?|弟弟?|妹妹?|表[哥姐弟妹]|堂[哥姐弟妹]"
    r"|爸爸?|妈妈?|父亲|母亲|爷爷|奶奶|外公|外婆|叔叔?|阿姨|舅舅|嫂子?|姐夫|师傅|老乡|搭档"
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
)
_APPLIES = r"(?:也|都|就)?(?:想|要|打算|准备|能|可以|能不能)[^,。;?!]{0,10}?[考报升]"
_OTHER_APPLIES = re.compile(rf"(?:[他她]|{_CHILD}|{_ADULT}){_APPLIES}")
_SELF_APPLIES = re.compile(rf"我(?:自己|本人)?{_APPLIES}")
_BOTH = re.compile(r"我们|咱们|[俩两]个?(?:人|都)|一起|都(?:想|要|能|可以)")
_CLAUSES = re.compile(r"[\s,，。;；?？!！~…]+")
_ABOUT_OTHERS = re.compile(rf"[他她]|{_CHILD}|{_ADULT}")


def of_nobody(clauses: list[str]) -> set[int]:
    """Indexes of the clauses that tell of somebody whom the question is not about, or of whom this is not known.

    A speaker who tells of one other person alone asks for them: nothing is left out then.
    """
    owners = _owners(clauses)
    if "self" not in owners or not {"child", "adult"} & set(owners):
        return set()
    text = ",".join(clauses)
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
    clauses = [one for one in _CLAUSES.split(text) if one]
    for clause in clauses:
        if match := _OTHER.match(clause):
            words = re.findall(rf"{_CHILD}|{_ADULT}", match.group())
            return words[-1] if words else None
    if _ABOUT_OTHERS.search(text):
        return None
    return "self" if any(_SELF.match(clause) for clause in clauses) else None


def goes_on_about_other(text: str) -> bool:
    """Whether it begins with the other person by a pronoun (她的话三级行吗); 他们 is an organisation."""
    return _THEM_FIRST.match(text) is not None


def _owners(clauses: list[str]) -> list[str]:
    """`self`, `child`, `adult`, or nothing by clause; a clause without a subject goes on about the one before."""
    found: list[str] = []
    for text in clauses:
        owner = found[-1] if found else ""
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
