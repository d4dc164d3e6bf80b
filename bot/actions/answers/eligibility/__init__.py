"""May this person apply: conditions, verdicts on what was told, and what is still to be asked."""
