"""What follows from misconduct, and the words for a case that money or results depend on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from knowledge.facts import Bar
from knowledge.ingest.typed.reading import NUMBER, number
from knowledge.ingest.typed.sentences import Sentence

NO_REFUND = r"(?:不予|不再|不另行|概不|一律不|恕不|均不|不)(?:退还|退回|退费|退款|退(?!考))"
_PAPER = r"(?:考试|考核|评价|认定)?(?:科目|项目)(?:的|考试)?成绩"
_CANCELS: tuple[tuple[Literal["subject", "all_subjects", "qualification_and_results"], str], ...] = (
    ("qualification_and_results", r"取消其?[^,。;]{0,4}资格[及和与、,并]{1,2}[^,。;]{0,6}成绩"),
    ("all_subjects", rf"取消(?:其|当次|本次)*(?:全部|所有|各){_PAPER}"),
    ("subject", rf"取消(?:其|当次|本次|的)*(?:该|本|相应|所考)(?:次)?{_PAPER}"),
)
_NOT_ADMITTED = r"(?:不得(?:再次?)?(?:参加|申报|报名|报考)|不受理|不予受理|禁止参加|不准参加)"
_BARRED = rf"(?:内|起)?(?:均)?{_NOT_ADMITTED}"
_YEARS = re.compile(rf"(?<![至到~\-\d.])(?P<years>{NUMBER})年{_BARRED}")
_THIS_YEAR = re.compile(rf"(?:当年度?|本年度)(?:内)?{_BARRED}")
_CASE = re.compile(r"情节(?P<minor>较轻|轻微)|情节(?P<serious>特别严重|严重|恶劣)")
_VOID = re.compile(r"证书[^,。;]{0,8}(?:无效|作废)")
_KEPT = re.compile(rf"费[^,。;]{{0,6}}{NO_REFUND}")
_REFERRED = re.compile(r"移送|移交[^,。;]{0,12}部门")
CONSEQUENCE = re.compile(
    rf"取消[^,。;]{{0,10}}(?:成绩|资格)|{_YEARS.pattern.replace('?P<years>', '')}|{_THIS_YEAR.pattern}|终身{_NOT_ADMITTED}"
    r"|(?:证书|成绩)[^,。;]{0,6}(?:无效|作废|零分)"
)
_PROVEN = re.compile(
    r"(?:承诺(?P<promised>[^。;]{2,40}?,))?(?:一经|经)(?:查实|核实|发现|查证)[^,。;]{0,4}?(?:存在|有)?(?P<what>[^。;]{2,60}?的),"
)


@dataclass(frozen=True)
class Consequences:
    """What a sentence says follows; `complete` is False where more follows than these hold."""

    cancels: Literal["subject", "all_subjects", "qualification_and_results"] | None
    bars: tuple[Bar, ...]
    certificate_void: bool
    fee_kept: bool
    referred: bool
    complete: bool

    @property
    def any(self) -> bool:
        """Whether anything follows that makes a misconduct (a fee alone does not)."""
        return bool(self.cancels or self.bars or self.certificate_void or self.referred)


def consequences(text: str) -> Consequences:
    """Read plain text; the most that is cancelled counts."""
    cancels = next((kind for kind, pattern in _CANCELS if re.search(pattern, text)), None)
    bars = _bars(text)
    return Consequences(
        cancels=cancels,
        bars=bars,
        certificate_void=_VOID.search(text) is not None,
        fee_kept=_KEPT.search(text) is not None,
        referred=_REFERRED.search(text) is not None,
        complete=_complete(text, cancels) and len(bars) == len(re.findall(_NOT_ADMITTED, text)),
    )


def _complete(text: str, cancels: str | None) -> bool:
    """Whether everything that is cancelled is in the value: a qualification besides all results is not."""
    if re.search(r"取消[^,。;]{0,10}资格", text):
        return cancels == "qualification_and_results"
    return cancels is not None or re.search(r"取消[^,。;]{0,10}成绩", text) is None


def proven_case(sentence: Sentence) -> str | None:
    """The case of `一经查实存在X的，…` as printed.

    Where X does not say what is false (虚假伪造的), the words after 承诺 belong to it.
    """
    match = _PROVEN.search(sentence.plain)
    if match is None:
        return None
    if match["promised"] and not re.search(r"材料|条件|信息|证件|行为|资格", match["what"]):
        return sentence.text[match.start("promised") : match.end("what")].strip()
    return sentence.cut(match, "what")


def _bars(text: str) -> tuple[Bar, ...]:
    """Bars in order; each belongs to the nearest 情节… before it in the sentence."""
    found: list[tuple[int, int | None]] = [(m.start(), number(m["years"])) for m in _YEARS.finditer(text)]
    found += [(m.start(), None) for m in _THIS_YEAR.finditer(text)]
    return tuple(Bar(years=years, case=_case(text, place)) for place, years in sorted(found, key=lambda x: x[0]))


def _case(text: str, place: int) -> Literal["any", "minor", "serious"]:
    nearest: Literal["any", "minor", "serious"] = "any"
    for match in _CASE.finditer(text[:place]):
        nearest = "minor" if match["minor"] else "serious"
    return nearest
