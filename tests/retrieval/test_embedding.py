"""The default vectors: numpy alone says the same as sentence-transformers on the same folder."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from retrieval.embedding import HubEncoder, StaticEncoder, build_static, expand, open_encoder
from retrieval.index import index_folder
from retrieval.search import Searcher

TEXTS = [
    "人工智能训练师三级多少钱",
    "考场里抽烟会怎么样",
    "电话 021-62037717",
    "魑魅魍魉",
    "三级",
    "AI",
]


@pytest.fixture(scope="session")
def folder(searcher: Searcher) -> Path:
    return index_folder(searcher.library, searcher.settings) / "model"


def test_numpy_and_sentence_transformers_agree(folder: Path) -> None:
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(folder), device="cpu")
    theirs = model.encode([expand(text) for text in TEXTS], normalize_embeddings=True, show_progress_bar=False)
    ours = StaticEncoder(folder).encode(TEXTS)
    assert ours.shape == (len(TEXTS), model.get_embedding_dimension())
    assert np.allclose(ours, theirs, atol=1e-5)


def test_the_saved_model_opens_like_any_sentence_transformers_model(folder: Path) -> None:
    """The very path of a model named in the settings."""
    named = open_encoder(str(folder), Path("unused"))
    assert isinstance(named, HubEncoder)
    assert np.allclose(named.encode([expand(TEXTS[0])]), StaticEncoder(folder).encode([TEXTS[0]]), atol=1e-5)


def test_vectors_have_length_one_so_that_products_are_cosines(folder: Path) -> None:
    lengths = np.linalg.norm(StaticEncoder(folder).encode(["缴费", "准考证打印", "三级多少钱"]), axis=1)
    assert np.allclose(lengths, 1.0, atol=1e-5)


@pytest.mark.parametrize("text", ["", "！？……", "👍"])
def test_a_text_without_any_term_is_zero_and_no_error(text: str, folder: Path) -> None:
    vector = StaticEncoder(folder).encode([text])
    assert not vector.any()
    assert np.isfinite(vector).all()


def test_texts_that_share_words_are_nearer_than_texts_that_do_not(tmp_path: Path) -> None:
    texts = ["考生在窗口缴费", "考前三天打印准考证", "证书由本人领取"]
    build_static(texts, 256, tmp_path / "model")
    encoder = StaticEncoder(tmp_path / "model")
    near, far = encoder.encode(["窗口缴费", "打印准考证"]) @ encoder.encode([texts[0]])[0]
    assert near > far + 0.3


def test_the_same_texts_build_the_same_vectors(tmp_path: Path) -> None:
    for name in ("one", "two"):
        build_static(["考生在窗口缴费", "打印准考证"], 64, tmp_path / name)
    one, two = (StaticEncoder(tmp_path / name).encode(TEXTS) for name in ("one", "two"))
    assert np.array_equal(one, two)
