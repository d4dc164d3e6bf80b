"""The plain yes or no that a question on misconduct begins with: 算不算, 没事吧, 只取消一科, 今年还能考吗."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.actions.answers.claims.premise_words import number_of
from bot.actions.answers.claims.words import asks_openly, claims, whether
from knowledge.misconduct import Misconduct

_FOR_EVER = re.compile(r"终身|终生|永久|永远|一辈子|再也(?:不能|别想)")
_YEARS = re.compile(
    r"(?<!\d)(?P<n>\d|[一二两三四五六七八九十])年(?:内)?(?:之内)?.{0,6}(?:不|禁|别想|没法)|(?:禁考?|罚|停考).{0,4}(?P<m>\d|[一二两三四五六七八九十])年"
)
_ONE_PAPER = re.compile(
    r"(?:只|就|光|仅|单|顶多|最多|至多).{0,8}(?:一|这|那|当|该|单)(?:一|个)?[科门](?!都)|另(?:外)?(?:一|那|的)?[科门个].{0,8}(?:算|有效|保留|没事|还在|不受|照|能留)"
)
_ALL_PAPERS = re.compile(
    r"(?:全部|所有|整个|两[门科]|全都?|都)(?:的)?.{0,6}(?:取消|作废|没了|清零|白考|无效)|连.{0,8}(?:也|都).{0,4}(?:取消|作废|没了)"
)
_WHICH = re.compile(r"还是")
_THIS_YEAR = re.compile(
    r"(?:今年|当年|下半年|年内|年底|(?<!\d)\d{1,2}月(?:份|底|初)?(?:的|那|这)?(?:一?[场次批])?|下个?月|马上|接着|隔月|这一年|同一年).{0,10}(?:能|可以|让|再|还).{0,6}(?:考|报|参加|去(?!年))|还(?:能|可以).{0,4}(?:今年|下半年|年内)"
)
_NEXT_YEAR = re.compile(r"明年|来年|隔年|后年|以前|前年|去年")
_KEEPS = re.compile(r"证.{0,14}(?:保得?住|还?有效|还算|还在|能留|没事|安全|不受影响|还能用)|保得?住.{0,6}证")
_VOID = re.compile(r"证.{0,14}(?:作废|收回|吊销|注销|撤销|没收|无效)")
_CORRECTED = re.compile(
    r"(?:提醒|警告|说了?|制止|劝).{0,12}(?:马上|立刻|立即|赶紧|就|后来)?.{0,6}(?:闭嘴|收|停|改|放(?:好|下|回|到)|坐回|不说了|安静|关了|照做|交出|听)"
)
_ALLOWED = re.compile(r"(?<!不)(?:举手|报告|打招呼|请示|跟监考|和监考|同意了|允许了|批准|经.{0,4}(?:同意|允许))")
_COUNTS = re.compile(
    r"算不算|算(?:是)?(?:作弊|违规|违纪|抄袭|替考)|[也这]算|算(?:吗|么|伐)|属于?(?:作弊|违规|违纪)"
)
_STILL_COUNTS = re.compile(r"算数|算成绩")
_HARMLESS = re.compile(
    r"没事|没关系|没问题|不要紧|要紧|无所谓|不碍事|(?:可以|行|能|准|让|许|允许)(?:的)?(?:吗|吧|么|伐|不(?!得)|嘛|啵|[?？]|$)|行不行|可不可以|能不能|可以.{1,14}(?:吗|吧|么|伐|不)[?？]?$|(?<!不)能.{1,14}(?:吗|吧|么|伐|不)[?？]?$|让.{0,6}带"
)
_FORBIDDEN = re.compile(r"(?:不准|不能|不让|不许|不可以|禁止)")
_PUNISHED = re.compile(
    r"(?:会|要|得|被|还).{0,8}(?:取消|处罚|处理|罚|作废|禁考|追究|有事|影响|算违|后果)|(?:有(?:没有)?|会)(?:事|影响|处罚|后果)"
)
_NOT_PUNISHED = re.compile(r"不(?:会|用|至于|要|该|被).{0,8}(?:取消|处罚|处理|罚|作废|禁考|追究|有事|影响)")
_CRIME = re.compile(r"坐牢|判刑|犯法|犯罪|违法|拘留|刑事|案底|派出所|公安|警察|移送|报警")
_REMINDED = "经提醒拒不改正"
_UNALLOWED = "未经工作人员允许"


def discipline_verdict(text: str, found: Sequence[Misconduct]) -> str:
    """One sentence, or empty where no yes or no is asked for or the conducts that fit differ in it."""
    if not found or not (whether(text) or _WHICH.search(text) or _STILL_OPEN.search(text)):
        return ""
    judges = (
        _crime,
        _for_ever,
        _years,
        _papers,
        _certificate,
        _this_year,
        _corrected,
        _allowed,
        _counts,
        _harmless,
        _punished,
    )
    return next((said for judge in judges if (said := judge(text, found))), "")


_STILL_OPEN = re.compile(rf"{_HARMLESS.pattern}|{_COUNTS.pattern}|{_KEEPS.pattern}")


def _crime(text: str, found: Sequence[Misconduct]) -> str:
    if not _CRIME.search(text):
        return ""
    if all(one.referred_to_authorities for one in found):
        return "要看情节：通知写的是依据有关法律法规移送有关部门，没有写会受什么刑罚。"
    return (
        "" if any(one.referred_to_authorities for one in found) else "通知没有这样写：这一条没有写要移送有关部门。"
    )


def _for_ever(text: str, found: Sequence[Misconduct]) -> str:
    return "不是终身，通知写的处理如下。" if _FOR_EVER.search(text) else ""


def _years(text: str, found: Sequence[Misconduct]) -> str:
    """A claimed number of years against the bars."""
    match = _YEARS.search(text)
    if match is None or asks_openly(text):
        return ""
    claimed = number_of(match["n"] or match["m"])
    years = {bar.years for one in found for bar in one.bars if bar.years}
    if claimed in years:
        return "要看情节。" if len(years) > 1 else "对。"
    return "不是这样，通知写的处理如下。"


_STILL_VALID = re.compile(
    r"(?:那|另一?|上午|下午)[门科场][^，。,]{0,6}(?:算数|有效|保留|作数|保得住|没事|留着)|(?:理论|实操|操作|技能|前面|前一|上午|之前|那|其他|别的).{0,6}(?:成绩|分数?|[科门])?.{0,4}(?:还|仍)?.{0,2}(?:算数|有效|保留|作数|算不算)"
)


def _papers(text: str, found: Sequence[Misconduct]) -> str:
    cancels = {one.cancels for one in found}
    if cancels == {"all_subjects"} and _STILL_VALID.search(text):
        return "不算数，取消的是当次全部科目的成绩。"
    one_paper, all_papers = bool(_ONE_PAPER.search(text)), bool(_ALL_PAPERS.search(text))
    if len(cancels) != 1 or not (one_paper or all_papers or (_WHICH.search(text) and "科" in text)):
        return ""
    either = _WHICH.search(text) or one_paper == all_papers
    if cancels == {"all_subjects"}:
        head = "" if either else "不是，" if one_paper else "对，"
        return f"{head}取消的是当次全部科目的成绩。"
    if cancels == {"subject"}:
        head = "" if either else "对，" if one_paper else "不是，"
        return f"{head}取消的是当次该科目的成绩。"
    return ""


def _certificate(text: str, found: Sequence[Misconduct]) -> str:
    if _KEEPS.search(text):
        return "保不住：经确认有违纪违规的，评价成绩无效，已发的证书也会作处理。"
    if _VOID.search(text):
        return "会：经确认有违纪违规的，评价成绩无效，已发的证书也会作处理。"
    return ""


def _this_year(text: str, found: Sequence[Misconduct]) -> str:
    """Whether one may sit again in the year in which it happened."""
    if not _THIS_YEAR.search(text) or _NEXT_YEAR.search(text):
        return ""
    if all(one.bars for one in found):
        return (
            "不能，当年不得再参加评价。"
            if all(_all_this_year(one) for one in found)
            else "不能，几年内都不得参加评价。"
        )
    return "" if any(one.bars for one in found) else "通知没有写不能：这一条只取消当次该科目的成绩。"


def _all_this_year(one: Misconduct) -> bool:
    return all(bar.years is None for bar in one.bars)


def _corrected(text: str, found: Sequence[Misconduct]) -> str:
    if not _CORRECTED.search(text) or not all(_REMINDED in one.conduct for one in found):
        return ""
    return "不在这一条里：通知写的是“经提醒拒不改正的”，提醒后改正了的不是拒不改正。"


def _allowed(text: str, found: Sequence[Misconduct]) -> str:
    if not _ALLOWED.search(text) or not all(_UNALLOWED in one.conduct for one in found):
        return ""
    return "通知不允许的是“未经工作人员允许擅自离开”，经工作人员允许的不在其中。"


def _counts(text: str, found: Sequence[Misconduct]) -> str:
    if not _COUNTS.search(text) or _STILL_COUNTS.search(text) or _WHICH.search(text):
        return ""
    return "算，通知列在违纪违规行为里。"


def _harmless(text: str, found: Sequence[Misconduct]) -> str:
    if asks_openly(text):
        return ""
    if _FORBIDDEN.search(text):
        return "对，不可以。" if claims(text) else ""
    return "不可以。" if _HARMLESS.search(text) else ""


def _punished(text: str, found: Sequence[Misconduct]) -> str:
    if not _PUNISHED.search(text) or asks_openly(text) or _FORBIDDEN.search(text):
        return ""
    said = "经提醒拒不改正的，会。" if all(_REMINDED in one.conduct for one in found) else "会。"
    return f"不是，{said}" if _NOT_PUNISHED.search(text) else said
