"""What one timetable has to say to one question: chosen rows, with their lines and counted figures."""

from __future__ import annotations

import re

from bot.actions.answers.schedule.day_told import asks_of_a_day, tell_day
from bot.actions.answers.schedule.lines import begins, counted, row, times, until, weekdays
from bot.actions.answers.schedule.named_days import NamedDays, Part, holds_day, meant, paid_then
from bot.actions.answers.schedule.question import COUNTS_DAYS, Question, Told
from bot.actions.answers.schedule.timetables import Timetable, assessment_over
from bot.actions.answers.schedule.window_state import not_yet, state
from bot.actions.answers.schedule.yes_no import spoken
from bot.actions.reply import Computed
from knowledge.schedule import Window, next_window, printed_first_day

_LEFT = re.compile(r"还[有剩能].{0,4}(?:几|多少|机会)|剩.{0,3}几|最后一次")
_ALL = re.compile(
    r"几[次场回批]|(?:多久|几个月|隔多久)[^，。]{0,4}(?:考|有|开)[^，。]{0,2}一[次场回批]|每个?月|月月|全年|分批|时间表|安排表|哪几个?月|一览"
)
_NTH = re.compile(r"(?:第(?P<n>[一二三四])|头一?|首)(?:批|场|期|轮)|(?P<last>最后一?(?:批|场|期|轮))")
_NOW = re.compile(r"现在|今天|今儿|马上|目前|眼下")
_NEAREST = re.compile(r"下一?[次场回批]|最近|下回")
_WEEKDAY = re.compile(r"周[几末一二三四五六日]|星期|礼拜|工作日|双休|休息日|平日")
_WHOLE_YEAR = re.compile(r"(?:都有|一共|总共|全年|今年).{0,6}(?:几[次场批回]|哪些)")
_PARTS: dict[Part | None, str] = {"application": "申报", "payment": "缴费", "assessment": "考试", None: ""}
_FEW = 4  # rows of a timetable that is short enough to be told whole


def tell(table: Timetable, asked: Question) -> Told:
    """Answer from one timetable."""
    told = Told()
    about = table.about()
    told.say(f"按{table.named(asked.as_of)}{'，' + about if about else ''}：")
    old = table.status in ("past_year", "superseded")
    if asked.on and not asked.on.days:
        told.say(f"“{asked.on.said}”是哪几天，放假安排还没有公布，下面是照今天说的。")
    if asks_of_a_day(table, asked):
        _on_a_day(told, table, asked)
    elif asked.named and not _WHOLE_YEAR.search(asked.text) and _named(told, table, asked):
        told.stated = not old or asked.year_asked
    elif old and asked.year_asked:
        told.show(table.heads, asked.part, state=False)
    elif old and not _still_counts(table, asked):
        _outdated(told, table, asked)
    elif not (_nth(told, table, asked) or _listed(told, table, asked)):
        _TOLD[asked.part](told, table, asked)
    if old and not asked.year_asked and told.lines[0].startswith("按"):
        still = "只管按那份通知报了名的人" if told.stated else "不能当作今年的日期"
        told.say(f"今年的通知还没有收录{_this_year(told, table, asked)}，以上{still}。")
        told.verdict = ""
    if _WEEKDAY.search(asked.text):
        told.say(*(weekdays(one, told.computed) for one in told.rows))
    if told.verdict and told.lines:
        told.lines[0] = f"{told.verdict}{told.lines[0]}"
    return told


def _on_a_day(told: Told, table: Timetable, asked: Question) -> None:
    """Where no notice is held for that day, what can be done today is told instead."""
    if not tell_day(told, table, asked):
        _TOLD[asked.part](told, table, asked)
        told.verdict, told.stated = "", False


def _this_year(told: Told, table: Timetable, asked: Question) -> str:
    """（今年是2027年）: of an old notice the two years must not be taken for each other."""
    if table.first.year == asked.day.year:
        return ""
    year = f"{asked.day.year}年"
    told.computed.append(Computed(text=year, explanation="提问这一天的年份"))
    return f"（今年是{year}）"


def _still_counts(table: Timetable, asked: Question) -> bool:
    """Whether an old notice still has something to come for who applied in time."""
    ahead = [one for one in table.heads if not assessment_over(one, asked.day)]
    return bool(table.to_come) or (asked.part != "application" and bool(ahead))


def _outdated(told: Told, table: Timetable, asked: Question) -> None:
    told.lines = [
        f"只收录到{table.named(asked.as_of)}，里面的申报都已经截止。",
        "今年的通知还没有收录，不能拿往年的日期当作今年的。",
    ]
    told.rows, told.stated = table.heads[-1:], False


