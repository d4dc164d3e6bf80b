"""Names, levels and codes in a sentence, as people type them."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.lexicon.matching import Alias, Matcher, Mention
from knowledge.library import ROOT, Library

REPOSITORY = ROOT.parent
TRAINER = "人工智能训练师"
MATCHER = Matcher(
    [
        Alias("occupation", TRAINER, TRAINER),
        Alias("occupation", TRAINER, "AI训练师"),
        Alias("occupation", "电工", "电工"),
        Alias("organisation", "上海市技师协会", "技师协会"),
    ]
)


def found(library: Library, text: str) -> list[tuple[str, str]]:
    return [(one.kind, one.value) for one in library.lexicon.matcher.find(text)]


def of_kind(library: Library, text: str, kind: str) -> list[str]:
    return [value for of, value in found(library, text) if of == kind]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("AI训练师怎么报名", TRAINER),
        ("ai 训练师怎么报名", TRAINER),
        ("ＡＩ训练师怎么报名", TRAINER),
        ("想考人工智能培训师", TRAINER),
        ("HR证多少钱", "企业人力资源管理师"),
        ("人力资源管理师四级", "企业人力资源管理师"),
        ("企业培训师去哪里考", "职业培训师"),
        ("月嫂证", "家政服务员(母婴护理员)"),
        ("数控车工三级", "车工（数控车工）"),
        ("信息安全管理员", "网络与信息安全管理员（信息安全管理员）"),
        ("BIM三级", "建筑信息模型技术员"),
        ("推介官怎么考", "人工智能推介官"),
        ("数据标注有证吗", "人工智能数据标注"),
    ],
)
def test_an_occupation_is_known_by_its_everyday_names(text: str, name: str, library: Library) -> None:
    assert of_kind(library, text, "occupation") == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("交大的咨询电话", "上海交通大学"),
        ("上海交大", "上海交通大学"),
        ("sjtu在哪", "上海交通大学"),
        ("人工智能行业协会地址", "上海市人工智能行业协会"),
        ("AI协会", "上海市人工智能行业协会"),
        ("技师协会几点下班", "上海市技师协会"),
        ("人社局", "上海市人力资源和社会保障局"),
        ("库帕斯", "上海库帕思科技有限公司"),
        ("上汽集团", "上海汽车集团股份有限公司"),
    ],
)
def test_an_organisation_is_known_by_its_everyday_names(text: str, name: str, library: Library) -> None:
    assert of_kind(library, text, "organisation") == [name]


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("3级", "3"),
        ("三级", "3"),
        ("叁级", "3"),
        ("３级", "3"),
        ("3 级", "3"),
        ("高级工", "3"),
        ("中级工", "4"),
        ("初级", "5"),
        ("技师", "2"),
        ("高级技师", "1"),
        ("四级/中级工", "44"),
        ("四、三级", "43"),
        ("4、3级", "43"),
        ("四级和三级", "43"),
        ("三四级", "34"),
        ("五、四、三级", "543"),
        ("人工智能训练师三级", "3"),
        ("训练师3级多少钱", "3"),
        ("2026年三级什么时候考", "3"),
        ("今年四级报名时间", "4"),
    ],
)
def test_a_level_is_known_in_all_its_spellings(text: str, levels: str, library: Library) -> None:
    assert of_kind(library, text, "level") == list(levels)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("电焊工", "焊工（电焊工）"),
        ("维修电工", "电工"),
        ("茶叶行业协会的茶艺师", "茶艺师"),
        ("中式面点师", "中式面点师"),
        ("西式面点师", "西式面点师"),
        ("工业机器人系统操作员", "工业机器人系统操作员"),
        ("母婴护理员", "家政服务员(母婴护理员)"),
        ("养老护理员", "养老护理员"),
        ("建筑信息模型技术员（建筑工程）", "建筑信息模型技术员（建筑工程）"),
        ("车工(普通车工)", "车工（普通车工）"),
    ],
)
def test_the_longest_name_wins(text: str, name: str, library: Library) -> None:
    assert of_kind(library, text, "occupation") == [name]


def test_names_do_not_overlap_and_come_in_their_order(library: Library) -> None:
    text = "上海市人工智能行业协会的人工智能训练师四级和交大的信息安全管理员三级哪个贵"
    assert found(library, text) == [
        ("organisation", "上海市人工智能行业协会"),
        ("occupation", "人工智能训练师"),
        ("level", "4"),
        ("organisation", "上海交通大学"),
        ("occupation", "网络与信息安全管理员（信息安全管理员）"),
        ("level", "3"),
    ]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("4-04-05-05是什么职业", ["4-04-05-05"]),
        ("编码４－０４－０５－０５", ["4-04-05-05"]),
        ("4-04-05-z1", ["4-04-05-Z1"]),
        ("9-99-99-99", ["9-99-99-99"]),
        ("14-04-05-05", []),
        ("4-04-05-051", []),
        ("021-62037717", []),
        ("2026-02-09", []),
    ],
)
def test_a_code_is_a_code_and_no_date_or_telephone_number(text: str, codes: list[str], library: Library) -> None:
    assert of_kind(library, text, "code") == codes


SPACES = st.text(alphabet=" \t\n　", max_size=2)
PLAIN = st.text(alphabet="请问怎么办呢，。的我 　x", max_size=12)


@st.composite
def spread(draw: st.DrawFn, name: str) -> str:
    """The name with white space between its characters, but not within a Latin word, and some of them full-width."""
    wide = [chr(ord(char) + 0xFEE0) if "!" <= char <= "~" and draw(st.booleans()) else char for char in name]
    gaps = ["" if (a + b).isascii() else draw(SPACES) for a, b in pairwise(name)]
    return "".join(char + gap for char, gap in zip(wide, [*gaps, ""], strict=True))


@settings(deadline=None, max_examples=200)
@given(st.data(), PLAIN.filter(lambda one: not one.rstrip().endswith("x")), PLAIN)
def test_the_offsets_are_those_of_the_text_that_was_typed(data: st.DataObject, before: str, after: str) -> None:
    typed = data.draw(spread("AI训练师"))
    (mention,) = MATCHER.find(before + typed + after)
    assert mention == Mention("occupation", TRAINER, len(before), len(before) + len(typed))


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=40), st.sampled_from(["AI训练师", "三级", "技师协会", "4-04-05-05"]), st.text(max_size=40))
def test_mentions_never_overlap_and_lie_within_the_text(before: str, name: str, after: str) -> None:
    text = before + name + after
    mentions = MATCHER.find(text)
    ends = [0, *(one.end for one in mentions)]
    assert all(end <= one.start < one.end <= len(text) for end, one in zip(ends, mentions, strict=False))


def test_every_alias_of_the_lexicon_is_found_as_what_it_names(library: Library) -> None:
    """Alone and in a sentence; an alias that another one shadows would never lead anywhere."""
    lost = []
    for alias in library.lexicon.aliases():
        for text in (alias.alias, f"请问{alias.alias}怎么报名"):
            if found(library, text) != [(alias.kind, alias.value)]:
                lost.append((text, found(library, text)))
    assert lost == []


def test_the_dialogue_engines_python_reads_a_sentence_the_same_way(library: Library) -> None:
    """Python 3.10 without any installed package imports the module and finds the same mentions."""
    texts = [f"请问{name}三级和4、3级怎么报名" for name in (one.name for one in library.lexicon.occupations)]
    aliases = [[one.kind, one.value, one.alias] for one in library.lexicon.aliases()]
    program = (
        "import json, sys\n"
        "assert sys.version_info[:2] == (3, 10), sys.version\n"
        f"sys.path.insert(0, {str(REPOSITORY)!r})\n"
        "from knowledge.lexicon.matching import Alias, Matcher\n"
        "foreign = {m.split('.')[0] for m in sys.modules} - sys.stdlib_module_names - {'knowledge', '__main__'}\n"
        "given = json.load(sys.stdin)\n"
        "matcher = Matcher(Alias(*one) for one in given['aliases'])\n"
        "mentions = [[[m.kind, m.value, m.start, m.end] for m in matcher.find(t)] for t in given['texts']]\n"
        "json.dump({'foreign': sorted(foreign), 'mentions': mentions}, sys.stdout)\n"
    )
    done = subprocess.run(
        [str(REPOSITORY / ".venv-rasa" / "bin" / "python"), "-I", "-S", "-c", program],
        input=json.dumps({"aliases": aliases, "texts": texts}),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["foreign"] == []
    matcher = library.lexicon.matcher
    assert answer["mentions"] == [[[m.kind, m.value, m.start, m.end] for m in matcher.find(t)] for t in texts]
    assert sys.version_info[:2] != (3, 10), "this test compares two interpreters"
