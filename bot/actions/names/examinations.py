"""Other examinations and affairs in a message, by the family that their names belong to (〜资格证, 〜考级, 公积金).

Names that the families do not cover are in `knowledge/lexicon/outside.yml`. A certificate that the person only has, or
a course that they are on, is not asked about where the message names an occupation of ours.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from bot.actions.several.words import asks
from retrieval.analysis import cut, is_word

Entities = Sequence[Mapping[str, Any]]

_HELD_BEFORE = re.compile(
    r"(?:有|拿了?|拿到|拿的|取得|持|持有|考过|考了|考出|获得|没有|没考?|已经是|是|在?读|不是|只有|做|当)[^，。,；;]{0,14}$"
)
_HELD_AFTER = re.compile(
    r"^(?:的)?(?:证书?|成绩)?(?:的)?(?:学生|在读|毕业|学历|专业|文凭|本科|大专|考过了|过了|已经)"
)
_TITLE = re.compile(
    r"^(?:证书?)?(?:的)?(?:初级|中级|高级)?职称|^(?:初级|中级|高级)?(?:证书?)?(?:拿|评|考出|取得)[了到]"
)
_BREAK = re.compile(r"[,，。;；?？!！]")
_DEGREE = re.compile(r"^(?:的)?(?:学生|在读|毕业|学历|专业|文凭|本科|大专)")
_OURS = r"(?<!职业)(?<!申报)(?<!报考)(?<!报名)(?<!考试)(?<!参评)(?<!评价)(?<!申请)"
_FAMILIES = (
    rf"[\u4e00-\u9fff]{{2,8}}?{_OURS}(?:资格证书?|资格考试|资格认证)",
    r"[\u4e00-\u9fff]{2,6}?(?:从业资格|执业资格|(?:从业|执业|上岗|操作|准入)证书?)",
    r"(?:注册|执业)(?!时)[\u4e00-\u9fff]{2,7}?(?:师|医)(?:证|考试)?",
    r"(?:[\u4e00-\u9fff]{0,4}驾照|驾校(?:科目[一二三四])?|科目[一二三四](?=[^，。]{0,10}约)|[\u4e00-\u9fff]{0,3}驾驶执照|飞行员?执照)",
    r"(?!申请|报名|怎么|可以|参加|准备|想要|现在)[\u4e00-\u9fff]{2}(?<![工员师])考级(?!别)",
    r"[一二]级(?:注册)?[\u4e00-\u9fff]{2,6}(?:工程师|建造师|造价师)",
    r"(?:大学)?英语[一二三四五六七八ABC]级|四六级|专[四八](?!级)|(?<![一-五四、])六级(?!工|技)|四级(?:听力|作文|写作|阅读|口语|翻译|单词|词汇)|日语\s?[nN][1-5]|日语等级|[nN][1-5](?:级)?考试",
    r"职称(?:评审|评定|评聘|考试|申报|怎么评|评(?!下来|上|了|过|出|到))|评(?:个|上)?(?:初级|中级|高级|副高|正高)?职称(?![之以]?后|了|的话|[再还]|满)",
    # Whole names, which a word of the text may not cross: 无法考试 names no 法考. jieba itself reads 最高考到 as 高考.
    r"(?P<name>国考|省考|考编制?|考公(?:务员)?|(?<!期)中考|(?<!最)高考|考研(?:究生)?|考博|法考|司考|教招|招警|事业编|选调生"
    r"|公务员|专升本|成人高考|成考|自学考试|艺考)",
)
_OF_THE_NAME = ("考生", "考题", "考卷", "考前", "考后")
_FAMILY = re.compile("|".join(_FAMILIES))
# Latin letters that no name here is written with, as the name of an examination: HCIA认证, ACCA考试.
_LATIN = re.compile(
    r"(?<![A-Za-z])(?!(?:APP|PDF|ATA|AI|HR|IT|ID|VIP|WIFI|QQ|OSTA|BIM|USB|PPT|WORD|EXCEL|OK|RETAKE|THEORY|EXAM|LEVEL\d?|FEE|TEST)(?![A-Za-z]))([A-Z][A-Z0-9+]{2,6})"
    r"(?=[^A-Za-z]{0,6}(?:认证|考试|证|考|报名|多少钱|费))",
    re.IGNORECASE,
)
_AFFAIRS = re.compile(
    r"社保|五险|公积金|医保|养老保险|养老金|退休金|退休年龄|几岁退休|失业(?:金|保险)|生育(?:津贴|保险)|居住证|居转户|落户|积分|个税|个人所得税|所得税"
    r"|低保|工伤|产假|年休假|劳动仲裁|劳动合同|最低工资|公租房|廉租房|摇号|车牌|签证|营业执照|健康证|迁户口|户口迁"
)
# Who wants other rules of the assistant asks nothing of the notices.
_RULES_CHANGED = re.compile(
    r"(?:忽略|无视|忘记|忘掉|抛开|绕过|跳过).{0,8}(?:规则|设定|指令|指示|提示|要求|限制)|系统提示词?|提示词|越狱|(?:扮演|假装|假设)你?是"
)
_MAY_I = re.compile(r"(?:能|可以|可不可以|让|准|够).{0,6}(?:报|考|抵|顶|算)")
_TAX_RETURN = re.compile(r"税(?:怎么|如何|在哪里?|去哪里?|要|的|网上)*(?:申报|报税)")
_APPLIES = re.compile(
    r"报名|报考|报得?了|(?:能|可以|让|准|有资格)(?:不能|不可以)?(?:直接)?(?:来|去)?(?:报|考|参加|申报)|申报|补考|准考证|成绩|证书|这个证|考出|考试|考证|补贴|年限|证明|材料"
)
_LEAD = re.compile(
    r"^(?:请问|我想|想问|想要|想|要|去|在|问|一下|下|那|的|个|报考|考取|考个|考|报|今年|上海|本市|怎么|办|关于|你知道|知道)+"
)


def examination_asked(text: str, entities: Entities) -> str | None:
    """The other examination that the message asks about, in its own words; None where it is none, or only held."""
    named = any(one["entity"] in ("occupation", "organisation", "code") for one in entities)
    ours = [
        (one.get("start", 0), one.get("end", 0)) for one in entities if one["entity"] in ("occupation", "code")
    ]
    spans = [(one.get("start", 0), one.get("end", 0)) for one in entities if one["entity"] == "examination"]
    known = [(one.get("start", 0), one.get("end", 0)) for one in entities if one["entity"] != "level"]
    words = _words_at(text)
    for pattern in (_FAMILY, _LATIN):
        spans += [
            m.span()
            for m in pattern.finditer(text)
            if all(m.end() <= a or b <= m.start() for a, b in known) and not _cuts_a_word(m, words)
        ]
    asked = [
        span
        for span in sorted(spans)
        if not re.search(r"\s", text[slice(*span)])
        and not _DEGREE.match(text[span[1] :])
        and not (_is_held(text, *span) and (named or _MAY_I.search(text)))
        and not (ours and (_is_story(text, span, entities) or not _is_beside(span, ours)))
    ]
    name = text[slice(*asked[0])] if asked else None
    bare = _LEAD.sub("", name or "")
    return bare if len(bare) > 1 else name  # 考研 is no 研


def affair_asked(text: str, entities: Entities) -> str | None:
    """An affair of another office (社保, 落户), where nothing of an examination is asked beside it."""
    named = any(one["entity"] in ("occupation", "organisation", "code") for one in entities)
    if not named and _RULES_CHANGED.search(text):
        return "对助手的设定"
    found = _AFFAIRS.search(text)
    applies = _APPLIES.search(_TAX_RETURN.sub("税", text))
    return None if named or found is None or applies else found.group()


def _is_held(text: str, start: int, end: int) -> bool:
    return bool(_HELD_BEFORE.search(text[:start]) or _HELD_AFTER.match(text[end:]) or _TITLE.match(text[end:]))


def _is_beside(span: tuple[int, int], ours: Sequence[tuple[int, int]]) -> bool:
    """Whether a name of ours is a part of the other's (中级经济师人力资源)."""
    return any(min(abs(start - span[1]), abs(span[0] - end)) <= 1 for start, end in ours)


