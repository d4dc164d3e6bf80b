"""Districts of Shanghai in a question: the catalogue does not say where an organisation is."""

from __future__ import annotations

from bot.actions.desk import Desk

DISTRICTS = (
    "黄浦", "徐汇", "长宁", "静安", "普陀", "虹口", "杨浦", "闵行", "宝山", "嘉定", "浦东", "金山", "松江", "青浦", "奉贤", "崇明",
)  # fmt: skip


def district_note(desk: Desk, text: str) -> str:
    """Say that districts cannot be looked up, where the text names one outside an organisation's name."""
    for mention in reversed(desk.library.lexicon.matcher.find(text)):
        text = f"{text[: mention.start]} {text[mention.end :]}"
    named = next((one for one in DISTRICTS if one in text), None)
    return f"目录没有写各机构在哪个区，没法按“{named}”来查。" if named else ""
