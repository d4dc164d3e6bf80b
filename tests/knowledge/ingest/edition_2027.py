"""A fictional edition of 2027 of one notice, made from the published one by eight edits."""

from __future__ import annotations

from knowledge.library import ROOT

SAIA = "saia-2026-ai-trainer"
# One edit each: the fee is in one row with its total, the rest one line each.
EDITS = {
    "fee": ("| 三级/高级 | 100 | 400 | 500 |", "| 三级/高级 | 100 | 450 | 550 |"),
    "retake": ("说明:补考费用与正考费用一致,按照补考的模块收费。", "说明:补考费用为每个模块150元。"),
    "window": ("| 4月 | 5月底前 |", "| 4月10日前 | 5月底前 |"),
    "phone": ("021-62037717", "021-62037799"),
    "address": (
        "（一）业务受理地址\n\n上海市浦东新区中科路1750号T1栋模力社区515室",
        "（一）业务受理地址\n\n上海市浦东新区中科路1750号T1栋模力社区601室",
    ),
    "validity": ("五级、四级、三级成绩有效期均为两年", "五级、四级、三级成绩有效期均为三年"),
    "added": (
        "五、关于证书领取的相关事项",
        "（五）考生因突发疾病未能参加评价的，凭医院证明可申请延期一次。\n\n五、关于证书领取的相关事项",
    ),
}
REMOVED = "（四）参加本市职业技能竞赛成绩不合格者，不能进行补考。\n\n"


def published(notice_id: str = SAIA) -> str:
    return (ROOT / "notices" / notice_id / "notice.md").read_text(encoding="utf-8")


def next_year(text: str) -> str:
    """The notice of the year after: its own year and the years beside it roll over."""
    rolled = text.replace("2026", "2027")
    return rolled.replace("id: saia-2027-ai-trainer", "id: saia-2027").replace("〔2025〕", "〔2026〕")


def edited(text: str, *names: str) -> str:
    for name in names:
        old, new = EDITS[name]
        assert old in text, name
        text = text.replace(old, new, 1)
    return text


def edition_2027() -> str:
    """`notice.md` of the year after, with all eight edits."""
    return next_year(edited(published(), *EDITS)).replace(REMOVED, "")
