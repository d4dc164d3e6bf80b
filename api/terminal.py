"""`python -m api.terminal` (make chat): talk to the running service, with citations."""

from __future__ import annotations

import os
import sys
from typing import Any

import httpx2

_STATUS = {"current": "现行", "upcoming": "尚未生效", "past_year": "往年", "superseded": "已被取代"}


def main() -> int:
    """Read lines, print answers; an empty line or Ctrl-D ends."""
    url = f"http://{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
    conversation: str | None = None
    print("问考：请输入问题（空行结束）。")
    with httpx2.Client(base_url=url, timeout=30, trust_env=False) as client:
        while question := _read():
            body = {"text": question, "channel": "api"} | (
                {"conversation_id": conversation} if conversation else {}
            )
            try:
                response = client.post("/v1/chat", json=body)
            except httpx2.TransportError:
                print(f"{url} 没有应答。请先运行 make serve。", file=sys.stderr)
                return 1
            answer = response.json()
            conversation = answer.get("conversation_id", conversation)
            print(render(answer))
    return 0


def _read() -> str:
    try:
        line = input("\n> " if sys.stdin.isatty() else "")
    except EOFError:
        return ""
    if not sys.stdin.isatty() and line.strip():
        print(f"\n> {line.strip()}")
    return line.strip()


def render(answer: dict[str, Any]) -> str:
    """Print one response of /v1/chat, or a problem document."""
    if "messages" not in answer:
        return f"［{answer.get('title')}］{answer.get('detail')}"
    lines = [f"［{answer['status']}］"]
    for message in answer["messages"]:
        lines.append(message["text"])
        lines += [
            f"   〔{_STATUS[one['status']]}·{one['issuer']}·{one['year']}·{one['clause']}〕{one['quote']}"
            for one in message["citations"]
        ]
        lines += [f"   〔算得〕{one['text']}：{one['explanation']}" for one in message["computed"]]
        if message["quick_replies"]:
            lines.append("   可选：" + " / ".join(one["title"] for one in message["quick_replies"]))
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
