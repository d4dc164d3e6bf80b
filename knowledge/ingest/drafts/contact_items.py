"""Addresses, hours and telephones of a notice, each with what is printed around it, before they become offices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from knowledge.ingest.drafts.confidence import CLEAR, CONTEXT, DOUBTFUL, LOOSE
from knowledge.ingest.drafts.contact_lines import Entry
from knowledge.ingest.drafts.contact_owners import occupations_in, office_name, only_for, owner_of, person_or_place
from knowledge.ingest.drafts.models import DraftPhone, Question
from knowledge.ingest.drafts.phones import Printed, has_clock, phones_in, unread_digits
from knowledge.lexicon.lexicon import Lexicon
from knowledge.models import Source
from knowledge.wording.plain import plain

_ELSEWHERE = re.compile(r"考试|考核|考场|考点|评价地|认定地|鉴定|实训|培训|集合|注册|邮寄|寄送|面试|收件")
_COLLECTION = re.compile(r"领取|领证|发放|证书")
_PLACE = re.compile(r"[路街道弄巷号室楼栋座镇村]|大厦|园区|校区|广场|中心|窗口")
_STREET = re.compile(r"(?:路|街|道|弄|巷|镇|村|园区?).*(?:号|室|楼|弄|栋|座)")
_REMARK = re.compile(r"^\(.*\)$|^(?:注|备注|说明|交通|乘|地铁|公交|附近|请|如|可|需|凡|每)")
_OFFICE_HOURS = re.compile(r"受理|办公|工作|接待|服务|窗口|对外|营业|上班|现场|业务(?!咨询)|办理")
_ANY_HOURS = re.compile(r"(?:地址|地点|电话|[、及和与])*时间$")
_PHONE_HOURS = re.compile(r"咨询|接听|热线|电话")
_OTHER_HOURS = re.compile(r"申报|报名|缴费|评价|认定|考试|考核|打印|领取|领证|成绩|完成|安排|发放|有效|截止")
_SECTION = re.compile(r"受理|联系|咨询|网点|窗口")
_NUMERIC = re.compile(r"[\d()\-\s、;/:转]+")
_DATE = re.compile(r"\d{1,2}月|\d{1,2}日|\d{4}年")
_SUPERVISION = re.compile(r"监督|投诉|举报|信访|纪检|监察")
_ENQUIRY = re.compile(r"咨询|联系|客服|服务|报名|受理|预约|申报|办公|答疑|技术支持|值班|致电|拨打")
_JOINT = re.compile(r"咨询|联系")

ItemKind = Literal["address", "hours", "phone", "collection"]


@dataclass(frozen=True)
class Item:
    """One value of an office; `phone` only for telephones. `row` tells rows of a table of offices apart.

    `place` is the office that its own label names (市区受理点).
    """

    kind: ItemKind
    value: str
    clause: str
    sources: tuple[Source, ...]
    confidence: float
    occupations: tuple[str, ...] = ()
    phone: DraftPhone | None = None
    row: str | None = None
    place: str | None = None


def items_of(entry: Entry, lexicon: Lexicon) -> tuple[list[Item], list[Question]]:
    """The values that an entry holds, and what is not understood in it."""
    if entry.kind == "address":
        return _addresses(entry, lexicon)
    if entry.kind == "hours":
        return _hours(entry)
    if entry.kind == "phone" or people(entry):
        return _phones(entry, lexicon)
    if entry.kind == "note" and any(_SECTION.search(one) for one in entry.headings):
        return _unlabelled(entry, lexicon), []
    return [], []


def people(entry: Entry) -> bool:
    """Whether the entry names persons with their telephones (联系人：张老师 021-…)."""
    return entry.kind == "other" and entry.label.endswith(("联系人", "负责人")) and bool(phones_in(entry.value))


def question(entry: Entry, text: str) -> Question:
    """Ask about the line of the entry."""
    return Question(clause=entry.clause, quote=entry.line.quote, question=text)


def label_of(entry: Entry) -> str:
    """The entry's own label, or the one above that waits for a value."""
    own = f"{entry.label}{entry.tag or ''}"
    return own or next(iter(entry.headings), "")


def _addresses(entry: Entry, lexicon: Lexicon) -> tuple[list[Item], list[Question]]:
    label = label_of(entry)
    if _ELSEWHERE.search(label) or not entry.value:
        return [], []
    kind: ItemKind = "collection" if _COLLECTION.search(label) else "address"
    items, questions = [], []
    for piece in _pieces(entry.value):
        folded = plain(piece)
        if not _PLACE.search(folded):
            if entry.label:
                questions.append(question(entry, f"“{piece}”是不是{entry.label or '地址'}？没有读到路名和门牌。"))
            continue
        if not entry.label and _REMARK.search(folded):
            continue
        confidence = CLEAR if _STREET.search(folded) else LOOSE
        if len(folded) > 60 or "。" in folded:
            confidence = DOUBTFUL
            questions.append(question(entry, "这一行里哪一段是业务受理地址？"))
        found = occupations_in(f"{label} {piece}", lexicon) or only_for(" ".join(entry.headings), lexicon)
        place = office_name(entry.label)
        items.append(Item(kind, piece, entry.clause, entry.quotes, confidence, found, place=place))
    return items, questions


def _pieces(value: str) -> list[str]:
    """Several addresses on one line stand between semicolons; a short name and a colon before one is its title."""
    pieces = [one.strip() for one in re.split(r"[;；]", value)]
    if not all(_PLACE.search(one) for one in pieces):
        pieces = [value]
    numbered = [re.sub(r"^[（(]?\d{1,2}[）)、.．]\s*", "", one) for one in pieces]
    return [re.sub(r"^[^:：\d（(]{1,15}[:：]\s*", "", one) for one in numbered if one]


