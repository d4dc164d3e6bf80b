"""One turn of a conversation: what was said, what it is about, and what carries over from before."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from bot.actions.form.model import Form
from bot.actions.passed_dates import Passed, completed, passed_on
from bot.actions.people.counted import Share
from bot.actions.situation import Situation, begun_alike
from bot.actions.situation import merged as merge_situations
from bot.actions.situation.people import goes_on_about_other, whose_turn
from knowledge.directory import assesses
from knowledge.lexicon.lexicon import Lexicon
from knowledge.library import Library
from knowledge.subject import Subject

INFORM = "inform"  # a fragment that only names a subject and re-asks the last topic

ELIGIBILITY = "ask_eligibility"
REMARK = "remark"  # a comment, a sigh, a joke: nothing is asked or told by it
RETAKE = "ask_retake"
FEES = ("ask_fee", "ask_retake_fee")
_ALSO = re.compile(r"也(?:是?一样|[有能可行是考要得]|收|这)")
_FROM_TO = re.compile(r"级(?:[到升至]|[考报](?=.级))")  # 五级到四级呢 asks about the latter
OWN = "self"  # the person who speaks
_BEFORE_A_CASE = (ELIGIBILITY, "ask_how_to_apply", "ask_application_window", "ask_exam_date", "ask_catalogue")
HOURS = ("ask_office_hours", "ask_address", "ask_supervision")


_COMPARED = re.compile(r"^[^一二三四五1-5]{0,8}[比跟和较同][一二三四五1-5]级")
_MORE, _NOW = re.compile(r"(?<!在)呢[？?。！!]*$"), re.compile(r"现在|今|目前|眼下|如今|明年|最新")


# 我还有个初级经济师，人力资源方向
_FIELD_OF_TITLE = re.compile(r"(?:方向|专业)的?(?=[,，。;；\s]|$)")


@dataclass(frozen=True)
class Left:
    """What was told of one person while the talk is about another: who it is, their situation, what they apply for."""

    person: str
    situation: Situation
    occupation: str | None = None
    level: int | None = None


@dataclass(frozen=True)
class Memory:
    """What carries over between turns: official names, and what the person told of themselves."""

    organisation: str | None = None
    occupation: str | None = None
    level: int | None = None
    year: int | None = None
    topic: str | None = None
    beside: tuple[str, ...] = ()  # topics that were asked about in one message with `topic`, before it
    situation: Situation = field(default_factory=Situation)
    passed: Passed | None = None
    shares: tuple[Share, ...] = ()  # who takes what, in a talk about money
    day: date | None = None  # asked about in a talk about office hours; of the examination, in one about results
    form: Form | None = None  # while inputs are asked for
    question: str | None = None  # that a form served last, whose answer may still be put right
    unanswered: int = 0  # turns in a row that found no answer
    said: str | None = None  # the message that named the misconduct, or who asks about a programme
    # The question that was answered last, for who asks about the answer; whose situation is told; and the other's.
    asked: str | None = field(default=None, compare=False)
    whose: str | None = field(default=None, compare=False)
    other: Left | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Mentioned:
    """What this message names.

    `levels` are those asked about, `held_levels` those of certificates that the person has or lacks. `outside` is
    another examination or place, `affair` one of another office (社保), which may only be a circumstance, `foreign` a noun
    of no field that is asked about, `stranger` an occupation and `strange_organisation` one that no notice lists; `situation` is
    what the person tells of themselves. `elsewhere`: `outside` is a place; `from_elsewhere`: a place that is only a
    circumstance.
    """

    organisation: str | None = None
    occupation: str | None = None
    levels: tuple[int, ...] = ()
    held_levels: tuple[int, ...] = ()
    code: str | None = None
    year: int | None = None
    outside: str | None = None
    affair: str | None = None
    foreign: str | None = None
    elsewhere: bool = False
    from_elsewhere: str | None = None
    stranger: str | None = None
    strange_organisation: str | None = None
    situation: Situation = field(default_factory=Situation)


@dataclass(frozen=True)
class Turn:
    """A message with its intent, what it names, and the memory before it.

    `guess` is the classifier's best intent where it was too unsure to name one; `confidence` is that of its best one.
    `question` is what a form serves, where the message replies to it or puts something right. `goes_on` tells that the
    message has another question before this one, `upset` that it was asked in anger or pleading, which is no part of `text`; nor is
    the sigh with which it `sighs`.
    """

    text: str
    intent: str
    as_of: datetime
    mentioned: Mentioned = field(default_factory=Mentioned)
    memory: Memory = field(default_factory=Memory)
    guess: str | None = None
    question: str | None = None
    goes_on: bool = False
    upset: bool = False
    sighs: bool = False
    confidence: float = 1.0


def merge(library: Library, turn: Turn) -> Memory:
    """Carry the subject over, replaced piece by piece.

    A new occupation drops the old level, organisation and year; named again in a new question it drops the
    organisation, whose answer would hide the others'. A new organisation drops an occupation that it does not
    assess. The year of a notice outlives only follow-ups: a new question is about what is in force.
    """
    new, merged, asked_anew = turn.mentioned, turn.memory, turn.intent != INFORM
    occupation = new.occupation or _occupation_of_code(library, new.code)
    if merged.occupation and new.situation.titles and not new.levels and _FIELD_OF_TITLE.search(turn.text):
        occupation = None
    if asked_anew and (not _goes_on(turn) or _year_was_of_a_plan(turn)):
        merged = replace(merged, year=None)
    if occupation and (occupation != merged.occupation or asked_anew):
        # A level without an occupation waits for one, and 那美发也有吗 asks for the level talked of.
        same = merged.occupation in (None, occupation) or (
            turn.intent in (INFORM, turn.memory.topic) and asks_the_same(turn.text)
        )
        merged = replace(merged, occupation=occupation, organisation=None, level=merged.level if same else None)
    if new.organisation and new.organisation != merged.organisation:
        named = occupation is not None  # both in one message: the question is about just that pair
        keeps = merged.occupation is not None and (named or assesses(library, new.organisation, merged.occupation))
        kept = (merged.occupation, merged.level) if keeps else (None, None)
        merged = replace(merged, organisation=new.organisation, occupation=kept[0], level=kept[1])
    if levels := _levels_asked(turn):
        merged = replace(merged, level=levels[0])
    told = merge_situations(merged.situation, new.situation)
    return replace(merged, year=new.year or merged.year, situation=told, passed=passed_in_talk(turn))


def _goes_on(turn: Turn) -> bool:
    """9月14号报的同事呢, after a past year's timetable, is of that year."""
    new = turn.mentioned
    if new.occupation or new.organisation or new.code or _NOW.search(turn.text):
        return False
    return turn.memory.topic is not None and _MORE.search(turn.text) is not None


