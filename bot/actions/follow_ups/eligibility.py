"""May I apply: whoever tells of themselves and asks, or goes on telling, is answered with a verdict."""

from __future__ import annotations

import re

from bot.actions.clause_marks import BREAK
from bot.actions.follow_ups.schedule import asks_row_of_month
from bot.actions.retake_words import PRICE
from bot.actions.several.words import asked_for, asks
from bot.actions.turn import ELIGIBILITY, INFORM, Turn

# What is asked for beside a verdict is another matter, whatever is told along with it.
OTHER_MATTER = re.compile(
    rf"{PRICE}|报名费|电话|地址|哪里|在哪|哪[儿边块]|哪家|(?:什么|啥|哪些?|哪几)个?(?:机构|单位|协会|地方|学校)|怎么报名|怎么报(?!名)|补考|准考证|成绩|缴费|交钱|几点|上班|开门|网址"
    r"|目录|谁家?(?:管|考|评|发)|归谁|有效|过期|作废|领证|证书.{0,4}(?:领|寄|补办)|推介官|补贴"
)
_MAY_I = re.compile(
    r"(?:(?<![技智功])能(?!力)|可以|可不可以|够).{0,10}(?:报|考|申)|(?:报|考).{0,6}(?:行不行|行吗|行伐|可以[吗伐么]|够[吗伐么]|得了)"
    r"|(?:够|符合|满足?|达到?|具备).{0,6}(?:条件|资格|年限|格)|几级|哪个?级|什么(?:时候|辰光).{0,5}(?:能|可以|够|才能)"
    r"|级够(?:吗|么|嘛|伐|不够|了[吗么])|够了?(?:吧|没|伐|哇)|(?P<let>[给让好])不(?P=let)[报考]|[给让]不?[报考](?:吗|么|伐|哇|不)|好[报考](?:伐|哇)|[报考]得了|[报考]不了|有戏|没戏|通融|宽限|破例|还(?:差|要|得).{0,4}(?:多久|多少|几)|要等|最早|最快"
)
# 那四级总归稳了, 三级呢, 过了元旦就够了对吧: of a case that was told, asked for a level or with nothing new.
_OF_THE_CASE = re.compile(
    r"^(?:那么?|所以|请问|这样|现在|目前|到底|到时候?|到那时候?|那时候?|届时|我|他|她|,|，)*(?:最高|最多|顶多)?(?:能|可以|够|好)(?:直接)?[考报申](?:得?到|得着)?(?:了)?第?(?:几|哪一?|什么|啥)个?等?级|[一二三四五1-5]级[^，。,]{0,6}(?:稳|成|妥|有戏|没戏|有希望|没问题|咋样|如何|怎么样|够|行|可以|能|好[考报]|来三|来塞)|(?:照|按|凭|就)(?:我|他|她|伊)?这(?:个|样)?(?:的)?(?:情况|条件)"
    r"|够(?:了|格)?(?:吗|么|嘛|伐|哇|没|不|吧|对吧|是吧|对不对|是不是)|(?:就|该|总|应该)(?:能|可以|够|好|行)(?:了|报|考)[^，。,]{0,3}(?:吗|么|伐|吧|哇|不)|(?:哪|几)(?:一?年|一?天|个?月|时)[^，。,]{0,3}(?:好|能|可以|够)[^，。,]{0,4}(?:报|考)"
    r"|(?:还|不|就不|算不)算(?:是)?(?:应届|在读)|应届(?:毕业)?生?(?:也|都|就)*(?:算|可以|能|行)|(?:没有?|还?有)(?:啥|什么)?(?:戏|希望|机会|可能)了?[吗么伐吧?？]|(?:没有?|还?有)戏(?:了|吗|么|伐)|(?:哪|什么|啥)一?个?(?:级别|等级|级)(?:比较|最|更)*(?:适合|合适)|[只就]能从[一二三四五]级|从[一二三四五]级(?:开始|[考报]起|起步)[报考]不了[一二三四五1-5]级"
    r"|(?:熬|干|做|年头|年限|工龄|经历|[这那][几两一]?段?年)[^。？?]{0,8}(?:[算作]数|[算作]不[算作]|加(?:得|不)?进|加不加)"
    r"|(?:哪|几|什么|啥)(?:一?年|一?天|个?月|时候?|辰光)[^，。,\d]{0,4}(?:满|够|达标|到年限|熬到头)(?!几|多少|[^，。,]{0,3}岁)"
)
# 那四级要到什么时候, 熬到哪年哪月, 照这么算是几时: a time that is waited or worked for, and of nothing else.
_UNTIL_WHEN = re.compile(
    r"(?:[等熬干做算攒混耗要得该](?:到|够|满|是|下来|起来)*|(?:到|算|就)?是|还?要?到)(?:哪年哪月|哪[一个]?[年月]|几时|几几年|什么(?:时候|辰光|年月)|啥(?:时候|辰光))(?:去|了|啊|呢|呀|才行|才够)*(?=[,，。？?！!\s]|$)"
)
# 两条路哪条先到: which of the conditions that were told.
_WHICH_WAY = re.compile(
    r"哪一?条(?:路|线|条件)?[^，。,]{0,4}(?:先|快|早|近|省|合算|划算|好走)|[两几二三]条(?:路|线|条件)(?!车|公交)"
)
# 明年1月底就满十年了, after a verdict: when the years that it asked for are full.
_FULL = re.compile(r"满(?:上|了)?(?:\d+|[一二两三四五六七八九十]+)个?(?:年|周岁|岁)")
# After a question in between, words that only the case can mean.
_SAYS_WHAT = re.compile(r"[一二三四五1-5]级|够|情况|条件|[报考]|等到?|满")
_BARE_LEVEL = re.compile(
    r"(?:那么?|格么|所以|要是|如果|退一步|退而求其次|降一级|我们?|[他她伊]|就|只|考|报|直接|的?话|[，,\s])*[一二三四五1-5]级(?:呢|哪|来|的?话|咧|嘞)*"
)
# 四级必须先有五级吗, 能不能越级: the conditions are asked for.
_RULE_ASKED = re.compile(
    r"(?:必须|一定要?|要(?=先)|需要|要不要|是不是要|非得|得|不用|不必|免得|用不着)(?:先)?(?:去)?(?:有|考|拿|取得|持有)[个掉出]?.{0,3}(?:[一二三四五1-5]级|(?:等级|资格|技能)证|证书)"
    r"|[一二三四五1-5]级(?:技能|等级|资格)*(?:证书?)?(?:拿到|取得)?(?:之?后|以后|[到升至][一二三四五1-5]级)[^，。]{0,8}(?:几|多少)年"
    r"|[一二三四五1-5]级(?:证书?)?(?:到手|拿到手?|考出来?|考到|有)了?(?:之?后|以后)?(?:再|想|要|去)*[考报升到][一二三四五1-5]级[^，。]{0,6}(?:几年|多少年|多久|多长)"
    r"|(?:跳|越)级|跳过.{0,3}级|(?:能|可以|可不可以)(?:不.{1,3}[一二三四五1-5]级)?直接[考报].{0,12}[一二三四五1-5]级"
)
# 所以我得再熬八年: the time that a verdict told, said again.
_WAITS = re.compile(
    r"(?:再|还|得|要|需要?|必须|只能)[^，。,]{0,3}(?:熬|等|干|做|混|攒|拼|守|待|耗)(?:够|满|上|个|到|足)*(?:\d+|[一二两三四五六七八九十]+)(?:多|来)?个?(?:年|月)(?!的?(?:证|经验))"
)
# 推介官证当四级证去报三级: whether one paper counts as another that a condition asks for.
_COUNTS_AS = re.compile(
    r"证[^。？?,，]{0,12}(?:[当顶抵](?!时|年|初|天|地)|等于|等同|相当于|代替|替代)[^。？?]{0,8}[一二三四五]级|拿[^，。,]{0,6}[当顶抵][^，。,]{0,6}[一二三四五]级|证[^。？?]{0,6}[,，](?:我)?(?:拿|用|能不能|是不是|可不可以)[^，。,]{0,4}(?:[当顶抵]|等于|等同|相当于|代替)[^，。,]{0,6}[一二三四五]级"
)
# 伊五级好报伐, 给不给我报四级: by the Shanghainese word for may, or as a favour.
_PERSON_MAY = re.compile(
    r"(?:我|[他她伊侬]|儿子|女儿|孙[子女]|小囡|囡囡|爸|妈|哥|姐|弟|妹|老[公婆]|阿姨|朋友|同事)(?!们?[说讲觉])[^，。,]{0,10}(?:好[考报](?:伐|哇)|(?P<lets>[给让])不(?P=lets)[报考]|[报考]得了(?:伐|哇|吗|不))"
    r"|(?:[他她伊]|儿子|女儿|孙[子女]|小囡|囡囡|爸|妈|哥|姐|弟|妹|老[公婆])(?:现在|这样|想|的话)*[一二三四五1-5]级好[考报](?:吗|不|了)"
)
_OF_A_CASE = frozenset(("eligibility", "levels"))
# 大四，明年毕业，四级ok?
_LEVEL_ALL_RIGHT = re.compile(
    r"[一二三四五1-5]级(?:就|是不是|应该|算|还)*(?:ok|OK|行|够|成|可以|没问题)(?:了|的)?(?:吗|么|伐|不|吧|[?？])"
)
_BARE = 10  # characters of a message that tells one thing
_ENOUGH = 2  # kinds of facts; one alone may be part of any question
# After these a bare fact asks whether one may apply: they say the same whatever is told of oneself.
_SAYS_THE_SAME = ("ask_application_window", "ask_exam_date", "ask_fee", "ask_catalogue")
_OF_A_PROGRAMME = ("ask_promoter", "ask_certificate")
_GOES_ON = re.compile(
    r"怎[么样].{0,4}才|(?:我|他|她|这|那)?(?:该|要|应该)?(?:怎么办|咋办)|(?:别的|其[他它]|另外的?)(?:办法|路子?|途径|条件|方式|方法)|最快|最早|等到|要等|还差|差多少|差多久|为什么|为啥|哪一?[条项]|从几级|几级开始|(?:我|他|她|孩子|[儿女]子?|爸|妈|[公婆])(?:现在|到底|最高|这样|就|最多)*(?:能|可以|够)(?:直接)?(?:报|考|申)?到?(?:几|哪)[个一]?级|级(?:呢|行|可以|够|能)|(?:什么|啥)(?:时候|辰光)才?(?:能|可以)(?:报(?!名)|考|申)|明年呢|下个?月呢|那我呢|(?:满|够|年限|工龄)[^，。,]{0,6}(?:几年|多少年|多久|多长)|生日|到年龄|年龄(?:到|够)|满了就"
)