def _hours(entry: Entry) -> tuple[list[Item], list[Question]]:
    label = label_of(entry)
    of_office, of_phone = _OFFICE_HOURS.search(label), _PHONE_HOURS.search(label)
    other = _OTHER_HOURS.search(label)
    if not entry.value or (other and not of_office) or not (of_office or of_phone or _ANY_HOURS.match(label)):
        return [], []
    value = _unbracketed(entry.value)
    dated = _DATE.search(plain(value)) is not None
    if not has_clock(value):
        weekday = re.search(r"工作日|周|星期", value)
        if dated or not weekday or len(value) > 30:
            asked = (
                [] if dated or not entry.label else [question(entry, f"“{label}”后面没有读到几点到几点，请补。")]
            )
            return [], asked
    questions = [question(entry, "这里既有日期又有钟点：哪一段是办公时间？")] if dated else []
    confidence = DOUBTFUL if dated else CLEAR if has_clock(value) and len(value) <= 60 else LOOSE
    if of_phone and not of_office:
        return [_phone_hours(entry, value, confidence)], questions
    place = office_name(entry.label)
    return [Item("hours", value, entry.clause, entry.quotes, confidence, place=place)], questions


def _unlabelled(entry: Entry, lexicon: Lexicon) -> list[Item]:
    """A line in the section on offices that is an address, a number or hours and nothing else."""
    folded = plain(entry.value)
    if len(folded) > 60 or "。" in folded or _REMARK.search(folded):
        return []
    printed = phones_in(entry.value)
    if printed and len(_NUMERIC.sub("", folded)) <= 20:
        items = [item for one in printed for item in _of_number(entry, one, lexicon)]
        return [replace(one, confidence=min(one.confidence, CONTEXT)) for one in items]
    if has_clock(folded) and not _DATE.search(folded):
        return [Item("hours", entry.value, entry.clause, entry.quotes, LOOSE)]
    return _bare_address(entry, entry.value)


def _bare_address(entry: Entry, text: str) -> list[Item]:
    """A street and number without a label."""
    if not _STREET.search(plain(text)) or has_clock(text):
        return []
    return [Item("address", one, entry.clause, entry.quotes, LOOSE) for one in _pieces(text)]


def _phone_hours(entry: Entry, value: str, confidence: float) -> Item:
    waiting = DraftPhone(purpose="enquiry", number="", hours=value)
    return Item("hours", value, entry.clause, entry.quotes, min(confidence, CONTEXT), phone=waiting)


def _unbracketed(value: str) -> str:
    folded = plain(value)
    whole = folded.startswith("(") and folded.endswith(")") and folded.count("(") == 1
    return value[1:-1].strip() if whole else value


def _phones(entry: Entry, lexicon: Lexicon) -> tuple[list[Item], list[Question]]:
    if not entry.value:
        return [], []
    printed = phones_in(entry.value)
    if not printed and has_clock(entry.value) and not entry.label:
        return [Item("hours", _unbracketed(entry.value), entry.clause, entry.quotes, CLEAR, phone=_LAST)], []
    if not entry.label and not printed and (found := _bare_address(entry, entry.value)):
        return found, []
    questions = [
        question(entry, f"“{digits}”不像完整的电话号码，请核对原文。") for digits in unread_digits(entry.value)
    ]
    if not printed and not questions and entry.label and not _REMARK.search(plain(entry.value)):
        questions.append(question(entry, f"“{entry.label}”后面没有读到号码，请补。"))
    items = [item for one in printed for item in _of_number(entry, one, lexicon)]
    if questions:
        items = [replace(one, confidence=min(one.confidence, LOOSE)) for one in items]
    return items, questions


_LAST = DraftPhone(purpose="last", number="")


def _of_number(entry: Entry, printed: Printed, lexicon: Lexicon) -> Iterator[Item]:
    label = label_of(entry)
    tag = printed.tag or ""
    if not entry.label:
        yield from _bare_address(entry, tag)
    named = occupations_in(f"{label} {tag}", lexicon)
    purposes, confidence = _purposes(entry)
    if printed.shared:
        confidence = min(confidence, LOOSE)
    for purpose in purposes:
        place = owner_of(entry.label)
        owner = place or (None if named else person_or_place(tag))
        phone = DraftPhone(purpose=purpose, number=printed.number, owner=owner, hours=printed.hours)
        yield Item("phone", printed.number, entry.clause, entry.quotes, confidence, named, phone, place=place)


def _purposes(entry: Entry) -> tuple[tuple[str, ...], float]:
    """By the nearest words that tell; a telephone that nothing is said of is taken for enquiries."""
    for words in (f"{entry.label}{entry.tag or ''}", *entry.headings):
        words = words.replace("联系人", "")
        supervision = _SUPERVISION.search(words)
        if supervision and _JOINT.search(words):
            return ("enquiry", "supervision"), CONTEXT
        if supervision:
            return ("supervision",), CLEAR
        if _ENQUIRY.search(words):
            return ("enquiry",), CLEAR
    return ("enquiry",), LOOSE


def with_hours(items: list[Item], hours: Item) -> list[Item]:
    """Give a line of hours to the telephones that it stands behind: those of the line before, without own hours."""
    last = next((one.sources for one in reversed(items) if one.phone and one.clause == hours.clause), None)
    return [
        replace(
            one, phone=one.phone.model_copy(update={"hours": hours.value}), sources=(*one.sources, *hours.sources)
        )
        if one.phone and one.sources == last and one.phone.hours is None
        else one
        for one in items
    ]


def waits_for_last(item: Item) -> bool:
    """Whether the item is a line of hours behind a telephone."""
    return item.phone is _LAST
