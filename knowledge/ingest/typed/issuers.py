"""Who issues the certificates, by name; what a notice calls itself for short is looked up where it says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts import CertificateFact
from knowledge.ingest.drafts.models import Question
from knowledge.ingest.typed.sentences import Sentence
from knowledge.models import Notice, Source
from knowledge.wording.plain import plain

_BY = re.compile(r"由(?P<who>[^,。;由]{2,30}?)(?:[^,。;由]{0,10}(?:并|后))?(?:统一|负责)?(?:核发|颁发|发放)")
_ACTING = re.compile(r"(?:组织|实施|开展|承担)[^,。;]{0,10}(?:认定|评价|考核|鉴定|实施).*$")
# Words for somebody who is named elsewhere.
_PRONOUN = re.compile(
    r"(?:我|本|该|各|其|相关|有关)(?:会|院|校|司|中心|机构|单位|公司|集团|协会|学会|学院|学校|大学|组织)?|"
    r"(?:社会)?(?:培训)?(?:评价|社评|认定)?(?:组织|机构)|学院|学校|协会|学会|公司|中心|大学|单位"
)


def issued(notice: Notice, sentence: Sentence) -> Iterator[CertificateFact | Question]:
    """The issuer that the sentence names; nothing where it names none."""
    match = _BY.search(sentence.plain)
    if match is None:
        return
    who = _ACTING.sub("", sentence.cut(match, "who"))
    sources = [sentence.source()]
    if _PRONOUN.fullmatch(who):
        meant = _meant(notice, who) or (_own_name(notice) if re.match("[我本]", who) else None)
        if meant is None:
            yield sentence.ask(f"「{who}」是指哪个机构，请核对颁发证书的机构名称")
            return
        who = notice.front.issuer
        sources.append(meant)
    yield CertificateFact(
        sources=tuple(sources),
        about="issue",
        way=None,
        issuer=who,
        forms=(),
        collected_by=None,
        collected_at=None,
        courier_paid_by_applicant=None,
        bring=(),
    )


def _own_name(notice: Notice) -> Source | None:
    """Where the one that writes of itself (我会, 本公司) prints its name: in the title, else under the text."""
    clauses = (notice.clauses[path] for path in ("标题", "落款", "文号") if path in notice.clauses)
    lines = ((one.path, line.text) for one in clauses for line in one.lines)
    found = (Source(clause=path, quote=text) for path, text in lines if notice.front.issuer in text)
    return next(found, None)


def _meant(notice: Notice, short: str) -> Source | None:
    """Where the notice says that its issuer is called so: `上海市锁业协会（以下简称“协会”）`."""
    said = re.compile(rf"{re.escape(plain(notice.front.issuer))}\s*\([^()]*?简称:?“{re.escape(short)}”\)")
    for path, clause in notice.clauses.items():
        for line in clause.lines:
            if match := said.search(plain(line.text)):
                return Source(clause=path, quote=line.text[match.start() : match.end()])
    return None
