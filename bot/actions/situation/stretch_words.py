"""The words around a day that make it the beginning or the end of a stretch of work."""

from __future__ import annotations

import re

from bot.actions.situation.heard import DATE, END, TERM
from bot.actions.situation.work_words import FIELD, OTHER_JOB, STARTED, TEACHING, VERB, WENT_ON

_PLACE = r"在[^,]{1,10}?"
_SEASON = r"(?:国庆|双十一|春节|过年|元旦|五一|十一|端午|中秋|开年|年[头中尾]|开春|年|节|暑假|寒假|上半年|下半年|春天|夏天|秋天|冬天|疫情|退伍|转业|产假)(?:[之以过]?后|前|里|的时候|结束)?"
_FILL = rf"(?:份|底|初|左右|前后|的时候|那时候?|那会儿?|就|才|又|刚|正式|我|自己|也|都|一直|开始|起|再次?|第[一二三四五]次|,|从|以来|继续|在|[-~—–]|从[^,]{{1,6}}?(?=[转调跳])|(?:大学|大专|本科|中专|技校|高中)?毕业(?:[之以]?后|出来)?|{_SEASON}|{_PLACE})*?"
_AGAIN = r"回来|回到|回锅|回归|回去|回炉|复工|复职|复岗|返岗|重操旧业|重新|重返|再次|第[二三四五]次|又|再(?=做|干|入|上|当|开始)"
_TURNED = rf"转(?:到|入|去|做|岗|过来|的|[了]|进)*(?:这?一?行|{FIELD}|(?<=做)[^,]{{0,3}})|转行|转岗|调(?:到|去|岗|入|进|来|过[去来])|改(?:了|的)?行|改做|跨行"
# 入职 and the like of whatever firm: where another job is told, other patterns have sorted it out.
_BEGUN = (
    rf"入行|入的?这?一?行|入的?职|进厂|进(?:的|了|入|到)?(?:这?一?行|{FIELD}|[^,]{{0,6}}(?:公司|单位|厂|部门|团队|机构))|上岗|到岗|参加工作|开工|{_AGAIN}|{_TURNED}"
    rf"|进来(?!问)|过来(?=上班|做|干|的)|[来到](?=这家|公司|单位|厂|上班)|[^,]{{0,8}}?(?:回来|又|重新|回去|继续|接着)(?=[^,]{{0,4}}(?:{VERB}|标(?!准)))|找到(?:了|新)*的?(?:单位|工作|公司)"
    rf"|干起|做起|当上|接手|入伙|(?<=开始)(?:{FIELD}|从事|工作|上班|标(?!准)|(?:给[^,]{{1,6}})?(?:{TEACHING}))|(?<=起)(?:{WENT_ON}|{FIELD})|(?:{WENT_ON})(?=[^,]{{0,8}}?{FIELD})"
    rf"|(?:{WENT_ON})[^,]{{0,8}}?(?=到现在|至今|到今)|到现在|至今|到今[天年]|到(?:目前|如今)"
)
BEGUN = re.compile(rf"{_FILL}(?:{_BEGUN})")
# 我们公司2010年成立 tells nothing of one's own work.
FOUNDED = re.compile(rf"{_FILL}(?:注册|成立|创办|开业|开张|开起来)")
OWN_FIRM = re.compile(
    r"自己[^,]{0,3}(?:开|办|创|当老板|做老板|注册)|我(?:开|办|注册)|创业|老板本人|当老板|个体户|(?:开|办)了[^,]{0,2}个?[^,]{0,6}(?:工作室|公司|店|厂)"
)
BEGUN_BEFORE = re.compile(
    rf"(?:入行|入职|进厂|转行|改行|参加工作|从业|上岗|到岗|开始[做干]|(?:工作|从业)开始|起始)(?:时间|日期|的时候)?(?:也就|也才|才|就|都|还|[是从于在:])*$"
    rf"|(?:{WENT_ON}|{FIELD})[^,]{{0,4}}(?:是|都是)?[从自打]$"
)
# 做训练师是2023年1月的事
A_MATTER_OF = re.compile(rf"(?:{WENT_ON}|{FIELD}|行)[^,]{{0,4}}(?:也就|也才|才|就|还)?是?$")
SINCE = re.compile(rf"(?:开始|起|以来)(?:就|我|也|都|一直)*{END}")
FOR_A_TIME = re.compile(
    rf"{_FILL}(?:全年|整年)?{_FILL}(?:{VERB}|标(?=[了过满]))(?:{FIELD}|{VERB}|这[个行]|[了过满个有整足共一])*+(?P<term>{TERM})"
)
THEN_FOR = re.compile(
    rf"(?:我|一共|总共|前后|就|也|又|才|只|在那)*(?:{VERB})(?:{FIELD}|{VERB}|这[个行]|[了过满个有整足共一])*+(?P<term>{TERM})"
)
AGAIN = re.compile(_AGAIN)
TURNED = re.compile(_TURNED)
_GONE = (
    r"(?:走了|走的|走人|离开|离职|辞职?|辞了|辞的|不[干做](?!不)了?|被?裁(?:员|掉|了)?|下岗|退休|退下来|退了|停(?:了|工|下)|歇|结束|为止|转行|改行|回家|没(?:有)?(?:再|在)?(?:干|做|上班|工作)"
    r"|倒闭|关门|散伙|解散|生(?:小孩|孩子|娃|二胎|病)|休(?:产假|息|学)|去(?:读书|当兵|留学|创业)|断了?)"
)
GONE = re.compile(rf"(?:份|底|初|左右|的时候|就|才|又|我|因为|公司|单位|起|开始|被|,|后来|厂里?|都)*{_GONE}(?!过)")
STOPPED = re.compile(
    r"(?:现在|目前|如今|后来|已经?|就|又|刚|最近|前阵子)[^,]{0,3}(?:辞职|离职|辞了|不[干做]了?|待业|失业|没(?:在)?[干做]|退休|转行|改行|被裁)|(?<!没)(?:辞职|离职|退休|转行|被裁|不[干做])了"
)
NOW = re.compile(r"到现在|至今|到今[天年]?|到目前|到如今|现在(?:还|也|仍)|一直")
JOINT = re.compile(
    rf"(?:开始|起|份|就|我|都|一直|是|[,]|{_PLACE}|{VERB}|{FIELD}|了|的|标|这个?)*?(?:干|做|待|呆|上|工作)?(?:到|至|直到|[-~—–])"
)
PLANNED = re.compile(
    r"(?:打算|准备|计划|想|要|将|预计|等(?![下等一会])到?)[^,]{0,4}$|(?<!是)不是$|(?:听说|要求|规定)[^,]*$"
)
WORK = re.compile(rf"{VERB}|{FIELD}|职|公司|单位|厂|[一二三两几]段")
# 一直干到2019年4月, in a clause of its own
UNTIL = re.compile(rf"(?:{VERB}|待|呆|一直|上)(?:{FIELD}|在)?[^,]{{0,3}}(?:到|至)$")
# 一直做到现在, 一直到今天
UNTIL_NOW = re.compile(rf"(?:{VERB}|待|呆|一直)(?:{FIELD}|在)?(?:到|至)(?:了)?(?:现在|今天?|如今|目前)")
# 就是情人节那天入的职, 从那年起就做
THAT_DAY = re.compile(r"那一?(?:天|日|年|个月)")
ON_THE_NEXT_DAY = re.compile(
    r"(?:然后|就|我|又|,)*(?:紧接着|无缝|第二天|次日|隔天|没歇|接着)[^,]{0,6}(?:[去进跳到转换](?:了|到|进|入)|入职|衔接)"
)
# The day of a birth, or of what is printed about one.
OF_LIFE = re.compile(r"出生|生日|身份证|生人|岁|结婚")
# 2019年还是2020年入行: either may be meant.
EITHER = re.compile(r"(?:份)?(?:还是|或者?|要么|不然就是|或是)")
# 1999年参加工作，2003年起做人事: the first is any work, the second the field's.
GENERAL = re.compile(r"参加工作|入的?职|进厂|进[^,]{0,6}(?:公司|单位)|毕业|工作")
LEFT_SCHOOL = re.compile(r"(?:[^,考报]{0,6}?(?:大学|大专|专科|本科|中专|职校|技校|高中))?毕业")
AFTER_SCHOOL = re.compile(
    rf"毕业(?:[之以]?后|出来)?,?(?:我|就|便|一直|都|开始|直接|马上|随即|立刻|[当同那][年月天]|进[来去])+(?:在[^,]{{1,6}})?(?:{VERB}|{FIELD})"
)
# What a day may be of, too: papers, schools, and everything else in a life.
ELSE = re.compile(
    r"(?:就|刚|才|又|的|我|都|也|底|初|份)*(?:拿|考(?!勤)|发|取得|获得|领|评|批|办|出证|下证|毕业(?!后|出来|就)|出生|生[的人日]|报[名考]|补考|到期|过期|失效|有效|结婚|买|读|念|上(?:大学|学|技校|中专|高中)|(?:大学|大专|中专|技校|高中|本科|职高)|在读|在校)"
)
PERIOD_OF_ELSE = re.compile(r"读|念|上学|大学|大专|中专|技校|高中|初中|本科|硕士|在校|有效|培训班|报名|考试")

