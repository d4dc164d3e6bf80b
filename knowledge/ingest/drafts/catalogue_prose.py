"""What an organisation assesses, in running text: the clause that says so, with everything below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from knowledge.ingest.drafts.catalogue_rows import CatalogueRow
from knowledge.ingest.drafts.confidence import CLEAR, CONTEXT, DOUBTFUL, LOOSE
from knowledge.ingest.drafts.occupation_items import alone, items_in, names_in
from knowledge.ingest.drafts.occupation_names import looks_like_name
from knowledge.ingest.drafts.tables import Passage
from knowledge.lexicon.lexicon import Lexicon
from knowledge.models import Clause, Notice
from knowledge.wording.levels import level_spans, ordered, parse_levels
from knowledge.wording.numerals import squeezed
from knowledge.wording.plain import plain, unnumbered

_OFFER = re.compile(
    r"(?:评价|认定|考核|鉴定|培训)(?:的)?(?:职业|项目|工种|范围|目录)|项目及(?:评价|认定)?(?:机构|等级)|(?:职业|工种|项目)及等级"
    r"|(?:职业|工种|项目)(?:\(工种\))?(?:名称)?(?:为|如下|:|包括|有)|面向社会开展|(?:以下|下列)(?:职业|项目|工种)"
)
_NOT_OFFER = re.compile(r"申报条件|补考|收费|缴费|费用|成绩|时间安排|证书|条件之一|准考证|违纪")
_CONDITION = re.compile(r"符合.*(?:申报|报名|报考)条件")
_LABELLED_NAME = re.compile(r"^[^:]{0,6}(?:职业|工种|项目)[^:]{0,8}:")
_LABELLED_LEVELS = re.compile(r"^[^:]{0,6}等级[^:]{0,6}[:为是有]")


_WORKER = re.compile(r"([\u4e00-\u9fffA-Za-z]{1,24}(?:师|员|工|手)(?:\([^()]*\))?)[\s:(,、]*$")


@dataclass(frozen=True)
class _Over:
    """An occupation whose specialisations follow."""

    name: str
    code: str | None
    passage: Passage


_APART = ("标题", "文号", "落款", "附件清单")


def offered(notice: Notice, lexicon: Lexicon) -> list[CatalogueRow]:
    """Every occupation that the offering clauses name with its levels."""
    return [row for clause in _offering(notice) for row in _read(clause, _over(clause, notice, lexicon), lexicon)]


def offered_by_the_way(notice: Notice, lexicon: Lexicon) -> list[CatalogueRow]:
    """What the title or the conditions of application name with levels, for a notice without an offering clause."""
    lines = [Passage(clause.path, line.text) for clause in notice.clauses.values() for line in clause.lines]
    lines = [one for one in lines if one.clause == "标题" or _CONDITION.search(one.text)]
    return [row for line in lines for row in _items(line, lexicon, LOOSE)]


def named_with_levels(notice: Notice, lexicon: Lexicon, known: list[str]) -> Iterator[Passage]:
    """Lines of the offering clauses in which an occupation that is not `known` stands right before levels."""
    for clause in _offering(notice):
        for line in clause.lines:
            if line.kind == "paragraph" and any(
                looks_like_name(name, lexicon) and not any(one in name for one in known)
                for name in _before_levels(line.text)
            ):
                yield Passage(clause.path, line.text)


def _before_levels(text: str) -> Iterator[str]:
    """The words before each list of levels, back to the last punctuation."""
    folded = plain(text)
    for span in level_spans(text):
        if match := _WORKER.search(folded[: span.start]):
            yield match.group(1)


def _offering(notice: Notice) -> Iterator[Clause]:
    """Clauses that say what is assessed, and those below them, once each."""
    taken: set[str] = set()
    for path, clause in notice.clauses.items():
        own = "\n".join(line.text for line in clause.lines if line.kind == "paragraph")
        first = clause.lines[0].text if clause.lines else ""
        inside = clause.parent in taken
        if path in _APART or _NOT_OFFER.search(plain(first)[:40]):
            continue
        if inside or _OFFER.search(plain(own)):
            taken.add(path)
            yield clause


def _over(clause: Clause, notice: Notice, lexicon: Lexicon) -> _Over | None:
    """The occupation that the clause above names alone: what is listed below it are its specialisations."""
    parent = notice.clauses.get(clause.parent or "")
    last = parent.lines[-1] if parent and parent.lines else None
    named = alone(last.text, lexicon) if parent and last and last.kind == "paragraph" else None
    return _Over(*named, Passage(parent.path, last.text)) if named and parent and last else None


def _read(clause: Clause, over: _Over | None, lexicon: Lexicon) -> Iterator[CatalogueRow]:
    """The clause's lines; a label 评价职业：… or a line with a name alone holds for the levels on the next lines.

    A line with a name and a colon (焊工：) heads its specialisations on the next lines.
    """
    waiting: list[str] = []
    source: Passage | None = None
    for line in clause.lines:
        if line.kind != "paragraph" or _NOT_OFFER.search(plain(_up_to_levels(line.text))):
            continue
        passage = Passage(clause.path, line.text)
        rows = _items(passage, lexicon, CLEAR)
        if not rows and plain(line.text).rstrip().endswith(":"):
            named = alone(line.text, lexicon)
            over = _Over(*named, passage) if named else over
        rows = [_below(row, over) for row in rows] if over else rows
        if not rows and waiting and source and _is_levels(line.text):
            rows = _levels_of(waiting, source, passage)
        elif not rows and not level_spans(line.text):
            names = _names(line.text, lexicon)
            waiting, source = (names, passage) if names else (waiting, source)
        yield from rows


def _up_to_levels(text: str) -> str:
    """A line as far as it names levels, to the next comma: what follows (合格者颁发证书) does not undo the offer."""
    spans = level_spans(text)
    mark = re.search(r"[,;。]", plain(text)[spans[-1].end :]) if spans else None
    return text[: spans[-1].end + mark.start()] if mark else text


def _below(row: CatalogueRow, over: _Over) -> CatalogueRow:
    if row.occupation.startswith(over.name):
        return row
    return replace(
        row,
        occupation=f"{over.name}（{row.occupation}）",
        code=row.code or over.code,
        sources=(over.passage.source(), *row.sources),
        confidence=min(row.confidence, CONTEXT),
    )


def _items(passage: Passage, lexicon: Lexicon, confidence: float) -> list[CatalogueRow]:
    return [
        CatalogueRow(
            occupation=item.name,
            levels=item.levels if item.understood else (),
            sources=(passage.source(),),
            confidence=confidence if item.understood else DOUBTFUL,
            code=item.code,
        )
        for item in items_in(passage.text, lexicon)
    ]


def _names(text: str, lexicon: Lexicon) -> list[str]:
    labelled = _LABELLED_NAME.match(plain(text))
    return names_in(text, lexicon) if labelled or len(squeezed(unnumbered(text))) <= 30 else []


def _is_levels(text: str) -> bool:
    """The line holds levels only, with or without their label."""
    folded = unnumbered(text).rstrip("。;")
    label = _LABELLED_LEVELS.match(folded)
    return parse_levels(folded[label.end() :] if label else folded).understood


def _levels_of(names: list[str], source: Passage, passage: Passage) -> list[CatalogueRow]:
    levels = ordered(level for span in level_spans(passage.text) for level in span.levels)
    both = (source.source(), passage.source())
    return [CatalogueRow(name, levels, both, CONTEXT) for name in names]
