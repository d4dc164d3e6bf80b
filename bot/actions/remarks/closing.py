"""What closes a talk or only keeps it friendly: what the person will do now, a sigh over what was heard, good wishes."""

from __future__ import annotations

import re

from bot.actions.clause_marks import BREAK_OR_WAVE
from bot.actions.several.words import asks, is_interrogative

_HEARD = r"(?:好|行|嗯|哦|噢|o+k+|知道|晓得|明白|了解|收到|懂|清楚|谢|多谢|辛苦|算了|先这样|就这样|成|妥)(?:好|行|嗯|哦|噢|知道|晓得|明白|清楚|懂|谢谢|谢|你|您|侬|的|格|额|嘞|咧|滴|了|吧|啦|啊|呀|哈|[,，。!！~\s])*"
_DAY = r"(?:(?:下?(?:个)?(?:礼拜|星期|周)[一二三四五六日天]?|明[天早]|后天|今[天晚]|[上下]午|晚上|早上|月底)[,，\s]*)?"
_WHO = (
    r"(?:我们?(?:俩|两个|几个|自己)?|咱们?(?:俩|几个)?|阿拉|我?(?:让|叫|喊|跟|和|请)[^,，。?？]{1,4}?|[他她]们?)"
)
_WHEN = r"(?:还是|就|先|这就|自己|直接|再|明天|今天|等[会下]儿?|回头|马上|改天|下周|有空|打算|也|会|去|来)*"
_THERE = r"(?:(?:[去到在上找回]|跟|和)[^,，。?？]{1,6}?|[^,，。?？]{1,4}里)?"
_DOES = r"(?:说[去一]声?|讲[去一]声?|[一挨逐]个[一个]*打|打过去|去一趟|再来|问问|问(?!的|题|您|你|过|一?下)|打(?:个)?电话|打\d+|联系|咨询(?!一?下|的)|看看|查查|跑一[趟次]|试试|准备|复习|想想|考虑|掂量|琢磨|斟酌|盘算|寻思|合计合计|商量|等等|转告|告诉[他她])"
_WILL = rf"(?:那|就)*{_DAY}{_WHO}{_WHEN}{_THERE}{_DOES}[^?？]{{0,24}}"
_SIGH = r"[^,，。?？]{0,8}(?:好|真|太|这么|那么|挺|蛮|够|可)(?:是)?(?:贵|难|麻烦|复杂|严|久|长|远|慢|烦|累|多|少|便宜|快|清楚|详细|方便|专业|厉害|棒|好)(?:了|啊|呀|哦|的|吧)*"
# 哦哟寻错地方了，谢谢侬
_VENTS = r"(?:真是?|简直|要)?(?:气|烦|累|急|愁|晕|困|笑|吓)死(?:我|人|个人)?了?(?:真是的?|啊|呀|哈)*"
# 那没办法了，谢谢
_RESIGNED = (
    r"(?:那|也|就|真|是|这|可)*(?:没(?:有)?办法|没辙|只[能好](?:这样|如此|算了)|没得(?:搞|弄))了?(?:吧|啊|呀|哦)*"
)
_WRONG_PLACE = r"(?:哦哟|啊呀?|哎[呀哟]?|喔唷|不好意思|抱歉|[,，\s])*(?:那)?(?:我|我们|是我)?(?:寻|找|问|走|跑|打|来|搞|弄)错(?:了)?(?:地方|人|门|地儿|对象|电话|单位)了?(?:[,，。!！~\s]|不好意思|打扰|打搅|谢谢?|多谢|[侬你您了啦啊哦哈])*"
_CLOSES = re.compile(rf"{_WRONG_PLACE}|{_HEARD}(?:{_WILL}|{_SIGH})[。!！~\s]*", re.IGNORECASE)
_LEAVES = re.compile(rf"那{_WILL}[。!！~\s]*")
_PART = re.compile(rf"(?:{_HEARD}|{_WILL}|{_SIGH}|{_VENTS}|{_RESIGNED})", re.IGNORECASE)
_BEGINS = re.compile(rf"{_HEARD}(?:{_WILL})?|那{_WILL}|{_RESIGNED}", re.IGNORECASE)
_WISHES = re.compile(
    r"(?:祝|大家|各位|你们?|您|也|[,，\s])*(?:(?:国庆|中秋|元旦|新年|新春|春|端午|元宵|五一|十一|周末|假期|圣诞|双|劳动|教师|妇女|清明|重阳|七夕)节?|节日)+(?:大家|你|您)?(?:快乐|愉快|安康|好)"
    r"|(?:新年|过年|节日)好|恭喜发财|(?:祝|[你您])+(?:工作|生活)?(?:顺利|愉快)"
)


def closes(text: str) -> bool:
    """Whether it has heard and asks nothing more: 行，我去问协会; 懂了，考试好贵."""
    if asks(text) or is_interrogative(text):
        return False
    if _CLOSES.fullmatch(text) or _LEAVES.fullmatch(text):
        return True
    parts = [one for one in BREAK_OR_WAVE.split(text) if one]
    begun = bool(parts) and _BEGINS.fullmatch(parts[0]) is not None
    return begun and all(_PART.fullmatch(one) for one in parts)


def wishes_well(text: str) -> bool:
    """Whether it is nothing but good wishes (国庆快乐)."""
    return _WISHES.fullmatch(text.strip(" ,，。!！~")) is not None
