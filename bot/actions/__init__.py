"""What the bot can do: pure answer functions over knowledge and retrieval, and their Rasa actions."""
