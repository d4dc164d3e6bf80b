"""From found entities and the text to what a message names, and what it only seems to name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.actions.names.asked_of import asks_of_name
from bot.actions.names.examinations import affair_asked, examination_asked
from bot.actions.names.foreign import foreign_topic
from bot.actions.names.level_steps import asked_among, is_one_step, next_above, steps
from bot.actions.names.own_work import without_own_work
from bot.actions.names.places import place_asked, place_told
from bot.actions.names.strangers import own_part, strange_occupation, strange_organisation
from bot.actions.names.told_only import is_told_of_a_life, is_told_of_a_paper, is_year_of_a_life
from bot.actions.several.words import asked_for, is_interrogative
from bot.actions.situation import Situation, read_situation
from bot.actions.situation.titles import title_at
from bot.actions.turn import Mentioned
from knowledge.directory import special_abilities
from knowledge.library import Library
from knowledge.models import LEVELS
from knowledge.wording.days import without_days
from knowledge.wording.numerals import squeezed

Entity = Mapping[str, Any]
_YEARS = {
    "大前年": -3,
    "前年": -2,
    "去年": -1,
    "上一年": -1,
    "今年": 0,
    "本年": 0,
    "明年": 1,
    "来年": 1,
    "大后年": 3,
    "后年": 2,
}
# A year of the person's own life (去年6月考过, 2019年毕业, 明年满16) asks for no notice.
# Between the year and what was done then no word asks: 明年几月份开始 is about an examination.
_OWN = r"(?!.{0,12}[考办领发评](?:出|到)?的(?:那|这)?[张本个]?[^，。]{0,4}证(?!明|件)|(?:(?!几|什么|啥|何|哪).){0,7}(?:拿|取得|考过|考出|(?<=年)考的(?!.{0,3}(?:什么|哪|几|多少|时间|日期))|过了|过的|毕业|没过|通过|参加|工作|入职|离职|辞职|辞了|转行|改行|又?回来|退伍|退役|当兵|干|挂|满|岁|退休|起(?:就|一直|没|都)|学|做|开始(?![报考申受缴交打下])|(?:花|交|付)[^，。多少]{1,4}(?:弄|买|办|搞)|[弄买搞][了来]|16|生))"
# A whole date is a day of the person's life too, unless it is one to apply, pay or be examined on.
_DATED = r"(?!年\s?\d{1,2}月\s?\d{1,2}[日号](?!.{0,4}(?:报|缴|考)))"
_NEXT = ("明年", "来年")
# 明年2月满16，到时候报几号考 asks about that year, though it is named for something of one's life.
_BY_THEN = re.compile(r"(明年|来年|大?后年)[^。;；?？!！]{1,20}(?:到时候?|那时候?|届时|到那时|那会儿)")
_YEAR = re.compile(rf"(?<!\d)(20\d\d(?=年)|20[12]\d)(?!\d|[元块]){_DATED}年?{_OWN}|({'|'.join(_YEARS)}){_OWN}")
# 现在报是不是只能明年考: when an assessment will be, by the notice that holds now.
_PUT_OFF_TO = re.compile(
    r"(?:现在|今天|这个?月|本月|眼下|\d月).{0,24}(?:只能|要?等到?|得等到?|[排拖推]到|就得|就要|是不是得?|得|要)$"
)
# 拖到明年才考, 到底年底还是明年: a day that the notice in force may tell; 等到明年再报 is of the next notice.
_PERHAPS_THEN = re.compile(
    r"(?:[拖推延排挪顺搁]到?(?:了|至)?|(?:年底|今年|年内|\d+月底?|[这下本]个?月|月底)(?:考|评)?[,，]?还是(?:要|得|拖|等)?到?)$"
)
_NOT_APPLIED_THEN = re.compile(r"(?![^，。,]{0,4}(?:报|申|[缴交]费))")
# 给个电话，我自己去问明年的: what will be asked there, not the year of the telephone number.
_ASKED_THERE = re.compile(r"(?:问|咨询|打听|了解|打电话|联系|核实|确认)[^，。,]{0,6}$")
_REACHED = re.compile(r"^(?:年)?(?:的)?[^，。,]{0,4}(?:电话|号码|地址|联系方式|热线)")
_WAYS_TO_ASK = frozenset(("phone", "where", "website", "hours"))
_COMMAS = re.compile(r"[,，。;；!！?？]")
_TAKEN_FOR_GRANTED = re.compile(r"[对是]?吧$")
_HELD_BEFORE = re.compile(r"(?:有|拿了?|拿到|取得|持|持有|考过|考了|考出|获得|没有|已经是)[^，。,]{0,14}$")
_HELD_AFTER = re.compile(r"^(?:的)?(?:职业|技能|等级|资格)*证书?")
_LACKED_AFTER = re.compile(r"^(?:的)?(?:职业|技能|等级|资格)*证书?(?:我|也|都|还|就|倒)*(?:没有?(?!过)|无|没考)")
_LACKED_BEFORE, _CLAUSE_ENDS = re.compile(r"(?:没有?|无)$"), re.compile(r"[,，。;；]|$")  # 没四级，学历高中
_DOES = re.compile(r"(?:做|干|从事|搞|当)了?[^，。,；;考报]{0,8}$")
_WAVED_AWAY = re.compile(
    r"(?:别|不要|不想要|不是问?|不问|甭|没说|没问)(?:再|老|总|要)?(?:给我|跟我|和我|说|讲|发|提|报|考|问)*(?:上海)?$"
)
_ANY_LEVEL = re.compile(r"[哪每这同](?:个|些)?$")  # 哪一级 asks for none, 这一级 and 同一级 are the one talked of
_FIRST = re.compile(r"(?:先|必须|一定|非得?|没有?|有了?).{1,16}(?:才|不)(?:能|可以|让|给|行|准|许)?.{0,6}$")
_TITLED_BEFORE = re.compile(r"(?:职称|工程师|助工)[^。;；?？考报]{0,8}$")
_TITLED_AFTER = re.compile(r"^(?:的)?(?:专业|技术)*(?:职称|工程师)")
# 我有教师资格证，能不能当初级职称用: whether what is held counts by a condition of ours.
_COUNTED_AS = re.compile(
    r"(?:有|持有?|拿[了到过]|考[了出过])[^。；;？?]{0,24}证[^。；;？?]{0,10}(?:当(?!场|天|时|年|面)|[算抵顶充]|等于|相当于|视为|代替)[^，。,]{0,6}(?:职称|[一二三四五1-5]级)"
)
_MAY_I = re.compile(r"(?:能|可以|可不可以|够).{0,6}[报考申抵顶]|(?:满足|符合|够|达到).{0,4}条件")
_WANTED_BEFORE = re.compile(r"(?:考|报|报考|申报|申请|升)(?:个|的|取)?$")


def mentioned(library: Library, text: str, entities: Sequence[Entity], as_of: datetime) -> Mentioned:
    """Collect what one message names: the subject that it asks about, not all that it touches."""
    names = [one for one in entities if one["entity"] in ("occupation", "organisation", "code")]
    levels = [one for one in entities if one["entity"] == "level" and str(one["value"]) in map(str, LEVELS)]
    levels = [one for one in levels if not _ANY_LEVEL.search(text[: one.get("start", 0)])]
    levels = [one for one in levels if not is_one_step(text, one, levels)]
    situation = read_situation(library, text, as_of)
    levels = [one for one in levels if not (situation.titles and _is_grade(text, one))]
    owned = {one.level for one in situation.certificates or ()} | set(situation.lacks or ())
    held = [
        one for one in levels if _is_held(text, one) or (int(one["value"]) in owned and not _is_wanted(text, one))
    ]
    held += [one for one in steps(text, levels, names) if one not in held]
    wanted = [one for one in levels if one not in held]
    wanted = asked_among(text, wanted) if situation.told else wanted
    wanted = sorted(wanted, key=lambda one: not _is_aimed_at(text, one))
    above = next_above(text, int(levels[0]["value"])) if len(levels) == 1 else None
    bare = _without(text, [*names, *levels])
    occupation = _occupation(library, text, entities, situation)
    organisation = _organisation(entities, text)
    place, examination = place_asked(text, entities), examination_asked(text, entities)
    if examination and situation.titles and _is_title(text, examination, situation):
        examination = None
    if examination and _COUNTED_AS.search(text):
        examination = None
    return Mentioned(
        organisation=organisation,
        occupation=occupation,
        levels=(above,) if above else tuple(dict.fromkeys(int(one["value"]) for one in (wanted or held))),
        held_levels=tuple(dict.fromkeys(int(one["value"]) for one in (levels if above else held))),
        code=_first(entities, "code"),
        year=_year_of_a_notice(library, text, _year(bare, as_of)),
        outside=examination or place,
        affair=affair_asked(text, entities),
        foreign=foreign_topic(library, text, entities),
        elsewhere=place is not None and examination is None,
        from_elsewhere=place_told(text, entities),
        stranger=None
        if occupation or _first(entities, "code")
        else _listed(text, bare, entities, "other_occupation") or _asked_of(bare, strange_occupation(bare)),
        strange_organisation=_asked_about(
            text,
            _listed(text, bare, entities, "other_organisation")
            or (None if organisation else _asked_of(bare, _unknown_body(library, bare))),
        ),
        situation=situation,
    )


def _asked_of(bare: str, name: str | None) -> str | None:
    """A name that nobody knows, where the message asks about it and does not only tell (辅导员讲考好了)."""
    return name if name and asks_of_name(bare, name) else None


def _listed(text: str, bare: str, entities: Sequence[Entity], kind: str) -> str | None:
    """The first name of the lexicon's list of others that the message asks about."""
    named = [one for one in entities if one["entity"] == kind]
    asked = [one for one in named if asks_of_name(bare, text[one.get("start", 0) : one.get("end", 0)])]
    return _first(asked, kind)


