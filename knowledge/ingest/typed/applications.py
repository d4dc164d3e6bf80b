"""The ways to apply: through whom or where, who may, and what to bring."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from knowledge.facts import ApplicationFact
from knowledge.facts.procedure import Way
from knowledge.ingest.drafts.drafted import Drafted
from knowledge.ingest.typed.materials import (
    Material,
    common_materials,
    names_form,
    own_materials,
    system_form,
)
from knowledge.ingest.typed.reading import ways
from knowledge.ingest.typed.sentences import Sentence
from knowledge.lexicon.lexicon import Lexicon
from knowledge.models import Notice

Channel = Literal["self_service_system", "on_site", "mini_program", "institution"]
_SECTION = re.compile(r"(?:申报|报名|报考)(?:的)?(?:方式|途径|办法|渠道|程序|流程)")
_TITLE = re.compile(r"(?:团体|集体|个人|单位|企业|网上|现场|线上|在线)*(?:申报|报名|报考)")
_NO_APPLICATION = re.compile(r"准考证|领取|证书由")
_SYSTEM = re.compile(r"(?:通过|登[录陆]|使用)“?(?P<name>[^,。;“]{0,30}自助经办系统)")
_PROGRAM = re.compile(r"(?P<name>“[^”]+”(?:微信)?小程序)")
_PLACE = re.compile(
    r"(?:到|至|前往|赴)(?P<name>[^,。;]{2,60}?)(?:现场)?(?:办理|报名|申报|提交|确认|受理(?![点窗处中]))"
)
_UNIT = re.compile(r"由(?P<name>(?:所在)?[^,。;由]{2,30}?)统一(?:组织)?(?:申报|报名|报考)")
_UNKNOWN = re.compile(r"平台|网站|公众号|邮箱|上门|APP|App")
_ADDRESS = re.compile(r"网址|https?|www\.")
_SOME_INSTITUTION = re.compile(r"(?:组织|机构|院校)$")
_WHO = re.compile(
    r"(?P<who>(?!个人|凡|申报)[^,。;:]{4,40}?)(?:报名)?参加[^,。;]{0,20}(?:评价|认定|考核|考试|鉴定)的,|(?P<many>\d+人以上)可"
)
_APPOINTMENT = re.compile(r"预约")
_NO_APPOINTMENT = re.compile(r"(?:无需|无须|不需|不必|不用)[^,。;]{0,4}预约")
_ONLY = re.compile(r"仅(?:限|受理|接受|面向)")


@dataclass(frozen=True)
class _Found:
    channel: Channel
    name: str | None
    place: str | None


def draft_applications(notice: Notice, sentences: list[Sentence], lexicon: Lexicon) -> Drafted[ApplicationFact]:
    """One fact for each way, in order."""
    common, questions = common_materials(notice, sentences)
    form = system_form(sentences)
    facts: list[ApplicationFact] = []
    for line in _lines(sentences):
        named = ways(line.title) or ways(line.plain)
        found = _channel(line)
        occupations = _occupations(line, lexicon)
        if len(named) != 1 or found is None or occupations == ():
            questions.append(line.ask("申报方式的对象（团体或个人）或渠道没有读懂，请核对后填写"))
            continue
        own = [*own_materials(line), *common]
        extra = [form] if form and not names_form(own) else []
        facts.append(_fact(line, named[0], found, [*own, *extra], lexicon))
    return Drafted(tuple(facts), tuple(questions))


def _lines(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """Whole lines that open with a way to apply, or speak of one below such a heading."""
    seen: set[tuple[str, str]] = set()
    for one in sentences:
        line = replace(one, text=one.line)
        if (one.clause, one.line) not in seen and _concerns(line):
            seen.add((one.clause, one.line))
            yield line


def _concerns(line: Sentence) -> bool:
    if _NO_APPLICATION.search(line.plain):
        return False
    below = any(_SECTION.search(heading) for heading in line.headings)
    both = len(ways(line.plain)) == 2 and not ways(line.title) and _channel(line) is None
    titled = _TITLE.fullmatch(line.title.strip()) is not None and line.title not in ("申报", "报名", "报考")
    return titled or (below and bool(ways(line.plain)) and not both)


def _channel(line: Sentence) -> _Found | None:
    """The one channel of a line; None for several, for one that no fact can hold, and for none."""
    found = [one for one in (_system(line), _program(line), _unit(line), _place(line)) if one]
    if len(found) != 1 or _UNKNOWN.search(line.plain):
        return None
    known_site = found[0].channel == "self_service_system"
    return found[0] if known_site or not _ADDRESS.search(line.plain) else None


def _system(line: Sentence) -> _Found | None:
    match = _SYSTEM.search(line.plain)
    return _Found("self_service_system", line.cut(match, "name"), None) if match else None


def _program(line: Sentence) -> _Found | None:
    match = _PROGRAM.search(line.plain)
    return _Found("mini_program", line.cut(match, "name"), None) if match else None


def _unit(line: Sentence) -> _Found | None:
    match = _UNIT.search(line.plain)
    return _Found("institution", line.cut(match, "name"), None) if match else None


def _place(line: Sentence) -> _Found | None:
    match = _PLACE.search(line.plain, line.body)
    if match is None:
        return None
    name = line.cut(match, "name")
    return _Found("institution", name, None) if _SOME_INSTITUTION.search(name) else _Found("on_site", None, name)


def _fact(line: Sentence, way: Way, found: _Found, materials: list[Material], lexicon: Lexicon) -> ApplicationFact:
    who = _WHO.match(line.plain, line.body)
    return ApplicationFact(
        sources=tuple(dict.fromkeys([line.source(), *(one.source for one in materials)])),
        way=way,
        occupations=_occupations(line, lexicon),
        who=line.cut(who, "who" if who["who"] else "many") if who else None,
        channel=found.channel,
        channel_name=found.name,
        place=found.place,
        appointment=_appointment(line.plain),
        materials=tuple(dict.fromkeys(one.text for one in materials)),
    )


def _appointment(text: str) -> bool | None:
    if _NO_APPOINTMENT.search(text):
        return False
    return True if _APPOINTMENT.search(text) else None


def _occupations(line: Sentence, lexicon: Lexicon) -> tuple[str, ...] | None:
    """The occupations that a line is limited to (仅限…): None for no limit, empty where they are unknown."""
    only = _ONLY.search(line.plain)
    if only is None:
        return None
    mentions = lexicon.matcher.find(line.text[only.end() :])
    return tuple(dict.fromkeys(one.value for one in mentions if one.kind == "occupation"))
