"""The shipped vectors: numpy alone says the same as sentence-transformers with the same weights."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from retrieval.embedding import HubEncoder, as_sentence_transformer, expand, identity, open_encoder, shipped
from retrieval.static_model import SHIPPED, ModelUnusableError, StaticModel, load_static

TEXTS = ["人工智能训练师三级多少钱", "考场里抽烟会怎么样", "电话 021-62037717", "魑魅魍魉", "三级", "AI"]
LARGEST = 15_000_000  # bytes


def test_numpy_and_sentence_transformers_agree() -> None:
    model = shipped()
    theirs = as_sentence_transformer(model.terms, model.weights()).encode(
        [expand(text) for text in TEXTS], normalize_embeddings=True, show_progress_bar=False
    )
    assert np.allclose(model.encode(TEXTS), theirs, atol=1e-4)


def test_a_saved_model_can_be_named_in_the_settings(tmp_path: Path) -> None:
    model = StaticModel.of(["缴", "费", "缴费"], np.eye(3, 4, dtype=np.float32))
    as_sentence_transformer(model.terms, model.weights()).save(str(tmp_path))
    named = open_encoder(str(tmp_path))
    assert isinstance(named, HubEncoder)
    assert np.allclose(named.encode([expand("缴费")]), model.encode(["缴费"]), atol=1e-5)


def test_the_shipped_model_is_small_and_the_default() -> None:
    assert SHIPPED.stat().st_size <= LARGEST
    assert open_encoder("") is shipped()
    assert identity("") == shipped().digest != identity("BAAI/bge-m3")


def test_vectors_have_length_one_so_that_products_are_cosines() -> None:
    lengths = np.linalg.norm(shipped().encode(["缴费", "准考证打印", "三级多少钱"]), axis=1)
    assert np.allclose(lengths, 1.0, atol=1e-5)


@pytest.mark.parametrize("text", ["", "！？……", "👍"])
def test_a_text_without_any_term_is_zero_and_no_error(text: str) -> None:
    vector = shipped().encode([text])
    assert not vector.any()
    assert np.isfinite(vector).all()


@pytest.mark.parametrize(
    ("asked", "says", "other"),
    [
        ("手机响了咋办", "使用手机等电子设备的，取消当次全部科目成绩", "证书由考生本人领取"),
        ("钱转到哪里", "评价服务费汇入指定银行账户", "考试前五个工作日下载准考证"),
        ("分数几时出来", "一般20个工作日内可查询成绩", "申报方式包括团体申报和个人申报"),
    ],
)
def test_what_people_say_is_near_to_what_answers_it(asked: str, says: str, other: str) -> None:
    near, far = shipped().encode([says, other]) @ shipped().encode([asked])[0]
    assert near > far


def test_rounding_to_integers_keeps_the_vectors(tmp_path: Path) -> None:
    weights = np.random.default_rng(1).standard_normal((4, 8)).astype(np.float32)
    StaticModel.of(["缴", "费", "缴费", "a"], weights).save(tmp_path / "model.safetensors")
    read = load_static(tmp_path / "model.safetensors")
    assert read.terms == ("缴", "费", "缴费", "a")
    assert np.allclose(read.weights(), weights, atol=np.abs(weights).max() / 127)


@pytest.mark.parametrize("content", [b"", b"not a model", b"\x00" * 64])
def test_a_damaged_file_is_refused_with_what_to_run(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(content)
    with pytest.raises(ModelUnusableError, match="make embedding"):
        load_static(tmp_path / "model.safetensors")
    with pytest.raises(ModelUnusableError, match=r"missing\.safetensors"):
        load_static(tmp_path / "missing.safetensors")
