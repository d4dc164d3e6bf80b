"""What a notice says about paying, in sentences: after what, by when, how, into which account, what counts as paid."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.actions.desk import Desk
from bot.actions.turn import Turn
from bot.actions.wording import joined
from knowledge.facts import BankAccount, PaymentFact
from knowledge.fees import Fee
from knowledge.library import Holding
from knowledge.models import Citation
from knowledge.statements import BY_ID

ASKS_PAYING = re.compile(
    r"(?:怎么|怎样|如何|哪里|在哪|哪儿)(?:交|缴|付|转)|(?:交|缴|付)(?:到|给)哪|[缴付]费?方式|账[户号]|转账|汇款|打款|付款"
    r"|(?:什么时候|何时|几号|哪天).{0,4}[交缴付]|[缴交付][费钱款]?.{0,4}(?:什么时候|何时|几号|哪天|截止|日期|时间)"
)
# What day a payment counts of: 昨天转的,按哪天算; 以转出还是到账为准.
COUNTS_AS_PAID = re.compile(
    r"(?:转|汇|打|[缴交付])(?:的|了|过去|出去|账|款|钱|费)[^。]{0,16}(?:按|以|照)[^，。]{0,6}(?:哪[天日]|几号|什么时候|时间|日期|转出|到账)[^，。]{0,6}(?:算|为准)"
)
_WAYS = {"group": "团体申报", "individual": "个人申报"}
_METHODS = {"bank_transfer": "银行转账", "on_site": "现场缴费"}
_UNSAID = ("payment_window", "payment_method")


def paying_in_short(desk: Desk, turn: Turn, fee: Fee) -> tuple[str, list[Citation]]:
    """One sentence on paying for a fee in force; what the notice leaves unsaid only for who asks about paying."""
    if fee.status != "current":
        return "", []
    holding = desk.library.holding(fee.citations[0].notice_id)
    stated = [one for one in holding.facts.payments if one.way is None]
    said = "".join(f"{sentence(one)}{_into(one)}" for one in stated)
    cited = [c for one in stated for c in desk.library.cite_all(holding.notice.id, one.sources, turn.as_of)]
    said = f"关于缴费：{said}" if said else ""
    return said + (unsaid(holding) if ASKS_PAYING.search(turn.text) else ""), cited


def sentence(fact: PaymentFact) -> str:
    """When to pay and what counts as paid, as far as stated."""
    when = "，".join(part for part in (fact.after, f"在{fact.by}" if fact.by else None) if part)
    how = f"，方式是{_METHODS[fact.method]}" if fact.method else ""
    first = f"{_WAYS[fact.way] if fact.way else ''}{when}缴费{how}。"
    return first + (f"缴费完成时间以{fact.paid_when}为准。" if fact.paid_when else "")


def account(one: BankAccount) -> str:
    """The account as printed, with what to write on the transfer."""
    parts = [
        f"户名：{one.holder}",
        f"银行账号：{one.number}",
        f"开户银行：{one.bank}" + (f"（地址：{one.bank_address}）" if one.bank_address else ""),
        *([f"统一社会信用代码（税号）：{one.tax_id}"] if one.tax_id else []),
    ]
    remark = f"转账附言/用途写：{one.remark}。" if one.remark else ""
    return "收款账户：" + "；".join(parts) + "。" + remark


def unsaid(holding: Holding) -> str:
    """What the notice does not say about when and how to pay."""
    silent = [BY_ID[one.topic].label for one in holding.facts.not_stated if one.topic in _UNSAID]
    return f"通知没有写明{joined(silent)}。" if silent else ""


def payment_sentences(facts: Sequence[PaymentFact]) -> list[str]:
    """Everything that is stated, one line for each fact and one for its account."""
    return [line for one in facts for line in (sentence(one), account(one.account) if one.account else "") if line]


def _into(fact: PaymentFact) -> str:
    return f"转到{fact.account.bank}，账号{fact.account.number}。" if fact.account else ""
