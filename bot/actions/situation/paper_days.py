"""Clauses that tell the day of a paper and nothing else: 发证日2024年3月8日, 证上印的日期是…, 交大2022年7月1日发的."""

from __future__ import annotations

import re

from bot.actions.situation.certificate_words import NAME
from bot.actions.situation.heard import DATE, LEVEL, ORGANISATION

_KIND = r"国家|职业|资格|技能|等级"
_ISSUING = r"发证|取证|拿证|领证|颁证|出证|颁发|签发|核发|批准|审批|取得|获得"
# What may stand around the day: the paper, who issued it, that it was obtained, where the day is printed.
ABOUT = (
    rf"(?:我|的|这|那|本|张|个|一|手|[里上头]|面|是|就|在|于|也|都|才|刚刚?|份|落款|显示|注明|[印写盖打标]着?|日期|时间|日子|日|年月|天|当|为|[:()]|{_ISSUING}|{_KIND}"
    rf"|证书?|证件|本子|红本|老|旧|{NAME}|{ORGANISATION}|人社局?|单位|协会|学校|机构|公司|拿到?|领到?|发|颁|考(?:出来?|到|取)?|办|评上?|评下来|下来|到手|批|了|得|啊|呢|哈|应该|大概|好像|记得)"
)
_OBTAINED = re.compile(rf"证(?!明)|本子|红本|{_ISSUING}|落款|[拿领考办]|发[的了]|颁|评|到手|下来")
_DAY_OF_PAPER = re.compile(rf"{ABOUT}*+(?P<date>{DATE}){ABOUT}*+")
# 走四级证那条; 国家职业资格四级; 训练师四级: a level, and nothing that is done or wanted.
_NAMED = re.compile(
    rf"(?:我|的|有|手|[里上头]|走|凭|用|靠|是|这|那|本|张|个|一|老|旧|叫|{NAME}|{ORGANISATION}|{_KIND}|证书?|就)*+"
    rf"(?P<levels>{LEVEL})(?:工|{NAME}|的|{_KIND}|证书?|这|那|条|路|本|张|个|[()])*+"
)
# 证上印的日期2022年12月1日人工智能训练师四级
_DAY_FIRST = re.compile(
    rf"{ABOUT}*+{DATE}(?:{ABOUT}|{NAME})*+(?P<levels>{LEVEL})(?:工|{NAME}|的|{_KIND}|证书?|[()])*+"
)


def day_of_paper(marked: str) -> re.Match[str] | None:
    """A clause of nothing but the day on which some paper was obtained; its `date`."""
    match = _DAY_OF_PAPER.fullmatch(marked)
    return match if match and _OBTAINED.search(marked) else None


def named_beside(marked: str, before: str, after: str) -> re.Match[str] | None:
    """A clause that only names a level, between one `before` it and one `after` it that tells the day of the paper."""
    match = _NAMED.fullmatch(marked)
    beside = match and (day_of_paper(before) or day_of_paper(after))
    return match if beside else None


def day_first(marked: str) -> re.Match[str] | None:
    """A clause that tells the day of a paper and then names its level."""
    match = _DAY_FIRST.fullmatch(marked)
    return match if match and _OBTAINED.search(marked[: match.start("levels")]) else None
