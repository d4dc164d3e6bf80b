"""Names that nobody here knows: an occupation that no notice lists, an organisation that none mentions.

They must not be overlooked: 「潜水员多少钱」 after a talk about tea would else be answered with the price of tea.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

from retrieval.analysis import cut, segment, stop_words

_ASKING = re.compile(r"^(?:想?考个?|有没有)|(?:的?(?:有证|证书?|哪考|多少钱|在哪儿?))+$")
_PEOPLE = (
    "主持人",
    "经纪人",
    "代理人",
    "主理人",
    "管家",
    "主播",
    "教练",
    "裁判",
    "飞手",
    "模特",
    "顾问",
    "司机",
    "驾驶人",
)
_BODIES = (
    "协会",
    "学会",
    "商会",
    "联合会",
    "促进会",
    "研究院",
    "研究所",
    "集团",
    "公司",
    "医院",
    "职业学校",
    "技工学校",
    "大学",
    "学院",
)
_MOST_WORDS = 4
_LONG_NAME = 5  # characters of a name that the segmenter cuts before its last one (信息系统项目管理|师)
_SHORTEST = 2  # characters of its own: fewer are ordinary words (上大学, 分公司)
# What the person is or has been: their own school, employer or work is no body that is asked about.
_OWN_BEFORE = re.compile(
    r"(?:毕业于|就读于?|考上|读的?是?|念的?是?|上的?是?|在|我们?是|来自|做|当|从事|是一?[名个位]?)(?:[^，。,]{0,6}的)?(?:上海市?|本市)?$"
)
# 自己跑去报还是辅导员给报: who does it for one is no occupation to be examined in.
_ACTS = re.compile(
    r"^(?:们|老师)?(?:来|去|会|能|可以|统一)*(?:给|帮|替|代)(?:我|我们|咱|大家|学生)?(?:们)?(?:去)?(?:报|办|交|填|弄|申)"
)
_OWN_AFTER = re.compile(
    r"^(?:的)?(?:毕业|学生|在读|本科|专科|大专|硕士|研究生|读书|上学|学历|文凭|专业|员工|职工|上班|工作|做|任职|老师|应届|大[一二三四])"
)


# What stands before a body and is no part of its name: 交给协会, 爸爸公司, 冒充协会, 监管这些协会.
_NO_NAME = re.compile(
    r"[给到向由归替帮让被把对跟和于]$|^(?:交|寄|付|发|归|帮|替|让|被|把)|[这那哪某][些个家]?|[爸妈哥姐弟妹儿女叔姨伯舅]|冒充|监管|连累|放假|第?一回|发票|考[上过]|费用|补贴"
)
_COUNTED = re.compile(r"\d|[个家所位次号]$|^[一两几]")


@cache
def generic_words(kind: str) -> frozenset[str]:
    """Words that look like names and are none, of one kind."""
    raw = yaml.safe_load(Path(__file__).with_name("generic_words.yml").read_text(encoding="utf-8"))
    return frozenset(raw[kind])


def strange_occupation(text: str) -> str | None:
    """A word of the text (without its known names) that looks like an occupation.

    A general word is one with what stands before it (区块链应用操作员, 民宿管家); alone it names nobody.
    """
    words = cut(text)
    for i, word in enumerate(words):
        if word.endswith((*_PEOPLE, *generic_words("compound"))):
            name, before = _with_what_is_before(words, i)
            if name != word and not _OWN_BEFORE.search(before):
                return name
        elif word == "师" and i > 0 and len(words[i - 1]) > 1:
            name, before = _with_what_is_before(words, i)
            if len(name) >= _LONG_NAME and not _OWN_BEFORE.search(before):
                return name
        elif _looks_like_occupation(word) and not "".join(words[i + 1 : i + 2]).endswith(_BODIES):
            if _ACTS.match("".join(words[i + 1 :])):
                continue
            return word
    return None


def strange_organisation(text: str) -> str | None:
    """A body in the text (without its known names) with a name of its own, unless it is the person's own."""
    words = cut(text)
    for i, word in enumerate(words):
        if word.endswith(_BODIES):
            name, before = _with_what_is_before(words, i)
            own = _OWN_BEFORE.search(before) or _OWN_AFTER.match("".join(words[i + 1 :]))
            if len(own_part(name)) >= _SHORTEST and not own and not _NO_NAME.search(own_part(name)):
                return name
    return None


def name_asked(text: str) -> str:
    """What is left of a question without the words of asking: perhaps a name that is written otherwise."""
    return _ASKING.sub("", "".join(word for word in segment(text) if word not in stop_words()))


def _looks_like_occupation(word: str) -> bool:
    general = any(word.endswith(one) for one in generic_words("occupation"))
    return len(word) > 1 and word[-1] in "员师工" and not general


def own_part(name: str) -> str:
    """A body's name without what many share (上海市, 协会); empty where nothing is left but general words."""
    bare = name.removeprefix("上海市").removeprefix("上海")
    if bare in generic_words("organisation"):
        return ""
    ending = next((one for one in _BODIES if bare.endswith(one)), "")
    return bare.removesuffix(ending)


def _with_what_is_before(words: list[str], at: int) -> tuple[str, str]:
    """The word with those before it that may belong to its name, and the text before them."""
    start = at
    while start > 0 and at - start < _MOST_WORDS and _may_belong(words[start - 1]):
        start -= 1
    return "".join(words[start : at + 1]), "".join(words[:start])


def _may_belong(word: str) -> bool:
    """A word of a name, or a single character in it (链); neither one of asking nor of the field."""
    if word in ("上海", "上海市") or (len(word) == 1 and "一" <= word <= "鿿"):
        return word not in stop_words() - {"上海", "上海市"} and word not in generic_words("before")
    if _COUNTED.search(word):
        return False
    return word.isalnum() and word not in stop_words() and word not in generic_words("before")
