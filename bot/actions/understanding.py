"""From found entities and the text to what a message names, names that nobody here knows among them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.actions.turn import Mentioned, year_asked_for
from knowledge.library import Library
from retrieval.analysis import words

# Words that end like an occupation and are none.
_NO_OCCUPATION = frozenset(
    [
        "人员",
        "老师",
        "教师",
        "师",
        "工",
        "员",
        "员工",
        "职工",
        "工作人员",
        "参评人员",
        "技师",
        "高级技师",
        "高级工",
        "中级工",
        "初级工",
        "技工",
        "民工",
        "打工",
        "施工",
        "手工",
        "学员",
        "会员",
        "成员",
        "委员",
        "党员",
        "队员",
        "店员",
        "人工",
        "分工",
        "加工",
        "动工",
        "开工",
        "完工",
        "停工",
        "罢工",
        "用工",
        "招工",
        "农民工",
        "职员",
        "官员",
        "演员",
        "评论员",
        "导师",
        "大师",
        "讲师",
        "考评员",
        "监考员",
        "监考老师",
        "客服人员",
        "管理人员",
        "失业人员",
        "就业人员",
        "灵活就业人员",
        "律师",
        "医师",
        "人工客服",
        "转人工",
        "工种",
        "临时工",
        "社工",
        "外来务工",
    ]
)


def mentioned(library: Library, text: str, entities: Sequence[Mapping[str, Any]], as_of: datetime) -> Mentioned:
    """Collect the entities of one message; of organisations and occupations the first named counts."""
    by_kind: dict[str, list[str]] = {}
    for entity in entities:
        by_kind.setdefault(str(entity["entity"]), []).append(str(entity["value"]))
    bare = _without_names(library, text)
    levels = tuple(dict.fromkeys(int(value) for value in by_kind.get("level", []) if value in "12345"))
    occupation = next(iter(by_kind.get("occupation", [])), None)
    code = next(iter(by_kind.get("code", [])), None)
    return Mentioned(
        organisation=next(iter(by_kind.get("organisation", [])), None),
        occupation=occupation,
        levels=levels,
        code=code,
        year=year_asked_for(bare, as_of),
        outside=_outside(text, by_kind),
        stranger=None if occupation or code else _stranger(bare),
    )


def entities_of(library: Library, text: str) -> list[dict[str, Any]]:
    """The entities of a text, as the dialogue engine's component finds them (same matcher)."""
    return [{"entity": one.kind, "value": one.value} for one in library.lexicon.matcher.find(text)]


def _outside(text: str, by_kind: Mapping[str, list[str]]) -> str | None:
    """Another examination, or another place in a question that is not about Shanghai all the same."""
    if examinations := by_kind.get("examination"):
        return examinations[0]
    places = by_kind.get("place")
    return places[0] if places and "上海" not in text and "本市" not in text else None


def _without_names(library: Library, text: str) -> str:
    for mention in reversed(library.lexicon.matcher.find(text)):
        if mention.kind != "level":
            text = f"{text[: mention.start]}{text[mention.end :]}"
    return text


def _stranger(text: str) -> str | None:
    """A word that looks like an occupation and is in no notice (潜水员)."""
    for word in words(text):
        if len(word) > 1 and word[-1] in "员师工" and word not in _NO_OCCUPATION:
            return word
    return None
