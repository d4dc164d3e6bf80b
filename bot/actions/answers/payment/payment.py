"""How to pay: after what, by when, into which account, what counts as paid; and when money comes back."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.actions.answers.payment.late import answer_late_payment
from bot.actions.answers.payment.lines import COUNTS_AS_PAID, payment_sentences
from bot.actions.answers.payment.refunds import INVOICE, REFUND, WHEN_HANDED, answer_invoice, answer_refund
from bot.actions.answers.schedule import schedule
from bot.actions.answers.schedule.question import asks_when_to_pay
from bot.actions.desk import Desk
from bot.actions.reply import Reply, single
from bot.actions.several.words import asked_for, asks, is_interrogative
from bot.actions.turn import Turn
from bot.actions.wording import notice_of, unique
from knowledge.applying import Rated, own_notices
from knowledge.models import Citation
from knowledge.schedule import Window, windows
from knowledge.subject import Subject
from knowledge.validity import SHANGHAI

_ACCOUNT = re.compile(r"账[号户]|户名|开户|税号|信用代码|附言|备注|留言|[哪个张]卡|支行|分行|[打转汇交付]到|往哪")
_STATED = re.compile(
    r"用途|收款|汇款|转账|转的账|[汇打]的[款钱]|收到|超时|先[^，。]{0,4}(?:审|[交缴付])|打款|对公|走账|怎么打|方式|流程|为准|到账|按[^，。]{1,8}算|算(?:是)?[^，。]{0,3}[交缴付]|[交缴付](?:费|钱|款)?(?:上|成功|好)了?没|[交缴付]没[交缴付]"
    r"|(?:怎么|怎样|如何|咋)(?:[去来]|才能)?[交缴付]|(?:哪里|哪儿|在哪)[^，。]{0,3}[交缴付]|[交缴付][费钱款]*(?:到|给|在)哪"
)
_MEANS = re.compile(r"微信|支付宝|刷卡|现金|扫码|二维码|[缴付]费?款?链接|网上[交缴付]|窗口[交缴付]")
_GROUP_PAYS = re.compile(
    r"(?:统一|集体|一起|打包|代|帮)[^，。]{0,10}[交缴付](?!材|表)|(?:学校|机构|单位|公司|院校)[^，。]{0,12}[交缴付](?:费|钱|款|给)"
)
_INSTITUTIONS = re.compile(r"培训机构|院校")
_ONLY_PAYING = re.compile(r"^[^，。]{0,20}(?:[缴交]费|付款|[交付]钱)[呢吗？?。]*$")
_NOT_WHEN = re.compile(r"为准|按[^，。]{1,8}算|到账|收到|才到|超时|算(?:是)?[^，。]{0,3}[交缴付]|账[号户]|方式")
# What no notice says in a fact: the passages themselves are searched, and silence is said to be silence.
_MORE = re.compile(
    r"发票|开票|收据|抬头|凭证|合同|逾期|晚了|过了|补交|忘|错|两次|多付|重复|显示|还说|不出去|不对|怎么办|别人|替|代[交缴付]"
)


def answer_payment(desk: Desk, turn: Turn, subject: Subject) -> Reply:
    """How to pay as the notices state it; when to pay is the timetable's answer, money back has one of its own."""
    turn = _with_last(turn)
    if REFUND.search(turn.text):
        return answer_refund(desk, turn, subject)
    if INVOICE.search(turn.text):
        return answer_invoice(desk, turn, subject)
    if subject.organisation is None and subject.occupation is None:
        return schedule.answer_payment(desk, turn, subject)
    if late := answer_late_payment(desk, turn, replace(subject, level=None)):
        return late
    known = [pair for pair in own_notices(desk.library, subject, turn.as_of) if pair[1].facts.payments]
    if not known or not _asks_what_facts_state(desk, turn, subject):
        return schedule.answer_payment(desk, turn, subject)
    lacking = _lacking(turn, known)
    texts, citations = [], []
    for rated in known:
        text, cited = _paragraph(desk, turn, subject, rated, lacking)
        texts.append(text)
        citations += cited
    return single("not_stated" if lacking else "answered", "\n".join(texts), citations=unique(citations))


