"""All typed facts of a new notice; what its words do not bear out is asked instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.facts import Fact
from knowledge.ingest.drafts.models import Question
from knowledge.ingest.typed.applications import draft_applications
from knowledge.ingest.typed.certificates import draft_certificates
from knowledge.ingest.typed.discipline import draft_discipline
from knowledge.ingest.typed.enquiries import draft_enquiries
from knowledge.ingest.typed.payments import draft_payments
from knowledge.ingest.typed.postponements import draft_postponements
from knowledge.ingest.typed.refunds import draft_refunds
from knowledge.ingest.typed.retakes import draft_retakes
from knowledge.ingest.typed.sentences import sentences
from knowledge.ingest.typed.tickets import draft_tickets
from knowledge.lexicon.lexicon import Lexicon
from knowledge.models import Notice
from knowledge.verification.marks import marks
from knowledge.verification.sources import sources


@dataclass(frozen=True)
class TypedDraft:
    """Facts by kind, named as the files under `facts/`, in the order of the notice, and what a person has to decide.

    `asked` are the questions by the kind of fact that was not understood.
    """

    facts: dict[str, tuple[Fact, ...]]
    asked: dict[str, tuple[Question, ...]]

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions of all kinds, each once."""
        return tuple(dict.fromkeys(one for questions in self.asked.values() for one in questions))


def draft_typed(notice: Notice, lexicon: Lexicon) -> TypedDraft:
    """Read applications, payments, refunds, postponements, tickets, enquiries, certificates, retakes, discipline.

    Every kind is a key of `facts`, with an empty tuple where nothing was read.
    """
    found = sentences(notice)
    kinds: dict[str, tuple[tuple[Fact, ...], tuple[Question, ...]]] = {
        name: (drafted.facts, drafted.questions)
        for name, drafted in (
            ("applications", draft_applications(notice, found, lexicon)),
            ("payments", draft_payments(found)),
            ("refunds", draft_refunds(found)),
            ("postponements", draft_postponements(found)),
            ("tickets", draft_tickets(found)),
            ("enquiries", draft_enquiries(found)),
            ("certificates", draft_certificates(notice, found)),
            ("retakes", draft_retakes(found)),
            ("discipline", draft_discipline(notice, found)),
        )
    }
    facts, asked = {}, {}
    for name, (drafted_facts, questions) in kinds.items():
        facts[name], doubtful = _borne_out(notice, drafted_facts)
        asked[name] = tuple(dict.fromkeys((*questions, *doubtful)))
    return TypedDraft(facts, asked)


def _borne_out(notice: Notice, facts: Iterable[Fact]) -> tuple[tuple[Fact, ...], list[Question]]:
    """The facts whose words and figures stand in their quotes, each once, and a question for each of the others."""
    good: list[Fact] = []
    asked: list[Question] = []
    for fact in dict.fromkeys(facts):
        complaints = [*sources(notice, fact.sources), *marks(fact)]
        if complaints:
            first = fact.sources[0]
            text = "这一处读出的内容与原文没有对上，请核对后填写"
            asked.append(Question(clause=first.clause, quote=first.quote, question=text))
        else:
            good.append(fact)
    return tuple(good), asked
