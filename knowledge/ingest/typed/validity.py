"""How long passed papers count, and at which levels."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts import RetakeFact
from knowledge.ingest.drafts.models import Question
from knowledge.ingest.typed.reading import NUMBER, number
from knowledge.ingest.typed.sentences import Sentence, unnumbered
from knowledge.models import LEVEL_NAMES, Level, Source
from knowledge.wording.levels import level_spans

_CUE = re.compile(
    r"(?:成绩|补考)[^。;]*(?:有效(?!证|身份|期内)|保留至|保留到|保留[\d一两二三])|(?:年|个月)内[^,。;]{0,4}补考"
)
_EXCEEDED = re.compile(r"(?:超过|逾|过了?)[^,。;]{0,10}有效期")
_PERIOD = re.compile(rf"(?<![\d.])(?P<n>{NUMBER})(?P<unit>年|个月)(?![级底度后半])")
_UNCERTAIN = re.compile(r"[^,。;]{0,3}[以或]")
_LABELLED = re.compile(r"(?:有效期|保留)[^,。;\d至到]{0,4}?$")
_LABELLED_WITHIN = re.compile(r"有效期(?:限|为|是|:)*$")
_COUNTS = re.compile(r"内?有效(?!期|证)")
# 成绩有效期:五级、四级为2年,三级为3年 says of what it lists that it is a validity.
_LIST = re.compile(r"[^,。;:]*有效期[^,。;:]{0,4}:")
_LISTED = re.compile(r"级[^,。;\d]{0,6}$")
# 四、三级成绩… opens with a level, not with a number of the clause.
_LEVEL_FIRST = re.compile(r"[一二三四五]、[一二三四五]级")
_EVERYBODY = re.compile(
    r"(?:考生|参评人员|申报人员|考试|考核|评价|认定|鉴定|补考|成绩|[不未]?合格|通过|科目|单[科项门]|某|任一|一[科项门]|部分|规定|办法|其|的|者|"
    r"可|在|于|自|从|起|公布|发布|之日|当日|次日|有效期?|限|为|是|均|保留|[和与及或、,:\s]|各|所有|全部|中|有|仅|理论(?:知识)?|操作|技能|实操|"
    r"综合评审)*"
)
_THEORY, _SKILL = re.compile(r"理论"), re.compile(r"技能|操作|实操")


def validity(sentence: Sentence) -> Iterator[RetakeFact | Question]:
    """One fact for each stretch of levels with its period, read between one period and the next."""
    text = sentence.plain
    if re.search(r"证书有效", text):
        return
    periods = list(_PERIOD.finditer(text))
    ends = {match: end for match in periods if (end := _end(text, match)) is not None}
    start, read = _first(sentence), set[tuple[str, str]]()
    understood = 0
    for match in periods:
        if match in ends:
            found = _fact(sentence, start, match, ends[match], only=len(ends) == 1)
            if found:
                yield found
                read.add((match["n"], match["unit"]))
                understood += 1
            start = ends[match]
        else:
            understood += (match["n"], match["unit"]) in read and text.startswith("内", match.end())
    if _CUE.search(_EXCEEDED.sub("", text)) and understood < max(1, len(periods)):
        yield sentence.ask("成绩有效期的等级或年限没有读懂，请核对后填写")


def contradicted(facts: list[RetakeFact]) -> list[RetakeFact]:
    """Validities without levels beside another period: for which levels each holds is not said."""
    valid = [one for one in facts if one.rule == "validity"]
    periods = {(one.valid_years, one.valid_months) for one in valid}
    return [one for one in valid if not one.levels] if len(periods) > 1 else []


def _first(sentence: Sentence) -> int:
    """Where the sentence begins behind its number."""
    numbered = sentence.line.startswith(sentence.text) and not _LEVEL_FIRST.match(sentence.plain)
    return len(sentence.text) - len(unnumbered(sentence.text)) if numbered else 0


def _end(text: str, period: re.Match[str]) -> int | None:
    """Where the words of a validity end; None where the period is none (两年内可以补考)."""
    before, after = text[: period.start()], text[period.end() :]
    if _UNCERTAIN.match(after):
        return None
    if counts := _COUNTS.match(after):
        return period.end() + counts.end()
    within = after.startswith("内")
    labelled = (_LABELLED_WITHIN if within else _LABELLED).search(before)
    listed = not within and _LIST.match(text) and _LISTED.search(before)
    return period.end() if labelled or listed else None


def _fact(sentence: Sentence, start: int, period: re.Match[str], end: int, only: bool) -> RetakeFact | None:
    stretch = sentence.plain[start:end]
    begin = start + len(stretch) - len(stretch.lstrip(",;。 "))
    text = sentence.text[begin:end]
    levels = _levels(text)
    everybody = only and _for_everybody(sentence, sentence.plain[begin : period.start()])
    named = re.search(r"成绩|补考", text) is not None
    if not (levels or everybody) or not (named or re.search(r"成绩|补考", sentence.plain)):
        return None
    if not named and not _LIST.match(sentence.plain):
        return None
    length = number(period["n"])
    return RetakeFact(
        sources=(Source(clause=sentence.clause, quote=text if named else sentence.text),),
        rule="validity",
        levels=levels,
        valid_years=length if period["unit"] == "年" else None,
        valid_months=length if period["unit"] == "个月" else None,
    )


def _levels(text: str) -> tuple[Level, ...]:
    """The levels of a stretch, each of them named in it; empty where one is not, or the list is open (三级及以下)."""
    spans = level_spans(text)
    if len(spans) != 1 or not spans[0].understood:
        return ()
    levels = spans[0].levels
    named = all(LEVEL_NAMES[level] in text for level in levels)
    return levels if named and not re.search(r"以[上下]|其他|其它|其余", text) else ()


def _for_everybody(sentence: Sentence, words: str) -> bool:
    """Whether nothing limits the period to some levels, occupations or papers: all that the notice offers."""
    headings = " ".join(sentence.headings)
    limited = re.search(r"[一二三四五]级", headings) or bool(_THEORY.search(words)) != bool(_SKILL.search(words))
    return not limited and _EVERYBODY.fullmatch(words) is not None
