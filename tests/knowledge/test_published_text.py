"""`notice.md` says what was published: nothing lost, nothing added, the pages in order."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable

import pytest

from knowledge.library import ROOT, Library

SEEDS = {
    "saia-2026-ai-trainer": "fca72b0f87557d51",
    "sjtu-2025-ai-trainer": "49b72e01808523a9",
    "shhrss-2026-ai-promoter": "0b485a83c9792d30",
    "shta-2026-hr": "6216e092c16dbcca",
    "shhrss-2025-catalogue": "292b3896d3d13876",
}
WITH_ANNEX_1 = ("saia-2026-ai-trainer", "sjtu-2025-ai-trainer", "shta-2026-hr")
CATALOGUE_HEADER = re.compile(r"编号评价机构名称机构备案号序号职业编码职业[（(]工种[）)]等级")
FOOTNOTE = re.compile(r"^\[\^\w+\]: ")
WINDOW = 12


def bare(text: str) -> str:
    """The characters alone: no white space, and of the source no marks of the extraction."""
    text = re.sub(r"<sup>[^<]*</sup>|\^?[①-⑳]", "", text)
    text = re.sub(r"<(https?://[^>]+)>", r"\1", text)
    text = re.sub(r"^(#+ |\s*- |--[-\t]+$)", "", text, flags=re.MULTILINE)
    return re.sub(r"\s", "", text)


def repaired(source: str, notes: list[str]) -> str:
    """The source without its footnotes and the two things that page breaks print twice: a character, a heading."""
    source = bare(source)
    for note in notes:
        assert note in source
        source = source.replace(note, "", 1)
    source = source.replace("累计从事本职业业或相关", "累计从事本职业或相关")
    first, *rest = CATALOGUE_HEADER.split(source)
    heading = CATALOGUE_HEADER.search(source)
    return first + (heading.group() if heading else "") + "".join(rest)


def without_our_markup(text: str) -> str:
    """A part of `notice.md` as its publisher's characters."""
    text = re.sub(r"\[\^\w+\](: )?", "", text)
    text = re.sub(r"^\|[-|]+\|$", "", text, flags=re.MULTILINE)
    return bare(re.sub(r"^\|.*\|$", lambda row: without_cell_marks(row.group()), text, flags=re.MULTILINE))


def without_cell_marks(row: str) -> str:
    return " ".join(cell for cell in map(str.strip, row.strip("|").split("|")) if cell not in ("^", "<"))


def body(notice_id: str) -> list[str]:
    """The lines of `notice.md` below the front matter."""
    text = (ROOT / "notices" / notice_id / "notice.md").read_text(encoding="utf-8")
    return text.split("---\n", 2)[2].splitlines()


def written(notice_id: str) -> tuple[dict[str, str], list[str]]:
    """The parts of `notice.md` by name, without their footnotes, and the footnotes."""
    notes = [without_our_markup(line) for line in body(notice_id) if FOOTNOTE.match(line)]
    rest = "\n".join(line for line in body(notice_id) if not FOOTNOTE.match(line))
    _, *pieces = re.split(r"^## (.+)$", rest, flags=re.MULTILINE)
    parts = dict(zip(pieces[::2], pieces[1::2], strict=True))
    return {name: without_our_markup(part) for name, part in parts.items()}, notes


@pytest.mark.parametrize("notice_id", SEEDS)
def test_no_character_of_the_published_text_is_lost_or_added(
    notice_id: str, published: Callable[[str], str]
) -> None:
    parts, notes = written(notice_id)
    ours, theirs = Counter("".join(parts.values())), Counter(repaired(published(notice_id), notes))
    assert ours - theirs == Counter(), "added"
    assert theirs - ours == Counter(), "lost"


@pytest.mark.parametrize("notice_id", SEEDS)
def test_every_line_stands_unbroken_in_the_published_text(notice_id: str, published: Callable[[str], str]) -> None:
    source = repaired(published(notice_id), written(notice_id)[1])
    lines = [line for line in body(notice_id) if not FOOTNOTE.match(line) and not line.startswith("## ")]
    assert [line for line in lines if without_our_markup(line) not in source] == []


@pytest.mark.parametrize("notice_id", SEEDS)
def test_every_window_of_the_published_text_stands_in_the_notice(
    notice_id: str, published: Callable[[str], str]
) -> None:
    """Windows of twelve characters; only those across the joint of two parts or of pages may be missing."""
    parts, notes = written(notice_id)
    source = repaired(published(notice_id), notes)
    ours = "\n".join(parts.values())
    missing = [source[i : i + WINDOW] for i in range(len(source) - WINDOW + 1)]
    missing = [window for window in missing if window not in ours]
    joints = len(parts) + {"sjtu-2025-ai-trainer": 2}.get(notice_id, 0)
    assert len(missing) <= joints * (WINDOW - 1)


