"""Whose number or office it is, when the line says so: an organisation, a person, or some occupations only."""

from __future__ import annotations

import re

from knowledge.lexicon.lexicon import Lexicon
from knowledge.wording.plain import plain

_NAME_END = (
    r"协会|学会|商会|联合会|中心|大学|学院|学校|中学|技校|公司|集团|局|处|部|办公室|办|所|院|分会|受理点|服务点|校区|"
    r"考点|分部|总部|窗口|机构|组织|部门|科|站"
)
_PURPOSE_WORDS = re.compile(
    r"(?:业务|报名|申报|考务|现场)?(?:咨询|监督|投诉|举报|联系|服务|受理|客服|办公|查询|预约|技术支持|值班|、|及|和|与|的)*"
    r"(?:电\s*话(?:号码)?|热线(?:号码|电话)?|手\s*机(?:号码?)?|座机|联系方式|咨询方式|[Tt]el)$"
)
_OWNER = re.compile(rf"[\u4e00-\u9fff()·]{{2,30}}(?:{_NAME_END})")
_LABEL_NOUN = re.compile(
    r"(?:业务|现场|报名|申报)?(?:受理|办公|联系|详细|具体|接待|办理|工作|服务)?(?:地\s*(?:址|点)|时\s*间)$"
)
_ONLY = re.compile(r"(?:仅|只|专)(?:限|供)?(?:受理|办理|接待|负责|用于|限于|限)?([^(),;。]+)")
_PERSON = re.compile(r"[\u4e00-\u9fff、]{1,12}(?:老师|先生|女士|主任|经理|同志|小姐|部长|秘书)")
_DISTRICT = re.compile(r"[\u4e00-\u9fff]{1,8}(?:区|县|点|楼|路)")
_OURS = re.compile(r"^(?:本|我|该|各|相关|有关|上述)")
_WORKER = re.compile(r"^[\u4e00-\u9fff()]{1,16}(?:工|师|员|士)$")


def owner_of(label: str) -> str | None:
    """The organisation that a telephone's label names: 上海市职业技能鉴定中心 of 上海市职业技能鉴定中心监督电话."""
    name = _PURPOSE_WORDS.sub("", plain(label).strip()).strip("、的: ")
    if _OURS.match(name) or not _OWNER.fullmatch(name):
        return None
    return name


def office_name(label: str) -> str | None:
    """The office that the label of an address or of hours names: 市区受理点 of 市区受理点地址."""
    name = _LABEL_NOUN.sub("", plain(label).strip()).strip("、的: ")
    return name if _OWNER.fullmatch(name) and not _OURS.match(name) else None


def only_for(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The occupations to which an office's heading or address limits it: （仅受理焊工）."""
    limits = (match.group(1) for match in _ONLY.finditer(plain(text)))
    return tuple(dict.fromkeys(name for limit in limits for name in occupations_in(limit, lexicon)))


def person_or_place(tag: str) -> str | None:
    """Who or which office stands beside a number: 张老师, 浦东受理点."""
    name = plain(tag).strip(" :、,")
    if _PERSON.fullmatch(name) or _OWNER.fullmatch(name) or _DISTRICT.fullmatch(name):
        return name
    return None


def occupations_in(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Occupations that the text names, known ones by official name, another one as printed beside a number."""
    found = [one.value for one in lexicon.matcher.find(text) if one.kind == "occupation"]
    if found:
        return tuple(dict.fromkeys(found))
    words = [one for one in re.split(r"[\s、,/和及]+", plain(text)) if one]
    return tuple(one for one in words[-1:] if _WORKER.match(one) and not _PERSON.fullmatch(one))
