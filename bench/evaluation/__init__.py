"""The conversation against questions written from the notices by hand (`make evaluate` → `docs/evaluation.md`)."""
