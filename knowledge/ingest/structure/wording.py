"""How offices write what frames a notice: document numbers, dates, their own names, titles, annex headings."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from knowledge.clause_path import CHINESE
from knowledge.ingest.structure.spacing import HAN

_DIGITS = {sign: i for i, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "Ｏ": 0, "O": 0}
_NUMERAL = f"{CHINESE}〇零○Ｏ"
_DAY = rf"(20\d\d|二[{_NUMERAL}]{{3}})年(\d{{1,2}}|[{CHINESE}]{{1,2}})月(\d{{1,2}}|[{CHINESE}]{{1,3}})日"
_PLAIN_DAY = r"(20\d\d)[-./](\d{1,2})[-./](\d{1,2})"
DATE = re.compile(_DAY)
_YEAR = re.compile(rf"(20\d\d|二[〇零○Ｏ][{CHINESE}〇零○Ｏ]{{2}})(?=年|[-—–~至]20\d\d年)")
_SIGNED_DAY = re.compile(rf"(?:{_DAY}|{_PLAIN_DAY})(?:印发|发布|公布)?")
_DAY_LABEL = re.compile(r"^(?:(?:发布|发文|公布|成文|印发|落款)?(?:日期|时间):)")
_SIGNED_LINE = re.compile(rf"(?P<office>\D*?)(?P<day>(?:{_DAY}|{_PLAIN_DAY})(?:印发)?)(?P<annex>附件\d{{0,2}})?")
NUMBER = re.compile(rf"[{HAN}]{{2,14}}[〔\[［（(【]20\d\d[〕\]］）)】](?:第)?\d{{1,4}}号")
OFFICE_END = "局|厅|委员会|部|处|办公室|中心|协会|学会|商会|联合会|促进会|研究会|基金会|公司|集团|学校|学院|大学|研究院|研究所|养老院|医院|工会|政府|培训基地|实训基地"
_OFFICE = re.compile(
    rf"[{HAN}（）()·]{{2,36}}(?:{OFFICE_END})(?:等[{HAN}]{{1,4}}(?:部门|单位))?(?:[（(][{HAN}]{{2,20}}[）)])?"
)
_KINDS = (
    "通知|公告|通告|公示|意见|办法|方案|函|决定|规定|简章|指南|目录|细则|手册|须知|说明|启事|规程|章程|计划|安排"
)
TITLE = re.compile(
    rf"(?P<issuer>[^。；！？：:，,>»|]*?)关于(?P<matter>[^。；！？]+?)的?(?:{_KINDS})(?:[（(][^。]{{1,12}}[）)])?"
)
PLAIN_TITLE = re.compile(rf"[^。；！？：]{{4,60}}(?:{_KINDS})(?:[（(][^。]{{1,12}}[）)])?")
_ANNEX = re.compile(
    r"附件(?:(\d{1,2})(?:[：:.．、\s]\s*|(?![中所的和及与为是内里上要）)]))(.*)"
    rf"|([{CHINESE}]{{1,3}})?(?:[：:\s]\s*(.*))?)|附[：:]\s*(.*)"
)
_PUBLIC = re.compile(r"[（(][^（(]{0,8}公开[^（(]{0,6}[）)]")
_COPIES = re.compile(r"(?:抄送|抄报|主送|联系人|校对|打字)[：:].*|[（(]联系人[：:].*[）)]")


def numeral(text: str) -> int:
    """The value of Chinese or Arabic digits: 2026 of 二〇二六, 19 of 十九."""
    if text.isascii():
        return int(text)
    if "十" not in text:
        return int("".join(str(_DIGITS[sign]) for sign in text))
    tens, ones = text.split("十")
    return 10 * (_DIGITS[tens] if tens else 1) + (_DIGITS[ones] if ones else 0)


def date_of(match: re.Match[str], first: int = 1) -> date | None:
    """The date that three groups of a match name, or None for a day that does not exist."""
    try:
        return date(*(numeral(match.group(first + i)) for i in range(3)))
    except (ValueError, KeyError):
        return None


def year_of(title: str) -> int | None:
    """The first year that a title names (`2026年`, `2026年度`, `二〇二六年`)."""
    match = _YEAR.search(title)
    return numeral(match.group(1)) if match else None


def signed_day(text: str) -> date | None:
    """The date where the paragraph is nothing but a date, in whatever digits, `印发` included."""
    folded = re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).strip("。()").replace("年元月", "年1月")
    match = _SIGNED_DAY.fullmatch(_DAY_LABEL.sub("", folded))
    return date_of(match, 1 if match.group(1) else 4) if match else None


def split_signature(text: str) -> tuple[str, ...]:
    """The pieces of a paragraph that holds nothing but an office, a day and a bare annex number; else just itself."""
    match = _SIGNED_LINE.fullmatch(text)
    if match is None or (match["office"] and not is_office(match["office"])):
        return (text,)
    return tuple(match[name].strip() for name in ("office", "day", "annex") if match[name])


def is_office(text: str) -> bool:
    """Whether the paragraph is nothing but names of offices, as in a letterhead or under a text."""
    names = re.split(r"[\s、]+", text.strip())
    return all(_OFFICE.fullmatch(name) is not None for name in names)


def is_letterhead(text: str) -> bool:
    """Whether the paragraph is an office's letterhead: its name, perhaps with 文件."""
    return is_office(re.sub(r"(文件|[（(]文件[）)])$", "", text))


def is_document_number(text: str) -> bool:
    """Whether the paragraph is a document number and nothing else."""
    return NUMBER.fullmatch(text.strip("（）()")) is not None or NUMBER.fullmatch(text) is not None


def is_closing(text: str) -> bool:
    """Whether the paragraph belongs under a signature: 此件主动公开, 抄送, 联系人."""
    return _PUBLIC.fullmatch(text) is not None or _COPIES.fullmatch(text) is not None


def annex_of(text: str) -> tuple[str, str] | None:
    """The number (`2`, or empty) and the title of an annex heading or of an entry in the list of annexes."""
    match = _ANNEX.fullmatch(text)
    if match is None or len(text) > 80 or "。" in text or text[-1] in "；，,;" or not _balanced(text):
        return None
    number = match.group(1) or (str(numeral(match.group(3))) if match.group(3) else "")
    return number, (match.group(2) or match.group(4) or match.group(5) or "").strip()


def _balanced(text: str) -> bool:
    return len(re.findall("[（(]", text)) == len(re.findall("[）)]", text))
