"""The evaluation's questions and conversations: loaded, checked, and brought into one form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from zoneinfo import ZoneInfo

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import ErrorDetails

from bot.actions.reply import Status
from knowledge.library import ROOT

FOLDER = Path(__file__).parent
QUESTIONS, CONVERSATIONS = FOLDER / "questions", FOLDER / "conversations"
DEVELOPMENT = FOLDER.parents[1] / "tests" / "dialogues"
_ZONE = ZoneInfo("Asia/Shanghai")
_HOUR = time(10, tzinfo=_ZONE)  # what is meant where a question names only the day
_TODAY = datetime(2026, 11, 21, 10, tzinfo=_ZONE)
_NOT_CONVERSATIONS = ("open",)

Topic = Literal[
    "fee", "retake_fee", "retake", "application_window", "exam_date", "payment", "admission_ticket", "how_to_apply",
    "eligibility", "contact", "address", "hours", "website", "supervision", "results", "certificate", "discipline",
    "catalogue", "code", "promoter", "subsidy", "changes", "exam_form", "other", "smalltalk", "outside",
]  # fmt: skip
QUESTION_CATEGORIES = (
    "fees", "retake", "schedule", "eligibility", "contacts", "hours", "catalogue", "results", "certificates",
    "discipline", "promoter", "apply", "payment", "rumour", "not_stated", "outside", "multi", "chitchat", "years",
    "speech",
)  # fmt: skip


class DataError(ValueError):
    """The data are not as they have to be; every problem in one message, each with its file and id."""


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


def _several(value: Any) -> Any:
    """One value where a list is allowed, and numbers where figures are meant."""
    many = value if isinstance(value, list | tuple) else [value]
    return tuple(str(one) if isinstance(one, int | float) else one for one in many)


Names = Annotated[tuple[str, ...], BeforeValidator(_several)]


class Named(_Strict):
    """What the words name: official names, and levels as `"5"` … `"1"`."""

    occupation: Names = ()
    organisation: Names = ()
    level: Names = ()


class Told(_Strict):
    """What the words tell of the applicant: years, levels, and the contract's words for titles and schools."""

    age: int | None = None
    work_years: float | None = None
    certificate_level: Names = ()
    title_grade: Names = ()
    education: Names = ()


class Turn(_Strict):
    """One message, and what its reply has to be. `verdict`, its first yes or no, is judged by tests/dialogues only."""

    say: str = Field(min_length=1, max_length=500)
    status: tuple[Status, ...] = ()
    topics: tuple[Topic, ...] = ()
    entities: Named = Named()
    slots: Told = Told()
    figures: Names = ()
    not_figures: Names = ()
    notice: str | None = None
    clause: str | None = None
    cited_status: str | None = None
    verdict: bool | None = None

    @model_validator(mode="after")
    def _no_figure_both_ways(self) -> Self:
        if both := set(self.figures) & set(self.not_figures):
            raise ValueError(f"{sorted(both)} are in figures and in not_figures")
        return self


class Item(_Strict):
    """A question (one turn) or a conversation. `as_of` is sent as it stands here."""

    id: str = Field(min_length=1)
    category: str = Field(min_length=1)
    as_of: str = _TODAY.isoformat()
    turns: tuple[Turn, ...] = Field(min_length=1, max_length=20)

    @property
    def is_question(self) -> bool:
        """Whether it is a single question."""
        return len(self.turns) == 1


def load_items(questions: Path = QUESTIONS, conversations: Path = CONVERSATIONS) -> list[Item]:
    """All items, questions first, in the order of the files.

    Raises:
        DataError: a malformed item, an id that occurs twice, a category or a notice that does not exist.
    """
    problems: list[str] = []
    items = [*_items(questions, problems, _question), *_items(conversations, problems, _conversation)]
    counted = Counter(one.id for one in items)
    problems += [f"id {name} occurs {n} times" for name, n in counted.items() if n > 1]
    if problems:
        raise DataError("\n".join(problems))
    return items


