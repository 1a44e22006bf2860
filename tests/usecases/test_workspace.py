"""One gesture is one transaction: rows, log and audit together, then the announcement."""

import threading
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session as DbSession
from tests.support.stores import MADE_AT, PASSPHRASE, StoreKit

from dcm_desktop.domain.terms import ChangeKind, Changes, MechanismLevel, StoreLevel, UserRole
from dcm_desktop.errors import InputRefused, RuleBroken, StoreError
from dcm_desktop.store.slotfile import FLOOR
from dcm_desktop.store.tables import (
    Audit,
    Institution,
    Mechanism,
    OwnDevice,
    Replica,
    User,
)
from dcm_desktop.usecases.drafts import (
    drop_draft,
    get_place,
    list_drafts,
    save_draft,
    save_place,
)
from dcm_desktop.usecases.workspace import (
    StoreSetup,
    Workspace,
    counts,
    create_store,
    last_exchange,
    open_store,
)

AT = MADE_AT + timedelta(hours=1)


def found_institution(db: DbSession, name: str, *, at: datetime) -> str:
    row = Institution(name=name)
    db.add(row)
    db.flush()
    return row.id


def rename_institution(db: DbSession, institution_id: str, name: str, *, at: datetime) -> None:
    db.get_one(Institution, institution_id).name = name


def remove_institution(db: DbSession, institution_id: str, *, at: datetime) -> None:
    db.get_one(Institution, institution_id).deleted = True


def name_of(db: DbSession, institution_id: str) -> str | None:
    row = db.get(Institution, institution_id)
    return None if row is None else row.name


def acts(db: DbSession) -> list[tuple[str, str]]:
    return [(row.act, row.entity) for row in db.scalars(select(Audit).order_by(Audit.n))]


def refuse(db: DbSession, *, at: datetime) -> None:
    db.add(Institution(name="Няма да остане"))
    db.flush()
    raise RuleBroken("session.quorum", needed=8, present=6)


def test_an_act_is_kept_and_announced_once(workspace: Workspace) -> None:
    heard: list[Changes] = []
    workspace.listeners.append(heard.append)
    institution = workspace.do(found_institution, "РДСП Кърджали", at=AT)
    assert workspace.ask(name_of, institution) == "РДСП Кърджали"
    assert len(heard) == 1
    assert heard[0].act == "found_institution"
    assert [(c.kind, c.id, c.how) for c in heard[0].items] == [
        ("institution", institution, ChangeKind.CREATED)
    ]


def test_a_refused_act_leaves_nothing_and_says_nothing(workspace: Workspace) -> None:
    heard: list[Changes] = []
    workspace.listeners.append(heard.append)
    before = workspace.ask(counts)
    with pytest.raises(RuleBroken):
        workspace.do(refuse, at=AT)
    assert workspace.ask(counts) == before
    assert heard == []
    assert workspace.undo(at=AT) is None


def test_every_act_has_an_audit_row_of_its_user(workspace: Workspace) -> None:
    institution = workspace.do(found_institution, "ДСП", at=AT)
    workspace.do(rename_institution, institution, "ДСП Кърджали", at=AT)
    assert workspace.ask(acts)[-2:] == [
        ("found_institution", "institution"),
        ("rename_institution", "institution"),
    ]
    row = workspace.ask(lambda db: db.scalars(select(Audit).order_by(Audit.n.desc())).first())
    assert row is not None
    assert (row.user_id, row.role, row.entity_id) == (
        workspace.info.user_id, "coordinator", institution,
    )  # fmt: skip
    assert "Кърджали" not in row.detail


def test_a_query_that_changes_a_row_changes_nothing(workspace: Workspace) -> None:
    institution = workspace.do(found_institution, "РЗИ", at=AT)

    def spoil(db: DbSession) -> None:
        db.get_one(Institution, institution).name = "Друго"
        db.flush()

    workspace.ask(spoil)
    assert workspace.ask(name_of, institution) == "РЗИ"


def test_undo_and_redo_walk_back_and_forth(workspace: Workspace) -> None:
    institution = workspace.do(found_institution, "РУО", at=AT)
    workspace.do(rename_institution, institution, "РУО Кърджали", at=AT)
    assert workspace.undo_name == "rename_institution"
    changes = workspace.undo(at=AT)
    assert changes is not None
    assert changes.act == "undo"
    assert workspace.ask(name_of, institution) == "РУО"
    workspace.undo(at=AT)
    assert workspace.ask(name_of, institution) is None
    assert workspace.undo(at=AT) is None
    workspace.redo(at=AT)
    assert workspace.ask(name_of, institution) == "РУО"
    workspace.redo(at=AT)
    assert workspace.ask(name_of, institution) == "РУО Кърджали"
    assert workspace.redo(at=AT) is None
    assert [name for name, _ in workspace.ask(acts)][-4:] == ["undo", "undo", "redo", "redo"]


