"""Ordinary characters for the radicals that PDF text layers hold in their place: ⼈ → 人, ⻓ → 长."""

from __future__ import annotations

import unicodedata

_KANGXI = range(0x2F00, 0x2FE0)
# CJK Radicals Supplement, in code order; forms that are no word by themselves become the part they stand for.
_SUPPLEMENT = dict(
    zip(
        "⺁⺂⺃⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿"
        "⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
        "厂乛乚乙亻冂几刀刂卜卩小小兀尣尢尢巳幺彑彐忄心扌攵旡日月歺母民氵水灬爪爪丬牛犭王疋目示礻竹糹纟网网网网网羊羊羊老聿聿肉臼艹艹"
        "艹虎衤西西见角角讠贝足车辶辶辶邑钅長镸长门阜阝雨青韦页风飞食飠飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龟亀龟",
        strict=True,
    )
)


# Kangxi radicals whose compatibility character is the traditional form, while the glyph is the simplified one.
_SIMPLIFIED = {"⼾": "户", "⿈": "黄", "⾭": "青"}
# Angle brackets that Unicode itself holds to be the Chinese ones, and the wave dash, which Chinese text does not use:
# fonts have one glyph for both and map it back to either.
_SIGNS = {"\u2329": "〈", "\u232a": "〉", "\u301c": "～"}


def ordinary(text: str) -> str:
    """Replace radicals by the characters that they look like; everything else, full-width signs too, stays."""
    return "".join(_ordinary(char) for char in text)


def _ordinary(char: str) -> str:
    if ord(char) in _KANGXI:
        return _SIMPLIFIED.get(char) or unicodedata.normalize("NFKC", char)
    return _SIGNS.get(char) or _SUPPLEMENT.get(char, char)
