"""Which stored answers rest on a clause that has changed, as an operator asks it of the database."""

from __future__ import annotations

import asyncio
import os
import shutil
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import create_async_engine

from knowledge.library import ROOT, Library, load_library
from knowledge.models import Source
from knowledge.provenance import METADATA, AffectedAnswer, Answered, affected, affected_text, remember
from knowledge.provenance.tables import clause_texts
from knowledge.validity import parse_as_of

URLS = ["sqlite", *([os.environ["WENKAO_TEST_POSTGRES"]] if os.environ.get("WENKAO_TEST_POSTGRES") else [])]
NOON = datetime(2026, 5, 6, 4, 0, tzinfo=UTC)
# Words of saia-2026-ai-trainer/source.txt.
PHONE = Source(clause="六（三）", quote="021-62037717")
ROW = Source(clause="二（四）", quote="三级/高级 100 400 500")
RETAKE = Source(clause="二（四）", quote="说明:补考费用与正考费用一致,按照补考的模块收费。")
CELLS = "| 三级/高级 | 100 | 400 | 500 |"


@dataclass
class Desk:
    """A copy of one notice, and a database of answers that cite it."""

    root: Path
    url: str
    notice: str

    def library(self) -> Library:
        return load_library(self.root)

    def change(self, old: str, new: str) -> None:
        file = self.root / "notices" / self.notice / "notice.md"
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    def answer(self, question: str, *sources: Source, minutes: int = 0, library: Library | None = None) -> str:
        """Store an answer with these citations; its id."""
        message = str(uuid.uuid4())
        cited = self.library().cite_all(self.notice, sources, parse_as_of("2026-05-06"))
        answered = Answered(
            message_id=message,
            conversation_id="c",
            asked_at=NOON + timedelta(minutes=minutes),
            question=question,
            status="answered",
            citations=[one.model_dump(mode="json") for one in cited],
        )
        asyncio.run(_store(self.url, library or self.library(), answered))
        return message

    def affected(self, limit: int | None = None) -> list[AffectedAnswer]:
        return affected(self.url, self.library(), self.notice, limit)

    def texts(self) -> int:
        """How many texts of the notice are kept."""

        async def count() -> int:
            engine = create_async_engine(self.url)
            wanted = select(func.count()).where(clause_texts.c.notice_id == self.notice)
            async with engine.connect() as connection:
                number = (await connection.execute(wanted)).scalar_one()
            await engine.dispose()
            return int(number)

        return asyncio.run(count())


async def _store(url: str, library: Library, answered: Answered) -> None:
    engine = create_async_engine(url)
    async with engine.begin() as connection:
        await connection.run_sync(METADATA.create_all)
        statements, _ = remember(engine.dialect.name, library, [answered])
        for statement, rows in statements:
            await connection.execute(statement, rows)
    await engine.dispose()


@pytest.fixture(params=URLS, ids=lambda url: url.split(":")[0])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Desk:
    notice = f"saia-{uuid.uuid4().hex[:8]}"  # the PostgreSQL database is shared and keeps what was written
    root = tmp_path / "knowledge"
    shutil.copytree(ROOT / "lexicon", root / "lexicon")
    shutil.copytree(ROOT / "notices" / "saia-2026-ai-trainer", root / "notices" / notice)
    url = f"sqlite+aiosqlite:///{tmp_path / 'test.db'}" if request.param == "sqlite" else request.param
    made = Desk(root, url, notice)
    made.change("id: saia-2026-ai-trainer", f"id: {notice}")
    return made


def test_an_answer_on_an_unchanged_clause_is_not_affected(desk: Desk) -> None:
    desk.answer("咨询电话是多少", PHONE)
    desk.change(CELLS, "| 三级/高级 | 100 | 450 | 550 |")
    assert desk.affected() == []


def test_a_changed_row_is_told_with_what_it_says_now(desk: Desk) -> None:
    message = desk.answer("三级多少钱", ROW)
    desk.change(CELLS, "| 三级/高级 | 100 | 450 | 550 |")
    assert desk.affected() == [
        AffectedAnswer(
            message_id=message,
            asked_at=NOON,
            question="三级多少钱",
            answer_status="answered",
            clause="二（四）",
            quote="三级/高级 100 400 500",
            quote_stands=False,
            now_clause="二（四）",
            now="三级/高级 100 450 550",
        )
    ]


def test_words_that_still_stand_in_a_changed_clause_are_told_as_such(desk: Desk) -> None:
    desk.answer("补考多少钱", RETAKE)
    desk.change(CELLS, "| 三级/高级 | 100 | 450 | 550 |")
    [found] = desk.affected()
    assert found.quote_stands
    assert found.now == "三级/高级 100 450 550"
    assert "其中 0 条所引的原话已不在通知里" in affected_text([found])


