"""The programme (推介官): which ways to a certificate are open to whom, hours, targets; the rest is searched for."""

from __future__ import annotations

from dataclasses import replace

from bot.actions.answers import search
from bot.actions.answers.programme.asked import (
    AMOUNT,
    APPLY,
    BEGUN,
    COLLECTED,
    ELSEWHERE,
    FEE,
    FOR_WHOM,
    HAVE,
    HOURS,
    MAY_JOIN,
    OFFLINE,
    OLD_STANDARD,
    ONESELF,
    OPEN,
    PATHS,
    PROVIDERS,
    QUOTA,
    RESULT,
    SEAL,
    SHORT,
    TIER_ASKED,
    TRAINED,
    UPLOADS,
    WANTED,
    WAY_TO_TIER,
    WHAT_IS_IT,
    WHICH_TIER,
)
from bot.actions.answers.programme.clauses import best_sentences
from bot.actions.answers.programme.contest import best_of, of_contest
from bot.actions.answers.programme.matters import Matter, matter_of, matter_of_topic, sentences
from bot.actions.answers.programme.talk import gone_on_with, other_proof, standings_in_talk
from bot.actions.answers.programme.told import (
    FORM,
    LOOK_UP,
    SEEN,
    Told,
    certificate,
    hours,
    of_another_year,
    overview,
    quotas,
    quotes_of,
)
from bot.actions.answers.programme.words import (
    grade_of,
    names_the_exam,
    names_training,
    path_line,
    providers_line,
    routes_of,
    seal_of_route,
    standings,
    tiers_of,
    training_line,
    trainings_for,
)
from bot.actions.answers.silent.matters import asking_clauses, sorts_asked
from bot.actions.desk import Desk
from bot.actions.names.only_named import only_names
from bot.actions.reply import Card, Reply, Status, single
from bot.actions.talk import CATALOGUE, PROMOTER
from bot.actions.turn import Turn
from bot.actions.wording import notice_of, unique
from knowledge.programme import Path, Programme, Training, of_grade, programmes
from knowledge.subject import Subject
from retrieval.coverage import asked_words


