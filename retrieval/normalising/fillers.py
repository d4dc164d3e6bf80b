"""What speech leaves behind: hesitation, throat-clearing, emoji. Taken out where nothing of the question goes with it."""

from __future__ import annotations

import re
import unicodedata

_PICTURES = {"So", "Sk", "Cs", "Co", "Me"}
_KEPT = frozenset("^`°©®")
_JOINERS = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFE0E, 0xFE0F, 0xFEFF))
_HUM = r"(?:嗯|呃|唔|诶|欸|哎|唉|噢|喔|哦|啊|呀|嘛)"
# 额 and 那个 are words too: only where something of hesitation stands beside them, or a pause.
_HESITATION = re.compile(
    rf"(?:^|(?<=[,。;?!\s])){_HUM}+[,。~\s]*|(?:^|(?<=[,。\s]))额+(?=[,。\s那就我请])[,。\s]*|呃+|嗯+"
)
_OPENING = re.compile(r"^(?:那个啥|那个|这个|就是说|就是|怎么说呢|我就是|然后)+[,。\s]*(?=.{6})")
_WITHIN = re.compile(
    r"(?<=[,。;?!\s])(?:那个啥|就是说|怎么说呢|那什么|那个就是)[,。\s]*|那个就是说?|就是那个(?!吗|呢|$)"
)


def without_pictures(text: str) -> str:
    """The text without emoji, dingbats and what joins them."""
    bare = text.translate(_JOINERS)
    return "".join(one for one in bare if one in _KEPT or unicodedata.category(one) not in _PICTURES)


def without_fillers(text: str) -> str:
    """The text without hesitations; as it was where nothing else would be left."""
    left = _OPENING.sub("", _WITHIN.sub("", _HESITATION.sub("", text)).strip()).strip(" ,。")
    return left if re.search(r"\w{2}", left) else text
