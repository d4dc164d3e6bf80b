"""File the passages of a notice under the topics that people ask about, by headings and cue words (topics.yml)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from knowledge.ingest.drafts.contact_lines import heading
from knowledge.ingest.drafts.drafted import Drafted
from knowledge.ingest.drafts.models import DraftRule
from knowledge.lexicon.lexicon import Lexicon
from knowledge.models import Clause, Line, Notice
from knowledge.wording.plain import plain, unnumbered

_TOPICS = Path(__file__).with_name("topics.yml")
_OUTSIDE = ("标题", "文号", "附件清单", "落款")
_INLINE = re.compile(r"^([^。:,;]{2,15})[。:]")


@dataclass(frozen=True)
class Topic:
    """The patterns of one topic; see topics.yml."""

    name: str
    headings: re.Pattern[str]
    cues: re.Pattern[str]
    unless: re.Pattern[str]
    columns: re.Pattern[str]
    only: re.Pattern[str]
    rows: bool
    annexes: bool


def draft_rules(notice: Notice, lexicon: Lexicon) -> Drafted[DraftRule]:
    """Every passage under every topic that it answers, in the order of the notice; a quote is a whole line."""
    del lexicon  # the same signature as every other kind of draft
    topics = [one for one in load_topics() if one.only.search(notice.front.title)]
    found: dict[DraftRule, None] = {}
    for path, clause in notice.clauses.items():
        if path in _OUTSIDE:
            continue
        inherited = [topic for topic in topics if _below(notice, clause, topic, topics)]
        for line in _passages(clause):
            for topic in topics:
                if _belongs(clause, line, topic, topic in inherited, topics):
                    found[DraftRule(topic=topic.name, clause=path, quote=line.text)] = None
    return Drafted(tuple(found))


@cache
def load_topics(file: Path = _TOPICS) -> tuple[Topic, ...]:
    """The topics of the file, in its order.

    Raises:
        KeyError: an unknown field, or a topic without any pattern.
    """
    raw = yaml.safe_load(file.read_text(encoding="utf-8"))
    return tuple(_topic(name, dict(fields)) for name, fields in raw.items())


def _topic(name: str, fields: dict[str, object]) -> Topic:
    rows, annexes, only = (
        fields.pop(key, default) for key, default in (("rows", False), ("annexes", False), ("only", ""))
    )
    patterns = {key: _any(fields.pop(key, [])) for key in ("headings", "cues", "unless", "columns")}
    if fields or all(one.pattern == _NEVER for one in patterns.values()):
        raise KeyError(f"topics.yml: {name}: unknown or missing fields: {sorted(fields)}")
    return Topic(name, **patterns, only=re.compile(str(only)), rows=bool(rows), annexes=bool(annexes))


_NEVER = r"(?!)"


def _any(patterns: object) -> re.Pattern[str]:
    words = [str(one) for one in patterns] if isinstance(patterns, list) else []
    return re.compile("|".join(f"(?:{one})" for one in words) or _NEVER)


def _annex(clause: Clause) -> bool:
    return clause.path.startswith("附件") and clause.path != "附件清单"


def _below(notice: Notice, clause: Clause, topic: Topic, topics: list[Topic]) -> bool:
    """Whether the nearest heading that has a topic has this one."""
    if _annex(clause) and (not topic.annexes or (clause.parent is None and clause.children)):
        return False
    usable = [one for one in topics if one.annexes or not _annex(clause)]
    path: str | None = clause.path
    while path is not None:
        words = _heading_words(notice.clauses[path])
        named = [one for one in usable if any(one.headings.search(word) for word in words)]
        if named:
            return topic in named
        path = notice.clauses[path].parent or _annex_title(notice, path)
    return False


def _annex_title(notice: Notice, path: str) -> str | None:
    """The clauses of an annex stand below its title."""
    root = re.match(r"附件\d*", path)
    return root.group() if root and root.group() != path and root.group() in notice.clauses else None


def _heading_words(clause: Clause) -> list[str]:
    words = [heading(clause)]
    if clause.path.startswith("附件") and "·" not in clause.path and "（" not in clause.path:
        words += [plain(line.text) for line in clause.lines if len(line.text) <= 40]
    return [one for one in words if one]


def _passages(clause: Clause) -> Iterator[Line]:
    """Lines that say something: no headings of tables, no bare heading of a clause that goes on below it."""
    title = heading(clause)
    goes_on = len(clause.lines) > 1 or clause.children
    bare = goes_on and 0 < len(title) <= 25 and not re.search(r"。|:.|\d{5}", title)
    for i, line in enumerate(clause.lines):
        if line.kind != "header" and not (i == 0 and bare):
            yield line


def _belongs(clause: Clause, line: Line, topic: Topic, inherited: bool, topics: list[Topic]) -> bool:
    text = unnumbered(line.text)
    if topic.unless.search(text):
        return False
    if line.kind == "row":
        return any(topic.columns.search(one) for one in line.columns) or (inherited and topic.rows)
    if not (_annex(clause) and not topic.annexes) and topic.cues.search(text):
        return True
    title = _INLINE.match(text)
    own = [one for one in topics if title and one.headings.search(title.group(1))]
    return topic in own if own else inherited
