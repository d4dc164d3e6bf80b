"""Finds the clause: passages, lexical and dense search, fusion, confidence. Importing does no work."""
