"""What else somebody gets who has passed: a programme's certificate (推介官) that goes with the occupation's own."""

from __future__ import annotations

import re

from bot.actions.answers.programme.words import path_line
from bot.actions.answers.unstated import unstated
from bot.actions.desk import Desk
from bot.actions.reply import Reply, single
from bot.actions.turn import Turn
from bot.actions.wording import notice_of, unique
from knowledge.programme import Path, programmes
from knowledge.subject import Subject

_HAS_PASSED = re.compile(
    r"考(?:出来?|完|过|到|下来|得)|除了?[^,，。]{0,10}证|拿(?:到|了)[^,，。]{0,8}证|通过[^,，。]{0,4}(?:以?后|了)"
)
_FURTHER = re.compile(
    r"(?:还|另外|顺便|顺带|附带|同时|额外)[^,，。考报]{0,6}(?:拿|得|领|发|送|给|换|附|有)[^,，。考报好用]{0,4}(?:什么|啥|别的|其[他它]|哪些|哪种|另外)(?!要求|条件|好处|用|机构|材料)"
)
_WHAT_ELSE = "附带的其他证书"


def asks_further(text: str) -> bool:
    """Whether it asks what one gets besides the certificate itself (考出来还能拿啥证)."""
    return bool(_HAS_PASSED.search(text) and _FURTHER.search(text))


def answer_further(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """The programmes in whose notice those who passed this occupation's assessment are named; else the silence."""
    lines, citations = [], []
    for name in _programmes(desk):
        for one in programmes(desk.library, name, turn.as_of):
            own = [path for path in one.paths if _is_for(desk, path, subject)]
            if own:
                lines += [
                    f"按{notice_of(one.organisation.name, one.year, one.status, turn.as_of)}：",
                    *map(path_line, own),
                ]
                citations += [cited for path in own for cited in path.citations]
                citations.append(desk.library.cite_title(one.notice_id, turn.as_of))
    if not lines:
        return unstated(desk, turn, subject, _WHAT_ELSE)
    return single("answered", "\n".join(lines), citations=unique(citations))


def _programmes(desk: Desk) -> list[str]:
    """The names of all programmes, as their notices' titles have them."""
    titles = [one.notice.front.title for one in desk.library.holdings if one.notice.front.kind == "programme"]
    found = (one for title in titles for one in desk.library.lexicon.matcher.find(title))
    return list(dict.fromkeys(one.value for one in found if one.kind == "occupation"))


def _is_for(desk: Desk, path: Path, subject: Subject) -> bool:
    names = {one.value for one in desk.library.lexicon.matcher.find(path.who) if one.kind == "occupation"}
    return subject.occupation is not None and subject.occupation.name in names
