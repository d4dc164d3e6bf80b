"""The words of work: doing it, the field that is asked about, and another job than that."""

from __future__ import annotations

import re

from bot.actions.situation.heard import OCCUPATION, OTHER_OCCUPATION

# What people call the work of the occupations of artificial intelligence.
AI = r"(?:人工智能|(?<![a-zA-Z])[aA][iI](?![a-zA-Z])|算法|机器学习|深度学习|大模型|数据标注)"
# Likewise of those of personnel work.
PERSONNEL = r"(?:人事|人力资源|人力(?=[已都了做干工,]|$)|(?<![a-zA-Z])[hH][rR](?![a-zA-Z])|招聘|薪酬|劳动关系)"
# The field itself: in the person's words, or an occupation of the notices by its name.
FIELD = (
    r"(?:这一?(?:行|块|方面)(?:业|当)?|这个?(?:行业|行当|职业|岗位|工种|工作|领域)|本(?:职业|行业?|岗位|工种)|该(?:职业|岗位|行业|工种)"
    rf"|相关(?:的)?(?:职业|行业|岗位|工作|工种|领域)?|对口(?:的)?(?:职业|行业|岗位|工作)|{OCCUPATION}|{AI}(?:方面|训练|标注)?|{PERSONNEL}(?:管理|工作|部门|岗位?|专员|主管|经理|这块)?|(?:数据)?标注员?)"
)
VERB = r"负责|任职|干|做|从事|参加工作|工作|上班|(?<![应相])当(?!年|时|地)|搞|弄|从业|入行|入职|进厂|打工|断断续续"
WENT_ON = r"做|干|从事|工作|上班|入行|当|搞"
OTHER_JOB = re.compile(
    rf"{OTHER_OCCUPATION}|销售|会计|文员|保安|前台|行政(?:工作|岗)|司机|出租车|网约车|外卖|快递|餐饮|餐馆|饭店|工地|教师|(?:当|是|做|学校的?|技校的?|中专的?|职高的?|大学的?|培训)老师|讲师|辅导员|护士|医生|程序员"
    r"|工程师的?工作|(?:软件|网络|硬件|机械|电气|土木|建筑|测试|算法|开发|运维)工程师(?!职称|证)|后端|前端|财务|出纳|收银|服务员|产品经理|设计师|生意|房产中介|保姆|装修|流水线|客服"
    r"|(?:别的|其[他它]|另外?一?[个行份]|不相关的?|无关的?|非相关)(?:的)?(?:工作|职业|行业?|岗位|工种)"
)
