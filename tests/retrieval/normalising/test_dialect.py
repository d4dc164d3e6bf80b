"""What other regions say is read as the standard word, and names are left as they are."""

from __future__ import annotations

import pytest

from knowledge.library import Library
from retrieval.analysis import normalise
from retrieval.normalising.dialect import standard


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("考一次几钿", "考一次多少钱"),
        ("好多钱嘛", "多少钱嘛"),
        ("边度报名", "哪里报名"),
        ("搁哪疙瘩报名", "在哪里报名"),
        ("礼拜六上班伐", "礼拜六上班吗"),
        ("中不中", "可以吗"),
    ],
)
def test_words_of_asking_become_standard(said: str, meant: str) -> None:
    assert standard(said) == meant


@pytest.mark.parametrize("text", ["阿拉伯语", "采伐工", "我俩考三级", "哪能考"])
def test_other_words_stay(text: str) -> None:
    assert standard(text) == text


def test_no_name_is_changed(library: Library) -> None:
    names = [normalise(one.alias) for one in library.lexicon.aliases()]
    assert [one for one in names if standard(one) != one] == []
