"""Side-by-side measurements: ours and Rasa's default configuration, in one run (`make bench`)."""
