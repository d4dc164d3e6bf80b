"""Words that can mean one thing only where the classifier names certain topics."""

from __future__ import annotations

import re
from collections.abc import Collection

from bot.actions.turn import ELIGIBILITY, INFORM, RETAKE

_UNSURE = ("search", "out_of_scope")
# 补考一门只要八十: what is claimed of a retake is its price.
_RETAKE_AT_A_PRICE = re.compile(
    r"(?:补考|重考)[^，。]{0,10}(?:只要|只收|要|才|收|是|得)(?:\d{2,4}|[一二两三四五六七八九十]{0,2}[百十][一二三四五六七八九]?[十]?)(?:块|元|钱|了|吧|吗|么|[，,。？?]|$)"
)
_ONE_DAY_OR_TWO = re.compile(
    r"(?:同一?|(?<!哪)[一两二]|分[一两二几开]*)天(?:就|能|内|里|全部?|都|可以|还是)*(?:考|进行|来|完成)"
)
_FORGED = re.compile(
    r"(?:材料|证明|学历|文凭|毕业证|履历|年限|社保)[^,，。?？]{0,4}(?:是|有|作|造)假|(?:假|伪造|虚假)的?(?:工作|学历|材料|证明|文凭|毕业证|社保|信息)|造假|伪造"
)
_OF_A_FORGERY = ("search", "ask_payment", "ask_certificate", "ask_how_to_apply", "ask_results", RETAKE)
# Proofs that are bought or made up, by whoever asks whether one may apply with them, or what follows.
_MADE_UP = re.compile(
    r"(?:中介|黄牛|花钱|[交给付]钱|[交给付]\d{2,5}|虚报|多[写报开填]|包装|编|凑|[弄搞整](?![丢错清懂明定])|买)[^，。,]{0,12}(?:工作证明|在职证明|工龄|年限|履历|工作经[历验]|(?<![身学])证明)"
    r"|(?:证明|工龄|年限|履历|经历)[^，。,]{0,8}(?:(?<![怎咋])(?<!怎么)[弄搞](?![丢错清懂明定])|包装|编(?!号)|多[写报开填]|掺水|注水|P一?下|挂靠)|(?:证明|工龄|年限)[^。]{0,16}实际(?:上)?(?:只|才|就|没)"
)
_LASTS = re.compile(r"(?:管|留|保留|有效|算数?)(?:多久|多长|几年|[吗么不])|有效期|还?算数|过期|作废")
_BOUGHT = re.compile(
    r"(?:花|交|付)[^，。,]{1,6}(?:弄|买|搞|办)(?:到|了|的|来)?(?:一?[个张本])?[^，。,]{0,8}证(?!明)|证[^。]{0,8}没(?:去|参加|有)?考过?试|没(?:去|参加|有|正经)?考过?试[^，。,]{0,6}(?:就|却)[^，。,]{0,6}证|买来的证"
)
_OF_A_CERTIFICATE = ("search", "ask_certificate", "ask_certificate_loss", "ask_results", "out_of_scope", "inform")
MISCONDUCT = re.compile(r"作弊|舞弊|抄袭|替考|代考|违纪|违规")
# 最晚多久内要补掉, by one who names no subsidy.
_BY_RETAKE = re.compile(
    r"^(?!.*(?:补贴|补助|津贴|政府)).*(?:补(?:掉|完|上|考|[几一两][次趟回门])|[要得能让].{0,2}补(?![贴助发办领偿交]|给我?|到?(?:多少|几)(?:钱|块|元|百|千|$)|到?[\d一两二三四五六七八九]+[百千块元]))"
)
# 能补几百块, in a talk about the subsidy.
PAID_OUT = re.compile(r"补(?:给我|到)*(?:多少|几)(?:钱|块|元|百|千)")
# 年底之前还有没有的考, of one who missed the others.
_STILL_HELD = re.compile(
    r"^(?!.*(?:补|没过|不合格|不及格|挂)).*(?:还有没有?(?:[得的]|机会|场次?)?考(?!过)|还有(?:[得的]考|考试|机会考|场次))"
)
_MEANS_OF_PAYING = re.compile(
    r"(?:扫|刷)(?:微信|支付宝|卡|码)|(?:用|付|交|收|走)(?:微信(?!报|小|搜|检|里)|支付宝|现金)|微信(?:支?付|转|交[钱费])|支付宝|信用卡|花呗|刷卡|付现"
)
# 钱30号才收到, 会计讲付晚了
_MONEY_CAME = re.compile(
    r"(?:钱|费用?|款)[^，。,]{0,8}\d{1,2}[号日][^，。,]{0,4}(?:到|收|入|进|打|转|汇)|[付缴交转]晚"
)
# 不收个人的，非要报他的班
_NO_INDIVIDUALS = re.compile(r"不(?:接收|接受|受理|收|接|让|给|许)(?:个人|散户)")
_WHO_PAYS_POSTAGE = re.compile(
    r"^(?=.*(?:证|快递|顺丰))(?!.*(?:教材|资料|发票)).*(?:寄|快递|顺丰|到付|邮).{0,12}(?:谁(?:来)?(?:出|付|掏|承担|给)|自己出|自理|包邮|包不包)"
)
# 茶艺师听说有两家可以考, 不是有三家机构在评吗
SO_MANY = re.compile(
    r"(?:有|就|只|不止|开了?)(?:得|了|着)?(?:[一两二三四五六七八九十几好多]+|\d+)家(?:机构|单位|协会|学校|公司)?(?:都|在|能|可以|好)*(?:考|评|办|开|认定|[，,。？?吧吗]|$)"
)
# 考完多久能查到证: when the entry is there, which the notices tell; when the paper is handed out they do not.
_LOOKED_UP_WHEN = re.compile(
    r"(?:多久|多长时间|几天|多少天|什么时候|啥时候?|何时|几时)[^，。,]{0,4}查(?:得|到|询|看|出)*[^，。,]{0,3}证|证书?[^，。,]{0,8}(?:多久|多长时间|几天|多少天|什么时候|啥时候?|何时|几时)[^，。,]{0,4}查"
)
# 年底前能拿到证吗, 春节前证书能到手伐: when it is handed out, by whoever applies now, too.
_IN_HAND_BY = re.compile(
    r"(?:年底|年内|年前|今年|春节|过年|元旦|月底|月|国庆|五一|之|以|[号日])(?:之|以)?(?:前|内)?[^，。,；;]{0,6}(?:拿|领)(?:得|不)?到[^，。,；;准]{0,3}证(?!明)"
    r"|证书?[^，。,；;明]{0,8}(?:之|以)?前[^，。,；;]{0,6}(?:(?:拿|领)(?:得|不)?到|到手|下来|发下来|出来)"
)
# 考完要等三个多月才上网: how long the marks take.
_OUT_AFTER = re.compile(
    r"考[完过好][^，。,]{0,8}(?:等|要|得)[^，。,]{0,12}(?:上网|网上|查到|查得到|出分|出成绩|有结果)"
)
# 有没有网址看新通知: where what is new is told, and not what it is.
_ADDRESS_WANTED = re.compile(r"(?:有没有|有无|有啥|给|发|哪个|什么|啥)[^，。,]{0,4}(?:网址|官网|网站|公众号)")
# 现在去报，今年还考得上吗: which window there is.
_IN_TIME_YET = re.compile(
    r"(?:今年|年内|年底前?|年前)[^，。,]{0,4}(?:考得(?:上|到|成|了|着)|赶得(?:上|及)|来得及|还?能(?:考|赶)(?:上|到|成))"
)
_CALL_ME = re.compile(
    r"(?:给|跟|和)我(?:回|打|来|拨)(?:一?个|一?通)?电话(?!通知|号)|(?:打|拨)(?:一?个)?电话(?:给|找)我|(?<!不)回(?:我)?一?个?电话"
)
# 他上面管他的那个中心的号, 主管部门电话: the line of the authorities.
_ABOVE = re.compile(
    r"(?:上[面头级](?!说|讲|写|的?(?:那个?|这个?)?(?:电话|号))|主管|监管|管(?:着|得[了着])?(?:[他她它你]们?家?|这家|那家|协会|机构|考试|评价)的?)[^，。,]{0,10}(?:电话|号码?(?!线|楼|门)|热线|联系)"
)
# 后天再来要不要先约: whether one has to book.
_TO_BOOK = re.compile(
    r"(?:要不要|需不需要|用不用|是不是(?:要|得|先|需要)|是否|必须|需要|[得要用])(?:先|提前|事先|预先|另外|再)*(?:打电话|电话|网上)?(?:预约|约(?![会定谈好了莫摸等是]))|预不预约|约不约"
)

