"""Names that the notices do not cover: other examinations, other places, occupations that nobody lists."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.actions.answers.silent.matters import sorts_asked
from bot.actions.choices import asked_by_button, quick_reply
from bot.actions.desk import Desk
from bot.actions.follow_ups.conduct import penalty_of_talk
from bot.actions.follow_ups.eligibility import asks_of_the_case
from bot.actions.names.foreign import of_the_field
from bot.actions.names.places import names_shanghai
from bot.actions.names.strangers import name_asked
from bot.actions.remarks.chatter import asks_nothing_at_all
from bot.actions.reply import Reply, single
from bot.actions.topic_choice import asks_where_to_sit, choose_topic, topic_by_words
from bot.actions.turn import ELIGIBILITY, INFORM, REMARK, Memory, Turn, merge, subject_of
from knowledge.subject import Subject

# Thanks, fragments, what is told of oneself or of misconduct, and the trades of who looks for one, are no such nouns.
_SMALL_TALK = ("greet", "thank", "goodbye", "capabilities", REMARK, "ask_human", INFORM)
_NOT_BY_NOUNS = (
    *_SMALL_TALK,
    *(ELIGIBILITY, "ask_catalogue", "ask_promoter", "ask_occupation_code", "ask_registration_number"),
    *("ask_discipline", "ask_supervision", "ask_changes"),
)
_CATALOGUE = "ask_catalogue"
_SURE = 0.95
# Whether what somebody studied or does is near enough to an occupation.
_RELATED = re.compile(r"对口|相关|搭[不得]?搭?界|沾[不得]?沾?边|挨[不得]?挨?[边着]|对应")


def answer_outside_name(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """Decline by name another examination or another place."""
    return single(
        "out_of_scope",
        f"“{turn.mentioned.outside}”不在收录的通知范围内。我只根据官方通知回答上海市职业技能等级认定的问题，别的考试、别的地方的规定请向当地主管部门查询。",
    )


def asks_of_foreign(desk: Desk, turn: Turn) -> bool:
    """Whether a noun of no field is asked about, and none of a sort that people ask of examinations (大纲, 停车)."""
    word = turn.mentioned.foreign
    if word is None or turn.intent in _NOT_BY_NOUNS or penalty_of_talk(turn, turn.intent):
        return False
    if _RELATED.search(turn.text) or (turn.memory.topic is not None and asks_nothing_at_all(turn.text)):
        return False  # 文秘搭不搭界 asks about a major; 散会 about nothing
    if asks_of_the_case(turn):
        return False  # 两条路哪条先到
    if turn.memory.topic is not None and turn.intent != "out_of_scope" and turn.confidence >= _SURE:
        return (
            False  # in a talk of ours, a question of a sort that the classifier knows well: 他们中饭辰光有人接伐
        )
    sorts = (one.asked.search(turn.text) for one in sorts_asked(desk, turn.text))
    return not any(found and (word in found.group() or found.group() in word) for found in sorts)


def is_nothing_of_ours(turn: Turn) -> bool:
    """Whether the classifier and the words agree, in a fresh talk, that nothing of the field is asked (火车票的手续费)."""
    named = turn.mentioned.occupation or turn.mentioned.organisation or turn.mentioned.code
    fresh = turn.memory.topic is None and not named
    return fresh and turn.intent == "out_of_scope" and not of_the_field(turn.text)


def answer_foreign(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """Say what is not spoken of, and what to tell if something of ours was meant by it."""
    return single(
        "out_of_scope",
        f"收录的通知里没有说到“{turn.mentioned.foreign}”。我只根据官方通知回答上海市职业技能等级认定的问题；"
        "如果您问的是某个职业（工种）的认定，请告诉我它的名称。",
    )


def memory_outside(desk: Desk, turn: Turn) -> Memory:
    """What was asked about another place is kept for 「上海呢」; of another examination nothing is."""
    if not turn.mentioned.elsewhere:
        return turn.memory
    merged, topic = merge(desk.library, turn), choose_topic(turn)
    if topic in (None, INFORM, "search", "out_of_scope"):
        topic = topic_by_words(turn, subject_of(desk.library.lexicon, merged)) or turn.memory.topic
    return replace(merged, topic=topic)


def about_shanghai(turn: Turn, reply: Reply) -> Reply:
    """Who lives elsewhere and asks is told first that the answer holds for Shanghai."""
    first = reply.messages[0]
    told = turn.mentioned.from_elsewhere is not None and not names_shanghai(turn.text)
    if not told or reply.status not in ("answered", "partial"):
        return reply
    message = first.model_copy(update={"text": f"下面说的是在上海参加的规定。\n{first.text}"})
    return reply.model_copy(update={"messages": (message, *reply.messages[1:])})


def answer_stranger(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """An occupation that no notice lists: say so, offer the nearest names."""
    name = turn.mentioned.stranger or ""
    nearest = desk.library.lexicon.nearest("occupation", name_asked(turn.text) or name)
    nearest = nearest or desk.library.lexicon.nearest("occupation", name)
    buttons = tuple(quick_reply(one, asked_by_button(turn.intent), occupation=one) for one in nearest)
    near = f"名称相近的有{'、'.join(nearest)}，是其中一个吗？" if nearest else ""
    return single(
        "not_stated",
        f"收录的通知和目录里没有“{name}”这个职业（工种），所以查不到它的信息。{near}",
        quick_replies=buttons,
    )


def memory_of_stranger(turn: Turn) -> Memory:
    """That it was asked who examines it is kept for the name that comes next (那保卫管理员呢), in a fresh talk."""
    listed = asks_where_to_sit(turn.text) or choose_topic(turn) == _CATALOGUE
    fresh = turn.memory.topic is None and listed
    return replace(turn.memory, topic=_CATALOGUE) if fresh else turn.memory


def answer_strange_organisation(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """An organisation that no notice mentions."""
    name = turn.mentioned.strange_organisation
    return single(
        "not_stated",
        f"收录的通知和目录里没有“{name}”，查不到它的评价信息。可以告诉我职业（工种）名称，我按目录查由哪些机构评价。",
    )
