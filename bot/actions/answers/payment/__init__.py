"""How and until when to pay, whether it came in time, and whether it comes back."""
