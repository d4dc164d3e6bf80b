"""Several questions in one message, each asked in the person's own words."""
