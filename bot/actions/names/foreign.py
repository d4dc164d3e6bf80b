"""What a message asks about, where that is nothing of this field: a marathon, the gas bill, a supermarket's hours.

No list can name the outside world, but the field's own words are known: those of the notices and of what applicants
ask. In Chinese what is asked about stands first (超市几点开门) or right before the word of the field that it is a kind
of (书法段位证). Where a noun that the field never uses stands there, the question is about that.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import takewhile
from typing import Any

import jieba

from bot.actions.examples import examples
from bot.actions.names.districts import DISTRICTS
from bot.actions.names.strangers import generic_words
from bot.actions.several.words import asks
from bot.actions.turn import REMARK
from knowledge.kept import kept
from knowledge.library import Library
from knowledge.models import Line
from retrieval.analysis import cut, stop_words, words

_FIELD = re.compile(
    r"考(?![虑察])|(?<![签保])证(?![明件券实])|报(?![告销警纸税刊])|申[报请]|成绩|评价|认定|鉴定|级|培训|推介官|技能|理论|实操|操作|职业|工种|协会"
    r"|科目|[一两二几每单全哪多各文理]科|科(?=[没过挂考])|补贴|机构|通知|职称|学历|题|分(?!钟)|合格|作弊|违[规纪]|工龄|年限|专业|教材|本本|目录|文件|条件|证书"
)
# 哪天才开: a day that is asked for or told is no part of the next word (天才); nor is 问明 a word of 想问明年.
_BREAK = re.compile(r"[,，。;；?？!！\s、]+|(?<=[哪几每今明昨当][天])|(?<=问)(?=[今明去][年天])")
# Before what is asked about: who asks, when, and the words of asking.
_LEAD = re.compile(
    r"请问|我?想|想?问|一下|上海|本市|沪|今年|明年|今天|现在|最近|我们?|我家|咱们?|[你您他她]们?|孩子|家里|要|去|[在到给帮]|麻烦|知道|了解|咨询|有没有|有|怎么|如何|哪里|哪儿|什么|是|[啊哎喂请能]|能不能|可以|会|的|老"
)
# Of an office and the way there, of a page, of people: parts of any question here.
_OF_ANY = re.compile(
    r"时间|手续|号码|电话|地址|地点|价|花费|方式|办法|入口|网|流程|邮|户口|身份|单位|老师|学校|学生|客服|人工"
    r"|大楼|大门|总部|总机|公交|地铁|站|卷|票据|英文|账|出纳|公家|大家|手头|钟点|高温|节|罚|款|现金|[人员生者属士友]$|^[老同无不没未]|..区$"
    # kin, and so many of something: 表妹, 外孙女; 两条路
    r"|[哥弟姐妹爸妈叔姨婶嫂伯]$|孙[子女]?$|外甥|侄|^[一二两俩三几][条个种样门张家档次批件]"
)
# 校长问能不能打折, 财务让我问一下: who passes a question on is not what it is about.
_PASSES_ON = re.compile(
    r"^[一-鿿]{2,4}?(?:又|也|还|刚刚?|非要|一直|老是|天天)*(?:(?:让|叫|要|托|喊|催)我?(?:来|再|帮忙|过来)?(?:问|打听)|问(?![题卷答号]))(?:一?[下声句])?(?:我|你|您)?"
)
_ASKING = re.compile(r"怎么|咋|如何|哪|什么|啥|几|多少|何时")
# What ends so is told and asks for nothing: 差点就转账了, 手机震了一下.
_TOLD = re.compile(r"(?:[了啦]|(?:了|过)一?[下次回趟])[啊呀哈呢嘿呵~]*$")
_NUMERAL = re.compile(r"[\d.:%一二两三四五六七八九十百千万几半第]+.?")
_NOUN = frozenset(("n", "nz", "nt", "nrt", "nr", "nrfg", "vn", "an", "j"))
_LEAST = 7  # messages of the field that have a word which is one of its own
_HARDLY_MORE = 3  # characters beside a noun that is named and not asked about
_KEPT = 4096  # words whose part of speech need not be looked for again
_TOPICS_OF_THEIR_OWN = ("examination", "place", "level")


def foreign_topic(library: Library, text: str, entities: Sequence[Mapping[str, Any]]) -> str | None:
    """The noun that is asked about and is none of this field; None where the message names anything known here."""
    if any(one["entity"] not in _TOPICS_OF_THEIR_OWN for one in entities):
        return None
    clauses = [left for one in _BREAK.split(text) if (left := _PASSES_ON.sub("", one))]
    find = _before_field if of_the_field(text) else _first
    asked = [one for one in clauses if asks(one)]
    if asked:
        return next((name for one in asked if (name := find(library, one))), None)
    named = [(one, find(library, one)) for one in clauses if not _TOLD.search(one)]
    return next((name for one, name in named if name and _says_only(one, name)), None)


def of_the_field(text: str) -> bool:
    """Whether it has a word that questions of this field have, of whatever sort."""
    return _FIELD.search(text) is not None


def _says_only(clause: str, name: str) -> bool:
    """Whether a clause without a word of asking is the name and hardly more: 公积金提取, and not 乌鸦嘴都不敢这么说."""
    return len(_LEAD.sub("", clause.replace(name, "", 1))) <= _HARDLY_MORE


def _first(library: Library, clause: str) -> str | None:
    """The first word that says anything, where it is foreign, with the nouns that it begins (歌咏比赛)."""
    said = [one for one in cut(clause) if one.strip() and not _LEAD.fullmatch(one) and one not in stop_words()]
    if not said or not _is_foreign(library, said[0]):
        return None
    after = said[1:] if clause.startswith("".join(said[:2]), clause.find(said[0])) else []
    return "".join(
        [said[0], *takewhile(lambda one: len(one) > 1 and _is_noun(one) and not _ASKING.search(one), after)]
    )


def _before_field(library: Library, clause: str) -> str | None:
    """The noun that makes the first word of the field another's: 书法段位证, 离婚证, 歌唱比赛成绩, 马拉松怎么报名."""
    found = _FIELD.search(clause)
    if found is None:
        return None
    if _ASKING.search(clause[: found.start()]):
        return _first(library, clause[: found.start()])
    before, end = list[str](), 0
    for word in cut(clause):
        end += len(word)
        if end > found.start():
            before += [word] if word.endswith("证") and len(word) > len("补证") else []
            break
        before.append(word)
    nouns = list(takewhile(_is_noun, reversed(before)))[::-1]
    begun = next((at for at, one in enumerate(nouns) if _is_foreign(library, one)), None)
    return None if begun is None else "".join(nouns[begun:])


