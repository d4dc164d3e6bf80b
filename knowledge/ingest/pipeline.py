"""The journey of a published file to a draft, in order: read, restore, draft, compare, complete, write."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel

from knowledge.editions.names import Additions, with_additions, write_additions
from knowledge.facts import NoticeFacts
from knowledge.ingest.assembly import drafted_facts
from knowledge.ingest.assembly.completion import Undecided, merged, silences, unasked, without_value
from knowledge.ingest.assembly.new_differences import new_differences
from knowledge.ingest.assembly.new_names import new_names
from knowledge.ingest.assembly.soundness import sound
from knowledge.ingest.carry_over import carry_over
from knowledge.ingest.changes import changes
from knowledge.ingest.document import Document, Paragraph
from knowledge.ingest.drafts.catalogue import draft_catalogue
from knowledge.ingest.drafts.contacts import draft_contacts
from knowledge.ingest.drafts.fees import draft_fees
from knowledge.ingest.drafts.models import Draft, DraftNotice, Question
from knowledge.ingest.drafts.rules import draft_rules
from knowledge.ingest.drafts.windows import draft_windows
from knowledge.ingest.readers import read_document
from knowledge.ingest.structure.restore import Restored, restore
from knowledge.ingest.typed.draft import draft_typed
from knowledge.lexicon.lexicon import Lexicon
from knowledge.library import Holding, Library
from knowledge.models import Notice


@dataclass(frozen=True)
class Ingested:
    """What was understood of a file: the draft of the contract, and all that a folder to publish needs.

    `undecided` are topics whose question can be answered with 「没有规定」.
    """

    file: Path
    document: Document
    restored: Restored
    draft: Draft
    facts: NoticeFacts
    additions: Additions
    undecided: tuple[Undecided, ...]


def ingest(file: Path, library: Library, against: str | None = None) -> Ingested:
    """Read a published file and draft everything in it; nothing is written or published.

    Args:
        file: a PDF, DOCX, HTML or text file.
        library: what is known already: names, sibling notices, the notice to compare with.
        against: id of the notice to compare with.

    Raises:
        IngestError: the file cannot be read as a notice; the message says why.
        UnknownNoticeError: `against` is no notice.
    """
    old = library.notice(against) if against else None
    document = read_document(file)
    known = [one.notice.front for one in library.holdings]
    restored = restore(document, library.lexicon, known)
    notice = restored.notice
    draft = draft_of(notice, library.lexicon, restored.front, restored.questions)
    additions, asked = new_names(draft, library.lexicon)
    facts, undecided, more = _facts(notice, draft, library, additions)
    questions = (*draft.questions, *asked, *(one.question for one in undecided), *more)
    update: dict[str, Any] = {"questions": tuple(dict.fromkeys(questions))}
    if old is not None:
        before = draft_of(old, library.lexicon, _front(old), ())
        update["changes"] = changes(before, draft, old, notice)
    return Ingested(file, document, restored, draft.model_copy(update=update), facts, additions, tuple(undecided))


def draft_of(notice: Notice, lexicon: Lexicon, front: DraftNotice, asked: Sequence[Question]) -> Draft:
    """Everything that the drafts read from one notice."""
    fees, windows = draft_fees(notice, lexicon), draft_windows(notice, lexicon)
    contacts, catalogue = draft_contacts(notice, lexicon), draft_catalogue(notice, lexicon)
    rules = draft_rules(notice, lexicon)
    questions = [*asked, *fees.questions, *windows.questions, *contacts.questions]
    questions += [*catalogue.questions, *rules.questions]
    return Draft(
        notice=front,
        fees=fees.facts,
        windows=windows.facts,
        contacts=contacts.facts,
        catalogue=catalogue.facts,
        rules=rules.facts,
        questions=tuple(dict.fromkeys(questions)),
    )


def _front(notice: Notice) -> DraftNotice:
    front = notice.front
    return DraftNotice(
        title=front.title,
        issuer=front.issuer,
        document_number=front.document_number,
        year=front.year,
        published_on=front.published_on,
        replaces=front.replaces,
    )


def _facts(
    notice: Notice, draft: Draft, library: Library, additions: Additions
) -> tuple[NoticeFacts, list[Undecided], list[Question]]:
    lexicon = with_additions(library.lexicon, additions)
    drafted: dict[str, list[Any]] = {
        "fees": drafted_facts.fee_facts(draft, lexicon),
        "windows": drafted_facts.window_facts(draft, lexicon),
        "contacts": drafted_facts.contact_facts(draft, lexicon),
        "catalogue": drafted_facts.catalogue_facts(draft, lexicon),
        "rules": drafted_facts.rule_facts(draft),
    }
    typed = draft_typed(notice, lexicon) if notice.front.kind == "organisation" else None
    found = merged(drafted, carry_over(notice, library), typed.facts if typed else {})
    doubts = typed.asked if typed else {}
    found, unsound = sound(notice, found, library, lexicon)
    silent, undecided = silences(notice, _as_facts(found | {"not_stated": []}), library, doubts)
    questions = [*drafted_facts.doubts(draft), *dict.fromkeys(unasked(doubts, undecided))]
    text_only, unread = without_value(notice, found)
    found |= {"not_stated": silent, "text_only": text_only}
    facts = _as_facts(found)
    others = [one for one in library.holdings if one.notice.id != notice.id]
    with_it = Library([*others, Holding(notice, facts, Path())], lexicon)
    differences, open_ones = new_differences(with_it, notice)
    facts = facts.model_copy(update={"differences": tuple(differences)})
    return facts, undecided, [*questions, *unsound, *unread, *open_ones]


def _as_facts(found: dict[str, list[Any]]) -> NoticeFacts:
    return NoticeFacts(**{kind: tuple(values) for kind, values in found.items()})


def write_folder(ingested: Ingested, folder: Path) -> None:
    """Write what `knowledge publish` takes: notice.md, source.*, facts/*.yml, lexicon/*.yml, draft.json, questions.yml.

    Raises:
        FileExistsError: the folder holds something already; a person's corrections are never overwritten.
    """
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(f"{folder} 已有内容：请换一个文件夹，或先把它移走，以免覆盖已核对的草稿。")
    (folder / "facts").mkdir(parents=True, exist_ok=True)
    (folder / "notice.md").write_text(ingested.restored.text, encoding="utf-8")
    (folder / "source.txt").write_text(_plain(ingested.document), encoding="utf-8")
    shutil.copyfile(ingested.file, folder / f"source.original{ingested.file.suffix.lower()}")
    for kind in NoticeFacts.model_fields:
        if values := getattr(ingested.facts, kind):
            (folder / "facts" / f"{kind}.yml").write_text(_yaml(values), encoding="utf-8")
    write_additions(ingested.additions, folder / "lexicon")
    draft = ingested.draft.model_dump_json(by_alias=True, indent=2)
    (folder / "draft.json").write_text(draft + "\n", encoding="utf-8")
    decides = {one.question: {"topic": one.topic, "clauses": list(one.clauses)} for one in ingested.undecided}
    questions = [{**one.model_dump(), **decides.get(one, {}), "answer": None} for one in ingested.draft.questions]
    text = yaml.safe_dump(questions, allow_unicode=True, sort_keys=False, width=10_000)
    (folder / "questions.yml").write_text(text, encoding="utf-8")


def _yaml(values: Iterable[BaseModel]) -> str:
    entries = [one.model_dump(mode="json", by_alias=True) for one in values]
    return yaml.safe_dump(entries, allow_unicode=True, sort_keys=False, width=10_000)


def _plain(document: Document) -> str:
    """The words of the file as they were read, before anything was restored."""
    lines = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            lines.append(block.text)
        else:
            lines += ["\t".join(cell for cell in row if cell not in ("^", "<")) for row in block.rows]
    lines += [f"[^{mark}]: {note}" for mark, note in document.footnotes.items()]
    return "\n".join(lines) + "\n"
