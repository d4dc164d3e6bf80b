"""The journey of a message, in order: mask, ask the dialogue engine, fall back, gate, store."""

from __future__ import annotations

import json
import logging
import re
import uuid
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any

from starlette.concurrency import run_in_threadpool

from api.dialogue import DialogueDownError
from api.gate import guard
from api.masking import mask
from api.problems import Problem
from api.state import State
from bot.actions.choices import SAY
from bot.actions.names.understanding import entities_of, mentioned
from bot.actions.remarks.chatter import sighs
from bot.actions.remarks.patience import calmed, only_rages
from bot.actions.reply import Answer, Computed, Reply, together
from bot.actions.respond import ANSWERS, respond
from bot.actions.several.questions import of_questions, questions_in
from bot.actions.situation.reading import tells_of_oneself
from bot.actions.turn import Turn
from knowledge.models import LEVELS
from knowledge.validity import now
from retrieval.normalising import Normaliser

logger = logging.getLogger(__name__)

LIMITED = "对话服务正在恢复，暂时记不住上文；下面只按您这一句话查通知原文。"
MASKED = "您的话里有{kinds}，已经隐去，不会保存；请不要发送个人信息。"
_PAYLOAD = re.compile(r"/([a-z_]{1,40})(\{.{0,400}\})", re.DOTALL)
# What was masked is no part of the question, nor are the words that announced it (我的身份证号是…).
_PLACEHOLDER = re.compile(
    r"(?:我的?|本人)?(?:身份证|手机|电话|银行卡|邮箱|姓名|名字|叫)?(?:号码?|卡号)?[是为叫：: ]*［[^］]+］[，,。； ]*"
)
_LONGEST_SAID = 50
_NOT_ABOUT_WORDS = ("chitchat", "out_of_scope")
_ENTITIES = {"organisation", "occupation", "level", "code"}


@dataclass(frozen=True)
class Heard:
    """What came in: what Rasa gets, and the masked words that are stored and may be repeated.

    `changes`: what was read as something else, each as (said, meant).
    """

    message: str
    said: str
    kinds: tuple[str, ...] = ()
    changes: tuple[tuple[str, str], ...] = ()

    @property
    def sighs(self) -> bool:
        """Whether a sigh stands beside what Rasa gets."""
        return sighs(self.said)


def hear(text: str | None, payload: str | None, normaliser: Normaliser) -> Heard:
    """Mask and normalise a text, or check a quick reply's payload.

    Raises:
        Problem: 422 for a command in place of a text, or a payload that no reply offered.
    """
    if payload is not None:
        words = _spoken(payload)
        return replace(hear(words, None, normaliser), said=payload) if words else Heard(_checked(payload), payload)
    masked = mask(text or "")
    read = normaliser.normalise(_PLACEHOLDER.sub(" ", masked.text))
    message = read.text or normaliser.normalise(masked.text).text
    if message.startswith("/"):
        raise Problem(422, "问题不能以“/”开头。", errors=[{"pointer": "#/text", "detail": "不能以“/”开头"}])
    return Heard(message, masked.text, masked.kinds, read.changes)


def _spoken(payload: str) -> str | None:
    """The words that a quick reply says in the person's place."""
    match = _PAYLOAD.fullmatch(payload)
    if match is None or match.group(1) != SAY:
        return None
    try:
        words = json.loads(match.group(2)).get("text")
    except json.JSONDecodeError:
        return None
    return words if isinstance(words, str) and 0 < len(words) <= _LONGEST_SAID and words.strip() else None


def _checked(payload: str) -> str:
    match = _PAYLOAD.fullmatch(payload)
    try:
        entities = json.loads(match.group(2)) if match else None
    except json.JSONDecodeError:
        entities = None
    valid = isinstance(entities, dict) and all(
        key in _ENTITIES and isinstance(value, str) and (key != "level" or value in map(str, LEVELS))
        for key, value in entities.items()
    )
    if not match or match.group(1) not in ANSWERS or not valid:
        raise Problem(
            422, "没有这个快捷回复。", errors=[{"pointer": "#/payload", "detail": "不是服务给出的快捷回复"}]
        )
    return payload


