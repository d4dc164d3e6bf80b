"""What is said about the talk itself rather than asked: doubts, sighs, thanks, hearsay, impatience."""
