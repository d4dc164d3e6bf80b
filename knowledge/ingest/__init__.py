"""From a published file to a draft: read, restore the clauses, draft the facts, compare with an earlier notice."""
