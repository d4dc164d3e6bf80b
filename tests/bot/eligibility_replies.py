"""What a reply about eligibility says, cites and concludes."""

from __future__ import annotations

from bot.actions.respond import Outcome
from knowledge.figures import unsupported


def notices(outcome: Outcome) -> set[str]:
    return {one.notice_id for message in outcome.reply.messages for one in message.citations}


def cited(outcome: Outcome) -> set[str]:
    return {one.clause for message in outcome.reply.messages for one in message.citations}


def outcomes(outcome: Outcome) -> dict[int, str]:
    card = outcome.reply.messages[0].card
    assert card is not None
    assert card.type == "eligibility"
    return {one["level"]: one["outcome"] for one in card.data["levels"]}


def sourced(outcome: Outcome, typed: str) -> bool:
    return not [
        figure
        for message in outcome.reply.messages
        for figure in unsupported(
            message.text,
            [
                typed,
                *(one.quote for one in message.citations),
                *(part for one in message.computed for part in (one.text, one.explanation)),
            ],
        )
    ]
