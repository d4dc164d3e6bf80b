"""The made-up corpora: the same every time, as large as asked, the real notices unchanged, the copies alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.growth.corpora import Copy, Growth
from bench.growth.wording import Wording
from knowledge.validity import parse_as_of
from knowledge.verification import verified_library
from retrieval.corpus import Corpus
from retrieval.index import build_corpus, open_folder
from retrieval.passages import Passage, passages
from retrieval.search import Searcher
from retrieval.settings import RetrievalSettings

AT = parse_as_of("2026-06-01")


@pytest.fixture(scope="module")
def growth() -> Growth:
    return Growth(verified_library())


def read(corpus: Corpus) -> list[Passage]:
    return [passage for one in corpus.entries for passage in corpus.read(one.notice_id)]


def test_it_is_the_same_every_time(growth: Growth) -> None:
    again = Growth(growth.library)
    assert again.corpus(3_000).entries == growth.corpus(3_000).entries
    assert read(again.corpus(3_000)) == read(growth.corpus(3_000))


@pytest.mark.parametrize("size", [1_000, 10_000, 1_000_000])
def test_it_has_as_many_passages_as_asked(size: int, growth: Growth) -> None:
    entries = growth.corpus(size).entries
    assert sum(one.passages for one in entries) == size
    assert len({one.notice_id for one in entries}) == len(entries)


def test_entries_say_what_the_passages_say(growth: Growth) -> None:
    corpus = growth.corpus(5_000)
    for entry in corpus.entries:
        found = corpus.read(entry.notice_id)
        assert len(found) == entry.passages
        assert {(one.notice_id, one.organisation, one.year) for one in found} == {
            (entry.notice_id, entry.organisation, entry.year)
        }


def test_a_larger_corpus_begins_with_a_smaller_one(growth: Growth) -> None:
    small, large = growth.corpus(1_000).entries, growth.corpus(10_000).entries
    assert large[: len(small) - 1] == small[:-1]


def test_the_real_notices_are_in_unchanged(growth: Growth) -> None:
    corpus, real = growth.corpus(1_000), passages(growth.library)
    assert read(corpus)[: len(real)] == real


def test_another_citys_notice_names_neither_this_city_nor_its_issuer(growth: Growth) -> None:
    copy = Copy(7, "shta-2026-hr", "杭州", "杭州市物流协会", 2024)
    text = "\n".join(one.indexed + one.quote for one in growth.passages(copy))
    assert "上海" not in text
    assert "企业人力资源管理师" not in text
    assert {"2024", "杭州市物流协会"} <= {word for word in ("2024", "杭州市物流协会") if word in text}
    assert growth.front(copy).title.startswith("杭州市物流协会关于开展2024年杭州市")


def test_an_older_year_of_the_same_issuer_has_other_sums_and_dates_and_the_same_rules(growth: Growth) -> None:
    copy = Copy(8, "shta-2026-hr", None, "上海市技师协会", 2023)
    made, real = growth.passages(copy), growth.real.read("shta-2026-hr")
    pairs = [(one, other) for one, other in zip(made, real, strict=True)]
    assert all(one.text != other.text for one, other in pairs if "350元" in other.text)
    assert all(one.text != other.text for one, other in pairs if "月23日" in other.text)
    assert sum(one.text == other.text for one, other in pairs) > len(pairs) / 2
    assert "2026" not in "".join(one.text for one in made)


def test_words_are_replaced_alike_and_standards_stay() -> None:
    wording = Wording(1, {"上海市": "杭州市"}, years=-2, months=1, days=3, fifths=6, host="www.n1.org.cn")
    assert wording("上海市2026年4月20日收350元") == "杭州市2024年5月23日收420元"
    assert wording("规程（2023年版）") == "规程（2023年版）"
    assert wording("1、电话62418668") == "1、电话" + wording("62418668")
    assert wording("100 300 / 400") == "120 360 / 480"


def test_a_small_one_is_built_and_searched(growth: Growth, tmp_path: Path) -> None:
    corpus, settings = growth.corpus(1_000), RetrievalSettings(wenkao_var=tmp_path, embedding_model="")
    folder = build_corpus(corpus, settings, lambda _: None)
    searcher = Searcher(growth.library_of(corpus), settings, open_folder(folder, settings))
    hits = searcher.search(searcher.understand("上海市技师协会的企业人力资源管理师四级考试费多少"), AT)
    assert hits[0].passage.organisation == "上海市技师协会"
    assert len(list(searcher.index.passages)) == 1_000
