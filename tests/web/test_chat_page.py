"""The chat page as a person meets it, with all processes running."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, Route, expect

pytestmark = [pytest.mark.browser, pytest.mark.processes]

SAIA = "上海市人工智能行业协会"
SJTU = "上海交通大学"
FEE_QUESTION = f"{SAIA}的人工智能训练师三级考试多少钱"
Ask = Callable[[str], Locator]


def citations_of(answer: Locator, issuer: str) -> Locator:
    """The foldable list of what was cited from one issuer."""
    return answer.locator("details.notice", has_text=issuer)


def test_a_fee_stands_beside_its_quote_which_opens_the_notice_at_the_marked_row(
    page: Page, ask: Ask, in_2026: None
) -> None:
    # saia-2026-ai-trainer/source.txt, 二（四）申报缴费: 三级/高级 | 100 | 400 | 500
    page.goto("/")
    answer = ask(FEE_QUESTION)
    expect(answer.locator(".text")).to_contain_text("合计500元")
    fee_row = answer.locator("table.card tr", has_text=SAIA)
    expect(fee_row).to_contain_text(re.compile("三级.*理论知识考试 100\\s元操作技能考试 400\\s元500\\s元"))

    cited = citations_of(answer, SAIA)
    expect(cited.locator("summary")).to_contain_text(f"{SAIA} 2026年")
    expect(cited.locator("summary .badge")).to_have_text("现行")
    cited.locator("summary").click()
    row = cited.locator("li", has_text="三级/高级 100 400 500")
    expect(row.locator(".clause")).to_have_text("二（四）")
    with page.context.expect_page() as opened:
        row.get_by_role("link", name="打开通知原文").click()

    marked = opened.value.locator(".pointed")
    expect(marked.locator("td")).to_have_text(["三级/高级", "100", "400", "500"])
    expect(marked).to_be_in_viewport()


def test_a_past_years_notice_is_marked_by_words_and_shape(page: Page, ask: Ask, in_2026: None) -> None:
    page.goto("/")
    current = citations_of(ask(FEE_QUESTION), SAIA).locator("summary .badge")
    answer = ask(f"{SJTU}的人工智能训练师三级考试多少钱")
    past = citations_of(answer, SJTU).locator("summary .badge")
    expect(past).to_have_text("往年（不是今年的）")
    expect(answer.locator("table.card tr", has_text=SJTU).locator(".badge")).to_have_text("往年（不是今年的）")
    assert current.text_content() == "现行"
    for feature in ("fontWeight", "borderTopWidth", "borderTopLeftRadius"):
        styles = [one.evaluate(f"element => getComputedStyle(element).{feature}") for one in (past, current)]
        assert styles[0] != styles[1], feature


def test_a_quick_reply_answers_and_shows_as_the_persons_own_words_even_after_a_reload(
    page: Page, ask: Ask
) -> None:
    page.goto("/")
    choice = ask("多少钱").get_by_role("button").first
    title = choice.inner_text()
    with page.expect_request("**/v1/chat") as sent:
        choice.click()
    assert "payload" in sent.value.post_data_json
    assert "text" not in sent.value.post_data_json
    expect(page.locator(".bubble.assistant")).to_have_count(2)
    said = ["多少钱", title]
    expect(page.locator(".bubble.person .text")).to_have_text(said)
    page.reload()
    expect(page.locator(".bubble.person .text")).to_have_text(said)


def test_an_example_is_sent_as_the_persons_text(page: Page) -> None:
    page.goto("/")
    example = page.locator(".welcome").get_by_role("button").first
    with page.expect_request("**/v1/chat") as sent:
        example.click()
    assert sent.value.post_data_json["text"] == example.inner_text()
    assert sent.value.post_data_json["channel"] == "web"
    expect(page.locator(".bubble.assistant .text")).to_contain_text("500元")


def test_the_conversation_goes_on_after_a_reload(page: Page, ask: Ask) -> None:
    page.goto("/")
    ask("企业人力资源管理师怎么报名")
    log = page.get_by_role("log")
    before = log.inner_text()
    page.reload()
    expect(page.locator(".bubble.assistant")).to_have_count(1)
    assert log.inner_text() == before
    with page.expect_request("**/v1/chat") as sent:
        ask("你好")
    assert sent.value.post_data_json["conversation_id"]


def test_starting_again_forgets_the_conversation(page: Page, ask: Ask) -> None:
    page.goto("/")
    ask("你好")
    page.get_by_role("button", name="重新开始").click()
    expect(page.locator(".bubble")).to_have_count(0)
    expect(page.get_by_role("status")).to_have_text("已重新开始。")
    with page.expect_request("**/v1/chat") as sent:
        ask("你好")
    assert "conversation_id" not in sent.value.post_data_json
    page.reload()
    expect(page.locator(".bubble.person")).to_have_count(1)


def test_starting_again_drops_the_answer_that_was_on_its_way(page: Page, ask: Ask) -> None:
    held: list[Route] = []
    page.route("**/v1/chat", lambda route: held.append(route), times=1)
    page.goto("/")
    with page.expect_request("**/v1/chat"):
        page.locator(".welcome").get_by_role("button").first.click()
    page.get_by_role("button", name="重新开始").click()
    with page.expect_request_finished(lambda request: "/v1/chat" in request.url):
        held[0].continue_()
    with page.expect_request("**/v1/chat") as sent:
        ask("你好")
    assert "conversation_id" not in sent.value.post_data_json
    expect(page.locator(".bubble")).to_have_count(2)


def test_the_answer_to_a_question_outside_the_notices_says_so(page: Page, ask: Ask) -> None:
    page.goto("/")
    expect(ask("今天天气怎么样").locator(".remark")).to_have_text("不在范围内")


def test_what_a_notice_does_not_state_is_called_so(page: Page, ask: Ask) -> None:
    # sjtu-2025-ai-trainer/source.txt has no line on the fee of a retake.
    page.goto("/")
    expect(ask(f"{SJTU}人工智能训练师三级补考费多少").locator(".remark")).to_have_text("通知没有写明")


def test_a_telephone_number_can_be_dialled(page: Page, ask: Ask, in_2026: None) -> None:
    # saia-2026-ai-trainer/source.txt, 六（三）业务咨询电话: 021-62037717; the supervision numbers were not asked for.
    page.goto("/")
    answer = ask(f"{SAIA}的咨询电话是多少")
    expect(answer.locator(".contact")).to_have_text("咨询电话021-62037717")
    expect(answer.get_by_role("link", name="021-62037717")).to_have_attribute("href", "tel:02162037717")


def test_only_complete_web_addresses_become_links(page: Page, ask: Ask, in_2026: None) -> None:
    # saia-2026-ai-trainer/source.txt, 六（五）: http://biaozhun.osta.org.cn/ in full, and in 三 www.osta.org.cn without http
    page.goto("/")
    card = ask(f"{SAIA}的网址").locator(".contact")
    expect(card).to_contain_text("证书信息查询www.osta.org.cn")
    expect(card.get_by_role("link", name="http://biaozhun.osta.org.cn/")).to_have_count(1)
    links = card.get_by_role("link").all()
    addresses = [link.get_attribute("href") for link in links]
    assert "http://biaozhun.osta.org.cn/" in addresses
    assert not [one for one in addresses if one and "www.osta.org.cn" in one]


def test_assessing_organisations_are_tabled_with_their_levels(page: Page, ask: Ask) -> None:
    # shhrss-2025-catalogue/source.txt, 附件: 4-10-01-05 养老护理员, once with 5、4、3、2、1 and once with 5、4、3
    page.goto("/")
    table = ask("哪里可以考养老护理员").locator("table.card")
    expect(table.locator("tr", has_text="上海市养老服务和老龄产业协会")).to_contain_text(
        "五级、四级、三级、二级、一级"
    )
    expect(table.locator("tr", has_text="上海中福会养老院")).to_contain_text("五级、四级、三级2025年")


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
