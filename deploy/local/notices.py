"""The operator's tasks: reading in, checking, publishing and taking back notices (`python -m knowledge`)."""

from __future__ import annotations

import os

from deploy.local.bootstrap import APP, ensure
from deploy.local.commands import run_visible
from deploy.local.console import Problem
from deploy.local.tree import Tree


def check_notices(tree: Tree) -> int:
    """Verify the edition in force."""
    return _knowledge(tree, "check")


def ingest(tree: Tree) -> int:
    """Read a published file into a draft: FILE, JSON and OUT (one or both), AGAINST."""
    file = _given("FILE", "make ingest FILE=… JSON=…")
    return _knowledge(tree, "ingest", file, *_options(JSON="--json", OUT="--out", AGAINST="--against"))


def publish(tree: Tree) -> int:
    """Put a draft in force: DRAFT, BY, REASON; YES=1 does not ask."""
    usage = "make publish DRAFT=… BY=…"
    draft, by = _given("DRAFT", usage), _given("BY", usage)
    flags = ["--yes"] if os.environ.get("YES") else []
    flags += ["--accept-questions"] if os.environ.get("ACCEPT_QUESTIONS") else []
    return _knowledge(tree, "publish", draft, f"--by={by}", *_options(REASON="--reason"), *flags)


def withdraw(tree: Tree) -> int:
    """Show a notice no longer: ID, BY, REASON."""
    usage = "make withdraw ID=… BY=… REASON=…"
    notice_id, by, reason = (_given(name, usage) for name in ("ID", "BY", "REASON"))
    return _knowledge(tree, "withdraw", notice_id, f"--by={by}", f"--reason={reason}")


def rollback(tree: Tree) -> int:
    """Put an earlier edition in force again: BY, TO, REASON."""
    by = _given("BY", "make rollback BY=…")
    return _knowledge(tree, "rollback", f"--by={by}", *_options(TO="--to", REASON="--reason"))


def list_editions(tree: Tree) -> int:
    """List the editions and who made them."""
    return _knowledge(tree, "editions")


def list_affected(tree: Tree) -> int:
    """List the stored answers that cite what a notice no longer says: ID."""
    return _knowledge(tree, "affected", _given("ID", "make affected ID=…"))


def _knowledge(tree: Tree, *arguments: str) -> int:
    ensure(tree, (APP,))
    return run_visible(tree, [tree.app_python, "-m", "knowledge", *arguments], tree.environment())


def _given(name: str, usage: str) -> str:
    value = os.environ.get(name, "").strip()
    if not value:
        raise Problem(f"{name} is missing: {usage}", f"缺少 {name}：{usage}")
    return value


def _options(**flags: str) -> list[str]:
    """`--flag=value` for each variable that is set; one word, so that a value may begin with a dash."""
    return [f"{flag}={value}" for name, flag in flags.items() if (value := os.environ.get(name, "").strip())]