def test_undo_brings_a_removed_record_back(workspace: Workspace) -> None:
    institution = workspace.do(found_institution, "Съд", at=AT)
    workspace.do(remove_institution, institution, at=AT)
    assert workspace.ask(name_of, institution) is None
    assert workspace.ask(counts)["institution"] == 0
    workspace.undo(at=AT)
    assert workspace.ask(name_of, institution) == "Съд"


def test_a_new_act_ends_what_could_be_done_again(workspace: Workspace) -> None:
    workspace.do(found_institution, "Първа", at=AT)
    workspace.undo(at=AT)
    workspace.do(found_institution, "Втора", at=AT)
    assert workspace.redo(at=AT) is None


def test_removed_records_are_seen_by_no_query(workspace: Workspace) -> None:
    institution = workspace.do(found_institution, "Закрита", at=AT)
    workspace.do(remove_institution, institution, at=AT)
    assert workspace.ask(lambda db: db.scalars(select(Institution)).all()) == []
    assert workspace.ask(lambda db: db.scalars(select(Institution.name)).all()) == []
    assert workspace.ask(lambda db: db.get(Institution, institution)) is None
    shown = workspace.ask(
        lambda db: db.scalars(
            select(Institution.id), execution_options={"include_deleted": True}
        ).all()
    )
    assert shown == [institution]


@pytest.mark.parametrize("statement", [update(Institution).values(name="x"), delete(Institution)])
def test_statements_that_pass_by_the_log_are_refused(
    workspace: Workspace, statement: object
) -> None:
    def pass_by(db: DbSession, *, at: datetime) -> None:
        db.execute(statement)  # type: ignore[call-overload]  # - update or delete

    with pytest.raises(RuntimeError, match="bulk"):
        workspace.do(pass_by, at=AT)


def test_a_writing_use_case_without_a_time_is_a_bug(workspace: Workspace) -> None:
    with pytest.raises(TypeError, match="at="):
        workspace.do(lambda db: db.add(Institution(name="x")))


