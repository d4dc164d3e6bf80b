"""Words by which people speak of failing a paper, of taking it again and of its price, for every reader of them."""

from __future__ import annotations

import re

FAILED = (
    r"(?:[没未](?:有)?(?:能)?(?:考)?(?:过(?![期程去来])|通过|合格|及格|达标|考好)|不(?:合格|及格|通过)|考砸|砸了|栽了|挂(?:了|科|在|掉)"
    r"|差了?(?:[几一两二三四五六七八九十\d]+|一点)分)"
)
MODULE = r"(?:理论|操作|实操|实践|技能|上机|综合评审|评审)"
# 再考三级 is the next level, no retake.
_ONCE_MORE = r"再考(?!(?:个|一个|取|出|上)?(?:[一二三四五1-5初中高]级|高?级?技师|下一级|更高|别的|另))"
# 补补贴, 补办 and 补交 are no retakes; nor is 差多少.
AGAIN = (
    rf"补考|补缴?考|重考|{_ONCE_MORE}|重新考|二次考|二考|{FAILED}|没考过|挂|补一门|补\S?[门科]|补\S{{0,2}}模块|[一两二三]\S?[门科][都全要]*补(?![贴办交])|补(?={MODULE})|retake"
    rf"|(?:还)?[差剩欠](?:了|着|个)?(?:{MODULE}|[一二两]?[门科])|再(?:来|去)一[次趟回遍]|补(?:一下|一补|了?[一二两三四五\d][次回])"
)
# All papers anew are no retake, though people say 重新考.
ANEW = re.compile(r"(?:作废|过期|失效|清零)[^，,。]{0,6}(?:重新?|从头|再)(?:考|报|来)")
# What else is made good: 补报销单, 补张发票, 补签名.
TAKEN_AGAIN = (
    rf"补(?=考|\S{{0,2}}[门科]|{MODULE})"
    r"|补(?![贴办交习充缴助偿录报签登发写填齐差课]|[^，,。；;？?！!\s]{0,12}(?:报销|单[子据]|发票|收据|凭证|材料|资料|手续|名单|照片|登记|合同|档案|差[价额]|账))"
)
PRICE = (
    r"多少钱|多少(?:元|块|费)|几[块钿钱百]|几个钱|几多钱|多钱|[啥什]么?价|价[钱格位目]|花费|开销|收费|费用"
    r"|(?:掏|花|收|付|缴|交|加|添|贴)(?:个|给|上|大概|大约|一共|总共|差不多|得|要)*多少(?![次回天年月久个时人材照分题])"
)
# To apply anew for all papers, beside one that was passed: 干脆整个重报一遍, 从头再报一次, 不补了直接新报.
REAPPLIED = (
    r"(?:重新?|再|又|重复|另外?|从头|从零)(?:再|去|来|开始)?(?:报(?![销告错])|申报|申请|登记)(?!.{0,3}补考)|(?:整个|全部|所有|全都?|统统|两门都?)(?:再|都)?(?:重新?|从头|再)(?:报|申报|考|来)"
    r"|(?:报|申报|报名)(?:个|一次|一遍)?(?:新的|全科|全部科目|所有科目|整个|全套)|不(?:想)?补考?了?[^。]{0,6}(?:直接|干脆|就)[^。]{0,4}报"
)
# 不是说挂科免费吗 denies nothing.
DENIED = re.compile(
    r"我?(?:没|不是?|并不)(?:在|要|想)?(?:问|说|讲|指|咨询|打听)(?!一?[下声])(?![^，,。；;！!？?]*[吗么嘛])[^，,。；;！!？?\s]*[，,。；;！!？?\s]?"
)


def without_denied(text: str) -> str:
    """The text without what it says not to be about (不是问补考，…); all of it where nothing else is left."""
    left = DENIED.sub("", text)
    return left if left.strip() else text
