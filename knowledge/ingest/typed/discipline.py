"""Misconduct: the items below `有下列行为之一的，…`, and single sentences with their own consequence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from knowledge.facts import DisciplineFact
from knowledge.ingest.drafts.drafted import Drafted
from knowledge.ingest.drafts.models import Question
from knowledge.ingest.typed.consequences import CONSEQUENCE, Consequences, consequences, proven_case
from knowledge.ingest.typed.sentences import Sentence, unnumbered
from knowledge.models import Notice, Source
from knowledge.wording.plain import plain

_LEAD = re.compile(r"下[列述](?:行为|情形|情况|违纪|违规|违纪违规行为)之一")
_ITEM = re.compile(r"\s*(?:[(]\d{1,2}[)]|\d{1,2}(?:[)、]|\.(?!\d)))")
_SINGLE = re.compile(r"(?P<what>[^。;:]{2,80}?的),(?=取消|当年|[\d一二两三四五]+年|证书|将?被?取消|由)")
# What the notice says of results after the fact repeats the rules above.
_REFERS = re.compile(r"(?:依照|按照?)(?:以上|上述|前述)规定")
_ENDS = ";；。，,、"


def draft_discipline(notice: Notice, sentences: Iterable[Sentence]) -> Drafted[DisciplineFact]:
    """One fact for each misconduct, in order."""
    facts: list[DisciplineFact] = []
    questions: list[Question] = []
    leads: set[str] = set()
    for sentence in sentences:
        if sentence.line in leads or not CONSEQUENCE.search(sentence.plain) or _REFERS.search(sentence.plain):
            continue
        if _LEAD.search(sentence.plain):
            leads.add(sentence.line)
            found = list(_listed(notice, sentence))
        else:
            found = [_single(sentence)]
        facts += [one for one in found if isinstance(one, DisciplineFact)]
        questions += [one for one in found if isinstance(one, Question)]
    return Drafted(tuple(facts), tuple(questions))


def _listed(notice: Notice, lead: Sentence) -> Iterator[DisciplineFact | Question]:
    follows = consequences(plain(lead.line))
    items = list(_items(notice, lead))
    if not items or not follows.any or not follows.complete:
        yield lead.ask("列举的违纪行为或处理结果没有读懂，请核对后填写")
        return
    for source in items:
        conduct = unnumbered(source.quote).strip().rstrip(_ENDS)
        yield _fact(conduct, follows, (source, lead.line_source()))


def _items(notice: Notice, lead: Sentence) -> Iterator[Source]:
    """The numbered lines below the lead: its clause's children, else the next lines of the clause itself."""
    clause = notice.clauses[lead.clause]
    for path in clause.children:
        yield Source(clause=path, quote=notice.clauses[path].lines[0].text)
    if clause.children:
        return
    texts = [line.text for line in clause.lines]
    for text in texts[texts.index(lead.line) + 1 :]:
        if not _ITEM.match(plain(text)):
            return
        yield Source(clause=clause.path, quote=text)


def _single(sentence: Sentence) -> DisciplineFact | Question:
    follows = consequences(sentence.plain)
    conduct = proven_case(sentence) or _stated_case(sentence)
    if conduct and not conduct.startswith("情节") and follows.any and follows.complete:
        return _fact(conduct, follows, (sentence.source(),))
    return sentence.ask("违纪行为及其处理没有读懂，请核对后填写")


def _stated_case(sentence: Sentence) -> str | None:
    match = _SINGLE.search(sentence.plain, sentence.body)
    return sentence.cut(match, "what") if match else None


def _fact(conduct: str, follows: Consequences, sources: tuple[Source, ...]) -> DisciplineFact:
    return DisciplineFact(
        sources=sources,
        conduct=conduct,
        cancels=follows.cancels,
        bars=follows.bars,
        certificate_void=follows.certificate_void,
        fee_kept=follows.fee_kept,
        referred_to_authorities=follows.referred,
    )
