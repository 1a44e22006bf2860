"""The encrypted store: tables, engine, keys, capture, backup. SQLAlchemy on SQLCipher."""
