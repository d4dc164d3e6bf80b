"""Web addresses in a text, verbatim, and what each is for by the words nearest to it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.wording.plain import plain

_TOP = (
    r"(?:com|cn|net|org|gov|edu|info|top|vip|xyz|io|cc|tech|site|online|shop|club|pro|asia|mobi|biz|link|work|ltd)"
)
_PATH = r"[A-Za-z0-9!#$%&*+\-./:=?@\[\]_~]"
_URL = re.compile(
    rf"(?<![\w@.\-/])(?:https?:\s?//)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+{_TOP}(?![a-z0-9-])(?::\d{{2,5}})?"
    rf"(?:[/?#]{_PATH}*)?"
    rf"|https?://[a-z0-9.-]+(?::\d{{2,5}})?(?:[/?#]{_PATH}*)?",
    re.IGNORECASE,
)
_TRAILING = ".:!?]-"
# Purpose by cue, in the order in which a person would decide: 准考证 before 查询.
_PURPOSES = (
    ("standards", r"职业(?:技能)?标准|国家标准|(?<!收费|费用|培训)标准(?:查询|网址|:)"),
    ("guidance", r"指导手册|考试大纲|考核大纲|考纲|样题|题库|考核要素|鉴定要素|细目表|复习"),
    ("documents", r"上网文件|文件(?:查询|下载|网址)|通知公告|政策文件|公告查询|文件公告|操作事项查询"),
    ("admission_ticket", r"准考证"),
    ("results", r"成绩|证书信息|证书查询|查询证书|查证|技能人才评价工作网"),
    ("payment", r"缴费|支付|交费"),
    ("application", r"(?:报名|申报)(?!条件)|预约"),
    ("official", r"官网|官方网站|门户|主页|(?:协会|学会|学校|学院|大学|中心|公司|本会|单位|机构)网(?:站|址)"),
)
_CUES = tuple((purpose, re.compile(cue)) for purpose, cue in _PURPOSES)
_PLAIN_LABEL = re.compile(r"网\s*址\s*:?\s*$|网站\s*:\s*$")
_SENTENCE = re.compile(r"[。;!?]")


@dataclass(frozen=True)
class Site:
    """A web address as printed; no purpose where nothing near it tells."""

    url: str
    purposes: tuple[str, ...]


def sites_in(text: str, contexts: tuple[str, ...] = ()) -> tuple[Site, ...]:
    """Every web address of the text; `contexts` are the headings above it, nearest first."""
    folded = plain(text)
    found: list[Site] = []
    end = 0
    matches = list(_URL.finditer(folded))
    for i, match in enumerate(matches):
        before = _SENTENCE.split(folded[end : match.start()])[-1]
        until = matches[i + 1].start() if i + 1 < len(matches) else len(folded)
        after = _SENTENCE.split(folded[match.end() : until])[0]
        end = match.end()
        url = text[match.start() : match.end()]
        while plain(url)[-1] in _TRAILING:
            url = url[:-1]
        found.append(Site(url, _purposes(before, after, contexts)))
    return tuple(found)


def mentions_site(text: str) -> bool:
    """Whether the text prints a web address."""
    return _URL.search(plain(text)) is not None


def _purposes(before: str, after: str, contexts: tuple[str, ...]) -> tuple[str, ...]:
    """A label names all it is for; in running text the nearest word counts."""
    if before.rstrip().endswith(":") and (labelled := _all(before.rpartition(",")[2]) or _all(before)):
        return labelled
    near = [(len(before) - end, purpose) for purpose, _, end in _positions(before)]
    near += [(start, purpose) for purpose, start, _ in _positions(after)]
    if near:
        return (min(near)[1],)
    above = next((known for context in contexts if (known := _all(plain(context)))), ())
    return above or (("official",) if _PLAIN_LABEL.search(before) else ())


def _all(label: str) -> tuple[str, ...]:
    found = [purpose for purpose, cue in _CUES if cue.search(label)]
    specific = [one for one in found if one != "official"]
    return tuple(specific or found)


def _positions(text: str) -> list[tuple[str, int, int]]:
    return [(purpose, match.start(), match.end()) for purpose, cue in _CUES for match in cue.finditer(text)]
