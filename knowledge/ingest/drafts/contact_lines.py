"""What the lines of a notice say about reaching somebody: label and value, with the headings that they stand under."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from knowledge.ingest.drafts.phones import has_clock, phones_in
from knowledge.ingest.drafts.websites import mentions_site
from knowledge.models import Clause, Line, Notice, Source
from knowledge.wording.plain import plain, trimmed, unnumbered

EntryKind = Literal["address", "hours", "phone", "fax", "website", "other", "note"]
_NOUNS: dict[EntryKind, str] = {
    "address": r"地\s*址|地\s*点|(?:受理点|服务点|报名点|办理点|窗口)(?=(?:\([^()]*\))?\s*:)",
    "hours": r"时\s*间",
    "phone": r"电\s*话(?:号码)?|热线(?:号码|电话)?|手\s*机(?:号码?)?|座机|联系方式|咨询方式|致电|拨打|[Tt][Ee][Ll]",
    "fax": r"传\s*真|[Ff][Aa][Xx]",
    "website": r"网\s*址|网站|官网|网页|链接|平台",
    "other": r"邮箱|电子邮件|[Ee]-?[Mm]ail|邮\s*编|邮政编码|联系人|负责人|公众号|小程序|微信号?|[Qq]{2}群?号?|账号|户名|开户行",
}
_KIND_OF = {f"k{i}": kind for i, kind in enumerate(_NOUNS)}
_ANY = "|".join(f"(?P<k{i}>{nouns})" for i, nouns in enumerate(_NOUNS.values()))
# A label has no digit and no part of an address in it: what stands there still belongs to the value before.
_LABEL = re.compile(
    rf"(?P<head>[^,;。:\s\d室号楼层弄座栋幢→]{{0,40}}?)(?:{_ANY})(?P<tag>\([^()]{{1,20}}\))?"
    r"\s*(?::|为(?!准):?|(?<=[址点])(?:是|在|位于)|(?=\s)|(?=\(?\d)|(?=https?|www)|$)"
)
# 咨询：021-… names no telephone; the colon or blank and the digits behind it do.
_BARE = re.compile(
    r"(?P<head>[^,;。:\s\d]{0,20}?(?:咨询|监督|投诉|举报|联系))(?P<tag>\([^()]{1,20}\))?(?:\s*:\s*|\s+)(?=\(?\d)"
)
_BANK = re.compile(r"开户|账\s*号|账户|户\s*名|纳税人|统一社会信用代码|开票|税号|汇款")
_VALUE = re.compile(r"(?:路|街|道|弄|巷|镇|村).*\d+(?:号|室|弄|楼)")
_SKIPPED = ("标题", "文号", "附件清单", "落款")


@dataclass(frozen=True)
class Entry:
    """One label with its value as printed. `headings` are the labels and headings above, nearest first.

    A `note` has no label and no heading that would be one. `quotes` are the lines that bear the entry.
    """

    clause: str
    kind: EntryKind
    label: str
    tag: str | None
    value: str
    headings: tuple[str, ...]
    quotes: tuple[Source, ...]

    @property
    def line(self) -> Source:
        """The line that the value stands in."""
        return self.quotes[-1]


@dataclass(frozen=True)
class _Label:
    kind: EntryKind
    text: str
    tag: str | None
    start: int
    end: int


def entries(notice: Notice) -> Iterator[Entry]:
    """Every labelled or bare piece of every paragraph, in order; bank details and tables of offices left out."""
    pending: dict[str, Entry] = {}
    for path, clause in notice.clauses.items():
        if path in _SKIPPED:
            continue
        banking = any(_BANK.search(plain(line.text)) for line in clause.lines)
        for line in clause.lines:
            for entry in () if office_table(line) else _of_line(notice, clause, line, pending):
                if not entry.value and line.kind == "paragraph":
                    pending[path] = entry
                if not (banking and _of_the_bank(entry)):
                    yield entry


def heading(clause: Clause) -> str:
    """The clause's first line where it reads as a heading: short and without a full stop."""
    first = unnumbered(clause.lines[0].text) if clause.lines and clause.lines[0].kind == "paragraph" else ""
    return first if len(first) <= 40 and "。" not in first[:-1] else ""


