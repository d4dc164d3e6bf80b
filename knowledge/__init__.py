"""What the official notices say: clauses, typed facts, names, validity in time. Importing does no work."""
