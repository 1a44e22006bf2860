"""The session room: chairing, recording and voting on one screen, by keyboard or mouse."""