def office_table(line: Line) -> bool:
    """Whether the row stands under headings of addresses or telephones and does not itself open with such a label."""
    under = [value for column, value in zip(line.columns, line.values, strict=True) if _of_office(column)]
    labelled = any(column_kind(value) for value in under) or any(_is_value(column) for column in line.columns)
    return line.kind == "row" and bool(under) and not labelled


def _is_value(column: str) -> bool:
    """An address, telephone or hours where a heading should be: the table is a list of labels and values."""
    return _VALUE.search(plain(column)) is not None or has_clock(column) or bool(phones_in(column))


def _of_office(column: str) -> bool:
    return column_kind(column) in ("address", "phone")


def column_kind(column: str) -> EntryKind | None:
    """What a table's column holds, by its heading."""
    match = _LABEL.search(plain(column))
    return _kind(match) if match else None


def _of_the_bank(entry: Entry) -> bool:
    """An unspecific address or telephone among bank details is the account holder's."""
    return re.search(r"咨询|受理|监督|投诉|联系", plain(entry.label)) is None and entry.kind in (
        "address",
        "phone",
        "note",
    )


def _of_line(notice: Notice, clause: Clause, line: Line, pending: dict[str, Entry]) -> Iterator[Entry]:
    above = _above(notice, clause, pending)
    headings = tuple(one.label for one in above) + headings_of(notice, clause)
    here = Source(clause=clause.path, quote=line.text)
    labels = list(_labels(line.text))
    if line.kind == "header" and len(labels) > 1:
        return
    start = len(line.text) - len(unnumbered(line.text))
    bare = trimmed(line.text, start, labels[0].start if labels else len(line.text), " ,;。、")
    if bare and line.kind == "paragraph":
        led = above[0] if above else None
        kind: EntryKind = led.kind if led and not _is_sentence(bare) else "note"
        quotes = (*(led.quotes if led else ()), here)
        yield Entry(clause.path, kind, "", None, bare, headings, tuple(dict.fromkeys(quotes)))
    for one, following in zip(labels, [*labels[1:], None], strict=False):
        end = following.start if following else len(line.text)
        value = trimmed(line.text, one.end, end, " \t,;。、:")
        yield Entry(clause.path, one.kind, one.text, one.tag, value, headings, (here,))


def _labels(text: str) -> Iterator[_Label]:
    folded = plain(text)
    matches = [*_LABEL.finditer(folded), *_BARE.finditer(folded)]
    end = 0
    for match in sorted(matches, key=lambda one: (one.start(), -one.end())):
        if match.start() < end or _inside_prose(folded, match):
            continue
        end = match.end()
        head = match.group().rstrip(": ") if match.re is _BARE else folded[match.start() : _noun_end(match)]
        tag = match.group("tag")
        yield _Label(
            _kind(match),
            unnumbered(head).lstrip("、.,() "),
            tag.strip("()") if tag else None,
            match.start(),
            match.end(),
        )


def _kind(match: re.Match[str]) -> EntryKind:
    if match.re is _BARE:
        return "phone"
    return next(kind for group, kind in _KIND_OF.items() if match.group(group))


def _noun_end(match: re.Match[str]) -> int:
    return max(match.end(group) for group in _KIND_OF)


def _inside_prose(folded: str, match: re.Match[str]) -> bool:
    """A noun before a space or the end of a long sentence labels nothing unless a value follows."""
    rest = folded[match.end() :]
    if match.group().rstrip()[-1] == ":" or rest[:1].isdigit() or rest[:1] == "(" or mentions_site(rest[:60]):
        return False
    return (not rest.strip() and len(folded) > 40) or (folded[match.end() - 1] == "为" and not rest.strip())


def _is_sentence(text: str) -> bool:
    return "。" in text[:-1] and not has_clock(text)


def _above(notice: Notice, clause: Clause, pending: dict[str, Entry]) -> list[Entry]:
    """Labels that wait for their value: this clause's latest one, then its ancestors'."""
    found = []
    path: str | None = clause.path
    while path is not None:
        if path in pending:
            found.append(pending[path])
        path = notice.clauses[path].parent
    return found


def headings_of(notice: Notice, clause: Clause) -> tuple[str, ...]:
    """The headings that a clause stands under, its own first."""
    found = []
    path: str | None = clause.path
    while path is not None:
        found.append(heading(notice.clauses[path]))
        path = notice.clauses[path].parent
    return tuple(one for one in found if one)
