"""Names of organisations, occupations and levels, and how people write them."""