def follow_up(turn: Turn, topic: str) -> str | None:
    """Tell the verdict where the person's own situation is told or asked about."""
    asked_of = turn.mentioned.levels or turn.mentioned.occupation
    if _COUNTS_AS.search(turn.text) or (asked_of and _PERSON_MAY.search(turn.text)):
        return ELIGIBILITY
    if _asks_other_matter(turn.text) or asks_row_of_month(turn.text):
        return None
    if _RULE_ASKED.search(turn.text):
        return ELIGIBILITY
    told = turn.mentioned.situation
    if asks_of_the_case(turn):
        return ELIGIBILITY
    if turn.memory.topic == ELIGIBILITY:
        more = _GOES_ON.search(turn.text) or waits(turn.text)
        goes_on = told.told or told.other_work is not None or (turn.memory.situation.told and bool(more))
        return ELIGIBILITY if goes_on else None
    facts = [
        told.birth or told.age,
        told.work_roughly or told.work_years,
        told.certificates,
        told.titles,
        told.education,
    ]
    kinds = sum(one is not None for one in facts)
    may = _MAY_I.search(turn.text) or (turn.mentioned.levels and _LEVEL_ALL_RIGHT.search(turn.text))
    asks = (kinds > 0 or told.trade is not None) and bool(may)
    asks = asks or (kinds > 0 and asks_until_when(turn.text))
    # 人事干了9年10个月 三级 行？ opens a talk: whoever tells of themselves and names a level wants to know of that.
    asks = asks or (kinds > 0 and topic == INFORM and turn.memory.topic is None and _asks_for_level(turn))
    # 我老婆也想考，她做了三年客服, and then AI训练师四级: what was told first waits for its level.
    before = turn.memory.situation
    waited = turn.memory.topic is None and (before.told or before.other_work is not None)
    asks = asks or (waited and topic == INFORM and bool(turn.mentioned.occupation) and _asks_for_level(turn))
    # 能考几级 was asked, and a bare 30岁 goes on with it.
    asks = asks or (kinds > 0 and turn.memory.topic == "ask_catalogue" and len(turn.text) <= _BARE)
    asks = asks or (kinds > 0 and topic == INFORM and _says_the_same(turn))
    return ELIGIBILITY if asks or kinds >= _ENOUGH else None


