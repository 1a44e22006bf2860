"""Files of items: taken by content, kept encrypted once per content, listed with their pages."""

import io
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session as DbSession
from tests.support.builders import (
    PREPARED_AT,
    STARTS_AT,
    Mechanism15,
    Room,
    make_mechanism_of_15,
    make_session,
)
from tests.support.pdf_text import body_text
from tests.support.stores import StoreKit

from dcm_desktop.domain.terms import AgendaItemKind, AttachmentAccess, AttachmentOwner
from dcm_desktop.errors import InputRefused, RuleBroken
from dcm_desktop.usecases import sessions
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.documents import Edition, PaperKind, make_document
from dcm_desktop.usecases.saving import ACCEPT_ALL
from dcm_desktop.usecases.sessions import FileData, ItemData

ITEM = AttachmentOwner.ITEM
PLAIN = "Докладът за жилището е готов и чака подпис.\n".encode()


@pytest.fixture
def kit(workspace: Workspace) -> Mechanism15:
    return make_mechanism_of_15(workspace)


@pytest.fixture
def room(workspace: Workspace, kit: Mechanism15) -> Room:
    return make_session(workspace, kit, convened=False)


@pytest.fixture
def pdf(workspace: Workspace, room: Room) -> bytes:
    """A real PDF of some pages: the invitation."""
    return workspace.ask(make_document, room.session_id, PaperKind.INVITATION, at=PREPARED_AT).pdf


def office(*parts: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as made:
        for name in ("[Content_Types].xml", *parts):
            made.writestr(name, "<x/>")
    return data.getvalue()


def add(
    workspace: Workspace,
    owner_id: str,
    name: str,
    data: bytes,
    access: AttachmentAccess | None = None,
) -> str:
    file = FileData(name, data, access=access)
    return workspace.do(sessions.add_attachment, ITEM, owner_id, file, at=PREPARED_AT).id


def test_kind_of_a_file_is_found_in_its_bytes(workspace: Workspace, room: Room, pdf: bytes) -> None:
    """A12: the name says nothing; pages of a PDF are counted."""
    item_id = room.item(1)
    add(workspace, item_id, "Социален доклад.doc", pdf)
    add(workspace, item_id, "справка.txt", PLAIN)
    add(workspace, item_id, "таблица", office("xl/workbook.xml"))
    rows = workspace.ask(sessions.list_attachments, item_id)
    assert [(row.title, row.media_type.rsplit(".", 1)[-1]) for row in rows] == [
        ("Социален доклад", "application/pdf"),
        ("справка", "text/plain"),
        ("таблица", "sheet"),
    ]
    assert (rows[0].is_pdf, rows[0].size) == (True, len(pdf))
    assert (rows[0].pages or 0) >= 2
    kept = workspace.ask(sessions.read_attachment, rows[0].attachment_id)
    assert (kept.name, kept.data) == ("Социален доклад.pdf", pdf)


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("празен.pdf", b"", "attachment.empty"),
        ("програма.pdf", b"MZ\x90\x00\x03\x00\x00\x00\x04", "attachment.kind"),
        ("страница.pdf", b"<html><script>alert(1)</script></html>", "attachment.kind"),
        ("архив.docx", office("нещо.txt"), "attachment.kind"),
        ("писмо.docx", office("word/document.xml", "word/vbaProject.bin"), "attachment.macros"),
        ("писмо.docx", b"PK\x03\x04" + b"\x00" * 40, "attachment.kind"),
        ("доклад 7523169263.pdf", PLAIN, "attachment.name_egn"),
        ("счупен.pdf", b"%PDF-1.7\nnothing", "attachment.broken"),
        ("огромен.txt", b"a" * (25 * 1024 * 1024 + 1), "attachment.too_big"),
        ("  ", PLAIN, "field.required"),
        ("а" * 130 + ".txt", PLAIN, "text.too_long"),
    ],
)
def test_file_that_is_not_taken_is_told_why(
    workspace: Workspace, room: Room, name: str, data: bytes, code: str
) -> None:
    """A12: wrong kinds, macros, size, ЕГН in the name."""
    with pytest.raises(InputRefused) as refused:
        add(workspace, room.item(1), name, data)
    assert refused.value.code == code
    assert workspace.ask(sessions.list_attachments, room.item(1)) == ()


def test_name_keeps_no_folder(workspace: Workspace, room: Room) -> None:
    add(workspace, room.item(1), "C:\\дела\\тайна папка\\бележка.txt", PLAIN)
    row = workspace.ask(sessions.list_attachments, room.item(1))[0]
    assert row.file_name == "бележка.txt"


def test_same_content_is_kept_once_and_refused_twice_at_one_item(
    workspace: Workspace, room: Room
) -> None:
    """A12: one content row per hash; the same file twice at one item is a mistake."""
    add(workspace, room.item(1), "бележка.txt", PLAIN)
    add(workspace, room.item(2), "друга бележка.txt", PLAIN)

    def contents(db: DbSession) -> int:
        return int(db.execute(text("SELECT count(*) FROM attachment_content")).scalar_one())

    assert workspace.ask(contents) == 1
    with pytest.raises(InputRefused) as refused:
        add(workspace, room.item(1), "пак.txt", PLAIN)
    assert refused.value.code == "attachment.twice"


