"""What questions about a programme and its notice speak of: each thing as people say it, and as the notice writes it."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Concept:
    """A thing asked about. `written` is None for what no sentence states: it speaks against every sentence.

    `decides`: whether the notice says of it what its typed facts do not hold; a question with none is theirs.
    `part`: whether it is one of the parts of the programme, which a sentence of another part is not about.
    """

    said: re.Pattern[str]
    written: re.Pattern[str] | None
    decides: bool = False
    part: bool = False


def _concept(said: str, written: str | None, *, decides: bool = False, part: bool = False) -> Concept:
    return Concept(re.compile(said), re.compile(written) if written else None, decides, part)


_PARTS = (
    _concept(r"比武|练兵|比赛|竞赛|选手|擂台", r"比武|练兵", part=True),
    _concept(r"水平考试|高校|高等院校|大学|考试院", r"水平考试|高等院校|教育考试院", part=True),
    _concept(r"训练师|数据标注|模型运用|专项", r"训练师|数据标注|模型运用", part=True),
    _concept(r"定向", r"定向", part=True),
    _concept(r"企业职工|集中服务|企业.{0,2}培训", r"企业职工", part=True),
    _concept(r"项目制", r"项目制", part=True),
    _concept(
        r"满意|打分|测评|(?:单位|学员|老板)(?:也|要|会|得|来)*评|评课|评价老师", r"满意度", decides=True, part=True
    ),
)
_THINGS = (
    _concept(r"培训|[上听]课|课程|班(?!组)|学(?!生|校|员|历|院|期)", r"培训"),
    _concept(r"考核|考试(?!院)|考(?!试院|虑)", r"考核|考试(?!院)"),
    _concept(r"证(?!明|件)", r"证书|发证|获证"),
    _concept(r"标准|技术要求|大纲", r"培训标准|技术要求"),
    _concept(r"题(?!型|量|目)|卷子|试卷", r"题库"),
    _concept(r"成绩|分数", r"成绩"),
    _concept(r"合格|通过|考过", r"合格|通过"),
    _concept(r"单位(?:也|要|给)|用人单位|老板|雇主", r"用人单位"),
    _concept(r"名单", r"人员信息"),
    _concept(r"方案", r"方案"),
    _concept(r"目标|任务|指标", r"目标|指标"),
    _concept(r"占比|比例|几成|百分|占|三成|封顶", r"占比"),
    _concept(r"落款|监制|署名|盖名|的款", r"落款"),
    _concept(r"章(?!程)", r"公章"),
    _concept(r"(?<!调)查(?!卷|分)|核实|真伪|真假|搜|看(?:得|到|见)|里看", r"查询"),
    _concept(r"课时|学时|几节", r"课时"),
    _concept(r"线上|网[课上]|线下|远程|教室|面授", r"线上"),
    _concept(r"第[几多]|前[几多\d一二三]|名次|排名|前百分", r"排名前"),
    _concept(r"层级|基础|高级|哪[级档]|什么级", r"基础|高级"),
)
_WHO = r"(?:谁|哪一?(?:个(?!月|时|星期|区|班)|[家级])|哪些?(?:部门|单位)|什么(?:部门|单位)|归)"
_ORGANISES = r"(?:组织|主持|负责|举办|主办|安排|管(?!理))"
_ACTIONS = (
    _concept(
        rf"{_WHO}.{{0,8}}{_ORGANISES}|{_ORGANISES}.{{0,5}}{_WHO}|(?:谁|哪个|哪家|什么人)(?:来|给[我你他]们?)?考(?!试院)",
        r"组织开展|组织实施|组织进行",
        decides=True,
    ),
    _concept(r"(?<!失业)登记(?!失业)|录入|[录登](?:到|进|在)|录成绩", r"登记录入|信息管理系统", decides=True),
    _concept(r"汇总|统计", r"汇总", decides=True),
    _concept(r"收集|归集|搜集", r"收集", decides=True),
    _concept(
        r"上报|报(?:到|给|往|送)|[交递送][到给](?:了)?(?:哪|谁|什么)|往上报|汇报|频率|(?:往|向)(?:哪|谁).{0,2}报|报去哪|(?:多久|多长时间|几天).{0,3}报",
        r"报市就业",
        decides=True,
    ),
    _concept(r"上传|传(?!说|闻|单|言)", r"上传", decides=True),
    _concept(r"每月|每个?月|每季|按[月季]|(?:多久|多长时间).{0,4}(?:一次|报|汇总)", r"每月", decides=True),
    _concept(r"审(?!美)|批准|批复|过目", r"审核", decides=True),
    _concept(r"监管|监督(?!电话)|把关|督导", r"监管", decides=True),
    _concept(r"更新|修[订改]|完善|换新|[谁来].{0,3}[改编]", r"更新完善", decides=True),
    _concept(r"老办法|老规矩|旧规定|老标准|没上完|没结[课束]|还在上", r"尚未结课", decides=True),
    _concept(
        r"(?:还没|没有?|不|未)(?:发|下|出)(?:下?来)?|(?:出来|下来|下发|发下来|更新)(?:之|以)?前|过渡|这段时间|[老旧原]题|[用按](?:的)?(?:还是)?[老旧]的|(?:还|仍)(?:能|可以)?(?:作数|算数|管用|有效(?!期)|用)",
        r"更新下发前",
        decides=True,
    ),
    _concept(r"牵头|带头|挑头|主导", r"牵头", decides=True),
    _concept(
        r"经费|资金|拨款|列支|钱.{0,4}(?:从?哪|谁)|(?:谁|哪里?).{0,2}(?:出|掏|付|给)(?:的)?[钱资]",
        r"经费",
        decides=True,
    ),
    _concept(r"保障", r"保障", decides=True),
    _concept(r"(?=.*(?:比武|练兵)).*难", r"难度", decides=True),
    _concept(r"备案(?!的)", r"备案", decides=True),
    _concept(r"参与|发动|协会|加入", r"发动", decides=True),
    _concept(r"教委|教育(?:委员会|局)", r"教育委员会", decides=True),
    _concept(
        r"面向|(?=.*(?:比武|练兵)).*(?:对象|(?:谁|人|能|可以|让)[^，。]{0,4}(?:参加|去|报)(?!到|给))",
        r"面向|对象为",
        decides=True,
    ),
    _concept(r"系统|平台|功能|软件|手机|(?i:app)", r"系统|功能|App", decides=True),
    _concept(r"为啥|为什么|目的|依据|背景|初衷", r"为贯彻落实|目的|满足", decides=True),
)
# What no sentence says; asked with the rest, it leaves the question to those who say so.
_UNSTATED = tuple(
    _concept(said, None)
    for said in (
        r"什么时候|几时|何时|啥时|哪[天年]|几[月号]",
        r"多少钱|(?<!经)费(?!用从)|收钱|免费|要钱|自己(?:出|掏)",
        r"补考|重考|没过|不及格|挂了",
        r"电话|地址|号码|报名|入口",
        r"及格|多少分|几分|题型|选择题|内容|学什么",
        r"有效期|过期|年审",
        r"师资|讲师|老师(?!打)|教材",
        r"几个人|多少(?:个)?人|每[个班]班",
        r"(?<!训)练师?题|刷题|真题|题.{0,4}(?:下载|找|买|链接)",
        r"补贴|补助",
        r"工资|收入|薪|挣",
    )
)
CONCEPTS = (*_PARTS, *_THINGS, *_ACTIONS, *_UNSTATED)
