"""Who issued a notice and when, wherever it says so; nobody is made up where it does not."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.ingest.structure.restore import restore
from knowledge.library import Library
from tests.knowledge.ingest.structure.paper import word

PLAIN = "关于组织2027年钟表维修工职业技能等级认定的公告"


@pytest.mark.parametrize(
    "title",
    [
        "上海沪北高级技工学校关于2027年社会化职业技能等级认定的公告",
        "上海沪北高级技工学校2027年社会化职业技能等级认定实施办法",
        "上海沪北高级技工学校职业技能等级认定报名须知（2027年版）",
    ],
)
def test_an_issuer_that_nobody_knows_yet_is_read_from_the_title(title: str, library: Library) -> None:
    restored = restore(word(f"{title}\n各位考生：\n一、对象\n2027年在沪劳动者。"), library.lexicon)
    assert restored.front.issuer == "上海沪北高级技工学校"
    assert restored.notice.front.issuer == "上海沪北高级技工学校"


@pytest.mark.parametrize(
    "body",
    [
        "上海沪北钟表有限公司（以下简称“公司”）现将有关事项公告如下。",
        "上海沪北钟表有限公司（备案号：S000031400999）是经备案的社会培训评价组织。",
        "上述项目由上海沪北钟表有限公司组织评价并颁发证书。",
        "特此公告。\n上海沪北钟表有限公司\n2027年1月8日",
        "特此公告。\n上海沪北钟表有限公司（盖章）\n2027年1月8日",
    ],
)
def test_without_it_the_text_or_the_signature_names_the_issuer(body: str, library: Library) -> None:
    assert restore(word(f"{PLAIN}\n{body}"), library.lexicon).front.issuer == "上海沪北钟表有限公司"


def test_an_authority_that_is_only_cited_is_not_the_issuer(library: Library) -> None:
    body = "根据上海市人力资源和社会保障局（以下简称“本局”）有关规定，现将认定安排公告如下。"
    restored = restore(word(f"{PLAIN}\n{body}"), library.lexicon)
    assert restored.front.issuer is None
    assert restored.notice.front.issuer == "未写明"
    assert any("没有找到发文单位" in one.question for one in restored.questions)


@pytest.mark.parametrize(
    "printed",
    [
        "2027年3月9日",
        "２０２７年３月９日",
        "2027 年 3 月 9 日",
        "二〇二七年三月九日",
        "二○二七年三月九日",
        "2027.3.9",
        "2027-03-09",
        "2027年3月9日发布",
        "（2027年3月9日）",
        "发布日期：2027年3月9日",
    ],
)
def test_the_day_under_the_signature_is_read_however_it_is_printed(printed: str, library: Library) -> None:
    text = f"{PLAIN}\n一、对象\n在沪劳动者。\n上海沪北钟表有限公司\n{printed}"
    assert restore(word(text), library.lexicon).front.published_on == date(2027, 3, 9)


def test_the_first_month_may_be_called_so(library: Library) -> None:
    text = f"{PLAIN}\n一、对象\n在沪劳动者。\n上海沪北钟表有限公司（盖章）\n二○二七年元月十五日"
    assert restore(word(text), library.lexicon).front.published_on == date(2027, 1, 15)


def test_a_signature_between_two_annexes_is_the_notices(library: Library) -> None:
    restored = restore(
        word("""
        上海沪北高级技工学校关于2027年社会化职业技能等级认定的公告
        一、对象
        在沪劳动者。
        附件1：考生须知
        一、入场
        考生应提前到场。
        附件2：安全须知
        一、用电
        不得私接电源。
        上海沪北高级技工学校
        2027年4月6日
        附件3：承诺书
        本人承诺材料真实。
        2027年    月    日
        """),
        library.lexicon,
    )
    assert restored.front.published_on == date(2027, 4, 6)
    assert [path for path in restored.notice.clauses if path.startswith("附件")] == [
        *("附件1", "附件1·一", "附件2", "附件2·一", "附件3"),
    ]
    assert [line.text for line in restored.notice.clauses["附件2·一"].lines] == ["一、用电", "不得私接电源。"]


def test_two_offices_above_a_number_are_the_letterhead(library: Library) -> None:
    restored = restore(
        word("""
        上海市某某局 上海市另某局关于开展2027年技能培训工作的通知
        上海市某某局
        上海市另某局
        沪某〔2027〕6号
        各有关单位：
        """),
        library.lexicon,
    )
    assert restored.front.document_number == "沪某〔2027〕6号"
    assert [line.text for line in restored.notice.clauses["文号"].lines][-1] == "沪某〔2027〕6号"


@pytest.mark.parametrize(
    ("sentence", "replaced"),
    [
        ("根据《认定规程》（沪某〔2020〕1号），原《认定办法》（沪钟〔2026〕3号）同时废止。", "沪钟〔2026〕3号"),
        ("本办法施行后，《2026年认定操作办法》停止执行。", "2026年认定操作办法"),
        ("《2026年认定公告》同时作废。", "2026年认定公告"),
        ("逾期未领的《准考证》作废。", None),
        ("《旧认定办法》（沪钟〔2019〕3号）已废止，不得再引用。", None),
        ("2026年的收费标准自2027年起不再执行。", None),
    ],
)
def test_what_a_notice_replaces_is_given_as_it_prints_it(
    sentence: str, replaced: str | None, library: Library
) -> None:
    assert restore(word(f"{PLAIN}\n一、附则\n{sentence}"), library.lexicon).front.replaces == replaced
