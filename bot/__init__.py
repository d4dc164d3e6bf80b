"""The Rasa project and what it can do."""
