"""What a complaint comes to: no notice says by when it is answered."""

from __future__ import annotations

import re

from bot.actions.desk import Desk
from bot.actions.reply import Reply

_ASKED = re.compile(
    r"(?:几天|多久|多长时间|多少天|什么时候|啥时候?|何时)[^，。,]{0,6}(?:答复|回复|回音|回话|处理|结果|反馈|说法)|(?:答复|回复|反馈|处理|结果)[^，。,]{0,4}(?:几天|多久|多长时间|多少天|什么时候|啥时候?|何时)"
)
_STATED = re.compile(r"(?:投诉|举报|信访)[^。]{0,20}(?:工作日|日内|天内)")


def with_time_of_reply(desk: Desk, text: str, reply: Reply) -> Reply:
    """The lines for complaints; who asks by when a complaint is answered is told that no notice says so."""
    clauses = (one.text for holding in desk.library.holdings for one in holding.notice.clauses.values())
    if reply.status != "answered" or not _ASKED.search(text) or any(map(_STATED.search, clauses)):
        return reply
    first = reply.messages[0]
    message = first.model_copy(update={"text": f"通知没有写明投诉以后多久答复。写明的是：\n{first.text}"})
    return reply.model_copy(update={"status": "partial", "messages": (message, *reply.messages[1:])})
