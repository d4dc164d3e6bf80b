"""Small components for Rasa's own process (Python 3.10). They import only Rasa and knowledge.lexicon.matching."""
