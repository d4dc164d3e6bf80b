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
