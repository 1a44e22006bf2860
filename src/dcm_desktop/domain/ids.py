"""Identifiers: ЕГН and ЛНЧ of natural persons, ЕИК of bodies. The kind is never guessed.

Privacy: a number never appears in a finding, an error or a repr; sentences show facts only.
"""

from dataclasses import dataclass, field
from datetime import date

from stdnum.bg import egn as _egn
from stdnum.bg import pnf as _pnf
from stdnum.bg import vat as _vat

from dcm_desktop.domain.findings import Finding, warning
from dcm_desktop.domain.terms import IdKind, Sex
from dcm_desktop.errors import InputRefused


@dataclass(frozen=True, slots=True)
class Egn:
    """A ЕГН with right check digit, and what its digits say."""

    digits: str = field(repr=False)
    birth_on: date = field(repr=False)
    sex: Sex = field(repr=False)

    @property
    def masked(self) -> str:
        """As shown on screen: `******9263`. Source: domain reference, section 4.1."""
        return "******" + self.digits[6:]


def parse_egn(text: str, *, field: str | None = None) -> Egn:
    """A ЕГН typed with or without spaces.

    Raises: InputRefused `egn.format` when it has not ten digits, `egn.invalid` for an impossible
    date or a wrong check digit. The caller may keep the text „както е записан в документа“.
    Source: domain reference, section 8: months +20 are the 1800s, +40 the 2000s; ninth digit even
    is a man; weights 2 4 8 5 10 9 7 3 6.
    """
    compact = _ten_digits(text, "egn.format", field)
    if not _egn.is_valid(compact):
        raise InputRefused("egn.invalid", field=field)
    sex = Sex.M if int(compact[8]) % 2 == 0 else Sex.F
    return Egn(compact, _egn.get_birth_date(compact), sex)


def check_egn(
    number: Egn, *, today: date, birth_on: date | None = None, sex: Sex = Sex.UNKNOWN
) -> tuple[Finding, ...]:
    """What a valid ЕГН contradicts; all of it only warns, kept with a reason.

    Source: domain reference, section 7 (Child) and 8 (stdnum accepts future births and the 1800s).
    """
    found = []
    if number.birth_on > today:
        found.append(warning("egn.future"))
    elif number.birth_on.year < 1900:
        found.append(warning("egn.century"))
    if birth_on is not None and birth_on != number.birth_on:
        found.append(warning("egn.birth_differs", from_number=number.birth_on, entered=birth_on))
    if sex is not Sex.UNKNOWN and sex is not number.sex:
        found.append(warning("egn.sex_differs"))
    return tuple(found)


def parse_lnch(text: str, *, field: str | None = None) -> str:
    """A ЛНЧ, ten digits with its check digit.

    Raises: InputRefused `lnch.format`, `lnch.invalid` (ten zeros too, which stdnum accepts).
    Source: domain reference, section 8: weights 21 19 17 13 11 9 7 3 1 mod 10.
    """
    compact = _ten_digits(text, "lnch.format", field)
    if compact == "0" * 10 or not _pnf.is_valid(compact):
        raise InputRefused("lnch.invalid", field=field)
    return compact


def check_id_kind(kind: IdKind, text: str) -> tuple[Finding, ...]:
    """A warning when the number is right as ЕГН and as ЛНЧ, so that the user confirms the kind.

    Source: domain reference, section 7; one ЕГН of ten passes as ЛНЧ (section 8).
    """
    if kind not in (IdKind.EGN, IdKind.LNCH):
        return ()
    compact = _egn.compact(text)
    if _egn.is_valid(compact) and _pnf.is_valid(compact):
        return (warning("id.both_kinds"),)
    return ()


@dataclass(frozen=True, slots=True)
class Eik:
    """A ЕИК of 9 or 13 digits. `checksum_ok` false is only a warning."""

    digits: str
    checksum_ok: bool

    def findings(self) -> tuple[Finding, ...]:
        """The warning of a wrong check digit. Source: domain reference, section 7."""
        return () if self.checksum_ok else (warning("eik.checksum", number=self.digits),)


def parse_eik(text: str, *, field: str | None = None) -> Eik:
    """A ЕИК; a 13-digit branch number is checked by its first nine digits.

    Raises: InputRefused `eik.format`. Source: domain reference, section 4.2 and 8.
    """
    compact = _vat.compact(text)
    if not compact.isascii() or not compact.isdigit() or len(compact) not in (9, 13):
        raise InputRefused("eik.format", field=field)
    main = compact[:9]
    return Eik(compact, main != "0" * 9 and _vat.is_valid(main))


def _ten_digits(text: str, code: str, field: str | None) -> str:
    compact = _egn.compact(text)
    if len(compact) != 10 or not compact.isascii() or not compact.isdigit():
        raise InputRefused(code, field=field)
    return compact