def _asked_about(text: str, name: str | None) -> str | None:
    """A strange body, unless it is only where the person works or studies (我进了标注公司，三级能报吗)."""
    return None if name and is_told_of_a_life(text, name) else name


def _year_of_a_notice(library: Library, text: str, year: int | None) -> int | None:
    """A year before all notices is of the person's life where it is only told (2020年开的工作室，四级能报吗)."""
    first = min(one.notice.front.year for one in library.holdings)
    return None if year and year < first and is_year_of_a_life(text, year) else year


def _is_title(text: str, name: str, situation: Situation) -> bool:
    """Whether the name is that of a title which is told to be held (我有助理经济师); 中级经济师报名时间 tells of none.

    A bare name is, where more is told beside it (初级经济师，2025年9月拿到) or it is asked what it allows.
    """
    held = rf"(?:有|是|拿[了到]|评[了上]|取得了?)(?:个|了)?(?:助理|初级|中级|高级)级?{re.escape(name)}"
    if re.search(held, text):
        return True
    plain = squeezed(text)
    titled = title_at(plain, plain.find(squeezed(name)))
    dated = any(one.issued or one.relevant is not None for one in situation.titles or ())
    others = (situation.work_years, situation.unbroken, situation.certificates, situation.education)
    return titled and (dated or any(one is not None for one in others) or bool(_MAY_I.search(text)))


