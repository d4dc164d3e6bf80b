"""Rules on retakes: who may, how long passed papers count, and what ends that."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from knowledge.facts import RetakeFact
from knowledge.ingest.drafts.drafted import Drafted
from knowledge.ingest.drafts.models import Question
from knowledge.ingest.typed.sentences import Sentence
from knowledge.ingest.typed.validity import contradicted, validity
from knowledge.models import Source

Rule = Literal["allowed", "expired", "reapplied", "mode_change", "competition"]
# A rule holds where its pattern does and the words that would turn it round are absent.
_RULES: tuple[tuple[Rule, str, str], ...] = (
    (
        "allowed",
        r"[不未]合格[^。;]*?可以?[^。;,]{0,10}补考|(?<!不)可以?[^。;,]{0,8}补考[^。;,]{0,4}[不未]合格"
        r"|[不未]合格[^。;,]{0,2},[^。;,]{0,2}可以?在[^。;,]{0,16}补考|有效期内,?可以?[^。;,]{0,6}补考",
        r"竞赛|(?:不可|不能|不得)[^。;,]{0,6}补考",
    ),
    (
        "expired",
        r"(?:(?:超过|逾|过了?)[^,。;]{0,10}有效期|有效(?!证|身份)[^。;]*(?:逾期|期满|过期))[^。;]*(?:重新(?:申报|报名|报考|参加)|重考)"
        r"[^。;]*(?:所有|全部|各)(?:科目|考核|项目)",
        r"(?:无|不)[须需必]",
    ),
    ("reapplied", r"重新[^。;]*同等级[^。;]*(?:放弃补考|不再保留|作废|失效)", r"不视为"),
    ("mode_change", r"(?:考核|评价|认定|考试)(?:模式|方式)[^。;]{0,6}(?:变化|变更|调整)[^。;]*方案", r"(?!)"),
    ("competition", r"竞赛[^。;]*不合格[^。;]*(?:不能|不得|不可|不予)[^。;]{0,6}补考", r"(?!)"),
)
_PAST = re.compile(r"(?:(?:超过|逾|过了?)[^,。;]{0,10}有效期|逾期|期满后?,?|过期).*")


def draft_retakes(sentences: Iterable[Sentence]) -> Drafted[RetakeFact]:
    """Every rule on retakes, in order."""
    facts: list[RetakeFact] = []
    questions: list[Question] = []
    for sentence in sentences:
        if not re.search(r"补考|成绩|有效期", sentence.plain):
            continue
        for rule in _rules(sentence):
            facts.append(RetakeFact(sources=(_narrowed(sentence, rule),), rule=rule, levels=(), valid_years=None))
        for one in validity(sentence):
            if isinstance(one, Question):
                questions.append(one)
            else:
                facts.append(one)
    for fact in contradicted(facts):
        facts.remove(fact)
        asked = "成绩有效期有几种说法，各是哪些等级的，请核对后填写"
        questions.append(Question(clause=fact.sources[0].clause, quote=fact.sources[0].quote, question=asked))
    return Drafted(tuple(facts), tuple(questions))


def _rules(sentence: Sentence) -> Iterator[Rule]:
    for rule, pattern, unless in _RULES:
        if any(re.search(pattern, one.plain) and not re.search(unless, one.plain) for one in sentence.pieces()):
            yield rule


def _narrowed(sentence: Sentence, rule: Rule) -> Source:
    """Of `…有效期两年,超过有效期须重新申报…` the part from 超过 on; else the whole sentence."""
    found = _PAST.search(sentence.plain) if rule == "expired" else None
    quote = sentence.text[found.start() :] if found else sentence.text
    return Source(clause=sentence.clause, quote=quote)
