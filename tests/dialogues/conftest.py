"""Counts the open conversations at the end of the run, so that nobody overlooks them."""

from __future__ import annotations

from collections import Counter

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reports = terminalreporter.getreports("passed")
    open_ones = [(one.nodeid, value) for one in reports for name, value in one.user_properties if name == "open"]
    found = Counter(value for _, value in open_ones)
    if found:
        terminalreporter.write_line(
            f"open conversations (tests/dialogues/open.yml): {found['open']} not answered as expected yet, "
            f"{found['answered']} answered and ready to be struck off"
        )
    for nodeid in (nodeid for nodeid, value in open_ones if value == "answered"):
        terminalreporter.write_line(f"answered now: {nodeid}")
