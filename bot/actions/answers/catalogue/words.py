"""What is asked about the catalogue beyond who examines what: what else somebody examines, its validity, where it is kept."""

from __future__ import annotations

import re

_LEAVING = r"还|另外|别的|其他|其它|除了|以外|之外|都|又"
_THEY = (
    r"他们|她们|它们|他家|它家|这家|那家|那边|那里|该(?:机构|协会|学校|单位)|[这那]个?(?:机构|协会|学校|单位|公司)"
)
_EXAMINES = r"考|评|认定|开展|开设|办|有"
_WHAT = r"什么|啥|哪些|哪几|别的|其他|其它|(?:几|多少)[个项](?=项目|职业|工种)"
_WHAT_ELSE = re.compile(
    rf"(?:{_LEAVING}|{_THEY}).{{0,10}}(?:{_EXAMINES}).{{0,6}}(?:{_WHAT})|(?:还|也).{{0,4}}(?:{_EXAMINES}).{{0,2}}(?:别的|其他|其它)"
)
_NOT_WHAT_ELSE = re.compile(
    r"(?:别的|其[他它])(?:的)?(?:机构|单位|地方|协会|学校|家)|哪里|哪儿|哪家|谁|什么地方|什么机构|哪[些几个]{1,2}(?:机构|家|单位)|几级|等级|级别|条件|材料|资料|时候|钱|要求|手续|证件|题|内容|科目|发票|电话"
)
_REFERS = re.compile(rf"(?:{_THEY})(?!说|讲|告诉|让|叫)")
_VALIDITY = re.compile(
    r"(?:目录|备案|名单|资质|评价资格).{0,8}(?:有效|到期|期限|期满|截止|管到|管几|过期|用到|到什么时候|到几[月号]|到哪[天年]|参考|算数|作数|管用|能用|适用)"
)
_KEPT = re.compile(
    r"(?:目录|名单|名录|评价机构|评价项目|备案).{0,10}(?:哪(?:里|儿|(?=[查看找下]))|网上|怎么|什么网站|什么地方|网址).{0,6}(?:查|看|找|下载|公布|公示|$)"
    r"|(?:哪里?|哪儿|怎么|网上|什么网站).{0,8}(?:查|看|下载|找).{0,10}(?:目录|名单|名录|评价机构|评价项目)|查评价机构"
)
# Whether one thing is in it: 目录里有叉车吗, 名单上有没有宠物美容.
_IN_IT = re.compile(
    r"(?:目录|名单|名录)(?:里面?|里头|中|上面?)(?:有没有|有|列|收|包括|包含)(?!哪|什么|啥|几|多少|效|了|出|更新|公布|发布|变)"
)
_SPECIAL = re.compile(r"专项")
_SAME = re.compile(r"同一?[家个所]|一[家个所](?=考|机构|单位|评|办|发)|一样的机构|都[在归由](?:同|一)")
_RENAMED = re.compile(r"(?:现在|如今|目前|改|新).{0,4}叫.{0,2}(?:什么|啥)|改名|改成什么|新名[字称]|旧称|以前叫")

# Whether the one that was named, or another that is named now, examines this too: 也是那家, 总是他们了吧, 是不是也在上海船厂.
_THERE_TOO = re.compile(
    r"(?:也|都|还|总|就|是不是|不是|是|归|由|找|去|在)+(?:(?:同|一样的)一?|[那这]一?|他|她|它)(?:家|个?(?:机构|单位|协会|地方|学校|公司)|们|边)(?!说|讲|的)"
)
_IN_A_PLACE = re.compile(r"(?:是不是|是否|也|都)(?:也|都|是|能)*(?:在(?![传说讲问催等准考盯看])|归|由|去|找|属)")
_LOOKED_UP = re.compile(
    r"(?:哪里?|哪儿|啥地方|什么地方|哪个(?:网站|平台|渠道))(?:能|可以|才能|去|来)*(?:查|找|看|搜|了解)(?!分|卷)|(?:怎么|咋|如何|怎样)(?:才能|能|去)*(?:查|找|搜)"
)
_NEWEST = re.compile(r"最新|新的|(?:今年|现在)的|更新")
_CHANGED = re.compile(
    r"(?:变|改|换|调|更新)(?:了|过)?(?:没|不|吗|么|动)|有(?:没有|无|什么|啥)?(?:变|改|调整)|[变改]没[变改]|还一样"
)
_OF_THE_LIST = re.compile(r"目录|名单|单子|名录|清单|表")


