"""Who assesses what, and what an occupation code stands for."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.actions.answers.catalogue.assessors import describe
from bot.actions.answers.catalogue.family_notes import family_head, sibling_line, special_ability
from bot.actions.answers.catalogue.lists import answer_list, asks_for_list
from bot.actions.answers.catalogue.nobody import answer_none, whole_story
from bot.actions.answers.catalogue.organisations import answer_what_else, organisations_named, same_organisation
from bot.actions.answers.catalogue.registration import answer_registration_number as answer_registration_number
from bot.actions.answers.catalogue.scope import (
    answer_to_the_public,
    answer_validity,
    answer_where_kept,
    answer_whether_changed,
    newest_catalogue,
    year_missing,
)
from bot.actions.answers.catalogue.sole import only_one, said_to_be_only
from bot.actions.answers.catalogue.tallies import levels_asked, organisations
from bot.actions.answers.catalogue.words import (
    asks_to_the_public,
    asks_validity,
    asks_where_kept,
    asks_where_newest,
    asks_whether_changed,
)
from bot.actions.answers.comparisons import (
    asks_what_differs,
    join_replies,
    occupations_side_by_side,
    what_differs,
    with_no_judgement,
)
from bot.actions.answers.unstated import unstated
from bot.actions.choices import quick_reply
from bot.actions.desk import Desk
from bot.actions.names.districts import district_note
from bot.actions.names.strangers import name_asked
from bot.actions.reply import Card, Computed, Reply, single
from bot.actions.turn import Turn, asks_the_same
from bot.actions.wording import joined, notice_of, unique
from knowledge.directory import DirectoryEntry, directory
from knowledge.subject import Subject

_ASK = "请告诉我职业（工种）的名称或机构的名称，我按目录查评价机构和等级。"
# 除了养老协会还有哪里能考: whoever else examines it.
_OTHERS = re.compile(
    r"(?:除了?|除开|不[想去]+|不算)[^，。]{2,20}[，,]?(?:以外|之外|外)?[，,]?还?[有能]?[^，。]{0,4}(?:哪|谁|别[的家处]|其[他它])"
    r"|不(?:归|是)[他她它]们[^。]{0,8}(?:归|是|由|算)哪"  # 人家说不归他们，到底归哪家
)
# The same of what is talked of: 除了交大还有别的地方考吗.
_OTHER_BODIES = re.compile(
    r"(?:除了?|除开|除去|不算)[^。;；?？]{1,20}(?:哪[里家儿些个]|谁|(?:别的?|其[他它])(?:地方|机构|家|处|单位|学校|大学|协会|公司))"
)
_WHETHER = re.compile(
    r"(?:没有?|有没有|有的?|能不能|可不可以|考不考|[能可]以?考)(?:吗|么|不|啊|呀|了|得了)?[?？。]?$|呢[?？。]?$"
)
# 以后开不开二级, 什么时候恢复: no notice tells.
_LATER_ON = re.compile(
    r"(?:以后|将来|往后|今后|什么时候|啥时候?|何时|几时)(?:还|再|才|又|会|能|可以)*(?:(?:开|办|设)(?!始|考)|恢复|增加|新增|重开)"
)
_MOST_OF_A_FRAGMENT = 16  # characters
_ANY_CERTIFICATE = re.compile(r"考(?:个|一个|张|点|本)?(?:什么|啥|些什么)?(?:职业|技能|等级|资格)*证")


def answer_directory(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """Organisations of an occupation, or occupations of an organisation."""
    if turn.mentioned.code and not desk.library.lexicon.knows_code(turn.mentioned.code):
        return _unknown_code(desk, turn.mentioned.code)
    talked_of = subject.occupation is not None and not turn.mentioned.occupation
    if turn.mentioned.organisation and talked_of and _OTHER_BODIES.search(turn.text):
        anybody = replace(turn, mentioned=replace(turn.mentioned, organisation=None))
        return _one(desk, anybody, replace(subject, organisation=None))
    if turn.mentioned.occupation and turn.mentioned.organisation and _OTHERS.search(turn.text):
        turn = replace(turn, mentioned=replace(turn.mentioned, organisation=None))
        subject = replace(subject, organisation=None)
    if only := said_to_be_only(desk, turn, subject):
        return only_one(desk, turn, subject, _one, only)
    if of_itself := _of_itself(desk, turn):
        return of_itself
    by_place = district_note(desk, turn.text) and not turn.mentioned.levels
    if not by_place and asks_for_list(turn, subject):
        return _with_district(desk, turn, _list(desk, turn, subject))
    if subject.occupation is None and subject.organisation is None:
        return _which(desk, turn)
    if _LATER_ON.search(turn.text) and turn.mentioned.levels and not _is_held_now(desk, turn, subject):
        return unstated(desk, turn, replace(subject, level=None), "以后会不会开展这个等级")
    return _several(desk, turn, subject) or _one(desk, turn, subject)


def _is_held_now(desk: Desk, turn: Turn, subject: Subject) -> bool:
    """Whether a notice in force offers a level that is asked about."""
    entries = directory(desk.library, replace(subject, level=None), turn.as_of)
    return any(one.status == "current" and set(one.levels) & set(turn.mentioned.levels) for one in entries)


def _several(desk: Desk, turn: Turn, subject: Subject) -> Reply | None:
    """Several organisations or occupations that are named beside each other, or all that there are but one."""
    lexicon = desk.library.lexicon
    but_these = _OTHERS.search(turn.text) or _OTHER_BODIES.search(turn.text)
    if not but_these and (whose := organisations_named(lexicon, turn.text)):
        return _each_organisation(desk, turn, subject, whose)
    if all_of_them := answer_what_else(desk, turn, subject):
        return all_of_them
    several = occupations_side_by_side(lexicon, turn.text)
    return _each(desk, turn, subject, several) if several else None


def _of_itself(desk: Desk, turn: Turn) -> Reply | None:
    """What the catalogue says of itself, where no single entry is asked for."""
    if asks_to_the_public(turn.text):
        return answer_to_the_public(desk, turn)
    if asks_validity(turn.text):
        return answer_validity(desk, turn)
    if asks_whether_changed(turn.text):
        return answer_whether_changed(desk, turn)
    if asks_where_newest(turn.text):
        return answer_where_kept(desk, turn)
    return (
        answer_where_kept(desk, turn) if asks_where_kept(turn.text) and not _names_an_entry(desk, turn) else None
    )


def _names_an_entry(desk: Desk, turn: Turn) -> bool:
    """Whether it names an occupation, or an organisation that examines one (an authority does not)."""
    whose = turn.mentioned.organisation
    listed = whose and directory(desk.library, Subject(desk.library.lexicon.organisation(whose)), turn.as_of)
    return bool(turn.mentioned.occupation or listed)


def _list(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """The list of the year asked for; first that the year's catalogue is not held, where it is not."""
    whole = answer_list(desk, turn, subject.year)
    missing = year_missing(desk, turn, subject.year)
    if whole is None:
        return unstated(desk, turn, subject, "评价目录")
    if not missing:
        return whole
    first = whole.messages[0]
    newest, cited = newest_catalogue(desk, turn)
    message = first.model_copy(
        update={
            "text": f"{missing}{newest}收录的有：\n{first.text}",
            "citations": unique([*first.citations, *cited]),
        }
    )
    return whole.model_copy(update={"status": "partial", "messages": (message, *whole.messages[1:])})


