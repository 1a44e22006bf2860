"""The districts, municipalities and settlements that the program ships."""

from functools import cache

from dcm_desktop import resources
from dcm_desktop.domain.places import Places, parse_places


@cache
def places() -> Places:
    """All places, read once."""
    texts = [
        resources.read_text("data", f"{name}.csv")
        for name in ("districts", "municipalities", "settlements")
    ]
    return parse_places(*texts)
