"""What people ask beside the notices: what a certificate earns, and what it is worth."""

from __future__ import annotations

import re

from bot.actions.answers.claims.issuer import asks_of_issuer
from bot.actions.answers.eligibility.work_told import without_work_told
from bot.actions.clause_marks import BREAK
from bot.actions.follow_ups.eligibility import asks_verdict
from bot.actions.reply import Reply, single
from bot.actions.several.words import asked_for, asks, is_interrogative
from bot.actions.turn import Memory, Turn

# Named as the sorts of `worth` are, which meet most of these words first.
_MATTERS = {
    "就业和收入": re.compile(
        r"(?<!技)工资(?![格料质深历助源])|薪水|薪资|薪酬|月薪|年薪|底薪|(?<!低)(?<!无)(?<!没有)(?<!没)收入(?!证明|库|场|会)|(?:挣|赚)(?:得|的)?(?:多|钱|几)|待遇"
        r"|(?:好不好|好|容易|难|能|不?愁)找(?:到)?工作|(?:好|容易|难)就业|就业(?:前景|率|形势)|前景|前途|吃香|有出路"
    ),
    "证书的含金量和用处": re.compile(r"含金量|值不值|值得(?:去)?考|值钱"),
}
_NEAR = 5  # characters beside the words of a matter in which it is asked about
_OF_THE_EXAMINATION = frozenset(["fee", "eligibility", "apply_when", "exam_when", "how", "where", "materials"])
_OTHER_MONEY = re.compile(r"补贴|津贴|补助|失业|退休|低保")


def asks_beside(turn: Turn) -> bool:
    """Whether the message asks what no notice is about; a plain out-of-scope question is left to its own answer."""
    named = turn.mentioned.occupation or turn.mentioned.organisation
    text = without_work_told(turn)
    if asks_of_issuer(turn):
        return False
    asked = _matter(text) is not None and not _only_told(turn, text)
    return asked and (turn.intent != "out_of_scope" or bool(named))


def _only_told(turn: Turn, text: str) -> bool:
    """Whether 搭档说有前途 only leads to what is asked of the examination (五级给不给报)."""
    match = next((found for words in _MATTERS.values() if (found := words.search(text))), None)
    if match is None:
        return False
    clause = BREAK.split(text[: match.start()])[-1] + BREAK.split(text[match.start() :])[0]
    if turn.mentioned.situation.told and asks_verdict(turn.text) and not asks(clause):
        return True  # 想升个级工资能多四百块, in a story that asks when one may apply
    around = text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
    rest = text[: match.start()] + "," + text[match.end() :]
    return not is_interrogative(around) and asks(rest) and bool(asked_for(rest) & _OF_THE_EXAMINATION)


def answer_beside(turn: Turn) -> Reply:
    """Say that the notices do not state it, and what can be asked instead."""
    name = turn.mentioned.occupation or turn.memory.occupation or "这个职业"
    return single(
        "not_stated",
        f"收录的通知没有写明{_matter(without_work_told(turn))}，我不猜测。通知写的是{name}由哪些机构评价、有哪些等级、怎么报名，这些可以问我。",
    )


def memory_beside(turn: Turn) -> Memory:
    """The talk goes on about the occupation that was named; the question itself leaves nothing behind."""
    new, before = turn.mentioned.occupation, turn.memory
    if new is None or new == before.occupation:
        return before
    return Memory(occupation=new, topic=before.topic, situation=before.situation)


def _matter(text: str) -> str | None:
    if _OTHER_MONEY.search(text):
        return None
    return next((name for name, words in _MATTERS.items() if words.search(text)), None)
