"""Names that a draft prints and the lexicon does not know yet, proposed as its additions."""

from __future__ import annotations

import hashlib
import re

from knowledge.editions.names import Additions
from knowledge.ingest.drafts.models import Draft, Question
from knowledge.lexicon.lexicon import Lexicon, Occupation, Organisation, Specialisation

_SPECIALISED = re.compile(r"^(?P<base>[^（(]+)[（(].+[）)]$")


def new_names(draft: Draft, lexicon: Lexicon) -> tuple[Additions, tuple[Question, ...]]:
    """Additions for unknown organisations and occupations, and a question each: they come without aliases."""
    organisations = dict.fromkeys([draft.notice.issuer or "", *(one.organisation.name for one in draft.catalogue)])
    unknown = [name for name in organisations if name and not _knows(lexicon, "organisation", name)]
    codes = {one.occupation.name: one.occupation.code for one in draft.catalogue}
    codes |= {one.occupation.name: codes.get(one.occupation.name) for one in draft.fees if one.occupation}
    strange = {name: code for name, code in codes.items() if not _knows(lexicon, "occupation", name)}
    additions = Additions(
        organisations=tuple(Organisation(id=_id("org", name), name=name) for name in unknown),
        occupations=_occupations(strange, lexicon),
    )
    questions = [
        Question(
            clause="",
            quote=name,
            question="这个名称第一次出现，请在 lexicon/ 里核对，并补上人们常用的叫法（aliases）",
        )
        for name in (*unknown, *strange)
    ]
    return additions, tuple(questions)


def _knows(lexicon: Lexicon, kind: str, name: str) -> bool:
    official = lexicon.official(kind, name)
    known = {one.alias for one in lexicon.aliases() if one.kind == kind}
    return official != name or official in known


def _occupations(strange: dict[str, str | None], lexicon: Lexicon) -> tuple[Occupation, ...]:
    known = {one.code: one for one in lexicon.occupations if one.code}
    found: dict[str, Occupation] = {}
    for name, code in strange.items():
        match = _SPECIALISED.match(name)
        base = match["base"] if match else name
        if code in known:
            base = known[code].name
        elif lexicon.official("occupation", base) != base or _knows(lexicon, "occupation", base):
            code = next((one.code for one in lexicon.occupations if one.name == base), code)
        entry = found.get(base) or Occupation(code=code, id=None if code else _id("occ", base), name=base)
        special = (Specialisation(name=name),) if match or base != name else ()
        found[base] = entry.model_copy(update={"specialisations": (*entry.specialisations, *special)})
    return tuple(found.values())


def _id(prefix: str, name: str) -> str:
    return f"{prefix}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"
