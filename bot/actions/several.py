"""Several questions in one message: 三级多少钱？在哪报名？几号考？ is asked as three, each in the person's own words.

A message is cut only where both sides ask, and ask for different things: what belongs to one question (a story before
it, a second sentence that explains it) stays with it. Subjects carry over from one question to the next as between turns.
"""

from __future__ import annotations

import re
from itertools import pairwise

MOST = 4

# What a piece asks for. Two pieces are two questions where these differ.
_ASKED: dict[str, re.Pattern[str]] = {
    name: re.compile(words)
    for name, words in {
        "retake": r"补考|重考|再考一次|没过.{0,6}(?:怎么|还能)",
        "fee": r"多少钱|几钱|几块|收费|费用|报名费|考试费|考务费|价[格钱位]|多钱|啥价|便宜",
        "form": r"及格|题型|题库|通过率|机考|上机",
        "ticket": r"准考证",
        "pay": r"缴费|交费|付款|转账|怎么[交付]",
        "invoice": r"发票|退[费钱款]",
        "apply_when": r"(?:什么时候|几[号月时]|何时|哪天|啥时候?).{0,3}(?:能|可以|开始)?(?:报|申报|截止)|(?:报名|申报)(?:的)?(?:时间|日期)|(?:报名|申报)(?:是|在)?(?:什么时候|几[号月]|何时|哪天|到)|截止",
        "exam_when": r"(?:什么时候|几[号月时]|何时|哪天|啥时候?).{0,3}(?:开始)?考|考试?(?:的)?(?:时间|日期)|考试?(?:是|在)?(?:什么时候|几[号月]|何时|哪天)",
        "where": r"(?:在|去|到)?(?:哪里|哪儿|哪|啥地方|什么地方)(?:能|可以|去)?(?:报|办|领|交)|(?:在|去|到)(?:哪里|哪儿|哪|啥地方|什么地方)(?:考|$)|地址|地点|怎么走",
        "phone": r"电话|号码|联系方式",
        "hours": r"几点|上班(?=.{0,4}(?:[吗么伐不没]|时间|几|到))|开门|下班|受理时间|工作时间|办公时间",
        "how": r"(?:怎么|如何|咋|怎样)(?:去|才能|可以|能)?(?:报|申报|申请)|报名(?:流程|方式|步骤|入口)|流程",
        "eligibility": r"条件|资格|要求|(?:能|可以|可不可以|能不能|够)(?:直接)?(?:报|考).{0,6}(?:吗|伐|么|不|级|$)",
        "materials": r"材料|(?:带|交|准备|提交)(?:些|点)?(?:什么|啥|哪些)",
        "results": r"成绩|查分|出分",
        "certificate": r"(?:证书?|证)(?:什么时候|怎么|去?哪|多久|几[时号])|领证|发证|拿证|电子证",
        "subsidy": r"补贴|补助",
        "website": r"网址|网站|官网|公众号|小程序",
        "who": r"谁(?:能|可以)?考|哪[家些个](?:机构|单位|协会)?(?:能|可以)?考",
        "validity": r"有效期|保留(?:多久|几年)|几年有效",
    }.items()
}
_ASKS = re.compile(
    r"多少|几[号点月天家次级年时]|什么|何时|哪|怎[么样]|如何|[吗伐嘛呢]|[能要行可]不[能要行可]|可以|是不是|有没有|多久|咋|啥|谁|多[长大远]"
)
_NO_QUESTION = frozenset({"retake"})  # 三级补考|多少钱: who names a retake has not asked about it yet
_SENTENCE = re.compile(r"[?!;。\n]+")
_COMMA = re.compile(r"[,、]|\s+")
_JOINT = re.compile(
    r"(?:,|\s)*(?:然后|还有(?!几|多|没|哪)|另外|以及|顺便(?:再?问一?[下声])?|再请?问一?下|还想(?:问|知道)|并且)(?:就是|呢|,)*"
)
# Where the next question begins within an unbroken one: …要多少钱|什么时候考试|在哪里报名.
_WITHIN = re.compile(
    r"(?<=.{4})(?=(?:什么时候|啥时候|何时|几[号点]|在哪|去哪|怎么(?:报|申|交|查|领|打)|如何|要(?:什么|带|哪些)|多少钱|有什么(?:条件|要求)))"
)
_NOUNS = (
    "咨询电话 监督电话 投诉电话 联系电话 电话 地址 地点 报名费 考试费 补考费 收费标准 收费 费用 价格 报名时间 申报时间 考试时间 缴费时间 受理时间"
    " 上班时间 工作时间 报名条件 申报条件 条件 要求 报名材料 材料 报名流程 报名方式 流程 网址 网站 官网 公众号 成绩有效期 有效期"
)
_NOUN = "|".join(_NOUNS.split())
_LIST = re.compile(rf"(?P<list>(?:{_NOUN})(?:(?:,|、|和|跟|与|及|以及|还有)+(?:{_NOUN}))+)(?P<rest>.*)")
_AND = re.compile(r",|、|和|跟|与|以及|及|还有")


