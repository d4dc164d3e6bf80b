"""What a message has heard or takes for granted, held against the notices: a plain yes or no first."""
