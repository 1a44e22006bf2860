"""One function per gesture of a user: commands and queries over the store."""
