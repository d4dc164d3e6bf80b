"""Who issues certificates, in which form, who collects them where, and what to do when one is lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from knowledge.facts import CertificateFact
from knowledge.ingest.drafts.drafted import Drafted
from knowledge.ingest.drafts.models import Question
from knowledge.ingest.typed.collection import collection, loss
from knowledge.ingest.typed.issuers import issued
from knowledge.ingest.typed.reading import ways
from knowledge.ingest.typed.sentences import Sentence
from knowledge.models import Notice

_NO_CERTIFICATE = re.compile(r"取得[^。;]*证书[^。;]*(?:后|的),|证书[^,。;]{0,6}复印件|补贴|工作证明|承诺书")
_LOSS = re.compile(r"证书[^,。;]{0,4}(?:遗失|丢失|损坏|补办)|遗失[^,。;]{0,4}证书")
_COLLECTION = re.compile(r"领取|代领|自取|邮寄|快递|寄送|证书发放")
_ISSUE = re.compile(r"(?:颁发|核发)[^。;]{0,60}证书|证书[^,。;]{0,6}由[^,。;]{2,30}(?:颁发|核发)")
_ELECTRONIC = re.compile(r"电子[^,。;纸]{0,4}证书|证书\(电子(?:版|证书)?\)")
_PAPER = re.compile(r"纸质[^,。;]{0,4}证书|证书\(纸质(?:版)?\)")


def draft_certificates(notice: Notice, sentences: Iterable[Sentence]) -> Drafted[CertificateFact]:
    """Every statement on certificates, in order."""
    facts: list[CertificateFact] = []
    questions: list[Question] = []
    for sentence in sentences:
        if not _concerns(sentence):
            continue
        for one in _of_sentence(notice, sentence):
            if isinstance(one, Question):
                questions.append(one)
            else:
                facts.append(one)
    return Drafted(tuple(facts), tuple(questions))


def _concerns(sentence: Sentence) -> bool:
    """Whether certificates of this assessment are meant, by the sentence or by what it stands under."""
    if "证书" in sentence.plain:
        return not _NO_CERTIFICATE.search(sentence.plain)
    above = "".join((sentence.title, *sentence.headings[:1]))
    return re.search(r"证书|领证|发证", above) is not None and "准考证" not in sentence.plain


def _of_sentence(notice: Notice, sentence: Sentence) -> Iterator[CertificateFact | Question]:
    if _LOSS.search(sentence.plain):
        yield loss(sentence)
        return
    if _COLLECTION.search(sentence.plain):
        yield from collection(sentence)
        return
    if _ISSUE.search(sentence.plain):
        yield from issued(notice, sentence)
    if re.search(r"查询|公示", sentence.plain) and not _ISSUE.search(sentence.plain):
        return
    if forms := _forms(sentence.plain):
        named = ways(sentence.plain)
        yield CertificateFact(
            sources=(sentence.source(),),
            about="form",
            way=named[0] if len(named) == 1 else None,
            issuer=None,
            forms=forms,
            collected_by=None,
            collected_at=None,
            courier_paid_by_applicant=None,
            bring=(),
        )


def _forms(text: str) -> tuple[Literal["electronic", "paper"], ...]:
    """The forms that a text says there are; one that there is not (不发放纸质证书) is none."""
    found: list[Literal["electronic", "paper"]] = ["electronic"] if _ELECTRONIC.search(text) else []
    denied = re.search(r"(?:不再?|无)[^,。;]{0,6}纸质", text)
    return (*found, "paper") if _PAPER.search(text) and not denied else tuple(found)
