"""What speech leaves behind: hesitation, throat-clearing, emoji. Taken out where nothing of the question goes with it."""

from __future__ import annotations

import re
import unicodedata

_PICTURES = {"So", "Sk", "Cs", "Co", "Me"}
# ☎☎多少 asks for the number; beside a word for it the picture only decorates.
_TELEPHONES, _CALLING = re.compile(r"[☎📞]+"), re.compile(r"电话|热线|号码|座机|手机|[打拨]")
_KEPT = frozenset("^`°©®")
_JOINERS = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFE0E, 0xFE0F, 0xFEFF))
_HUM = r"(?:嗯|呃|唔|诶|欸|哎|唉|噢|喔|哦|啊|呀|嘛)"
# 额 and 那个 are words too: only where something of hesitation stands beside them, or a pause.
_HESITATION = re.compile(
    rf"(?:^|(?<=[,。;?!\s])){_HUM}+[,。~\s]*|(?:^|(?<=[,。\s]))额+(?=[,。\s那就我请])[,。\s]*|呃+|嗯+"
)
_POLITE = r"喂|你好|您好|请问|打扰(?:一?下|了)|不好意思|(?:我就?)?想?(?:咨询|请?问)一?下|我想(?:请?问|咨询)(?!题)|麻烦(?:你|您)?(?:请?问)?一?下?|问一?下"
_OPENING = re.compile(
    rf"^(?:(?:{_POLITE}|那个啥|那个|这个(?!月|星期|周|礼拜)|就是说|就是|怎么说呢|然后)(?:哈|啊|呀|哦|噢)?[,。!\s]*)+(?=.{{4}})"
)
_ENDING = re.compile(
    r"(?<=.{4})(?:[,。!\s]*(?:来着|谢谢?(?:你|您|了|啦|哈)?|多谢|麻烦(?:你|您)?(?:了|啦)|拜托(?:了|啦)?|[啊呀哈哦噢喔哟]))+[,。!?~\s]*$"
)
# 这个 and 那个 point to what is talked of anyway; 这个月 is a time, and 投诉这个协会 without it would name a body 投诉协会.
_BODY = r"协会|学会|商会|机构|单位|公司|学校|大学|学院|中心|集团"
_WITHIN = re.compile(
    r"(?<=[,。;?!\s])(?:那个啥|就是说|怎么说呢|那什么)[,。\s]*"
    rf"|(?<=[^你您我他她])[这那]个(?!{_BODY})(?=[^月星周礼学季暑寒时呢吗]..)|(?<=[^不也要,。])就是(?=[哪几多怎什谁有可能在一二三四五呢])"
)
# 机考嘛，… only says what the rest is about; 能考嘛，… asks.
_TOPIC = re.compile(r"(?:^|(?<=[,?!。\s]))(?P<what>[^,?!。\s能可行会要对好是有够没不]{2,8})嘛(?=[,\s])")
_SOFT = re.compile(r"(?<=.)嘛(?=$|[,?!。\s])")


def without_pictures(text: str) -> str:
    """The text without emoji, dingbats and what joins them, but for a telephone that stands for the word."""
    bare = text.translate(_JOINERS)
    if not _CALLING.search(bare):
        bare = _TELEPHONES.sub("电话", bare)
    return "".join(one for one in bare if one in _KEPT or unicodedata.category(one) not in _PICTURES)


def without_fillers(text: str) -> str:
    """The text without hesitations and courtesies; as it was where nothing else would be left."""
    left = _HESITATION.sub("", text).strip(" ,。")
    left = _WITHIN.sub("", _OPENING.sub("", left))
    left = _TOPIC.sub(r"\g<what>", left)
    left = _SOFT.sub("吗", _ENDING.sub("", left)).strip(" ,。")
    return left if re.search(r"\w{2}", left) else text
