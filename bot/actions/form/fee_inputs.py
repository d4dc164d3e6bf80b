"""The inputs of the form that sums fees up."""

from __future__ import annotations

from bot.actions.form.inputs import Input, asked_input
from bot.actions.form.retake_inputs import OCCUPATION, ORGANISATION

PEOPLE, LEVELS, MODULES = "people", "sum_level", "modules"
_COUNT = r"(?:\d{1,5}|[一二两三四五六七八九十百]{1,4})"
_MODULE = r"(?:理论|操作|实操|技能|综合评审|评审)(?:知识|技能)?(?:考试)?"
_ONLY = r"(?:就|一共|总共|共|大概|有|我们|是)*"
INPUTS: dict[str, Input] = {
    PEOPLE: asked_input(
        "一共几个人？等级不同，或者有人补考的，请分别说",
        "1个人 2个人 3个人 5个人",
        (rf"{_ONLY}{_COUNT}", "{}个人"),
        (rf"{_ONLY}{_COUNT}[个位名]", "{}人"),
    ),
    LEVELS: asked_input("考几级，各几个人？", "五级 四级 三级"),
    MODULES: asked_input(
        "补考哪几门？",
        "理论 操作 两门都补",
        (r"[一二两三1-3]", "补考{}门"),
        (r"[一二两三1-3]个", "补考{}模块"),
        (
            r"(?:就|只|是|要|得|补)*[一二两三1-3](?:门|科|个?模块|个?科目)(?:都|全|也|要|得|补|考|没过|的)*",
            "补考{}",
        ),
        (
            rf"(?:就|只|是|要|得|补)*{_MODULE}(?:(?:和|、|跟|还有|,)?{_MODULE})*(?:那?一?门|的|没过|都|补|要)*",
            "补考{}",
        ),
    ),
}
# What can be changed by name, with the input that asks for it again.
CHANGEABLE = {
    "人数": PEOPLE,
    "等级": LEVELS,
    "科目": MODULES,
    "模块": MODULES,
    "职业": OCCUPATION,
    "工种": OCCUPATION,
    "机构": ORGANISATION,
}
