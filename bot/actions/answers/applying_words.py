"""What a question about applying asks for beyond the way itself, and the words by which a notice says it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.facts.procedure import ApplicationFact, Way


@dataclass(frozen=True)
class Aspect:
    """One thing about applying.

    `says`: what a sentence on applying has that answers it; `way`: the way whose sentences are meant.
    `unsaid`: how an answer calls it where no such sentence stands. `closer`: a question for more than the sentence says,
    with what the answer then calls unsaid.
    """

    asked: re.Pattern[str]
    says: re.Pattern[str]
    unsaid: str
    way: Way | None = None
    closer: re.Pattern[str] | None = None
    closer_unsaid: str = ""


def _aspect(
    asked: str, says: str, unsaid: str, way: Way | None = None, closer: str = "", closer_unsaid: str = ""
) -> Aspect:
    return Aspect(
        re.compile(asked),
        re.compile(says),
        unsaid,
        way,
        re.compile(closer) if closer else None,
        closer_unsaid,
    )


# With what a condition is proved: 工龄用什么证明, 只有学籍证明行不.
PROOF_ASKED = (
    r"(?:用|拿|凭|靠|开|怎么|如何|咋|怎样)(?:个|一个|份)?(?:什么|啥|哪些|哪种)?(?:样的|来|去|材料)?(?:证明(?!.{0,3}假)|佐证)"
    r"|(?:证明|学信网|学籍|学历报告|劳动合同|合同|工资单|流水|社保记录|纳税)[^，。,不没]{0,6}(?:行[不吗么伐]|可以[吗么不]|能(?:用|行|证明|算|代替|顶)|算[不吗数]|认[不吗]|管用|有用|够[吗不])"
    r"|(?:没有?|无)(?:劳动)?合同[^，。]{0,8}证明|(?:谁|哪里|哪儿)[^，。,]{0,4}[开出写][^，。,]{0,8}证明"
    r"|证明[^，。,]{0,6}(?:格式|模板|样式|范本)|证明[^。]{0,12}(?:要|需要|得|敲|盖)[^，。,]{0,2}(?:什么|啥|谁的?|哪个?)[^，。,]{0,4}章"
)
_FORM = "经系统生成的报名表"
_COMPANY = r"公司|单位|企业|厂里?|老板|员工|职工|同事|部门"
_TOGETHER = r"团体|集体|统一|组织|批量|一起|打包"
DOCUMENTS = _aspect(
    r"材料|证件|资料|手续|复印件|(?:带|准备|交|提交|上传|提供)(?:些|点)?(?:什么|啥|哪些|点啥)|要带|需要带",
    r"材料|报名表|汇总表",
    "报名要带的材料",
)
ON_SITE = _aspect(
    r"网上|网络|线上|在线|手机|小程序|微信|公众号|app|APP|现场|跑一?趟|跑过去|跑去|到场|当面|上门",
    r"小程序|办理个人报名|自助经办系统",
    "网上还是现场",
)
# In this order: what is more particular comes first.
ASPECTS: tuple[Aspect, ...] = (
    _aspect(
        r"^(?!.*(?:机构|学校|院校|培训班|老师)).*(?:代(?:为|替)?(?:报|办|申)|(?:帮|替|给|让|叫|请|托).{0,8}(?:报名?|申报|办|跑一?趟|去报|代)|别人.{0,4}(?:报|办|去)|委托|本人.{0,4}(?:去|到场|来|办)|(?:亲自|非得|必须).{0,4}(?:去|来|到))",
        r"代(?:报|办)|委托|本人",
        "能不能由别人代报、要不要本人到场",
    ),
    _aspect(
        rf"(?:{_COMPANY}).{{0,14}}(?:{_TOGETHER})|(?:{_TOGETHER}|给|帮).{{0,10}}(?:{_COMPANY})|(?:{_COMPANY}).{{0,10}}(?:给|帮|替).{{0,6}}报|企业.{{0,4}}(?:报|申)",
        r"职工|员工|企业(?!人力)|用人单位",
        "单位（公司）能不能组织职工团体报名",  # what is written of both ways: who may not as a group applies alone
    ),
    _aspect(
        r"填错|写错|输错|报错|改信息|信息.{0,4}(?:改|错|误)|修改|更正|撤销|取消报名|退出报名|不想报|改报|换(?:等级|级别|职业|工种|场次)",
        r"修改|更正|撤销",
        "报名信息怎么修改、报名怎么撤销",
    ),
    _aspect(
        r"[一二三四五1-5]级[^，。]{0,8}(?:一起|同时|一块|一道|一次)[^，。]{0,2}[报考]|同时报|一起报(?:两|2|几|多)|(?:两|2|几|多)个.{0,6}(?:同时|一起|都)|都报|一次报",
        r"同时",
        "能不能同时报几项",
    ),
    _aspect(
        r"照片|证件照|[一二两12]寸|底色|[白蓝红]底",
        r"照",
        "照片的要求",
        closer=r"底|颜色|像素|大小|格式|电子|近期|免冠|规格|尺寸",
        closer_unsaid="照片的底色、格式等别的要求",
    ),
    _aspect(r"身份证", r"身份证", "报名要不要身份证"),
    _aspect(
        rf"{PROOF_ASKED}|工作证明|在职证明|从业证明|工龄证明|年限证明|社保|学历证|毕业证|学位证|学信网|佐证|单位盖章|盖公章|承诺书|公证",
        r"佐证材料",
        "用什么材料证明、您说的这种行不行",
        closer=r".",
        closer_unsaid="佐证材料具体是哪些",
    ),
    _aspect(
        r"报名表|申报表|汇总表|信息表|表格|哪些表|什么表|签字|签名|原件|填表",
        r"报名表|汇总表",
        "报名表",
        closer=r"下载|哪里(?:领|拿|下|有)|模板|怎么填|复印|扫描",
        closer_unsaid="报名表在哪里下载、怎么填",
    ),
    DOCUMENTS,
    _aspect(
        r"谁.{0,5}(?:审|查)|初审|资格审[核查]|审核",
        r"审核|初审",
        "谁来审核",
        closer=r"多久|几天|什么时候|结果|通过没",
        closer_unsaid="审核要多久",
    ),
    _aspect(r"预约|提前.{0,4}(?:打电话|说|约)|直接(?:去|过去|来)", r"预约", "要不要预约"),
    _aspect(r"自助经办|经办系统", r"自助经办系统", "自助经办系统", "group"),
    ON_SITE,
)


def aspects_of(text: str) -> list[Aspect]:
    """What the question asks for, in the order of answers; empty where it asks for the way as a whole."""
    found = [one for one in ASPECTS if one.asked.search(text)]
    particular = [one for one in found if one is not DOCUMENTS]
    return particular or found


def only_form(fact: ApplicationFact) -> bool:
    """Whether the notice names no other document for this way than the form of the system."""
    return set(fact.materials) <= {_FORM}
