"""The occupation that is only somebody's job: 我是公司的HR，打算给同事报人工智能训练师 asks about the latter."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

_I_AM = re.compile(
    r"(?:我|本人|咱|俺|阿拉)(?:们|自己)?(?:现在|目前)?(?:就|也|只)?(?:是|在|做|当|干|担任|负责)[^，,。；;！!？?考报学升换改跟和与]{0,14}$"
)
_IN_A_FIRM = re.compile(r"(?:公司|单位|厂里?|我们|学校|机构|部门|店里?|的|一个|一名|一枚)(?:这边)?$")
_DOES = re.compile(
    r"^(?:部门?|经理|总监|专员|主管|助理|小?姐姐?|哥|同事|们|那边|这边)*(?:让|叫|托|说要|说给|问我|要我|发来|通知|[帮替]|给(?:同事|员工|大家|学员|学生))"
)
_EXAMINED = re.compile(r"^(?:的|证书?|[（(])?(?:[一二三四五1-5]级|[初中高]级|证|考|等级|方向)")


def without_own_work(text: str, found: Sequence[Any]) -> list[Any]:
    """The mentions or entities without an occupation that is a job, where another one is named; else all of them."""
    jobs = [one for one in found if _kind(one) == "occupation" and _is_job(text, *_place(one))]
    others = {_value(one) for one in found if _kind(one) == "occupation" and one not in jobs}
    return [one for one in found if one not in jobs] if others else list(found)


def _is_job(text: str, start: int, end: int) -> bool:
    before, after = text[:start], text[end:]
    if not end or _EXAMINED.match(after):
        return False
    return bool(_I_AM.search(before) or (_IN_A_FIRM.search(before) and _DOES.match(after)))


def _kind(one: Any) -> str:
    return str(one["entity"] if isinstance(one, Mapping) else one.kind)


def _value(one: Any) -> str:
    return str(one["value"] if isinstance(one, Mapping) else one.value)


def _place(one: Any) -> tuple[int, int]:
    return (one.get("start", 0), one.get("end", 0)) if isinstance(one, Mapping) else (one.start, one.end)
