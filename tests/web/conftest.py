"""A browser for the pages: Debian's Chromium, driven by playwright."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
IN_2026 = "2026-05-06T10:00:00+08:00"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    # Module, not session: while playwright runs, no other event loop can run in this thread.
    if not CHROMIUM.exists():
        pytest.fail(f"{CHROMIUM} is missing: apt-get install chromium fonts-noto-cjk")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture
def expected_errors() -> list[str]:
    """Parts of console messages that a test provokes; anything else in the console fails it."""
    return []


@pytest.fixture
def page(browser: Browser, service: str, expected_errors: list[str]) -> Iterator[Page]:
    """An empty tab that fails the test on console errors, uncaught exceptions and requests to other hosts."""
    context = browser.new_context(
        base_url=service,
        viewport={"width": 1024, "height": 800},
        reduced_motion="reduce",  # nothing is still sliding when a test looks
    )
    complaints: list[str] = []
    _watch(context, service, complaints)
    yield context.new_page()
    context.close()
    unexpected = [one for one in complaints if not any(part in one for part in expected_errors)]
    assert not unexpected, unexpected


def _watch(context: BrowserContext, service: str, complaints: list[str]) -> None:
    context.on("console", lambda said: said.type == "error" and complaints.append(f"console: {said.text}"))
    context.on("weberror", lambda failure: complaints.append(f"uncaught: {failure.error}"))
    context.on(
        "request", lambda asked: asked.url.startswith(service) or complaints.append(f"another host: {asked.url}")
    )


@pytest.fixture
def in_2026(page: Page) -> None:
    """Let the pages be answered as in May 2026, whatever the day of the test."""

    def chat(route: Route) -> None:
        body = route.request.post_data_json
        route.continue_(post_data=json.dumps({**body, "as_of": IN_2026}))

    page.context.route("**/v1/chat", chat)
    page.context.route(
        "**/v1/notices/*", lambda route: route.continue_(url=f"{route.request.url}?as_of=2026-05-06")
    )


Ask = Callable[[str], Locator]
Show = Callable[..., Locator]


@pytest.fixture
def ask(page: Page) -> Ask:
    """Type a question, press Enter, wait; returns the assistant's last message."""

    def typed(question: str) -> Locator:
        answers = page.locator(".bubble.assistant")
        before = answers.count()
        page.get_by_label("您的问题").fill(question)
        page.get_by_label("您的问题").press("Enter")
        answers.nth(before).wait_for()
        return answers.nth(answers.count() - 1)

    return typed


@pytest.fixture
def show(page: Page) -> Show:
    """Let the page be answered with a card; returns the message that shows it."""

    def shown(kind: str, data: Any, text: str = "如下。") -> Locator:
        message = {
            "message_id": "1",
            "text": text,
            "citations": [],
            "computed": [],
            "quick_replies": [],
            "card": {"type": kind, "data": data},
        }
        reply = {"conversation_id": "c", "status": "answered", "messages": [message], "handoff": False}
        page.route("**/v1/chat", lambda route: route.fulfill(json=reply))
        if page.url == "about:blank":
            page.goto("/")
        answers = page.locator(".bubble.assistant")
        before = answers.count()
        page.locator(".welcome").get_by_role("button").first.click()
        answer = answers.nth(before)
        expect(answer.locator(".text")).to_have_text(text)
        return answer

    return shown


@pytest.fixture
def accessible() -> Callable[[Page], None]:
    """Check the page against WCAG 2.2 A and AA with axe."""

    def check(page: Page) -> None:
        results = Axe().run(page, options={"runOnly": {"type": "tag", "values": WCAG}})
        violations: list[dict[str, Any]] = results.response["violations"]
        assert not violations, results.generate_report()

    return check


@pytest.fixture
def no_sideways_scroll() -> Callable[[Page], None]:
    """Check that the page is not wider than the window."""

    def check(page: Page) -> None:
        assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0

    return check