async def converse(state: State, conversation_id: str, heard: Heard, as_of: datetime | None) -> dict[str, Any]:
    """Answer one message of a conversation and store the turn; returns the contract's response."""
    moment = as_of or now()
    reply = together(of_questions([one async for one in _answers(state, conversation_id, heard, moment)]))
    typed = f"{heard.said} {heard.message}"  # a slip put right is still the person's own figure
    reply = guard(_with_notice(reply, heard), typed, state.settings.figure_gate)
    messages = [{"message_id": str(uuid.uuid4()), **one.model_dump(mode="json")} for one in reply.messages]
    await state.storage.record(conversation_id, heard.said, reply.status, messages, state.desk.library)
    return {
        "conversation_id": conversation_id,
        "status": reply.status,
        "messages": messages,
        "handoff": reply.handoff,
    }


async def _answers(
    state: State, conversation_id: str, heard: Heard, moment: datetime
) -> AsyncIterator[tuple[str, Reply]]:
    """The questions of a message with the replies to them; each but the first goes on with those answered before it."""
    naming, message = partial(entities_of, state.desk.library), heard.message
    tells = partial(tells_of_oneself, state.desk.library, as_of=moment)
    goes_on = False
    whole = message.startswith("/") or only_rages(message)
    calm = None if whole else calmed(message)
    questions = [message] if whole else questions_in(calm or message, naming, tells)
    for number, question in enumerate(questions, start=1):
        # Whom to call is said once, after the last answer.
        upset = calm is not None and number == len(questions)
        sighs_only = heard.sighs and len(questions) == 1
        about = {"as_of": moment.isoformat(), "goes_on": goes_on} | ({"upset": True} if upset else {})
        about |= {"sighs": True} if sighs_only else {}
        reply = await _answer(state, conversation_id, question, moment, about)
        goes_on = goes_on or reply.status not in _NOT_ABOUT_WORDS
        yield question, reply


async def _answer(
    state: State, conversation_id: str, message: str, moment: datetime, about: dict[str, Any]
) -> Reply:
    """One question through the dialogue engine, or without it where it is down."""
    try:
        return await state.dialogue.ask(conversation_id, message, about)
    except DialogueDownError as error:
        logger.warning("answering without dialogue: %s", error)
        return await run_in_threadpool(_without_dialogue, state, message, moment)


def _without_dialogue(state: State, message: str, moment: datetime) -> Reply:
    """Answer from facts and retrieval alone: this one message, no memory."""
    library = state.desk.library
    match = _PAYLOAD.fullmatch(message)
    if match:
        entities = [{"entity": key, "value": value} for key, value in json.loads(match.group(2)).items()]
        intent, text = match.group(1), ""
    else:
        entities, intent, text = entities_of(library, message), "search", message
    turn = Turn(text, intent, moment, mentioned(library, text, entities, moment))
    reply = respond(state.desk, turn).reply
    return _prefixed(reply, LIMITED)


def _with_notice(reply: Reply, heard: Heard) -> Reply:
    """Say how a slip was read, and what was masked."""
    if heard.changes and reply.status not in _NOT_ABOUT_WORDS:
        read = "；".join(f"“{said}”按“{meant}”理解" for said, meant in heard.changes)
        told = Computed(text=read, explanation="您的话里像是打错或听错的字，按读音和常见说法还原")
        reply = _prefixed(reply, f"{read}。", told)
    return _prefixed(reply, MASKED.format(kinds="、".join(heard.kinds))) if heard.kinds else reply


def _prefixed(reply: Reply, text: str, *computed: Computed) -> Reply:
    first, *rest = reply.messages
    update = {"text": f"{text}\n{first.text}", "computed": (*computed, *first.computed)}
    changed: Answer = first.model_copy(update=update)
    return reply.model_copy(update={"messages": (changed, *rest)})
