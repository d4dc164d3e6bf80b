"""Draft the fees of a notice, from its tables and its running text."""

from __future__ import annotations

from knowledge.ingest.drafts.drafted import Drafted
from knowledge.ingest.drafts.fee_assembly import FeeDraft, add_other, apply_rules, examination
from knowledge.ingest.drafts.fee_places import Placed, place
from knowledge.ingest.drafts.fee_prose import read_prose
from knowledge.ingest.drafts.fee_tables import PriceTable
from knowledge.ingest.drafts.models import DraftFee, Question
from knowledge.ingest.drafts.offers import Offers, offers_of
from knowledge.ingest.drafts.prices import Prices
from knowledge.ingest.drafts.retakes import RetakeRule, retake_rules
from knowledge.ingest.drafts.tables import Passage, above, paragraphs_of, tables_of
from knowledge.lexicon.lexicon import Lexicon
from knowledge.lexicon.matching import fold
from knowledge.models import Level, Notice

_BODY_PARTS = ("标题", "文号", "落款", "附件清单")


def draft_fees(notice: Notice, lexicon: Lexicon) -> Drafted[DraftFee]:
    """One fee per occupation and level, in the order of the notice.

    A fee whose occupation is not to be found has none. A price without a level, in a notice that offers none, is only
    asked about.
    """
    offers = offers_of(notice, lexicon)
    prices, contexts = _prices(notice, offers)
    placed = _placed(prices, contexts, offers)
    rules = retake_rules(list(paragraphs_of(notice)))
    drafts = [draft for draft in _drafts(placed) if draft.components or draft.total is not None]
    for draft in drafts:
        apply_rules(draft, [rule for rule in rules if _reaches(rule, draft)])
    questions = [*prices.questions, *(question for draft in drafts for question in draft.questions)]
    return Drafted(tuple(draft.finished(offers) for draft in drafts), tuple(dict.fromkeys(questions)))


def _prices(notice: Notice, offers: Offers) -> tuple[Prices, list[list[Passage]]]:
    """Every price, and for each scope the lines that introduce it, nearest first."""
    prices, contexts, tabled = Prices(), list[list[Passage]](), set[str]()
    for table in tables_of(notice):
        reader = PriceTable(table, offers, len(contexts))
        if reader.is_one:
            _add(prices, reader.read())
            contexts.append(list(table.context))
            tabled.add(table.clause)
        elif unread := next((row for row in table.rows if any("元" in cell for cell in row.values)), None):
            prices.ask(unread.passage, "表中的金额没有读懂，请确认是否为评价收费。")
    for clause in notice.clauses.values():
        if clause.path not in (*_BODY_PARTS, *tabled):
            own = [Passage(clause.path, line.text) for line in clause.lines if line.kind == "paragraph"]
            context = list(above(clause, notice))
            _add(prices, read_prose(own, context, offers, len(contexts)))
            contexts.append([*own[:1], *context])
    return prices, contexts


def _add(prices: Prices, more: Prices) -> None:
    prices.found += more.found
    prices.questions += more.questions


def _placed(prices: Prices, contexts: list[list[Passage]], offers: Offers) -> list[Placed]:
    found: list[Placed] = []
    for price in prices.found:
        placed = place(price, contexts[price.scope], offers)
        if not placed:
            source = price.sources[0]
            question = f"{price.amount:g}元是哪个等级的收费？原文没有写明，未录入。"
            prices.questions.append(Question(clause=source.clause, quote=source.quote, question=question))
        found += placed
    return found


def _drafts(placed: list[Placed]) -> list[FeeDraft]:
    """One draft per occupation and level; a second table or clause adds to the first."""
    scopes: dict[tuple[str, Level, int], list[Placed]] = {}
    for one in placed:
        scopes.setdefault((fold(one.occupation or ""), one.level, one.price.scope), []).append(one)
    drafts: dict[tuple[str, Level], FeeDraft] = {}
    for (name, level, _), group in scopes.items():
        draft = examination(group)
        if (name, level) in drafts:
            add_other(drafts[name, level], draft)
        else:
            drafts[name, level] = draft
    return list(drafts.values())


def _reaches(rule: RetakeRule, draft: FeeDraft) -> bool:
    """A rule in an annex holds for the prices of that annex only."""
    part = rule.passage.clause.split("·")[0]
    return not part.startswith("附件") or any(one.clause.split("·")[0] == part for one in draft.sources)
