"""Several use cases as one act: all of them are written, or none.

    def join_member(db, …) -> Saved:
        institution_id = written(add_institution(db, …))
        return …

    together(workspace, join_member, …, accept=codes, at=now())

A step whose warning waits for an answer takes the whole act back and hands the warning over.
"""

from collections.abc import Callable
from typing import Concatenate, ParamSpec

from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.findings import Finding
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.saving import Saved

P = ParamSpec("P")


class _StepWaits(Exception):
    """A step asks: no error, it only takes the transaction back."""

    def __init__(self, warnings: tuple[Finding, ...]) -> None:
        super().__init__()
        self.warnings = warnings


def written(answer: Saved) -> str:
    """Id of the record of a step. Takes the whole act back when the step asks."""
    if not answer.is_saved:
        raise _StepWaits(answer.warnings)
    return answer.id


def together(
    workspace: Workspace,
    act: Callable[Concatenate[DbSession, P], Saved],
    /,
    *args: P.args,
    **kwargs: P.kwargs,
) -> Saved:
    """Run an act of several steps in one transaction.

    Returns the answer of the act, or the warnings of the step that asks; then nothing was written.
    Raises: what the steps raise; nothing was written then either.
    """
    try:
        return workspace.do(act, *args, **kwargs)
    except _StepWaits as waits:
        return Saved("", waits.warnings)