def test_two_threads_write_one_after_the_other(workspace: Workspace) -> None:
    def work(start: int) -> None:
        for number in range(start, start + 20):
            workspace.do(found_institution, f"Институция {number}", at=AT)

    threads = [threading.Thread(target=work, args=(start,)) for start in (0, 100)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert workspace.ask(counts)["institution"] == 40
    assert workspace.check() == ()


def test_ids_grow_in_the_order_of_making(workspace: Workspace) -> None:
    made = [workspace.do(found_institution, str(number), at=AT) for number in range(50)]
    made.append(workspace.do(found_institution, "по стар часовник", at=MADE_AT))
    assert made == sorted(made)
    assert all(text[14] == "7" for text in made)


def test_a_draft_outlives_the_program_and_is_no_act(district_kit: StoreKit, tmp_path: Path) -> None:
    workspace = district_kit.open(tmp_path / "x.dcm")
    before = workspace.ask(counts)["audit"]
    workspace.jot(save_draft, "item-1", "proposal", "Да се", caret=5, at=AT)
    workspace.jot(save_draft, "item-1", "proposal", "Да се осигури", caret=13, at=AT)
    workspace.jot(save_place, "room", "item-1", "proposal", at=AT)
    assert workspace.ask(counts)["audit"] == before
    workspace.close(at=AT)
    workspace = open_store(tmp_path / "x.dcm", PASSPHRASE, at=AT)
    drafts = workspace.ask(list_drafts, "item-1")
    assert [(row.field, row.text, row.caret) for row in drafts] == [
        ("proposal", "Да се осигури", 13)
    ]
    assert "осигури" not in repr(drafts)
    place = workspace.ask(get_place)
    assert place is not None
    assert (place.screen, place.record_id, place.field) == ("room", "item-1", "proposal")
    workspace.jot(drop_draft, "item-1", "proposal")
    assert workspace.ask(list_drafts) == []
    workspace.close(at=AT)


def test_a_new_store_has_its_user_its_keys_and_no_mechanism(workspace: Workspace) -> None:
    found = workspace.ask(counts)
    assert found.pop("audit") == 3  # created, locked, unlocked
    assert set(found.values()) == {0}
    assert {"mechanism", "agenda_item", "action_item", "vote", "individual"} <= set(found)
    assert not {"draft", "change", "meta", "word"} & set(found)
    device = workspace.ask(lambda db: db.scalars(select(OwnDevice)).one())
    assert device.age_recipient.startswith("age1")
    assert device.letter == ""
    replica = workspace.ask(lambda db: db.scalars(select(Replica)).one())
    assert replica.id.startswith("krz1-")
    assert replica.is_own == 1
    user = workspace.ask(lambda db: db.scalars(select(User)).one())
    assert (user.id, user.role) == (workspace.info.user_id, UserRole.COORDINATOR)
    assert workspace.ask(last_exchange, outgoing=True) is None


def test_the_national_store_is_at_home_in_bg(national: Workspace) -> None:
    assert (national.info.level, national.info.district) == (StoreLevel.NATIONAL, "BG")


def test_a_use_case_knows_who_acts_and_where(workspace: Workspace) -> None:
    def look(db: DbSession, *, at: datetime) -> dict[str, object]:
        return {key: db.info[key] for key in ("actor", "level", "district", "device_letter")}

    assert workspace.do(look, at=AT) == {
        "actor": workspace.info.user_id,
        "level": StoreLevel.DISTRICT,
        "district": "KRZ",
        "device_letter": "",
    }


def test_a_letter_given_to_the_laptop_is_known_to_the_next_act(workspace: Workspace) -> None:
    def give(db: DbSession, *, at: datetime) -> None:
        db.scalars(select(OwnDevice)).one().letter = "B"

    workspace.do(give, at=AT)
    assert workspace.info.device_letter == "B"
    assert workspace.ask(lambda db: db.info["device_letter"]) == "B"


def test_records_carry_who_and_when(workspace: Workspace) -> None:
    def found(db: DbSession, *, at: datetime) -> str:
        row = Mechanism(district="KRZ", level=MechanismLevel.DISTRICT)
        db.add(row)
        db.flush()
        return row.id

    mechanism = workspace.do(found, at=AT)
    row = workspace.ask(lambda db: db.get_one(Mechanism, mechanism))
    assert (row.home, row.created_at, row.created_by, row.rev) == (
        "KRZ", AT, workspace.info.user_id, 1,
    )  # fmt: skip


def test_a_closed_workspace_does_nothing_more(district_kit: StoreKit, tmp_path: Path) -> None:
    workspace = district_kit.open(tmp_path / "x.dcm")
    workspace.close(at=AT)
    workspace.close(at=AT)
    with pytest.raises(StoreError) as closed:
        workspace.ask(counts)
    assert closed.value.code == "store.closed"


@pytest.mark.parametrize(
    ("setup", "code"),
    [
        (StoreSetup(StoreLevel.DISTRICT, "Кърджали", cost=FLOOR), "setup.district"),
        (StoreSetup(StoreLevel.DISTRICT, "", cost=FLOOR), "setup.district"),
        (StoreSetup(StoreLevel.DISTRICT, "KRZ", "PDV01", cost=FLOOR), "setup.municipality"),
        (StoreSetup(StoreLevel.NATIONAL, "KRZ", cost=FLOOR), "setup.national_has_no_district"),
    ],
)
def test_a_wrong_setup_is_refused_and_leaves_no_folder(
    setup: StoreSetup, code: str, tmp_path: Path
) -> None:
    with pytest.raises(InputRefused) as refused:
        create_store(tmp_path / "x.dcm", setup, PASSPHRASE, at=AT)
    assert refused.value.code == code
    assert not (tmp_path / "x.dcm").exists()


def test_an_empty_passphrase_is_refused(tmp_path: Path) -> None:
    setup = StoreSetup(StoreLevel.DISTRICT, "KRZ", cost=FLOOR)
    with pytest.raises(InputRefused):
        create_store(tmp_path / "x.dcm", setup, " ", at=AT)


def test_a_folder_that_is_not_empty_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "мои.txt").write_text("мое", encoding="utf-8")
    setup = StoreSetup(StoreLevel.DISTRICT, "KRZ", cost=FLOOR)
    with pytest.raises(StoreError) as refused:
        create_store(tmp_path, setup, PASSPHRASE, at=AT)
    assert refused.value.code == "store.folder_not_empty"
    assert [path.name for path in tmp_path.iterdir()] == ["мои.txt"]


def test_a_municipal_store_belongs_to_its_district(tmp_path: Path) -> None:
    setup = StoreSetup(
        StoreLevel.DISTRICT, "KRZ", "KRZ16", with_recovery=False, cost=FLOOR, reserve_bytes=4096
    )
    created = create_store(tmp_path / "x.dcm", setup, PASSPHRASE, at=AT)
    info = created.workspace.info
    assert (info.district, info.municipality, info.has_recovery_sheet) == ("KRZ", "KRZ16", False)
    assert created.recovery_key == ""
    created.workspace.new_recovery_sheet(at=AT)
    assert created.workspace.info.has_recovery_sheet
    created.workspace.close(at=AT)