def asks_of_the_case(turn: Turn) -> bool:
    """Whether it asks of the case that was told, perhaps before a question in between, what follows for a level."""
    memory = turn.memory
    open_ = memory.form is not None and memory.form.topic == ELIGIBILITY
    if not (memory.situation.told and (open_ or memory.topic == ELIGIBILITY)) or _asks_other_matter(turn.text):
        return False
    text = turn.text.strip(" ,，。!！?？~")
    if memory.topic != ELIGIBILITY and not _SAYS_WHAT.search(text):
        return False  # 直接去就行了伐, in a talk about applying
    if _OF_THE_CASE.search(text) or _WHICH_WAY.search(text) or asks_until_when(text):
        return True
    return bool(turn.mentioned.levels and _BARE_LEVEL.fullmatch(text))


def _asks_other_matter(text: str) -> bool:
    """Whether what it asks is beside a verdict; 刚打电话问他，… 那四级要到什么时候 only tells of a telephone."""
    asking = [one for one in BREAK.split(text) if asks(one)]
    return OTHER_MATTER.search("，".join(asking) or text) is not None


def asks_until_when(text: str) -> bool:
    """Whether it asks for the time that somebody waits for, and for that of no examination, fee or paper."""
    asking = [one for one in BREAK.split(text) if _UNTIL_WHEN.search(one)]
    return any(not asked_for(one) - _OF_A_CASE for one in asking)


