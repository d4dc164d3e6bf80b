"""From a message to the applicant's own situation: every kind of fact by its reader, nothing where there is doubt."""

from __future__ import annotations

from datetime import datetime

from bot.actions.situation.ages import read_age, read_birth
from bot.actions.situation.anchors import obtained
from bot.actions.situation.certificates import find_certificates, read_certificates
from bot.actions.situation.education import find_schools, read_education, status_is_assumed
from bot.actions.situation.heard import hear
from bot.actions.situation.lacking import read_lacking
from bot.actions.situation.loose import read_loose
from bot.actions.situation.model import Situation
from bot.actions.situation.other_work import read_other_work
from bot.actions.situation.titles import find_titles, read_titles
from bot.actions.situation.trades import read_trade
from bot.actions.situation.work import read_unbroken
from bot.actions.situation.worked import read_work
from knowledge.library import Library


def read_situation(library: Library, text: str, as_of: datetime) -> Situation:
    """What the message tells of the person; what is asked, wanted, supposed or only roughly told is left out.

    Years of work are in years, rounded down to whole months. Never raises for a text.
    """
    heard = hear(library, text, as_of)
    certificates, titles, schools = find_certificates(heard), find_titles(heard), find_schools(heard)
    told = obtained(heard, [*(one.anchor for one in certificates), *(anchor for anchor, _ in titles)])
    work, unbroken = read_work(heard), read_unbroken(heard)
    return Situation(
        birth=read_birth(heard),
        age=read_age(heard),
        work_years=work.years,
        work_roughly=work.roughly,
        stretches=work.stretches,
        trade=read_trade(library, heard),
        other_work=read_other_work(heard),
        unbroken=None if len(work.stretches or ()) > 1 and unbroken else unbroken,
        certificates=read_certificates(heard, certificates, told),
        lacks=read_lacking(heard, [level for one in certificates for level in one.levels]),
        titles=read_titles(heard, titles, told, [one.start for one in schools]),
        education=read_education(heard, schools),
        loose=read_loose(
            heard, credentials=bool(certificates or titles), titles=bool(titles), schools=bool(schools)
        ),
        corrects=heard.corrects,
        status_assumed=status_is_assumed(heard, schools),
    )


def tells_of_oneself(library: Library, text: str, as_of: datetime) -> bool:
    """Whether the message tells anything that a condition looks at."""
    return read_situation(library, text, as_of).told
