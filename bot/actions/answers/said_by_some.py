"""What one organisation's notice says and another's does not: each one's own sentence, or its silence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.actions.answers.programme.talk import in_programme
from bot.actions.answers.rules import holdings_of
from bot.actions.answers.unstated import silent_notices, unstated
from bot.actions.desk import Desk
from bot.actions.reply import Reply, single
from bot.actions.turn import INFORM, Memory, Turn, merge, subject_of
from bot.actions.wording import notice_of, unique
from knowledge.contacts import contacts
from knowledge.library import Holding
from knowledge.models import Citation, Source
from knowledge.subject import Subject


@dataclass(frozen=True)
class Sort:
    """A sort of question; `stated` is what a line that answers it has."""

    label: str
    asked: re.Pattern[str]
    stated: re.Pattern[str]


SORTS = (
    Sort(
        "考试是机考还是笔试",
        re.compile(
            r"机考|机试|笔试|纸笔|(?:在|用|是)(?:电脑|计算机|机器|纸|卷子|试卷|答题卡)(?:上|里)?(?:来)?(?:考|答|做|写|操作|涂)"
            r"|上机(?!器)|手写|答题卡|无纸化|考试(?:是|用)(?:不是)?(?:电脑|计算机|纸)|纸质?(?:试卷|卷)|电脑(?:考|答题|还是)|人机对话|鼠标"
        ),
        re.compile(r"机考|笔试|上机"),
    ),
)
# Who asks for these only tells of the papers: 上机操作过了,理论下回补多少钱.
_OTHER_INTENTS = ("ask_fee", "ask_retake_fee", "ask_retake", "ask_discipline")
# How long a paper takes, or what is brought to it, is another question though it names the paper.
_ELSEWHERE = re.compile(
    r"多久|多长|几个?小时|几分钟|多少分钟|自带|自备|带(?:自己|电脑|笔|鼠标|键盘)|坏|赔|几[点月号]|多少(?:钱|分|道|题)|及格|补考|考完|当场|出分|成绩|配不配|提供|练习"
)


def sort_stated_by_some(desk: Desk, turn: Turn) -> Sort | None:
    """The sort that the message asks about; none in a talk about a programme, whose notice is asked first."""
    if turn.intent in _OTHER_INTENTS or in_programme(desk, turn) or _ELSEWHERE.search(turn.text):
        return None
    return next((one for one in SORTS if one.asked.search(turn.text)), None)


def answer_by_some(desk: Desk, turn: Turn, sort: Sort) -> tuple[Reply, Memory]:
    """Quote the notices that say it, and name those that do not, with where to ask."""
    memory = replace(merge(desk.library, turn), topic="ask_exam_form")
    subject = replace(subject_of(desk.library.lexicon, memory), level=None)
    own = holdings_of(desk, turn, subject)
    texts, citations, silent = [], list[Citation](), list[str]()
    for status, holding in own:
        name = desk.library.issuer(holding.notice.front).name
        source = _sentence(holding, sort)
        if source is None:
            silent.append(name)
            continue
        front = holding.notice.front
        texts.append(f"按{notice_of(front.issuer, front.year, status, turn.as_of)}：{source.quote}")
        citations += [
            desk.library.cite(front.id, source, turn.as_of),
            desk.library.cite_title(front.id, turn.as_of),
        ]
    quiet = _silence(desk, turn, subject, sort, silent) if silent or not own else None
    if quiet is None or not texts:
        return quiet or single("answered", "\n".join(texts), citations=unique(citations)), memory
    said = quiet.messages[0]
    text = "\n".join([*texts, said.text])
    return single("answered", text, citations=unique([*citations, *said.citations])), memory


def _silence(desk: Desk, turn: Turn, subject: Subject, sort: Sort, names: list[str]) -> Reply:
    whose = [one for one in contacts(desk.library, subject, turn.as_of) if one.organisation.name in names]
    whose = [one for one in whose if one.status == "current"] or whose
    if whose:
        return silent_notices(desk, turn, whose, f"没有写明{sort.label}")
    return unstated(desk, replace(turn, intent=INFORM), subject, sort.label)


def _sentence(holding: Holding, sort: Sort) -> Source | None:
    """The first sentence that states it."""
    for path, clause in holding.notice.clauses.items():
        for line in clause.lines:
            if line.kind == "paragraph" and sort.stated.search(line.text):
                part = next(
                    one for one in re.findall(r"[^，。；]+[，。；]?", line.text) if sort.stated.search(one)
                )
                return Source(clause=path, quote=part.strip("，；"))
    return None
