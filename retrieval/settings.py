"""Every number of retrieval in one place. Scores are cosines with something added; confidence is 0…1."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from knowledge.models import NoticeStatus


class RetrievalSettings(BaseSettings):
    """Overridden by environment variables of the same names (EMBEDDING_MODEL=…, WENKAO_VAR=…)."""

    model_config = SettingsConfigDict(frozen=True)

    embedding_model: str = ""
    """A sentence-transformers model (hub name or folder); empty: the one that ships with the project."""
    wenkao_var: Path = Path("var")
    """Where editions are read and indexes are written and read."""
    milvus_uri: str = ""
    """Where the index is kept instead: `http://host:19530` a Milvus cluster, a path that ends in .db Milvus Lite;
    empty: on disk under `wenkao_var`, searched with FAISS."""
    milvus_token: str = Field(default="", repr=False)
    """What a Milvus cluster asks of its clients: `user:password` or an API key; empty where it asks for nothing."""

    candidates: int = 150
    """How many passages each of the three rankings hands to fusion."""
    region: str = "上海市"
    """Where the service answers for: only notices of this region are looked at, if there are any, unless another is named."""
    narrow_from: int = 5_000
    """In a corpus of more passages only notices in force that fit the names in the question are looked at, if any are."""
    lexical_weight: float = 0.05
    """What the best score of each BM25 ranking adds to a cosine; the others add their share of it (docs/adr/0012)."""
    status_bonus: dict[NoticeStatus, float] = {
        "current": 0.0,
        "upcoming": -0.03,
        "past_year": -0.03,
        "superseded": -0.08,
    }
    """Added to a passage's score, which is a cosine and a little more."""
    subject_bonus: float = 0.2
    """For passages of the organisation, or about the occupation, that the question names."""
    other_subject_bonus: float = -0.14
    """For passages that are about another organisation or occupation than the one named."""

    level_bonus: float = 0.05
    """For passages about the level that the question names."""
    other_level_bonus: float = -0.05
    """For passages about other levels than the one named."""

    unknown_word_weight: float = 3.5
    """What a word that no passage has weighs against coverage; known words weigh log(1 + passages / those with it)."""
    answer_confidence: float = 0.6
    """From here on a passage is given as an answer; below, the question is declined (bench/results/search.md)."""
    focused_confidence: float = 0.3
    """The same where the question's kind is already known and only clauses of that kind are searched."""
    focused_coverage: float = 0.3
    """Where none is confident enough among those clauses, one that speaks of this share of the question is given."""
    topic_coverage: float = 0.4
    """Passages of a topic that speak of this share of the question answer it, whatever the confidence."""

    @property
    def index_root(self) -> Path:
        """Holds one folder for each index that was built lately, called by its fingerprint."""
        return self.wenkao_var / "index"
