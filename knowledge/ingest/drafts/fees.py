"""Draft the fees of a notice, from its tables and its running text."""

from __future__ import annotations

from dataclasses import replace

from knowledge.ingest.drafts.confidence import DOUBTFUL
from knowledge.ingest.drafts.drafted import Drafted
from knowledge.ingest.drafts.fee_assembly import FeeDraft, add_other, examination
from knowledge.ingest.drafts.fee_places import Placed, place
from knowledge.ingest.drafts.fee_prose import PAST, read_prose
from knowledge.ingest.drafts.fee_retakes import apply_rules, concerns, headed_occupations, join_tables
from knowledge.ingest.drafts.fee_tables import PriceTable
from knowledge.ingest.drafts.models import DraftFee, Question
from knowledge.ingest.drafts.offers import Offers, offers_of
from knowledge.ingest.drafts.prices import Price, Prices
from knowledge.ingest.drafts.retakes import retake_rules
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
    rules = retake_rules(list(paragraphs_of(notice)), offers, headed_occupations(notice, offers))
    every = _drafts(placed)
    drafts = [draft for draft in every if draft.components or draft.total is not None]
    unclear = join_tables(drafts, [draft for draft in every if draft not in drafts], offers)
    for draft in drafts:
        apply_rules(draft, rules, drafts, offers)
        if any(concerns(gap, draft, offers) for gap in prices.gaps):
            draft.confidence = min(draft.confidence, DOUBTFUL)
    questions = [*prices.questions, *unclear, *(question for draft in drafts for question in draft.questions)]
    return Drafted(tuple(draft.finished(offers) for draft in drafts), tuple(dict.fromkeys(questions)))


def _prices(notice: Notice, offers: Offers) -> tuple[Prices, list[list[Passage]]]:
    """Every price, and for each scope the lines that introduce it, nearest first."""
    prices, contexts, tabled = Prices(), list[list[Passage]](), set[str]()
    for table in tables_of(notice):
        reader = PriceTable(table, offers, len(contexts))
        if reader.is_one and any(PAST.search(one.text) for one in table.context[:1]):
            prices.ask(table.rows[0].passage, "表中的收费是否已不执行，或属于其他年度？未录入，请确认。")
        elif reader.is_one:
            _add(prices, reader.read())
            contexts.append(list(table.context))
            tabled.add(table.clause)
        elif unread := next((row for row in table.rows if any("元" in cell for cell in row.values)), None):
            prices.ask(unread.passage, "表中的金额没有读懂，请确认是否为评价收费。")
    for clause in notice.clauses.values():
        if clause.path not in _BODY_PARTS:
            own = [Passage(clause.path, line.text) for line in clause.lines if line.kind == "paragraph"]
            context = list(above(clause, notice))
            prose = read_prose(own, context, offers, len(contexts))
            if clause.path in tabled:
                _compare(prices, prose, clause.path)
            else:
                _add(prices, prose)
            contexts.append([*own[:1], *context])
    return prices, contexts


def _compare(prices: Prices, prose: Prices, clause: str) -> None:
    """Running text beside a table explains it; an amount that the table lacks (另收评审费300元) makes it doubtful."""
    inside = [one for one in prices.found if any(source.clause == clause for source in one.sources)]
    for price in prose.found:
        if price.amount in {one.amount for one in inside}:
            continue
        source = price.sources[0]
        prices.ask(Passage(clause, source.quote), f"表外的{price.amount:g}元是否属于评价收费？请确认。")
        prices.found = [
            replace(one, confidence=DOUBTFUL)
            if one in inside and (not price.levels or set(price.levels) & set(one.levels or price.levels))
            else one
            for one in prices.found
        ]


def _add(prices: Prices, more: Prices) -> None:
    prices.found += more.found
    prices.questions += more.questions
    prices.gaps += more.gaps


def _placed(prices: Prices, contexts: list[list[Passage]], offers: Offers) -> list[Placed]:
    """Every price with its level; one question for all prices of a table or clause that have none."""
    found: list[Placed] = []
    open_levels: dict[int, list[Price]] = {}
    for price in prices.found:
        placed = place(price, contexts[price.scope], offers)
        if not placed:
            open_levels.setdefault(price.scope, []).append(price)
        found += placed
    for group in open_levels.values():
        source = group[0].sources[0]
        amounts = "、".join(f"{amount:g}" for amount in dict.fromkeys(one.amount for one in group))
        question = f"{amounts}元是哪个等级的收费？原文没有写明，未录入。"
        prices.questions.append(Question(clause=source.clause, quote=source.quote, question=question))
    return found


def _drafts(placed: list[Placed]) -> list[FeeDraft]:
    """One draft per occupation and level; a second table or clause adds to the first."""
    scopes: dict[tuple[str, Level | None, int], list[Placed]] = {}
    for one in placed:
        scopes.setdefault((fold(one.occupation or ""), one.level, one.price.scope), []).append(one)
    drafts: dict[tuple[str, Level | None], FeeDraft] = {}
    for (name, level, _), group in scopes.items():
        draft = examination(group)
        if (name, level) in drafts:
            add_other(drafts[name, level], draft)
        else:
            drafts[name, level] = draft
    return list(drafts.values())
