"""The index in Milvus finds what the one on disk finds, and is refused unless it is whole and of this knowledge.

`test_ranking` asks both; here is what is Milvus' own, tried on Milvus Lite.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.library import Library
from knowledge.validity import parse_as_of
from retrieval.backend import build
from retrieval.milvus import MilvusIndex
from retrieval.milvus_store import Store, as_text
from retrieval.opened import Wanted
from retrieval.search import Searcher
from tests.retrieval.lite_index import settings_in
from tests.retrieval.toy import silent

ROOT = Path(__file__).parents[2]
AT = parse_as_of("2026-06-01")
QUESTIONS = (
    "高级工报名要什么条件",
    "考试没通过可以补考吗",
    "推介官的报名时间是什么时候",
    "缺考能退费吗",
    "身份证过期了还能参加考试吗",
    "证书丢了怎么补办",
    "多少分合格",
    "人工智能训练师在哪里报名",
)
FILED = "payment"
ROUNDED = 0.003  # the disk keeps vectors in 16 bits


@pytest.fixture(scope="session")
def real(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    """Search over the real notices in Milvus Lite."""
    settings = settings_in(tmp_path_factory.mktemp("real-milvus"))
    build(library, settings, silent)
    return Searcher(library, settings)


@pytest.mark.parametrize("question", QUESTIONS)
def test_real_notices_answer_with_the_same_clauses(question: str, real: Searcher, searcher: Searcher) -> None:
    hits = [one.search(one.understand(question), AT) for one in (real, searcher)]
    assert hits[1]
    assert [hit.passage for hit in hits[0]][:3] == [hit.passage for hit in hits[1]][:3]
    assert hits[0][0].confidence == pytest.approx(hits[1][0].confidence, abs=0.02)


def test_it_holds_the_same_passages_notices_and_frequencies(real: Searcher, searcher: Searcher) -> None:
    ours, theirs = real.index, searcher.index
    assert list(ours.passages) == list(theirs.passages)
    assert ours.passages[3:7] == theirs.passages[3:7]
    assert ours.passages[459] == theirs.passages[459]
    with pytest.raises(IndexError):
        ours.passages[len(theirs.passages)]
    assert ours.entries == theirs.entries
    assert dict(ours.frequencies) == dict(theirs.frequencies)


def shares(found: dict[int, float]) -> list[float]:
    """The scores as shares of the best, which is how they are fused: Milvus scales BM25 otherwise."""
    best = max(found.values(), default=1.0)
    return [one / best for one in found.values()]


@pytest.mark.parametrize("question", QUESTIONS[:4])
@pytest.mark.parametrize("topic", [None, FILED, "no such topic"])
@pytest.mark.parametrize("narrowed", [False, True])
def test_it_ranks_as_the_disk_does(
    question: str, topic: str | None, narrowed: bool, real: Searcher, searcher: Searcher
) -> None:
    some = frozenset(one.notice_id for one in searcher.index.entries[:2]) if narrowed else None
    wanted = searcher.wanted(searcher.understand(question))
    found = [one.index.rank(wanted, 30, some, topic) for one in (real, searcher)]
    for name in ("words", "bigrams", "dense"):
        theirs, ours = (one[name] for one in found)
        assert shares(theirs) == pytest.approx(shares(ours), abs=ROUNDED)
        assert name == "dense" or [*theirs] == [*ours]
    assert any(found[0].values()) is (topic != "no such topic")


def test_the_topic_that_is_asked_for_is_one_of_the_notices(searcher: Searcher) -> None:
    assert any(FILED in one.topics for one in searcher.index.passages)


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_among_equals_the_first_passage_is_ranked_first(limit: int, toy: Searcher, root: Path) -> None:
    """The notices of 2025 and 2026 say the same: a limit cuts between twins."""
    wanted = toy.wanted(toy.understand("现金缴费"))
    ranked = [*toy.index.rank(wanted, limit)["words"]]
    assert ranked == [*toy.index.rank(wanted, 50)["words"]][:limit]
    cash = [number for number, one in enumerate(toy.index.passages) if "现金" in one.text]
    assert ranked[:2] == cash[: min(limit, 2)]


class Backwards(Store):
    """A server that gives the last of its equal hits first; there are twenty, and one that is better."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def call(self, method: str, *_: object, seconds: float = 0, **named: object) -> object:
        limit = named["limit"]
        assert isinstance(limit, int)
        self.asked.append(limit)
        return [
            [{"number": 20, "distance": 2.0}, *({"number": n, "distance": 1.0} for n in range(19, -1, -1))][:limit]
        ]


def test_equal_hits_beyond_the_limit_are_asked_for_until_the_first_are_known(real: Searcher) -> None:
    server = Backwards()
    index = MilvusIndex(server, "any", 21, (), {}, real.index.encoder)
    assert index._best("words_bm25", "BM25", "4e00", 3, "") == {20: 2.0, 0: 1.0, 1: 1.0}
    assert server.asked == [6, 24]


def test_nothing_is_found_in_no_notices_or_by_no_words(real: Searcher) -> None:
    wanted = real.wanted(real.understand("报名费多少钱"))
    nothing: dict[str, dict[int, float]] = {"words": {}, "bigrams": {}, "dense": {}}
    assert real.index.rank(wanted, 10, frozenset({"no-such-notice"})) == nothing
    blank = Wanted([], [], 0 * wanted.vector)
    assert real.index.rank(blank, 10) == nothing


def test_terms_stay_apart_when_they_are_cut_by_anybody() -> None:
    terms = ["缴费", "a-b.c", "10:30", "一"]
    told = as_text(terms)
    assert told.isascii()
    assert [bytes.fromhex(one).decode("utf-16-be") for one in told.split()] == terms
    assert told.replace(" ", "").isalnum()
