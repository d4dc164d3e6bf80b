"""Other places in a message: asked about, or only where the person comes from, lives, works or studied.

Only the first is declined: 「在杭州考」 is about Hangzhou, 「我在苏州工作，想考三级」 is about Shanghai.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

# Elsewhere without a name. 外地户口, 外地人 and the like are people's, as with the names of places.
_ELSEWHERE = re.compile(
    r"外地|外省市?|外市|其[他它]省市?|别的省市?|其[他它](?:城市|地方|地区)|别的(?:城市|地方|地区)|全国各地|(?:回|在)(?:我)?(?:老家|家乡)"
)
# Other places within the city are other bodies: 除了交大还有别的地方考吗, 上海其他地方呢; 除了上海 is elsewhere.
_ANOTHER_BODY = re.compile(
    r"(?:除(?:了|开|去|掉)?(?!(?:在|了)?(?:上海|本市|沪)[市]?(?:以外|之外|外|[,，]|其|别|还|的|能|$))[^。;；?？]{1,24}|(?<!除)(?<!除了)(?<!离开)(?:上海|本市|沪|市里|市内|本地)(?!以外|之外|外)[市里内]?(?:这边|这里)?(?:还|也|就|都|有没有|有|没有?|哪些|什么|能|可以)*|还有(?:没有|哪些?|什么|啥)?|有没有|(?<!没)有)$"
)
# What a word for elsewhere must be followed by to be asked about: 外地考试, 其他城市的收费, 外省呢; not 人在外地，怎么报.
_OF_ELSEWHERE = re.compile(
    r"^(?:那?边|这边)?(?:呢|也|还|的?(?:考试|收费|费用|标准|报名费|补考费|价格|政策|规定|时间|机构|训练师|通知)|(?:能|可以|能不能)?(?:考|报|参加|申报)|多少|怎么(?:考|收)|是怎么)"
)
# The same of a place that is named, after whatever name of an occupation, organisation or level follows it.
_OF_PLACE = re.compile(
    r"^(?:省|市|那?边|这边|当地|本地)?(?:[，, ]?(?:呢|吗|行吗|$)|那?边|的(?!人(?!工|力|社|才|事)|户|银行|名字|学历|学校|公司|单位|社保|毕业|朋友|同事|亲戚|身份|手机)|也|还|有|哪|谁|什么|啥|几|多少|怎么|咋|是|要|能|可以|会|在|[一-鿿]{0,4}(?:考|报|申|费|钱|价|补|证|成绩|资格|条件|培训|认定|机构|协会|地址|电话|政策|规定|标准|通知|时间))"
)
_PERSONS = re.compile(
    r"^(?:省|市|区|县)?(?:这?边|那边|本地|当地)?(?:的|来)?(?:人(?!工|力|社|才|事)|户|籍|身份|居住|社保|医保|学[历位生校]|大[学专]|高校|本科|中专|职校|技校|院校"
    r"|文凭|毕业|生源|同胞|居民|考生|来沪|护照|上班|工作|(?:公司|单位|企业)(?:上班|工作|员工|职工|[,，]|$)|打工|出差|进修|实习|旅游|培训|生活|住|长大|读|念|上学|上的?大学|交的|缴的|出生|老家|老乡|朋友|同事)"
)
# What was got there is held (杭州考的四级证书).
_GOT = re.compile(r"^(?:省|市)?(?:那边|当地)?(?:考|拿|发|办|取得|获得|培训|学)(?:出来|到|下来)?了?(?:的|过)")
_COMES = re.compile(r"(?:从|自|由|老家|户口|籍贯|户籍|家)(?:是|在|就在)?$")
_LIVES = re.compile(r"(?:人|住|家|常年|长期|目前|现在|现|单位|公司|是)(?:都|就|也|还)?在$|我(?:们)?(?:人)?在$")
# 我河南的，能报吗: where somebody is from, told by a bare 的.
_SOMEBODY = re.compile(
    r"(?:我们?|本人|咱们?|俺们?|阿拉|[他她伊]们?|孩子|[儿女][子儿]|老[公婆]|对象|媳妇|同[事学]|朋友|室友|徒弟|师傅)(?:两个|俩|都)?(?:是|家是?)?$"
)
_IS_FROM = re.compile(r"^(?:省|市|那?边|这边)?(?:来|过来)?的(?=[,，。;；!！?？\s]|$|[能可想来在就也户])")
_GOES_TO = re.compile(r"(?:寄|快递|邮|送|发|搬)(?:送|递|发)?(?:[到去往至给]|回)$")
# 去青岛的机票, 飞成都出差: where the person travels; 去杭州的考试 is of there.
_TRAVELS_TO = re.compile(r"(?:去|到|飞|回|往|赴)$")
_TRAVELS = re.compile(
    r"^(?:省|市|那边)?(?:的(?:[飞动]机|机票|车票|船票|票|高铁|火车|动车|航班|飞机|大巴|行程)|出差|旅游|旅行|玩|开会|探亲|过年|办事|看(?:望|病))"
)
_COMMA = re.compile(r"^(?:省|市|那?边|这边)?(?:[,，。;；]|\s)")
_TAKEN_THERE = re.compile(r"^(?:省|市|那?边|这边|当地|本地)?(?:也|还|可以|能|想|要|怎么)*(?:考|报|参加|申报|评价)")
_RECOGNISED = re.compile(r"能用|可以用|有用|好用|管用|认可|承认|认不认|认吗|通用|有效|使用|互认|查得?到")
_NAMED_NEXT = ("occupation", "organisation", "level", "examination", "other_occupation", "other_organisation")
_HERE = re.compile(r"上海|本市|沪")
_HERE_IS_OWN = re.compile(
    r"(?:上海|本市|沪)(?:市)?(?:本地)?(?:的)?(?:人(?!工|力|社|才)|户|籍|身份|居住|社保|上班|工作)"
)


def place_asked(text: str, entities: Sequence[Mapping[str, Any]]) -> str | None:
    """The other place that the message asks about, in its own words; None where it is no more than a circumstance."""
    found = [
        (one.get("start", 0), one.get("end", 0), str(one["value"])) for one in entities if one["entity"] == "place"
    ]
    found += [
        (m.start(), m.end(), m.group().lstrip("回在我"))
        for m in _ELSEWHERE.finditer(text)
        if _OF_ELSEWHERE.match(text[m.end() :]) and not _is_another_body(text[: m.start()], m.group())
    ]
    begun = [one.get("start", 0) for one in entities if one["entity"] in _NAMED_NEXT]
    asked = [
        (end, name)
        for start, end, name in sorted(found)
        if (_OF_PLACE.match(text[end:]) or any(0 <= at - end <= 1 for at in begun))
        and not _circumstance(text[:start], text[end:])
    ]
    if not asked or _RECOGNISED.search(text):
        return None
    bare = _HERE_IS_OWN.sub("", text)
    here = list(_HERE.finditer(bare))
    end, name = asked[0]
    there = _TAKEN_THERE.match(text[end:]) and not any(one.start() > bare.find(name) for one in here)
    return None if here and not there else name


def _is_another_body(before: str, word: str) -> bool:
    """Whether 别的地方 is another place of the city, where somebody else examines."""
    return "地方" in word and _ANOTHER_BODY.search(before) is not None


def place_told(text: str, entities: Sequence[Mapping[str, Any]]) -> str | None:
    """A place that is only a circumstance."""
    named = [str(one["value"]) for one in entities if one["entity"] == "place"]
    return named[0] if named and not place_asked(text, entities) else None


def names_shanghai(text: str) -> bool:
    """Whether the message itself speaks of Shanghai."""
    return _HERE.search(text) is not None


def _circumstance(before: str, after: str) -> bool:
    """Whether the place says something of the person, of what they have, or of where something is sent."""
    if _TAKEN_THERE.match(after) and not _GOT.match(after):
        return bool(_COMES.search(before))
    if _TRAVELS_TO.search(before) and _TRAVELS.match(after):
        return True
    if _SOMEBODY.search(before) and _IS_FROM.match(after):
        return True
    lives = _LIVES.search(before) and (_COMMA.match(after) or _PERSONS.match(after))
    return bool(
        _PERSONS.match(after) or _GOT.match(after) or _GOES_TO.search(before) or _COMES.search(before) or lives
    )
