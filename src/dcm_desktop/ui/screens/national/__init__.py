"""Screens that only the national team has."""
