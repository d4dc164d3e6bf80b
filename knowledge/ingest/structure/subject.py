"""What a notice is about, named alike from year to year; its kind; and its id."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from knowledge.ingest.document import Paragraph, Table
from knowledge.ingest.structure.flow import Block
from knowledge.ingest.structure.wording import TITLE
from knowledge.lexicon.lexicon import Lexicon
from knowledge.models import FrontMatter, NoticeKind

_YEAR = re.compile(r"20\d\d(?:[-—–~至]20\d\d)?年?度?")
_EDITION = re.compile(r"[（(](?:版|修订|修订版|试行)?[）)]")
_VERBS = re.compile(r"^(?:进一步|继续|组织|开展|做好|实施|举办|启动|印发|公布|发布|调整|更新|规范|加强|[《〈])+")
_PLACE = re.compile(r"^(?:上海市|上海|本市|全市|我市)+(?!人工智能训练师)")
_ASSESSES = r"(?=社会化|职业技能|技能|专项|等级|认定|评价|考核|鉴定|操作)"
_UP_TO_PROJECT = re.compile(rf"^.*项目{_ASSESSES}")
_AUTHORITY = re.compile(r"(?:局|厅|委员会|政府|鉴定中心|促进中心|指导中心|考试院|部|办公室)$")
_CENTRE = re.compile(r"(?:中心|考试院)$")
_PRICES = re.compile(r"元[/／每]人|\d+元|收费标准[^。；]{0,6}元")
_DAYS = re.compile(r"(?:报名|申报|报考)[^。；]{0,8}(?:日期|时间)")
_ASSESSMENT = re.compile("评价|认定|考核|鉴定|操作事项")
_ORGANISATIONS, _OFFERS = re.compile("机构|组织|单位"), re.compile("职业|工种|项目")


def subject_of(title: str, lexicon: Lexicon) -> str:
    """The matter without year, city and the occupations' names: `社会化职业技能等级认定操作事项`."""
    match = TITLE.fullmatch(title)
    matter = match["matter"] if match else title
    matter = _PLACE.sub("", _EDITION.sub("", _YEAR.sub("", _VERBS.sub("", matter))).strip("》〉"))
    matter = _UP_TO_PROJECT.sub("", matter)
    matter = matter[max(matter.find("社会化"), 0) :]
    for mention in lexicon.matcher.find(matter):
        if mention.kind == "occupation" and (rest := _behind(matter, mention.end)):
            return rest.replace("有关操作事项", "操作事项")
    return matter.replace("有关操作事项", "操作事项") or title


def _behind(matter: str, end: int) -> str | None:
    """What follows the last of the occupations, where it is an assessment."""
    rest = re.sub(r"^(?:[（(][^）)]*[）)])?(?:等)?(?:职业(?!技能)|工种)?", "", matter[end:])
    return rest if re.match(_ASSESSES, rest) else None


def kind_of(title: str, issuer: str | None, blocks: Iterable[Block]) -> NoticeKind:
    """An authority's list of organisations is a catalogue, an organisation's own assessments are its notice.

    So are those that an authority's centre offers itself.
    """
    if issuer is None or not _AUTHORITY.search(issuer):
        return "organisation" if _ASSESSMENT.search(title) else "programme"
    found = list(blocks)
    if any(_lists_organisations(block) for block in found if isinstance(block, Table)):
        return "catalogue"
    examines = _CENTRE.search(issuer) and _ASSESSMENT.search(title) and _offers(found)
    return "organisation" if examines else "programme"


def _offers(blocks: Iterable[Block]) -> bool:
    """Whether people apply and pay for assessments under this very notice: it prints days and prices."""
    lines = [text for block in blocks for text in _lines(block)]
    return any(map(_PRICES.search, lines)) and any(map(_DAYS.search, lines))


def _lines(block: Block) -> list[str]:
    return [block.text] if isinstance(block, Paragraph) else [" ".join(row) for row in block.rows]


def _lists_organisations(table: Table) -> bool:
    for row in table.rows[:3]:
        names = [cell for cell in row if len(cell) <= 14]
        if any(_ORGANISATIONS.search(cell) for cell in names) and any(_OFFERS.search(cell) for cell in names):
            return len(table.rows) > 2
    return False


def id_of(front: FrontMatter, lexicon: Lexicon, known: Iterable[FrontMatter]) -> str:
    """Issuer, year and what it is about: as in an earlier year, else by kind and the occupations' codes.

    Without a known issuer: `notice-<year>-` and eight digits of the title's digest. The same file always gets
    the same id; an id that another notice has gets the digest too.
    """
    known = list(known)
    digest = hashlib.sha256(front.title.encode()).hexdigest()[:8]
    wanted = _earlier(front, known) or _made(front, lexicon, digest)
    taken = any(one.id == wanted and one.title != front.title for one in known)
    return f"{wanted}-{digest}" if taken else wanted


def _earlier(front: FrontMatter, known: list[FrontMatter]) -> str | None:
    same = [one for one in known if (one.issuer, one.subject) == (front.issuer, front.subject)]
    names = (one.id.replace(str(one.year), str(front.year)) for one in same if str(one.year) in one.id)
    return next(names, None)


def _made(front: FrontMatter, lexicon: Lexicon, digest: str) -> str:
    issuer = next((one.id for one in lexicon.organisations if one.name == front.issuer), None)
    if issuer is None:
        return f"notice-{front.year}-{digest}"
    if front.kind == "catalogue":
        return f"{issuer}-{front.year}-catalogue"
    names = {mention.value for mention in lexicon.matcher.find(front.title) if mention.kind == "occupation"}
    about = [one.id or one.code for one in lexicon.occupations if one.name in map(lexicon.base_name, names)]
    named = [name.lower() for name in about if name]
    return "-".join([issuer, str(front.year), *(named if len(named) in (1, 2) else [digest])])
