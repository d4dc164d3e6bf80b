"""Which professional titles the person holds: 助理工程师, 中级职称, 高级工程师; a job called 工程师 is none."""

from __future__ import annotations

import re

from bot.actions.situation.anchors import Anchor, Obtained
from bot.actions.situation.heard import END, Clause, Heard
from bot.actions.situation.model import HeldTitle
from knowledge.facts.conditions import Grade

_FIELDS = r"(?:工程|经济|会计|统计|审计|政工|农艺|畜牧|实验|工艺美术|社会工作)"
# Titles that are nobody's job: 我是经济师 tells one, 我是工程师 does not.
_NO_JOB = r"(?:经济|统计|政工|农艺)"
# 初级人力资源经济师: what lies between the grade and the title.
_OF = r"[^,。;?!和、跟与及级证职考]{0,8}?"
_NAMES_JUNIOR = r"助理(?:馆员|编辑|记者|翻译|农经师)|研究实习员"
_NAMES_INTERMEDIATE = r"助理研究员|主治医师|主管(?:护师|药师|检验师)|(?<!助理)(?<!研究)馆员"
_NAMES_SENIOR = r"(?:副|正)?研究馆员|副研究员|副编审|副?主任(?:医师|护师|药师)"
_GRADES: dict[str, Grade] = {"junior": "junior", "intermediate": "intermediate", "senior": "senior"}
# 我的职称是中级: the grade after the word.
_NAMED = r"(?:(?<=职称)|(?<=职称[是为:有])|(?<=职称是个)|(?<=职称等级[是为:])|(?<=职称级别[是为:]))"
# 评上中级: titles are awarded, levels are passed.
_AWARDED, _UNSAID = r"(?:(?<=评上)|(?<=评[了的到])|(?<=评上了)|(?<=评的是))", rf"(?=了?{END[3:-1]}|了)"
# 初级会计证 is a title of its grade, and so is a 中级经济资格证.
_PAPER_OF_TITLE = r"(?:会计|经济|统计|审计|社工)(?:专业)?(?:技术)?(?:资格)?证书?"
_TITLE = re.compile(
    rf"(?P<senior>{_NAMED}(?:[正副]高|高级)|{_AWARDED}(?:高级|[正副]高){_UNSAID}|高级讲师|副教授|[正副]高级?(?:工程师|职称)?|高级(?:专业)?(?:技术)?(?:的?职称|(?:编辑|记者)|{_OF}{_FIELDS}师)"
    rf"|{_FIELDS}师\(?高级\)?|{_NAMES_SENIOR})"
    rf"|(?P<junior>{_NAMED}(?:初级|助理)|{_AWARDED}初级{_UNSAID}|助教职称|助理讲师|初级(?:专业)?(?:技术)?(?:的?职称|{_OF}{_FIELDS}师)|助理级?(?:的?职称|{_OF}{_FIELDS}师)|助工|初级{_PAPER_OF_TITLE}|{_FIELDS}师\(?初级\)?|{_NAMES_JUNIOR})"
    rf"|(?P<intermediate>中级{_PAPER_OF_TITLE}|{_NAMED}(?:中级|{_FIELDS}师)|{_AWARDED}中级{_UNSAID}|讲师(?:的)?职称|中级(?:专业)?(?:技术)?(?:的?职称|{_OF}{_FIELDS}师)|{_FIELDS}师\(?中级\)?|{_NAMES_INTERMEDIATE}|(?<=是){_NO_JOB}师(?=[,。;!]|$)|{_FIELDS}师(?:的)?职称|(?:(?<=有)|(?<=[评拿考][上了到出的])|(?<=[评拿考][上到出]了)|(?<=取得)|(?<=取得了)|(?<=获得)|(?<=评为)){_FIELDS}师(?!的?工作|岗))"
)
_NOT_BEFORE = re.compile(
    r"需要|要求|必须|要有|要$|想(?!问|知道|咨询|请教|了解)|打算|准备|(?:没有?|未|不是|不算)[^,]{0,6}$|如果|相当|等于|等同|区别|对应(?!专业|的)|还是(?!一?[个名])|转评|换|认定为|申报|申请"
    r"|(?:升|考|评|报)(?:个|取)?$|能评|可以评|(?:(?<!担)当|抵|顶|充|算作|视为|代替)$|怎么|如何|是不是|是否|你们|什么[叫是]|至少|起码|直接"
)
_NOT_AFTER = re.compile(
    r"(?:的)?(?:怎么|怎样|如何|几月|什么时候|何时|哪[个天年月]|要什么|需要什么|是什么|要几年|要多久|几年|有什么|有用|有没有用|还是|的?区别|评审|评定|评聘|考试|报名|以上|及以上|补贴|要求|考核|能不能评|对应什么|合格|标准|多少|分数|成绩|吗$|也?没(?:有|(?!有))(?!任何|证|学历|经验|工作|其[他它])|还没|没(?:下来|批|拿到|到手)|在评|正在|还?没评)"
)
_COMPARED = re.compile(r"区别|相当|等于|等同|还是(?!一?[个名])|对照")
_NONE = re.compile(
    rf"(?<!有)(?:没有?|无|没得|没有?[评考]过?|未评)(?:任何|什么|啥|专业|技术|相关|的|过|评|证书?(?:和|也没有?|跟|、))*职称(?!要求|限制|证|评|怎么评)"
    rf"|(?:什么|啥|任何)职称(?:我|也|都|还)*(?:没有?|无)|职称(?:我|也|都|还)*没有(?={END[3:-1]}|[能可])|职称(?:也|都)没|职称(?:我|也|都|还)*没有?[评考]"
)
_RELEVANT = re.compile(
    r"(?P<no>(?<!是)不(?:是|太|怎么|算)*(?:很|完全)?(?:对口|相关|对应|符合|搭|沾边|匹配|本专业)|没(?:有)?(?:什么|啥|任何)?(?:关系|关联)|无关|跨专业|(?:别的|其[他它]|不同)专业|非相关)|(?P<yes>对口|匹配|专业对应|相关专业|专业相关|对应的|对应专业|本专业|相关职业|相关的)"
)
_DIRECTION = re.compile(
    r"(?:报|考|评|写|是)(?:的)?(?:就|也|都)?是?(?P<field>[\u4e00-\u9fff]{3,8}?)(?:管理)?(?:那个|这个|的)?(?:方向|专业)"
)
_ASKED = re.compile(r"(?:需要|要求|必须|一定要|是不是|是否|算不算|要(?!考|报)|哪些|什么)[^,]{0,6}$")


