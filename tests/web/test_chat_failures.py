"""What the chat page does with refusals, errors and lost connections: nothing a person typed is lost."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.processes]

SAIA = "上海市人工智能行业协会"
FEE_QUESTION = f"{SAIA}的人工智能训练师三级考试多少钱"
Ask = Callable[[str], Locator]


@pytest.mark.parametrize("length", [500, 501])
def test_500_characters_may_be_sent_and_501_may_not(page: Page, length: int) -> None:
    # A 汉字 outside the basic plane counts once, as it does in the service.
    sent: list[str] = []
    page.on("request", lambda request: "/v1/chat" in request.url and sent.append(request.url))
    page.goto("/")
    box = page.get_by_label("您的问题")
    box.fill("𠮷" + "考" * (length - 1))
    expect(page.get_by_text(f"{length}/500 字")).to_be_visible()
    box.press("Enter")
    if length == 500:
        expect(page.locator(".bubble.assistant")).to_have_count(1)
        return
    expect(page.get_by_role("alert").filter(has_text="超过 500 字")).to_be_visible()
    expect(box).to_have_attribute("aria-invalid", "true")
    expect(page.locator(".bubble")).to_have_count(0)
    assert sent == []
    assert len(box.input_value()) == length  # nothing of the text was cut off


def test_a_lost_connection_keeps_the_words_and_offers_to_try_again(page: Page, expected_errors: list[str]) -> None:
    expected_errors.append("ERR_INTERNET_DISCONNECTED")
    page.goto("/")
    box = page.get_by_label("您的问题")
    page.context.set_offline(True)
    box.fill(FEE_QUESTION)
    box.press("Enter")
    problem = page.locator(".problem")
    expect(problem).to_contain_text("连不上服务")
    expect(problem).to_have_attribute("role", "alert")
    expect(box).to_have_value(FEE_QUESTION)
    expect(page.locator(".bubble")).to_have_count(0)
    page.context.set_offline(False)
    problem.get_by_role("button", name="重试").click()
    expect(page.locator(".bubble.assistant .text")).to_contain_text("500元")
    expect(problem).to_be_empty()
    expect(box).to_have_value("")


def test_an_error_of_the_service_is_not_blamed_on_the_person(page: Page, expected_errors: list[str]) -> None:
    expected_errors.append("status of 503")
    page.route(
        "**/v1/chat", lambda route: route.fulfill(status=503, content_type="text/html", body="<h1>"), times=1
    )
    page.goto("/")
    page.locator(".welcome").get_by_role("button").first.click()
    expect(page.locator(".problem")).to_contain_text("服务暂时出了问题，不是您的操作有误")
    page.get_by_role("button", name="重试").click()
    expect(page.locator(".bubble.assistant")).to_have_count(1)


def test_a_quick_reply_that_failed_is_sent_again_as_it_was(
    page: Page, ask: Ask, expected_errors: list[str]
) -> None:
    expected_errors.append("ERR_FAILED")
    page.goto("/")
    choice = ask("多少钱").get_by_role("button").first
    page.route("**/v1/chat", lambda route: route.abort(), times=1)
    choice.click()
    expect(page.locator(".problem")).to_contain_text(f"没有得到回答的是：“{choice.inner_text()}”")
    expect(page.get_by_label("您的问题")).to_have_value("")
    with page.expect_request("**/v1/chat") as sent:
        page.get_by_role("button", name="重试").click()
    assert "payload" in sent.value.post_data_json
    expect(page.locator(".bubble.assistant")).to_have_count(2)


def test_a_refusal_shows_the_services_own_words(page: Page, expected_errors: list[str]) -> None:
    expected_errors.append("status of 422")
    page.goto("/")
    box = page.get_by_label("您的问题")
    box.fill("/restart")
    with page.expect_response("**/v1/chat") as refused:
        box.press("Enter")
    expect(page.locator(".problem")).to_contain_text(refused.value.json()["detail"])
    expect(page.get_by_role("button", name="重试")).to_have_count(0)
    expect(box).to_have_value("/restart")


def test_too_many_questions_are_told_how_long_to_wait(page: Page, expected_errors: list[str]) -> None:
    expected_errors.append("status of 429")
    page.route("**/v1/chat", lambda route: route.fulfill(status=429, headers={"Retry-After": "7"}, json={}))
    page.goto("/")
    page.locator(".welcome").get_by_role("button").first.click()
    expect(page.locator(".problem")).to_contain_text("请等 7 秒再试")


def test_an_expired_conversation_is_begun_anew_and_the_question_answered(
    page: Page, ask: Ask, expected_errors: list[str]
) -> None:
    expected_errors.append("status of 404")
    page.goto("/")
    ask("你好")
    page.evaluate("sessionStorage.setItem(sessionStorage.key(0), 'nosuchconversation')")
    answer = ask(FEE_QUESTION)
    expect(answer.locator(".text")).to_contain_text("500元")
    expect(page.locator(".divider")).to_contain_text("已经过期")
    expect(page.locator(".divider + .person")).to_have_text(re.compile(FEE_QUESTION))
    page.reload()
    expect(page.locator(".bubble.person .text")).to_have_text([FEE_QUESTION])


def test_an_expired_conversation_is_told_on_reload(page: Page, ask: Ask, expected_errors: list[str]) -> None:
    expected_errors.append("status of 404")
    page.goto("/")
    ask("你好")
    page.evaluate("sessionStorage.setItem(sessionStorage.key(0), 'nosuchconversation')")
    page.reload()
    expect(page.locator(".divider")).to_contain_text("已经过期")
    expect(ask("你好")).to_be_visible()
