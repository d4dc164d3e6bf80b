"""Who takes what in one message: numbers of people, their levels and attempts, and whose questions they are."""
