"""Members: seats, people, institutions."""
