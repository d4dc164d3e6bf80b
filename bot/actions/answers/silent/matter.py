"""One sort of thing that people ask and the notices never state.

`asked` recognises the question; `stated` the words with which a notice would say it. Where any notice that is loaded
has these words, the sort is silent no longer and the question takes the usual way.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Matter:
    """A sort of question. `beside` names what the notices do state of it."""

    label: str
    asked: re.Pattern[str]
    stated: re.Pattern[str]
    beside: str | None = None


def matter(label: str, asked: str, stated: str, beside: str | None = None) -> Matter:
    """A sort from the sources of its two expressions."""
    return Matter(label, re.compile(asked), re.compile(stated), beside)
