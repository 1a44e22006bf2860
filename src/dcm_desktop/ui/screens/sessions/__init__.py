"""Sessions outside the room: list, new, preparation, late entry, what was held."""
