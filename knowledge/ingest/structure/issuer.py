"""Who issues a notice: by its title, letterhead, signature, or what the text says of the one that writes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from knowledge.ingest.structure.head import Head
from knowledge.ingest.structure.spacing import HAN
from knowledge.ingest.structure.wording import OFFICE_END, TITLE, is_office

_NAME = rf"[{HAN}（）()·]{{3,30}}?(?:{OFFICE_END})"
_IN_TITLE = re.compile(
    rf"(?:20\d\d年?度?)?(?P<name>{_NAME})"
    r"(?=[“《]?(?:20\d\d|二[〇○零]|社会化|职业|技能|专项|面向|组织|开展|考核|评价|认定|鉴定|报考|报名|申报|招考))"
)
_BRACKET = r"(?:[（(][^（）()]*[）)])?"
_HERE = rf"(?:^|[，。；：、“由]|本通知由|现由)(?P<name>{_NAME})"
_SELF = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_HERE}[（(][^（）()]*(?:以下|下)(?:简称|称)[“”\"]?(?:本|我|学院|学校|大学|协会|学会|公司|中心|集团|机构|单位)[^（）()]*[）)]",
        rf"{_HERE}{_BRACKET}(?:是|作为|系)(?:一家)?经?[^。；]{{0,40}}(?:备案|评价组织|评价机构|认定机构)",
        rf"由(?P<name>{_NAME}){_BRACKET}(?:负责|统一)?(?:组织|实施|开展)?(?:实施)?(?:评价|认定|考核|鉴定)[^。；]{{0,8}}(?:颁发|核发)[^。；]{{0,12}}证书",
        rf"由(?P<name>{_NAME}){_BRACKET}(?:颁发|核发)[^。；，]{{0,12}}证书",
    )
)
_AUTHORITY = re.compile(r"(?:局|厅|委员会|政府|鉴定中心|部)$")
_SEAL = re.compile(r"[（(](?:盖章|公章|印章|代章|章)[）)]$")
_OURS = re.compile(r"^(?:本|我|该|各|其|所在|相关|有关|根据|按照|依据|经|为|在|到|向|对|和|与)")


def title_names(head: Head) -> list[str]:
    """The office that the title begins with: before `关于`, else before its year or its matter."""
    match = TITLE.fullmatch(head.title)
    if match and match["issuer"]:
        return [match["issuer"]]
    begun = _IN_TITLE.match(head.title)
    return [begun["name"]] if begun and not _OURS.match(begun["name"]) else []


def issuer_names(head: Head) -> list[str]:
    """The issuer as the title and the letterhead print it."""
    letterhead = (re.sub(r"[（(]?文件[）)]?$", "", text) for text in head.letterhead)
    return [*title_names(head), *(name for name in letterhead if is_office(name))]


def printed_issuer(head: Head, signed: Iterable[str], text: Sequence[str]) -> str | None:
    """The issuer's name as the notice prints it, by the first place that tells; None where none does.

    What the text says of itself counts only where it says so of one name.
    """
    named = [*issuer_names(head), *(one for one in signed if is_office(one))]
    if named:
        return _SEAL.sub("", named[0])
    found = {match["name"] for pattern in _SELF for one in text for match in pattern.finditer(one)}
    own = [name for name in found if not _OURS.match(name) and not _AUTHORITY.search(name)]
    return own[0] if len(own) == 1 else None
