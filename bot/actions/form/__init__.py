"""The form for eligibility: what is still missing is asked one by one, and any question may come in between."""
