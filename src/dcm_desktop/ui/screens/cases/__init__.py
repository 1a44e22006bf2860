"""Cases: list, new case, case file."""
