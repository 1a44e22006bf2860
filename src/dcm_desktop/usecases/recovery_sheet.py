"""The recovery sheet: what is asked of it while it is typed, and its paper. Opens no store."""

from datetime import date
from typing import TYPE_CHECKING

from dcm_desktop.documents.models import Body
from dcm_desktop.documents.papers import RecoverySheetModel
from dcm_desktop.documents.wording import phrase
from dcm_desktop.domain.terms import MechanismLevel, StoreLevel
from dcm_desktop.labels import label
from dcm_desktop.store import recovery_key
from dcm_desktop.usecases.places import places

if TYPE_CHECKING:
    from dcm_desktop.usecases.acting import StoreInfo

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


def paper(key: str, info: "StoreInfo", *, printed_on: date) -> bytes:
    """The sheet as a PDF. Privacy: it is made in memory; whoever asks says where it goes."""
    from dcm_desktop.documents.pdf.recovery import build_recovery  # the paper tools load slowly

    model = RecoverySheetModel(
        body=_body(info),
        owner=_owner(info),
        groups=split(key),
        store=info.store_id[:8],
        slot=f"R-{printed_on:%y%m%d}",
        printed_on=printed_on,
    )
    return build_recovery(model)


def _body(info: "StoreInfo") -> Body:
    if info.level is StoreLevel.NATIONAL:
        head = label(info.level)
        area = phrase("letters.recovery.national_area")
        return Body(area=area, name=head[:1].upper() + head[1:])
    if info.municipality:
        area = places().municipality(info.municipality).phrase
        return Body(area=area, level=MechanismLevel.MUNICIPAL)
    return Body(area=places().district(info.district).area)


def _owner(info: "StoreInfo") -> str:
    if info.level is StoreLevel.NATIONAL:
        return phrase("letters.recovery.national_owner")
    body = _body(info)
    return f"{body.short} – {body.area}"
