"""What a column is about, by its heading: what tables of prices, timetables and catalogues have in common."""

from __future__ import annotations

import re
from typing import Literal

from knowledge.wording.numerals import squeezed

Role = Literal[
    "number", "code", "level", "registration", "organisation", "kind", "specialisation", "occupation", "remark"
]
_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("remark", re.compile(r"备注|^说明|^其他")),
    # 职业（工种）及等级: occupations with their levels in one cell.
    (
        "occupation",
        re.compile(
            r"(?:职业|工种|项目)(?:\((?:工种|职业)\)|/工种)?(?:名称)?(?:[、,/及和与]|\(含?)(?:职业)?(?:技能)?(?:等级|级别)"
        ),
    ),
    ("registration", re.compile(r"备案(?:编)?号|备案")),
    ("code", re.compile(r"编码|代码")),
    ("number", re.compile(r"^(?:序号|编号|序|No\.?|号)$", re.I)),
    ("level", re.compile(r"(?:等级|级别)(?!认定|评价|考|鉴定)|^级$|^技能级")),
    ("organisation", re.compile(r"(?:机构|组织|单位|学校|企业)(?:名称)?$")),
    ("kind", re.compile(r"(?:项目|评价|考核|证书)?(?:类型|类别)$")),
    ("specialisation", re.compile(r"^(?:工种|职业方向|方向|专业方向)(?:名称)?$")),
    (
        "occupation",
        re.compile(
            r"(?:职业|工种)(?!技能|等级|资格|标准)|^(?:评价|认定|考核|鉴定|考试)?项目(?:名称)?$|^名称$|专项职业能力(?:名称|项目)?$"
        ),
    ),
)
MONEY = re.compile(r"费|元|金额|价格|收取|补考|理论|操作|实操|评审|[合总共]计")
TIME = re.compile(r"时间|日期|月份|日程|期限|批次|期次|截止|截至|起止")


def common_role(heading: str) -> Role | None:
    """The role of a column, None for what only some tables have (prices, times)."""
    folded = squeezed(heading)
    return next((role for role, words in _ROLES if words.search(folded)), None)
