"""Rasa's server without its waste (Python 3.10). Imports only the standard library, Rasa and what Rasa brings along."""
