"""The part of fontTools that the font builder uses."""
