"""Going on about misconduct, results, certificates and programmes."""

from __future__ import annotations

import re

from bot.actions.talk import DISCIPLINE, PROMOTER, misconduct_told
from bot.actions.turn import ELIGIBILITY, FEES, INFORM, RETAKE, Turn
from knowledge.misconduct import described

_UNSURE = (INFORM, "search", "out_of_scope")
_DATES = ("ask_application_window", "ask_exam_date")
_RESULTS_OUT = re.compile(
    r"(?:成绩|分数|考分).{0,16}(?:几时|何时|啥时|什么时候|几号|哪天|哪一天|多久|几天|最晚).{0,6}(?:出|查|公布|知道|下来|有|看)"
    r"|(?:几时|何时|啥时|什么时候|几号|哪天|哪一天|多久|几天|最晚).{0,8}(?:出|查|公布|知道|看)(?:得?到|见)?(?:成绩|分数|考分)"
)
_NOT_RESULTS = re.compile(r"有效|保留|作废|补考|报名|申报|准考证|(?:几时|何时|啥时候?|什么时候|几号|哪天)开?考")
# After results: 查不到怎么办.
_NOT_THERE = re.compile(
    r"(?:可是?|但是?|要是|如果|万一|我|还是|一直|都|怎么|到时候?|过了|之后|[,，])*(?:查|看|搜|刷)不(?:到|出来?)(?:怎么办|咋办|呢|啊|呀|找谁|怎么回事|[?？])*"
)
# Said of an examination these are misconduct, whatever else the message is taken for.
_CONDUCT = re.compile(
    r"抄(?![送写底表])|小抄|夹带|作弊|偷看|替考|代考|枪手|传答案|带出考场|受罚|处罚|禁考|(?:手机|手表|闹钟).{0,6}(?:响|震|没关)"
)
# Conducts of misconduct_words.yml whose words say nothing else.
_GRAVE = {
    "申报材料、学历、工作年限造假",
    "抄袭",
    "损毁试卷、工件",
    "串通或有组织作弊",
    "考前拿到或传播试题",
}
# Whether a certificate is genuine is a question of its own.
_GENUINE = re.compile(r"查不到|真伪|真假|辨别|是不是.{0,6}假")
_FORGED = re.compile(
    r"虚报|造假|作假|瞎编|瞎写|乱写|夸大|PS|假(?:证|学历|文凭|材料|证明|社保)|(?:年限|工龄|学历|材料|证明|社保|文凭).{0,6}(?:多写|[编假]|[Pp]的)"
)
_STANDS_IN = re.compile(r"[替帮代][^问打查看了报]{1,4}(?:去|来|进场|上场|进去)考(?!虑)|冒名|顶替")
_STILL = re.compile(
    r"(?:明年|来年|后年|今年|下次|下回|以后|将来|几年|多久|什么时候|几时).{0,6}(?:能|可以|让|准|再|还).{0,4}(?:考|报|参加)"
    r"|(?:还|再|又)(?:能|可以|让|准).{0,4}(?:考|报|参加)|(?:能|可以)(?:再|还|接着).{0,2}(?:考|报|参加)"
)
_CERTIFICATE = re.compile(r"证(?!明|件|人|据)")
_OF_CERTIFICATES = re.compile(r"领|寄|电子|纸质|丢|遗失|补办|哪里查|怎么查|下载|谁发|颁发|准考证|身份证|办理")
_HOW_BAD = re.compile(
    r"\d年|[一二三四五六七八九十两几]年|多久|轻|严重|罚|禁考|成绩.{0,4}(?:取消|作废|无效|没了|算)|退|取消|全部|[一两单]科|移送|处理|后果|会怎[么样]"
)
# 顶多罚掉一科, 要不要罚钱: the word for a penalty outweighs that for money or papers.
_PENALTY = re.compile(
    r"罚|处分|记过|追究|没收|取消(?:掉)?(?:一|两|全|所有|这|那|整)?[^，。]{0,2}(?:科|门|成绩|资格)|扣(?:掉)?[一两全]?[科门分]"
)
# The other paper, the next sitting, how grave it is: in a talk about misconduct these are of its consequences.
_OTHER_PAPER = re.compile(
    r"(?:那|另外?(?:的)?(?:那|一)?|其他(?:的)?|别的|上午|下午|前面|之前|考过的|过了的)(?:一|的|那|场|几|两)*[门科个场](?:成绩|分数)?[^，。,]{0,6}(?:算|有效|作数|保[得留住]|作废|没事|白考|无效|取消|留着)"
    r"|(?:理论|实操|操作|技能)[^，。,]{0,10}(?:没|规规矩矩|老老实实|正常)[^。]{0,14}(?:算|有效|作数|保[得留住]|留|作废|没事|白考|无效|取消)"
)
_NEXT_SITTING = re.compile(
    r"(?:月|年底|下[次回]|下一[次场批]|接下来)[^，。,]{0,6}(?:能不能|能否|可不可以|让不让|还能|还可以|能|可以|也?不能)(?:再|还|去|接着|也)*(?:考|参加|去|上|报)"
)
_HOW_GRAVE = re.compile(
    r"(?:算|属于?|是)(?:情节)?(?:很|比较)?(?:轻|严?重)|情节|(?:轻|重)[^，。,]{0,3}还是|谁(?:说了算|来?认定|来?定|判)|(?:轻重|认定|判定?|处罚)[^，。,]{0,4}标准|^[^，。,]{0,4}有(?:没有)?标准"
)
# What becomes of the marks; when they are out is another matter.
_OWN_RESULTS = re.compile(
    r"(?:那|我的?|当次|考的|其他|别的|科目|[门科]|的)*(?:成绩|分数)(?:还)?(?:呢|怎么[办算]|咋[办算]|算不算数?|有效吗?|作废吗?|取消吗?|会(?:怎[么样]|没|取消|作废).{0,3}|没了吗?|要?取消吗)[呢吗啊？?]*"
)
_PROGRAMME = re.compile(
    r"课时|学时|线上|线下|网课|在线|申请|申领|上传|汇总|高级|基础|培训|证书|考核|对象|名额|怎么[拿考报学领办]|如何|机构|公章|盖章|落款|谁发|学多[少久]|上多[少久]|哪里查|多少钱|要钱|收费|免费|补贴"
)


