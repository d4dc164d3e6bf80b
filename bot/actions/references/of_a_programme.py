"""What a talk about a programme (推介官) and about an occupation that leads to its certificate points at in each other.

五级几块, after it, is of that occupation, for a programme has no such levels; 这个专项哪家考 of the ability named before; and
考出这个，推介官也有吗 of the occupation talked of until then.
"""

from __future__ import annotations

import re

from bot.actions.answers.programme.talk import programme_name
from bot.actions.answers.programme.words import names_the_exam, standings
from bot.actions.desk import Desk
from bot.actions.several.words import asks, is_interrogative
from bot.actions.talk import PROMOTER
from bot.actions.turn import FEES, RETAKE, Turn
from knowledge.directory import special_abilities
from knowledge.kept import kept
from knowledge.library import Library

# What is asked of a level of an occupation; of ask_eligibility and the rest the level may be the programme's examination's.
_OF_A_LEVEL = (
    *FEES,
    RETAKE,
    "ask_application_window",
    "ask_exam_date",
    "ask_payment",
    "ask_admission_ticket",
    "ask_how_to_apply",
)
_ABILITY = re.compile(r"(?:[这那]个?)?专项(?:职业)?(?:能力)?证?(?!职业|能力)")
_OF_ITSELF = re.compile(
    r"谁|哪(?!种|[个一]?[种档])|(?:什么|啥)(?:机构|单位|地方)|多少钱|几[块钱]|收费|费用|电话|地址|报名|怎么[考报]"
)
# 考出这个, with the word that points left out: nothing is named after it.
_HAVING = re.compile(
    r"(?:考[出过到上]来?|[拿有过]了|拿到|通过)(?:了|[这那]个?|[它伊]|的话|以后|之后|后)*(?=[\s,，]|$|也|就|还|有|能|会|可以|是不是)"
)
# 是不是就有推介官了, 推介官能直接拿吗: whether it comes with what the talk is about.
_COMES_WITH_IT = re.compile(
    r"(?:就|也|直接|自动|白|还|能|可以|会|是不是|有没有)[^，。,怎哪啥什]{0,4}(?:有|给|送|拿|领|得|发|换|附)[^，。,怎哪啥什]{0,4}推介官"
    r"|推介官[^，。,怎哪啥什]{0,3}(?:就|也|直接|自动|能|可以|会)[^，。,怎哪啥什]{0,4}(?:有|给|送|拿|领|得|发|换)"
)
_LEVEL = re.compile(r"[一二三四五1-5]级|高级工|(?:高级)?技师")  # 高级 alone is one of the programme's certificates
_COMPARED = re.compile(
    r"^(?:那|它|这个|[,，])*(?:和|跟|与|同).*(?:关系|区别|差别|不同|不一样|一样|一回事)"
)  # 和训练师什么关系
_SAT = re.compile(r"(?:[年月]份?|那?时候?)[^，,。\s]{0,4}考[的过]|(?:考|过)[的了]|合格|通过了?")
_BEGINNING = "人工智能"  # left out as often as not: 数据标注专项
_YEAR = re.compile(r"(?:20\d\d年|[今去前]年)")


def with_assessed(desk: Desk, turn: Turn, text: str) -> str:
    """The text with the occupation, or the ability, in place; as it is where it names one, or where none is meant."""
    library = desk.library
    name, new, before = programme_name(library), turn.mentioned, turn.memory.occupation
    if name is None or before is None:
        return text
    if new.occupation == name and before in _named_as_ways(library) and not standings(text):
        if having := _HAVING.search(text):
            return f"{text[: having.end()]}{before}{text[having.end() :]}"
        return f"{before}考过了，{text}" if _COMES_WITH_IT.search(text) else text
    if before == name and new.occupation in _assessed(library) and _COMPARED.search(text):
        return f"{name}{text}"
    if before != name or new.occupation or new.organisation or new.outside:
        return text
    return _of_level(library, turn, text) or _of_ability(library, turn, text) or text


def sat_then(library: Library, turn: Turn) -> str | None:
    """The question before with the sitting that is told now (翻出来看了，是今年4月考的); None where nothing of it is told."""
    memory, said, name = turn.memory, turn.memory.said or "", programme_name(library)
    in_talk = memory.topic == PROMOTER and name is not None and memory.occupation == name
    if not in_talk or turn.mentioned.occupation or not standings(said) or asks(turn.text):
        return None
    if is_interrogative(turn.text) or not (_SAT.search(turn.text) and _YEAR.search(turn.text)):
        return None
    return f"{_YEAR.sub('', said)},{turn.text}"


def _of_level(library: Library, turn: Turn, text: str) -> str | None:
    """The occupation before the level; none in a talk about the universities' examination, which has levels too."""
    level = _LEVEL.search(text)
    said = turn.memory.said or ""
    of_exam = names_the_exam(text) or (standings(said) and "assessed" not in standings(said))
    names = _assessed(library)
    if level is None or of_exam or turn.intent not in _OF_A_LEVEL or len(names) != 1:
        return None
    return f"{text[: level.start()]}{names[0]}{text[level.start() :]}"


def _of_ability(library: Library, turn: Turn, text: str) -> str | None:
    """The one special ability that the talk named, in place of 这个专项."""
    match = _ABILITY.search(text)
    if match is None or not _OF_ITSELF.search(text):
        return None
    said = f"{turn.memory.said or ''} {turn.memory.asked or ''}"
    named = [one for one in _abilities(library) if one.removeprefix(_BEGINNING) in said]
    return f"{text[: match.start()]}{named[0]}{text[match.end() :]}" if len(named) == 1 else None


@kept(1)
def _named_as_ways(library: Library) -> tuple[str, ...]:
    """What the programmes' ways to a certificate name: occupations and special abilities."""
    ways = [path.who for one in library.holdings for path in one.facts.paths]
    found = (mention.value for who in ways for mention in library.lexicon.matcher.find(who))
    known = {one.name for one in library.lexicon.occupations}
    return tuple(dict.fromkeys(name for name in found if name in known and not library.programmes(name)))


def _abilities(library: Library) -> list[str]:
    return [one for one in _named_as_ways(library) if one in special_abilities(library)]


def _assessed(library: Library) -> list[str]:
    return [one for one in _named_as_ways(library) if one not in special_abilities(library)]
