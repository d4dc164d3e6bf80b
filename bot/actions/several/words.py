"""What a piece of a message asks for, by its words: only so far as it must be known to tell two questions from one."""

from __future__ import annotations

import re
from collections.abc import Collection

_WHEN = r"(?:什么时候|什么时间|几月几号|几[号月时]|何时|哪个月|哪[一两几]?[天批月]|啥时候?)"
_WHERE = r"(?:哪里|哪儿|哪边|哪块|哪|啥地方|什么地方|何处)"
_APPLY = r"(?:报名?|申报|申请)"
# Who hands an application in: 是我自己报还是学校报.
_HANDER = "我|自己|本人|个人|学校|学堂|单位|公司|机构|老师|他们|你们|协会|培训班|孩子|家长"
# 能考什么, 能考到几级 without 我 ask what there is, not whether one may.
_LISTED = r"(?:些|点)?(?:什么|啥|哪|几)"
# Two pieces are two questions where they ask for different kinds.
_KINDS: dict[str, re.Pattern[str]] = {
    name: re.compile(words)
    for name, words in {
        "retake": r"补考|重考|再考一次|补的话|(?:没|不)(?:考|通|能)?过.{0,6}(?:怎么|咋|还能)|没(?:考|通)过怎么办|没(?:考|通)?过再考一[门科次]|补几[次趟回]",
        "fee": r"^(?:总共|一共)$|(?:一共|总共|拢共|加起来)(?:要|得|是|花|交|收)*多少(?=$|[\s,])|合计$|(?:一共|总共|拢共|加起来|合计)[^,多]{0,4}多少款|(?:打|汇|转|付|交)多少(?:款|过去)|(?:报|考)一?[次趟回](?:要|得|是|大概)*(?:多少(?!人|分|年|天|时|材|题|道)|几钿)|总价|[涨降]到|多少钱|几[钱块]|几百块|多钱|收费|费用|[报考]名?[试务]?费(?!方式|日期|时间)|价[格钱位]|[啥什]么?价|便宜|贵不贵|贵[吗么]|要不要钱|要钱|[收花]钱[吗么不]|免费|涨价|会不会[涨降]|补(?!贴|助).{0,4}多少(?!次)|[收交]多少(?!人|分)|(?:报|考)(?:一次|一趟)?要多少(?!人|分|年|天|时|材)|(?:^|[\s,:级师的])钱(?=$|[\s,、和])|\d{2,4}(?:元|块)?钱?(?:对|吗|吧|是不是|没错)",
        "form": r"题型|题库|机考|上机|考(?:些|哪些|什么|啥)(?:内容|题|东西)|(?:坐|用|在|对着)电脑[^,]{0,3}考|拿笔|手写|纸笔|笔试|答题卡",
        "questions": r"选择题|判断题|问答题|多少[道个]?题|几[道个]题|题量",
        "subjects": r"[几哪][个些门]?科目?(?!级)|考几门|(?:哪|几)门",
        "pass_mark": r"及格|合格线|多少分",
        "pass_rate": r"通过率|好不好考|好考|难考|难不难|难吗|容易",
        "days": r"(?<!哪)(?<!哪儿)[一两二同][一]?天(?:里|内|就|能)*考|分[两几二开](?:天|趟)|分开考|拆成[两二]天",
        "verify": r"哪[里儿]?[^,]{0,4}查[^,考]{0,3}[它证]|证.{0,16}查(?:得[到着]|不[到着])|证.{0,3}是不是真|查.{0,3}真[假伪]|验[真证]|真[假伪].{0,4}查",
        "duration": r"考试(?:时长|时间多长|多长时间|多久)|考多[久长]",
        "ticket": r"准考证",
        "print": r"彩色|彩打|彩印|黑白|A4|双面打",
        "venue": r"考[场点][^,]{0,4}(?:会不会|能不能|可不可以|[离排分安][^,]{0,3}(?:到|在|远|近|配|排))",
        "pay": rf"{_WHERE}(?:去)?[交缴付](?!材料)|[缴交]费(?!用)|付款|转账|对公|公账|(?:扫|刷|用|走)(?:微信|支付宝|现金|卡|码)|微信[支付交转]|支付宝|刷卡|现金|扫码|怎么[交付]|账号|户名|开户行|税号|{_WHEN}.{{0,3}}[交缴付]钱?|[交付]钱",
        "invoice": r"发票|专票|普票|开票|收据|抬头",
        "refund": r"退[费钱款]|(?:能|可以|给|会).{0,2}退",
        "postponed": r"人数不[够足]|延期|顺延|改期|(?:报|凑|招|人|个)?(?:不满|不足|不够|凑不[满齐够]|没凑[满齐够])[^,]{0,4}\d+个?人|\d+个?人[^,]{0,4}(?:开不开|够不够开|能不能开|能开|开得|才开|开考)|人少[^,]{0,8}(?:不开|不考|取消|开吗|开不)",
        "apply_when": rf"{_WHEN}.{{0,3}}(?:能|可以|开始)?(?:{_APPLY}|截止)|{_APPLY}(?:的)?(?:时间|日期)"
        rf"|{_APPLY}(?:是|在|到)?(?:{_WHEN}|到)|截止|{_WHEN}.{{0,3}}受理|受理(?:时间)?(?:是|在|到|截止到?)?{_WHEN}|(?:现在|还)(?:还)?(?:能不能|能|可以).{{0,2}}{_APPLY}|轮得[上到]|还收不收|还收(?:人|我|学员)|收不收人|[报考][^,]{{0,6}}(?:来得及|赶得[上及])|(?:来得及|赶得[上及])[^,]{{0,3}}[报考]",
        "exam_when": rf"场次|(?:头|下|第|最后)[一二三]?[场批趟](?:是|在|安排|排)*(?:什么时候|啥时候?|哪[天个]|几月份)(?![^,]{{0,6}}[报缴交付申领])|还有(?:没有)?考试(?=吗|么|没|$)|{_WHEN}.{{0,3}}(?:开始)?(?<!准)考(?!完|过|出|好)|考试?(?:的)?(?:时间(?!多)|日期|安排)|考试?(?:是|在|又|分别|都|各)*{_WHEN}",
        "where": rf"(?:在|去|到|往)?{_WHERE}(?:里|个(?:区|点|窗口|机构))?(?:能|可以|去|才能)?(?:报名?|办|交材料)|(?<![付转交寄发汇打])(?:在|去|到|往){_WHERE}(?:里|办理|去)?$"
        r"|地址|地点|在什么位置|在哪条?路",
        "transport": r"停车|[几哪]号线|地铁|公交|怎么走(?!账|流程)|坐什么车|怎么坐车",
        "who": rf"谁(?:能|可以|来)?考|哪[家些个几](?:家|些|个)?(?:机构|单位|协会|学校|地方)?(?:能|可以)?(?:去)?考"
        rf"|(?:在|去|到)?{_WHERE}(?:里)?(?:能|可以|有|开)?(?:报)?考(?!场)|由谁|(?:哪|什么)(?:家|个|些)(?:机构|单位|协会)",
        "offers": r"[能可]以?考(?:些|哪些|什么|啥)(?:工种|职业|证|项目|$)|考什么(?:工种|职业|证)|有(?:哪些|什么|几个)(?:工种|职业|项目)",
        "levels": r"几级|哪[些几]个?[等级]级?|[什啥]么?级别|[几哪][些个]级别",
        "code": r"编码|代码|编号",
        "number": r"备案号",
        "phone": r"电话|号码|联系方式|怎么联系|[打拨](?:什么|哪个?|啥)",
        "supervision": r"投诉|举报",
        "hours": r"几点|上班|开门|下班|关门|办公|(?:受理|工作|办公|营业)时间|[双周]休|(?:周|礼拜|星期)[末六日天](?!后)|休息(?:吗|到|不)|午休",
        "how": rf"(?:怎么|如何|咋|怎样)(?:样|去|才能|可以|能|个)?{_APPLY}|{_APPLY}(?:流程|方式|步骤|入口|方法)|流程|(?:{_HANDER})[^,]{{0,6}}(?:报名?|申报|弄|办|交)还是[^,]{{0,2}}(?:{_HANDER})",
        "eligibility": rf"条件|(?<!不)够格|够不够格|够得上|[给让]不[给让](?:我)?[报考]|还?要?等(?:几|多少)年|(?:差|缺)(?:几|多少)年|年限|间隔|隔[几多]|资格(?!证|审|考)|要求|(?:(?<=我)(?:能|可以|可不可以|能不能|够)(?:直接)?(?:{_APPLY}|考)|(?:能|可以|可不可以|能不能|够)(?:直接)?(?:{_APPLY}|考)(?!到?{_LISTED}))[^,]{{0,20}}(?:吗|伐|么|不|级|$)"
        rf"|(?:能不能|可不可以|够不够)(?:直接)?(?:{_APPLY}|考|条件|资格)",
        "materials": r"材料|(?:带|交|准备|提交)(?:些|点)?(?:什么|啥|哪些)",
        "validity": r"有效期|保留(?:多久|多长|几年)|还?算数|几年(?:内)?有效|管几年|作废|(?:最[晚迟]|多久内|几年内)[^,]{0,6}补",
        "results": r"(?:手机|随申办|网)[上里]?[^,]{0,4}(?:看|查|刷)(?:得?到|出来)|成绩|查(?:得?到|出)?分(?!公|局)|出分|分数(?!线)",
        "certificate": rf"(?<!准考)证书?(?:是|{_WHEN}|怎么|[在去到]?哪|多久|几[时号]|要?(?:自己|本人))|(?:领|拿|发|查|补办)(?:到)?证(?!的人)|证书.{{0,4}}(?:领|拿|发|查|寄|纸质|电子)|(?:电子|纸质)(?:的)?证|[拿领]到?证(?!的人)|多久.{{0,3}}[出发下]证|出证",
        "subsidy": r"补贴|补助",
        "website": r"网址|官网|公众号|(?:网站|小程序)(?:是|地址|叫|多少|呢|$)",
        "discipline": r"作弊|违[纪规]|替考|代考|抄袭|禁考|带手机|处罚|取消成绩",
        "training": r"课时|(?:学|培训|上课)(?:要|得)?(?:多久|多长|几天)|培训(?:费|班|机构)",
        "elsewhere": r"天气|下雨|气温|股票|笑话|写一?[首篇]|你(?:是|叫)(?:谁|什么|真人|机器人)",
        "loss": r"(?<![考份])证书?[^,考查]{0,4}(?:丢|遗失|不见|弄坏|掉了)|丢[^,]{0,4}(?<![考份])证书|补办",
        "grade": r"(?:换|给|得|拿|获|算|送|发)[^,哪]{0,6}哪一?[级档种]",
        "issuer": r"落款|盖[^,]{0,4}章|公章",
        "proxy": r"代(?:他|她|我|人)?(?:跑|签|报名)|替(?:他|她|我)[^,]{0,4}(?:跑|签|报)|签字",
        "rush": r"加急",
        "worth": r"落户|积分|个税|退税|评职称|加[几多]少?分",
        "photo": r"照片|几寸|[一二两12]寸|[蓝白红]底",
        "person": r"人工(?!智)(?:客服|服务)?|真人",
    }.items()
}
# What may follow and still belong to the same question: 怎么申请,要交啥; 能匿名举报吗,打哪个电话.
_SAME: dict[str, frozenset[str]] = {
    name: frozenset(words.split())
    for name, words in {
        "retake": "retake_fee",
        "where": "how proxy",
        "transport": "where",
        "how": "where materials proxy photo",
        "certificate": "materials issuer proxy grade loss",
        "loss": "certificate how where materials proxy",
        "materials": "proxy photo",
        "form": "questions",
        "pay": "proxy",
        "who": "issuer",
        "verify": "website where",
        "supervision": "phone",
        "offers": "who",
        "exam_when": "form duration days",
        "results": "validity",
        "validity": "results",
    }.items()
}
_WANTED = re.compile(
    r"(?:^(?:总共|一共)|总价|费用?|价[格钱]|标准|电话|号码|方式|地[址点]|时间|日期|安排|条件|要求|资格|材料|流程|步骤|网[址站]|官网|公众号|有效期|成绩|准考证"
    r"|发票|账号|户名|开户行|税号|编码|代码|备案号|级别|题型|通过率|课时|收费)(?:的|呢|啊|吧)*$"
)
_QUESTION = re.compile(
    r"多少|几[号点级时科门场楼层]|(?<![十前这那])几[月天家次年块个岁]|几分(?!钟)|(?<![好十前上后这那过])几[趟回遍份张寸成折档道名钿]|(?<![好十])几[百千万]?[人位名]|什么(?!都|也|[^,]{1,2}也没)|何时|哪|怎[么样]|如何|[吗伐呢]|嘛(?![\u4e00-\u9fff])|是不是|有没有|对不对"
    r"|(?<!不)(?<!通)(?P<whether>[\u4e00-\u9fff])[不没](?P=whether)|能否|是否|可否|多[久长大远高]|咋|啥(?!都|也)|谁(?!都|也)|还是|[对是]吧|(?<!好)(?<!再[说看讲谈])(?<!算了)(?<!好了)(?<!行了)(?<!工)吧$|真的"
    r"|(?<=[\u4e00-\u9fff]{2})(?<![我也都还就才要])不$|(?<=[^\s,]{2})(?<![什怎那这多要])么$|(?:[了过好完到来出]|有[^有没]{1,8}|[上下]班|[开关]门|截止|开始|结束|放假)没有?$"
)
# 我还想着补考呢, 做了几年人事, 啥证也没有, 学校没发过什么证 and 又回来了，还是做标注 tell.
_STILL = re.compile(
    r"(?:随便|不管|不论|无论|任凭)(?:是|学|考|做)?(?:什么|啥|哪[个种家里]?|谁|多少|几|怎么)|(?:要是|如果|万一)?[我他她]?(?:要是)?还是(?=[在当做干])|还(?:想|没|在|等|打算|以为)[^\s,]{1,12}呢$|(?:还(?:早|小|远)|[^\s,什怎哪几多]{1,3}着)呢(?=[\s,，。!！]|$)|(?<=[了过])好?几(?:年|个?月)(?=[^\s,?吗呢才能可够行算]*(?:$|[\s,]))|(?:什么|啥)[^\s,吗]{0,4}[都也](?:没|不)[^\s,吗]{0,4}$|(?<![我你])还有[一二两三四五六七八九十半\d][^,什怎哪几多]{0,4}[年月天]多?呢$|^还是(?:[做干](?!题|卷)|在原|老本行)[^\s,吗呢]*$"
    r"|没[^\s,能可考报要需想]{0,8}(?:什么|啥)(?!时)[^\s,吗呢]{0,6}$|好几[个年月天次家份段]|那几(?:年|个月)(?=[^\s,吗呢]*算进)|^我呢(?=[^\s,吗么])|^还是[^\s,]{1,10}[发颁办]的[^\s,吗呢]{0,4}$"
)
_WISH = re.compile(
    r"[想要](?:问|知道|了解|咨询|确认)|我?[要问]的是|请问|请?告[诉知]|请教|问[一]?[下个]|咨询|查[一]?下|[说讲]一?[下说讲]|转人工|找人工"
)
# 网址发我一下, 把日期都列给我.
_TO_ME = re.compile(
    r"(?<![没不])(?:[发列给]|[告报]一?下)给?我(?:一?[下个份遍]|看看?|吧|呗|哈|好吗|谢谢|[\s,])*$|^(?:帮我|麻烦)?把.{2,30}(?:[发列]|[说讲]一?[下遍])"
    r"|^(?:再|还|就|请|麻烦|那)*[发给]给?我(?:们)?(?:来|报|发|说)?一?[个份下](?![^,]*了)"  # 再给我个电话
)
_HELP = re.compile(r"帮|麻烦|方便|打扰|[您你]们?(?:是|能|可以|这里|那里|好)|在吗")
_UNWANTED = re.compile(
    r"(?:我)?(?:不要|别|不用|甭|用不着|没让你)(?:再|老|总)?(?:告诉我?|[跟和]我(?:说|讲)|说|讲|给我)"
)
_PLEASANTRY = re.compile(r"(?:你好|您好|请问|有人)?(?:在吗|在不在|有人[吗没])(?:啊|呀)?")
# What only doubts the words before it: 确定吗, 真的假的.
_DOUBT = re.compile(
    r"(?:这|那|到底|是)*(?:确定|当真|真的假的|真的|是真|真假|靠谱|属实|可信|能信|对|是|这样|这么回事|真有这(?:种|回)?[事规定]*|真有这么[^\s,]{1,2}|有这(?:种|回)?[好事规定]*)(?:是)?(?:吗|么|不|伐|吧|嘛|不对|不是)?[?？]?"
    r"|(?:我|那|到底|究竟|应该|该)*(?:听|信)谁的?(?:啊|呀|好|呢)?[?？]?"
)
_RUMOUR = re.compile(
    r"(?:听(?:人|别人)?[说讲]|据说|[有人]人[说讲]|^都[说讲]|小道消息|[网群]里?上?[说讲传])(?!有[这一]?[个么种])"
)
# The day that a paper bears is told, before the day itself: 证上印的日期 2022年12月1日.
_PRINTED = re.compile(r"(?:[印写]的?|上的?|上面的?|批准的?|毕业的?|入[职行]的?|出生的?)(?:日期|时间)$")
_STORY = re.compile(r"了|已经|[交付出给]的|[我你他她]|想|打算|准备|没|说是|以为|的话$|如果|要是|下周|明天|后天")


