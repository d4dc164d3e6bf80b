"""Search in corpora from a thousand passages to a million, beside what else could be used."""
