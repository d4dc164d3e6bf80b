"""What a message means without naming it: words that point at the talk so far, put into full names."""
