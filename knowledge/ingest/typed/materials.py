"""What to bring or hand in with an application, as printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from knowledge.ingest.drafts.models import Question
from knowledge.ingest.typed.reading import things
from knowledge.ingest.typed.sentences import Sentence, split, unnumbered
from knowledge.models import Notice, Source
from knowledge.wording.plain import plain

_SECTION = re.compile(
    r"(?:申报|报名|报考|所需|提交|提供)(?:所需)?(?:提供|提交)?的?(?:以下|下列)?(?:报名|申报|报考|证明)?材料(?:各?[一1]份)?:?$|^材料(?:要求|清单)$"
)
_LISTED = re.compile(r"材料[为包括有:]+\s*(?P<list>[^。;:]{2,120}?)(?=[。;]|$)")
_FORMS = re.compile(r"(?:提交|提供|填写)(?P<list>《[^,。;]{2,120}?)(?=[,。;]|[至到]|$)")
_CARRIED = re.compile(
    r"(?:携带|携(?!带)|持)(?P<list>(?!(?:以下|以上|下列|上述|相关|有关|所需|申报|报名)*材料)[^,。;]{2,60}?)(?=[,。;]|到|至|前往|$)"
)
_INLINE = re.compile(r"材料:?\s*(?=\(1\)|1[、.)])")
_BY_SYSTEM = re.compile(r"(?P<form>经[^,。;]{0,6}系统(?:自动)?生成的[^,。;应须]{1,10}表)")
_FORM = re.compile(r"报名表|申报表|申请表|登记表")


@dataclass(frozen=True)
class Material:
    """One thing to hand in, and where it stands."""

    text: str
    source: Source


def own_materials(line: Sentence) -> list[Material]:
    """What the line on one way to apply names itself."""
    found = [m for pattern in (_LISTED, _FORMS, _CARRIED) if (m := pattern.search(line.plain))]
    listed = [one for match in found for one in things(line.cut(match, "list"))]
    return [Material(one, line.line_source()) for one in dict.fromkeys(listed)]


def common_materials(notice: Notice, sentences: Iterable[Sentence]) -> tuple[list[Material], list[Question]]:
    """What the notice asks of everybody: a section on materials, a list `所需材料：（1）…`, a form from the system."""
    found: list[Material] = []
    questions: list[Question] = []
    for clause in notice.clauses.values():
        first = unnumbered(clause.lines[0].text) if clause.lines else ""
        if _SECTION.search(plain(first)):
            for path in clause.children:
                child = notice.clauses[path]
                text = child.lines[0].text
                if child.children:
                    ask = "这项申报材料下面还有细目，请核对后填写"
                    questions.append(Question(clause=path, quote=text, question=ask))
                name = unnumbered(text).strip(" ；;。:：")
                found.append(Material(name, Source(clause=path, quote=text)))
    for sentence in sentences:
        found += _inline(sentence)
    return found, questions


def system_form(sentences: Iterable[Sentence]) -> Material | None:
    """The form that the system makes and everybody signs and hands in."""
    for sentence in sentences:
        match = _BY_SYSTEM.search(sentence.plain)
        if match and re.search(r"提交|交[至到]|递交", sentence.plain):
            return Material(sentence.cut(match, "form"), sentence.source())
    return None


def names_form(materials: Iterable[Material]) -> bool:
    """Whether a form of application is among them already."""
    return any(_FORM.search(one.text) for one in materials)


def _inline(sentence: Sentence) -> Iterator[Material]:
    start = _INLINE.search(sentence.plain)
    if start is None:
        return
    for text in split(sentence.text[start.end() :], ";。"):
        name = unnumbered(text).strip(" ；;。")
        yield Material(name, sentence.source())
