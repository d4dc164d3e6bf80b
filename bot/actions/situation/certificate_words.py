"""How people speak of certificates: held, wanted, asked about, failed, of another examination."""

from __future__ import annotations

import re

from bot.actions.retake_words import FAILED as NOT_PASSED
from bot.actions.retake_words import MODULE
from bot.actions.situation.heard import DATE, END, LEVEL, OCCUPATION, ORGANISATION, OTHER_OCCUPATION, TERM

DATED = "[\ue026\ue010]"  # the last character of a date that is marked
NAME = rf"(?:{OCCUPATION}|{OTHER_OCCUPATION})"
KIND = rf"(?:{NAME}|的|职业|技能|资格|等级|工|考试|认定|评价)*+"
ONE = rf"{LEVEL}(?:[/(]?{LEVEL}\)?)*+"
LEVELS = rf"(?P<levels>{ONE}(?:{KIND}证?书?(?:[、,]|和|跟|与|及|以及|还有|还|加){NAME}?的?{ONE})*)"
# Repetitions give nothing back (*+): no text can make them try all its divisions.
FILLING = rf"(?:了|过|的|[一两二]?[个张本]|[老旧]的?|以前的|早年的|{NAME}|证书?|职业|技能|等级|国家|人社局?|本职业|相关|别的|其[他它]|不相关|工种|专业|行业|是|{DATE})*+"
FILLED = rf"{FILLING}(?:[^,没不考报要升\ue011-\ue015]{{1,12}}?(?:和|、|还有|以及|加上?|跟){FILLING})?"
VERB = (
    rf"(?P<verb>拿(?:到|过|下|了|的|着)(?:了|过)?|取得|获得|获|考(?:出来?|取|到)|考过|考[了的](?=[^,]*证)|评(?:上|了|过|到)|通过|办(?:了|的|到)|[发领](?:了|的|到)|[发批]下来(?:了|的)?|(?<={DATED})考的|拿(?=[^,没不]{{1,8}}[之以]?后)"
    r"|(?:手[里上]|现在|已经?)?(?:持有?|有|具有|具备|拥有))"
)
VERB_FIRST = re.compile(rf"{VERB}(?P<filled>{FILLED}){LEVELS}(?P<kind>{KIND})(?P<paper>证书?)?")
LEVEL_FIRST = re.compile(
    rf"(?P<name>{NAME}(?:的|证)?)?{LEVELS}(?P<kind>{KIND})(?P<paper>证书?)?(?:我|[他她]|也|都|就|已经?|早就|早|不?是(?=在?{DATE})|是|在|刚刚?|才|{DATE}|{ORGANISATION}|人社局?|协会|学校|单位|手[里上])*"
    rf"(?P<verb>比[我他她](?:的|拿得?|考得?)*[早晚]|有了|拿证(?={END[3:-1]})|有(?:的|啊|呀|呢|滴)*(?={END[3:-1]}|干|做|[能想])|在我?手[里上]?|(?:(?:发证|取证|拿证|领证|颁证|颁发|签发|核发|批准|取得)的?(?:日期?|时间|年月)|日期|时间)[是为在:]*{DATE}|领到|领了|领的|发了|发下来|{DATE}的(?={END[3:-1]})|拿了|拿到|取得|考到|考出|考过了?|到手|下来了|办了|拿的|考的(?={END[3:-1]})|发的|办的"
    rf"|(?:拿证|拿到证?|考出来?|取得)[之以]?后(?=[^,]*{TERM})|(?:(?:拿|持|有|考出来?)*(?:都|已经|有)*{TERM}了?))"
)
IS = re.compile(
    rf"(?:我|他|她|^)(?:(?:现在|目前|已经?|本身|就)是?|是)(?:个|{NAME}|的)*(?P<levels>{LEVEL})(?P<kind>工?)(?P<paper>证书?)?了?(?={END[3:-1]}|{TERM}|[想升打准])"
    rf"|^(?:我|手[里上])(?:手[里上]|的|有|{NAME})*(?P<mine>{LEVEL})工?的?(?:{NAME})?证书?(?={END[3:-1]}|(?:是|属于){NAME}的)"
)
# Nothing but a certificate: one among the facts that are listed, or all that a reply says.
ALONE = re.compile(
    rf"(?:我|还|和|加|另外|一[个张本]|{NAME}证?|的)*(?P<put_right>(?:应该|其实|而|是|有)*)(?:{NAME}证?|的)*"
    rf"(?P<levels>{LEVEL})工?(?:{NAME}|的|职业|技能|资格|等级)*(?:证书?)?(?:(?:是|属于)?{NAME}的?)?"
)
# 四级电工证; 四级证，是电工的
NAMED_AFTER = re.compile(
    rf"(?:(?:的|职业|技能|等级|资格)*|工?的?(?:职业|技能|等级|资格)*证?书?(?:,?(?:但|不过|就)?(?:是|属于|考的?是?)|,))(?P<name>{NAME})"
)
WITH_PARTICLE = re.compile(r"(?:的|这?个?(?:工种|职业|专业)|证)*(?:的|证|工种)")
OTHER = re.compile(
    r"(?:别的|别个|其[他它]|另外?的?|不同|不相关|无关|不是这个|不是本)的?(?:职业|工种|专业|行业|方向|领域)?的?"
)
OF_OTHER = re.compile(rf"{OTHER.pattern}(?:有|拿[了过]|考[了出])*(?:[一个张本]|资格|技能|等级|职业)*$")
NOT_OF_THIS = re.compile(r"[^,。;?!]{0,4},?(?:但是?|不过|可是?)?(?:不是(?:这|本|相关)|不相关)")
ENOUGH = re.compile(
    rf"(?:我|有|{NAME}|{OTHER.pattern}|的)*+(?P<levels>{LEVEL})工?(?:{NAME}|的|职业|技能|资格|等级)*证书?,?(?:能|可以|可不可以|能不能|好)(?:直接|用来|拿来)*[考报申升]"
)
# 我四级，想升三级
BEFORE_NEXT = re.compile(
    rf"我(?:的|现在|目前)*(?P<levels>{LEVEL})工?了?,(?:现在|今年|还|就|下一步|我|也)*(?:想|要|打算|准备)(?:直接|再|继续|往上)*[考报升申]"
)
# A reply and nothing else: 有的，四级的; 证是前年的，四级.
SAID = rf"(?:[有嗯是对的我呀啊哦出到了过就只也还,。!~]|证书?|拿|考|取得|已经|刚|{DATE}|{TERM}|手[里上])"
REPLY = re.compile(rf"{SAID}*(?P<levels>{LEVEL})工?{SAID}*")
IS_HELD = re.compile(r"有|证|拿[到了过的]|取得|考[出到过]")
PAPER_OF = re.compile(rf"(?:我|的)*证书?(?:[是为:]|等级|级别)+(?P<levels>{LEVEL})(?=的?{END[3:-1]}|的?[能可想,])")
FOREIGN = re.compile(
    rf"(?:我|的|有|{NAME})*(?P<levels>{LEVEL})工?(?:职业|技能|等级|资格)*证书?不是(?:本|这个?|该|同一?个?|我?(?:要)?[报考]的)(?:职业|工种|专业|行业)?的?"
)
BUSINESS = re.compile(r"[?吗]|钱|费|报名|怎么|什么|多少|哪|时候|考试|要求|条件|补考|申报")
OTHER_BUSINESS = re.compile(r"钱|费|怎么|什么|多少|哪|时候|补考|时间")
NOT_BEFORE = re.compile(
    r"(?:没有?|未|还没|不|不是|没能|需要|要|得|怎么|如何|是不是|是否|能不能|可以|能|哪里|直接|才能|先|再|以后|将来|尽快|至少|一定|应当?|只要|你们?|这里|(?<!我)这边|(?:公司|单位|(?<!我)同事|(?<!我)朋友|别人|人家)的?)(?:能|也|都|里|有|去|先|再)?$"
)
NOT_CLAUSE = re.compile(
    r"需要|要求|必须|是不是|是否|想(?!问|知道|咨询|请教|了解)|打算|准备|怎么|如何|哪里|计划|希望|争取|只要|规定|等我?|区别|相当|等于"
)
NOT_AFTER = re.compile(
    r"(?:的)?(?:理论|实操|实践|技能考核|笔试|机考|综合|科目|初审|审核|报名|成绩|准考|通知|时间|安排|题|教材|资料|补贴|证?书?的(?:人|考生|学员|员工|工人|师傅)|还?没|不)"
)
FAILED = re.compile(r"没(?:有)?(?:能)?(?:过|通过|考过|考出|拿到|及格)|挂了|不及格|不合格|补考")
PAPER_FAILED = re.compile(rf"(?:{MODULE}|[一两二三这那][门科])[^,。；;？?]{{0,6}}(?:{NOT_PASSED}|挂)")
EARLIER_ATTEMPT = re.compile(r"(?:第一|头一?|[上前]一?)[次趟回]")
ASKING = re.compile(
    r"多久|多长|几年|几个月|多少|什么时候|补贴|好处|怎么|容易|难|用|哪|查|几级|区别|差别|价值|含金量|工资|涨|钱|福利|加分|奖|认可"
)
OUTSIDE = re.compile(
    r"英语|计算机(?=[一二三四1-4\ue011-\ue015]|等级|级|证|考|的?$)|普通话|日语|教师(?!节)|建造|六级|四六|心理|钢琴|围棋"
)
NONE = re.compile(
    rf"(?<!有)(?:没有?|无|没得)(?:任何|一[个张本]|什么|啥|相关|职业|技能|等级|资格|国家|的|本职业|或|这一?类)*证书?(?={END[3:-1]}|[能可想也行吗伐嘛只和没无]|直接|怎么[考报]|的(?:人|可|能)?|就)"
    r"|(?:什么|啥|任何|一[张个本])(?:职业|技能|等级|资格|的)*证书?(?:我|也|都|还)*(?:没有?|无)(?:有|考过|拿过|考|过)?(?!效)"
    rf"|证书?(?:我|,)?一[张个本](?:也|都)没有?(?={END[3:-1]})|证书?(?:[和跟、,]|也好)?职称(?:我|也|都|还)*没有?(?={END[3:-1]}|[能可])"
    rf"|(?:^|我|也|都)(?:职业|技能|等级|资格)*证书?(?:我|也|都|还)*没有(?={END[3:-1]})"
    rf"|没有?(?:考|拿)过(?:任何|什么|啥|职业|技能|等级|资格)*证书?(?={END[3:-1]}|[能可想])"
)
