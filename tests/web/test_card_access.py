"""Every card for everybody, and cards that the page does not know."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from card_data import every
from gateway import gateway
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser

Show = Callable[..., Locator]


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The gateway alone: what a card links to is real, the replies are given."""
    with gateway(tmp_path_factory.mktemp("var")) as url:
        yield url


def unfold(answer: Locator) -> None:
    for summary in answer.locator("summary").all():
        summary.click()


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("certificate", {"certificates": []}),
        ("constructor", {}),
        ("unheard-of", {"a": 1}),
        ("schedule", {}),
        ("schedule", None),
        ("eligibility", {"levels": [{}]}),
        ("retake", {"notices": None}),
        ("discipline", {"cases": [{}, {}]}),
        ("fee", {"fees": [{}]}),
        ("contact", {}),
    ],
)
def test_a_card_that_the_page_does_not_know_leaves_the_text_alone(show: Show, kind: str, data: Any) -> None:
    answer = show(kind, data, "共800元。")
    expect(answer.locator(".text")).to_have_text("共800元。")
    expect(answer.locator(".card, table")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1024])
def test_every_card_meets_wcag_and_needs_no_sideways_scrolling(
    page: Page,
    show: Show,
    width: int,
    scheme: str,
    accessible: Callable[[Page], None],
    no_sideways_scroll: Callable[[Page], None],
) -> None:
    # 320 pixels are also a window of 1280 at 400 %.
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    for name, (data, text) in every().items():
        answer = show(name.partition("-")[0], data, text)
        expect(answer.locator(".card").first).to_be_attached()
        unfold(answer)
        no_sideways_scroll(page)
        for card in answer.locator(".card").all():
            assert card.evaluate("element => element.scrollWidth <= element.parentElement.clientWidth"), name
        for target in answer.locator("a, summary").all():
            box = target.bounding_box()
            assert box, (name, target.inner_text())
            assert min(box["width"], box["height"]) >= 24, (name, target.inner_text())
    accessible(page)