@pytest.mark.parametrize("notice_id", SEEDS)
def test_every_part_keeps_the_order_of_the_published_text(notice_id: str, published: Callable[[str], str]) -> None:
    parts, notes = written(notice_id)
    source = repaired(published(notice_id), notes)
    scattered = [name for name, part in parts.items() if part not in source]
    expected = {"sjtu-2025-ai-trainer": ["正文"], "shhrss-2025-catalogue": ["落款"]}
    assert scattered == expected.get(notice_id, [])


def test_the_pages_of_the_sjtu_notice_are_in_order(published: Callable[[str], str]) -> None:
    """The extraction put the third page last: it runs from the last window to the first fee."""
    parts, notes = written("sjtu-2025-ai-trainer")
    source = repaired(published("sjtu-2025-ai-trainer"), notes)
    text = parts["正文"]
    third, fourth = text.index("11月16日-12月31日明年1月"), text.index("2人工智能训练师高级（三级）100400/500")
    assert third < fourth
    assert source.endswith(text[third:fourth])
    assert text[:third] + text[fourth:] in source


def test_the_office_that_printed_the_catalogue_stands_under_it(published: Callable[[str], str]) -> None:
    """落款 joins what the catalogue prints before and after its annex."""
    signed = written("shhrss-2025-catalogue")[0]["落款"]
    source = repaired(published("shhrss-2025-catalogue"), [])
    office = signed.index("上海市人力资源和社会保障局办公室")
    assert signed[:office] in source
    assert source.endswith(signed[office:])


def test_the_published_mistakes_are_kept(library: Library) -> None:
    """A wrong prefix, an annex that does not exist and a centre's wrong name are content, not ours to mend."""
    saia = "saia-2026-ai-trainer"
    assert "http://ww.sh-aia.com" in library.clause(saia, "二（五）").text
    assert "附件3：《职业技能等级认定参评人员须知》" in library.clause(saia, "七").text
    assert "上海市职业技能监督中心监督电话：400-820-9278" in library.clause(saia, "六（四）").text
    assert "企业人力资源管理等项目" in library.clause("shta-2026-hr", "标题").text


@pytest.mark.parametrize("notice_id", WITH_ANNEX_1)
def test_the_footnotes_are_those_of_the_annex_in_their_order(notice_id: str, library: Library) -> None:
    notice = library.notice(notice_id)
    beginnings = (
        "企业开展自主评价的申报条件",
        "在具体职业标准中应明确相关职业的范围",
        "在具体职业标准中应明确与该职业对应的专业或相关专业的范围",
        "在具体职业标准中应明确与该职业对应的专业，下同。",
    )
    for note, beginning in zip(notice.footnotes.values(), beginnings, strict=True):
        assert note.startswith(beginning) or note.replace(",", "，").startswith(beginning)
    title, kind, studies, graduates = notice.footnotes
    marked = {
        ("附件1", title): "申请参加职业技能评价的条件",
        ("附件1·1（1）", kind): "(1)年满16周岁",
        ("附件1·2（3）", studies): "(3)取得本专业或相关专业",
        ("附件1·3（3）", graduates): "(3)取得符合专业",
    }
    lines = [(c.path, m, line.text) for c in notice.clauses.values() for line in c.lines for m in line.footnotes]
    found = {(path, mark): text for path, mark, text in lines}
    assert found.keys() == marked.keys()
    assert all(found[key].startswith(start) or start in found[key] for key, start in marked.items())


def test_a_footnote_mark_is_no_part_of_the_text(library: Library) -> None:
    texts = [clause.text for one in library.holdings for clause in one.notice.clauses.values()]
    assert [text for text in texts if "[^" in text or re.search("[①-⑳]", text)] == []


@pytest.mark.parametrize("notice_id", SEEDS)
def test_the_published_text_itself_is_never_edited(notice_id: str) -> None:
    """Everything here is held against `source.txt`; its digest is the seed's."""
    source = (ROOT / "notices" / notice_id / "source.txt").read_bytes()
    assert hashlib.sha256(source).hexdigest().startswith(SEEDS[notice_id])


def test_no_notice_is_left_out_of_these_checks(library: Library) -> None:
    assert {one.notice.id for one in library.holdings} == set(SEEDS)
