"""What is asked about the last answer itself: to say it again, shorter, on what ground, and whether that is certain.

The last question is answered once more from the notices; nothing of what was said is kept but the question.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from bot.actions.clause_marks import BREAK_OR_WAVE
from bot.actions.desk import Desk
from bot.actions.names.contact_points import numbers
from bot.actions.names.understanding import entities_of, mentioned
from bot.actions.remarks.doubting import asks_year, doubts
from bot.actions.reply import Answer, Computed, Reply
from bot.actions.several.words import asked_for, asks, is_interrogative
from bot.actions.topic_choice import is_heard_elsewhere
from bot.actions.turn import Memory, Turn
from bot.actions.wording import joined, notice_of, unique
from knowledge.figures import Figure, unsupported
from knowledge.models import Citation, Source

_AGAIN = re.compile(
    r"(?:再|重新?|重复)(?:给我|跟我|请)?(?:说|讲|重复|发|来|念)?一?(?:遍|次(?!考|报))|重复一下|再(?:说|讲)(?:一下|一声)|刚才?(?:说|讲)(?:的|了)?(?:是)?(?:什么|啥|多少)"
    r"|(?:没|未)(?:听|看)(?:清楚?|明白)|(?:听|看)漏了"
)
_SURE = re.compile(
    r"^你?(?:真的?|能)?(?:确定|肯定|确认|保证)[?？!！]*$|(?:确定|肯定|确认|保证)(?:吗|么|伐|不|没错|是|的吗)|真的(?:吗|假的|么|伐|[?？]|$)|当真|(?:给(?:我)?(?:一?个)?|有(?:没有)?)准[话信]|^(?:那|这|这样|难道|就|真的?|还|都|也)*(?:不算|不行|不可以|不能|没有|不是|不够)(?:吗|么|伐|嘛)[?？]*$|(?:刚才|刚刚|前面|上面|你)(?:是)?(?:说|讲)(?:的)?[^,，。?？]{0,6}(?:是吧|对吧|是不是|对不对|没错吧)|^(?:那)?(?:你|您)(?:刚才?|刚刚|前面)(?:是)?(?:说|讲)(?:的)?(?:是)?[^,，。?？]{1,8}[?？]$|不会(?:[搞弄记说算讲]?错)|没(?:搞|弄|记|说|算|讲)错"
    r"|(?:靠谱|可靠|准确|作数|算数|可信)(?:吗|么|伐|不)|[准对]不[准对]"
)
_BASIS = re.compile(
    r"(?:依据|根据|出处|来源)(?:是|在|呢|有|为)?(?:什么|啥|哪|吗|么|呢|[?？]|$)|有(?:什么|啥|没有|无)?(?:依据|根据|出处)|(?:哪里?|哪儿|谁)(?:写|规定|说)的?|(?:哪|第几)(?:一)?[条款](?:规定|写|说)?的?|凭什么(?:这么|这样)说"
    r"|(?:什么|啥|哪个|哪份)(?:文件|通知|规定)(?:写|说|里|上|规定|来|$|[?？])|出自|原文(?:是|怎么|在|呢|给)?(?:什么|哪|写|说|[?？]|$)|(?:文件|通知)(?:里|上)?(?:怎么|咋)(?:写|说)"
)
_WHICH_FILE = re.compile(r"文件|文号|几号文|哪[个份]通知|什么通知|通知叫|标题")
# 这是去年的吧, 你说的是今年的价吗
_WHICH_YEAR = re.compile(
    r"(?:那|所以)?(?:这个?|这些|那|上面|(?:你|您)(?:刚才|刚刚|上面|前面)?(?:说|讲|给|报|查)的(?:这个?|这些)?)(?:都|就|还|不会)?是(?:不是)?(?:今年|去年|前年|往年|哪年|哪一年|最新|现行|现在|20\d\d年?)的?(?:价格?|通知|安排|规定|时间|标准|政策|数据|信息)?(?:的)?(?:吗|么|吧|伐|嘛|呀|啊)?[?？]*"
)
# 一定是20天吗, 必须要满5年吗: of a figure that was told.
_FIGURE_DOUBTED = re.compile(
    r"(?:那|就|是不是|难道|这个?|它)*(?:一定|肯定|必须|非得?|真的?|就|都|只能|至少)+(?:是|要|得|需要|满|等|在)*[^\d,，。]{0,3}\d+[^\d,，。报考]{0,6}(?:吗|么|伐|吧|嘛)[?？]*"
)
_NUMBER = re.compile(r"\d+")
_WHY = re.compile(r"为什么|为啥|凭啥|凭什么|怎么会|咋会|什么道理")
_WHY_ALONE = re.compile(rf"(?:啊|那|这|可|咦|哎)*(?:{_WHY.pattern})(?:啊|呀|呢|嘛|这样|这么|会这样|是这样)*")
_SHORTER = re.compile(
    r"(?:简单|简短|简洁|短|通俗|直白|明白|白话)(?:一)?[点些]|太(?:长|啰嗦|复杂|多字)|长话短说|一句话|简单(?:来|地)?(?:说|讲)|说重点|讲重点|概括|总结一下|看得?头[晕疼痛]|(?:看|读)不懂"
    r"|(?:就|只|直接|只管)(?:给我)?(?:说|讲|告诉我|回答我?)(?:到底|是|究竟)*(?:能|行|可以|够|要|有)?(?:还是)?(?:不|没|否)?(?:能|行|可以|够|要|有)?$|给(?:我)?(?:个|句|一个|一句)(?:准话|准信|痛快话?|结论|说法|明白话|准数)|(?:能|行|可以|够|算|要)还是不(?:能|行|可以|够|算|要)"
)
_ASIDE = re.compile(
    r"[\s,，。.!！?？~]|你|您|能不能|能|可以|可不可以|麻烦|请|帮我|给我|那|这个?|那个?|这么|这样|这些|是|的|了|呢|啊|呀|吗|么|嘛|吧|哦|噢|嗯|说|讲|我|太|字|就|有点|一点|要|也|还|到底|究竟|啦|规定|回答|会|没|看|听|得|不好意思|刚才|刚刚|一下|里|上|跟|好"
)
_MOST_BESIDE = 3  # characters beside the words that ask; more of them ask for something else
_SHORT = 130  # characters of an answer that is short enough
_REMARK = re.compile(r"^(?:注意：|关于缴费|另外|最终由|（也可以)|没有写明：")
_HEADINGS = ("标题", "文号", "附件清单", "落款")
_MOST_QUOTES = 6
_ITEM = re.compile(r"[(（]\d+[)）]")  # an alternative of a list, which is told whole
_LONGEST_REASON = 10  # characters of a clause that tells why
_LONGEST = 200  # characters of a question that are kept
_WORTH_KEEPING = ("answered", "partial", "not_stated", "clarification")

AnswerAgain = Callable[[Turn], Reply]


def told_again(desk: Desk, turn: Turn, answer: AnswerAgain) -> Reply | None:
    """The last answer in the way that is asked for; None where the message asks for something of its own."""
    how = _asked(turn)
    if how is None:
        return None
    reply = answer(_last(desk, turn))
    if how == "figure" and not _has_figures(turn.text, reply):
        return None
    return with_own_words(_retold(desk, how, turn, reply), turn.text, turn.memory.asked)


def with_own_words(reply: Reply, now: str, before: str | None) -> Reply:
    """The reply, whose figures from an earlier message of the person are said to be theirs."""
    if not before:
        return reply
    return reply.model_copy(
        update={"messages": tuple(_with_own_words(one, now, before) for one in reply.messages)}
    )


def with_reading(reply: Reply, said: str, read: str) -> Reply:
    """The reply, whose figures stand in the message as it was read (最高那级 as 三级) and not as it was typed."""
    if said == read:
        return reply
    return reply.model_copy(update={"messages": tuple(_as_read(one, said, read) for one in reply.messages)})


def _as_read(answer: Answer, said: str, read: str) -> Answer:
    missing = _missing(answer, said)
    if not missing or _missing(answer, f"{said} {read}"):
        return answer
    words = "，".join(dict.fromkeys(one.text for one in missing))
    return _with_computed(answer, Computed(text=words, explanation=f"您说的“{said}”按上文是：{read}"))


def _missing(answer: Answer, typed: str) -> list[Figure]:
    sources = [one.quote for one in answer.citations]
    sources += [part for one in answer.computed for part in (one.text, one.explanation)]
    return unsupported(answer.text, [*sources, typed])


def _with_computed(answer: Answer, further: Computed) -> Answer:
    return answer.model_copy(update={"computed": (*answer.computed, further)})


def _with_own_words(answer: Answer, now: str, before: str) -> Answer:
    missing = _missing(answer, now)
    if not missing or _missing(answer, f"{now} {before}"):
        return answer
    words = "，".join(dict.fromkeys(one.text for one in missing))
    return _with_computed(answer, Computed(text=words, explanation=f"您刚才说的：{before}"))


def remembered(turn: Turn, reply: Reply, memory: Memory) -> Memory:
    """The memory with the question that was answered."""
    topic = memory.topic or (reply.status == "not_stated")  # 训练师四级 may follow what no notice states
    if reply.status not in _WORTH_KEEPING or turn.text.startswith("/") or not topic:
        return replace(memory, asked=turn.memory.asked if reply.status == "chitchat" else None)
    if _only_tells_more_of_paying(turn, memory):
        return replace(memory, asked=turn.memory.asked)
    if turn.memory.asked and is_heard_elsewhere(turn.text) and not numbers(turn.text):
        return replace(memory, asked=turn.memory.asked)  # it asks nothing of its own
    return replace(memory, asked=turn.text[:_LONGEST])


def _only_tells_more_of_paying(turn: Turn, memory: Memory) -> bool:
    """钱已经交了, after a question on money back, which it goes on with."""
    same = memory.topic == turn.memory.topic == "ask_payment" and turn.memory.asked is not None
    return same and not (asks(turn.text) or is_interrogative(turn.text) or asked_for(turn.text))


def _asked(turn: Turn) -> str | None:
    new, memory = turn.mentioned, turn.memory
    if memory.asked and memory.topic and (_WHICH_YEAR.fullmatch(turn.text) or asks_year(turn.text)):
        return "year"
    named = new.organisation or new.occupation or new.levels or new.code or new.year or new.situation.told
    if memory.asked is None or memory.topic is None or named or turn.text.startswith("/"):
        return None
    if doubts(turn.text):
        return "sure"
    kinds = {"sure": _SURE, "basis": _BASIS, "shorter": _SHORTER, "again": _AGAIN}
    kinds |= {} if memory.form else {"why": _WHY}
    if _FIGURE_DOUBTED.fullmatch(turn.text) and not asked_for(turn.text):
        return "figure"
    if _wants_it_again(turn.text):
        return "again"
    for kind, pattern in kinds.items():
        if match := pattern.search(turn.text):
            beside = f"{turn.text[: match.start()]} {turn.text[match.end() :]}"
            if kind == "why" and _only_wonders(turn.text):
                return kind
            return kind if len(_rest(beside, kinds)) <= _MOST_BESIDE else None
    return None


def _wants_it_again(text: str) -> bool:
    """慢点，我拿支笔，再讲一遍: a clause asks for the answer again, and the others only tell why."""
    clauses = [one for one in BREAK_OR_WAVE.split(text) if one]
    again = [
        one for one in clauses if (found := _AGAIN.search(one)) and not _ASIDE.sub("", one.replace(found[0], ""))
    ]
    why = [one for one in clauses if one not in again]
    return bool(again) and not any(asks(one) or len(one) > _LONGEST_REASON for one in why)


def _only_wonders(text: str) -> bool:
    """Whether a mere 为什么啊 opens the message, and what follows asks nothing of its own (明明考过的)."""
    first, *others = [one for one in BREAK_OR_WAVE.split(text) if one]
    told = "，".join(others)
    return _WHY_ALONE.fullmatch(first) is not None and not (asked_for(told) or is_interrogative(told))


def _has_figures(text: str, reply: Reply) -> bool:
    """Whether the last answer told all the figures of the message (一定是20天吗): then they are asked about."""
    said = [figure for one in reply.messages for figure in _NUMBER.findall(one.text)]
    return all(one in said for one in _NUMBER.findall(text))


def _rest(text: str, kinds: dict[str, re.Pattern[str]]) -> str:
    """What is left beside all words that ask about the answer (太长了，说简单点)."""
    for pattern in kinds.values():
        text = pattern.sub("", text)
    return _ASIDE.sub("", text)


def _last(desk: Desk, turn: Turn) -> Turn:
    """The last question as it was understood: what it went on with stands in the memory."""
    memory, text = turn.memory, str(turn.memory.asked)
    named = mentioned(desk.library, text, entities_of(desk.library, text), turn.as_of)
    known = replace(
        named,
        organisation=named.organisation or memory.organisation,
        occupation=named.occupation or memory.occupation,
        year=named.year or memory.year,
    )
    return replace(turn, text=text, intent=str(memory.topic), mentioned=known, guess=None)


def _retold(desk: Desk, how: str, turn: Turn, reply: Reply) -> Reply:
    first, *others = reply.messages
    if how == "year":
        first = _with_years(desk, turn, first)
    elif how in ("basis", "why"):
        named = _with_files(desk, turn, first) if _WHICH_FILE.search(turn.text) else first
        first = _with_basis(desk, turn, first) if named is first else _after(named, _with_basis(desk, turn, first))
    elif how == "sure":
        first = first.model_copy(update={"text": f"以上照通知原文回答，没有自己推测：\n{first.text}"})
    elif how == "shorter":
        first = first.model_copy(update={"text": f"简单说：{_shortened(first.text)}"})
    grounded = (how in ("basis", "why") and _quoted(first)) or (how == "year" and first.citations)
    status = "answered" if grounded else reply.status
    return reply.model_copy(update={"messages": (first, *others), "status": status})


def _quoted(answer: Answer) -> list[Citation]:
    return [one for one in answer.citations if not one.clause.startswith(_HEADINGS) and one.quote]


def _with_basis(desk: Desk, turn: Turn, answer: Answer) -> Answer:
    """The notice and its own words; where the notices are silent, the answer as it is."""
    quoted = _quoted(answer)
    if not quoted:
        return answer.model_copy(update={"text": f"通知没有写的，我不推测。{answer.text}"})
    lines, named, titles = [], "", list[Citation]()
    for one in quoted[:_MOST_QUOTES]:
        whose = notice_of(one.issuer, one.year, one.status, turn.as_of)
        if whose != named:
            named = whose
            lines.append(f"依据是{whose}：")
            titles.append(desk.library.cite_title(one.notice_id, turn.as_of))
        lines.append(f"“{_plain(one)}”")
    return answer.model_copy(update={"text": "\n".join(lines), "citations": unique([*answer.citations, *titles])})


def _with_years(desk: Desk, turn: Turn, answer: Answer) -> Answer:
    """Whose notice of which year the answer stands on."""
    known = {one.notice_id: one for one in answer.citations}
    if not known:
        return answer
    named = joined(notice_of(one.issuer, one.year, one.status, turn.as_of) for one in known.values())
    titles = tuple(desk.library.cite_title(one, turn.as_of) for one in known)
    return answer.model_copy(update={"text": f"刚才的回答依据的是{named}。", "citations": titles, "computed": ()})


def _with_files(desk: Desk, turn: Turn, answer: Answer) -> Answer:
    """The notices that the answer stands on by their titles and numbers; the answer itself where there are none."""
    lines, citations = [], list[Citation]()
    for notice_id in dict.fromkeys(one.notice_id for one in answer.citations):
        title = desk.library.cite_title(notice_id, turn.as_of)
        number = desk.library.notice(notice_id).front.document_number
        printed = desk.library.notice(notice_id).clauses.get("文号")
        line = (
            next((one.text for one in printed.lines if number and number in one.text), None) if printed else None
        )
        lines.append(f"《{title.quote}》{f'（{number}）' if line else '（没有印文号）'}")
        citations.append(title)
        if line:
            source = Source(clause="文号", quote=line)
            citations.append(desk.library.cite(notice_id, source, turn.as_of))
    if not lines:
        return answer
    return answer.model_copy(update={"text": "文件是" + "、".join(lines) + "。", "citations": tuple(citations)})


def _after(first: Answer, second: Answer) -> Answer:
    return second.model_copy(
        update={
            "text": f"{first.text}\n{second.text}",
            "citations": tuple(unique([*first.citations, *second.citations])),
        }
    )


def _plain(citation: Citation) -> str:
    return re.sub(r"\s*\|\s*", " ", citation.quote).strip()


def _shortened(text: str) -> str:
    """Its first lines without remarks; what is left out is said to be."""
    lines = [line for line in text.split("\n") if line and not _REMARK.search(line)]
    brief = [line for line in lines if len(line) <= _SHORT] or lines
    items = [line for line in brief if _ITEM.match(line)]
    kept: list[str] = []
    for line in brief:
        if kept and line not in items and sum(map(len, kept)) + len(line) > _SHORT:
            break
        kept.append(line)
    left_out = "\n其余的见通知原文。" if len(kept) < len(lines) else ""
    return "\n".join(kept) + left_out
