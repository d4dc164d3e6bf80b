"""The conditions of a level word for word, for somebody who has told nothing of themselves yet."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.actions.answers.claims.words import states
from bot.actions.answers.eligibility.circumstances import leaves_more_open, leaves_open, line_on_circumstances
from bot.actions.answers.eligibility.offers import absent_line, levels_missing
from bot.actions.answers.eligibility.verdicts import Line
from bot.actions.answers.rules import answer_topic
from bot.actions.desk import Desk
from bot.actions.follow_ups.eligibility import asks_verdict
from bot.actions.reply import Reply, single
from bot.actions.turn import Turn
from bot.actions.wording import notice_of, unique
from knowledge.directory import directory
from knowledge.eligibility.rules import Rules, rules
from knowledge.facts import ConditionFact
from knowledge.models import LEVEL_NAMES, Citation, Source
from knowledge.subject import Subject

_WHICH = "请告诉我您想报几级，我把相应等级的申报条件逐条列给您。"
_WHO = "要看您考哪个职业（工种）、几级，还有您自己的情况。"
_TELL = "告诉我您的出生日期、学历和专业、从业年限、已有的证书或职称（哪天取得），我可以帮您判断能不能报。"
_OTHERS = (
    "您问的职业或机构没有自己的、正在执行的通知，下面是另一份通知所附的国家统一条件，具体以该职业的评价机构为准。"
)
_SPAN = re.compile(r"(?:几|多少)年|多久|多长时间|间隔|隔")
_MORE = "{level}还有别的申报条件，符合其中一条就可以报；想看全部，可以问“{level}的申报条件有哪些”。"
# Which way to a level a question asks for, beside a certificate that it names by its level.
_ALL = re.compile(r"哪几条|哪些|全部|所有|列|分别|各|什么条件|啥条件|条件(?:是|有)?(?:什么|啥)")
_BY_TITLE = re.compile(r"职称|助工|工程师")
_BY_WORK_ALONE = re.compile(
    r"(?:光|只|仅|单|纯)(?:凭|靠|看|按|用|算)?(?:工作)?(?:年限|工龄|年头|经验|资历)|(?:没有?|无|不要|不用)(?:任何|别的|其[他它]|四级|五级|低级)*(?:的)?证书?"
)
# Who asks whether they may, and tells nothing of themselves: 我能考几级, 我够格伐.
_OF_SOMEBODY = re.compile(r"我|咱|阿拉|[他她伊]|孩子|小囡|儿子|女儿|老公|老婆|够格|够不够|几级|行不行")
_WHETHER = re.compile(r"够格|够不够|够得[上着]|够(?:吗|么|伐|不|没|哇)|行不行|[来行]三?[不伐吗]")
_SOME_YEARS = re.compile(r"[过了]好?几年")
# One circumstance that is asked about, whatever the level: how old one must be, whether a course comes first.
_OF_A_CIRCUMSTANCE = re.compile(r"最小|几岁|多大|多少岁|年龄|年纪|岁数|(?<!职业)培训(?!师)|上课|报个?班")
_THE_RULES = re.compile(
    r"(?:什么|啥|哪些|怎样|怎么样)(?:样|申报|报考|报名|具体|硬性)*的?(?:条件|要求|资格)|(?<![够合足到])(?:条件|要求|资格)(?:是|有|都|具体|要|呢|为)*(?:什么|啥|哪些|怎样|多少|$)|(?:[说讲列发查]|介绍)[^，。]{0,6}(?:条件|要求)"
)
_NOT_IN_FORCE = "这份通知不是正在执行的；正在执行的还没有收录，以新通知为准。"
_DECIDES = "最终由评价机构按材料审核。"


def asks_for_the_rule(turn: Turn) -> bool:
    """Whether it asks how long it takes from one level to the next (三级之后几年考二级), and tells nothing anew."""
    stepped = set(turn.mentioned.levels) - set(turn.mentioned.held_levels) and turn.mentioned.held_levels
    return bool(stepped) and not turn.mentioned.situation.told and bool(_SPAN.search(turn.text))


def answer_conditions(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """Quote the conditions of the level asked for, or the general ones where no level is known."""
    found = rules(desk.library, subject, turn.as_of)
    subject = replace(subject, level=subject.level or _only_level(desk, turn, subject))
    if subject.level is None or found is None or not found.of_level(subject.level):
        return _general(desk, turn, replace(subject, level=None), found)
    front = found.holding.notice.front
    asked = _ways_asked(turn, found.of_level(subject.level))
    sources = _sources(found, asked)
    more = (
        "" if len(asked) == len(found.of_level(subject.level)) else _MORE.format(level=LEVEL_NAMES[subject.level])
    )
    head = f"按{notice_of(front.issuer, front.year, found.status, turn.as_of)}附录的申报条件，"
    text = head + "\n".join(source.quote for source in sources)
    citations = desk.library.cite_all(front.id, tuple(sources), turn.as_of)
    was = "" if found.status == "current" else _NOT_IN_FORCE
    before, cited = ("", []) if found.own else _of_others(desk, turn, subject)
    beside, of_age = line_on_circumstances(desk, turn, found)
    absent = absent_line(desk, turn, subject, [subject.level]) if _is_not_there(desk, turn, subject) else Line("")
    before = "".join(f"{one}\n" for one in (absent.text, before.strip(), beside) if one)
    cited = [*absent.citations, *cited, *of_age]
    asks_back = not beside and not _is_for_all(found, subject.level) and _asks_nothing_but_whether(turn)
    open_ = leaves_open(desk, turn, found)
    return single(
        "partial" if open_ else "clarification" if asks_back else "answered",
        f"{before}{text}\n{more}{was}{_DECIDES}{_TELL}",
        citations=unique([*cited, *citations, desk.library.cite_title(front.id, turn.as_of)]),
    )


def _is_for_all(found: Rules, level: int) -> bool:
    """Whether some condition of the level asks for nothing but the age, so that nothing need be told (五级)."""
    return any(
        not (one.education or one.certificate or one.title or one.worked_years) for one in found.of_level(level)
    )


def _is_not_there(desk: Desk, turn: Turn, subject: Subject) -> bool:
    """Whether nobody examines the level this year, of an occupation that is examined at others."""
    return not subject.year and bool(levels_missing(desk, turn, subject, [subject.level or 0]))


def _only_level(desk: Desk, turn: Turn, subject: Subject) -> int | None:
    """The level of an occupation that notices in force offer at one level alone; None where there are several."""
    if subject.occupation is None:
        return None
    found = directory(desk.library, replace(subject, level=None), turn.as_of)
    offered = {level for one in found if one.status == "current" for level in one.levels}
    return offered.pop() if len(offered) == 1 else None


def heading(found: Rules, clause: str) -> Source | None:
    """The line above an item, which names the level: 具备以下条件之一者，可申报三级/高级工."""
    parent = found.holding.notice.clauses[clause].parent
    lines = found.holding.notice.clauses[parent].lines if parent else ()
    return Source(clause=parent, quote=lines[0].text) if parent and lines else None


def _of_others(desk: Desk, turn: Turn, subject: Subject) -> tuple[str, list[Citation]]:
    """Where the subject's own notice is not held: what the catalogue's notice says, and that what follows is general."""
    general = answer_topic(desk, turn, replace(subject, level=None))
    message = general.messages[0]
    said = f"{message.text}\n" if general.status == "answered" else ""
    return f"{said}{_OTHERS}\n", list(message.citations) if said else []


def _general(desk: Desk, turn: Turn, subject: Subject, found: Rules | None) -> Reply:
    reply = answer_topic(desk, turn, subject)
    if reply.status != "answered":
        return reply
    said = reply.messages[0]
    beside, cited = line_on_circumstances(desk, turn, found) if found else ("", ())
    asks_back = not beside and _asks_nothing_but_whether(turn)
    parts = [f"{_WHO}{_TELL}", beside, said.text] if asks_back else [beside, said.text, f"{_WHICH}{_TELL}"]
    text = "\n".join(filter(None, parts))
    first = said.model_copy(update={"text": text, "citations": unique([*said.citations, *cited])})
    open_ = found is not None and leaves_more_open(desk, turn, found)
    status = "partial" if open_ else "clarification" if asks_back else reply.status
    return reply.model_copy(update={"messages": (first,), "status": status})


def _asks_nothing_but_whether(turn: Turn) -> bool:
    """Whether a person's own chance is all that is asked: no rule, no single circumstance, nothing that was heard."""
    text = turn.text
    whether = _WHETHER.search(text) or asks_verdict(text)
    asked = _SOME_YEARS.sub("", text)  # 做了几年人事 tells, and asks for no length
    other = any(one.search(asked) for one in (_THE_RULES, _OF_A_CIRCUMSTANCE, _SPAN)) or states(asked)
    return bool(whether and _OF_SOMEBODY.search(text)) and not other


def _ways_asked(turn: Turn, items: list[ConditionFact]) -> list[ConditionFact]:
    """The conditions that the question is about (四级之后几年, 走职称这条, 光凭年限); all where it names no way."""
    if _ALL.search(turn.text):
        return items
    held = turn.mentioned.held_levels
    found = [one for one in items if one.certificate and one.certificate.level in held]
    if _BY_TITLE.search(turn.text):
        found += [one for one in items if one.title and one not in found]
    if not found and _BY_WORK_ALONE.search(turn.text):
        found = [one for one in items if one.worked_years and not (one.certificate or one.title)]
    return [one for one in items if one in found] or items


def _sources(found: Rules, items: list[ConditionFact]) -> list[Source]:
    sources = [source for fact in items for source in fact.sources]
    above = heading(found, sources[0].clause)
    return [above, *sources] if above else sources
