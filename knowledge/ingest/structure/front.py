"""Front matter: issuer, number, year, dates, what the notice replaces; what is not printed stays None."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.errors import IngestError
from knowledge.ingest.document import Paragraph
from knowledge.ingest.drafts.models import DraftNotice, Question
from knowledge.ingest.structure.head import Head
from knowledge.ingest.structure.issuer import printed_issuer
from knowledge.ingest.structure.parts import SIGNATURE, Part
from knowledge.ingest.structure.subject import id_of, kind_of, subject_of
from knowledge.ingest.structure.tail import published_on
from knowledge.ingest.structure.wording import DATE, NUMBER, date_of, year_of
from knowledge.lexicon.lexicon import Lexicon
from knowledge.models import FrontMatter

_IN_FORCE = re.compile(rf"本(?:通知|公告|通告|办法|方案|意见)自{DATE.pattern}(?:起)?(?:施行|实施|执行|生效)")
_UNTIL = re.compile(rf"有效期(?:限)?(?:至|到|为.{{0,20}}至){DATE.pattern}")
_REPEALED = re.compile(
    r"(?<!已)(?<!已经)(?<!已被)废止|停止执行|不再执行|停止使用|(?:同时|予以|即行)作废|替代|代替"
)
_NOT_STATED = "未写明"


@dataclass(frozen=True)
class Front:
    """What the notice says of itself, the front matter made of it, and what a person should look at."""

    draft: DraftNotice
    matter: FrontMatter
    questions: tuple[Question, ...]


def make_front(head: Head, parts: list[Part], lexicon: Lexicon, known: Sequence[FrontMatter]) -> Front:
    """Put together what the parts say.

    Raises:
        IngestError: neither title, signature nor document number names a year.
    """
    asked: list[Question] = []
    signature = next((part.blocks for part in parts if part.name == SIGNATURE), [])
    signed = tuple(block for block in signature if isinstance(block, Paragraph))
    text = [block.text for part in parts for block in part.blocks if isinstance(block, Paragraph)]
    printed = printed_issuer(head, (block.text for block in signed), text)
    issuer = lexicon.official("organisation", printed) if printed else None
    published = published_on(signed)
    replaced = _replaced(text, head.document_number, known, asked)
    draft = DraftNotice(
        title=head.title,
        issuer=issuer,
        document_number=head.document_number,
        year=year_of(head.title),
        published_on=published,
        replaces=replaced,
    )
    if issuer is None:
        asked.append(_ask("标题", head.title, "没有找到发文单位，请补上"))
    matter = _matter(draft, parts, lexicon, known, asked)
    return Front(draft, matter, tuple(asked))


def _matter(
    draft: DraftNotice, parts: list[Part], lexicon: Lexicon, known: Sequence[FrontMatter], asked: list[Question]
) -> FrontMatter:
    year = draft.year or _year_elsewhere(draft, asked)
    text = [block.text for part in parts for block in part.blocks if isinstance(block, Paragraph)]
    begins, ends = _stated(_IN_FORCE, text), _stated(_UNTIL, text)
    if begins is None and draft.published_on is None:
        asked.append(_ask("标题", draft.title, f"没有写明发布和施行日期，暂从{year}年1月1日起算，请补上"))
    matter = FrontMatter(
        id="notice",
        title=draft.title,
        issuer=draft.issuer or _NOT_STATED,
        document_number=draft.document_number,
        published_on=draft.published_on,
        year=year,
        in_force_from=begins or draft.published_on or date(year, 1, 1),
        in_force_until=ends or date(year, 12, 31),
        kind=kind_of(draft.title, draft.issuer, [block for part in parts for block in part.blocks]),
        subject=subject_of(draft.title, lexicon),
        replaces=_known_id(draft.replaces, known),
        url=None,
    )
    if matter.in_force_from > matter.in_force_until:
        asked.append(
            _ask("落款", str(matter.in_force_from), f"施行日期晚于{matter.in_force_until}，请核对年份和日期")
        )
    return matter.model_copy(update={"id": id_of(matter, lexicon, known)})


def _year_elsewhere(draft: DraftNotice, asked: list[Question]) -> int:
    """A yearly notice that does not name its year: by the day or the number, for a person to confirm."""
    number = re.search(r"20\d\d", draft.document_number or "")
    if draft.published_on is None and number is None:
        raise IngestError(
            f"year not found: neither title, signature nor document number of {draft.title!r} names one"
        )
    year = draft.published_on.year if draft.published_on else int(number.group() if number else 0)
    asked.append(_ask("标题", draft.title, f"标题没有写明年度，暂按落款或文号作为{year}年度的通知，请确认"))
    return year


def _stated(pattern: re.Pattern[str], text: list[str]) -> date | None:
    return next((date_of(match) for one in text if (match := pattern.search(one))), None)


def _replaced(text: list[str], own: str | None, known: Sequence[FrontMatter], asked: list[Question]) -> str | None:
    """The notice that a sentence repeals, as printed: its number, else its title."""
    sentences = [sentence for one in text for sentence in re.split("[。；]", one) if _REPEALED.search(sentence)]
    found = [(name, sentence) for sentence in sentences for name in _repealed(sentence) if name != own]
    if not found:
        return None
    name, sentence = found[0]
    if len({one for one, _ in found}) > 1:
        asked.append(_ask("正文", sentence, "提到不止一份被废止的文件，请确认本通知替代的是哪一份"))
    if _known_id(name, known) is None:
        asked.append(_ask("正文", sentence, f"被替代的{name}不在已有的通知里，请确认"))
    return name


def _repealed(sentence: str) -> list[str]:
    """The numbers, else the titles, beside the words that repeal; what the sentence only cites stands elsewhere."""
    beside = [piece for piece in re.split("[，,]", sentence) if _REPEALED.search(piece)]
    for words in (*beside, sentence):
        if numbers := [match.group() for match in NUMBER.finditer(words)]:
            return numbers
        if titles := re.findall("《([^《》]+)》", words):
            return titles
    return []


def _known_id(name: str | None, known: Sequence[FrontMatter]) -> str | None:
    """The id of the notice with that number or title."""
    same = (
        one.id for one in known if name in (one.document_number, one.title, one.title.partition(one.issuer)[2])
    )
    return next(same, None) if name else None


def _ask(clause: str, quote: str, question: str) -> Question:
    return Question(clause=clause, quote=quote, question=question)
