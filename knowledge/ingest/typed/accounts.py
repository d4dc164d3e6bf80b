"""The bank account that a fee is transferred to, from labelled words in one clause."""

from __future__ import annotations

import re
from collections.abc import Iterable

from knowledge.facts import BankAccount
from knowledge.ingest.typed.sentences import Sentence
from knowledge.wording.plain import plain, trimmed

_LABELS = {
    "holder": r"(?:纳税人名称\s*/\s*)?户\s*名|账户名称?|开户名称?|收款(?:单位|人|方)(?:名称|户名)?|单位名称",
    "tax_id": r"统一社会信用代码|纳税人识别号|信用代码|税号",
    "bank_address": r"(?:开户行|银行)?地址",
    "bank": r"开户银?行(?:名称)?|收款银行",
    "number": r"(?:银行|收款|对公)?账(?:户|号)(?:号码)?|银行卡号",
}
_LABEL = re.compile("|".join(f"(?P<{name}>{words})\\s*:" for name, words in _LABELS.items()))
# A line that opens with 备注: is a note to readers.
_REMARK_LABEL = (
    r"(?:(?:转账|银行转账|汇款)?(?:附言|用途|摘要)|(?:(?<=[,;])|转账|汇款)备注)(?:\s*/\s*(?:附言|用途|备注))?\s*:"
)
_REMARK = re.compile(rf"{_REMARK_LABEL}\s*(?P<named>[^,。;(]+)|(?:注明|备注|填写|写明)“(?P<quoted>[^”]+)”")
_END = re.compile(r"[,。;(※]|$")
_NUMBER = re.compile(r"\d[\d\s-]{7,40}")


def labelled(sentence: Sentence) -> bool:
    """Whether the sentence prints a part of an account, or what to write on the transfer."""
    labels = {match.lastgroup for match in _LABEL.finditer(sentence.plain)} - {"bank_address"}
    return bool(labels) or _REMARK.search(sentence.plain) is not None


def account_of(sentences: Iterable[Sentence]) -> BankAccount | None:
    """The account; None where holder, number or bank is missing or printed twice with different values."""
    values: dict[str, set[str]] = {}
    for sentence in sentences:
        for name, value in _values(sentence.text):
            values.setdefault(name, set()).add(value)
    one = {name: found.pop() for name, found in values.items() if len(found) == 1}
    whole = len(one) == len(values) and {"holder", "number", "bank"} <= set(one)
    if not whole or not _NUMBER.fullmatch(one["number"]):
        return None
    return BankAccount(
        holder=one["holder"],
        number=one["number"],
        bank=one["bank"],
        tax_id=one.get("tax_id"),
        bank_address=one.get("bank_address"),
        remark=one.get("remark"),
    )


def _values(text: str) -> list[tuple[str, str]]:
    """Labels with their values; an address counts only beside the bank."""
    folded = plain(text)
    labels = list(_LABEL.finditer(folded))
    found = []
    for i, label in enumerate(labels):
        end = _END.search(folded, label.end())
        until = labels[i + 1].start() if i + 1 < len(labels) else len(text)
        stop = min(end.start() if end else until, until)
        found.append((str(label.lastgroup), trimmed(text, label.end(), stop)))
    if remark := _REMARK.search(folded):
        group = "named" if remark["named"] else "quoted"
        found.append(("remark", trimmed(text, remark.start(group), remark.end(group))))
    banks = any(name == "bank" for name, _ in found)
    return [(name, value) for name, value in found if value and (banks or name != "bank_address")]
