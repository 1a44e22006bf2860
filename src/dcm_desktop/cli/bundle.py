"""`bundle export | inspect | import | receipts`."""

import argparse
from pathlib import Path
from typing import Any

from dcm_desktop import labels
from dcm_desktop.cli.answer import Answer
from dcm_desktop.cli.opened import SOFIA, now, opened
from dcm_desktop.cli.parser import Usage
from dcm_desktop.cli.words import Words
from dcm_desktop.usecases.exchange import (
    BundleResult,
    BundleRow,
    BundleView,
    HistoryRow,
    export_bundle,
    import_bundles,
    inspect_bundle,
    list_receipts,
    suggested_name,
)


def export(arguments: argparse.Namespace, words: Words) -> Answer:
    """Write the next bundle, or the receipt; into a folder under its own name."""
    with opened(arguments, words) as workspace:
        out: Path = arguments.out
        if out.is_dir():
            out = out / workspace.ask(suggested_name, arguments.to)
        row = export_bundle(workspace, arguments.to, out, at=now())
    lines = [words.say("bundle_made", name=out.name, number=row.number, new=row.records)]
    if row.held_back:
        lines.append(words.say("bundle_held_back", n=row.held_back))
    data = _data(row) | {"file": str(out), "held_back": row.held_back}
    return Answer({"files": [data]}, lines)


def importing(arguments: argparse.Namespace, words: Words) -> Answer:
    """Import files in the order given; exit 1 when any of them was refused."""
    with opened(arguments, words) as workspace:
        rows = import_bundles(workspace, arguments.files, dry_run=arguments.dry_run, at=now())
    lines = [_line(row, words) for row in rows if row.error is None]
    refusals = [_refusal(row, words, arguments.lang or "bg") for row in rows if row.error]
    return Answer(
        {"files": [_data(row) for row in rows]}, lines, refusals, exit_code=1 if refusals else 0
    )


def inspect(arguments: argparse.Namespace, words: Words) -> Answer:
    """Look at a file: alone its outer layer, with a store its manifest and what it would change."""
    if len(arguments.paths) > 2:
        raise Usage(words.say("usage", command="dcm-desktop bundle inspect"))
    *store, file = arguments.paths
    if not store:
        return _seen(inspect_bundle(file), words, arguments.lang or "bg")
    with opened(arguments, words, store[0]) as workspace:
        return _seen(inspect_bundle(file, workspace), words, arguments.lang or "bg")


def receipts(arguments: argparse.Namespace, words: Words) -> Answer:
    """Which bundles were confirmed by a receipt and which are outstanding."""
    with opened(arguments, words) as workspace:
        view = workspace.ask(list_receipts)
    lines = [
        words.say(
            "receipt_received",
            name=row.name,
            number=row.number,
            date=row.receipt_at.astimezone(SOFIA).strftime("%d.%m.%Y") if row.receipt_at else "",
        )
        for row in view.received
    ]
    lines += [
        words.say("receipt_outstanding", name=row.name, number=row.number)
        for row in view.outstanding
    ]
    data = {
        "received": [_history(row) for row in view.received],
        "outstanding": [_history(row) for row in view.outstanding],
    }
    return Answer(data, lines or [words.say("no_receipts")])


def _data(row: BundleRow) -> dict[str, Any]:
    return {
        "name": row.name,
        "bundle": row.bundle,
        "number": row.number,
        "result": str(row.result),
        "reason": row.reason or None,
        "new": row.new,
        "changed": row.changed,
        "conflicts": row.conflicts,
        "already": row.result is BundleResult.ALREADY,
    }


def _line(row: BundleRow, words: Words) -> str:
    key = {
        BundleResult.ALREADY: "bundle_already",
        BundleResult.WOULD_IMPORT: "bundle_preview",
    }.get(row.result, "bundle_imported")
    return words.say(key, name=row.name, new=row.new, changed=row.changed, conflicts=row.conflicts)


def _refusal(row: BundleRow, words: Words, lang: str) -> str:
    reason = labels.sentence(row.error, lang) if row.error else ""
    return words.say("bundle_refused", name=row.name, reason=reason)


def _seen(view: BundleView, words: Words, lang: str) -> Answer:
    row = view.row
    data = _data(row) | {
        "size": row.size,
        "sha256": row.sha256,
        "age_recipients": view.stanzas,
        "signed": view.is_signed,
        "district": view.district or None,
        "letter": view.letter or None,
        "level": view.level or None,
        "schema": view.made_with or None,
        "audit": {"n": view.audit_n, "head": view.audit_head} if view.audit_head else None,
        "parts": [{"name": name, "size": size} for name, size in view.parts],
        "by_kind": [
            {"kind": k.kind, "new": k.new, "changed": k.changed, "conflicts": k.conflicts}
            for k in row.by_kind
        ],
    }
    if view.is_signed is None and row.error is None:
        data["result"] = None
        return Answer(data, [words.say("bundle_plain", name=row.name, size=row.size)])
    if row.error is not None:
        said = _refusal(row, words, lang)
        return Answer(data, [], [said], exit_code=1)
    return Answer(data, [_line(row, words)])


def _history(row: HistoryRow) -> dict[str, Any]:
    return {
        "name": row.name,
        "bundle": row.bundle,
        "number": row.number,
        "at": row.at.isoformat(),
        "receipt_at": row.receipt_at.isoformat() if row.receipt_at else None,
    }
