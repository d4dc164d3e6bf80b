"""One module a topic: (desk, turn, subject) in, the contract's reply out. No dialogue engine, no HTTP."""