def _year_was_of_a_plan(turn: Turn) -> bool:
    """费用呢, after 明年那批几号报: a year to come was when somebody would apply, and is not that of another question."""
    year = turn.memory.year
    return year is not None and year > turn.as_of.year and turn.intent != turn.memory.topic


def asks_the_same(text: str) -> bool:
    """Whether it asks of another what was asked of the last (美发也有吗)."""
    return _ALSO.search(text) is not None


_THIS_TIME = re.compile(r"这一?[次回场][^，。,]{0,4}(?:过|通过|合格|考)")
# 我徒弟跟我同一天进来: what was told of the one person's beginning is the other's, too.
_BEGAN_ALIKE = re.compile(
    r"(?:跟|和|同|与)[我他她][^,，。]{0,4}?(?:同一?(?:[天时年月批期])|一[起道块]|一样)[^,，。]{0,4}?(?:进|入|来|开始|[做干]起|上班|上岗)"
)


def of_whom(turn: Turn) -> Memory:
    """In a talk about eligibility 「我同事呢」 begins another person's situation; 「那我呢」 goes back to one's own.

    「她呢」 goes back to the other too. Two people are remembered; of three, oneself and the last.
    「她呢」 goes back to the other, who was told of before oneself.
    """
    memory, person = turn.memory, whose_turn(turn.text)
    other = memory.other
    if memory.whose == OWN and other and other.situation.told and goes_on_about_other(turn.text):
        person = other.person
    of_a_case = turn.mentioned.situation.told and memory.situation.told  # after a price, too
    if ELIGIBILITY not in (turn.intent, memory.topic) and not of_a_case:
        return _of_what_they_take(turn)
    if person is None:
        return memory
    before = memory.whose or (OWN if memory.situation.told else person)
    if before == person:
        return replace(memory, whose=person)
    known = memory.other if memory.other and memory.other.person == person else None
    mine = memory.other if memory.other and memory.other.person == OWN and person != OWN else None
    left = mine or Left(before, memory.situation, memory.occupation, memory.level)
    begun = begun_alike(memory.situation) if _BEGAN_ALIKE.search(turn.text) else Situation()
    situation = known.situation if known else begun
    found = replace(memory, whose=person, situation=situation, other=left, form=None)  # it asked of the other
    if known and known.occupation and known.occupation != memory.occupation and not turn.mentioned.occupation:
        found = replace(found, occupation=known.occupation, level=known.level, organisation=None)
    return found


