"""The conversation over HTTP, with every process running."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx2
import pytest

pytestmark = pytest.mark.processes
NOW = "2026-11-21"


def ask(client: httpx2.Client, text: str, conversation: str | None = None, **more: Any) -> dict[str, Any]:
    body = {"text": text, "as_of": NOW} | ({"conversation_id": conversation} if conversation else {}) | more
    response = client.post("/v1/chat", json=body)
    assert response.status_code == 200, response.text
    return dict(response.json())


def said(answer: dict[str, Any]) -> str:
    return "\n".join(message["text"] for message in answer["messages"])


def cited(answer: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(c["notice_id"], c["clause"], c["status"]) for m in answer["messages"] for c in m["citations"]]


def test_a_fee_is_answered_with_the_clause_and_the_row(client: httpx2.Client) -> None:
    answer = ask(client, "人工智能训练师三级报名费多少钱")
    assert answer["status"] == "answered"
    assert "500元" in said(answer)
    quotes = [(c["clause"], c["quote"]) for m in answer["messages"] for c in m["citations"]]
    assert ("二（四）", "三级/高级 100 400 500") in quotes


def test_a_follow_up_changes_one_thing_and_keeps_the_rest(client: httpx2.Client) -> None:
    first = ask(client, "人工智能训练师三级报名费多少钱")
    second = ask(client, "那四级呢", first["conversation_id"])
    assert "400元" in said(second)
    assert "四级" in said(second)


def test_last_years_notice_is_called_last_years(client: httpx2.Client) -> None:
    answer = ask(client, "交大的考试费打到哪个账号")
    assert "439059226890" in said(answer)
    assert "去年" in said(answer)
    assert {status for _, _, status in cited(answer)} == {"past_year"}


def test_the_same_notice_was_in_force_in_its_year(client: httpx2.Client) -> None:
    answer = ask(client, "交大的考试费打到哪个账号", as_of="2025-06-01")
    assert "439059226890" in said(answer)
    assert "去年" not in said(answer)
    assert {status for _, _, status in cited(answer)} == {"current"}


def test_what_the_notices_do_not_say_is_said_to_be_not_stated(client: httpx2.Client) -> None:
    answer = ask(client, "茶艺师四级多少钱")
    assert answer["status"] == "not_stated"
    assert "元" not in said(answer)


def test_the_weather_is_out_of_scope(client: httpx2.Client) -> None:
    assert ask(client, "今天天气怎么样")["status"] == "out_of_scope"


def test_a_form_is_gone_through_by_its_buttons(client: httpx2.Client) -> None:
    body = {"text": "我28岁，做人力资源3年了，大专毕业，没有证书，能考三级吗", "as_of": NOW}
    asked = client.post("/v1/chat", json=body).json()
    known = {"conversation_id": asked["conversation_id"], "as_of": NOW}
    for _ in range(6):
        buttons = {one["title"]: one["payload"] for one in asked["messages"][-1]["quick_replies"]}
        if "不清楚" not in buttons:
            break
        answer = client.post("/v1/chat", json={"payload": buttons["不清楚"], **known})
        assert answer.status_code == 200, answer.text
        asked = answer.json()
        assert "我了解到的情况：28岁" in asked["messages"][0]["text"]
    else:
        pytest.fail("the form asks on and on")
    assert "修改年龄" in buttons
    asked = client.post("/v1/chat", json={"payload": buttons["修改年龄"], **known}).json()
    asked = client.post("/v1/chat", json={"text": "15", **known}).json()
    assert "我了解到的情况：15岁" in asked["messages"][0]["text"]


def test_a_quick_reply_is_taken_as_it_was_offered(client: httpx2.Client) -> None:
    offered = ask(client, "报名费多少钱")
    assert offered["status"] == "clarification"
    reply = next(one for one in offered["messages"][0]["quick_replies"] if "人工智能训练师" in one["title"])
    body = {"payload": reply["payload"], "conversation_id": offered["conversation_id"], "as_of": NOW}
    answer = client.post("/v1/chat", json=body).json()
    assert answer["status"] == "answered"
    assert "500元" in said(answer)


def test_personal_numbers_are_masked_before_anything_is_stored(client: httpx2.Client) -> None:
    answer = ask(client, "我叫张小明，手机１３８ １２３４ ５６７８，企业人力资源管理师三级多少钱")
    assert "400元" in said(answer)
    assert "手机号" in said(answer)
    history = client.get(f"/v1/conversations/{answer['conversation_id']}/messages").json()
    kept = history["messages"][0]["text"]
    assert "5678" not in kept
    assert "５６７８" not in kept
    assert "张小明" not in kept
    assert "［手机号］" in kept


def test_the_history_keeps_order_and_both_sides(client: httpx2.Client) -> None:
    first = ask(client, "你好")
    ask(client, "养老护理员在哪里考", first["conversation_id"])
    history = client.get(f"/v1/conversations/{first['conversation_id']}/messages").json()["messages"]
    assert [one["role"] for one in history] == ["user", "assistant", "user", "assistant"]
    assert history[2]["text"] == "养老护理员在哪里考"
    assert history[3]["message"]["citations"]


def test_conversations_do_not_see_each_other(client: httpx2.Client) -> None:
    ask(client, "人工智能训练师三级报名费多少钱")
    other = ask(client, "那四级呢")
    assert "400元" not in said(other)


def test_the_same_question_gets_the_same_answer(client: httpx2.Client) -> None:
    answers = [ask(client, "职业培训师什么时候考试") for _ in range(3)]
    texts = {said(one) for one in answers}
    assert len(texts) == 1


def test_many_conversations_at_once_are_kept_apart(client: httpx2.Client) -> None:
    def talk(level: str, amount: str) -> bool:
        first = ask(client, "人工智能训练师报名费多少钱")
        return amount in said(ask(client, f"{level}的", first["conversation_id"]))

    cases = [("五级", "300元"), ("四级", "400元"), ("三级", "500元")] * 6
    with ThreadPoolExecutor(9) as pool:
        assert all(pool.map(lambda case: talk(*case), cases))
