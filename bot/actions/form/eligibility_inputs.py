"""The inputs of the form for eligibility."""

from __future__ import annotations

import re

from bot.actions.form.inputs import NUMBER, Input, asked_input

_YES = r"(?:是|对|有|嗯|恩|算|当然|应该是|对口|相关|对应|符合|经过)(?:的|了|啊|呀|吧)*"
_NO = (
    r"(?:都?没有?|都?无|不|否|没得|不是|不算|不对口|不相关|不对应|没经过)(?:的|了|啊|呀|吧|过|评过|考过|拿过|呢)*"
)
_DATE = r"(?:(?:19|20)?\d{2}[年./-]|去年|前年|今年|大前年).{0,12}"

# The name of a major, by its last word: 计算机科学与技术, 考古, 人力资源管理. Whether it is related no notice states.
_FIELDS = (
    "学|工程|技术|管理|设计|应用|教育|经济|会计|金融|财会|贸易|商务|护理|法律|考古|新闻|传播|机械|电气|电子|自动化|计算机|软件|网络|信息|通信"
    "|人工智能|大数据|物流|营销|旅游|酒店|烹饪|建筑|土木|汉语|英语|日语|中文|历史|地理|政治|体育|心理|人力资源|行政|社工|财务|审计|统计"
    "|动漫|动画|美术|音乐|播音|摄影|表演|数控|模具|汽修|幼教|学前|文秘|园艺|园林|烹调|服装|化工|材料|能源|环境|机电"
)
MAJOR = re.compile(
    rf"(?:我|大学|本科|大专|中专)*(?:学的?|读的?|念的?|专业)?(?:就|是|叫|的)*(?P<major>[一-鿿]{{0,10}}?(?:{_FIELDS}))(?:系|类|专业|方向)?(?:的|啊|呀|哦|呢|吧)*"
)
_NO_MAJOR = re.compile(r"[么吗嘛伐哪谁几?？没不]|[在上放开自同大中小]学$|随便|考试|报名|证书|条件|[一二三四五]级")


def names_major(text: str) -> bool:
    """Whether a reply is nothing but the name of a major."""
    return MAJOR.fullmatch(text.strip(" ，,。.!！~")) is not None and _NO_MAJOR.search(text) is None


INPUTS: dict[str, Input] = {
    "birth_date": asked_input(
        "您的出生日期是哪天（年月日）？只记得年龄也可以",
        "",
        (rf"{NUMBER}(?:周?岁)?(?:了|半)?", "{}岁"),
        (_DATE, "{}出生"),
    ),
    "work_years": asked_input(
        "您累计从事本职业或相关职业多少年？",
        "没有从事过 1年 2年 4年 5年 10年",
        (rf"(?:有|干了|做了)?{NUMBER}(?:个月|年(?:半|多|左右)?)(?:了|吧)?", "累计从事{}"),
        (r"\d{1,2}", "累计从事{}年"),
        (_NO, "没有从事过"),
    ),
    "certificates": asked_input(
        "您有没有本职业或相关职业的职业资格（技能等级）证书，是几级、哪天取得的？",
        "没有证书 有五级证书 有四级证书 有三级证书 有二级证书",
        (_NO, "没有证书"),
        (r"有?[一二三四五1-5]级(?:的|证)?", "有{}证书"),
    ),
    "titles": asked_input(
        "您有没有专业技术职称，是初级、中级还是高级，哪天取得的？",
        "没有职称 有初级职称 有中级职称 有高级职称",
        (_NO, "没有职称"),
        (r"有?[初中高]级", "{}职称"),
    ),
    "education": asked_input(
        "您是什么学校、什么专业，毕业还是在读？",
        "初中毕业 高中毕业 中专毕业 大专毕业 本科毕业",
    ),
    "issued_on": asked_input(
        "证书或职称具体是哪年哪月哪日取得的？",
        "",
        (_DATE, "{}取得的"),
    ),
    "work_years_since": asked_input(
        "取得证书或职称以后，您从事本职业或相关职业多少年？",
        "1年 2年 3年 4年 5年",
        (rf"{NUMBER}(?:个月|年(?:半|多)?)(?:了|吧)?", "取得以后从事{}"),
        (r"\d{1,2}", "取得以后从事{}年"),
    ),
    "relevant": asked_input(
        "您职称的专业和所报职业是不是对应？",
        "职称专业对应 职称专业不对应",
        (_NO, "职称专业不对应"),
        (_YES, "职称专业对应"),
    ),
    "major": asked_input(
        "您所学专业是不是所报职业的本专业或相关专业？",
        "专业对口 专业不对口",
        (_NO, "专业不对口"),
        (_YES, "专业对口"),
    ),
    "assessed": asked_input(
        "您所学专业是不是经过评估论证？",
        "专业经过评估论证 专业没有经过评估论证",
        (_NO, "专业没有经过评估论证"),
        (_YES, "专业经过评估论证"),
    ),
}

# What can be changed by name, with the field of the situation and the input that asks for it again.
CHANGEABLE: dict[str, tuple[tuple[str, ...], str]] = {
    "年龄": (("birth", "age"), "birth_date"),
    "出生日期": (("birth", "age"), "birth_date"),
    "工作年限": (("work_years", "work_roughly", "stretches", "unbroken"), "work_years"),
    "证书": (("certificates",), "certificates"),
    "职称": (("titles",), "titles"),
    "学历": (("education",), "education"),
}
