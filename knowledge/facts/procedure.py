"""How to apply, what to bring, how to pay, what happens to the money."""

from __future__ import annotations

from typing import Literal

from knowledge.facts.common import Fact, Verbatim
from knowledge.models import Strict

Way = Literal["group", "individual"]


class ApplicationFact(Fact):
    """One way to apply. `who` and `materials` are the notice's words; None or empty is not stated."""

    way: Way
    occupations: tuple[str, ...] | None
    who: Verbatim | None
    channel: Literal["self_service_system", "on_site", "mini_program", "institution"]
    channel_name: Verbatim | None
    place: Verbatim | None
    appointment: bool | None
    materials: tuple[Verbatim, ...]


class BankAccount(Strict):
    """Where the fee is transferred to, and what to write on the transfer."""

    holder: Verbatim
    tax_id: Verbatim | None
    number: Verbatim
    bank: Verbatim
    bank_address: Verbatim | None
    remark: Verbatim | None


class PaymentFact(Fact):
    """Paying the fee: after what, by when, to which account, and what counts as paid; None is not stated."""

    way: Way | None
    method: Literal["bank_transfer", "on_site"] | None
    after: Verbatim | None
    by: Verbatim | None
    paid_when: Verbatim | None
    account: BankAccount | None


class RefundFact(Fact):
    """A case in which money comes back or does not."""

    case: Verbatim
    refunded: bool
