"""What a reply says and cites."""

from __future__ import annotations

from bot.actions.respond import Outcome


def said(outcome: Outcome) -> str:
    """The text of all messages."""
    return "\n".join(message.text for message in outcome.reply.messages)


def cited(outcome: Outcome) -> set[tuple[str, str]]:
    """The clauses cited, each with its notice."""
    return {(one.notice_id, one.clause) for message in outcome.reply.messages for one in message.citations}
