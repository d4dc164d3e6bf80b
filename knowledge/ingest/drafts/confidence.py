"""The scale of `confidence`: how much of a passage was understood. Below 0.5 a person has to look first."""

from __future__ import annotations

# Every word and column of the passage is understood.
CLEAR = 0.95
# Read from running text, or one value stands in the context (a heading, the title) instead of the passage.
CONTEXT = 0.8
# Understood, but with words besides that were left out (a remark, a missing column).
LOOSE = 0.6
# Something contradicts or stayed unread: a value may be wrong, or is missing.
DOUBTFUL = 0.4
