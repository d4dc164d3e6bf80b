"""Where a message is cut into clauses: at marks and blanks, whether they are full width or not."""

from __future__ import annotations

import re

BREAK = re.compile(r"[,，。;；?？!！\s]+")
# The same with the wave that some end their sentences with.
BREAK_OR_WAVE = re.compile(r"[,，。;；?？!！~\s]+")
