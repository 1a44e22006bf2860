"""Settings: look, store, mechanism and its rules."""
