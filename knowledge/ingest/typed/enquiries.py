"""Where results and certificates are looked up, and within how many working days."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from knowledge.facts import EnquiryFact
from knowledge.ingest.drafts.drafted import Drafted
from knowledge.ingest.drafts.models import Question
from knowledge.ingest.typed.reading import NUMBER, number, url_of
from knowledge.ingest.typed.sentences import Sentence
from knowledge.wording.levels import level_spans
from knowledge.wording.plain import plain

What = tuple[Literal["results", "certificate"], ...]
_ASK = re.compile(r"查询|查看|查证|成绩(?!合格)[^,。;]*公布(?!之日|后|的)|(?<!自)公布[^,。;]{0,4}成绩")
_OTHER = re.compile(r"标准查询|遗失|丢失|异议|复核|复查|电话|目录")
_SUFFIX = r"(?:手机)?(?:客户端|微信小程序|小程序|公众号|网站|官网|平台|APP|App)"
_QUOTED = re.compile(
    rf"(?:在|通过|登[录陆]|本人|使用|进入|至|到|及|和|与|、|或)(?P<whole>“(?P<name>[^”]+)”(?!功能|(?:相关)?栏目|模块)(?P<kind>{_SUFFIX}(?:(?:或|、|及|和){_SUFFIX})*)?)"
)
_BARE = re.compile(
    r"(?:在|通过|登[录陆])(?P<name>[\u4e00-\u9fff]{2,16}?(?:工作网|网站|官网|平台|系统|小程序|客户端|APP|App))"
)
_URL_AFTER = re.compile(r"\s*\(([^()]+)\)")
_PATH = re.compile(r"路径:?“(?P<path>[^”]+)”")
_FUNCTION = re.compile(r"“(?P<path>[^”]+)”(?:功能|(?:相关)?栏目|模块)")
_WITHIN = re.compile(rf"(?P<n>{NUMBER})个工作日内")
_AFTER = re.compile(rf"(?P<n>{NUMBER})个工作日(?:(?:之|以)?后|,)")
_TIME = re.compile(rf"{NUMBER}\s*个?(?:工作日|日|天|周|月)")
_CASE = re.compile(r"\(?(?P<case>[^,。;()]{2,30}(?:项目|职业|科目|等级))[的,,]")


@dataclass(frozen=True)
class _Channel:
    name: str | None
    url: str | None


def draft_enquiries(sentences: Iterable[Sentence]) -> Drafted[EnquiryFact]:
    """One fact for each channel of each sentence, in order."""
    facts: list[EnquiryFact] = []
    questions: list[Question] = []
    before: tuple[str, What] = ("", ())
    for sentence in sentences:
        for piece in sentence.pieces():
            what = _what(piece) or (before[1] if _goes_on(piece, before[0]) else ())
            if not _ASK.search(piece.plain) or not what or _OTHER.search(piece.plain):
                continue
            before = (piece.line, what)
            found = list(_facts(piece, what))
            facts += found
            questions += [] if found else [piece.ask("成绩或证书的查询时间、渠道没有读懂，请核对后填写")]
    return Drafted(tuple(facts), tuple(questions))


def _what(piece: Sentence) -> What:
    """What is looked up; the names of channels and functions in quotation marks do not count."""
    text = re.sub(r"“[^”]*”", "", piece.plain)
    found: list[Literal["results", "certificate"]] = ["results"] if "成绩" in text else []
    return (*found, "certificate") if "证书" in text else tuple(found)


def _goes_on(piece: Sentence, line: str) -> bool:
    """A sentence in brackets after another one speaks of the same."""
    return piece.line == line and piece.plain.startswith("(")


def _facts(piece: Sentence, what: What) -> Iterator[EnquiryFact]:
    within = _WITHIN.search(piece.plain)
    some_levels = level_spans(re.sub(r"“[^”]*”", "", piece.plain))
    after = None if within else _AFTER.search(piece.plain)
    if some_levels or (_TIME.search(piece.plain) and not (within or after)):
        return
    channels = list(_channels(piece))
    path = _PATH.search(piece.plain) or _FUNCTION.search(piece.plain)
    if (path and len(channels) > 1) or not (within or after or channels):
        return
    case = _CASE.match(piece.plain) if piece.plain.startswith("(") else None
    for channel in channels or [_Channel(None, None)]:
        yield EnquiryFact(
            sources=(piece.source(),),
            what=what,
            case=piece.cut(case, "case").removesuffix("的") if case else None,
            within_working_days=number(within["n"]) if within else None,
            after_working_days=number(after["n"]) if after else None,
            channel=channel.name,
            path=piece.cut(path, "path") if path else None,
            url=channel.url,
        )


def _channels(piece: Sentence) -> Iterator[_Channel]:
    """Named channels with the address in brackets after each; without any, the address alone."""
    found = list(_QUOTED.finditer(piece.plain)) or list(_BARE.finditer(piece.plain))
    for match in found:
        kind = match.groupdict().get("kind")
        after = _URL_AFTER.match(piece.plain, match.end())
        printed = piece.text[match.end() : after.end()] if after else ""
        name = piece.text[match.start("whole") : match.end("whole")] if kind else piece.cut(match, "name")
        yield _Channel(name, url_of(printed))
    if not found and (url := url_of(plain(piece.text))):
        yield _Channel(None, url)
