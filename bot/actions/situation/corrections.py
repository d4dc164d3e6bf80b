"""Where a message takes something back: 不对, 我记错了, 其实是中级工班, 不是大专是中专, 如果是2023年拿的呢."""

from __future__ import annotations

import re

_BEGINS = r"(?:^|(?<=[,。;!?~…]))"
_CORRECTION = re.compile(
    rf"{_BEGINS}(?:哦|噢|啊|哎呀?|呃|嗯|等等|等一下|不不|不好意思|抱歉|我)*不对(?![口应等称劲头])"
    rf"|{_BEGINS}(?:[哦噢啊呃哎]+,?)不(?=[,。是]|$)|{_BEGINS}不(?=[,。])"
    r"|(?:记|说|写|打|搞|弄|讲|填|看)错了?(?!误|题)"
    rf"|{_BEGINS}(?:不好意思|抱歉|哦|啊)*,?(?:错了|改一下|更正|纠正)|更正一下|纠正一下"
    r"|其实(?:我|就|应该|他|她)*(?:是|只有|才)"
    rf"|{_BEGINS}(?:我|哦|啊)*应该是"
    r"|(?<!是)不是[^,。;?!]{1,14},?(?:而|应该|其实)?是(?!不是|吗|否)|是[^,。;?!]{1,10},?不是(?!吗|吧|很|太)[^,。;?!吗吧]{1,10}(?=$|[,。;!])"
    # 刚看了劳动合同，是2017年5月: looked up, it is another day
    r"|(?:看|查|翻|核对|对|问)(?:了|过|到)(?:一?[下眼遍])?[^,。;?!吗]{0,8},(?:应该|其实|原来|才|我|就)*是(?=(?:在)?(?:20)?\d\d年)"
    r"|如果(?:我|那|他|她|的|证书?|职称|专业|拿证|取得|时间)*是[^?]{1,20}呢|如果[^,?]{1,16}(?:拿|考出?|评|发)的呢"
)


def corrections(text: str) -> list[tuple[int, int]]:
    """Places of the words that take something back."""
    return [match.span() for match in _CORRECTION.finditer(text)]


def corrected_within(text: str, start: int, end: int) -> int | None:
    """Where what was said from `start` is taken back before `end`: the place of the last such word."""
    found = [place for place, _ in corrections(text) if start <= place < end]
    return found[-1] if found else None
