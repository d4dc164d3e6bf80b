"""Rules on retakes: who may, how long passed papers count, and what ends that."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from knowledge.facts import RetakeFact
from knowledge.ingest.drafts.drafted import Drafted
from knowledge.ingest.drafts.models import Question
from knowledge.ingest.typed.reading import NUMBER, number
from knowledge.ingest.typed.sentences import Sentence
from knowledge.models import LEVEL_NAMES, Level, Source
from knowledge.wording.levels import level_spans
from knowledge.wording.numerals import NUMERAL

Rule = Literal["allowed", "expired", "reapplied", "mode_change", "competition"]
# A rule holds where its pattern does and the words that would turn it round are absent.
_RULES: tuple[tuple[Rule, str, str], ...] = (
    (
        "allowed",
        r"不合格[^。;]*?可以?[^。;,]{0,10}补考|(?<!不)可以?[^。;,]{0,8}补考[^。;,]{0,4}不合格",
        r"竞赛|(?:不可|不能|不得)[^。;,]{0,6}补考",
    ),
    (
        "expired",
        r"(?:超过|逾|过了?)[^,。;]{0,10}有效期[^。;]*(?:重新(?:申报|报名|参加)|重考)[^。;]*(?:所有|全部|各)科目",
        r"(?:无|不)[须需必]",
    ),
    ("reapplied", r"重新[^。;]*同等级[^。;]*(?:放弃补考|不再保留|作废|失效)", r"不视为"),
    ("mode_change", r"(?:考核|评价|认定|考试)(?:模式|方式)[^。;]{0,6}(?:变化|变更|调整)[^。;]*方案", r"(?!)"),
    ("competition", r"竞赛[^。;]*不合格[^。;]*(?:不能|不得|不可|不予)[^。;]{0,6}补考", r"(?!)"),
)
_VALIDITY = re.compile(
    rf"(?:有效期[^,。;\d]{{0,4}}?(?P<years>{NUMBER})年(?![内底])|(?P<within>{NUMBER})年内有效)(?![^,。;]{{0,3}}[以或])"
)
_CUE = re.compile(
    r"(?:成绩|补考)[^。;]*(?:有效(?!证|身份|期内)|保留至|保留到|保留[\d一两二三])|年内[^,。;]{0,4}补考"
)
_EXCEEDED = re.compile(r"(?:超过|逾|过了?)[^,。;]{0,10}有效期")
# 四、三级成绩… opens with a level, not with a number of the clause.
_LEVEL_FIRST = re.compile(r"[一二三四五]、[一二三四五]级")
_PERIOD = re.compile(rf"(?<!\d)(?:\d{{1,2}}|[{NUMERAL}]+)年(?!级|底|度)")


def draft_retakes(sentences: Iterable[Sentence]) -> Drafted[RetakeFact]:
    """Every rule on retakes, in order."""
    facts: list[RetakeFact] = []
    questions: list[Question] = []
    for sentence in sentences:
        if not re.search(r"补考|成绩|有效期", sentence.plain):
            continue
        for rule in _rules(sentence):
            facts.append(RetakeFact(sources=(_narrowed(sentence, rule),), rule=rule, levels=(), valid_years=None))
        for one in _validity(sentence):
            if isinstance(one, Question):
                questions.append(one)
            else:
                facts.append(one)
    return Drafted(tuple(facts), tuple(questions))


def _rules(sentence: Sentence) -> Iterator[Rule]:
    for rule, pattern, unless in _RULES:
        if any(re.search(pattern, one.plain) and not re.search(unless, one.plain) for one in sentence.pieces()):
            yield rule


def _narrowed(sentence: Sentence, rule: Rule) -> Source:
    """Of `…有效期两年,超过有效期须重新申报…` the part from 超过 on; else the whole sentence."""
    found = re.search(r"(?:超过|逾|过了?)[^,。;]{0,10}有效期.*", sentence.plain) if rule == "expired" else None
    quote = sentence.text[found.start() :] if found else sentence.text
    return Source(clause=sentence.clause, quote=quote)


def _validity(sentence: Sentence) -> Iterator[RetakeFact | Question]:
    """One fact for each stretch of levels with its years, read between one period and the next."""
    if re.search(r"证书有效", sentence.plain):
        return
    start, understood = 0 if _LEVEL_FIRST.match(sentence.plain) else sentence.body, 0
    for match in _VALIDITY.finditer(sentence.plain):
        stretch = sentence.plain[start : match.end()]
        begin = start + len(stretch) - len(stretch.lstrip(",;。 "))
        text = sentence.text[begin : match.end()]
        levels = _levels(text)
        if levels and re.search(r"成绩|补考", text):
            years = number(match["years"] or match["within"])
            source = Source(clause=sentence.clause, quote=text)
            yield RetakeFact(sources=(source,), rule="validity", levels=levels, valid_years=years)
            understood += 1
        start = match.end()
    if _CUE.search(_EXCEEDED.sub("", sentence.plain)) and understood < max(
        1, len(_PERIOD.findall(sentence.plain))
    ):
        yield sentence.ask("成绩有效期的等级或年限没有读懂，请核对后填写")


def _levels(text: str) -> tuple[Level, ...]:
    """The levels of a stretch, each of them named in it; empty where one is not, or the list is open (三级及以下)."""
    spans = level_spans(text)
    if len(spans) != 1 or not spans[0].understood:
        return ()
    levels = spans[0].levels
    named = all(LEVEL_NAMES[level] in text for level in levels)
    return levels if named and not re.search(r"以[上下]|其他|其它|其余", text) else ()