def load_development(folder: Path = DEVELOPMENT) -> list[Item]:
    """The conversations that the bot was made with (tests/dialogues). Raises DataError."""
    problems: list[str] = []
    items = list(_items(folder, problems, _developed))
    if problems:
        raise DataError("\n".join(problems))
    return items


def chosen(items: Sequence[Item], only: str | None, category: str | None) -> list[Item]:
    """The items whose id begins with `only` and whose category is `category`; None leaves all."""
    return [one for one in items if one.id.startswith(only or "") and category in (None, one.category)]


Reader = Callable[[Path, dict[str, Any]], Item]


def _items(folder: Path, problems: list[str], read: Reader) -> Iterator[Item]:
    for file in sorted(folder.glob("*.yml")):
        if file.stem in _NOT_CONVERSATIONS:
            continue
        for raw in yaml.safe_load(file.read_text(encoding="utf-8")) or []:
            name = _name(raw)
            try:
                yield read(file, raw)
            except ValidationError as error:
                problems += [f"{file.name}: {name}: {_told(one)}" for one in error.errors()]
            except KeyError as error:
                problems.append(f"{file.name}: {name}: {error} is missing")
            except (ValueError, AttributeError, TypeError) as error:
                problems.append(f"{file.name}: {name}: {error}")


def _name(raw: Any) -> str:
    named = isinstance(raw, dict) and (raw.get("id") or raw.get("title"))
    return str(named or str(raw)[:60])


def _told(error: ErrorDetails) -> str:
    where = ".".join(map(str, error["loc"]))
    return f"{where}: {error['msg']} (given: {error['input']!r})"


def _question(_: Path, raw: dict[str, Any]) -> Item:
    if raw.get("category") not in QUESTION_CATEGORIES:
        raise ValueError(f"category {raw.get('category')!r} is none of {', '.join(QUESTION_CATEGORIES)}")
    turn = {key: value for key, value in raw.items() if key not in ("id", "category", "as_of")}
    _check_turn(turn)
    return Item.model_validate({"id": raw["id"], "category": raw["category"], "turns": [turn]} | _moment(raw))


def _conversation(_: Path, raw: dict[str, Any]) -> Item:
    if len(raw.get("turns") or []) < 2:
        raise ValueError("a conversation has at least two turns")
    for turn in raw["turns"]:
        _check_turn(turn)
    return Item.model_validate(raw | _moment(raw))


def _check_turn(turn: dict[str, Any]) -> None:
    if missing := {"status", "topics"} - turn.keys():
        raise ValueError(f"{sorted(missing)} missing in {str(turn.get('say'))[:30]!r}")
    if not turn["status"]:
        raise ValueError(f"status must name something in {str(turn.get('say'))[:30]!r}")
    if turn.get("notice") and not (ROOT / "notices" / str(turn["notice"])).is_dir():
        raise ValueError(f"there is no notice {turn['notice']!r}")


def _developed(file: Path, raw: dict[str, Any]) -> Item:
    """A conversation of the tests; its moment is sent as the tests send it."""
    moment = str(raw.get("as_of", _TODAY.date()))
    return Item(id=f"{file.stem}: {raw['title']}", category=file.stem, as_of=moment, turns=raw["turns"])


def _moment(raw: dict[str, Any]) -> dict[str, str]:
    """`as_of` as an instant. Raises ValueError for an instant without an offset."""
    given = raw.get("as_of")
    if given is None:
        return {}
    if isinstance(given, str):
        given = datetime.fromisoformat(given) if len(given) > 10 else date.fromisoformat(given)
    if isinstance(given, datetime):
        if given.tzinfo is None:
            raise ValueError(f"as_of {given} has no offset (+08:00)")
        return {"as_of": given.isoformat()}
    return {"as_of": datetime.combine(given, _HOUR).isoformat()}
