"""Opening hours as daily stretches, where the words leave no doubt."""

from __future__ import annotations

import re

from knowledge.facts import Hours, Opening

_STRETCH = re.compile(r"(\d{1,2})[:：](\d{2})\s*(?:[-—–－~～至到]|--)+\s*(\d{1,2})[:：](\d{2})")


def hours_of(text: str) -> Hours:
    """Hours in the notice's words; daily stretches only where they hold on statutory working days (工作日).

    Days that are named otherwise (周一至周五) may or may not include make-up working days: then no stretch is
    given, and whether the office is open is not worked out.
    """
    stretches = _STRETCH.findall(text) if "工作日" in text else []
    openings = [
        Opening(days="working_days", opens=f"{int(a):02d}:{b}", closes=f"{int(c):02d}:{d}")
        for a, b, c, d in stretches
        if int(a) < 24 and int(c) < 24 and int(b) < 60 and int(d) < 60
    ]
    in_order = all(one.opens < one.closes for one in openings)
    return Hours(text=text, weekly=tuple(openings) if in_order else ())