def asks_whether_there(text: str) -> bool:
    """Whether it asks if the house talked about examines what is named as well (茶艺师呢，也是那家)."""
    return _THERE_TOO.search(text) is not None


def asks_of_place(text: str) -> bool:
    """Whether it asks if something is examined by a house that it names (是不是也在上海船厂)."""
    return _IN_A_PLACE.search(text) is not None


def asks_where_to_look(text: str) -> bool:
    """Whether the place where something is looked up is asked for, and not the thing itself."""
    return _LOOKED_UP.search(text) is not None


def asks_where_newest(text: str) -> bool:
    """Whether it asks where the newest is looked up (去哪查最新的)."""
    return bool(_LOOKED_UP.search(text) and _NEWEST.search(text))


def asks_whether_changed(text: str) -> bool:
    """Whether it asks if the catalogue that was quoted has changed since (去年的单子，今年变没变)."""
    return bool(_OF_THE_LIST.search(text) and _CHANGED.search(text))


def asks_what_else(text: str) -> bool:
    """Whether all that an organisation examines is asked for (他们还考什么, 除了茶艺师还考啥)."""
    return bool(_WHAT_ELSE.search(text)) and not _NOT_WHAT_ELSE.search(text)


def refers_back(text: str) -> bool:
    """Whether it speaks of an organisation by a pronoun (他们, 这家, 该协会)."""
    return _REFERS.search(text) is not None


def asks_validity(text: str) -> bool:
    """Whether it asks until when the catalogue or a registration holds."""
    return _VALIDITY.search(text) is not None


def asks_where_kept(text: str) -> bool:
    """Whether it asks where the catalogue itself is looked up."""
    return _KEPT.search(text) is not None


def asks_whether_listed(text: str) -> bool:
    """Whether it asks if something is in the catalogue."""
    return _IN_IT.search(text) is not None


def asks_special(text: str) -> bool:
    """Whether special abilities (专项职业能力) are meant."""
    return _SPECIAL.search(text) is not None


def asks_whether_same(text: str) -> bool:
    """Whether it asks if one organisation examines all that is named."""
    return _SAME.search(text) is not None


def asks_new_name(text: str) -> bool:
    """Whether it asks what an occupation is called now."""
    return _RENAMED.search(text) is not None


# 这家公司不对外吧, 外面的人可以报吗, 不是上汽的员工也能去考吗: whether a house examines others than its own people.
_TO_THE_PUBLIC = re.compile(
    r"对外(?:开放|招|考|报|的|吗|吧|么|不)|不对外|[对向]社会(?:上|人员|考生)?(?:开放|开展|招|考|报|人员)|(?:外面|社会上|外单位|外头|别的?单位|其他单位|厂外)的?(?:人员?|考生)?[^，。,]{0,4}(?:能|可以|好|行|让|收|报|考)"
    r"|不是[^，。,]{0,8}(?:职工|员工|[厂店]里?的|公司的|单位的)[^，。,]{0,5}(?:能|可以|行|好|让)"
    r"|(?:只|仅|光|必须|得|要)[^，。,]{0,6}(?:他们|本单位|本公司|本厂|自己|自家|内部)[^，。,]{0,3}(?:职工|员工|工人)"
)


def asks_to_the_public(text: str) -> bool:
    """Whether it asks if people from outside may be assessed by a house, too."""
    return _TO_THE_PUBLIC.search(text) is not None
