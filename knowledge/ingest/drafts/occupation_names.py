"""Names of occupations as notices print them, known to the lexicon or not."""

from __future__ import annotations

import re

from knowledge.lexicon.lexicon import Lexicon
from knowledge.lexicon.matching import fold
from knowledge.wording.numerals import squeezed
from knowledge.wording.plain import plain

_ENDING = re.compile(r"(?:师|员|工|手|官|匠|司机)(?:\([^()]+\))?$")
# Words that end like an occupation and are none.
_NO_NAME = re.compile(
    r"(?:人员|学员|会员|成员|职工|员工|考评员|督导员|技师|[初中高]级工|老师|教师|工程师|经济师|参评|考生|用工|分工|开工|竣工|加工|施工)"
    r"(?:\([^()]+\))?$|^(?:职业|工种|项目|本|该|相关|其他|以上|上述)"
)
_NAME = re.compile(r"[\u4e00-\u9fffA-Za-z0-9、/+-]{2,24}(?:\([^()]{1,30}\))?")


def looks_like_name(text: str, lexicon: Lexicon) -> bool:
    """Whether the text is the name of one occupation: known, or with the usual ending and nothing besides."""
    folded = squeezed(text)
    if is_known(text, lexicon):
        return True
    whole = _NAME.fullmatch(folded) and _ENDING.search(folded) and not _NO_NAME.search(folded)
    return bool(whole) and "、" not in re.sub(r"\([^()]*\)", "", folded)


def is_known(text: str, lexicon: Lexicon) -> bool:
    """Whether exactly this is a name or an alias of an occupation in the lexicon."""
    found = [one for one in lexicon.matcher.find(text) if one.kind == "occupation"]
    return len(found) == 1 and fold(text[found[0].start : found[0].end]) == fold(text)


def split_names(text: str) -> list[str]:
    """Names of a list, as printed. A comma inside brackets does not separate, nor 与 inside a name (网络与信息安全管理员)."""
    folded, names, depth, start = plain(text), [], 0, 0
    for i, char in enumerate(folded):
        depth += (char == "(") - (char == ")")
        joins = char in "和及与" and _ENDING.search(folded[start:i])
        if depth <= 0 and (char in "、,;\n" or joins):
            names.append(text[start:i])
            start = i + 1
    return [name.strip() for name in [*names, text[start:]] if name.strip()]
