"""What is told without a word of asking: a story for the next question, or something that wants an answer itself."""

from __future__ import annotations

import re

from bot.actions.answers.claims.words import claims
from bot.actions.several.words import asked_for, tells_story

# 网站打不开, 电话没人接, 成绩查不到: nobody tells that for the sake of something else.
_COMPLAINT = re.compile(r"[打登进上点]不[开上去进]|(?:查|收|下载|打|等|领|拿)不[到了出]|没人[接理管]|不通")
# 麻烦提供, 帮我算下, 分别说说 end a request, if nothing more is told for it.
_REQUEST = re.compile(
    r"(?:麻烦|请|烦请)(?:您|你)?(?:们)?提供(?:一下)?$|(?:帮忙|帮我)[算列](?:一?下|[算列])?$|(?:说说|讲讲|介绍(?:一?下|介绍)?)$"
)
_CLOSING = re.compile(
    r"(?:[你您]好|哈[喽啰罗]|谢谢|多谢|感谢|麻烦|辛苦|拜托|(?:就|先|一共)*(?:这|以上)?[一二两三四五六几\d]个问题)(?:[你您了啊呀哈哦,]|谢谢)*"
)


def puts_forward(piece: str) -> bool:
    """Whether it says what was heard or is taken for granted of something known, or only names what is wanted."""
    return bool(asked_for(piece)) and (claims(piece) or not tells_story(piece))


def wants_reply(piece: str) -> bool:
    """Whether it complains, or ends as a request."""
    return _COMPLAINT.search(piece) is not None or _REQUEST.search(piece) is not None


def is_closing(piece: str) -> bool:
    """Whether it only greets or thanks."""
    return _CLOSING.fullmatch(piece) is not None
