"""The page that an old answer's link opens: the text that was cited, and what became of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx2
import pytest
from gateway import copied, edited, gateway
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

NOTICE = "saia-2026-ai-trainer"
PAYLOAD = '/ask_fee{"organisation": "上海市人工智能行业协会", "occupation": "人工智能训练师", "level": "3"}'
CELLS = "| 三级/高级 | 100 | 400 | 500 |"  # source.txt, 二（四）


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the knowledge and the database in which an answer on the fee of level 3 is stored."""
    folder = tmp_path_factory.mktemp("past")
    copied(folder / "knowledge", saia_2026_ai_trainer=NOTICE, other="shta-2026-hr")
    return folder


@pytest.fixture(scope="module")
def cited(past: Path) -> str:
    """The address that the answer gave for the row of level 3."""
    with (
        gateway(past, past / "knowledge") as url,
        httpx2.Client(base_url=url, timeout=60, trust_env=False) as client,
    ):
        answer = client.post("/v1/chat", json={"payload": PAYLOAD, "as_of": "2026-05-06"}).json()
    row = next(one for one in answer["messages"][0]["citations"] if one["quote"] == "三级/高级 100 400 500")
    return str(row["url"])


@pytest.fixture(scope="module")
def became(request: pytest.FixtureRequest) -> str:
    """What became of the clause since."""
    return str(request.param)


@pytest.fixture(scope="module")
def service(past: Path, cited: str, became: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The gateway of today on the database of then."""
    folder = tmp_path_factory.mktemp("today")
    shutil.copytree(past, folder, dirs_exist_ok=True)
    knowledge = folder / "knowledge"
    if became == "changed":
        edited(knowledge, NOTICE, CELLS, "| 三级/高级 | 100 | 450 | 550 |")
    elif became == "renumbered":
        edited(knowledge, NOTICE, "\n七、有关", "\n八、有关")
        for number, following in zip("六五四三二", "七六五四三", strict=True):
            edited(knowledge, NOTICE, f"\n{number}、关于", f"\n{following}、关于")
        edited(knowledge, NOTICE, "\n三、关于职业", "\n二、关于停考\n\n另行通知。\n\n三、关于职业")
    elif became == "removed":
        before, _, rest = (
            (knowledge / "notices" / NOTICE / "notice.md").read_text("utf-8").partition("(四)申报缴费")
        )
        after = rest.partition("(五)打印准考证")[2]
        (knowledge / "notices" / NOTICE / "notice.md").write_text(f"{before}(五)打印准考证{after}", "utf-8")
    elif became == "withdrawn":
        shutil.rmtree(knowledge / "notices" / NOTICE)
    with gateway(folder, knowledge) as url:
        yield url


@pytest.mark.parametrize("became", ["as it was"], indirect=True)
def test_what_has_not_changed_opens_as_ever(page: Page, cited: str) -> None:
    page.goto(cited)
    expect(page.locator(".pointed td")).to_have_text(["三级/高级", "100", "400", "500"])
    expect(page.locator(".formerly")).to_have_count(0)
    expect(page.get_by_role("status")).to_be_empty()


@pytest.mark.parametrize("became", ["as it was"], indirect=True)
def test_a_copied_link_and_the_next_clause_leave_the_old_answer_behind(
    page: Page, service: str, cited: str
) -> None:
    page.goto(cited)
    page.get_by_role("button", name="四（一） 复制链接").click()
    assert "text=" not in page.url
    page.goto(cited)
    page.evaluate("location.hash = '#' + encodeURIComponent('六（三）')")
    expect(page.locator(".pointed")).to_have_id("六（三）")
    assert page.url.startswith(f"{service}/notices/{NOTICE}#")


@pytest.mark.parametrize("became", ["changed"], indirect=True)
def test_a_changed_clause_shows_the_text_of_then_beside_that_of_today(page: Page, cited: str) -> None:
    page.goto(cited)
    then = page.get_by_role("region", name="答复当时的原文")
    expect(then.get_by_role("note")).to_have_text("这是答复当时的原文；该条款现已变更。")
    expect(then).to_contain_text("上海市人工智能行业协会 2026年 二（四）")
    expect(page.locator(".pointed")).to_have_text("三级/高级 100 400 500")
    expect(page.locator(".pointed")).to_be_in_viewport()
    expect(page.locator("[id='二（四）']")).to_contain_text("450")
    then.get_by_role("link", name="看现在的条款").click()
    expect(page.locator(".pointed")).to_have_id("二（四）")
    expect(page.locator(".formerly")).to_have_count(0)


@pytest.mark.parametrize("became", ["renumbered"], indirect=True)
def test_a_clause_of_another_number_is_found_by_its_text(page: Page, cited: str) -> None:
    page.goto(cited)
    expect(page.locator("[id='三（四）'] .pointed td")).to_have_text(["三级/高级", "100", "400", "500"])
    expect(page.get_by_role("status")).to_contain_text("“二（四）”，文字未变，现在编为“三（四）”")


@pytest.mark.parametrize("became", ["removed"], indirect=True)
def test_a_removed_clause_shows_the_text_of_then(page: Page, cited: str) -> None:
    page.goto(cited)
    then = page.get_by_role("region", name="答复当时的原文")
    expect(then.get_by_role("note")).to_have_text("这是答复当时的原文；该条款现已删去。")
    expect(page.locator(".pointed")).to_have_text("三级/高级 100 400 500")
    then.get_by_role("link", name="看现在的通知").click()
    expect(page.locator(".formerly")).to_have_count(0)


@pytest.mark.parametrize("became", ["changed"], indirect=True)
def test_a_text_that_was_not_kept_is_said_to_be_so(page: Page, expected_errors: list[str]) -> None:
    expected_errors.append("status of 404")
    page.goto(f"/notices/{NOTICE}?text=000000000000#%E4%BA%8C%EF%BC%88%E5%9B%9B%EF%BC%89")
    expect(page.get_by_role("status")).to_contain_text("当时的原文没有保存")
    expect(page.locator(".pointed")).to_have_id("二（四）")


@pytest.mark.parametrize("became", ["withdrawn"], indirect=True)
def test_a_withdrawn_notice_still_shows_what_was_cited(
    page: Page, cited: str, expected_errors: list[str], accessible: Callable[[Page], None]
) -> None:
    expected_errors.append("status of 404")
    page.goto(cited)
    expect(page.get_by_role("note")).to_have_text("这是答复当时的原文；该通知已撤下。")
    expect(page.get_by_role("heading", level=1)).to_contain_text("关于开展2026年上海市人工智能训练师项目")
    expect(page.locator(".pointed")).to_have_text("三级/高级 100 400 500")
    expect(page.locator(".known a")).to_have_count(1)
    accessible(page)


@pytest.mark.parametrize("became", ["changed"], indirect=True)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1024])
def test_the_text_of_then_meets_wcag_2_2_aa(
    page: Page,
    cited: str,
    scheme: str,
    width: int,
    accessible: Callable[[Page], None],
    no_sideways_scroll: Callable[[Page], None],
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(cited)
    page.locator(".formerly .pointed").wait_for()
    accessible(page)
    no_sideways_scroll(page)
