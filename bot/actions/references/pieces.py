"""A piece of an occupation's name that stands for the whole in a talk: 回到咖啡, 模型那个也要编码, 标注专项哪天考.

The talk tells which names are at hand: those of the houses that it is about, and in one about a programme those that
lead to its certificate. A piece that fits two of them names none.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.actions.desk import Desk
from bot.actions.retake_words import MODULE
from bot.actions.several.words import asked_for
from bot.actions.turn import ELIGIBILITY, Turn, subject_of
from knowledge.directory import directory, special_abilities
from knowledge.subject import Subject

# 回到咖啡，…: a piece of an occupation's name, after words that go back to it.
_BACK_TO = re.compile(
    r"(?:回到|回过头(?:来)?(?:再)?(?:说|问|看)?|说回|问回|再说回?|接着(?:说|问)|(?:刚才|刚刚|前面|之前|先前|一开始|最开始)(?:我)?(?:说|问|讲|提|聊)?(?:过|到|的|那个|那|这个)*)"
    r"(?P<piece>[^\s,，。?？!！的那这]{2,8})"
)
# 模型那个, 标注专项, 信息安全的呢, 模型也送: what stands after the piece.
_POINTED = re.compile(
    r"的?(?:[那这](?:个|门|项|边|张)|专项)|的(?=[\s,，。？?]|$)|(?=的?(?:也|呢|[一二三四五1-5]级))"
)
_LEAST, _MOST = 2, 8  # characters of a piece
_PAPER = re.compile(rf"{MODULE}$|(?:补考|证书|考试|协会|团体|个人|培训|管理)$")
_CERTIFIED = re.compile(r"[送给拿得换发算领]|能|可以|有[吗没么]|行|一样")


def with_piece(desk: Desk, turn: Turn, text: str) -> str:
    """The text with the full name in place of a piece of it; as it is where several fit, or one is named anyway."""
    if turn.mentioned.occupation or turn.mentioned.organisation:
        return text
    return _gone_back_to(desk, text) or _pointed_at(desk, turn, text) or text


def _gone_back_to(desk: Desk, text: str) -> str | None:
    match = _BACK_TO.search(text)
    if match is None:
        return None
    names = [one.name for one in desk.library.lexicon.occupations]
    start = match.start("piece")
    for length in range(len(match["piece"]), _LEAST - 1, -1):
        begun = match["piece"][:length]
        fitting = [name for name in names if name.startswith(begun)]
        if len(fitting) == 1:
            return f"{text[:start]}{fitting[0]}{text[start + length :]}"
    return None


def _pointed_at(desk: Desk, turn: Turn, text: str) -> str | None:
    names = _at_hand(desk, turn)
    for match in _POINTED.finditer(text) if names else ():
        before = text[: match.start()]
        if match.group() == "的" and turn.memory.topic == ELIGIBILITY:
            continue  # 本科，计算机的 tells what was studied
        for length in range(min(_MOST, len(before)), _LEAST - 1, -1):
            piece = before[-length:]
            fitting = [name for name in names if piece in name]
            if len(fitting) == 1 and not _PAPER.search(piece):
                full = f"{before[:-length]}{fitting[0]}{text[match.start() :]}"
                return full if fitting[0] == turn.memory.occupation else _of_programme(desk, turn, full)
    return None


def _of_programme(desk: Desk, turn: Turn, text: str) -> str:
    """模型那个也送, in a talk about a programme, asks for its certificate; 标注专项哪天考 does not."""
    name = turn.memory.occupation
    if not name or not desk.library.programmes(name) or asked_for(text) or not _CERTIFIED.search(text):
        return text
    return f"{name}，{text}"


def _at_hand(desk: Desk, turn: Turn) -> list[str]:
    """The occupations of the houses that the talk is about; of a programme, what else leads to its certificate."""
    about = subject_of(desk.library.lexicon, replace(turn.memory, level=None, year=None))
    if about.occupation and desk.library.programmes(about.occupation.name):
        return sorted(special_abilities(desk.library))
    if about.organisation:
        houses = [about.organisation]
    elif about.occupation:
        found = directory(desk.library, Subject(occupation=about.occupation), turn.as_of)
        houses = list({one.organisation.name: one.organisation for one in found}.values())
    else:
        return []
    entries = [entry for one in houses for entry in directory(desk.library, Subject(one), turn.as_of)]
    return list(dict.fromkeys(one.occupation.name for one in entries))