def follow_up(turn: Turn, topic: str) -> str | None:
    """Results asked for by their date; a misconduct named, or gone on about; more on a programme."""
    if topic in (*_UNSURE, *_DATES) and _RESULTS_OUT.search(turn.text) and not _NOT_RESULTS.search(turn.text):
        return "ask_results"
    if (
        turn.memory.topic == "ask_results"
        and topic in (*_UNSURE, "ask_certificate")
        and _NOT_THERE.fullmatch(turn.text)
    ):
        return "ask_results"
    if topic in _UNSURE and _CONDUCT.search(turn.text):
        return DISCIPLINE
    if topic in (*_UNSURE, ELIGIBILITY, "ask_how_to_apply", "ask_catalogue") and _STANDS_IN.search(turn.text):
        return DISCIPLINE
    doubted = _GENUINE.search(turn.text)
    if (
        topic in (*_UNSURE, "ask_certificate", "ask_results")
        and not doubted
        and _GRAVE & {one.label for one in described(turn.text)}
    ):
        return DISCIPLINE
    if topic in (ELIGIBILITY, "ask_how_to_apply") and _FORGED.search(turn.text):
        return DISCIPLINE
    if _goes_on_about_misconduct(turn, topic):
        return DISCIPLINE
    other = turn.mentioned.occupation or turn.mentioned.organisation
    in_programme = turn.memory.topic == PROMOTER and topic in (*_UNSURE, "ask_how_to_apply")
    return PROMOTER if in_programme and not other and _PROGRAMME.search(turn.text) else None


def penalty_of_talk(turn: Turn, topic: str) -> str | None:
    """A penalty spoken of in a talk about misconduct, which sounds like money or like papers."""
    named = turn.mentioned.occupation or turn.mentioned.levels
    goes_on = misconduct_told(turn.memory) and topic in (*_UNSURE, *FEES, RETAKE, "ask_payment", "ask_changes")
    if goes_on and not named and _PENALTY.search(turn.text):
        return DISCIPLINE
    taken = (
        *_UNSURE,
        *_DATES,
        ELIGIBILITY,
        RETAKE,
        "ask_results",
        "ask_exam_form",
        "ask_changes",
        "ask_catalogue",
    )
    words = (_OTHER_PAPER, _NEXT_SITTING, _HOW_GRAVE)
    more = misconduct_told(turn.memory) and topic in taken and any(one.search(turn.text) for one in words)
    return DISCIPLINE if more and not named else None


def _goes_on_about_misconduct(turn: Turn, topic: str) -> bool:
    """What becomes of the certificate, whether one may sit again, how hard it is: of what was named before."""
    if not misconduct_told(turn.memory):
        return False
    if _RESULTS_OUT.search(turn.text):
        return False
    if described(turn.text):
        return True
    named = turn.mentioned
    if named.occupation or named.levels or named.situation.certificates or _OF_CERTIFICATES.search(turn.text):
        return False
    if topic in (*_UNSURE, "ask_certificate", "ask_results") and _CERTIFICATE.search(turn.text):
        return True
    if topic in (*_UNSURE, "ask_results", RETAKE) and _OWN_RESULTS.fullmatch(turn.text):
        return True
    if topic in (*_UNSURE, *_DATES, ELIGIBILITY, RETAKE, "ask_how_to_apply") and _STILL.search(turn.text):
        return True
    return topic in (*_UNSURE, RETAKE) and _HOW_BAD.search(turn.text) is not None