def _is_foreign(library: Library, word: str) -> bool:
    """Whether it is a noun that neither the field uses nor is made of what it uses (价格表)."""
    if len(word) < 2 or word.isascii() or _NUMERAL.fullmatch(word) or _OF_ANY.search(word):
        return False
    if _FIELD.search(word.removesuffix("证")):
        return False
    own = _own_words(library)
    if not _is_noun(word) or word in own or word in DISTRICTS or word in generic_words("talk"):
        return False
    parts = [one for one in words(word) if len(one) > 1 and one != word]
    if parts and all(one in own for one in parts):
        return False
    return not any(word in line.text for line in _lines(library))


@kept(1)
def _own_words(library: Library) -> frozenset[str]:
    """The words of the notices, and those that a few messages of the field have."""
    printed = {word for line in _lines(library) for word in cut(line.text)}
    asked = Counter(word for one in examples(without=("out_of_scope", REMARK)) for word in set(cut(one)))
    return frozenset(printed | stop_words() | {word for word, count in asked.items() if count >= _LEAST})


def _lines(library: Library) -> Iterator[Line]:
    return (line for one in library.holdings for each in one.notice.clauses.values() for line in each.lines)


@cache
def _dictionary() -> bytes:
    with jieba.get_module_res("dict.txt") as file:
        entries: bytes = file.read()
    return b"\n" + entries


def _is_noun(word: str) -> bool:
    return _part_of_speech(word) in _NOUN


@lru_cache(_KEPT)
def _part_of_speech(word: str) -> str:
    """By the segmenter's dictionary (n, v, …); empty where it does not have the word."""
    key = f"\n{word} ".encode()
    data = _dictionary()
    at = data.find(key)
    line = data[at + 1 : data.find(b"\n", at + 1)].decode() if at >= 0 else ""
    return line.split(" ")[2].strip() if line else ""