def test_a_clause_that_is_gone_says_nothing_now(desk: Desk) -> None:
    desk.answer("咨询电话是多少", PHONE)
    desk.change("（三）业务咨询电话\n\n021-62037717\n", "")
    [found] = desk.affected()
    assert (found.clause, found.now_clause, found.now, found.quote_stands) == ("六（三）", None, None, False)


def test_a_withdrawn_notice_affects_every_answer_on_it_newest_first(desk: Desk) -> None:
    desk.answer("早些问的", PHONE, minutes=0)
    desk.answer("后来问的", ROW, RETAKE, minutes=5)
    keeper = desk.root / "notices" / "keeper"
    shutil.copytree(desk.root / "notices" / desk.notice, keeper)
    shutil.rmtree(desk.root / "notices" / desk.notice)
    file = keeper / "notice.md"
    file.write_text(file.read_text(encoding="utf-8").replace(f"id: {desk.notice}", "id: keeper"), encoding="utf-8")
    found = desk.affected()
    assert [one.question for one in found] == ["后来问的", "后来问的", "早些问的"]
    assert all(one.now is None for one in found)
    assert [one.quote for one in desk.affected(limit=1)] == [ROW.quote]
    assert "2 条答复引用的条款已经变更或撤下，其中 2 条" in affected_text(found)
    told = affected_text(found, shown=1)
    assert "2026-05-06 12:05" in told  # 04:05 UTC is 12:05 in Shanghai
    assert "早些问的" not in told
    assert "共 3 处" in told


def test_a_clause_under_another_part_still_says_what_was_cited_and_affects_nobody(desk: Desk) -> None:
    desk.answer("咨询电话是多少", PHONE)
    desk.change("七、有关情况说明", "八、有关情况说明")
    desk.change("六、关于业务受理的相关事项", "六、关于停考\n\n另行通知。\n\n七、关于业务受理的相关事项")
    assert desk.library().clause(desk.notice, "七（三）").line_of(PHONE.quote) == 1
    assert desk.affected() == []


def test_words_that_stand_under_another_number_are_told_with_it(desk: Desk) -> None:
    desk.answer("三级多少钱", ROW)
    desk.change("(五)打印准考证", "(六)打印准考证")
    desk.change("(四)申报缴费", "(四)关于停考\n\n另行通知。\n\n(五)申报缴费")
    [found] = desk.affected()
    assert (found.clause, found.now_clause, found.quote_stands) == ("二（四）", "二（五）", True)
    assert found.now == "(五)申报缴费"
    assert "现在 二（五）（所引原话未变）" in affected_text([found])


def test_one_text_is_kept_once_however_often_it_is_cited(desk: Desk) -> None:
    desk.answer("三级多少钱", ROW, RETAKE)
    desk.answer("补考多少钱", RETAKE)
    assert desk.texts() == 1
    desk.change(CELLS, "| 三级/高级 | 100 | 450 | 550 |")
    desk.answer("补考多少钱", RETAKE)
    assert desk.texts() == 2


def test_an_answer_made_from_another_edition_keeps_its_digest_but_no_wrong_text(desk: Desk) -> None:
    later = desk.library()
    desk.change(CELLS, "| 三级/高级 | 100 | 450 | 550 |")
    desk.answer("补考多少钱", RETAKE, library=later)
    assert desk.texts() == 0
    assert desk.affected() == []


def test_a_database_without_answers_affects_nobody_and_is_not_created(tmp_path: Path, library: Library) -> None:
    missing = tmp_path / "none.db"
    assert affected(f"sqlite+aiosqlite:///{missing}", library, "saia-2026-ai-trainer") == []
    assert not missing.exists()
    missing.touch()
    assert affected(f"sqlite+aiosqlite:///{missing}", library, "saia-2026-ai-trainer") == []
    assert affected_text([]).startswith("没有受影响的答复")


def test_answers_that_cite_the_same_clauses_at_the_same_time_do_not_block_each_other(desk: Desk) -> None:
    library = desk.library()
    cited = [
        one.model_dump(mode="json")
        for one in library.cite_all(desk.notice, (PHONE, ROW), parse_as_of("2026-05-06"))
    ]

    async def both() -> None:
        await asyncio.gather(
            *(
                _store(desk.url, library, Answered(str(uuid.uuid4()), "c", NOON, "问", "answered", order))
                for order in [cited, cited[::-1]] * 5
            )
        )

    desk.answer("先建好表", PHONE)
    asyncio.run(both())
    assert desk.texts() == 2
