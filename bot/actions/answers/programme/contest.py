"""How many of those who take part in a contest get the programme's certificate: the best so many per cent of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.actions.answers.programme.told import Told, quotes_of
from bot.actions.answers.programme.words import path_line
from bot.actions.people import tokens
from bot.actions.reply import Computed
from bot.actions.roster.corrections import puts_right
from bot.actions.turn import Turn
from knowledge.programme import Path, Programme

_CONTEST = re.compile(r"(?<!技术)比武|练兵|比赛|竞赛|大赛")
_HOW_MANY = re.compile(r"(?:几|多少)(?:个|名|位|张|本)?(?:人|选手|职工|员工|证|能|可以|拿|领|得)?")
_BARE = re.compile(
    r"(?:是|有|共|来|到|成|参加|报名)(?:了)?(?P<number>\d{1,5})(?!\d|[%年月日号元课])(?=人|名|个|位|$|[,，。!！?？\s吧呢啊])"
)
_GOES_ON = re.compile(r"^(?:那|要是|如果|换成?|改成?|假如).{0,24}|.{0,24}呢[?？]*$")
_WHOLE = 100
# 我第41, 第21名是我同事: whether that place is among the best of those who take part.
_PLACE = re.compile(
    r"第(?P<place>\d{1,5})(?![\d次条批期章级天个场轮])名?|(?:排|得|考)[了到在]?(?P<ranked>\d{1,5})名"
)
# What is asked of a contest in a talk about one, where the words do not name it: 题目是不是跟考核一个难度.
_OF_CONTEST = re.compile(r"题|难度|奖金|奖品|奖励|奖状")


def best_of(turn: Turn, found: Programme) -> Told | None:
    """Of so many who take part how many it is; None where no number is told, or it is not what is asked."""
    text, before = turn.text, turn.memory.said or ""
    paths = [one for one in found.paths if one.best_percent]
    named = _CONTEST.search(text)
    if not paths or not (named or _CONTEST.search(before)):
        return None
    place = _PLACE.search(text)
    if place and (taking := _people(_PLACE.sub("", text)) or _people(_PLACE.sub("", before))):
        return _placed(paths, taking, int(place["place"] or place["ranked"]))
    again = not named and (puts_right(text) or bool(_GOES_ON.fullmatch(text)) or "报错" in text)
    if not (_HOW_MANY.search(text) or again):
        return None
    people = _people(text)
    return _told(paths, people) if people else None


def of_contest(turn: Turn) -> Turn:
    """The turn with the contest that the talk is about, where its own words do not name it."""
    text, before = turn.text, turn.memory.said or ""
    goes_on = _CONTEST.search(before) and not _CONTEST.search(text) and _OF_CONTEST.search(text)
    return replace(turn, text=f"比武，{text}") if goes_on else turn


def _placed(paths: Sequence[Path], people: int, place: int) -> Told:
    """The line of those who get one, and whether the place is among them."""
    told_ = _told(paths, people)
    best = [one.best_percent or 0 for one in paths]
    within = [place * _WHOLE <= people * one for one in best]
    said = f"第{place}名原则上可以拿到。" if all(within) else f"第{place}名不在里面。"
    how = f"第{place}名，一共{people}人"
    return replace(
        told_, lines=[*told_.lines, said], computed=(*told_.computed, Computed(text=said, explanation=how))
    )


def _people(text: str) -> int | None:
    """The number of those who take part: the last that is told."""
    counted = [one.value for one in tokens.people_in(text) if one.value]
    bare = [int(one["number"]) for one in _BARE.finditer(text)]
    told = counted or bare
    return told[-1] if told else None


def _told(paths: Sequence[Path], people: int) -> Told:
    lines, computed = [path_line(one) for one in paths], list[Computed]()
    for one in paths:
        share, rest = divmod(people * int(one.best_percent or 0), _WHOLE)
        figure = f"{share}人" if not rest else f"{people * int(one.best_percent or 0) / _WHOLE:g}人"
        open_ = "" if not rest else "，不是整数的怎么算通知没有写明"
        lines.append(f"{people}人参加的话，前{one.best_percent}%是{figure}{open_}。")
        computed.append(Computed(text=figure, explanation=f"{people}人 × {one.best_percent}% = {figure}"))
    return Told(lines, quotes_of(paths), tuple(computed))
