"""`POST /v1/chat` and the history of a conversation."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from api.conversation import converse, hear
from api.parameters import AsOf, printable
from api.problems import Problem
from api.state import Shared, State
from bot.actions.reply import Answer, Status

router = APIRouter(prefix="/v1", tags=["conversation"])
Printable = AfterValidator(printable)


def _not_blank(value: str) -> str:
    if not value.strip():
        raise ValueError("不能为空")
    return value


class ChatRequest(BaseModel):
    """A person's message: exactly one of `text` and `payload` (a quick reply's, as it came)."""

    model_config = ConfigDict(extra="forbid")

    text: Annotated[str, Field(min_length=1, max_length=500), Printable, AfterValidator(_not_blank)] | None = None
    payload: Annotated[str, Field(min_length=1, max_length=500), Printable] | None = None
    conversation_id: Annotated[str, Field(max_length=64), Printable] | None = None
    channel: Literal["web", "wechat", "hotline", "api"] = "api"
    as_of: AsOf = None

    @model_validator(mode="after")
    def _one_of_two(self) -> ChatRequest:
        if (self.text is None) == (self.payload is None):
            raise ValueError("text 和 payload 必须有且只有一个")
        return self


class Message(Answer):
    """The contract's Message."""

    message_id: str


class ChatResponse(BaseModel):
    """What a turn is answered with."""

    conversation_id: str
    status: Status
    messages: list[Message]
    handoff: bool


class HistoryMessage(BaseModel):
    """A stored message of either side."""

    message_id: str
    role: Literal["user", "assistant"]
    status: Status | None
    created_at: datetime
    text: str
    message: Message | None


class History(BaseModel):
    """A conversation, oldest message first."""

    conversation_id: str
    messages: list[HistoryMessage]


@router.post("/chat", response_model=ChatResponse)
async def chat(request: ChatRequest, state: Shared) -> dict[str, Any]:
    """Answer one message."""
    heard = hear(request.text, request.payload, state.desk.normaliser)
    conversation_id = request.conversation_id
    if conversation_id is None:
        conversation_id = await state.storage.start(request.channel)
    else:
        await _require(state, conversation_id)
    return await converse(state, conversation_id, heard, request.as_of)


@router.get("/conversations/{conversation_id}/messages")
async def history(conversation_id: str, state: Shared) -> History:
    """The conversation so far."""
    await _require(state, conversation_id)
    stored = await state.storage.history(conversation_id)
    messages = [
        HistoryMessage.model_validate(
            {
                "message_id": one.id,
                "role": one.role,
                "status": one.status,
                "created_at": one.created_at,
                "text": one.body["text"],
                "message": one.body if one.role == "assistant" else None,
            }
        )
        for one in stored
    ]
    return History(conversation_id=conversation_id, messages=messages)


async def _require(state: State, conversation_id: str) -> None:
    if not conversation_id.isascii() or not await state.storage.lives(conversation_id):
        raise Problem(404, "没有这个会话，或者已经过期。去掉 conversation_id 重新开始即可。")