def test_nothing_of_a_file_can_be_read_on_the_disk(district_kit: StoreKit, tmp_path: Path) -> None:
    """A12, L2: every file of the store and of the temp folder, while open and after closing."""
    folder = tmp_path / "district.dcm"
    workspace = district_kit.open(folder)
    room = make_session(workspace, make_mechanism_of_15(workspace), convened=False)
    add(workspace, room.item(1), "Становище на Лъчезар Тайнов.txt", PLAIN * 2000)
    needles = (PLAIN[:30], "Тайнов".encode(), "Тайнов".encode("utf-16-le"))

    def readable() -> list[str]:
        return [
            path.name
            for path in tmp_path.rglob("*")
            if path.is_file()
            for data in [path.read_bytes()]
            if any(needle in data or needle[::-1] in data for needle in needles)
        ]

    assert readable() == []
    workspace.close(at=PREPARED_AT)
    assert readable() == []


def test_removed_file_comes_back_by_undo(workspace: Workspace, room: Room) -> None:
    """A12: taking it away is one act that undo takes back, bytes and all."""
    attachment_id = add(workspace, room.item(1), "бележка.txt", PLAIN)
    workspace.do(sessions.remove_attachment, attachment_id, at=PREPARED_AT)
    assert workspace.ask(sessions.list_attachments, room.item(1)) == ()
    workspace.undo(at=PREPARED_AT)
    assert workspace.ask(sessions.read_attachment, attachment_id).data == PLAIN


def test_files_of_a_closed_item_are_confidential_unless_told_otherwise(
    workspace: Workspace, room: Room
) -> None:
    """A12: who may see a file follows the item and can be changed."""
    data = ItemData(AgendaItemKind.POLICY, "Закрита тема", "Тема", closed_part=True)
    closed = workspace.do(sessions.add_item, room.session_id, data, at=PREPARED_AT).id
    add(workspace, closed, "бележка.txt", PLAIN)
    opened = add(workspace, room.item(1), "бележка.txt", PLAIN)
    found = workspace.ask(sessions.attachments_of, (closed, room.item(1)))
    assert found[closed][0].access is AttachmentAccess.CONFIDENTIAL
    assert found[room.item(1)][0].access is AttachmentAccess.MEMBERS
    workspace.do(
        sessions.update_attachment,
        opened,
        title="Бележка за всички",
        access=AttachmentAccess.PUBLIC,
        at=PREPARED_AT,
    )
    row = workspace.ask(sessions.list_attachments, room.item(1))[0]
    assert (row.title, row.access) == ("Бележка за всички", AttachmentAccess.PUBLIC)


def test_files_of_a_held_session_stay_as_they_are(workspace: Workspace, kit: Mechanism15) -> None:
    room = make_session(workspace, kit)
    attachment_id = add(workspace, room.item(1), "бележка.txt", PLAIN)
    room.open()
    for row in room.view().items:
        workspace.do(sessions.postpone_item, row.item_id, "", at=room.tick())
    workspace.do(sessions.close_session, room.session_id, accept=ACCEPT_ALL, at=room.tick())
    with pytest.raises(RuleBroken) as refused:
        workspace.do(sessions.remove_attachment, attachment_id, at=room.now)
    assert refused.value.code == "session.not_editable"


def test_papers_list_the_files_with_their_pages(
    workspace: Workspace, kit: Mechanism15, pdf: bytes
) -> None:
    """A12: „Приложения“ in the minutes, materials of the invitation; confidential ones apart."""
    room = make_session(workspace, kit, starts_at=STARTS_AT + timedelta(days=28))
    add(workspace, room.item(1), "Анализ на услугите.pdf", pdf)
    add(workspace, room.item(2), "Тайна справка.txt", PLAIN, AttachmentAccess.CONFIDENTIAL)
    letter = workspace.ask(make_document, room.session_id, PaperKind.INVITATION, at=PREPARED_AT)
    pages = workspace.ask(sessions.list_attachments, room.item(1))[0].pages
    text = body_text(letter.pdf)
    assert f"т. 1: Анализ на услугите, {pages} с." in text.replace("\u00a0", " ")
    assert "Тайна справка" not in text
    room.open()
    for row in room.view().items:
        workspace.do(sessions.postpone_item, row.item_id, "", at=room.tick())
    workspace.do(sessions.close_session, room.session_id, accept=ACCEPT_ALL, at=room.tick())
    full = workspace.ask(make_document, room.session_id, PaperKind.MINUTES, at=room.now)
    text = body_text(full.pdf).replace("\u00a0", " ")
    assert f"Анализ на услугите, {pages} с." in text
    assert "Тайна справка" in text
    public = workspace.ask(
        make_document, room.session_id, PaperKind.MINUTES, Edition.PUBLIC, at=room.now
    )
    text = body_text(public.pdf).replace("\u00a0", " ")
    assert "Тайна справка" not in text
    assert "Материал по т. 2" in text
