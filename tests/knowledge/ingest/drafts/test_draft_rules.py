"""Passages are filed under the topics that people ask about, whatever a notice calls its headings."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.ingest.drafts.rules import draft_rules, load_topics
from knowledge.library import Library
from tests.knowledge.ingest.lock_notice import lock_notice

UNSEEN = """各有关单位：
一、开考职业
2027年本协会面向社会开展的评价职业为：锁具修理工（五、四级）。
二、报考条件
凡年满16周岁，从事锁具修理工作的人员均可报考。
三、报名方式
（一）网上报名。考生登录http://bm.shlocks.org.cn填写信息并上传证件照。
（二）现场报名。可到上海市黄浦区西藏中路18号3楼办理报名，须携带身份证原件及复印件。
四、报名及考试时间
报名时间：每月1日至10日。
报名人数不足20人的，顺延至下一期。
五、考务费
考生应在报名后5日内缴纳考务费，五级300元，四级400元。
补考费每科150元。
六、准考证
考前3天登录报名系统自行打印准考证。
七、考核方式
理论知识考试采用机考方式，操作技能考核采用现场操作方式，满分均为100分，60分合格。
八、成绩查询
考试结束后15个工作日可在协会官网查询成绩。
九、证书发放
成绩合格者由本协会颁发职业技能等级证书，电子证书可自行下载。
证书遗失的，可持身份证到协会申请补办。
十、补考规定
单科不合格的，两年内可申请补考一次。
十一、考场纪律
考生应遵守考场纪律，作弊的取消当次考试成绩。
十二、职业技能提升补贴
取得证书后可按规定申领补贴。
十三、联系方式
咨询电话：021-63510000
投诉电话：021-63510001
十四、其他
本通知内容如有调整，以协会网站公布为准。"""


def filed(body: str, folder: Path, library: Library) -> set[tuple[str, str]]:
    found = draft_rules(lock_notice(body, folder), library.lexicon).facts
    return {(one.topic, one.clause) for one in found}


def test_an_unseen_notice_with_headings_in_other_words_is_filed_as_a_person_would(
    tmp_path: Path, library: Library
) -> None:
    assert filed(UNSEEN, tmp_path, library) == {
        ("projects", "一"),
        ("eligibility", "二"),
        ("application_method", "三（一）"),
        ("materials", "三（一）"),
        ("application_method", "三（二）"),
        ("application_place", "三（二）"),
        ("materials", "三（二）"),
        ("schedule", "四"),
        ("changes", "四"),
        ("payment", "五"),
        ("retake_fee", "五"),
        ("admission_ticket", "六"),
        ("exam_form", "七"),
        ("results", "八"),
        ("certificate", "九"),
        ("certificate_loss", "九"),
        ("retake", "十"),
        ("discipline", "十一"),
        ("subsidy", "十二"),
        ("supervision", "十三"),
        ("changes", "十四"),
    }


@pytest.mark.parametrize(
    ("body", "topic"),
    [
        ("一、报名办法\n由所在单位汇总后统一送交本会。", "application_method"),
        ("一、报名流程\n考生扫描二维码填写信息。", "application_method"),
        ("一、收费标准\n按物价部门核定的数额收取。", "payment"),
        ("一、分数公布\n考试结束一个月后可查分数，请留意成绩查询页面。", "results"),
        ("一、领证\n每月20日起在办公室发放。", "certificate"),
        ("一、证书补办\n凭本人申请办理。", "certificate_loss"),
        ("一、日程安排\n上半年一次，下半年一次。", "schedule"),
        ("一、申报对象\n本市从事相关工作的劳动者。", "eligibility"),
        ("一、所需材料\n两张照片和学历证明。", "materials"),
        ("一、考试形式\n笔试与实操各一场。", "exam_form"),
        ("一、违纪处理\n按国家有关规定执行。", "discipline"),
        ("一、投诉渠道\n请致函本会秘书处。", "supervision"),
        ("一、成绩、补测与证书\n逾期作废。", "retake"),
        ("一、证书\n可由他人代办。", "certificate"),
        ("一、认定对象\n在沪劳动者。", "eligibility"),
        ("一、考风考纪\n服从监考。", "discipline"),
        ("一、怎样报名\n由单位代办。", "application_method"),
        ("一、报考期限\n上半年截止。", "schedule"),
    ],
)
def test_the_heading_decides_where_the_sentence_does_not(
    body: str, topic: str, tmp_path: Path, library: Library
) -> None:
    assert (topic, "一") in filed(body, tmp_path, library)


def test_a_heading_below_decides_before_the_one_above(tmp_path: Path, library: Library) -> None:
    body = "一、报名须知与缴费\n（一）缴费\n请在三日内完成。\n（二）打印准考证\n请提前一天完成。"
    found = filed(body, tmp_path, library)
    assert ("payment", "一（一）") in found
    assert ("admission_ticket", "一（二）") in found
    assert ("payment", "一（二）") not in found


@pytest.mark.parametrize(
    ("notice_id", "precision", "recall"),
    [
        ("saia-2026-ai-trainer", 0.95, 0.95),
        ("shta-2026-hr", 0.95, 0.95),
        ("sjtu-2025-ai-trainer", 0.95, 0.95),
        ("shhrss-2025-catalogue", 0.8, 0.85),
        ("shhrss-2026-ai-promoter", 0.9, 0.85),
    ],
)
def test_published_rules_are_found_again(
    notice_id: str, precision: float, recall: float, library: Library
) -> None:
    holding = library.holding(notice_id)
    wanted = {(rule.topic, source.clause) for rule in holding.facts.rules for source in rule.sources}
    found = {(one.topic, one.clause) for one in draft_rules(holding.notice, library.lexicon).facts}
    assert len(found & wanted) >= precision * len(found)
    assert len(found & wanted) >= recall * len(wanted)


def test_every_quote_is_a_whole_line_of_its_clause(library: Library) -> None:
    for holding in library.holdings:
        for rule in draft_rules(holding.notice, library.lexicon).facts:
            assert rule.quote in [line.text for line in holding.notice.clauses[rule.clause].lines]


def test_every_topic_of_the_published_rules_is_known() -> None:
    names = {one.name for one in load_topics()}
    assert {"projects", "retake_fee", "where_to_ask", "promoter_quota", "subsidy"} <= names
    assert len(names) == 25


def test_an_unknown_field_in_the_topics_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "topics.yml"
    file.write_text("payment:\n  heading:\n    - 缴费\n", encoding="utf-8")
    with pytest.raises(KeyError, match="heading"):
        load_topics(file)


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        ("单科合格者成绩保留两年。", "retake"),
        ("最多补考两次。", "retake"),
        ("补考按原价的40%收取。", "retake_fee"),
        ("费用通过支付宝扫码支付。", "payment"),
        ("考核不收费。", "payment"),
        ("成绩由本会颁发“钟表维修工（中级）”职业技能等级证书。", "certificate"),
        ("证书丢失的凭身份证办理。", "certificate_loss"),
        ("考后十日内公布成绩。", "results"),
        ("有替考、夹带行为的，两年内不得报考。", "discipline"),
        ("每季度组织一次认定。", "schedule"),
        ("人数未达到10人的场次合并。", "changes"),
        ("携身份证原件和照片到考务部。", "materials"),
        ("具备下列条件之一者可报四级：", "eligibility"),
    ],
)
def test_the_sentence_decides_where_the_heading_does_not(
    sentence: str, topic: str, tmp_path: Path, library: Library
) -> None:
    assert (topic, "一") in filed(f"一、其他事项\n{sentence}", tmp_path, library)
