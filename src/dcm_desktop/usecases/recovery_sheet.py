"""What the window asks about a recovery sheet while it is typed. Nothing here opens a store."""

from dcm_desktop.store import recovery_key

GROUPS = recovery_key.GROUPS
GROUP_LENGTH = 5


def group_is_right(text: str, place: int) -> bool:
    """Whether a typed group of five symbols is right for its place, counted from 0."""
    return recovery_key.is_group(text, place)


def same_group(typed: str, group: str) -> bool:
    """Whether a typed group is this group of the sheet, whatever alphabet it was typed in."""
    return recovery_key.symbols(typed) == group


def split(key: str) -> tuple[str, ...]:
    """The groups of a key as printed."""
    return tuple(key.split("-"))
