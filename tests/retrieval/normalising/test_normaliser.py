"""What people type and dictate, and how it is read; and that nothing right is ever changed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import yaml

from knowledge.library import ROOT, Library
from retrieval.analysis import normalise
from retrieval.normalising import Normaliser


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("人工智能训练师三級多少錢", "人工智能训练师三级多少钱"),
        ("３级报名费", "3级报名费"),
        ("三级多少钱😊👍", "三级多少钱"),
        ("3️⃣级多少钱", "3级多少钱"),
        ("技师协会☎️☎️多少", "技师协会电话多少"),
        ("技师协会电话☎️多少", "技师协会电话多少"),
        ("嗯那个我想问一下三级多少钱", "三级多少钱"),
        ("喂你好，麻烦问一下，四级怎么报名呢，谢谢哈", "四级怎么报名呢"),
        ("三级就是多少钱来着", "三级多少钱"),
        ("准考证那个在哪里打呀", "准考证在哪里打"),
        ("四级能考嘛", "四级能考吗"),
        ("呃，准考证怎么打", "准考证怎么打"),
        ("就是说我想考四级行不行", "我想考四级行不行"),
    ],
)
def test_typography_emoji_and_hesitation_are_out_of_the_way(said: str, meant: str, normaliser: Normaliser) -> None:
    found = normaliser.normalise(said)
    assert (found.text, found.changes) == (meant, ())


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("报明费多少", "报名费多少"),
        ("准考正怎么打印", "准考证怎么打印"),
        ("技师写会的电话", "技师协会的电话"),
        ("人力自愿管理师三极", "人力资源管理师三级"),
        ("想考四集茶艺师", "想考四级茶艺师"),
        ("人工智能训炼师", "人工智能训练师"),  # the same sound
        ("人力资源管尼师", "人力资源管理师"),  # n and l
        ("人工智能训练是要什么条件", "人工智能训练师要什么条件"),
        ("人工智训练师", "人工智能训练师"),  # lost
        ("人工智能能训练师", "人工智能训练师"),  # typed twice
        ("人工智能驯兽师", "人工智能驯兽师"),  # another word of the language within: another occupation
        ("成绩有效其几年", "成绩有效期几年"),
        ("报费名是多少", "报名费是多少"),  # swapped
        ("多钱少", "多少钱"),
        ("坷以报名吗", "可以报名吗"),
        ("哪里能拷茶艺师", "哪里能考茶艺师"),
    ],
)
def test_slips_of_known_words_are_read_as_meant(said: str, meant: str, normaliser: Normaliser) -> None:
    found = normaliser.normalise(said)
    assert found.text == meant


def test_names_and_terms_read_otherwise_are_reported_and_words_of_asking_are_not(normaliser: Normaliser) -> None:
    assert normaliser.normalise("人工只能训练师坷以报明吗").changes == (
        ("人工只能训练师", "人工智能训练师"),
        ("报明", "报名"),
    )


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("jishi xiehui dianhua", "技师协会电话"),
        ("jishixiehuidianhua", "技师协会电话"),
        ("rengong zhineng xunlianshi 3ji duoshao qian", "人工智能训练师 3级 多少钱"),
        ("hr sanji duoshaoqian", "hr 三级多少钱"),
        ("zhunkaozheng zenme dayin", "准考证 怎么 dayin"),
    ],
)
def test_typed_pinyin_is_written_out(said: str, meant: str, normaliser: Normaliser) -> None:
    found = normaliser.normalise(said)
    assert found.text.replace(" ", "") == meant.replace(" ", "")


@pytest.mark.parametrize(
    "text",
    [
        "我不考三级",  # not 补考
        "第三季度有考试吗",
        "二极管",
        "是人社局的官方客服吗",
        "公司拖欠工资怎么办",
        "汽车装修工谁能考",
        "我是养老院院长",
        "excel ok",
        "我的邮箱不给你",
        "https://shhr.ata-test.net.cn 打不开",
        "hr",
        "ai考试",
        "嗯",
        "额度是多少",
        "那个呢",
        "这个月能报名吗",
        "谢谢",
        "你好",
        "三级就是高级工",
        "烧烤师傅能考什么",
    ],
)
def test_what_is_right_stays(text: str, normaliser: Normaliser) -> None:
    assert normaliser.normalise(text).text == normalise(text)


def _lines() -> Iterator[str]:
    for source in sorted(ROOT.glob("notices/*/source.txt")):
        yield from (line for line in source.read_text(encoding="utf-8").splitlines() if line.strip())


def test_no_line_of_the_notices_is_changed(normaliser: Normaliser) -> None:
    changed = [(line, found.changes) for line in _lines() if (found := normaliser.normalise(line)).changes]
    assert changed == []


def test_no_name_of_the_lexicon_is_changed(normaliser: Normaliser, library: Library) -> None:
    names = sorted({one.alias for one in library.lexicon.aliases()})
    changed = [(name, found.changes) for name in names if (found := normaliser.normalise(name)).changes]
    assert changed == []


def test_reading_twice_reads_the_same(normaliser: Normaliser) -> None:
    once = normaliser.normalise("人工只能训练师三极报明费").text
    assert normaliser.normalise(once).text == once


def test_terms_are_each_given_once() -> None:
    raw = yaml.safe_load((ROOT.parent / "retrieval" / "normalising" / "terms.yml").read_text(encoding="utf-8"))
    lists = {name: [word for line in lines for word in line.split()] for name, lines in raw.items()}
    assert all(len(words) == len(set(words)) for words in lists.values())
    assert not set(lists["field"]) & set(lists["spoken"])
