"""Collecting a certificate, and what to do when one is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from knowledge.facts import CertificateFact
from knowledge.facts.procedure import Way
from knowledge.ingest.drafts.models import Question
from knowledge.ingest.typed.reading import things, ways
from knowledge.ingest.typed.sentences import Sentence, split

_BY = re.compile(
    r"由(?P<by>[^,。;:由凭持]{2,24}?)(?=(?:统一|负责|代为|自行|集中)*(?:领取|代领)|凭|持|携|至|到(?!付))"
)
_AT = re.compile(r"(?:至|到(?!付)|在)(?P<at>[^,。;至到在]{2,30}?)(?:统一|现场|自行|申请)?(?:领取|办理|补办)")
_BRING = re.compile(
    r"(?:凭|持(?!证人)|携带|携(?!带))(?:本人)?(?P<things>[^,。;]{2,30}?)(?=至|到|在|于|领取|办理|申请(?=补|办)|代领|补办|,|。|$)"
)
_OWNER = re.compile(r"(?P<by>(?:考生|持证人|申报人员|参评人员)?本人|考生|持证人)(?=凭|持|携|至|到)")
_COURIER = re.compile(r"快递|邮寄|寄送|EMS")
_PAID = re.compile(r"(?:快递|邮寄|邮|运|寄送)?费用?[^,。;)]{0,6}由?[^,。;)]{0,6}(?:自理|自付|承担)|到付")
_FREE = re.compile(r"免费(?:邮寄|寄送|快递)|包邮")
_CHOICE = re.compile(r"或|亦可|也可|可选择|均可")
_LABEL = re.compile(r"[^,。;:]*?领取(?:方式|办法|时间|地点)?:")
_ANYBODY = re.compile(
    r"(?:凡|全部|科目|成绩|认定|评价|考核|考试|合格|的|者|人员|考生|参评|申报|持证人|获证|纸质|职业技能等级|证书|,|可|应|须|请|"
    r"将|统一)*"
)
_REFUSED = re.compile(r"不(?:予|再|能|可)?(?:补|办)|未(?:领|及时)|逾期|销毁|作废")


def collection(sentence: Sentence) -> Iterator[CertificateFact | Question]:
    """One fact for each piece on collecting; a question where it is not clear for whom it holds."""
    label = _LABEL.match(sentence.plain, sentence.body)
    forms: tuple[Literal["paper"], ...] = (
        ("paper",) if "纸质" in sentence.plain and "电子" not in sentence.plain else ()
    )
    pieces = _pieces(sentence)
    for piece in pieces:
        start = label.end() if label and piece.text == pieces[0].text else piece.body
        way = _way(piece, piece.plain[start:])
        if way == "unclear" or _unreadable(piece):
            yield sentence.ask("证书由谁领取、怎样领取没有读懂，请核对后填写")
            return
        if fact := _collected(sentence, piece, way, forms):
            yield fact


def _pieces(sentence: Sentence) -> list[Sentence]:
    """The parts between semicolons; one that names both ways is cut at its commas where each part names one."""
    found: list[Sentence] = []
    for piece in sentence.pieces():
        parts = [replace(piece, text=text) for text in split(piece.text, ",")]
        each = len(parts) > 1 and all(len(ways(one.plain)) == 1 and "领" in one.plain for one in parts)
        found += parts if each else [piece]
    return found


def loss(sentence: Sentence) -> CertificateFact | Question:
    """Replacing a lost certificate: who asks where, with what."""
    owner, place, bring = (one.search(sentence.plain) for one in (_OWNER, _AT, _BRING))
    if _REFUSED.search(sentence.plain) or not (owner or place or bring):
        return sentence.ask("证书遗失后怎样办理没有读懂，请核对后填写")
    return CertificateFact(
        sources=(sentence.source(),),
        about="loss",
        way=None,
        issuer=None,
        forms=(),
        collected_by=sentence.cut(owner, "by") if owner else None,
        collected_at=sentence.cut(place, "at") if place else None,
        courier_paid_by_applicant=None,
        bring=things(sentence.cut(bring, "things")) if bring else (),
    )


def _way(piece: Sentence, text: str) -> Way | Literal["unclear"] | None:
    """The one way that the piece or its title names; None for everybody, unclear for some others (校内学生)."""
    if len(ways(piece.plain)) > 1:
        return "unclear"
    named = ways(text.split("由")[0]) or ways(piece.title) or ways(text.split("领取")[0])
    if len(named) == 1:
        return named[0]
    subject = re.split(r"由|至|到|凭|持|在|采用|用|快递|邮寄|领取|代领", text)[0]
    return None if not named and _ANYBODY.fullmatch(subject.strip()) else "unclear"


def _unreadable(piece: Sentence) -> bool:
    """Refusals, and a choice between post and counter, are no single way to collect."""
    either = _COURIER.search(piece.plain) and _CHOICE.search(piece.plain)
    return bool(either or _REFUSED.search(piece.plain))


def _collected(
    sentence: Sentence, piece: Sentence, way: Way | None, forms: tuple[Literal["paper"], ...]
) -> CertificateFact | None:
    by, place, bring = (one.search(piece.plain, piece.body) for one in (_BY, _AT, _BRING))
    by = by or _OWNER.search(piece.plain, piece.body)
    courier = _courier(piece.plain)
    if not (by or place or bring) and courier is None:
        return None
    return CertificateFact(
        sources=(sentence.source(),),
        about="collection",
        way=way,
        issuer=None,
        forms=forms,
        collected_by=piece.cut(by, "by") if by else None,
        collected_at=piece.cut(place, "at") if place else None,
        courier_paid_by_applicant=courier,
        bring=things(piece.cut(bring, "things")) if bring else (),
    )


def _courier(text: str) -> bool | None:
    if not _COURIER.search(text):
        return None
    if _FREE.search(text):
        return False
    return True if _PAID.search(text) else None