def answer_programme(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """Answer from the programme's facts; what they do not know is looked for in its notice."""
    if names_the_exam(turn.text):
        subject = replace(subject, year=None)  # the year is of the examination that was sat
    name = subject.occupation.name if subject.occupation else ""
    begun = BEGUN.search(turn.text) or OLD_STANDARD.search(turn.text)
    year = None if begun else subject.year  # 去年开的班 asks for this year's rule on it
    known = programmes(desk.library, name, turn.as_of, year)
    found = known[0] if known else None
    told_ = _told(desk, turn, found) if found else None
    if found is None or told_ is None:
        return search.answer_programme(desk, turn, subject)
    if names_the_exam(turn.text) and told_.unsaid is None and of_another_year(turn, found):
        told_ = replace(told_, unsaid="别的年份考过这项考试算不算，写的是今年的")
    named = notice_of(found.organisation.name, found.year, found.status, turn.as_of)
    citations = [*told_.citations, desk.library.cite_title(found.notice_id, turn.as_of)]
    head = f"{named}没有写明{told_.unsaid}。" if told_.unsaid else f"按{named}："
    head += "写明的是：" if told_.unsaid and told_.lines else ""
    status: Status = "answered" if not told_.unsaid else "partial" if told_.lines else "not_stated"
    return single(
        told_.status or status,
        "\n".join([head, *dict.fromkeys(told_.lines)]),
        citations=unique(citations),
        computed=told_.computed,
        card=Card(type="programme", data=found.model_dump(mode="json")) if told_.typed else None,
    )


def _told(desk: Desk, turn: Turn, found: Programme) -> Told | None:
    """From the facts; beside a fee, which they do not know, the other question of the message is answered still."""
    named = (
        turn.mentioned.occupation is not None
        and not turn.mentioned.levels
        and turn.intent in (PROMOTER, CATALOGUE)
    )
    if named and only_names(desk.library, WANTED.sub("", turn.text)):
        return overview(found)
    if counted := best_of(turn, found):
        return counted
    turn = of_contest(turn)
    if SEEN.search(turn.text) and "纸" not in turn.text and (seen := certificate(turn, found)):
        return seen
    if FORM.search(turn.text) and not UPLOADS.search(turn.text) and (form := certificate(turn, found)):
        return form
    rest = FEE.sub("", turn.text)
    both = rest != turn.text and PATHS.search(rest) and not ELSEWHERE.search(rest)
    if both and not _states_a_fee(desk, found):
        told_ = _typed(desk, replace(turn, text=rest), found)
        return replace(told_, unsaid="费用") if told_ else None
    sealed = (SEAL.search(turn.text) or UPLOADS.search(turn.text)) and (
        standings(turn.text) or turn.intent in ("ask_payment", "ask_fee")
    )
    of_tier = TIER_ASKED.search(turn.text) is not None
    if not (sealed or of_tier) and (stated := best_sentences(desk.library, found.notice_id, turn.text)):
        return Told(
            [one.quote for one in stated],
            desk.library.cite_all(found.notice_id, stated, turn.as_of),
            typed=False,
        )
    matter = None if sealed else _matter(turn.text)
    if matter is None and (tier := _of_tier(turn, found)):
        return tier
    if told_ := _of_notice(desk, turn, found, matter):
        return _with_who(turn, found, told_)
    if (
        matter is None
        and not HOURS.search(turn.text)
        and (silent := [one for one in sorts_asked(desk, turn.text) if not one.label.startswith("培训")])
    ):
        unsaid = Told([], [], unsaid="和".join(one.label for one in silent), typed=False)
        return _with_who(turn, found, unsaid)
    typed = None if ELSEWHERE.search(turn.text) else _typed(desk, turn, found)
    return typed or _of_notice(desk, turn, found, matter_of_topic(turn.intent))


def _matter(text: str) -> Matter | None:
    """What the question is about; hours that a clause asks for are not what is told beside it (晚上回嘉定)."""
    asking = asking_clauses(text)
    of_hours = asking != text and HOURS.search(asking) is not None
    return matter_of(asking) if of_hours else matter_of(text)


def _with_who(turn: Turn, found: Programme, told_: Told) -> Told:
    """Beside what is not stated, what is open to the person who asks whether they may join (能免费参加吗)."""
    if told_.unsaid is None or not standings(turn.text) or not MAY_JOIN.search(turn.text):
        return told_
    who = _who(turn, found)
    if who is None:
        return told_
    return replace(
        told_, lines=[*who.lines, *told_.lines], citations=[*who.citations, *told_.citations], status=None
    )


def _of_notice(desk: Desk, turn: Turn, found: Programme, matter: Matter | None) -> Told | None:
    """The notice's own sentences about a matter that the typed facts do not hold."""
    if matter is None:
        return None
    sources = sentences(desk, found.notice_id, matter.says)
    if not sources and matter.unsaid is None:
        return None
    quotes = desk.library.cite_all(found.notice_id, sources, turn.as_of)
    status: Status | None = "answered" if matter.settles and sources else None
    if matter.unsaid and not matter.settles and OPEN.search(turn.text):
        status = "not_stated"  # how much, where or when: what stands beside it is no part of the answer
    return Told([one.quote for one in sources], quotes, unsaid=matter.unsaid, typed=False, status=status)


def _states_a_fee(desk: Desk, found: Programme) -> bool:
    clauses = desk.library.notice(found.notice_id).clauses.values()
    return any(AMOUNT.search(clause.text) for clause in clauses)


def _typed(desk: Desk, turn: Turn, found: Programme) -> Told | None:
    """The first of these that the question is about."""
    text = turn.text
    if HOURS.search(text) and found.hours:
        return hours(found, offline=bool(OFFLINE.search(text)))
    if WHAT_IS_IT.search(text) and not WHICH_TIER.search(text):
        return overview(found)
    if QUOTA.search(text) and found.quotas:
        return quotas(turn, found)
    if FORM.search(text) or LOOK_UP.search(text):
        return certificate(turn, found)
    if SEAL.search(text):
        paths = _paths(turn, found) or list(found.paths)
        return Told([seal_of_route(one) for one in paths], quotes_of(paths))
    if UPLOADS.search(text) or (APPLY.search(text) and not PROVIDERS.search(text)):
        return _collected(turn, found)
    if (other := other_proof(turn)) and HAVE.search(text):
        paths = found.by_route(
            ["assessment", "university_examination"] if turn.mentioned.outside else ["assessment"]
        )
        return Told([path_line(one) for one in paths], quotes_of(paths), unsaid=f"凭“{other}”能获得推介官证书")
    if PROVIDERS.search(text):
        lines = [providers_line(one) for one in found.trainings]
        return Told(lines, [c for one in found.trainings for c in one.citations])
    graded = grade_of(text) is not None
    if (
        turn.intent == PROMOTER
        and not graded
        and not standings_in_talk(turn)
        and not asked_words(desk.searcher.understand(text))
    ):
        return overview(found)
    looked_up = turn.intent == "ask_results" and RESULT.search(text)
    return _who(turn, found) or (certificate(turn, found) if looked_up else None)


def _collected(turn: Turn, found: Programme) -> Told | None:
    """Who hands in the data from which certificates are made, way by way; that one applies oneself is not said."""
    paths = _paths(turn, found) or list(found.paths)
    quotes = [cited for cited in quotes_of(paths) if COLLECTED in cited.quote]
    if not quotes:
        return None
    unsaid = "本人怎么自己申请证书" if ONESELF.search(turn.text) else None
    return Told([cited.quote for cited in quotes], quotes, unsaid=unsaid)


def _who(turn: Turn, found: Programme) -> Told | None:
    """The ways that are open to the person; all of them where only the ways are asked for."""
    who = standings(turn.text)
    trainings = [] if names_the_exam(turn.text) else trainings_for(found.trainings, who)
    trainings = _named_trainings(turn, found) or trainings
    if not who and FOR_WHOM.search(turn.text):
        trainings = list(found.trainings)
    paths = _paths(turn, found)
    if not trainings and not paths:
        if not PATHS.search(turn.text):
            return None
        tiers = tiers_of(turn.text)
        named = [one for one in found.paths if one.tier in tiers] if "区别" not in turn.text else []
        paths = named or list(found.paths)
        if named and TRAINED.search(turn.text):  # which certificate a course leads to is told with it
            paths = [*found.by_route(["training"]), *(one for one in named if one.route != "training")]
    lines = [training_line(one) for one in trainings]
    if trainings and not paths:
        paths = found.by_route(["training"])
    lines += [path_line(one) for one in paths]
    return Told(lines, [*(c for one in trainings for c in one.citations), *quotes_of(paths)])


def _of_tier(turn: Turn, found: Programme) -> Told | None:
    """How to come by one of the certificates, or which of them something leads to, whatever is told beside (比武更难)."""
    if WAY_TO_TIER.search(turn.text) and (paths := _ways_to_tier(turn, found)):
        return Told([path_line(one) for one in paths], quotes_of(paths))
    return _who(turn, found) if TIER_ASKED.search(turn.text) else None


def _ways_to_tier(turn: Turn, found: Programme) -> list[Path]:
    """The ways to the one certificate that is named: the person's own where one of them leads to it, else all."""
    tiers = tiers_of(turn.text)
    fitting = [one for one in found.paths if one.tier in tiers] if len(tiers) == 1 else []
    routes = routes_of(standings(turn.text))
    return [one for one in fitting if one.route in routes] or fitting


def _named_trainings(turn: Turn, found: Programme) -> list[Training]:
    """Those that the words name (区级, 项目制, 定向培训): whoever asks, theirs is the rule."""
    text = turn.text if names_training(turn.text) else gone_on_with(turn)
    return [one for one in found.trainings if one.name and any(word in text for word in SHORT.findall(one.name))]


def _paths(turn: Turn, found: Programme) -> list[Path]:
    """The ways that the words or the level name: a level is a grade of the universities' examination.

    A level alone may also be one of an occupation whose assessment counts at whatever level.
    """
    who = standings_in_talk(turn)
    routes = routes_of(who)
    own = standings(turn.text)
    if TRAINED.search(turn.text) and SEAL.search(turn.text) and not own:
        routes = ["training"]  # 学完发的证谁盖章, whatever way was talked of before
    learnt = TRAINED.search(turn.text) and TIER_ASKED.search(turn.text) and not routes
    if ("区" in turn.text and "培训" in turn.text) or learnt or names_training(gone_on_with(turn)):
        routes = [*routes, "training"]
    grade = grade_of(turn.text)
    if grade is not None and not routes:
        routes = ["university_examination", "assessment"]
    exam = found.by_route(["university_examination"])
    if grade is not None and ("assessed" not in who or names_the_exam(turn.text)):
        exam = of_grade(exam, grade)
    return [one for one in found.by_route(routes) if one.route != "university_examination" or one in exam]