def _unknown_body(library: Library, bare: str) -> str | None:
    """A body that the text names, unless what is its own in the name stands in one that is known (品汇公司)."""
    name = strange_organisation(without_days(bare))  # 清明节协会开不开 names no body of that name
    core = own_part(name or "")
    known = any(core and core in one.name for one in library.lexicon.organisations)
    return None if known else name


def entities_of(library: Library, text: str) -> list[dict[str, Any]]:
    """The entities of a text, as the dialogue engine's component finds them (same matcher)."""
    found = library.lexicon.matcher.find(text)
    return [{"entity": one.kind, "value": one.value, "start": one.start, "end": one.end} for one in found]


def _first(entities: Sequence[Entity], kind: str) -> str | None:
    return next((str(one["value"]) for one in entities if one["entity"] == kind), None)


def _organisation(entities: Sequence[Entity], text: str) -> str | None:
    """The first organisation that is not waved away (别给我交大的), nor only where another paper was taken."""
    named = [one for one in entities if one["entity"] == "organisation"]
    named = [one for one in named if not is_told_of_a_paper(text, text[one.get("start", 0) : one.get("end", 0)])]
    meant = [one for one in named if not _WAVED_AWAY.search(text[: one.get("start", 0)])]
    return _first(meant, "organisation")


