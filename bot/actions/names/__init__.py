"""What a message names and what it only seems to name: occupations, organisations, levels, places, other examinations."""
