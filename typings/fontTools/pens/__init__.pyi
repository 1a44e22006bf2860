"""Drawing of glyphs; only the base class is used."""
