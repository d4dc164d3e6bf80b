"""What a notice of an organisation is expected to state, and whether it does.

A topic is *stated* where a typed fact says it, *not stated* where the notice's `not_stated.yml` says that a person
looked for it in vain. Verification insists that each topic is one of both.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from knowledge.facts import NoticeFacts


@dataclass(frozen=True)
class Topic:
    """One thing that people ask of every notice.

    `rule` is the topic of the passages that come nearest, `words` those that a notice without any of them cannot
    state it in.
    """

    id: str
    label: str
    rule: str
    words: tuple[str, ...]
    stated: Callable[[NoticeFacts], bool]


TOPICS: tuple[Topic, ...] = (
    Topic(
        "group_application",
        "团体申报方式",
        "application_method",
        ("团体", "集体", "单位报名", "单位申报", "单位报考", "单位：由", "汇总", "统一报名", "统一组织", "组团"),
        lambda f: _apply(f, "group"),
    ),
    Topic(
        "individual_application",
        "个人申报方式",
        "application_method",
        (
            "个人",
            "本人报名",
            "自行报名",
            "现场报名",
            "网上报名",
            "线上报名",
            "登录",
            "登陆",
            "注册",
            "报名网址",
            "平台",
        ),
        lambda f: _apply(f, "individual"),
    ),
    Topic(
        "appointment",
        "个人申报是否需要预约",
        "application_method",
        ("预约",),
        lambda f: (
            any(one.appointment is not None for one in f.applications)
            or any(one.appointment is not None for one in f.contacts)
        ),
    ),
    Topic(
        "materials",
        "个人申报需要带的材料",
        "materials",
        ("提交", "提供", "携带", "材料", "证件照", "复印件"),
        lambda f: any(one.materials for one in f.applications if one.way == "individual"),
    ),
    Topic(
        "windows",
        "申报和评价时间",
        "schedule",
        ("申报时间", "报名时间", "报名日期", "受理申报", "受理报名", "报名"),
        lambda f: bool(f.windows),
    ),
    Topic(
        "postponement",
        "人数不足时的安排",
        "schedule",
        ("不足", "少于", "未达", "不满", "顺延", "延期", "推迟", "并入"),
        lambda f: bool(f.postponements),
    ),
    Topic(
        "fees",
        "考试收费标准",
        "fees",
        ("收费", "考试费", "考务费", "评价费", "费用", "元"),
        lambda f: bool(f.fees),
    ),
    Topic(
        "retake_fee",
        "补考收费标准",
        "retake_fee",
        ("补考",),
        lambda f: any(_priced(one.retake.basis) for one in f.fees),
    ),
    Topic(
        "payment_window",
        "缴费日期",
        "payment",
        ("缴费", "交费", "缴纳", "付费"),
        lambda f: any(one.payment for one in f.windows),
    ),
    Topic(
        "payment_method",
        "缴费方式和收款账户",
        "payment",
        (
            "转账",
            "汇款",
            "银行",
            "扫码",
            "支付",
            "缴费方式",
            "网上缴",
            "线上缴",
            "在线缴",
            "平台缴",
            "现场缴",
            "窗口缴",
            "刷卡",
            "账户",
            "账号",
        ),
        lambda f: any(one.method or one.account for one in f.payments),
    ),
    Topic(
        "paid_when",
        "怎样算完成缴费",
        "payment",
        ("到账", "缴费完成", "完成缴费", "缴费成功", "支付成功", "付款成功"),
        lambda f: any(one.paid_when for one in f.payments),
    ),
    Topic("refund", "退费规定", "payment", ("退费", "退还", "退款", "不予退", "不退"), lambda f: bool(f.refunds)),
    Topic(
        "group_ticket",
        "团体申报怎样打印准考证",
        "admission_ticket",
        ("准考证",),
        lambda f: any(one.way == "group" for one in f.tickets),
    ),
    Topic(
        "individual_ticket",
        "个人申报怎样打印准考证",
        "admission_ticket",
        ("准考证",),
        lambda f: any(one.way == "individual" for one in f.tickets),
    ),
    Topic(
        "ticket_date",
        "每次考试打印准考证的具体日期",
        "admission_ticket",
        ("准考证",),
        lambda f: any(one.admission_ticket for one in f.windows),
    ),
    Topic(
        "results", "成绩查询", "results", ("成绩",), lambda f: any("results" in one.what for one in f.enquiries)
    ),
    Topic(
        "certificate_enquiry",
        "证书查询",
        "results",
        ("查询", "查验"),
        lambda f: any("certificate" in one.what for one in f.enquiries),
    ),
    Topic(
        "certificate_issue",
        "发证机构",
        "certificate",
        ("颁发", "发证", "核发", "发放"),
        lambda f: _certificate(f, "issue"),
    ),
    Topic(
        "certificate_form",
        "电子证书还是纸质证书",
        "certificate",
        ("电子", "纸质", "证书形式"),
        lambda f: _certificate(f, "form"),
    ),
    Topic(
        "certificate_collection",
        "证书领取",
        "certificate",
        ("领取", "领证", "申领", "自取", "寄送", "邮寄", "快递", "发放"),
        lambda f: _certificate(f, "collection"),
    ),
    Topic(
        "certificate_loss",
        "证书遗失补办",
        "certificate_loss",
        ("遗失", "补办", "补发", "补证", "丢失"),
        lambda f: _certificate(f, "loss"),
    ),
    Topic(
        "retake_validity",
        "成绩有效期",
        "retake",
        ("有效期", "保留", "个月内", "年内"),
        lambda f: any(one.rule == "validity" for one in f.retakes),
    ),
    Topic(
        "retake_rules", "补考规定", "retake", ("补考",), lambda f: any(one.rule != "validity" for one in f.retakes)
    ),
    Topic(
        "address",
        "受理地址",
        "application_place",
        ("地址", "地点", "号楼", "室"),
        lambda f: any(one.addresses for one in f.contacts),
    ),
    Topic(
        "hours",
        "受理时间",
        "application_place",
        ("受理时间", "办公时间", "工作时间", "接待时间", "工作日", "周一"),
        lambda f: any(one.hours for one in f.contacts),
    ),
    Topic(
        "enquiry_phone",
        "咨询电话",
        "where_to_ask",
        ("电话", "咨询", "手机", "联系人"),
        lambda f: _phone(f, "enquiry"),
    ),
    Topic(
        "supervision_phone",
        "监督电话",
        "supervision",
        ("监督", "投诉", "举报"),
        lambda f: _phone(f, "supervision"),
    ),
    Topic("discipline", "违纪处理", "discipline", ("违纪", "作弊", "违规"), lambda f: bool(f.discipline)),
)
BY_ID = {topic.id: topic for topic in TOPICS}


def is_stated(topic: Topic, facts: NoticeFacts) -> bool:
    """Whether a typed fact states the topic, or its words are filed as they stand."""
    return topic.stated(facts) or any(one.topic == topic.id for one in facts.as_text)


def _apply(facts: NoticeFacts, way: str) -> bool:
    return any(one.way == way for one in facts.applications)


def _priced(basis: str) -> bool:
    return basis != "not_stated"


def _certificate(facts: NoticeFacts, about: str) -> bool:
    return any(one.about == about for one in facts.certificates)


def _phone(facts: NoticeFacts, purpose: str) -> bool:
    return any(phone.purpose == purpose for one in facts.contacts for phone in one.phones)
