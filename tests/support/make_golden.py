"""Makes the golden files of a version: `python -m tests.support.make_golden tests/golden/v1`.

Done once per version of the tables; later versions of the program only read what lies there.
"""

import json
import os
import shutil
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.support.live import hold_until_vote
from tests.support.studio import opened_copy

from dcm_desktop.store.migrations import SCHEMA
from dcm_desktop.usecases.demo import PASSPHRASE, make_demo
from dcm_desktop.usecases.exchange import export_bundle
from dcm_desktop.usecases.workspace import counts

AT = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
BUNDLE = "okmd-KRZ-A-0002.dcmb"
KEPT = ("store.db", "keys.json", "keys.json.bak")
README = """# Golden files, version {schema} of the tables

Made by `python -m tests.support.make_golden` on the day the tables of this version were final, and
never again: every later version of the program must open them, find them sound and take the bundle.
All people and cases are invented.

- `district.dcm`, `national.dcm`: the stores of the demo, enrolled with each other. The district
  holds two held sessions and a third one that is open, with a case before its vote. Passphrase of
  both: `{passphrase}`.
- `{bundle}`: the second file of the district for the national team, which has taken only the first.
- `facts.json`: how many records of each kind the stores hold, and what the bundle brings.

The folders are without backups and without the reserve for a full disk, to stay small.
"""


def main(out: str) -> int:
    """Make them; a folder that has some already is refused."""
    target = Path(out)
    if target.exists():
        print(f"{target} exists: golden files are made once", file=sys.stderr)  # noqa: T201 - a command
        return 1
    with tempfile.TemporaryDirectory() as home:
        for name in ("DATA", "CONFIG", "STATE", "CACHE"):
            os.environ[f"XDG_{name}_HOME"] = str(Path(home) / name.lower())
        folder = Path(home) / "demo"
        made = make_demo(folder, at=AT)
        facts: dict[str, object] = {"schema": SCHEMA}
        target.mkdir(parents=True)
        with opened_copy(
            made.stores["district"], Path(home) / "district.dcm", PASSPHRASE, at=AT
        ) as district:
            live = hold_until_vote(district)
            later = live.now + timedelta(minutes=10)
            export_bundle(district, "national", target / BUNDLE, at=later)
            facts["district"] = district.ask(counts)
        with opened_copy(
            made.stores["national"], Path(home) / "national.dcm", PASSPHRASE, at=AT
        ) as national:
            facts["national"] = national.ask(counts)
        for name in ("district.dcm", "national.dcm"):
            (target / name).mkdir()
            for file in KEPT:
                shutil.copyfile(Path(home) / name / file, target / name / file)
    text = README.format(schema=SCHEMA, passphrase=PASSPHRASE, bundle=BUNDLE)
    (target / ".gitattributes").write_text("* -text\n", encoding="utf-8")
    (target / "README.md").write_text(text, encoding="utf-8")
    (target / "facts.json").write_text(json.dumps(facts, indent=1, sort_keys=True), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
