"""What is asked about a programme beyond its typed facts: the sentences of its notice that say it, or that it does not.

A matter finds its sentences by the words that they must have, so that next year's notice is read the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.actions.desk import Desk
from knowledge.models import Source

_SENTENCE = re.compile(r"[^。；]+[。；]?")


@dataclass(frozen=True)
class Matter:
    """A question about the programme. `says`: what a sentence that answers it has; `unsaid`: what no sentence states.

    `settles`: whether the sentences answer it for all that is unsaid.
    """

    asked: re.Pattern[str]
    says: re.Pattern[str] | None = None
    unsaid: str | None = None
    settles: bool = False


def _matter(asked: str, says: str | None = None, unsaid: str | None = None, *, settles: bool = False) -> Matter:
    return Matter(re.compile(asked), re.compile(says) if says else None, unsaid, settles)


# In this order: what is more particular comes first.
MATTERS: tuple[Matter, ...] = (
    _matter(  # that it is to be had for money: what it is given for
        r"[交给花掏付出][了点]?钱[^，。]{0,3}[就便][^，。]{0,3}[给发能有行拿可得]|花钱[^，。]{0,3}买|(?:能|可以|拿钱|是)买(?:来|得到|到|个|张|的)",
        r"合格人员，可获得|通过者可获|选手可获得|考核合格人员信息，通过",
    ),
    _matter(
        r"(?<!证书)(?:在|用|下)?(?:哪个|什么|啥)(?:平台|软件|app|APP|网站)[^，。]{0,4}(?:上|学|听|看课)|(?:上课|网课|听课|学习)[^，。]{0,6}(?:平台|软件|app|APP|链接|网址)",
        r"线下线上相结合",
        "线上课在哪里上",
    ),
    _matter(
        r"(?:大纲|标准|题库|技术要求).{0,8}(?:叫|名字|名称|全称|(?:哪个|什么|哪份)文件)",
        r"对\d+年已经实施的《",
    ),
    _matter(
        r"免考|免试|免(?:掉|去|一|理论|实操|科|修)|少考一|(?:有|拿|凭|用|持|考)[了到过着]*推介官.{0,14}(?:换|抵|代替|顶|直接[考拿]).{0,8}(?:训练师|[一二三四五]级|等级|技能)"
        r"|推介官[^，。,]{0,8}(?:等于|等同|相当于|当(?:成|作)?)[^，。,]{0,6}(?:训练师|[一二三四五]级|等级证)"
        r"|推介官[^。]{0,12}(?:训练师|[一二三四五]级|等级)[^。,，]{0,6}(?:送|白得|白拿|(?:直接|自动|就|也)[给有])",
        None,
        "凭推介官证书可以免考或换取别的证书",
    ),
    _matter(
        r"学历|文凭|文化(?:程度|水平)|零基础|没有?(?:什么)?基础(?!证|班)|(?<!机构有啥)(?<!机构有什么)门槛|计算机基础|什么基础|(?:小学|初中|高中|中专)毕业",
        r"培训对象为",
        "对学历和基础的要求",
    ),
    _matter(
        r"依据(?!是什么文号)|根据(?:什么|哪)|为(?:什么|了?啥)(?:要)?(?:搞|办|开展|推|弄)|目的|初衷|背景|响应|国家.{0,6}(?:文件|政策|号召)",
        r"^为贯彻落实",
    ),
    _matter(
        r"先.{0,4}基础.{0,8}(?:再|才|后)|要不要先|跳过基础|必须先|(?:有|拿了?|考了?)(?:了)?基础.{0,10}(?:才能|再|升|换).{0,4}高级|升(?:级|到|为|成|高级)",
        r"可获得人工智能推介官（高级）|一级通过者",
        "拿高级证书要先有基础证书，也没有写明怎样从基础升为高级",
    ),
    _matter(
        r"两[张本个份](?:推介官)?(?:的)?证|重复(?:参加|领|拿|考)|(?:基础|高级).{0,4}(?:同时|都(?:拿|要|考))",
        None,
        "能不能重复参加、同时拿基础和高级证书",
    ),
    _matter(
        r"(?:周末|晚上|夜里|双休日?|工作日|周[六日]).{0,5}(?:上课|开班|的?班|能上|上|学|培训)|(?:上课|培训|班|课).{0,8}(?:周末|晚上|双休|工作日)"
        r"|没有?(?:时间|空)[^，。,]{0,4}(?:上|去|听|学)|请假|缺课|旷课|签到|考勤|落下.{0,2}课|(?<!至)少上|一天上|[一每半](?:天|次|周|个?星期).{0,3}(?:上|学|几|课)|几[天周]上完",
        r"^培训总计\d+课时",
        "上课的时间安排和考勤",
    ),
    _matter(
        r"班.{0,6}(?:多少|几)个?人|班额|(?:多少|几)个?人.{0,4}(?:开班|成班)|凑(?:够|满|齐)", None, "每班的人数"
    ),
    _matter(
        r"师资|讲师|教师|(?:老师|教员).{0,5}(?:资格|资质|证|要求)|谁(?:来)?(?:教|讲课|上课|授课)|老师是(?:谁|什么|哪)",
        None,
        "由谁授课",
    ),
    _matter(
        r"(?:比武|练兵).{0,12}(?:奖金|奖品|奖励|奖状)|(?:奖金|奖品|奖励).{0,8}(?:比武|练兵)",
        r"证书配套",
        "证书以外的奖励",
    ),
    _matter(
        r"外区|别的区|其[他它]区|跨区|不是?(?:本区|这个区|一个区)|(?:住|户口|单位|公司).{0,3}在[一-龥]{2,3}区.{0,12}(?:去|到|报|参加)[一-龥]{2,3}(?:区)?",
        r"分层分类组织开展",
        "能不能跨区参加",
    ),
    _matter(
        r"文号|几号文|发文|印发|(?:哪个|什么|哪份)(?:通知|文件)"
        r"|(?:通知|文件|规定|政策).{0,8}(?:什么时候|哪[天年]|几[月号]|何时|几时|啥时)"
        r"|(?:什么时候|哪天|几[月号]|何时|几时|啥时候?).{0,3}(?:印|出台|发布|发的(?:通知|文))",
        r"^.{2,8}〔\d{4}〕\d+号$|^\d{4}年\d{1,2}月\d{1,2}日$",
    ),
    _matter(
        r"补贴|补助|津贴|报销|减免",
        r"补贴标准",
        "补贴的金额和申领",
    ),
    _matter(
        r"多少钱|费用|收费|[要交掏花付缴]钱|钱[吗么]|免费|学费|报名费|考试费|培训费|考务费|自费|缴费|交费|付费|腰包|自己(?:出|掏|承担|付)|花(?:多少|几|自己)|不?要(?:我)?(?:出|掏)钱|贵不贵|价格|价钱",
        None,
        "收费",
    ),
    _matter(
        r"(?:结课|没上完|没结束|上到一半|还在上|已经?开[班课了]|开[了的]的?班|老班|旧班|[之以]前.{0,6}(?:开|班|上)|开班.{0,8}(?:老|旧|新|原)).{0,20}",
        r"尚未结课",
    ),
    _matter(
        r"(?:题库|真题|教材|资料|课本|样题|模拟题?).{0,6}(?:哪|下载|找|买|看|发我|有没有|公[布开]|链接|[吗么]$)|刷题",
        r"考核题库》进行更新|题库另行制定",
        "题库和教材在哪里找",
    ),
    _matter(
        r"(?:培训|课程|课|班).{0,4}(?:内容|学什么|学啥|学些|教什么|讲什么|上什么|讲啥)|学(?:些|点)?(?:什么|啥|哪些)",
        r"按照《人工智能推介官培训项目设置技术要求》审核",
        "培训的具体内容",
    ),
    _matter(
        r"(?:[各每本]个?区|区里|我们区|[一-龥]{2}区|分解|分配)(?:今年|要|会|能|大概|的|推介官)*(?:分|摊|背|领)?.{0,6}(?:指标|任务|目标|名额)|(?:目标|万人).{0,4}(?:分给?到?|怎么分)|(?:指标|任务|名额).{0,6}(?:怎么分|分解|分配|分到|各区)",
        r"指标分解",
        "各区分到多少",
    ),
    _matter(r"及格|多少分|几分|分数线|满分|合格(?:线|标准)|过线", None, "考核的及格分数"),
    _matter(r"时长|考多久|考多长|多长时间考|考几个?(?:小时|钟头)", None, "考试时长"),
    _matter(
        r"题型|题量|道题|判断题|难度|难考|考(?:些|点)?(?:什么|啥|哪些)(?!级|档)|几道题|选择题|机考|笔试|开卷|闭卷|通过率|合格率|难不难|好不好(?:考|过)|容易过|内容",
        r"组织开展人工智能推介官培训后的考核",
        "考核的题型和内容",
    ),
    _matter(
        r"有效期|几年有效|有效(?:几|多)|过期|年审|复审|长期有效|终身|一直有效|到期",
        None,
        "证书的有效期",
    ),
    _matter(
        r"(?:证书?).{0,6}(?:什么时候|多久|几时|几天|何时|啥时|几个月|多长时间)|(?:什么时候|多久|几时|几天|何时|啥时候?|多长时间).{0,6}(?:拿到?证|发证|出证|有证|下证|拿到|下来)",
        r"“证书归集”功能上传",
        "证书什么时候发",
    ),
    _matter(
        r"(?:证书?|证).{0,6}(?:去?哪里?领|怎么领|邮寄|寄|领取)|领证|[去在]哪里?领|邮寄|快递(?!员|小哥|公司)|补办|丢",
        r"证书采用纸质或电子",
        "证书怎么领取和补办",
    ),
    _matter(
        r"外地|外省|非沪|外来|居住证(?!.{0,2}积分)|不是(?:上海|本市|本地)|(?:户籍|户口|沪籍).{0,6}(?:要求|限制|要|必须|有没有|才|能不能|行不行|行吗|可以吗)"
        r"|(?:要|必须|只[收限能要]|非|限|一定).{0,4}(?:户籍|户口|沪籍)",
        r"本市户籍登记失业人员",
        "这一项以外对户籍的要求",
    ),
    _matter(
        r"国家.{0,4}(?:职业)?(?:资格|承认|认)|全国|通用|认可|含金量|有什么用|有啥用|用处|加分|积分|落户|职称|涨工资|好找工作",
        None,
        "证书的性质、效力和用处",
    ),
    _matter(
        r"退休|年龄|几岁|多大|年纪(?!大了[^，。,]{0,2}(?:搞|弄|看|听|记|说)不)|^(?!.*(?:失业|灵活就业|下岗)).*\d岁",
        r"法定劳动年龄",
        "这一项以外对年龄的要求",
        settles=True,
    ),
    _matter(
        r"(?:考|班|课|培训).{0,6}(?:什么时候|哪个?月|几[号月]|何时|几时|啥时)|(?:什么时候|几[号月]|何时|几时|啥时候?|哪[天月]|哪个月).{0,4}(?:开班|开课|培训|上课|考|报|办|有班)|开班时间|考试时间|报名时间|上课时间|截止",
        r"分层分类组织开展",
        "报名、开班和考核的时间",
    ),
    _matter(
        r"报名|怎么报|(?:哪(?![些种条级个])里?|找谁|谁那|啥地方|什么地方).{0,5}(?:报(?!给)|参加|上课|(?<![当考评])上(?!传)|学|培训|开班|有班|有课)|入口|联系|电话|地址|窗口|咨询(?!一?下|你|您|推介)|考场|(?:哪里?|哪儿)考|考试地点",
        r"分层分类组织开展|职业技能培训机构。$",
        "在哪里报名、怎么报名和联系方式",
    ),
    _matter(
        r"(?:没|不)(?:考过|通过|合格|及格|过[的了怎能会])|补考|重考|挂[了掉]|挂了?科|再考(?![^，。,]{0,4}推介官)",
        r"组织开展人工智能推介官培训后的考核",
        "考核不合格以后的补考",
    ),
)


# What a question is about by its topic, where its own words name no matter (推介官呢 in a talk about fees).
_WORDS_OF_TOPIC = {
    **dict.fromkeys(("ask_fee", "ask_retake_fee", "ask_payment"), "收费"),
    **dict.fromkeys(("ask_phone", "ask_address", "ask_office_hours", "ask_how_to_apply"), "报名"),
    **dict.fromkeys(("ask_application_window", "ask_exam_date"), "考试时间"),
    "ask_exam_form": "题型",
    "ask_subsidy": "补贴",
    "ask_retake": "补考",
}


def matter_of(text: str) -> Matter | None:
    """What the question is about; None where the typed facts or the search have to answer."""
    return next((one for one in MATTERS if one.asked.search(text)), None)


def matter_of_topic(topic: str) -> Matter | None:
    """What a question of this topic is about, where its words do not say."""
    return matter_of(_WORDS_OF_TOPIC.get(topic, ""))


def sentences(desk: Desk, notice_id: str, says: re.Pattern[str] | None) -> tuple[Source, ...]:
    """The notice's sentences that have these words, in its order."""
    return tuple(_sentences(desk, notice_id, says)) if says else ()


def _sentences(desk: Desk, notice_id: str, says: re.Pattern[str]) -> Iterator[Source]:
    seen: set[str] = set()
    for path, clause in desk.library.notice(notice_id).clauses.items():
        for line in clause.lines:
            for found in _SENTENCE.findall(line.text):
                quote = found.strip()
                if says.search(quote) and quote not in seen:
                    seen.add(quote)
                    yield Source(clause=path, quote=quote)
