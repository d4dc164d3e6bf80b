"""The words by which a talk about a sum changes who sits what; they are sought in a masked text (`people.tokens.masked`)."""

from __future__ import annotations

import re

from bot.actions.people.tokens import LEVEL, NAME, PART_OF
from bot.actions.retake_words import REAPPLIED

# 改成五级, 换考人力三级: what stands behind is what is taken instead.
BECOMES = re.compile(
    rf"(?:改|换|转|升|降)(?:成|为|到|考|报|去|做|了|一下|个|[,\s])*(?P<name>(?:{NAME}|的|那边|这边)*)(?P<level>{LEVEL})"
    # 有一个只够五级
    rf"|(?:只|才|最多|顶多|至多)(?:够|能|配|可以|好)(?:条件|资格)?(?:考|报|上|到|得上|得了|的|[\s])*(?P<least>{LEVEL})"
)
# 其中一个只考四级, 里面有两个想报五级: what stands behind is taken by a part of those told of.
TAKES = re.compile(rf"(?:只|就|想|要|是|去|打算|准备|得|能)*(?:考|报|上)(?:的|是|个)*(?P<level>{LEVEL})")
# 其中…, 三级的有两个人…, 有两个其实…: a part of those told of, and nobody beside them.
PART = re.compile(
    rf"{PART_OF.pattern}|{LEVEL}(?:的|那边|这边|那[几些批]个?|里头?|中|[\s])*有(?=[一两二三四五六七八九十\d]+[个名位])"
    r"|^(?:不过|但是?|可是|对了|如果|要是|万一|那|[,\s])*有(?=[一两二三四五六七八九十\d]+[个名位])"
)
# 那2个也重新全考, 补考的都从头考: all papers instead of a retake of some.
WHOLLY = re.compile(
    rf"{REAPPLIED}|重新(?:再|全部?|都)*考|(?:全部?|整个|所有科目?|全科|两门)(?:都|也|一起|重新|再)*[考报](?![试务生])|从头(?:再)?考|当新生考|按正考|[走算报考]正考"
)
PASSED_ONE = re.compile(
    r"(?:理论|实操|操作|技能)[^,，。没未不]{0,6}(?:过了|通过|合格)|(?<![没未不])过了(?:理论|实操|操作|技能)"
)
# 还有一个理论过了: of those told of, for who passed a paper is no newcomer.
ONE_MORE_PASSED = re.compile(
    rf"^(?:那|对了|哦|[,\s])*(?:还有|另外)(?=[一两二三四五六七八九十\d]+[个名位](?:人|同事|同学)?[^,，。]{{0,6}}(?:{PASSED_ONE.pattern}))"
)
STILL = re.compile(rf"(?:还是|仍旧|仍然|照旧|继续|就)(?:考|报|的|是)*{LEVEL}+(?:的|不变|[吧呢啊。!,])*$")
# 从头重新报一次，原来过的理论还算不算: what becomes of what was passed.
OF_RESULTS = re.compile(r"还?算不?算|算数|作废|有效|保留|成绩|白考|原来|之前的|过的")
INSTEAD = re.compile(r"要是|如果|万一|假如|假设|的话|干脆|不如|直接|索性")
# 她改主意了，也要四级; 我还是考五级吧
WISHES = re.compile(
    rf"(?:改主意|改口|反悔|变卦|后悔|怂|也|还是|干脆|决定|又)[^。;]{{0,10}}?(?:想|要|考|报|选|上|来)[^,。;{LEVEL}]{{0,3}}(?P<level>{LEVEL})"
)
LEAVES = re.compile(
    r"不(?:想|打算|准备|用|再)?(?:考|报|参加|去|来)了|(?:考|来|去|参加|报)不(?:了|成)|退出|放弃|不干了|去掉|减掉|减去|扣掉|扣除|除掉|划掉|删掉|拿掉|撤(?:了|掉|出)|少(?:了|掉|算)?(?=[一两二三四五六七八九十\d][个名位人])"
    r"|减(?=[一两二三四五六七八九十\d][个名位人])|走了|离职|辞职|跑了|不算(?:进去|在内|上)?了?(?=$|[,。;!?])"
)
ADDED = re.compile(
    r"^(?:那|如果|要是|假如|哦|对了|[,\s])*(?:我们|公司|单位)?(?:另外|还要|还有|再|又|外加|加上?|多(?!少|久|大|长|收|交))(?!考|补|说|问|算|挂|去|一遍|[弄搞写打记讲填]?错|[改变]|来了|是)"
    rf"|^(?:那|[{NAME}{LEVEL}]|的|这边|[,\s])+(?:(?:再|又)(?:加|来|多|添|凑|报)|多(?:出|了)?|加)(?=[一两二三四五六七八九十俩\d了出上我])"
    r"|(?:算上|加上|算进[来去]?|加进[来去]?|带上)(?:$|[,，。?？!！呢的话一总共合是]|我)"
)
ADDED_BEHIND = re.compile(
    r"(?:[,，。;；!！?？…\s]|哦|噢)(?:对了)?(?:还有|另外(?:还有)?|(?:还|再)(?:得|要)?加(?:上)?)(?=[一二两三四五六七八九十\d]+[个名位])"
)
ALL = re.compile(r"都|全|所有|一律|统统|通通")
HYPOTHETICAL = re.compile(r"要是|如果|万一|假如|假设|倘若|若是|的话|哪怕|最坏")
# A sum of the first attempts of everybody and of the retake after them.
WHOLE_WAY = re.compile(
    r"前前?后后?|从头(?:到尾|算|开始)|一来一去|连(?:同|带)?(?:正考|首考|报名|前面|之前|第一次)|加上(?:正考|首考|报名|前面|之前|第一次)"
)
EVERYBODY = re.compile(r"我们|咱们|我[俩仨]|大家|所有人?|全部|(?:两|俩|三|几)个?人|[两俩]口子")
# All of them take the retake: 我俩一块补.
TOGETHER_AGAIN = re.compile(r"(?:一块儿?|一起|一同|都|也|全)[要得去来都]*[补重]")
RECOUNT = re.compile(r"重新?算|再算|算[一下个]|总共|一共|合计|总价|加起来|多少钱|要多少|总计|共[要计]")
# What is asked of one who gives up, other than what is left to pay.
OTHER_MATTER = re.compile(
    r"退[费钱款还回]|能退|能(?:来)?[补考报](?:考)?(?:吗|么|不|伐|嘛)|(?:技能)?竞赛|大赛|怎么[办样]|影响|违[纪规]|可以(?:吗|么)|行吗|能不能|可不可以|要不要|证书|发票|通知|为什么|谁"
)
NUMBER = re.compile(
    r"(?<![第每\d])(?P<number>\d{1,4}|[一二两三四五六七八九十百]+)(?:来|多|几)?[个名位人]|(?P<one>(?<![几哪那这两三四五六七八九])个(?!人))|(?P<few>[俩仨])"
)
VAGUE = re.compile(r"几个|一些|有些|部分|好些|若干|\d[来多几]个")
HERE = re.compile(r"[,，。;；?？!！\s]")
