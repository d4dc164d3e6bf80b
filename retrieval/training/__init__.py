"""Training of the shipped embedding model. Needs sentence-transformers and torch; nothing that serves imports it."""