# 她考的是人力四级, beside one's own; 说回我的.
_THEY_TAKE = re.compile(
    r"(?:[他她]|同事|朋友|同学|室友|老[公婆]|[儿女][子儿]|[哥姐弟妹])[^,，。我]{0,3}?[考报补]的(?:是|那个)?"
)
_BACK_TO_MINE = re.compile(
    r"(?:说|问|回|讲|绕|扯)[到回]{1,2}(?:来)?(?:说)?我(?:自己|本人)?的?(?=$|[\s,，。!！?？吧那])|(?:还是|再|接着|继续)(?:说|问|讲|看)我(?:自己|本人)?的?(?=$|[\s,，。!！?？吧])"
    r"|^(?:那|那么|至于)我(?:自己|本人)?的?(?:那个|呢)"
)


def _of_what_they_take(turn: Turn) -> Memory:
    """In a talk about money or retakes 「她考的是……」 leaves what the speaker takes aside; 「说回我的」 goes back to it."""
    memory, named = turn.memory, turn.mentioned.occupation
    if memory.topic not in (*FEES, RETAKE):
        return memory
    if named and memory.occupation and named != memory.occupation and _THEY_TAKE.search(turn.text):
        mine = Left(OWN, memory.situation, memory.occupation, memory.level)
        return replace(memory, whose="other", other=mine, shares=())
    other = memory.other
    back = other and other.person == OWN and memory.whose not in (None, OWN) and _BACK_TO_MINE.search(turn.text)
    if not (other and back) or named or turn.mentioned.organisation:
        return memory
    return replace(
        memory, whose=OWN, other=None, occupation=other.occupation, level=other.level, organisation=None, shares=()
    )


def passed_in_talk(turn: Turn) -> Passed | None:
    """When a paper was passed, in a talk about retakes: what the message says, completed by what was said before."""
    if RETAKE not in (turn.intent, turn.memory.topic):
        return turn.memory.passed
    now, before = passed_on(turn.text, turn.as_of) or _sat_this_time(turn), turn.memory.passed
    corrects = turn.question is not None
    return completed(now, before, corrects) if now and before else now or before


def _sat_this_time(turn: Turn) -> Passed | None:
    """要是这次过了: on the day that was told before, in a talk about its results."""
    day = turn.memory.day if turn.memory.topic in ("ask_results", RETAKE, FEES[1]) else None
    if day is None or not _THIS_TIME.search(turn.text):
        return None
    return Passed(day, day, f"{day.month}月{day.day}日")


def _levels_asked(turn: Turn) -> tuple[int, ...]:
    """The level asked about: not one that the talk's is compared with (比四级贵多少), nor that of a certificate that is held."""
    new = turn.mentioned
    if turn.memory.level is not None and _COMPARED.search(turn.text):
        return ()
    only_held = new.situation.certificates and set(new.levels) <= set(new.held_levels)
    of_a_case = turn.memory.situation.told or turn.memory.other or turn.memory.topic in _BEFORE_A_CASE
    if turn.memory.level is not None and only_held and of_a_case:
        return ()  # 同事的三级比我晚; 我做了两年，有五级证, after 四级怎么样才能报
    if ELIGIBILITY not in (turn.intent, turn.memory.topic):
        return new.levels
    asked = tuple(one for one in new.levels if one not in new.held_levels)
    return asked[::-1] if _FROM_TO.search(turn.text) else asked


def _occupation_of_code(library: Library, code: str | None) -> str | None:
    known = code is not None and library.lexicon.knows_code(code)
    return library.lexicon.occupation(str(code)).name if known else None


def subject_of(lexicon: Lexicon, memory: Memory) -> Subject:
    """The memory's names resolved."""
    return Subject(
        organisation=lexicon.organisation(memory.organisation) if memory.organisation else None,
        occupation=lexicon.occupation(memory.occupation) if memory.occupation else None,
        level=memory.level,
        year=memory.year,
    )
