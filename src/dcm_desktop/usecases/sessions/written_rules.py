"""What a written procedure (неприсъствено) needs before votes are collected."""

from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.terms import SessionKind
from dcm_desktop.errors import RuleBroken
from dcm_desktop.store.tables import Session
from dcm_desktop.usecases.sessions.state import rules_of_session


def check_written(db: DbSession, session: Session) -> None:
    """Whether the rules know it and it has a deadline.

    Raises: RuleBroken `written.not_this_kind`, `vote.written_not_allowed`, `written.no_deadline`.
    """
    if session.kind is not SessionKind.WRITTEN:
        raise RuleBroken("written.not_this_kind")
    if not rules_of_session(db, session).written_procedure:
        raise RuleBroken("vote.written_not_allowed")
    if session.answers_due_at is None:
        raise RuleBroken("written.no_deadline", field="answers_due_at")
