"""`store new | info | check | recovery | recover`."""

import argparse
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from dcm_desktop import labels
from dcm_desktop.cli.answer import Answer
from dcm_desktop.cli.opened import SOFIA, now, opened, writing
from dcm_desktop.cli.parser import Usage
from dcm_desktop.cli.passphrase import passphrase, text_file
from dcm_desktop.cli.words import Words
from dcm_desktop.domain.terms import StoreLevel
from dcm_desktop.errors import InputRefused
from dcm_desktop.usecases import recovery_sheet
from dcm_desktop.usecases.places import places
from dcm_desktop.usecases.workspace import (
    StoreInfo,
    StoreSetup,
    Workspace,
    counts,
    create_store,
    last_exchange,
    recover_store,
)


def new(arguments: argparse.Namespace, words: Words) -> Answer:
    """Make a store of a district, a municipal mechanism's district, or the national team."""
    if arguments.national and arguments.municipality is not None:
        message = "argument --municipality: not allowed with argument --national"
        raise Usage(words.usage(message, "dcm-desktop store new"))
    setup = _setup(arguments)
    if arguments.recovery_out is not None:
        _sheet_kind(arguments.recovery_out)
    secret = passphrase(arguments, words, new=True)
    with ExitStack() as sheet:

        def keep(key: str, info: StoreInfo) -> None:
            sheet.enter_context(_sheet(arguments.recovery_out, key, info))

        workspace = create_store(arguments.store, setup, secret, at=now(), keep=keep).workspace
    try:
        info = workspace.info
        lines = [words.say("created", store=arguments.store)]
        if arguments.recovery_out is not None:
            lines.append(words.say("recovery_written", file=arguments.recovery_out))
        else:
            lines.append(words.say("recovery_none", store=arguments.store))
        return Answer(_who(info), lines)
    finally:
        workspace.close(at=now())


def _setup(arguments: argparse.Namespace) -> StoreSetup:
    with_sheet = arguments.recovery_out is not None
    if arguments.national:
        return StoreSetup(level=StoreLevel.NATIONAL, with_recovery=with_sheet)
    if arguments.district not in places().districts:
        raise InputRefused("cli.unknown_district", district=arguments.district)
    municipality = arguments.municipality or ""
    if municipality and (
        municipality not in places().municipalities or municipality[:3] != arguments.district
    ):
        raise InputRefused(
            "cli.unknown_municipality", municipality=municipality, district=arguments.district
        )
    return StoreSetup(
        level=StoreLevel.DISTRICT,
        district=arguments.district,
        municipality=municipality,
        with_recovery=with_sheet,
    )


def info(arguments: argparse.Namespace, words: Words) -> Answer:
    """Who the store is, its schema, counts per entity, last bundles."""
    with opened(arguments, words) as workspace:
        data = _who(workspace.info)
        data["counts"] = workspace.ask(counts)
        for key, outgoing in (("last_out", True), ("last_in", False)):
            mark = workspace.ask(last_exchange, outgoing=outgoing)
            data[key] = mark and {
                "name": mark.file_name,
                "number": mark.number,
                "at": mark.at.isoformat(),
            }
    lines = [
        words.say("info", whose=data["district"], schema=data["schema"], store_id=data["store_id"]),
        *(words.say("count", name=name, n=n) for name, n in data["counts"].items() if n),
        *(
            words.say(key, value=data[key]["name"] if data[key] else words.say("none"))
            for key in ("last_out", "last_in")
        ),
    ]
    return Answer(data, lines)


def check(arguments: argparse.Namespace, words: Words) -> Answer:
    """Check pages, links and the audit; exit 3 when damage was found."""
    with opened(arguments, words) as workspace:
        findings = workspace.check()
    said = [labels.sentence(finding, arguments.lang or "bg") for finding in findings]
    data = {
        "ok": not findings,
        "findings": [{"code": f.code, "facts": dict(f.facts)} for f in findings],
    }
    if findings:
        return Answer(data, [words.say("check_bad"), *said], said, exit_code=3)
    return Answer(data, [words.say("check_ok")])


def recovery(arguments: argparse.Namespace, words: Words) -> Answer:
    """Make a new recovery sheet; the old one opens nothing any more."""
    _sheet_kind(arguments.out)
    with opened(arguments, words) as workspace, ExitStack() as sheet:

        def keep(key: str) -> None:
            sheet.enter_context(_sheet(arguments.out, key, workspace.info))

        workspace.new_recovery_sheet(at=now(), keep=keep)
    return Answer({"file": str(arguments.out)}, [words.say("recovery_written", file=arguments.out)])


def recover(arguments: argparse.Namespace, words: Words) -> Answer:
    """Set a new passphrase with the recovery sheet."""
    key = text_file(arguments.recovery_file)
    workspace: Workspace = recover_store(
        arguments.store, key, passphrase(arguments, words, new=True), at=now()
    )
    workspace.close(at=now())
    return Answer({"store_id": workspace.info.store_id}, [words.say("recovered")])


def _who(info: StoreInfo) -> dict[str, Any]:
    return {
        "store_id": info.store_id,
        "level": str(info.level),
        "district": info.district,
        "municipality": info.municipality or None,
        "schema": info.schema,
    }


def _sheet_kind(file: Path) -> str:
    kind = file.suffix.lower()
    if kind not in (".txt", ".pdf"):
        raise InputRefused("cli.recovery_kind")
    return kind


@contextmanager
def _sheet(file: Path, key: str, info: StoreInfo) -> Iterator[None]:
    """The sheet, safe on the disk before the block, in its place after it."""
    data = f"{key}\n".encode()
    if _sheet_kind(file) == ".pdf":
        today = now().astimezone(SOFIA).date()
        data = recovery_sheet.paper(key, info, printed_on=today)
    with writing(file, data):
        yield
