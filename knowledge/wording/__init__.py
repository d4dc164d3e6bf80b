"""What words of a notice mean: dates and periods, levels, numerals, sums of money. Used by drafts and by verification."""
