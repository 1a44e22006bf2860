"""Enrolment: request on the laptop, acceptance on the national store, finish on the laptop."""

from datetime import datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop import crypto
from dcm_desktop.domain.terms import StoreLevel
from dcm_desktop.errors import BundleRefused, RuleBroken
from dcm_desktop.paths import write_private
from dcm_desktop.store import audit, meta
from dcm_desktop.store.tables import KnownDevice
from dcm_desktop.sync.enrol import (
    MAX_FILE,
    Answer,
    Request,
    Side,
    are_words,
    read_answer,
    read_request,
    six_words,
    write_answer,
    write_request,
)
from dcm_desktop.sync.manifest import LEVEL
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.exchange.common import ENROLLED, own_device, own_replica, read_file
from dcm_desktop.usecases.exchange.rows import EnrolledView, EnrolRequestView

_REQUEST = "enrol_request"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def make_enrol_request(workspace: Workspace, out: Path, *, at: datetime) -> EnrolRequestView:
    """Write the request of this laptop; a newer request takes the place of an older one.

    Raises: RuleBroken `enrol.only_district` on the national store, BundleRefused `enrol.write`.
    """
    _check_level(workspace, StoreLevel.DISTRICT, "enrol.only_district")
    data = workspace.do(enrol_request, at=at)
    _write(out, data)
    return EnrolRequestView(out, six_words(data))


def accept_enrol(
    workspace: Workspace, file: Path, words: str, out: Path, *, at: datetime
) -> EnrolledView:
    """Take the keys of a laptop whose words agree, give it a letter, write the sealed answer.

    Raises: BundleRefused `enrol.words_differ` and others, RuleBroken `enrol.only_national`.
    """
    _check_level(workspace, StoreLevel.NATIONAL, "enrol.only_national")
    data = _read(workspace, file, at=at)
    try:
        request = read_request(data)
        if not are_words(words, data):
            raise BundleRefused("enrol.words_differ")
    except BundleRefused as error:
        workspace.do(enrol_refused, error.code, at=at)
        raise
    letter, answer = workspace.do(enrol_accepted, request, data, at=at)
    _write(out, answer)
    own = workspace.ask(own_device)
    return EnrolledView(
        request.side.district, letter, request.side.device, six_words(own.sign_public), out
    )


def finish_enrol(workspace: Workspace, file: Path, words: str, *, at: datetime) -> EnrolledView:
    """Take the national keys and the laptop's letter from the answer to the last request.

    Raises: BundleRefused `enrol.words_differ`, `enrol.other_request` and others, RuleBroken
    `enrol.only_district`, `enrol.no_request`.
    """
    _check_level(workspace, StoreLevel.DISTRICT, "enrol.only_district")
    data = _read(workspace, file, at=at)
    try:
        answer = workspace.ask(checked_answer, data, words)
    except BundleRefused as error:
        workspace.do(enrol_refused, error.code, at=at)
        raise
    workspace.do(enrol_finished, answer, at=at)
    key_words = six_words(bytes.fromhex(answer.side.sign))
    return EnrolledView(answer.side.district, answer.letter, answer.side.device, key_words)


def enrol_request(db: DbSession, *, at: datetime) -> bytes:
    """The request as bytes, remembered until its answer comes."""
    data = write_request(own_side(db), level=LEVEL, at=at, sign_private=own_device(db).sign_private)
    meta.put(db, _REQUEST, data.decode())
    audit.append(db, "enrol.requested", at=at)
    return data


def enrol_accepted(
    db: DbSession, request: Request, data: bytes, *, at: datetime
) -> tuple[str, bytes]:
    """Remember the laptop; its letter and the answer. The same laptop keeps its letter."""
    side = request.side
    known = db.get(KnownDevice, side.device)
    letter = known.letter if known is not None else _next_letter(db, side.district)
    if known is None:
        db.add(_device(side, letter, at=at))
    else:
        known.district, known.store_id, known.replica_id = side.district, side.store, side.replica
        known.sign_public, known.age_recipient = bytes.fromhex(side.sign), side.age
        known.state = ENROLLED
    own = own_device(db)
    answer = write_answer(
        data, letter, side.district, own_side(db),
        at=at, sign_private=own.sign_private, recipient=side.age,
    )  # fmt: skip
    audit.append(
        db, "enrol.accepted", at=at, entity="device", entity_id=side.device,
        district=side.district, letter=letter,
    )  # fmt: skip
    return letter, answer


def checked_answer(db: DbSession, data: bytes, words: str) -> Answer:
    """The answer when it belongs to the waiting request and the words are those of it.

    Raises: RuleBroken `enrol.no_request`; BundleRefused.
    """
    request = meta.get(db, _REQUEST).encode()
    if not request:
        raise RuleBroken("enrol.no_request")
    answer = read_answer(data, own_device(db).age_identity)
    if answer.request != crypto.sha256(request).hex():
        raise BundleRefused("enrol.other_request")
    if not are_words(words, request):
        raise BundleRefused("enrol.words_differ")
    return answer


def enrol_finished(db: DbSession, answer: Answer, *, at: datetime) -> None:
    """Remember the national team and the letter of this laptop."""
    side = answer.side
    known = db.get(KnownDevice, side.device)
    if known is None:
        db.add(_device(side, "", at=at))
    else:
        known.sign_public, known.age_recipient = bytes.fromhex(side.sign), side.age
        known.replica_id, known.state = side.replica, ENROLLED
    own_device(db).letter = answer.letter
    meta.put(db, _REQUEST, "")
    audit.append(
        db, "enrol.finished", at=at, entity="device", entity_id=side.device, letter=answer.letter
    )


def enrol_refused(db: DbSession, code: str, *, at: datetime) -> None:
    """Only the audit remembers a refusal."""
    audit.append(db, "enrol.refused", at=at, reason=code)


def has_request(db: DbSession) -> bool:
    """Whether a request of this laptop waits for its answer."""
    return bool(meta.get(db, _REQUEST))


def own_side(db: DbSession) -> Side:
    """Public keys and names of this store."""
    own = own_device(db)
    return Side(
        district=meta.get(db, meta.DISTRICT),
        store=meta.get(db, meta.STORE_ID),
        device=own.id,
        replica=own_replica(db).id,
        sign=own.sign_public.hex(),
        age=own.age_recipient,
    )


def _device(side: Side, letter: str, *, at: datetime) -> KnownDevice:
    return KnownDevice(
        device_id=side.device,
        district=side.district,
        letter=letter,
        store_id=side.store,
        replica_id=side.replica,
        sign_public=bytes.fromhex(side.sign),
        age_recipient=side.age,
        state=ENROLLED,
        enrolled_at=at,
    )


def _next_letter(db: DbSession, district: str) -> str:
    """First letter that no laptop of the district has had. Raises: RuleBroken `enrol.no_letter`."""
    taken = set(db.scalars(select(KnownDevice.letter).where(KnownDevice.district == district)))
    free = next((letter for letter in _LETTERS if letter not in taken), None)
    if free is None:
        raise RuleBroken("enrol.no_letter", district=district)
    return free


def _check_level(workspace: Workspace, level: StoreLevel, code: str) -> None:
    if workspace.info.level is not level:
        raise RuleBroken(code)


def _read(workspace: Workspace, file: Path, *, at: datetime) -> bytes:
    try:
        return read_file(file, MAX_FILE)
    except BundleRefused as error:
        workspace.do(enrol_refused, error.code, at=at)
        raise


def _write(out: Path, data: bytes) -> None:
    try:
        write_private(out, data)
    except OSError as error:
        raise RuleBroken("exchange.cannot_write") from error
