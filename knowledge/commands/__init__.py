"""One module for each command: `add` says how it is called, and sets the function that runs it."""