# 20年到22年在家带孩子: a time without work between two of work.
OFF_WORK = re.compile(
    r"在家|带(?:娃|孩子|小孩|宝宝)|生(?:娃|孩子|小孩|二胎)|产假|坐月子|全职(?:妈妈|太太)|待业|失业|没(?:有)?(?:上班|工作|[做干])|休息|歇|养病|生病|照顾"
)


def another_job(marked: str) -> bool:
    """Whether the words name another job, and it is not the field's own words that sound so (培训机构当讲师)."""
    own = [match.span() for match in re.finditer(FIELD, marked)]
    return any(
        not any(start <= match.start() and match.end() <= end for start, end in own)
        for match in OTHER_JOB.finditer(marked)
    )


def started(marked: str) -> set[int]:
    """Places of the days that stand with a word for beginning to work, by whole phrases."""
    return {match.start(match.lastgroup or 0) for match in STARTED.finditer(marked)}


DAY = re.compile(DATE)

NUMBERS, LAST = "一1二2三3四4五5", "后末这"
PUT_RIGHT = re.compile(
    rf"(?:第|最|(?=[后这]))(?P<number>[一二三四五1-5后末这])(?:面?那?)?(?:一?[段次份回家]|个阶段)(?:的?(?:工作|经历|时间|班))?(?:我|是|应该|其实|从|在|的|才|开始时间|{VERB})*(?P<until>[到至])?(?P<day>{DATE})(?:份|才|就|的时候)*(?P<gone>走|离|辞|不干|不做|结束|被?裁)?"
)
