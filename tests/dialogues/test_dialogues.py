"""Whole conversations through the running service: expected figures, clauses and statuses, never phrasing.

Each `*.yml` here holds conversations. `status` lists what is allowed; `figures` stand in the text, `not_figures` do not;
`notice`, `clause` (a prefix) and `cited_status` must each be met by one citation.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Any

import httpx2
import pytest
import yaml

pytestmark = pytest.mark.processes
NOW = "2026-11-21"
FOLDER = Path(__file__).parent
NOTICES = FOLDER.parent.parent / "knowledge" / "notices"
CONVERSATIONS = [
    pytest.param(one, id=f"{file.stem}: {one['title']}")
    for file in sorted(FOLDER.glob("*.yml"))
    for one in yaml.safe_load(file.read_text(encoding="utf-8"))
]
KEYS = {"say", "status", "figures", "not_figures", "notice", "clause", "cited_status"}


@pytest.mark.parametrize("conversation", CONVERSATIONS)
def test_conversation(service: str, conversation: dict[str, Any]) -> None:
    known: str | None = None
    with httpx2.Client(base_url=service, timeout=60, trust_env=False) as client:
        for turn in conversation["turns"]:
            assert turn.keys() <= KEYS, f"unknown keys in {conversation['title']}: {turn.keys() - KEYS}"
            body = {"text": turn["say"], "as_of": str(conversation.get("as_of", NOW))}
            response = client.post("/v1/chat", json=body | ({"conversation_id": known} if known else {}))
            assert response.status_code == 200, response.text
            answer = response.json()
            known = answer["conversation_id"]
            check(turn, answer)


def check(turn: dict[str, Any], answer: dict[str, Any]) -> None:
    text = "\n".join(message["text"] for message in answer["messages"])
    citations = [citation for message in answer["messages"] for citation in message["citations"]]
    told = f"「{turn['say']}」 → {answer['status']}: {text}"
    assert answer["status"] in turn.get("status", [answer["status"]]), told
    for figure in turn.get("figures", []):
        assert plain(figure) in plain(text), f"{figure} is missing: {told}"
    for figure in turn.get("not_figures", []):
        assert plain(figure) not in plain(text), f"{figure} should not be there: {told}"
    if "notice" in turn:
        assert turn["notice"] in {one["notice_id"] for one in citations}, told
    if "clause" in turn:
        assert any(one["clause"].startswith(turn["clause"]) for one in citations), told
    if "cited_status" in turn:
        assert turn["cited_status"] in {one["status"] for one in citations}, told
    for message in answer["messages"]:
        every_digit_has_a_source(message, turn["say"])
        every_quote_is_published(message)


def every_digit_has_a_source(message: dict[str, Any], said: str) -> None:
    """An independent reading of the contract's rule, by runs of digits."""
    sources = [citation["quote"] for citation in message["citations"]] + [said]
    sources += [part for one in message["computed"] for part in one.values()]
    known = set(re.findall(r"\d+", unicodedata.normalize("NFKC", " ".join(sources))))
    printed = set(re.findall(r"\d+", unicodedata.normalize("NFKC", message["text"])))
    assert printed <= known, f"{printed - known} have no source in {message['text']}"


def every_quote_is_published(message: dict[str, Any]) -> None:
    """Quotes are verbatim: they stand in the published text, white space and footnote marks apart."""
    for citation in message["citations"]:
        source = (NOTICES / citation["notice_id"] / "source.txt").read_text(encoding="utf-8")
        assert squeezed(citation["quote"]) in squeezed(source), citation["quote"]


def squeezed(text: str) -> str:
    text = re.sub(r"<sup>.*?</sup>|\[\^\w+\]|[<>#]", "", text)
    return re.sub(r"\s|\^?[①-⑳]", "", unicodedata.normalize("NFKC", text))


def plain(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", str(text)))