def title_at(text: str, start: int) -> bool:
    """Whether the place in a text lies within the name of a title."""
    return any(one.start() <= start < one.end() for one in _TITLE.finditer(text))


def find_titles(heard: Heard) -> list[tuple[Anchor, Grade]]:
    """The titles that are said to be held, each grade once, in order of appearance."""
    found: dict[Grade, Anchor] = {}
    for clause in heard.clauses:
        for match in _TITLE.finditer(clause.text):
            if _is_held(clause, match):
                grade = _GRADES[match.lastgroup or ""]
                new = Anchor(clause.start + match.start(), clause.start + match.end())
                before = found.setdefault(grade, new)
                if heard.taken_back(before.start, new.start) is not None:
                    found[grade] = new
    titles = sorted(((anchor, grade) for grade, anchor in found.items()), key=lambda one: one[0].start)
    return heard.not_taken_back(titles, [anchor.start for anchor, _ in titles])


def read_titles(
    heard: Heard, found: list[tuple[Anchor, Grade]], told: dict[int, Obtained], rivals: list[int]
) -> tuple[HeldTitle, ...] | None:
    """All of them; an empty tuple where the person says that there are none. `rivals`: places of schools."""
    titles = tuple(
        HeldTitle(
            grade=grade,
            relevant=_relevant(heard, anchor, rivals),
            issued=told[anchor.start].issued,
            work_years_since=told[anchor.start].work_years_since,
        )
        for anchor, grade in found
        if not told[anchor.start].ahead
    )
    none = any(_NONE.search(clause.text) and not clause.supposed for clause in heard.clauses)
    return titles or (() if none and not found else None)


def _is_held(clause: Clause, match: re.Match[str]) -> bool:
    before, after = clause.text[: match.start()], clause.text[match.end() :]
    return not (
        clause.supposed or _NOT_BEFORE.search(before) or _NOT_AFTER.match(after) or _COMPARED.search(clause.text)
    )


def _relevant(heard: Heard, anchor: Anchor, rivals: list[int]) -> bool | None:
    """Said right before the title, after it, or in the next clause; where a school stands nearer it is the school's."""
    index = heard.clause_at(anchor.start)
    clause = heard.clauses[index]
    near = re.search(rf"(?:{_RELEVANT.pattern})(?:专业)?(?:关系)?的?$", heard.text[clause.start : anchor.start])
    if near:
        return _said(near, heard.text[clause.start : anchor.start])
    here = any(clause.start <= place < clause.end for place in rivals)
    rival = min((place for place in rivals if place > anchor.start), default=len(heard.text))
    before = any(heard.clauses[max(0, index - 1)].start <= place < anchor.start for place in rivals)
    following = [one.text for one in heard.clauses[index + 1 : index + 3] if one.end <= rival and not before]
    for text in [*([] if here else [heard.text[anchor.end : clause.end]]), *following]:
        if match := _RELEVANT.search(text):
            return _said(match, text)
    own = [one.text for one in heard.clauses[index + 1 : index + 2] if one.end <= rival]
    return True if any(_is_of_the_field(heard, text) for text in own) else None


def _is_of_the_field(heard: Heard, text: str) -> bool:
    """Whether a clause calls the title's field (报的就是人力资源管理那个方向) as all occupations are that are named."""
    match = _DIRECTION.search(text)
    named = [one for one in heard.names.values() if match and match["field"] not in one]
    return match is not None and bool(heard.names) and not named


def relevance_in(text: str) -> bool | None:
    """Whether a title is of the field, from words that speak of it."""
    match = _RELEVANT.search(text)
    return _said(match, text) if match else None


def _said(match: re.Match[str], text: str) -> bool | None:
    return None if _ASKED.search(text[: match.start()]) else bool(match["yes"])
