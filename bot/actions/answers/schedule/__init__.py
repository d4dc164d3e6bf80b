"""When to apply, pay and sit the assessment."""
