"""Everything a person caused or can repair. It carries a code and facts, never prose.

DcmError                 exit 1; `labels.sentence` turns code and facts into one sentence
├── RuleBroken           a rule of the mechanism or of a state table says no
├── InputRefused         a typed value or a line of a file is wrong; `place` says where
├── ExportRefused        the identity guard found personal data; `places` says where
├── BundleRefused        an exchange file that must not be taken
├── StoreError           the store cannot be opened or made
│   ├── WrongPassphrase
│   ├── NotAStore
│   ├── StoreBusy        already open elsewhere
│   ├── StoreNewer       written by a newer program
│   └── StoreDamaged     exit 3: damage found in the store that was opened
└── Cancelled            the user stopped a long act

Whatever is not a DcmError is a bug (exit 70).
"""


class DcmError(Exception):
    """Base of the tree.

    `code` finds the sentence in `resources/labels`, `facts` fill it, `field` names the widget
    (objectName) beside which it is shown; without it the sentence goes to the message strip.
    """

    exit_code = 1

    def __init__(self, code: str, /, *, field: str | None = None, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.field = field
        self.facts = facts


class RuleBroken(DcmError):
    """A rule says no: `RuleBroken("session.quorum", needed=8, present=6)`."""


class InputRefused(DcmError):
    """A typed value, or a value in a file at `place` (`session.agenda[2].vote`), is wrong."""

    def __init__(
        self, code: str, /, *, place: str = "", field: str | None = None, **facts: object
    ) -> None:
        super().__init__(code, field=field, place=place, **facts)
        self.place = place


class ExportRefused(DcmError):
    """The identity guard found personal data; `places` are words for people, without the data."""

    def __init__(self, code: str, *, places: tuple[str, ...], **facts: object) -> None:
        joined = "; ".join(places)
        super().__init__(code, field=None, n=len(places), places=joined, **facts)
        self.places = places


class BundleRefused(DcmError):
    """An exchange file that must not be taken; nothing of it was applied."""


class StoreError(DcmError):
    """The store cannot be opened or made."""


class WrongPassphrase(StoreError):
    """The passphrase or recovery key opens no slot."""


class NotAStore(StoreError):
    """The folder is not a store of this program."""


class StoreBusy(StoreError):
    """Another process has the store open."""


class StoreNewer(StoreError):
    """The store was written by a newer version of the program."""


class StoreDamaged(StoreError):
    """Damage was found in the store; nothing was changed."""

    exit_code = 3


class Cancelled(DcmError):
    """The user stopped a long act."""
