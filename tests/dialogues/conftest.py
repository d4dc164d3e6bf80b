"""Counts the open conversations at the end of the run, so that nobody overlooks them."""

from __future__ import annotations

from collections import Counter

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reports = terminalreporter.getreports("passed")
    found = Counter(value for report in reports for name, value in report.user_properties if name == "open")
    if found:
        terminalreporter.write_line(
            f"open conversations (tests/dialogues/open.yml): {found['open']} not answered as expected yet, "
            f"{found['answered']} answered and ready to be struck off"
        )
