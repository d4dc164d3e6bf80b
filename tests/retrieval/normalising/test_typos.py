"""Slips outside the field's terms: put right where they are plain, and what was never read before stays as it is."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
import yaml

from bench.evaluation.perturb import mistyped
from retrieval.analysis import is_word, word_likelihood
from retrieval.normalising import Normaliser
from retrieval.normalising.character_model import CharacterModel, framed
from retrieval.normalising.slips import Slip
from retrieval.normalising.typos import Typos

ROOT = Path(__file__).parents[3]
HEARD = ["什么时候可以报名", "几点有人接电话", "你是真人吗", "钱可以退吗", "在哪里报名", "要带什么"] * 3


@pytest.fixture(scope="module")
def typos() -> Typos:
    return Typos(CharacterModel(HEARD), list, is_word, word_likelihood)


@pytest.fixture(scope="module")
def unread() -> list[str]:
    """Questions of the tests, which the service's model does not learn from."""
    raw = yaml.safe_load((ROOT / "tests" / "nlu" / "questions.yml").read_text(encoding="utf-8"))
    return sorted({str(one["text"]) for one in raw})


def test_a_context_that_was_heard_is_likelier() -> None:
    model = CharacterModel(HEARD)
    heard, other = framed("几点有人"), framed("几碘有人")
    assert model.log_likelihood(heard, 2, 6) > model.log_likelihood(other, 2, 6) + 5


def test_a_character_of_the_same_sound_and_swapped_neighbours_are_found(typos: Typos) -> None:
    (other,) = typos.find("几碘有人接电话", [])
    assert (other.start, other.end, other.said, other.meant) == (1, 2, "碘", "点")
    (swapped,) = typos.find("钱可退以吗", [])
    assert swapped == Slip(2, 4, "退以", "以退")


def test_what_is_known_to_be_right_stays(typos: Typos) -> None:
    assert typos.find("几碘有人接电话", [(0, 2)]) == []


def test_an_unheard_text_stays(typos: Typos) -> None:
    assert typos.find("厨房里煮着一锅汤", []) == []


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("外地户口能人考工智能训练师吗", "外地户口能考人工智能训练师吗"),
        ("人工智能训练四师级多少钱", "人工智能训练师四级多少钱"),
        ("职业培训师可以一考级吗", "职业培训师可以考一级吗"),
        ("我这把年纪五考级训练师", "我这把年纪考五级训练师"),
        ("她做人事年八了", "她做人事八年了"),
        ("友朋考训练师三级花了550", "朋友考训练师三级花了550"),
    ],
)
def test_a_swap_at_the_edge_of_a_name_or_of_an_amount_is_found(
    said: str, meant: str, normaliser: Normaliser
) -> None:
    assert normaliser.normalise(said).text == meant


@pytest.mark.parametrize(
    "text",
    [
        "等我盖好章再去",
        "是缴完费才审材料吗",
        "考试戴耳机会怎么处理",
        "人工智能训练老师",
        "职业培训大师",
        "考试交费",
        "三年级",
        "第一考场",
        "照哪种考",
        "什么都不勾",
        "周六补班",
        "没过的补能吗",
    ],
)
def test_what_only_looks_like_a_swap_stays(text: str, normaliser: Normaliser) -> None:
    assert normaliser.normalise(text).text == text


def test_unread_questions_stay_as_they_are(normaliser: Normaliser, unread: list[str]) -> None:
    changed = [(text, found.changes) for text in unread if (found := normaliser.normalise(text)).changes]
    print(f"\n{len(changed)} of {len(unread)} changed:", *changed, sep="\n")
    assert len(changed) <= 0.01 * len(unread)


def test_most_slips_in_unread_questions_are_put_right(normaliser: Normaliser, unread: list[str]) -> None:
    pairs = [(normaliser.normalise(text).text, mistyped(text, random.Random(text))) for text in unread]
    slips = [(meant, said) for meant, said in pairs if _letters(said) != _letters(meant)]
    right = [_letters(normaliser.normalise(said).text) == _letters(meant) for meant, said in slips]
    print(f"\n{sum(right)} of {len(right)} put right")
    assert sum(right) > 0.65 * len(right)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text)