def asks_verdict(text: str) -> bool:
    """Whether it asks if somebody may apply, or when."""
    text = text.replace("人工智能", "")  # whose 能 is no word of asking
    return bool(_MAY_I.search(text) or _PERSON_MAY.search(text))


def asks_for_a_person(text: str) -> bool:
    """Whether it asks if somebody may, in words that may mean something else of an examination (伊五级好考伐)."""
    return _PERSON_MAY.search(text) is not None


def asks_for_the_rule(text: str) -> bool:
    """Whether it asks what a level presupposes (四级必须先有五级吗), and not whether that one is examined."""
    return _RULE_ASKED.search(text) is not None


def waits(text: str) -> bool:
    """Whether somebody says for how long they would have to wait, or when it is over (那还要等三年啊, 明年1月底就满十年了)."""
    return _WAITS.search(text) is not None or (_FULL.search(text) is not None and not asked_for(text))


def _asks_for_level(turn: Turn) -> bool:
    new = turn.mentioned
    return any(one not in new.held_levels for one in new.levels)


def _says_the_same(turn: Turn) -> bool:
    """Whether the answer before would be the same whatever is told; of a programme, where another occupation is named."""
    memory, name = turn.memory, turn.mentioned.occupation
    another = name is not None and memory.occupation not in (None, name)
    put_aside = memory.topic is None and memory.situation.told  # 不判断了, and then goes on telling
    return put_aside or memory.topic in _SAYS_THE_SAME or (another and memory.topic in _OF_A_PROGRAMME)
