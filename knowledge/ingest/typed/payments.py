"""Paying the fee: after what, by when, how, and to which account."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Literal

from knowledge.facts import PaymentFact
from knowledge.facts.procedure import Way
from knowledge.ingest.drafts.drafted import Drafted
from knowledge.ingest.drafts.models import Question
from knowledge.ingest.typed.accounts import account_of, labelled
from knowledge.ingest.typed.reading import ways_of
from knowledge.ingest.typed.sentences import Sentence

_PAY = re.compile(r"缴纳|缴费|缴付|交费|支付|付款|转账|汇款|月结")
_OTHER = re.compile(r"准考证|补考|退|发票|补贴|账户名|成绩")
_AFTER = re.compile(
    r"(?P<value>(?:经|现场|申报|报名|资格|资质|材料|网上)*审[核查]通过后?|通过(?:申报|报名|资格|资质|材料|网上)*审[核查]后)(?=[^。]*(?:缴|支付|付款|转账))"
)
_BY = re.compile(
    r"(?:在|于|(?<=[,须应请后])(?=[\d一二三五两十]))(?P<value>[^,。;]{1,30}?(?:内|前|期间))(?=[^,。;审]{0,30}?(?:缴纳|缴费|缴付|完成支付|支付|付款|转账))"
)
_PAID = re.compile(
    r"(?:缴费|付款|支付|到账)(?:完成|成功)?(?:时间|日期)?[^,。;]{0,2}以(?P<value>[^。;,]{2,40}?)为准"
)
# The day of one sitting is a matter of the timetable.
_DAY = re.compile(r"\d月\d")
_TRANSFER = re.compile(r"银行转账|对公转账|对公账户|银行汇款|电汇")
_ON_SITE = re.compile(r"现场(?:缴纳|缴费|交费|支付|付款)|窗口(?:缴纳|缴费|交费)")
_PAYING = r"(?:缴|交费|支付|付款)"
_ONLINE = re.compile(
    rf"(?:小程序|扫码|微信|支付宝|线上|网上|在线|平台|月结|POS)[^,。;]{{0,14}}{_PAYING}(?!费?(?:截止|截至|起止|时间|日期|期间))"
    rf"|{_PAYING}[^,。;]{{0,14}}(?:小程序|扫码|微信|支付宝|POS)"
)
Method = Literal["bank_transfer", "on_site"]


def draft_payments(sentences: Iterable[Sentence]) -> Drafted[PaymentFact]:
    """One fact for each clause and way, in order."""
    facts: list[PaymentFact] = []
    questions: list[Question] = []
    concerned = [one for one in _pieces(sentences) if _PAY.search(one.plain) or labelled(one)]
    for _, found in groupby(concerned, key=lambda one: one.clause):
        for way, group in _by_way(list(found)):
            fact, asked = _fact(way, group)
            facts += [fact] if fact else []
            questions += asked
    return Drafted(tuple(facts), tuple(questions))


def _pieces(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """Sentences; their parts where some are of one way only (团体申报的由单位转账). No refunds, tickets, retakes."""
    for sentence in sentences:
        parts = sentence.pieces()
        apart = parts if any(ways_of(one) for one in parts) else [sentence]
        yield from (one for one in apart if not _OTHER.search(one.plain) or _kept(one))


def _kept(sentence: Sentence) -> bool:
    """A part of an account, and when a payment counts, are told whatever else the sentence says."""
    return labelled(sentence) or _PAID.search(sentence.plain) is not None


def _by_way(found: list[Sentence]) -> list[tuple[Way | None, list[Sentence]]]:
    """The sentences of each way; parts of an account belong to the sentence before them."""
    groups: dict[Way | None, list[Sentence]] = {}
    current: Way | None = None
    for one in found:
        named = ways_of(one)
        if named or not labelled(one):
            current = named[0] if len(named) == 1 else None
        groups.setdefault(current, []).append(one)
    return list(groups.items())


def _fact(way: Way | None, group: list[Sentence]) -> tuple[PaymentFact | None, list[Question]]:
    after, by, paid = (_values(pattern, group) for pattern in (_AFTER, _BY, _PAID))
    numbered = [one for one in group if labelled(one)]
    account = account_of(numbered)
    questions = _questions(group, account is None and bool(numbered))
    if any(len(one) > 1 for one in (after, by, paid)):
        return None, [group[0].ask("缴费的条件或时间前后有几种说法，请核对后填写")]
    method = _method(group, account is not None)
    if not (after or by or paid or method or account):
        return None, questions
    telling = [one for one in group if _telling(one) or (account and labelled(one))]
    sources = tuple(one.source() for one in telling)
    fact = PaymentFact(
        sources=sources,
        way=way,
        method=method,
        after=next(iter(after), None),
        by=next(iter(by), None),
        paid_when=next(iter(paid), None),
        account=account,
    )
    return fact, questions


def _values(pattern: re.Pattern[str], group: list[Sentence]) -> dict[str, None]:
    """What the pattern finds, each value once."""
    found = ((one, pattern.search(one.plain)) for one in group)
    return dict.fromkeys(
        one.cut(match, "value") for one, match in found if match and not _DAY.search(match["value"])
    )


def _telling(sentence: Sentence) -> bool:
    patterns = (_AFTER, _BY, _PAID, _TRANSFER, _ON_SITE)
    return any(one.search(sentence.plain) for one in patterns)


def _method(group: list[Sentence], has_account: bool) -> Method | None:
    if has_account or any(_TRANSFER.search(one.plain) for one in group):
        return "bank_transfer"
    return "on_site" if any(_ON_SITE.search(one.plain) for one in group) else None


def _questions(group: list[Sentence], broken: bool) -> list[Question]:
    """Ways of paying that no fact can hold, and an account that is not complete."""
    online = [one.ask("缴费方式没有归类，请核对") for one in group if _ONLINE.search(one.plain)]
    first = next((one for one in group if labelled(one)), group[0])
    return [*online, first.ask("收款账户信息不完整，请核对后填写")] if broken else online
