"""The key on the recovery sheet: 128 bits as 8 groups of 4 symbols and a check symbol.

The 16 symbols look the same in Cyrillic and Latin and are not mistaken for each other; Cyrillic
letters and small letters are read as the same symbol. The check symbol is a weighted sum over
GF(16) that includes the group's place, so one wrong symbol, two neighbours swapped and a group in
another's place are always noticed.
"""

from dcm_desktop.errors import InputRefused

ALPHABET = "23456789AEKMHPTX"
GROUPS = 8
KEY_BYTES = 16
_DATA = 4
_WEIGHTS = (2, 4, 8, 3)
_CYRILLIC = str.maketrans("АЕКМНРТХ", "AEKMHPTX")
_VALUE = {symbol: value for value, symbol in enumerate(ALPHABET)}


def _multiply(one: int, other: int) -> int:
    """Product in GF(16), polynomial x⁴ + x + 1."""
    product = 0
    for bit in range(4):
        if other >> bit & 1:
            product ^= one << bit
    for bit in (6, 5, 4):
        if product >> bit & 1:
            product ^= 0b10011 << (bit - 4)
    return product


def _check(values: list[int], place: int) -> int:
    total = place + 1
    for weight, value in zip(_WEIGHTS, values, strict=True):
        total ^= _multiply(weight, value)
    return total


def format_key(key: bytes) -> str:
    """The key as printed, 47 characters: `45XPP-4E7AX-…`."""
    values = [part for byte in key for part in (byte >> 4, byte & 15)]
    groups = []
    for place in range(GROUPS):
        data = values[place * _DATA : (place + 1) * _DATA]
        groups.append("".join(ALPHABET[value] for value in [*data, _check(data, place)]))
    return "-".join(groups)


def symbols(text: str) -> str:
    """Signs of a typed key or group as printed: capitals, Latin, without dashes and spaces."""
    plain = text.upper().translate(_CYRILLIC)
    return "".join(sign for sign in plain if sign.isalnum())


def is_group(text: str, place: int) -> bool:
    """Whether a typed group (4 symbols and check) is right for its place, counted from 0."""
    signs = symbols(text)
    if len(signs) != _DATA + 1 or any(sign not in _VALUE for sign in signs):
        return False
    values = [_VALUE[sign] for sign in signs]
    return _check(values[:_DATA], place) == values[_DATA]


def parse_key(text: str) -> bytes:
    """The key as typed; dashes, spaces and line ends do not matter.

    Raises: InputRefused naming the first wrong group (`group`, counted from 1), or the length.
    """
    signs = symbols(text)
    if len(signs) != GROUPS * (_DATA + 1):
        raise InputRefused("recovery.length", field="recovery_key", typed=len(signs))
    values: list[int] = []
    for place in range(GROUPS):
        group = signs[place * (_DATA + 1) : (place + 1) * (_DATA + 1)]
        if not is_group(group, place):
            raise InputRefused("recovery.group", field="recovery_key", group=place + 1)
        values += [_VALUE[symbol] for symbol in group[:_DATA]]
    return bytes(high << 4 | low for high, low in zip(values[::2], values[1::2], strict=True))
