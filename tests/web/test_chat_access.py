"""Waiting, keyboard, narrow windows, motion and contrast: the chat page for everybody."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, Route, expect

pytestmark = [pytest.mark.browser, pytest.mark.processes]

SAIA = "上海市人工智能行业协会"
FEE_QUESTION = f"{SAIA}的人工智能训练师三级考试多少钱"
Ask = Callable[[str], Locator]


def test_while_waiting_the_page_says_so_and_sends_nothing_else(page: Page, ask: Ask) -> None:
    held: list[Route] = []
    page.goto("/")
    ask(FEE_QUESTION)
    page.route("**/v1/chat", lambda route: held.append(route))
    box = page.get_by_label("您的问题")
    box.fill(FEE_QUESTION)
    with page.expect_request("**/v1/chat"):
        box.press("Enter")
    expect(page.get_by_role("status")).to_have_text("正在查通知…")
    assert in_sight(page.get_by_role("status")), "the composer lies over it"
    expect(page.get_by_role("button", name="发送")).to_be_disabled()
    box.fill("电话呢")
    box.press("Enter")
    expect(box).to_have_value("电话呢")
    assert len(held) == 1
    held[0].continue_()
    expect(page.locator(".bubble.assistant")).to_have_count(2)
    expect(page.get_by_role("status")).to_be_empty()
    expect(page.get_by_role("button", name="发送")).to_be_enabled()
    expect(box).to_have_value("电话呢")


def test_shift_enter_starts_a_line_and_enter_in_an_input_method_sends_nothing(page: Page) -> None:
    page.goto("/")
    box = page.get_by_label("您的问题")
    box.press_sequentially("三级多少钱")
    box.press("Shift+Enter")
    box.press_sequentially("四级呢")
    expect(box).to_have_value("三级多少钱\n四级呢")
    box.dispatch_event("keydown", {"key": "Enter", "isComposing": True, "bubbles": True})
    expect(page.locator(".bubble")).to_have_count(0)
    box.press("Enter")
    said = page.locator(".bubble.person .text")
    expect(said).to_have_text("三级多少钱 四级呢")
    assert said.inner_text() == "三级多少钱\n四级呢"


def test_everything_can_be_done_with_the_keyboard(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.locator(".welcome button").first).to_be_focused()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    summary = page.locator("details.notice > summary").first
    tab_to(page, summary)
    page.keyboard.press("Enter")
    link = page.locator("details.notice[open] a").first
    tab_to(page, link)
    assert in_sight(link), "the composer lies over what is focused"
    tab_to(page, page.get_by_label("您的问题"))
    page.keyboard.type("你好")
    tab_to(page, page.get_by_role("button", name="发送"))
    page.keyboard.press("Enter")
    expect(page.locator(".bubble.assistant")).to_have_count(2)
    expect(page.get_by_role("button", name="发送")).to_be_focused()


def tab_to(page: Page, target: Locator) -> None:
    target.wait_for()
    for _ in range(60):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"{target} cannot be reached with the Tab key")


def in_sight(target: Locator) -> bool:
    """Whether the middle of the element is inside the window with nothing else drawn over it."""
    return bool(
        target.evaluate("""element => {
            const { left, top, width, height } = element.getClientRects()[0];
            const seen = document.elementFromPoint(left + width / 2, top + height / 2);
            return element.contains(seen);
        }""")
    )


def test_working_out_is_shown_and_markup_in_an_answer_stays_text(page: Page, ask: Ask) -> None:
    # The contract's own example of `computed`, with a text that would run a script if it were taken for HTML.
    markup = "共800元<img src=x onerror=alert(1)>"
    message = {
        "message_id": "1",
        "text": markup,
        "citations": [],
        "computed": [{"text": "800", "explanation": "400 元 × 2 人"}],
        "quick_replies": [],
    }
    reply = {"conversation_id": "c", "status": "partial", "messages": [message], "handoff": False}
    page.route("**/v1/chat", lambda route: route.fulfill(json=reply))
    page.goto("/")
    answer = ask("<b>两个人</b>四级多少钱")
    expect(answer.locator(".text")).to_have_text(markup)
    expect(answer.locator(".workings")).to_have_text("怎么算的400 元 × 2 人 = 800")
    expect(answer.locator(".remark")).to_have_text("有一部分没有答上")
    expect(page.locator(".bubble.person .text")).to_have_text("<b>两个人</b>四级多少钱")


def test_at_320_pixels_nothing_needs_scrolling_sideways(
    page: Page, ask: Ask, no_sideways_scroll: Callable[[Page], None]
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto("/")
    no_sideways_scroll(page)
    for question in (FEE_QUESTION, "多少钱", f"{SAIA}的网址", "哪里可以考养老护理员"):
        ask(question)
    for summary in page.locator("details > summary").all():
        summary.click()
    no_sideways_scroll(page)
    for card in page.locator(".card").all():
        assert card.evaluate("element => element.scrollWidth <= element.parentElement.clientWidth")


def test_everything_to_press_is_large_enough_for_a_finger(page: Page, ask: Ask) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto("/")
    for question in (f"{SAIA}的咨询电话", "多少钱", FEE_QUESTION):
        ask(question)
    for summary in page.locator("details > summary").all():
        summary.click()
    for target in page.locator("button, summary, a").all():
        box = target.bounding_box()
        assert box, target.inner_text()
        assert min(box["width"], box["height"]) >= 24, target.inner_text()
    for button in page.locator("button").all():
        assert button.evaluate("element => element.offsetHeight") >= 44


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1024])
def test_the_chat_meets_wcag_2_2_aa(
    page: Page, ask: Ask, scheme: str, width: int, accessible: Callable[[Page], None], expected_errors: list[str]
) -> None:
    expected_errors.append("ERR_FAILED")
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto("/")
    accessible(page)
    ask(FEE_QUESTION)
    ask(f"{SAIA}的咨询电话")
    ask("多少钱")
    ask("今天天气怎么样")
    for summary in page.locator("details > summary").all():
        summary.click()
    accessible(page)
    page.route("**/v1/chat", lambda route: route.abort())
    page.get_by_label("您的问题").fill("你好")
    page.get_by_label("您的问题").press("Enter")
    page.locator(".problem button").wait_for()
    page.get_by_label("您的问题").fill("考" * 501)
    accessible(page)


@pytest.mark.parametrize(("motion", "behaviour"), [("reduce", "auto"), ("no-preference", "smooth")])
def test_the_page_moves_smoothly_only_where_motion_is_welcome(page: Page, motion: str, behaviour: str) -> None:
    page.emulate_media(reduced_motion="reduce" if motion == "reduce" else "no-preference")
    page.goto("/")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == behaviour
