"""An index of the real notices, and a toy corpus small enough to know by heart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.library import Library, load_library
from retrieval.backend import build
from retrieval.search import Searcher
from retrieval.settings import RetrievalSettings

ORGANISATIONS = """
- {id: baking, name: 上海烘焙协会, aliases: [烘焙协会]}
- {id: tea, name: 上海茶艺学会, aliases: [茶艺学会]}
"""
OCCUPATIONS = """
- {code: 4-03-02-04, name: 烘焙师, aliases: [面包师], specialisations: []}
- {code: 4-03-02-07, name: 茶艺师, aliases: [], specialisations: []}
"""
FRONT = """---
id: {id}
title: {issuer}关于{year}年考试的通知
issuer: {issuer}
document_number: null
published_on: null
year: {year}
in_force_from: {year}-01-01
in_force_until: {year}-12-31
kind: organisation
subject: 考试
replaces: null
url: null
---
## 标题

{issuer}关于{year}年考试的通知

## 正文

"""
CATALOGUE = """
- organisation: {issuer}
  registration_number: null
  code: null
  occupation: {occupation}
  levels: [3]
  kind: skill_level
  sources: [{{clause: 一, quote: {occupation}}}]
"""
TEA = """一、评价的职业是茶艺师。

二、缴费。考生在网上缴费，超过期限不予受理。

三、证书由考生本人持身份证领取。
"""
BAKING = """一、评价的职业是烘焙师。

二、关于考试

（一）缴费。考生在窗口用现金缴费，当场开具发票。

（二）准考证。考前三天在网站打印准考证[^1]。

（三）考试时间

| 批次 | 报名 | 考试 |
|---|---|---|
| 春季 | 二月 | 四月 |
| 秋季 | ^ | 十月 |

三、证书由考生本人持身份证领取。

[^1]: 准考证遗失的，凭户口簿重新打印。
"""

Corpus = Callable[..., Library]


def write_notice(root: Path, notice_id: str, issuer: str, year: int, body: str, occupation: str) -> None:
    folder = root / "notices" / notice_id
    (folder / "facts").mkdir(parents=True, exist_ok=True)
    front = FRONT.format(id=notice_id, issuer=issuer, year=year)
    (folder / "notice.md").write_text(front + body, encoding="utf-8")
    catalogue = CATALOGUE.format(issuer=issuer, occupation=occupation)
    (folder / "facts" / "catalogue.yml").write_text(catalogue, encoding="utf-8")


@pytest.fixture(scope="session")
def toy_root(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """A fresh copy of the toy corpus: 烘焙 of 2025 and 2026, 茶艺 of 2026."""

    def make() -> Path:
        root = tmp_path_factory.mktemp("toy")
        (root / "lexicon").mkdir()
        (root / "lexicon" / "organisations.yml").write_text(ORGANISATIONS, encoding="utf-8")
        (root / "lexicon" / "occupations.yml").write_text(OCCUPATIONS, encoding="utf-8")
        (root / "lexicon" / "outside.yml").write_text("place: [北京]\n", encoding="utf-8")
        write_notice(root, "baking-2025", "上海烘焙协会", 2025, BAKING, "烘焙师")
        write_notice(root, "baking-2026", "上海烘焙协会", 2026, BAKING, "烘焙师")
        write_notice(root, "tea-2026", "上海茶艺学会", 2026, TEA, "茶艺师")
        return root

    return make


def settings_in(folder: Path, milvus_uri: str = "") -> RetrievalSettings:
    """The default settings with an index of their own, whatever the environment says."""
    return RetrievalSettings(wenkao_var=folder, embedding_model="", milvus_uri=milvus_uri, milvus_token="")


@pytest.fixture(scope="session", params=["", "milvus.db"], ids=["disk", "milvus"])
def toy(
    request: pytest.FixtureRequest, toy_root: Callable[[], Path], tmp_path_factory: pytest.TempPathFactory
) -> Searcher:
    """Search over the toy corpus, on disk and in Milvus Lite."""
    library = load_library(toy_root())
    folder = tmp_path_factory.mktemp("toy-index")
    settings = settings_in(folder, str(folder / request.param) if request.param else "")
    build(library, settings, lambda _: None)
    return Searcher(library, settings)


@pytest.fixture(scope="session")
def searcher(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    """Search over the real notices, indexed apart from `var/`; tests of the bot share the same folder."""
    settings = settings_in(tmp_path_factory.getbasetemp() / "wenkao-index")
    build(library, settings, lambda _: None)
    return Searcher(library, settings)


@pytest.fixture
def root(toy_root: Callable[[], Path]) -> Path:
    """A toy corpus of the test's own."""
    return toy_root()