def _words_at(text: str) -> list[tuple[int, int]]:
    """Where the ordinary words of the text stand, as the segmenter cuts it; 高考生 is of 高考, though 考生 is a word."""
    found, start = [], 0
    for word in cut(text):
        found += [(start, start + len(word))] if is_word(word) else []
        start += len(word)
    return [(first, end) for first, end in found if text[first:end] not in _OF_THE_NAME]


def _cuts_a_word(match: re.Match[str], words: Sequence[tuple[int, int]]) -> bool:
    """Whether a whole name begins or ends in the middle of a word that goes beyond it (途[中考]生).

    The other families are long enough to be told by themselves, though the segmenter cuts 资格|考试成绩.
    """
    if match.groupdict().get("name") is None:
        return False
    start, end = match.span()
    return any(start < a < end < b or a < start < b < end for a, b in words)


def _is_story(text: str, span: tuple[int, int], entities: Entities) -> bool:
    """Whether it stands in a clause that asks nothing, and one that asks names an occupation (先考个教资, 职业培训师多少钱)."""
    breaks = [0, *(one.start() for one in _BREAK.finditer(text)), len(text)]
    own = max(one for one in breaks[:-1] if one <= span[0]), min(one for one in breaks if one >= span[1])
    if asks(text[slice(*own)]):
        return False
    others = [
        one for one in entities if one["entity"] == "occupation" and not own[0] <= one.get("start", 0) < own[1]
    ]
    ends = [min(end for end in breaks if end >= one.get("end", 0)) for one in others]
    return any(
        asks(text[max(start for start in breaks if start < end) : end].strip(",，。;；?？!！ ")) for end in ends
    )
