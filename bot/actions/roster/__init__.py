"""Who takes what over a talk: whom a message adds, takes away or changes, and what is asked about them all."""