def _each_organisation(desk: Desk, turn: Turn, subject: Subject, names: tuple[str, ...]) -> Reply:
    """The same question of each organisation that is named."""
    replies = []
    for name in names:
        about = replace(subject, organisation=desk.library.lexicon.organisation(name))
        replies.append(_one(desk, replace(turn, mentioned=replace(turn.mentioned, organisation=name)), about))
    return join_replies(replies)


def _one(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    by_occupation = subject.occupation is not None and turn.mentioned.organisation is None
    at_level = bool(turn.mentioned.levels) or (subject.level is not None and _still_at_level(turn))
    named = Subject(
        subject.organisation if turn.mentioned.organisation or subject.occupation is None else None,
        subject.occupation if by_occupation or turn.mentioned.occupation or at_level else None,
        subject.level if at_level else None,
        subject.year,
    )
    entries = whole_story(desk, turn, named)
    if not entries:
        return answer_none(desk, turn, named)
    return _with_district(desk, turn, _told(desk, turn, named, entries, by_occupation))


def _still_at_level(turn: Turn) -> bool:
    """Whether the level of the question before is meant: 协会没有？, 那交大呢, 到底能不能考."""
    same = turn.mentioned.occupation is None or asks_the_same(turn.text)
    goes_on = turn.memory.topic == turn.intent and same
    return goes_on and len(turn.text) <= _MOST_OF_A_FRAGMENT and bool(_WHETHER.search(turn.text))


def _each(desk: Desk, turn: Turn, subject: Subject, names: tuple[str, ...]) -> Reply:
    """The same question of each occupation that was set side by side."""
    replies = []
    for name in names:
        about = replace(subject, occupation=desk.library.lexicon.occupation(name))
        replies.append(_one(desk, replace(turn, mentioned=replace(turn.mentioned, occupation=name)), about))
    return with_no_judgement(turn.text, _headed(join_replies(replies), same_organisation(desk, turn, names)))


def answer_code(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """The occupation of a code, or the code of an occupation."""
    if turn.mentioned.code or subject.occupation is None:
        return answer_directory(desk, turn, subject)
    name, code = subject.occupation.name, subject.occupation.code
    entries = directory(desk.library, Subject(None, subject.occupation), turn.as_of)
    rows = [citation for entry in entries for citation in entry.citations if code and code in citation.quote]
    if not rows:
        return single("not_stated", f"收录的通知没有写明{name}的职业编码。")
    front = desk.library.notice(rows[0].notice_id).front
    head = notice_of(front.issuer, front.year, rows[0].status, turn.as_of)
    title = desk.library.cite_title(front.id, turn.as_of)
    return single("answered", f"据{head}，{name}的职业编码是{code}。", citations=(rows[0], title))


def _told(desk: Desk, turn: Turn, named: Subject, entries: list[DirectoryEntry], by_occupation: bool) -> Reply:
    """What the question counts first, then who assesses what, then the family."""
    text, citations = describe(desk, turn, entries, by_occupation)
    heads: list[tuple[str, list[Computed]]] = []
    after: list[str] = []
    if named.occupation:
        name = named.occupation.name
        heads.append((f"{turn.mentioned.code}是{name}的职业编码。" if turn.mentioned.code else "", []))
        heads.append(levels_asked(desk, turn, entries, name))
        if by_occupation:
            heads += [organisations(entries, name, named.level), family_head(desk, name, entries)]
            if asks_what_differs(turn.text):
                apart, further = what_differs(desk, turn, entries, name)
                after.append(apart)
                citations += further
            after.append(sibling_line(desk, turn, name))
        after.append(special_ability(entries))
    return single(
        "answered",
        "\n".join(filter(None, [*(head for head, _ in heads), text, *after])),
        citations=unique(citations),
        computed=tuple(one for _, computed in heads for one in computed),
        card=Card(type="directory", data={"entries": [one.model_dump(mode="json") for one in entries]}),
    )


def _with_district(desk: Desk, turn: Turn, reply: Reply) -> Reply:
    return _headed(reply, district_note(desk, turn.text))


def _headed(reply: Reply, line: str) -> Reply:
    """The reply with a line before it; as it is without one."""
    first = reply.messages[0]
    message = first.model_copy(update={"text": f"{line}\n{first.text}"}) if line else first
    return reply.model_copy(update={"messages": (message, *reply.messages[1:])})


def _unknown_code(desk: Desk, code: str) -> Reply:
    """No notice prints the code; those of the same small class may be what was meant."""
    nearest = desk.library.lexicon.nearest("occupation", code)
    buttons = tuple(quick_reply(name, "ask_catalogue", occupation=name) for name in nearest)
    near = f"编码相近的职业有{joined(nearest)}，是其中一个吗？" if nearest else ""
    return single("not_stated", f"收录的通知和目录里没有职业编码{code}。{near}", quick_replies=buttons)


def _which(desk: Desk, turn: Turn) -> Reply:
    nearest = desk.library.lexicon.nearest("occupation", name_asked(turn.text))
    buttons = tuple(quick_reply(name, "ask_catalogue", occupation=name) for name in nearest)
    if not nearest and _ANY_CERTIFICATE.search(turn.text):
        return single("clarification", f"您想考哪个职业（工种）的证书？{_ASK}")
    near = f"目录里名称相近的有{joined(nearest)}，是其中一个吗？" if nearest else ""
    note = district_note(desk, turn.text)
    return single("clarification", f"{note}没有认出您问的职业或机构。{_ASK}{near}", quick_replies=buttons)
