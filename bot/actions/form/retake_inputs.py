"""The inputs of the form for retakes, and those that it shares with the form for sums of fees."""

from __future__ import annotations

from bot.actions.form.inputs import Input, asked_input

DAY, EXACT_DAY, LEVEL, OCCUPATION, ORGANISATION = (
    "passed_on",
    "passed_day",
    "taken_level",
    "occupation",
    "organisation",
)
# A whole date is taken as it is, so that one which lies ahead is asked about.
_WHOLE = (
    r"(?:就|是|在|大概|好像|应该)*(?:20\d\d|\d\d)[年./-][\d年月日号上中下旬初底末半./-]*(?:左右|吧|的)*",
    "{}通过的",
)
INPUTS: dict[str, Input] = {
    DAY: asked_input("合格的那门是哪天通过的（年月日）？只记得年月也可以", "", _WHOLE),
    EXACT_DAY: asked_input("合格的那门具体是哪年哪月哪日通过的？", "", _WHOLE),
    LEVEL: asked_input("您考的是几级？", "五级 四级 三级 二级 一级"),
    OCCUPATION: asked_input("您考的是哪个职业（工种）？", ""),
    ORGANISATION: asked_input("您是在哪个评价机构考的？", ""),
}
# What can be changed by name, with the input that asks for it again.
CHANGEABLE = {
    "通过时间": DAY,
    "通过日期": DAY,
    "日期": DAY,
    "等级": LEVEL,
    "职业": OCCUPATION,
    "工种": OCCUPATION,
    "机构": ORGANISATION,
}
