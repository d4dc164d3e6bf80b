"""How answers tell what a notice says of its certificates, and what a question about one asks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from bot.actions.wording import joined
from knowledge.certificates import About, CertificateRule
from knowledge.facts.procedure import Way

Aspect = Literal["issue", "form", "collection", "courier", "enquiry", "when"]
FORMS = {"electronic": "电子", "paper": "纸质"}
_ASPECTS: tuple[tuple[Aspect, re.Pattern[str]], ...] = (
    (
        "when",
        re.compile(
            r"什么时候|哪[天日]|几号|啥时|几时|何时|多久|多少天|几天|时间|下来了?[没吗]|没收到|没发"
            r"|(?<![提先])前(?:能|可以|会|就|才|把|就能)*(?:拿|领)(?:得|不)?到|前[^，。,]{0,4}(?:到手|下来)"
        ),
    ),
    ("courier", re.compile(r"寄|快递|邮(?!箱|件)|到付|送到|送上门|运费")),
    (
        "issue",
        re.compile(
            r"谁.{0,2}[发颁]|[发颁].{0,3}谁|颁发|发证|(?:哪个|什么|哪家|哪里).{0,5}(?:发的?|盖章|盖的)(?![现觉票生短信])|盖.{0,4}章|的章|(?:局|部|会|大学|学校|政府|国家)(?:直接|统一|自己)?发的?(?:吗|么|还是|吧|[?？，,。]|$)"
        ),
    ),
    ("enquiry", re.compile(r"[查验]|真假|是不是真|核实|辨别|真伪|下载|哪里看|在哪.?看")),
    ("form", re.compile(r"电子|纸质|纸证|纸[头张]|实体证|红本|打印|手机[上里](?:的|看)|看手机")),
    (
        "collection",
        re.compile(
            r"领|本人|亲自|另取|[拿取](?:证|到证|的?证书)|证[^，。]{0,6}[拿取]|证[^，。,；;]{0,4}(?:要|得|自己|本人|亲自|必须|只能|可以|能)[^，。,；;]{0,12}[拿取](?!得|消)|(?:自己|本人)(?:去|来|跑去|过去|过来)*[拿取]|自取|代拿|代取|取件|找谁拿|拿到手|到手|怎么拿|咋拿|发到|发给|送到"
        ),
    ),
)
# What people ask about certificates and the facts do not know: left to the search.
_BEYOND = re.compile(
    r"有效期|年审|年检|复审|通用|效力|落户|加分|积分|承认|认可|终身|编号|照片|更正|打错|错了|有误|名字|样子|长啥样|一样吗|过期"
    r"|作废|吊销|含金量|有用|用得|能用|退休|挂靠|加薪|补贴|两本|换"
)
_GROUP = re.compile(r"团体|培训(?:机构|学校|班)|学校|院校|单位|公司|集体|一起报")
_INDIVIDUAL = re.compile(r"个人|自己报|自己申|我自己")
# 是个人去拿还是我们去: each way is asked about.
_EITHER_WAY = re.compile(
    r"(?:个人|自己|本人|学[员生])[^，。,]{0,8}还是|还是[^，。,]{0,6}(?:个人|自己|本人|学[员生])"
)
_PROXY = re.compile(
    r"代领|代拿|代取|别人|同事|家人|朋友|委托|帮.{0,3}[领拿取]|[代替][她他我你家][^，。]{0,6}[领拿取]"
)
# Somebody else goes in one's place: 叫老太婆拿我身份证替我去办, 我儿子帮我去行不行.
ANOTHER_GOES = re.compile(
    r"[代替帮](?:我|他|她|本人|老人)[^，。,]{0,6}(?:去|来|办|领|拿|取|跑)|代[办领拿取]|(?:叫|让|请|托|喊)[^，。,]{1,8}(?:替|帮|代)?[^，。,]{0,4}(?:去|来)(?:办|领|拿|取|跑)"
)
_BRING = re.compile(r"带(?!领|拿)|身份证|原件|证件|手续")
# 现在还能补勾吗, 没勾的后来能改成纸质的伐: to ask for paper after the application.
_LATER = re.compile(
    r"(?:补|改|再|重新?|后来|事后|回头|现在|还能|还可以)[^，。,？?]{0,6}(?:勾|选(?!择题))|(?:没有?|忘了?|漏)(?:打)?勾[^。]{0,12}(?:补|改|换|还能|还可以|来得及|能不能|怎么办|咋办|有救)"
    r"|(?:改|换)(?:成|为|要)?纸(?:质|的)|(?:现在|还|后来|事后|回头)(?:还)?(?:能|可以|可不可以|能不能)[^，。,？?]{0,2}(?:申请|要|办|拿)[^，。,？?]{0,3}纸"
)
_NUMBERED = re.compile(r"^[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]")
_WAYS: dict[Way, str] = {"group": "团体申报", "individual": "个人申报"}


def aspects(text: str) -> list[Aspect]:
    """What the question asks of certificates; empty where it only names them, or asks what the facts do not know."""
    return [] if is_beyond(text) else [aspect for aspect, words in _ASPECTS if words.search(text)]


def is_beyond(text: str) -> bool:
    """Whether it asks about validity, recognition, corrections, and the like."""
    return _BEYOND.search(text) is not None


def way_of(text: str) -> Way | None:
    """How the person applied, where the question says so of one way alone."""
    if _EITHER_WAY.search(text):
        return None
    group, individual = bool(_GROUP.search(text)), bool(_INDIVIDUAL.search(text))
    return None if group == individual else "group" if group else "individual"


def asks_for_proxy(text: str) -> bool:
    """Whether somebody else is to collect it."""
    return bool(_PROXY.search(text) or ANOTHER_GOES.search(text))


def asks_what_to_bring(text: str) -> bool:
    """Whether it asks for documents."""
    return _BRING.search(text) is not None


def asks_for_paper_later(text: str) -> bool:
    """Whether it asks if paper can still be asked for after the application."""
    return _LATER.search(text) is not None


def told(rules: Sequence[CertificateRule], place: str) -> str:
    """The rules in sentences. `place`: the office's address, empty where unknown."""
    return "".join(dict.fromkeys(f"{_sentence(one, place)}。" for one in rules))


