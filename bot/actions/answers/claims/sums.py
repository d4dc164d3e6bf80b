"""A total that a message claims or doubts, beside the sum that was worked out (家长说应该是14000，我算错了？)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from bot.actions.reply import Reply
from knowledge.fee_sums import money

_CLAIMED = re.compile(
    r"(?:是不是|应该?(?:是|要|得)?|该|是|等于|算(?:出来|下来|得|的)(?:是|有)?|得(?:出|到)?|共|合计|总(?:共|价|数|额)|加起来|交|收|要|要交|说|报|写的?|成|为)(?:了|的|总共|一共)*"
    r"(?P<amount>\d{3,6})(?:块钱?|元)?(?![\d年月日号级%人个名位])"
)
_DOUBTS = re.compile(
    r"算错|[对是]吗|对不对|是不是|对[么吧伐]|没错吧?|应该|该是|不对|不是|非说|硬说|说是|怎么(?:是|算|会)|核[对实]|[吗么?？]$"
)


def claimed_total(text: str) -> str | None:
    """The amount that is claimed or doubted, the last one; None where there is none."""
    found = list(_CLAIMED.finditer(text)) if _DOUBTS.search(text) else []
    return found[-1]["amount"] if found else None


def sum_verdict(text: str, reply: Reply) -> str:
    """对，一共是13000元。 / 不是14000元，一共是13000元。 Empty where no total is claimed, or none was worked out."""
    amount, total = claimed_total(text), _total(reply)
    if amount is None or total is None:
        return ""
    said = money(Decimal(str(total)))
    if Decimal(amount) == Decimal(said):
        return f"对，一共是{said}元。"
    printed = re.search(rf"(?<!\d){amount}元", reply.messages[0].text)
    return "" if printed else f"不是{amount}元，一共是{said}元。"  # a price that is printed is one of the parts


def _total(reply: Reply) -> float | None:
    card = reply.messages[0].card
    data: Mapping[str, Any] = card.data if card and card.type == "fee" else {}
    done = data.get("sum")
    return done.get("total") if isinstance(done, Mapping) else None
