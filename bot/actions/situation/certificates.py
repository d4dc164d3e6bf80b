"""Which certificates of skill level the person holds; a level that they want, or ask about, is not held."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, cast

from bot.actions.situation.anchors import Anchor, Obtained
from bot.actions.situation.heard import DATE, END, LEVEL, OCCUPATION, OTHER_OCCUPATION, TERM, Clause, Heard
from bot.actions.situation.model import HeldCertificate
from knowledge.models import Level

_DATED = "[\ue026\ue010]"  # the last character of a date that is marked
_NAME = rf"(?:{OCCUPATION}|{OTHER_OCCUPATION})"
_KIND = rf"(?:{_NAME}|的|职业|技能|资格|等级|工|考试|认定|评价)*+"
_ONE = rf"{LEVEL}(?:[/(]?{LEVEL}\)?)*+"
_LEVELS = rf"(?P<levels>{_ONE}(?:{_KIND}证?书?(?:[、,]|和|跟|与|及|以及|还有|还|加){_NAME}?的?{_ONE})*)"
# Repetitions give nothing back (*+): no text can make them try all its divisions.
_FILLING = rf"(?:了|过|的|[一两二]?[个张本]|{_NAME}|证书?|职业|技能|等级|国家|人社局?|本职业|相关|别的|其[他它]|不相关|工种|专业|行业|是|{DATE})*+"
_FILLED = rf"{_FILLING}(?:[^,没不考报要升\ue011-\ue015]{{1,12}}?(?:和|、|还有|以及|加上?|跟){_FILLING})?"
_VERB = (
    rf"(?P<verb>拿(?:到|过|下|了|的|着)(?:了|过)?|取得|获得|获|考(?:出来?|取|到)|考过|考[了的](?=[^,]*证)|评(?:上|了|过|到)|通过|办(?:了|的|到)|[发领](?:了|的|到)|(?<={_DATED})考的|拿(?=[^,没不]{{1,8}}[之以]?后)"
    r"|(?:手[里上]|现在|已经?)?(?:持有?|有|具有|具备|拥有))"
)
_VERB_FIRST = re.compile(rf"{_VERB}(?P<filled>{_FILLED}){_LEVELS}(?P<kind>{_KIND})(?P<paper>证书?)?")
_LEVEL_FIRST = re.compile(
    rf"(?P<name>{_NAME}(?:的|证)?)?{_LEVELS}(?P<kind>{_KIND})(?P<paper>证书?)?(?:我|也|都|就|已经|早就|早|不?是(?=在?{DATE})|是|在|刚刚?|才|{DATE}|手[里上])*"
    rf"(?P<verb>有了|有(?:的|啊|呀|呢|滴)*(?={END[3:-1]}|干|做|[能想])|在我?手[里上]?|(?:发证|取证|拿证|取得)?(?:日期|时间)[是为:]*{DATE}|领到|领了|发了|发下来|{DATE}的(?={END[3:-1]})|拿了|拿到|取得|考到|考出|考过了?|到手|下来了|办了|拿的|考的(?={END[3:-1]})|发的|办的"
    rf"|(?:拿证|拿到证?|考出来?|取得)[之以]?后(?=[^,]*{TERM})|(?:(?:拿|持|有|考出来?)*(?:都|已经|有)*{TERM}了?))"
)
_IS = re.compile(
    rf"(?:我|他|她|^)(?:(?:现在|目前|已经?|本身|就)是?|是)(?:个|{_NAME}|的)*(?P<levels>{LEVEL})(?P<kind>工?)(?P<paper>证书?)?了?(?={END[3:-1]}|{TERM}|[想升打准])"
    rf"|^(?:我|手[里上])(?:手[里上]|的|有|{_NAME})*(?P<mine>{LEVEL})工?的?(?:{_NAME})?证书?(?={END[3:-1]}|(?:是|属于){_NAME}的)"
)
# Nothing but a certificate: one among the facts that are listed, or all that a reply says.
_ALONE = re.compile(
    rf"(?:我|还|和|加|另外|一[个张本]|{_NAME}证?|的)*(?P<put_right>(?:应该|其实|而|是|有)*)(?:{_NAME}证?|的)*"
    rf"(?P<levels>{LEVEL})工?(?:{_NAME}|的|职业|技能|资格|等级)*(?:证书?)?(?:(?:是|属于)?{_NAME}的?)?"
)
# 四级电工证; 四级证，是电工的
_NAMED_AFTER = re.compile(
    rf"(?:(?:的|职业|技能|等级|资格)*|工?的?(?:职业|技能|等级|资格)*证?书?(?:,?(?:但|不过|就)?(?:是|属于|考的?是?)|,))(?P<name>{_NAME})"
)
_WITH_PARTICLE = re.compile(r"(?:的|这?个?(?:工种|职业|专业)|证)*(?:的|证|工种)")
_OTHER = re.compile(
    r"(?:别的|别个|其[他它]|另外?的?|不同|不相关|无关|不是这个|不是本)的?(?:职业|工种|专业|行业|方向|领域)?的?"
)
_OF_OTHER = re.compile(rf"{_OTHER.pattern}(?:有|拿[了过]|考[了出])*(?:[一个张本]|资格|技能|等级|职业)*$")
_NOT_OF_THIS = re.compile(r"[^,。;?!]{0,4},?(?:但是?|不过|可是?)?(?:不是(?:这|本|相关)|不相关)")
_ENOUGH = re.compile(
    rf"(?:我|有|{_NAME}|{_OTHER.pattern}|的)*+(?P<levels>{LEVEL})工?(?:{_NAME}|的|职业|技能|资格|等级)*证书?,?(?:能|可以|可不可以|能不能|好)(?:直接|用来|拿来)*[考报申升]"
)
# 我四级，想升三级
_BEFORE_NEXT = re.compile(
    rf"我(?:的|现在|目前)*(?P<levels>{LEVEL})工?了?,(?:现在|今年|还|就|下一步|我|也)*(?:想|要|打算|准备)(?:直接|再|继续|往上)*[考报升申]"
)
# A reply and nothing else: 有的，四级的; 证是前年的，四级.
_SAID = rf"(?:[有嗯是对的我呀啊哦出到了过就只也还,。!~]|证书?|拿|考|取得|已经|刚|{DATE}|{TERM}|手[里上])"
_REPLY = re.compile(rf"{_SAID}*(?P<levels>{LEVEL})工?{_SAID}*")
_IS_HELD = re.compile(r"有|证|拿[到了过的]|取得|考[出到过]")
_PAPER_OF = re.compile(rf"(?:我|的)*证书?(?:[是为:]|等级|级别)+(?P<levels>{LEVEL})(?=的?{END[3:-1]}|的?[能可想,])")
_FOREIGN = re.compile(
    rf"(?:我|的|有|{_NAME})*(?P<levels>{LEVEL})工?(?:职业|技能|等级|资格)*证书?不是(?:本|这个?|该|同一?个?|我?(?:要)?[报考]的)(?:职业|工种|专业|行业)?的?"
)
_BUSINESS = re.compile(r"[?吗]|钱|费|报名|怎么|什么|多少|哪|时候|考试|要求|条件|补考|申报")
_OTHER_BUSINESS = re.compile(r"钱|费|怎么|什么|多少|哪|时候|补考|时间")
_NOT_BEFORE = re.compile(
    r"(?:没有?|未|还没|不|不是|没能|需要|要|得|怎么|如何|是不是|是否|能不能|可以|能|哪里|直接|才能|先|再|以后|将来|尽快|至少|一定|应当?|只要|你们?|这里|(?<!我)这边|(?:公司|单位|同事|朋友|别人|人家)的?)(?:能|也|都|里|有|去|先|再)?$"
)
_NOT_CLAUSE = re.compile(
    r"需要|要求|必须|是不是|是否|想(?!问|知道|咨询|请教|了解)|打算|准备|怎么|如何|哪里|计划|希望|争取|只要|规定|等我?|区别|相当|等于"
)
_NOT_AFTER = re.compile(
    r"(?:的)?(?:理论|实操|实践|技能考核|笔试|机考|综合|科目|初审|审核|报名|成绩|准考|通知|时间|安排|题|教材|资料|补贴|证?书?的(?:人|考生|学员|员工|工人|师傅)|还?没|不)"
)
_FAILED = re.compile(r"没(?:有)?(?:能)?(?:过|通过|考过|考出|拿到|及格)|挂了|不及格|不合格|补考")
_ASKING = re.compile(
    r"多久|多长|几年|几个月|多少|什么时候|补贴|好处|怎么|容易|难|用|哪|查|几级|区别|差别|价值|含金量|工资|涨|钱|福利|加分|奖|认可"
)
_OUTSIDE = re.compile(
    r"英语|计算机(?=[一二三四1-4\ue011-\ue015]|等级|级|证|考|的?$)|普通话|日语|教师|建造|六级|四六|心理|钢琴|围棋"
)
_NONE = re.compile(
    rf"(?<!有)(?:没有?|无|没得)(?:任何|一[个张本]|什么|啥|相关|职业|技能|等级|资格|国家|的|本职业|或|这一?类)*证书?(?={END[3:-1]}|[能可想也行吗伐嘛只和没无]|直接|怎么[考报]|的(?:人|可|能)?|就)"
    r"|(?:什么|啥|任何|一[张个本])(?:职业|技能|等级|资格|的)*证书?(?:我|也|都|还)*(?:没有?|无)(?:有|考过|拿过|考|过)?(?!效)"
    rf"|证书?(?:我|,)?一[张个本](?:也|都)没有?(?={END[3:-1]})|证书?(?:[和跟、,]|也好)?职称(?:我|也|都|还)*没有?(?={END[3:-1]}|[能可])"
    rf"|(?:^|我|也|都)(?:职业|技能|等级|资格)*证书?(?:我|也|都|还)*没有(?={END[3:-1]})"
    rf"|没有?(?:考|拿)过(?:任何|什么|啥|职业|技能|等级|资格)*证书?(?={END[3:-1]}|[能可想])"
)


@dataclass(frozen=True)
class Group:
    """Levels that are held, named together at one place."""

    anchor: Anchor
    levels: tuple[Level, ...]
    occupation: str | None
    relation: Literal["same_or_related", "other"]


def find_certificates(heard: Heard) -> list[Group]:
    """The certificates that are said to be held, in order of appearance."""
    found: dict[int, Group] = {}
    for index, clause in enumerate(heard.clauses):
        if clause.supposed or _OUTSIDE.search(clause.text) or _failed(heard, index):
            continue
        for group in _in_clause(heard, clause):
            found.setdefault(group.anchor.start, group)
    return [found[place] for place in sorted(found)]


def read_certificates(
    heard: Heard, groups: list[Group], told: dict[int, Obtained]
) -> tuple[HeldCertificate, ...] | None:
    """All of them, the last word on each; an empty tuple where the person says that there are none."""
    held: dict[tuple[int, str | None], HeldCertificate] = {}
    groups = heard.not_taken_back(groups, [one.anchor.start for one in groups])
    for group in groups:
        about = told[group.anchor.start]
        for level in group.levels if not about.ahead else ():
            held[level, group.occupation] = HeldCertificate(
                level=level,
                occupation=group.occupation,
                relation=group.relation,
                issued=about.issued,
                work_years_since=about.work_years_since,
            )
    if held:
        return tuple(held.values())
    none = any(_NONE.search(clause.marked) and not clause.supposed for clause in heard.clauses)
    return () if none and not groups else None


def _failed(heard: Heard, index: int) -> bool:
    """考了四级没过: said in the clause itself, or in one that follows and names no level of its own."""
    if _FAILED.search(heard.clauses[index].text):
        return True
    following = heard.clauses[index + 1 : index + 2]
    return any(_FAILED.search(one.text) and not re.search(LEVEL, one.marked) for one in following)


def _in_clause(heard: Heard, clause: Clause) -> Iterator[Group]:
    for match in _VERB_FIRST.finditer(clause.marked):
        if _taken(clause, match) and _has_paper(clause, match):
            yield _group(heard, clause, match, "levels")
    for match in _LEVEL_FIRST.finditer(clause.marked):
        before = clause.marked[: match.start()]
        if not _NOT_CLAUSE.search(before) and not _NOT_BEFORE.search(before) and _said_of_it(clause, match):
            yield _group(heard, clause, match, "levels")
    alone = _ALONE.fullmatch(clause.marked)
    if alone and "证" in clause.text and _is_told(heard, alone):
        yield _group(heard, clause, alone, "levels")
    for pattern in (_PAPER_OF, _FOREIGN):
        if match := pattern.match(clause.marked):
            yield _group(heard, clause, match, "levels")
    if wants := _BEFORE_NEXT.match(heard.marked[clause.start :]):
        yield _group(heard, clause, wants, "levels")
    reply = _REPLY.fullmatch(heard.marked)
    if reply and _IS_HELD.search(heard.text) and clause.start <= reply.start("levels") < clause.end:
        yield _group(heard, heard.whole, reply, "levels")
    if enough := _ENOUGH.match(heard.marked[clause.start :]):
        yield _group(heard, clause, enough, "levels")
    for match in _IS.finditer(clause.marked):
        kind = "levels" if match["levels"] else "mine"
        if (
            kind == "mine"
            or match["paper"]
            or re.search("现在|目前|已|本身", match.group())
            or _is_trade(heard, clause, match)
        ):
            yield _group(heard, clause, match, kind)


def _is_told(heard: Heard, alone: re.Match[str]) -> bool:
    """应该是五级证 puts right what was told before, and may be followed by the question of what it allows."""
    if alone["put_right"] and not heard.corrects:
        return False
    return not (_OTHER_BUSINESS if heard.corrects else _BUSINESS).search(heard.text)


def _taken(clause: Clause, match: re.Match[str]) -> bool:
    """Whether it was really obtained: no plan, no rule, no question of how it is."""
    before, after = clause.marked[: match.start()], clause.marked[match.end() :]
    if _NOT_BEFORE.search(before) or _NOT_CLAUSE.search(before) or _NOT_AFTER.match(after):
        return False
    done = "我" in before or bool(re.search("了|的|过|已", match["verb"] + match["filled"]))
    done = done or bool(re.search(f"{DATE}|已", before + match["filled"])) or after.startswith("了")
    done = done or bool(re.match(f"[^,]*?后[^,]*?(?:了[^,]*?{TERM}|{TERM}了)", after))
    if _ASKING.search(after):
        return done and "我" in before
    done = done or bool(re.match("[之以]?后(?:我|就|又|也)*(?:一直|继续)", after))
    return done or match["verb"].endswith(("有", "持")) or not re.match("[^,]{0,3}(?:后|要)", after)


def _has_paper(clause: Clause, match: re.Match[str]) -> bool:
    """我有四级 is a certificate, 有四级 alone can be an examination that is offered."""
    if not match["verb"].endswith(("有", "持", "具备")):
        return True
    mine = bool(re.search(r"我(?:现在|已经?|也|都|只|目前|本身)*$", clause.marked[: match.start()]))
    return bool(match["paper"] or mine or "证" in match["filled"] + match["levels"])


def _said_of_it(clause: Clause, match: re.Match[str]) -> bool:
    after = clause.marked[match.end() :]
    if match["verb"].startswith("考过"):
        return not re.match(r"(?:没|吗|的|一|两|几)", after)
    if re.match(TERM, match["verb"].lstrip("都已经有拿持考出来")):
        return bool(match["paper"]) and not re.match(r"(?:有效|内|期|后|就|才|到期|过期|补)", after)
    return not re.match(r"(?:要|需要|得|还?没|吗|后|之后|以后)", after) or "我" in clause.marked[: match.start()]


def _is_trade(heard: Heard, clause: Clause, match: re.Match[str]) -> bool:
    """我是中级工 tells what one is; 我是三级 can be the level that one will sit for."""
    start = clause.start + match.start("levels")
    return heard.text[start : clause.start + match.end("kind")].endswith(("工", "技师"))


def _group(heard: Heard, clause: Clause, match: re.Match[str], kind: str) -> Group:
    start, end = clause.start + match.start(kind), clause.start + match.end(kind)
    levels = tuple(
        dict.fromkeys(
            cast("Level", heard.level_at(start + one.start())) for one in re.finditer(LEVEL, match[kind])
        )
    )
    anchor = Anchor(start, end, single=len(levels) == 1)
    other = _OF_OTHER.search(clause.marked[: match.start(kind)]) or _NOT_OF_THIS.match(heard.marked[end:])
    group = Group(anchor, levels, _occupation(heard, start, end), "other" if other else "same_or_related")
    return group if anchor.single else replace(group, occupation=None)


def _occupation(heard: Heard, start: int, end: int) -> str | None:
    """The occupation whose certificate it is: right before the level (电工四级证), or right after it (四级电工证)."""
    before = re.search(rf"(?P<name>{_NAME})(?:的|证书?|职业|技能|等级|资格|是|{DATE})*$", heard.marked[:start])
    after = _NAMED_AFTER.match(heard.marked[end:])
    if before:
        return heard.names[before.start("name")]
    if after is None or (
        re.search("[,是于考]", heard.text[end : end + after.start("name")]) and not _own(heard, end, after)
    ):
        return None
    return heard.names[end + after.start("name")]


def _own(heard: Heard, end: int, after: re.Match[str]) -> bool:
    """是电工的 names whose certificate it is; 是电工 alone can be the person's job."""
    said = _WITH_PARTICLE.match(heard.marked[end + after.end() :])
    return bool(said and re.match(END, heard.marked[end + after.end() + said.end() :]))