def _with_last(turn: Turn) -> Turn:
    """人力三级的, 钱已经交了, after a question on money back: what asks nothing of its own goes on with it."""
    before = turn.memory.asked if turn.memory.topic == "ask_payment" else None
    of_these = before and (REFUND.search(before) or INVOICE.search(before))
    handed = before and INVOICE.search(before) and WHEN_HANDED.fullmatch(turn.text)
    of_paying = any(one.search(turn.text) for one in (_ACCOUNT, _STATED, _MEANS, _GROUP_PAYS))
    own = of_paying or asks(turn.text) or is_interrogative(turn.text) or bool(asked_for(turn.text))
    return replace(turn, text=f"{before}，{turn.text}") if of_these and (handed or not own) else turn


def _asks_what_facts_state(desk: Desk, turn: Turn, subject: Subject) -> bool:
    """Account, way or proof of payment; or the question only names paying (缴费, 付款呢)."""
    if _MORE.search(turn.text):
        return False
    if asks_when_to_pay(turn.text, turn.as_of) and not _NOT_WHEN.search(turn.text):
        found = windows(desk.library, replace(subject, level=None), turn.as_of)
        return bool(_STATED.search(turn.text)) and not any(one.payment for one in found)
    return any(one.search(turn.text) for one in (_ACCOUNT, _STATED, _MEANS, _GROUP_PAYS, _ONLY_PAYING))


def _lacking(turn: Turn, known: list[Rated]) -> str:
    """What is asked for and in no notice: an account, or a means of payment, which none of them names."""
    if _MEANS.search(turn.text):
        return "没有写明能不能这样付。"
    accounts = any(fact.account for _, holding in known for fact in holding.facts.payments)
    return "没有写明收款账户。" if _ACCOUNT.search(turn.text) and not accounts else ""


def _paragraph(desk: Desk, turn: Turn, subject: Subject, rated: Rated, lacking: str) -> tuple[str, list[Citation]]:
    status, holding = rated
    front = holding.notice.front
    facts = holding.facts.payments
    notice = notice_of(front.issuer, front.year, status, turn.as_of)
    if (dated := [one for one in facts if one.paid_when]) and COUNTS_AS_PAID.search(turn.text):
        said = "".join(f"缴费完成时间以{one.paid_when}为准。" for one in dated)
        cited = [one for fact in dated for one in desk.library.cite_all(front.id, fact.sources, turn.as_of)]
        return f"按{notice}：{said}", [*cited, desk.library.cite_title(front.id, turn.as_of)]
    lines = [f"{notice}{lacking}" if lacking else f"按{notice}：", *payment_sentences(facts)]
    if _GROUP_PAYS.search(turn.text):
        lines += [one.quote for fact in facts for one in fact.sources if _INSTITUTIONS.search(one.quote)]
    cited = [one for fact in facts for one in desk.library.cite_all(front.id, fact.sources, turn.as_of)]
    if rows := _payment_rows(desk, turn, subject, front.id):
        lines.append(_dates(turn, rows))
        cited += [one for row in rows for one in row.citations]
    return "".join(lines), [*cited, desk.library.cite_title(front.id, turn.as_of)]


def _payment_rows(desk: Desk, turn: Turn, subject: Subject, notice_id: str) -> list[Window]:
    """The rows that print dates of payment and are not over; all where all are over. Each row once."""
    found = windows(desk.library, replace(subject, level=None), turn.as_of)
    dated = {
        (one.payment.text, one.assessment.text): one for one in found if one.payment and one.notice_id == notice_id
    }
    ahead = [one for one in dated.values() if not _is_over(one, turn)]
    return ahead or list(dated.values())


def _is_over(row: Window, turn: Turn) -> bool:
    end = row.payment.end if row.payment else None
    return end is not None and end < turn.as_of.astimezone(SHANGHAI).date()


def _is_now(row: Window, turn: Turn) -> bool:
    day, period = turn.as_of.astimezone(SHANGHAI).date(), row.payment
    return bool(period and period.start and period.end and period.start <= day <= period.end)


def _dates(turn: Turn, rows: list[Window]) -> str:
    said = "；".join(
        f"{one.assessment.text}考的，{one.payment.text}缴费{'（现在就是）' if _is_now(one, turn) else ''}"
        for one in rows
        if one.payment
    )
    if all(_is_over(one, turn) for one in rows):
        return f"通知里的缴费日期都已经过了（{said}）。"
    return f"缴费日期：{said}。"
