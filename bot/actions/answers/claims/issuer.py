"""Who is said to issue a certificate, against who the notices say does."""

from __future__ import annotations

import re

from bot.actions.desk import Desk
from bot.actions.reply import Reply
from bot.actions.turn import Turn
from knowledge.certificates import certificates_of
from knowledge.models import OrganisationRef
from knowledge.subject import Subject

_BODY = r"人力资源(?:和|与)?社会保障[局部厅]|人社[局部厅]?|教育[部局厅]|教委|工信部|劳动[局部]|国家|国务院|政府|市里|部委|协会|技师协会|学校|大学|交大|培训(?:机构|学校|班)|机构|公司|企业"
_ISSUES = re.compile(
    rf"(?P<body>{_BODY})(?:那边|自己|直接|亲自|统一|来|给|负责|盖章)*(?:颁发|发证|发|颁|出|盖章?)(?:的(?!.{{0,4}}证(?!书?[,，]?(?:[对是][吧吗么]|吧)))|放|证|给|$|[?？吗吧么])"
)
_THEREFORE = re.compile(r"(?:所以|因此|因而|这才|才)[^，。,?？]{0,4}(?:值钱|值得|吃香|含金量|有用|认)")
_CERTIFICATE = re.compile(r"证(?!明|件)")


def names_issuer(text: str) -> bool:
    """Whether it says of some body that it issues certificates."""
    return bool(_ISSUES.search(text)) and bool(_CERTIFICATE.search(text))


def asks_of_issuer(turn: Turn) -> bool:
    """Whether it is about who issues the certificate, whatever that makes it worth (人社局发的所以才值钱)."""
    return turn.intent == "ask_certificate" and names_issuer(turn.text) and bool(_THEREFORE.search(turn.text))


def issuer_verdict(desk: Desk, turn: Turn, subject: Subject, topic: str, reply: Reply) -> str:
    """对，由上海市技师协会颁发。 Empty where no body is named, or no notice of an examiner's own is cited."""
    match = _ISSUES.search(turn.text)
    if match is None or not names_issuer(turn.text) or topic not in ("ask_certificate", "ask_catalogue"):
        return ""
    cited = {one.notice_id for one in reply.messages[0].citations}
    known = [certificates_of(desk.library, desk.library.holding(one), turn.as_of) for one in sorted(cited)]
    issuers = [one.organisation for one in known if any(rule.issuer for rule in one.about("issue"))]
    if not issuers:
        return ""
    named = turn.mentioned.organisation
    right = [_is(match["body"], one, named) for one in issuers]
    return "对。" if all(right) else "" if any(right) else f"不是{match['body']}发的。"


def _is(body: str, issuer: OrganisationRef, named: str | None) -> bool:
    """Whether a body as people call it is the issuer: by the name found in the text, else by its kind."""
    if named is not None:
        return issuer.name == named
    return body in issuer.name or (body in ("学校", "交大") and "大学" in issuer.name)
