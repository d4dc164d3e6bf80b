"""Addresses that stand outside the section on offices: where applications or certificates are handled."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.ingest.drafts.confidence import CONTEXT
from knowledge.ingest.drafts.contact_items import Item
from knowledge.ingest.drafts.models import Question
from knowledge.models import Notice, Source
from knowledge.wording.plain import plain

_PROSE = re.compile(
    r"(?:到|至|前往|赴)(?P<place>[^,;。:到至“”]{2,40}?(?:路|街|道|弄|镇|村|园)[^,;。:到至“”]{0,30}?\d+[^,;。:到至“”]{0,25}?)"
    r"(?:\([^()]*\))?(?:现场)?(?=办理|报名|领取|递交|提交|申报|缴|进行|现场|咨询|。|,)"
)
_EXAM = re.compile(r"参加考|考试|考核|应考")


def elsewhere(notice: Notice, items: list[Item]) -> tuple[list[Item], list[Question]]:
    """Keep collection points and addresses of running text only where they are the office's, else ask.

    Where the notice labels no address at all, the one in its running text is taken.
    """
    known = {_key(one.value) for one in items if one.kind == "address"}
    prose = list(_in_prose(notice))
    if not known and len({_key(one.value) for one in prose}) == 1:
        items = [*items, prose[0]]
        known = {_key(prose[0].value)}
    strangers = [*prose, *(one for one in items if one.kind == "collection")]
    questions = [
        Question(
            clause=one.clause,
            quote=one.sources[-1].quote,
            question=f"这里的地点“{one.value}”与业务受理地址不同，是否另列一个受理点？",
        )
        for one in strangers
        if not any(_key(one.value) in key or key in _key(one.value) for key in known)
    ]
    return [one for one in items if one.kind != "collection"], questions


def _in_prose(notice: Notice) -> Iterator[Item]:
    for path, clause in notice.clauses.items():
        for line in clause.lines:
            for match in _PROSE.finditer(plain(line.text)):
                if line.kind == "paragraph" and not _EXAM.match(plain(line.text)[match.end() :]):
                    place = line.text[match.start("place") : match.end("place")]
                    source = Source(clause=path, quote=line.text)
                    yield Item("address", place, path, (source,), CONTEXT)


def _key(place: str) -> str:
    return re.sub(r"[\s()（）,，]", "", plain(place))