def questions_in(text: str) -> list[str]:
    """The questions of a normalised message in order, at least one; a message that asks one thing comes back whole.

    At most `MOST` come back: the rest stays with the last.
    """
    pieces = _joined([part for sentence in _sentences(text) for part in _parts(sentence)])
    listed = [one for piece in pieces for one in _listed(piece)]
    if len(listed) <= 1:
        return [text]
    return [*listed[: MOST - 1], "，".join(listed[MOST - 1 :])] if len(listed) > MOST else listed


def _sentences(text: str) -> list[str]:
    return [one.strip(" ,") for one in _SENTENCE.split(text) if one.strip(" ,")]


def _parts(sentence: str) -> list[str]:
    """The sentence cut at joints, commas and beginnings of questions, joined again where one side asks nothing new."""
    parts = [sentence]
    for pattern in (_JOINT, _COMMA, _WITHIN):
        parts = [piece for part in parts for piece in _cut(part, pattern)]
    return parts


def _cut(part: str, pattern: re.Pattern[str]) -> list[str]:
    pieces = [one.strip(" ,") for one in pattern.split(part)]
    pieces = [one for one in pieces if one]
    if len(pieces) < 2:
        return [part]
    return _joined(pieces, part)


def _joined(pieces: list[str], whole: str | None = None) -> list[str]:
    """Pieces put together again so that each asks something of its own; a story goes with the question after it."""
    done: list[str] = []
    waiting: list[str] = []
    for piece in pieces:
        kinds = asked_for(piece)
        if not kinds or (kinds == _NO_QUESTION and not _ASKS.search(piece)):
            if done and _ASKS.search(piece) and not waiting:
                done[-1] = f"{done[-1]},{piece}"
            else:
                waiting.append(piece)
            continue
        if done and not waiting and kinds & asked_for(done[-1]):
            done[-1] = f"{done[-1]},{piece}"
            continue
        done.append(",".join([*waiting, piece]))
        waiting = []
    if waiting:
        done = [*done[:-1], ",".join([*done[-1:], *waiting])]
    return [whole] if whole is not None and len(done) < 2 else done


def asked_for(piece: str) -> frozenset[str]:
    """What a piece asks for, by its words."""
    return frozenset(name for name, words in _ASKED.items() if words.search(piece))


def _listed(piece: str) -> list[str]:
    """技师协会的电话和地址 is two questions about 技师协会."""
    match = _LIST.search(piece)
    if match is None:
        return [piece]
    nouns = [one for one in _AND.split(match["list"]) if one]
    if any(asked_for(a) & asked_for(b) for a, b in pairwise(nouns)):
        return [piece]
    before = piece[: match.start()]
    return [f"{before}{noun}" for noun in nouns[:-1]] + [f"{before}{nouns[-1]}{match['rest']}"]
