"""Lengths of time that belong to a certificate or a title: 拿证后干了两年 (work since), 四级证拿了两年 (held)."""

from __future__ import annotations

import re

from bot.actions.situation.heard import LEVEL, OCCUPATION, TERM, Clause, Heard
from bot.actions.situation.schools import SCHOOL
from bot.actions.situation.work_words import FIELD, OTHER_JOB, VERB

_GOT = r"(?:拿|考|取得|获得|评|持|有|得|领|办|发)"
_TITLE = r"(?:职称|(?:工程|经济|会计|统计|审计|政工|农艺)师|馆员|助工|副高|正高)"
_AFTER = re.compile(
    rf"(?:{_GOT}[^,]{{0,12}}?(?:{LEVEL}|证书?|{_TITLE})[^,]{{0,6}}?|{_GOT}[^,后]{{0,4}}|证书?[^,后]{{0,5}}|{LEVEL}工?[^,后]{{0,3}})(?:[之以]?后)"
    rf"(?P<words>(?:我|又|再|就|一直|也|已经|都|在|继续|总共|一共|共|前后|加起来|累计)*(?:{VERB})(?:{FIELD}|了|过|的|工作)*+(?:已经|已|也|有|了|整整|满)*)(?P<term>{TERM})(?P<tail>.{{0,2}})"
)
_HELD = re.compile(
    rf"(?:(?:持|拿|有|考出|取得|考到|拿到|获得)(?:了|到|有)*(?:{OCCUPATION}|的)*(?:{LEVEL}工?(?:{OCCUPATION}|的|职业|资格|技能|等级)*证?书?|证书?|{_TITLE}证?)"
    rf"|{LEVEL}工?(?:{OCCUPATION}|的|职业|资格|技能|等级)*(?:证书?|(?=拿|到手|考出|下来|取得))|{_TITLE}证?|证书?|^(?:我|也|都|已经)*(?=(?:拿|持|到手|考出来?)[了有已都]|(?:评|发|批)?下来|评上))"
    rf"(?P<words>(?:拿|持|有|到手|考出来?|发?下来|领|取得|评上?|批)*(?:都|已经|已|也|有|了|满|才|刚)*)(?P<term>{TERM})"
    r"(?P<tail>(?!多?的?(?:工作|从业|经验|工龄|相关|有效|内|期|后|以后|之后|就|才|到期|过期|补)).{0,2})"
)
# 之后 alone goes back to what was told before: in this message, or in an earlier one.
_THEN = re.compile(
    rf"^(?:我|嗯|哦|对|就|是的|那|从)*(?:那?之后|那?以后|后来|后面|然后|随后|那时起)"
    rf"(?P<words>(?:我|又|再|就|一直|也|已经|都|在|继续|总共|累计)*(?:{VERB})(?:{FIELD}|了|过|的|工作)*+(?:已经|已|也|有|了|整整|满)*)(?P<term>{TERM})(?P<tail>.{{0,2}})"
)
_BEGAN_ELSEWHERE = re.compile(rf"毕业|{SCHOOL.pattern}|{VERB}|{OTHER_JOB.pattern}|[?吗]")
_SCHOOL = re.compile(r"毕业|文凭|学位|学历")
_RULE = re.compile(r"需要|要求|必须|至少|起码|规定|是不是|是否|只要|没有?[^,]{0,4}证|几年|多久|有效")


# 拿完就去卖保险了，没再做过人事
_NEVER_AFTER = re.compile(
    rf"(?:没有?|未|不)再(?:{VERB}|碰|接触)(?!多久|几|{TERM})|(?:[之以]?后|[拿考评领]完)[^,]{{0,6}}(?:没有?|未)(?:{VERB}|碰|接触)过"
)


def none_since(heard: Heard, place: int) -> bool:
    """Whether the person says to have done none of the work after what was named at the place."""
    return any(
        not one.supposed and one.end > place and not heard.asks_at(index) and _NEVER_AFTER.search(one.marked)
        for index, one in enumerate(heard.clauses)
    )


def since_terms(heard: Heard) -> dict[int, str]:
    """`since` or `held` by the place of each length of time; `rule` where it is one but nobody's own."""
    found: dict[int, str] = {}
    for clause in heard.clauses:
        patterns = [("since", _AFTER), ("held", _HELD)]
        if not _BEGAN_ELSEWHERE.search(heard.text[: clause.start]):
            patterns.append(("since", _THEN))
        for kind, pattern in patterns:
            for match in pattern.finditer(clause.marked):
                if _SCHOOL.search(match.group()):
                    continue
                place = clause.start + match.start("term")
                found.setdefault(place, kind if _is_own(clause, match) else "rule")
    return found


def _is_own(clause: Clause, match: re.Match[str]) -> bool:
    """Told by a 了, a 已经, a 一直 or a 我; 满两年 and 后工作两年 alone are how rules speak, and so is 持证两年 before a 就."""
    before = clause.marked[: match.end("words")]
    on_and_on = "一直" in match["words"] and "满" not in match["words"]
    own = (
        "我" in before
        or on_and_on
        or "了" in match["words"]
        or "已" in match["words"]
        or match["tail"].startswith("了")
    )
    if clause.supposed or _RULE.search(before):
        return False
    return own or ("满" not in match["words"] and match.re is _HELD)
