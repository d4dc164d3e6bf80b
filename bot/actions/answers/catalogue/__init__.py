"""Who assesses what: entries of the catalogue and of the notices in force, by occupation, organisation, level or code."""
