"""Districts, municipalities and settlements: parsed tables and what can be asked of them.

Pure: the text of the files comes from outside (`usecases.places`).
Source: `resources/data/README.md`.
"""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from dcm_desktop.errors import InputRefused

_SMALL_MUNICIPALITY = 10_000
_IRREGULAR_MUNICIPALITIES = {"DOB15": "община Добричка", "SOF46": "Столична община"}


@dataclass(frozen=True, slots=True)
class District:
    """One of the 28 districts."""

    code: str
    """EKATTE letters: KRZ."""
    iso: str
    nuts3: str
    name: str
    """As chosen from a list: „Кърджали“, „София (столица)“, „Софийска област“."""
    latin: str
    area: str
    """As named in a sentence: „област Кърджали“, „Софийска област“."""
    administration: str
    """„Областна администрация – Кърджали“, „Областна администрация на Софийска област“."""


@dataclass(frozen=True, slots=True)
class Municipality:
    """One of the 265 municipalities. Key on `code`: two are called Бяла, several share a seat."""

    code: str
    name: str
    seat_ekatte: str
    population: int
    """People, estimate of December 2013."""

    @property
    def district(self) -> str:
        """Code of its district."""
        return self.code[:3]

    @property
    def phrase(self) -> str:
        """As named in a sentence: „община Троян“, „Столична община“, „община Добричка“."""
        return _IRREGULAR_MUNICIPALITIES.get(self.code, f"община {self.name}")

    @property
    def is_small(self) -> bool:
        """Whether naming it could point at a family: 10 000 inhabitants or fewer.

        Source: domain reference, anonymising a case in the minutes.
        """
        return self.population <= _SMALL_MUNICIPALITY


@dataclass(frozen=True, slots=True)
class Settlement:
    """A town (гр.), village (с.) or monastery (ман.)."""

    ekatte: str
    municipality: str
    kind: str
    name: str

    @property
    def label(self) -> str:
        """As written in an address: „гр. Троян“."""
        return f"{self.kind} {self.name}"


_Row = TypeVar("_Row")
_Coded = TypeVar("_Coded", District, Municipality)


@dataclass(frozen=True)
class Places:
    """The three tables, looked up by code."""

    districts: Mapping[str, District]
    """In the order of the file: by name in Bulgarian."""
    municipalities: Mapping[str, Municipality]
    settlements: Mapping[str, Settlement]

    def district(self, code: str) -> District:
        """The district of a code. Raises: InputRefused when there is none."""
        return _found(self.districts, code, "place.district_unknown", "district")

    def municipality(self, code: str) -> Municipality:
        """The municipality of a code. Raises: InputRefused when there is none."""
        return _found(self.municipalities, code, "place.municipality_unknown", "municipality")

    def settlement(self, ekatte: str) -> Settlement:
        """The settlement of an EKATTE code. Raises: InputRefused when there is none."""
        return _found(self.settlements, ekatte, "place.settlement_unknown", "settlement")

    def municipalities_of(self, district: str) -> tuple[Municipality, ...]:
        """Municipalities of a district by name; empty for an unknown code."""
        return self._by_district.get(district, ())

    def settlements_of(self, municipality: str) -> tuple[Settlement, ...]:
        """Settlements of a municipality by name, towns first; empty for an unknown code."""
        return self._by_municipality.get(municipality, ())

    def check_municipality(self, district: str, municipality: str) -> None:
        """Raises: InputRefused when the municipality is unknown or lies in another district."""
        if self.municipality(municipality).district != self.district(district).code:
            raise InputRefused(
                "place.municipality_elsewhere",
                field="municipality",
                municipality=self.municipality(municipality).name,
                district=self.district(district).name,
            )

    @cached_property
    def _by_district(self) -> dict[str, tuple[Municipality, ...]]:
        groups: dict[str, list[Municipality]] = {}
        for item in sorted(self.municipalities.values(), key=lambda row: row.name.casefold()):
            groups.setdefault(item.district, []).append(item)
        return {code: tuple(items) for code, items in groups.items()}

    @cached_property
    def _by_municipality(self) -> dict[str, tuple[Settlement, ...]]:
        groups: dict[str, list[Settlement]] = {}
        order = sorted(
            self.settlements.values(), key=lambda row: (row.kind != "гр.", row.name.casefold())
        )
        for item in order:
            groups.setdefault(item.municipality, []).append(item)
        return {code: tuple(items) for code, items in groups.items()}


def parse_places(districts: str, municipalities: str, settlements: str) -> Places:
    """Tables from the text of the three CSV files."""
    return Places(
        _keyed(District(**row) for row in _rows(districts)),
        _keyed(
            Municipality(row["code"], row["name"], row["seat_ekatte"], int(row["population_2013"]))
            for row in _rows(municipalities)
        ),
        MappingProxyType({row["ekatte"]: Settlement(**row) for row in _rows(settlements)}),
    )


def _rows(text: str) -> Iterable[dict[str, str]]:
    return csv.DictReader(io.StringIO(text))


def _keyed(rows: Iterable[_Coded]) -> Mapping[str, _Coded]:
    return MappingProxyType({row.code: row for row in rows})


def _found(table: Mapping[str, _Row], code: str, refusal: str, field: str) -> _Row:
    row = table.get(code)
    if row is None:
        raise InputRefused(refusal, field=field, value=code)
    return row
