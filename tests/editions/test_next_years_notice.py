"""The fictional notice of 2027: ingested, compared, published into the running service under load, rolled back."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2
import pytest
import yaml

from knowledge.library import ROOT
from tests.conftest import Running
from tests.knowledge.ingest.edition_2027 import SAIA, edition_2027
from tests.knowledge.ingest.rendering import render_docx

pytestmark = pytest.mark.processes
ISSUER = "上海市人工智能行业协会"
IN_2026, IN_2027 = "2026-06-01", "2027-06-01"
WAIT = 90.0  # seconds that an exchange may take on a busy machine
# What the eight edits mean to an applicant, written from the edits: field, old, new.
EXPECTED = {
    ("人工智能训练师三级考试费（操作技能考试）", "400元", "450元"),
    ("人工智能训练师三级合计", "500元", "550元"),
    ("补考费", "说明:补考费用与正考费用一致,按照补考的模块收费。", "说明:补考费用为每个模块150元。"),
    ("申报时间（5月评价）", "4月", "4月10日前"),
    (
        "业务受理地址",
        "上海市浦东新区中科路1750号T1栋模力社区515室",
        "上海市浦东新区中科路1750号T1栋模力社区601室",
    ),
    ("咨询电话", "021-62037717", "021-62037799"),
    ("成绩有效期（五级、四级、三级）", "两年", "三年"),
    ("新增条款 四（五）", None, "（五）考生因突发疾病未能参加评价的，凭医院证明可申请延期一次。"),
    ("删除条款 四（四）", "（四）参加本市职业技能竞赛成绩不合格者，不能进行补考。", None),
}


@dataclass
class Load:
    """Requests without pause by several clients; what came back, and what went wrong."""

    answers: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    stop: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self, url: str) -> None:
        async with httpx2.AsyncClient(base_url=url, timeout=30) as client:
            while not self.stop.is_set():
                for ask in (
                    self._fee(client, IN_2026),
                    self._fee(client, IN_2027),
                    self._chat(client),
                    self._search(client),
                ):
                    await ask

    async def _fee(self, client: httpx2.AsyncClient, day: str) -> None:
        query = {"organisation": ISSUER, "level": "3", "as_of": day}
        got = await self._got(client.get("/v1/fees", params=query))
        if got:
            fee = got["fees"][0]
            self.answers[f"{day} {fee['total']:g} {fee['year']} {fee['status']}"] += 1

    async def _chat(self, client: httpx2.AsyncClient) -> None:
        body = {"text": f"{ISSUER}三级考试费多少", "as_of": IN_2026}
        got = await self._got(client.post("/v1/chat", json=body))
        if got:
            self.answers["chat 2026 " + ("500" if "500元" in got["messages"][0]["text"] else "wrong")] += 1

    async def _search(self, client: httpx2.AsyncClient) -> None:
        if await self._got(client.get("/v1/search", params={"q": "补考有效期"})):
            self.answers["search"] += 1

    async def _got(self, request: Any) -> dict[str, Any] | None:
        try:
            response = await request
        except httpx2.HTTPError as error:
            self.failures.append(repr(error))
            return None
        if response.status_code != httpx2.codes.OK:
            self.failures.append(f"{response.status_code} {response.text[:200]}")
            return None
        return dict(response.json())


def knowledge(running: Running, *arguments: str) -> str:
    """One command as an operator types it, against the running service's knowledge."""
    done = subprocess.run(
        [sys.executable, "-m", "knowledge", *arguments],
        cwd=ROOT.parent,
        env={**os.environ, "WENKAO_VAR": str(running.var)},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def draft(running: Running, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of 2027 as DOCX, ingested against 2026; the folder holds draft.json."""
    folder = tmp_path_factory.mktemp("notice-2027")
    (folder / "notice.md").write_text(edition_2027(), encoding="utf-8")
    render_docx(folder / "notice.md", folder / "saia-2027.docx")
    knowledge(running, "ingest", str(folder / "saia-2027.docx"), "--against", SAIA, "--out", str(folder / "draft"))
    return folder / "draft"


@pytest.fixture(scope="module")
def shipped_again(running: Running) -> Iterator[None]:
    """Other tests use the same service: afterwards it holds the shipped notices."""
    yield
    if edition(running) != 0:
        knowledge(running, "rollback", "--to", "0", "--by", "test")
        wait_for(running, 0)


def edition(running: Running) -> int:
    return int(httpx2.get(f"{running.url}/readyz").json()["edition"]["number"])


def wait_for(running: Running, number: int) -> None:
    until = time.monotonic() + WAIT
    while edition(running) != number:
        assert time.monotonic() < until, f"edition {number} is not served"
        time.sleep(0.2)


def answer_questions(folder: Path) -> None:
    """What the person writes who compared the draft with the file."""
    file = folder / "questions.yml"
    questions = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert questions
    for one in questions:
        one["answer"] = "没有规定" if one.get("topic") else "已与原文核对，保持原样"
    file.write_text(yaml.safe_dump(questions, allow_unicode=True), encoding="utf-8")


def test_the_diff_tells_exactly_the_eight_edits(draft: Path) -> None:
    changes = json.loads((draft / "draft.json").read_text(encoding="utf-8"))["changes"]
    assert {(one["field"], one["old"], one["new"]) for one in changes} == EXPECTED


async def test_it_is_published_under_load_without_a_failed_request(
    running: Running, draft: Path, shipped_again: None
) -> None:
    answer_questions(draft)
    before, load = edition(running), Load()
    clients = [asyncio.create_task(load.run(running.url)) for _ in range(4)]
    await asyncio.sleep(2)
    await asyncio.to_thread(knowledge, running, "publish", str(draft), "--by", "test", "--yes")
    await asyncio.to_thread(wait_for, running, before + 1)
    await asyncio.sleep(2)
    load.stop.set()
    await asyncio.gather(*clients)
    assert load.failures == []
    assert load.answers["chat 2026 500"] > 0
    assert load.answers["search"] > 0
    # 2026 asked as of 2026 is 2026's at every moment; 2027 turns from last year's notice to its own.
    kinds = {one for one in load.answers if one.startswith("20")}
    assert kinds == {
        f"{IN_2026} 500 2026 current",
        f"{IN_2027} 500 2026 past_year",
        f"{IN_2027} 550 2027 current",
    }


@pytest.mark.parametrize(
    ("as_of", "fee", "phone", "unsaid"),
    [(IN_2026, "500元", "021-62037717", "021-62037799"), (IN_2027, "550元", "021-62037799", "021-62037717")],
)
def test_each_year_is_answered_from_its_own_notice(
    running: Running, shipped_again: None, as_of: str, fee: str, phone: str, unsaid: str
) -> None:
    assert edition(running) > 0
    assert fee in said(running, f"{ISSUER}人工智能训练师三级多少钱", as_of)
    answer = said(running, f"{ISSUER}的咨询电话", as_of)
    assert phone in answer
    assert unsaid not in answer


def said(running: Running, question: str, as_of: str) -> str:
    got = httpx2.post(f"{running.url}/v1/chat", json={"text": question, "as_of": as_of}, timeout=30).json()
    return str(got["messages"][0]["text"])


def test_a_rollback_brings_last_years_notice_back_as_last_years(running: Running, shipped_again: None) -> None:
    knowledge(running, "rollback", "--to", "0", "--by", "test")
    wait_for(running, 0)
    question = f"{ISSUER}人工智能训练师三级多少钱"
    # The actions follow the edition by themselves, after the gateway that tells it.
    until = time.monotonic() + WAIT
    while "550" in (answer := said(running, question, IN_2027)):
        assert time.monotonic() < until, answer
        time.sleep(0.2)
    assert "去年的通知" in answer