def _occupation(library: Library, text: str, entities: Sequence[Entity], situation: Situation) -> str | None:
    """Of several occupations the one asked about: a programme's, one that is to be examined, one with a level.

    That of a certificate that is held, and a special ability that is somebody's work, are only so where no other is.
    """
    found = [one for one in without_own_work(text, entities) if one["entity"] == "occupation"]
    if situation.told:
        found = [one for one in found if not _is_work(library, text, one)]
    held = {one.occupation for one in situation.certificates or ()}
    found = [one for one in found if one["value"] not in held] or found
    starts = [one.get("start", 0) for one in entities if one["entity"] == "level"]

    def rank(one: Entity) -> tuple[bool, bool, bool]:
        start, end = one.get("start", 0), one.get("end", 0)
        examined = bool(_WANTED_BEFORE.search(text[:start]))
        levelled = any(0 <= level - end <= 1 for level in starts)
        return bool(library.programmes(str(one["value"]))), examined, levelled

    return str(max(found, key=rank)["value"]) if found else None


def _is_work(library: Library, text: str, one: Entity) -> bool:
    """Whether it is what the person does (做数据标注六年) and has no levels to be examined in."""
    does = _DOES.search(text[: one.get("start", 0)])
    return bool(does) and one["value"] in special_abilities(library)


def _is_held(text: str, level: Entity) -> bool:
    """Whether the level is of a certificate that the person has, or lacks (有四级证, 没有五级证书, 五级证没有)."""
    before, after = text[: level.get("start", 0)], text[level.get("end", 0) :]
    if _LACKED_BEFORE.search(before) and _CLAUSE_ENDS.match(after):
        return True
    return bool(_LACKED_AFTER.match(after) or (_HELD_AFTER.match(after) and _HELD_BEFORE.search(before)))


def _is_aimed_at(text: str, level: Entity) -> bool:
    """Of 先考出五级才能考四级 the level that the other one is said to lead to."""
    return _FIRST.search(text[: level.get("start", 0)]) is not None


def _is_grade(text: str, level: Entity) -> bool:
    """Whether the word is a title's grade and no level: 助理工程师职称(计算机,初级)."""
    start, end = level.get("start", 0), level.get("end", 0)
    about = _TITLED_BEFORE.search(text[:start]) or _TITLED_AFTER.match(text[end:])
    return text[start:end] in ("初级", "中级", "高级") and bool(about)


def _is_wanted(text: str, level: Entity) -> bool:
    """Whether the level is one to be applied for (考三级, 报四级)."""
    return bool(_WANTED_BEFORE.search(text[: level.get("start", 0)]))


def _year(text: str, as_of: datetime) -> int | None:
    match = _year_asked(text)
    if match is None and (then := _BY_THEN.search(text)):
        return as_of.year + _YEARS[then[1]]
    if match is None or _is_asked_there(text, match):
        return None
    if match.group(2) in _NEXT and _may_be_then(text[: match.start()], text[match.end() :]):
        return None
    return int(match.group(1)) if match.group(1) else as_of.year + _YEARS[match.group(2)]


def _may_be_then(before: str, after: str) -> bool:
    """Whether the year is only when an assessment may be, by a notice of the year before."""
    if _PUT_OFF_TO.search(before):
        return True
    return _PERHAPS_THEN.search(before) is not None and _NOT_APPLIED_THEN.match(after) is not None


def _is_asked_there(text: str, year: re.Match[str]) -> bool:
    """Whether the person wants to know whom to ask about that year."""
    there = _ASKED_THERE.search(text[: year.start()]) and not _REACHED.match(text[year.end() :])
    return bool(there) and bool(asked_for(text) & _WAYS_TO_ASK)


def _year_asked(text: str) -> re.Match[str] | None:
    """The first year named; of 你这是去年的吧，今年有变吗 that of the clause that asks."""
    found = list(_YEAR.finditer(text))
    asking = [one for one in found if is_interrogative(_TAKEN_FOR_GRANTED.sub("", _clause(text, one.start())))]
    return next(iter(asking or found), None)


def _clause(text: str, at: int) -> str:
    """The part of the text between commas around a place in it."""
    ends = [match.start() for match in _COMMAS.finditer(text)]
    return text[
        max((one for one in ends if one < at), default=0) : min((one for one in ends if one > at), default=None)
    ]


def _without(text: str, entities: Sequence[Entity]) -> str:
    for one in sorted(entities, key=lambda entity: -int(entity.get("start", 0))):
        text = f"{text[: one.get('start', 0)]}{text[one.get('end', 0) :]}"
    return text
