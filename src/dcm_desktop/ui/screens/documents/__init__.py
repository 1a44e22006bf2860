"""Papers of sessions: preview in memory, what the guard found, copies that left the store."""
