"""Whole conversations through the running service: expected figures, clauses and statuses, never phrasing.

Each `*.yml` here holds conversations. `status` lists what is allowed; `figures` stand in the text, `not_figures` do not;
`notice`, `clause` (a prefix) and `cited_status` must each be met by one citation. `verdict` is what the answer to
something heard begins with: a plain yes (true) or no (false).

`open.yml` lists the conversations that are not answered as expected yet, with what is wrong. They run too: no figure of
theirs may be without source, no quote unpublished. The summary at the end of the run counts them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
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
    if file.stem != "open"
    for one in yaml.safe_load(file.read_text(encoding="utf-8"))
]
KEYS = {"say", "status", "figures", "not_figures", "notice", "clause", "cited_status", "verdict"}


OPEN: dict[str, str] = yaml.safe_load((FOLDER / "open.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("conversation", CONVERSATIONS)
def test_conversation(
    service: str, conversation: dict[str, Any], record_property: Callable[[str, str], None]
) -> None:
    failures = list(talk(service, conversation))
    if conversation["title"] in OPEN:
        record_property("open", "answered" if not failures else "open")
        return
    assert not failures, "\n".join(failures)


def test_every_open_conversation_exists() -> None:
    assert OPEN.keys() <= {one.values[0]["title"] for one in CONVERSATIONS}


def talk(service: str, conversation: dict[str, Any]) -> Iterator[str]:
    """Hold the conversation; yield what is not as expected. Sources are checked at once, whatever is expected."""
    known: str | None = None
    with httpx2.Client(base_url=service, timeout=60, trust_env=False) as client:
        for turn in conversation["turns"]:
            assert turn.keys() <= KEYS, f"unknown keys in {conversation['title']}: {turn.keys() - KEYS}"
            body = {"text": turn["say"], "as_of": str(conversation.get("as_of", NOW))}
            response = client.post("/v1/chat", json=body | ({"conversation_id": known} if known else {}))
            assert response.status_code == 200, response.text
            answer = response.json()
            known = answer["conversation_id"]
            for message in answer["messages"]:
                every_digit_has_a_source(message, turn["say"])
                every_quote_is_published(message)
            yield from unmet(turn, answer)


def unmet(turn: dict[str, Any], answer: dict[str, Any]) -> Iterator[str]:
    """What the turn expects and the answer does not meet."""
    text = "\n".join(message["text"] for message in answer["messages"])
    citations = [citation for message in answer["messages"] for citation in message["citations"]]
    met = {
        f"status {turn.get('status')}": answer["status"] in turn.get("status", [answer["status"]]),
        f"notice {turn.get('notice')}": "notice" not in turn
        or turn["notice"] in {one["notice_id"] for one in citations},
        f"clause {turn.get('clause')}": any(one["clause"].startswith(turn.get("clause", "")) for one in citations)
        or "clause" not in turn,
        f"cited status {turn.get('cited_status')}": "cited_status" not in turn
        or turn["cited_status"] in {one["status"] for one in citations},
        f"verdict {turn.get('verdict')}": "verdict" not in turn or verdict(text) is turn["verdict"],
    }
    met |= {f"figure {one}": stands(one, text) for one in turn.get("figures", [])}
    met |= {f"no figure {one}": not stands(one, text) for one in turn.get("not_figures", [])}
    for expected, holds in met.items():
        if not holds:
            yield f"「{turn['say']}」: expected {expected}, got {answer['status']}: {text}"


def verdict(text: str) -> bool | None:
    """The plain yes or no that an answer begins with: a no in its first sentence counts before a yes."""
    told = re.sub(r"^(?:(?:下面说的是|您的话里有|“.”按)[^。\n]*。\s*)+", "", text.lstrip())
    first = re.split(r"[。！？；\n]", told)[0]
    if re.match(r"对[，。：]", first + "。"):
        return True
    if re.search(
        r"不(?:是|算|对|能|可|会|用|必|要|行|需|得|应|再|受|住|保|退|办|免|止|准|一定|含)|没有|并非|未|不再", first
    ):
        return False
    return True if re.match(r"(?:是|对|没错|可以|能|会|要|需要|有|算)", first) else None


def stands(figure: Any, text: str) -> bool:
    """The figure stands in the text, not as a part of a longer number."""
    wanted = re.escape(plain(figure))
    before, after = r"(?<![\d.])" if wanted[0].isdigit() else "", r"(?!\d)" if wanted[-1].isdigit() else ""
    return re.search(f"{before}{wanted}{after}", plain(text)) is not None


def every_digit_has_a_source(message: dict[str, Any], said: str) -> None:
    """An independent reading of the contract's rule, by runs of digits."""
    sources = [citation["quote"] for citation in message["citations"]] + [said]
    sources += [part for one in message["computed"] for part in one.values()]
    known = set(re.findall(r"\d+", unicodedata.normalize("NFKC", " ".join(sources))))
    printed = set(re.findall(r"\d+", unicodedata.normalize("NFKC", message["text"])))
    assert printed <= known, f"{printed - known} have no source in {message['text']}"


def every_quote_is_published(message: dict[str, Any]) -> None:
    """Quotes are verbatim (tests/knowledge compares the repaired notices with the published text)."""
    for citation in message["citations"]:
        notice = (NOTICES / citation["notice_id"] / "notice.md").read_text(encoding="utf-8")
        assert squeezed(citation["quote"]) in squeezed(notice), citation["quote"]


def squeezed(text: str) -> str:
    """Without white space, footnote marks and what draws a table."""
    return re.sub(r"\s|\[\^\w+\]|[|^<]", "", text)


def plain(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", str(text)))
