"""ОКМД Координатор: the offline program of a district coordinator. Holds only the version."""

__version__ = "0.2.0"