# 以公司名义团体报名, of whoever is asked about a case: who hands the application in.
_AS_A_GROUP = re.compile(
    r"(?:公司|单位|企业|机构|学校|集体|统一)[^，。,]{0,4}(?:名义|团体|集体|统一|帮)[^，。,]{0,4}[报申]|(?:团体|集体)(?:来|去)?[报申](?![^，。,]{0,6}(?:条件|要求|年限))"
)
# 报不满30个人就取消: a sitting that too few applied for, unless money is asked for, or asked back.
_TOO_FEW = re.compile(
    r"^(?!.*(?:退(?:不退|吗|么|给|多少|到|回来)|[能会可].{0,3}退|怎么退|多少钱|收费|费用)).*(?:不满|不足|不够|凑不[满齐够])[^，。,]{0,4}(?:\d+|[一二两三四五六七八九十]+)个?人"
)
# 18号考掉的，几号之前能在手机上看到: the day of the examination is told, that of the results asked for.
_SEEN_BY = re.compile(
    r"考(?:掉|完|好|过了|了|的)[^?？]*(?:几号|哪天|什么时候|啥时候?|多久)[^，。,]{0,8}(?:看|查|刷)(?:得?到|出)"
)
# 考法改了，我补考按老的还是新的.
_RETAKE_AS_CHANGED = re.compile(
    r"(?:补(?!贴|助|办|发)|没过|挂)[^?？]*(?:按|照|算|用|跟)[^，。,]{0,3}(?:老|旧|新|原)|(?:按|照|算|用|跟)[^，。,]{0,3}(?:老|旧|新|原)[^，。,]{0,6}补(?!贴|助|办|发)"
)
_FOUND_OUT = re.compile(
    r"(?:露馅|穿帮|败露|被?查出来?|被查到?|被发现)[^，。,]{0,4}(?:怎么|咋|会|有什么|后果|处理|罚)"
)

