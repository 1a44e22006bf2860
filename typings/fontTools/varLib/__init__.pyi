"""Variable fonts; only the instancer is used."""
