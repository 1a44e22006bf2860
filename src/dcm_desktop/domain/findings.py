"""What a check has to say: blockers and warnings as codes with facts, never prose.

Checks that can find several things return a tuple of findings; `require` turns the first blocker
into `RuleBroken`. Sentences come from `labels.sentence`, which takes a finding as well as an error.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from dcm_desktop.errors import RuleBroken


@dataclass(frozen=True, slots=True)
class Finding:
    """One blocker or warning.

    `code` finds the sentence, `facts` fill it, `field_name` names the widget it belongs to.
    A warning lets the user go on, with a recorded reason where the caller asks for one.
    Source: domain reference, section 7 (B blocks, W warns).
    """

    code: str
    blocks: bool
    facts: dict[str, object] = field(default_factory=dict)
    field_name: str | None = None


def blocker(code: str, /, *, field: str | None = None, **facts: object) -> Finding:
    """A finding that must be repaired first."""
    return Finding(code, True, facts, field)


def warning(code: str, /, *, field: str | None = None, **facts: object) -> Finding:
    """A finding the user may pass with a reason."""
    return Finding(code, False, facts, field)


def blockers(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that block, in their order."""
    return tuple(finding for finding in findings if finding.blocks)


def warnings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that only warn, in their order."""
    return tuple(finding for finding in findings if not finding.blocks)


def require(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the warnings.

    Raises: RuleBroken with code and facts of the first blocker.
    """
    kept = tuple(findings)
    for finding in kept:
        if finding.blocks:
            raise RuleBroken(finding.code, field=finding.field_name, **finding.facts)
    return kept