def asked_for(piece: str) -> frozenset[str]:
    """What a piece asks for. A fee for a retake or a course, a number for complaints are kinds of their own."""
    found = {name for name, words in _KINDS.items() if words.search(piece)}
    if {"retake", "fee"} <= found:
        found = found - {"retake", "fee"} | {"retake_fee"}
    if {"training", "fee"} <= found:
        found = found - {"training", "fee"} | {"training_fee"}
    if "supervision" in found:
        found.discard("phone")
    return frozenset(found)


def differ(first: Collection[str], second: Collection[str]) -> bool:
    """Whether a piece that asks for the second kinds after one for the first is another question."""
    related = set(first).union(*(_SAME.get(one, frozenset()) for one in first))
    return bool(first) and bool(second) and not related & set(second)


def is_interrogative(piece: str) -> bool:
    """Whether it has a word that only a question has."""
    return _QUESTION.search(_STILL.sub("", piece)) is not None


def is_wish(piece: str) -> bool:
    """Whether it says that something is wanted (想咨询一下, 能帮我看看吗)."""
    return _WISH.search(piece) is not None or _HELP.search(piece) is not None


def is_unwanted(piece: str) -> bool:
    """Whether it says what is not asked (不要告诉我补考费)."""
    return _UNWANTED.match(piece) is not None


def is_doubt(piece: str) -> bool:
    """Whether it asks whether the words before it are so (是真的吗, 对吧), and nothing else."""
    return _DOUBT.fullmatch(piece) is not None and (is_interrogative(piece) or piece.startswith("真有"))


def is_heard(piece: str) -> bool:
    """Whether it tells what others say (都说二十个工作日出成绩)."""
    return _RUMOUR.search(piece) is not None


def tells_story(piece: str) -> bool:
    """Whether it tells of what somebody did, has or plans."""
    return _STORY.search(piece) is not None


def asks(piece: str) -> bool:
    """Whether it asks: by a word of asking, as a rumour, by a wish to know, or as a mere name of what is wanted (报名费, 电话)."""
    if _PLEASANTRY.fullmatch(piece) or _DOUBT.fullmatch(piece):
        return False
    if is_interrogative(piece) or ((_RUMOUR.search(piece) or _WISH.search(piece)) and asked_for(piece)):
        return True
    if _TO_ME.search(piece) and asked_for(piece):
        return True
    return "person" in asked_for(piece) or (
        bool(_WANTED.search(piece)) and not tells_story(piece) and not _PRINTED.search(piece)
    )