def _named(told: Told, table: Timetable, asked: Question) -> bool:
    """The rows of the months and days that were named; False where the timetable has none of them."""
    found = [
        (one, (not one.part and paid_then(table.heads, one)) or meant(table.heads, one)) for one in asked.named
    ]
    for named, rows in found:
        if named.part is None and rows and paid_then(rows, named):
            told.say(f"{named.words}在缴费时间里，不是申报的日子。")
            continue
        if not rows:
            told.say(f"时间表里没有{named.words}{_PARTS[named.part]}的。")
        if named.part in ("application", "payment") and named.day and rows:
            inside = any(holds_day(one, named) for one in rows)
            if not _is_past(named, asked):
                told.verdict = spoken(asked.kind, asked.part, inside)
            told.say(f"{named.words}{'在' if inside else '不在'}{_PARTS[named.part]}时间里。")
    chosen = list({one.id: one for _, rows in found for one in rows}.values())
    if not told.verdict and chosen and asked.part == "application":
        opened, left = _chances(chosen)
        then = left and asked.whether not in ("closed", "begun")  # 12月能报吗, asked in November
        told.verdict = spoken(asked.whether, asked.part, opened or then, left)
    told.show(chosen, asked.part)
    alone = len(chosen) == 1
    told.say(*(state(told, one, asked) for one in chosen if alone or one.status == "open"))
    ahead = [one for one in chosen if one.status == "upcoming"]
    if asked.part == "application" and ahead and COUNTS_DAYS.search(asked.text):
        told.say(begins(ahead[0].application, asked.day, told.computed))
    if asked.part == "assessment":
        _named_assessments(told, table, asked, chosen)
    if chosen and asked.part == "application" and all(one.status == "closed" for one in chosen):
        _still_possible(told, table)
    return bool(chosen)


def _is_past(named: NamedDays, asked: Question) -> bool:
    """Whether the day that was named is over: what could be done then says nothing of what can be done now."""
    year = named.year or asked.day.year
    return (year, named.months[0], named.day or 0) < (asked.day.year, asked.day.month, asked.day.day)


def _chances(rows: list[Window]) -> tuple[bool, bool]:
    return any(one.status == "open" for one in rows), any(one.status == "upcoming" for one in rows)


def _named_assessments(told: Told, table: Timetable, asked: Question, chosen: list[Window]) -> None:
    """Whether the assessments that were named are over, and how far off the first of the others is."""
    ahead = [one for one in chosen if not assessment_over(one, asked.day)]
    if not chosen or table.status in ("past_year", "superseded"):
        return
    if ahead:
        _days_to(told, ahead[0], asked)
    else:
        told.say("这次的考试时间已经过了。" if len(chosen) == 1 else "这几次的考试时间都已经过了。")
        if any(one.part == "application" for one in asked.named):  # who applied then is not in another's
            return
        later = [one for one in table.heads if not assessment_over(one, asked.day)]
        told.say("还没考的是：" if later else f"今年的考试都已经结束了。{not_yet(table, asked)}")
        told.show(later[:1], asked.part)


def _days_to(told: Told, window: Window, asked: Question) -> None:
    """离考试还有28天, for who asks; of a month without a day nothing can be counted."""
    if not COUNTS_DAYS.search(asked.text):
        return
    first = printed_first_day(window.assessment, window.year)
    if first is None:
        told.say("考试在哪天还没有写明，数不出还有几天。")
    elif first > asked.day:
        told.say(f"离考试还有{counted((first - asked.day).days, asked.day, first, told.computed)}。")


def _still_possible(told: Told, table: Timetable) -> None:
    """Who missed the window that was named learns of the next one."""
    if following := next_window(table.heads):
        told.say(f"还能报的是：{row(following, told.computed, 'application')}。")
        told.rows.append(following)


def _nth(told: Told, table: Timetable, asked: Question) -> bool:
    """The first, second or last sitting of the timetable (头一批, 第二场); False where none is meant by its number."""
    match = _NTH.search(asked.text)
    if match is None or asked.named:
        return False
    number = -1 if match["last"] else "一二三四".index(match["n"] or "一")
    if number >= len(table.heads) or (number >= 0 and len(table.heads) > _FEW):
        return False
    chosen = table.heads[number]
    told.show([chosen], asked.part)
    told.say(state(told, chosen, asked))
    return True


def _listed(told: Told, table: Timetable, asked: Question) -> bool:
    """Every row, or every one that is left; False where that is not asked or none is left."""
    left = _LEFT.search(asked.text) and not COUNTS_DAYS.search(asked.text)
    of_weekdays = _WEEKDAY.search(asked.text) and asked.part == "assessment" and len(table.heads) <= _FEW
    all_rows = _ALL.search(asked.text) or (of_weekdays and not _NEAREST.search(asked.text))
    if left:
        exam = asked.part == "assessment"
        rows = [one for one in table.heads if not assessment_over(one, asked.day)] if exam else table.to_come
        word = "还没考" if exam else "还能申报"
        if rows:
            told.say(f"{word}的有{times(len(rows), word, told.computed)}：")
            told.show(rows, asked.part)
        return bool(rows)
    if all_rows:
        told.say(f"时间表里一共{times(len(table.heads), '列出', told.computed)}：")
        told.show(table.heads, asked.part)
    return bool(all_rows)


