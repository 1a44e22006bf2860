"""The window: PySide6 widgets over the use cases. No rule of the mechanism lives here."""
