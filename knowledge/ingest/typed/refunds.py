"""Cases in which the fee comes back or does not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from knowledge.facts import RefundFact
from knowledge.ingest.drafts.drafted import Drafted
from knowledge.ingest.drafts.models import Question
from knowledge.ingest.typed.consequences import NO_REFUND, proven_case
from knowledge.ingest.typed.sentences import Sentence
from knowledge.models import Source
from knowledge.wording.plain import plain

_NOT = re.compile(NO_REFUND)
_YES = re.compile(r"(?:全额|予以|可以?|如数|原路)*(?:退还(?!原件|材料|证件)|费用?[^,。;]{0,4}退回|退费|退款)")
_MONEY = re.compile(r"费|款|退考")
_CONTACT = re.compile(r"电话|咨询|\d{7,}")
# With these the answer is neither yes nor no.
_HEDGED = re.compile(r"一般|原则上|或者?[^者]|除外|除[^,。;]{2,20}外")
_PARTLY = re.compile(r"百分之|%|一半|半价|部分费|扣除|扣减|视情|酌情|折")
_CASE = re.compile(
    r"(?P<case>[^。;]*?(?:的|者|后|前|一经(?:缴纳|缴付|缴费|支付|交纳|交付|到账|收取|确认)))(?=,|取消|$)"
)
# What stands between a case and the answer: 缴费后[,所缴考务费一律]不予退还.
_BETWEEN = re.compile(
    r"(?:其|所|已|该)?(?:缴|交)?(?:纳|付)?(?:的)?(?:报名|考务|考试|认定|评价|补考)?(?:费用?|款项?)?(?:一律|一概|均|概|将|也|亦|恕)*$"
)


def draft_refunds(sentences: Iterable[Sentence]) -> Drafted[RefundFact]:
    """Every case, in order."""
    facts: list[RefundFact] = []
    questions: list[Question] = []
    for sentence in sentences:
        for one in _of_sentence(sentence):
            if isinstance(one, Question):
                questions.append(one)
            else:
                facts.append(one)
    return Drafted(tuple(facts), tuple(questions))


def _of_sentence(sentence: Sentence) -> Iterator[RefundFact | Question]:
    if _CONTACT.search(sentence.plain) or not _MONEY.search(sentence.plain):
        return
    for piece in sentence.pieces():
        denied, granted = _NOT.search(piece.plain), _YES.search(_NOT.sub("", piece.plain))
        if not denied and not granted:
            continue
        case = proven_case(piece) or _case(piece, denied or _YES.search(piece.plain))
        if case is None or (denied and granted) or _uncertain(piece, case):
            yield sentence.ask("退费的情形或结果没有读懂，请核对后填写")
        else:
            source = Source(clause=sentence.clause, quote=sentence.text)
            yield RefundFact(sources=(source,), case=case, refunded=denied is None)


def _uncertain(piece: Sentence, case: str) -> bool:
    """Whether only a part comes back, or perhaps; 或 inside the case itself does not make the answer uncertain."""
    besides = plain(piece.text.replace(case, ""))
    return _PARTLY.search(piece.plain) is not None or _HEDGED.search(besides) is not None


def _case(piece: Sentence, predicate: re.Match[str] | None) -> str | None:
    """The words from the beginning to the last `…的`, `…者`, `…后` or `…前` before the predicate."""
    before = piece.plain[: predicate.start()] if predicate else ""
    texts = (before, _BETWEEN.sub("", before, count=1))
    found = next((cases for text in texts if (cases := list(_CASE.finditer(text, piece.body)))), [])
    if not found:
        return None
    return piece.text[piece.body : found[-1].end("case")].strip(" ,，。") or None