def _sentence(rule: CertificateRule, place: str) -> str:
    return _TELL[rule.about](rule, place)


def _issue(rule: CertificateRule, _: str) -> str:
    return f"证书由{rule.issuer}颁发"


def _form(rule: CertificateRule, _: str) -> str:
    """Conditions of a form (勾选) stand only in the notice's own words."""
    return "；".join(dict.fromkeys(_NUMBERED.sub("", one.quote).rstrip("。；;") for one in rule.citations))


def _collection(rule: CertificateRule, place: str) -> str:
    forms = "".join(FORMS[one] for one in rule.forms) if len(rule.forms) == 1 else ""
    head = f"{_WAYS[rule.way]}的，" if rule.way else ""
    if rule.courier_paid_by_applicant is not None:
        paid = "快递费自理" if rule.courier_paid_by_applicant else "快递费不用自己付"
        return f"{head}{forms}证书用快递寄，{paid}"
    where = f"到{rule.collected_at}{_at(place)}" if rule.collected_at else ""
    together = "统一" if rule.way == "group" else ""
    return f"{head}{forms}证书由{rule.collected_by}{where}{together}领取"


def _loss(rule: CertificateRule, place: str) -> str:
    bring = f"带上{joined(rule.bring)}，" if rule.bring else ""
    return f"证书遗失了，{bring}由{rule.collected_by}到{rule.collected_at}{_at(place)}办理补办"


def _at(place: str) -> str:
    return f"（{place}）" if place else ""


_TELL = {"issue": _issue, "form": _form, "collection": _collection, "loss": _loss}
LABELS: dict[About, str] = {
    "issue": "发证机构",
    "form": "电子证书还是纸质证书",
    "collection": "证书领取",
    "loss": "证书遗失补办",
}