def _application(told: Told, table: Timetable, asked: Question) -> None:
    opened = [one for one in table.heads if one.status == "open"]
    if table.status == "upcoming" and table.first.year > asked.day.year:
        _only_next_year(told, table, asked)
        return
    told.verdict = spoken(asked.whether, asked.part, bool(opened), bool(table.to_come))
    for one in opened:
        told.say(f"现在可以报名，{until(one.application, asked.day, told.computed)}。")
        told.show([one], asked.part, state=False)
    following = next_window([one for one in _as_held(table) if one.status == "upcoming"])
    if not opened:
        told.say("现在没有在受理报名。" if following else "")
    if following:
        told.say(f"{'再往后' if opened else '接下来'}：{row(following, told.computed, asked.part, state=False)}。")
        told.say("" if opened else begins(following.application, asked.day, told.computed))
        told.rows.append(following)
    if not opened and not following:
        _over(told, table, asked)


def _only_next_year(told: Told, table: Timetable, asked: Question) -> None:
    """A notice that begins next year says nothing of what can be done now."""
    if table.first.organisation.id in asked.current:
        told.say("接下来：")
    else:
        told.partial = True
        told.say(
            "收录的只有这份通知，它还没有生效；今年的通知没有收录，现在能不能报名不知道。", "这份通知里最早的是："
        )
    told.show(table.heads[:1], asked.part, state=False)
    told.say(begins(table.heads[0].application, asked.day, told.computed))


def _over(told: Told, table: Timetable, asked: Question) -> None:
    last = table.heads[-1]
    told.say(f"报名都已经截止了，最后那次申报是{last.application.text}。")
    told.rows.append(last)
    _earlier(told, table, last, [one.application.text for one in table.heads], "更早的申报")
    told.say(not_yet(table, asked))
    if ahead := [one for one in table.heads if not assessment_over(one, asked.day)]:
        told.say("已经报上名的，还没考的是：")
        told.show(ahead, asked.part, state=False)


def _earlier(told: Told, table: Timetable, last: Window, texts: list[str], label: str) -> None:
    """Of a short timetable that is over, the rows before the last in few words."""
    before = [one for one in table.heads if one is not last]
    if before and len(table.heads) <= _FEW:
        told.say(f"{label}：{'；'.join(texts[: len(before)])}。")
        told.rows += before


def _assessment(told: Told, table: Timetable, asked: Question) -> None:
    ahead = [one for one in table.heads if not assessment_over(one, asked.day)]
    opened = [one for one in ahead if one.status == "open"]
    over = [one for one in table.heads if one not in ahead]
    if not ahead:
        last = table.heads[-1]
        told.say("考试都已经结束了，最后那次是：")
        told.show([last], asked.part, state=False)
        _earlier(told, table, last, [one.assessment.text for one in table.heads], "更早的考试")
        told.say(not_yet(table, asked))
        return
    chosen = opened if _NOW.search(asked.text) and opened else _soonest(ahead, len(table.heads))
    nearest = _NEAREST.search(asked.text) and chosen[0].status != "closed"  # else the next to apply for, too
    chosen = chosen[:1] if nearest else chosen
    told.show(chosen, asked.part)
    told.say(*(state(told, one, asked) for one in chosen))
    if len(table.heads) <= _FEW and over and not _NEAREST.search(asked.text):
        told.say(f"已经考过的：{'；'.join(one.assessment.text for one in over)}。")
        told.rows += over
    _days_to(told, chosen[0], asked)


def _soonest(ahead: list[Window], rows: int) -> list[Window]:
    """Of a long timetable the next to sit and the next to apply for."""
    if rows <= _FEW:
        return ahead
    to_apply = next((one for one in ahead if one.status != "closed"), None)
    return list({one.id: one for one in (ahead[0], to_apply) if one}.values())


def _payment(told: Told, table: Timetable, asked: Question) -> None:
    rows = [one for one in table.heads if one.payment]
    due = [one for one in rows if one.payment and (one.payment.end or asked.day) >= asked.day]
    chosen = due[:1] or rows[-1:]
    begun = [one for one in due if one.payment and (one.payment.start or asked.day) <= asked.day]
    told.verdict = spoken(asked.whether, asked.part, bool(begun), bool(due))
    told.say(*(state(told, one, asked) for one in chosen))
    told.show(chosen, asked.part)
    if not due:
        told.say("缴费时间都已经过了。", not_yet(table, asked))


def _as_held(table: Timetable) -> list[Window]:
    """The rows as if the notice were in force: `next_window` never takes an old one's."""
    return [one.model_copy(update={"notice_status": "current"}) for one in table.heads]


_TOLD = {"application": _application, "payment": _payment, "assessment": _assessment}
