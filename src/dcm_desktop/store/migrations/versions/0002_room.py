"""The session room: templates, inbox, files, notices, breaks, speeches, commitments, checklist."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

NEW_COLUMNS = (
    ("action_item", "quiet_until", sa.String),
    ("action_item", "commitment_id", sa.String),
    ("agenda_item", "proposed_by_attendance_id", sa.String),
    ("agenda_item", "minutes_id", sa.String),
    ("agenda_item", "speech_seconds", sa.Integer),
    ("attendance", "declaration_signed", sa.Integer),
    ("case_review", "situation", sa.String),
    ("case_review", "separates", sa.Integer),
    ("case_review", "care_after", sa.String),
    ("case_review", "separation_ground", sa.String),
    ("case_review", "incident_note", sa.String),
    ("mechanism", "speech_seconds", sa.Integer),
    ("mechanism", "hall_shows_codes", sa.Integer),
    ("mechanism_rules", "majority_exceptions", sa.Text),
    ("recusal", "left_at", sa.String),
    ("recusal", "returned_at", sa.String),
    ("session", "agenda_snapshot", sa.Text),
    ("session", "ground", sa.String),
    ("session", "answers_due_at", sa.String),
    ("session", "quorum_reduced_at", sa.String),
    ("session", "calendar_sequence", sa.Integer),
    ("session", "template_id", sa.String),
    ("vote", "correction_reason", sa.String),
    ("vote", "majority", sa.String),
    ("vote", "block_id", sa.String),
    ("vote", "teller_ids", sa.Text),
    ("vote", "computed_result", sa.String),
    ("vote", "override_reason", sa.String),
)
"""Columns that come to tables of the first version: table, column, type."""

DEFAULTS = (
    ("attendance", "declaration_signed", 0),
    ("case_review", "situation", ""),
    ("case_review", "separation_ground", ""),
    ("case_review", "incident_note", ""),
    ("mechanism", "speech_seconds", 180),
    ("mechanism", "hall_shows_codes", 0),
    ("session", "agenda_snapshot", ""),
    ("session", "ground", ""),
    ("vote", "correction_reason", ""),
    ("vote", "override_reason", ""),
)
"""What rows written before hold in them: the default of the class."""


def upgrade() -> None:
    """Create the tables of the room and widen those of the first version."""
    op.create_table(
        "attachment",
        sa.Column("owner_kind", sa.String(), nullable=True),
        sa.Column("owner_id", sa.String(), nullable=True),
        sa.Column("order_key", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("file_name", sa.String(), nullable=True),
        sa.Column("media_type", sa.String(), nullable=True),
        sa.Column("size", sa.Integer(), nullable=True),
        sa.Column("pages", sa.Integer(), nullable=True),
        sa.Column("sha256", sa.String(), nullable=True),
        sa.Column("access", sa.String(), nullable=True),
        sa.Column("dated_on", sa.String(), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("home", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=True),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", sa.String(), nullable=True),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("deleted", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_attachment_home"), "attachment", ["home"], unique=False)
    op.create_index(op.f("ix_attachment_owner_id"), "attachment", ["owner_id"], unique=False)
    op.create_table(
        "attachment_content",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("data", sa.BLOB(), nullable=False),
        sa.Column("stored_at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("sha256"),
    )
    op.create_table(
        "hall_message",
        sa.Column("mechanism_id", sa.String(), nullable=True),
        sa.Column("n", sa.Integer(), nullable=True),
        sa.Column("text", sa.String(), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("home", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=True),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", sa.String(), nullable=True),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("deleted", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["mechanism_id"], ["mechanism.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_hall_message_home"), "hall_message", ["home"], unique=False)
    op.create_index(
        op.f("ix_hall_message_mechanism_id"), "hall_message", ["mechanism_id"], unique=False
    )
    op.create_table(
        "phrase",
        sa.Column("mechanism_id", sa.String(), nullable=True),
        sa.Column("key", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=True),
        sa.Column("kinds", sa.Text(), nullable=True),
        sa.Column("order_key", sa.String(), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("home", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=True),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", sa.String(), nullable=True),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("deleted", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["mechanism_id"], ["mechanism.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_phrase_home"), "phrase", ["home"], unique=False)
    op.create_index(op.f("ix_phrase_mechanism_id"), "phrase", ["mechanism_id"], unique=False)
    op.create_table(
        "session_schedule",
        sa.Column("mechanism_id", sa.String(), nullable=True),
        sa.Column("rule", sa.String(), nullable=True),
        sa.Column("nth", sa.Integer(), nullable=True),
        sa.Column("weekday", sa.Integer(), nullable=True),
        sa.Column("day", sa.Integer(), nullable=True),
        sa.Column("every_months", sa.Integer(), nullable=True),
        sa.Column("hour_minute", sa.String(), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("home", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=True),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", sa.String(), nullable=True),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("deleted", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["mechanism_id"], ["mechanism.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_session_schedule_home"), "session_schedule", ["home"], unique=False)
    op.create_index(
        op.f("ix_session_schedule_mechanism_id"), "session_schedule", ["mechanism_id"], unique=False
    )
    op.create_table(
        "session_template",
        sa.Column("mechanism_id", sa.String(), nullable=True),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=True),
        sa.Column("form", sa.String(), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("hour_minute", sa.String(), nullable=True),
        sa.Column("is_default", sa.Integer(), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("home", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=True),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", sa.String(), nullable=True),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("deleted", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["mechanism_id"], ["mechanism.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_session_template_home"), "session_template", ["home"], unique=False)
    op.create_index(
        op.f("ix_session_template_mechanism_id"), "session_template", ["mechanism_id"], unique=False
    )
    op.create_table(
        "inbox_entry",
        sa.Column("mechanism_id", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("case_id", sa.String(), nullable=True),
        sa.Column("task_id", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("planned_minutes", sa.Integer(), nullable=True),
        sa.Column("status", sa.String(), nullable=True),
        sa.Column("item_id", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("home", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=True),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", sa.String(), nullable=True),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("deleted", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(
            ["mechanism_id"], ["mechanism.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_inbox_entry_home"), "inbox_entry", ["home"], unique=False)
    op.create_index(
        op.f("ix_inbox_entry_mechanism_id"), "inbox_entry", ["mechanism_id"], unique=False
    )
    op.create_table(
        "template_item",
        sa.Column("template_id", sa.String(), nullable=True),
        sa.Column("order_key", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("public_title", sa.String(), nullable=True),
        sa.Column("rapporteur_text", sa.String(), nullable=True),
        sa.Column("closed_part", sa.Integer(), nullable=True),
        sa.Column("planned_minutes", sa.Integer(), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("home", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=True),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", sa.String(), nullable=True),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("deleted", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["template_id"], ["session_template.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_template_item_home"), "template_item", ["home"], unique=False)
    op.create_index(
        op.f("ix_template_item_template_id"), "template_item", ["template_id"], unique=False
    )
    op.create_table(
        "dissent",
        sa.Column("session_id", sa.String(), nullable=True),
        sa.Column("decision_id", sa.String(), nullable=True),
        sa.Column("attendance_id", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=True),
        sa.Column("promised_by", sa.String(), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("home", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=True),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", sa.String(), nullable=True),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("deleted", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_dissent_decision_id"), "dissent", ["decision_id"], unique=False)
    op.create_index(op.f("ix_dissent_home"), "dissent", ["home"], unique=False)
    op.create_index(op.f("ix_dissent_session_id"), "dissent", ["session_id"], unique=False)
    op.create_table(
        "expected_attendance",
        sa.Column("session_id", sa.String(), nullable=True),
        sa.Column("mandate_id", sa.String(), nullable=True),
        sa.Column("answer", sa.String(), nullable=True),
        sa.Column("substitute_person_id", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("told_at", sa.String(), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("home", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=True),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", sa.String(), nullable=True),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("deleted", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["mandate_id"], ["mandate.id"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        op.f("ix_expected_attendance_home"), "expected_attendance", ["home"], unique=False
    )
    op.create_index(
        op.f("ix_expected_attendance_session_id"),
        "expected_attendance",
        ["session_id"],
        unique=False,
    )
    op.create_table(
        "notice",
        sa.Column("session_id", sa.String(), nullable=True),
        sa.Column("person_id", sa.String(), nullable=True),
        sa.Column("institution_id", sa.String(), nullable=True),
        sa.Column("what", sa.String(), nullable=True),
        sa.Column("way", sa.String(), nullable=True),
        sa.Column("sent_on", sa.String(), nullable=True),
        sa.Column("sent_by", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("home", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=True),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", sa.String(), nullable=True),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("deleted", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["institution_id"], ["institution.id"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_notice_home"), "notice", ["home"], unique=False)
    op.create_index(op.f("ix_notice_session_id"), "notice", ["session_id"], unique=False)
    op.create_table(
        "proxy",
        sa.Column("session_id", sa.String(), nullable=True),
        sa.Column("giver_mandate_id", sa.String(), nullable=True),
        sa.Column("holder_attendance_id", sa.String(), nullable=True),
        sa.Column("document", sa.String(), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("home", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=True),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", sa.String(), nullable=True),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("deleted", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["giver_mandate_id"], ["mandate.id"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_proxy_home"), "proxy", ["home"], unique=False)
    op.create_index(op.f("ix_proxy_session_id"), "proxy", ["session_id"], unique=False)
    op.create_table(
        "room_event",
        sa.Column("session_id", sa.String(), nullable=True),
        sa.Column("item_id", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=True),
        sa.Column("at", sa.String(), nullable=True),
        sa.Column("until_at", sa.String(), nullable=True),
        sa.Column("present", sa.Integer(), nullable=True),
        sa.Column("needed", sa.Integer(), nullable=True),
        sa.Column("answer", sa.String(), nullable=True),
        sa.Column("in_minutes", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("home", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=True),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", sa.String(), nullable=True),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("deleted", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_room_event_home"), "room_event", ["home"], unique=False)
    op.create_index(op.f("ix_room_event_session_id"), "room_event", ["session_id"], unique=False)
    op.create_table(
        "session_break",
        sa.Column("session_id", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=True),
        sa.Column("from_at", sa.String(), nullable=True),
        sa.Column("to_at", sa.String(), nullable=True),
        sa.Column("planned_to_at", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("home", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=True),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", sa.String(), nullable=True),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("deleted", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_session_break_home"), "session_break", ["home"], unique=False)
    op.create_index(
        op.f("ix_session_break_session_id"), "session_break", ["session_id"], unique=False
    )
    op.create_table(
        "speech",
        sa.Column("session_id", sa.String(), nullable=True),
        sa.Column("item_id", sa.String(), nullable=True),
        sa.Column("attendance_id", sa.String(), nullable=True),
        sa.Column("order_key", sa.String(), nullable=True),
        sa.Column("allowed_seconds", sa.Integer(), nullable=True),
        sa.Column("started_at", sa.String(), nullable=True),
        sa.Column("paused_at", sa.String(), nullable=True),
        sa.Column("paused_seconds", sa.Integer(), nullable=True),
        sa.Column("ended_at", sa.String(), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("home", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=True),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", sa.String(), nullable=True),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("deleted", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_speech_home"), "speech", ["home"], unique=False)
    op.create_index(op.f("ix_speech_item_id"), "speech", ["item_id"], unique=False)
    op.create_index(op.f("ix_speech_session_id"), "speech", ["session_id"], unique=False)
    op.create_table(
        "commitment",
        sa.Column("mechanism_id", sa.String(), nullable=True),
        sa.Column("session_id", sa.String(), nullable=True),
        sa.Column("item_id", sa.String(), nullable=True),
        sa.Column("decision_id", sa.String(), nullable=True),
        sa.Column("case_id", sa.String(), nullable=True),
        sa.Column("institution_id", sa.String(), nullable=True),
        sa.Column("what", sa.String(), nullable=True),
        sa.Column("due_on", sa.String(), nullable=True),
        sa.Column("next_session", sa.Integer(), nullable=True),
        sa.Column("standing", sa.Integer(), nullable=True),
        sa.Column("declared_by_attendance_id", sa.String(), nullable=True),
        sa.Column("declared_at", sa.String(), nullable=True),
        sa.Column("task_id", sa.String(), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("home", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=True),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", sa.String(), nullable=True),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("deleted", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(
            ["institution_id"], ["institution.id"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_item.id"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["mechanism_id"], ["mechanism.id"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_commitment_case_id"), "commitment", ["case_id"], unique=False)
    op.create_index(op.f("ix_commitment_home"), "commitment", ["home"], unique=False)
    op.create_index(op.f("ix_commitment_item_id"), "commitment", ["item_id"], unique=False)
    op.create_index(
        op.f("ix_commitment_mechanism_id"), "commitment", ["mechanism_id"], unique=False
    )
    op.create_index(op.f("ix_commitment_session_id"), "commitment", ["session_id"], unique=False)
    op.create_table(
        "written_answer",
        sa.Column("item_id", sa.String(), nullable=True),
        sa.Column("attendance_id", sa.String(), nullable=True),
        sa.Column("choice", sa.String(), nullable=True),
        sa.Column("way", sa.String(), nullable=True),
        sa.Column("received_at", sa.String(), nullable=True),
        sa.Column("remark", sa.String(), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("home", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=True),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", sa.String(), nullable=True),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("deleted", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_item.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_written_answer_home"), "written_answer", ["home"], unique=False)
    op.create_index(op.f("ix_written_answer_item_id"), "written_answer", ["item_id"], unique=False)
    op.create_table(
        "principle_check",
        sa.Column("review_id", sa.String(), nullable=True),
        sa.Column("principle", sa.String(), nullable=True),
        sa.Column("answer", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("home", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=True),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", sa.String(), nullable=True),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("deleted", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["review_id"], ["case_review.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_principle_check_home"), "principle_check", ["home"], unique=False)
    op.create_index(
        op.f("ix_principle_check_review_id"), "principle_check", ["review_id"], unique=False
    )
    op.create_table(
        "task_report",
        sa.Column("task_id", sa.String(), nullable=True),
        sa.Column("session_id", sa.String(), nullable=True),
        sa.Column("item_id", sa.String(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("reported_at", sa.String(), nullable=True),
        sa.Column("reported_by_attendance_id", sa.String(), nullable=True),
        sa.Column("line", sa.String(), nullable=True),
        sa.Column("new_due_on", sa.String(), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("home", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=True),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("updated_at", sa.String(), nullable=True),
        sa.Column("updated_by", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("deleted", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["task_id"], ["action_item.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_task_report_home"), "task_report", ["home"], unique=False)
    op.create_index(op.f("ix_task_report_session_id"), "task_report", ["session_id"], unique=False)
    op.create_index(op.f("ix_task_report_task_id"), "task_report", ["task_id"], unique=False)
    for table, name, kind in NEW_COLUMNS:
        op.add_column(table, sa.Column(name, kind(), nullable=True))
    for table, name, value in DEFAULTS:
        rows = sa.table(table, sa.column(name))
        op.execute(rows.update().values({name: value}))