# Of these intents, these words, this topic.
DECIDING: tuple[tuple[Collection[str], re.Pattern[str], str], ...] = (
    (("search",), _ONE_DAY_OR_TWO, "ask_exam_date"),
    ((ELIGIBILITY, INFORM, "ask_exam_form", "ask_changes", *_UNSURE), SO_MANY, "ask_catalogue"),
    (("ask_results",), _LASTS, RETAKE),
    ((RETAKE,), _RETAKE_AT_A_PRICE, "ask_retake_fee"),
    (_OF_A_FORGERY, _FORGED, "ask_discipline"),
    ((*_OF_A_FORGERY, ELIGIBILITY, INFORM, "ask_fee"), _MADE_UP, "ask_discipline"),
    (("search",), MISCONDUCT, "ask_discipline"),
    (("ask_subsidy",), _BY_RETAKE, RETAKE),
    (("ask_application_window", "ask_exam_date", "ask_results", *_UNSURE), _MONEY_CAME, "ask_payment"),
    ((RETAKE, ELIGIBILITY, "search"), _STILL_HELD, "ask_exam_date"),
    (("ask_how_to_apply", "ask_address", "search"), _MEANS_OF_PAYING, "ask_payment"),
    (("ask_payment", "ask_fee", "ask_how_to_apply", *_UNSURE), _WHO_PAYS_POSTAGE, "ask_certificate"),
    (_OF_A_CERTIFICATE, _BOUGHT, "ask_discipline"),
    ((ELIGIBILITY,), _AS_A_GROUP, "ask_how_to_apply"),
    (("ask_payment", "ask_fee"), _TOO_FEW, "ask_exam_date"),
    (("ask_exam_date", *_UNSURE), _SEEN_BY, "ask_results"),
    (("ask_changes",), _RETAKE_AS_CHANGED, RETAKE),
    ((ELIGIBILITY,), _FOUND_OUT, "ask_discipline"),
    (("ask_fee", "ask_payment", *_UNSURE), _NO_INDIVIDUALS, "ask_how_to_apply"),
    (("ask_application_window", "ask_exam_date", "ask_results", *_UNSURE), _IN_HAND_BY, "ask_certificate"),
    (("ask_certificate", *_UNSURE), _LOOKED_UP_WHEN, "ask_results"),
    (("ask_phone", "capabilities", *_UNSURE), _CALL_ME, "ask_human"),
    (("ask_phone", "ask_address", *_UNSURE), _ABOVE, "ask_supervision"),
    (("ask_retake_fee", "ask_fee", RETAKE, "ask_exam_date", INFORM, *_UNSURE), _TO_BOOK, "ask_how_to_apply"),
    (("ask_results", "ask_certificate", INFORM, *_UNSURE), _OUT_AFTER, "ask_results"),
    (("ask_changes",), _ADDRESS_WANTED, "ask_website"),
    (("ask_changes", INFORM, *_UNSURE), _IN_TIME_YET, "ask_application_window"),
)
